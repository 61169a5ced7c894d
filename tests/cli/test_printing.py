"""What a terminal shows: lines that keep their place when they are wrapped, tables that fit."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable

import pytest

from sayso.cli import printing


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, tell: Callable[[], None]) -> list[str]:
    """What a terminal of 40 columns shows of it."""
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "xterm")
    printing._window.cache_clear()
    tell()
    printing._window.cache_clear()
    return re.sub(r"\x1b\[[0-9;]*m", "", screen.getvalue()).splitlines()


def test_a_wrapped_line_stays_as_far_in_as_it_began(monkeypatch: pytest.MonkeyPatch) -> None:
    line = "    Harbour Post, citing witnesses who stood at the gate, 18 May 2031"
    lines = shown(monkeypatch, lambda: printing.say(line))
    assert len(lines) > 1
    assert all(line.startswith("    ") and len(line.rstrip()) <= 40 for line in lines)


def test_a_table_too_wide_is_told_row_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    columns, row = ("outlet", "documents", "claims", "told by others"), ("Harbour Post", 3, 25, 0)
    assert shown(monkeypatch, lambda: printing.print_table(columns, [row])) == [
        "Harbour Post",
        "  documents 3; claims 25",
    ]


def test_a_table_that_fits_stays_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = shown(monkeypatch, lambda: printing.print_table(("outlet", "claims"), [("Harbour Post", 25)]))
    assert lines[0].split() == ["outlet", "claims"]


def test_what_goes_to_a_program_is_not_broken(capsys: pytest.CaptureFixture[str]) -> None:
    printing.say("    " + "word " * 100)
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_an_empty_line_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, printing.say) == [""]
