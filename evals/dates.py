"""Times against Sayso's own labelled sentences, scored as TempEval-3 scores entities (UzZaman et al. 2013).

A found expression matches a labelled one that it overlaps (relaxed) or equals (strict); value F1 counts relaxed matches
whose value is right. ``gold`` is not needed: the sentences are part of the repository.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from evals.measure import Agreement, Measure, Mistake
from sayso.extract.parse.reading import parse, pipeline
from sayso.extract.times.finding import find_times
from sayso.records.document import Edition, Passage, PassageRole, Span
from sayso.records.when import When
from sayso.settings import Settings

SENTENCES = Path(__file__).parent / "data" / "dates.jsonl"
_PEER = "HeidelTime 0.776 on TempEval-3 platinum"


Label = tuple[Span, str, str]
"""Where a time stands, its TIMEX3 type and its TIMEX3 value."""


def score(gold: Path) -> list[Measure]:
    """Relaxed extent, strict extent and value F1 over the sentences."""
    rows = ((row["text"], _placed(row["text"], row["times"]), times) for row, times in read_rows(SENTENCES))
    return figures("dates", rows, _PEER)


def figures(data: str, rows: Iterable[tuple[str, Sequence[Label], Sequence[When]]], peer: str) -> list[Measure]:
    """The three figures over texts, each with what is labelled and what was found.

    A label is matched with the first time found that overlaps it and that no label before it took.
    """
    relaxed, strict, values = [0, 0, 0], [0, 0, 0], [0, 0, 0]
    mistakes: list[Mistake] = []
    for text, labels, times in rows:
        taken: set[int] = set()
        for counts in (relaxed, strict, values):
            counts[1] += len(times)
            counts[2] += len(labels)
        for span, _, value in labels:
            when = next((each for each in times if each.span.touches(span) and id(each) not in taken), None)
            if when is None:
                mistakes.append(Mistake("missed", f"{span.of(text)!r} in {_around(text, span)!r}"))
                continue
            taken.add(id(when))
            relaxed[0] += 1
            strict[0] += when.span == span
            values[0] += when.value == value
            if when.value != value:
                example = f"{when.text!r}: {when.value}, not {value}, in {_around(text, span)!r}"
                mistakes.append(Mistake("wrong value", example))
            if when.span != span:
                mistakes.append(Mistake("wrong extent", f"{when.text!r}, not {span.of(text)!r}"))
        extra = [when for when in times if id(when) not in taken]
        mistakes.extend(Mistake("not a time", f"{when.text!r} in {_around(text, when.span)!r}") for when in extra)
    named = (("extent F1, relaxed", relaxed), ("extent F1, strict", strict), ("value F1", values))
    return [
        Measure(
            data,
            name,
            Agreement(hits, found - hits, wanted - hits).f1,
            peer if name == "value F1" else "",
            tuple(mistakes) if name == "value F1" else (),
        )
        for name, (hits, found, wanted) in named
    ]


def _around(text: str, span: Span) -> str:
    return " ".join(text[max(0, span.start - 60) : span.end + 40].split())


def read_rows(path: Path) -> Iterator[tuple[dict[str, Any], tuple[When, ...]]]:
    """Each labelled row with the times found in it."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    editions = (edition_of(row["text"], row["published"], f"row-{index}") for index, row in enumerate(rows))
    for row, reading in zip(rows, parse(editions, pipeline(Settings().pipeline)), strict=True):
        yield row, find_times(reading)


def edition_of(text: str, published: str | None, name: str) -> Edition:
    """An edition that is one body passage."""
    span = Span(0, len(text))
    passage = Passage(f"s-{name}", None, PassageRole.BODY, span, published=published, language="en")
    return Edition(f"d-{name}", "evals", text, (passage,), published=published, language="en")


def _placed(text: str, times: list[list[str]]) -> list[Label]:
    placed: list[Label] = []
    at = 0
    for words, kind, value in times:
        start = text.index(words, at)
        at = start + len(words)
        placed.append((Span(start, at), kind, value))
    return placed
