"""In whose waters or airspace a text puts a ship or an aircraft."""

from __future__ import annotations

import pytest

from sayso.extract.deeds.positions import find_positions
from sayso.extract.found import Found
from sayso.extract.mentions.finding import find_mentions
from sayso.extract.parse.reading import parse, pipeline
from sayso.extract.times.finding import find_times
from sayso.records.claim import Claim, Deed, Polarity
from sayso.settings import Settings
from tests.factory import edition


def positions(text: str) -> tuple[Claim, ...]:
    (reading,) = parse([edition(text)], pipeline(Settings().pipeline))
    return find_positions(reading, Found.of(find_mentions(reading), find_times(reading)))


@pytest.mark.parametrize(
    ("text", "craft", "where", "polarity"),
    [
        ("You are sailing in our waters, the guards said.", "You", "our waters", Polarity.YES),
        ("The group's vessel had been in international waters.", "The group's vessel", "international waters", "yes"),
        ("The jet was flying in Ardesh airspace when it was hit.", "The jet", "Ardesh airspace", Polarity.YES),
        ("The jet was on a routine flight in international airspace.", "The jet", "international airspace", "yes"),
        ("The ship was not in our waters, the navy said.", "The ship", "our waters", Polarity.NO),
        ("The boat was working outside Sundal's waters.", "The boat", "Sundal's waters", Polarity.NO),
        ("The boat was sailing outside of Sundal's waters.", "The boat", "Sundal's waters", Polarity.NO),
    ],
)
def test_a_craft_is_said_to_be_in_waters_of_somebody(text: str, craft: str, where: str, polarity: Polarity) -> None:
    (claim,) = positions(text)
    assert isinstance(claim.content, Deed)
    assert [role.text for role in claim.content.roles] == [craft, where]
    assert claim.polarity == polarity
    assert claim.quote == text[: text.index(where) + len(where)]


@pytest.mark.parametrize(
    "text",
    [
        "The boat was in the waters.",
        "He was in deep trouble in our waters.",
        "The minister worked in our waters.",
        "The navy said that the ship would sail in our waters.",
    ],
)
def test_what_tells_of_no_ship_or_nobodys_waters_is_left_out(text: str) -> None:
    assert positions(text) == ()
