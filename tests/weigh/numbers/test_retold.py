"""Counts that one text or two give of one thing, once as all there were."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.records.matter import DisputeKind
from tests.weigh.texts import opened

_CONTRADICTION = DisputeKind.CONTRADICTION


@pytest.mark.parametrize(
    ("slot", "text", "values"),
    [
        (
            "killed",
            "Six people were killed at the Orm bridge on 3 May. The bridge is open again. All eleven people killed at"
            " the Orm bridge on 3 May came from one village.",
            ["Six people", "eleven people"],
        ),
        (
            "count",
            "In 2030 the Seed Fund paid 400,000 crowns to the farmers of Ardin. It rained. The farmers ask what"
            " became of the 900,000 crowns that the Seed Fund paid to the farmers of Ardin in 2030.",
            ["400,000 crowns", "900,000 crowns"],
        ),
    ],
)
def test_a_text_that_counts_one_thing_twice_contradicts_itself(
    tmp_path: Path, slot: str, text: str, values: list[str]
) -> None:
    assert opened(tmp_path, slot, ("Orm Gazette", "2031-05-20", text)) == [(_CONTRADICTION, values)]


@pytest.mark.parametrize(
    "text",
    [
        "Six people were killed at the Orm bridge on 3 May. All eleven people killed at the Orm bridge on 9 May came"
        " from one village.",
        "Six people were killed at the Orm bridge on 3 May. All eleven people killed at the Tull ford on 3 May came"
        " from one village.",
        "Six people were killed at the Orm bridge on 3 May. At least eleven people were killed on 3 May.",
        "All four officers at the Orm bridge were charged with murder on 3 May. Three other officers at the Orm bridge"
        " were charged with murder on 3 May.",
        "Eleven people were killed at the Orm bridge on 3 May. Six people were killed at the Orm bridge on 3 May when"
        " the first shell fell.",
    ],
)
def test_what_is_of_another_day_or_place_or_no_whole_contradicts_nothing(tmp_path: Path, text: str) -> None:
    assert not opened(tmp_path, "killed", ("Orm Gazette", "2031-05-20", text))


def test_a_voice_that_gives_less_later_contradicts_itself(tmp_path: Path) -> None:
    one = "“Forty of our lorries were stolen in Korvania in 2030,” Lena Marr, the head of Relief Now, said."
    two = "“In the whole of 2030 we had seven lorries stolen in Korvania,” Lena Marr, the head of Relief Now, said."
    told = (("Orm Gazette", "2031-01-20", one), ("Tull Post", "2031-03-02", two))
    assert opened(tmp_path, "count", *told) == [(_CONTRADICTION, ["seven lorries", "Forty of our lorries"])]


def test_a_count_that_grew_within_days_is_an_update(tmp_path: Path) -> None:
    one = "In all, 41 deputies signed the petition for the dam at Orm in May."
    two = "In all, 67 deputies signed the petition for the dam at Orm in May."
    told = (("Orm Gazette", "2031-05-20", one), ("Tull Post", "2031-05-28", two))
    assert not [each for each in opened(tmp_path, "people", *told) if each[0] is _CONTRADICTION]


def test_a_correction_is_no_contradiction(tmp_path: Path) -> None:
    one = "A fire in the ropeworks of Tull killed 31 people on Saturday, the fire service said."
    two = "CORRECTION: In our report of 3 May about the fire in Tull we gave a wrong figure. The number of dead is 13."
    told = (("Orm Gazette", "2031-05-03", one), ("Orm Gazette", "2031-05-04", two))
    assert not [each for each in opened(tmp_path, "killed", *told) if each[0] is _CONTRADICTION]


def test_the_dead_of_a_named_ship_do_not_grow_with_the_years(tmp_path: Path) -> None:
    one = "A year ago, 12 people died when the ferry Orla sank off Tull on 5 May 2029."
    two = "Few came to remember the ferry Orla, which went down off Tull on 5 May 2029 with the loss of 33 lives."
    told = (("Orm Gazette", "2030-05-05", one), ("Orm Gazette", "2031-05-06", two))
    assert opened(tmp_path, "killed", *told) == [(_CONTRADICTION, ["12 people", "33 lives"])]
