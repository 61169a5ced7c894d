"""Which of two reports was made of the other: pairs made by editors' operations (``edits``) against unrelated reports.

A pair is called a copy where ``trace`` finds any copy between the two. Made pairs: of a report and what an edit makes
of it, printed by another outlet. Unrelated pairs: an edited report and one of the same place within a day, which tells
of another incident by our labels; pairs that share a whole sentence are left out, since agencies' background
paragraphs are copies too. The peer is MinHash over shingles of words, at the shingle length and threshold that suit
these very pairs best.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

import sayso
from evals.casualties import Report, labelled, reports
from evals.edits import EDITS, chance, sentences
from evals.measure import Agreement, Measure, Mistake
from sayso.read import find, read
from sayso.records.document import Edition, Passage, PassageRole, Span
from sayso.records.receipt import Hints, Received
from sayso.settings import Settings
from sayso.trace import trace

_REPORTS = 45  # reports edited, each in every way that it can be
_SHINGLES = (2, 3, 5)
_HASHES = 128


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, whether one was made of the other, and how."""

    one: str
    two: str
    copied: bool
    how: str
    name: str


def score(gold: Path) -> list[Measure]:
    """F1 of "is a copy", beside MinHash's best. Raises Absent."""
    pairs = list(make_pairs(gold))
    found = [bool(trace(both := _editions(pair), {each.document: each for each in both}.__getitem__)) for pair in pairs]
    truth = [pair.copied for pair in pairs]
    mistakes = tuple(
        Mistake(f"{pair.how}: {'missed' if pair.copied else 'called a copy'}", f"{pair.name}: {pair.two[:120]}")
        for pair, said in zip(pairs, found, strict=True)
        if said != pair.copied
    )
    agreed = counted(found, truth)
    return [
        Measure("copies", "F1 of “is a copy”", agreed.f1, _minhash_peer(pairs), mistakes),
        Measure("copies", "precision of “is a copy”", agreed.precision),
        Measure("copies", "recall of “is a copy”", agreed.recall),
    ]


def counted(said: list[bool], truth: list[bool]) -> Agreement:
    """Hits, wrong and missed of yes-or-no answers."""
    both = list(zip(said, truth, strict=True))
    return Agreement(both.count((True, True)), both.count((True, False)), both.count((False, True)))


def make_pairs(gold: Path) -> Iterator[Pair]:
    """Copies of reports and of the sample by each edit, and unrelated reports of one day and place."""
    known = {each.unit: each for each in reports(gold)}
    group = {row["unit_id"]: row["group"] for row in labelled("casualty_events.tsv")}
    bodies = {unit: sentences(known[unit].body) for unit in group}
    chosen = sorted((unit for unit in group if len(bodies[unit]) >= 5), key=lambda unit: chance("base", unit))[
        :_REPORTS
    ]
    bases = {**{unit: bodies[unit] for unit in chosen}, **dict(_sample())}
    names = list(bases)
    for place, name in enumerate(names):
        yield from _copies(name, bases[name], bases[names[(place + len(names) // 2) % len(names)]])
    for unit in sorted(group):
        for other in sorted(group):
            if group[unit] != group[other] and _near(known[unit], known[other]):
                yield from _unrelated(unit, bodies[unit], other, bodies[other])


def _copies(name: str, own: list[str], other: list[str]) -> Iterator[Pair]:
    for how, edit in EDITS:
        made = edit(own, other)
        if made:
            yield Pair("\n\n".join(own), "\n\n".join(made), True, how, name)


def _unrelated(unit: str, own: list[str], other: str, others: list[str]) -> Iterator[Pair]:
    if {_plain(each) for each in own if len(each.split()) >= 8} & {_plain(each) for each in others}:
        return
    how, edit = EDITS[chance("edit", unit, other) % len(EDITS)]
    made = None if how in {"interleaved", "a paragraph taken over"} else edit(own, others)
    yield Pair("\n\n".join(others), "\n\n".join(made or own), False, "unrelated", f"{unit} and {other}")


def _plain(sentence: str) -> str:
    return " ".join(word for word in sentence.casefold().split())


def _near(one: Report, two: Report) -> bool:
    return one.place == two.place and abs((one.published - two.published).days) <= 1


def _sample() -> Iterator[tuple[str, list[str]]]:
    folder = Path(sayso.__file__).parent / "sample"
    settings = Settings()
    for found in find([str(folder)], Hints(), settings):
        if isinstance(found, Received):
            _, edition = read(found, settings)
            told = [each for each in sentences(edition.text) if each[-1] in '.”"' and len(each.split()) > 5]
            if edition.language == "en" and len(told) >= 5:
                yield found.name, told


def _editions(pair: Pair) -> list[Edition]:
    return [_edition("a", pair.one, "Harbour Post"), _edition("b", pair.two, "Velmora Courier")]


def _edition(name: str, text: str, outlet: str) -> Edition:
    root = Passage(f"s-{name}", None, PassageRole.BODY, Span(0, len(text)), outlet=outlet, language="en")
    return Edition(f"d-{name}", "evals", text, (root,), outlet=outlet, language="en")


def _minhash_peer(pairs: list[Pair]) -> str:
    """MinHash at its best: over shingle lengths and thresholds, chosen on these pairs."""
    truth = [pair.copied for pair in pairs]
    best = (0.0, 0, 0.0)
    for length in _SHINGLES:
        likeness = [_likeness(pair, length) for pair in pairs]
        for threshold in sorted({*likeness}):
            f1 = counted([each >= threshold > 0 for each in likeness], truth).f1
            best = max(best, (f1, length, threshold))
    return f"MinHash of {best[1]}-word shingles at its best threshold ({best[2]:.2f}): {best[0]:.3f}"


def _likeness(pair: Pair, length: int) -> float:
    """The share of equal minima, an estimate of the Jaccard index (Broder 1997)."""
    return float(np.mean(_minima(pair.one, length) == _minima(pair.two, length)))


def _minima(text: str, length: int) -> npt.NDArray[np.uint64]:
    words = "".join(each if each.isalnum() else " " for each in text.casefold()).split()
    shingles = sorted({" ".join(words[at : at + length]) for at in range(max(1, len(words) - length + 1))})
    values = np.array([int.from_bytes(hashlib.sha1(each.encode()).digest()[:8]) for each in shingles], dtype=np.uint64)
    keys = np.random.Generator(np.random.PCG64(1)).integers(1, 1 << 62, size=(2, _HASHES), dtype=np.uint64)
    mixed = (values[:, None] * (keys[0] | np.uint64(1)) + keys[1]) >> np.uint64(32)
    minima: npt.NDArray[np.uint64] = mixed.min(axis=0)
    return minima
