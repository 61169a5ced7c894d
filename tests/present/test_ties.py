"""Ties put together over documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sayso.present.holding import Answer
from sayso.present.ties import ties_in_time
from sayso.present.view import View
from sayso.records.actor import MentionKind
from sayso.records.claim import TOLD_AS_PAST, Polarity, Role, TieKind
from tests.present.case_builder import CaseBuilder


def test_those_named_only_as_their_leaders_are_one_tie() -> None:
    case = CaseBuilder()
    text = "Odeh sent his forces. Odeh's men fled. Odeh led the Harbour Guard, and Marek's men stayed."
    document = case.document("post.txt", text, "Harbour Post", "2031-05-20")
    odeh = case.mention(document, "Odeh", MentionKind.PERSON, "Odeh")
    case.actor(MentionKind.PERSON, "Odeh", odeh)
    groups = [
        case.mention(document, words, MentionKind.ARMED_GROUP, words)
        for words in ("his forces", "Odeh's men", "the Harbour Guard", "Marek's men")
    ]
    for group, sentence in zip(
        groups,
        ("Odeh sent his forces", "Odeh's men fled", "Odeh led the Harbour Guard", "Marek's men stayed"),
        strict=True,
    ):
        case.claim(document, sentence, case.tie(TieKind.LEADS, odeh, group))
    led = {(tie.b, len(tie.claims)) for tie in ties_in_time(View(*case.case()))}
    assert led == {("those called “his forces” and “Odeh's men”", 2), ("the Harbour Guard", 1), ("Marek's men", 1)}


def test_who_leads_the_rebel_forces_is_disputed_by_who_puts_him_beneath_the_leaders_of_the_rebel_army() -> None:
    case = CaseBuilder()
    told = case.document("one.txt", "Odeh heads the rebel forces.", "Harbour Post", "2031-05-20")
    denied = case.document("two.txt", "Odeh was left beneath others in the rebel army.", "Tarsk Radio", "2031-05-20")
    people = [case.mention(each, "Odeh", MentionKind.PERSON, "Odeh") for each in (told, denied)]
    case.actor(MentionKind.PERSON, "Odeh", *people)
    forces = case.mention(told, "the rebel forces", MentionKind.ARMED_GROUP, "")
    army = case.mention(denied, "the rebel army", MentionKind.ARMED_GROUP, "")
    case.claim(told, "Odeh heads the rebel forces", case.tie(TieKind.LEADS, people[0], forces))
    case.claim(
        denied,
        "Odeh was left beneath others in the rebel army",
        case.tie(TieKind.LEADS, people[1], army),
        polarity=Polarity.NO,
    )
    (tie,) = ties_in_time(View(*case.case()))
    assert tie.holding.on(date(2031, 5, 20)) is Answer.DISPUTED


def phrases(*editions: tuple[str, str]) -> list[str]:
    """What is said of a tie told in each of some editions of a paper, as (text, day of publication)."""
    case = CaseBuilder()
    people, places = [], []
    for number, (text, published) in enumerate(editions):
        document = case.document(f"{number}.txt", text, "Harbour Post", published)
        if "Odeh" not in text:
            continue
        people.append(case.mention(document, "Odeh", MentionKind.PERSON, "Odeh"))
        places.append(case.mention(document, "Sundal", MentionKind.COUNTRY, "Sundal"))
        case.claim(document, text.rstrip("."), case.tie(TieKind.FIGHTS, people[-1], places[-1]))
    case.actor(MentionKind.PERSON, "Odeh", *people)
    case.actor(MentionKind.COUNTRY, "Sundal", *places)
    return [each.phrase for each in ties_in_time(View(*case.case()))]


def test_what_was_last_told_long_before_the_last_paper_is_put_in_the_past() -> None:
    assert phrases(("Odeh fights Sundal.", "2027-05-20"), ("The sea was calm.", "2031-05-20")) == ["fought"]


def test_what_is_told_again_of_late_goes_on() -> None:
    assert phrases(("Odeh fights Sundal.", "2027-05-20"), ("Odeh fights Sundal.", "2031-05-20")) == ["fights"]


def test_a_town_in_a_hyphen_is_the_one_place_of_that_name() -> None:
    text = "Velmora-based Karim Odeh spoke. Odeh lives in Velmora."
    case = CaseBuilder()
    document = case.document("post.txt", text, "Harbour Post", "2031-05-20")
    odeh = case.mention(document, "Karim Odeh", MentionKind.PERSON, "Karim Odeh")
    again = case.mention(document, "Odeh", MentionKind.PERSON, "Odeh", nth=1, chain=odeh.id)
    town = case.mention(document, "Velmora", MentionKind.PLACE, "Velmora", nth=1)
    hyphened = Role("b", None, case.span(document, "Velmora"), "Velmora")
    case.claim(document, "Velmora-based Karim Odeh", replace(case.tie(TieKind.BASED_IN, odeh, town), b=hyphened))
    case.claim(document, "Odeh lives in Velmora", case.tie(TieKind.BASED_IN, again, town))
    case.actor(MentionKind.PERSON, "Karim Odeh", odeh, again)
    case.place("Velmora", town)
    assert [len(tie.claims) for tie in ties_in_time(View(*case.case()))] == [2]


def test_what_is_told_in_the_past_tense_alone_is_worded_in_the_past() -> None:
    case = CaseBuilder()
    text = "Odeh led the Harbour Guard. Marek led the Ostrel Brigade, which Marek leads."
    document = case.document("post.txt", text, "Harbour Post", None)
    odeh = case.mention(document, "Odeh", MentionKind.PERSON, "Odeh")
    marek = case.mention(document, "Marek", MentionKind.PERSON, "Marek")
    guard = case.mention(document, "the Harbour Guard", MentionKind.ARMED_GROUP, "Harbour Guard")
    brigade = case.mention(document, "the Ostrel Brigade", MentionKind.ARMED_GROUP, "Ostrel Brigade")
    for kind, mention in (("person", odeh), ("person", marek), ("group", guard), ("group", brigade)):
        case.actor(MentionKind.PERSON if kind == "person" else MentionKind.ARMED_GROUP, mention.name, mention)
    past = (TOLD_AS_PAST,)
    case.claim(document, "Odeh led the Harbour Guard", case.tie(TieKind.LEADS, odeh, guard), reasons=past)
    case.claim(document, "Marek led the Ostrel Brigade", case.tie(TieKind.LEADS, marek, brigade), reasons=past)
    case.claim(document, "Marek leads", case.tie(TieKind.LEADS, marek, brigade))
    assert {(tie.a, tie.phrase) for tie in ties_in_time(View(*case.case()))} == {("Odeh", "led"), ("Marek", "leads")}
