"""Whether a tie held on a day, and from when until when, by what all claims of it say together.

A claim tells that a tie held on the days it gives, or on the day it was published. Between two days of which it is
told the tie is taken to have held, unless an end or another beginning is told in between; before the first and after
the last nothing is taken. Claims that contradict one another are put beside one another.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from sayso.records.claim import TRIED, Claim, Polarity, Stance, Status, Tie, TieKind
from sayso.records.document import Span
from sayso.records.when import When, edtf_interval

Days = tuple[date | None, date | None]
NO_DAYS: Days = (None, None)
_UNDONE = frozenset({Status.PLANNED, Status.ORDERED, Status.ASKED, Status.CONDITIONAL, Status.POSSIBLE}) | TRIED
_DOUBTING = frozenset({Stance.ALLEGES, Stance.SUGGESTS})
_ONGOING = frozenset({"since", "from"})
_NEAR = 60  # characters; a time farther off is another clause's
_WEEK = timedelta(days=6)
_MONTH = timedelta(days=31)
_YEAR = timedelta(days=366)
REACH = timedelta(days=20 * 366)
"""How long before the first telling of something of no known beginning it may still be meant to have been so."""


class Answer(StrEnum):
    """Whether a tie held on a day."""

    HELD = "held"
    DISPUTED = "disputed"  # some say so, some deny it or say that it was over
    UNTOLD = "untold"  # nothing tells
    BEFORE = "before"  # it had not begun
    OVER = "over"  # it had ended
    DENIED = "denied"  # all who speak of that day deny it


@dataclass(frozen=True, slots=True)
class Telling:
    """What one claim says of when.

    ``first`` and ``last`` are the days between which it says that the tie held, or where ``denies`` is set that it did
    not; None where it dates nothing. ``start`` and ``end`` are the first and last day on which it can have begun and
    ended, ``seen`` those it speaks of besides. ``by`` is set where the end is only known to have come by the last of
    those days, ``lasting`` where the tie is of no time, ``alleged`` where somebody alleges or suggests it only.
    """

    claim: str
    denies: bool = False
    first: date | None = None
    last: date | None = None
    start: Days = NO_DAYS
    end: Days = NO_DAYS
    seen: Days = NO_DAYS
    by: bool = False
    lasting: bool = False
    alleged: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it says no more than that the tie held between two days."""
        return not self.denies and not self.lasting and not self.alleged and self.start == self.end == NO_DAYS

    def covers(self, day: date) -> bool:
        """Whether it speaks of that day itself."""
        return self.lasting or (self.first is not None and self.last is not None and self.first <= day <= self.last)

    def is_over(self, day: date) -> bool:
        """Whether it says that the tie had ended by then."""
        return self.end[1] is not None and (day >= self.end[1] if self.by else day > self.end[1])

    def is_before(self, day: date) -> bool:
        """Whether it says that the tie began later."""
        return self.start[0] is not None and day < self.start[0]


def telling(claim: Claim, published: Days, times: Sequence[When], happened: Days = NO_DAYS) -> Telling | None:
    """What a claim says of when its tie held; None where it does not say that it ever did.

    ``published`` are the days on which its passage can have been published, ``times`` the times its sentence names,
    ``happened`` the days of the events it tells of, as all documents together date them.
    """
    tie = claim.content
    if not isinstance(tie, Tie) or claim.status in _UNDONE:
        return None
    denies = claim.polarity is Polarity.NO or any(voice.stance is Stance.DENIES for voice in claim.voices)
    alleged = not denies and any(voice.stance in _DOUBTING for voice in claim.voices)
    if tie.tie is TieKind.KIN_OF:
        return Telling(claim.id, denies, lasting=True, alleged=alleged)
    start, end = _tenure(tie)
    by = tie.former and end == NO_DAYS
    if by:
        end = (None, published[1])
    seen, since = _interval(tie.as_of), None
    if seen == NO_DAYS and not tie.former and end == NO_DAYS:
        seen = published if start != NO_DAYS else _told_of(claim, published, times, happened)
        since = _recent_day(times, published) if seen == published and start == NO_DAYS else None
        if tie.start is not None and (_is_long_past(tie.start, published) or _is_taking(tie, tie.start)):
            seen = NO_DAYS
    known = [day for day in (start[1], end[0] if not by else None, *seen, since) if day is not None]
    first, last = min(known, default=None), max(known, default=None)
    return Telling(claim.id, denies, first, last, start, end, seen, by, alleged=alleged)


