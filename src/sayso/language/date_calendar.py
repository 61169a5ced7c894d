"""Rules for expressions that name a piece of the calendar: "18 May 2014", "March 2030", "the 1980s", "spring"."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.language import date_words as lexicon
from sayso.language.date_expression import Expression, Kind, Rule, at, first, part_of_day, which
from sayso.language.date_words import Atoms
from sayso.language.numbers import listed

_LEAD = r"(?:T?m?-?[PHN]f)?(?:(?:W|w\.?),?@?T?)?"
_EDGE = r"(?:T?bfT?|T?m-?)?"
_THE_EDGE = r"(?:T?bfT?|T?m-?|T)?"
_NOT_UNIT = r"(?![-,]?[UuhHk|%]|-?_-)"


def _numeric(atoms: Atoms, start: int, end: int) -> Expression | None:
    cells = [atoms.words[index] for index in range(start, end, 2)]
    if not all(cell.isdigit() for cell in cells):
        return None
    if len(cells[0]) == 4:
        year, month, day = cells
    else:
        # American order unless only the other makes a date.
        month, day, year = cells if int(cells[0]) <= 12 else (cells[1], cells[0], cells[2])
    year = f"20{year}" if len(year) == 2 else year
    if len(year) != 4 or not 1 <= int(month) <= 12 or not 1 <= int(day) <= 31:
        return None
    return replace(at(atoms, start, end, Kind.STATED), year=year, month=int(month), day=int(day))


def _nine_eleven(atoms: Atoms, start: int, end: int) -> Expression | None:
    """The attacks of 2001 go by their day: "9/11"."""
    if (atoms.words[start], atoms.words[end - 1]) != ("9", "11"):
        return None
    return replace(at(atoms, start, end, Kind.STATED), year="2001", month=9, day=11)


def _month_first(atoms: Atoms, start: int, end: int) -> Expression | None:
    month = first(atoms, start, end, "M")
    assert month is not None
    days = [index for index in range(month, end) if atoms.codes[index] in "dt"]
    year = first(atoms, month, end, "y")
    # "In May 20 people fled" counts people, not days.
    if year is None and atoms.codes[days[0]] == "d" and atoms.code(start - 1) == "i" and atoms.code(end) == "_":
        return None
    return _dated(atoms, (start, end), month, days, year)


def _day_first(atoms: Atoms, start: int, end: int) -> Expression | None:
    month = first(atoms, start, end, "M")
    assert month is not None
    days = [index for index in range(start, month) if atoms.codes[index] in "dto"]
    if not days:
        return None
    return _dated(atoms, (start, end), month, days, first(atoms, month, end, "y"))


def _dated(atoms: Atoms, reach: tuple[int, int], month: int, days: list[int], year: int | None) -> Expression | None:
    numbers = [day_of(atoms.words[index]) for index in days]
    whole_word = len(atoms.words[month]) > 4 or atoms.words[month] in ("may", "june", "july")
    if whole_word and atoms.codes[reach[1] - 1] == ".":
        reach = (reach[0], reach[1] - 1)
    if numbers[0] is None:
        return None
    weekday = first(atoms, reach[0], month, "W")
    return replace(
        at(atoms, *reach, Kind.STATED),
        year=atoms.words[year] if year is not None else None,
        month=lexicon.MONTHS[atoms.words[month]],
        day=numbers[0],
        weekday=lexicon.WEEKDAYS[atoms.words[weekday]] if weekday is not None else None,
        last_day=numbers[1] if len(numbers) > 1 else None,
        part=part_of_day(atoms, *reach),
        mod=None,
    )


def day_of(word: str) -> int | None:
    """The day of a month that a number or an ordinal says, None where it cannot be one."""
    if word in lexicon.ORDINALS:
        return lexicon.ORDINALS[word]
    bare = re.sub(r"\D", "", word)
    return int(bare) if bare and 1 <= int(bare) <= 31 else None


_UNSURE_MONTHS = frozenset({"may", "march", "april", "june", "august", "mar", "jan", "dec", "sep", "jun"})
_BEFORE_MONTH = frozenset(
    listed(
        "in since until till by from to between during of before after and or last next this early late mid through"
        " throughout for every each -"
    )
)


def _month_year(atoms: Atoms, start: int, end: int) -> Expression | None:
    month = first(atoms, start, end, "M")
    assert month is not None
    last = atoms.words[end - 1]
    if not last.isdigit():
        return None
    year = last if len(last) == 4 else f"{'20' if int(last) < 40 else '19'}{int(last):02d}"
    return replace(at(atoms, start, end, Kind.STATED), year=year, month=lexicon.MONTHS[atoms.words[month]])


def _month_of_year(atoms: Atoms, start: int, end: int) -> Expression | None:
    month = first(atoms, start, end, "M")
    assert month is not None
    said = which(atoms, month, end)
    kind = Kind.NARRATIVE if said is None else Kind.SHIFT
    step = {"last": -1, "next": 1}.get(said or "this", 0)
    return replace(at(atoms, start, end, kind), unit="Y", n=step, month=lexicon.MONTHS[atoms.words[month]])


def _month(atoms: Atoms, start: int, end: int) -> Expression | None:
    month = first(atoms, start, end, "M")
    assert month is not None
    name, before, said = atoms.words[month], atoms.word(month - 1), which(atoms, start, end)
    abbreviated = len(name) == 3 and name != "may"
    unsure = said is None and (name in _UNSURE_MONTHS or abbreviated)
    if unsure and before not in _BEFORE_MONTH and not _before_noun(atoms, month):
        return None
    if abbreviated and atoms.code(month + 1) == "_" and atoms.text[atoms.starts[month + 1]].isupper():
        return None  # "Jan Kavan"
    if atoms.codes[end - 1] == "." and not abbreviated and name != "sept":
        end -= 1
    return replace(at(atoms, start, end, Kind.STATED), month=lexicon.MONTHS[name], which=said)


def _before_noun(atoms: Atoms, month: int) -> bool:
    """Whether a month that is also a word stands before a noun as months do: "a March offensive", no march "on"."""
    named = atoms.words[month] != "may" or atoms.word(month - 1) != "the"
    follows = atoms.code(month + 1) == "_" and atoms.text[atoms.starts[month + 1]].islower()
    return named and follows and atoms.word(month - 1) in ("a", "an", "the") and atoms.word(month + 1) not in _NOT_NOUN


_NOT_NOUN = frozenset(listed("is was has will would against for from with that which who"))


def _season(atoms: Atoms, start: int, end: int) -> Expression | None:
    season = first(atoms, start, end, "S")
    assert season is not None
    year, said = first(atoms, season, end, "y"), which(atoms, start, season)
    capital = atoms.text[atoms.starts[season]].isupper() and season > 0
    loose = year is None and said is None
    if loose and (capital or atoms.words[season] in ("fall", "spring")) and atoms.code(season - 1) not in "Tm":
        return None
    if loose and (atoms.words[season] == "fall" or atoms.code(season - 1) not in "Tmi~f"):
        return None
    return replace(
        at(atoms, start, end, Kind.STATED),
        period=lexicon.SEASONS[atoms.words[season]],
        year=atoms.words[year] if year is not None else None,
        which=said,
    )


def _decade(atoms: Atoms, start: int, end: int) -> Expression | None:
    digits = re.sub(r"\D", "", atoms.words[end - 1])
    two = len(digits) == 2
    if not two and "'" in atoms.words[end - 1] and atoms.codes[start] not in "Tm":
        return replace(at(atoms, start, end, Kind.STATED), end=atoms.starts[end - 1] + 4, year=digits)
    if not digits.endswith("0") or atoms.word(start - 1) in ("his", "her", "their", "my"):
        return None
    if two and atoms.codes[start] not in "Tm'":
        return None
    century = "" if not two else "20" if int(digits) < 30 else "19"
    return replace(at(atoms, start, end, Kind.STATED), value=f"{century}{digits}"[:3])


def _century(atoms: Atoms, start: int, end: int) -> Expression | None:
    ordinal = first(atoms, start, end, "to")
    assert ordinal is not None
    number = day_of(atoms.words[ordinal])
    if number is None or atoms.words[end - 1] != "century":
        return None
    return replace(at(atoms, start, end, Kind.STATED), value=f"{number - 1:02d}")


_BEFORE_YEAR = frozenset(
    listed(
        "in since until till by from to between during of before after and or a an"
        " early late mid circa about around year fiscal"
        " through throughout the its his their our this that for -"
    )
)
_SURELY_BEFORE_YEAR = frozenset(listed("in since until during early late mid year fiscal the its his their this"))
_BEFORE_NUMBER = frozenset(
    listed(
        "least most than some nearly almost over resolution no number section article"
        " flight room page highway decree law"
        " $ £ € about around approximately only another all than"
    )
)
_AFTER_YEAR = frozenset('#,.;:)-("/')


def _year(atoms: Atoms, start: int, end: int) -> Expression | None:
    index = first(atoms, start, end, "y")
    if index is None:
        short = int(atoms.words[end - 1]) if atoms.words[end - 1].isdigit() else -1
        century = 19 if short >= 40 else 20
        led = atoms.word(start - 1) in _BEFORE_YEAR
        return (
            replace(at(atoms, start, end, Kind.STATED), start=atoms.starts[end - 1], year=f"{century}{short:02d}")
            if led
            else None
        )
    year, before = int(atoms.words[index]), atoms.word(start - 1)
    led = start < index or before in _BEFORE_YEAR or atoms.code(start - 1) in "-'/("
    if not 1500 <= year <= 2100 or (before in _BEFORE_NUMBER and start == index) or atoms.code(start - 1) in "$.:":
        return None
    if year < 1900 and not (led and before not in ("the", "-")):
        return None
    after = atoms.code(end)
    if after in ("|", "Y", "n") or (after == "-" and atoms.code(end + 1) == "_" and not led):
        return None
    plural = after == "_" and atoms.word(end).endswith("s") and atoms.word(end) not in ("was", "has", "is", "as")
    if plural and start == index and before not in _SURELY_BEFORE_YEAR:
        return None
    if not led and after not in _AFTER_YEAR and not 1980 <= year <= 2050:
        return None
    return replace(at(atoms, start, end, Kind.STATED), year=str(year))


# Fixed holidays by month and day, others by month, weekday and which of them (negative counts from the end).
_FIXED_HOLIDAYS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "xmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "new year's": (1, 1),
    "new year": (1, 1),
    "valentine's day": (2, 14),
    "independence day": (7, 4),
    "halloween": (10, 31),
    "veterans day": (11, 11),
}
_MOVING_HOLIDAYS = {
    "thanksgiving day": "11-4-4",
    "thanksgiving": "11-4-4",
    "labor day": "9-1-1",
    "memorial day": "5--1-1",
    "easter sunday": "easter+0",
    "easter monday": "easter+1",
    "easter": "easter+0",
    "good friday": "easter-2",
}
HOLIDAYS = {**_FIXED_HOLIDAYS, **_MOVING_HOLIDAYS}


def _holiday(atoms: Atoms, start: int, end: int) -> Expression | None:
    index = first(atoms, start, end, "%")
    assert index is not None
    rest = atoms.text[atoms.starts[index] : atoms.starts[index] + 20].lower().replace("’", "'")
    name = next(
        (each for each in sorted(HOLIDAYS, key=len, reverse=True) if re.match(re.escape(each) + r"\b", rest)), None
    )
    if name is None:
        return None
    found = replace(
        at(atoms, start, end, Kind.STATED), end=atoms.starts[index] + len(name), which=which(atoms, start, index)
    )
    follow = re.match(r",?\s+((?:19|20)\d\d)\b", atoms.text[found.end :])
    if follow:
        found = replace(found, end=found.end + follow.end(), year=follow[1])
    if name in _FIXED_HOLIDAYS:
        month, day = _FIXED_HOLIDAYS[name]
        return replace(found, month=month, day=day)
    return replace(found, value=_MOVING_HOLIDAYS[name])


RULES: tuple[Rule, ...] = tuple(
    (re.compile(shape), build)
    for shape, build in (
        (r"y-[dn]-[dn]|y/[dn]/[dn]|[dn]/[dn]/(?:y|[dn])|[dn]-[dn]-y", _numeric),
        (r"d/d(?!/)", _nine_eleven),
        (_LEAD + r"M\.?T?[dt](?:[-~&][dt])?" + _NOT_UNIT + r"(?:,?f?y(?!_-)(?:,W)?)?(?:m?P)?", _month_first),
        (_LEAD + r"(?:T(?=[to]))?(?:[dt](?:[-~&][dt]\.?)?f?T?|of)M(?:\.?,?f?y|(?:\.(?=[^_]|$))?)(?:m?P)?", _day_first),
        (_EDGE + r"M\.?(?:,|fTu?|f)?(?:y|'d|'n)(?!-?[UuHh])", _month_year),
        (_EDGE + r"M,?f?T?(?:[LXZlF]u|zu|su)", _month_of_year),
        (r"T?[ZLlXxF]m?M\.?|" + _EDGE + r"M\.?", _month),
        (r"(?:" + _THE_EDGE + r"|T?[ZLlXxF])S(?:f?y)?", _season),
        (_THE_EDGE + r"'?c", _decade),
        (_THE_EDGE + r"[to]-?u", _century),
        (r"T?bfT?y|T?m-?y|Tuy|I-?y|(?:T?u)?y|'[dn]", _year),
        (r"[ZLXT]?%", _holiday),
    )
)
