"""Rules for the periods that accounts are drawn up for: quarters, halves and fiscal years, and the end of a year."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.language import date_words as lexicon
from sayso.language.date_calendar import day_of
from sayso.language.date_expression import STEPS, Expression, Kind, Rule, at, first, which
from sayso.language.date_words import Atoms

_LATEST = frozenset({"latest", "recent"})
_THEN = frozenset({"quarter", "period"})


def _part_of_year(atoms: Atoms, start: int, end: int) -> Expression | None:
    index = first(atoms, start, end, "uQ")
    assert index is not None
    before = index - 2 if atoms.code(index - 1) == "-" else index - 1
    last_half = atoms.word(before) == "last" and atoms.words[index] == "half"
    ordinal = 2 if last_half else lexicon.ORDINALS.get(atoms.word(before)) or day_of(atoms.word(before))
    if index == start or atoms.words[index] not in ("quarter", "half") or ordinal is None or ordinal > 4:
        return None
    letter = "Q" if atoms.words[index] == "quarter" else "H"
    year = first(atoms, start, end, "y")
    said = which(atoms, index, end)
    return replace(
        at(atoms, start, end, Kind.STATED),
        period=f"{letter}{ordinal}",
        year=atoms.words[year] if year is not None else None,
        n=STEPS[said] if said else None,
    )


def _latest(atoms: Atoms, start: int, end: int) -> Expression | None:
    """Read "the latest quarter", "the most recent period": the one told of, else the last one that is over."""
    if atoms.words[end - 1] not in _THEN or atoms.words[end - 2] not in _LATEST:
        return None
    return replace(at(atoms, start, end, Kind.NARRATIVE), unit="Q", n=0, which=_how_sure(atoms.words[end - 1]))


def _told_quarter(atoms: Atoms, start: int, end: int) -> Expression | None:
    """Read "the quarter", where the text has spoken of one: a city's quarter is none."""
    if atoms.words[end - 1] not in _THEN:
        return None
    return replace(at(atoms, start, end, Kind.NARRATIVE), unit="Q", n=0, which="told")


def _year_ago(atoms: Atoms, start: int, end: int) -> Expression | None:
    """Read "the year-earlier quarter", "year-ago results": what a figure is compared with."""
    if atoms.word(end - 1) in _THEN:
        return replace(at(atoms, start, end, Kind.NARRATIVE), unit="Q", n=-4, which=_how_sure(atoms.words[end - 1]))
    return replace(at(atoms, start, end, Kind.NARRATIVE), unit="Y", n=-1)


def _how_sure(noun: str) -> str:
    return "last" if noun == "quarter" else "told"


def _fiscal_year(atoms: Atoms, start: int, end: int) -> Expression | None:
    said = which(atoms, start, end)
    if said is None and "T" not in atoms.codes[start:end]:
        return None
    return replace(at(atoms, start, end, Kind.SHIFT), unit="Y", n=STEPS[said or "this"])


def _end_of_year(atoms: Atoms, start: int, end: int) -> Expression | None:
    index = first(atoms, start, end, "u")
    assert index is not None
    if atoms.words[index] != "year" or atoms.words[end - 1] != "end" or atoms.word(start - 1) in ("the", "last", "a"):
        return None
    said = which(atoms, start, index)
    return replace(at(atoms, start, end, Kind.SHIFT), unit="Y", n=STEPS[said or "this"], mod="END")


def _quarter_of(atoms: Atoms, start: int, end: int) -> Expression | None:
    """Read "next year's first quarter"."""
    if atoms.words[end - 1] not in ("quarter", "half") or atoms.word(end - 4) != "'":
        return None
    ordinal, said = lexicon.ORDINALS.get(atoms.words[end - 2]), which(atoms, start, start + 1)
    if ordinal is None or ordinal > 4:
        return None
    letter = "Q" if atoms.words[end - 1] == "quarter" else "H"
    return replace(at(atoms, start, end, Kind.STATED), period=f"{letter}{ordinal}", n=STEPS[said or "this"])


def _decade_in_words(atoms: Atoms, start: int, end: int) -> Expression | None:
    tens = _DECADES.get(atoms.words[end - 1])
    return None if tens is None else replace(at(atoms, start, end, Kind.STATED), value=tens)


_DECADES = {"fifties": "195", "sixties": "196", "seventies": "197", "eighties": "198", "nineties": "199"}


def _these_days(atoms: Atoms, start: int, end: int) -> Expression | None:
    if (atoms.words[start], atoms.words[end - 1]) != ("these", "days"):
        return None
    return replace(at(atoms, start, end, Kind.VAGUE), value="PRESENT_REF")


RULES: tuple[Rule, ...] = tuple(
    (re.compile(shape), build)
    for shape, build in (
        (r"T?(?:I-?)?[ot]-?[uQ](?:,?f?T?y|fT?[LXZl]u)?|T?y[ot][uQ]|T?IT?[ot]u(?:f?y)?|T?LQfT?y", _part_of_year),
        (r"T(?:r?v|_)[u_]", _latest),
        (r"T[u_]", _told_quarter),
        (r"T(?:m-?)?_", _decade_in_words),
        (r"ZU", _these_days),
        (r"[ZLX]u'_[ot][uQ]", _quarter_of),
        (r"T?_?u-[AE](?:u|_)", _year_ago),
        (r"T?u-[AE]", _year_ago),
        (r"T?[CZLXB]?Iu", _fiscal_year),
        (r"[ZX]?u(?:'_|-)?b", _end_of_year),
    )
)
