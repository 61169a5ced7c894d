"""What courts, voters and referees decide is told apart from blows, and guilty from not guilty."""

from __future__ import annotations

import pytest

from sayso.extract import extract
from sayso.records.claim import Claim, Deed, Plover
from sayso.settings import Settings
from tests.factory import edition


def deeds(text: str) -> list[tuple[Claim, Deed]]:
    (read,) = extract([edition(text)], Settings())
    return [(each, each.content) for each in read.claims if isinstance(each.content, Deed)]


@pytest.mark.parametrize(
    ("text", "plover", "mode", "quote"),
    [
        ("Dan Hale pleaded not guilty on Monday.", Plover.REJECT, "pleaded-not-guilty", "pleaded not guilty"),
        ("Dan Hale pleaded guilty to theft.", Plover.CONCEDE, "pleaded-guilty", "pleaded guilty to theft"),
        ("Dan Hale was found guilty of fraud.", Plover.COERCE, "convicted", "found guilty of fraud"),
        ("Dan Hale was found not guilty.", Plover.CONCEDE, "pardoned", "found not guilty"),
    ],
)
def test_guilty_and_not_guilty_are_two_things(text: str, plover: Plover, mode: str, quote: str) -> None:
    ((claim, deed),) = deeds(text)
    assert (deed.plover, deed.mode) == (plover, mode)
    assert quote in claim.quote
    assert claim.polarity == "yes"


@pytest.mark.parametrize(
    "text",
    ["Robert Hale beat Sela Orn with 57.9% of the votes.", "Robert Hale defeated Sela Orn in the election."],
)
def test_to_beat_somebody_with_votes_is_no_assault(text: str) -> None:
    ((_, deed),) = deeds(text)
    assert (deed.plover, deed.mode) == (Plover.OFFICE, "won-election")


def test_to_beat_somebody_on_the_day_of_an_election_is_one() -> None:
    ((_, deed),) = deeds("He beat his wife on the day of the election.")
    assert deed.plover is Plover.ASSAULT


def test_a_match_is_no_deed() -> None:
    assert deeds("Tarsk United beat Velmora 3-1 on Sunday.") == []


def test_who_won_and_who_was_declared_the_winner_is_read() -> None:
    ((_, won),) = deeds("President Hale won 80 percent of the vote on Sunday.")
    assert (won.mode, [each.text for each in won.roles]) == ("won-election", ["President Hale"])
    ((_, declared),) = deeds("Karim Odeh was declared the winner.")
    assert (declared.mode, [each.text for each in declared.roles]) == ("won-election", ["Karim Odeh"])


def test_what_nobody_needs_to_do_is_not_done() -> None:
    assert deeds("Police said they no longer felt the need to hold him.") == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Nearly 600 have been wounded.", "Nearly 600 have been wounded"),
        ("At least 40 were killed.", "At least 40 were killed"),
        ("Between 10 and 20 people were killed.", "Between 10 and 20 people were killed"),
        ("As many as 300 fled.", "As many as 300 fled"),
        ("Almost all of the 30 hostages were freed.", "Almost all of the 30 hostages were freed"),
    ],
)
def test_a_quote_keeps_what_hedges_its_number(text: str, quote: str) -> None:
    ((claim, _),) = deeds(text)
    assert claim.quote == quote


def test_who_is_shot_beside_the_mayor_is_no_mayor() -> None:
    ((_, deed),) = deeds("The mayor, his wife and two guards were shot dead by gunmen.")
    assert [each.text for each in deed.roles if each.role == "recipient"] == ["The mayor", "his wife", "two guards"]
