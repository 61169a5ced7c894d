from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records.when import edtf_interval, edtf_of

days = st.dates(date(1000, 1, 1), date(2999, 12, 31))


@pytest.mark.parametrize(
    ("edtf", "low", "high"),
    [
        ("2031-05-18", date(2031, 5, 18), date(2031, 5, 18)),
        ("2032-02", date(2032, 2, 1), date(2032, 2, 29)),
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("203X", date(2030, 1, 1), date(2039, 12, 31)),
        ("20XX", date(2000, 1, 1), date(2099, 12, 31)),
        ("2031-24", date(2031, 12, 1), date(2032, 2, 29)),
        ("2031~", date(2031, 1, 1), date(2031, 12, 31)),
        ("../2031", None, date(2031, 12, 31)),
        ("2031-05-18/..", date(2031, 5, 18), None),
        ("2029/2031-03", date(2029, 1, 1), date(2031, 3, 31)),
        ("nonsense", None, None),
        ("2031-13-40", None, None),
        (None, None, None),
    ],
)
def test_interval_of_edtf(edtf: str | None, low: date | None, high: date | None) -> None:
    assert edtf_interval(edtf) == (low, high)


@given(days, st.integers(0, 4000))
def test_an_interval_survives_being_written_as_edtf(low: date, length: int) -> None:
    high = min(low + timedelta(length), date(2999, 12, 31))
    assert edtf_interval(edtf_of(low, high)) == (low, high)
