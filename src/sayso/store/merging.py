"""Two cases on one pile brought together: documents, receipts, judgements and tombstones of both."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sayso.errors import CaseError, CaseFull
from sayso.records.judgement import Tombstone
from sayso.store.case import Case
from sayso.store.opening import explained, quoted
from sayso.store.packing import PER_DOCUMENT, load

_COPIED = tuple(each for each in PER_DOCUMENT if each != "stretches")


def merge_cases(first: Path, second: Path, out: Path) -> None:
    """Write a new case with what both hold; neither is changed, and ``out`` comes to be whole or not at all.

    A document that either case withdrew is in neither part of the new one. What was made across documents is to be
    worked out again. Raises CaseError and its kinds.
    """
    if out.exists():
        raise CaseError(f"There is something at {str(out)!r} already; name another file.")
    half = out.with_name(out.name + ".part")
    try:
        with Case.open(first) as one, Case.open(second):
            with explained(out):
                half.unlink(missing_ok=True)
                with closing(sqlite3.connect(half)) as copy:
                    one.copy_into(copy)
            with _Merging.open(half, write=True) as merging:
                merging.take(second)
        os.replace(half, out)
    except CaseFull as error:
        raise CaseFull(f"{out.name} was not written, the disk is full; both cases are as they were.") from error
    finally:
        for rest in ("", "-wal", "-shm", "-journal"):
            out.with_name(half.name + rest).unlink(missing_ok=True)


class _Merging(Case):
    """A case that takes in another."""

    def take(self, other: Path) -> None:
        """All that the other case holds, in one transaction."""
        with explained(other):
            self._db.execute("ATTACH DATABASE ? AS other", (f"file:{quoted(other)}?mode=ro",))
        with self._writing():
            self._take_judgements()
            buried = self._take_tombstones()
            self._take_documents()
            self._db.execute("INSERT OR IGNORE INTO aliases SELECT * FROM other.aliases")
            self._db.execute("INSERT OR IGNORE INTO skipped SELECT * FROM other.skipped")
            self._db.execute("DELETE FROM skipped WHERE name IN (SELECT name FROM documents)")
            self._advance()
        self._db.execute("DETACH DATABASE other")
        if buried:
            self._db.execute("VACUUM")
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _take_judgements(self) -> None:
        self._db.execute(
            """INSERT INTO judgements (id, verb, "by", at, why, record)
               SELECT id, verb, "by", at, why, record FROM other.judgements
               WHERE id NOT IN (SELECT id FROM judgements) ORDER BY at, id"""
        )

    def _take_tombstones(self) -> bool:
        """Whether a document of this case was withdrawn from the other."""
        undone = {each.undoes for each in self.judgements() if each.undoes}
        self._db.executemany("DELETE FROM tombstones WHERE judgement = ?", [(own,) for own in sorted(undone)])
        rows = self._db.execute("SELECT record FROM other.tombstones ORDER BY document").fetchall()
        stones = [load(Tombstone, record) for (record,) in rows]
        fresh = [each for each in stones if each.judgement not in undone and self.tombstone_of(each.sha256) is None]
        if fresh:
            self._db.execute("PRAGMA secure_delete = ON")
            self._bury(fresh)
        self._db.execute("INSERT OR IGNORE INTO purged SELECT claim, document FROM other.purged")
        self._db.execute("DELETE FROM purged WHERE document NOT IN (SELECT document FROM tombstones)")
        for stone in self.tombstones():
            self._forget_words_of(stone.document)
        return bool(fresh)

    def _take_documents(self) -> None:
        gone = "document NOT IN (SELECT document FROM tombstones)"
        self._db.execute(
            """CREATE TEMP TABLE coming AS SELECT id FROM other.documents
               WHERE id NOT IN (SELECT id FROM documents) AND id NOT IN (SELECT document FROM tombstones)"""
        )
        self._db.execute(
            """INSERT OR IGNORE INTO bytes SELECT * FROM other.bytes
               WHERE sha256 IN (SELECT sha256 FROM other.documents WHERE id IN (SELECT id FROM coming))"""
        )
        self._db.execute(
            f"""INSERT INTO receipts SELECT * FROM other.receipts WHERE {gone}
                ON CONFLICT (document, key) DO UPDATE SET at = min(at, excluded.at), last = max(last, excluded.last),
                times = max(times, excluded.times)"""
        )
        coming = "document IN (SELECT id FROM coming) ORDER BY document"
        self._db.execute("INSERT INTO documents SELECT * FROM other.documents WHERE id IN (SELECT id FROM coming)")
        for table in _COPIED:
            self._db.execute(f"INSERT INTO {table} SELECT * FROM other.{table} WHERE {coming}")
        self._db.execute(
            f"""INSERT INTO stretches (document, passage, start, "end", text)
                SELECT document, passage, start, "end", text FROM other.stretches WHERE {coming}, id"""
        )
        self._db.execute("DROP TABLE coming")
