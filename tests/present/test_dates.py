"""Dates in words."""

from __future__ import annotations

import pytest

from sayso.present.dates import date_words, when_words, year_words
from sayso.present.view import View
from tests.present.korvania import korvania


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2031-05-18", "18 May 2031"),
        ("2031-05", "May 2031"),
        ("2031", "2031"),
        ("203X", "the 2030s"),
        ("19XX", "the 1900s"),
        ("2031-21", "spring 2031"),
        ("2031-05-17/2031-05-19", "from 17 to 19 May 2031"),
        ("2031-04-30/2031-05-02", "from 30 April to 2 May 2031"),
        ("2011/2019", "from 2011 to 2019"),
        ("2011/2031-05", "from 2011 to May 2031"),
        ("1980-01-01/1989-12-31", "the 1980s"),
        ("2011-01-01/2014-12-31", "from 2011 to 2014"),
        ("2031-05-01/2031-06-30", "from May to June 2031"),
        ("../2014", "by 2014"),
        ("2014/..", "since 2014"),
        ("2014~", "about 2014"),
        ("2014?", "2014 (uncertain)"),
        ("1986~/1989~", "the late 1980s"),
        ("1993~/1997~", "the mid-1990s"),
        ("2031-01~/2031-05~", "early 2031"),
        ("1986/1989", "from 1986 to 1989"),
        (None, "undated"),
    ],
)
def test_dates_read_as_a_person_would_say_them(edtf: str | None, words: str) -> None:
    assert date_words(edtf) == words


def test_an_inferred_time_shows_its_arithmetic() -> None:
    view = View(*korvania().case())
    matter = next(each for each in view.findings.matters if "shelling of" in each.label)
    words = when_words(matter.when)
    assert words == "from 17 to 19 May 2031 (inferred: between the storming it followed and the day it was printed)"


def test_a_list_is_headed_by_the_year_or_the_decade() -> None:
    years = [year_words(each) for each in ("2031-05-18", "198X", "1986~/1989~", "2011/2019", None)]
    assert years == ["2031", "the 1980s", "the 1980s", "2011", "undated"]
