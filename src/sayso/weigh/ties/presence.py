"""When a claim puts a person somewhere, to the part of the day, and whether all of that time or at some of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from sayso.language.presence import presence
from sayso.records.claim import Claim, Deed, Plover, Role, Tie, TieKind
from sayso.records.pile import Pile
from sayso.records.when import When, edtf_interval

# Parts of a day in order; a night runs on into the next morning and is counted to the day it begins on.
_MORNING, _AFTERNOON, _EVENING, _NIGHT = range(4)
_PARTS = {"MO": _MORNING, "MI": _AFTERNOON, "AF": _AFTERNOON, "EV": _EVENING, "NI": _NIGHT}
_PART = re.compile(r"T(MO|MI|AF|EV|NI)$")
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_HOURS = ((6, _NIGHT), (12, _MORNING), (18, _AFTERNOON), (22, _EVENING), (24, _NIGHT))  # up to which hour
_ALL_OF_IT = re.compile(
    r"\b(?:whole|all of|all (?:day|night|week|month|evening|morning|afternoon|spring|summer|autumn|winter)|"
    r"all through|throughout|entire|continuously|uninterrupted(?:ly)?|non-?stop|round the clock|"
    r"without (?:a |any |one )?(?:single )?(?:break|interruption|pause)|without (?:once )?leaving|"
    r"every (?:single )?(?:day|night|hour|minute)|"
    r"(?:did not|never|had not|has not|didn['’]t|hadn['’]t) (?:once )?(?:leave|left))\b",
    re.IGNORECASE,
)
_BY_NIGHT = frozenset({"spend", "pass", "sleep", "lie", "stay", "lodge"})
_SPENT = frozenset({"spend", "pass"})
_STAYED = re.compile(r"\b(?:stayed|remained)\b")  # who lives or is based in a town goes on journeys
_MOST_DAYS = 400  # of a stay that is told as one without a break
_A_MONTH = 31
_FEW = 2  # days of a gathering
_HEDGED = frozenset(
    {"about", "around", "before", "after", "since", "until", "till", "by", "START", "MID", "END", "APPROX"}
)


BEFALLING = frozenset({Plover.ASSAULT, Plover.DEATH})
"""Deeds to whose victim nothing of the sort is done twice a day."""


@dataclass(frozen=True, slots=True)
class Presence:
    """That a person is somewhere from ``low`` to ``high``, in parts of days, counted from the first day there was.

    ``whole`` where he is there all that time, ``sure`` where its words leave no room for a journey; else he is there at
    some time in it. ``still`` where he is told to be there, not to do something there.
    """

    claim: Claim
    role: Role
    place: str | None
    low: int
    high: int
    whole: bool
    sure: bool
    still: bool

    def covers(self, other: Presence) -> bool:
        """Whether he is here all the time at which the other has him somewhere."""
        return self.whole and self.low <= other.low and other.high <= self.high

    def meets(self, other: Presence) -> bool:
        """Whether the two have some of their time in common."""
        return self.low <= other.high and other.low <= self.high

    @property
    def days(self) -> tuple[date, date]:
        """First and last day."""
        return date.fromordinal(self.low // 4), date.fromordinal(self.high // 4)


def presences(claim: Claim, pile: Pile) -> Iterator[Presence]:
    """What a claim says of where persons were, one for each of them; nothing where it does not say when or where."""
    content = claim.content
    if isinstance(content, Tie) and content.tie is TieKind.BASED_IN:
        when = _of_tie(content) if _STAYED.search(claim.quote) else None
        held = _held(claim, when, "stay", still=True) if when is not None else None
        if held is not None:
            yield replace(held, role=content.a, place=content.b.mention)
    elif isinstance(content, Deed) and content.place is not None and content.when is not None:
        lemma = content.lemma
        still = lemma in presence("stays") or lemma in presence("held")
        at = _held(claim, _both_ends(content.when, claim, pile), lemma, still=still)
        if at is not None:
            for role in _there(content):
                yield replace(at, role=role, place=content.place)


def _there(deed: Deed) -> Iterable[Role]:
    """Those whom a deed puts where it is done."""
    active = deed.lemma in presence("stays") or deed.lemma in presence("does") or deed.lemma in presence("leads")
    passive = deed.lemma in presence("held") or deed.lemma in presence("seen") or deed.plover in BEFALLING
    for role in deed.roles:
        if (active and role.role == "actor") or (passive and role.role == "recipient"):
            yield role


def _of_tie(tie: Tie) -> When | None:
    """The time of a tie that has one, or the days from its beginning to its end."""
    if tie.start is not None and tie.until is not None:
        low, high = tie.start.interval[0], tie.until.interval[1]
        if low is None or high is None or not low < high:
            return None
        return replace(tie.start, value="", edtf=f"{low}/{high}", modifier=None)
    return tie.as_of or tie.start


def _both_ends(when: When, claim: Claim, pile: Pile) -> When:
    """The time to the end that its sentence gives it: "from 12 August", of which "to 30 November" stands behind."""
    if when.modifier != "from" or "/" in (when.edtf or ""):
        return when
    for each in pile.times.get(claim.document, ()):
        behind = each.span.start > when.span.end and claim.sentence.holds(each.span)
        if behind and each.modifier in ("to", "until", "till", "through"):
            low, high = when.interval[0], each.interval[1]
            if low is not None and high is not None and low < high:
                return replace(when, value="", edtf=f"{low}/{high}", modifier=None)
            break
    return when


def _held(claim: Claim, when: When, lemma: str, *, still: bool) -> Presence | None:
    """How long the words of a claim hold somebody where it puts him."""
    first, last = edtf_interval(when.edtf)
    if first is None or last is None or "~" in (when.edtf or "") or when.modifier in _HEDGED:
        return None
    whole = still and _ALL_OF_IT.search(claim.quote) is not None
    if first == last:
        return _of_a_day(claim, (first, when.value), lemma, whole=whole, still=still)
    days = (last - first).days + 1
    by_days = "/" in (when.edtf or "") and when.edtf is not None and len(when.edtf) == len("2031-05-01/2031-05-31")
    low, high = first.toordinal() * 4 + _NIGHT, (last.toordinal() - 1) * 4 + _NIGHT
    if still and days <= _MOST_DAYS:
        sure = whole or by_days or (lemma in _SPENT and days <= _A_MONTH)
        return _presence(claim, low, high, whole=True, sure=sure, still=True) if sure else None
    if days <= _FEW:
        return _presence(claim, first.toordinal() * 4, last.toordinal() * 4 + _EVENING, still=still)
    return None


def _of_a_day(claim: Claim, at: tuple[date, str], lemma: str, *, whole: bool, still: bool) -> Presence | None:
    day, value = at
    start = day.toordinal() * 4
    part = _part(value)
    if part is None:
        return _presence(claim, start, start + _EVENING, whole=whole, sure=whole, still=still)
    whole = whole or (part == _NIGHT and lemma in _BY_NIGHT and still)
    start += part - (4 if _CLOCK.search(value) and _hour(value) < _HOURS[0][0] else 0)
    return _presence(claim, start, start, whole=whole, sure=whole, still=still)


def _presence(
    claim: Claim, low: int, high: int, *, whole: bool = False, sure: bool = False, still: bool = False
) -> Presence:
    nobody = Role("actor", None, claim.span, "")
    return Presence(claim, nobody, None, low, high, whole, sure, still)


def _part(value: str) -> int | None:
    """The part of the day that a time value names, as TIMEX3 has it or by the clock; None for a whole day."""
    if match := _PART.search(value):
        return _PARTS[match[1]]
    if _CLOCK.search(value):
        return next(part for hour, part in _HOURS if _hour(value) < hour)
    return None


def _hour(value: str) -> int:
    match = _CLOCK.search(value)
    return min(int(match[1]), 23) if match else 0
