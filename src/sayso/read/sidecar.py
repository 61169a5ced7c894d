"""The table that the owner of a pile keeps beside it: what is known of each document, one row a file."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, fields
from pathlib import Path, PurePath

from sayso.errors import InputError
from sayso.read.decode import decode
from sayso.read.printed import given_date
from sayso.records.receipt import Hints

_COLUMNS = tuple(each.name for each in fields(Hints))


@dataclass(frozen=True, slots=True)
class Sidecar:
    """Hints by file, as the table names it: a path relative to the given folder or to the table, or a bare name."""

    path: Path
    rows: dict[str, Hints]

    def hints_for(self, path: Path, name: str) -> tuple[str, Hints] | None:
        """The row for a file, and what the table calls it."""
        here = self.path.resolve().parent
        absolute = path.resolve()
        relative = absolute.relative_to(here).as_posix() if absolute.is_relative_to(here) else name
        for key in (name, relative, absolute.as_posix(), path.name):
            if key in self.rows:
                return key, self.rows[key]
        return None


def checked_date(words: str | None, where: str) -> None:
    """Raises InputError for words that are given for a date and are none, or could be two days."""
    if words and given_date(words) is None:
        raise InputError(f"{where} the date “{words}”, which names no one day or month; write it as 2031-05-20.")


def load_sidecar(path: Path) -> Sidecar:
    """Read a CSV with the column ``file`` and any of outlet, published, carrier, title, url, byline, language.

    Raises InputError where it cannot be read, has no such column, names an unknown one or has a date that is none.
    """
    try:
        text = decode(path.read_bytes())
    except OSError as error:
        raise InputError(f"The table {path} cannot be read ({error.strerror}); check the name.") from None
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    names = [name.strip().casefold() for name in reader.fieldnames or ()]
    if "file" not in names:
        raise InputError(f"The table {path} has no column “file”; its first line must name its columns.")
    unknown = [name for name in names if name not in ("file", *_COLUMNS) and name]
    if unknown:
        raise InputError(
            f"The table {path} has the unknown column “{unknown[0]}”; known are file, {', '.join(_COLUMNS)}."
        )
    reader.fieldnames = names
    rows: dict[str, Hints] = {}
    for row in reader:
        file = (row.get("file") or "").strip()
        if file:
            given = {name: value for name in _COLUMNS if (value := (row.get(name) or "").strip())}
            checked_date(given.get("published"), f"The table {path} has, for {file},")
            rows[PurePath(file.replace("\\", "/")).as_posix()] = Hints(**given)
    return Sidecar(path, rows)
