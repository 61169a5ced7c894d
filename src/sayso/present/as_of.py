"""A case as of a day: without the events that had not happened and the ties that had not begun or were over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from sayso.present.as_of_disputes import Then, matters_behind, then
from sayso.present.dates import date_words
from sayso.present.holding import REACH, Answer, Holding
from sayso.present.ties import TieInTime, ties_in_time
from sayso.present.view import View
from sayso.present.words import Shape, counted, standing
from sayso.records.claim import Claim, Deed, Quantity
from sayso.records.clocks import Untold
from sayso.records.matter import Dispute, Matter, MatterKind
from sayso.records.narrowing import without_claims
from sayso.records.pile import Findings
from sayso.records.when import edtf_interval

_GONE = (Answer.BEFORE, Answer.OVER, Answer.DENIED)


def as_of(view: View, day: date) -> View:
    """The case with the events that had happened by the end of a day, and the ties and roles that may have held on it.

    An event counts from the last day it can have been on, or from the day it was first told as done, whichever is
    earlier. Numbers go with the events they are of. Ties and disputes of which nothing is told for that day stay, and
    are counted, unless they are first told of a generation later, and nothing says since when they are; what is said of
    an actor has no time and stays.
    """
    ties = ties_in_time(view)
    answers = [(tie, None if _is_far(view, tie.holding, day) else tie.holding.on(day)) for tie in ties]
    kept_of_events = {each.id: _happened(view, each, day) for each in view.findings.matters if _is_dated(each)}
    why = {own: reason for own, reason in kept_of_events.items() if reason}
    gone = set(why)
    gone |= {matter for tie, answer in answers if answer is None or answer in _GONE for matter in tie.matters}
    gone |= {each.id for each in view.findings.matters if each.kind is MatterKind.QUANTITY and each.part_of in gone}
    lapsed = gone - set(why)
    disputes = {each.id: then(view, each, day, lapsed) for each in view.findings.disputes}
    listed = [each for each in view.findings.disputes if disputes[each.id] in (Then.SO, Then.UNTOLD)]
    alone = matters_behind(view, listed) & gone  # kept for what is disputed of them
    gone -= alone
    notes = tuple(_notes(view, day, answers, why, disputes.values()))
    lost = frozenset(claim for each in view.findings.matters if each.id in gone for claim in each.claims)
    untold = Untold(frozenset(each.id for each in listed if disputes[each.id] is Then.UNTOLD), alone)
    findings = _without(view.findings, gone, listed)
    return View(without_claims(view.pile, lost), findings, view.clocks, (*view.notes, *notes), untold)


def _is_far(view: View, holding: Holding, day: date) -> bool:
    """Whether a tie of no told beginning is first told of a generation later: who is president now was at school then.

    What only undated documents tell counts as told with the last.
    """
    if holding.on(day) is not Answer.UNTOLD or holding.starts or holding.ends:
        return False
    first = holding.first or view.last_published
    return first is not None and day < first - REACH


def _is_dated(matter: Matter) -> bool:
    return matter.kind in (MatterKind.EVENT, MatterKind.QUANTITY)


def _happened(view: View, matter: Matter, day: date) -> str:
    """Why an event, or a number that stands alone, is not known to have been so by then; nothing where it is."""
    claims = [each for each in view.claims_of(matter) if isinstance(each.content, Deed | Quantity)]
    done = [each for each in claims if standing(each).shape not in (Shape.UNDONE, Shape.DENIED)]
    if matter.kind is MatterKind.EVENT and not done:
        shapes = {standing(each).shape for each in claims}
        return "denied" if shapes == {Shape.DENIED} else "undone"
    low, high = edtf_interval(matter.when.edtf if matter.when else None)
    if low is not None and low > day:
        return "later"
    told = min((last for each in done if (last := _told(view, each)) is not None), default=None)
    if any(bound <= day for bound in (high, told) if bound is not None):
        return ""
    return "untold"


def _told(view: View, claim: Claim) -> date | None:
    passage = view.passage(claim)
    return edtf_interval(passage.published if passage else None)[1]


def _without(findings: Findings, gone: set[str], disputes: Iterable[Dispute]) -> Findings:
    matters = tuple(
        replace(each, part_of=None) if each.part_of in gone else each
        for each in findings.matters
        if each.id not in gone
    )
    return replace(
        findings,
        matters=matters,
        accounts=tuple(each for each in findings.accounts if each.matter not in gone),
        disputes=tuple(disputes),
    )


def _notes(
    view: View,
    day: date,
    answers: Sequence[tuple[TieInTime, Answer | None]],
    why: dict[str, str],
    disputes: Iterable[Then],
) -> Iterator[str]:
    """What is left as of a day and what is not, with counts."""
    events = [each.id for each in view.findings.matters if each.kind is MatterKind.EVENT]
    reasons = Counter(why[each] for each in events if each in why)
    ties = Counter(answer for _, answer in answers)
    untold = ties[Answer.UNTOLD]
    ahead = sum(answer is Answer.UNTOLD and tie.holding.precedes(day) for tie, answer in answers)
    at_odds = Counter(disputes)
    held = counted(ties[Answer.HELD] + ties[Answer.DISPUTED], "tie or role", "ties and roles")
    disputed = f" ({ties[Answer.DISPUTED]:,} disputed)" if ties[Answer.DISPUTED] else ""
    happened = counted(len(events) - sum(reasons.values()), "event")
    yield (
        f"As of {date_words(day.isoformat())}: {happened} had happened and {held} held{disputed}; "
        f"of {counted(untold, 'more', 'more')} nothing is told for that day"
        f"{f', of {ahead:,} of them only for later days, with no beginning' if ahead else ''}."
    )
    if unsure := at_odds[Then.UNTOLD]:
        of_them = f"{unsure:,} of {counted(at_odds[Then.SO] + unsure, 'dispute')}"
        yield f"Of {of_them} nothing tells whether what is disputed was so by then; that is said of each."
    left = [
        (reasons["later"], "event later", "events later"),
        (reasons["untold"], "event not told to have happened by then", "events not told to have happened by then"),
        (reasons["undone"], "only planned, ordered or conditional", "only planned, ordered or conditional"),
        (reasons["denied"], "event denied by all who tell of it", "events denied by all who tell of them"),
        (ties[Answer.BEFORE], "tie not begun", "ties not begun"),
        (ties[Answer.OVER], "tie over", "ties over"),
        (ties[None], "tie first told of a generation later", "ties first told of a generation later"),
        (ties[Answer.DENIED], "tie denied by all who speak of that day", "ties denied by all who speak of that day"),
        (at_odds[Then.LATER], "dispute over what came later", "disputes over what came later"),
        (at_odds[Then.OVER], "dispute over a tie that was not so then", "disputes over ties that were not so then"),
        (at_odds[Then.FAR], "dispute first told of a generation later", "disputes first told of a generation later"),
    ]
    gone = [counted(number, one, many) for number, one, many in left if number]
    if gone:
        yield f"Left out: {'; '.join(gone)}."
