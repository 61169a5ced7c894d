"""One side of a dispute: its claims in the order they were said, each thing said once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.records.claim import Claim
from sayso.records.matter import DisputeValue


def side(value: str, claims: Iterable[Claim], origin_of: Mapping[str, str]) -> DisputeValue:
    """A value with its claims; of claims that one voice makes in the same words of one document, the first alone."""
    told: dict[tuple[object, ...], Claim] = {}
    for claim in sorted(claims, key=lambda each: (each.document, each.span, each.id)):
        voices = tuple(voice.name for voice in claim.voices)
        told.setdefault((claim.document, " ".join(claim.quote.split()), voices), claim)
    kept = [claim for claim in told.values() if not any(_repeats(claim, other) for other in told.values())]
    return DisputeValue(
        value=value,
        claims=tuple(claim.id for claim in kept),
        origins=tuple(sorted({origin_of[claim.id] for claim in kept})),
    )


def _repeats(claim: Claim, other: Claim) -> bool:
    """Whether another claim's words hold this one's, from the same sentence and the same kind of statement."""
    if claim is other or (claim.document, claim.sentence, claim.kind) != (other.document, other.sentence, other.kind):
        return False
    return len(claim.span) < len(other.span) and other.span.holds(claim.span) and claim.voices == other.voices
