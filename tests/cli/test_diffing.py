"""What a batch or a judgement changed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from sayso.store import Case
from tests.cli.conftest import Run
from tests.cli.test_judging import ADA, claim_saying, judge, listed
from tests.route.pile import STORIES, write_pile


def changes(run: Run, *words: object) -> set[tuple[str, str, str]]:
    found: Any = listed(run, "diff", *words)["changes"]
    return {(each["how"], each["what"], each["words"]) for each in found}


def test_a_new_batch_says_what_it_brought(run: Run, tmp_path: Path) -> None:
    case, names = tmp_path / "korvania.case", tuple(STORIES)
    first, second = write_pile(tmp_path / "first", names[:4]), write_pile(tmp_path / "second", names[4:])
    assert run("read", first, "--case", case, "--workers", 0).code == 0
    earlier = Path(shutil.copy(case, tmp_path / "earlier.case"))
    assert {("new", "document", name) for name in names[:4]} <= changes(run, "--case", case)
    assert run("read", second, "--case", case, "--workers", 0).code == 0
    found = changes(run, "--case", case)
    assert {words for how, what, words in found if (how, what) == ("new", "document")} == set(names[4:])
    assert any((how, what) == ("new", "event") for how, what, _ in found)
    assert ("new", "actor", "Free Korvan Army") in found
    assert not [each for each in found if each[0] == "gone"]
    assert changes(run, earlier, "--case", case) == found
    text = run("diff", "--case", case).out
    assert "new document (2)" in text


def test_a_judgement_says_what_it_changed(run: Run, war: Path, tmp_path: Path) -> None:
    case = Path(shutil.copy(war, tmp_path / "ada.case"))
    judge(run, case, "same", "Marwan al-Tariqi", "Karim Odeh", *ADA)
    joined = next(each for each in changes(run, "--case", case) if each[1] == "actor")
    assert joined[0] == "joined"
    assert json.loads(run("diff", "--case", case, "--json").out)["judgements"] == 1
    judge(run, case, "reject", claim_saying(run, case, "stormed"), *ADA)
    assert any(how == "gone" and what == "event" for how, what, _ in changes(run, "--case", case))
    before = run("diff", "--case", case).out
    assert run("read", "--case", case, "--workers", 0).code == 0
    assert run("diff", "--case", case).out == before, "a run that changes nothing forgets nothing"


def test_nothing_changed_between_a_case_and_its_copy(run: Run, war: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(war, tmp_path / "copy.case"))
    assert changes(run, copy, "--case", war) == set()
    assert run("diff", tmp_path / "nobody.case", "--case", war).code == 4


def test_a_new_name_is_told_once_and_not_of_all_that_bears_it(run: Run, war: Path, tmp_path: Path) -> None:
    case = Path(shutil.copy(war, tmp_path / "ada.case"))
    judge(run, case, "rename", "Karim Odeh", "--as", "Gen. Odeh", *ADA)
    assert changes(run, "--case", case) == {("changed", "actor", "Gen. Odeh")}


def test_after_a_withdrawal_nothing_is_called_new(run: Run, war: Path, tmp_path: Path) -> None:
    case = Path(shutil.copy(war, tmp_path / "ada.case"))
    judge(run, case, "withdraw", "01-harbour.txt", *ADA)
    assert changes(run, "--case", case) == set()
    assert "nothing is left to compare with" in run("diff", "--case", case).out
    assert ("gone", "document", "01-harbour.txt") in changes(run, war, "--case", case)


def test_what_is_new_is_told_with_its_standing(run: Run, war: Path) -> None:
    found = changes(run, "--case", war)
    headed = {each["heading"] for each in json.loads(run("events", "--case", war, "--limit", "1000", "--json").out)}
    assert {words for how, what, words in found if (how, what) == ("new", "event")} <= headed


def test_origins_are_counted_as_the_events_page_counts_them(run: Run, tmp_path: Path) -> None:
    case, folder = tmp_path / "storming.case", tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "Harbour Post\n20 May 2031\n\nGunmen stormed the parliament in Tarsk on Sunday. "
        "Witnesses said the gunmen had stormed the parliament from the port.\n",
        "utf-8",
    )
    assert run("read", folder, "--case", case, "--workers", 0).code == 0
    listed_origins = {each["id"]: each["origins"] for each in listed(run, "events", "--case", case)}
    with Case.open(case) as held:
        now = held.snapshot()
        accounts = held.findings().accounts
    assert now is not None
    remembered = {each.id: each.origins for each in now.matters if each.kind == "event"}
    assert remembered == listed_origins
    assert any(each.counts_as for each in accounts), "the witnesses count with who brings them"
