"""What each outlet tells first-hand, what it relays and from whom, and who relays it.

Three parts are kept apart: the publisher of a document, who carries it, and the outlets that are quoted in it. A
document that names no outlet is a publisher of its own: nothing says that two such documents have one maker.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sayso.language.outlets import outlet_key
from sayso.present.through import relayed_through
from sayso.present.view import View
from sayso.records.claim import Claim, VoiceKind
from sayso.records.document import Passage, PassageRole, Span
from sayso.records.ids import make_id
from sayso.records.matter import Copy, Dispute, DisputeKind

_LONGEST_TITLE = 60


class Way(StrEnum):
    """How one outlet passes on what another has."""

    QUOTED = "quoted"  # names it, and gives what it says
    COPIED = "copied"  # prints its words, whether it names it or not
    CARRIED = "carried"  # republishes a whole document of it


@dataclass(frozen=True, slots=True)
class Relay:
    """That ``taker`` relays ``giver``, both ids of sources; ``claims`` are ids of those it does so in, if any."""

    giver: str
    taker: str
    way: Way
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source. Every claim that it prints is told in its own voice, by voices it cites, or relayed from outlets.

    ``kind`` is ``outlet``, or ``document`` for one that names no outlet. ``documents`` and ``passages`` are those that
    it publishes, ``carries`` those of others that it republishes. ``through`` counts claims that others relay from it,
    with nobody between. ``copies`` of the claims it prints repeat another document; ``unnamed`` rest on a voice without
    a name. ``relays_from`` and ``relayed_by`` name other sources with the claims passed on between the two, quoted or
    copied; ``copies_from`` and ``copied_by`` only those copied word for word, ``carried_by`` those in whole documents
    that another republished. ``corrections`` are ids of disputes in which its own later figure replaces an earlier one.
    """

    id: str
    name: str
    kind: str
    documents: int
    passages: int
    carries: int
    claims: int
    own: int
    cited: int
    relayed: int
    through: int
    copies: int
    unnamed: int
    relays_from: tuple[tuple[str, int], ...]
    relayed_by: tuple[tuple[str, int], ...]
    copies_from: tuple[tuple[str, int], ...]
    copied_by: tuple[tuple[str, int], ...]
    carried_by: tuple[tuple[str, int], ...]
    corrections: tuple[str, ...]


@dataclass
class Ledger:
    """What was counted for one source, and the claims and documents behind the counts."""

    id: str
    title: str = ""
    names: Counter[str] = field(default_factory=Counter)
    documents: set[str] = field(default_factory=set)
    carries: set[str] = field(default_factory=set)
    quoted_in: set[str] = field(default_factory=set)
    passages: int = 0
    own: list[Claim] = field(default_factory=list)
    cited: list[Claim] = field(default_factory=list)
    relayed: list[Claim] = field(default_factory=list)
    through: list[Claim] = field(default_factory=list)
    copies: list[Claim] = field(default_factory=list)
    unnamed: list[Claim] = field(default_factory=list)
    gives: list[tuple[Relay, str]] = field(default_factory=list)
    takes: list[tuple[Relay, str]] = field(default_factory=list)
    corrections: list[Dispute] = field(default_factory=list)

    @property
    def is_outlet(self) -> bool:
        """Whether it has a name; else it stands for the unknown publisher of one document."""
        return not self.title

    @property
    def name(self) -> str:
        """The outlet's name as most passages spell it, or the title of a document that names none."""
        if self.title:
            return f"“{self.title}”, no outlet named"
        return min(self.names, key=lambda each: (-self.names[each], each))

    @property
    def weight(self) -> int:
        """How many claims it prints or is relayed with."""
        return len(self.own) + len(self.cited) + len(self.relayed) + len(self.through)

    def row(self) -> SourceRow:
        """The counts alone."""
        return SourceRow(
            id=self.id,
            name=self.name,
            kind="outlet" if self.is_outlet else "document",
            documents=len(self.documents),
            passages=self.passages,
            carries=len(self.carries),
            claims=len(self.own) + len(self.cited) + len(self.relayed),
            own=len(self.own),
            cited=len(self.cited),
            relayed=len(self.relayed),
            through=len(self.through),
            copies=len(self.copies),
            unnamed=len(self.unnamed),
            relays_from=_ranked(self.takes, Way.QUOTED, Way.COPIED),
            relayed_by=_ranked(self.gives, Way.QUOTED, Way.COPIED),
            copies_from=_ranked(self.takes, Way.COPIED),
            copied_by=_ranked(self.gives, Way.COPIED),
            carried_by=_ranked(self.gives, Way.CARRIED),
            corrections=tuple(each.id for each in self.corrections),
        )


