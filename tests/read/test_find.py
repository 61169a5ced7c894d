"""What is found under a path, and what is left at the door."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.read import find, read
from sayso.records.receipt import Hints, Received, Skipped
from sayso.settings import Settings


def found(
    paths: list[Path] | list[str], sidecar: Path | None = None, hints: Hints | None = None, **limits: int
) -> list[Received | Skipped]:
    return list(find([str(path) for path in paths], hints or Hints(), Settings(**limits), sidecar))  # type: ignore[arg-type]


def names(results: list[Received | Skipped]) -> list[str]:
    return [each.name for each in results]


def why(result: Received | Skipped) -> str:
    assert isinstance(result, Skipped)
    return result.why


def one(results: list[Received | Skipped]) -> Received:
    (result,) = results
    assert isinstance(result, Received)
    return result


def test_a_folder_is_searched_in_order_and_names_leave_the_machine_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "inner/c.md", ".hidden.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Ships turned back at Port Sarn.")
    assert names(found([tmp_path])) == ["a.txt", "b.txt", "inner/c.md"]


def test_a_glob_finds_what_it_matches(tmp_path: Path) -> None:
    for name in ("a.txt", "b.html", "c.txt"):
        (tmp_path / name).write_text("Ships turned back.")
    assert names(found([tmp_path / "*.txt"])) == ["a.txt", "c.txt"]


def test_a_file_named_twice_is_found_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ships turned back.")
    assert names(found([tmp_path / "a.txt", tmp_path])) == ["a.txt"]


def test_the_same_bytes_under_two_names_are_one_document(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Ships turned back.")
    first, second = (read(each, Settings())[0] for each in found([tmp_path]) if isinstance(each, Received))
    assert first.id == second.id
    assert first.name != second.name


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("report.docx", b"PK\x03\x04\x00\x00", "Word"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not text"),
        ("fake.pdf", b"hello", "calls itself a PDF"),
        ("table.xyz", b"a;b", ".xyz"),
        ("long.txt", b"x" * 200, "larger than the limit"),
    ],
)
def test_what_cannot_be_read_is_skipped_with_one_sentence(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    (result,) = found([tmp_path], max_bytes=100)
    assert reason in why(result)
    assert why(result).endswith(".")


def test_a_missing_path_is_skipped_with_a_reason(tmp_path: Path) -> None:
    (result,) = found([tmp_path / "nothing.txt"])
    assert "no such file" in why(result)


def test_a_file_of_unknown_ending_is_read_where_it_is_named_itself(tmp_path: Path) -> None:
    (tmp_path / "notes.log").write_text("Ships turned back.")
    assert one(found([tmp_path / "notes.log"])).media_type == "text/plain"


def test_each_json_line_is_a_document_and_bad_lines_are_skipped_by_number(tmp_path: Path) -> None:
    good = json.dumps({"title": "Port reopens", "text": "The port is open.", "url": "https://harbour.example/1"})
    (tmp_path / "pile.jsonl").write_text(f'{good}\n\nno json\n{{"title": "empty"}}\n{good}', encoding="utf-8")
    results = found([tmp_path])
    assert [type(each) for each in results] == [Received, Skipped, Skipped, Received]
    assert [each.name for each in results] == [f"pile.jsonl, line {number}" for number in (1, 3, 4, 5)]
    first = results[0]
    assert isinstance(first, Received)
    assert first.data == good.encode()
    assert first.address == "https://harbour.example/1"


def test_a_json_line_over_the_limit_is_skipped_and_the_next_is_read(tmp_path: Path) -> None:
    lines = [json.dumps({"text": "x" * 500}), json.dumps({"text": "The port is open."})]
    (tmp_path / "pile.jsonl").write_text("\n".join(lines))
    first, second = found([tmp_path], max_bytes=100)
    assert "longer than the limit" in why(first)
    assert isinstance(second, Received)


def test_standard_input_is_a_text_or_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    def given(data: bytes) -> list[Received | Skipped]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        return found(["-"])

    assert one(given(b"Ships turned back.\nTwice.")).data == b"Ships turned back.\nTwice."
    assert len(given(b'{"text": "One."}\n{"text": "Two."}\n')) == 2
    assert "empty" in why(given(b"")[0])


def test_a_page_is_known_by_its_first_words_whatever_its_ending(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("<!DOCTYPE html><html><p>Ships turned back.</p></html>")
    assert one(found([tmp_path])).media_type == "text/html"


def test_a_sidecar_row_overrules_hints_for_its_file(tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "pile" / name).write_text(f"Ships turned back {name}.")
    table = tmp_path / "known.csv"
    table.write_text("File;Outlet;published\na.txt;Harbour Post;2031-05-20\nc.txt;Tarsk Radio;\n", encoding="utf-8-sig")
    first, second, third = found([tmp_path / "pile"], table, Hints(outlet="Ostrel Blog"))
    assert isinstance(first, Received)
    assert isinstance(second, Received)
    assert (first.hints.outlet, first.hints.published) == ("Harbour Post", "2031-05-20")
    assert (second.hints.outlet, second.hints.published) == ("Ostrel Blog", None)
    assert third.name == "c.txt"
    assert "not among the files" in why(third)


@pytest.mark.parametrize("table", ["name,outlet\na.txt,Harbour Post\n", "file,colour\na.txt,red\n"])
def test_a_sidecar_with_the_wrong_columns_is_refused(tmp_path: Path, table: str) -> None:
    (tmp_path / "known.csv").write_text(table)
    with pytest.raises(InputError, match="column"):
        found([tmp_path], tmp_path / "known.csv")


@pytest.mark.parametrize("words", ["soon", "3/4/2031"])
def test_a_date_given_that_is_no_one_day_is_refused(tmp_path: Path, words: str) -> None:
    (tmp_path / "a.txt").write_text("The port is open.")
    with pytest.raises(InputError, match="2031-05-20"):
        found([tmp_path], hints=Hints(published=words))
    (tmp_path / "known.csv").write_text(f"file,published\na.txt,{words}\n")
    with pytest.raises(InputError, match=r"a\.txt"):
        found([tmp_path], sidecar=tmp_path / "known.csv")


@pytest.mark.parametrize("indent", [None, 2])
def test_a_file_that_is_one_array_of_objects_is_read_object_by_object(tmp_path: Path, indent: int | None) -> None:
    stories = [{"text": "The port is open."}, {"title": "no text"}, {"text": "The port is closed."}]
    (tmp_path / "pile.json").write_text(json.dumps(stories, indent=indent))
    results = found([tmp_path])
    assert [each.name for each in results] == [f"pile.json, item {number}" for number in (1, 2, 3)]
    assert [type(each) for each in results] == [Received, Skipped, Received]


def test_an_object_over_several_lines_is_one_document(tmp_path: Path) -> None:
    (tmp_path / "story.json").write_text(json.dumps({"text": "The port is open."}, indent=2))
    assert one(found([tmp_path])).name == "story.json"


def test_an_array_that_breaks_off_is_skipped_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "pile.json").write_text('[\n{"text": "The port is open."},\n{"text": "The po')
    (skipped,) = found([tmp_path])
    assert isinstance(skipped, Skipped)
    assert "line 3" in skipped.why


def test_json_lines_may_end_in_json(tmp_path: Path) -> None:
    line = json.dumps({"text": "The port is open."})
    (tmp_path / "pile.json").write_text(f"{line}\n{line}2\n")
    assert [each.name for each in found([tmp_path])] == ["pile.json, line 1", "pile.json, line 2"]


def test_the_case_in_a_folder_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("The port was closed.", "utf-8")
    for name in ("war.case", "war.case-wal", "war.case-shm"):
        (tmp_path / name).write_bytes(b"SQLite format 3\x00")
    assert [each.name for each in find([str(tmp_path)], Hints(), Settings())] == ["story.txt"]
