"""What people judged of origins and disputes, put over what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.records.claim import Claim
from sayso.records.constraints import DisputeRuling, OneOrigin
from sayso.records.matter import Dispute
from sayso.weigh.accounts.origins import Origin


def judged_folds(
    claims: Sequence[Claim], origin_of: Mapping[str, Origin], judged: Iterable[OneOrigin]
) -> Iterator[tuple[str, str, str]]:
    """``(origin kept, origin folded into it, why)`` for claims of one matter that people gave one origin."""
    for each in judged:
        inside = [claim for claim in claims if claim.id in each.members or claim.document in each.members]
        ids = sorted({origin_of[claim.id].id for claim in inside})
        yield from ((ids[0], other, each.reason) for other in ids[1:])


def as_judged(disputes: Iterable[Dispute], rulings: Sequence[DisputeRuling]) -> tuple[Dispute, ...]:
    """The disputes with the kinds that people gave them, less those that people judged to be none."""
    found = []
    for dispute in disputes:
        ruling = next((each for each in reversed(rulings) if _concerns(each, dispute)), None)
        if ruling is None:
            found.append(dispute)
        elif ruling.kind is not None:
            found.append(replace(dispute, kind=ruling.kind, reasons=(ruling.reason, *dispute.reasons)))
    return tuple(found)


def _concerns(ruling: DisputeRuling, dispute: Dispute) -> bool:
    """Whether the dispute is over the same slot, and the claims that were judged are on more than one of its sides."""
    sides = sum(bool(ruling.claims.intersection(value.claims)) for value in dispute.values)
    return ruling.slot == dispute.slot and sides > 1
