"""The claims of a document in the making, looked up by where their words stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sayso.records.claim import Claim, Deed
from sayso.records.document import Span

_STRETCH = 1024  # characters


class Made:
    """Claims by id, in the order in which they were made."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._claims: dict[str, Claim] = {}
        self._by_stretch: dict[int, list[str]] = defaultdict(list)
        for each in claims:
            self.put(each)

    def all(self) -> tuple[Claim, ...]:
        """Every claim, in order."""
        return tuple(self._claims.values())

    def put(self, claim: Claim) -> None:
        """Add a claim, or put it in the place of the one that has its id and its words."""
        if claim.id not in self._claims:
            spans = (claim.span, claim.content.verb) if isinstance(claim.content, Deed) else (claim.span,)
            for at in sorted({at for span in spans for at in _stretches(span)}):
                self._by_stretch[at].append(claim.id)
        self._claims[claim.id] = claim

    def keep(self, claim: Claim) -> None:
        """Add a claim unless there is one that has its id."""
        if claim.id not in self._claims:
            self.put(claim)

    def near(self, *spans: Span) -> Iterator[Claim]:
        """Every claim whose words, or those for what was done, share a character with any of ``spans``, and others."""
        near = dict.fromkeys(own for span in spans for at in _stretches(span) for own in self._by_stretch.get(at, ()))
        return (self._claims[own] for own in near)


def _stretches(span: Span) -> range:
    return range(span.start // _STRETCH, span.end // _STRETCH + 1)
