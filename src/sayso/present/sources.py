"""What each outlet tells first-hand, what it relays and from whom, and who relays it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from sayso.language.outlets import outlet_key
from sayso.present.view import View
from sayso.records.claim import Claim, VoiceKind
from sayso.records.document import PassageRole
from sayso.records.ids import make_id
from sayso.records.matter import Dispute, DisputeKind

NO_OUTLET = "No outlet named"


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One outlet. Every claim it prints is told in its own voice, by voices it cites, or relayed from other outlets.

    ``copies`` of all its claims repeat another document; ``unnamed`` rest on a voice without a name. ``corrections``
    are ids of disputes in which its own later figure replaces an earlier one.
    """

    id: str
    name: str
    documents: int
    passages: int
    claims: int
    own: int
    cited: int
    relayed: int
    copies: int
    unnamed: int
    relays_from: tuple[tuple[str, int], ...]
    relayed_by: tuple[tuple[str, int], ...]
    corrections: tuple[str, ...]


@dataclass
class Ledger:
    """What was counted for one outlet, and the claims and documents behind the counts."""

    id: str
    names: Counter[str] = field(default_factory=Counter)
    documents: set[str] = field(default_factory=set)
    passages: int = 0
    own: list[Claim] = field(default_factory=list)
    cited: list[Claim] = field(default_factory=list)
    relayed: list[Claim] = field(default_factory=list)
    copies: list[Claim] = field(default_factory=list)
    unnamed: list[Claim] = field(default_factory=list)
    relays_from: Counter[str] = field(default_factory=Counter)
    relayed_by: Counter[str] = field(default_factory=Counter)
    corrections: list[Dispute] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The outlet's name as most of its passages spell it."""
        return min(self.names, key=lambda each: (-self.names[each], each)) if self.names else NO_OUTLET

    def row(self) -> SourceRow:
        """The counts alone."""
        return SourceRow(
            id=self.id,
            name=self.name,
            documents=len(self.documents),
            passages=self.passages,
            claims=len(self.own) + len(self.cited) + len(self.relayed),
            own=len(self.own),
            cited=len(self.cited),
            relayed=len(self.relayed),
            copies=len(self.copies),
            unnamed=len(self.unnamed),
            relays_from=_ranked(self.relays_from),
            relayed_by=_ranked(self.relayed_by),
            corrections=tuple(each.id for each in self.corrections),
        )


def source_key(outlet: str | None) -> str:
    """The id under which an outlet's name is kept, however it is spelt."""
    return make_id("o", "outlet", outlet_key(outlet or ""))


def find_sources(view: View) -> dict[str, Ledger]:
    """A ledger for every outlet that publishes a passage or is quoted by one, in order of id."""
    found: dict[str, Ledger] = {}

    def ledger(outlet: str | None) -> Ledger:
        key = source_key(outlet)
        each = found.setdefault(key, Ledger(key))
        if outlet:
            each.names[outlet] += 1
        return each

    for document, edition in view.pile.editions.items():
        for passage in edition.passages:
            if passage.role is PassageRole.BOILERPLATE:
                continue
            each = ledger(passage.outlet)
            each.documents.add(document)
            each.passages += 1
    for claim in view.pile.claims.values():
        around = view.passage(claim)
        _count(view, claim, ledger(around.outlet if around else None), ledger)
    for each in found.values():
        each.relays_from = _by_outlet(each.relays_from, found)
        each.relayed_by = _by_outlet(each.relayed_by, found)
    _add_corrections(view, found)
    return {key: found[key] for key in sorted(found)}


def _count(view: View, claim: Claim, mine: Ledger, ledger: Callable[[str | None], Ledger]) -> None:
    account = view.account_of.get(claim.id)
    if account is not None and claim.id in account.copies:
        mine.copies.append(claim)
        _count_copy(view, claim, mine, account.claims, ledger)
    quoted = [voice for voice in claim.voices[1:] if voice.kind is VoiceKind.QUOTED_OUTLET]
    if quoted:
        mine.relayed.append(claim)
        for voice in quoted:
            mine.relays_from[voice.name] += 1
            ledger(voice.name).relayed_by[mine.name] += 1
    elif len(claim.voices) > 1:
        mine.cited.append(claim)
    else:
        mine.own.append(claim)
    if claim.voices and claim.voices[-1].kind in (VoiceKind.UNNAMED, VoiceKind.OFFICIAL):
        mine.unnamed.append(claim)


def _count_copy(
    view: View, claim: Claim, mine: Ledger, originals: tuple[str, ...], ledger: Callable[[str | None], Ledger]
) -> None:
    outlets = set()
    for each in originals:
        original = view.pile.claims.get(each)
        passage = view.passage(original) if original else None
        if passage is not None and passage.outlet and source_key(passage.outlet) != mine.id:
            outlets.add(passage.outlet)
    for outlet in sorted(outlets):
        mine.relays_from[outlet] += 1
        ledger(outlet).relayed_by[mine.name] += 1


def _by_outlet(counts: Counter[str], found: dict[str, Ledger]) -> Counter[str]:
    """Counts by name with the spellings of one outlet added up under the name it is listed by."""
    folded: Counter[str] = Counter()
    for name in counts:
        listed = found.get(source_key(name))
        folded[listed.name if listed else name] += counts[name]
    return folded


def _add_corrections(view: View, found: dict[str, Ledger]) -> None:
    """An update is an outlet's own correction where the outlet gives more than one of the values."""
    for dispute in view.findings.disputes:
        if dispute.kind is not DisputeKind.UPDATE:
            continue
        sides: dict[str, set[int]] = defaultdict(set)
        for number, value in enumerate(dispute.values):
            for claim in (view.pile.claims[each] for each in value.claims if each in view.pile.claims):
                passage = view.passage(claim)
                sides[source_key(passage.outlet if passage else None)].add(number)
        for key in sorted(sides):
            if len(sides[key]) > 1:
                found[key].corrections.append(dispute)


def _ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))