def _tenure(tie: Tie) -> tuple[Days, Days]:
    """When it can have begun and ended; a beginning that is given as a range of dates is both."""
    start, end = _interval(tie.start), _interval(tie.until)
    if tie.start is not None and tie.start.edtf and "/" in tie.start.edtf:
        low, high = (edtf_interval(each) for each in tie.start.edtf.split("/", 1))
        if low[1] and high[0] and high[0] - low[1] > _MONTH:
            return low, end if end != NO_DAYS else high
    return start, end


def _interval(when: When | None) -> Days:
    return when.interval if when is not None else NO_DAYS


def _is_long_past(start: When, published: Days) -> bool:
    """Whether a beginning is told as something that happened long ago, not as what goes on since: "joined in 1993"."""
    begun, told = start.interval[1], published[1]
    return start.modifier not in _ONGOING and (begun is None or told is None or begun < told - _YEAR)


def _is_taking(tie: Tie, start: When) -> bool:
    """Whether it is told that a place was taken, which tells of no day after: it may have been lost by then."""
    return tie.tie is TieKind.CONTROLS and start.modifier not in _ONGOING


def _told_of(claim: Claim, published: Days, times: Sequence[When], happened: Days) -> Days:
    """The days a claim without a time of its own speaks of: those it was published on, or those beside its words.

    A sentence that names only days long past tells of those: the king in "the coup of 2009 against the king" need not
    be king when it is told. One that names a day shortly before it was published tells of both: the speaker who "was
    taken away on Sunday" was speaker on Sunday. What nothing dates but the event it tells of held when that happened.
    """
    told = published[1]
    if told is None:
        return happened
    dated = [each for each in times if each.interval != NO_DAYS]
    if not dated or any((each.interval[1] or told) >= told - _YEAR for each in dated):
        return published
    nearest = min(dated, key=lambda each: (_gap(each.span, claim.span), each.span))
    if _gap(nearest.span, claim.span) > _NEAR:
        return published
    low, high = nearest.interval
    return (low, high) if low and high and high - low <= _YEAR else NO_DAYS


def _recent_day(times: Sequence[When], published: Days) -> date | None:
    """The first of the days in the month before the telling that a sentence names, each known to the week."""
    if published[0] is None or published[1] is None:
        return None
    days = [each.interval for each in times]
    known = [high for low, high in days if low and high and high - low <= _WEEK]
    return min((day for day in known if published[0] - _MONTH <= day <= published[0]), default=None)


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


