"""Spans looked up by where they lie, so that a long document is not compared with itself all over."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from sayso.records.document import Span


class Reaching:
    """Spans in order, with the length of the longest as the distance to look back."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._longest = max(map(len, self._spans), default=0)

    def near(self, span: Span) -> Sequence[Span]:
        """All that share a character with ``span`` or begin where it ends, and few others."""
        back = max(0, span.start - self._longest)
        return self._spans[
            bisect_left(self._spans, Span(back, back)) : bisect_left(self._spans, Span(span.end + 1, span.end + 1))
        ]
