"""From paths to a case: nothing is read twice, nothing is lost, and nothing depends on the order."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.records.receipt import Hints
from sayso.route import Step, Tally, Wanted, count_found, read_pile, work_out
from sayso.settings import Settings
from sayso.store import Case
from tests.route.pile import STORIES, exported, write_pile

HERE = Settings(workers=0)


def take(path: Path, *names: Path, hints: Hints | None = None, settings: Settings = HERE, again: bool = False) -> Tally:
    with Case.create(path) as case:
        tally = read_pile(case, Wanted(tuple(map(str, names)), hints or Hints(), again=again), settings)
        work_out(case, settings)
    return tally


def test_every_story_is_read_once(pile: Path, tmp_path: Path) -> None:
    case = tmp_path / "a.case"
    assert take(case, pile).read == len(STORIES)
    second = take(case, pile)
    assert (second.read, second.known, second.skipped) == (0, len(STORIES), [])


def test_the_export_does_not_depend_on_order_or_on_how_many_read(pile: Path, whole: str, tmp_path: Path) -> None:
    backwards = sorted(pile.iterdir(), reverse=True)
    take(tmp_path / "a.case", *backwards, settings=Settings(workers=2))
    assert exported(tmp_path / "a.case") == whole


def test_adding_stories_later_gives_the_same_as_reading_all_at_once(pile: Path, whole: str, tmp_path: Path) -> None:
    case = tmp_path / "a.case"
    for story in sorted(pile.iterdir(), reverse=True):
        take(case, story)
    assert exported(case) == whole


_KILLED = """
import os, signal, sys
from sayso.route import Wanted, read_pile
from sayso.settings import Settings
from sayso.store import Case
done = 0
def die_after_three(step):
    global done
    done += step.what == "read"
    if done == 3:
        os.kill(os.getpid(), signal.SIGKILL)
with Case.create(sys.argv[1]) as case:
    read_pile(case, Wanted((sys.argv[2],)), Settings(workers=1), die_after_three)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs signals")
def test_a_run_that_was_killed_is_taken_up_where_it_was(pile: Path, whole: str, tmp_path: Path) -> None:
    case = tmp_path / "a.case"
    died = subprocess.run([sys.executable, "-c", _KILLED, str(case), str(pile)], check=False, timeout=120)
    assert died.returncode == -9
    with Case.open(case) as held:
        assert held.counts()["documents"] == 3
        assert held.is_stale()
    tally = take(case, pile)
    assert (tally.read, tally.known, tally.again) == (len(STORIES) - 3, 3, 0)
    assert exported(case) == whole


def test_the_same_bytes_twice_are_one_document_under_the_better_receipt(tmp_path: Path) -> None:
    folder = write_pile(tmp_path / "pile", ("04-blog.txt",))
    shutil.copy(folder / "04-blog.txt", folder / "00-first.txt")
    tally = take(tmp_path / "a.case", folder)
    assert (tally.read, tally.known) == (1, 1)
    take(tmp_path / "b.case", folder / "04-blog.txt")
    take(tmp_path / "b.case", folder / "00-first.txt")
    assert exported(tmp_path / "a.case") == exported(tmp_path / "b.case")
    assert json.loads(exported(tmp_path / "a.case").splitlines()[0])["name"] == "00-first.txt"


def test_hints_that_come_later_are_read_in(tmp_path: Path) -> None:
    folder = write_pile(tmp_path / "pile", ("04-blog.txt",))
    take(tmp_path / "a.case", folder)
    tally = take(tmp_path / "a.case", folder, hints=Hints(outlet="Ostrel Blog"))
    assert (tally.read, tally.again) == (0, 1)
    assert json.loads(exported(tmp_path / "a.case").splitlines()[0])["outlet"] == "Ostrel Blog"


def test_what_the_case_holds_is_read_again_on_request_from_the_bytes_it_keeps(tmp_path: Path) -> None:
    folder = write_pile(tmp_path / "pile", ("03-radio.txt", "04-blog.txt"))
    take(tmp_path / "a.case", folder)
    before = exported(tmp_path / "a.case")
    shutil.rmtree(folder)
    assert take(tmp_path / "a.case", again=True).again == 2
    assert exported(tmp_path / "a.case") == before


def test_a_file_that_cannot_be_read_stops_nothing(tmp_path: Path) -> None:
    folder = write_pile(tmp_path / "pile", ("03-radio.txt",))
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing of the kind")
    (folder / "empty.txt").write_bytes(b"")
    steps: list[Step] = []
    with Case.create(tmp_path / "a.case") as case:
        tally = read_pile(case, Wanted((str(folder),)), HERE, steps.append)
        assert {each.name for each in case.skipped()} == {each.name for each in tally.skipped}
    assert tally.read == 1
    assert any("broken.pdf" in each.name and each.why for each in tally.skipped)
    assert {step.what for step in steps} == {"read", "skipped"}


def test_documents_are_counted_before_they_are_read(pile: Path) -> None:
    assert count_found(Wanted((str(pile),)), HERE) == len(STORIES)
    assert count_found(Wanted(("-",)), HERE) is None
