"""Who gives a toll: sources of numbers that verbs of giving and putting lead to."""

from __future__ import annotations

import pytest

from sayso.extract.found import Found
from sayso.extract.mentions.finding import find_mentions
from sayso.extract.parse.reading import parse, pipeline
from sayso.extract.sayings.finding import find_sayings
from sayso.settings import Settings
from tests.factory import edition


def given(text: str) -> list[tuple[str, str]]:
    """Source and content of each saying."""
    (reading,) = parse([edition(text)], pipeline(Settings().pipeline))
    sayings = find_sayings(reading, Found.of(find_mentions(reading), ()))
    return [
        (each.source.of(text), " / ".join(part.of(text) for part in each.content)) for each in sayings if each.source
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The Health Ministry put the death toll at 45.", "The Health Ministry", "the death toll at 45"),
        ("Tarsk Radio gave a toll of 12 dead.", "Tarsk Radio", "a toll of 12 dead"),
        ("Officials raised the number of dead to 30.", "Officials", "the number of dead to 30"),
        ("Officials of the council have put the figure at 45.", "Officials of the council", "the figure at 45"),
        ("One Western diplomat put the figure at 40.", "One Western diplomat", "the figure at 40"),
        ("Residents of Tarsk spoke of 27 dead.", "Residents of Tarsk", "27 dead"),
        ("The owners spoke of 17 dead.", "The owners", "17 dead"),
        ("Insurers put the damage at 90 million dollars.", "Insurers", "the damage at 90 million dollars"),
        ("An exit poll gave him 38 percent.", "An exit poll", "38 percent"),
        ("Officials put the figure at 25 and aid workers speak of more than 90.", "aid workers", "more than 90"),
        ("Officials put the figure at 25 and aid workers speak of more than 90.", "Officials", "the figure at 25"),
    ],
)
def test_a_toll_is_the_word_of_who_gives_it(text: str, source: str, content: str) -> None:
    assert (source, content) in given(text)


@pytest.mark.parametrize(
    "text",
    ["The shelling raised the death toll to 30.", "They put the tents at the river.", "They spoke of the old days."],
)
def test_what_cannot_speak_and_what_is_no_toll_say_nothing(text: str) -> None:
    assert given(text) == []


def test_those_who_are_counted_give_no_toll() -> None:
    text = "Five people have died in Tarsk, the Health Ministry said on Tuesday, raising an earlier toll of two."
    assert "Five people" not in {name for name, _ in given(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Thousands marched in Tarsk: 4,000 according to the police, 20,000 according to the organisers.",
        "The rally drew 4,000 people, according to the police, and 20,000, according to the organisers.",
    ],
)
def test_of_several_numbers_each_is_the_word_of_who_it_is_according_to(text: str) -> None:
    found = dict(given(text))
    assert ("4,000" in found["the police"], "20,000" in found["the police"]) == (True, False)
    assert ("4,000" in found["the organisers"], "20,000" in found["the organisers"]) == (False, True)


def test_what_one_says_of_two_numbers_stays_his() -> None:
    ((source, content),) = given("Four died and 20 were wounded in Tarsk, according to the police.")
    assert source == "the police"
    assert "Four" in content
    assert "20" in content
