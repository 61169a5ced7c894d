"""Deeds that their doer denies in words that stand apart from the accusation."""

from __future__ import annotations

from dataclasses import replace

from sayso.records.claim import Claim, Plover, Polarity, Stance, VoiceKind
from sayso.records.matter import Dispute
from tests.piles import PileBuilder, on, said
from tests.weigh.test_weigh import weighed


def raid(build: PileBuilder, doer: str = "Sundal", whom: str = "Harbour Guard") -> Claim:
    text = f"Jets of {doer} bombed the {whom} on Sunday."
    where = build.document(text, "Post", "Harbour Post", "2031-05-19")
    return build.deed(
        where,
        text.rstrip("."),
        "bomb",
        Plover.ASSAULT,
        doer=(doer, doer),
        target=(whom, whom),
        when=on(where, "Sunday", "2031-05-18"),
        voices=(said("residents"),),
    )


def denied(
    build: PileBuilder, whom: str = "Harbour Guard", denier: str = "Sundal", published: str = "2031-05-20"
) -> Claim:
    text = f"Sundal denies bombing the {whom}, {denier} told reporters."
    where = build.document(text, "Courier", "Velmora Courier", published)
    spoken = replace(
        said(denier, VoiceKind.ORGANIZATION, Stance.DENIES), mention=build.mention(where, denier, actor=denier).id
    )
    return build.deed(
        where,
        f"Sundal denies bombing the {whom}",
        "bomb",
        Plover.ASSAULT,
        doer=("Sundal", "Sundal"),
        target=(whom, whom),
        polarity=Polarity.YES,
        voices=(spoken,),
    )


def whether(build: PileBuilder) -> list[Dispute]:
    return [each for each in weighed(build)[2] if each.slot == "whether"]


def test_a_denial_meets_the_raid_it_is_about() -> None:
    build = PileBuilder()
    accusation, denial = raid(build), denied(build)
    [dispute] = whether(build)
    assert {claim for value in dispute.values for claim in value.claims} == {accusation.id, denial.id}
    assert "Sundal denies it" in dispute.reasons[0]


def test_a_denial_about_others_who_were_struck_does_not() -> None:
    build = PileBuilder()
    raid(build)
    denied(build, whom="Ostrel Brigade")
    assert whether(build) == []


def test_a_denial_of_another_party_does_not() -> None:
    build = PileBuilder()
    raid(build, doer="Ardesh")
    denied(build)
    assert whether(build) == []


def test_a_denial_is_silent_on_what_is_told_long_after() -> None:
    build = PileBuilder()
    raid(build)
    denied(build, published="2030-05-20")
    assert whether(build) == []


def test_of_two_deeds_the_one_in_the_words_of_the_denial_is_meant() -> None:
    build = PileBuilder()
    accusation, denial = raid(build), denied(build)
    where = build.document("Sundal shelled the Harbour Guard.", "Radio", "Tarsk Radio", "2031-05-19")
    doer, target = ("Sundal", "Sundal"), ("Harbour Guard", "Harbour Guard")
    build.deed(where, "Sundal shelled the Harbour Guard", "shell", Plover.ASSAULT, doer=doer, target=target)
    [dispute] = whether(build)
    assert {claim for value in dispute.values for claim in value.claims} == {accusation.id, denial.id}
