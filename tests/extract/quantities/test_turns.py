"""What befell those counted by a turn of phrase rather than by one word."""

from __future__ import annotations

import pytest

from tests.extract.quantities.test_quantities import claims, content, figures, only


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Gunmen are holding nine engineers hostage at the dam.", ("nine engineers", "seized", "civilian")),
        ("Twenty villagers were rounded up in Lorn.", ("Twenty villagers", "arrested", "civilian")),
        ("The war drove 8,000 people from their homes.", ("8,000 people", "displaced", "person")),
        ("Clashes forced 900 civilians to seek shelter elsewhere.", ("900 civilians", "displaced", "civilian")),
        ("There are 12 passengers who have not been seen since.", ("12 passengers", "missing", "person")),
        ("Rescuers are looking for eight climbers.", ("eight climbers", "missing", "person")),
        ("Thirty people were taken to hospital.", ("Thirty people", "wounded", "person")),
        ("We lost 14 fighters at the bridge.", ("14 fighters", "killed", "fighter")),
        ("Five soldiers fell in the ambush.", ("Five soldiers", "killed", "soldier")),
        ("The organisers spoke of 40,000 on the square.", ("40,000", "attended", "person")),
        ("The march was attended by 5,000 people.", ("5,000 people", "attended", "person")),
        ("We were 60,000 in the streets of Velmora!", ("60,000", "attended", "person")),
    ],
)
def test_turns_of_phrase_say_what_befell(text: str, figure: tuple[str, str, str]) -> None:
    assert figure in figures(text)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Three gunmen shot dead five policemen.", "people"),
        ("Fifty soldiers rounded up villagers in Lorn.", "people"),
        ("Twenty doctors treated the wounded.", "people"),
        ("The party lost 14 seats.", "count"),
        ("Twelve houses fell in the quake.", "count"),
    ],
)
def test_not_of_those_who_do_it_nor_of_things(text: str, measure: str) -> None:
    assert figures(text)[0][1] == measure


def test_what_is_handed_over_is_no_more_than_its_number() -> None:
    handed = only("The rebels handed over 48 soldiers.")
    assert (handed.low, handed.high) == (48, 48)


def test_no_more_than_bounds_from_above() -> None:
    most = only("No more than 380 soldiers came back.")
    assert (most.low, most.high) == (0, 380)


def test_a_count_tells_what_it_is_of_and_one_told_before_does_not() -> None:
    [first] = claims("Raiders burnt 40 houses in Dunmere.")
    assert content(first).topic == "Raiders burnt in Dunmere"
    [again] = claims("Raiders burnt the 40 houses in Dunmere.")
    assert content(again).topic is None
