"""Cases to test with: small, each in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso.records.receipt import Hints
from sayso.store import Case
from tests.store.kept import STORY, packed, received

VERSION = "reader 1"

Keep = Callable[..., str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "harbour.case"


@pytest.fixture
def case(path: Path) -> Iterator[Case]:
    with Case.create(path) as opened:
        yield opened


@pytest.fixture
def keep(case: Case) -> Keep:
    """Puts a text into the case under a name and returns the document's id."""

    def put(text: str = STORY, name: str = "story.txt", hints: Hints | None = None, version: str = VERSION) -> str:
        came = received(text, name, hints)
        parts = packed(came)
        case.keep(came, parts, version)
        return parts.document.id

    return put
