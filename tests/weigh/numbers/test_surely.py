"""Numbers that cannot both hold, and whether they are surely of one thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.records.matter import DisputeKind
from tests.weigh.texts import opened

_FIRST = (
    "Orm Gazette",
    "2031-05-20",
    "A bomb in the market of Velmora killed 30 people on Monday, the mayor said. The market was full.",
)


def at_odds(folder: Path, slot: str, *told: tuple[str, str, str]) -> list[tuple[DisputeKind, list[str]]]:
    """What is opened over a slot, but for what can hold."""
    kinds = (DisputeKind.CONTRADICTION, DisputeKind.PERHAPS)
    return [each for each in opened(folder, slot, *told) if each[0] in kinds]


def test_two_reports_of_one_town_and_day_contradict_one_another(tmp_path: Path) -> None:
    other = "A bomb in the market of Velmora killed 17 people on Monday, doctors said. The market was full."
    told = at_odds(tmp_path, "killed", _FIRST, ("Tull Post", "2031-05-20", other))
    assert told == [(DisputeKind.CONTRADICTION, ["17 people", "30 people"])]


@pytest.mark.parametrize(
    "other",
    [
        "The bomb in the market of Velmora on Monday was heard in Tarsk. Stalls burned until night. Schools were shut on"
        " Tuesday, and the bridge was closed to lorries, which had to wait. The governor went to Velmora, where he spoke"
        " with traders who had lost all that they had, and with the families of those who had been in the market when it"
        " went off, and he promised that the state would help them all. About a dozen Ardeshi citizens were killed in the"
        " market of Velmora on Monday, the consul said.",
        "A bomb in the market of Velmora on Monday killed nine Korvan and one Ardeshi traders, doctors said.",
        "Doctors in Velmora said ten traders were killed for every 40 stalls by the bomb in the market on Monday.",
    ],
    ids=["of one people", "half told", "a rate"],
)
def test_what_can_be_a_part_of_the_larger_contradicts_nothing(tmp_path: Path, other: str) -> None:
    told = at_odds(tmp_path, "killed", _FIRST, ("Tull Post", "2031-05-20", other))
    assert not [each for each in told if each[0] is DisputeKind.CONTRADICTION]


def test_what_two_sources_give_in_one_sentence_is_of_one_thing(tmp_path: Path) -> None:
    text = (
        "A bomb went off in the market of Velmora on Monday. The police said that four people had been wounded in the"
        " blast, although the Watch said that ten people had been wounded."
    )
    (dispute,) = at_odds(tmp_path, "wounded", ("Orm Gazette", "2031-05-20", text))
    assert dispute == (DisputeKind.CONTRADICTION, ["four people", "ten people"])


def test_a_smaller_number_further_down_one_report_is_only_perhaps_at_odds(tmp_path: Path) -> None:
    text = (
        "At least 42 people drowned when two boats sank off Tull on Friday, coastguards said. The sea was rough. The"
        " coastguard took the bodies of 34 people from the sea in one of the worst nights in months, an official said."
    )
    told = at_odds(tmp_path, "killed", ("Orm Gazette", "2031-05-20", text))
    assert [kind for kind, _ in told] in ([], [DisputeKind.PERHAPS])


def test_what_was_said_on_the_very_day_is_brought_up_to_date_by_others(tmp_path: Path) -> None:
    early = "A bomb at the station of Velmora killed up to 10 people on Monday, the radio said."
    late = "The bomb at the station of Velmora killed 31 people on Monday, the police said."
    told = opened(tmp_path, "killed", ("Orm Gazette", "2031-05-19", early), ("Tull Post", "2031-05-22", late))
    assert [kind for kind, _ in told] == [DisputeKind.UPDATE]


def test_those_beside_somebody_are_no_count_of_all(tmp_path: Path) -> None:
    one = "Gunmen in Appling shot three people on Friday, the coroner said."
    two = "In Appling on Friday the sheriff found two other people whom the gunmen had shot."
    told = at_odds(tmp_path, "people", ("Orm Gazette", "2031-05-24", one), ("Tull Post", "2031-05-24", two))
    assert not [each for each in told if each[0] is DisputeKind.CONTRADICTION]
