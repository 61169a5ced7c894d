"""A bomb that goes off is a bombing by nobody; what stood there underwent it."""

from __future__ import annotations

import pytest

from sayso.extract import extract
from sayso.records.claim import Claim, Deed, Polarity, Status
from sayso.settings import Settings
from tests.factory import edition


def deeds(text: str) -> list[tuple[Claim, Deed]]:
    (read,) = extract([edition(text)], Settings())
    return [(each, each.content) for each in read.claims if isinstance(each.content, Deed)]


def bombings(text: str) -> list[tuple[Claim, Deed]]:
    return [(claim, deed) for claim, deed in deeds(text) if deed.mode == "bombed"]


def roles(deed: Deed) -> list[tuple[str, str]]:
    return [(each.role, each.text) for each in deed.roles]


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("A car bomb tore through the fish market in Tarsk on Tuesday.", "the fish market"),
        ("27 people died when a car bomb exploded at the bus station in Tarsk.", "the bus station"),
        ("A second device went off near the police station an hour later.", "the police station"),
        ("A car packed with explosives blew up outside the embassy on Monday.", "the embassy"),
        ("Mines exploded under two trucks on the Tarsk road on 2 May.", "two trucks"),
        ("A bomb was detonated outside the police station in Ostrel on 1 May.", "the police station"),
    ],
)
def test_where_a_bomb_goes_off_is_what_it_befell(text: str, struck: str) -> None:
    ((_, deed),) = bombings(text)
    assert roles(deed) == [("recipient", struck)]


@pytest.mark.parametrize(
    "text",
    [
        "Two bombs went off in Ostrel early on Tuesday.",
        "A grenade went off in the hands of a recruit in Ostrel.",
        "A roadside bomb exploded on Monday.",
    ],
)
def test_a_town_or_a_day_is_enough_to_tell_of_an_explosion(text: str) -> None:
    ((claim, deed),) = bombings(text)
    assert roles(deed) == []
    assert claim.quote.split()[-1] in text.rstrip(".")
    assert claim.quote.startswith(text.split(maxsplit=1)[0])


def test_who_blows_himself_up_did_it() -> None:
    ((_, deed),) = bombings("A suicide bomber blew himself up at a checkpoint in Velmora on Sunday.")
    assert roles(deed) == [("actor", "A suicide bomber"), ("recipient", "a checkpoint")]


def test_who_passes_by_wounds_nobody() -> None:
    text = "A roadside bomb exploded as an army convoy passed near Ostrel on Monday, wounding four soldiers."
    wounding = next(deed for _, deed in deeds(text) if deed.mode == "wounded")
    assert roles(wounding) == [("recipient", "four soldiers")]


@pytest.mark.parametrize(
    "text",
    [
        "The talks blew up on Monday in Velmora.",
        "Rumours rocked Ostrel on Sunday.",
        "A gas cylinder exploded in a kitchen in Ostrel.",
        "If the device had exploded in Velmora on Saturday, hundreds would have died.",
        "The lights went off in Tarsk on Friday.",
        "The blast shook the convoy.",
    ],
)
def test_what_is_no_bomb_or_did_not_come_about_is_no_bombing(text: str) -> None:
    assert not bombings(text)


def test_a_bomb_that_did_not_go_off_is_told_as_one_that_did_not() -> None:
    ((claim, _),) = bombings("The bomb did not explode at the bus station in Tarsk.")
    assert (claim.polarity, claim.status) == (Polarity.NO, Status.ACTUAL)


def test_where_no_group_claims_an_attack_none_is_laid_to_it() -> None:
    assert not deeds("No group has claimed responsibility for the attack.")
    ((_, deed),) = deeds("The Free Korvan Army claimed responsibility for the attack.")
    assert roles(deed) == [("actor", "The Free Korvan Army")]


def test_those_who_are_dead_in_a_headline_bombed_nobody() -> None:
    assert all(
        ("actor", "Dozens of children") not in roles(deed)
        for _, deed in deeds("Dozens of children dead in Tarsk evacuees bombing")
    )


def test_an_attack_named_after_the_unarmed_was_on_them() -> None:
    ((_, deed),) = deeds("The pilgrims bombing shocked Velmora.")
    assert roles(deed) == [("recipient", "pilgrims")]


def test_what_crashes_killed_nobody() -> None:
    killing = next(
        deed
        for _, deed in deeds("An army helicopter crashed near the border, killing five soldiers.")
        if deed.mode == "killed"
    )
    assert roles(killing) == [("recipient", "five soldiers")]
