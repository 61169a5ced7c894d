"""Whether ties of the sample held on given days, as Sayso says with ``--as-of``, against a reader who had not seen it.

``data/sample_as_of.tsv`` asks of a tie and a day whether it held, did not, is disputed, or is not told. A tie that was
not found answers nothing, and all its days are wrong. A row that several of Sayso's ties answer has the firmest answer;
that one fights another also tells that he opposes him.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from evals.casualties import labelled
from evals.measure import Measure, Mistake
from evals.parties import is_between, names_of
from evals.sample import worked_out
from sayso.present.holding import Answer
from sayso.present.ties import TieInTime, ties_in_time
from sayso.present.view import View
from sayso.records.claim import Tie

_CALLED = {
    Answer.DISPUTED: "disputed",
    Answer.HELD: "held",
    Answer.OVER: "not",
    Answer.BEFORE: "not",
    Answer.DENIED: "not",
    Answer.UNTOLD: "unknown",
}

_STRONGER = {"OPPOSES": "FIGHTS"}  # whoever fights somebody opposes him then; that the fight is over says no more


def score(gold: Path) -> list[Measure]:
    """Share of days answered rightly, and how far "held" can be relied on; ``gold`` is not needed."""
    del gold
    pile, findings, _ = worked_out()
    return days_of_ties("as of", View(pile, findings), list(labelled("sample_as_of.tsv")))


def days_of_ties(data: str, view: View, asked: Sequence[Mapping[str, str]]) -> list[Measure]:
    """Four figures named ``data`` from rows of ``a``, ``tie``, ``b``, ``day`` and ``answer``."""
    names = names_of(view.findings)
    ties = ties_in_time(view)
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    mistakes = []
    for row in asked:
        matching = [
            each
            for each in ties
            if each.kind.value in (row["tie"], _STRONGER.get(row["tie"]))
            and any(isinstance(told := one.content, Tie) and is_between(told, row, names) for one in each.claims)
        ]
        answer = _firmest(_answer(each, row) for each in matching)
        given[answer] += 1
        if answer == row["answer"]:
            right[answer] += 1
        else:
            example = f"{row['a']} {row['tie']} {row['b']} on {row['day']}: {answer}, should be {row['answer']}"
            mistakes.append(Mistake("tie not found" if answer == "not found" else "answer", example))
    found = len(asked) - given["not found"]
    by_hand = Counter(row["answer"] for row in asked)
    every = f"always “unknown” {by_hand['unknown'] / len(asked):.3f}"
    return [
        Measure(data, "days answered rightly", right.total() / len(asked), every, tuple(mistakes), len(asked)),
        Measure(data, "days of ties that were found", right.total() / max(found, 1), items=found),
        Measure(data, "held, where it says so", right["held"] / max(given["held"], 1), items=given["held"]),
        Measure(data, "not held, where it says so", right["not"] / max(given["not"], 1), items=given["not"]),
    ]


def _answer(tie: TieInTime, row: Mapping[str, str]) -> str:
    answer = _CALLED[tie.holding.on(date.fromisoformat(row["day"]))]
    same = tie.kind.value == row["tie"]
    return answer if same or answer in ("held", "disputed") else "unknown"


def _firmest(answers: Iterable[str]) -> str:
    found = set(answers)
    return next((each for each in ("disputed", "held", "not", "unknown") if each in found), "not found")
