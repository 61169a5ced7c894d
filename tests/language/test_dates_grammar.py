"""The grammar: which words of a sentence say a time, and which only look like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.date_grammar import find


def times_in(text: str) -> list[str]:
    return [text[said.start : said.end] for said in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2165 names twelve groups, and 2000 troops were sent.",
        "A 43-year-old man was freed, and a clerk who is 61 years old.",
        "An F-16 was lost near Tarsk.",
        "He may march on the capital, and sat down for a second.",
        "Spring Street was closed and Mr May spoke.",
        "The Sunday Times had the story.",
        "Bloody Sunday is remembered in Ostrel.",
        "In his 80s he still swam.",
        "At the same time nothing happened.",
        "The March on Port Sarn was banned.",
        "Jan Marek spoke.",
        "Three-quarters of the grain was lost.",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert times_in(text) == []


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("It lasted from 2011 to 2014.", ["2011", "2014"]),
        ("They met on Monday, May 12, 2031, in Ostrel.", ["Monday, May 12, 2031"]),
        ("It was built in the late 1980s.", ["the late 1980s"]),
        ("In May 20 people fled.", ["May"]),
        ("It starts at 10 a.m. on Friday.", ["10 a.m.", "Friday"]),
        ("It fell on 12 May.", ["12 May"]),
        ("The call is to last 45 minutes.", ["45 minutes"]),
        ("A March offensive failed.", ["March"]),
        ("Following Monday's raid he fled.", ["Monday"]),
        ("He fled the following Monday.", ["the following Monday"]),
        ("They left in the late eighties.", ["the late eighties"]),
        ("Growth stopped in next year's first quarter.", ["next year's first quarter"]),
        ("Third-quarter sales fell.", ["Third-quarter"]),
        ("The offer stands until 5 p.m. on June 3.", ["5 p.m. on June 3"]),
        ("These days few go there, nor in the future.", ["These days", "the future"]),
        ("Over the past three months 200 families fled.", ["the past three months"]),
    ],
)
def test_extents(text: str, times: list[str]) -> None:
    assert times_in(text) == times


@given(st.text(alphabet="May 1832,.-/:'apmst the last of two days ago Sunday\n", max_size=60))
def test_expressions_come_in_order_inside_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for said in find(text):
        assert end <= said.start < said.end <= len(text)
        end = said.end
