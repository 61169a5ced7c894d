"""The tables of a case file, and the steps that bring an older file up to date.

Two kinds of table: what was given (``bytes``, ``receipts``, ``judgements``, ``tombstones``) and what was derived (all
others), which can be thrown away and made again. Every table has plain columns for what a person would look for, and
``record`` with the whole record as JSON, so that any SQLite tool can read a case.
"""

from __future__ import annotations

import sqlite3

APPLICATION_ID = 0x53415953  # "SAYS", where `file` and SQLite tools look for what a database is
VERSION = 5

_FIRST = (
    """CREATE TABLE bytes (
        sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, packing TEXT NOT NULL, data BLOB NOT NULL)""",
    """CREATE TABLE receipts (
        document TEXT NOT NULL, key TEXT NOT NULL, at TEXT NOT NULL, last TEXT NOT NULL, times INTEGER NOT NULL,
        name TEXT NOT NULL, address TEXT NOT NULL, manner TEXT NOT NULL, media_type TEXT NOT NULL, hints TEXT NOT NULL,
        PRIMARY KEY (document, key)) WITHOUT ROWID""",
    """CREATE TABLE judgements (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, verb TEXT NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL,
        why TEXT NOT NULL, record TEXT NOT NULL)""",
    """CREATE TABLE documents (
        id TEXT PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL, address TEXT, size INTEGER NOT NULL,
        media_type TEXT NOT NULL, url TEXT, read_as TEXT NOT NULL, made_with TEXT NOT NULL, record TEXT NOT NULL)""",
    "CREATE INDEX documents_address ON documents (address)",
    """CREATE TABLE editions (
        document TEXT PRIMARY KEY, reader TEXT NOT NULL, extractor TEXT NOT NULL, title TEXT, outlet TEXT, carrier TEXT,
        published TEXT, language TEXT, text TEXT NOT NULL, record TEXT NOT NULL)""",
    """CREATE TABLE passages (
        document TEXT NOT NULL, number INTEGER NOT NULL, id TEXT NOT NULL, parent TEXT, role TEXT NOT NULL,
        start INTEGER NOT NULL, "end" INTEGER NOT NULL, outlet TEXT, published TEXT, language TEXT,
        record TEXT NOT NULL, PRIMARY KEY (document, number)) WITHOUT ROWID""",
    "CREATE INDEX passages_id ON passages (id)",
    """CREATE TABLE mentions (
        document TEXT NOT NULL, number INTEGER NOT NULL, id TEXT NOT NULL, start INTEGER NOT NULL,
        "end" INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL, form TEXT NOT NULL, name TEXT NOT NULL,
        chain TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (document, number)) WITHOUT ROWID""",
    "CREATE INDEX mentions_id ON mentions (id)",
    """CREATE TABLE times (
        document TEXT NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        text TEXT NOT NULL, value TEXT NOT NULL, edtf TEXT, record TEXT NOT NULL,
        PRIMARY KEY (document, number)) WITHOUT ROWID""",
    """CREATE TABLE sayings (
        document TEXT NOT NULL, number INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
        stance TEXT NOT NULL, parent TEXT, record TEXT NOT NULL, PRIMARY KEY (document, number)) WITHOUT ROWID""",
    "CREATE INDEX sayings_id ON sayings (id)",
    """CREATE TABLE claims (
        document TEXT NOT NULL, number INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, type TEXT NOT NULL,
        polarity TEXT NOT NULL, status TEXT NOT NULL, voices TEXT NOT NULL, start INTEGER NOT NULL,
        "end" INTEGER NOT NULL, quote TEXT NOT NULL, record TEXT NOT NULL,
        PRIMARY KEY (document, number)) WITHOUT ROWID""",
    "CREATE INDEX claims_id ON claims (id)",
    """CREATE TABLE unread (
        document TEXT NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        PRIMARY KEY (document, number)) WITHOUT ROWID""",
    """CREATE TABLE stretches (
        id INTEGER PRIMARY KEY, document TEXT NOT NULL, passage TEXT NOT NULL, start INTEGER NOT NULL,
        "end" INTEGER NOT NULL, text TEXT NOT NULL)""",
    "CREATE INDEX stretches_document ON stretches (document)",
    """CREATE VIRTUAL TABLE words USING fts5 (
        text, content='stretches', content_rowid='id', tokenize="unicode61 remove_diacritics 2")""",
    """CREATE TRIGGER stretches_come AFTER INSERT ON stretches BEGIN
        INSERT INTO words (rowid, text) VALUES (new.id, new.text); END""",
    """CREATE TRIGGER stretches_go AFTER DELETE ON stretches BEGIN
        INSERT INTO words (words, rowid, text) VALUES ('delete', old.id, old.text); END""",
    """CREATE TABLE copies (
        number INTEGER PRIMARY KEY, document TEXT NOT NULL, of_document TEXT NOT NULL, similarity REAL NOT NULL,
        direction TEXT NOT NULL, record TEXT NOT NULL)""",
    """CREATE TABLE actors (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL,
        mentions INTEGER NOT NULL, record TEXT NOT NULL)""",
    """CREATE TABLE places (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, country TEXT, lat REAL, lon REAL,
        geonames INTEGER, record TEXT NOT NULL)""",
    """CREATE TABLE matters (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, label TEXT NOT NULL, plover TEXT,
        edtf TEXT, place TEXT, claims INTEGER NOT NULL, part_of TEXT, record TEXT NOT NULL)""",
    """CREATE TABLE accounts (
        number INTEGER PRIMARY KEY, matter TEXT NOT NULL, origin TEXT NOT NULL, label TEXT NOT NULL,
        record TEXT NOT NULL)""",
    """CREATE TABLE disputes (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, matter TEXT NOT NULL, slot TEXT NOT NULL,
        kind TEXT NOT NULL, question TEXT NOT NULL, record TEXT NOT NULL)""",
    "CREATE TABLE aliases (id TEXT PRIMARY KEY, means TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE skipped (name TEXT PRIMARY KEY, why TEXT NOT NULL, at TEXT NOT NULL)",
    "CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
)

