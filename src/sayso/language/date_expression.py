"""What the date grammar finds: expressions that say a time, before anything is reckoned."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from sayso.language import date_words as lexicon
from sayso.language.date_words import Atoms


class Kind(StrEnum):
    """How an expression fixes its time."""

    STATED = "stated"  # by its year, month or day, as far as given
    WEEKDAY = "weekday"
    SHIFT = "shift"  # so many units from the passage's date
    NARRATIVE = "narrative"  # so many units from the time last spoken of
    CLOCK = "clock"  # a time of day on the day last spoken of
    DURATION = "duration"
    SET = "set"
    VAGUE = "vague"  # the past, the present, the future


@dataclass(frozen=True, slots=True)
class Expression:
    """One time expression. ``start`` and ``end`` are characters; ``unit`` and ``value`` are in TIMEX3 letters.

    ``part`` is what follows the day in a TIMEX3 value (``MO``, ``20:00``); ``period`` a season, quarter or half of the
    year; ``which`` is ``last``, ``next`` or ``this``; ``n`` counts ``unit``, negative backwards; ``lean`` is the way a
    duration lies from the passage's date (-1 back, 1 forward, 0 unsaid).
    """

    start: int
    end: int
    kind: Kind
    year: str | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    period: str | None = None
    unit: str | None = None
    n: int | None = None
    which: str | None = None
    part: str | None = None
    value: str = ""
    mod: str | None = None
    lean: int = 0


Builder = Callable[[Atoms, int, int], Expression | None]
Rule = tuple[re.Pattern[str], Builder]

_MODS = {
    "early": "START",
    "earlier": "START",
    "beginning": "START",
    "start": "START",
    "outset": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "later": "END",
    "end": "END",
    "close": "END",
}
WHICH = {"L": "last", "l": "last", "B": "last", "X": "next", "x": "next", "F": "next", "Z": "this", "C": "this"}
STEPS = {"last": -1, "this": 0, "next": 1}


def at(atoms: Atoms, start: int, end: int, kind: Kind) -> Expression:
    """A bare expression over the atoms from ``start`` to ``end``, with the modifier its words give."""
    return Expression(atoms.starts[start], atoms.ends[end - 1], kind, mod=_mod(atoms, start, end))


def first(atoms: Atoms, start: int, end: int, codes: str) -> int | None:
    """The first index in a stretch whose code is one of ``codes``."""
    return next((index for index in range(start, end) if atoms.codes[index] in codes), None)


def which(atoms: Atoms, start: int, end: int) -> str | None:
    """``last``, ``next`` or ``this``, where a stretch says one."""
    index = first(atoms, start, end, "ZLlXxFBC")
    return None if index is None else WHICH[atoms.codes[index]]


def part_of_day(atoms: Atoms, start: int, end: int) -> str | None:
    """The TIMEX3 letters of the part of the day named in a stretch: "Sunday morning", "early hours of Monday"."""
    for index in range(start, end):
        code = atoms.codes[index]
        if code == "P":
            return lexicon.PARTS[atoms.words[index]]
        if code == "N":
            return "12:00" if atoms.words[index] == "noon" else "24:00"
        if code == "H" and "m" in atoms.codes[start:index]:
            return "NI" if "late" in atoms.words[start:index] else "MO"
    return None


def clock_of(word: str, half: str | None) -> str | None:
    """``HH:MM`` of an hour or a clock ("8", "8.30", "10:30", "1400"), with a.m. or p.m. where it is said."""
    digits = re.sub(r"\D", "", word)
    if not digits or len(digits) > 6:
        return None
    pieces = re.split(r"[:.]", word)
    if len(pieces) == 1 and len(digits) in (3, 4):
        pieces = [digits[:-2], digits[-2:]]
    hour, minute = int(pieces[0]), int(pieces[1]) if len(pieces) > 1 else 0
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


def _mod(atoms: Atoms, start: int, end: int) -> str | None:
    for index in range(start, end):
        code, word = atoms.codes[index], atoms.words[index]
        if code in "mbER" and word in _MODS:
            return _MODS[word]
        if code == "r":
            if word == "least":
                return "EQUAL_OR_MORE"
            return "MORE_THAN" if atoms.word(index - 1) in ("more", "longer") else "LESS_THAN"
        if code == "g":
            return {"over": "MORE_THAN", "nearly": "LESS_THAN", "almost": "LESS_THAN"}.get(word, "APPROX")
    return None
