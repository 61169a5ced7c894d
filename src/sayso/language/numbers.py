"""Numbers as texts write them: digits, words and hedges, read as intervals."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass


def listed(line: str) -> tuple[str, ...]:
    """The words of a line, so that word sets can be written as lines."""
    return tuple(line.split())


_ONES = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
WORDS: dict[str, int] = {
    **{word: value for value, word in enumerate(_ONES)},
    **{word: 10 * (value + 2) for value, word in enumerate(_TENS)},
    "fourty": 40,
}
SCALES: dict[str, int] = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "dozen": 12,
    "score": 20,
    "m": 1_000_000,
    "mn": 1_000_000,
    "bn": 1_000_000_000,
    "k": 1_000,
}
# Bare plurals: at least two of the scale, and fewer than the next scale that a writer would have named.
VAGUE: dict[str, tuple[int, int]] = {
    "dozens": (24, 99),
    "scores": (40, 99),
    "tens": (20, 99),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "millions": (2_000_000, 9_999_999),
    "billions": (2_000_000_000, 9_999_999_999),
}
FEW: dict[str, tuple[int, int]] = {
    "several": (3, 9),
    "few": (3, 9),
    "handful": (3, 9),
    "couple": (2, 2),
    "pair": (2, 2),
}
_DIGITS = re.compile(r"^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$|^\.\d+$")


@dataclass(frozen=True, slots=True)
class Interval:
    """Bounds of a number; None where it is unbounded, ``*_open`` where the bound itself is left out."""

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False


def digits(text: str) -> float | None:
    """The value of a number in digits ("5000", "111,000", "7.5"), else None."""
    return float(text.replace(",", "")) if _DIGITS.match(text) else None


def read(words: list[str]) -> float | None:
    """The value of lower-case number words and digits ("two hundred and five", "2.5 million"), else None."""
    total, current, seen = 0.0, 0.0, False
    for word in words:
        if word in ("and", "-", "a", "an"):
            if word in ("a", "an") and not seen:
                current = 1.0
            continue
        value = digits(word)
        if value is None and word in WORDS:
            value = float(WORDS[word])
        if value is not None:
            current += value
        elif word in SCALES:
            scale = SCALES[word]
            current = (current if seen or current else 1.0) * scale
            if scale >= 1_000:
                total, current = total + current, 0.0
        elif word == "half":
            current += 0.5
            seen = True
        else:
            return None
        seen = True
    return total + current if seen else None


_LOW = re.compile(r"^(?:at least|no (?:less|fewer) than|a minimum of|not less than|at the least)$")
_MORE = re.compile(
    r"^(?:more than|over|above|upwards? of|in excess of|exceed(?:ing|ed|s)?|topp(?:ed|ing)|surpass(?:ed|ing)|well over"
    r"|just over|greater than)$"
)
_HIGH = re.compile(r"^(?:at most|up to|as many as|as much as|no more than|a maximum of|not more than|as few as)$")
_LESS = re.compile(r"^(?:less than|fewer than|under|below)$")
_NEAR = re.compile(r"^(?:nearly|almost|close to|just under|approaching)$")
_ABOUT = re.compile(
    r"^(?:about|around|some|approximately|roughly|an estimated|estimated|circa|near|or so|~|reportedly)$"
)


def hedged(low: float, high: float, hedge: str | None) -> Interval:
    """The interval of a number (``low`` to ``high`` as stated) under a hedge.

    "At least" leaves the top unbounded, "up to" the bottom at 0; "about" and "some" give a tenth either way, rounded
    outwards to whole units; "nearly" reaches a tenth below and not the number itself.
    """
    words = (hedge or "").lower()
    if _LOW.match(words):
        return Interval(low, None)
    if _MORE.match(words):
        return Interval(low, None, low_open=True)
    if _HIGH.match(words):
        return Interval(0, high)
    if _LESS.match(words):
        return Interval(0, high, high_open=True)
    if _NEAR.match(words):
        return Interval(_down(low * 0.9), high, high_open=True)
    if _ABOUT.match(words):
        return Interval(_down(low * 0.9), _up(high * 1.1))
    return Interval(low, high)


# A product such as 20 * 1.1 lands a hair above 22; the small step keeps it from rounding up to 23.
def _down(value: float) -> float:
    return float(math.floor(value + 1e-9)) if value >= 5 else value


def _up(value: float) -> float:
    return float(math.ceil(value - 1e-9)) if value >= 5 else value
