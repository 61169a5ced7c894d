"""How far a run has come, as it is told where there is no terminal."""

from __future__ import annotations

import pytest

from sayso.cli import progress
from sayso.cli.progress import Watcher
from sayso.route import Step


class Clock:
    """A clock that stands still until it is moved on."""

    now = 0.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(progress, "time", clock)
    return clock


def test_the_rate_leaves_out_what_came_before_the_first_document(
    clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    with Watcher(10) as watcher:
        clock.now = 100.0
        watcher.see(Step("read", "a.txt"))
        clock.now = 110.0
        watcher.see(Step("read", "b.txt"))
    assert capsys.readouterr().err.splitlines() == [
        "read 1 of 10 documents",
        "read 2 of 10 documents, 0.1 a second, 80 s left",
    ]


def test_lines_come_now_and_then_but_all_skips_are_told(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    with Watcher(None) as watcher:
        for number in range(5):
            clock.now += 1.0
            watcher.see(Step("read", f"{number}.txt"))
        watcher.see(Step("skipped", "x.txt", "It is empty."))
        watcher.see(Step("weigh"))
    said = capsys.readouterr().err.splitlines()
    assert said == ["skipped x.txt: It is empty.", "weighing origins and disputes"]


def test_how_far_a_long_document_is_parsed_is_told_now_and_then(
    clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    with Watcher(1) as watcher:
        for done in range(1, 4):
            clock.now += 6.0
            watcher.see(Step("part", "book.txt", f"{done} of 3 parts"))
        watcher.see(Step("part", "book.txt", "3 of 3 parts"))
    assert capsys.readouterr().err.splitlines() == ["book.txt: parsed 2 of 3 parts"]


def test_what_is_read_anew_is_counted_by_itself(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    with Watcher(1) as watcher:
        watcher.see(Step("read", "new.txt"))
        clock.now = 20.0
        watcher.see(Step("again", "a.txt"))
        clock.now = 40.0
        watcher.see(Step("again", "b.txt"))
    assert capsys.readouterr().err.splitlines() == ["read 1 documents", "read 2 documents, 0.1 a second"]
