"""``python -m evals``: every scorer there is data for, in one table, held against the floors.

Exit code 1 where a figure is below its floor, 2 where something given cannot be used.
"""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

from rich.console import Console
from rich.table import Table

import evals
from evals.floors import Floors, key
from evals.measure import Absent, Measure

_EXAMPLES = 3
"""Mistakes shown of each kind."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Score, print and compare."""
    given = _parser().parse_args(arguments)
    if given.lower and not given.reason:
        sys.stderr.write("Lowering a floor takes a reason: --lower SET/MEASURE --reason '...'.\n")
        return 2
    scorers = find_scorers(given.only)
    if not scorers:
        sys.stderr.write(f"No scorer goes by {', '.join(given.only)}; the modules of evals/ are scorers.\n")
        return 2
    measures, skipped = _score(scorers, given.gold)
    floors = Floors.load(given.floors)
    _print(measures, floors)
    for line in skipped:
        print(f"skipped {line}")
    if given.errors:
        _print_mistakes(measures)
    return _hold(measures, floors, given)


def find_scorers(only: Sequence[str] = ()) -> list[ModuleType]:
    """The modules beside this one that have a ``score``, by name; with ``only``, those of these names."""
    names = sorted(each.name for each in pkgutil.iter_modules(evals.__path__) if each.name not in {"__main__", "bench"})
    modules = [importlib.import_module(f"evals.{name}") for name in names if not only or name in only]
    return [each for each in modules if hasattr(each, "score")]


def default_gold() -> Path:
    """``SAYSO_GOLD``, or ``shared/gold`` beside the repository."""
    return Path(os.environ.get("SAYSO_GOLD") or Path(__file__).resolve().parents[2] / "shared" / "gold")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    parser.add_argument("--gold", type=Path, default=default_gold(), help="the folder of gold data")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="one scorer, by its module's name")
    parser.add_argument("--errors", action="store_true", help="list mistakes by kind, worst first")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift floors to what is measured now")
    parser.add_argument("--lower", metavar="SET/MEASURE", help="put one floor at what is measured now")
    parser.add_argument("--reason", metavar="WORDS", help="why a floor is lowered")
    parser.add_argument("--floors", type=Path, default=Path(__file__).with_name("floors.json"), help=argparse.SUPPRESS)
    return parser


def _score(scorers: Sequence[ModuleType], gold: Path) -> tuple[list[Measure], list[str]]:
    measures: list[Measure] = []
    skipped: list[str] = []
    for scorer in scorers:
        started = time.monotonic()
        try:
            found = list(scorer.score(gold))
        except Absent as error:
            skipped.append(f"{_short(scorer)}: {error}")
            continue
        measures.extend(found)
        sys.stderr.write(f"{_short(scorer)}: {len(found)} figures in {time.monotonic() - started:.0f} s\n")
    return measures, skipped


def _print(measures: Sequence[Measure], floors: Floors) -> None:
    table = Table(box=None, pad_edge=False)
    for column in ("set", "measure", "Sayso", "peer", "floor", "change"):
        table.add_column(column, justify="right" if column in {"Sayso", "floor", "change"} else "left")
    for each in measures:
        floor = floors.of(each)
        change = "" if floor is None else f"{each.value - floor:+.3f}"
        mark = " BELOW" if floors.is_below(each) else ""
        shown = "" if floor is None else f"{floor:.3f}"
        table.add_row(each.data, each.name, f"{each.value:.3f}", each.peer, shown, change + mark)
    Console(width=None if sys.stdout.isatty() else 160).print(table)


def _print_mistakes(measures: Sequence[Measure]) -> None:
    for measure in measures:
        kinds = Counter(each.kind for each in measure.mistakes)
        if kinds:
            print(f"\n{key(measure)}: {sum(kinds.values())} mistakes")
        for kind, count in sorted(kinds.items(), key=lambda item: (-item[1], item[0])):
            print(f"  {count:5d}  {kind}")
            for example in _examples(measure, kind):
                print(f"           {example}")


def _examples(measure: Measure, kind: str) -> Iterator[str]:
    of_kind = [each.example for each in measure.mistakes if each.kind == kind]
    yield from (" ".join(example.split())[:200] for example in of_kind[:_EXAMPLES])


def _hold(measures: Sequence[Measure], floors: Floors, given: argparse.Namespace) -> int:
    if given.lower:
        chosen = [each for each in measures if key(each) == given.lower]
        if not chosen:
            sys.stderr.write(f"Nothing measured here goes by {given.lower}.\n")
            return 2
        floors.lower(chosen[0], given.reason)
    if given.lift:
        for name in floors.raise_to(measures):
            print(f"floor of {name} is now {floors.entries[name]['floor']:.3f}")
    if given.lift or given.lower:
        floors.save(given.floors)
    below = [each for each in measures if floors.is_below(each)]
    for each in below:
        sys.stderr.write(f"{key(each)} is {each.value:.3f}, below its floor of {floors.of(each):.3f}\n")
    return 1 if below else 0


def _short(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


if __name__ == "__main__":
    raise SystemExit(main())
