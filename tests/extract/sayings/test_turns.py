"""Conversations printed in turns, each with its speaker's name and a colon."""

from __future__ import annotations

from sayso.extract import extract
from sayso.records.claim import Deed
from sayso.settings import Settings
from tests.factory import edition

INTERVIEW = """Karim Haddad, 29, fights for the Ostrel Brigade. He spoke by phone.

Harbour Post: What happened in Tarsk?

Karim Haddad: They came with a hundred soldiers. They burned 200 houses.

Everyone had fled. They shot an old man who could not walk.

Harbour Post: The government says rebels executed a village administrator in May.

Karim Haddad: Rebels never killed him. The army armed the villagers, some of them boys who had fled from Velmora.
"""


def voices(text: str) -> dict[str, list[str]]:
    """For each deed by its lemma, the voices behind the outlet."""
    (read,) = extract([edition(text)], Settings())
    deeds = [each for each in read.claims if isinstance(each.content, Deed)]
    return {
        each.content.lemma: [voice.name for voice in each.voices[1:]]
        for each in deeds
        if isinstance(each.content, Deed)
    }


def test_what_is_said_in_a_turn_is_the_speakers() -> None:
    assert voices(INTERVIEW)["burn"] == ["Karim Haddad"]


def test_a_turn_goes_on_until_the_next_one() -> None:
    assert voices(INTERVIEW)["shoot"] == ["Karim Haddad"]


def test_what_the_outlet_asks_is_its_own() -> None:
    assert voices(INTERVIEW)["execute"] == ["government"]


def test_all_of_a_turn_is_the_speakers_also_what_stands_by_the_way() -> None:
    assert voices(INTERVIEW)["flee"] == ["Karim Haddad"]


def test_lines_of_a_form_are_nobodys_turns() -> None:
    text = "Tarsk: Gunmen shot three men.\n\nVelmora: Soldiers burned a house.\n\nOstrel: Nothing happened."
    assert voices(text)["shoot"] == []


def test_a_speaker_may_have_a_seat_or_a_name_in_brackets() -> None:
    text = """Mrs Ada Briggs (Tarsk North): Why did the army come late?

The Minister of Defence (Mr Paul Ekong): Soldiers shot two bandits on the road.

Mrs Ada Briggs (Tarsk North): Soldiers looted the shops.

The Minister of Defence (Mr Paul Ekong): Nobody saw it.
"""
    assert voices(text) == {"shoot": ["Paul Ekong"], "loot": ["Mrs Ada Briggs"]}
