"""People decide things on the command line, and what follows from it shows."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from sayso.present import check_export
from sayso.store import Case, fingerprint
from tests.cli.conftest import Run
from tests.route.pile import STORIES, write_pile

ADA = ("--by", "Ada", "--why", "I was there")
BEN = ("--by", "Ben", "--why", "I doubt it")


@pytest.fixture
def case(war: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the case about Korvania, to decide things in."""
    monkeypatch.delenv("SAYSO_BY", raising=False)
    return Path(shutil.copy(war, tmp_path / "ada.case"))


def listed(run: Run, *words: object) -> Any:
    ran = run(*words, "--json")
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def claim_saying(run: Run, case: Path, words: str) -> str:
    rows = [line for row in listed(run, "events", "--case", case) if (line := row["line"]) and words in line["quote"]]
    return str(rows[0]["claim"])


def event_saying(run: Run, case: Path, words: str) -> str:
    rows = [row for row in listed(run, "events", "--case", case) if words in row["line"]["quote"]]
    return str(rows[0]["id"])


def judge(run: Run, case: Path, *words: object) -> Any:
    return listed(run, "judge", *words, "--case", case)


def states(run: Run, case: Path) -> list[str]:
    return [row["state"] for row in listed(run, "judgements", "--case", case)]


def test_a_rejected_claim_leaves_the_events_and_stays_on_its_document(run: Run, case: Path) -> None:
    own = claim_saying(run, case, "stormed")
    made = judge(run, case, "reject", own, *ADA)
    assert (made["verb"], made["state"], made["by"]) == ("reject", "holds", "Ada")
    assert all("stormed" not in row["line"]["quote"] for row in listed(run, "events", "--case", case))
    shown = run("show", "01-harbour.txt", "--case", case).out
    assert "stormed the National Assembly" in shown
    assert "rejected by Ada: I was there" in shown
    assert "rejected by Ada" in run("explain", own, "--case", case).out


def test_a_rejected_deed_is_not_in_the_dossier_of_who_did_it(run: Run, case: Path) -> None:
    def told() -> str:
        return run("actor", "Harbour Guard", "--case", case).out

    assert "stormed the National Assembly" in told()
    judge(run, case, "reject", claim_saying(run, case, "stormed"), *ADA)
    assert "stormed the National Assembly" not in told()


def test_an_undone_judgement_leaves_the_case_as_it_was(run: Run, case: Path) -> None:
    before = run("export", "--case", case).out
    made = judge(run, case, "reject", claim_saying(run, case, "stormed"), *ADA)
    assert run("export", "--case", case).out != before
    assert run("undo", made["id"], *ADA, "--case", case).code == 0
    assert run("export", "--case", case).out == before
    assert states(run, case) == ["undone", "holds"]
    assert run("undo", made["id"], *ADA, "--case", case).code == 2


def test_a_confirmed_claim_says_so(run: Run, case: Path) -> None:
    own = claim_saying(run, case, "stormed")
    judge(run, case, "confirm", own, *ADA)
    assert "confirmed by Ada: I was there" in run("events", "--case", case).out


def test_actors_are_joined_and_renamed(run: Run, case: Path) -> None:
    judge(run, case, "same", "Marwan al-Tariqi", "Karim Odeh", *ADA)
    judge(run, case, "rename", "Karim Odeh", "--as", "The General", *ADA)
    actors = {row["name"]: row for row in listed(run, "actors", "--case", case)}
    assert {"Karim Odeh", "Marwan al-Tariqi"} <= set(actors["The General"]["spellings"])
    assert "Ada judged them the same: I was there" in run("explain", actors["The General"]["id"], "--case", case).out


def test_actors_are_told_apart(run: Run, case: Path) -> None:
    judge(run, case, "not-same", "02-courier.txt:General Karim Odeh", "03-radio.txt:General Kareem Awdeh", *ADA)
    names = sorted(row["name"] for row in listed(run, "actors", "--case", case) if "deh" in row["name"])
    assert names == ["Kareem Awdeh", "Karim Odeh"]


