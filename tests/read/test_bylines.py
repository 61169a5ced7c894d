"""Lines that say who wrote a text, for whom, and when."""

from __future__ import annotations

import pytest

from sayso.read.bylines import byline_of, credit_of
from sayso.records.document import PassageRole
from tests.read.pile import edition_of, words

_PROSE = "The harbour at Port Sarn was closed on Tuesday after a long night of shelling, officials said in Velmora."


@pytest.mark.parametrize(
    ("line", "author", "outlet", "day"),
    [
        ("Ostrel Blog, 12 June 2031", None, "Ostrel Blog", "2031-06-12"),
        ("May 2, 2031 | Lena Marek and Tomas Vell for The Sundal Times", "Lena Marek and Tomas Vell", "The Sundal Times", "2031-05-02"),
        ("Compiled by the Coast Desk | January 21, 2031", None, None, "2031-01-21"),
        ("World | May 10, 2031, Saturday // 10:56| 1,204 views", None, None, "2031-05-10"),
        ("October 19th, 2031 - by Lena Marek / & Tarsk Radio", "Lena Marek", "Tarsk Radio", "2031-10-19"),
        ("Tuesday, 25 March 2031 00:00 By Lena Marek, Tarsk Radio | News Analysis", "Lena Marek", "Tarsk Radio", "2031-03-25"),
        ("Posted on March 23, 2031 by admin", None, None, "2031-03-23"),
        ("January 18, 2031|Tarsk Radio", None, "Tarsk Radio", "2031-01-18"),
    ],
)  # fmt: skip
def test_a_credit_line_gives_date_author_and_outlet(
    line: str, author: str | None, outlet: str | None, day: str
) -> None:
    credit = credit_of(line)
    assert credit is not None
    assert (credit.byline, credit.outlet, credit.printed.edtf) == (author, outlet, day)


@pytest.mark.parametrize(
    "line",
    [
        "Odeh left Tarsk on 3 May 2031",
        "Attack on the harbour of Velmora - what we know of 3 May 2031",
        "The decree of 3 May 2031 | its history and its critics",
        "May 2, 2031",
    ],
)
def test_other_lines_with_a_date_are_no_credits(line: str) -> None:
    assert credit_of(line) is None


def test_a_byline_keeps_author_and_outlet_apart_around_a_date() -> None:
    assert byline_of("By Lena Marek, The Coast Review, December 1, 2031") == ("Lena Marek", "The Coast Review")


def test_a_byline_may_be_followed_by_a_credit() -> None:
    edition = edition_of(
        f"# Port Sarn shelled\n\n*By Lena Marek, December 1, 2031. This article first appeared on Ostrel Blog.*\n\n{_PROSE}\n"
    )
    assert (edition.byline, edition.outlet, edition.published) == ("Lena Marek", "Ostrel Blog", "2031-12-01")


def test_the_signs_of_a_heading_are_no_part_of_it() -> None:
    edition = edition_of(f"# Port Sarn shelled\n\n{_PROSE}\n\n**What is known**\n\n{_PROSE}\n")
    assert words(edition, PassageRole.HEADING) == ["Port Sarn shelled", "What is known"]
    assert edition.passage_at(0).role is PassageRole.BOILERPLATE


def test_a_line_that_only_bids_to_contact_a_known_outlet_names_it_and_claims_nothing() -> None:
    edition = edition_of(f"# Port Sarn shelled\n\n{_PROSE}\n\n{_PROSE}\n\n{_PROSE}\n\n**Contact the WSWS**\n")
    assert edition.outlet == "World Socialist Web Site"
    assert "**Contact the WSWS**" in words(edition, PassageRole.BOILERPLATE)


def test_a_line_beside_a_date_that_says_little_is_no_title() -> None:
    edition = edition_of(
        f"Harbour Post\nTuesday , January 15 , 2031\nSince 1st March, 1999\n\nRebels seize Tarsk: minister\n\n{_PROSE}\n"
    )
    assert (edition.title, edition.outlet, edition.published) == (
        "Rebels seize Tarsk: minister",
        "Harbour Post",
        "2031-01-15",
    )


def test_a_date_and_an_agency_parted_by_a_bar_are_no_caption() -> None:
    edition = edition_of(f"Army retakes Tarsk\n\nJanuary 18, 2031|Reuters\n\n{_PROSE}\n")
    assert (edition.published, words(edition, PassageRole.CAPTION)) == ("2031-01-18", [])


def test_a_date_stamped_before_the_first_words_dates_the_text_and_is_no_part_of_it() -> None:
    edition = edition_of(f" date 2031-10-11 {_PROSE}\n\n{_PROSE}\n")
    assert edition.published == "2031-10-11"
    assert edition.passage_at(3).role is PassageRole.BOILERPLATE
    assert edition.passage_at(edition.text.index("The harbour")).role is PassageRole.BODY


def test_who_prints_a_text_again_carries_it_and_did_not_publish_it() -> None:
    again = "This piece was reprinted by the Velmora Courier with permission."
    edition = edition_of(
        f"Army retakes Tarsk\n\nBy Lena Marek, Tarsk Radio\n\n{_PROSE}\n\n{_PROSE}\n\n{_PROSE}\n\n{again}\n"
    )
    assert (edition.outlet, edition.carrier) == ("Tarsk Radio", "Velmora Courier")


def test_a_text_signed_by_an_agency_alone_on_a_line_is_the_agencys() -> None:
    edition = edition_of(f"Army retakes Tarsk\n\n{_PROSE}\n\n{_PROSE}\n\n{_PROSE}\n\n(AFP)\n")
    assert edition.outlet == "Agence France-Presse"


@pytest.mark.parametrize(
    "line", ["1. Skip to content", "3. Skip to more pages", "(AFP)", "Comment on Ostrel Articles on our page"]
)
def test_lines_of_a_sites_own_are_boilerplate(line: str) -> None:
    edition = edition_of(f"Army retakes Tarsk\n\n{_PROSE}\n\n{_PROSE}\n\n{line}\n")
    assert edition.passage_at(edition.text.index(line)).role is PassageRole.BOILERPLATE
