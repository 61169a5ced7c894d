"""Disputes over where somebody was, told by no denial: "spent all of May in Sundal", and "spoke in Tarsk on 17 May".

People travel: that somebody is told to have been in two towns on one day is no contradiction. It is one where he was in
the one all of the time at which he was in the other, or in both on one night or at one hour.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from sayso.records.actor import MentionKind
from sayso.records.claim import Claim, Deed, Plover, Status
from sayso.records.ids import make_id
from sayso.records.matter import Dispute, DisputeKind
from sayso.records.pile import Findings, Pile
from sayso.weigh.sides import side
from sayso.weigh.speaking import Speakers
from sayso.weigh.standing import affirms, is_sourced
from sayso.weigh.surroundings import Surroundings
from sayso.weigh.ties.presence import BEFALLING, Presence, presences
from sayso.weigh.ties.towns import Town, Towns

_LARGEST_BLOCK = 200
_PARTS = ("morning", "afternoon", "evening", "night")
_GOES_ON = frozenset({"beat", "torture", "hit", "fight", "mistreat", "abuse", "chase", "pursue"})  # it may in two towns
_FAR_BACK = 6  # words
_IN = frozenset({"in", "at", "inside", "aboard", "through", "within"})
_PREPOSITIONS = _IN | frozenset(
    {"from", "to", "of", "near", "outside", "towards", "toward", "for", "against", "about", "over", "into", "around"}
)


@dataclass(frozen=True, slots=True)
class _There:
    """A presence, and the town it is in."""

    at: Presence
    town: Town


def over_alibis(
    pile: Pile, findings: Findings, around: Surroundings, speakers: Speakers, origin_of: Mapping[str, str]
) -> Iterator[Dispute]:
    """Disputes between two claims that put one person in two towns, of which the one leaves no time for the other."""
    towns = Towns(pile, findings)
    names = {actor.id: actor.name for actor in findings.actors if actor.kind is MentionKind.PERSON}
    by_person: dict[str, list[_There]] = defaultdict(list)
    for claim in pile.claims.values():
        if claim.status is not Status.ACTUAL or not affirms(claim):
            continue
        for at in presences(claim, pile):
            town = towns.of(at.place)
            keys = [each for each in speakers.party(at.role, claim).keys if each in names]
            if town is not None and len(keys) == 1 and _is_there(claim, at, pile):
                by_person[keys[0]].append(_There(at, town))
    for person, told in sorted(by_person.items()):
        if len(told) <= _LARGEST_BLOCK:
            pairs = [pair for pair in combinations(told, 2) if _exclude(*pair, towns, around)]
            yield from _disputes(names[person], pairs, around, origin_of)


def _is_there(claim: Claim, at: Presence, pile: Pile) -> bool:
    """Whether the words before a place say that it was done there, and not from there or on it."""
    if not isinstance(claim.content, Deed) or claim.content.plover is Plover.OTHER:
        return True  # read as what was done there
    mention = pile.mentions[at.place or ""]
    if not claim.span.holds(mention.span):
        return False
    before = claim.quote[: mention.span.start - claim.span.start].casefold().split()
    governing = [each for each in before[-_FAR_BACK:] if each in _PREPOSITIONS]
    while governing and governing[-1] == "of":
        governing.pop()
    return bool(governing) and governing[-1] in _IN


def _exclude(one: _There, two: _There, towns: Towns, around: Surroundings) -> bool:
    """Whether two claims of one person cannot both hold."""
    if not _are_two_words(one.at.claim, two.at.claim) or not _clash(one.at, two.at):
        return False
    if not towns.exclude(one.town, two.town):
        return False
    # "spent all of May in Sundal, but for a day in Tarsk"
    return not any(_names(here.at.claim, there.town, around) for here, there in ((one, two), (two, one)))


def _are_two_words(one: Claim, two: Claim) -> bool:
    """Whether two claims are of two documents, or of two sources in one: what one voice tells on is a journey."""
    if one.document != two.document:
        return True
    if one.sentence == two.sentence or not (is_sourced(one) and is_sourced(two)):
        return False
    return [each.name for each in one.voices] != [each.name for each in two.voices]


def _clash(one: Presence, two: Presence) -> bool:
    """Whether there is no time for both."""
    for stay, other in ((one, two), (two, one)):
        if stay.sure and stay.covers(other):
            return True
    if one.sure and two.sure and one.whole and two.whole:
        return one.meets(two)
    if _is_one_blow(one, two):
        return True
    same = one.low == one.high == two.low == two.high
    return same and one.still and two.still and _PARTS[one.low % 4] == "night"


def _is_one_blow(one: Presence, two: Presence) -> bool:
    """Whether one kind of violence is told to have been done to somebody at one time: he was attacked where, then?"""
    deeds = [each.claim.content for each in (one, two) if isinstance(each.claim.content, Deed)]
    if len(deeds) < 2 or deeds[0].plover is not deeds[1].plover or deeds[0].plover not in BEFALLING:
        return False
    if any(each.lemma in _GOES_ON for each in deeds):
        return False
    if any(each.role.role != "recipient" or each.days[0] != each.days[1] for each in (one, two)):
        return False
    return one.meets(two)


def _names(claim: Claim, town: Town, around: Surroundings) -> bool:
    """Whether a claim's own sentence names the other town."""
    return any(mention.name == town.name for mention in around.mentions_in(claim.document, claim.sentence))


def _disputes(
    name: str, pairs: Sequence[tuple[_There, _There]], around: Surroundings, origin_of: Mapping[str, str]
) -> Iterator[Dispute]:
    """One dispute for each stay, with all that it leaves no time for."""
    groups: list[dict[str, _There]] = []
    for pair in pairs:
        joined = {each.at.claim.id: each for each in pair}
        for group in [each for each in groups if each.keys() & joined.keys()]:
            joined.update(group)
            groups.remove(group)
        groups.append(joined)
    for group in groups:
        yield _dispute(name, [each for _, each in sorted(group.items())], pairs, around, origin_of)


def _dispute(
    name: str,
    told: Sequence[_There],
    pairs: Sequence[tuple[_There, _There]],
    around: Surroundings,
    origin_of: Mapping[str, str],
) -> Dispute:
    by_town: dict[str, list[_There]] = defaultdict(list)
    for each in told:
        by_town[each.town.key].append(each)
    own = {each.at.claim.id for each in told}
    least = min(own)
    shortest = min((each.at for each in told), key=lambda at: (at.high - at.low, at.low))
    return Dispute(
        id=make_id("x", around.matter_of[least], "alibi", least),
        matter=around.matter_of[least],
        slot="where",
        kind=DisputeKind.CONTRADICTION,
        question=f"Where was {name}, {_days(shortest)}?",
        values=tuple(
            side(each[0].town.name, (one.at.claim for one in each), origin_of) for _, each in sorted(by_town.items())
        ),
        reasons=tuple(
            dict.fromkeys(
                f"one has {name} in {one.town.name} ({_days(one.at)}), the other in {two.town.name} ({_days(two.at)})"
                for one, two in pairs
                if one.at.claim.id in own
            )
        ),
    )


def _days(at: Presence) -> str:
    low, high = at.days
    if at.whole and high > low:
        high += timedelta(1)  # of a period only the inner time is sure; its own words name the days around
    part = _PARTS[at.low % 4] if at.low == at.high else ""
    days = _day(low) if low == high else f"{_day(low)} to {_day(high)}"
    return f"{part} of {days}" if part else days


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
