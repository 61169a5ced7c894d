"""Reckon time expressions: from what is said, the day it is said on and the time last spoken of, to the calendar.

Values are TIMEX3 (TimeML 1.2.1), and EDTF (ISO 8601-2) where the time could be put on the calendar.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.language.date_expression import Expression, Kind
from sayso.language.date_holidays import moving_holiday
from sayso.records.when import Anchor, Precision, WhenType, edtf_interval, edtf_of

_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {"SP": ("21", 3), "SU": ("22", 6), "FA": ("23", 9), "WI": ("24", 12)}


@dataclass(frozen=True, slots=True)
class Base:
    """A day to reckon from, known to the day, the month, the quarter or the year; ``words`` name it in a reason."""

    year: int
    month: int | None = None
    day: int | None = None
    words: str = ""
    quarter: int | None = None

    @property
    def date(self) -> date | None:
        """The day, where it is known to the day."""
        return date(self.year, self.month, self.day) if self.month and self.day else None


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A time on the calendar, or as far towards it as the text allows; fields as in ``When``."""

    type: WhenType
    value: str
    edtf: str | None
    precision: Precision
    anchor: Anchor
    reason: str

    @property
    def base(self) -> Base | None:
        """What later expressions can be reckoned from."""
        if self.edtf is None or self.type not in (WhenType.DATE, WhenType.TIME):
            return None
        return base_of(self.edtf)


