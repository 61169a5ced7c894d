"""The case as a file: what reading from it and writing to it share."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from sayso.store.opening import create, explained, open_to_read, open_to_write, writing
from sayso.store.packing import Row, load_each

T = TypeVar("T")

PATIENCE = 10.0
"""Seconds to wait for another writer before CaseBusy."""


def now() -> str:
    """The time, ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


class CaseFile:
    """An open SQLite file; a context manager, which raises CaseError and its kinds for trouble with the file."""

    def __init__(self, path: Path, connection: sqlite3.Connection, clock: Callable[[], str] = now) -> None:
        self.path = path
        self._db = connection
        self._clock = clock

    @classmethod
    def create(cls, path: Path | str, patience: float = PATIENCE) -> Self:
        """Open for writing, making the file where there is none. Raises CaseError and its kinds."""
        return cls(Path(path), create(Path(path), patience))

    @classmethod
    def open(cls, path: Path | str, *, write: bool = False, patience: float = PATIENCE) -> Self:
        """Open an existing case, to read from it unless ``write``. Raises CaseError and its kinds."""
        opener = open_to_write if write else open_to_read
        return cls(Path(path), opener(Path(path), patience))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with explained(self.path):
            self.close()
            # What SQLite says while a case is read comes up here, wherever that was.
            if isinstance(error, sqlite3.DatabaseError):
                raise error

    def close(self) -> None:
        """Let go of the file; the write-ahead log is folded in when the last one leaves."""
        self._db.close()

    def copy_into(self, other: sqlite3.Connection) -> None:
        """Copy the whole file, as it is at this moment, into an empty database."""
        self._db.backup(other)

    @contextmanager
    def still(self) -> Iterator[None]:
        """All reads inside see the case as it was at the first, whatever others write meanwhile."""
        self._db.execute("BEGIN")
        try:
            yield
        finally:
            self._db.execute("COMMIT")

    def _writing(self) -> AbstractContextManager[None]:
        return writing(self._db, self.path)

    def _insert(self, table: str, rows: Sequence[Row], *, replacing: bool = False) -> None:
        if rows:
            marks = ",".join("?" * len(rows[0]))
            self._db.executemany(f"INSERT {'OR REPLACE ' if replacing else ''}INTO {table} VALUES ({marks})", rows)

    def _row(self, query: str, *values: Any) -> Row | None:
        found: Row | None = self._db.execute(query, values).fetchone()
        return found

    def _records(self, kind: type[T], query: str, *values: Any) -> Iterator[T]:
        """The records in the last column of each row, in order."""
        yield from load_each(kind, (row[-1] for row in self._db.execute(query, values)))

    def _get(self, key: str) -> str | None:
        row = self._row("SELECT value FROM state WHERE key = ?", key)
        return None if row is None else str(row[0])

    def _set(self, key: str, value: str) -> None:
        self._insert("state", [(key, value)], replacing=True)

    def generation(self) -> int:
        """Counts every change to what was read or judged; what was worked out from an older count is stale."""
        return int(self._get("generation") or 0)

    def _advance(self) -> None:
        self._set("generation", str(self.generation() + 1))
