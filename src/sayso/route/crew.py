"""Reading processes, and what is done when one of them hangs or dies.

One document at a time is out with each process, so memory stays flat however long the pile is, and a document that
takes too long or brings its process down costs only itself. A long document goes out in parts, to all that are free.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Self

from sayso.errors import SetupError
from sayso.language.gazetteer import prepare
from sayso.records.receipt import Received
from sayso.route.worker import Answer, Failed, Long, Opened, Parsed, Part, Rest, Task, answer, work
from sayso.settings import Settings
from sayso.store import Packed

_CHARACTERS_A_SECOND = 2_000
"""Slower than any machine parses; what takes longer hangs."""

_STARTING = 60.0
"""Seconds a process may take to load the pipeline before its first document."""


Told = Callable[[Received, int, int], None]
"""Hears of a long document how many of how many parts are parsed."""


def _untold(job: Received, done: int, parts: int) -> None:
    """Tell nobody."""


@dataclass(slots=True, eq=False)
class _Job:
    """A document that is being read; of a long one what was found in its parts, in order, None where it is not yet."""

    received: Received
    opened: bytes = b""
    found: list[bytes | None] = field(default_factory=list)
    is_over: bool = False


@dataclass(slots=True)
class _Hand:
    """``number`` is that of the part of the job that the process is at."""

    process: BaseProcess
    connection: Connection
    job: _Job | None = None
    number: int = 0
    deadline: float = 0.0


class Crew:
    """Processes that read, started as they are needed. A context manager that ends them all.

    With no workers in ``settings`` documents are read in this process, without a limit of time. ``work`` is what each
    process runs.
    """

    def __init__(self, settings: Settings, work: Callable[[Connection, Settings], None] = work) -> None:
        self._settings = settings
        self._work = work
        methods = multiprocessing.get_all_start_methods()
        method = "forkserver" if "forkserver" in methods else "spawn"
        self._context: Any = multiprocessing.get_context(method)
        self._context.set_forkserver_preload(["sayso.extract", "sayso.read"])
        self._hands: list[_Hand] = []
        self._waiting: deque[tuple[_Job, int, Task]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for hand in self._hands:
            _end(hand)
        self._hands.clear()

    def read(self, jobs: Iterator[Received], told: Told = _untold) -> Iterator[tuple[Received, Packed | Failed]]:
        """Every job with what came of it, in the order in which they are done. Raises SetupError."""
        if self._settings.workers < 1:
            for job in jobs:
                yield job, _unless_fatal(answer(job, self._settings))
            return
        while True:
            while self._has_room() and self._give_next(jobs):
                pass
            if not any(hand.job for hand in self._hands):
                return
            for hand in self._busy():
                done = self._hear(hand, told)
                if done is not None:
                    # The next job goes out before this one is kept, so that the process does not stand idle.
                    self._give_next(jobs)
                    yield done

    def _has_room(self) -> bool:
        return len(self._hands) < self._settings.workers or any(hand.job is None for hand in self._hands)

    def _give_next(self, jobs: Iterator[Received]) -> bool:
        """Give out a part of a long document that is being read, else another document."""
        while self._waiting:
            job, number, task = self._waiting.popleft()
            if not job.is_over:
                self._give(self._idle(), job, number, task)
                return True
        # Where there is nothing to read, no process is started for it.
        received = next(jobs, None)
        if received is not None:
            self._give(self._idle(), _Job(received), 0, received)
        return received is not None

    def _idle(self) -> _Hand:
        for hand in self._hands:
            if hand.job is None:
                return hand
        if not self._hands:
            prepare()
            self._open_server()
        self._hands.append(self._start())
        return self._hands[-1]

    def _open_server(self) -> None:
        """Start what reading processes are forked from, deaf to Ctrl-C: the one that writes hears it and ends them."""
        if self._context.get_start_method() == "forkserver":
            # Starting this one sets the mask of signals anew.
            resource_tracker.ensure_running()
            heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
            try:
                forkserver.ensure_running()
            finally:
                signal.pthread_sigmask(signal.SIG_SETMASK, heard)

    def _start(self) -> _Hand:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=self._work, args=(theirs, self._settings), daemon=True)
        process.start()
        theirs.close()
        return _Hand(process, ours)

    def _give(self, hand: _Hand, job: _Job, number: int, task: Task) -> None:
        allowed = self._settings.max_seconds + (_STARTING if hand.deadline == 0.0 else 0.0)
        hand.job, hand.number = job, number
        hand.deadline = time.monotonic() + allowed
        try:
            hand.connection.send(task)
        except OSError:
            hand.deadline = time.monotonic()

    def _busy(self) -> list[_Hand]:
        """Those that have something to say or have run out of time; waits until there is one."""
        out = [hand for hand in self._hands if hand.job is not None]
        nearest = min(hand.deadline for hand in out)
        ready = wait([hand.connection for hand in out], timeout=max(0.0, nearest - time.monotonic()))
        now = time.monotonic()
        return [hand for hand in out if hand.connection in ready or hand.deadline <= now]

    def _hear(self, hand: _Hand, told: Told) -> tuple[Received, Packed | Failed] | None:
        job = hand.job
        if job is None:
            return None
        said = self._said(hand)
        if isinstance(said, Opened):
            allowed = self._settings.max_seconds + _STARTING + said.characters / _CHARACTERS_A_SECOND
            hand.deadline = time.monotonic() + allowed
            return None
        hand.job = None
        if job.is_over:
            return None  # another part of it failed
        if isinstance(said, Long):
            job.opened, job.found = said.opened, [None] * len(said.parts)
            self._waiting.extend((job, number, Part(each)) for number, each in enumerate(said.parts))
            return None
        if isinstance(said, Parsed):
            self._take(job, hand.number, said.found, told)
            return None
        job.is_over = True
        return job.received, _unless_fatal(said)

    def _said(self, hand: _Hand) -> Answer:
        try:
            said: Answer | None = hand.connection.recv() if hand.connection.poll() else None
        except (EOFError, OSError):
            self._replace(hand)
            return Failed("It brought the reading process down; the rest was read without it.")
        if said is None:
            self._replace(hand)
            return Failed("It took far longer to read than its length allows for, and was left.")
        return said

    def _take(self, job: _Job, number: int, found: bytes, told: Told) -> None:
        """Note a part that was parsed; once all are, put together what was found before anything else is begun."""
        job.found[number] = found
        parsed = [each for each in job.found if each is not None]
        told(job.received, len(parsed), len(job.found))
        if len(parsed) == len(job.found):
            self._waiting.appendleft((job, 0, Rest(job.received, job.opened, tuple(parsed))))
            job.opened, job.found = b"", []

    def _replace(self, hand: _Hand) -> None:
        _end(hand)
        self._hands.remove(hand)


def _unless_fatal(said: Packed | Failed) -> Packed | Failed:
    if isinstance(said, Failed) and said.fatal:
        raise SetupError(said.why)
    return said


def _end(hand: _Hand) -> None:
    hand.connection.close()
    hand.process.kill()
    hand.process.join()
