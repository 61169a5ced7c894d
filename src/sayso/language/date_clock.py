"""Rules for times of day: "8 p.m. EST", "10:30 on Friday", "noon", "at dawn"."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.language import date_words as lexicon
from sayso.language.date_calendar import day_of
from sayso.language.date_expression import Expression, Kind, Rule, at, clock_of, first, part_of_day, which
from sayso.language.date_words import Atoms

_NUM = r"[dyn]"


def _clock_on_weekday(atoms: Atoms, start: int, end: int) -> Expression | None:
    clock, day = _clock(atoms, start, end), first(atoms, start, end, "W")
    if clock is None or day is None:
        return None
    return replace(clock, kind=Kind.WEEKDAY, weekday=lexicon.WEEKDAYS[atoms.words[day]], which=which(atoms, start, day))


def _clock_on_date(atoms: Atoms, start: int, end: int) -> Expression | None:
    """A clock and the day it is on: "5 p.m. EST, Nov. 6"."""
    month, half = first(atoms, start, end, "M"), first(atoms, start, end, "|")
    assert month is not None
    assert half is not None
    hour = ":".join(atoms.words[index] for index in range(start, half) if atoms.codes[index] in "Jdn")
    clock = clock_of(hour, atoms.words[half])
    days = [day_of(atoms.words[index]) for index in range(month, end) if atoms.codes[index] in "dt"]
    year = first(atoms, month, end, "y")
    if clock is None or not days or days[0] is None:
        return None
    return replace(
        at(atoms, start, end, Kind.STATED),
        year=atoms.words[year] if year is not None else None,
        month=lexicon.MONTHS[atoms.words[month]],
        day=days[0],
        part=clock,
    )


def _clock(atoms: Atoms, start: int, end: int) -> Expression | None:
    index = first(atoms, start, end, "Jdyn")
    if index is None:
        return None
    half = next((atoms.words[i] for i in range(start, end) if atoms.codes[i] == "|"), None)
    word = atoms.words[index]
    if atoms.codes[index + 1 : index + 3] in (".d", ".n") and atoms.code(index + 3) in ("|", "Y"):
        word = f"{word}:{atoms.words[index + 2]}"
    time = clock_of(word, half)
    return None if time is None else replace(at(atoms, start, end, Kind.CLOCK), part=time)


def _bare_clock(atoms: Atoms, start: int, end: int) -> Expression | None:
    before = atoms.word(start - 1)
    return (
        _clock(atoms, start, end) if before in ("at", "around", "about", "by", "until", "since", "from", "to") else None
    )


def _noon(atoms: Atoms, start: int, end: int) -> Expression | None:
    return replace(at(atoms, start, end, Kind.CLOCK), part=part_of_day(atoms, start, end))


def _part_alone(atoms: Atoms, start: int, end: int) -> Expression | None:
    before = atoms.word(start - 1)
    alone = atoms.codes[start] == "P"
    at_night = before == "at" and atoms.words[start] == "night"
    if alone and not at_night and (atoms.words[start] in _WITH_ARTICLE or before not in _AT):
        return None
    if not alone and before not in ("in", "during", "on", "of", "by", "at", "before", "after", "since", "until", ","):
        return None
    return replace(at(atoms, start, end, Kind.CLOCK), part=part_of_day(atoms, start, end))


_WITH_ARTICLE = frozenset({"morning", "afternoon", "evening", "night"})
_AT = frozenset({"at", "before", "after", "since", "until", "by", "from", "till"})

RULES: tuple[Rule, ...] = tuple(
    (re.compile(shape), build)
    for shape, build in (
        (r"(?:J\|?Y?|" + _NUM + r"(?:\.[dn])?(?:\|Y?|Y)),?[LXZ]?W(?!-)", _clock_on_weekday),
        (r"g?(?:J|" + _NUM + r"(?:\.[dn])?)(?:\|Y?|Y)", _clock),
        (r"J", _bare_clock),
        (r"N", _noon),
        (r"T?mP|T?mHf?T?P|TP|P", _part_alone),
        (r"(?:J|[dn](?:\.[dn])?)\|Y?,?@?M\.?[dt](?:,?y)?", _clock_on_date),
    )
)