def base_of(edtf: str | None, words: str = "") -> Base | None:
    """The day, month or year that an EDTF value names; a range gives what its ends have in common."""
    low, high = edtf_interval(edtf)
    if low is None or high is None or (low.year != high.year and low.year // 10 != high.year // 10):
        return None
    if low.year != high.year:
        return Base(low.year, None, None, words or f"{low.year} to {high.year}")
    if low == high:
        return Base(low.year, low.month, low.day, words or long_date(low))
    if low.month == high.month:
        return Base(low.year, low.month, None, words or f"{calendar.month_name[low.month]} {low.year}")
    if edtf_of(low, high) == _period(low.year, f"Q{(low.month + 2) // 3}", Anchor.STATED, "").edtf:
        quarter = (low.month + 2) // 3
        return Base(low.year, None, None, words or f"the {_NTH[quarter - 1]} quarter of {low.year}", quarter)
    return Base(low.year, None, None, words or str(low.year))


_NTH = ("first", "second", "third", "fourth")


def long_date(day: date) -> str:
    """The day as a reason names it, "20 May 2014"."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def reckon(said: Expression, passage: Base | None, last: Base | None, lean: int) -> Reckoned:
    """Put an expression on the calendar.

    ``passage`` is the date it was published, ``last`` the time last spoken of; ``lean`` is 2 where the clause around
    surely looks ahead, 1 where it does more or less ("to meet in June"), -1 where it looks back and 0 where nothing
    says. Without what it needs a value stays symbolic (``XXXX-WXX-7``) with its anchor unknown.
    """
    if said.kind in (Kind.DURATION, Kind.SET, Kind.VAGUE):
        return _hours_from(said, last) or _unplaced(said, passage)
    if said.kind is Kind.STATED:
        found = _stated(said, passage, lean)
    elif said.kind is Kind.WEEKDAY:
        # "The following Friday" counts from the day told before it, "Friday" from the day of printing.
        told = last if said.n is not None and last is not None and last.date is not None else None
        found = _weekday(said, told or passage, lean > 0)
    elif said.kind is Kind.SHIFT:
        found = _shifted(said, passage, Anchor.PASSAGE)
    elif said.kind is Kind.NARRATIVE:
        base, anchor = (last, Anchor.TIME) if last is not None else (passage, Anchor.PASSAGE)
        if said.unit == "Q" and said.which == "last" and (base is None or base.quarter is None):
            # The latest quarter is the last that was over when this was printed.
            said, base, anchor = replace(said, n=(said.n or 0) - 1), passage, Anchor.PASSAGE
        found = _shifted(said, base, anchor)
        if said.mod is not None and said.n == 0 and found.edtf is None:
            found = _shifted(said, passage, Anchor.PASSAGE)  # "earlier in the week", a month spoken of before
    else:
        day = last if last is not None and last.date is not None else None
        found = _clock(day or passage, Anchor.TIME if day is not None else Anchor.PASSAGE)
    return _with_part(found, said.part)


def _hours_from(said: Expression, last: Base | None) -> Reckoned | None:
    """Put "hours later" on the day told before or the next, "hours earlier" on that day or the one before."""
    day = last.date if last is not None else None
    if said.kind is not Kind.VAGUE or not said.n or said.unit not in ("TH", "TM") or day is None or last is None:
        return None
    other = move(day, "D", said.n)
    if other is None:
        return None
    edtf = edtf_of(min(day, other), max(day, other))
    reason = f"hours {'after' if said.n > 0 else 'before'} {last.words}"
    return Reckoned(WhenType.DATE, said.value, edtf, Precision.RANGE, Anchor.TIME, reason)


def _unplaced(said: Expression, passage: Base | None) -> Reckoned:
    day = passage.date if passage else None
    if said.kind is Kind.SET:
        return Reckoned(WhenType.SET, said.value, None, Precision.UNKNOWN, Anchor.STATED, "comes again and again")
    if said.kind is Kind.VAGUE:
        if said.value == "PRESENT_REF" and day is not None and passage is not None:
            return Reckoned(
                WhenType.DATE, said.value, day.isoformat(), Precision.DAY, Anchor.PASSAGE, f"as of {passage.words}"
            )
        return Reckoned(WhenType.DATE, said.value, None, Precision.UNKNOWN, Anchor.UNKNOWN, "says no date")
    other = move(day, said.unit, said.n * said.lean) if day and said.n and said.lean and said.unit else None
    if day is None or other is None or passage is None:
        return Reckoned(WhenType.DURATION, said.value, None, Precision.UNKNOWN, Anchor.UNKNOWN, "a length of time")
    edtf = edtf_of(min(day, other), max(day, other)) if said.lean < 0 else edtf_of(day, other)
    way = "back" if said.lean < 0 else "on"
    return Reckoned(WhenType.DURATION, said.value, edtf, Precision.RANGE, Anchor.PASSAGE, f"{way} from {passage.words}")


def move(day: date, unit: str, n: int) -> date | None:
    """``day`` moved by ``n`` units (TIMEX3 letters); None where it would leave the calendar."""
    try:
        if unit in ("D", "W", "2W", "WE"):
            return day + timedelta(days=n * {"D": 1, "W": 7, "2W": 14, "WE": 7}[unit])
        if unit.startswith("T"):
            return day + timedelta(hours=n if unit == "TH" else 0)
        months = day.year * 12 + day.month - 1 + n * {"M": 1, "Q": 3, "HY": 6, "Y": 12, "DE": 120, "CE": 1200}[unit]
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    except (ValueError, OverflowError):
        return None


def _stated(said: Expression, passage: Base | None, lean: int) -> Reckoned:
    if said.period == "WE":
        return _shifted(replace(said, unit="WE", n=0 if lean > 0 else _weekend_step(passage)), passage, Anchor.PASSAGE)
    if said.value and not said.value.startswith(("easter", "9-", "5-", "11-")):
        return _long_ago(said.value)
    if said.year is not None:
        return _complete(int(said.year), said, Anchor.STATED, "as stated")
    if passage is None:
        return _symbolic(said)
    year = passage.year + said.n if said.n is not None else _year_for(said, passage, lean)
    ahead = _reach(year, said)[0] > (passage.year, passage.month or 12, passage.day or 31)
    way = "the one after" if ahead else "the one before"
    return _complete(
        year, said, Anchor.PASSAGE, f"{way} {passage.words}" if said.which != "this" else f"as of {passage.words}"
    )


def _weekend_step(passage: Base | None) -> int:
    return 0 if passage is not None and passage.date is not None and passage.date.weekday() >= 5 else -1


def _long_ago(value: str) -> Reckoned:
    kind = Precision.DECADE if len(value) == 3 else Precision.CENTURY
    return Reckoned(WhenType.DATE, value, f"{value}{'X' * (4 - len(value))}", kind, Anchor.STATED, "as stated")


_Day = tuple[int, int, int]
# Further than this from the day of printing, a writer would name the year of what lies ahead, or of what is just over.
_NEAR_AHEAD, _FAR_BACK, _JUST_OVER = 110, 200, 75


def _year_for(said: Expression, passage: Base, lean: int) -> int:
    """The year of a date that names none: the nearest before the passage's date, or after it in a clause ahead."""
    now = (passage.month or (1 if lean > 0 else 12), passage.day or (1 if lean > 0 else 31))
    begins, ends = _reach(passage.year, said)
    today = (passage.year, *now)
    if said.which == "last":
        return passage.year if ends < today else passage.year - 1
    if said.which == "next":
        return passage.year if begins > today else passage.year + 1
    if said.which == "this":
        return passage.year
    if said.weekday is not None:
        fits = [year for year in (passage.year, passage.year - 1, passage.year + 1) if _falls_on(year, said)]
        if fits:
            return fits[0]
    before = passage.year if begins <= today else passage.year - 1
    ahead = passage.year if (ends if said.day is None else begins) >= today else passage.year + 1
    if passage.date is None:
        return ahead if lean > 0 else before
    to_come = _days(today, _reach(ahead, said)[0])
    since = _days(_reach(before, said)[1], today)
    if lean > 0:
        # "Expects to report for the third quarter", printed in October, is of the quarter just over.
        just_over = to_come > _FAR_BACK and since <= _JUST_OVER and (lean == 1 or said.period is not None)
        return before if just_over else ahead
    if lean == 0 and to_come <= _NEAR_AHEAD and since > _FAR_BACK:
        return ahead
    return before


def _reach(year: int, said: Expression) -> tuple[_Day, _Day]:
    """First and last day of a date, were it of this year."""
    low, high = edtf_interval(_complete(year, said, Anchor.PASSAGE, "").edtf)
    if low is None or high is None:
        return (year, 1, 1), (year, 1, 1)
    return (low.year, low.month, low.day), (high.year, high.month, high.day)


def _days(start: _Day, end: _Day) -> int:
    return (date(*end) - date(*start)).days


def _falls_on(year: int, said: Expression) -> bool:
    """Whether a day with its weekday ("Saturday, March 23") can be of that year."""
    try:
        return date(year, said.month or 1, said.day or 1).isoweekday() == said.weekday
    except ValueError:
        return False


def _complete(year: int, said: Expression, anchor: Anchor, reason: str) -> Reckoned:
    if said.period is not None:
        return _period(year, said.period, anchor, reason)
    month, day = said.month, said.day
    if said.value:
        moved = moving_holiday(said.value, year)
        month, day = moved.month, moved.day
    if month is None:
        return Reckoned(WhenType.DATE, f"{year:04d}", f"{year:04d}", Precision.YEAR, anchor, reason)
    if day is None:
        value = f"{year:04d}-{month:02d}"
        return Reckoned(WhenType.DATE, value, value, Precision.MONTH, anchor, reason)
    value = f"{year:04d}-{month:02d}-{day:02d}"
    if day > calendar.monthrange(year, month)[1]:
        return Reckoned(WhenType.DATE, value, None, Precision.UNKNOWN, Anchor.UNKNOWN, "no such day")
    if said.last_day is not None and day < said.last_day <= calendar.monthrange(year, month)[1]:
        edtf = edtf_of(date(year, month, day), date(year, month, said.last_day))
        return Reckoned(WhenType.DATE, value, edtf, Precision.RANGE, anchor, reason)
    return Reckoned(WhenType.DATE, value, value, Precision.DAY, anchor, reason)


def _period(year: int, period: str, anchor: Anchor, reason: str) -> Reckoned:
    value = f"{year:04d}-{period}"
    if period in _SEASONS:
        return Reckoned(WhenType.DATE, value, f"{year:04d}-{_SEASONS[period][0]}", Precision.SEASON, anchor, reason)
    length = 3 if period[0] == "Q" else 6
    start = (int(period[1:]) - 1) * length + 1
    if not 1 <= start <= 12:
        return Reckoned(WhenType.DATE, value, None, Precision.UNKNOWN, Anchor.UNKNOWN, "no such part of a year")
    end = start + length - 1
    last = date(year, end, calendar.monthrange(year, end)[1])
    return Reckoned(WhenType.DATE, value, edtf_of(date(year, start, 1), last), Precision.RANGE, anchor, reason)


def _symbolic(said: Expression) -> Reckoned:
    month = f"{said.month:02d}" if said.month else "XX"
    value = f"XXXX-{said.period}" if said.period else f"XXXX-{month}" + (f"-{said.day:02d}" if said.day else "")
    return Reckoned(WhenType.DATE, value, None, Precision.UNKNOWN, Anchor.UNKNOWN, "nothing says which year")


def _weekday(said: Expression, passage: Base | None, future: bool) -> Reckoned:
    assert said.weekday is not None
    if passage is None or passage.date is None:
        value = f"XXXX-WXX-{said.weekday}"
        return Reckoned(WhenType.DATE, value, None, Precision.UNKNOWN, Anchor.UNKNOWN, "nothing says which week")
    today, ahead = passage.date, (future or said.which == "next") and said.which != "last"
    if ahead:
        distance = (said.weekday - today.isoweekday()) % 7
        distance = 7 if distance == 0 and said.which == "next" else distance
    else:
        distance = -((today.isoweekday() - said.weekday) % 7)
        distance = -7 if distance == 0 and said.which == "last" else distance
    day = today + timedelta(days=distance)
    name = _DAY_NAMES[said.weekday - 1]
    way = "the same day as" if distance == 0 else f"the {name} {'after' if ahead else 'before'}"
    return Reckoned(
        WhenType.DATE, day.isoformat(), day.isoformat(), Precision.DAY, Anchor.PASSAGE, f"{way} {passage.words}"
    )


_UNKNOWN_VALUES = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}
_UNIT_WORDS = {
    "D": "day",
    "W": "week",
    "WE": "weekend",
    "M": "month",
    "Q": "quarter",
    "HY": "half-year",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
}


