"""The sample pile, read once for every test that only looks at the result."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

import pytest

from sayso.route import Wanted, read_pile, work_out
from sayso.settings import Settings
from sayso.store import Case


@pytest.fixture(scope="session")
def sample_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case made of the sample that comes with Sayso. Copy it before changing it."""
    path = tmp_path_factory.mktemp("sample") / "korvania.case"
    settings = Settings(workers=0)
    with as_file(files("sayso") / "sample") as folder, Case.create(path) as case:
        read_pile(case, Wanted((str(folder),)), settings)
        work_out(case, settings)
    return path
