"""Whether a case is still what it was when it was written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from sayso.errors import CaseDamaged
from sayso.records.actor import Mention
from sayso.records.claim import Claim, Saying
from sayso.records.document import Document, Passage
from sayso.records.when import When
from sayso.store.intake import fingerprint, unpacked
from sayso.store.packing import load

_POINTING: tuple[tuple[str, Any], ...] = (("mentions", Mention), ("times", When), ("claims", Claim))


def find_damage(db: sqlite3.Connection) -> Iterator[str]:
    """One sentence for each thing that is not as it was kept.

    The file itself, then every document: its bytes against their SHA-256, its record, its edition, and every span of
    its extraction against the words it quotes.
    """
    for (said,) in db.execute("PRAGMA integrity_check"):
        if said != "ok":
            yield f"The file itself is damaged: {said}."
    for sha256, size, packing, data in db.execute("SELECT sha256, size, packing, data FROM bytes ORDER BY sha256"):
        yield from _bytes_damage(sha256, size, packing, data)
    for (sha256,) in db.execute("SELECT sha256 FROM bytes WHERE sha256 NOT IN (SELECT sha256 FROM documents)"):
        yield f"Bytes with SHA-256 {sha256[:12]}… are kept, and no document belongs to them."
    for own, name, sha256, record in db.execute("SELECT id, name, sha256, record FROM documents ORDER BY id"):
        yield from _document_damage(db, (own, name, sha256, record))
    yield from _loose_rows(db)
    for own, sha256 in db.execute("SELECT document, sha256 FROM tombstones ORDER BY document"):
        kept = db.execute("SELECT 1 FROM bytes WHERE sha256 = ?", (sha256,)).fetchone()
        if kept or db.execute("SELECT 1 FROM documents WHERE id = ?", (own,)).fetchone():
            yield f"{own} was withdrawn, and is kept all the same."


def _bytes_damage(sha256: str, size: int, packing: str, data: bytes) -> Iterator[str]:
    try:
        found = unpacked(packing, data, f"SHA-256 {sha256[:12]}…")
    except CaseDamaged as error:
        yield str(error)
        return
    if len(found) != size or fingerprint(found) != sha256:
        yield f"The bytes kept under SHA-256 {sha256[:12]}… are no longer those that came in."


def _document_damage(db: sqlite3.Connection, row: tuple[str, str, str, str]) -> Iterator[str]:
    own, name, sha256, record = row
    if db.execute("SELECT 1 FROM bytes WHERE sha256 = ?", (sha256,)).fetchone() is None:
        yield f"The bytes of {name} ({own}) are missing."
    if db.execute("SELECT 1 FROM receipts WHERE document = ?", (own,)).fetchone() is None:
        yield f"No receipt says how {name} ({own}) came in."
    try:
        document = load(Document, record)
        if (document.id, document.sha256) != (own, sha256):
            yield f"The record of {name} ({own}) is that of another document."
        yield from _edition_damage(db, own, name)
    except (CaseDamaged, StopIteration) as error:
        yield f"What was read from {name} ({own}) cannot be understood any more ({error.__cause__ or error!r})."


def _edition_damage(db: sqlite3.Connection, own: str, name: str) -> Iterator[str]:
    row = db.execute("SELECT text FROM editions WHERE document = ?", (own,)).fetchone()
    if row is None:
        yield f"The text of {name} ({own}) is missing."
        return
    text = row[0]
    passages = [load(Passage, each) for each in _records(db, "passages", own)]
    if not passages or (passages[0].span.start, passages[0].span.end) != (0, len(text)):
        yield f"The passages of {name} ({own}) do not cover its text."
    for table, kind in _POINTING:
        for each in (load(kind, record) for record in _records(db, table, own)):
            quoted = each.quote if isinstance(each, Claim) else each.text
            if each.span.of(text) != quoted:
                yield f"In {name} ({own}), {quoted!r} is no longer where {table} point ({each.span.start})."
    for saying in (load(Saying, record) for record in _records(db, "sayings", own)):
        if any(span.end > len(text) for span in saying.content):
            yield f"In {name} ({own}), what {saying.name} says runs past the end of the text."


def _loose_rows(db: sqlite3.Connection) -> Iterator[str]:
    for table in ("editions", "passages", "mentions", "times", "sayings", "claims", "unread", "stretches", "receipts"):
        row = db.execute(f"SELECT count(*) FROM {table} WHERE document NOT IN (SELECT id FROM documents)").fetchone()
        if row[0]:
            yield f"{row[0]} rows in {table} belong to no document."


def _records(db: sqlite3.Connection, table: str, own: str) -> Iterator[str]:
    for (record,) in db.execute(f"SELECT record FROM {table} WHERE document = ? ORDER BY number", (own,)):
        yield record
