"""Who held a bridge or a town, read from texts and weighed as a pile of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.records.matter import DisputeKind
from sayso.route import Wanted, read_pile, work_out
from sayso.settings import Settings
from sayso.store import Case

TAKEN = "The Free Korvan Army took the Karst railway bridge on Monday, 3 February 2031."
HELD = "The Karst railway bridge has been in the hands of the army without interruption since the autumn."


def holders(folder: Path, *texts: str) -> list[list[str]]:
    """The parties of each contradiction over who held ground; the texts are of 12 and of 20 February."""
    folder.mkdir(exist_ok=True)
    for at, text in enumerate(texts):
        (folder / f"{at}.txt").write_text(f"Paper {at}\n{('12', '20')[at]} February 2031\n\n{text}\n", "utf-8")
    settings = Settings(workers=1)
    with Case.create(folder / "pile.sayso") as case:
        read_pile(case, Wanted((str(folder),)), settings)
        found = work_out(case, settings)
    opened = (each for each in found.disputes if each.slot == "holder" and each.kind is DisputeKind.CONTRADICTION)
    return [[value.value for value in one.values] for one in opened]


@pytest.mark.parametrize(
    "held",
    [
        HELD,
        "The railway bridge at Karst has been in army hands every single day since January.",
        "The railway bridge at Karst stayed in the hands of government troops from 1 to 10 February.",
        "The Karst railway bridge has never been out of government hands, the ministry said.",
        "The army has not lost the Karst railway bridge for a single hour, a colonel said.",
        "Government troops have been in control of the Karst railway bridge since the war began in March 2030.",
    ],
)
def test_who_took_a_bridge_is_at_odds_with_whoever_held_it_all_the_time(tmp_path: Path, held: str) -> None:
    assert len(holders(tmp_path, TAKEN, held)) == 1


@pytest.mark.parametrize(
    "held",
    [
        "The Karst railway bridge has been in army hands since 5 February.",
        "The Karst railway bridge had been in army hands since the autumn.",
        "The railway bridge at Tarsk has been in army hands without a break since the autumn.",
        "The old stone bridge at Karst has been in army hands without a break since the autumn.",
        "The town of Karst has been in army hands without a break since the autumn.",
        "The Free Korvan Army (FKA) is no longer besieged. FKA troops held the Karst railway bridge all winter.",
        "The army held the Karst railway bridge from 1 to 3 February.",
    ],
)
def test_another_time_another_bridge_or_the_same_party_is_no_dispute(tmp_path: Path, held: str) -> None:
    assert holders(tmp_path, TAKEN, held) == []


@pytest.mark.parametrize(
    "taken",
    [
        "The 4th Brigade took the Karst railway bridge on Monday, 3 February 2031.",
        "The Free Korvan Army took the western end of the Karst railway bridge on Monday, 3 February 2031.",
        "The flood took the Karst railway bridge on Monday, 3 February 2031.",
        "The Free Korvan Army tried in vain to take the Karst railway bridge on Monday, 3 February 2031.",
    ],
)
def test_who_takes_nothing_from_the_army_is_at_odds_with_nobody(tmp_path: Path, taken: str) -> None:
    assert holders(tmp_path, taken, HELD) == []


@pytest.mark.parametrize(
    ("day", "at_odds"),
    [("9 February 2031", True), ("18 February 2031", False), ("4 January 2031", False)],
)
def test_what_remains_in_somebodys_hands_was_not_taken_just_before(tmp_path: Path, day: str, at_odds: bool) -> None:
    remains = "The Karst railway bridge remains in the hands of the army."
    assert bool(holders(tmp_path, remains, f"The Free Korvan Army took the Karst railway bridge on {day}.")) == at_odds


def test_what_is_in_our_hands_is_in_those_of_whoever_speaks_for_them(tmp_path: Path) -> None:
    ours = 'Jasna Brodik, spokeswoman of the Free Korvan Army, said: "The Karst dam remains in our hands."'
    assert len(holders(tmp_path, ours, "The army took the Karst dam on 9 February 2031.")) == 1
    assert holders(tmp_path / "again", ours, "The Free Korvan Army took the Karst dam on 9 February 2031.") == []
