"""Disputes over deeds that those said to have done them deny, where others tell of them or suspect them elsewhere.

A denial and the accusation it answers are seldom one event: "Sundal denies bombing Tarsk" has no day and no toll. They
meet where the kind of deed, the doer and the place or victim are the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.language.states import states_in
from sayso.records.claim import TOLD, Claim, Deed, Plover, Stance
from sayso.records.ids import make_id
from sayso.records.matter import Dispute, DisputeKind, Matter
from sayso.records.pile import Pile
from sayso.records.when import edtf_interval
from sayso.weigh.dealings import Dealings
from sayso.weigh.sides import side
from sayso.weigh.surroundings import Surroundings
from sayso.weigh.whether import affirms, denial

_CHARGED = frozenset({Plover.ASSAULT, Plover.COERCE, Plover.MOBILIZE, Plover.THREATEN, Plover.SANCTION})
# Forces that are a state's whatever else they are called; a group that bears its name need not be.
_FORCES = re.compile(
    r"\b(?:air ?force|army|navy|military|troops|soldiers|forces|jets|(?:war)?planes|aircraft|helicopters|police)\b",
    re.IGNORECASE,
)
_NEWS_DAYS = 60  # what is told up to so many days after a denial can be what it denies
_LARGEST_BLOCK = 200
_MOST = 8


@dataclass(frozen=True, slots=True)
class Charge:
    """A claim of a grave deed: its doers, and whom or where it struck, as actor ids, state codes and place ids."""

    claim: Claim
    deed: Deed
    doers: frozenset[str]
    struck: frozenset[str]
    said: date | None

    def is_of(self, other: Charge) -> bool:
        """Whether both tell of one kind of deed by one doer against one party or in one place, at times that meet."""
        if self.deed.plover is not other.deed.plover or not self.doers & other.doers or not self.struck & other.struck:
            return False
        mine, theirs = (edtf_interval(each.deed.when.edtf if each.deed.when else None) for each in (self, other))
        first, last = (
            max(filter(None, (mine[0], theirs[0])), default=None),
            min(filter(None, (mine[1], theirs[1])), default=None),
        )
        return first is None or last is None or first <= last + timedelta(1)


def over_accusations(
    pile: Pile, matters: Iterable[Matter], around: Surroundings, parties: Dealings, origin_of: Mapping[str, str]
) -> Iterator[Dispute]:
    """A dispute for each of the events given that its doer denies in words that stand apart from it, in their order."""
    charges = [found for claim in pile.claims.values() if (found := _charge(claim, pile, around, parties)) is not None]
    told: dict[tuple[str, str], list[Charge]] = defaultdict(list)
    for each in charges:
        for block in _blocks(each) if affirms(each.claim) else ():
            told[block].append(each)
    against: dict[str, list[Charge]] = defaultdict(list)
    denials: dict[str, list[Charge]] = defaultdict(list)
    for denied in charges:
        if affirms(denied.claim) or not _is_own(denied, parties):
            continue
        own = around.matter_of[denied.claim.id]
        near = (each for block in _blocks(denied) for each in told.get(block, ())[:_LARGEST_BLOCK])
        met = {each.claim.id: each for each in near if _answers(denied, each)}
        # Of several deeds the one most like what is denied is meant, as when raids are denied and mines are told of.
        best = max((_likeness(denied, each) for each in met.values()), default=(0, False))
        for each in sorted(met.values(), key=lambda one: one.claim.id):
            event = around.event_of.get(each.claim.id, "")
            apart = event not in (own, around.event_of.get(denied.claim.id))
            if event and apart and _likeness(denied, each) == best:
                against[event].append(each)
                denials[event].append(denied)
    for matter in matters:
        if matter.id in against:
            yield _dispute(matter, against[matter.id], denials[matter.id], origin_of)


def _likeness(denied: Charge, told: Charge) -> tuple[int, bool]:
    words = {each.deed.lemma.casefold().removesuffix("ing") for each in (denied, told)}
    return len(denied.struck & told.struck), len(words) == 1


def _blocks(charge: Charge) -> Iterator[tuple[str, str]]:
    for doer in sorted(charge.doers):
        for struck in sorted(charge.struck):
            yield doer, struck


def _charge(claim: Claim, pile: Pile, around: Surroundings, parties: Dealings) -> Charge | None:
    deed = claim.content
    if not isinstance(deed, Deed) or deed.plover not in _CHARGED:
        return None
    if claim.status not in TOLD:
        return None
    doers: frozenset[str] = frozenset()
    struck = frozenset(each for each in around.features(claim)[0])
    for role in deed.roles:
        keys = parties.party(role, claim).keys
        if role.role == "actor":
            doers |= keys | (states_in(role.text) if _FORCES.search(role.text) else frozenset())
        else:
            struck |= keys
    if not doers or not struck:
        return None
    return Charge(claim, deed, doers, struck - doers, edtf_interval(pile.passages[claim.passage].published)[0])


def _is_own(denied: Charge, parties: Dealings) -> bool:
    """Whether who denies it is, or speaks for, who is said to have done it."""
    deniers = [voice for voice in denied.claim.voices if voice.stance is Stance.DENIES] or denied.claim.voices[-1:]
    return any(parties.speaker(voice).keys & denied.doers for voice in deniers)


def _answers(denied: Charge, told: Charge) -> bool:
    if not denied.is_of(told):
        return False
    return told.said is None or denied.said is None or told.said <= denied.said + timedelta(_NEWS_DAYS)


def _dispute(
    event: Matter, against: Sequence[Charge], denials: Sequence[Charge], origin_of: Mapping[str, str]
) -> Dispute:
    told = list({each.claim.id: each.claim for each in against}.values())[:_MOST]
    denied = list({each.claim.id: each.claim for each in denials}.values())[:_MOST]
    return Dispute(
        id=make_id("x", event.id, "whether", "apart", min(each.id for each in denied)),
        matter=event.id,
        slot="whether",
        kind=DisputeKind.CONTRADICTION,
        question=f"Is it so? — {event.label}",
        values=(side("it is said, or suspected", told, origin_of), side("it is denied", denied, origin_of)),
        reasons=(denial(denied), "accusation and denial name the same doer, kind of deed and place or victim"),
    )
