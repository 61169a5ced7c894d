"""Scoring small labelled piles: which contradictions count as the labelled one, and which as false."""

from evals.piles import judged
from sayso.records.claim import Claim, Plover, Polarity
from sayso.records.matter import Dispute, DisputeKind, DisputeValue
from sayso.records.pile import Findings, Pile
from tests.piles import PileBuilder

TEXT = "The Guard shelled Tarsk, the mayor said. The Guard denied that it had shelled Tarsk. It rained on Monday."
CASE = {"dispute": True, "accusation": "The Guard shelled Tarsk", "denial": "it had shelled Tarsk"}


def pile() -> tuple[Pile, dict[str, Claim], dict[str, str]]:
    build = PileBuilder()
    where = build.document(TEXT, "Post")
    claims = {
        "told": build.deed(where, "The Guard shelled Tarsk", "shell", Plover.ASSAULT),
        "denied": build.deed(where, "it had shelled Tarsk", "shell", Plover.ASSAULT, polarity=Polarity.NO),
        "rain": build.deed(where, "It rained on Monday", "rain", Plover.ASSAULT),
    }
    return build.pile, claims, {where.document: TEXT}


def between(one: Claim, two: Claim, kind: DisputeKind = DisputeKind.CONTRADICTION) -> Dispute:
    values = (DisputeValue("yes", (one.id,), ()), DisputeValue("no", (two.id,), ()))
    return Dispute("x", "e", "whether", kind, "Is it so?", values)


def counts(dispute: Dispute, case: dict[str, object], given: tuple[Pile, dict[str, Claim], dict[str, str]]) -> str:
    outcome = judged(case, given[0], Findings(disputes=(dispute,)), given[2])
    return "right" if outcome.right else "wrong" if outcome.wrong else "neither"


def test_a_contradiction_of_accusation_and_denial_is_right() -> None:
    given = pile()
    assert counts(between(given[1]["told"], given[1]["denied"]), CASE, given) == "right"


def test_any_other_contradiction_is_wrong() -> None:
    given = pile()
    assert counts(between(given[1]["told"], given[1]["rain"]), CASE, given) == "wrong"


def test_a_contradiction_where_none_is_labelled_is_wrong() -> None:
    given = pile()
    assert counts(between(given[1]["told"], given[1]["denied"]), {**CASE, "dispute": False}, given) == "wrong"


def test_what_goes_together_is_no_contradiction() -> None:
    given = pile()
    compatible = between(given[1]["told"], given[1]["denied"], DisputeKind.COMPATIBLE)
    assert counts(compatible, CASE, given) == "neither"
