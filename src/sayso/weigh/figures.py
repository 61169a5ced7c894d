"""Two figures for one thing: whether both can hold, and if not, what stands between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sayso.records.claim import Claim, Quantity
from sayso.records.matter import DisputeKind

# Counts that rise as more becomes known; a later, larger figure brings them up to date.
_GROWING = frozenset({"killed", "wounded", "displaced", "missing", "arrived", "rescued"})
_UPDATE_DAYS = 31
# Words for anybody; what is counted by them can be any kind of people.
_ANYBODY = frozenset(
    {"people", "person", "persons", "dead", "killed", "wounded", "injured", "others", "victims", "men"}
)
_APART = frozenset({"fighter", "soldier", "child"})
_PARTS = frozenset({"child", "woman"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity claim with what comparing needs: its origin, and the first day it can have been said."""

    claim: Claim
    quantity: Quantity
    origin: str
    said: date | None

    @property
    def words(self) -> str:
        """The figure as stated."""
        return " ".join(self.quantity.stated.split())

    @property
    def counted(self) -> str | None:
        """The word for those counted ("deputies"); None where it can be anybody."""
        last = self.words.casefold().split()[-1]
        return last if last.isalpha() and last not in _ANYBODY and self.quantity.counted is not None else None

    @property
    def interval(self) -> tuple[float | None, float | None, bool, bool]:
        """What makes two figures one value."""
        each = self.quantity
        return each.low, each.high, each.low_open, each.high_open


def can_both_hold(one: Quantity, two: Quantity) -> bool:
    """Whether some number lies in both intervals."""
    return _below(one, two) and _below(two, one)


def _below(one: Quantity, two: Quantity) -> bool:
    """Whether ``one`` begins no later than ``two`` ends."""
    if one.low is None or two.high is None:
        return True
    if one.low == two.high:
        return not one.low_open and not two.high_open
    return one.low < two.high


def compare(one: Figure, two: Figure) -> tuple[DisputeKind, str] | None:
    """How two figures stand to one another, with the reason; None where they are the same or not to be compared."""
    mine, theirs = one.quantity, two.quantity
    if one.interval == two.interval:
        return None
    early, late = sorted((one, two), key=lambda each: each.said or date.max)
    if one.counted != two.counted and (verdict := _other_kinds(one, two)) is not None:
        if verdict != _ADDS_UP:
            return DisputeKind.OTHER_SCOPE, verdict
        if late.counted is None and early.quantity.unit not in _PARTS and _is_update(early, late):
            return DisputeKind.UPDATE, f"“{late.words}” was said later than “{early.words}”, and is larger"
        return None
    if (mine.scope or "").casefold() != (theirs.scope or "").casefold():
        return DisputeKind.OTHER_SCOPE, f"one counts {_scope(mine)}, the other {_scope(theirs)}"
    if can_both_hold(mine, theirs):
        return DisputeKind.COMPATIBLE, f"“{one.words}” and “{two.words}” can both hold"
    counting = "" if one.counted == two.counted else ", unless they count different people"
    if _is_update(early, late):
        return DisputeKind.UPDATE, f"“{late.words}” was said later than “{early.words}”, and is larger"
    return DisputeKind.CONTRADICTION, f"“{one.words}” and “{two.words}” cannot both hold{counting}"


def _scope(quantity: Quantity) -> str:
    return f"“{quantity.scope}”" if quantity.scope else "without saying where or since when"


_ADDS_UP = "one is a part of the other"


def _other_kinds(one: Figure, two: Figure) -> str | None:
    """Why two figures that name different people are not to be held against one another; None where they are.

    A kind of people no larger than "people" is a part of them, and two kinds that one document tells of add up.
    Civilians and fighters are never the same people.
    """
    if one.counted is None or two.counted is None:
        part, whole = (one, two) if two.counted is None else (two, one)
        if (part.quantity.low or 0) <= (whole.quantity.high if whole.quantity.high is not None else float("inf")):
            return _ADDS_UP
        return None
    if one.claim.document == two.claim.document:
        return _ADDS_UP
    if {one.quantity.unit, two.quantity.unit} & _APART and one.quantity.unit != two.quantity.unit:
        return f"one counts {one.counted}, the other {two.counted}"
    return None


def _is_update(early: Figure, late: Figure) -> bool:
    if early.said is None or late.said is None or early.said == late.said:
        return False
    if (late.said - early.said).days > _UPDATE_DAYS or early.quantity.measure not in _GROWING:
        return False
    return (late.quantity.low or 0) > (early.quantity.low or 0)
