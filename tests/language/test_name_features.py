from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.language.name_features import find_match, match_words

_WORDS = st.from_regex(r"[a-z]{1,11}", fullmatch=True)


@st.composite
def _neighbours(draw: st.DrawFn) -> tuple[str, str]:
    """A word and what a slip or two make of it, so that many a pair is close."""
    word = draw(_WORDS)
    other = list(word)
    for _ in range(draw(st.integers(0, 2))):
        other[draw(st.integers(0, len(other) - 1))] = draw(st.sampled_from("aeioubdfgkqstz"))
    return word, "".join(other)


@given(st.one_of(_neighbours(), st.tuples(_WORDS, _WORDS)))
@example(("odeh", "awdeh"))
@example(("abdulkarim", "karim"))
@example(("bill", "william"))
def test_a_pair_passed_over_at_a_glance_would_have_been_far_apart(pair: tuple[str, str]) -> None:
    match = match_words(*pair)
    assert find_match(*pair) == (match if match.how != "far" else None)


@pytest.mark.parametrize(("a", "b"), [("tariq", "tarek"), ("qadhi", "gadi"), ("velmora", "velmoar"), ("k", "karim")])
def test_spellings_slips_and_initials_match(a: str, b: str) -> None:
    assert find_match(a, b) is not None


def test_other_names_do_not() -> None:
    assert find_match("marwan", "basel") is None
