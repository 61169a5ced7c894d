"""Who did it, where one account leaves no other doer."""

from __future__ import annotations

from sayso.records.claim import ALONE
from sayso.records.matter import Dispute, DisputeKind
from tests.piles import PileBuilder, said
from tests.weigh.test_weigh import weighed


def laid(build: PileBuilder, second: str, doer: str, place: str = "Tarsk") -> list[Dispute]:
    text = (
        f"The Ostrel Brigade burned the mill in Tarsk, the army said. It was {second} that burned the mill in {place}."
    )
    where = build.document(text, "Post")
    build.deed(
        where,
        "The Ostrel Brigade burned the mill in Tarsk",
        "burn",
        doer=("The Ostrel Brigade", "Ostrel Brigade"),
        target=("the mill", None),
        voices=(said("army"),),
    )
    quote = f"{second} that burned the mill in {place}"
    target = ("the mill", None)
    build.deed(where, quote, "burn", doer=(second, doer), target=target, voices=(said("a miller"),), reasons=(ALONE,))
    return [each for each in weighed(build)[2] if each.slot == "who"]


def test_a_deed_laid_to_one_alone_is_held_against_the_word_that_another_did_it() -> None:
    [dispute] = laid(PileBuilder(), "the Harbour Guard", "Harbour Guard")
    assert dispute.kind is DisputeKind.CONTRADICTION
    assert [value.value for value in dispute.values] == ["the Harbour Guard", "The Ostrel Brigade"]


def test_who_is_named_by_both_is_one() -> None:
    assert laid(PileBuilder(), "the Brigade", "Ostrel Brigade") == []


def test_another_mill_is_another_deed() -> None:
    assert laid(PileBuilder(), "the Harbour Guard", "Harbour Guard", "Karst") == []
