"""Opening a case file: is it one, is it not too new, is nobody else writing."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.errors import CaseBusy, CaseDamaged, CaseError, CaseFull, CaseTooNew, NotACase
from sayso.store.schema import APPLICATION_ID, VERSION, migrate

_PAGE = 16384
"""Bytes of a page in a new case: a claim fills a quarter of SQLite's own 4096, and more spills over into a second."""


def create(path: Path, patience: float) -> sqlite3.Connection:
    """Open the case at ``path`` for writing, making it where there is none. Raises the errors of ``open_to_write``."""
    if path.exists() and path.stat().st_size > 0:
        return open_to_write(path, patience)
    if not path.parent.is_dir():
        raise CaseError(f"There is no folder {str(path.parent)!r} to put the case in; make it first.")
    with explained(path):
        connection = _connect(path, f"file:{quoted(path)}?mode=rwc", patience)
        connection.execute(f"PRAGMA page_size = {_PAGE}")
        connection.execute("PRAGMA journal_mode = WAL")
        migrate(connection, _version(connection))
        return _tuned(connection)


def open_to_write(path: Path, patience: float) -> sqlite3.Connection:
    """Open an existing case for writing, bringing an older one up to date.

    Raises NotACase, CaseTooNew, CaseDamaged, CaseBusy or CaseError.
    """
    _require(path)
    with explained(path):
        connection = _connect(path, f"file:{quoted(path)}?mode=rw", patience)
        have = _checked(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        if have < VERSION:
            migrate(connection, have)
        return _tuned(connection)


def open_to_read(path: Path, patience: float) -> sqlite3.Connection:
    """Open an existing case for reading; a reader never waits for a writer. Raises as ``open_to_write`` does."""
    _require(path)
    # A write-ahead log needs a writable folder; a case on a read-only disk is opened as one that cannot change.
    still = not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK)
    with explained(path):
        connection = _connect(path, f"file:{quoted(path)}?mode=ro{'&immutable=1' if still else ''}", patience)
        have = _checked(connection, path)
        if have < VERSION:
            connection.close()
            connection = open_to_write(path, patience)
        return _tuned(connection)


@contextmanager
def writing(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """One transaction: all of it is kept, or none."""
    with explained(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            # A full disk makes SQLite roll back by itself.
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """What SQLite says of trouble with a file, as one of the errors of a case."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        said = str(error)
        if "locked" in said or "busy" in said:
            raise CaseBusy(f"Another Sayso is writing to {path.name}; wait until it is done and try again.") from error
        if "not a database" in said:
            raise NotACase(f"{path.name} is not a case; name another file with --case.") from error
        if "malformed" in said or "corrupt" in said:
            raise CaseDamaged(f"{path.name} is damaged ({said}); take it from a backup.") from error
        if "unable to open" in said or "readonly" in said:
            raise CaseError(_closed(path)) from error
        if "full" in said:
            raise CaseFull(f"{path.name} cannot grow, the disk is full; what was finished is kept.") from error
        if isinstance(error, sqlite3.OperationalError):
            raise CaseError(f"{path.name} cannot be used: {said}.") from error
        raise


def _closed(path: Path) -> str:
    if path.exists() and not os.access(path, os.R_OK):
        return f"{path.name} cannot be opened; check who may read it."
    if path.exists() and not os.access(path, os.W_OK):
        return f"{path.name} is read-only; nothing was written to it."
    return f"{path.name} cannot be written; is the folder {str(path.parent)!r} read-only?"


def _require(path: Path) -> None:
    if not path.exists():
        raise CaseError(f"There is no case at {str(path)!r}; make one with: sayso read PATH --case {path}")
    if not path.is_file():
        raise NotACase(f"{str(path)!r} is a folder; a case is one file.")
    if path.stat().st_size == 0:
        raise NotACase(f"{path.name} is empty; fill it with: sayso read PATH --case {path}")


def _connect(path: Path, address: str, patience: float) -> sqlite3.Connection:
    connection = sqlite3.connect(address, uri=True, timeout=patience, isolation_level=None)
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return connection


def _checked(connection: sqlite3.Connection, path: Path) -> int:
    found = connection.execute("PRAGMA application_id").fetchone()[0]
    if found != APPLICATION_ID:
        connection.close()
        raise NotACase(f"{path.name} is a database of something else; name another file with --case.")
    have = _version(connection)
    if have > VERSION:
        connection.close()
        raise CaseTooNew(f"{path.name} was written by a later Sayso (form {have}, this one knows {VERSION}); update.")
    return have


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _tuned(connection: sqlite3.Connection) -> sqlite3.Connection:
    # With a write-ahead log NORMAL survives the death of the process; only a power cut can lose the last documents.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -32000")
    return connection


def quoted(path: Path) -> str:
    """A path as it stands in the address of a database."""
    return path.absolute().as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")
