"""Deeds that are told once and done twice: "shelled Tarsk on 10 May and again on 14 May"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.extract.found import Found
from sayso.extract.making import make_claim
from sayso.extract.parse.reading import Reading
from sayso.records.claim import Claim, Deed, Polarity
from sayso.records.document import Span
from sayso.records.when import When, WhenType

_AGAIN = re.compile(r",?\s+and\s+(?:then\s+|once\s+)?again\s+(?:on\s+|in\s+|late\s+|early\s+|last\s+)*")
_LONGEST = 30  # characters between two times, one of which is told as that of the deed again


def told_again(reading: Reading, found: Found, claims: Sequence[Claim]) -> list[Claim]:
    """For each deed at a time behind which the text says "and again" with another: a claim of the same at that time."""
    text = reading.edition.text
    if "again" not in text:
        return []
    behind = dict(_again(text, found.times))
    made: list[Claim] = []
    for claim in claims:
        deed = claim.content
        if not behind or not isinstance(deed, Deed) or deed.when is None or claim.polarity is Polarity.NO:
            continue
        second = behind.get(deed.when.span)
        if second is None or claim.about is not None or claim.span.start > deed.when.span.start:
            continue
        if deed.verb.start >= second.span.end:
            continue
        span = Span(claim.span.start, max(claim.span.end, second.span.end))
        reasons = (*claim.reasons, f"told of '{deed.when.text}' and again of '{second.text}'")
        standing = claim.polarity, claim.status
        made.append(make_claim(reading, span, replace(deed, when=second), standing, None, reasons))
    return made


def _again(text: str, times: Sequence[When]) -> Iterator[tuple[Span, When]]:
    """Each time behind which stands "and again" with another time, by its span."""
    days = [each for each in times if each.type in (WhenType.DATE, WhenType.TIME)]
    for one, two in pairwise(days):
        between = text[one.span.end : two.span.start]
        if 0 < len(between) <= _LONGEST and _AGAIN.fullmatch(between):
            yield one.span, two
