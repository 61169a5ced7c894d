"""The three clocks a case can be looked at by: when it was so, when it was said, when it came into the case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Clocks:
    """The days a case is looked at by, None where a clock is not set.

    ``as_of`` leaves the ties, roles and events that held or had happened by the end of that day, ``known_by`` what had
    been published by then, ``received_by`` what had come into the case by then (UTC).
    """

    as_of: date | None = None
    known_by: date | None = None
    received_by: date | None = None

    def __bool__(self) -> bool:
        """Whether any is set."""
        return any(each is not None for each in (self.as_of, self.known_by, self.received_by))


NO_CLOCKS = Clocks()


@dataclass(frozen=True, slots=True)
class Untold:
    """What a case as of a day lists though nothing tells whether it was so by then.

    ``disputes`` are ids of disputes; ``matters`` those of what they are over, which is kept for them alone and is in no
    other listing.
    """

    disputes: frozenset[str] = frozenset()
    matters: frozenset[str] = frozenset()


NOTHING_UNTOLD = Untold()
