"""The figures that may not fall: read, raised where a change did better, lowered only with a reason."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evals.measure import Measure

FILE = Path(__file__).with_name("floors.json")
_ROOM = 0.005
_FEW = 2  # things that may come out otherwise where few are asked


@dataclass(slots=True)
class Floors:
    """Floors by ``set/measure``, each with the floors it had before."""

    entries: dict[str, dict[str, Any]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path = FILE) -> Floors:
        """The floors in a file; none where there is no file."""
        return cls(json.loads(path.read_text(encoding="utf-8")) if path.exists() else {})

    def save(self, path: Path = FILE) -> None:
        """Write them, in order of their names."""
        path.write_text(json.dumps(self.entries, indent=2, sort_keys=True) + "\n", encoding="utf-8")

    def of(self, measure: Measure) -> float | None:
        """The floor under a measure, None where it has none."""
        entry = self.entries.get(key(measure))
        return None if entry is None else float(entry["floor"])

    def is_below(self, measure: Measure) -> bool:
        """Whether a measure fell through its floor."""
        floor = self.of(measure)
        return floor is not None and measure.value < floor - 1e-9

    def raise_to(self, measures: Iterable[Measure]) -> list[str]:
        """Lift every floor that a measure stands above, and lay those that are missing; the names of both."""
        lifted = []
        for measure in measures:
            floor, now = self.of(measure), _down(measure)
            if floor is None or now > floor:
                self._set(key(measure), now, "")
                lifted.append(key(measure))
        return lifted

    def lower(self, measure: Measure, reason: str) -> None:
        """Put a floor at what is measured now, and keep the reason."""
        self._set(key(measure), _down(measure), reason)

    def _set(self, name: str, floor: float, reason: str) -> None:
        entry = self.entries.setdefault(name, {"floor": floor, "history": []})
        entry["floor"] = floor
        entry["history"].append({"floor": floor, "reason": reason} if reason else {"floor": floor})


def key(measure: Measure) -> str:
    """The name a floor goes by."""
    return f"{measure.data}/{measure.name}"


def _down(measure: Measure) -> float:
    # Room for machines whose arithmetic differs in the last digits, and with it the parse of a sentence or two.
    room = max(_ROOM, _FEW / measure.items) if measure.items else _ROOM
    return math.floor((measure.value - room) * 1000 + 1e-6) / 1000
