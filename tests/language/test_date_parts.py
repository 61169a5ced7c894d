"""Parts of years and decades as approximate ranges."""

from __future__ import annotations

import pytest

from sayso.language.date_parts import part_of, part_words
from sayso.records.when import edtf_interval


@pytest.mark.parametrize(
    ("edtf", "text", "part"),
    [
        ("198X", "the late 80s", "1986~/1989~"),
        ("199X", "mid-1990s", "1993~/1997~"),
        ("200X", "the early 2000s", "2000~/2003~"),
        ("2011", "early 2011", "2011-01~/2011-05~"),
        ("2031", "Late 2031", "2031-08~/2031-12~"),
        ("198X", "the 1980s", None),
        ("2011", "later in 2011", None),
        ("2011-03", "late March 2011", None),
    ],
)
def test_a_part_of_a_year_or_decade_is_an_approximate_range(edtf: str, text: str, part: str | None) -> None:
    assert part_of(edtf, text) == part


@pytest.mark.parametrize(("edtf", "text"), [("198X", "the late 1980s"), ("2011", "mid-2011"), ("2031", "early 2031")])
def test_a_part_is_called_what_the_text_called_it(edtf: str, text: str) -> None:
    part = part_of(edtf, text)
    assert part is not None
    assert part_words(part) == text
    assert None not in edtf_interval(part)


def test_a_stated_range_is_no_part() -> None:
    assert part_words("1986/1989") is None
