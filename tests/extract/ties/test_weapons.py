"""Who fights whom by the weapons used."""

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


def fights(text: str) -> list[tuple[str, str]]:
    (reading,) = parse([edition(text)], pipeline(Settings().pipeline))
    claims = find_ties(reading, Found.of(find_mentions(reading), find_times(reading)))
    told = [each.content for each in claims if isinstance(each.content, Tie)]
    return [(each.a.text, each.b.text) for each in told if each.tie.value == "FIGHTS"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "The army conducted 15 strikes using aircraft and artillery against the Ostrel Brigade.",
            [("The army", "the Ostrel Brigade")],
        ),
        (
            "Egypt condemned Sudan's use of chemical weapons against the Ostrel Brigade.",
            [("Sudan", "the Ostrel Brigade")],
        ),
        (
            "The Harbour Guard liberated Tarsk from the control of the Ostrel Brigade.",
            [("The Harbour Guard", "the Ostrel Brigade")],
        ),
    ],
)
def test_who_uses_weapons_against_somebody_fights_him(text: str, parties: list[tuple[str, str]]) -> None:
    assert fights(text) == parties


@pytest.mark.parametrize(
    "text",
    [
        "Egypt voted for a ban on weapons against Sudan.",
        "The court allowed the use of testimony against the Ostrel Brigade.",
    ],
)
def test_weapons_that_nobody_uses_are_no_fight(text: str) -> None:
    assert not fights(text)
