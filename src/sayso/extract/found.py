"""What earlier finders found in a reading, looked up by token."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.records.actor import Mention
from sayso.records.when import When


@dataclass(frozen=True, slots=True)
class Found:
    """Mentions and times of one edition, indexed by character."""

    mentions: tuple[Mention, ...]
    times: tuple[When, ...]
    _heads: dict[int, Mention]
    _covers: dict[int, Mention]
    _times: dict[int, When]
    _starts: tuple[int, ...]

    @classmethod
    def of(cls, mentions: Sequence[Mention], times: Sequence[When]) -> Found:
        """Index mentions and times; of nested mentions the innermost wins a character, a head is its own mention's."""
        heads: dict[int, Mention] = {}
        covers: dict[int, Mention] = {}
        for mention in sorted(mentions, key=lambda each: len(each.span), reverse=True):
            for offset in range(mention.span.start, mention.span.end):
                covers[offset] = mention
            heads[mention.head.start] = mention
        times = sorted(times, key=lambda each: each.span)
        clock = {offset: when for when in times for offset in range(when.span.start, when.span.end)}
        starts = tuple(each.span.start for each in times)
        return cls(tuple(mentions), tuple(times), heads, covers, clock, starts)

    def headed_by(self, piece: Piece, token: Token) -> Mention | None:
        """The mention whose syntactic head is this token."""
        return self._heads.get(piece.base + token.idx)

    def over(self, piece: Piece, token: Token) -> Mention | None:
        """The innermost mention that covers this token."""
        return self._covers.get(piece.base + token.idx)

    def timed(self, piece: Piece) -> Iterator[tuple[Token, When]]:
        """The tokens of a paragraph that time expressions cover, in order, each with its time."""
        for number in range(bisect_left(self._starts, piece.base), len(self.times)):
            when = self.times[number]
            start, end = when.span.start - piece.base, when.span.end - piece.base
            covered = piece.doc.covering(start, end)
            if covered is None:
                return
            for token in covered:
                if start <= token.idx < end:
                    yield token, when

    def time_over(self, piece: Piece, token: Token) -> When | None:
        """The time expression that covers this token."""
        return self._times.get(piece.base + token.idx)
