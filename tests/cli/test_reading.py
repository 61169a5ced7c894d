"""``read`` says what it did and leaves with a code that scripts can trust."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from sayso.settings import Settings
from tests.cli.conftest import Run
from tests.route.pile import STORIES, write_pile


def test_reading_ends_in_a_table_of_what_the_case_holds(run: Run, tmp_path: Path) -> None:
    pile = write_pile(tmp_path / "pile")
    (pile / "empty.txt").write_bytes(b"")
    ran = run("read", pile, "--case", tmp_path / "a.case", "--workers", 0)
    assert ran.code == 0
    lines = {line.rsplit(maxsplit=1)[0]: line.split()[-1] for line in ran.out.splitlines()}
    assert lines["documents"] == str(len(STORIES))
    assert {"passages", "actors", "events", "disputes", "unread sentences"} <= set(lines)
    assert lines["skipped"] == "1"
    assert "skipped empty.txt: " in ran.out


def test_the_table_comes_as_json_too(run: Run, tmp_path: Path) -> None:
    pile = write_pile(tmp_path / "pile", ("04-blog.txt",))
    ran = run("read", pile, "--case", tmp_path / "a.case", "--workers", 0, "--json")
    found = json.loads(ran.out)
    assert (found["documents"], found["read"], found["skips"]) == (1, 1, [])


def test_where_all_is_skipped_reading_fails(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run("read", tmp_path / "empty.txt", "--case", tmp_path / "a.case", "--workers", 0).code == 2


def test_a_path_that_leads_nowhere_is_bad_input(run: Run, tmp_path: Path) -> None:
    ran = run("read", tmp_path / "nowhere.txt", "--case", tmp_path / "a.case", "--workers", 0)
    assert ran.code == 2
    assert "nowhere.txt" in ran.out + ran.err
    assert not (tmp_path / "a.case").exists()


def test_nothing_to_read_is_bad_input(run: Run, tmp_path: Path) -> None:
    ran = run("read", "--case", tmp_path / "a.case")
    assert ran.code == 2
    assert not (tmp_path / "a.case").exists()


def test_hints_on_the_command_line_are_taken(run: Run, tmp_path: Path) -> None:
    pile = write_pile(tmp_path / "pile", ("04-blog.txt",))
    case = tmp_path / "a.case"
    given = (
        "--outlet",
        "Ostrel Blog",
        "--published",
        "2031-05-22",
        "--title",
        "He is gone",
        "--carrier",
        "Tarsk Radio",
    )
    assert run("read", pile, "--case", case, "--workers", 0, *given).code == 0
    edition = json.loads(run("show", "04-blog.txt", "--case", case, "--json").out)["edition"]
    assert (edition["outlet"], edition["published"]) == ("Ostrel Blog", "2031-05-22")
    assert (edition["title"], edition["carrier"]) == ("He is gone", "Tarsk Radio")


def test_standard_input_is_read(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO(STORIES["04-blog.txt"].encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", given)
    ran = run("read", "-", "--title", "He is gone", "--case", tmp_path / "a.case", "--workers", 0)
    assert ran.code == 0
    assert "He is gone" in run("search", "fled", "--case", tmp_path / "a.case", "--json").out


def test_stopping_from_the_keyboard_says_what_is_kept(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pile = write_pile(tmp_path / "pile", ("03-radio.txt", "04-blog.txt"))

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sayso.route.bring_up_to_date", stop)
    ran = run("read", pile, "--case", tmp_path / "a.case", "--workers", 0)
    assert ran.code == 130
    assert "2 documents are kept" in ran.err


def test_a_missing_pipeline_is_a_matter_of_setup(run: Run, tmp_path: Path) -> None:
    pile = write_pile(tmp_path / "pile", ("04-blog.txt",))
    ran = run("read", pile, "--case", tmp_path / "a.case", "--workers", 0, "--pipeline", "no_such_pipeline")
    assert ran.code == 5
    assert "no_such_pipeline" in ran.err


def test_listing_a_case_that_is_not_finished_says_so(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pile = write_pile(tmp_path / "pile", ("04-blog.txt",))
    monkeypatch.setattr("sayso.route.bring_up_to_date", lambda *_, **__: None)
    run("read", pile, "--case", tmp_path / "a.case", "--workers", 0)
    ran = run("events", "--case", tmp_path / "a.case")
    assert ran.code == 0
    assert "not worked out yet" in ran.err


def test_what_a_document_adds_to_a_large_case_is_told_and_said_to_be_unsettled(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.cli.reading.settings_for", lambda *_: Settings(workers=0, large=1, share=1))
    pile, case = write_pile(tmp_path / "pile", ("01-harbour.txt", "05-wire.txt")), tmp_path / "a.case"
    assert "worked out beside" not in run("read", pile, "--case", case, "--settle").out
    added = run("read", write_pile(tmp_path / "late", ("06-copy.txt",)), "--case", case)
    assert "1 document worked out beside the 2 nearest:" in added.out
    assert "changed event: Attack on the Ostrel Brigade" in added.out
    assert "told of before, now 1 origin" in added.out
    listed = run("events", "--case", case)
    assert "1 document came in since the whole was worked out" in listed.err
    assert json.loads(run("read", "--case", case, "--json").out)["settled"]
    assert run("events", "--case", case).err == ""


def test_a_corrected_text_under_the_same_name_is_told_as_another_version(run: Run, tmp_path: Path) -> None:
    story, case = tmp_path / "radio.txt", tmp_path / "a.case"
    story.write_text("Tarsk Radio\n4 June 2031\n\nGunmen killed 12 soldiers near Tarsk.\n")
    run("read", story, "--case", case, "--workers", 0)
    story.write_text("Tarsk Radio\n4 June 2031\n\nGunmen killed 14 soldiers near Tarsk.\n")
    [said] = [line for line in run("read", story, "--case", case, "--workers", 0).out.splitlines() if "again" in line]
    new, old = said.split("bytes: ")[1].split()[0], said.split("version of ")[1].split(",")[0]
    assert "14 soldiers" in run("show", new, "--case", case).out
    assert "another version came in as radio.txt" in run("show", new, "--case", case).out
    assert old in run("show", new, "--case", case).out
    assert "again" not in run("read", story, "--case", case, "--workers", 0).out


def test_the_same_bytes_under_other_names_are_counted_as_such(run: Run, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(STORIES["04-blog.txt"])
    ran = run("read", tmp_path, "--case", tmp_path / "a.case", "--workers", 0)
    assert "2 files held what the case holds already" in ran.out


def test_a_quotation_that_two_texts_share_is_told_where_one_of_them_is_shown(run: Run, tmp_path: Path) -> None:
    quoted = '"There was a white flash and then they were on the stairs, shouting his name," said Petra Lohm'
    for name, outlet, day, rest in (
        ("post", "Harbour Post", "4 June 2031", "Few saw the gunmen come in."),
        ("courier", "Velmora Courier", "6 June 2031", "A cleaner has told how she hid."),
    ):
        (tmp_path / f"{name}.txt").write_text(f"{outlet}\n{day}\n\n{rest} {quoted}.\n")
    case = tmp_path / "a.case"
    run("read", tmp_path / "post.txt", tmp_path / "courier.txt", "--case", case, "--workers", 0)
    shown = run("show", "courier.txt", "--no-claims", "--case", case).out
    assert "shares words with Untitled, Harbour Post" in shown
    assert "a shared quotation, which shows no copying" in shown
