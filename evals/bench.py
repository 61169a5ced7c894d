"""``python -m evals.bench``: what reading costs over the bare pipeline, in time and memory, and how the rest grows.

In one run, on generated stories: reading (find, read, extract, store) over spaCy alone on the same texts with as many
processes; peak memory of all processes at n and 2n documents; everything after reading at 2m documents over m (or ten
times m, with ``--times 10``), with the largest blocks that are compared in it; and what one document costs that is
added to the larger pile, once it is read.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

import spacy
from rich.console import Console
from rich.table import Table
from spacy.language import Language

from evals.blocks import largest_blocks
from evals.generated import write_pile
from sayso.read import find
from sayso.records.receipt import Hints, Received
from sayso.route import Wanted, bring_up_to_date, read_pile, work_out
from sayso.route.crew import Crew
from sayso.settings import Settings
from sayso.store import Case, Packed

_BATCH = 8
"""Texts the bare pipeline is given at once."""

_TURNS = 5
_LONG, _SHORT = 9, 3
"""Paragraphs of a story: as long as a news report for reading, short where only the number of stories matters."""

_AIMS = {"reading": 1.5, "memory": 1.1, "after": 2.4, "tenfold": 11, "added": 2}


_GROWTH = {2: "after", 10: "tenfold"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print one table."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench", description=__doc__)
    parser.add_argument("--documents", type=int, default=100, help="stories to read against the bare pipeline")
    parser.add_argument("--pile", type=int, default=1000, help="stories to work out, and then more")
    parser.add_argument("--times", type=int, choices=(2, 10), default=2, help="how many times as many then")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--peak", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--added", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    settings = Settings(workers=given.workers)
    if given.peak is not None:
        print(_peak_here(given.peak, settings))
        return 0
    if given.added is not None:
        print(_seconds_of(given.added, settings, bring_up_to_date))
        return 0
    table = Table("measure", "figure", "aim", "", box=None, pad_edge=False)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for row in _reading(folder, given.documents, settings):
            table.add_row(*row)
        for row in _after(folder, given.pile, given.times * given.pile, settings):
            table.add_row(*row)
    Console(width=120).print(table)
    return 0


def _reading(folder: Path, documents: int, settings: Settings) -> Iterator[tuple[str, str, str, str]]:
    warm = 4 * settings.workers
    write_pile(folder / "warm", 0, warm, _LONG)
    for turn in range(_TURNS):
        first, last = (warm + documents * each // _TURNS for each in (turn, turn + 1))
        write_pile(folder / f"turn{turn}", first, last, _LONG)
    sayso, bare = _seconds(folder, settings)
    rate = f"{documents} documents, {settings.workers} processes: {sayso:.1f} s over {bare:.1f} s"
    yield _row("reading over the bare pipeline, time", sayso / bare, "reading", rate)
    write_pile(folder / "once", 0, documents, _LONG)
    write_pile(folder / "twice", 0, 2 * documents, _LONG)
    once, twice = _peak(folder / "once", settings), _peak(folder / "twice", settings)
    if once and twice:
        megabytes = f"{once / 1024:.0f} MB at {documents} documents, {twice / 1024:.0f} MB at {2 * documents}"
        yield _row("memory at twice the documents", twice / once, "memory", megabytes)
    else:
        yield "memory at twice the documents", "-", "", "this system does not say what processes use"


def _seconds(folder: Path, settings: Settings) -> tuple[float, float]:
    """Seconds that Sayso and the bare pipeline take, in turns, so that what else the machine does weighs on both."""
    context = multiprocessing.get_context("spawn")
    sayso = bare = 0.0
    with (
        Case.create(folder / "bench.case") as case,
        Crew(settings) as crew,
        context.Pool(settings.workers, initializer=_load, initargs=(settings.pipeline,)) as pool,
    ):
        _take(case, crew, folder / "warm", settings)
        list(pool.imap_unordered(_parse, _batches(folder / "warm", settings)))
        for turn in range(_TURNS):
            started = time.perf_counter()
            _take(case, crew, folder / f"turn{turn}", settings)
            between = time.perf_counter()
            list(pool.imap_unordered(_parse, _batches(folder / f"turn{turn}", settings)))
            sayso += between - started
            bare += time.perf_counter() - between
    return sayso, bare


def _take(case: Case, crew: Crew, pile: Path, settings: Settings) -> None:
    jobs = (each for each in find((str(pile),), Hints(), settings) if isinstance(each, Received))
    for received, result in crew.read(jobs):
        if not isinstance(result, Packed):
            raise SystemExit(f"{received.name} was not read: {result.why}")
        case.keep(received, result, "bench")


def _batches(pile: Path, settings: Settings) -> Iterator[tuple[str, tuple[str, ...]]]:
    paths = sorted(pile.iterdir())
    size = max(1, min(_BATCH, len(paths) // (2 * settings.workers)))
    for start in range(0, len(paths), size):
        texts = tuple(path.read_text(encoding="utf-8") for path in paths[start : start + size])
        yield settings.pipeline, texts


@cache
def _bare(name: str) -> Language:
    return spacy.load(name)


def _load(name: str) -> None:
    _bare(name)


def _parse(job: tuple[str, tuple[str, ...]]) -> int:
    name, texts = job
    return sum(len(doc) for doc in _bare(name).pipe(texts))


def _peak(pile: Path, settings: Settings) -> int | None:
    """Kilobytes that reading a pile takes at most, all processes together, measured in a process of its own."""
    command = [sys.executable, "-m", "evals.bench", "--workers", str(settings.workers), "--peak", str(pile)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    return int(said) or None


def _peak_here(pile: Path, settings: Settings) -> int:
    with Case.create(pile.parent / f"{pile.name}.case") as case, Crew(settings) as crew:
        _take(case, crew, pile, settings)
        pids = [os.getpid(), *(each.pid for each in multiprocessing.active_children())]
        return sum(_most_memory(pid) for pid in pids if pid is not None)


def _most_memory(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


def _after(folder: Path, few: int, many: int, settings: Settings) -> Iterator[tuple[str, str, str, str]]:
    one, two = folder / "one.case", folder / "two.case"
    _read_stories(one, folder / "first", (0, few), settings)
    shutil.copy(one, two)
    _read_stories(two, folder / "second", (few, many), settings)
    # The smaller pile over and over before and after the larger: what else the machine does comes in bursts.
    small = [_work_out_seconds(_copied(one), settings) for _ in range(_TURNS)]
    large = _work_out_seconds(two, settings)
    small += [_work_out_seconds(_copied(one), settings) for _ in range(_TURNS)]
    mean = sum(small) / len(small)
    words = f"{mean:.1f} s at {few:,} documents ({min(small):.1f} to {max(small):.1f}), {large:.1f} s at {many:,}"
    times = many // few
    yield _row(f"after reading, at {times} times the documents, time", large / mean, _GROWTH[times], words)
    _read_stories(two, folder / "one more", (many, many + 1), settings)
    added = sorted(_seconds_to_add(_copied(two)) for _ in range(_TURNS))
    words = f"to {many:,} documents; {added[0]:.2f} to {added[-1]:.2f} in {_TURNS} turns"
    yield _row("one document added, after reading it, seconds", added[_TURNS // 2], "added", words)
    with Case.open(two) as case:
        for what, size, bound in largest_blocks(case, settings):
            yield f"largest block: {what}", f"{size:,}", "", bound


def _copied(case: Path) -> Path:
    """A case as it is, for one more turn."""
    copy = case.with_name("turn.case")
    shutil.copy(case, copy)
    return copy


def _read_stories(path: Path, folder: Path, numbers: tuple[int, int], settings: Settings) -> None:
    write_pile(folder, *numbers, _SHORT)
    with Case.create(path) as case:
        read_pile(case, Wanted((str(folder),)), settings)


def _work_out_seconds(path: Path, settings: Settings) -> float:
    return _seconds_of(path, settings, work_out)


def _seconds_to_add(path: Path) -> float:
    """Seconds to add what came in, in a process of its own, as whoever reads one document starts one."""
    command = [sys.executable, "-m", "evals.bench", "--added", str(path)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _seconds_of(path: Path, settings: Settings, work: Callable[[Case, Settings], object]) -> float:
    """Seconds of the processor: one process does it all, and what else the machine does is left out."""
    with Case.open(path, write=True) as case:
        started = time.process_time()
        work(case, settings)
        return time.process_time() - started


def _row(name: str, figure: float, aim: str, words: str) -> tuple[str, str, str, str]:
    wanted = _AIMS[aim]
    return name, f"{figure:.2f}", f"at most {wanted:g}{'' if figure <= wanted else ', missed'}", words


if __name__ == "__main__":
    raise SystemExit(main())
