"""Whether two reports tell of one incident first: the numbers their openings give, and how alike these are.

The number a report leads with is of what the report is about. That of another report counts the same thing where both
are about it, however far the two numbers are apart.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations

from sayso.records.document import Span
from sayso.records.pile import Pile
from sayso.weigh.numbers.tallies import Tally

# Fitted by logistic regression on pairs of reports labelled as being of one incident or of two, and rounded.
_BASE = -1.6
_RAREST = 3.1
_ONE_EVENT = 2.0
_FAR_APART = -0.8
_A_DAY_LATER = -1.05
_ELSEWHERE = -1.5
_OTHER_KIND = -0.95
_ONE_ISSUE = -0.8
_MOST_PARTS = 6  # among more numbers some add up by chance
_UNDATED = 1  # days that reports are taken to be apart where nothing tells


def find_leads(tallies: Sequence[Tally], pile: Pile) -> tuple[frozenset[int], Mapping[int, int]]:
    """Indices of the first number, of each measure, that each report opens with, or comes to soon.

    Also, for each of those that others of its report add up to, the index of the largest of these, which leads too.
    """
    first: dict[tuple[str, ...], int] = {}
    for index, tally in enumerate(tallies):
        if not tally.opening or tally.minor:
            continue
        claim = min(tally.claims, key=lambda each: each.span)
        passage = pile.passages[claim.passage]
        key = (tally.document, passage.outlet or "", passage.published or "", tally.measure)
        if key not in first or _goes_before(tally, tallies[first[key]]):
            first[key] = index
    leads = {index for index in first.values() if not tallies[index].is_part}
    summed = dict(_summed(tallies, leads))
    return frozenset(leads | set(summed.values())), summed


def _summed(tallies: Sequence[Tally], leads: Set[int]) -> Iterator[tuple[int, int]]:
    """Each leading number that others of its report add up to, with the largest of these: it counts several things."""
    beside: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, tally in enumerate(tallies):
        if not tally.is_part and not tally.minor:
            beside[tally.document, tally.measure].append(index)
    families = _families(tallies)
    for lead in sorted(leads):
        whole = tallies[lead]
        key = (whole.document, whole.measure)
        parts = {each: tallies[each].number for each in beside[key] if tallies[each].number < whole.number}
        parts |= {-1 - at: number for at, number in enumerate(families.get(key, ())) if number < whole.number}
        for few in (*combinations(parts, 2), *combinations(parts, 3)) if len(parts) <= _MOST_PARTS else ():
            largest = max(few, key=lambda each: (parts[each], -each))
            if sum(parts[each] for each in few) == whole.number and largest >= 0:
                yield lead, largest
                break


def _families(tallies: Sequence[Tally]) -> dict[tuple[str, str], list[float]]:
    """What women and children come to that a sentence tells as all of some dead: "two women and seven children"."""
    told: dict[tuple[str, str, Span], list[Tally]] = defaultdict(list)
    for tally in tallies:
        for sentence in tally.sentences:
            told[tally.document, tally.measure, sentence].append(tally)
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for (document, measure, _), each in sorted(told.items()):
        if len(each) > 1 and all(tally.is_part for tally in each):
            found[document, measure].append(sum(tally.number for tally in each))
    return found


def _goes_before(one: Tally, two: Tally) -> bool:
    """Whether a number comes first, or is the whole of which the other, in one sentence with it, is a part."""
    if one.is_part != two.is_part and one.sentences & two.sentences:
        return two.is_part
    return one.at < two.at


def likeness_of_leads(one: Tally, two: Tally, rarest: float) -> float:
    """Log odds that two numbers that reports lead with count one thing.

    ``rarest`` is how rare the rarest thing is that both openings hold.
    """
    value = _BASE + _RAREST * rarest
    value += _ONE_EVENT * (not one.events.isdisjoint(two.events))
    value += _FAR_APART * abs(math.log(one.number / two.number))
    value += _A_DAY_LATER * _days_between(one, two)
    value += _ELSEWHERE * bool(one.scene and two.scene and one.scene.isdisjoint(two.scene))
    value += _ONE_ISSUE * (bool(one.outlet) and one.outlet == two.outlet and one.said == two.said)
    return value + _OTHER_KIND * (one.kind != two.kind and {one.kind, two.kind} == {"all", "fighters"})


def _days_between(one: Tally, two: Tally) -> int:
    """Days between the two reports; none where both name days that meet."""
    if one.first and one.last and two.first and two.last and one.dated and two.dated:
        return 0 if one.first <= two.last and two.first <= one.last else 1
    if one.said is None or two.said is None:
        return _UNDATED
    return abs((one.said - two.said).days)
