"""What is kept from one round of dating to the next is what scoring all pairs anew would give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.events.clusters import Evidence
from sayso.resolve.events.facts import DeedFacts, gather
from sayso.resolve.events.pairs import Alike, blocks
from tests.piles import PileBuilder, on

_FIRST = date(2031, 5, 18)
EVIDENCE = Evidence({}, frozenset())


def told(days: list[int]) -> dict[str, DeedFacts]:
    """One storming for each of some days, counted from 18 May 2031, each told by a document of its own."""
    build = PileBuilder()
    for number, step in enumerate(days):
        day = _FIRST + timedelta(step)
        text = f"Gunmen stormed the National Assembly on {day:%A}, report {number} said."
        where = build.document(text, f"report {number}")
        build.deed(
            where,
            f"Gunmen stormed the National Assembly on {day:%A}",
            "storm",
            target=("the National Assembly", "National Assembly"),
            when=on(where, f"{day:%A}", day.isoformat()),
        )
    return gather(build.pile, build.actors, ())


def ids(alike: Alike, facts: dict[str, DeedFacts]) -> list[tuple[float, str, str]]:
    return [(value, one.claim.id, two.claim.id) for value, one, two in alike.pairs(facts, EVIDENCE)]


@given(
    days=st.lists(st.integers(0, 3), min_size=2, max_size=8), moved=st.sets(st.integers(0, 7)), by=st.integers(-2, 2)
)
def test_pairs_scored_where_times_changed_are_those_scored_anew(days: list[int], moved: set[int], by: int) -> None:
    before = told(days)
    after = {
        claim: replace(each, low=each.low + timedelta(by), high=each.high + timedelta(by))
        if number in moved and each.low is not None and each.high is not None
        else each
        for number, (claim, each) in enumerate(sorted(before.items()))
    }
    alike = Alike()
    alike.pairs(before, EVIDENCE)
    assert ids(alike, after) == ids(Alike(), after)


def test_reports_of_one_day_are_pairs_and_those_of_different_days_are_not() -> None:
    facts = told([0, 0, 5])
    same_day = sorted(claim for claim, each in facts.items() if each.low == _FIRST)
    assert [pair[1:] for pair in ids(Alike(), facts)] == [tuple(same_day)]


def test_a_block_is_in_order_of_time() -> None:
    facts = told([4, 0, 2, 2])
    ordered = [facts[claim] for claim in sorted(facts)]
    for block in blocks(ordered):
        lows = [ordered[at].low or date.max for at in block]
        assert lows == sorted(lows)
