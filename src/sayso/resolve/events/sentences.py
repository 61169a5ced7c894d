"""What the sentences of a pile say beside their deeds: names, times, figures and sayings, looked up by offset."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from sayso.records.actor import MentionForm, MentionKind, Place
from sayso.records.claim import Quantity, Saying
from sayso.records.document import Span
from sayso.records.pile import Pile
from sayso.records.when import Anchor, When, WhenType
from sayso.resolve.events.facts import content_words

_BODY = 40  # characters of a body's name before its head
_LONGEST = 7  # days; a vaguer time says little of which occasion it was

_Row = TypeVar("_Row", bound=tuple[object, ...])


class Sentences:
    """What stands between two offsets of a document; ``places`` are by id."""

    def __init__(self, pile: Pile, places: Mapping[str, Place]) -> None:
        self.places = places
        place_of = {mention: place.id for place in places.values() for mention in place.mentions}
        inside = _in_names(pile)
        named = [each for each in pile.mentions.values() if each.form is MentionForm.NAME]
        self._names = _by_document((each.document, (each.span.start, each.text)) for each in named)
        self._spots = _by_document(
            (each.document, (each.span.start, place_of.get(each.id, ""), each.text))
            for each in named
            if each.kind is MentionKind.PLACE and (each.document, each.span) not in inside
        )
        self._figures = _by_document(
            (claim.document, (claim.span.start, claim.content.measure, *_interval(claim.content)))
            for claim in pile.claims.values()
            if isinstance(claim.content, Quantity) and claim.content.measure in ("killed", "wounded")
        )
        self._sayings = _by_document(
            (each.document, (each.cue.start, each)) for each in pile.sayings.values() if each.cue is not None
        )
        points = [
            each for times in pile.times.values() for each in times if each.type in (WhenType.DATE, WhenType.TIME)
        ]
        days = [each for each in points if each.value != "PRESENT_REF"]  # "has stalled for now" dates no offensive
        self._ends = _by_document(
            (each.document, (each.span.start, last)) for each in days if (last := each.interval[1])
        )
        self._long = _by_document(
            (each.document, (each.span.start, *bounds))
            for each in days
            if _short(each) is None and (bounds := _bounds(each)) is not None and not each.modifier
        )
        self._published = {
            own: frozenset(each.published for each in found.passages) for own, found in pile.editions.items()
        }
        self._days = _by_document(
            (each.document, (each.span.start, *short))
            for each in days
            if (short := _short(each)) is not None and not self.heads(each)
        )

    def heads(self, when: When) -> bool:
        """Whether a time is the day of publication, printed in full: a dateline, which dates nothing that is told."""
        return when.anchor is Anchor.STATED and when.edtf in self._published.get(when.document, ())

    def last_time(self, document: str, span: Span) -> date | None:
        """The last day of the latest time that a stretch of a document gives."""
        given = _within(self._ends.get(document, ()), span)
        return given[-1][1] if given else None

    def names(self, document: str, span: Span) -> frozenset[str]:
        """The words of the names that a stretch of a document holds."""
        told = {text for _, text in _within(self._names.get(document, ()), span)}
        return frozenset(word for text in told for word in content_words(text))

    def spots(self, document: str, span: Span) -> list[tuple[str, str]]:
        """The places named in a stretch: the id, empty where it came to none, and the name as printed."""
        return [(place, text) for _, place, text in _within(self._spots.get(document, ()), span)]

    def figures(self, document: str, span: Span) -> list[tuple[str, float, float]]:
        """The numbers of killed and wounded that a stretch gives: which, and the least and the most it can be."""
        return [(measure, low, high) for _, measure, low, high in _within(self._figures.get(document, ()), span)]

    def long_times(self, document: str, span: Span) -> set[tuple[date, date]]:
        """The times longer than a week that a stretch gives, as first and last day: of what is told long after."""
        return {(low, high) for _, low, high in _within(self._long.get(document, ()), span)}

    def days(self, document: str, span: Span, told_at: int) -> tuple[set[tuple[date, date]], set[tuple[date, date]]]:
        """The times of a stretch, as first and last day: those of what is told, and those of its being said.

        ``told_at`` is where the deed is told: "on Sunday" beside a saying around it, and not in what is said, is when
        that was said.
        """
        sayings = [each for _, each in _within(self._sayings.get(document, ()), span) if _says(each, told_at)]
        own: set[tuple[date, date]] = set()
        saying: set[tuple[date, date]] = set()
        for start, low, high in _within(self._days.get(document, ()), span):
            outside = any(not _says(each, start) for each in sayings)
            (saying if outside else own).add((low, high))
        return own, saying


def _in_names(pile: Pile) -> set[tuple[str, Span]]:
    """Where a place only says whose a body is: "the Tarsk health department"."""
    bodies: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for each in pile.mentions.values():
        if each.kind is not MentionKind.PLACE and each.head.start > each.span.start:
            bodies[each.document].append((each.span.start, Span(each.span.start, each.head.start)))
    for found in bodies.values():
        found.sort()
    inside = set()
    for each in pile.mentions.values():
        if each.kind is MentionKind.PLACE:
            near = _within(bodies.get(each.document, ()), Span(max(0, each.span.start - _BODY), each.span.end))
            if any(before.holds(each.span) for _, before in near):
                inside.add((each.document, each.span))
    return inside


def _by_document(rows: Iterable[tuple[str, _Row]]) -> dict[str, list[_Row]]:
    found: dict[str, list[_Row]] = defaultdict(list)
    for document, row in rows:
        found[document].append(row)
    for each in found.values():
        each.sort(key=lambda row: row[:-1] if isinstance(row[-1], Saying) else row)
    return found


def _within(rows: Sequence[_Row], span: Span) -> Sequence[_Row]:
    return rows[bisect_left(rows, (span.start,)) : bisect_left(rows, (span.end,))]


def _interval(quantity: Quantity) -> tuple[float, float]:
    return quantity.low or 0.0, math.inf if quantity.high is None else quantity.high


def _short(when: When) -> tuple[date, date] | None:
    bounds = _bounds(when)
    return bounds if bounds and (bounds[1] - bounds[0]).days <= _LONGEST else None


def _bounds(when: When) -> tuple[date, date] | None:
    first, last = when.interval
    return (first, last) if first and last else None


def _says(saying: Saying, offset: int) -> bool:
    return any(part.start <= offset < part.end for part in saying.content)
