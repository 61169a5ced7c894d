"""Timelines: paragraphs that a date opens, and the year that goes on from one such entry to the next.

"July 7, 2021: Gunmen shoot the envoy." "August 30: The court hears witnesses." The second is of 2021, whenever the
list was printed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.extract.parse.reading import Piece
from sayso.language.date_expression import Expression, Kind

_BULLET = 3  # characters that may stand before a date that opens an entry
_REACH = 6  # paragraphs between one entry and the next of its list
_ROUND = 6  # months by which a date must fall back for the year to have turned
_HINGES = (": ", ":\n", " - ", " – ", " — ", "\n")


def opens_entry(text: str, start: int, end: int) -> bool:
    """Whether a date at the head of a paragraph dates the entry behind it: "July 7, 2021: Gunmen shoot the envoy"."""
    return start <= _BULLET and text[end : end + 3].startswith(_HINGES)


@dataclass(slots=True)
class Timeline:
    """The entries of one passage so far: where the last stood, its year and its month."""

    paragraph: int = -_REACH
    year: int | None = None
    month: int | None = None
    backwards: bool = False

    def dated(self, said: Expression, first: bool, piece: Piece) -> Expression:
        """The expression with the year of its entry or of the entry before it, where it has none of its own.

        ``first`` says that no other time stands before it in its paragraph.
        """
        if said.kind is not Kind.STATED:
            return said
        alone = said.start <= _BULLET and not piece.text[said.end :].strip(" :.*_#")
        opens = first and (opens_entry(piece.text, said.start, said.end) or (alone and said.period is None))
        if (said.year or "").isdigit():
            if opens:
                self._enter(int(said.year or 0), said.month, piece)
            return said
        if said.year is not None or said.month is None or said.which is not None:
            return said
        if self.year is None or piece.index - self.paragraph >= _REACH:
            return said
        if opens:
            self._enter(self._year_of(said.month), said.month, piece)
        elif piece.index != self.paragraph:
            return said
        return replace(said, year=str(self.year))

    def _year_of(self, month: int) -> int:
        """The year of the next entry, which a list that goes on in time, or back in it, leaves unsaid."""
        year = self.year or 0
        if self.month is None or month == self.month:
            return year
        if self.backwards:
            return year - 1 if month - self.month > _ROUND else year
        if self.month - month > _ROUND:
            return year + 1
        self.backwards = month < self.month
        return year

    def _enter(self, year: int, month: int | None, piece: Piece) -> None:
        if self.year is not None:
            self.backwards = year < self.year or (self.backwards and year == self.year)
        self.paragraph, self.year, self.month = piece.index, year, month
