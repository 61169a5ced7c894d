"""Pages that print several articles of other outlets one after another."""

from __future__ import annotations

from sayso.records.document import PassageRole
from tests.read.pile import edition_of, passages

_PROSE = "The harbour at Port Sarn was closed on Tuesday after a long night of shelling, officials said in Velmora."
_PAGE = f"""Truce fails in Tarsk

October 19th, 2031 - by Lena Marek / & Tarsk Radio

Lena Marek / Ostrel Blog

 (October 18, 2031) — {_PROSE}

{_PROSE}

Odeh Vows Revenge in Velmora

A man waits at the quay of Velmora on October 17  (L. Marek / AFP)

Tarsk Radio

 (October 17, 2031) — {_PROSE}

Share this article
"""


def test_each_article_has_its_own_outlet_and_date() -> None:
    items = passages(edition_of(_PAGE), PassageRole.DIGEST_ITEM)
    assert [(item.outlet, item.published, item.title) for item in items] == [
        ("Ostrel Blog", "2031-10-18", None),
        ("Tarsk Radio", "2031-10-17", "Odeh Vows Revenge in Velmora"),
    ]


def test_what_the_site_prints_around_them_is_no_part_of_them() -> None:
    edition = edition_of(_PAGE)
    share = edition.passage_at(edition.text.index("Share this article"))
    assert (share.role, share.outlet) == (PassageRole.BOILERPLATE, edition.outlet)


def test_a_single_article_that_opens_with_its_date_is_the_page_itself() -> None:
    edition = edition_of(f"Truce fails\n\nTarsk Radio\n\n(October 18, 2031) — {_PROSE}\n\n{_PROSE}\n")
    assert passages(edition, PassageRole.DIGEST_ITEM) == []


_SECTIONED = f"""Korvania: what the papers say
21 May 2031

Harbour Post, 18 May 2031
{_PROSE}

Tarsk Radio, 20 May
{_PROSE}

Il Porto, 21 May 2031
{_PROSE}
"""


def test_articles_below_lines_of_outlet_and_day_are_their_outlets() -> None:
    edition = edition_of(_SECTIONED)
    items = passages(edition, PassageRole.DIGEST_ITEM)
    assert [(item.outlet, item.published) for item in items] == [
        ("Harbour Post", "2031-05-18"),
        ("Tarsk Radio", "2031-05-20"),
        ("Il Porto", "2031-05-21"),
    ]


def test_a_page_of_such_articles_is_none_of_their_outlets() -> None:
    edition = edition_of(_SECTIONED)
    assert (edition.outlet, edition.published) == (None, "2031-05-21")


def test_one_such_line_is_the_credit_of_its_page() -> None:
    edition = edition_of(f"Port closed\n\nHarbour Post, 18 May 2031\n\n{_PROSE}\n\n{_PROSE}\n")
    assert (edition.outlet, edition.published) == ("Harbour Post", "2031-05-18")
    assert not passages(edition, PassageRole.DIGEST_ITEM)


def test_titles_above_such_lines_are_those_of_their_articles() -> None:
    edition = edition_of(
        f"Port closed for a week\nHarbour Post, 18 May 2031\n{_PROSE}\n\n"
        f"Guard leaves the port\nTarsk Radio, 20 May 2031\n{_PROSE}\n"
    )
    items = passages(edition, PassageRole.DIGEST_ITEM)
    assert [item.title for item in items] == ["Port closed for a week", "Guard leaves the port"]
