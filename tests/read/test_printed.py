"""Dates as papers and sites print them."""

from __future__ import annotations

import pytest

from sayso.read.printed import date_in_address, find_date, find_day, given_date, is_dateline, without_dates


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("20 May 2031", "2031-05-20"),
        ("May 20, 2031", "2031-05-20"),
        ("April 16\n14:38 2031", "2031-04-16"),
        ("Published: Tue, 20 May 2031 10:00 GMT", "2031-05-20"),
        ("Updated 10:14 AM ET, Tue May 20, 2031", "2031-05-20"),
        ("Posted on May 20th, 2031", "2031-05-20"),
        ("2031-05-20T10:00:00Z", "2031-05-20"),
        ("20/05/2031", "2031-05-20"),
        ("05/20/2031", "2031-05-20"),
        ("3.4.2031", "2031-04-03"),
        ("Le 3 août 2031 à 14h30", "2031-08-03"),
        ("May 2031", "2031-05"),
    ],
)
def test_a_line_that_is_a_date_is_read(line: str, day: str) -> None:
    printed = is_dateline(line)
    assert printed is not None
    assert printed.edtf == day


@pytest.mark.parametrize(
    "line", ["03/04/2031", "32 May 2031", "31 June 2031", "20 May", "2031", "14:38", "", "1,200 2031"]
)
def test_a_line_that_could_be_two_days_or_none_is_no_date(line: str) -> None:
    assert is_dateline(line) is None


def test_a_sentence_with_a_date_in_it_is_no_dateline() -> None:
    assert is_dateline("On 20 May 2031 the port closed") is None


def test_the_first_date_of_several_is_found() -> None:
    printed = find_date("Tarsk Radio, 3 May 2031, after 1 Jan 2030")
    assert printed is not None
    assert printed.edtf == "2031-05-03"


def test_an_address_carries_a_date_in_its_path_only() -> None:
    assert date_in_address("https://harbour.example/2031/05/20/port") == "2031-05-20"
    assert date_in_address("https://harbour.example/news/20310520-port.html") == "2031-05-20"
    assert date_in_address("https://harbour.example/port?d=2031/05/20") is None
    assert date_in_address("https://harbour.example/2031/13/45/port") is None


def test_metadata_give_dates_in_several_forms() -> None:
    assert given_date("2031-05-20T23:30:00-02:00") == "2031-05-20"
    assert given_date(1936951200) == given_date("1936951200000") == "2031-05-19"
    assert given_date("20310520") == "2031-05-20"
    assert given_date("2031-05") == "2031-05"
    assert given_date("Tuesday, 20 May 2031") == "2031-05-20"
    assert given_date("soon") is None
    assert given_date(None) is None


def test_a_name_that_ends_like_a_time_zone_keeps_its_end() -> None:
    assert without_dates("kowasz, Jun 7, 2031") == "kowasz"
    assert without_dates("10:30 GMT, Jun 7, 2031") == ""
    assert without_dates("2031-06-07T10:30:00Z") == ""


@pytest.mark.parametrize(
    ("words", "near", "edtf"),
    [
        ("TASS, 13 August", "2031-08-14", "2031-08-13"),
        ("Aug. 12", "2031-08-14", "2031-08-12"),
        ("30 December", "2031-01-02", "2030-12-30"),
        ("13 August", None, "XXXX-08-13"),
        ("13 August 2029", "2031-08-14", "2029-08-13"),
    ],
)
def test_a_day_without_its_year_is_the_last_one_before_what_prints_it(words: str, near: str | None, edtf: str) -> None:
    printed = find_day(words, near)
    assert printed is not None
    assert printed.edtf == edtf
