"""Damage to a case is seen, whatever part of it is damaged."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from sayso.errors import CaseDamaged
from sayso.store import Case

Keep = Callable[..., str]


def test_a_case_as_it_was_written_has_nothing_to_report(case: Case, keep: Keep) -> None:
    keep()
    keep("Nothing happened in Velmora.", "other.txt")
    assert list(case.verify()) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE bytes SET data = x'00'", "cannot be unpacked|no longer those"),
        ("UPDATE bytes SET packing = 'as is'", "no longer those"),
        ("UPDATE bytes SET size = 3", "no longer those"),
        ("DELETE FROM bytes", "are missing"),
        ("DELETE FROM receipts", "No receipt"),
        ("DELETE FROM editions", "The text of .* is missing"),
        ("UPDATE editions SET text = 'Oh. ' || text", "no longer where|do not cover"),
        ("DELETE FROM passages", "do not cover"),
        ("UPDATE claims SET record = '{}'", "cannot be understood"),
        ("UPDATE documents SET id = 'd-other'", "that of another document"),
        ("INSERT INTO unread VALUES ('d-gone', 0, 0, 1)", "belong to no document"),
    ],
)
def test_every_kind_of_damage_is_seen(case: Case, keep: Keep, change: str, said: str) -> None:
    keep()
    case._db.execute(change)
    assert any(re.search(said, line) for line in case.verify())


def test_bytes_that_do_not_unpack_are_damage_and_not_a_crash(case: Case, keep: Keep) -> None:
    own = keep("Nothing happened in Velmora. " * 20)
    case._db.execute("UPDATE bytes SET data = x'0102'")
    with pytest.raises(CaseDamaged, match="backup"):
        case.bytes_of(own)
