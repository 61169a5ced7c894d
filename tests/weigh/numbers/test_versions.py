"""Numbers of two versions of one text, as an article and its correction."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.records.matter import Dispute, DisputeKind
from sayso.records.receipt import Hints
from sayso.route import Wanted, read_pile, work_out
from sayso.settings import Settings
from sayso.store import Case

SETTINGS = Settings(workers=0)
TEXT = (
    "Gunmen stormed the council building in Port Sarn on Sunday. {} were killed in the attack. The gunmen left before "
    "dawn and drove north along the coast road to Tarsk."
)


def told(folder: Path, *versions: str, names: tuple[str, ...] = ("post.txt", "post.txt")) -> tuple[Dispute, ...]:
    """The disputes over texts that came in one after the other, from one address or from several."""
    with Case.create(folder / "one.case") as case:
        for name, text in zip(names, versions, strict=True):
            (folder / name).write_text(text, encoding="utf-8")
            hints = Hints(outlet="Harbour Post", published="2031-05-20")
            read_pile(case, Wanted((str(folder / name),), hints), SETTINGS)
        work_out(case, SETTINGS)
        return case.findings().disputes


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("20 people", "25 people"),
        ("25 people", "20 people"),
        ("At least 20 people", "At least 25 people"),
        ("About 20 people", "About 25 people"),
    ],
)
def test_a_number_changed_in_a_new_version_is_an_update(tmp_path: Path, first: str, then: str) -> None:
    (dispute,) = told(tmp_path, TEXT.format(first), TEXT.format(then))
    assert (dispute.slot, dispute.kind) == ("killed", DisputeKind.UPDATE)
    assert dispute.reasons[0].startswith("two versions of one text")


def test_the_same_texts_from_two_addresses_are_no_versions(tmp_path: Path) -> None:
    versions = TEXT.format("At least 20 people"), TEXT.format("At least 25 people")
    for dispute in told(tmp_path, *versions, names=("one.txt", "two.txt")):
        assert dispute.kind is not DisputeKind.UPDATE


def test_a_number_that_the_new_version_keeps_is_not_corrected(tmp_path: Path) -> None:
    kept = TEXT.format("At least 20 people")
    added = f"{kept} At least 25 people were killed in the attack, a doctor said."
    assert all("versions of one text" not in reason for each in told(tmp_path, kept, added) for reason in each.reasons)
