"""What comes into a case: bytes with their receipts, the documents read from them, and what was skipped."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from typing import Any

from sayso.errors import CaseDamaged, UnknownName
from sayso.records.claim import Extraction
from sayso.records.document import Document, Edition
from sayso.records.ids import make_id
from sayso.records.judgement import Judgement
from sayso.records.receipt import Hints, Receipt, Received, Skipped
from sayso.store.aliases import Told, heirs
from sayso.store.file import CaseFile
from sayso.store.packing import PER_DOCUMENT, Packed, dump, pack

_NAMED_AFTER_CLAIMS = ("c", "e", "t", "q", "r")


def fingerprint(data: bytes) -> str:
    """SHA-256 in hexadecimal, as documents carry it."""
    return hashlib.sha256(data).hexdigest()


def judged_digest(judgements: Sequence[Judgement]) -> str:
    """What tells judgements that a document was read by from others; empty for none."""
    return make_id("by", *sorted(each.id for each in judgements)) if judgements else ""


def unpacked(packing: str, data: bytes, name: str) -> bytes:
    """Kept bytes as they came. Raises CaseDamaged where they do not unpack."""
    try:
        return zlib.decompress(data) if packing == "zlib" else data
    except zlib.error as error:
        raise CaseDamaged(f"The bytes kept of {name} cannot be unpacked; take the case from a backup.") from error


class Intake(CaseFile):
    """The part of a case that takes in."""

    def keep(self, received: Received, packed: Packed, made_with: str) -> None:
        """Keep one finished document, bytes and all, in one transaction.

        ``made_with`` names the versions of reader and extractor. What an earlier version read is replaced.
        """
        document = packed.document
        row = (
            *(document.id, document.sha256, document.name, document.address, document.size, document.media_type),
            *(document.url, _key(received), made_with, dump(document), judged_digest(received.judged)),
        )
        with self._writing():
            self._keep_bytes(document.sha256, received.data)
            self._note(document.id, received)
            is_new = self._row("SELECT 1 FROM documents WHERE id = ?", document.id) is None
            told = () if is_new else self._told(document.id)
            if is_new:
                self._insert("fresh", [(document.id, 0)], replacing=True)
            self._db.execute("DELETE FROM documents WHERE id = ?", (document.id,))
            self._insert("documents", [row])
            for table in PER_DOCUMENT:
                self._db.execute(f"DELETE FROM {table} WHERE document = ?", (document.id,))
                self._insert(table, packed.rows.get(table, ()))
            if told:
                self._hand_on(heirs(told, self._told(document.id)))
            self._db.execute("DELETE FROM skipped WHERE name = ?", (received.name,))
            self._advance()

    def _told(self, document: str) -> tuple[Told, ...]:
        query = 'SELECT id, kind, type, start, "end" FROM claims WHERE document = ?'
        return tuple(Told(*row) for row in self._db.execute(query, (document,)))

    def _hand_on(self, heir_of: Mapping[str, str]) -> None:
        """Let the ids that were made of a claim mean the one that took its place, until all is worked out again."""
        for own, heir in heir_of.items():
            digits = own.partition("-")[2]
            named = [(f"{kind}-{digits}", heir) for kind in _NAMED_AFTER_CLAIMS]
            self._db.executemany("UPDATE aliases SET means = ?2 WHERE id = ?1", named)
            # What was itself an heir, and is gone before all was worked out, still stands between others and its own.
            self._db.execute("INSERT OR IGNORE INTO aliases VALUES (?, ?)", (own, heir))

    def add(self, received: Received, document: Document, edition: Edition, extraction: Extraction) -> None:
        """``keep`` for one document that was read here and now, without a version of its own."""
        self.keep(received, pack(document, edition, extraction), "by hand")

    def note(self, received: Received) -> None:
        """Bytes that the case already holds came in once more: one receipt more, no document."""
        document = self.document_of(fingerprint(received.data))
        if document is None:
            raise UnknownName(f"{received.name} is not in the case yet.")
        with self._writing():
            self._note(document, received)
            self._db.execute("DELETE FROM skipped WHERE name = ?", (received.name,))

    def skip(self, skipped: Skipped) -> None:
        """Remember what was not read, and why; the same name again replaces it."""
        with self._writing():
            self._insert("skipped", [(skipped.name, skipped.why, self._clock())], replacing=True)

    def skipped(self) -> tuple[Skipped, ...]:
        """What was left at the door, by name."""
        return tuple(Skipped(*row) for row in self._db.execute("SELECT name, why FROM skipped ORDER BY name"))

    def document_of(self, sha256: str) -> str | None:
        """The id of the document that has these bytes."""
        row = self._row("SELECT id FROM documents WHERE sha256 = ?", sha256)
        return None if row is None else str(row[0])

    def is_current(self, document: str, made_with: str) -> bool:
        """Whether this version read it, and under the receipt that counts."""
        row = self._row("SELECT read_as, made_with FROM documents WHERE id = ?", document)
        return row is not None and row[1] == made_with and row[0] == self._best_receipt(document)[-1]

    def outdated(self, made_with: str, judged: Mapping[str, Sequence[Judgement]] | None = None) -> tuple[str, ...]:
        """Documents that another version read, or that were read before a better receipt came, by id.

        ``judged`` are the judgements each document is to be read by; one read by others is outdated as well.
        """
        misread = set(self.misread(judged or {}))
        own = [row[0] for row in self._db.execute("SELECT id FROM documents ORDER BY id")]
        return tuple(each for each in own if each in misread or not self.is_current(each, made_with))

    def misread(self, judged: Mapping[str, Sequence[Judgement]]) -> tuple[str, ...]:
        """Documents that were read by other judgements than those they are to be read by, by id."""
        wanted = {own: judged_digest(judgements) for own, judgements in judged.items()}
        rows = self._db.execute("SELECT id, judged FROM documents ORDER BY id").fetchall()
        return tuple(own for own, digest in rows if digest != wanted.get(own, ""))

    def made_with(self) -> str | None:
        """The version that read most documents; None where there are none."""
        row = self._row("SELECT made_with FROM documents GROUP BY made_with ORDER BY count(*) DESC, made_with LIMIT 1")
        return None if row is None else str(row[0])

    def received(self, document: str) -> Received:
        """A document as it came in, to read it again. Raises UnknownName.

        Of several receipts the one that says most counts, and of those the first by name: never the earliest, so that
        the order in which files were read does not show.
        """
        name, address, manner, media_type, hints, _ = self._best_receipt(document)
        return Received(name, address, self.bytes_of(document), media_type, Hints(**json.loads(hints)), manner)

    def bytes_of(self, document: str) -> bytes:
        """The bytes as received. Raises UnknownName, or CaseDamaged where they cannot be unpacked."""
        row = self._row("SELECT packing, data FROM documents JOIN bytes USING (sha256) WHERE id = ?", document)
        if row is None:
            raise UnknownName(f"The case holds no document {document}.")
        return unpacked(row[0], row[1], document)

    def receipts(self, document: str | None = None) -> tuple[Receipt, ...]:
        """When, under which name and how documents came in first, by document, time and name."""
        query = """SELECT document, at, name, address, manner FROM receipts
            WHERE ?1 IS NULL OR document = ?1 ORDER BY document, at, name, address"""
        return tuple(Receipt(*row) for row in self._db.execute(query, (document,)))

    def _best_receipt(self, document: str) -> tuple[Any, ...]:
        rows = self._db.execute(
            "SELECT name, address, manner, media_type, hints, key FROM receipts WHERE document = ?", (document,)
        ).fetchall()
        if not rows:
            raise UnknownName(f"The case holds no document {document}.")
        best: tuple[Any, ...] = min(rows, key=lambda row: (-len(json.loads(row[4])), row[0], row[1], row[5]))
        return best

    def _keep_bytes(self, sha256: str, data: bytes) -> None:
        if self._row("SELECT 1 FROM bytes WHERE sha256 = ?", sha256) is None:
            packed = zlib.compress(data, 6)
            way, kept = ("zlib", packed) if len(packed) < len(data) else ("as is", data)
            self._insert("bytes", [(sha256, len(data), way, kept)])

    def _note(self, document: str, received: Received) -> None:
        at = self._clock()
        self._db.execute(
            """INSERT INTO receipts VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?)
               ON CONFLICT (document, key) DO UPDATE SET last = excluded.last, times = times + 1""",
            (
                *(document, _key(received), at, at),
                *(received.name, received.address, received.manner, received.media_type, _hints(received)),
            ),
        )


def _key(received: Received) -> str:
    return make_id("r", received.name, received.address, received.manner, received.media_type, _hints(received))


def _hints(received: Received) -> str:
    given = zip(Hints.__slots__, astuple(received.hints), strict=True)
    return json.dumps({name: value for name, value in given if value is not None}, ensure_ascii=False, sort_keys=True)
