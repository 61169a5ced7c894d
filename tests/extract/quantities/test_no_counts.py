"""Numbers that count nothing: ages between commas; and what is claimed as something of its own."""

from __future__ import annotations

from pathlib import Path

from tests.weigh.texts import opened


def test_an_age_between_commas_is_no_count(tmp_path: Path) -> None:
    one = "Air hostess, 27, jailed for 28 months in Orm. The hostess was jailed in Orm on Tuesday."
    two = "Lorry driver, 38, jailed for 42 months in Orm. The driver was jailed in Orm on Tuesday."
    assert not opened(tmp_path, "seized", ("Orm Gazette", "2031-05-20", one), ("Tull Post", "2031-05-21", two))


def test_a_sum_that_is_said_to_be_of_something_stands_in_place_of_no_other(tmp_path: Path) -> None:
    text = (
        "On top of that, a 100 million dollar mortgage on the tower in Orm will come due in 2032. The Post reported that"
        " Odeh claimed $47.4 million in losses in 2028."
    )
    assert not opened(tmp_path, "money", ("Orm Gazette", "2031-05-20", text))
