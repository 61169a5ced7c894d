"""Reading processes, and what is done when one of them hangs or dies.

One document at a time is out with each process, so memory stays flat however long the pile is, and a document that
takes too long or brings its process down costs only itself.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Self

from sayso.errors import SetupError
from sayso.language.gazetteer import prepare
from sayso.records.receipt import Received
from sayso.route.worker import Failed, Opened, answer, work
from sayso.settings import Settings
from sayso.store import Packed

_CHARACTERS_A_SECOND = 2_000
"""Slower than any machine parses; what takes longer hangs."""

_STARTING = 60.0
"""Seconds a process may take to load the pipeline before its first document."""


@dataclass(slots=True)
class _Hand:
    process: BaseProcess
    connection: Connection
    job: Received | None = None
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

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for hand in self._hands:
            _end(hand)
        self._hands.clear()

    def read(self, jobs: Iterator[Received]) -> Iterator[tuple[Received, Packed | Failed]]:
        """Every job with what came of it, in the order in which they are done. Raises SetupError."""
        if self._settings.workers < 1:
            for job in jobs:
                yield job, _unless_fatal(answer(job, self._settings))
            return
        more = True
        while True:
            while more and self._has_room():
                more = self._give_next(jobs)
            if not any(hand.job for hand in self._hands):
                return
            for hand in self._busy():
                done = self._hear(hand)
                if done is not None:
                    # The next job goes out before this one is kept, so that the process does not stand idle.
                    more = more and self._give_next(jobs)
                    yield done

    def _has_room(self) -> bool:
        return len(self._hands) < self._settings.workers or any(hand.job is None for hand in self._hands)

    def _give_next(self, jobs: Iterator[Received]) -> bool:
        # Where there is nothing to read, no process is started for it.
        job = next(jobs, None)
        if job is not None:
            self._give(self._idle(), job)
        return job is not None

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

    def _give(self, hand: _Hand, job: Received) -> None:
        allowed = self._settings.max_seconds + (_STARTING if hand.deadline == 0.0 else 0.0)
        hand.job = job
        hand.deadline = time.monotonic() + allowed
        try:
            hand.connection.send(job)
        except OSError:
            hand.deadline = time.monotonic()

    def _busy(self) -> list[_Hand]:
        """Those that have something to say or have run out of time; waits until there is one."""
        out = [hand for hand in self._hands if hand.job is not None]
        nearest = min(hand.deadline for hand in out)
        ready = wait([hand.connection for hand in out], timeout=max(0.0, nearest - time.monotonic()))
        now = time.monotonic()
        return [hand for hand in out if hand.connection in ready or hand.deadline <= now]

    def _hear(self, hand: _Hand) -> tuple[Received, Packed | Failed] | None:
        job = hand.job
        if job is None:
            return None
        try:
            said = hand.connection.recv() if hand.connection.poll() else None
        except (EOFError, OSError):
            self._replace(hand)
            return job, Failed("It brought the reading process down; the rest was read without it.")
        if said is None:
            self._replace(hand)
            return job, Failed("It took far longer to read than its length allows for, and was left.")
        if isinstance(said, Opened):
            allowed = self._settings.max_seconds + _STARTING + said.characters / _CHARACTERS_A_SECOND
            hand.deadline = time.monotonic() + allowed
            return None
        hand.job = None
        return job, _unless_fatal(said)

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
