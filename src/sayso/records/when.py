"""Times as texts state them, and the days they can be on."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from sayso.records.document import Span


class WhenType(StrEnum):
    """The four kinds of TIMEX3 (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Precision(StrEnum):
    """How finely a time is stated."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    UNKNOWN = "unknown"


class Anchor(StrEnum):
    """What a time was reckoned from."""

    STATED = "stated"  # it says its own date in full
    PASSAGE = "passage"  # the date of the passage it stands in
    TIME = "time"  # another time in the text
    JOINED = "joined"  # what the claim joined, in other documents
    JUDGED = "judged"  # a person said so
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class When:
    """One expression of time.

    ``value`` is as in TIMEX3 (``2014-05-18``, ``2014-W21``, ``P3Y``, ``PAST_REF``), ``edtf`` as in ISO 8601-2 where the
    time could be put on the calendar, else None. ``reason`` shows the arithmetic in words ("the Sunday before
    20 May 2014"). ``modifier`` keeps "about", "before", "after", "early" as the text has it.
    """

    document: str
    span: Span
    text: str
    type: WhenType
    value: str
    edtf: str | None
    precision: Precision
    anchor: Anchor
    reason: str
    modifier: str | None = None

    @property
    def interval(self) -> tuple[date | None, date | None]:
        """First and last day it can be; None where the end is open or unknown."""
        return edtf_interval(self.edtf)


_DAY = re.compile(r"^(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"^(\d{4})-(\d{2})$")
_YEAR = re.compile(r"^(\d{4})$")
_DECADE = re.compile(r"^(\d{3})X$")
_CENTURY = re.compile(r"^(\d{2})XX$")
_SEASON_MONTHS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 14)}


@lru_cache(maxsize=16384)
def edtf_interval(edtf: str | None) -> tuple[date | None, date | None]:
    """First and last day of an EDTF value (ISO 8601-2, levels 0 and 1, as far as Sayso writes them).

    ``../2014`` gives ``(None, 2014-12-31)``; an unknown value gives ``(None, None)``. Raises nothing: a value that is
    not EDTF is as good as unknown.
    """
    if not edtf:
        return None, None
    if "/" in edtf:
        low, high = edtf.split("/", 1)
        return edtf_interval(low)[0], edtf_interval(high)[1]
    plain = edtf.rstrip("~?%")
    try:
        return _plain_interval(plain)
    except ValueError:
        return None, None


def _plain_interval(plain: str) -> tuple[date | None, date | None]:
    if match := _DAY.match(plain):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return day, day
    if match := _MONTH.match(plain):
        year, month = int(match[1]), int(match[2])
        if match[2] in _SEASON_MONTHS:
            first, last = _SEASON_MONTHS[match[2]]
            return date(year, first, 1), _month_end(year + (last > 12), (last - 1) % 12 + 1)
        return date(year, month, 1), _month_end(year, month)
    if match := _YEAR.match(plain):
        return date(int(match[1]), 1, 1), date(int(match[1]), 12, 31)
    if match := _DECADE.match(plain):
        return date(int(match[1]) * 10, 1, 1), date(int(match[1]) * 10 + 9, 12, 31)
    if match := _CENTURY.match(plain):
        return date(int(match[1]) * 100, 1, 1), date(int(match[1]) * 100 + 99, 12, 31)
    return None, None


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def edtf_of(low: date | None, high: date | None) -> str | None:
    """The shortest EDTF value for the days from ``low`` to ``high``, both included."""
    if low is None and high is None:
        return None
    if low is None or high is None:
        return f"{low.isoformat() if low else '..'}/{high.isoformat() if high else '..'}"
    if low == high:
        return low.isoformat()
    if low.year == high.year:
        if (low.month, low.day, high.month, high.day) == (1, 1, 12, 31):
            return f"{low.year:04d}"
        if low.month == high.month and low.day == 1 and high == _month_end(low.year, low.month):
            return f"{low.year:04d}-{low.month:02d}"
    return f"{low.isoformat()}/{high.isoformat()}"
