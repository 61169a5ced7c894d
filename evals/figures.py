"""Figures that sources put differently, in ordinary wording (``data/figures.jsonl``).

Each case is a small pile (``evals/piles.py``): short reports of one event by agencies, local papers, ministries, aid
groups and blogs, with the words of two figures that cannot both hold, or, as a trap, of two that can: one brought up to
date, of a part, of another place, day or scope, rounded, or open at one end.
"""

from __future__ import annotations

from pathlib import Path

from evals.measure import Measure
from evals.piles import measured

_PATH = Path(__file__).parent / "data" / "figures.jsonl"


def score(gold: Path) -> list[Measure]:
    """Recall and precision on either half; ``gold`` is not needed."""
    return list(measured("figures", "", _PATH))
