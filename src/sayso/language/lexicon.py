"""Word lists kept as data files beside the code, read once each.

A lexicon is ``lexicons/<name>.txt`` (one entry a line) or ``lexicons/<name>.tsv`` (columns between tabs), UTF-8, in
the package. Blank lines and lines that begin with ``#`` are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """The entries of ``<name>.txt``, as written there. Raises FileNotFoundError where the package has no such list."""
    return frozenset(line.strip() for line in _lines(f"{name}.txt"))


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``<name>.tsv`` in file order, cells stripped; a row has as many cells as its line has columns."""
    return tuple(tuple(map(str.strip, line.split("\t"))) for line in _lines(f"{name}.tsv"))


def _lines(file: str) -> Iterator[str]:
    text = files("sayso.language").joinpath("lexicons", file).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
