"""The page of judgements: what holds, what stands against it, and that each leads to what it is on now."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.present.judged import done_words, judgement_rows
from sayso.present.report.writing import write_report
from sayso.records.judgement import Judgement, Ruling, State
from sayso.records.pile import Findings, Pile
from tests.present.korvania import korvania
from tests.present.reading_html import read_page

WHEN = "2031-06-02T08:00:00Z"


def judged(pile: Pile, findings: Findings) -> tuple[Pile, Findings]:
    claim, document = min(pile.claims), min(pile.documents)
    made = (
        Judgement("j-1", "reject", (claim,), "Ada", "the text says <b>the reverse</b>", WHEN),
        Judgement("j-2", "confirm", (claim,), "Ben", "it says so", WHEN),
        Judgement("j-3", "dated", (document,), "Ada", "the date in print", WHEN, value="2031-05-20"),
        Judgement("j-4", "dated", (document,), "Ada", "a slip", WHEN, value="2031-05-02"),
        Judgement("j-6", "trust", (), "Ada", "she was there", WHEN, value="Ben"),
        Judgement("j-5", "undo", ("j-4",), "Ada", "it was a slip", WHEN, undoes="j-4"),
    )
    rulings = (
        Ruling("j-1", State.CONTRARY, ((claim,),), "Ben judged otherwise (j-2): it says so"),
        Ruling("j-2", State.CONTRARY, ((claim,),), "Ada judged otherwise (j-1)"),
        Ruling("j-3", State.HOLDS, ((document,),)),
        Ruling("j-4", State.UNDONE, ((document,),), "Ada undid it: it was a slip"),
        Ruling("j-6", State.HOLDS, ()),
        Ruling("j-5", State.HOLDS, (("j-4",),)),
    )
    return replace(pile, judgements=made), replace(findings, rulings=rulings)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    case = korvania()
    write_report(*judged(*case.case()), case.editions.__getitem__, folder)
    return folder


def test_judgements_stand_by_what_became_of_them(folder: Path) -> None:
    page = read_page((folder / "judgements.html").read_text(encoding="utf-8"))
    assert [each.text for each in page if each.tag == "h2"] == ["Held to", "Against one another", "Undone or replaced"]
    rows = [" ".join(each.text.split()) for each in page if each.tag == "li"]
    assert len(rows) == 5
    assert rows[0].startswith("Dated 2031-05-20")
    assert rows[1].startswith("Trusted Ben")
    assert "Ben judged otherwise (j-2): it says so." in rows[2]
    assert "<b>the reverse</b>" in rows[2]
    assert "Ada undid it" in rows[4]


def test_each_leads_to_what_it_is_on_now(folder: Path) -> None:
    page = read_page((folder / "judgements.html").read_text(encoding="utf-8"))
    pile, _ = korvania().case()
    claim, document = min(pile.claims), min(pile.documents)
    links = {each.attributes.get("href") for each in page if each.tag == "a"}
    assert f"document/{document}.html" in links
    assert f"document/{pile.claims[claim].document}.html#{claim}" in links


def test_a_case_without_judgements_has_no_page_for_them_and_loses_an_earlier_one(folder: Path) -> None:
    case = korvania()
    assert "judgements.html" in (folder / "index.html").read_text(encoding="utf-8")
    write_report(*case.case(), case.editions.__getitem__, folder)
    assert "judgements.html" not in (folder / "index.html").read_text(encoding="utf-8")
    assert not (folder / "judgements.html").exists()


def test_what_was_done_to_several_and_what_was_added_is_told_as_such() -> None:
    together = Judgement("j-1", "not-same", ("a-1", "a-2"), "Ada", "two men", WHEN)
    added = Judgement("j-2", "add", ("c-1",), "Ada", "it was missed", WHEN, value="LEADS; a: Odeh; b: Harbour Guard")
    assert [done_words(each) for each in (together, added)] == [
        "kept apart",
        "added as “LEADS; a: Odeh; b: Harbour Guard”",
    ]


def test_an_undoing_and_a_ruling_on_a_dispute_are_listed_in_words() -> None:
    pile, findings = judged(*korvania().case())
    ruled = Judgement("j-7", "dispute-is", ("x-1",), "Ada", "another count", WHEN, value="killed other_scope")
    rows = {each.id: each for each in judgement_rows(replace(pile, judgements=(*pile.judgements, ruled)), findings)}
    assert rows["j-7"].value == "other_scope"
    assert rows["j-5"].targets[0].startswith("dated by Ada, of ")
