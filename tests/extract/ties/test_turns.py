"""When ties begin and end: towns that change hands, offices that pass on, links that are cut."""

from __future__ import annotations

import pytest

from sayso.extract.found import Found
from sayso.extract.mentions.finding import find_mentions
from sayso.extract.parse.reading import parse, pipeline
from sayso.extract.ties.finding import find_ties
from sayso.extract.times.finding import find_times
from sayso.records.claim import Claim, Tie
from sayso.settings import Settings
from tests.factory import edition

GROUND = "The town of Tarsk and the town of Velmora lie in Egypt. "


def told(text: str, kind: str) -> list[tuple[str, str, str | None, str | None, bool]]:
    """Ties of a kind: from whom to whom, when begun, when ended, and whether it is over."""
    return [
        (tie.a.text, tie.b.text, tie.start.edtf if tie.start else None, tie.until.edtf if tie.until else None, over)
        for tie, over in ((each.content, each.content.former) for each in claims(text) if isinstance(each.content, Tie))
        if tie.tie.value == kind
    ]


def claims(text: str) -> tuple[Claim, ...]:
    (reading,) = parse([edition(text)], pipeline(Settings().pipeline))
    return find_ties(reading, Found.of(find_mentions(reading), find_times(reading)))


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "The Ostrel Brigade captured Tarsk in May 2030.",
            [("The Ostrel Brigade", "Tarsk", "2030-05", None, False)],
        ),
        (
            "Tarsk was captured by the Ostrel Brigade in May 2030.",
            [("the Ostrel Brigade", "Tarsk", "2030-05", None, False)],
        ),
        (
            "The town of Tarsk fell to the Ostrel Brigade in May 2030.",
            [("the Ostrel Brigade", "Tarsk", "2030-05", None, False)],
        ),
        (
            "The army retook Tarsk from the Ostrel Brigade in May 2030.",
            [("The army", "Tarsk", "2030-05", None, False), ("the Ostrel Brigade", "Tarsk", None, "2030-05", True)],
        ),
        (
            "The army retook the town of Tarsk from the Ostrel Brigade in May 2030.",
            [("The army", "Tarsk", "2030-05", None, False), ("the Ostrel Brigade", "Tarsk", None, "2030-05", True)],
        ),
        (
            "The army drove the Ostrel Brigade out of Tarsk in May 2030.",
            [("the Ostrel Brigade", "Tarsk", None, "2030-05", True)],
        ),
    ],
)
def test_a_town_that_changes_hands_is_held_from_then_or_until_then(text: str, held: list[object]) -> None:
    assert told(GROUND + text, "CONTROLS") == held


@pytest.mark.parametrize(
    "text",
    [
        "The Ostrel Brigade captured Tarsk.",
        "The Ostrel Brigade failed to capture Tarsk in May 2030.",
        "The army drove the villagers out of Tarsk in May 2030.",
        "The Ostrel Brigade took Tarsk to the brink in May 2030.",
    ],
)
def test_what_tells_of_no_day_on_which_a_town_was_held_is_no_control(text: str) -> None:
    assert not told(GROUND + text, "CONTROLS")


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The Tarsk dam has been in army hands since May 2030.", ("army", "The Tarsk dam", "2030-05", None, False)),
        (
            "The dam stayed in the hands of the Ostrel Brigade every day since May 2030.",
            ("the Ostrel Brigade", "The dam", "2030-05", None, False),
        ),
        ("The airport has not left army hands.", ("army", "The airport", None, None, False)),
        ("The army never lost the customs post.", ("The army", "the customs post", None, None, False)),
        ("The fort is no longer in rebel hands.", ("rebel", "The fort", None, None, True)),
        ("The town of Tarsk fell into rebel hands in May 2030.", ("rebel", "Tarsk", "2030-05", None, False)),
    ],
)
def test_ground_is_held_by_those_in_whose_hands_it_is(text: str, held: object) -> None:
    assert told(GROUND + text, "CONTROLS") == [held]


@pytest.mark.parametrize(
    "text",
    ["Power is in the hands of the army.", "The letters are in army hands.", "The army is in control of itself."],
)
def test_hands_on_what_is_no_ground_hold_nothing(text: str) -> None:
    assert not told(GROUND + text, "CONTROLS")


