"""Press reviews whose items print headline, credit and text in one paragraph, or end in a wire's own lines."""

from __future__ import annotations

import pytest

from sayso.records.document import PassageRole
from tests.read.pile import edition_of, passages, words

_PROSE = "The harbour at Port Sarn was closed on Tuesday after a long night of shelling, officials said in Velmora."
_REVIEW = f"""Harbour press review
Compiled by the Coast Desk | January 21, 2031

1. Jets pound Tarsk (Meridian Wire, Jan 13, 2031): "{_PROSE}

"We did not see them," a resident said.

Two crews were lost."

2. OPINION: Odeh's war (Harbour Post; January 14, 2031): "Nobody asked the people of Velmora about it at all."

3. Abuses in Ostrel (Rights Circle press release, 23 January 2031): "{_PROSE}"

4. Army retakes Tarsk (wires, Jan 24, 2031): {_PROSE}

Share this:
"""


def test_items_that_run_into_their_text_have_outlet_date_headline_and_text() -> None:
    edition = edition_of(_REVIEW)
    items = passages(edition, PassageRole.DIGEST_ITEM)
    assert [(item.title, item.outlet, item.published) for item in items] == [
        ("Jets pound Tarsk", "Meridian Wire", "2031-01-13"),
        ("OPINION: Odeh's war", "Harbour Post", "2031-01-14"),
        ("Abuses in Ostrel", "Rights Circle", "2031-01-23"),
        ("Army retakes Tarsk", None, "2031-01-24"),
    ]
    assert items[0].span.of(edition.text).endswith('Two crews were lost."')
    assert edition.passage_at(edition.text.index("Nobody asked")).outlet == "Harbour Post"


def test_the_credit_of_an_item_makes_no_claims() -> None:
    edition = edition_of(_REVIEW)
    credit = edition.passage_at(edition.text.index("(Meridian Wire") + 3)
    assert not credit.role.makes_claims


def test_an_item_ends_where_the_next_number_begins_though_that_credits_nobody() -> None:
    edition = edition_of(
        f'1. Ships turned back (Tarsk Radio, Aug 3, 2031): "{_PROSE}\n\n2. From our own desk\n\n"{_PROSE}"\n'
    )
    (item,) = passages(edition, PassageRole.DIGEST_ITEM)
    assert edition.text[item.span.end :].lstrip().startswith("2. From our own desk")


def test_the_lines_of_a_wire_at_the_end_of_an_item_belong_to_it() -> None:
    edition = edition_of(
        f'  1. Port shelled (Meridian Wire, Jun 14, 2031):\n\n    "{_PROSE}\n\n    Odeh vowed to "punish" them.\n\n'
        f'    The Harbour Guard denied it on Sunday.\n\n    (Reporting by Lena Marek in Tarsk; Editing by T. Vell)"\n\n'
        f'  2. Ships leave (Tarsk Radio, Jun 15, 2031):\n\n    "{_PROSE}"\n'
    )
    denial = edition.passage_at(edition.text.index("The Harbour Guard denied"))
    assert (denial.outlet, denial.published) == ("Meridian Wire", "2031-06-14")


@pytest.mark.parametrize(
    "line",
    [
        "In a letter (to Harbour Post, 3 May 2031): he denied having been in Tarsk on that day at all.",
        f"The fall of Tarsk (3 May 2031): {_PROSE}",
    ],
)
def test_running_text_with_a_bracket_and_colon_is_no_item(line: str) -> None:
    assert words(edition_of(f"{_PROSE}\n\n{line}\n\n{_PROSE}\n"), PassageRole.DIGEST_ITEM) == []


_YEARLESS = f"""COAST PRESS REVIEW
Friday, 3 January 2031

1. Jets pound Tarsk (Meridian Wire, 2 January)
{_PROSE}

2. Guard leaves Velmora (Harbour Post, 30 December)
{_PROSE}
"""


def test_items_credited_without_a_year_have_that_of_the_last_such_day() -> None:
    items = passages(edition_of(_YEARLESS), PassageRole.DIGEST_ITEM)
    assert [(item.outlet, item.published) for item in items] == [
        ("Meridian Wire", "2031-01-02"),
        ("Harbour Post", "2030-12-30"),
    ]


def test_a_place_and_day_behind_a_line_without_number_or_year_make_no_item() -> None:
    edition = edition_of(f"Three soldiers killed (Tarsk, 13 May)\n\n{_PROSE}\n\n{_PROSE}\n")
    assert not passages(edition, PassageRole.DIGEST_ITEM)


def test_paragraphs_that_open_with_an_outlet_and_a_day_are_its_items() -> None:
    edition = edition_of(
        f"COAST PRESS REVIEW\n21 May 2031\n\nMeridian Wire, 20 May: {_PROSE}\n\n"
        f"Tarsk Radio, May 19, 2031 – {_PROSE}\n\nMWK, 18 May: {_PROSE}\n\nSo much for this week.\n"
    )
    items = passages(edition, PassageRole.DIGEST_ITEM)
    assert [(item.outlet, item.published, item.title) for item in items] == [
        ("Meridian Wire", "2031-05-20", None),
        ("Tarsk Radio", "2031-05-19", None),
        ("MWK", "2031-05-18", None),
    ]
    assert words(edition, PassageRole.DIGEST_ITEM)[-1].endswith("Velmora.")


@pytest.mark.parametrize("opening", ["Tarsk, 20 May: ", "Harbour Post, 20 May: ", "At noon on 20 May: "])
def test_one_paragraph_that_opens_with_a_day_makes_no_digest(opening: str) -> None:
    assert not passages(edition_of(f"{_PROSE}\n\n{opening}{_PROSE}\n"), PassageRole.DIGEST_ITEM)
