"""Matters, disputes and copies in the exchange form."""

from __future__ import annotations

from typing import Any

from sayso.present.support import support_of
from sayso.present.view import View
from sayso.present.words import heading
from sayso.records.claim import Deed, Quantity, Tie
from sayso.records.matter import BestWhen, Copy, Dispute, Matter
from sayso.records.when import When, edtf_interval, edtf_of

Plain = dict[str, Any]


def matter_record(view: View, matter: Matter) -> Plain:
    """The record of one matter with its accounts."""
    return {
        "record": "matter",
        "id": matter.id,
        "kind": matter.kind.value,
        "label": heading(view, matter),
        "plover": matter.plover,
        "when": _best_when(view, matter.when),
        "place": matter.place,
        "participants": [{"role": each.role, "actor": each.actor} for each in matter.participants],
        "claims": list(matter.claims),
        "part_of": matter.part_of,
        "origins": support_of(view, matter).origins,
        "accounts": [
            {
                "origin": each.origin,
                "label": each.label,
                "claims": list(each.claims),
                "copies": list(each.copies),
                "reasons": list(each.reasons),
            }
            for each in view.accounts_of.get(matter.id, ())
        ],
        "reasons": list(matter.reasons),
    }


def _best_when(view: View, best: BestWhen | None) -> Plain | None:
    """The time shown for a matter, in the words of the first of its claims that states it."""
    if best is None:
        return None
    stated = next((when for claim in best.claims for when in _times_of(view, claim) if when.edtf == best.edtf), None)
    return {
        "text": stated.text if stated else None,
        "document": stated.document if stated else None,
        "start": stated.span.start if stated else None,
        "end": stated.span.end if stated else None,
        "edtf": best.edtf,
        "precision": stated.precision.value if stated else _precision(best.edtf),
        "reason": best.reason,
        "inferred": best.inferred,
        "claims": list(best.claims),
    }


def _times_of(view: View, claim_id: str) -> tuple[When, ...]:
    claim = view.pile.claims.get(claim_id)
    content = claim.content if claim else None
    if isinstance(content, Deed | Quantity):
        return (content.when,) if content.when else ()
    if isinstance(content, Tie):
        return tuple(each for each in (content.start, content.until, content.as_of) if each)
    return ()


def _precision(edtf: str) -> str:
    low, high = edtf_interval(edtf)
    if low is None or high is None:
        return "unknown" if low is high else "range"
    length = len(edtf_of(low, high) or "")
    return {10: "day", 7: "month", 4: "year"}.get(length, "range")


def dispute_record(dispute: Dispute) -> Plain:
    """The record of one dispute."""
    return {
        "record": "dispute",
        "id": dispute.id,
        "matter": dispute.matter,
        "slot": dispute.slot,
        "kind": dispute.kind.value,
        "question": dispute.question,
        "values": [
            {"value": each.value, "claims": list(each.claims), "origins": list(each.origins)} for each in dispute.values
        ],
        "when": dispute.when,
        "reasons": list(dispute.reasons),
    }


def copy_record(copy: Copy) -> Plain:
    """The record of one copied stretch."""
    return {
        "record": "copy",
        "document": copy.document,
        "start": copy.span.start,
        "end": copy.span.end,
        "of": {"document": copy.of_document, "start": copy.of_span.start, "end": copy.of_span.end},
        "similarity": copy.similarity,
        "direction": copy.direction,
        "credit": copy.credit,
        "reasons": list(copy.reasons),
    }
