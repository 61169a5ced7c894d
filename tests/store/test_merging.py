"""Two cases on one pile become one, the same whichever is named first."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import CaseError
from sayso.records.judgement import Judgement
from sayso.records.receipt import Hints
from sayso.store import Case, merge_cases
from tests.store.kept import STORY, packed, received

OTHER = "The Ostrel Brigade left Tarsk on Sunday. Nobody saw it."


def judged(own: str, verb: str, target: str, by: str, undoes: str | None = None) -> Judgement:
    return Judgement(own, verb, (target,), by, "seen", f"2031-06-01T00:00:0{own[-1]}Z", None, undoes)


def keep(case: Case, text: str, name: str, hints: Hints | None = None) -> str:
    came = received(text, name, hints)
    parts = packed(came)
    case.keep(came, parts, "1")
    return parts.document.id


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Ada read the story and another, Ben the story under another name; both judged."""
    ada, ben = tmp_path / "ada.case", tmp_path / "ben.case"
    with Case.create(ada) as case:
        keep(case, STORY, "story.txt")
        keep(case, OTHER, "other.txt")
        case.judge(judged("j-1", "confirm", "c-1", "Ada"))
    with Case.create(ben) as case:
        keep(case, STORY, "copy-of-story.txt", Hints(outlet="Ostrel Blog"))
        case.judge(judged("j-2", "reject", "c-1", "Ben"), judged("j-1", "confirm", "c-1", "Ada"))
    return ada, ben


Summary = tuple[tuple[str, ...], list[tuple[str, str]], list[str], list[str], int]


def summary(path: Path) -> Summary:
    with Case.open(path) as case:
        assert list(case.verify()) == []
        receipts = sorted((each.document, each.name) for each in case.receipts())
        judgements = sorted(each.id for each in case.judgements())
        stones = [each.document for each in case.tombstones()]
        return case.document_ids(), receipts, judgements, stones, len(case.search("Sunday"))


def test_both_parts_are_in_the_new_case(two: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "both.case"
    merge_cases(*two, out)
    documents, receipts, judgements, stones, found = summary(out)
    assert (len(documents), len(receipts), judgements, stones, found) == (2, 3, ["j-1", "j-2"], [], 2)
    with Case.open(out) as case:
        assert case.is_stale()
        assert len(case.outdated("1")) == 1, "the receipt that says more counts"
    assert [each.name for each in tmp_path.iterdir() if "part" in each.name] == []


def test_which_is_first_does_not_matter(two: tuple[Path, Path], tmp_path: Path) -> None:
    merge_cases(*two, tmp_path / "one.case")
    merge_cases(two[1], two[0], tmp_path / "other.case")
    assert summary(tmp_path / "one.case") == summary(tmp_path / "other.case")


@pytest.mark.parametrize("turned", [False, True])
def test_what_one_withdrew_is_in_neither_part(two: tuple[Path, Path], tmp_path: Path, turned: bool) -> None:
    with Case.open(two[1], write=True) as ben:
        (own,) = ben.document_ids()
        ben.withdraw(judged("j-3", "withdraw", own, "Ben"))
    out = tmp_path / "both.case"
    first, second = (two[1], two[0]) if turned else two
    merge_cases(first, second, out)
    documents, _, _, stones, _ = summary(out)
    assert stones == [own]
    assert own not in documents
    assert b"National Assembly" not in out.read_bytes()


def test_a_withdrawal_that_the_other_took_back_is_taken_back(two: tuple[Path, Path], tmp_path: Path) -> None:
    with Case.open(two[1], write=True) as ben:
        (own,) = ben.document_ids()
        ben.withdraw(judged("j-3", "withdraw", own, "Ben"))
    with Case.open(two[0], write=True) as ada:
        ada.judge(judged("j-4", "undo", "j-3", "Ada", undoes="j-3"))
    merge_cases(two[1], two[0], tmp_path / "both.case")
    assert own in summary(tmp_path / "both.case")[0]


def test_a_merge_that_fails_leaves_nothing_and_changes_nothing(two: tuple[Path, Path], tmp_path: Path) -> None:
    before = [each.read_bytes() for each in two]
    with pytest.raises(CaseError):
        merge_cases(two[0], tmp_path / "nobody.case", tmp_path / "both.case")
    with pytest.raises(CaseError, match="already"):
        merge_cases(two[0], two[1], two[1])
    assert not (tmp_path / "both.case").exists()
    assert [each.read_bytes() for each in two] == before
