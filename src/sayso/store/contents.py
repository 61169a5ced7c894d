"""What a case holds once documents were read: editions, extractions, the pile, and the words to search."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import tee
from typing import TypeVar

from sayso.errors import InputError, UnknownName
from sayso.records.actor import Mention
from sayso.records.claim import ASIDE, Claim, Extraction, Saying
from sayso.records.document import Document, Edition, Passage, Span
from sayso.records.pile import Pile
from sayso.records.when import When
from sayso.store.judgements import Judgements
from sayso.store.packing import Row, load, load_each

T = TypeVar("T")

_ONE = "SELECT record FROM {} WHERE document = ? ORDER BY number"
COUNTS = "(aside IS NULL OR taken_up)"
"""The claims that are part of the case; all others are told by the way."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words found: the stretch they stand in, and the best matching words of it with the matches in ``[ ]``."""

    document: str
    passage: str
    span: Span
    excerpt: str


class Contents(Judgements):
    """The part of a case that was read from its documents."""

    def document_ids(self) -> tuple[str, ...]:
        """Ids of all documents, in order."""
        return tuple(row[0] for row in self._db.execute("SELECT id FROM documents ORDER BY id"))

    def documents(self) -> Iterator[Document]:
        """All documents, by id."""
        return self._records(Document, "SELECT record FROM documents ORDER BY id")

    def edition(self, document: str) -> Edition:
        """The text of one document with its passages. Raises UnknownName."""
        row = self._row("SELECT record, text FROM editions WHERE document = ?", document)
        if row is None:
            raise UnknownName(f"The case holds no document {document}.")
        return replace(load(Edition, row[0]), text=row[1], passages=tuple(self._read(Passage, "passages", document)))

    def text(self, document: str) -> str:
        """The text of one document. Raises UnknownName."""
        row = self._row("SELECT text FROM editions WHERE document = ?", document)
        if row is None:
            raise UnknownName(f"The case holds no document {document}.")
        return str(row[0])

    def texts(self) -> Iterator[tuple[str, str]]:
        """All documents' ids and texts, one at a time, by document id."""
        yield from self._db.execute("SELECT document, text FROM editions ORDER BY document")

    def extraction(self, document: str) -> Extraction:
        """All that was read from one document. Raises UnknownName."""
        row = self._row("SELECT extractor FROM editions WHERE document = ?", document)
        if row is None:
            raise UnknownName(f"The case holds no document {document}.")
        unread = self._db.execute('SELECT start, "end" FROM unread WHERE document = ? ORDER BY number', (document,))
        told = tuple(self._read(Claim, "claims", document))
        return Extraction(
            document,
            row[0],
            tuple(self._read(Mention, "mentions", document)),
            tuple(self._read(When, "times", document)),
            tuple(self._read(Saying, "sayings", document)),
            tuple(each for each in told if ASIDE not in each.reasons),
            tuple(Span(*each) for each in unread),
            tuple(each for each in told if ASIDE in each.reasons),
        )

    def pile(self, documents: Collection[str] | None = None) -> Pile:
        """Everything that was read, without the texts, in order of document id and then of reading.

        With ``documents`` only what was read from those.
        """
        part = _Part(self._db, documents)
        passages = part.by_document(Passage, "passages")
        unread: dict[str, list[Span]] = {}
        for document, start, end in part.rows('document, start, "end"', "unread"):
            unread.setdefault(document, []).append(Span(start, end))
        return Pile(
            documents={each.id: each for each in part.records(Document, "documents", "id")},
            editions={
                each.document: replace(each, passages=passages.get(each.document, ()))
                for each in part.records(Edition, "editions", "document")
            },
            passages={each.id: each for group in passages.values() for each in group},
            mentions={each.id: each for each in part.records(Mention, "mentions")},
            sayings={each.id: each for each in part.records(Saying, "sayings")},
            claims={each.id: each for each in part.records(Claim, "claims", where=COUNTS)},
            times=part.by_document(When, "times"),
            unread={document: tuple(spans) for document, spans in unread.items()},
            judgements=self.judgements(),
        )

    def asides(self, doings: AbstractSet[str], things: AbstractSet[str]) -> tuple[Claim, ...]:
        """What is told by the way of some doings, or with some words, all by their stems, in order of the pile."""
        wanted = [
            row[:2]
            for row in self._db.execute("SELECT document, number, aside FROM claims WHERE aside IS NOT NULL")
            if (words := row[2].split())[0] in doings or not things.isdisjoint(words)
        ]
        found = self._db.execute(
            """SELECT record FROM json_each(?) AS wanted CROSS JOIN claims
               ON document = wanted.value ->> 0 AND number = wanted.value ->> 1 ORDER BY document, number""",
            (json.dumps(wanted),),
        )
        return tuple(load_each(Claim, (row[0] for row in found)))

    def search(self, words: str, limit: int = 50) -> tuple[Hit, ...]:
        """Stretches that hold all the words, best first. ``"two words"`` is a phrase, ``harb*`` a beginning.

        Raises InputError where there is nothing to look for.
        """
        query = _query(words)
        rows = self._db.execute(
            """SELECT document, passage, start, "end", snippet(words, 0, '[', ']', ' … ', 24)
               FROM words JOIN stretches ON stretches.id = words.rowid
               WHERE words MATCH ? ORDER BY rank, document, start LIMIT ?""",
            (query, limit),
        )
        return tuple(Hit(row[0], row[1], Span(row[2], row[3]), " ".join(row[4].split())) for row in rows)

    def counts(self) -> dict[str, int]:
        """How much there is of everything."""
        tables = ("documents", "passages", "mentions", "times", "sayings", "claims", "unread", "skipped")
        across = ("copies", "actors", "places", "matters", "accounts", "disputes")
        found = {}
        for table in (*tables, *across):
            row = self._row(f"SELECT count(*) FROM {table}{f' WHERE {COUNTS}' if table == 'claims' else ''}")
            found[table] = int(row[0]) if row else 0
        row = self._row("SELECT count(*) FROM matters WHERE kind = 'event'")
        return {**found, "events": int(row[0]) if row else 0}

    def _read(self, kind: type[T], table: str, document: str) -> Iterator[T]:
        return self._records(kind, _ONE.format(table), document)


