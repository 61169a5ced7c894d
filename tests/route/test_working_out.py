"""Findings are worked out when they are out of date, and only then."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.records.judgement import Judgement
from sayso.route import Step, Wanted, is_worked_out, read_pile, work_out
from sayso.route.versions import findings_version, pipeline_of, reading_version
from sayso.settings import Settings
from sayso.store import Case
from tests.route.pile import write_pile

HERE = Settings(workers=0)


@pytest.fixture
def case_path(tmp_path: Path) -> Path:
    folder = write_pile(tmp_path / "pile", ("01-harbour.txt", "05-wire.txt"))
    with Case.create(tmp_path / "a.case") as case:
        read_pile(case, Wanted((str(folder),)), HERE)
    return tmp_path / "a.case"


def test_a_pile_that_was_read_is_worked_out_once(case_path: Path) -> None:
    steps: list[Step] = []
    with Case.open(case_path, write=True) as case:
        assert not is_worked_out(case, HERE)
        made = work_out(case, HERE, steps.append)
        assert [step.what for step in steps] == ["trace", "resolve", "weigh", "keep"]
        assert is_worked_out(case, HERE)
        assert work_out(case, HERE, steps.append) == made == case.findings()
        assert len(steps) == 4


def test_a_run_that_ends_before_it_is_done_leaves_the_findings_stale(case_path: Path) -> None:
    def stop(step: Step) -> None:
        if step.what == "keep":
            raise KeyboardInterrupt

    with Case.open(case_path, write=True) as case:
        with pytest.raises(KeyboardInterrupt):
            work_out(case, HERE, stop)
        assert not is_worked_out(case, HERE)


def test_a_document_that_comes_in_meanwhile_is_worked_in(case_path: Path, tmp_path: Path) -> None:
    late = write_pile(tmp_path / "late", ("04-blog.txt",))
    came: list[Step] = []

    def add(step: Step) -> None:
        if step.what == "weigh" and not came:
            came.append(step)
            with Case.open(case_path, write=True) as other:
                read_pile(other, Wanted((str(late),)), HERE)

    with Case.open(case_path, write=True) as case:
        work_out(case, HERE, add)
        assert is_worked_out(case, HERE)


def test_a_judgement_makes_findings_stale(case_path: Path) -> None:
    with Case.open(case_path, write=True) as case:
        work_out(case, HERE)
        case.judge(Judgement("j-1", "same", ("a", "b"), "Lina", "both signed", "2031-06-01T08:00:00Z"))
        assert not is_worked_out(case, HERE)


def test_settings_that_matter_make_another_version() -> None:
    assert reading_version(replace(HERE, pipeline="another")) != reading_version(HERE)
    assert findings_version(replace(HERE, home_country="KV")) != findings_version(HERE)
    assert reading_version(replace(HERE, workers=7)) == reading_version(HERE)


def test_a_version_names_the_pipeline_that_read() -> None:
    assert pipeline_of(reading_version(replace(HERE, pipeline="another"))) == "another"
    assert pipeline_of("by hand") is None
