"""What people decided, kept beside the documents, and what is left of documents that were withdrawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sayso.errors import UnknownName
from sayso.records.judgement import Judgement, Tombstone
from sayso.store.intake import Intake
from sayso.store.packing import ACROSS, PER_DOCUMENT, dump, load


class Judgements(Intake):
    """The part of a case that keeps judgements. None is ever changed or removed."""

    def judge(self, *judgements: Judgement) -> None:
        """Add judgements, all of them or none; one that is there already is left as it is."""
        with self._writing():
            self._judge(judgements)

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements in the order in which they came into the case."""
        return tuple(self._records(Judgement, "SELECT record FROM judgements ORDER BY number"))

    def judgement(self, own: str) -> Judgement:
        """One judgement. Raises UnknownName."""
        row = self._row("SELECT record FROM judgements WHERE id = ?", own)
        if row is None:
            raise UnknownName(f"The case holds no judgement {own}; sayso judgements lists those it holds.")
        return load(Judgement, row[0])

    def withdraw(self, judgement: Judgement) -> None:
        """Purge the document a judgement names, and leave a tombstone: bytes, text and all that was read from it go.

        What was made across documents quotes it, and goes too, to be worked out again. Raises UnknownName.
        """
        (document,) = judgement.targets
        row = self._row("SELECT sha256 FROM documents WHERE id = ?", document)
        if row is None:
            raise UnknownName(f"The case holds no document {document}.")
        self._db.execute("PRAGMA secure_delete = ON")
        with self._writing():
            self._judge((judgement,))
            stone = Tombstone(document, str(row[0]), judgement.id, judgement.by, judgement.why, judgement.at)
            self._bury((stone,))
        self._db.execute("VACUUM")
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def readmit(self, judgement: Judgement) -> None:
        """Take a withdrawal back: the document may be read again, from bytes given anew."""
        with self._writing():
            self._judge((judgement,))
            self._db.execute("DELETE FROM tombstones WHERE judgement = ?", (judgement.undoes,))
            self._db.execute("DELETE FROM purged WHERE document NOT IN (SELECT document FROM tombstones)")

    def tombstones(self) -> tuple[Tombstone, ...]:
        """What is left of withdrawn documents, by document id."""
        return tuple(self._records(Tombstone, "SELECT record FROM tombstones ORDER BY document"))

    def tombstone_of(self, sha256: str) -> Tombstone | None:
        """The tombstone of a document with these bytes."""
        row = self._row("SELECT record FROM tombstones WHERE sha256 = ?", sha256)
        return None if row is None else load(Tombstone, row[0])

    def tombstone_over(self, claim: str) -> Tombstone | None:
        """The tombstone of the document that a claim, by its id, was read from and purged with."""
        row = self._row(
            "SELECT record FROM tombstones JOIN purged ON purged.document = tombstones.document WHERE claim = ?", claim
        )
        return None if row is None else load(Tombstone, row[0])

    def _judge(self, judgements: Iterable[Judgement]) -> None:
        for each in judgements:
            if self._row("SELECT 1 FROM judgements WHERE id = ?", each.id) is None:
                self._insert("judgements", [(None, each.id, each.verb, each.by, each.at, each.why, dump(each))])
                self._advance()

    def _bury(self, stones: Iterable[Tombstone]) -> None:
        """Purge documents within a transaction."""
        for stone in stones:
            own = stone.document
            row = (own, stone.sha256, stone.judgement, stone.by, stone.why, stone.at, dump(stone))
            self._insert("tombstones", [row], replacing=True)
            names = self._db.execute("SELECT name FROM receipts WHERE document = ?", (own,)).fetchall()
            self._db.executemany("DELETE FROM skipped WHERE name = ?", names)
            self._db.execute("INSERT OR IGNORE INTO purged SELECT id, document FROM claims WHERE document = ?", (own,))
            for table in (*PER_DOCUMENT, "receipts"):
                self._db.execute(f"DELETE FROM {table} WHERE document = ?", (own,))
            self._db.execute("DELETE FROM documents WHERE id = ?", (own,))
            self._db.execute("DELETE FROM bytes WHERE sha256 = ?", (stone.sha256,))
            self._forget_words_of(own)
        for table in (*ACROSS, "snapshots", "fresh"):
            self._db.execute(f"DELETE FROM {table}")
        # The index of words keeps deleted ones until its parts are merged.
        self._db.execute("INSERT INTO words (words) VALUES ('rebuild')")
        self._advance()

    def _forget_words_of(self, document: str) -> None:
        """Judgements stay, but not the words of a withdrawn document that they were found by."""
        for judgement in self.judgements():
            if any(each.document == document and each.quote for each in judgement.anchors):
                anchors = tuple(
                    replace(each, quote="", prefix="", suffix="", until="", mark="")
                    if each.document == document
                    else each
                    for each in judgement.anchors
                )
                bare = dump(replace(judgement, anchors=anchors))
                self._db.execute("UPDATE judgements SET record = ? WHERE id = ?", (bare, judgement.id))
