"""What can be done but once and is laid to two parties, read from texts and weighed as a pile of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.records.matter import DisputeKind
from sayso.route import Wanted, read_pile, work_out
from sayso.settings import Settings
from sayso.store import Case

KILLED = "Judge Ivo Marsh was shot dead on 10 February 2031 by two men of the Harbour Guard."
BLOWN = "Divers of the Harbour Guard blew up the Sella dam on 10 February 2031."


def doers(folder: Path, *texts: str) -> list[list[str]]:
    """The doers of each contradiction over who it was; the texts are of 12 and of 20 February."""
    for at, text in enumerate(texts):
        (folder / f"{at}.txt").write_text(f"Paper {at}\n{('12', '20')[at]} February 2031\n\n{text}\n", "utf-8")
    settings = Settings(workers=1)
    with Case.create(folder / "pile.sayso") as case:
        read_pile(case, Wanted((str(folder),)), settings)
        found = work_out(case, settings)
    opened = (each for each in found.disputes if each.slot == "who" and each.kind is DisputeKind.CONTRADICTION)
    return [[value.value for value in one.values] for one in opened]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (KILLED, "Judge Ivo Marsh was murdered at his door by fighters of the Ostrel Brigade."),
        (KILLED, "The bomb that killed Judge Ivo Marsh was planted by the Ostrel Brigade, a clerk said."),
        (KILLED, "Judge Ivo Marsh was killed by a mine that sappers of the Free Korvan Army had laid."),
        (BLOWN, "The Ostrel Brigade blew up the Sella dam on 10 February."),
        ("It was her brother who shot Councillor Mira Dost.", "A Harbour Guard sentry shot Councillor Mira Dost."),
    ],
)
def test_one_death_or_ruin_is_not_the_work_of_two_parties(tmp_path: Path, one: str, other: str) -> None:
    assert len(doers(tmp_path, one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (KILLED, "Judge Ivo Marsh was shot dead on 10 February by Sergeant Karl Ott."),
        (KILLED, "Judge Ivo Marsh was shot dead on 10 February by gunmen."),
        (KILLED, "Mayor Edda Dost was shot dead on 10 February by fighters of the Ostrel Brigade."),
        (KILLED, "The Ostrel Brigade ordered the murder of Judge Ivo Marsh."),
        (KILLED, "Two men of the Ostrel Brigade were arrested over the murder of Judge Ivo Marsh."),
        (KILLED, "Judge Ivo Marsh was shot dead by the 2nd Company."),
        (BLOWN, "The Ostrel Brigade blew up the Sella dam on 3 January."),
        (BLOWN, "The Ostrel Brigade blew up the Karst dam on 10 February."),
        (BLOWN, "The Ostrel Brigade and the Harbour Guard blew up the Sella dam on 10 February."),
        ("It was her brother who shot Councillor Mira Dost.", "The Harbour Guard shot Councillor Mira Dost."),
    ],
)
def test_who_may_be_one_or_did_something_else_is_at_odds_with_nobody(tmp_path: Path, one: str, other: str) -> None:
    assert doers(tmp_path, one, other) == []