_JUDGED = (
    "ALTER TABLE documents ADD COLUMN judged TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE tombstones (
        document TEXT PRIMARY KEY, sha256 TEXT NOT NULL, judgement TEXT NOT NULL, "by" TEXT NOT NULL,
        why TEXT NOT NULL, at TEXT NOT NULL, record TEXT NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE rulings (
        number INTEGER PRIMARY KEY, judgement TEXT NOT NULL, state TEXT NOT NULL, note TEXT NOT NULL,
        record TEXT NOT NULL)""",
    "CREATE TABLE snapshots (number INTEGER PRIMARY KEY, at TEXT NOT NULL, data BLOB NOT NULL)",
)

_GROWN = (
    "CREATE TABLE fresh (document TEXT PRIMARY KEY, added INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX accounts_matter ON accounts (matter)",
    "CREATE INDEX disputes_matter ON disputes (matter)",
    "CREATE INDEX copies_document ON copies (document)",
    "CREATE INDEX matters_edtf ON matters (edtf, plover)",
    "CREATE INDEX matters_place ON matters (place, plover)",
)

# What is told by the way is kept among the claims: ``aside`` has its words to look it up by, and is NULL for all other
# claims; ``taken_up`` is set where a matter holds it, and only then it counts.
_ASIDE = (
    "ALTER TABLE claims ADD COLUMN aside TEXT",
    "ALTER TABLE claims ADD COLUMN taken_up INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX claims_aside ON claims (aside) WHERE aside IS NOT NULL",
)

# Ids alone, so that one that was given can be told to have gone with its document; no word is left.
_PURGED = ("CREATE TABLE purged (claim TEXT PRIMARY KEY, document TEXT NOT NULL) WITHOUT ROWID",)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST, _JUDGED, _GROWN, _ASIDE, _PURGED)
"""Step ``n`` takes a file from version ``n`` to ``n + 1``."""


def migrate(connection: sqlite3.Connection, have: int) -> None:
    """Bring a file of version ``have`` up to ``VERSION``, each step in a transaction of its own."""
    for number, statements in enumerate(MIGRATIONS[have:], start=have + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
