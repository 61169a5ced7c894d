"""Disputes over numbers killed, between casualty reports, against labels (``data/casualty_disputes.tsv``).

A labelled dispute (contradiction or update) is *found* where one of Sayso's disputes over killed, of any kind, holds
two of its different numbers, each from a report that gives it. A dispute that Sayso opens as a contradiction or an
update, between two labelled reports at least, is *right* where it holds two such numbers of one labelled contradiction
or update; otherwise it is wrong: other incidents, numbers of different things, or numbers that go together. What the
labels leave open is not counted: the dead of the whole war (100,000 and more), rows marked unsure, and numbers of only
the children or women among the dead, unless a row has them: the labels are of all the dead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from evals.casualties import Worked, labelled, worked_out
from evals.measure import Agreement, Measure, Mistake
from sayso.records.claim import Quantity
from sayso.records.matter import Dispute, DisputeKind

_OPEN = {DisputeKind.CONTRADICTION, DisputeKind.UPDATE}
_WANTED = {"contradiction", "update"}
_WAR = 100_000


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled question: what each report answers, and how the answers stand to one another."""

    group: str
    numbers: Mapping[str, frozenset[int]]
    kind: str

    @property
    def name(self) -> str:
        """The row in a few words."""
        told = ", ".join(f"{unit}: {'/'.join(map(str, sorted(each)))}" for unit, each in self.numbers.items())
        return f"{self.group} {self.kind} ({told})"

    def is_in(self, given: set[tuple[str, int]]) -> bool:
        """Whether two different numbers of this row are among ``given``, from two reports or one that gives both."""
        held = sorted({(unit, number) for unit, number in given if number in self.numbers.get(unit, ())})
        return any(one[1] != two[1] for one, two in combinations(held, 2))


def score(gold: Path) -> list[Measure]:
    """Recall and precision, and the share of the found whose kind is right. Raises Absent."""
    rows = list(read_rows())
    worked = worked_out(gold)
    disputes = [(each, given) for each in worked.findings.disputes if (given := _given(each, worked))]
    wanted = [row for row in rows if row.kind in _WANTED]
    missed = [row for row in wanted if not any(row.is_in(given) for _, given in disputes)]
    judged = [
        (each, given)
        for each, given in disputes
        if each.kind in _OPEN and _is_judged(given, rows) and not _is_of_a_part(each, given, worked, rows)
    ]
    wrong = [(each, given) for each, given in judged if not any(row.is_in(given) for row in wanted)]
    kinds = [(row, each) for row in rows for each, given in disputes if row.kind != "unsure" and row.is_in(given)]
    same_kind = [each for row, each in kinds if each.kind.value == row.kind]
    recall = Agreement(len(wanted) - len(missed), 0, len(missed)).recall
    precision = Agreement(len(judged) - len(wrong), len(wrong), 0).precision
    mistakes = (*_missed(missed, worked), *(_wrong(each, given, rows) for each, given in wrong))
    return [
        Measure("disputes", "recall of differing tolls", recall, "", mistakes, len(wanted)),
        Measure("disputes", "precision of those opened between reports", precision, items=len(judged)),
        Measure(
            "disputes", "kind of the found told right", len(same_kind) / len(kinds) if kinds else 0.0, items=len(kinds)
        ),
    ]


def read_rows() -> Iterator[Row]:
    """The labelled questions. Raises Absent."""
    for row in labelled("casualty_disputes.tsv"):
        numbers = (frozenset(int(each) for each in given.split("/")) for given in row["values"].split())
        yield Row(row["group"], dict(zip(row["unit_ids"].split(), numbers, strict=True)), row["type"])


def _given(dispute: Dispute, worked: Worked) -> set[tuple[str, int]]:
    """Report and number, for each claim of a dispute over killed; nothing for other slots."""
    given = set()
    if dispute.slot == "killed":
        for own in (claim for value in dispute.values for claim in value.claims):
            claim = worked.pile.claims[own]
            assert isinstance(claim.content, Quantity)
            for bound in (claim.content.low, claim.content.high):
                if bound is not None:
                    given.add((worked.unit[claim.document], round(bound)))
    return given


def _is_judged(given: set[tuple[str, int]], rows: list[Row]) -> bool:
    """Whether the labels tell if it is right: two reports, numbers of an incident, and no row that leaves it open."""
    if len({unit for unit, _ in given}) < 2 or sum(number < _WAR for _, number in given) < 2:
        return False
    return not any(row.kind == "unsure" and row.is_in(given) for row in rows)


def _is_of_a_part(dispute: Dispute, given: set[tuple[str, int]], worked: Worked, rows: list[Row]) -> bool:
    """Whether only children, or only women, are counted, and no row has their numbers."""
    told = (worked.pile.claims[claim].content for value in dispute.values for claim in value.claims)
    parts = all(isinstance(each, Quantity) and each.unit in ("child", "woman") for each in told)
    return parts and not any(row.is_in(given) for row in rows)


def _missed(rows: list[Row], worked: Worked) -> Iterator[Mistake]:
    read = {
        (worked.unit[claim.document], round(bound))
        for claim in worked.pile.claims.values()
        if isinstance(claim.content, Quantity) and claim.content.measure == "killed"
        for bound in (claim.content.low, claim.content.high)
        if bound is not None
    }
    for row in rows:
        kind = "the numbers are in no one matter" if row.is_in(read) else "a number was not read as killed"
        yield Mistake(f"missed: {kind}", row.name)


def _wrong(dispute: Dispute, given: set[tuple[str, int]], rows: list[Row]) -> Mistake:
    held = [row for row in rows if row.is_in(given)]
    kind = f"labelled {held[0].kind}" if held else "no labelled dispute"
    told = " | ".join(each.value for each in dispute.values)
    return Mistake(f"wrong {dispute.kind.value}: {kind}", f"{dispute.question} {told}; {sorted(given)}")
