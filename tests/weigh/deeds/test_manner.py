"""How somebody died, as different sources tell it."""

from __future__ import annotations

from sayso.records.claim import Claim
from sayso.records.matter import Dispute, DisputeKind
from tests.piles import PileBuilder, on, said
from tests.weigh.test_weigh import weighed

SABRI = ("Sabri", "Omar Sabri")


def died(build: PileBuilder, quote: str, lemma: str, who: str, *, own: bool = False, day: str | None = None) -> Claim:
    build.people = ("Omar Sabri",)
    text = f"{quote} that day, {who} said."
    where = build.document(text, f"{who} {lemma}", f"Paper of {who}")
    when = on(where, "that day", day) if day else None
    voices = (said(who),)
    if own:
        return build.deed(where, quote, lemma, doer=SABRI, voices=voices, when=when)
    return build.deed(where, quote, lemma, target=SABRI, voices=voices, when=when)


def how(build: PileBuilder) -> list[Dispute]:
    return [each for each in weighed(build)[2] if each.slot == "how"]


def test_nobody_dies_in_two_ways() -> None:
    build = PileBuilder()
    one = died(build, "Sabri hanged himself", "hang", "the prison", own=True)
    two = died(build, "Sabri was beaten to death", "beat", "his family")
    [dispute] = how(build)
    assert dispute.kind is DisputeKind.CONTRADICTION
    assert dispute.question == "How did Omar Sabri die?"
    assert {value.value: value.claims for value in dispute.values} == {
        "by the victim's own hand": (one.id,),
        "beaten": (two.id,),
    }


def test_a_beating_that_nobody_says_killed_may_go_with_a_shot_that_did() -> None:
    build = PileBuilder()
    died(build, "Sabri was shot dead", "shoot", "a guard")
    died(build, "Sabri was beaten", "beat", "his family")
    [dispute] = how(build)
    assert dispute.kind is DisputeKind.COMPATIBLE


def test_a_shot_of_another_day_is_not_what_he_died_of() -> None:
    build = PileBuilder()
    died(build, "Sabri was shot", "shoot", "a guard", day="2031-01-04")
    died(build, "Sabri was killed by a bomb", "kill", "his family", day="2031-05-04")
    assert how(build) == []


def test_shots_that_killed_nobody_are_no_death() -> None:
    build = PileBuilder()
    died(build, "Sabri was shot", "shoot", "a guard")
    died(build, "Sabri was beaten", "beat", "his family")
    assert how(build) == []
