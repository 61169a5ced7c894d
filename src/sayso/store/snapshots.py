"""What a case came to when it was last worked out, and the time before that.

SQLite gathers a snapshot itself, since loading every record to keep its name would cost more than the work it follows.
"""

from __future__ import annotations

import json
import sqlite3
import zlib

from sayso.records.plain import from_plain
from sayso.records.snapshot import Snapshot

BEFORE, NOW = 1, 2

_GATHER = {
    "documents": "SELECT json_object('id', id, 'name', name, 'made_with', made_with) FROM documents ORDER BY id",
    "actors": """SELECT json_object('id', id, 'name', name, 'kind', kind, 'mentions', mentions)
        FROM actors ORDER BY id""",
    "matters": """SELECT json_object('id', id, 'kind', kind, 'label', label, 'edtf', edtf, 'claims', claims,
        'origins', coalesce(origins, 0))
        FROM matters LEFT JOIN (
            SELECT matter, count(DISTINCT coalesce(nullif(json_extract(record, '$.counts_as'), ''), origin)) AS origins
            FROM accounts GROUP BY matter)
        ON matter = matters.id WHERE kind IN ('event', 'tie') ORDER BY id""",
    "disputes": """SELECT json_object('id', id, 'question', question, 'kind', kind) FROM disputes ORDER BY id""",
    "judgements": "SELECT json_quote(id) FROM judgements ORDER BY id",
}


def gather(db: sqlite3.Connection) -> str:
    """What the tables come to, as JSON without the time."""
    parts = []
    for name, query in _GATHER.items():
        parts.append(f'"{name}":[{",".join(row[0] for row in db.execute(query))}]')
    return "{" + ",".join(parts) + "}"


def keep(db: sqlite3.Connection, at: str) -> None:
    """Keep what the case comes to now; what it came to last is what it came to before, unless nothing changed."""
    fresh = gather(db)
    last = db.execute("SELECT data FROM snapshots WHERE number = ?", (NOW,)).fetchone()
    if last is not None and zlib.decompress(last[0]).decode() == fresh:
        return
    db.execute("DELETE FROM snapshots WHERE number = ?", (BEFORE,))
    db.execute("UPDATE snapshots SET number = ? WHERE number = ?", (BEFORE, NOW))
    db.execute("INSERT INTO snapshots VALUES (?, ?, ?)", (NOW, at, zlib.compress(fresh.encode(), 1)))


def read(db: sqlite3.Connection, number: int) -> Snapshot | None:
    """The snapshot under a number."""
    row = db.execute("SELECT at, data FROM snapshots WHERE number = ?", (number,)).fetchone()
    return None if row is None else from_plain(Snapshot, {"at": row[0], **json.loads(zlib.decompress(row[1]))})
