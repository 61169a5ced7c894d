"""The page of judgements: what holds, what stands against it, and that each leads to what it is on now."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

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
        Judgement("j-5", "undo", ("j-4",), "Ada", "it was a slip", WHEN, undoes="j-4"),
    )
    rulings = (
        Ruling("j-1", State.CONTRARY, ((claim,),), "Ben judged otherwise (j-2): it says so"),
        Ruling("j-2", State.CONTRARY, ((claim,),), "Ada judged otherwise (j-1)"),
        Ruling("j-3", State.HOLDS, ((document,),)),
        Ruling("j-4", State.UNDONE, ((document,),), "Ada undid it: it was a slip"),
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
    assert len(rows) == 4
    assert rows[0].startswith("Dated 2031-05-20")
    assert "Ben judged otherwise (j-2): it says so." in rows[1]
    assert "<b>the reverse</b>" in rows[1]
    assert "Ada undid it" in rows[3]


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
