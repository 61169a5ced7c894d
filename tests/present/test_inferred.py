"""When ties held by what is told of other things: a body's founding, blows, and towns that another takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sayso.present.holding import Answer
from sayso.present.ties import TieInTime, ties_in_time
from sayso.present.view import View
from sayso.records.actor import MentionKind
from sayso.records.claim import Plover, Status, TieKind
from tests.present.case_builder import CaseBuilder

GUARD, BRIGADE, COUNCIL = "the Harbour Guard", "the Ostrel Brigade", "the National Council"


def answers(tie: TieInTime, *days: date) -> list[Answer]:
    return [tie.holding.on(day) for day in days]


def struck(status: Status = Status.ACTUAL) -> TieInTime:
    """The one tie of a text that says who fights whom, and tells of a blow in May 2030."""
    text = f"Since long {GUARD} fights {BRIGADE}. In May 2030 {GUARD} shelled {BRIGADE}."
    case = CaseBuilder()
    document = case.document("post.txt", text, "Harbour Post", "2031-05-20")
    guard = case.mention(document, GUARD, MentionKind.ARMED_GROUP, GUARD)
    brigade = case.mention(document, BRIGADE, MentionKind.ARMED_GROUP, BRIGADE)
    again = case.mention(document, GUARD, MentionKind.ARMED_GROUP, GUARD, nth=1, chain=guard.id)
    other = case.mention(document, BRIGADE, MentionKind.ARMED_GROUP, BRIGADE, nth=1, chain=brigade.id)
    case.claim(document, f"{GUARD} fights {BRIGADE}", case.tie(TieKind.FIGHTS, guard, brigade))
    when = case.when(document, "May 2030", "2030-05")
    blow = case.deed(document, "shelled", Plover.ASSAULT, actor=again, recipient=other, when=when)
    case.claim(document, f"{GUARD} shelled {BRIGADE}", blow, status=status)
    case.actor(MentionKind.ARMED_GROUP, GUARD, guard, again)
    case.actor(MentionKind.ARMED_GROUP, BRIGADE, brigade, other)
    (tie,) = ties_in_time(View(*case.case()))
    return tie


def test_who_struck_another_whom_he_is_told_to_fight_fought_him_that_day() -> None:
    tie = struck()
    assert answers(tie, date(2030, 4, 1), date(2030, 5, 9), date(2031, 5, 20)) == [
        Answer.UNTOLD,
        Answer.HELD,
        Answer.HELD,
    ]
    assert "inferred from claims of what they did to one another" in tie.when


def test_a_blow_that_was_only_planned_tells_of_no_day() -> None:
    assert answers(struck(Status.PLANNED), date(2030, 5, 9)) == [Answer.UNTOLD]


def test_nothing_was_tied_to_a_body_before_it_was_founded() -> None:
    text = f"{COUNCIL} was formed in December 2030. {COUNCIL} sits in Velmora."
    case = CaseBuilder()
    document = case.document("post.txt", text, "Harbour Post", "2031-05-20")
    council = case.mention(document, COUNCIL, MentionKind.ORGANIZATION, COUNCIL)
    again = case.mention(document, COUNCIL, MentionKind.ORGANIZATION, COUNCIL, nth=1, chain=council.id)
    town = case.mention(document, "Velmora", MentionKind.PLACE, "Velmora")
    when = case.when(document, "December 2030", "2030-12")
    formed = case.deed(document, "formed", Plover.OFFICE, recipient=council, when=when)
    case.claim(document, f"{COUNCIL} was formed", replace(formed, lemma="form"))
    case.claim(document, f"{COUNCIL} sits in Velmora", case.tie(TieKind.BASED_IN, again, town))
    case.actor(MentionKind.ORGANIZATION, COUNCIL, council, again)
    (tie,) = ties_in_time(View(*case.case()))
    assert answers(tie, date(2030, 6, 1), date(2031, 1, 1), date(2031, 5, 20)) == [
        Answer.BEFORE,
        Answer.UNTOLD,
        Answer.HELD,
    ]
    assert tie.when.startswith("begun on 1 December 2030 or later")


def taken(allied: bool = False) -> TieInTime:
    """How one body held a town that another took half a year later, the two on one side or not."""
    text = f"{GUARD} took Velmora in March 2030. {BRIGADE} took Velmora in September 2030. {GUARD} backs {BRIGADE}."
    case = CaseBuilder()
    document = case.document("post.txt", text, "Harbour Post", "2031-05-20")
    guard = case.mention(document, GUARD, MentionKind.ARMED_GROUP, GUARD)
    brigade = case.mention(document, BRIGADE, MentionKind.ARMED_GROUP, BRIGADE)
    guards = case.mention(document, GUARD, MentionKind.ARMED_GROUP, GUARD, nth=1, chain=guard.id)
    brigades = case.mention(document, BRIGADE, MentionKind.ARMED_GROUP, BRIGADE, nth=1, chain=brigade.id)
    town = case.mention(document, "Velmora", MentionKind.PLACE, "Velmora")
    same = case.mention(document, "Velmora", MentionKind.PLACE, "Velmora", nth=1)
    march, autumn = (case.when(document, f"{month} 2030", f"2030-{at}") for month, at in _MONTHS)
    case.claim(document, f"{GUARD} took Velmora", case.tie(TieKind.CONTROLS, guard, town, start=march))
    case.claim(document, f"{BRIGADE} took Velmora", case.tie(TieKind.CONTROLS, brigade, same, start=autumn))
    if allied:
        case.claim(document, f"{GUARD} backs {BRIGADE}", case.tie(TieKind.BACKS, guards, brigades))
    case.actor(MentionKind.ARMED_GROUP, GUARD, guard, guards)
    case.actor(MentionKind.ARMED_GROUP, BRIGADE, brigade, brigades)
    case.place("Velmora", town, same)
    return next(each for each in ties_in_time(View(*case.case())) if each.kind is TieKind.CONTROLS)


_MONTHS = (("March", "03"), ("September", "09"))


def test_a_town_is_held_until_somebody_else_takes_it() -> None:
    asked = (date(2030, 2, 1), date(2030, 3, 31), date(2030, 7, 1), date(2030, 10, 1))
    assert answers(taken(), *asked) == [Answer.BEFORE, Answer.HELD, Answer.UNTOLD, Answer.OVER]
    assert taken().when == "from March 2030 until September 2030 (inferred from claims of another's taking the place)"


def test_a_town_that_ones_own_side_takes_is_not_lost() -> None:
    assert answers(taken(allied=True), date(2030, 10, 1)) == [Answer.UNTOLD]