@dataclass(frozen=True, slots=True)
class Holding:
    """What all claims of one tie say of when it held."""

    tellings: tuple[Telling, ...]

    @property
    def asserted(self) -> tuple[Telling, ...]:
        """Those that say that it held, or had held."""
        return tuple(each for each in self.tellings if not each.denies)

    @property
    def first(self) -> date | None:
        """The first day on which it is known to have held."""
        return min((each.first for each in self.asserted if each.first), default=None)

    @property
    def last(self) -> date | None:
        """The last day on which it is known to have held."""
        return max((each.last for each in self.asserted if each.last), default=None)

    @property
    def earliest(self) -> date | None:
        """The first day on which it can have begun or is known to have held."""
        days = [*(each.first for each in self.asserted), *(low or high for low, high in self.starts)]
        return min((day for day in days if day), default=None)

    @property
    def latest(self) -> date | None:
        """The last day on which it can have ended or is known to have held; only what is told to be over has none."""
        days = [each.last for each in self.asserted]
        days += [] if self.ended_by else [high or low for low, high in self.ends]
        return max((day for day in days if day), default=None)

    @property
    def starts(self) -> tuple[Days, ...]:
        """The beginnings that claims state; more than one where they cannot all be right."""
        return _reconciled(each.start for each in self.asserted)

    @property
    def ends(self) -> tuple[Days, ...]:
        """The ends that claims state; more than one where they cannot all be right."""
        stated = _reconciled(each.end for each in self.asserted if not each.by)
        return stated or _reconciled(each.end for each in self.asserted)

    @property
    def ended_by(self) -> bool:
        """Whether all that is said of its end is that it has come."""
        return bool(self.ends) and all(each.by for each in self.asserted if each.end != NO_DAYS)

    def on(self, day: date) -> Answer:
        """Whether it held on a day."""
        telling_so = [each for each in self.asserted if each.covers(day)]
        over = [each for each in self.asserted if each.is_over(day) and not self._is_begun_again(each, day)]
        denied = any(each.denies and each.covers(day) for each in self.tellings)
        if any(not each.alleged for each in telling_so) or self._bridged(day):
            contradicted = any(not self._resumes(each, telling_so) for each in over)
            return Answer.DISPUTED if denied or contradicted else Answer.HELD
        if telling_so and (denied or over):
            return Answer.DISPUTED
        if telling_so:
            return Answer.UNTOLD  # that it is alleged does not make it so
        if any(not each.alleged for each in over):
            return Answer.OVER
        if denied:
            return Answer.DENIED
        before = any(each.is_before(day) and not each.alleged for each in self.asserted)
        return Answer.BEFORE if before else Answer.UNTOLD

    def precedes(self, day: date) -> bool:
        """Whether all that tells of it tells of later days, as going on then, and nothing says since when."""
        if self.starts or self.ends or self.first is None:
            return False
        return day < self.first and self.on(day) is Answer.UNTOLD

    def _bridged(self, day: date) -> bool:
        """Whether it is told of a day before and of one after, and of no end or new beginning between the two."""
        firm = [each for each in self.asserted if not each.alleged]
        before = max((each.last for each in firm if each.last and each.last < day), default=None)
        after = min((each.first for each in firm if each.first and each.first > day), default=None)
        if before is None or after is None:
            return False
        ended = any(each.end[1] and each.end[1] < after and each.end[1] >= before for each in self.asserted)
        begun = any(each.start[0] and before < each.start[0] <= after for each in self.asserted)
        return not ended and not begun

    def _is_begun_again(self, over: Telling, day: date) -> bool:
        """Whether a beginning after the end that a telling gives has come by then."""
        starts = [each.start[0] for each in self.asserted if each.start[0] is not None]
        return any(over.end[1] is not None and over.end[1] <= start <= day for start in starts)

    @staticmethod
    def _resumes(over: Telling, telling_so: Iterable[Telling]) -> bool:
        """Whether what tells of the day gives a beginning after the end that another gives."""
        return any(each.start[0] and over.end[1] and each.start[0] >= over.end[1] for each in telling_so)

    def turns(self) -> tuple[tuple[date, Answer], ...]:
        """The days from which the answer is another one, with that answer, in order; the first is day one."""
        turning = {date.min}
        for each in self.tellings:
            for day in (each.first, each.start[0], each.end[1] if each.by else None):
                if day is not None:
                    turning.add(day)
            for day in (each.last, None if each.by else each.end[1]):
                if day is not None and day < date.max:
                    turning.add(day + timedelta(days=1))
        answers = [(day, self.on(day)) for day in sorted(turning)]
        return (answers[0], *(two for one, two in pairwise(answers) if one[1] != two[1]))


def thinned(tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """The tellings without those that change no answer, so that a name told of in every paper costs no more than one.

    Between two days on which anything begins, ends or is denied, only the first and the last plain telling matter.
    """
    breaks = sorted({day for each in tellings if not each.is_plain for day in _days_of(each)})
    gaps: dict[int, list[Telling]] = {}
    kept = []
    for each in tellings:
        days = _days_of(each)
        place = bisect_right(breaks, days[0]) if days else -1
        if each.is_plain and days and bisect_left(breaks, days[-1]) == place:
            gaps.setdefault(place, []).append(each)
        else:
            kept.append(each)
    for told in gaps.values():
        earliest = min(told, key=lambda each: (each.first or date.min, each.last or date.min, each.claim))
        latest = max(told, key=lambda each: (each.last or date.min, each.claim))
        kept += [earliest] if latest is earliest else [earliest, latest]
    return tuple(kept)


def _days_of(telling_: Telling) -> list[date]:
    known = (telling_.first, telling_.last, *telling_.start, *telling_.end)
    return sorted({day for day in known if day is not None})


def _reconciled(stated: Iterable[Days]) -> tuple[Days, ...]:
    """Days that can all be right come together to what they leave; those that cannot stay apart, in order."""
    found: list[Days] = []
    for days in sorted({each for each in stated if each != NO_DAYS}, key=_order):
        for place, other in enumerate(found):
            if (common := _common(days, other)) is not None:
                found[place] = common
                break
        else:
            found.append(days)
    return tuple(sorted(found, key=_order))


def _order(days: Days) -> tuple[date, date]:
    return days[0] or date.min, days[1] or date.max


def _common(one: Days, other: Days) -> Days | None:
    lows, highs = _known(one[0], other[0]), _known(one[1], other[1])
    low, high = max(lows, default=None), min(highs, default=None)
    return None if low and high and low > high else (low, high)


def _known(*days: date | None) -> Iterator[date]:
    yield from (day for day in days if day is not None)
