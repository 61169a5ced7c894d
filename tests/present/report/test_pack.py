"""A pack of evidence: what a lawyer reads without Sayso, and can check."""

import csv
import hashlib
import io
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import InputError, UnknownName
from sayso.present.citation import Keeping
from sayso.present.report.pack import MANIFEST, PackSummary, write_pack
from sayso.present.view import View
from sayso.records.judgement import Judgement
from sayso.records.matter import Matter
from tests.present.korvania import korvania
from tests.present.reading_html import Element, read_page


def storming(view: View) -> Matter:
    return max(view.findings.matters, key=lambda each: (len(view.disputes_for(each)), len(each.claims)))


def bytes_of(document: str) -> bytes:
    return korvania().editions[document].text.encode()


def keeping() -> Keeping:
    return Keeping(korvania().editions.__getitem__, bytes_of, lambda _: "2031-06-01T10:00:00Z")


def write(folder: Path, view: View | None = None, kept: Keeping | None = None) -> PackSummary:
    shown = view or View(*korvania().case())
    return write_pack(shown, storming(shown), kept or keeping(), folder)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("evidence") / "pack"
    write(folder)
    return folder


@pytest.fixture(scope="module")
def page(pack: Path) -> list[Element]:
    return read_page((pack / "index.html").read_text(encoding="utf-8"))


def test_the_manifest_holds_every_file_with_its_hash(pack: Path) -> None:
    lines = [line.split("  ", 1) for line in (pack / MANIFEST).read_text().splitlines()]
    listed = {name: digest for digest, name in lines}
    files = {path.relative_to(pack).as_posix() for path in pack.rglob("*") if path.is_file()}
    assert files == {*listed, MANIFEST}
    for name, digest in listed.items():
        assert hashlib.sha256((pack / name).read_bytes()).hexdigest() == digest


def test_received_bytes_are_as_they_came_in(pack: Path) -> None:
    kept = {path.read_bytes() for path in (pack / "received").iterdir()}
    assert kept
    assert kept <= {bytes_of(document) for document in korvania().editions}


def test_quoted_words_are_marked_where_they_stand(page: list[Element]) -> None:
    view = View(*korvania().case())
    marked = {each.attributes["id"]: each for each in page if each.tag == "mark" and "id" in each.attributes}
    for claim in storming(view).claims:
        assert claim in marked
        assert view.pile.claims[claim].quote.split()[0] in marked[claim].text


def test_every_link_of_the_page_leads_somewhere(pack: Path, page: list[Element]) -> None:
    ids = {each.attributes["id"] for each in page if "id" in each.attributes}
    for each in page:
        if each.tag == "a":
            target = each.attributes["href"]
            assert target[1:] in ids if target.startswith("#") else (pack / target).is_file()


def test_page_and_text_say_the_same_lines(pack: Path, page: list[Element]) -> None:
    plain = " ".join((pack / "index.txt").read_text(encoding="utf-8").split())
    whole = " ".join(page[0].text.split())
    rows = list(csv.DictReader(io.StringIO((pack / "claims.csv").read_text(encoding="utf-8"))))
    assert rows
    for row in rows:
        assert row["quote"].lstrip("'") in plain
        assert row["quote"].lstrip("'") in whole
        assert row["sha256"] in plain


def test_nothing_in_a_document_can_run(pack: Path, page: list[Element]) -> None:
    assert not [each for each in page if each.tag in {"script", "img", "iframe"}]
    [policy] = [each for each in page if each.attributes.get("http-equiv") == "Content-Security-Policy"]
    assert policy.attributes["content"].startswith("default-src 'none'")


def test_pages_do_not_run_when_they_are_opened(pack: Path) -> None:
    names = {path.name for path in (pack / "received").iterdir()}
    assert any(name.endswith("courier.html.received") for name in names)
    assert not any(name.endswith(".html") for name in names)


def test_the_same_case_gives_the_same_pack(pack: Path, tmp_path: Path) -> None:
    write(tmp_path / "again")
    assert (tmp_path / "again" / MANIFEST).read_bytes() == (pack / MANIFEST).read_bytes()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(InputError):
        write(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["notes.txt"]


def test_bytes_that_are_gone_are_named_as_missing(tmp_path: Path) -> None:
    def gone(document: str) -> bytes:
        raise UnknownName(f"The case holds no document {document}.")

    written = write(tmp_path / "pack", kept=Keeping(korvania().editions.__getitem__, gone, lambda _: None))
    assert len(written.missing) == written.documents
    assert "bytes not in this folder" in written.index.read_text(encoding="utf-8")


def test_judgements_on_what_is_in_the_pack_are_in_it_and_others_are_not(tmp_path: Path) -> None:
    pile, findings = korvania().case()
    claim = storming(View(pile, findings)).claims[0]
    judged = (
        Judgement("j-1", "confirm", (claim,), "Ada", "I rang the hospital", "2031-06-02T09:00:00Z"),
        Judgement("j-2", "reject", ("c-elsewhere",), "Ada", "nothing to do with it", "2031-06-02T09:05:00Z"),
    )
    write(tmp_path / "pack", View(replace(pile, judgements=judged), findings))
    text = (tmp_path / "pack" / "index.txt").read_text(encoding="utf-8")
    assert "I rang the hospital" in text
    assert "nothing to do with it" not in text


def test_whoever_is_not_counted_among_the_origins_says_so_and_comes_last(pack: Path) -> None:
    told = (pack / "index.txt").read_text().split("WHAT EACH ORIGIN SAYS")[1].split("\n\nWHY THESE")[0]
    assert [block.splitlines()[0] for block in told.strip().split("\n\n")] == [
        "Meridian Wire",
        "Velmora Courier",
        "a spokesman for the Assembly, in Velmora Courier (no name: counted with Velmora Courier)",
        "health ministry (of its numbers only: not counted)",
        "Karim Odeh (of what is part of it only: not counted)",
    ]
