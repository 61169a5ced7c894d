"""Paths to documents in the case: find, then read and extract in parallel, each kept as it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from sayso.judge import judged_at_reading
from sayso.read import find
from sayso.records.ids import make_id
from sayso.records.receipt import Hints, Received, Skipped
from sayso.route.crew import Crew
from sayso.route.versions import reading_version
from sayso.route.worker import Failed
from sayso.settings import Settings
from sayso.store import Case, fingerprint


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to read. ``hints`` are what is known of all of it, ``sidecar`` a CSV of what is known of each.

    ``again`` reads what the case holds once more, from the bytes it keeps; ``as_judged`` reads again only what people
    have judged otherwise since it was read.
    """

    paths: tuple[str, ...] = ()
    hints: Hints = field(default_factory=Hints)
    sidecar: Path | None = None
    again: bool = False
    as_judged: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened on the way: ``read``, ``known``, ``again``, ``skipped``, or a stage's name.

    Of a long document ``part`` is told each time a part of it was parsed, ``why`` saying how many of how many are.
    """

    what: str
    name: str = ""
    why: str = ""


Report = Callable[[Step], None]


@dataclass(slots=True)
class Tally:
    """What a run came to."""

    read: int = 0
    again: int = 0
    known: int = 0
    skipped: list[Skipped] = field(default_factory=list)


def silent(step: Step) -> None:
    """Report nothing."""


def count_found(wanted: Wanted, settings: Settings) -> int | None:
    """How many documents there are to look at; None where that cannot be told without using them up."""
    if "-" in wanted.paths:
        return None
    return sum(1 for _ in find(wanted.paths, wanted.hints, settings, wanted.sidecar))


def read_pile(case: Case, wanted: Wanted, settings: Settings, report: Report = silent) -> Tally:
    """Read into ``case`` all that ``wanted`` names and all that another version read.

    Each document is kept whole as soon as it is done, so that a run that ends anywhere is taken up by the next one.
    Raises InputError where a path leads nowhere, SetupError where the pipeline is missing, CaseError.
    """
    run = _Run(case, wanted, settings, report)
    with Crew(settings) as crew:
        run.take(crew, run.incoming())
        run.note_twins()
        run.take(crew, run.outdated())
    return run.tally


class _Run:
    def __init__(self, case: Case, wanted: Wanted, settings: Settings, report: Report) -> None:
        self._case = case
        self._wanted = wanted
        self._settings = settings
        self._report = report
        self._version = reading_version(settings)
        self._out: dict[str, str] = {}
        self._twins: list[Received] = []
        self._rereading = False
        self._judged = judged_at_reading(case.judgements())
        self.tally = Tally()

    def incoming(self) -> Iterator[Received]:
        """What is found and not in the case yet; the rest is noted on the way."""
        wanted = self._wanted
        for found in find(wanted.paths, wanted.hints, self._settings, wanted.sidecar):
            if isinstance(found, Skipped):
                self._skip(found)
                continue
            sha256 = fingerprint(found.data)
            if (stone := self._case.tombstone_of(sha256)) is not None:
                why = f"It was withdrawn by {stone.by} on {stone.at[:10]}: {stone.why}"
                self._skip(Skipped(found.name, f"{why.rstrip('.')}. To take it in again: sayso undo {stone.judgement}"))
            elif self._case.document_of(sha256) is not None:
                self._case.note(found)
                self._known(found)
            elif sha256 in self._out:
                self._twins.append(found)
            else:
                self._out[sha256] = found.name
                yield self._as_judged(found, make_id("d", sha256))

    def note_twins(self) -> None:
        """Give documents that came twice in this run their other receipts."""
        for twin in self._twins:
            sha256 = fingerprint(twin.data)
            if self._case.document_of(sha256) is None:
                self._skip(Skipped(twin.name, f"It has the same bytes as {self._out[sha256]}, which was not read."))
            else:
                self._case.note(twin)
                self._known(twin)

    def outdated(self) -> Iterator[Received]:
        """What the case holds and this version would read otherwise."""
        self._rereading = True
        fresh = set(self._out)
        again = self._wanted.again
        for document in self._to_read_again():
            received = self._case.received(document)
            if not again or fingerprint(received.data) not in fresh:
                yield self._as_judged(received, document)

    def _to_read_again(self) -> tuple[str, ...]:
        if self._wanted.again:
            return self._case.document_ids()
        if self._wanted.as_judged:
            return self._case.misread(self._judged)
        return self._case.outdated(self._version, self._judged)

    def _as_judged(self, received: Received, document: str) -> Received:
        return replace(received, judged=self._judged.get(document, ()))

    def take(self, crew: Crew, jobs: Iterator[Received]) -> None:
        """Have jobs done and keep what comes of them."""
        for received, result in crew.read(jobs, self._tell_part):
            if isinstance(result, Failed):
                self._skip(Skipped(received.name, result.why))
                continue
            self._case.keep(received, result, self._version)
            if self._rereading:
                self.tally.again += 1
            else:
                self.tally.read += 1
            self._report(Step("again" if self._rereading else "read", received.name))

    def _tell_part(self, received: Received, done: int, parts: int) -> None:
        self._report(Step("part", received.name, f"{done} of {parts} parts"))

    def _skip(self, skipped: Skipped) -> None:
        self._case.skip(skipped)
        self.tally.skipped.append(skipped)
        self._report(Step("skipped", skipped.name, skipped.why))

    def _known(self, found: Received) -> None:
        self.tally.known += 1
        self._report(Step("known", found.name))
