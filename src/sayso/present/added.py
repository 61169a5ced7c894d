"""What a few documents add to a case, in the words of ``diff``."""

from __future__ import annotations

from collections.abc import Iterator, Set

from sayso.present.changes import CHANGED, NEW, Change
from sayso.present.dates import date_words
from sayso.present.questions import DISPUTE_WORDS, question_words
from sayso.present.support import support_of
from sayso.present.view import View
from sayso.present.words import counted_origins, heading
from sayso.records.matter import MatterKind


def find_added(view: View, documents: Set[str]) -> list[Change]:
    """The events that ``documents`` tell of, new ones first, and the disputes in which they have a say.

    ``view`` shows the part of a case that they were worked out in.
    """
    events = list(_events(view, documents))
    return [*sorted(events, key=lambda each: (each.how != NEW, each.words, each.id)), *_disputes(view, documents)]


def _events(view: View, documents: Set[str]) -> Iterator[Change]:
    for matter in view.findings.matters:
        tellers = {claim.document for claim in view.claims_of(matter)}
        if matter.kind is MatterKind.EVENT and tellers & documents:
            when = date_words(matter.when.edtf if matter.when else None)
            origins = counted_origins(support_of(view, matter).origins)
            new = tellers <= documents
            detail = f"{when}, {origins}" if new else f"{when}, told of before, now {origins}"
            yield Change("event", NEW if new else CHANGED, matter.id, heading(view, matter), detail)


def _disputes(view: View, documents: Set[str]) -> Iterator[Change]:
    for dispute in view.findings.disputes:
        if any(view.pile.claims[claim].document in documents for value in dispute.values for claim in value.claims):
            yield Change("dispute", NEW, dispute.id, question_words(view, dispute)[0], DISPUTE_WORDS[dispute.kind])
