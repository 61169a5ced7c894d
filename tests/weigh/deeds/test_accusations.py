"""Deeds that their doer denies in words that stand apart from the accusation."""

from __future__ import annotations

from dataclasses import replace

from sayso.records.claim import Claim, Plover, Polarity, Stance, Status, VoiceKind
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


def coup(build: PileBuilder, stance: Stance = Stance.ALLEGES) -> Claim:
    text = "Tariqi accused Odeh of plotting a coup."
    where = build.document(text, "Post", "Harbour Post", "2031-05-19")
    voice = said("Tariqi", VoiceKind.PERSON, stance)
    return build.deed(
        where, "Odeh of plotting a coup", "coup", doer=("Odeh", "Karim Odeh"), status=Status.PLANNED, voices=(voice,)
    )


def no_coup(build: PileBuilder, denier: str = "Odeh", lemma: str = "coup") -> Claim:
    text = f"There was no {lemma}, {denier} told reporters."
    where = build.document(text, "Courier", "Velmora Courier", "2031-05-20")
    actor = {"Odeh": "Karim Odeh"}.get(denier, denier)
    spoken = replace(said(denier, VoiceKind.PERSON), mention=build.mention(where, denier, actor=actor).id)
    return build.deed(where, f"no {lemma}", lemma, polarity=Polarity.NO, voices=(spoken,))


def test_who_is_said_to_plot_a_coup_and_says_there_was_none_disputes_it() -> None:
    build = PileBuilder()
    accusation, denial = coup(build), no_coup(build)
    [dispute] = whether(build)
    assert [value.claims for value in dispute.values] == [(accusation.id,), (denial.id,)]


def test_that_there_was_no_such_deed_is_the_denial_of_whom_it_is_laid_to_alone() -> None:
    build = PileBuilder()
    coup(build)
    no_coup(build, denier="Lina Saab")
    no_coup(build, lemma="massacre")
    assert whether(build) == []


def test_a_plan_that_a_report_tells_of_itself_is_no_accusation() -> None:
    build = PileBuilder()
    coup(build, Stance.ASSERTS)
    no_coup(build)
    assert whether(build) == []


def test_a_charge_that_is_taken_up_to_be_denied_is_disputed_whatever_it_is() -> None:
    build = PileBuilder()
    where = build.document("Tanks crossed the border, Ardesh said, a charge Sundal has denied.", "Post")
    told = build.deed(
        where, "Tanks crossed the border", "cross", Plover.MOVE, doer=("Tanks", None), voices=(said("Ardesh"),)
    )
    spoken = said("Sundal", stance=Stance.DENIES)
    denial = build.deed(
        where,
        "a charge Sundal has denied",
        "cross",
        Plover.MOVE,
        doer=("Tanks", None),
        polarity=Polarity.NO,
        voices=(spoken,),
    )
    [dispute] = whether(build)
    assert [value.claims for value in dispute.values] == [(told.id,), (denial.id,)]
    assert "Sundal denies it" in dispute.reasons[0]


def test_a_denial_that_stands_apart_joins_one_that_does_not() -> None:
    build = PileBuilder()
    raid(build)
    text = "Jets of Sundal did not bomb the Harbour Guard on Sunday."
    where = build.document(text, "Radio", "Tarsk Radio", "2031-05-19")
    build.deed(
        where,
        text.rstrip("."),
        "bomb",
        doer=("Sundal", "Sundal"),
        target=("Harbour Guard", "Harbour Guard"),
        when=on(where, "Sunday", "2031-05-18"),
        polarity=Polarity.NO,
    )
    denial = denied(build)
    [dispute] = whether(build)
    assert denial.id in dispute.values[1].claims
    assert len(dispute.values[1].claims) == 2


def test_who_is_accused_of_a_massacre_and_says_there_was_none_disputes_it() -> None:
    build = PileBuilder()
    text = "Tariqi accused Odeh of a massacre."
    where = build.document(text, "Post", "Harbour Post", "2031-05-19")
    accusation = build.deed(
        where, text.rstrip("."), "accuse", Plover.ACCUSE, doer=("Tariqi", "Tariqi"), target=("Odeh", "Karim Odeh")
    )
    denial = no_coup(build, lemma="massacre")
    [dispute] = whether(build)
    assert [value.claims for value in dispute.values] == [(accusation.id,), (denial.id,)]


def used(build: PileBuilder, weapon: str, *, so: bool, day: str | None = None, name: str = "Post") -> Claim:
    told = f"Sundal used {weapon}" if so else f"Sundal denied using {weapon}"
    text = f"{told} that day."
    where = build.document(text, name, name, "2031-05-20")
    spoken = replace(
        said("Sundal", VoiceKind.ORGANIZATION, Stance.DENIES), mention=build.mention(where, "Sundal", actor="Sundal").id
    )
    return build.deed(
        where,
        told,
        "use",
        doer=("Sundal", "Sundal"),
        verb="used" if so else "using",
        when=on(where, "that day", day) if day is not None else None,
        voices=(said("residents"),) if so else (spoken,),
    )


def test_the_use_of_one_weapon_is_no_use_of_another() -> None:
    build = PileBuilder()
    used(build, "napalm", so=True)
    used(build, "poison gas", so=False, name="Courier")
    assert whether(build) == []
    gas = used(build, "gas shells", so=True, name="Radio")
    [dispute] = whether(build)
    assert dispute.values[0].claims == (gas.id,)


def test_a_denial_of_that_day_is_of_a_day_that_its_text_knows() -> None:
    build = PileBuilder()
    used(build, "gas", so=True, day="2031-05-04")
    used(build, "gas", so=False, day="", name="Courier")
    assert whether(build) == []
