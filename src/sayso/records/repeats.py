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
    copied = {own for copy in copies for own in (copy.document, copy.of_document)}
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims.values():
        if claim.document in copied:
            by_document[claim.document].append(claim)
    # What each claim is like is worked out once: some stretches are copied by hundreds.
    told: dict[str, tuple[list[int], list[tuple[int, object, str]]]] = {}
    for document, each in by_document.items():
        each.sort(key=lambda one: (one.span.start, one.span.end, one.id))
        rows = [(_core(claim).end, _likeness(claim), claim.id) for claim in each]
        told[document] = [claim.span.start for claim in each], rows

    def inside(document: str, span: Span) -> dict[object, list[str]]:
        found: dict[object, list[str]] = defaultdict(list)
        starts, rows = told.get(document, ([], []))
        for end, likeness, own in rows[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
            if end <= span.end:
                found[likeness].append(own)
        return found

    for copy in copies:
        ours, theirs = inside(copy.document, copy.span), inside(copy.of_document, copy.of_span)
        for likeness, mine in ours.items():
            for one, two in zip(mine, theirs.get(likeness, ()), strict=False):
                yield one, two, copy


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
