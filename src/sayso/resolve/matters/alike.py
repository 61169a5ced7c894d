"""Events of one name are told apart by when they were: "Return to Tarsk, 2011" and "Return to Tarsk, 2014"."""

from __future__ import annotations

import calendar
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sayso.records.matter import Matter
from sayso.records.when import edtf_interval


def told_apart(events: Sequence[Matter]) -> list[Matter]:
    """The events, each that has the name of another with its year, month or day behind it, as far as that tells more.

    What is only known to have been by some time keeps its name as it is.
    """
    named: dict[str, list[Matter]] = defaultdict(list)
    for event in events:
        named[event.label].append(event)
    renamed: dict[str, Matter] = {}
    for alike in named.values():
        times = {event.id: _times(event) for event in alike} if len(alike) > 1 else {}
        given = [each for each in times.values() if each]
        count = Counter((at, told) for each in given for at, told in enumerate(each))
        for event in alike:
            own = times.get(event.id, ())
            distinct = (each for at, each in enumerate(own) if count[at, each] == 1)
            if len(given) > 1 and own:
                renamed[event.id] = replace(event, label=f"{event.label}, {next(distinct, own[-1])}")
    return [renamed.get(event.id, event) for event in events]


def _times(event: Matter) -> tuple[str, ...]:
    """When an event was in words: its year, then with its month, then with its day, as far as that is known."""
    low, high = edtf_interval(event.when.edtf) if event.when is not None else (None, None)
    if low is None or high is None or low.year != high.year:
        return ()
    found = [str(low.year)]
    if low.month == high.month:
        found.append(f"{calendar.month_name[low.month]} {low.year}")
        if low == high:
            found.append(_day(low))
    return tuple(found)


def _day(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"
