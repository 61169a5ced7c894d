"""Reading processes that crash or hang cost the document they were at, and nothing else."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Iterator

import pytest

from sayso.errors import SetupError
from sayso.extract.parse import reading
from sayso.records.receipt import Received
from sayso.route.crew import Crew
from sayso.route.worker import Failed, Long, Parsed, Part, Rest, answer, do_one, read_one
from sayso.settings import Settings
from tests.route import hostile, sharing


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


def shared(texts: dict[str, str], workers: int) -> tuple[dict[str, str], list[tuple[str, int, int]]]:
    """What came of documents by name, and what was told of their parts meanwhile."""
    found: dict[str, str] = {}
    told: list[tuple[str, int, int]] = []
    incoming = (Received(name, name, text.encode(), "text/plain") for name, text in texts.items())
    with Crew(Settings(workers=workers), sharing.work) as crew:
        for job, said in crew.read(incoming, lambda received, done, parts: told.append((received.name, done, parts))):
            assert isinstance(said, Failed)
            found[job.name] = said.why
    return found, told


@pytest.mark.parametrize("workers", [1, 3])
def test_the_parts_of_a_long_document_are_put_together_in_order(workers: int) -> None:
    found, told = shared({"a": "x", "long": "one two three four five", "b": "y"}, workers)
    assert found == {"a": "a was looked at", "long": "opened: ONE TWO THREE FOUR FIVE", "b": "b was looked at"}
    assert told == [("long", done, 5) for done in range(1, 6)]


def test_two_long_documents_are_told_apart() -> None:
    found, _ = shared({"long one": "a b c d", "long two": "e f g h"}, 2)
    assert found == {"long one": "opened: A B C D", "long two": "opened: E F G H"}


@pytest.mark.parametrize(("part", "why"), [("crash", "brought the reading process down"), ("broken", "It is broken.")])
def test_a_part_that_cannot_be_parsed_costs_its_document_alone(part: str, why: str) -> None:
    found, _ = shared({"long": f"one {part} three {part} five", "long too": "six seven", "b": "y"}, 2)
    assert why in found["long"]
    assert found["long too"] == "opened: SIX SEVEN"
    assert found["b"] == "b was looked at"


def test_what_is_parsed_in_parts_reads_as_what_is_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_LONG", 100)
    monkeypatch.setattr(reading, "_PART", 60)
    paragraphs = ("General Karim Odeh left Port Sarn on 3 May 2031.", "He denied that he had fled, an aide said.")
    job = Received("story.txt", "story.txt", "\n\n".join(paragraphs * 3).encode(), "text/plain")
    here = Settings()
    opened = do_one(job, here)
    assert isinstance(opened, Long)
    assert len(opened.parts) == 3
    parsed = [do_one(Part(each), here) for each in opened.parts]
    rest = Rest(job, opened.opened, tuple(each.found for each in parsed if isinstance(each, Parsed)))
    assert do_one(rest, here) == read_one(job, here)


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
