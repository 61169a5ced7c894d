"""Disputes in a case as of a day: those of then, and those of which nothing shows that they are of later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sayso.present import Filters, View, dispute_rows, timeline_rows
from sayso.present.as_of import as_of
from sayso.present.listing import undated_left_out
from sayso.records.claim import Plover, Polarity
from sayso.records.matter import BestWhen, DisputeKind, DisputeValue
from tests.present.case_builder import CaseBuilder

THEN = "not told whether it was so by then"


def dealing(
    when: str | None = None, published: str | None = "2031-05-20", asks_of: str | None = None, done: bool = True
) -> View:
    """A case of one dispute, over whether Sundal armed the Guard."""
    case = CaseBuilder()
    told = case.document("one.txt", "Sundal armed the Guard.", "Harbour Post", published)
    denied = case.document("two.txt", "Sundal never armed the Guard.", "Tarsk Radio", published)
    claims = [
        case.claim(each, words, case.deed(each, "armed", Plover.AID), polarity=polarity)
        for each, words, polarity in (
            (told, "Sundal armed the Guard", Polarity.YES if done else Polarity.NO),
            (denied, "Sundal never armed the Guard", Polarity.NO),
        )
    ]
    best = BestWhen(when, "it is stated", (claims[0],)) if when else None
    event = case.matter("event", "Arming of the Guard by Sundal", *claims, when=best, plover="AID")
    origins = [case.account(event, name, claim) for name, claim in zip(("Post", "Radio"), claims, strict=True)]
    values = [DisputeValue(name, (own,), (by,)) for name, own, by in zip(("yes", "no"), claims, origins, strict=True)]
    case.dispute(event, "whether", DisputeKind.CONTRADICTION, "Did Sundal arm the Guard?", values)
    pile, findings = case.case()
    disputes = tuple(replace(each, when=asks_of) for each in findings.disputes)
    return View(pile, replace(findings, disputes=disputes))


def marks(view: View, day: str) -> list[str]:
    """Of each dispute that is listed as of a day, what is said of that."""
    return [row.as_of for row in dispute_rows(as_of(view, date.fromisoformat(day)))]


def test_a_dispute_over_what_had_happened_is_of_then() -> None:
    assert marks(dealing("2030-03-01"), "2030-03-01") == [""]


def test_a_dispute_over_what_came_later_is_left_out_and_counted() -> None:
    left = as_of(dealing("2030-03-01"), date(2030, 2, 28))
    assert dispute_rows(left) == []
    assert any("1 dispute over what came later" in note for note in left.notes)


def test_a_dispute_of_no_time_is_of_the_days_after_it_was_told() -> None:
    assert marks(dealing(), "2031-05-20") == [""]


def test_a_dispute_of_no_time_stays_before_it_was_told_and_says_so() -> None:
    left = as_of(dealing(), date(2029, 1, 1))
    assert [row.as_of for row in dispute_rows(left)] == [THEN]
    assert any("Of 1 of 1 dispute nothing tells" in note for note in left.notes)


def test_what_is_disputed_stays_with_the_dispute_and_is_in_no_other_listing() -> None:
    left = as_of(dealing(), date(2029, 1, 1))
    [row] = dispute_rows(left)
    assert row.heading
    assert all(side for side in row.sides)
    assert timeline_rows(left) == []
    assert left.told == ()


def test_a_denial_of_what_nobody_tells_as_done_is_disputed_all_the_same() -> None:
    assert marks(dealing(done=False), "2031-05-20") == [""]


def test_a_generation_before_it_was_first_told_it_is_left_out_and_counted() -> None:
    left = as_of(dealing(), date(2001, 1, 1))
    assert dispute_rows(left) == []
    assert any("1 dispute first told of a generation later" in note for note in left.notes)


def test_a_dispute_is_of_the_days_that_it_asks_about() -> None:
    asked = dealing(asks_of="2027/2029")
    assert marks(asked, "2026-12-31") == []
    assert marks(asked, "2028-06-01") == [""]


def test_filters_find_a_dispute_over_what_is_kept_for_it_alone() -> None:
    left = as_of(dealing("../2031-05-20"), date(2029, 1, 1))
    assert [row.as_of for row in dispute_rows(left, Filters(to=date(2031, 12, 31)))] == [THEN]


def test_a_listing_narrowed_to_some_days_counts_what_nothing_dates() -> None:
    days = Filters(from_=date(2028, 1, 1), to=date(2028, 12, 31))
    assert undated_left_out(dealing(), days) == undated_left_out(dealing(), days, disputes=True) == 1
    assert undated_left_out(dealing(), Filters()) == 0
    asked = dealing(asks_of="2027/2029")
    assert len(dispute_rows(asked, days)) == 1
    assert undated_left_out(asked, days, disputes=True) == 0
