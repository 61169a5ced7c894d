"""Counts that run on: the numbers of one count as it rose from day to day, told by several reports of a small pile.

"At least 282 have died, the minister said on Thursday" counts all the dead until Thursday, not those of Thursday, and
"since Sunday" counts from one day on. In a large pile one source counts many things in a week; there, numbers are
brought together by their words alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations

from sayso.weigh.numbers.tallies import Tally

_LEAST = 20  # a smaller number is as soon of another thing
_MOST_TIMES = 2  # a count of one source seldom rises further from one report to the next
_WITHIN = timedelta(7)
_NEAR = 600  # characters
_SHARED = 2  # words or places
_LEAST_MOVED, _MOST_TIMES_MOVED = 5, 5  # where the report says that its count moved
_MOST = 40  # numbers of one measure; a pile of more tells of many things


def find_courses(tallies: Sequence[Tally]) -> Iterator[tuple[int, int]]:
    """Pairs of indices of numbers that one count gave on its way up."""
    by_measure: dict[str, list[int]] = {}
    for index, tally in enumerate(tallies):
        if tally.number >= _LEAST_MOVED and not tally.is_part and not tally.minor and not tally.beside:
            by_measure.setdefault(tally.measure, []).append(index)
    for _, indices in sorted(by_measure.items()):
        for one, two in combinations(indices, 2) if len(indices) <= _MOST else ():
            mine, theirs = tallies[one], tallies[two]
            if mine.number != theirs.number and _are_of_one_kind(mine, theirs) and _is_one_course(mine, theirs):
                yield one, two


def is_within_days(one: Tally, two: Tally) -> bool:
    """Whether two numbers were given so few days apart that one count can have given both."""
    return one.day is not None and two.day is not None and abs(one.day - two.day) <= _WITHIN


def _are_of_one_kind(one: Tally, two: Tally) -> bool:
    return one.kind == two.kind or {one.kind, two.kind} == {"all", "civilians"}


def _is_one_course(one: Tally, two: Tally) -> bool:
    if one.since is not None and two.since is not None and min(one.number, two.number) >= _LEAST:
        return one.since == two.since and one.document != two.document
    early, late = sorted((one, two), key=lambda each: (each.number, each.key))
    least, times = (_LEAST_MOVED, _MOST_TIMES_MOVED) if late.moved else (_LEAST, _MOST_TIMES)
    if early.number < least or late.number > times * early.number or early.day is None or late.day is None:
        return False
    if not timedelta(0) < late.day - early.day <= _WITHIN or (late.by is None and not late.moved):
        return False
    if one.document == two.document:
        return early.by is not None and bool(one.passages & two.passages) and abs(one.at - two.at) <= _NEAR
    dated = one.dated and two.dated and (one.first, one.last) == (two.first, two.last)
    return bool(one.sources & two.sources) and len(_words(one) & _words(two)) >= _SHARED - dated


def _words(tally: Tally) -> set[str]:
    return tally.features | tally.wider | tally.opening
