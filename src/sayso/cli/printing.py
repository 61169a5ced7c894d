"""Text and JSON for people and programs; nothing from a document can move the cursor or colour the screen."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from functools import cache
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

_PIPED_WIDTH = 200
"""Columns of a table that goes to a file or another program."""

_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)))
# Marks that turn the direction of text could make a line read other than it is.
_CONTROLS |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_OBEYED = re.compile("[" + "".join(map(chr, (code for code in _CONTROLS if code > 31))) + "]")


def clean(words: str) -> str:
    """Words without anything a terminal would obey."""
    return words.translate(_CONTROLS)


def say(line: str = "", style: str = "") -> None:
    """One line of text to standard output, wrapped to the window; unbroken where it goes to a file or a program."""
    if sys.stdout.isatty():
        _window().print(Text(clean(line), style=style))
    else:
        sys.stdout.write(clean(line) + "\n")


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
    """A plain table; numbers stand to the right."""
    listed = [[clean("" if cell is None else str(cell)) for cell in row] for row in rows]
    table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    for index, column in enumerate(columns):
        numeric = bool(listed) and all(row[index].replace(",", "").isdigit() for row in listed if row[index])
        table.add_column(column, justify="right" if numeric else "left", overflow="fold")
    for row in listed:
        table.add_row(*(escape(cell) for cell in row))
    Console(highlight=False, width=None if sys.stdout.isatty() else _PIPED_WIDTH).print(table)
