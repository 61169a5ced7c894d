"""Reckoning: what an expression comes to on the calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.date_grammar import find
from sayso.language.dates import base_of, move, reckon
from sayso.records.when import Anchor, edtf_interval

TUESDAY = base_of("2031-05-20")


def value_of(text: str, published: str | None = "2031-05-20", *, lean: int = -1) -> str:
    (said,) = find(text)
    return reckon(said, base_of(published), None, lean).value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on Sunday", "2031-05-18"),
        ("on Tuesday", "2031-05-20"),
        ("last Tuesday", "2031-05-13"),
        ("in August", "2030-08"),
        ("in May", "2031-05"),
        ("on 3 June", "2030-06-03"),
        ("last December", "2030-12"),
        ("last summer", "2030-SU"),
        ("in the third quarter", "2030-Q3"),
        ("three years ago", "2028"),
        ("two weeks ago", "2031-W19"),
        ("the end of the year", "2031"),
        ("on Good Friday", "2031-04-11"),
        ("on Thanksgiving", "2030-11-28"),
        ("on 29 February 2028", "2028-02-29"),
        ("on 27-07-2030", "2030-07-27"),
        ("on Saturday, March 23", "2030-03-23"),
        ("since 9/11", "2001-09-11"),
        ("2028's harvest", "2028"),
        ("a week-long siege", "P1W"),
        ("every Sunday morning", "XXXX-WXX-7TMO"),
    ],
)
def test_in_a_clause_that_looks_back(words: str, value: str) -> None:
    assert value_of(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on Friday", "2031-05-23"),
        ("on Tuesday", "2031-05-20"),
        ("next Tuesday", "2031-05-27"),
        ("in August", "2031-08"),
        ("in February", "2032-02"),
        ("on 3 June", "2031-06-03"),
    ],
)
def test_in_a_clause_that_looks_ahead(words: str, value: str) -> None:
    assert value_of(words, lean=2) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the June deadline", "2031-06"),  # a month ahead, or eleven months back
        ("the January deadline", "2031-01"),
        ("on 3 June", "2031-06-03"),
        ("on 3 December", "2030-12-03"),
        ("on Friday", "2031-05-16"),
    ],
)
def test_where_nothing_says_which_way_the_nearer_day_is_meant(words: str, value: str) -> None:
    assert value_of(words, lean=0) == value


def test_results_to_come_of_a_quarter_just_over_are_of_that_quarter() -> None:
    assert value_of("for the first quarter", lean=1) == "2031-Q1"
    assert value_of("for the third quarter", lean=1) == "2031-Q3"


def test_the_following_friday_counts_from_the_friday_before_it() -> None:
    (said,) = find("the following Friday")
    assert reckon(said, TUESDAY, base_of("2031-05-02"), -1).value == "2031-05-09"


def test_a_year_before_a_quarter_is_a_quarter() -> None:
    (said,) = find("a year earlier")
    reckoned = reckon(said, TUESDAY, base_of("2030-07-01/2030-09-30"), -1)
    assert (reckoned.value, reckoned.edtf) == ("2029-Q3", "2029-07-01/2029-09-30")
    assert reckoned.reason == "1 year before the third quarter of 2030"


@pytest.mark.parametrize(
    ("words", "value"), [("on Sunday", "XXXX-WXX-7"), ("in August", "XXXX-08"), ("yesterday", "XXXX-XX-XX")]
)
def test_without_a_publication_date_a_time_stays_symbolic(words: str, value: str) -> None:
    (said,) = find(words)
    reckoned = reckon(said, None, None, -1)
    assert (reckoned.value, reckoned.edtf, reckoned.anchor) == (value, None, Anchor.UNKNOWN)


def test_a_passage_dated_to_its_month_dates_months_but_no_weekdays() -> None:
    assert value_of("last December", "2031-05") == "2030-12"
    assert value_of("on Sunday", "2031-05") == "XXXX-WXX-7"


def test_a_later_time_counts_from_the_time_before_it() -> None:
    (said,) = find("two days later")
    reckoned = reckon(said, TUESDAY, base_of("2029-04-03"), -1)
    assert (reckoned.value, reckoned.anchor) == ("2029-04-05", Anchor.TIME)
    assert reckoned.reason == "2 days after 3 April 2029"


def test_the_reason_shows_the_arithmetic() -> None:
    (said,) = find("on Sunday")
    assert reckon(said, TUESDAY, None, -1).reason == "the Sunday before 20 May 2031"


def test_a_day_that_does_not_exist_is_not_put_on_the_calendar() -> None:
    (said,) = find("on 31 April 2030")
    assert reckon(said, TUESDAY, None, -1).edtf is None


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(["Monday", "Thursday", "Sunday"]))
def test_a_bare_weekday_is_never_more_than_six_days_back(published: date, weekday: str) -> None:
    (said,) = find(f"on {weekday}")
    low, high = edtf_interval(reckon(said, base_of(published.isoformat()), None, -1).edtf)
    assert low is not None
    assert low == high
    assert 0 <= (published - low).days <= 6
    assert low.strftime("%A") == weekday


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(-40, 40), st.sampled_from(["D", "W", "M", "Y"]))
def test_moving_there_and_back_comes_within_a_month_end(day: date, n: int, unit: str) -> None:
    there = move(day, unit, n)
    assert there is not None
    back = move(there, unit, -n)
    assert back is not None
    assert 0 <= (day - back).days <= 3
