"""What is done to somebody is never laid to whoever else the parse has at hand."""

from __future__ import annotations

from sayso.extract import extract
from sayso.records.claim import Claim, Deed, Plover
from sayso.settings import Settings
from tests.factory import edition


def deeds(text: str) -> list[Claim]:
    (read,) = extract([edition(text)], Settings())
    return [each for each in read.claims if isinstance(each.content, Deed)]


def roles(claim: Claim) -> list[tuple[str, str]]:
    assert isinstance(claim.content, Deed)
    return [(each.role, each.text) for each in claim.content.roles]


def test_those_on_a_list_are_to_be_punished_and_not_who_draws_it_up() -> None:
    text = "Foreign ministers agreed on Friday to draw up a list of officials to be punished for the violence."
    assert not any(("recipient", "Foreign ministers") in roles(each) for each in deeds(text))


def test_who_is_beaten_and_threatened_threatens_nobody() -> None:
    text = "Amnesty said detainees had been beaten, stripped naked and threatened with rape."
    (threat,) = (each for each in deeds(text) if isinstance(each.content, Deed) and each.content.plover == "THREATEN")
    assert roles(threat) == [("recipient", "detainees")]


def test_who_is_detained_may_threaten_others() -> None:
    (threat,) = (
        each
        for each in deeds("Karim Odeh was detained and threatened the guards.")
        if isinstance(each.content, Deed) and each.content.plover is Plover.THREATEN
    )
    assert roles(threat) == [("actor", "Karim Odeh"), ("recipient", "the guards")]


def test_an_accusation_keeps_what_it_is_of() -> None:
    quotes = [each.quote for each in deeds("Dan Hale accused Sela Orn of masterminding the murder.")]
    assert "Dan Hale accused Sela Orn of masterminding the murder" in quotes


def test_a_name_behind_a_month_does_what_comes_after_it() -> None:
    text = (
        "A pact was signed, under which Sundal will withdraw its troops by June and Ardesh will release 200 prisoners."
    )
    (release,) = (each for each in deeds(text) if isinstance(each.content, Deed) and each.content.mode == "released")
    assert roles(release) == [("actor", "Ardesh"), ("recipient", "200 prisoners")]
