"""Reading processes that crash or hang cost the document they were at, and nothing else."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Iterator

import pytest

from sayso.errors import SetupError
from sayso.records.receipt import Received
from sayso.route.crew import Crew
from sayso.route.worker import Failed, answer
from sayso.settings import Settings
from tests.route import hostile


def jobs(*names: str) -> Iterator[Received]:
    for name in names:
        yield Received(name, name, b"words", "text/plain")


def outcomes(names: tuple[str, ...], workers: int, seconds: float = 60.0) -> dict[str, str]:
    found = {}
    with Crew(Settings(workers=workers, max_seconds=seconds), hostile.work) as crew:
        for job, said in crew.read(jobs(*names)):
            assert isinstance(said, Failed)
            found[job.name] = said.why
    return found


def test_every_job_is_answered_once() -> None:
    names = tuple(f"story {n}" for n in range(20))
    assert outcomes(names, 3) == {name: f"{name} was looked at" for name in names}


def test_a_crash_costs_one_document() -> None:
    found = outcomes(("a", "crash", "b", "c"), 2)
    assert "brought the reading process down" in found["crash"]
    assert all(found[name] == f"{name} was looked at" for name in "abc")


def test_a_document_that_takes_too_long_is_left() -> None:
    started = time.monotonic()
    found = outcomes(("a", "hang", "b"), 1, seconds=0.2)
    assert "longer to read than" in found["hang"]
    assert found["b"] == "b was looked at"
    assert time.monotonic() - started < 30


def test_a_missing_part_stops_the_run() -> None:
    with Crew(Settings(workers=1), hostile.work) as crew, pytest.raises(SetupError, match="not installed"):
        list(crew.read(jobs("a", "missing", "b")))


def test_jobs_are_taken_as_they_are_needed() -> None:
    taken = []

    def counted() -> Iterator[Received]:
        for job in jobs(*(f"story {n}" for n in range(50))):
            taken.append(job.name)
            yield job

    with Crew(Settings(workers=2), hostile.work) as crew:
        for done, _ in enumerate(crew.read(counted()), start=1):
            assert len(taken) - done <= 3


def test_a_missing_pipeline_is_a_matter_of_setup() -> None:
    job = Received("story.txt", "story.txt", b"The Harbour Guard left Port Sarn on Sunday.", "text/plain")
    said = answer(job, Settings(pipeline="no_such_pipeline"))
    assert isinstance(said, Failed)
    assert said.fatal
    assert "no_such_pipeline" in said.why


def test_bytes_that_no_reader_knows_get_a_sentence() -> None:
    said = answer(Received("x.pdf", "x.pdf", b"%PDF-1.4 nothing", "application/pdf"), Settings())
    assert isinstance(said, Failed)
    assert not said.fatal
    assert said.why.endswith(".")


def test_no_process_is_started_where_there_is_nothing_to_read() -> None:
    with Crew(Settings(workers=2), hostile.work) as crew:
        assert list(crew.read(jobs())) == []
        assert not multiprocessing.active_children()
