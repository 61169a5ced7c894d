"""Denials that take up what was said right before them."""

from __future__ import annotations

from sayso.records.claim import Claim, Plover, Polarity, Stance, Voice, VoiceKind
from sayso.records.matter import Dispute, DisputeKind
from tests.piles import PileBuilder, said
from tests.weigh.test_weigh import weighed


def answered(
    build: PileBuilder, denial: str = "Odeh denies it", between: str = "", denier: str = "Odeh", what: str = "it"
) -> tuple[Claim, Claim]:
    text = f"Haddad accused Odeh of planning the raid. {between}{denial}."
    where = build.document(text, "Post")
    told = build.deed(
        where,
        "Haddad accused Odeh",
        "accuse",
        Plover.ACCUSE,
        doer=("Haddad", "Salim Haddad"),
        target=("Odeh", "Karim Odeh"),
        sentence="Haddad accused Odeh of planning the raid.",
    )
    actor = {"Odeh": "Karim Odeh"}.get(denier, denier)
    denied = build.deed(where, denial, "deny", Plover.REJECT, doer=(denier, actor), target=(what, None))
    return told, denied


def whether(build: PileBuilder) -> list[Dispute]:
    return [each for each in weighed(build)[2] if each.slot == "whether"]


def test_a_denial_right_behind_an_accusation_answers_it() -> None:
    build = PileBuilder()
    told, denied = answered(build)
    [dispute] = whether(build)
    assert dispute.kind is DisputeKind.CONTRADICTION
    assert [value.claims for value in dispute.values] == [(told.id,), (denied.id,)]
    assert dispute.reasons[0] == "Odeh denies it: “Odeh denies it”"


def test_who_denies_any_part_in_it_answers_too() -> None:
    build = PileBuilder()
    answered(build, denial="Odeh denied any involvement", what="any involvement")
    assert len(whether(build)) == 1


def test_who_denies_something_else_does_not() -> None:
    build = PileBuilder()
    answered(build, denial="Odeh denied Haddad a visa", what="a visa")
    answered(build, denial="Odeh denied previous accusations", what="previous accusations")
    assert whether(build) == []


def test_somebody_else_s_denial_is_no_answer() -> None:
    build = PileBuilder()
    answered(build, denial="Lina Saab denies it", denier="Lina Saab")
    assert whether(build) == []


def test_a_denial_far_behind_is_of_something_else() -> None:
    build = PileBuilder()
    answered(build, between="The harbour was quiet that week, and the boats stayed in. " * 7)
    assert whether(build) == []


def armed(build: PileBuilder, voices: tuple[Voice, ...]) -> None:
    where = build.document("Sundal armed the FKA. Sundal denies it.", "Post")
    doer = ("Sundal", "Sundal")
    build.deed(where, "Sundal armed the FKA", "arm", Plover.AID, doer=doer, target=("FKA", "FKA"), voices=voices)
    build.deed(where, "Sundal denies it", "deny", Plover.REJECT, doer=doer, target=("it", None))


def test_help_is_denied_where_somebody_says_that_it_was_given() -> None:
    build = PileBuilder()
    armed(build, (said("Ardesh", VoiceKind.ORGANIZATION),))
    assert len(whether(build)) == 1


def test_what_the_paper_tells_for_itself_of_plain_help_is_not_what_is_denied() -> None:
    build = PileBuilder()
    armed(build, ())
    assert whether(build) == []


def killed(build: PileBuilder, whom: str = "anyone") -> tuple[Claim, Claim]:
    text = f"A docker was killed, the union said. The ministry denied that {whom} had died."
    where = build.document(text, "Post")
    voices = tuple(said(name, VoiceKind.ORGANIZATION, stance) for name, stance in _SAID)
    told = build.deed(where, "A docker was killed", "kill", target=("A docker", None), mode="killed", voices=voices[:1])
    quote = f"{whom} had died"
    target = (whom, None)
    return told, build.deed(where, quote, "die", Plover.DEATH, target=target, polarity=Polarity.NO, voices=voices[1:])


_SAID = (("the union", Stance.ASSERTS), ("the ministry", Stance.DENIES))


def test_who_denies_that_anyone_died_denies_the_death_told_before() -> None:
    build = PileBuilder()
    told, denied = killed(build)
    [dispute] = whether(build)
    assert [value.claims for value in dispute.values] == [(told.id,), (denied.id,)]


def test_who_denies_the_death_of_somebody_denies_no_other() -> None:
    build = PileBuilder()
    killed(build, whom="its captain")
    assert whether(build) == []


def beside_a_statement(denial: str) -> list[Dispute]:
    """The disputes over a denial in the sentence of what somebody said before it."""
    build = PileBuilder()
    text = f"Lina Saab said the ministry had paid the tax; {denial}."
    where = build.document(text, "Post")
    voices = (said("Lina Saab"),)
    build.deed(where, "the ministry had paid the tax", "pay", voices=voices, sentence=text)
    build.deed(where, denial, "deny", Plover.REJECT, doer=("she", None), target=("any wrongdoing", None), sentence=text)
    return whether(build)


def test_who_also_denies_something_denies_not_what_was_just_said() -> None:
    assert beside_a_statement("she denied any wrongdoing")
    assert not beside_a_statement("she also denied any wrongdoing")