class _Part:
    """The rows of some documents, or of all, in order of document id and then of reading."""

    def __init__(self, db: sqlite3.Connection, documents: Collection[str] | None) -> None:
        self._db = db
        self._wanted = None if documents is None else json.dumps(sorted(documents))

    def rows(self, columns: str, table: str, key: str = "document", where: str = "1") -> Iterator[Row]:
        order = key if table in ("documents", "editions") else f"{key}, number"
        if self._wanted is None:
            return self._db.execute(f"SELECT {columns} FROM {table} WHERE {where} ORDER BY {order}")
        some = f"{key} IN (SELECT value FROM json_each(?)) AND {where}"
        return self._db.execute(f"SELECT {columns} FROM {table} WHERE {some} ORDER BY {order}", (self._wanted,))

    def records(self, kind: type[T], table: str, key: str = "document", where: str = "1") -> Iterator[T]:
        return load_each(kind, (row[0] for row in self.rows("record", table, key, where)))

    def by_document(self, kind: type[T], table: str) -> Mapping[str, tuple[T, ...]]:
        found: dict[str, list[T]] = {}
        rows, again = tee(self.rows("document, record", table))
        for (document, _), record in zip(again, load_each(kind, (row[1] for row in rows)), strict=True):
            found.setdefault(document, []).append(record)
        return {document: tuple(records) for document, records in found.items()}


_WORD = re.compile(r'"([^"]+)"|(\S+)')


def _query(words: str) -> str:
    parts = []
    for phrase, word in _WORD.findall(words):
        bare = (phrase or word).replace('"', " ").strip()
        beginning = bare.endswith("*") and not phrase
        if any(letter.isalnum() for letter in bare):
            parts.append(f'"{bare.rstrip("*")}"{"*" if beginning else ""}')
    if not parts:
        raise InputError("Give at least one word to search for.")
    return " ".join(parts)
