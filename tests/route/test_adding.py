"""A few documents are added to a large case beside their nearest: nothing there is lost, and the whole settles it."""

from __future__ import annotations

import io
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from evals.generated import write_pile as write_generated
from sayso.present import check_export, export_jsonl
from sayso.read import find
from sayso.records.judgement import Judgement
from sayso.records.matter import MatterKind
from sayso.records.pile import Findings
from sayso.records.receipt import Hints, Received
from sayso.route import Step, bring_up_to_date, is_worked_out, work_out
from sayso.route.adding import add
from sayso.route.worker import read_one
from sayso.settings import Settings
from sayso.store import Case, Packed
from tests.route.pile import exported, write_pile

HERE = Settings(workers=0)
LARGE = replace(HERE, large=10)
_GENERATED = 110

Read = tuple[Received, Packed]


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Read]:
    folder = write_pile(tmp_path_factory.mktemp("pile"))
    write_generated(folder, 0, _GENERATED, 2)
    found = (each for each in find((str(folder),), Hints(), HERE) if isinstance(each, Received))
    return {each.name: (each, read_one(each, HERE)) for each in found}


@pytest.fixture(scope="module")
def before(stories: dict[str, Read], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All but two of them, worked out."""
    path = tmp_path_factory.mktemp("case") / "a.case"
    with Case.create(path) as case:
        for name, (received, packed) in stories.items():
            if name not in LATE:
                case.keep(received, packed, "test")
        work_out(case, HERE)
    return path


LATE = ("06-copy.txt", "000007.txt")


@pytest.fixture
def path(before: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(before, tmp_path / "a.case"))


def _bring(case: Case, stories: dict[str, Read], *names: str, settings: Settings = LARGE) -> list[str]:
    """Keep documents and bring the findings up to date; gives the steps that took."""
    steps: list[Step] = []
    for name in names:
        case.keep(*stories[name], "test")
    bring_up_to_date(case, settings, steps.append)
    return [each.what for each in steps]


def test_a_document_is_added_beside_its_nearest(path: Path, stories: dict[str, Read]) -> None:
    with Case.open(path, write=True) as case:
        assert _bring(case, stories, LATE[0]) == ["add"]
        assert is_worked_out(case, LARGE)
        assert not case.is_settled()
        assert case.unsettled() == (stories[LATE[0]][1].document.id,)


def test_what_was_added_comes_to_what_all_at_once_come_to_when_settled(
    path: Path, stories: dict[str, Read], tmp_path: Path
) -> None:
    with Case.open(path, write=True) as case:
        assert _bring(case, stories, LATE[0]) == ["add"]
        case.keep(*stories[LATE[1]], "test")
        work_out(case, LARGE)
        assert case.is_settled()
        assert case.unsettled() == ()
    with Case.create(tmp_path / "b.case") as case:
        for each in stories.values():
            case.keep(*each, "test")
        work_out(case, HERE)
    assert exported(path) == exported(tmp_path / "b.case")


def test_what_is_added_stands_where_the_whole_puts_it(path: Path, stories: dict[str, Read], tmp_path: Path) -> None:
    whole = Path(shutil.copy(path, tmp_path / "whole.case"))
    found = []
    for each, settings in ((path, LARGE), (whole, HERE)):
        with Case.open(each, write=True) as case:
            _bring(case, stories, LATE[0], settings=settings)
            found.append(case.findings())
    fresh = {row[2] for row in stories[LATE[0]][1].rows["claims"]}
    assert fresh
    assert _groups(found[0], fresh) == _groups(found[1], fresh)


def _groups(findings: Findings, claims: set[str]) -> set[frozenset[str]]:
    return {frozenset(each.claims) for each in findings.matters if claims & set(each.claims)}


def test_a_copy_that_is_added_is_no_further_origin(path: Path, stories: dict[str, Read]) -> None:
    copied = {row[2] for row in stories["06-copy.txt"][1].rows["claims"]}
    with Case.open(path, write=True) as case:
        _bring(case, stories, "06-copy.txt")
        findings = case.findings()
    attacks = [each for each in findings.matters if each.kind is MatterKind.EVENT and len(copied & set(each.claims))]
    joined = [each for each in attacks if set(each.claims) - copied]
    assert joined
    for matter in joined:
        assert len({each.origin for each in findings.accounts if each.matter == matter.id}) == 1


def test_nothing_that_was_found_is_lost_or_parted(path: Path, stories: dict[str, Read]) -> None:
    with Case.open(path, write=True) as case:
        before = case.findings()
        _bring(case, stories, LATE[0])
        after = case.findings()
        pile = case.pile()
        matters = {each.id: set(each.claims) for each in after.matters}
        actors = {each.id: set(each.chains) for each in after.actors}
        assert all(set(each.claims) <= matters[each.id] for each in before.matters)
        assert all(set(each.chains) <= actors[each.id] for each in before.actors)
        assert {each.id for each in before.disputes} <= {each.id for each in after.disputes}
        assert set(before.copies) <= set(after.copies)
        held = Counter(claim for each in after.matters for claim in each.claims)
        told = Counter(claim for each in after.accounts for claim in (*each.claims, *each.copies))
        assert held == told == Counter(pile.claims.keys())
        assert all(case.meaning(claim) in matters for claim in pile.claims)
        assert list(case.verify()) == []


def test_what_another_writer_added_meanwhile_is_not_added_twice(path: Path, stories: dict[str, Read]) -> None:
    with Case.open(path, write=True) as case:
        _bring(case, stories, "06-copy.txt")
        once = case.findings()
        add(case, [stories["06-copy.txt"][1].document.id], LARGE)
        assert case.findings() == once


def test_a_small_case_is_worked_out_whole(path: Path, stories: dict[str, Read]) -> None:
    with Case.open(path, write=True) as case:
        assert "add" not in _bring(case, stories, LATE[0], settings=HERE)
        assert case.is_settled()


def test_more_than_a_few_are_worked_out_with_the_whole(path: Path, stories: dict[str, Read]) -> None:
    with Case.open(path, write=True) as case:
        assert _bring(case, stories, LATE[0]) == ["add"]
        # Two of some hundred would be more than one in a hundred.
        assert "add" not in _bring(case, stories, LATE[1])
        assert case.is_settled()


def test_with_a_judgement_the_whole_is_worked_out(path: Path, stories: dict[str, Read]) -> None:
    with Case.open(path, write=True) as case:
        case.judge(Judgement("j-1", "same", ("a", "b"), "Lina", "both signed", "2031-06-01T08:00:00Z"))
        assert "add" not in _bring(case, stories, LATE[0])


def test_with_a_document_that_was_read_again_the_whole_is_worked_out(path: Path, stories: dict[str, Read]) -> None:
    with Case.open(path, write=True) as case:
        assert "add" not in _bring(case, stories, "01-harbour.txt", LATE[0])


def test_where_nothing_came_in_nothing_is_done(path: Path, stories: dict[str, Read]) -> None:
    with Case.open(path, write=True) as case:
        assert _bring(case, stories) == []


def test_a_case_that_grows_one_by_one_is_sound_at_every_step(stories: dict[str, Read], tmp_path: Path) -> None:
    one_by_one = replace(HERE, large=1, share=100)
    first, *others = (name for name in stories if not name.startswith("0000"))
    with Case.create(tmp_path / "a.case") as case:
        case.keep(*stories[first], "test")
        work_out(case, HERE)
        for name in others:
            assert _bring(case, stories, name, settings=one_by_one) == ["add"]
            pile, findings = case.pile(), case.findings()
            matters, actors = ({each.id for each in group} for group in (findings.matters, findings.actors))
            assert {each.part_of for each in findings.matters} <= matters | {None}
            assert {each.actor for matter in findings.matters for each in matter.participants} <= actors
            assert {each.matter for each in findings.accounts} <= matters
            assert {each.matter for each in findings.disputes} <= matters
            doubts = {(each.id, doubt.id) for each in findings.actors for doubt in each.perhaps}
            assert doubts == {(two, one) for one, two in doubts}
            lines = io.StringIO()
            export_jsonl(pile, findings, case.edition, lines)
            assert list(check_export(lines.getvalue().splitlines())) == []
