"""A speaker behind what is said speaks, whatever noun or comma he stands beside."""

from __future__ import annotations

from itertools import product

import pytest

from sayso.extract import extract
from sayso.records.claim import Claim, Deed
from sayso.settings import Settings
from tests.factory import edition

TOLD = (
    "The Guard shot three people in Ostrel",
    "At least 282 miners were killed in the mine in Tarsk",
    "Rebels had seized the airport and the port",
    "Troops wounded nine villagers near Ostrel",
)
SPEAKERS = (
    ("the energy minister, Sela Orn,", "Sela Orn"),
    ("Sela Orn, the mayor,", "Sela Orn"),
    ("a spokesman for the army, Major Dan Hale,", "Major Dan Hale"),
    ("Dan Hale, a spokesman for the Harbour Guard,", "Dan Hale"),
    ("Amina Sule, 34, a nurse,", "Amina Sule"),
    ("Dan Hale of the Red Crescent", "Dan Hale of the Red Crescent"),
)


def deeds(text: str) -> list[Claim]:
    (read,) = extract([edition(text)], Settings())
    return [claim for claim in read.claims if isinstance(claim.content, Deed)]


@pytest.mark.parametrize(("told", "speaker"), list(product(TOLD, SPEAKERS)))
def test_who_speaks_last_vouches_for_what_comes_before(told: str, speaker: tuple[str, str]) -> None:
    words, name = speaker
    for verb in ("said on Thursday", "told reporters"):
        (deed,) = deeds(f"{told}, {words} {verb}.")
        assert [voice.name for voice in deed.voices] == ["Harbour Post", name]


def test_who_speaks_last_does_nothing_of_what_he_tells() -> None:
    (deed,) = deeds("Gunmen killed two guards in Tarsk, Sela Orn, the mayor, announced on Monday.")
    assert isinstance(deed.content, Deed)
    assert [role.text for role in deed.content.roles] == ["Gunmen", "two guards"]


def test_those_who_are_wounded_before_the_comma_do_not_speak() -> None:
    (deed,) = (
        each
        for each in deeds("A bomb went off outside the bank, wounding six people, the mayor, Emil Garre, said.")
        if "wounding" in each.quote
    )
    assert [voice.name for voice in deed.voices] == ["Harbour Post", "Emil Garre"]
    assert isinstance(deed.content, Deed)
    assert "six people" in [role.text for role in deed.content.roles]


def test_a_town_beside_a_town_says_nothing() -> None:
    (deed,) = deeds("Gunmen stormed the port of Tarsk, Ostrel, the mayor said.")
    assert [voice.name for voice in deed.voices] == ["Harbour Post", "mayor"]


def test_a_participle_makes_nobody_a_speaker() -> None:
    (deed,) = (
        each
        for each in deeds("Police arrested the commander, Karim Odeh, reported missing since May.")
        if "arrested" in each.quote
    )
    assert [voice.name for voice in deed.voices] == ["Harbour Post"]
