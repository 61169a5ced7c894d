"""By when each passage had been published at the latest, where its own date leaves that open.

What came into the case had been published by then, what a dated text quotes had been when that came out, and what tells
of "Sunday" as of a day that other documents know was written in the week from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sayso.records.claim import Claim, Deed, Polarity, Status
from sayso.records.document import Edition, Passage
from sayso.records.pile import Findings, Pile
from sayso.records.receipt import Receipt
from sayso.records.when import edtf_interval
from sayso.resolve import date_undated


@dataclass(frozen=True, slots=True)
class Latest:
    """The last day on which a passage can have been published; ``reason`` says in words why that and no later."""

    day: date
    reason: str


def published_by(pile: Pile, findings: Findings, receipts: Iterable[Receipt]) -> dict[str, Latest]:
    """The last day on which each passage can have been published, by its id; every document with a receipt has one.

    ``findings`` are those of the whole pile: that a post was written in a certain week is so whoever could know it.
    """
    came: dict[str, date] = {}
    for each in receipts:
        day = date.fromisoformat(each.at[:10])
        came[each.document] = min(day, came.get(each.document, day))
    told = _last_told(pile, findings)
    printed = (edtf_interval(each.published)[1] for each in pile.passages.values())
    last = max((day for day in printed if day is not None), default=date.min)
    undated = any(each.published is None for each in pile.passages.values())
    written = date_undated(pile, findings) if undated else {}
    bounds = {each: Latest(when.high, when.reason) for each, when in written.items()}
    found: dict[str, Latest] = {}
    for own, edition in pile.editions.items():
        arrived = _arrived(came[own], told.get(own), last) if own in came else None
        found.update(_of_edition(edition, bounds, arrived))
    return found


def _arrived(came: date, told: date | None, last: date) -> Latest:
    """The day it came in, or the last that the pile knows: a text that tells of days after it came in is of a story."""
    if told is not None and told > came:
        return Latest(max(told, last), "the last day of the pile, since it tells of days after it came in")
    return Latest(came, "the day it came in")


def _of_edition(edition: Edition, written: dict[str, Latest], arrived: Latest | None) -> dict[str, Latest]:
    found: dict[str, Latest] = {}
    for each in edition.passages:  # outermost first
        around = found.get(each.parent or "") if each.role.makes_claims else None
        latest = _latest(each, [written.get(each.id), around, arrived])
        if latest is not None:
            found[each.id] = latest
    return found


def _latest(passage: Passage, bounds: list[Latest | None]) -> Latest | None:
    first, last = edtf_interval(passage.published)
    known = [each for each in bounds if each is not None and (first is None or each.day >= first)]
    if last is not None:
        known.insert(0, Latest(last, "its own date"))
    return min(known, key=lambda each: each.day, default=None)


def _last_told(pile: Pile, findings: Findings) -> dict[str, date]:
    """The last day on which something happened that a document tells of as done, by document."""
    found: dict[str, date] = {}
    for matter in findings.matters:
        day = edtf_interval(matter.when.edtf)[0] if matter.when is not None else None
        for claim in (pile.claims[each] for each in matter.claims if each in pile.claims):
            if day is not None and _tells_as_done(claim):
                found[claim.document] = max(day, found.get(claim.document, day))
    return found


def _tells_as_done(claim: Claim) -> bool:
    return isinstance(claim.content, Deed) and claim.status is Status.ACTUAL and claim.polarity is Polarity.YES
