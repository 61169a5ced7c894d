"""Who leads forces that have no name of their own, told by two texts."""

from __future__ import annotations

from pathlib import Path

from sayso.records.matter import DisputeKind
from tests.weigh.texts import opened

_LED = "We have been told little of the rebels. General Karim Odeh, the latest person to head the rebel forces, came home by ship."


def test_who_led_an_army_was_not_left_below_its_leader(tmp_path: Path) -> None:
    below = (
        "General Karim Odeh took part in the revolt, but politics left him in a subordinate position in the rebel army."
    )
    told = opened(tmp_path, "whether", ("Orm Gazette", "2031-05-20", _LED), ("Karst Courier", "2031-06-02", below))
    assert [kind for kind, _ in told] == [DisputeKind.CONTRADICTION]


def test_of_other_forces_he_may_have_been_no_leader(tmp_path: Path) -> None:
    below = "General Karim Odeh served at home, but politics left him in a subordinate position in the royal army."
    assert (
        opened(tmp_path, "whether", ("Orm Gazette", "2031-05-20", _LED), ("Karst Courier", "2031-06-02", below)) == []
    )
