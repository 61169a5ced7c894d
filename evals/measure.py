"""What every scorer gives: figures, with the errors behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from pathlib import Path


class Absent(Exception):
    """The data a scorer needs is not on this machine; the message names it."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One error: its kind, and enough of the text to see it."""

    kind: str
    example: str


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure. ``peer`` names the best published figure beside it; ``mistakes`` are for ``--errors``.

    ``items`` is over how many things it is taken, where these are so few that each shows in the figure; 0 where not.
    """

    data: str
    name: str
    value: float
    peer: str = ""
    mistakes: tuple[Mistake, ...] = ()
    items: int = 0


@dataclass(frozen=True, slots=True)
class Agreement:
    """True positives, false positives and misses."""

    hits: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.hits / (self.hits + self.wrong) if self.hits + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = 2 * self.hits + self.wrong + self.missed
        return 2 * self.hits / total if total else 0.0


def agree(found: Iterable[Hashable], gold: Iterable[Hashable]) -> Agreement:
    """Compare two collections item by item; an item that comes twice counts twice."""
    have, want = Counter(found), Counter(gold)
    hits = sum((have & want).values())
    return Agreement(hits, have.total() - hits, want.total() - hits)


def needed(path: Path) -> Path:
    """``path`` if it is there; raises Absent if not."""
    if not path.exists():
        raise Absent(f"{path.name} is not on this machine")
    return path