def test_events_are_joined_and_told_apart(run: Run, case: Path) -> None:
    one, two = event_saying(run, case, "stormed"), event_saying(run, case, "abducted")
    judge(run, case, "same-event", one, two, *ADA)
    assert event_saying(run, case, "stormed") == event_saying(run, case, "stormed")
    detail = listed(run, "event", one, "--case", case)
    assert {line["document_name"] for line in detail["lines"]} >= {"01-harbour.txt", "03-radio.txt"}
    assert "Ada judged them one event: I was there" in detail["reasons"]


def test_what_two_people_judge_differently_constrains_nothing_until_one_is_trusted(run: Run, case: Path) -> None:
    own = claim_saying(run, case, "stormed")
    judge(run, case, "reject", own, *ADA)
    judge(run, case, "confirm", own, *BEN)
    assert states(run, case) == ["contrary", "contrary"]
    told = run("events", "--case", case).out
    assert "stormed" in told
    assert "Ben judged otherwise" in told
    rows = listed(run, "judgements", "--trust", "Ada", "--by", "Cleo", "--why", "she saw it", "--case", case)
    assert [row["state"] for row in rows] == ["holds", "overruled", "holds"]
    assert "stormed" not in run("events", "--case", case).out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("fly", "c-1", *ADA), 2, "no verb"),
        (("reject", "c-000000000000", *ADA), 3, "c-000000000000"),
        (("reject", "a-000000000000", *ADA), 2, "cannot be judged reject"),
        (("same", "Karim Odeh", *ADA), 2, "two or more"),
        (("same", "Karim Odeh", "Kareem Awdeh", *ADA), 2, "already"),
        (("rename", "Karim Odeh", *ADA), 2, "--as"),
        (("reject", "c-1", "--as", "x", *ADA), 2, "takes no --as"),
        (("dated", "01-harbour.txt", "--as", "soon", *ADA), 2, "no date"),
        (("dated", "nowhere.txt", "--as", "2031", *ADA), 3, "nowhere.txt"),
        (("passage-is", "01-harbour.txt:stormed", "--as", "poem", *ADA), 2, "A passage is one of"),
        (("add", "01-harbour.txt:the", "--as", "ASSAULT", *ADA), 2, "times"),
        (("add", "01-harbour.txt:stormed", "--as", "FLYING", *ADA), 2, "begins with its type"),
        (("add", "01-harbour.txt:stormed", "--as", "ASSAULT; actor: Nobody", *ADA), 2, "does not say 'Nobody'"),
        (("reject", "c-1", "--by", " ", "--why", "x"), 3, "c-1"),
    ],
)
def test_what_cannot_be_judged_is_one_sentence(
    run: Run, case: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    ran = run("judge", *words, "--case", case)
    assert ran.code == code, ran.err
    assert said in ran.err
    assert len(ran.err.strip().splitlines()) <= 4
    with Case.open(case) as held:
        assert held.judgements() == ()


def test_a_judgement_can_be_kept_for_later(run: Run, case: Path) -> None:
    own = claim_saying(run, case, "stormed")
    ran = run("judge", "reject", own, *ADA, "--later", "--case", case)
    assert (ran.code, "sayso read" in ran.err) == (0, True)
    assert states(run, case) == ["waiting"]
    assert run("read", "--case", case, "--workers", 0).code == 0
    assert states(run, case) == ["holds"]


def test_an_export_carries_judgements(run: Run, case: Path) -> None:
    made = judge(run, case, "reject", claim_saying(run, case, "stormed"), *ADA)
    records = [json.loads(line) for line in run("export", "--with-judgements", "--case", case).out.splitlines()]
    assert check_export(run("export", "--with-judgements", "--case", case).out.splitlines()) == []
    (judgement,) = [each for each in records if each["record"] == "judgement"]
    assert (judgement["id"], judgement["state"]) == (made["id"], "holds")
    assert judgement["anchors"][0]["quote"].startswith("The Harbour Guard stormed")


def test_a_withdrawn_document_is_purged_and_not_read_again(run: Run, case: Path, tmp_path: Path) -> None:
    sha256 = fingerprint(STORIES["01-harbour.txt"].encode())
    made = judge(run, case, "withdraw", "01-harbour.txt", "--by", "Ada", "--why", "A witness is in danger.")
    assert made["value"] == sha256
    assert "stormed" not in run("export", "--with-judgements", "--with-receipts", "--case", case).out
    assert sha256 in run("export", "--with-judgements", "--case", case).out
    assert run("verify", "--case", case).code == 0
    again = run("read", write_pile(tmp_path / "articles"), "--case", case, "--workers", 0)
    assert "skipped 01-harbour.txt: It was withdrawn by Ada on" in again.out
    assert f"A witness is in danger. To take it in again: sayso undo {made['id']}" in again.out
    assert run("show", "01-harbour.txt", "--case", case).code == 3
    assert "stormed" not in run("timeline", "--case", case).out


def test_a_withdrawal_names_the_documents_that_repeat_it(run: Run, case: Path) -> None:
    ran = run("judge", "withdraw", "05-wire.txt", *ADA, "--case", case)
    assert (ran.code, "06-copy.txt" in ran.err) == (0, True)
    assert "06-copy.txt" not in run("judge", "withdraw", "01-harbour.txt", *ADA, "--case", case).err


def test_who_is_one_throughout_a_document_cannot_be_told_apart_in_it(run: Run, case: Path) -> None:
    names = ("02-courier.txt:General Karim Odeh", "02-courier.txt:He")
    ran = run("judge", "not-same", *names, *ADA, "--case", case)
    assert (ran.code, "one throughout" in ran.err) == (2, True)


def test_a_withdrawal_can_be_undone_and_the_document_read_again(run: Run, case: Path, tmp_path: Path) -> None:
    before = run("export", "--case", case).out
    made = judge(run, case, "withdraw", "01-harbour.txt", *ADA)
    undone = listed(run, "undo", made["id"], *ADA, "--case", case)
    assert run("read", write_pile(tmp_path / "articles"), "--case", case, "--workers", 0).code == 0
    assert run("export", "--case", case).out == before
    assert run("undo", undone["id"], *ADA, "--case", case).code == 2


def test_judgements_on_a_withdrawn_document_are_gone(run: Run, case: Path) -> None:
    judge(run, case, "reject", claim_saying(run, case, "stormed"), *ADA)
    judge(run, case, "withdraw", "01-harbour.txt", *ADA)
    assert states(run, case) == ["gone", "holds"]
    assert "words of d-" in run("judgements", "--case", case).out
    assert "stormed" not in run("judgements", "--case", case).out


def test_the_id_of_an_event_that_was_rejected_still_answers(run: Run, case: Path) -> None:
    event = event_saying(run, case, "stormed")
    judge(run, case, "reject", event, *ADA)
    ran = run("event", event, "--case", case)
    assert (ran.code, "rejected by Ada: I was there" in ran.err) == (3, True)
    assert "rejected by Ada: I was there" in run("explain", event, "--case", case).out


def test_two_ids_that_were_joined_can_be_told_apart_again_by_someone_else(run: Run, case: Path) -> None:
    named = {name: row["id"] for row in listed(run, "actors", "--case", case) for name in row["spellings"]}
    one, two = named["Karim Odeh"], named["Marwan al-Tariqi"]
    judge(run, case, "same", one, two, *ADA)
    assert len([row for row in listed(run, "actors", "--case", case) if row["id"] in (one, two)]) == 1
    assert len({listed(run, "actor", own, "--case", case)["id"] for own in (one, two)}) == 1
    judge(run, case, "not-same", one, two, *BEN)
    assert states(run, case) == ["contrary", "contrary"]
    assert len([row for row in listed(run, "actors", "--case", case) if row["id"] in (one, two)]) == 2


def test_two_names_that_were_joined_can_be_told_apart_by_their_spellings(run: Run, case: Path) -> None:
    judge(run, case, "same", "Karim Odeh", "Marwan al-Tariqi", *ADA)
    made = judge(run, case, "not-same", "Karim Odeh", "Marwan al-Tariqi", *BEN)
    assert made["state"] == "contrary"


def test_an_id_that_is_read_no_more_says_what_it_was(run: Run, case: Path) -> None:
    own = claim_saying(run, case, "stormed")
    judge(run, case, "confirm", own, *ADA)
    judge(run, case, "passage-is", "01-harbour.txt:stormed", "--as", "comment", *ADA)
    for command in ("event", "explain", "cite"):
        ran = run(command, own, "--case", case)
        assert ran.code == 3
        assert "stormed" in ran.err
        assert "read there no more" in ran.err


def test_a_withdrawn_document_says_by_whom_and_why(run: Run, case: Path) -> None:
    own = listed(run, "show", "01-harbour.txt", "--case", case)["document"]["id"]
    made = judge(run, case, "withdraw", "01-harbour.txt", *ADA)
    assert "withdrawn by Ada" in run("show", own, "--case", case).err
    assert "SHA-256" in made["targets"][0]


def test_the_id_of_an_actor_is_pointed_to_its_own_command(run: Run, case: Path) -> None:
    assert "sayso actor" in run("event", "Karim Odeh", "--case", case).err


def test_the_id_of_a_dispute_answers_with_what_it_is_over(run: Run, sample_case: Path) -> None:
    own = listed(run, "disputes", "--case", sample_case)[0]["id"]
    assert listed(run, "event", own, "--case", sample_case)["row"]["id"]


def test_words_that_went_with_a_document_are_cited_from_no_other(run: Run, case: Path) -> None:
    event = next(row["id"] for row in listed(run, "events", "--case", case) if row["documents"] > 1)
    told = {line["claim"]: line["document_name"] for line in listed(run, "event", event, "--case", case)["lines"]}
    name = told[min(told)]
    judge(run, case, "withdraw", name, *ADA)
    cited = run("cite", min(told), "--case", case)
    assert (cited.code, "be cited" in cited.err) == (3, True)
    explained = run("explain", min(told), "--case", case)
    assert (explained.code, "withdrawn by Ada on" in explained.err) == (0, True)
    assert "withdrawn by Ada on" in run("event", min(told), "--case", case).err


def test_a_name_that_could_be_two_is_not_the_one_that_it_is_said_to_be_the_same_as(
    run: Run, sample_case: Path, tmp_path: Path
) -> None:
    case = Path(shutil.copy(sample_case, tmp_path / "sample.case"))
    judge(run, case, "same", "Assembly", "National Assembly", *ADA)
    named = [row["name"] for row in listed(run, "actors", "--case", case)]
    assert ("National Assembly" in named, "Assembly" in named) == (True, False)


def test_an_event_whose_first_claim_was_rejected_answers_with_what_stood_with_it(run: Run, case: Path) -> None:
    event = next(row["id"] for row in listed(run, "events", "--case", case) if row["documents"] > 1)
    told = {line["claim"] for line in listed(run, "event", event, "--case", case)["lines"]}
    first = f"c-{event.partition('-')[2]}"
    assert first in told
    judge(run, case, "reject", first, *ADA)
    for command in ("event", "explain"):
        ran = run(command, event, "--case", case, "--json")
        assert ran.code == 0, ran.err
        assert f"Its claim {first} is rejected by Ada: I was there" in " ".join(ran.err.split())
    left = listed(run, "event", event, "--case", case)
    assert {line["claim"] for line in left["lines"]} == told - {first}
    assert left["row"]["id"] != event
    assert listed(run, "explain", event, "--case", case)["id"] == left["row"]["id"]
    assert "rejected by Ada" in run("explain", first, "--case", case).out


def test_what_was_read_from_a_withdrawn_document_says_who_withdrew_it(run: Run, case: Path) -> None:
    shown = listed(run, "show", "01-harbour.txt", "--case", case)
    alone = [row["id"] for row in listed(run, "events", "--case", case) if row["documents"] == 1]
    event = next(each for each in alone if f"c{each[1:]}" in {line["claim"] for line in shown["claims"]})
    judge(run, case, "withdraw", "01-harbour.txt", *ADA)
    for command in ("explain", "event", "cite"):
        for own in (event, f"c{event[1:]}"):
            ran = run(command, own, "--case", case)
            said = " ".join(ran.err.split())
            assert (ran.code, f"{shown['document']['id']}, which was withdrawn by Ada on" in said) == (3, True), ran
            assert "I was there" in said
