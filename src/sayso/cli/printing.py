"""Text and JSON for people and programs; nothing from a document can move the cursor or colour the screen."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

STOPPED = 130
"""What a command ends with that was stopped from the keyboard."""

_PIPED_WIDTH = 200
"""Columns of a table that goes to a file or another program."""

_DEEPEST = 20
_NARROWEST = 24

_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)))
# Marks that turn the direction of text could make a line read other than it is.
_CONTROLS |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_OBEYED = re.compile("[" + "".join(map(chr, (code for code in _CONTROLS if code > 31))) + "]")


def clean(words: str) -> str:
    """Words without anything a terminal would obey."""
    return words.translate(_CONTROLS)


def say(line: str = "", style: str = "") -> None:
    """One line of text to standard output, unbroken where it goes to a file or a program.

    On a terminal it is wrapped, and its further lines stand as far in as the first.
    """
    if not sys.stdout.isatty():
        sys.stdout.write(clean(line) + "\n")
        return
    window, words = _window(), clean(line).lstrip(" ")
    indent = " " * min(len(clean(line)) - len(words), _DEEPEST)
    for each in Text(words, style=style).wrap(window, max(window.width - len(indent), _NARROWEST)):
        window.print(Text(indent).append_text(each), overflow="ignore", no_wrap=True, crop=False)


@cache
def _window() -> Console:
    return Console(highlight=False)


def warn(line: str) -> None:
    """One line to standard error."""
    Console(stderr=True, highlight=False, soft_wrap=True).print(Text(clean(line), style="yellow"))


def print_json(value: Any) -> None:
    """One JSON value, keys sorted, indented."""
    written = json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2, default=str)
    # What is left of them stands inside strings, where an escape says the same.
    sys.stdout.write(_OBEYED.sub(lambda match: f"\\u{ord(match.group()):04x}", written))
    sys.stdout.write("\n")


def print_table(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """A plain table; numbers stand to the right. In a window too narrow for it, a paragraph for each row."""
    columns = list(columns)
    listed = [[clean("" if cell is None else str(cell)) for cell in row] for row in rows]
    if sys.stdout.isatty() and _table_width(columns, listed) > _window().width:
        _print_paragraphs(columns, listed)
        return
    table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    for index, column in enumerate(columns):
        numeric = bool(listed) and all(row[index].replace(",", "").isdigit() for row in listed if row[index])
        table.add_column(column, justify="right" if numeric else "left", overflow="fold")
    for row in listed:
        table.add_row(*(escape(cell) for cell in row))
    Console(highlight=False, width=None if sys.stdout.isatty() else _PIPED_WIDTH).print(table)


def _table_width(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    return sum(max(cell_len(each) for each in cells) + 2 for cells in zip(columns, *rows, strict=True)) - 2


def _print_paragraphs(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Each row under its first cell; what is nothing is left out."""
    for first, *cells in rows:
        say(first, style="bold")
        told = (f"{name} {cell}" for name, cell in zip(columns[1:], cells, strict=True) if cell not in ("", "0"))
        say(f"  {'; '.join(told)}")
