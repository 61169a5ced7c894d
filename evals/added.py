"""What a few documents come to that are added beside their nearest, held against what the whole comes to.

One in thirteen of the labelled casualty reports is left out of a case; the rest is worked out, and each of those left
out is added. A claim of theirs is right where it stands in one matter with the same claims as when all are worked out
at once. The figure says nothing of how right that whole is, which is what ``events`` and ``disputes`` measure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from evals.casualties import Worked, keep, worked_out
from evals.measure import Measure, Mistake, agree
from sayso.records.pile import Findings, Pile
from sayso.route import bring_up_to_date, work_out
from sayso.settings import Settings
from sayso.store import Case

_EVERY = 13
_SETTINGS = Settings(large=1, share=1.0)


def score(gold: Path) -> list[Measure]:
    """Share of claims that stand as in the whole, pairs across documents, and claims in dispute. Raises Absent."""
    worked = worked_out(gold)
    late = sorted(worked.pile.documents)[::_EVERY]
    found = _added(worked, late)
    fresh = {own for own, claim in worked.pile.claims.items() if claim.document in late}
    ours, theirs = _groups(found, fresh), _groups(worked.findings, fresh)
    same = sum(ours[claim] == theirs[claim] for claim in fresh)
    pairs = agree(_pairs(ours, worked.pile), _pairs(theirs, worked.pile))
    disputes = agree(_disputes(found, fresh), _disputes(worked.findings, fresh))
    wrong = tuple(_mistakes(ours, theirs, worked.pile))
    return [
        Measure("added", "claims that stand as in the whole", same / len(fresh), f"{len(late)} reports", wrong),
        Measure("added", "pairs across documents, precision", pairs.precision),
        Measure("added", "pairs across documents, recall", pairs.recall, "each alone 0"),
        Measure("added", "claims in dispute, F1", disputes.f1, items=disputes.hits + disputes.missed),
    ]


def _added(worked: Worked, late: list[str]) -> Findings:
    with TemporaryDirectory() as folder, Case.create(Path(folder) / "a.case") as case:
        for own in worked.pile.documents.keys() - set(late):
            keep(case, worked.pile, worked.texts[own], worked.read[own])
        work_out(case, _SETTINGS)
        for own in late:
            keep(case, worked.pile, worked.texts[own], worked.read[own])
            if bring_up_to_date(case, _SETTINGS) is None:
                raise RuntimeError("the whole was worked out")
        return case.findings()


def _groups(findings: Findings, fresh: set[str]) -> dict[str, frozenset[str]]:
    """What stands in one matter with each of the ``fresh`` claims."""
    found = {}
    for matter in findings.matters:
        claims = frozenset(matter.claims)
        found.update(dict.fromkeys(claims & fresh, claims))
    return found


def _pairs(groups: Mapping[str, frozenset[str]], pile: Pile) -> set[tuple[str, str]]:
    return {
        (claim, other)
        for claim, group in groups.items()
        for other in group
        if pile.claims[claim].document != pile.claims[other].document
    }


def _disputes(findings: Findings, fresh: set[str]) -> set[tuple[str, str]]:
    """The claims in dispute, by slot: the disputes in which the added have a say."""
    return {
        (claim, dispute.slot)
        for dispute in findings.disputes
        for value in dispute.values
        for claim in value.claims
        if claim in fresh
    }


def _mistakes(
    ours: Mapping[str, frozenset[str]], theirs: Mapping[str, frozenset[str]], pile: Pile
) -> Iterator[Mistake]:
    for claim in sorted(theirs):
        for kind, others in (("apart", theirs[claim] - ours[claim]), ("joined", ours[claim] - theirs[claim])):
            if others:
                quoted = pile.claims[claim].quote, pile.claims[min(others)].quote
                yield Mistake(kind, " / ".join(" ".join(each.split())[:80] for each in quoted))
