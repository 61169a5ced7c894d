"""Which claims repeat which, given the stretches that were copied."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.records.claim import Claim, Deed, Quantity, Tie
from sayso.records.document import Span
from sayso.records.matter import Copy


def repeated_claims(claims: Mapping[str, Claim], copies: Sequence[Copy]) -> Iterator[tuple[str, str, Copy]]:
    """``(claim in the copy, claim in what it copies, copy)``: alike in kind, in the same order in both stretches."""
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims.values():
        by_document[claim.document].append(claim)
    for document in by_document.values():
        document.sort(key=lambda each: (each.span, each.id))
    starts = {document: [claim.span.start for claim in each] for document, each in by_document.items()}

    def inside(document: str, span: Span) -> dict[object, list[Claim]]:
        found: dict[object, list[Claim]] = defaultdict(list)
        for claim in by_document.get(document, [])[bisect_left(starts.get(document, []), span.start) :]:
            if claim.span.start >= span.end:
                break
            if _core(claim).end <= span.end:
                found[_likeness(claim)].append(claim)
        return found

    for copy in copies:
        ours, theirs = inside(copy.document, copy.span), inside(copy.of_document, copy.of_span)
        for likeness, mine in ours.items():
            for one, two in zip(mine, theirs.get(likeness, ()), strict=False):
                yield one.id, two.id, copy


def _core(claim: Claim) -> Span:
    return claim.content.verb if isinstance(claim.content, Deed) else claim.span


def _likeness(claim: Claim) -> object:
    content = claim.content
    if isinstance(content, Deed):
        return "deed", content.plover, content.lemma
    if isinstance(content, Tie):
        return "tie", content.tie
    if isinstance(content, Quantity):
        return "quantity", content.measure, content.low, content.high
    return "trait", content.trait, content.value
