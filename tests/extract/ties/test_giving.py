"""Backers by what they give, and who stands beneath the leaders of a body."""

from __future__ import annotations

import pytest

from sayso.extract.found import Found
from sayso.extract.mentions.finding import find_mentions
from sayso.extract.parse.reading import parse, pipeline
from sayso.extract.ties.finding import find_ties
from sayso.extract.times.finding import find_times
from sayso.records.claim import Tie
from sayso.settings import Settings
from tests.factory import edition


def told(text: str) -> list[tuple[Tie, str]]:
    (reading,) = parse([edition(text)], pipeline(Settings().pipeline))
    claims = find_ties(reading, Found.of(find_mentions(reading), find_times(reading)))
    return [(each.content, each.polarity.value) for each in claims if isinstance(each.content, Tie)]


def backers(text: str) -> list[tuple[str, str]]:
    return [(tie.a.text, tie.b.text) for tie, _ in told(text) if tie.tie.value == "BACKS"]


@pytest.mark.parametrize(
    ("text", "backing"),
    [
        ("Russia sent weapons to the Ostrel Brigade in 2030.", [("Russia", "the Ostrel Brigade")]),
        ("Iran has supplied the Harbour Guard militia with drones.", [("Iran", "the Harbour Guard militia")]),
        ("France supplied missiles to General Karim Odeh.", [("France", "General Karim Odeh")]),
        (
            "Days before Karim Odeh launched an offensive, Qatar promised millions of dollars to help pay for the operation.",
            [("Qatar", "Karim Odeh")],
        ),
        ("Russia sent wheat to the Ostrel Brigade.", []),
        ("Qatar denied sending weapons to the Ostrel Brigade.", []),
        ("Qatar has not sent weapons to the Ostrel Brigade.", []),
    ],
)
def test_who_gives_arms_or_pays_for_an_offensive_backs_whose_it_is(text: str, backing: list[tuple[str, str]]) -> None:
    assert backers(text) == backing


def test_who_holds_a_lower_rank_in_a_body_belongs_to_it_and_does_not_lead_it() -> None:
    found = {
        (tie.tie.value, tie.b.text, polarity)
        for tie, polarity in told("Karim Odeh was placed in a junior role in the Free Korvan Army.")
    }
    assert ("MEMBER_OF", "the Free Korvan Army", "yes") in found
    assert ("LEADS", "the Free Korvan Army", "no") in found


def test_the_clause_before_tells_when_somebody_stood_beneath_others() -> None:
    text = (
        "Karim Odeh returned to Korvania to take part in the 2030 revolution, but politics left him in a subordinate"
        " position in the rebel army."
    )
    (denied,) = [tie for tie, polarity in told(text) if polarity == "no"]
    assert denied.as_of is not None
    assert denied.as_of.edtf == "2030"
