"""A case to which a few documents are added without all of it being loaded: its nearest parts, and what is put back."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TypeVar

from sayso.records.actor import Actor, Place
from sayso.records.graft import Graft
from sayso.records.matter import Account, Copy, Dispute, Matter
from sayso.records.pile import Findings, Pile
from sayso.store.contents import COUNTS, Contents
from sayso.store.packing import ACROSS, Row, load, pack_findings

T = TypeVar("T")
Named = TypeVar("Named", Actor, Matter)

_NOTHING = Findings()

_WORD = re.compile(r"\d{2,}|[^\W\d_]{3,}")
_TOKEN = re.compile(r"[^\W_]+")
_WORDS_ASKED, _WORDS_OF_A_CLAIM = 32, 8
"""How many words, the rarest first, a document's neighbours are found by, and those of one of its claims."""
_FEWEST_ASKED, _HELD = 4, 4000
"""From so many words on, only as many as stand in so many stretches: a common word costs most and tells least."""
_COMMON = 0.3
"""Share of all stretches from which on a word says nothing of whose neighbour a document is."""
_CLAIMS_OF_AN_EVENT = 2
"""Claims of one event whose documents are taken in."""
_BEARERS = 2
"""Documents that are taken in for a name that no neighbour has."""


class Growing(Contents):
    """The part of a case that takes in what few documents add."""

    def is_settled(self) -> bool:
        """Whether the findings are those of the whole case, worked out at once."""
        return int((self._get("worked_out") or "0 ").split(" ")[0]) == self.generation()

    def is_stale(self, made_with: str | None = None) -> bool:
        """Whether documents or judgements came in that are in no findings, or another version made them."""
        generation, _, version = (self._get("worked_out") or "0 ").partition(" ")
        added = int(self._get("added") or 0)
        return max(int(generation), added) != self.generation() or (
            made_with is not None and version != made_with and self.generation() > 0
        )

    def unsettled(self) -> tuple[str, ...]:
        """Documents that were added since the whole was worked out, by id."""
        return tuple(row[0] for row in self._db.execute("SELECT document FROM fresh WHERE added ORDER BY document"))

    def to_add(self, made_with: str) -> tuple[str, ...] | None:
        """Documents that came in since the findings were made, by id; None where more than that has changed.

        A judgement, a withdrawal, a document that was read again or another version change what was found of others.
        """
        generation, _, version = (self._get("worked_out") or "0 ").partition(" ")
        rows = self._db.execute("SELECT document, added FROM fresh ORDER BY document").fetchall()
        if version != made_with or int(generation) + len(rows) != self.generation():
            return None
        return tuple(document for document, added in rows if not added)

    def nearest(self, document: str, limit: int, by_claim: int) -> tuple[str, ...]:
        """Documents with words most like those of one, ``limit`` by the whole, ``by_claim`` for each of its claims.

        The whole is asked for by its rarer words, a claim by all; likeness is Okapi BM25, as SQLite's FTS5 has it.
        """
        row = self._row("SELECT text FROM editions WHERE document = ?", document)
        counts = self._counted(set(_words(row[0] if row else "")))
        found = set(self._like(document, _rarest(counts, counts, _WORDS_ASKED), limit))
        for (quote,) in self._db.execute(
            f"SELECT DISTINCT quote FROM claims WHERE document = ? AND {COUNTS}", (document,)
        ):
            asked = _rarest(counts.keys() & set(_words(quote)), counts, _WORDS_OF_A_CLAIM)
            found.update(self._like(document, asked, by_claim))
        return tuple(sorted(found))

    def _like(self, document: str, words: Sequence[str], limit: int) -> list[str]:
        if not words:
            return []
        hits = self._db.execute(
            """SELECT document FROM words JOIN stretches ON stretches.id = words.rowid
               WHERE words MATCH ? ORDER BY rank LIMIT ?""",
            (" OR ".join(f'"{word}"' for word in words), 3 * limit),
        )
        return list(dict.fromkeys(own for (own,) in hits if own != document))[:limit]

    def bearers(self, documents: Collection[str], near: Collection[str]) -> tuple[str, ...]:
        """Documents that hold names which ``documents`` give and none of ``near`` has, by id."""
        had = set(self._names(near))
        found: set[str] = set()
        for name in self._names(documents):
            phrase = " ".join(_TOKEN.findall(name))
            if name in had or not phrase:
                continue
            rows = self._db.execute(
                """SELECT DISTINCT document FROM words JOIN stretches ON stretches.id = words.rowid
                   WHERE words MATCH ? LIMIT ?""",
                (f'"{phrase}"', _BEARERS + len(documents)),
            )
            found.update([own for (own,) in rows if own not in documents][:_BEARERS])
        return tuple(sorted(found))

    def holders(self, words: str, limit: int) -> list[tuple[str, str]]:
        """When and in which documents words stand in that order: ``(published or 9999, document)``, the first first."""
        phrase = " ".join(_TOKEN.findall(words))
        rows = self._db.execute(
            """SELECT DISTINCT coalesce(published, '9999'), stretches.document
               FROM words JOIN stretches ON stretches.id = words.rowid JOIN passages ON passages.id = stretches.passage
               WHERE words MATCH ? LIMIT ?""",
            (f'"{phrase}"', limit),
        )
        return sorted((published, own) for published, own in rows) if phrase else []

    def of_a_kind(self, events: Iterable[Matter], limit: int) -> list[Matter]:
        """Known events of the kind of any of ``events`` at its time and at its place, each with its first claims alone.

        There are at most ``limit`` of each time and of each place.
        """
        found: dict[str, Matter] = {}
        for each in events:
            place, when = each.place or "", each.when.edtf if each.when else ""
            at_the_time = """SELECT record FROM matters WHERE edtf = ? AND plover = ?
                ORDER BY coalesce(place, '') != ?, id LIMIT ?"""
            there = "SELECT record FROM matters WHERE place = ? AND plover = ? ORDER BY edtf IS NOT NULL, id LIMIT ?"
            found.update((own.id, own) for own in self._records(Matter, at_the_time, when, each.plover, place, limit))
            found.update((own.id, own) for own in self._records(Matter, there, place, each.plover, limit))
        return [replace(each, claims=each.claims[:_CLAIMS_OF_AN_EVENT]) for each in found.values()]

    def ties_of(self, actors: Collection[str], limit: int) -> list[Matter]:
        """At most ``limit`` known ties of ``actors``, those among them first, with the first claim of each alone."""
        if not actors:
            return []
        named = " + ".join(f"(instr(record, ?{at}) > 0)" for at in range(1, len(actors) + 1))
        query = f"SELECT record FROM matters WHERE kind = 'tie' AND {named} ORDER BY {named} DESC, id LIMIT {limit}"
        ties = self._records(Matter, query, *sorted(actors))
        return [replace(tie, claims=tie.claims[:1]) for tie in ties]

    def tellers(self, matters: Iterable[Matter]) -> set[str]:
        """The documents whose claims are in any of ``matters``."""
        claims = [claim for matter in matters for claim in matter.claims]
        return {row[0] for row in self._some("SELECT DISTINCT document FROM claims WHERE id IN ({})", claims)}

    def findings_around(self, pile: Pile, places: Iterable[Place], had: Findings = _NOTHING) -> Findings:
        """What was found of the documents of ``pile``: whole records of its actors and matters, those of ``places``
        that are known, and the copies between its documents. What is in ``had`` is not read again.
        """
        chains = {each.chain for each in pile.mentions.values()}
        own = list(pile.documents)
        query = """SELECT record FROM copies WHERE document IN ({0})
            AND of_document IN (SELECT value FROM json_each(?1)) ORDER BY number"""
        return Findings(
            copies=tuple(self._loaded(Copy, query, own)),
            actors=self._whole(Actor, "SELECT record FROM actors WHERE id IN ({})", self._meant(chains), had.actors),
            places=tuple(
                self._loaded(Place, "SELECT record FROM places WHERE id IN ({})", [each.id for each in places])
            ),
            matters=self._whole(
                Matter, "SELECT record FROM matters WHERE id IN ({})", self._meant(pile.claims), had.matters
            ),
        )

    def standing_of(self, matters: Iterable[str]) -> Findings:
        """Accounts and disputes of some matters, by id."""
        own = list(matters)
        return Findings(
            accounts=tuple(self._loaded(Account, "SELECT record FROM accounts WHERE matter IN ({})", own)),
            disputes=tuple(self._loaded(Dispute, "SELECT record FROM disputes WHERE matter IN ({})", own)),
        )

    def extend(self, graft: Graft, generation: int) -> None:
        """Put what few documents add into the findings, in one transaction, unless another writer did so meanwhile.

        ``generation`` is what ``generation()`` gave when they were looked at: where anything came in since, the
        findings are known to be stale.
        """
        rows = pack_findings(graft.changed)
        with self._writing():
            if not set(graft.documents).isdisjoint(self.unsettled()):
                return
            self._forget("accounts", "matter", [each.id for each in graft.changed.matters])
            for table in ACROSS:
                keyed = table in ("actors", "places", "matters", "disputes")
                self._insert(table, list(self._numbered(table, rows[table], keyed)), replacing=True)
            self._insert("aliases", sorted(graft.meanings.items()), replacing=True)
            self._insert("fresh", [(each, 1) for each in graft.documents], replacing=True)
            self._set("added", str(generation))

    def _numbered(self, table: str, rows: Iterable[Row], keyed: bool) -> Iterator[Row]:
        """Rows under the numbers that those with their ids have, or behind all others."""
        last = self._row(f"SELECT coalesce(max(number), -1) FROM {table}")
        free = last[0] + 1 if last else 0
        for row in rows:
            held = self._row(f"SELECT number FROM {table} WHERE id = ?", row[1]) if keyed else None
            yield (held[0] if held else free, *row[1:])
            free += held is None

    def _forget(self, table: str, column: str, values: Iterable[str]) -> None:
        self._db.execute(
            f"DELETE FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))", (json.dumps(list(values)),)
        )

    def _meant(self, ids: Iterable[str]) -> list[str]:
        return [row[0] for row in self._some("SELECT DISTINCT means FROM aliases WHERE id IN ({})", ids)]

    def _names(self, documents: Iterable[str]) -> list[str]:
        query = (
            "SELECT DISTINCT name FROM mentions WHERE document IN ({}) AND form = 'name' AND name != '' ORDER BY name"
        )
        return [row[0] for row in self._some(query, documents)]

    def _whole(self, kind: type[Named], query: str, ids: Iterable[str], had: Iterable[Named]) -> tuple[Named, ...]:
        """The records of some ids, in order of id; those in ``had`` are taken from there."""
        wanted = set(ids)
        records = {each.id: each for each in had if each.id in wanted}
        for record in self._loaded(kind, query, wanted - records.keys()):
            records[record.id] = record
        return tuple(records[own] for own in sorted(records))

    def _loaded(self, kind: type[T], query: str, ids: Iterable[str]) -> Iterator[T]:
        return (load(kind, row[0]) for row in self._some(query, ids))

    def _some(self, query: str, ids: Iterable[str]) -> Iterator[Row]:
        """Rows of a query in which ``{}`` stands for a list of ids."""
        return self._db.execute(query.format("SELECT value FROM json_each(?1)"), (json.dumps(sorted(ids)),))

    def _counted(self, words: Collection[str]) -> dict[str, int]:
        """In how many stretches of the case each word stands; without those in one alone, and those in most."""
        self._db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab(main, words, row)")
        total = self._row("SELECT count(*) FROM stretches")
        most = max(20, _COMMON * total[0]) if total else 0
        rows = self._some("SELECT term, doc FROM temp.terms WHERE term IN ({})", words)
        return {term: count for term, count in rows if 1 < count <= most}


def _rarest(words: Collection[str], counts: Mapping[str, int], most: int) -> list[str]:
    """The rarest ``most`` of some words, fewer where they would stand in too many stretches together."""
    ordered = sorted(words, key=lambda word: (counts[word], word))[:most]
    held = list(accumulate(counts[word] for word in ordered))
    return [word for at, word in enumerate(ordered) if at < _FEWEST_ASKED or held[at] <= _HELD]


def _words(text: str) -> Iterator[str]:
    """The words of a text as the index spells them."""
    for word in _WORD.findall(text):
        parts = unicodedata.normalize("NFKD", word.lower())
        yield "".join(each for each in parts if not unicodedata.combining(each))
