"""The number that was written, and whether two numbers with their hedges can both hold."""

from __future__ import annotations

import re

from sayso.records.claim import Quantity

# "At least 80" goes with 83; no editor prints "at least 10" and 75 as agreeing.
_AGREES_FROM = 0.8
_NEARLY = 0.95  # "at least 20" and 19


def core(quantity: Quantity) -> float | None:
    """The number that was written, whatever was written before it: 80 for "at least 80", "nearly 80" and "80"."""
    low, high = quantity.low, quantity.high
    if low is None or (low == 0 and high):
        return high
    if high is None or low == high:
        return low
    written = re.search(r"\d[\d,]*(?:\.\d+)?", quantity.stated)
    if written is not None and low <= float(written[0].replace(",", "")) <= high:
        return float(written[0].replace(",", ""))
    if (quantity.hedge or "").casefold() in ("nearly", "almost", "up to"):
        return high
    return (low + high) / 2


def can_both_hold(one: Quantity, two: Quantity) -> bool:
    """Whether some number lies in both intervals, or one is a bound that an editor would print as agreeing."""
    if one.high is None or two.high is None:
        bounds = sorted(each.low or 0 for each in (one, two))
        open_below = one if (one.low or 0) <= (two.low or 0) else two
        return bounds[0] >= _AGREES_FROM * bounds[1] and (open_below.high is None or bounds[0] >= _NEARLY * bounds[1])
    return _below(one, two) and _below(two, one)


def _below(one: Quantity, two: Quantity) -> bool:
    """Whether ``one`` begins no later than ``two`` ends."""
    low, high = one.low or 0, two.high or 0
    if low == high:
        return not one.low_open and not two.high_open
    return low < high