def _shifted(said: Expression, base: Base | None, anchor: Anchor) -> Reckoned:
    unit, n = said.unit or "D", said.n or 0
    if unit in _SEASONS:
        unit = "Y"
    found = _step(unit, n, base, said) if base is not None else None
    if found is None or base is None:
        value = _UNKNOWN_VALUES.get(unit, "XXXX-XX-XX")
        return Reckoned(
            WhenType.DATE, value, None, Precision.UNKNOWN, Anchor.UNKNOWN, "nothing says from when it counts"
        )
    value, edtf, precision = found
    word = _UNIT_WORDS.get(unit, "hour")
    counted = f"{abs(n)} {word}{'s' if abs(n) != 1 else ''}"
    reason = f"the {word} of {base.words}" if n == 0 else f"{counted} {'after' if n > 0 else 'before'} {base.words}"
    return Reckoned(WhenType.DATE, value, edtf, precision, anchor, reason)


def _step(unit: str, n: int, base: Base, said: Expression) -> tuple[str, str | None, Precision] | None:
    """Value, EDTF and precision of the unit that lies ``n`` units from a base; None where the base is too coarse."""
    if said.month is not None:
        value = f"{base.year + n:04d}-{said.month:02d}"
        return value, value, Precision.MONTH
    if base.quarter is not None and unit in ("Q", "Y"):
        at = base.year * 4 + base.quarter - 1 + n * (4 if unit == "Y" else 1)
        quarter = _period(at // 4, f"Q{at % 4 + 1}", Anchor.PASSAGE, "")
        return quarter.value, quarter.edtf, Precision.RANGE
    if unit in ("Y", "DE", "CE"):
        return _years(unit, base.year + n * {"Y": 1, "DE": 10, "CE": 100}[unit], whole=said.which is not None or n == 0)
    if base.month is None:
        return None
    if unit in ("M", "Q", "HY"):
        moved = move(date(base.year, base.month, 1), unit, n)
        if moved is None:
            return None
        if unit == "Q":
            quarter = _period(moved.year, f"Q{(moved.month - 1) // 3 + 1}", Anchor.PASSAGE, "")
            return quarter.value, quarter.edtf, Precision.RANGE
        if unit == "HY":
            return f"{moved.year:04d}", f"{moved.year:04d}-{moved.month:02d}~", Precision.MONTH
        value = f"{moved.year:04d}-{moved.month:02d}"
        return value, value, Precision.MONTH
    day = move(base.date, unit, n) if base.date is not None else None
    if day is None:
        return None
    if unit in ("W", "2W", "WE"):
        iso = day.isocalendar()
        monday = date.fromisocalendar(iso.year, iso.week, 1)
        first = monday + timedelta(days=5 if unit == "WE" else 0)
        suffix = "-WE" if unit == "WE" else ""
        return f"{iso.year}-W{iso.week:02d}{suffix}", edtf_of(first, monday + timedelta(days=6)), Precision.WEEK
    if unit.startswith("T"):
        return f"{day.isoformat()}TXX:XX", day.isoformat(), Precision.DAY
    return day.isoformat(), day.isoformat(), Precision.DAY


_ABOUT_A_DECADE = 3  # years by which a number of decades is off


def _years(unit: str, year: int, *, whole: bool) -> tuple[str, str, Precision]:
    """Value, EDTF and precision of a year or more: "the following decade" is a decade, "a decade later" a year."""
    if unit == "CE" and whole:
        return f"{year // 100:02d}", f"{year // 100:02d}XX", Precision.CENTURY
    if unit == "DE" and whole:
        return f"{year // 10:03d}", f"{year // 10:03d}X", Precision.DECADE
    if unit == "DE":  # "three decades ago" is a round number
        return f"{year:04d}", f"{year - _ABOUT_A_DECADE}-01-01/{year + _ABOUT_A_DECADE}-12-31", Precision.RANGE
    return f"{year:04d}", f"{year:04d}", Precision.YEAR


def _clock(base: Base | None, anchor: Anchor) -> Reckoned:
    if base is None or base.date is None:
        return Reckoned(WhenType.DATE, "XXXX-XX-XX", None, Precision.UNKNOWN, Anchor.UNKNOWN, "nothing says which day")
    day = base.date.isoformat()
    return Reckoned(WhenType.DATE, day, day, Precision.DAY, anchor, f"on {base.words}")


def _with_part(found: Reckoned, part: str | None) -> Reckoned:
    if part is None:
        return replace(found, type=WhenType.TIME) if "T" in found.value else found
    value = f"{found.value}T{part}"
    if ":" in part and found.edtf is not None and found.precision is Precision.DAY:
        return replace(found, type=WhenType.TIME, value=value, edtf=f"{found.edtf}T{part}", precision=Precision.MINUTE)
    return replace(found, type=WhenType.TIME, value=value)
