"""Floors hold: a figure below one fails the run, and none is lowered without a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.__main__ import find_scorers, main
from evals.floors import Floors
from evals.measure import Measure


def measure(value: float) -> Measure:
    return Measure("re3d", "mentions F1", value)


def test_a_figure_stands_on_the_floor_it_was_given() -> None:
    floors = Floors()
    assert floors.raise_to([measure(0.5238)]) == ["re3d/mentions F1"]
    assert floors.of(measure(0.0)) == 0.518
    assert not floors.is_below(measure(0.5238))
    assert floors.is_below(measure(0.5))


def test_a_figure_over_few_things_has_room_for_two_of_them() -> None:
    floors = Floors()
    floors.raise_to([Measure("sample ties", "ties found", 0.9, items=20)])
    assert floors.of(Measure("sample ties", "ties found", 0.0)) == 0.8


def test_a_figure_without_a_floor_is_below_none() -> None:
    assert not Floors().is_below(measure(0.0))


def test_raising_never_lowers() -> None:
    floors = Floors()
    floors.raise_to([measure(0.6)])
    assert floors.raise_to([measure(0.5)]) == []
    assert floors.of(measure(0)) == 0.595


def test_lowering_keeps_its_reason(tmp_path: Path) -> None:
    floors = Floors()
    floors.raise_to([measure(0.6)])
    floors.lower(measure(0.55), "the gold was corrected")
    floors.save(tmp_path / "floors.json")
    kept = Floors.load(tmp_path / "floors.json").entries["re3d/mentions F1"]
    assert kept == {"floor": 0.545, "history": [{"floor": 0.595}, {"floor": 0.545, "reason": "the gold was corrected"}]}


def test_lowering_without_a_reason_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lower", "re3d/mentions F1"]) == 2
    assert "--reason" in capsys.readouterr().err


def test_an_unknown_scorer_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "astrology"]) == 2
    assert "astrology" in capsys.readouterr().err


def test_scorers_are_found_by_having_a_score() -> None:
    assert all(callable(each.score) for each in find_scorers())


def test_a_set_that_is_not_there_is_skipped_aloud(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--gold", str(tmp_path), "--only", "names"]) == 0
    assert "skipped names" in capsys.readouterr().out
