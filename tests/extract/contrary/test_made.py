"""Claims in the making are found by where their words stand, however long the document is."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.contrary.made import Made
from sayso.records.claim import Claim, Deed, Plover, Polarity, Status
from sayso.records.document import Span


def _claim(number: int, start: int, length: int, ahead: int) -> Claim:
    verb = Span(start + ahead, start + ahead + 5)
    span = Span(start, start + length)
    deed = Deed(Plover.ASSAULT, verb, "attack", ())
    return Claim(f"c-{number}", "d-1", "p-1", span, span, "", Polarity.YES, Status.ACTUAL, (), deed)


_spans = st.tuples(st.integers(0, 9_000), st.integers(1, 4_000), st.integers(0, 3_000))


@given(st.lists(_spans, max_size=12), st.integers(0, 12_000), st.integers(1, 3_000))
def test_every_claim_that_shares_a_word_is_near(told: list[tuple[int, int, int]], start: int, length: int) -> None:
    claims = [_claim(number, *each) for number, each in enumerate(told)]
    around = Span(start, start + length)
    near = {each.id for each in Made(claims).near(around)}
    assert {each.id for each in claims if each.span.touches(around)} <= near
    assert {each.id for each in claims if each.content.verb.touches(around)} <= near  # type: ignore[union-attr]


def test_what_is_put_in_the_place_of_a_claim_keeps_its_place() -> None:
    one, two = _claim(1, 0, 50, 0), _claim(2, 2_000, 50, 0)
    made = Made([one, two])
    made.put(replace(one, reasons=("changed",)))
    made.keep(replace(two, reasons=("not taken",)))
    assert [(each.id, each.reasons) for each in made.all()] == [("c-1", ("changed",)), ("c-2", ())]
    assert [each.reasons for each in made.near(Span(10, 11))] == [("changed",)]
