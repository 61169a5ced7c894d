"""Every command on a case about Korvania: what it lists, how it is narrowed, and how it fails."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
import sqlite3
from pathlib import Path

import pytest

from sayso.cli import app
from sayso.cli.examples import EXAMPLES
from tests.cli.conftest import Run
from tests.route.pile import exported, write_pile

LISTINGS = ("timeline", "actors", "events", "disputes", "sources")


def claim_id(run: Run, war: Path) -> str:
    rows = json.loads(run("timeline", "--case", war, "--json").out)
    return str(next(row["line"]["claim"] for row in rows if row["line"]))


@pytest.mark.parametrize("command", LISTINGS)
def test_every_listing_speaks_text_and_json(run: Run, war: Path, command: str) -> None:
    text = run(command, "--case", war)
    assert (text.code, text.err) == (0, "")
    assert text.out
    plain = run(command, "--case", war, "--json")
    assert isinstance(json.loads(plain.out), list)


def test_every_event_comes_with_its_voices_its_date_and_its_standing(run: Run, war: Path) -> None:
    rows = [row for row in json.loads(run("timeline", "--case", war, "--json").out) if row["line"]]
    assert rows
    text = run("timeline", "--case", war).out
    for row in rows:
        line = row["line"]
        assert f"{' › '.join(line['voices'])}, {line['said']}; {line['standing']}  [{line['claim']}]" in text


def test_a_timeline_is_narrowed_to_days(run: Run, war: Path) -> None:
    everything = json.loads(run("timeline", "--case", war, "--json").out)
    dated = [row for row in everything if row["edtf"] and row["edtf"].startswith("2031")]
    assert dated
    before = json.loads(run("timeline", "--case", war, "--to", "2030", "--json").out)
    within = json.loads(run("timeline", "--case", war, "--from", "2031-05", "--to", "2031-05", "--json").out)
    assert {row["id"] for row in dated} & {row["id"] for row in within}
    assert not {row["id"] for row in dated} & {row["id"] for row in before}


def test_a_day_that_is_none_is_bad_input(run: Run, war: Path) -> None:
    ran = run("timeline", "--case", war, "--from", "soon")
    assert ran.code == 2
    assert "--from" in ran.err


@pytest.mark.parametrize("name", ["Karim Odeh", "kareem awdeh", "Kerim Oudah"])
def test_an_actor_is_found_under_any_spelling(run: Run, war: Path, name: str) -> None:
    ran = run("actor", name, "--case", war)
    assert ran.code == 0, ran.err
    assert "Odeh" in ran.out
    assert run("timeline", "--case", war, "--actor", name).code == 0


def test_an_actor_is_found_by_id(run: Run, war: Path) -> None:
    own = json.loads(run("actors", "--case", war, "--json").out)[0]["id"]
    assert json.loads(run("actor", own, "--case", war, "--json").out)["id"] == own


def test_a_name_nobody_bears_is_unknown(run: Run, war: Path) -> None:
    ran = run("actor", "Zebedee Quux", "--case", war)
    assert ran.code == 3
    assert "Zebedee Quux" in ran.err


def test_an_event_shows_who_says_what(run: Run, war: Path) -> None:
    own = json.loads(run("events", "--case", war, "--json").out)[0]["id"]
    text = run("event", own, "--case", war)
    assert text.code == 0
    assert f"[{own}]" in text.out
    assert "told by" in text.out
    assert json.loads(run("event", own, "--case", war, "--json").out)["row"]["id"] == own


def test_the_id_of_a_claim_answers_for_its_event(run: Run, war: Path) -> None:
    assert run("event", claim_id(run, war), "--case", war).code == 0


def test_an_unknown_event_is_unknown(run: Run, war: Path) -> None:
    assert run("event", "e-000000000000", "--case", war).code == 3
    assert run("explain", "c-000000000000", "--case", war).code == 3


def test_explaining_a_claim_gives_the_evidence_for_each_part(run: Run, war: Path) -> None:
    own = claim_id(run, war)
    text = run("explain", own, "--case", war)
    assert text.code == 0
    assert "voice 1: " in text.out
    assert "sha256 " in text.out
    parts = json.loads(run("explain", own, "--case", war, "--json").out)["parts"]
    assert {"words", "said", "outlet"} <= {part["name"] for part in parts}


def test_search_finds_phrases_and_beginnings(run: Run, war: Path) -> None:
    found = json.loads(run("search", "National Assembly", "storm*", "--case", war, "--json").out)
    assert len(found) == 1
    assert "[stormed]" in found[0]["excerpt"]
    assert run("search", "*", "--case", war).code == 2


def test_a_document_is_shown_with_its_claims(run: Run, war: Path) -> None:
    ran = run("show", "01-harbour", "--case", war)
    assert ran.code == 0
    assert "The Harbour Guard stormed the National Assembly" in ran.out
    assert "SHA-256" in ran.out
    assert re.search(r"\[c-[0-9a-f]{12}\]", ran.out)
    assert "[c-" not in run("show", "01-harbour", "--no-claims", "--case", war).out


def test_a_document_that_could_be_several_is_not_guessed(run: Run, war: Path) -> None:
    ran = run("show", ".txt", "--case", war)
    assert ran.code == 3
    assert "Give the id" in ran.err


def test_the_export_is_the_case(run: Run, war: Path, tmp_path: Path) -> None:
    ran = run("export", "--case", war, "--to", "jsonl", "-o", tmp_path / "war.jsonl")
    assert ran.code == 0
    assert (tmp_path / "war.jsonl").read_text(encoding="utf-8") == exported(war)
    assert not list(tmp_path.glob("*.part"))


def test_receipts_are_exported_on_request(run: Run, war: Path, tmp_path: Path) -> None:
    run("export", "--case", war, "-o", tmp_path / "war.jsonl", "--with-receipts", "--with-judgements")
    kinds = [json.loads(line)["record"] for line in (tmp_path / "war.jsonl").read_text(encoding="utf-8").splitlines()]
    assert kinds.count("receipt") == kinds.count("document")


def test_an_export_to_no_folder_is_bad_input(run: Run, war: Path, tmp_path: Path) -> None:
    assert run("export", "--case", war, "-o", tmp_path / "no" / "war.jsonl").code == 2


def test_a_report_is_written(run: Run, war: Path, tmp_path: Path) -> None:
    ran = run("report", "--case", war, "-o", tmp_path / "report")
    assert ran.code == 0, ran.err
    assert (tmp_path / "report" / "index.html").exists()
    assert "index.html" in ran.out


def test_what_cannot_be_written_is_one_sentence(run: Run, war: Path, tmp_path: Path) -> None:
    (tmp_path / "report" / "index.html").mkdir(parents=True)
    ran = run("report", "--case", war, "-o", tmp_path / "report")
    assert ran.code == 1
    assert "index.html" in ran.err


def test_a_sound_case_is_verified(run: Run, war: Path) -> None:
    ran = run("verify", "--case", war)
    assert ran.code == 0
    assert "all as they came in" in ran.out


def test_a_damaged_case_is_case_trouble(run: Run, war: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.case"
    broken.write_bytes(war.read_bytes())
    with sqlite3.connect(broken) as db:
        db.execute("UPDATE bytes SET data = x'00'")
    ran = run("verify", "--case", broken)
    assert ran.code == 4
    assert "backup" in ran.out


@pytest.mark.parametrize("command", [*LISTINGS, "verify"])
def test_a_case_that_is_not_there_is_case_trouble(run: Run, tmp_path: Path, command: str) -> None:
    ran = run(command, "--case", tmp_path / "none.case")
    assert ran.code == 4
    assert "There is no case" in ran.err


def test_the_case_can_be_named_in_the_environment(run: Run, war: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_CASE", str(war))
    assert run("verify").code == 0


def test_two_names_are_compared_with_reasons(run: Run) -> None:
    ran = run("names", "Karim Odeh", "Kareem Awdeh", "--json")
    found = json.loads(ran.out)
    assert found["same"] is True
    assert found["score"] >= found["threshold"]
    assert found["reasons"]
    assert "two names" in run("names", "Karim Odeh", "Marwan al-Tariqi").out


def test_pairs_of_names_come_back_as_a_table(run: Run, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("name1,name2,same\nKarim Odeh,Kareem Awdeh,true\nOstrel,Velmora,false\n", encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(run("names", "--pairs", pairs).out)))
    assert [row["sayso"] for row in rows] == ["same", "different"]
    assert [row["same"] for row in rows] == ["true", "false"]
    assert float(rows[0]["score"]) > float(rows[1]["score"])


def test_a_table_without_the_names_is_bad_input(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text("left,right\na,b\n", encoding="utf-8")
    assert run("names", "--pairs", tmp_path / "pairs.csv").code == 2
    assert run("names", "--pairs", tmp_path / "none.csv").code == 2
    assert run("names", "Karim").code == 2


def test_nothing_in_a_document_can_move_the_cursor(run: Run, tmp_path: Path) -> None:
    pile = write_pile(tmp_path / "pile", ("04-blog.txt",))
    (pile / "evil.txt").write_text(
        f"The guard \x1b[2J left \u202eOstrel\u202c on Sunday. {'Nothing else was seen in Velmora. ' * 20}",
        encoding="utf-8",
    )
    run("read", pile, "--case", tmp_path / "a.case", "--workers", 0)
    for ran in (
        run("show", "evil", "--case", tmp_path / "a.case"),
        run("search", "guard", "--case", tmp_path / "a.case"),
    ):
        assert "guard" in ran.out
        assert not set(ran.out) & set("\x1b\x07\u202e\u202c")


def test_every_command_has_help_with_examples(run: Run) -> None:
    assert {command.callback.__name__ for command in app.registered_commands if command.callback} == set(EXAMPLES)
    for command, examples in EXAMPLES.items():
        ran = run(command, "--help")
        assert ran.code == 0
        assert all(f"  {example}" in ran.out for example in examples)


def test_a_wrong_option_is_bad_input(run: Run) -> None:
    assert run("timeline", "--colour").code == 2
    assert run("fly").code == 2


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out.startswith("sayso ")


@pytest.mark.parametrize("line", [each for lines in EXAMPLES.values() for each in lines])
def test_examples_work_as_they_stand(
    run: Run, war: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    for name in ("war.case", "ada.case", "ben.case"):
        (tmp_path / name).write_bytes(war.read_bytes())
    (tmp_path / "pairs.csv").write_text("name1,name2\nKarim Odeh,Kareem Awdeh\n", encoding="utf-8")
    write_pile(tmp_path / "articles", ("04-blog.txt",))
    (tmp_path / "clips").mkdir()
    (tmp_path / "clips" / "guard.html").write_text("<p>The Harbour Guard left Ostrel.</p>", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"The Harbour Guard entered Port Sarn.")))
    event = json.loads(run("events", "--case", war, "--json").out)[0]["id"]
    stand_ins = {"e-1a2b3c4d5e6f": event, "c-1a2b3c4d5e6f": claim_id(run, war), "story.txt": "01-harbour.txt"}
    if "j-1a2b3c4d5e6f" in line:
        confirmed = ("confirm", claim_id(run, war), "--by", "Ada", "--why", "seen", "--case", "war.case")
        stand_ins["j-1a2b3c4d5e6f"] = json.loads(run("judge", *confirmed, "--later", "--json").out)["id"]
    bare = line.partition(" | ")[2] or line.partition(" > ")[0]
    words = [stand_ins.get(word, word) for word in shlex.split(bare)]
    # Reading in this process spares each example the start of new ones.
    ran = run(*words[1:], *(("--workers", 0) if words[1] in {"read", "demo", "merge"} else ()))
    assert ran.code == 0, ran.err


def test_a_claim_is_cited_with_its_hash(run: Run, war: Path) -> None:
    note = run("cite", claim_id(run, war), "--case", war).out
    assert "SHA-256 of the bytes as received" in note
    assert claim_id(run, war) in note


def test_a_bibliography_is_json_that_other_programs_read(run: Run, war: Path) -> None:
    items = json.loads(run("cite", claim_id(run, war), "--case", war, "--style", "csl-json").out)
    assert items[0]["type"] in {"article-newspaper", "document"}


def test_citing_what_is_not_there_is_unknown(run: Run, war: Path) -> None:
    assert run("cite", "c-000000000000", "--case", war).code == 3


def test_a_pack_of_evidence_is_written_once(run: Run, war: Path, tmp_path: Path) -> None:
    event = json.loads(run("events", "--case", war, "--json").out)[0]["id"]
    assert run("pack", event, "--case", war, "-o", tmp_path / "evidence").code == 0
    assert (tmp_path / "evidence" / "SHA256SUMS").is_file()
    assert run("pack", event, "--case", war, "-o", tmp_path / "evidence").code == 2
