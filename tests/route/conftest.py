"""One pile, read once in this process, for every test that only looks at the result."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.route import Wanted, read_pile, work_out
from sayso.settings import Settings
from sayso.store import Case
from tests.route.pile import exported, write_pile

HERE = Settings(workers=0)


@pytest.fixture(scope="session")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pile(tmp_path_factory.mktemp("pile") / "stories")


@pytest.fixture(scope="session")
def whole(pile: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The export of the pile, read at once, undisturbed, in one process."""
    path = tmp_path_factory.mktemp("whole") / "whole.case"
    with Case.create(path) as case:
        read_pile(case, Wanted((str(pile),)), HERE)
        work_out(case, HERE)
    return exported(path)
