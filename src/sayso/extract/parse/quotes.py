"""Quotation marks paired: which stretches of a reading stand in quotes, and which quote runs on in the next paragraph.

A paragraph that opens a quote and does not close it hands it on to the next paragraph that opens with a mark. Marks
that open inside an open quote of the same kind show the outer one to be a wrapper around the whole paragraph (digests
print items so); the wrapper is let go.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.extract.parse.reading import Piece, Reading

_DOUBLE = re.compile(r"[\"“”„«»]|``|''")
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_CLOSES_SENTENCE = (".", ",", "!", "?", "…", "-", "—", ";")
_MARKS = "\"“”„«»`'‘’ \n"
_SHORT_QUOTE = 4


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch in quotation marks, as token offsets into its piece's doc, marks included.

    ``closed`` is False where the paragraph ended first; ``carries_on`` where it takes up the quote before it.
    """

    piece: int
    start: int
    end: int
    closed: bool
    carries_on: bool
    spoken: bool

    def holds(self, token: int) -> bool:
        """Whether a token lies between the marks."""
        return self.start <= token < self.end


def find_quotes(reading: Reading) -> list[list[Quote]]:
    """The quotes of each piece in order, outermost ones only."""
    found: list[list[Quote]] = []
    open_before = False
    passage = ""
    for piece in reading.pieces:
        if piece.passage.id != passage:
            open_before, passage = False, piece.passage.id
        quotes = _quotes_in(piece, open_before)
        found.append(quotes)
        open_before = bool(quotes) and not quotes[-1].closed
    return found


def _quotes_in(piece: Piece, open_before: bool) -> list[Quote]:
    text = piece.text
    runs = _pair(text, _DOUBLE)
    if not runs:
        runs = [run for run in _pair(text, _SINGLE) if run[2]]
    quotes: list[Quote] = []
    for start, end, closed in runs:
        part = piece.doc.covering(start, end)
        if part is None or len(part) < 3:
            continue
        inner = text[start:end].strip(_MARKS)
        spoken = len(inner.split()) >= _SHORT_QUOTE or inner.endswith(_CLOSES_SENTENCE)
        carries_on = open_before and start == 0
        quotes.append(Quote(piece.index, part.start, part.end, closed, carries_on, spoken))
    return quotes


def _pair(text: str, marks: re.Pattern[str]) -> list[tuple[int, int, bool]]:
    runs: list[tuple[int, int, bool]] = []
    start: int | None = None
    for mark in marks.finditer(text):
        if _opens(text, mark):
            start = mark.start()
        elif start is not None:
            runs.append((start, mark.end(), True))
            start = None
    if start is not None and _plausibly_open(text, start):
        runs.append((start, len(text), False))
    return runs


def _opens(text: str, mark: re.Match[str]) -> bool:
    sign = mark.group()
    if sign in "“„«‘``":
        return True
    after = text[mark.end() : mark.end() + 1]
    before = text[mark.start() - 1 : mark.start()] if mark.start() else ""
    if sign in "”»’" and before:
        return not before.strip() and after.isalnum()
    return (not before or before.isspace() or before in "([—–-―") and bool(after) and not after.isspace()


def _plausibly_open(text: str, start: int) -> bool:
    return start == 0 or text[start - 1].isspace()
