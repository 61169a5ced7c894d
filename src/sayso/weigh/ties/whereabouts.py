"""Disputes over where somebody was: accounts that put one person in two countries at one time.

A stay is dated by the account's own time or, told in a run of years, by the years named before and after it: what comes
between "2011" and "Then in 2014" was in between.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from sayso.language.states import states_in
from sayso.records.actor import MentionKind, Place
from sayso.records.claim import Claim, Deed, Plover, Role, Status, Tie, TieKind
from sayso.records.ids import make_id
from sayso.records.matter import Dispute, DisputeKind
from sayso.records.pile import Findings, Pile
from sayso.records.when import When, WhenType, edtf_interval, edtf_of
from sayso.weigh.sides import side
from sayso.weigh.standing import affirms

_COMES = frozenset(
    {"return", "come", "move", "relocate", "settle", "arrive", "airlift", "bring", "go", "stay", "remain"}
)
# What has been so is so still when it is written.
_PERFECT = re.compile(r"\b(?:has|have|(?:he|she|who|they|we|I)['’](?:s|ve))\b")
_BEFORE = 900  # characters back to the year a stay is told after
_AFTER = 300  # characters on to the year it is told before
_YEARS = 3 * 365  # days
_LONGEST = 25  # years; between years further apart a stay says little
_LONGEST_BESIDE = 10  # years; and less where it gives neither end itself: he may have moved on
_LARGEST_BLOCK = 60


@dataclass(frozen=True, slots=True)
class Stay:
    """That a person was in a country, from ``low`` to ``high``; ``told`` says from what the days were read, and
    ``sure`` is False where nothing says since when.
    """

    claim: Claim
    person: str
    country: str
    place: str
    low: date
    high: date
    told: str
    sure: bool = True

    def meets(self, other: Stay) -> bool:
        """Whether the two have days in common."""
        return self.low <= other.high and other.low <= self.high


def over_whereabouts(pile: Pile, findings: Findings, origin_of: Mapping[str, str]) -> Iterator[Dispute]:
    """Disputes between stays of one person in two countries, told by different documents, by person."""
    stays = _Stays(pile, findings)
    by_person: dict[str, list[Stay]] = defaultdict(list)
    for claim in pile.claims.values():
        if claim.status is Status.ACTUAL and (stay := stays.read(claim)) is not None and affirms(claim):
            by_person[stay.person].append(stay)
    for person, told in sorted(by_person.items()):
        if len(told) > _LARGEST_BLOCK:
            continue
        at_odds = [
            (one, two)
            for one, two in combinations(told, 2)
            if one.country != two.country and one.claim.document != two.claim.document and one.meets(two)
        ]
        for together in _by_period(at_odds):
            yield _dispute(stays.names[person], together, stays.matter_of, origin_of)


def _is_firm(one: Stay, two: Stay) -> bool:
    """Whether the two cannot both hold: a journey of some day goes with years of living elsewhere."""
    if not (one.sure and two.sure):
        return False
    return not any(
        isinstance(trip.claim.content, Deed) and (stay.high - stay.low).days > _YEARS
        for trip, stay in ((one, two), (two, one))
    )


def _by_period(at_odds: Sequence[tuple[Stay, Stay]]) -> list[list[tuple[Stay, Stay]]]:
    """The pairs in groups that share a stay: each is a question of its own."""
    groups: list[tuple[set[str], list[tuple[Stay, Stay]]]] = []
    for pair in at_odds:
        ids = {stay.claim.id for stay in pair}
        pairs = [pair]
        for group in [each for each in groups if each[0] & ids]:
            ids |= group[0]
            pairs = [*group[1], *pairs]
            groups.remove(group)
        groups.append((ids, pairs))
    return [pairs for _, pairs in groups]


class _Stays:
    def __init__(self, pile: Pile, findings: Findings) -> None:
        self._pile = pile
        people = [actor for actor in findings.actors if actor.kind is MentionKind.PERSON]
        self.names = {actor.id: actor.name for actor in people}
        self._person_of = {mention: actor.id for actor in people for mention in actor.mentions}
        self._place_of = {mention: place for place in findings.places for mention in place.mentions}
        self.matter_of = {claim: matter.id for matter in findings.matters for claim in matter.claims}
        self._last_told = _last_told(pile, findings)
        self._years = {document: _years(times) for document, times in pile.times.items()}

    def read(self, claim: Claim) -> Stay | None:
        """The stay that a move or a seat tells of, where it names a country and can be dated."""
        content = claim.content
        if isinstance(content, Tie) and content.tie is TieKind.BASED_IN:
            end: Role | None = content.b
            person, place = self._person_of.get(content.a.mention or ""), self._place(content.b)
            whens = (content.start, content.until, content.as_of)
        elif isinstance(content, Deed) and content.plover is Plover.MOVE and content.lemma in _COMES:
            who = self._who_moves(content)
            person = self._person_of.get(who.mention or "") if who is not None else None
            place = self._place_of.get(content.place or "")
            end = next((role for role in content.roles if role is not who), None)
            if end is not None and re.search(rf"\bfrom\s+(?:the\s+)?{re.escape(end.text)}\b", claim.quote):
                return None  # who "came back from Rome" was no longer there
            whens = (content.when, None, None)
        else:
            return None
        country = self._country(place, end)
        days = self._days(claim, whens)
        if person is None or country is None or days is None:
            return None
        name = place.name if place is not None else end.text if end is not None else country.upper()
        return Stay(claim, person, country, name, *days)

    def _who_moves(self, deed: Deed) -> Role | None:
        """Who comes to be there: he who returns, and he who is brought."""
        moved = "recipient" if deed.mode == "brought" else "actor"
        return next((role for role in deed.roles if role.role == moved), None)

    def _place(self, role: Role) -> Place | None:
        return self._place_of.get(role.mention or "")

    def _country(self, place: Place | None, end: Role | None) -> str | None:
        if place is not None and place.country is not None:
            return place.country.casefold()
        named = states_in(end.text) if end is not None else frozenset()
        return min(named) if len(named) == 1 else None

    def _days(self, claim: Claim, whens: Sequence[When | None]) -> tuple[date, date, str, bool] | None:
        start, until, at = (edtf_interval(when.edtf if when else None) for when in whens)
        if at[0] and at[1]:
            return at[0], at[1], "at a time it names", True
        if isinstance(claim.content, Deed) and start[0] and start[1]:
            return start[0], start[1], "at the time it names", True
        before, after = self._around(claim)
        low = start[1] or (before[1] if before else None)
        if (
            low is not None
            and until[0] is None
            and _PERFECT.search(claim.quote)
            and (now := self._now(claim)) is not None
        ):
            told = f"told after {low.year}, up to when it was written"
            return (low + timedelta(1), now, told, True) if low < now else None
        high = until[0] or (after[0] if after else None)
        if low is None and until[0] is not None:
            told = f"until {until[0].year}, since a time it does not give"
            return until[0] - timedelta(365 * _LONGEST), until[0] - timedelta(1), told, False
        if low is None or high is None:
            return None
        # Told after "2011" and before "2014" it is of the years between, of which only the inner days are sure.
        low, high = low + timedelta(1), high - timedelta(1)
        longest = _LONGEST if start[1] or until[0] else _LONGEST_BESIDE
        if not low <= high or (high - low).days > 365 * longest:
            return None
        return low, high, f"told after {low.year - (low.timetuple().tm_yday == 1)} and before {high.year + 1}", True

    def _now(self, claim: Claim) -> date | None:
        """The day a claim was written: that of its passage, else the last of those its document tells of."""
        said = edtf_interval(self._pile.passages[claim.passage].published)[1]
        return said or self._last_told.get(claim.document)

    def _around(self, claim: Claim) -> tuple[tuple[date, date] | None, tuple[date, date] | None]:
        """The years named before and after a claim in its passage, if they stand near."""
        starts, years = self._years.get(claim.document, ([], []))
        at = bisect_left(starts, claim.span.start)
        passage = self._pile.passages[claim.passage].span
        before = after = None
        if at and starts[at - 1] >= max(claim.span.start - _BEFORE, passage.start):
            before = years[at - 1]
        if at < len(starts) and starts[at] <= min(claim.span.end + _AFTER, passage.end):
            after = years[at]
        return before, after


def _last_told(pile: Pile, findings: Findings) -> dict[str, date]:
    """The last day on which something happened that a document tells of, by document."""
    found: dict[str, date] = {}
    for matter in findings.matters:
        day = edtf_interval(matter.when.edtf)[0] if matter.when is not None else None
        if day is None:
            continue
        for claim in (pile.claims[each] for each in matter.claims):
            if isinstance(claim.content, Deed) and claim.status is Status.ACTUAL and affirms(claim):
                found[claim.document] = max(day, found.get(claim.document, day))
    return found


def _years(times: Sequence[When]) -> tuple[list[int], list[tuple[date, date]]]:
    found = []
    for when in times:
        first, last = edtf_interval(when.edtf)
        if when.type is WhenType.DATE and first is not None and last is not None:
            found.append((when.span.start, (first, last)))
    found.sort()
    return [start for start, _ in found], [days for _, days in found]


def _dispute(
    name: str, at_odds: Sequence[tuple[Stay, Stay]], matter_of: Mapping[str, str], origin_of: Mapping[str, str]
) -> Dispute:
    stays = {stay.claim.id: stay for pair in at_odds for stay in pair}
    by_country: dict[str, list[Stay]] = defaultdict(list)
    for _, stay in sorted(stays.items()):
        by_country[stay.country].append(stay)
    least = min(stays)
    low = min(max(one.low, two.low) for one, two in at_odds)
    high = max(min(one.high, two.high) for one, two in at_odds)
    years = str(low.year) if low.year == high.year else f"{low.year} to {high.year}"
    return Dispute(
        id=make_id("x", matter_of[least], "whereabouts", least),
        matter=matter_of[least],
        slot="where",
        kind=DisputeKind.CONTRADICTION if any(_is_firm(one, two) for one, two in at_odds) else DisputeKind.COMPATIBLE,
        question=f"Where was {name}, {years}?",
        values=tuple(
            side(" and ".join(dict.fromkeys(stay.place for stay in each)), (stay.claim for stay in each), origin_of)
            for _, each in sorted(by_country.items())
        ),
        reasons=tuple(
            dict.fromkeys(
                f"one has {name} in {one.place} ({one.told}), the other in {two.place} ({two.told})"
                for one, two in at_odds
            )
        ),
        when=edtf_of(low, high),
    )