def test_a_span_of_days_is_no_beginning() -> None:
    (claim,) = [
        each for each in claims(GROUND + "The army held Tarsk from 3 to 9 May 2031.") if isinstance(each.content, Tie)
    ]
    assert isinstance(claim.content, Tie)
    assert (claim.content.start, claim.content.until) == (None, None)
    assert claim.content.as_of is not None
    assert claim.content.as_of.edtf == "2031-05-03/2031-05-09"


def test_whom_others_want_to_drive_from_a_town_holds_it_still() -> None:
    text = GROUND + "The army plans to retake Tarsk from the Ostrel Brigade in June 2031."
    assert ("the Ostrel Brigade", "Tarsk", None, None, False) in told(text, "CONTROLS")


def test_who_turns_others_against_somebody_has_not_broken_with_him() -> None:
    assert not told("Karim Odeh turned the villagers against the Ostrel Brigade in 2030.", "ALLIED_WITH")


def test_who_is_replaced_held_the_office_until_whoever_replaces_him() -> None:
    text = "Lena Marsh replaced Karim Odeh as interior minister in 2028."
    assert told(text, "HOLDS_OFFICE") == [
        ("Lena Marsh", "interior minister", "2028", None, False),
        ("Karim Odeh", "interior minister", None, "2028", True),
    ]
    assert any(each.quote.startswith("replaced Karim Odeh as") for each in claims(text))


def test_who_was_succeeded_by_somebody_held_the_office_until_then() -> None:
    text = "Karim Odeh was succeeded by Lena Marsh as interior minister in 2028."
    assert sorted(told(text, "HOLDS_OFFICE")) == [
        ("Karim Odeh", "interior minister", None, "2028", False),
        ("Lena Marsh", "interior minister", "2028", None, False),
    ]


def test_who_was_replaced_by_somebody_held_the_office_until_then() -> None:
    text = "Marsh was replaced by Tomas Orvik as interior minister in 2028. General Ada Marsh was not seen."
    found = told(text, "HOLDS_OFFICE")
    assert ("Tomas Orvik", "interior minister", "2028", None, False) in found
    assert ("Marsh", "interior minister", None, "2028", True) in found


def test_between_two_years_is_from_one_to_the_other() -> None:
    text = "Lena Marsh, who was interior minister between 2018 and 2021, denied it."
    assert told(text, "HOLDS_OFFICE") == [("Lena Marsh", "interior minister", "2018", "2021", False)]


def test_who_left_one_body_and_joined_another_joined_it_no_sooner() -> None:
    text = "Karim Odeh left the Harbour Guard in 2029 and joined the Ostrel Brigade."
    assert told(text, "MEMBER_OF") == [
        ("Karim Odeh", "the Harbour Guard", None, "2029", True),
        ("Karim Odeh", "the Ostrel Brigade", "2029/..", None, False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Karim Odeh fell out with Marwan al-Tariqi in 2025.",
        "Karim Odeh broke with Marwan al-Tariqi in 2025.",
        "Karim Odeh cut his ties with Marwan al-Tariqi in 2025.",
    ],
)
def test_who_falls_out_with_somebody_was_with_him_until_then(text: str) -> None:
    assert told(text, "ALLIED_WITH") == [("Karim Odeh", "Marwan al-Tariqi", None, "2025", True)]


def test_once_an_ally_is_an_ally_no_more() -> None:
    (tie,) = told("Karim Odeh, once a close ally of Marwan al-Tariqi, was seen in Velmora.", "ALLIED_WITH")
    assert tie[-1]


def test_a_minister_then_or_at_the_time_has_no_more_words_to_his_office() -> None:
    (then,) = told("In 2019 then-interior minister Lena Marsh ordered the arrests.", "HOLDS_OFFICE")
    assert then[:2] == ("interior minister Lena Marsh", "interior minister")
    assert then[-1]
    (beside,) = told("Lena Marsh, interior minister at the time, ordered the arrests.", "HOLDS_OFFICE")
    assert beside[1] == "interior minister"
