"""On which day a claim was said, where the sentence around it names one beside the words for saying so."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta

from sayso.records.claim import Claim, Saying
from sayso.records.document import Span
from sayso.records.pile import Pile
from sayso.records.when import Anchor, When, WhenType
from sayso.resolve.events.facts import DeedFacts

_BEHIND = 40  # characters from the words for saying to the day behind them: "told reporters in Tarsk on Monday"
_BEFORE = 4  # and from a day to the words behind it: "on Monday said"


def before_said(facts: dict[str, DeedFacts], pile: Pile) -> dict[str, DeedFacts]:
    """The facts with each "overnight" put before the day on which it was said, where that is before the print.

    "Ten were held overnight, the ministry said on Monday", in a paper of Tuesday, is of the night before Monday.
    """
    nights = {
        own: each
        for own, each in facts.items()
        if each.when is not None and each.when.anchor is Anchor.PASSAGE and "overnight" in each.when.text.casefold()
    }
    if not nights:
        return facts
    said_on, out = SaidOn(pile), dict(facts)
    for own, each in nights.items():
        said = said_on.find(each.claim)
        if said is not None and each.low is not None and each.low == each.high and said[0] <= each.low:
            night = said[0] - timedelta(days=1)
            reason = f"“{each.when.text if each.when else ''}”, before “{said[1]}”, when it was said"
            out[own] = replace(each, low=night, high=night, inferred=reason)
    return out


class SaidOn:
    """The days on which what a pile's claims state was said."""

    def __init__(self, pile: Pile) -> None:
        self._sayings: dict[str, list[tuple[int, str, Saying]]] = defaultdict(list)
        for each in pile.sayings.values():
            if each.cue is not None:
                self._sayings[each.document].append((each.cue.start, each.id, each))
        for found in self._sayings.values():
            found.sort(key=lambda each: each[:2])
        self._days: dict[str, list[tuple[int, When]]] = {
            own: sorted(
                ((each.span.start, each) for each in times if each.type in (WhenType.DATE, WhenType.TIME)),
                key=lambda each: each[0],
            )
            for own, times in pile.times.items()
        }

    def find(self, claim: Claim) -> tuple[date, str] | None:
        """The day on which a claim was said, and the words that give it; None where they give none, or several."""
        days = {
            (when.interval[1], when.text)
            for saying in self._around(claim)
            for when in self._beside(saying, claim.sentence)
            if when.interval[0] == when.interval[1] and when.interval[1] is not None
        }
        if len({day for day, _ in days}) != 1:
            return None
        day, text = min(days, key=lambda each: each[1])
        return (day, text) if day is not None else None

    def days_in(self, claim: Claim) -> list[date]:
        """The days that the sentence of a claim gives to the day."""
        within = (when.interval for when in self._within(claim.document, claim.sentence))
        return [first for first, last in within if first is not None and first == last]

    def _around(self, claim: Claim) -> list[Saying]:
        sayings = self._sayings.get(claim.document, [])
        first = bisect_left(sayings, claim.sentence.start, key=lambda each: each[0])
        last = bisect_left(sayings, claim.sentence.end, key=lambda each: each[0])
        return [each for _, _, each in sayings[first:last] if each.vouches and _says(each, claim.span)]

    def _beside(self, saying: Saying, sentence: Span) -> list[When]:
        """Days in the sentence of a saying that stand right beside its cue, and not in what is said."""
        if saying.cue is None:
            return []
        cue = saying.cue
        return [
            when
            for when in self._within(saying.document, sentence)
            if not _says(saying, when.span)
            and (0 <= when.span.start - cue.end <= _BEHIND or 0 <= cue.start - when.span.end <= _BEFORE)
        ]

    def _within(self, document: str, span: Span) -> list[When]:
        days = self._days.get(document, [])
        first = bisect_left(days, span.start, key=lambda each: each[0])
        last = bisect_left(days, span.end, key=lambda each: each[0])
        return [when for _, when in days[first:last]]


def _says(saying: Saying, span: Span) -> bool:
    return any(part.start <= span.start < part.end for part in saying.content)
