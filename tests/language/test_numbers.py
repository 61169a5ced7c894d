import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.numbers import Interval, digits, hedged, read


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two", 2),
        ("twenty five", 25),
        ("two hundred and five", 205),
        ("a hundred", 100),
        ("a dozen", 12),
        ("three thousand four hundred", 3400),
        ("2.5 million", 2_500_000),
        ("111,000", 111_000),
        ("half million", 500_000),
    ],
)
def test_words_and_digits(words: str, value: float) -> None:
    assert read(words.split()) == value


def test_other_words_are_no_number() -> None:
    assert read(["two", "mayors"]) is None
    assert digits("1,2") is None


@pytest.mark.parametrize(
    ("hedge", "interval"),
    [
        (None, Interval(80, 80)),
        ("at least", Interval(80, None)),
        ("more than", Interval(80, None, low_open=True)),
        ("up to", Interval(0, 80)),
        ("fewer than", Interval(0, 80, high_open=True)),
        ("nearly", Interval(72, 80, high_open=True)),
        ("some", Interval(72, 88)),
    ],
)
def test_hedges(hedge: str | None, interval: Interval) -> None:
    assert hedged(80, 80, hedge) == interval


@given(st.integers(0, 10**9), st.sampled_from([None, "about", "nearly", "at least", "up to", "more than"]))
def test_an_interval_keeps_its_order_and_holds_or_borders_on_its_number(number: int, hedge: str | None) -> None:
    found = hedged(number, number, hedge)
    low = -1 if found.low is None else found.low
    high = float("inf") if found.high is None else found.high
    assert low <= number <= high
