"""The days of holidays that move from year to year."""

from __future__ import annotations

import calendar
from datetime import date, timedelta


def moving_holiday(code: str, year: int) -> date:
    """The day of a holiday that moves: ``easter-2``, or month, nth and weekday (``11-4-4``; ``5--1-1`` is the last)."""
    if code.startswith("easter"):
        return _easter(year) + timedelta(days=int(code.removeprefix("easter")))
    month, rest = code.split("-", 1)
    nth, weekday = rest.rsplit("-", 1)
    days = [
        date(year, int(month), day)
        for day in range(1, calendar.monthrange(year, int(month))[1] + 1)
        if date(year, int(month), day).isoweekday() == int(weekday)
    ]
    return days[int(nth) - 1 if int(nth) > 0 else int(nth)]


def _easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    k = (32 + 2 * e + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    return date(year, (h + k - 7 * m + 114) // 31, (h + k - 7 * m + 114) % 31 + 1)
