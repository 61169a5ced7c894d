"""Words in one edition of a document, found again in another.

The idea is that of the TextQuoteSelector (W3C Web Annotation Data Model, 4.2.4): the words themselves, and some of
what stands before and after them. White space, quotation marks and dashes count as alike, since readers differ in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.records.document import Span
from sayso.records.judgement import TargetKind, TextQuote

CONTEXT = 48
"""Characters kept before and after."""

LONGEST = 400
"""Characters of a quotation; of a longer stretch its two ends are kept."""

_END = 150
# So much of what stood on one side must stand there still, or the words be so long that they stand once only.
_SIDE = 16
_TELLING = 24

_ALIKE = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
_WHITE = re.compile(r"\s+")


def quote_words(text: str, span: Span, target: str, kind: TargetKind, document: str, mark: str = "") -> TextQuote:
    """What is kept of ``span`` to find it again."""
    words = span.of(text)
    long = len(words) > LONGEST
    return TextQuote(
        target=target,
        kind=kind,
        document=document,
        start=span.start,
        end=span.end,
        quote=words[:_END] if long else words,
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        until=words[-_END:] if long else "",
        mark=mark,
    )


def find_words(text: str, quote: TextQuote) -> Span | None:
    """Where the words stand now; None where they are gone, or stand only where they did not stand before."""
    if not quote.quote:
        return None
    here = Span(quote.start, quote.end)
    if not quote.until and _is_as_it_was(text, quote, here):
        return here
    plain = _plain(text)
    found = [(_fit(plain.text, quote, span), span) for span in _occurrences(plain.text, quote)]
    if not found:
        return None
    fit, best = max(found, key=lambda each: (sum(each[0]), -abs(plain.offsets[each[1].start] - quote.start)))
    alone = len(found) == 1 and len(quote.quote) >= _TELLING
    if not alone and not _is_near(fit, quote):
        return None
    return Span(plain.offsets[best.start], plain.offsets[best.end - 1] + 1)


def _is_as_it_was(text: str, quote: TextQuote, here: Span) -> bool:
    around = text[max(0, here.start - len(quote.prefix)) : here.end + len(quote.suffix)]
    return around == quote.prefix + quote.quote + quote.suffix


@dataclass(frozen=True, slots=True)
class _Plain:
    """A text with like characters made equal, and the offset each of its characters has in the text itself."""

    text: str
    offsets: tuple[int, ...]


@lru_cache(maxsize=32)
def _plain(text: str) -> _Plain:
    letters: list[str] = []
    offsets: list[int] = []
    for part in re.finditer(r"\s+|\S+", text):
        if part.group()[0].isspace():
            letters.append(" ")
            offsets.append(part.start())
        else:
            letters.extend(part.group().translate(_ALIKE))
            offsets.extend(range(part.start(), part.end()))
    return _Plain("".join(letters), tuple(offsets))


def _folded(words: str) -> str:
    return _WHITE.sub(" ", words).translate(_ALIKE)


def _occurrences(plain: str, quote: TextQuote) -> Iterator[Span]:
    head, until = _folded(quote.quote), _folded(quote.until)
    for match in re.finditer(f"(?={re.escape(head)})", plain):
        start = match.start()
        if not until:
            yield Span(start, start + len(head))
            continue
        expected = start + quote.end - quote.start
        ends = [each.start() + len(until) for each in re.finditer(f"(?={re.escape(until)})", plain[start:])]
        if ends:
            yield Span(start, start + min(ends, key=lambda end: abs(start + end - expected)))


def _fit(plain: str, quote: TextQuote, span: Span) -> tuple[int, int]:
    """How many characters of the prefix and of the suffix stand around."""
    before, after = plain[: span.start][::-1], plain[span.end : span.end + CONTEXT]
    return _alike(_folded(quote.prefix)[::-1], before[:CONTEXT]), _alike(_folded(quote.suffix), after)


def _alike(one: str, other: str) -> int:
    for at, (mine, theirs) in enumerate(zip(one, other, strict=False)):
        if mine != theirs:
            return at
    return min(len(one), len(other))


def _is_near(fit: tuple[int, int], quote: TextQuote) -> bool:
    """Whether what stood on one side still does; at the edge of a text too little stands there to tell by itself."""
    sides = [(found, len(_folded(side))) for found, side in zip(fit, (quote.prefix, quote.suffix), strict=True)]
    telling = [found >= _SIDE for found, length in sides if length >= _SIDE]
    return any(telling) if telling else all(found == length for found, length in sides)