def source_key(outlet: str | None) -> str:
    """The id under which an outlet's name is kept, however it is spelt."""
    return make_id("o", "outlet", outlet_key(outlet or ""))


def publisher_key(view: View, document: str) -> str:
    """The id of the source that publishes a document."""
    edition = view.pile.editions.get(document)
    outlet = edition.outlet if edition else None
    return source_key(outlet) if outlet else make_id("o", "document", document)


def sources_in(view: View, document: str) -> Iterator[str]:
    """Ids of the sources that publish, carry or are quoted in a document; some more than once."""
    edition = view.pile.editions[document]
    yield publisher_key(view, document)
    yield from (source_key(each) for each in (edition.carrier, *(one.outlet for one in edition.passages)) if each)


def find_sources(view: View) -> dict[str, Ledger]:
    """A ledger for every publisher, carrier and quoted outlet, in order of id."""
    books = _Books(view)
    for document in view.pile.editions:
        books.enter_document(document)
    for claim in view.told:
        books.enter_claim(claim)
    for copy in view.findings.copies:
        books.enter_copy(copy)
    books.close()
    _add_corrections(view, books.found)
    return {key: books.found[key] for key in sorted(books.found)}


class _Books:
    """Ledgers being filled."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.found: dict[str, Ledger] = {}
        self._relays: dict[tuple[str, str, Way], set[str]] = {}

    def _outlet(self, name: str) -> Ledger:
        each = self.found.setdefault(source_key(name), Ledger(source_key(name)))
        each.names[name] += 1
        return each

    def _publisher(self, document: str) -> Ledger:
        edition = self.view.pile.editions[document]
        if edition.outlet:
            return self._outlet(edition.outlet)
        key = publisher_key(self.view, document)
        kept = self.view.pile.documents.get(document)
        title = " ".join((edition.title or (kept.name if kept else "") or document).split())
        cut = title if len(title) <= _LONGEST_TITLE else title[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
        return self.found.setdefault(key, Ledger(key, title=cut))

    def enter_document(self, document: str) -> None:
        """Count a document for its publisher, its carrier and the outlets quoted in it."""
        edition = self.view.pile.editions[document]
        mine = self._publisher(document)
        mine.documents.add(document)
        if edition.carrier:
            carrier = self._outlet(edition.carrier)
            carrier.carries.add(document)
            self._relay(mine.id, carrier.id, Way.CARRIED, self.view.claims_in.get(document, ()))
        for passage in edition.passages:
            if passage.role is PassageRole.BOILERPLATE:
                continue
            mine.passages += 1
            if passage.role.makes_claims and passage.outlet and (quoted := self._outlet(passage.outlet)) is not mine:
                quoted.quoted_in.add(document)
                self._relay(quoted.id, mine.id, Way.QUOTED)

    def enter_claim(self, claim: Claim) -> None:
        """Count a claim for its publisher, and for the outlets between it and the publisher."""
        mine = self._publisher(claim.document)
        passage = self.view.passage(claim)
        chain = [mine]
        for name in (passage.outlet if passage else None, *relayed_through(self.view, claim)):
            if name and (outlet := self._outlet(name)) is not chain[-1]:
                chain.append(outlet)
        for taker, giver in itertools.pairwise(chain):
            self._relay(giver.id, taker.id, Way.QUOTED, (claim,))
        if len(chain) > 1:
            mine.relayed.append(claim)
            chain[-1].through.append(claim)
            chain[-1].quoted_in.add(claim.document)
        else:
            (mine.cited if len(claim.voices) > 1 else mine.own).append(claim)
        account = self.view.account_of.get(claim.id)
        if account is not None and claim.id in account.copies:
            mine.copies.append(claim)
        if claim.voices and claim.voices[-1].kind in (VoiceKind.UNNAMED, VoiceKind.OFFICIAL):
            mine.unnamed.append(claim)

    def enter_copy(self, copy: Copy) -> None:
        """Copies whose direction is known, and those credited to an outlet that both sides have them from."""
        mine = self._told_by(copy.document, copy.span.start)
        theirs = self._told_by(copy.of_document, copy.of_span.start)
        if mine is theirs:
            # A digest that quotes an outlet prints its words; the outlet does not copy itself.
            mine = self._publisher(copy.document)
        if copy.direction == "from":
            self._relay(theirs.id, mine.id, Way.COPIED, self._claims_in(copy.document, copy.span))
        elif copy.credit is not None:
            credited = self._outlet(copy.credit)
            self._relay(credited.id, mine.id, Way.COPIED, self._claims_in(copy.document, copy.span))
            self._relay(credited.id, theirs.id, Way.COPIED, self._claims_in(copy.of_document, copy.of_span))

    def _claims_in(self, document: str, span: Span) -> list[Claim]:
        return [each for each in self.view.claims_in.get(document, ()) if span.holds(each.span)]

    def _told_by(self, document: str, offset: int) -> Ledger:
        passage = _innermost(self.view.pile.editions[document].passages, offset)
        return self._outlet(passage.outlet) if passage.outlet else self._publisher(document)

    def _relay(self, giver: str, taker: str, way: Way, claims: Iterable[Claim] = ()) -> None:
        if giver != taker:
            self._relays.setdefault((giver, taker, way), set()).update(each.id for each in claims)

    def close(self) -> None:
        """Put what was found to be relayed into the ledgers of both sides."""
        for giver, taker, way in sorted(self._relays):
            relay = Relay(giver, taker, way, tuple(sorted(self._relays[giver, taker, way])))
            self.found[giver].gives.append((relay, self.found[taker].name))
            self.found[taker].takes.append((relay, self.found[giver].name))


def relays(sources: Mapping[str, Ledger]) -> list[Relay]:
    """Everything that one source relays of another, most claims first."""
    found = [relay for each in sources.values() for relay, _ in each.takes]
    return sorted(found, key=lambda each: (-len(each.claims), each.taker, each.giver, each.way))


def _innermost(passages: tuple[Passage, ...], offset: int) -> Passage:
    over = [each for each in passages if each.span.start <= offset < each.span.end]
    return min(over, key=lambda each: len(each.span), default=passages[0])


def _add_corrections(view: View, found: dict[str, Ledger]) -> None:
    """An update is a publisher's own correction where it gives more than one of the values."""
    for dispute in view.findings.disputes:
        if dispute.kind is not DisputeKind.UPDATE:
            continue
        sides: dict[str, set[int]] = defaultdict(set)
        for number, value in enumerate(dispute.values):
            for claim in (view.pile.claims[each] for each in value.claims if each in view.pile.claims):
                sides[publisher_key(view, claim.document)].add(number)
        for key in sorted(sides):
            if len(sides[key]) > 1:
                found[key].corrections.append(dispute)


def _ranked(relays: list[tuple[Relay, str]], *ways: Way) -> tuple[tuple[str, int], ...]:
    """Names with the claims relayed, most first; a claim that is quoted and copied counts once."""
    claims: dict[str, set[str]] = {}
    for relay, name in relays:
        if relay.way in ways:
            claims.setdefault(name, set()).update(relay.claims)
    return tuple(sorted(((name, len(each)) for name, each in claims.items()), key=lambda each: (-each[1], each[0])))
