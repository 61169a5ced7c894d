"""Tallies to incidents: which numbers of different documents count the same dead, wounded or seized.

Events that tell of one incident are often apart because each account names another deed; the numbers are brought
together by day, place and the words around them. Pairs come from blocks by event, and by day and telling word; those
that reports lead with are held against one another as reports are. The best go first, and no two numbers that one voice
gives side by side ever come to count the same thing.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from sayso.records.document import Span
from sayso.records.pile import Pile
from sayso.weigh.numbers.courses import find_courses, is_within_days
from sayso.weigh.numbers.leads import find_leads, likeness_of_leads
from sayso.weigh.numbers.overlap import Features, Overlap
from sayso.weigh.numbers.reports import may_be_of_one
from sayso.weigh.numbers.rivals import FEW, apart, comparable, find_rivals, may_meet
from sayso.weigh.numbers.tallies import Tally

_BITS = 32  # more than there are features
_TELLING = 8  # words of a tally that it is looked up by, the rarest
_LARGEST_BLOCK = 30  # tallies that share a word on a day; a commoner word says nothing
# Weights fitted by logistic regression on labelled pairs of casualty reports, and rounded.
_OWN_WORDS = 2.0
_WIDER_WORDS = 4.8
_BOTH_LEAD = 0.3
_OPENINGS = 2.5
_ELSEWHERE = -1.5
_FAR_APART = -1.45
_ONE_EVENT = 1.2
_ONE_DAY = 0.4
_OTHER_KIND = -1.6
_BASE = -1.0
_EQUAL = 1.0
_UNEQUAL = 0.8
_UNEQUAL_FEW = 1.8
_SURE = 1.8
_UNEQUAL_ONLY = -2.0
_LEADS = -1.0
_LEADS_ONLY = -1.5
_LEADS_EQUAL = 0.5
_LIKE_OPENINGS = 0.25
_MOST_ACROSS = 60  # pairs of two groups that are held against one another


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far two tallies look like numbers of one thing; ``value`` is not bounded by 1."""

    one: int
    two: int
    value: float


@dataclass(frozen=True, slots=True)
class _Words:
    """What a tally's sentences hold, the same with what is told just before, and its report's opening, all weighed."""

    own: Features
    wider: Features
    opening: Features


