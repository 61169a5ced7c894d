"""Ties of five real documents on given days, against a reader of them who had not seen what Sayso makes of them.

The documents lie beside the gold data, in ``seeds``, and are no part of this repository; ``data/seeds_as_of.tsv`` holds
names, ties, days and answers.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from evals.as_of import days_of_ties
from evals.casualties import labelled
from evals.measure import Measure, needed
from sayso.present.view import View
from sayso.route import Wanted, read_pile, work_out
from sayso.settings import Settings
from sayso.store import Case


def score(gold: Path) -> list[Measure]:
    """Share of days answered rightly, and how far "held" can be relied on. Raises Absent."""
    seeds = needed(gold.parent / "seeds")
    with TemporaryDirectory() as folder, Case.create(Path(folder) / "seeds.sayso") as case:
        read_pile(case, Wanted((str(seeds),)), Settings())
        findings = work_out(case, Settings())
        return days_of_ties("as of, seeds", View(case.pile(), findings), list(labelled("seeds_as_of.tsv")))
