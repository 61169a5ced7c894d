"""Names: one matcher and one threshold on name pairs, and on Arabic names in Latin letters."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.measure import Agreement, Measure, Mistake, needed
from sayso.language.name_keys import name_keys
from sayso.language.names import SAME_NAME, compare_names

PAIRS = "names/pairs.csv"
ARABIC = "names/arabic-romanised.csv"
_SURE = 0.95


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names of a set, and whether they name one; ``schema`` as the set has it, else empty."""

    data: str
    schema: str
    a: str
    b: str
    same: bool


def score(gold: Path) -> list[Measure]:
    """F1 on both sets, recall at precision 0.95 on the Arabic one, and how many true pairs share a blocking key.

    No kind of actor is told to the matcher, so that the figures are those of names typed without one.
    """
    pairs, arabic = pairs_of(gold, PAIRS), pairs_of(gold, ARABIC)
    said_pairs, said_arabic = _values(pairs), _values(arabic)
    agreement = _agreement(pairs, said_pairs)
    agreement_arabic = _agreement(arabic, said_arabic)
    return [
        Measure(PAIRS, "names F1", agreement.f1, "logic-v2 0.77", _mistakes(pairs, said_pairs)),
        Measure(ARABIC, "arabic F1", agreement_arabic.f1, "logic-v2 0.68", _mistakes(arabic, said_arabic)),
        Measure(ARABIC, "arabic recall at P0.95", _recall_at(arabic, said_arabic, _SURE)),
        Measure(PAIRS, "names key recall", _key_recall(pairs), "", _keyless(pairs)),
        Measure(ARABIC, "arabic key recall", _key_recall(arabic), "", _keyless(arabic)),
    ]


def pairs_of(gold: Path, data: str) -> list[NamePair]:
    """The pairs of one set, in file order. Raises Absent where the file is missing."""
    with needed(gold / data).open(encoding="utf-8", newline="") as lines:
        return [
            NamePair(data, row.get("schema", ""), row["name1"], row["name2"], row["same"] == "true")
            for row in csv.DictReader(lines)
        ]


def _values(pairs: Sequence[NamePair]) -> list[float]:
    return [compare_names(pair.a, pair.b).value for pair in pairs]


def _agreement(pairs: Sequence[NamePair], values: Sequence[float]) -> Agreement:
    said = [(value >= SAME_NAME, pair.same) for pair, value in zip(pairs, values, strict=True)]
    return Agreement(said.count((True, True)), said.count((True, False)), said.count((False, True)))


def _recall_at(pairs: Sequence[NamePair], values: Sequence[float], precision: float) -> float:
    ranked = sorted(zip(values, (pair.same for pair in pairs), strict=True), key=lambda each: (-each[0], each[1]))
    total, hits, best = sum(same for _, same in ranked), 0, 0
    for count, (_, same) in enumerate(ranked, start=1):
        hits += same
        if hits >= precision * count:
            best = hits
    return best / total if total else 0.0


def _mistakes(pairs: Sequence[NamePair], values: Sequence[float]) -> tuple[Mistake, ...]:
    wrong = [
        (abs(value - SAME_NAME), pair, value)
        for pair, value in zip(pairs, values, strict=True)
        if (value >= SAME_NAME) != pair.same
    ]
    wrong.sort(key=lambda each: (-each[0], each[1].a, each[1].b))
    return tuple(
        Mistake(
            f"{(pair.schema or 'word').lower()} {'kept apart' if pair.same else 'joined'}",
            f"{pair.a} / {pair.b} ({value:.2f}): {'; '.join(compare_names(pair.a, pair.b).reasons)}",
        )
        for _, pair, value in wrong
    )


def _shares_key(pair: NamePair) -> bool:
    return bool(name_keys(pair.a) & name_keys(pair.b))


def _key_recall(pairs: Sequence[NamePair]) -> float:
    same = [pair for pair in pairs if pair.same]
    return sum(map(_shares_key, same)) / len(same) if same else 0.0


def _keyless(pairs: Sequence[NamePair]) -> tuple[Mistake, ...]:
    return tuple(
        Mistake("no key shared", f"{pair.a} / {pair.b}") for pair in pairs if pair.same and not _shares_key(pair)
    )