class Incidents:
    """Groups of tallies (by index) that count one thing."""

    def __init__(self, tallies: Sequence[Tally], pile: Pile) -> None:
        self._tallies = tallies
        self._overlap = Overlap(_held(tallies))
        self._words: dict[int, _Words] = {}
        self._values: dict[tuple[int, int], float] = {}
        self._leads, self._summed = find_leads(tallies, pile)
        rivals = find_rivals(tallies, self._leads, self._of_one_sentence)
        self._rival = frozenset((*rivals, *(find_courses(tallies) if self._overlap.is_small else ())))
        self._wholes = _wholes(tallies)
        self._of_document: dict[str, list[tuple[int, Tally]]] = defaultdict(list)
        for index, tally in enumerate(tallies):
            self._of_document[tally.document].append((index, tally))
        self._beside: dict[tuple[str, str, str], list[Tally]] = defaultdict(list)
        for tally in tallies:
            for event in () if tally.is_part or tally.minor or tally.left else sorted(tally.events):
                self._beside[tally.document, tally.measure, event].append(tally)

    def groups(self) -> list[list[Tally]]:
        """Tallies of one thing together, each group in order of its keys; those that stand alone left out."""
        group = {index: [index] for index in range(len(self._tallies))}
        links = self._links()
        whole = [(each.one, each.two) for each in links if not self._tallies[each.one].is_part]
        self._join(group, [*whole, *sorted(self._rival)])
        parts = [(each.one, each.two) for each in links if self._tallies[each.one].is_part]
        self._join(group, [(one, two) for one, two in parts if self._of_one_whole(one, two, group)])
        unique = {id(each): each for each in group.values() if len(each) > 1}
        found = [sorted((self._tallies[index] for index in each), key=lambda one: one.key) for each in unique.values()]
        return sorted(found, key=lambda each: each[0].key)

    def _join(self, group: dict[int, list[int]], pairs: Iterable[tuple[int, int]]) -> None:
        for one, two in pairs:
            mine, theirs = group[one], group[two]
            if mine is theirs or not self._go_together(one, two, (mine, theirs)):
                continue
            told = {self._numbers(each, other) for each in mine for other in theirs if self._are_rivals(each, other)}
            if any(
                self._barred(each, other) and self._numbers(each, other) not in told
                for each in mine
                for other in theirs
            ):
                continue
            mine.extend(theirs)
            for member in theirs:
                group[member] = mine

    def _go_together(self, one: int, two: int, groups: tuple[Sequence[int], Sequence[int]]) -> bool:
        """Whether two numbers that differ bring together only such groups as are alike in half of what they hold."""
        tallies = self._tallies
        if tallies[one].number == tallies[two].number or self._overlap.is_small or self._are_rivals(one, two):
            return True
        across = [
            (min(mine, theirs), max(mine, theirs))
            for mine in groups[0]
            for theirs in groups[1]
            if tallies[mine].document != tallies[theirs].document
        ]
        if len(across) > _MOST_ACROSS:
            return True
        return 2 * sum(self._compared(*pair) >= 0 for pair in across) >= len(across)

    def _of_one_whole(self, one: int, two: int, group: Mapping[int, list[int]]) -> bool:
        """Whether the numbers that two parts are told as parts of were found to count one thing.

        A report that gives no whole leads with the part: it is enough that both tell of one event.
        """
        if not self._wholes[one] or not self._wholes[two]:
            told = self._overlap.is_small and self._are_reports_of_one(one, two)
            return told or bool(self._tallies[one].events & self._tallies[two].events)
        theirs = {id(group[index]) for index in self._wholes[two]}
        return any(id(group[index]) in theirs for index in self._wholes[one])

    def _links(self) -> list[Likeness]:
        """Pairs that are like enough, the likest first; of the unequal, only those nobody fits better."""
        equal: list[Likeness] = []
        unequal: list[Likeness] = []
        for one, two in self._pairs():
            mine, theirs = self._tallies[one], self._tallies[two]
            if not comparable(mine, theirs) or self._is_told_otherwise(mine, theirs):
                continue
            if (value := self._compared(one, two)) >= 0:
                (equal if mine.number == theirs.number else unequal).append(Likeness(one, two, value))
        unequal = self._by_parts(unequal)
        met = {(each.one, self._tallies[each.two].document) for each in equal}
        met |= {(each.two, self._tallies[each.one].document) for each in equal}
        free = [each for each in unequal if each.value >= _SURE or not any(end in met for end in self._ends(each))]
        best: dict[tuple[int, str], float] = defaultdict(lambda: -math.inf)
        for each in free:
            for end in self._ends(each):
                best[end] = max(best[end], each.value)
        kept = [each for each in free if all(best[end] <= each.value for end in self._ends(each))]
        return sorted((*equal, *kept), key=self._by_worth)

    def _by_parts(self, unequal: list[Likeness]) -> list[Likeness]:
        """Less those with a number that others of its report add up to, where the largest of these comes nearer."""
        found = {(each.one, each.two) for each in unequal}

        def has_nearer(whole: int, other: int) -> bool:
            part = self._summed.get(whole)
            if part is None or (min(part, other), max(part, other)) not in found:
                return False
            return apart(self._tallies[part], self._tallies[other]) <= apart(
                *(self._tallies[each] for each in (whole, other))
            )

        return [each for each in unequal if not has_nearer(each.one, each.two) and not has_nearer(each.two, each.one)]

    def _ends(self, link: Likeness) -> tuple[tuple[int, str], tuple[int, str]]:
        """Each of the two, with the document that the other is in."""
        return (link.one, self._tallies[link.two].document), (link.two, self._tallies[link.one].document)

    def _by_worth(self, link: Likeness) -> tuple[int, float, int, int]:
        """Numbers that reports lead with first, then equal ones, and of each the likest first."""
        one, two = self._tallies[link.one], self._tallies[link.two]
        equal = one.number == two.number
        leads = {link.one, link.two} <= self._leads
        rank = (0 if equal or link.value >= _SURE else 2) if leads else 1 if equal else 3
        return rank, -link.value, link.one, link.two

    def _compared(self, one: int, two: int) -> float:
        """By how much two tallies are more alike than they must be to count one thing; below 0 where they are not."""
        value = self._values.get((one, two))
        if value is None:
            value = self._values[one, two] = self._alike(one, two)
        return 0.0 if value < 0 and self._overlap.is_small and self._are_reports_of_one(one, two) else value

    def _alike(self, one: int, two: int) -> float:
        mine, theirs = self._tallies[one], self._tallies[two]
        equal = mine.number == theirs.number
        meet = not mine.events.isdisjoint(theirs.events)
        told = not equal and meet and self._is_all_told(mine, theirs)
        small = self._overlap.is_small
        told = told or (not equal and small and self._is_all_of_its_voices(mine, theirs))
        less = _EQUAL if equal else _UNEQUAL_ONLY if told and small else _unequal(mine, theirs)
        if one not in self._leads or two not in self._leads:
            return self._likeness(one, two) - less
        less_as_leads = _LEADS_EQUAL if equal else _LEADS_ONLY if told else _LEADS
        if not small and likeness_of_leads(mine, theirs, self._overlap.most) < less_as_leads:
            return -math.inf
        rarest = self._overlap.rarest(self._weighed(one).opening, self._weighed(two).opening)
        as_leads = likeness_of_leads(mine, theirs, rarest) - less_as_leads
        return max(self._likeness(one, two) - less, as_leads) if small else as_leads

    def _is_all_told(self, one: Tally, two: Tally) -> bool:
        """Whether the two numbers are all that their reports give for one event, or for those of one noun in it."""
        shared, nouns = one.events & two.events, one.nouns & two.nouns
        return bool(shared) and any(
            all(
                len([each for each in self._beside[tally.document, tally.measure, event] if each.nouns >= alike]) == 1
                for tally in (one, two)
                for event in shared
            )
            for alike in (set[str](), nouns)[: 1 + bool(nouns)]
        )

    def _is_all_of_its_voices(self, one: Tally, two: Tally) -> bool:
        """Whether each number is the one that named sources give for a deed that both are counted for."""
        if one.kind != two.kind or not one.sources or not two.sources or one.sources & two.sources:
            return False
        return any(all(len(self._given(tally, deed)) == 1 for tally in (one, two)) for deed in one.deeds & two.deeds)

    def _are_reports_of_one(self, one: int, two: int) -> bool:
        """Whether both are all that reports of one thing come to; others of their reports only rival them."""
        if not {one, two} <= self._leads and not all(self._leads_as_part(each) for each in (one, two)):
            return False
        alike = self._overlap.cosine(self._weighed(one).opening, self._weighed(two).opening) >= _LIKE_OPENINGS
        together = may_be_of_one(self._tallies[one], self._tallies[two], alike=alike)
        return together and all(self._is_alone(each) for each in (one, two))

    def _leads_as_part(self, index: int) -> bool:
        """Whether a report opens with the children or women it counts, and gives no number of which they are part."""
        return self._tallies[index].leads and self._tallies[index].is_part and not self._wholes[index]

    def _is_alone(self, index: int) -> bool:
        tally = self._tallies[index]
        return all(
            other is tally or self._are_rivals(at, index)
            for at, other in self._of_document[tally.document]
            if other.measure == tally.measure
            and (not other.is_part or tally.is_part)
            and not (other.minor or other.left)
        )

    def _given(self, tally: Tally, deed: str) -> list[Tally]:
        """What the sources of a number give for a deed in its document."""
        beside = self._beside[tally.document, tally.measure, deed]
        return [each for each in beside if each.sources & tally.sources]

    def _is_told_otherwise(self, one: Tally, two: Tally) -> bool:
        """Whether a report gives, for an event of both, another number of those the other report names."""
        if not one.nouns or not two.nouns or one.nouns & two.nouns:
            return False
        return any(
            other is not mine and other.nouns & theirs.nouns and other.kind == theirs.kind
            for mine, theirs in ((one, two), (two, one))
            for event in one.events & two.events
            for other in self._beside[mine.document, mine.measure, event]
        )

    def _pairs(self) -> Iterator[tuple[int, int]]:
        """Indices of tallies of two documents that share an event, or a day and one of the words that tell most."""
        count = len(self._tallies)
        yield from (divmod(pair, count) for pair in sorted(self._numbered_pairs(count)))

    def _numbered_pairs(self, count: int) -> set[int]:
        """Each pair as one number: the index of the first times the count, plus that of the second."""
        blocks: dict[object, list[int]] = defaultdict(list)
        measures = {measure: number for number, measure in enumerate(sorted({each.measure for each in self._tallies}))}
        for index, tally in enumerate(self._tallies):
            for event in tally.events:
                blocks[tally.measure, event].append(index)
            weighed = self._weighed(index)
            most = len(tally.features | tally.opening) if self._overlap.is_small else _TELLING
            told = set(self._overlap.telling(weighed.own, most))
            if index in self._leads:
                told |= set(self._overlap.telling(weighed.opening, most))
            for day in map(date.toordinal, _days(tally)):
                # One number for measure, day and feature: a number has dozens of such keys.
                key = (day * len(measures) + measures[tally.measure]) << _BITS
                for feature in told:
                    blocks[key | feature].append(index)
        found: set[int] = set()
        documents = [tally.document for tally in self._tallies]
        for block in blocks.values():
            if 1 < len(block) <= _LARGEST_BLOCK:
                pairs = combinations(block, 2)
                found.update([one * count + two for one, two in pairs if documents[one] != documents[two]])
        return found

    def _weighed(self, index: int) -> _Words:
        """Weighed once: a number is held against many others."""
        found = self._words.get(index)
        if found is None:
            tally, features = self._tallies[index], self._overlap.features
            found = _Words(features(tally.features), features(tally.features | tally.wider), features(tally.opening))
            self._words[index] = found
        return found

    def _likeness(self, first: int, second: int) -> float:
        one, two = self._tallies[first], self._tallies[second]
        mine, theirs = self._weighed(first), self._weighed(second)
        value = _BASE + _OWN_WORDS * self._overlap.cosine(mine.own, theirs.own)
        value += _WIDER_WORDS * self._overlap.cosine(mine.wider, theirs.wider)
        if one.leads and two.leads and not one.minor and not two.minor:
            opening = self._overlap.cosine(mine.opening, theirs.opening)
            value += _BOTH_LEAD + _OPENINGS * opening
        if one.places and two.places and not one.places & two.places:
            value += _ELSEWHERE
        value += _FAR_APART * apart(one, two)
        value += _ONE_EVENT * (not one.events.isdisjoint(two.events))
        value += _ONE_DAY * (one.dated and two.dated and (one.first, one.last) == (two.first, two.last))
        return value + _OTHER_KIND * (one.kind != two.kind and {one.kind, two.kind} == {"all", "fighters"})

    def _of_one_sentence(self, one: int, two: int) -> float:
        """How far the words of the sentences of two tallies are the same."""
        return self._overlap.cosine(self._weighed(one).own, self._weighed(two).own)

    def _barred(self, one: int, two: int) -> bool:
        """Whether two numbers of one document stand side by side in it, or two documents' days cannot meet."""
        mine, theirs = self._tallies[one], self._tallies[two]
        if mine.document == theirs.document:
            fewer, more = sorted((mine, theirs), key=lambda each: each.number)
            left = fewer.moved and not more.moved  # what a count was before stands beside no number
            return fewer.number != more.number and not left and not self._are_rivals(one, two)
        counted_by = self._overlap.is_small and bool(mine.by or theirs.by)
        return not may_meet(mine, theirs) and not (counted_by and is_within_days(mine, theirs))

    def _are_rivals(self, one: int, two: int) -> bool:
        return (min(one, two), max(one, two)) in self._rival

    def _numbers(self, one: int, two: int) -> tuple[float, float]:
        return self._tallies[one].number, self._tallies[two].number


def _unequal(one: Tally, two: Tally) -> float:
    return _UNEQUAL if max(one.number, two.number) >= FEW else _UNEQUAL_FEW


def _days(tally: Tally) -> Iterator[date]:
    if tally.first is not None and tally.last is not None:
        for step in range((tally.last - tally.first).days + 1):
            yield tally.first + timedelta(step)


def _held(tallies: Sequence[Tally]) -> dict[str, set[str]]:
    held: dict[str, set[str]] = defaultdict(set)
    for tally in tallies:
        held[tally.document] |= tally.features | tally.wider | tally.opening
    return held


def _wholes(tallies: Sequence[Tally]) -> dict[int, list[int]]:
    """For each part, the larger numbers of its own sentences."""
    told: dict[tuple[str, str, Span], list[int]] = defaultdict(list)
    for index, tally in enumerate(tallies):
        if not tally.is_part:
            for sentence in tally.sentences:
                told[tally.document, tally.measure, sentence].append(index)
    return {
        index: sorted(
            other
            for sentence in tally.sentences
            for other in told.get((tally.document, tally.measure, sentence), ())
            if tallies[other].number >= tally.number
        )
        for index, tally in enumerate(tallies)
        if tally.is_part
    }
