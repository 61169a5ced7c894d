"""The case: one SQLite file with the documents as received, all that was made of them and what people decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.errors import UnknownName
from sayso.records.actor import Actor, Place
from sayso.records.claim import Claim
from sayso.records.judgement import Ruling
from sayso.records.matter import Account, Copy, Dispute, Matter
from sayso.records.pile import Findings
from sayso.records.snapshot import Snapshot
from sayso.store import snapshots
from sayso.store.aliases import meanings
from sayso.store.growing import Growing
from sayso.store.packing import ACROSS, load, pack_findings
from sayso.store.verify import find_damage


class Case(Growing):
    """A case file, open. A context manager; every method that writes is one transaction.

    ``create`` and ``open`` raise NotACase, CaseTooNew, CaseDamaged, CaseBusy or CaseError.
    """

    def save_findings(self, findings: Findings, generation: int, made_with: str) -> None:
        """Replace all that was made across documents, in one transaction.

        ``generation`` is what ``generation()`` gave when the pile was loaded: where documents came in since, the
        findings are kept and known to be stale.
        """
        rows = pack_findings(findings)
        with self._writing():
            before = dict(self._db.execute("SELECT id, means FROM aliases").fetchall())
            means = meanings(findings, before, self._records(Dispute, "SELECT record FROM disputes ORDER BY number"))
            changed = sorted((own, meant) for own, meant in means.items() if before.get(own) != meant)
            self._insert("aliases", changed, replacing=True)
            for table in ACROSS:
                self._db.execute(f"DELETE FROM {table}")
                self._insert(table, rows[table])
            self._take_up(claim for matter in findings.matters for claim in matter.claims)
            self._set("worked_out", f"{generation} {made_with}")
            if generation == self.generation():
                self._db.execute("DELETE FROM fresh")
            snapshots.keep(self._db, self._clock())

    def _take_up(self, claims: Iterable[str]) -> None:
        """Let what was told by the way count where it is among ``claims``, and nowhere else."""
        asides = {row[0] for row in self._db.execute("SELECT id FROM claims WHERE aside IS NOT NULL")}
        self._db.execute("UPDATE claims SET taken_up = 0 WHERE taken_up")
        taken = [(each,) for each in claims if each in asides] if asides else []
        self._db.executemany("UPDATE claims SET taken_up = 1 WHERE id = ?", taken)

    def snapshot(self, *, earlier: bool = False) -> Snapshot | None:
        """What the case came to when it was last worked out, or the time before that; None where it was not."""
        return snapshots.read(self._db, snapshots.BEFORE if earlier else snapshots.NOW)

    def findings(self) -> Findings:
        """All that was made across documents, as it was last worked out."""
        ordered = "SELECT record FROM {} ORDER BY number"
        made = Findings(
            copies=tuple(self._records(Copy, ordered.format("copies"))),
            actors=tuple(self._records(Actor, ordered.format("actors"))),
            places=tuple(self._records(Place, ordered.format("places"))),
            matters=tuple(self._records(Matter, ordered.format("matters"))),
            accounts=tuple(self._records(Account, ordered.format("accounts"))),
            disputes=tuple(self._records(Dispute, ordered.format("disputes"))),
            rulings=tuple(self._records(Ruling, ordered.format("rulings"))),
        )
        return made if self.is_settled() else _in_order(made)

    def meaning(self, own: str) -> str:
        """The matter or actor that an id stands for now: its own id, or that of what it was joined to.

        A claim's id answers for its matter, a chain's or a mention's for its actor. Raises UnknownName.
        """
        row = self._row("SELECT means FROM aliases WHERE id = ?", own)
        row = row or self._row(
            "SELECT means FROM mentions JOIN aliases ON aliases.id = chain WHERE mentions.id = ?", own
        )
        if row is None:
            raise UnknownName(f"Nothing in the case goes by {own}.")
        return str(row[0])

    def matter_of(self, claim: str) -> Matter:
        """The matter that a claim, or an earlier id of the matter, belongs to. Raises UnknownName."""
        row = self._row("SELECT record FROM matters WHERE id = ?", self.meaning(claim))
        if row is None:
            raise UnknownName(f"Nothing in the case that happened goes by {claim}.")
        return load(Matter, row[0])

    def claim(self, own: str) -> Claim:
        """One claim. Raises UnknownName."""
        row = self._row("SELECT record FROM claims WHERE id = ?", own)
        if row is None:
            raise UnknownName(f"The case holds no claim {own}.")
        return load(Claim, row[0])

    def verify(self) -> Iterator[str]:
        """One sentence for each thing that is not as it was kept; nothing where all is well."""
        yield from find_damage(self._db)


def _in_order(findings: Findings) -> Findings:
    """What was added stands behind all else in the tables; put where it belongs."""
    return replace(
        findings,
        copies=tuple(sorted(findings.copies, key=lambda one: (one.document, one.span, one.of_document, one.of_span))),
        actors=tuple(sorted(findings.actors, key=lambda each: each.id)),
        places=tuple(sorted(findings.places, key=lambda each: each.id)),
        matters=tuple(sorted(findings.matters, key=lambda each: each.id)),
        accounts=tuple(sorted(findings.accounts, key=lambda each: (each.matter, each.origin))),
        disputes=tuple(sorted(findings.disputes, key=lambda each: (each.matter, each.slot, each.id))),
    )
