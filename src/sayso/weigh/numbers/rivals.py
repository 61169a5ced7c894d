"""Which tallies can count one thing at all, and which numbers of one report are rivals: given for it by two voices."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from datetime import timedelta
from functools import partial
from itertools import combinations

from sayso.weigh.numbers.counts import CROWD
from sayso.weigh.numbers.tallies import OF_MANY, Tally

FEW = 5  # below this many, two numbers are often near one another by chance
_A_DAY = timedelta(1)
_RIVAL_FACTOR = 2  # two voices further apart than this, in one report, speak of two things
_NEXT_FACTOR = 4  # two sources that a report lets speak one after the other
_GAP = 3  # characters
_MOVE_FACTOR = 5  # a count seldom moves further at once
_MOST_FACTOR = 10  # who sets one number against another is seldom further from it
_MOST_OF_MANY = 20
_FEW_WORDS = 6
_LIKE_WORDS = 0.3
_NEAR = 1500  # characters within which two voices in one report speak of one thing
_ONE_KIND = frozenset((kind, kind) for kind in ("all", "civilians", "fighters", "children", "women")) | {
    ("all", "civilians"),
    ("civilians", "all"),
    ("all", "fighters"),
    ("fighters", "all"),
}


def apart(one: Tally, two: Tally) -> float:
    """How far two numbers are apart: the logarithm of how many times the one is the other."""
    return abs(math.log(one.number / two.number))


def comparable(one: Tally, two: Tally) -> bool:
    """Whether two tallies can count one thing: of one measure, on days that meet, people who can be the same."""
    fewer, more = sorted((one.number, two.number))
    if fewer < FEW and more > _MOVE_FACTOR * fewer:
        return False
    if one.measure == "displaced" and one.abroad != two.abroad:
        return False  # who fled the country is not counted with those who fled within it
    return one.measure == two.measure and (one.kind, two.kind) in _ONE_KIND and may_meet(one, two)


def may_meet(one: Tally, two: Tally) -> bool:
    """Whether the days the two count can be the same, give or take the day that clocks and deadlines take."""
    if one.first is None or one.last is None or two.first is None or two.last is None:
        return not one.events.isdisjoint(two.events)
    if one.first <= two.last and two.first <= one.last:
        return True
    if one.dated and two.dated and one.events.isdisjoint(two.events):
        return False
    return one.first <= two.last + _A_DAY and two.first <= one.last + _A_DAY


def is_next(one: Tally, two: Tally) -> bool:
    """Whether the one is told right after the other, each by a source, and names nobody and no place of its own."""
    early, late = sorted((one, two), key=lambda each: each.at)
    if not early.sources or not late.sources or late.names - early.names - late.speakers:
        return False
    if late.kind == "fighters" and early.nouns and late.nouns and not early.nouns & late.nouns:
        return False
    return any(0 <= after.start - before.end <= _GAP for before in early.sentences for after in late.sentences)


def find_rivals(
    tallies: Sequence[Tally], leads: Set[int], alike: Callable[[int, int], float]
) -> Iterator[tuple[int, int]]:
    """Pairs of indices of numbers that different voices give for one thing within one document.

    Numbers whose sum the document leads with are of two things. ``alike`` is how far the words of two are the same.
    """
    by_document: dict[str, list[int]] = defaultdict(list)
    for index, tally in enumerate(tallies):
        if not tally.minor:
            by_document[tally.document].append(index)
    for _, indices in sorted(by_document.items()):
        yield from _set_against(tallies, indices)
        led = {(tallies[index].measure, tallies[index].number) for index in indices if index in leads}
        for first, second in combinations(indices, 2):
            one, two = tallies[first], tallies[second]
            if (one.measure, one.number + two.number) in led or one.number == two.number or not comparable(one, two):
                continue
            early, late = sorted((one, two), key=lambda each: each.at)
            told_so = late.moved or (early.moved and bool(early.sentences & late.sentences))
            moved = told_so and not late.beside and _are_one_count(late, early)
            words = partial(alike, first, second)
            if moved or (_are_of_two_voices(early, late) and _is_of_one_thing(early, late, words)):
                yield first, second


def _set_against(tallies: Sequence[Tally], indices: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Numbers that are given in place of others told before them, each with those that it takes the place of."""
    by_measure: dict[str, list[int]] = defaultdict(list)
    for index in sorted(indices, key=lambda each: tallies[each].at):
        before = by_measure[tallies[index].measure]
        for other in reversed(before) if tallies[index].instead else ():
            if _is_set_against(tallies[index], tallies[other]):
                yield min(index, other), max(index, other)
            if not tallies[other].instead:
                break
        before.append(index)


def _is_set_against(late: Tally, early: Tally) -> bool:
    if late.number == early.number or late.at - early.at > _NEAR or (late.kind, early.kind) not in _ONE_KIND:
        return False
    if late.voices & early.voices or not late.sources or late.places - early.places - early.opening - early.wider:
        return False
    most = _MOST_OF_MANY if late.measure in OF_MANY else _MOST_FACTOR
    return max(late.number, early.number) <= most * min(late.number, early.number)


def _are_of_two_voices(early: Tally, late: Tally) -> bool:
    if early.voices & late.voices or not late.sources or late.beside or not early.passages & late.passages:
        return False
    if late.at - early.at > _NEAR or late.places - early.places:
        return False
    return early.kind == late.kind or "fighters" not in (early.kind, late.kind)


def _is_of_one_thing(early: Tally, late: Tally, alike: Callable[[], float]) -> bool:
    # A larger number than the first is no part of it, nor is one that another source gives in its sentence.
    beyond = late.number > early.number or bool(early.sources and early.sentences & late.sentences)
    shared = bool(early.events & late.events) and beyond
    side_by_side = late.measure == CROWD and early.sources and early.sentences & late.sentences
    most = _MOST_OF_MANY if side_by_side else _NEXT_FACTOR if is_next(early, late) else _RIVAL_FACTOR + shared
    if max(early.number, late.number) > most * min(early.number, late.number):
        return False
    if late.dated and not early.dated and not shared:
        return False
    return shared or len(late.features - early.features - late.speakers) <= _FEW_WORDS or alike() >= _LIKE_WORDS


def _are_one_count(late: Tally, early: Tally) -> bool:
    """Whether a number that is said to have moved can be of what its passage gave the other for."""
    if not {late.kind, early.kind} <= {"all", "civilians"} and late.kind != early.kind:
        return False
    if not late.passages & early.passages or late.at - early.at > _NEAR:
        return False
    if late.places - early.places - early.opening - early.wider:
        return False
    return max(late.number, early.number) <= _MOVE_FACTOR * min(late.number, early.number)
