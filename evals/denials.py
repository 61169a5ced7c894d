"""Denials and the accusations they answer, and writers who contradict themselves (``data/denials*.jsonl``).

There are two sets: one in plain words, as agencies, local papers, ministries and blogs write, and a hard one, where
much has to be understood to see the contradiction. Each case is a small pile (``evals/piles.py``), with the words of
an accusation and of its denial where the two cannot both hold, or, as a trap, of two passages that can. The plain set
was written by several hands, each of its own invented country (by the letter of the ids); none of a check half was
read by those who wrote the rules. Of the last four (w to z), a fifth was labelled again by a second reader: 47 of 48
labels agree (kappa 0.96).
"""

from __future__ import annotations

from pathlib import Path

from evals.measure import Measure
from evals.piles import measured

_DATA = Path(__file__).parent / "data"
_SETS = {"plain": _DATA / "denials_plain.jsonl", "hard": _DATA / "denials.jsonl"}


def score(gold: Path) -> list[Measure]:
    """Recall and precision on either half of each; ``gold`` is not needed."""
    return [measure for name, path in _SETS.items() for measure in measured("denials", name, path)]
