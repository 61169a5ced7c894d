"""A case by the clocks: worked out from only what had been published, or had come in, by a day."""

from __future__ import annotations

import io
import shutil
from datetime import date
from pathlib import Path

import pytest

from sayso.present.exports.checking import check_export
from sayso.present.exports.writing import export_view
from sayso.present.view import View
from sayso.records.clocks import Clocks
from sayso.records.receipt import Hints, Received
from sayso.route import Narrowed, Wanted, at_clocks, read_pile, work_out
from sayso.settings import Settings
from sayso.store import Case

SETTINGS = Settings(workers=0)


def known_by(case: Path, day: str) -> Narrowed:
    with Case.open(case) as held:
        return at_clocks(held, Clocks(known_by=date.fromisoformat(day)), SETTINGS)


def exported(case: Path, clocks: Clocks) -> str:
    out = io.StringIO()
    with Case.open(case) as held:
        seen = at_clocks(held, clocks, SETTINGS)
        export_view(View(seen.pile, seen.findings, clocks, seen.notes), seen.edition_of, out)
    return out.getvalue()


@pytest.mark.parametrize("day", ["2031-05-18", "2031-05-21", "2031-06-06", "2031-07-31"])
def test_nothing_refers_to_what_had_not_been_published(sample_case: Path, day: str) -> None:
    lines = exported(sample_case, Clocks(known_by=date.fromisoformat(day))).splitlines()
    assert len(lines) > 20
    assert check_export(lines) == []


def test_nothing_published_later_can_be_read_anywhere(sample_case: Path) -> None:
    early = exported(sample_case, Clocks(known_by=date(2031, 5, 21)))
    late = exported(sample_case, Clocks(known_by=date(2031, 9, 30)))
    for words in ("born in Ostrel", "signed a truce", "held in a farmhouse", "sink any Ardesh ferry"):
        assert words in late
        assert words not in early


def test_an_item_of_a_digest_counts_by_its_own_date(sample_case: Path) -> None:
    seen = known_by(sample_case, "2031-05-22")
    [digest] = [own for own, each in seen.pile.documents.items() if each.name == "korvan-press-digest.txt"]
    with Case.open(sample_case) as held:
        whole = held.edition(digest).text
        text = at_clocks(held, Clocks(known_by=date(2031, 5, 22)), SETTINGS).edition_of(digest).text
    assert len(text) == len(whole)
    assert "called for a council of elders" in text
    assert "sink any Ardesh ferry" in whole
    assert "sink any Ardesh ferry" not in text


def test_an_undated_document_counts_from_the_last_day_it_can_be_of_and_says_so(sample_case: Path) -> None:
    seen = {day: known_by(sample_case, day) for day in ("2031-05-20", "2031-06-30", "2099-01-01")}
    told = {
        day: {each.quote for each in known.pile.claims.values() if _name(known, each.document) == "ostrel-blog.txt"}
        for day, known in seen.items()
    }
    assert not told["2031-05-20"]
    assert any("seized 12 deputies" in each for each in told["2031-06-30"])  # quoted, and of the week of that Sunday
    assert not any("captured" in each for each in told["2031-06-30"])
    assert any("captured" in each for each in told["2099-01-01"])
    assert any("ostrel-blog.txt" in note and "only by a later day" in note for note in seen["2031-05-20"].notes)
    assert any("ostrel-blog.txt" in note and "Undated, and counted from" in note for note in seen["2099-01-01"].notes)


def _name(seen: Narrowed, document: str) -> str:
    return seen.pile.documents[document].name


def test_origins_and_disputes_are_those_of_the_day(sample_case: Path) -> None:
    early, late = known_by(sample_case, "2031-05-18"), known_by(sample_case, "2031-05-21")
    assert len(early.pile.documents) < len(late.pile.documents)
    assert not early.findings.disputes
    assert late.findings.disputes


def test_a_month_of_publication_counts_from_its_last_day(tmp_path: Path) -> None:
    with Case.create(tmp_path / "one.case") as case:
        path = tmp_path / "letter.txt"
        path.write_text("General Karim Odeh leads the Harbour Guard. He met deputies in Port Sarn.", encoding="utf-8")
        read_pile(case, Wanted((str(path),), Hints(published="2031-05", outlet="Harbour Post")), SETTINGS)
        work_out(case, SETTINGS)
        before = at_clocks(case, Clocks(known_by=date(2031, 5, 30)), SETTINGS)
        after = at_clocks(case, Clocks(known_by=date(2031, 5, 31)), SETTINGS)
    assert not before.pile.documents
    assert any("last day on which it can have been published: letter.txt" in note for note in before.notes)
    assert len(after.pile.documents) == 1


def test_received_by_leaves_what_came_in_later(sample_case: Path, tmp_path: Path) -> None:
    path = tmp_path / "later.case"
    shutil.copyfile(sample_case, path)
    with Case.open(path) as case:
        came = min(date.fromisoformat(each.at[:10]) for each in case.receipts())
        before = at_clocks(case, Clocks(received_by=came.replace(year=came.year - 1)), SETTINGS)
        after = at_clocks(case, Clocks(received_by=date(9999, 1, 1)), SETTINGS)
        everything = case.findings()
    assert not before.pile.claims
    assert "0 of 20 documents" in before.notes[0]
    assert after.findings == everything


def test_looking_by_the_clocks_writes_nothing(sample_case: Path) -> None:
    with Case.open(sample_case) as case:
        before = case.generation(), case.findings()
        at_clocks(case, Clocks(known_by=date(2031, 5, 20)), SETTINGS)
        assert (case.generation(), case.findings()) == before


def test_a_mention_whose_name_is_not_known_yet_stands_for_itself(sample_case: Path) -> None:
    pile = known_by(sample_case, "2031-05-22").pile
    assert {each.chain for each in pile.mentions.values()} <= pile.mentions.keys()


def test_received_documents_are_counted_by_their_first_receipt(tmp_path: Path) -> None:
    with Case.create(tmp_path / "two.case") as case:
        path = tmp_path / "letter.txt"
        path.write_text("General Karim Odeh leads the Harbour Guard.", encoding="utf-8")
        read_pile(case, Wanted((str(path),)), SETTINGS)
        case.note(Received("again.txt", "again.txt", path.read_bytes(), "text/plain"))
        day = min(date.fromisoformat(each.at[:10]) for each in case.receipts())
        assert len(at_clocks(case, Clocks(received_by=day), SETTINGS).pile.documents) == 1
