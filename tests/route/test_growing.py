"""A case that grows, in whatever steps and order, comes to what it comes to when all is read at once."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evals.generated import write_pile as write_generated
from sayso.read import find
from sayso.records.receipt import Hints, Received
from sayso.route import work_out
from sayso.route.worker import read_one
from sayso.settings import Settings
from sayso.store import Case, Packed
from tests.route.pile import exported, write_pile

HERE = Settings(workers=0)
_GENERATED = 8

Read = tuple[Received, Packed]


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> list[Read]:
    """Stories that tell of the same events and copy one another, each read once."""
    folder = write_pile(tmp_path_factory.mktemp("pile"))
    write_generated(folder, 0, _GENERATED, 3)
    found = (each for each in find((str(folder),), Hints(), HERE) if isinstance(each, Received))
    return [(each, read_one(each, HERE)) for each in found]


def _grown(steps: list[list[Read]]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.case"
        with Case.create(path) as case:
            for step in steps:
                for received, packed in step:
                    case.keep(received, packed, "test")
                work_out(case, HERE)
        return exported(path)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_documents_that_come_in_steps_come_to_what_they_come_to_at_once(
    stories: list[Read], data: st.DataObject
) -> None:
    pile = data.draw(st.lists(st.sampled_from(range(len(stories))), min_size=2, unique=True))
    cuts = sorted(data.draw(st.lists(st.sampled_from(range(1, len(pile))), max_size=4, unique=True)))
    drawn = [stories[number] for number in pile]
    steps = [drawn[start:end] for start, end in zip([0, *cuts], [*cuts, len(drawn)], strict=True)]
    assert _grown(steps) == _grown([sorted(drawn, key=lambda each: each[0].name)])
