"""The rule of somebody whom texts call a former president, dated by what they tell of his rise and fall."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sayso.present.holding import Answer
from sayso.present.ties import TieInTime, ties_in_time
from sayso.present.view import View
from sayso.records.actor import MentionKind
from sayso.records.claim import Plover, Status, Tie, TieKind
from tests.present.case_builder import CaseBuilder

TEXT = (
    "Former president Marwan al-Tariqi was seen in Sundal. The army brought al-Tariqi to power in 2009. "
    "Al-Tariqi was overthrown in October 2027."
)


def rule(title: str = "president", falling: Status = Status.ACTUAL) -> TieInTime:
    """The one tie of a short text; ``falling`` is how far the overthrow is said to have come about."""
    case = CaseBuilder()
    text = TEXT.replace("president", title)
    document = case.document("post.txt", text, "Harbour Post", "2031-05-20")
    who = case.mention(document, "Marwan al-Tariqi", MentionKind.PERSON, "Marwan al-Tariqi")
    again = case.mention(document, "al-Tariqi", MentionKind.PERSON, "al-Tariqi", nth=1, chain=who.id)
    last = case.mention(document, "Al-Tariqi", MentionKind.PERSON, "al-Tariqi", chain=who.id)
    office = case.mention(document, title, MentionKind.OFFICE)
    tie = replace(case.tie(TieKind.HOLDS_OFFICE, who, office), former=True)
    case.claim(document, f"Former {title} Marwan al-Tariqi", tie)
    rising = case.deed(
        document, "brought", Plover.OFFICE, recipient=again, when=case.when(document, "2009", "2009", "stated")
    )
    case.claim(document, "brought al-Tariqi to power in 2009", replace(rising, lemma="bring"))
    fell = case.deed(
        document, "overthrown", Plover.ASSAULT, recipient=last, when=case.when(document, "October 2027", "2027-10")
    )
    case.claim(document, "Al-Tariqi was overthrown in October 2027", replace(fell, lemma="overthrow"), status=falling)
    case.actor(MentionKind.PERSON, "Marwan al-Tariqi", who, again, last)
    [found] = [each for each in ties_in_time(View(*case.case())) if isinstance(each.claims[0].content, Tie)]
    return found


def test_a_rule_is_dated_by_the_rise_and_the_fall() -> None:
    found = rule()
    assert found.when.startswith("from 2009 until October 2027 (inferred from claims")
    asked = (date(2008, 6, 1), date(2015, 6, 1), date(2028, 6, 1))
    assert [found.holding.on(day) for day in asked] == [Answer.BEFORE, Answer.HELD, Answer.OVER]


def test_the_claims_it_is_inferred_from_stand_apart_from_those_that_tell_it() -> None:
    assert len(rule().telling) == 1
    assert [each.quote for each in rule().dated_by] == [
        "brought al-Tariqi to power in 2009",
        "Al-Tariqi was overthrown in October 2027",
    ]


@pytest.mark.parametrize("title", ["vice president", "interior minister", "party leader", "lawyer"])
def test_other_offices_say_nothing_of_power(title: str) -> None:
    assert rule(title).when == "start unknown; over by 20 May 2031"


def test_a_plan_to_overthrow_ends_nothing() -> None:
    assert "2027" not in rule(falling=Status.PLANNED).when


@pytest.mark.parametrize(
    ("text", "lemma", "until"),
    [
        ("The rebels forced out al-Tariqi in October 2027.", "force", "October 2027"),
        ("The rebels removed al-Tariqi from office in October 2027.", "remove", "October 2027"),
        ("The rebels forced al-Tariqi out of Tarsk in October 2027.", "force", None),
    ],
)
def test_who_is_forced_out_of_a_town_keeps_the_office(text: str, lemma: str, until: str | None) -> None:
    case = CaseBuilder()
    document = case.document(
        "post.txt", f"President Marwan al-Tariqi was elected. {text}", "Harbour Post", "2031-05-20"
    )
    who = case.mention(document, "Marwan al-Tariqi", MentionKind.PERSON, "Marwan al-Tariqi")
    again = case.mention(document, "al-Tariqi", MentionKind.PERSON, "al-Tariqi", nth=1, chain=who.id)
    case.claim(
        document,
        "President Marwan al-Tariqi",
        replace(
            case.tie(TieKind.HOLDS_OFFICE, who, case.mention(document, "President", MentionKind.OFFICE)), former=True
        ),
    )
    verb = "forced" if lemma == "force" else "removed"
    deed = case.deed(
        document, verb, Plover.OFFICE, recipient=again, when=case.when(document, "October 2027", "2027-10")
    )
    case.claim(document, text.removesuffix("."), replace(deed, lemma=lemma))
    case.actor(MentionKind.PERSON, "Marwan al-Tariqi", who, again)
    [tie] = ties_in_time(View(*case.case()))
    assert ("until October 2027" in tie.when) == (until is not None)


@pytest.mark.parametrize(("status", "over"), [(Status.ACTUAL, Answer.OVER), (Status.PLANNED, Answer.UNTOLD)])
def test_death_ends_what_somebody_was(status: Status, over: Answer) -> None:
    case = CaseBuilder()
    text = "Ambassador Mona Rell spoke. The attack of 11 September 2030 killed Rell."
    document = case.document("post.txt", text, "Harbour Post", "2031-05-20")
    who = case.mention(document, "Mona Rell", MentionKind.PERSON, "Mona Rell")
    again = case.mention(document, "Rell", MentionKind.PERSON, "Rell", nth=1, chain=who.id)
    when = case.when(document, "11 September 2030", "2030-09-11")
    office = case.mention(document, "Ambassador", MentionKind.OFFICE)
    case.claim(document, "Ambassador Mona Rell", replace(case.tie(TieKind.HOLDS_OFFICE, who, office), as_of=when))
    killed = case.deed(document, "killed", Plover.ASSAULT, recipient=again, when=when)
    case.claim(document, "killed Rell", replace(killed, lemma="kill"), status=status)
    case.actor(MentionKind.PERSON, "Mona Rell", who, again)
    [tie] = ties_in_time(View(*case.case()))
    assert tie.holding.on(date(2030, 9, 12)) is over
    assert ("dying" in tie.when) == (over is Answer.OVER)


def office(leaving: str, mode: str = "resigned", part: str = "actor") -> TieInTime:
    """The office of Lena Marek, of whom a second text tells, as it names her, that she left it."""
    case = CaseBuilder()
    first = case.document("a.txt", "The minister of ports, Lena Marek, met reporters.", "Harbour Post", "2031-05-02")
    second = case.document("b.txt", f"{leaving}.", "Tarsk Radio", "2031-05-20")
    people = []
    for document in (first, second):
        who = case.mention(document, "Lena Marek", MentionKind.PERSON, "Lena Marek")
        people.append(who)
        if "minister of ports, Lena Marek" in case.editions[document].text:
            post = case.mention(document, "minister of ports", MentionKind.OFFICE)
            case.claim(document, "minister of ports, Lena Marek", case.tie(TieKind.HOLDS_OFFICE, who, post))
    verb = "resigned" if mode == "resigned" else "dismissed"
    when = case.when(second, "19 May", "2031-05-19")
    roles = {"actor": people[1]} if part == "actor" else {"recipient": people[1]}
    deed = case.deed(second, verb, Plover.OFFICE, when=when, **roles)
    case.claim(second, leaving, replace(deed, lemma=verb, mode=mode))
    case.actor(MentionKind.PERSON, "Lena Marek", *people)
    [found] = [each for each in ties_in_time(View(*case.case())) if isinstance(each.claims[0].content, Tie)]
    return found


@pytest.mark.parametrize(
    ("leaving", "mode", "part"),
    [
        ("The minister of ports, Lena Marek, resigned on 19 May", "resigned", "actor"),
        ("Lena Marek resigned as minister of ports on 19 May", "resigned", "actor"),
        ("The president dismissed the minister of ports, Lena Marek, on 19 May", "removed", "recipient"),
    ],
)
def test_an_office_ends_when_its_holder_is_told_to_have_left_it(leaving: str, mode: str, part: str) -> None:
    found = office(leaving, mode, part)
    assert found.when.startswith(
        "from 2 May 2031 at the latest until 19 May 2031 (inferred from claims of stepping down"
    )
    assert [found.holding.on(date(2031, 5, day)) for day in (10, 20)] == [Answer.HELD, Answer.OVER]


@pytest.mark.parametrize(
    ("leaving", "mode", "part"),
    [
        ("Lena Marek resigned as leader of the Harbour Party on 19 May", "resigned", "actor"),
        ("Lena Marek resigned on 19 May", "resigned", "actor"),
        ("The minister of ports, Lena Marek, dismissed two captains on 19 May", "removed", "actor"),
    ],
)
def test_leaving_something_else_or_dismissing_others_ends_no_office(leaving: str, mode: str, part: str) -> None:
    assert "until" not in office(leaving, mode, part).when
