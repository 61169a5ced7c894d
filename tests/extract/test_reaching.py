"""Spans are found by where they lie."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.reaching import Reaching
from sayso.records.document import Span

_ENDS = st.integers(0, 40)
_SPAN = st.tuples(_ENDS, _ENDS).map(lambda ends: Span(min(ends), max(ends)))


@given(st.lists(_SPAN, max_size=12), _SPAN)
def test_whatever_touches_or_holds_a_span_is_near_it(spans: list[Span], span: Span) -> None:
    near = Reaching(spans).near(span)
    assert all(each in near for each in spans if each.touches(span) or each.holds(span))


def test_what_lies_far_off_is_not_near() -> None:
    spans = [Span(start, start + 3) for start in range(0, 1000, 5)]
    assert len(Reaching(spans).near(Span(500, 502))) <= 2
