"""Denials held against what the pile tells elsewhere, though the two share few words."""

from __future__ import annotations

from dataclasses import replace

from sayso.records.claim import Claim, Deed, Plover, Polarity, VoiceKind
from sayso.records.matter import Dispute
from tests.piles import PileBuilder, said
from tests.weigh.test_weigh import weighed


def withdrawal(build: PileBuilder, published: str = "2031-02-18") -> Claim:
    text = "Residents said the Free Army has pulled its fighters out of Lorn."
    where = build.document(text, "Post", "Harbour Post", published)
    army = ("the Free Army", "Free Army")
    quote = "the Free Army has pulled its fighters out of Lorn"
    doer = build.role(where, "actor", *army)
    deed = Deed(Plover.RETREAT, build.span(where, "pulled"), "pull", (doer,), mode="withdrew")
    return build.claim(where, quote, deed, voices=(said("residents"),))


def staying(build: PileBuilder, words: str = "left Lorn", lemma: str = "leave", published: str = "2031-02-19") -> Claim:
    text = f'"Our people have not {words}," the Free Army told the station.'
    where = build.document(text, "Radio", "Tarsk Radio", published)
    speaker = build.mention(where, "the Free Army", actor="Free Army")
    voice = replace(said("Free Army", VoiceKind.ORGANIZATION), mention=speaker.id)
    deed = Deed(
        Plover.OTHER,
        build.span(where, words.split(maxsplit=1)[0]),
        lemma,
        (build.role(where, "actor", "Our people", None),),
    )
    return build.claim(where, f"Our people have not {words}", deed, polarity=Polarity.NO, voices=(voice,))


def whether(build: PileBuilder) -> list[Dispute]:
    return [each for each in weighed(build)[2] if each.slot == "whether"]


def sides(dispute: Dispute) -> set[str]:
    return {claim for value in dispute.values for claim in value.claims}


def test_not_having_left_denies_having_pulled_out() -> None:
    build = PileBuilder()
    told, denied = withdrawal(build), staying(build)
    [dispute] = whether(build)
    assert sides(dispute) == {told.id, denied.id}


def test_a_denial_of_another_place_denies_nothing_here() -> None:
    build = PileBuilder()
    withdrawal(build)
    staying(build, "left Karst")
    assert whether(build) == []


def test_a_denial_of_another_doing_denies_nothing_here() -> None:
    build = PileBuilder()
    withdrawal(build)
    staying(build, "shelled Lorn", "shell")
    assert whether(build) == []


def test_a_denial_long_before_denies_nothing_here() -> None:
    build = PileBuilder()
    withdrawal(build)
    staying(build, published="2030-06-19")
    assert whether(build) == []
