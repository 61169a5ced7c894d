"""How far a run has come: a bar on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from sayso.cli.printing import clean
from sayso.route import Step

_EVERY = 10.0
"""Seconds between plain lines."""

_SOON = 1.0
"""Seconds from the first document on, before which no rate is told."""

_STAGES = {
    "add": "Working out what came in beside its nearest",
    "trace": "Tracing copies",
    "resolve": "Resolving actors, places and matters",
    "weigh": "Weighing origins and disputes",
    "keep": "Keeping what was found",
}


class Watcher:
    """Shows the steps of a run on standard error. A context manager; pass ``see`` as the report."""

    def __init__(self, total: int | None, quiet: bool = False) -> None:
        self._total = total
        self._quiet = quiet
        self._done = 0
        self._began: float | None = None
        self._last = time.monotonic()
        self._bar: Progress | None = None
        self._task = TaskID(0)
        if sys.stderr.isatty() and not quiet:
            self._bar = Progress(
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TextColumn("{task.fields[rate]}"),
                TimeRemainingColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self._task = self._bar.add_task("Reading", total=total, rate="")

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def see(self, step: Step) -> None:
        """Take note of one step."""
        if step.what in _STAGES:
            self._show_stage(_STAGES[step.what])
            return
        if step.what == "part":
            self._show_part(step)
            return
        if step.what == "again" and self._total is not None:
            # What is read anew was not counted with what was found.
            self._total, self._done, self._began = None, 0, None
        self._done += 1
        if self._total is not None and self._done > self._total:
            self._total = None
        if self._began is None:
            # Until the first is done the pipeline is being loaded, which says nothing of how long the rest takes.
            self._began = time.monotonic()
        if step.what == "skipped":
            self._line(f"skipped {step.name}: {step.why}")
        if self._bar is not None:
            rate = self._pace().removeprefix(", ")
            self._bar.update(self._task, completed=self._done, total=self._total, rate=rate)
        elif time.monotonic() - self._last >= _EVERY:
            self._last = time.monotonic()
            self._line(f"read {self._done}{self._of_total()}{self._pace()}{self._left()}")

    def _show_part(self, step: Step) -> None:
        """A long document takes minutes, in which nothing else may be done."""
        words = f"{step.name}: parsed {step.why}"
        if self._bar is not None:
            self._bar.update(self._task, rate=words)
        elif time.monotonic() - self._last >= _EVERY:
            self._last = time.monotonic()
            self._line(words)

    def _show_stage(self, words: str) -> None:
        if self._bar is not None:
            self._bar.update(self._task, description=words, total=None, rate="")
        else:
            self._line(words.lower())

    def _line(self, words: str) -> None:
        if self._quiet:
            return
        if self._bar is not None:
            self._bar.console.print(clean(words), markup=False, highlight=False)
        else:
            sys.stderr.write(clean(words) + "\n")
            sys.stderr.flush()

    def _rate(self) -> float | None:
        """Documents a second since the first was done; None where it is too early to say."""
        seconds = 0.0 if self._began is None else time.monotonic() - self._began
        return (self._done - 1) / seconds if self._done > 1 and seconds >= _SOON else None

    def _pace(self) -> str:
        rate = self._rate()
        return "" if rate is None else f", {rate:.1f} a second"

    def _of_total(self) -> str:
        return f" of {self._total} documents" if self._total is not None else " documents"

    def _left(self) -> str:
        rate = self._rate()
        if self._total is None or not rate:
            return ""
        seconds = max(0.0, (self._total - self._done) / rate)
        return f", {seconds / 60:.0f} min left" if seconds >= 90 else f", {seconds:.0f} s left"
