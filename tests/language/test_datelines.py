"""Where a report begins behind its dateline."""

import pytest

from sayso.language.datelines import dateline


@pytest.mark.parametrize(
    ("text", "story", "day", "agency"),
    [
        ("PORT SARN, May 20, 2031 (Meridian Wire) - Gunmen fired.", "Gunmen fired.", "May 20, 2031", "Meridian Wire"),
        ("PORT SARN, Korvania -- At least six were hurt.", "At least six were hurt.", None, None),
        ("TARSK — “We saw it,” he said.", "“We saw it,” he said.", None, None),
        ("Tarsk, 20 May (AP): Shells fell.", "Shells fell.", "20 May", "AP"),
        ("VELMORA/PORT SARN (Reuters) - Talks began.", "Talks began.", None, "Reuters"),
        ("TARSK, October 11. /TASS/. Odeh said so.", "Odeh said so.", "October 11", "TASS"),
        ("Tarsk, Jan. 14: Odeh said so.", "Odeh said so.", "Jan. 14", None),
        ("Tarsk (dpa) - Odeh said so.", "Odeh said so.", None, "dpa"),
        ("TARSK, Korvania —On the quay lay two.", "On the quay lay two.", None, None),
    ],
)
def test_a_report_begins_behind_its_dateline(text: str, story: str, day: str | None, agency: str | None) -> None:
    found = dateline(text)
    assert found is not None
    assert (text[found.end :], found.day, found.agency) == (story, day, agency)


@pytest.mark.parametrize(
    "text",
    [
        "FKA – an armed group – said so.",
        "General Karim Odeh (pictured) said so.",
        "Karim Odeh - the general - said so.",
        "The FKA (Free Korvan Army) attacked.",
        "PORT SARN, the capital, was calm.",
        "Friday, May 9 - Two ships turned back.",
        "Odeh, 20 May, was calm.",
        "",
    ],
)
def test_a_sentence_is_no_dateline(text: str) -> None:
    assert dateline(text) is None
