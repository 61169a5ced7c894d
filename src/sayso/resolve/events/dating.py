"""Dating what does not date itself: a passage by the dated events it tells of, and then its other times by that.

"On Sunday" in an undated post that tells of an event which other documents put on 18 May was written in the week from
that Sunday; its "Friday" is then one of the Fridays around it. What is inferred says from what.
"""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.records.pile import Pile
from sayso.records.when import edtf_interval
from sayso.resolve.events.clusters import short
from sayso.resolve.events.facts import DeedFacts

_WEEK = timedelta(days=6)
_WEEKDAY = re.compile(r"^XXXX-W[\dX]{2}-([1-7])$")
_MONTH_DAY = re.compile(r"^XXXX-(\d{2})-(\d{2})$")
_MONTH = re.compile(r"^XXXX-(\d{2})(?:-XX)?$")


@dataclass(frozen=True, slots=True)
class Written:
    """When a passage that gives no date was written, and what that was read from."""

    low: date
    high: date
    reason: str


def date_passages(clusters: Iterable[Iterable[DeedFacts]], pile: Pile) -> dict[str, Written]:
    """Undated passages dated by the events they share with other documents.

    Each event known to the day gives a bound for the passage that names it by a day of the week or a day of the month;
    bounds that contradict one another give none.
    """
    bounds: dict[str, list[Written]] = defaultdict(list)
    for cluster in clusters:
        members = list(cluster)
        day = _known_day(members)
        if day is None:
            continue
        for each in members:
            passage = each.claim.passage
            if pile.passages[passage].published is None and (span := _span_around(each, day)) is not None:
                said = each.when.text if each.when else ""
                what = short(each, 80)
                reason = f"it tells of “{what}” with “{said}”, which other documents put on {day.day} {day:%B %Y}"
                bounds[passage].append(Written(*span, reason))
    found: dict[str, Written] = {}
    for passage, written in sorted(bounds.items()):
        low, high = max(each.low for each in written), min(each.high for each in written)
        if low <= high:
            found[passage] = Written(low, high, min(each.reason for each in written))
    return found


def _known_day(members: list[DeedFacts]) -> date | None:
    days = {each.low for each in members if each.low is not None and each.low == each.high and not each.inferred}
    return days.pop() if len(days) == 1 else None


def _span_around(facts: DeedFacts, day: date) -> tuple[date, date] | None:
    value = facts.when.value if facts.when else ""
    if _WEEKDAY.match(value):
        return day, day + _WEEK
    if _MONTH_DAY.match(value):
        return day, day + timedelta(days=330)
    return None


def resolve_symbolic(value: str, written: Written) -> tuple[date, date] | None:
    """First and last day a symbolic TIMEX3 value can be on, told in the past from a passage written when it was."""
    if match := _WEEKDAY.match(value):
        weekday = int(match[1])
        first = written.low - timedelta(days=(written.low.isoweekday() - weekday) % 7)
        last = written.high - timedelta(days=(written.high.isoweekday() - weekday) % 7)
        return (first, last) if (last - first).days <= 7 else None
    if match := _MONTH_DAY.match(value):
        day = _latest(written, int(match[1]), int(match[2]))
        return (day, day) if day else None
    if (match := _MONTH.match(value)) and (day := _latest(written, int(match[1]), 1)):
        return day, date(day.year, day.month, calendar.monthrange(day.year, day.month)[1])
    return None


def _latest(written: Written, month: int, day: int) -> date | None:
    """The last such day before the passage was written, if that is the same for every day it can be from."""
    found = set()
    for moment in (written.low, written.high):
        try:
            each = date(moment.year, month, day)
        except ValueError:
            return None
        found.add(each if each <= moment else each.replace(year=moment.year - 1))
    return found.pop() if len(found) == 1 else None


def infer_days(facts: Mapping[str, DeedFacts], written: Mapping[str, Written]) -> dict[str, tuple[date, date, str]]:
    """Claim id to first day, last day and reason, for claims whose symbolic time the passage's own date resolves."""
    found: dict[str, tuple[date, date, str]] = {}
    for claim, each in facts.items():
        when, passage = each.when, written.get(each.claim.passage)
        if when is None or passage is None or edtf_interval(when.edtf) != (None, None):
            continue
        days = resolve_symbolic(when.value, passage)
        if days is not None:
            bounds = f"{passage.low.isoformat()} and {passage.high.isoformat()}"
            reason = f"“{when.text}” in a passage that was written between {bounds}: {passage.reason}"
            found[claim] = (*days, reason)
    return found
