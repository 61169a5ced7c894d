"""Which disputes a case as of a day lists: those of then, and those of which nothing shows that they are of later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from sayso.present.holding import REACH
from sayso.present.view import View
from sayso.records.matter import Dispute, DisputeValue, Matter
from sayso.records.when import edtf_interval


class Then(StrEnum):
    """How a dispute stands to the day that a case is looked at as of."""

    SO = "so"  # what it is over had happened, held or been told by then
    UNTOLD = "untold"  # nothing tells
    LATER = "later"  # what it is over came later
    OVER = "over"  # the tie it is over had not begun, was over or is denied by all who speak of that day
    FAR = "far"  # it is told of so long after that day that it says nothing of it


def then(view: View, dispute: Dispute, day: date, lapsed: set[str]) -> Then:
    """How a dispute stands to a day; ``lapsed`` are ids of ties that were not so on it."""
    first = edtf_interval(dispute.when)[0]
    if first is not None:
        return Then.LATER if first > day else Then.SO
    if dispute.matter in lapsed:
        return Then.OVER
    sides = [list(_begun(view, dispute, value)) for value in dispute.values]
    if any(side and all(low is not None and low > day for low in side) for side in sides):
        return Then.LATER
    told = [each for value in dispute.values for each in _told(view, value)]
    if any(each <= day for each in told) or _happened(view, dispute, day):
        return Then.SO
    first = min(told, default=view.last_published)
    return Then.FAR if first is not None and day < first - REACH else Then.UNTOLD


def matters_behind(view: View, disputes: Iterable[Dispute]) -> frozenset[str]:
    """Ids of all matters that disputes are over or that their claims belong to, with what those are part of."""
    found: set[str] = set()
    for dispute in disputes:
        claims = (claim for value in dispute.values for claim in value.claims)
        own = {dispute.matter, *(view.matter_of[each].id for each in claims if each in view.matter_of)}
        found |= own | {whole for each in own if each in view.matters and (whole := view.matters[each].part_of)}
    return frozenset(found)


def _begun(view: View, dispute: Dispute, value: DisputeValue) -> Iterator[date | None]:
    """The first day on which what each claim of a side tells can have been; None where nothing dates it."""
    over = _days(view, view.matters.get(dispute.matter))[0]
    for claim in value.claims:
        yield _days(view, view.matter_of.get(claim))[0] or over


def _happened(view: View, dispute: Dispute, day: date) -> bool:
    """Whether what the dispute is over had happened by a day, by its date."""
    high = _days(view, view.matters.get(dispute.matter))[1]
    return high is not None and high <= day


def _days(view: View, matter: Matter | None) -> tuple[date | None, date | None]:
    """The days of a matter, or of what it is part of."""
    whole = view.matters.get(matter.part_of or "") if matter is not None else None
    when = next((each.when for each in (matter, whole) if each is not None and each.when is not None), None)
    return edtf_interval(when.edtf if when else None)


def _told(view: View, value: DisputeValue) -> Iterator[date]:
    """The last days on which the passages of a side's claims can have been published."""
    for claim in (view.pile.claims[each] for each in value.claims if each in view.pile.claims):
        passage = view.passage(claim)
        last = edtf_interval(passage.published if passage else None)[1]
        if last is not None:
            yield last
