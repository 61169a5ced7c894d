"""Whom a deed is aimed at where its object does not say, in sentences about Korvania."""

from __future__ import annotations

import pytest

from sayso.extract.deeds.finding import find_deeds
from sayso.extract.found import Found
from sayso.extract.mentions.finding import find_mentions
from sayso.extract.parse.reading import parse, pipeline
from sayso.records.claim import Deed, Plover
from sayso.settings import Settings
from tests.factory import edition


def aimed_at(text: str, plover: Plover) -> list[str]:
    (reading,) = parse([edition(text)], pipeline(Settings().pipeline))
    deeds = [claim.content for claim in find_deeds(reading, Found.of(find_mentions(reading), ()))]
    first = next(each for each in deeds if isinstance(each, Deed) and each.plover is plover)
    return [role.text for role in first.roles if role.role == "recipient"]


@pytest.mark.parametrize(
    ("text", "plover", "recipients"),
    [
        ("Ardesh mobilized army reservists for a possible war against Sundal.", Plover.MOBILIZE, ["Sundal"]),
        (
            "President Odeh threatened further action against Sundal in a programme beamed by satellite.",
            Plover.THREATEN,
            ["Sundal"],
        ),
        ("Teachers threatened to strike unless the government pays their wages.", Plover.THREATEN, ["the government"]),
        (
            "Thousands of people blocked streets in Tarsk in defiance of the authorities.",
            Plover.PROTEST,
            ["the authorities"],
        ),
        (
            "Villagers began a hunger strike to demand the return of land seized by the Korvan army.",
            Plover.PROTEST,
            ["the Korvan army"],
        ),
        (
            "Korvan students rioted following a demonstration calling for the removal of President Marwan al-Tariqi.",
            Plover.PROTEST,
            ["President Marwan al-Tariqi"],
        ),
        ("Settlers set fire to the offices of the Harbour Guard on Monday.", Plover.ASSAULT, ["the Harbour Guard"]),
        ("Gunmen have kidnapped up to 16 Sundal advisers from a bazaar.", Plover.ASSAULT, ["up to 16 Sundal advisers"]),
        (
            "The militia refused to allow Sundal planes to land and evacuate 15 of its observers.",
            Plover.REJECT,
            ["Sundal planes"],
        ),
    ],
)
def test_whom_it_is_aimed_at_is_read_from_the_words_around(text: str, plover: Plover, recipients: list[str]) -> None:
    assert aimed_at(text, plover) == recipients


def test_of_joined_objects_the_first_is_not_left_out() -> None:
    text = "Rebels demanded the removal of President Karim Odeh and his ruling party at the talks."
    assert aimed_at(text, Plover.REQUEST) == ["President Karim Odeh", "his ruling party"]


def test_who_gives_the_lunch_is_no_party_to_the_meeting() -> None:
    text = (
        "Korvan diplomats held their first meeting with President Odeh at a lunch hosted by the Ambassador of Sundal."
    )
    assert aimed_at(text, Plover.CONSULT) == ["President Odeh"]


def test_who_speaks_at_the_end_is_not_who_was_beaten() -> None:
    text = "Border guards beat illegal immigrants with impunity, a human rights organization charged on Saturday."
    assert "a human rights organization" not in aimed_at(text, Plover.ASSAULT)
