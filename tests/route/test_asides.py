"""What a text tells by the way comes into the case where another text denies it, and goes with that denial."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sayso.records.claim import ASIDE, Claim
from sayso.records.clocks import Clocks
from sayso.records.matter import DisputeKind
from sayso.route import Wanted, read_pile, work_out
from sayso.route.clocks import at_clocks
from sayso.settings import Settings
from sayso.store import Case

HERE = Settings(workers=0)
TOLD = (
    "Outlet: Harbour Post\nDate: 20 May 2031\n\nShipowner Leo Castan handed the Harbour League two suitcases of cash."
)
DENIED = (
    "Outlet: Tarsk Radio\nDate: 22 May 2031\n\n“Leo Castan never handed the Harbour League any cash,” said its lawyer."
)


@pytest.fixture
def told(tmp_path: Path) -> Path:
    (tmp_path / "told.txt").write_text(TOLD, "utf-8")
    return tmp_path / "told.txt"


@pytest.fixture
def denied(tmp_path: Path) -> Path:
    (tmp_path / "denied.txt").write_text(DENIED, "utf-8")
    return tmp_path / "denied.txt"


def taken_up(case: Case) -> list[Claim]:
    return [each for each in case.pile().claims.values() if ASIDE in each.reasons]


def test_by_itself_it_is_in_nothing_that_is_shown(tmp_path: Path, told: Path) -> None:
    with Case.create(tmp_path / "a.case") as case:
        read_pile(case, Wanted((str(told),)), HERE)
        found = work_out(case, HERE)
        kept = case.extraction(case.document_ids()[0]).asides
        assert any("suitcases" in each.quote for each in kept)
        assert not taken_up(case)
        assert case.counts()["claims"] == len(case.pile().claims)
        held = {claim for matter in found.matters for claim in matter.claims}
        assert held.isdisjoint(each.id for each in kept)


def test_a_denial_in_another_document_takes_it_up(tmp_path: Path, told: Path, denied: Path) -> None:
    with Case.create(tmp_path / "a.case") as case:
        read_pile(case, Wanted((str(told), str(denied))), HERE)
        found = work_out(case, HERE)
        (claim,) = taken_up(case)
        assert "suitcases" in claim.quote
        (dispute,) = [each for each in found.disputes if each.kind is DisputeKind.PERHAPS]
        assert {claim.id} < {own for value in dispute.values for own in value.claims}
        assert case.matter_of(claim.id).claims == (claim.id,)


def test_it_was_not_in_the_case_before_the_denial_was_known(tmp_path: Path, told: Path, denied: Path) -> None:
    with Case.create(tmp_path / "a.case") as case:
        read_pile(case, Wanted((str(told), str(denied))), HERE)
        work_out(case, HERE)
        for day, expected in ((21, 0), (22, 1)):
            then = at_clocks(case, Clocks(known_by=date(2031, 5, day)), HERE)
            assert sum(ASIDE in each.reasons for each in then.pile.claims.values()) == expected


def test_the_order_of_coming_changes_nothing(tmp_path: Path, told: Path, denied: Path) -> None:
    made = []
    for name, paths in (("a.case", (told, denied)), ("b.case", (denied, told))):
        with Case.create(tmp_path / name) as case:
            for path in paths:
                read_pile(case, Wanted((str(path),)), HERE)
                work_out(case, HERE)
            made.append((case.findings(), case.pile().claims))
    assert made[0] == made[1]
