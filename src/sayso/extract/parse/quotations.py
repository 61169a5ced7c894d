"""Which words of a paragraph stand between quotation marks."""

from __future__ import annotations

from sayso.extract.mentions.candidates import Candidate
from sayso.extract.parse.parsed import Doc

_LEAST = 4  # fewer quoted words are a name or a phrase, not somebody's speech


class Quotes:
    """Quotations of each piece, found when first asked for.

    Only marks that open and close in one paragraph count: one that never closes may open a block that runs over many.
    """

    def __init__(self) -> None:
        self._by_piece: dict[int, dict[int, int]] = {}

    def of(self, candidate: Candidate) -> tuple[int, int] | None:
        """The quotation the head of a mention stands in, as number of the piece and first token; None outside."""
        index = candidate.piece.index
        if index not in self._by_piece:
            self._by_piece[index] = quoted(candidate.piece.doc)
        first = self._by_piece[index].get(candidate.head)
        return None if first is None else (index, first)


def quoted(doc: Doc) -> dict[int, int]:
    """For every token inside a quotation, the token that opens it."""
    found: dict[int, int] = {}
    opened: int | None = None
    for token in doc:
        if token.text not in ('"', "“", "”", "''", "``"):
            continue
        opens = token.text in ("“", "``") or (
            token.text == '"' and not token.whitespace_ and (token.i == 0 or bool(doc[token.i - 1].whitespace_))
        )
        if opens:
            opened = token.i
        elif opened is not None:
            if token.i - opened > _LEAST:
                found.update((i, opened) for i in range(opened, token.i))
            opened = None
    return found
