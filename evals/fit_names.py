"""Fits the weights of the name comparison to the name sets of the gold folder, and writes them into the package.

Run as ``python -m evals.fit_names GOLD``: prints what ten-fold cross-validation gives, the mean of five dealings (names
that share a spelling are kept in one fold; what a rule bars counts as apart and is not fitted to), then fits to all and
writes
``name_weights.json``. The weights are shifted so that the best threshold for both sets together is 0.5.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.names import ARABIC, PAIRS, NamePair, pairs_of
from sayso.language import names as matcher
from sayso.language.name_features import features, pair_words
from sayso.language.name_parts import parts_of
from sayso.language.names import barred_reasons
from sayso.records.actor import MentionKind

_PENALTY = 0.5
_ROUNDS = 60
_FOLDS = 10
_TARGET = Path(matcher.__file__).parent / "lexicons" / "name_weights.json"

Matrix = NDArray[np.float64]


def main(gold: Path) -> None:
    pairs = [*pairs_of(gold, PAIRS), *pairs_of(gold, ARABIC)]
    seen = [_features(pair) for pair in pairs]
    found = [each for each, _ in seen]
    columns = sorted({name for each in found for name in each})
    x = np.array([[each.get(name, 0.0) for name in columns] for each in found])
    free = np.array([not barred for _, barred in seen])
    y = np.array([float(pair.same) for pair in pairs])
    sets = np.array([pair.data == PAIRS for pair in pairs])
    runs = [_cross_validated(x, np.where(free, y, np.nan), pairs, columns, seed) for seed in range(5)]
    held_out = np.where(free, np.mean(runs, axis=0), 0.0)

    def both(threshold: float) -> tuple[float, float]:
        return _f1(held_out, y, sets, threshold), _f1(held_out, y, ~sets, threshold)

    threshold = max((t / 100 for t in range(30, 71, 5)), key=lambda t: sum(both(t)))
    print(f"cross-validated F1 at {threshold}: pairs {both(threshold)[0]:.3f}, arabic {both(threshold)[1]:.3f}")
    weights = _fit(x[free], y[free], columns)
    shift = float(np.log(threshold / (1 - threshold)))
    table = {
        name: round(float(value) - (shift if name.endswith("intercept") else 0.0), 4)
        for name, value in zip(columns, weights, strict=True)
    }
    note = "Fitted by evals/fit_names.py to nomenklatura's name bench (MIT) and Wikidata labels of Arabic names (CC0)."
    _TARGET.write_text(json.dumps({"note": note, "weights": table}, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _features(pair: NamePair) -> tuple[dict[str, float], bool]:
    first, second = sorted((pair.a, pair.b))
    one, other = parts_of(first), parts_of(second)
    if one.body != other.body:
        one, other = parts_of(first, MentionKind.ORGANIZATION), parts_of(second, MentionKind.ORGANIZATION)
    return features(one, other, pair_words(one, other)), bool(barred_reasons(one, other))


def _fit(x: Matrix, y: Matrix, columns: Sequence[str]) -> Matrix:
    """Ridge logistic regression by Newton's method."""
    ridge = np.array([_PENALTY / 50 if name.endswith("intercept") else _PENALTY for name in columns])
    weights = np.zeros(x.shape[1])
    for _ in range(_ROUNDS):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        gradient = x.T @ (p - y) + ridge * weights
        curvature = (x.T * (p * (1 - p))) @ x + np.diag(ridge)
        weights = weights - np.linalg.solve(curvature, gradient)
    return weights


def _cross_validated(x: Matrix, y: Matrix, pairs: Sequence[NamePair], columns: Sequence[str], seed: int) -> Matrix:
    groups = _groups(pairs)
    dealt = random.Random(seed)
    fold_of = {group: dealt.randrange(_FOLDS) for group in sorted(set(groups))}
    fold = np.array([fold_of[group] for group in groups])
    out = np.zeros(len(y))
    for number in range(_FOLDS):
        others = (fold != number) & ~np.isnan(y)
        weights = _fit(x[others], y[others], columns)
        out[fold == number] = 1 / (1 + np.exp(-np.clip(x[fold == number] @ weights, -30, 30)))
    return out


def _groups(pairs: Sequence[NamePair]) -> list[str]:
    leader: dict[str, str] = {}

    def find(name: str) -> str:
        while leader.setdefault(name, name) != name:
            name = leader[name]
        return name

    for pair in pairs:
        if pair.data == PAIRS:
            leader[find(pair.a.lower())] = find(pair.b.lower())
    return [find(pair.a.lower()) if pair.data == PAIRS else f"{pair.a}/{pair.b}" for pair in pairs]


def _f1(scores: Matrix, y: Matrix, rows: NDArray[np.bool_], threshold: float) -> float:
    said, true = scores[rows] >= threshold, y[rows] > 0.5
    return float(2 * (said & true).sum() / (said.sum() + true.sum()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
