"""By when a passage had been published at the latest, where its own date leaves that open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from sayso.records.clocks import Clocks
from sayso.records.receipt import Hints, Receipt
from sayso.route import Narrowed, Wanted, at_clocks, read_pile, work_out
from sayso.route.published_by import Latest, published_by
from sayso.settings import Settings
from sayso.store import Case

SETTINGS = Settings(workers=0)
CAME = date(2033, 4, 2)
LETTER = "General Karim Odeh leads the Harbour Guard. He met deputies in Port Sarn."
REPORT = "Gunmen loyal to General Karim Odeh stormed the National Assembly in Port Sarn on Sunday, killing nine guards."
BLOG = "So Odeh's gunmen stormed the National Assembly in Port Sarn on Sunday. Nine guards were killed."


def bounds(tmp_path: Path, texts: Mapping[str, tuple[str, Hints]], came: date = CAME) -> dict[str, Latest]:
    """By name of the document, for the passage that all others of it lie in."""
    with Case.create(tmp_path / "one.case") as case:
        for name, (text, hints) in texts.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
            read_pile(case, Wanted((str(tmp_path / name),), hints), SETTINGS)
        work_out(case, SETTINGS)
        pile, findings = case.pile(), case.findings()
    receipts = [Receipt(own, f"{came.isoformat()}T09:00:00Z", "", "", "file") for own in pile.documents]
    latest = published_by(pile, findings, receipts)
    return {pile.documents[own].name: latest[each.passages[0].id] for own, each in pile.editions.items()}


def test_what_nothing_dates_had_been_published_when_it_came_in(tmp_path: Path) -> None:
    [bound] = bounds(tmp_path, {"letter.txt": (LETTER, Hints())}).values()
    assert bound == Latest(CAME, "the day it came in")


@pytest.mark.parametrize(
    ("published", "last"), [("2033", CAME), ("2033-03", date(2033, 3, 31)), ("2034", date(2034, 12, 31))]
)
def test_a_date_that_leaves_it_open_ends_where_the_document_came_in(tmp_path: Path, published: str, last: date) -> None:
    [bound] = bounds(tmp_path, {"letter.txt": (LETTER, Hints(published=published))}).values()
    assert bound.day == last


def test_what_tells_of_a_day_that_others_know_was_written_within_a_week(tmp_path: Path) -> None:
    texts = {"report.txt": (REPORT, Hints(published="2031-05-20")), "blog.txt": (BLOG, Hints())}
    found = bounds(tmp_path, texts)
    assert found["report.txt"].day == date(2031, 5, 20)
    assert date(2031, 5, 18) <= found["blog.txt"].day <= date(2031, 5, 24)
    assert "Sunday" in found["blog.txt"].reason


def test_what_tells_of_days_after_it_came_in_counts_with_the_last_of_the_others(tmp_path: Path) -> None:
    told = "Gunmen stormed the National Assembly in Port Sarn on 18 May 2031."
    texts = {"told.txt": (told, Hints()), "letter.txt": (LETTER, Hints(published="2031-06-01"))}
    bound = bounds(tmp_path, texts, date(2026, 1, 1))["told.txt"]
    assert bound.day == date(2031, 6, 1)
    assert "after it came in" in bound.reason


def test_a_quoted_text_is_no_younger_than_what_quotes_it(tmp_path: Path) -> None:
    quoting = (
        'Here is what the Harbour Post had:\n\n> "Karim Odeh leads the Harbour Guard," it said. "He met deputies."\n'
    )
    with Case.create(tmp_path / "one.case") as case:
        (tmp_path / "post.md").write_text(quoting, encoding="utf-8")
        read_pile(case, Wanted((str(tmp_path / "post.md"),), Hints(published="2031-05")), SETTINGS)
        work_out(case, SETTINGS)
        pile = case.pile()
        latest = published_by(pile, case.findings(), ())
    assert {each.day for each in latest.values()} == {date(2031, 5, 31)}
    assert latest.keys() == pile.passages.keys()


def test_nothing_is_left_out_by_what_was_known_the_day_after_it_came_in(tmp_path: Path) -> None:
    with Case.create(tmp_path / "one.case") as case:
        (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
        read_pile(case, Wanted((str(tmp_path / "letter.txt"),)), SETTINGS)
        work_out(case, SETTINGS)
        [came] = {date.fromisoformat(each.at[:10]) for each in case.receipts()}

        def known(day: date) -> Narrowed:
            return at_clocks(case, Clocks(known_by=day), SETTINGS)

        assert not known(came - timedelta(days=1)).pile.documents
        assert known(came).findings == case.findings()
        assert known(came + timedelta(days=1)).findings == case.findings()
