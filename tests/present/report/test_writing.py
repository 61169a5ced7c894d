"""The report about Korvania: every page reached, every line opening on its words, nothing live, nothing loaded."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import UnknownName
from sayso.present.report.tie_page import slider
from sayso.present.report.writing import ReportOptions, ReportSummary, write_report
from sayso.records.document import PassageRole
from sayso.records.matter import SHARED_QUOTATION
from sayso.records.receipt import Skipped
from tests.present.case_builder import CaseBuilder
from tests.present.korvania import korvania
from tests.present.reading_html import Element, read_page


def written(folder: Path, options: ReportOptions | None = None) -> ReportSummary:
    case = korvania()
    pile, findings = case.case()
    return write_report(pile, findings, case.editions.__getitem__, folder, options)


def _hash_of_the_slider() -> str:
    return base64.b64encode(hashlib.sha256(slider().encode()).digest()).decode()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    written(folder, ReportOptions(title="Korvania", skipped=(Skipped("scan.pdf", "It holds pictures and no text."),)))
    return folder


@pytest.fixture(scope="module")
def pages(report: Path) -> dict[Path, list[Element]]:
    return {path: read_page(path.read_text(encoding="utf-8")) for path in sorted(report.rglob("*.html"))}


def page(report: Path, kind: str, title: str) -> str:
    found = [text for path in (report / kind).glob("*.html") if title in (text := path.read_text(encoding="utf-8"))]
    return next(text for text in found if re.search(f"<title>{re.escape(title)}", text))


def words(html: str) -> str:
    return " ".join(read_page(html)[0].text.split())


def test_there_is_a_page_for_every_kind(report: Path) -> None:
    assert {path.name for path in report.iterdir()} == {
        "index.html", "events.html", "actors.html", "ties.html", "disputes.html", "sources.html", "documents.html", "style.css",
        "event", "actor", "dispute", "source", "document",
    }  # fmt: skip


def test_every_page_carries_a_policy_that_lets_nothing_run_or_load(pages: dict[Path, list[Element]]) -> None:
    for elements in pages.values():
        [policy] = [each for each in elements if each.attributes.get("http-equiv") == "Content-Security-Policy"]
        rules = dict(rule.strip().split(" ", 1) for rule in policy.attributes["content"].split(";"))
        assert rules["default-src"] == "'none'"
        assert not {"img-src", "connect-src"} & rules.keys()
        assert {rules[each] for each in {"script-src"} & rules.keys()} <= {f"'sha256-{_hash_of_the_slider()}'"}
        assert "unsafe" not in policy.attributes["content"]


def test_nothing_in_a_page_could_run_or_load_but_the_slider(pages: dict[Path, list[Element]]) -> None:
    for path, elements in pages.items():
        for each in elements:
            if path.name == "ties.html" and each.tag == "script":
                assert each.text == slider()
                continue
            assert each.tag not in {"script", "img", "iframe", "object", "embed", "form", "base", "style", "video"}, (
                path
            )
            assert not [name for name in each.attributes if name.startswith("on") or name in {"style", "src"}], path
            assert "://" not in each.attributes.get("href", ""), path


def test_every_link_leads_somewhere(report: Path, pages: dict[Path, list[Element]]) -> None:
    ids = {
        path: {each.attributes["id"] for each in elements if "id" in each.attributes}
        for path, elements in pages.items()
    }
    for path, elements in pages.items():
        for href in (each.attributes["href"] for each in elements if "href" in each.attributes):
            file, _, anchor = href.partition("#")
            target = (path.parent / file).resolve() if file else path
            assert target.is_file(), f"{path.name} links to {href}"
            assert not anchor or anchor in ids[target], f"{path.name} links to {href}"


def test_ids_are_given_once_on_a_page(pages: dict[Path, list[Element]]) -> None:
    for path, elements in pages.items():
        ids = [each.attributes["id"] for each in elements if "id" in each.attributes]
        assert len(ids) == len(set(ids)), path


def test_every_claim_opens_on_its_very_words(report: Path) -> None:
    pile, _ = korvania().case()
    found = {
        each.attributes["id"]: each.text
        for path in (report / "document").iterdir()
        for each in read_page(path.read_text(encoding="utf-8"))
        if each.attributes.get("id", "").startswith("c-")
    }
    assert {id_: found[id_] for id_ in pile.claims} == {claim.id: claim.quote for claim in pile.claims.values()}


def test_a_document_is_shown_whole_with_its_markup_as_text(report: Path) -> None:
    html = page(report, "document", "Gunmen storm parliament")
    assert '<script>alert("x")</script>' in words(html)
    assert "<script" not in html


def test_numbers_and_signs_stand_on_one_line_with_what_they_head(tmp_path: Path) -> None:
    case = CaseBuilder()
    text = "# Odeh in Tarsk\n\n**Afterwards**\n\nThe harbour was closed."
    document = case.document("post.md", text, "Ostrel Blog", None, title="Odeh in Tarsk")
    case.passage(document, "# ", PassageRole.BOILERPLATE)
    for heading in ("Odeh in Tarsk", "Afterwards"):
        case.passage(document, heading, PassageRole.HEADING)
    pile, findings = case.case()
    write_report(pile, findings, case.editions.__getitem__, tmp_path)
    (html,) = (path.read_text(encoding="utf-8") for path in (tmp_path / "document").iterdir())
    rows = [" ".join(each.text.split()) for each in read_page(html) if each.attributes.get("class") == "words"]
    assert rows == ["# Odeh in Tarsk", "**Afterwards**", "The harbour was closed."]


def test_a_document_says_how_its_date_and_bytes_are_known(report: Path) -> None:
    text = words(page(report, "document", "Untitled, Meridian Wire"))
    assert "18 May 2031 dateline “May 18”, year from the file name" in text
    assert re.search(r"SHA-256\s*[0-9a-f]{64}", text)


def test_comments_and_boilerplate_are_labelled_and_make_no_note(report: Path) -> None:
    rows = [
        each
        for each in read_page(page(report, "document", "Gunmen storm parliament"))
        if "row" in each.attributes.get("class", "").split()
    ]
    quiet = [row for row in rows if "aside" in row.attributes["class"]]
    assert [row.text.split("\n")[1].strip() for row in quiet] == ["boilerplate", "reader’s comment"]


def test_headings_go_down_one_level_at_a_time(pages: dict[Path, list[Element]]) -> None:
    for path, elements in pages.items():
        levels = [int(each.tag[1]) for each in elements if re.fullmatch("h[1-6]", each.tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1, path
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), path


def test_standing_is_told_by_a_word_beside_every_mark(pages: dict[Path, list[Element]]) -> None:
    marks = [
        each
        for elements in pages.values()
        for each in elements
        if "mark" in each.attributes.get("class", "").split() and "role" in each.attributes
    ]
    assert marks
    assert all(each.attributes["aria-label"] for each in marks)


def test_an_event_says_what_stands_against_it(report: Path) -> None:
    text = words(page(report, "event", "Storming of the National Assembly"))
    assert "Told in 3 documents, 3 passages, by at most 2 origins; 1 copy folded in; 2 disputes." in text
    for listed in ("index.html", "events.html"):
        assert "at most 2 origins, 3 documents" in words((report / listed).read_text("utf-8"))
    assert "does not say" in text


def test_an_order_is_headed_as_one(report: Path) -> None:
    assert "Alleged, ordered, and denied: Shelling of the port by Karim Odeh" in words(
        page(report, "event", "Alleged, ordered")
    )


def test_a_dispute_over_whether_asks_so_in_words(report: Path) -> None:
    text = words(page(report, "dispute", "Is it so that Karim Odeh is based in Ardesh?"))
    assert "Said, and said not to be so" in text


def test_figures_in_dispute_are_drawn_on_one_scale(report: Path) -> None:
    html = page(report, "dispute", "How many were killed?")
    assert html.count('class="exact') == 1
    assert html.count('class="range"') == 1


def test_a_person_who_is_only_a_victim_has_no_page(report: Path) -> None:
    assert not [path for path in (report / "actor").iterdir() if "<h1>Salim Haddad" in path.read_text(encoding="utf-8")]
    assert "1 person who appears only as victims" in words((report / "actors.html").read_text(encoding="utf-8"))


def test_what_was_not_read_is_said(report: Path) -> None:
    text = words((report / "index.html").read_text(encoding="utf-8"))
    assert "Not read: scan.pdf. It holds pictures and no text." in text
    assert "1 sentence holds names, numbers or deeds and gives no claim" in text


def test_the_same_case_gives_the_same_bytes(report: Path, tmp_path: Path) -> None:
    written(tmp_path, ReportOptions(title="Korvania", skipped=(Skipped("scan.pdf", "It holds pictures and no text."),)))
    for path in report.rglob("*.*"):
        assert (tmp_path / path.relative_to(report)).read_bytes() == path.read_bytes()


def test_no_more_pages_than_asked_for_and_a_line_on_the_rest(report: Path, tmp_path: Path) -> None:
    summary = written(tmp_path, ReportOptions(max_pages=12))
    assert len(list(tmp_path.glob("*/*.html"))) == 12
    assert sum(number for _, number in summary.left_out) == len(list(report.glob("*/*.html"))) - 12
    assert "have no page of their own" in words(summary.index.read_text(encoding="utf-8"))
    for path in tmp_path.rglob("*.html"):
        for href in re.findall('href="([^"#]+)', path.read_text(encoding="utf-8")):
            assert (path.parent / href).resolve().is_file()


def test_an_earlier_report_leaves_no_page_behind_and_other_files_stay(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "event" / "notes.html").write_text("mine", encoding="utf-8")
    written(tmp_path, ReportOptions(max_pages=5))
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.glob("*/*.html")}
    assert len(left) == 6
    assert "event/notes.html" in left


def test_a_selection_brings_what_it_leads_to(tmp_path: Path) -> None:
    written(tmp_path, ReportOptions(select=("Hasan Odeh",)))
    assert len(list((tmp_path / "event").iterdir())) == 0
    [actor] = (tmp_path / "actor").iterdir()
    assert "<h1>Hasan Odeh" in actor.read_text(encoding="utf-8")


def test_selecting_an_event_brings_its_disputes_and_documents(tmp_path: Path) -> None:
    _, findings = korvania().case()
    event = next(each for each in findings.matters if each.label.startswith("Storming"))
    written(tmp_path, ReportOptions(select=(event.id,)))
    assert len(list((tmp_path / "dispute").iterdir())) == 2
    assert len(list((tmp_path / "document").iterdir())) == 3


def test_selecting_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="e-nothing"):
        written(tmp_path, ReportOptions(select=("e-nothing",)))


def test_a_report_for_publication_keeps_only_paragraphs_with_claims(tmp_path: Path) -> None:
    written(tmp_path, ReportOptions(full_text=False))
    text = words(page(tmp_path, "document", "Gunmen storm parliament"))
    assert "riverfan wrote" not in text
    assert "Two people were killed" in text


def test_the_first_page_counts_no_shared_quotation_as_a_copy(tmp_path: Path) -> None:
    case = korvania()
    pile, findings = case.case()
    (copy,) = findings.copies
    shared = replace(copy, direction="unknown", reasons=("14 words in the same order", SHARED_QUOTATION))
    write_report(pile, findings, case.editions.__getitem__, tmp_path / "copied")
    write_report(pile, replace(findings, copies=(shared,)), case.editions.__getitem__, tmp_path / "quoted")
    copied, quoted = (words((tmp_path / each / "index.html").read_text("utf-8")) for each in ("copied", "quoted"))
    assert "copied stretch1" in copied
    assert "shared quotation" not in copied
    assert "copied stretches0 shared quotation1" in quoted


def test_the_first_page_tells_documents_from_what_they_quote(tmp_path: Path) -> None:
    case = korvania()
    pile, findings = case.case()
    own = next(each for each in pile.editions.values() if each.outlet == "Harbour Post")
    # A document without outlet or date quotes an item that another outlet printed twenty years before.
    item = replace(own.passages[0], outlet="Kolm Radio", published="2011-04-22")
    untold = replace(own, outlet=None, published=None, passages=(item, *own.passages[1:]))
    quoting = replace(
        pile,
        editions={**pile.editions, untold.document: untold},
        passages={**pile.passages, item.id: item},
    )
    write_report(quoting, findings, case.editions.__getitem__, tmp_path)
    text = words((tmp_path / "index.html").read_text("utf-8"))
    assert (
        "What 5 documents, 4 of them from 4 outlets and 1 naming none, 3 of them dated (from 18 to 25 May 2031)" in text
    )
    assert "publishing outlets4" in text
    assert "outlets only quoted" in text
