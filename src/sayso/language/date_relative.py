"""Rules for expressions that say a time by its distance from another, its length or its return."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.language import date_words as lexicon
from sayso.language.date_expression import (
    STEPS,
    Expression,
    Kind,
    Rule,
    at,
    first,
    part_of_day,
    which,
)
from sayso.language.date_words import Atoms
from sayso.language.numbers import listed, read

_NUM = r"[dyn]"
_APX = r"(?:jr|g)?"
_SOME = r"a?qf?"
_DIRECTION = r"T?[ZLlXxFBC]"
_PAPERS = frozenset(
    listed(
        "times mirror telegraph express herald post mail independent business tribune"
        " star courier people mosque world sun"
        " standard review"
    )
)


def unit_of(word: str) -> str:
    """The TIMEX3 letters of a unit, ``T`` before units of time."""
    return lexicon.UNITS[
        "century" if word == "centuries" else word if word in lexicon.UNITS else word.removesuffix("s")
    ]


def duration(number: str, unit: str) -> str:
    """The TIMEX3 value of so many units: ``P3D``, ``PT24H``, ``PXW``."""
    if unit == "2W":
        return f"P{int(number) * 2 if number.isdigit() else number}W"
    return f"PT{number}{unit[1:]}" if unit.startswith("T") else f"P{number}{unit}"


def _amount(word: str) -> str | None:
    value = read(word.split())
    if value is None:
        return None
    return str(int(value)) if value == int(value) else f"{value:g}"


def _weekday(atoms: Atoms, start: int, end: int) -> Expression | None:
    day = first(atoms, start, end, "W")
    assert day is not None
    after, before = atoms.word(day + 1), atoms.word(day - 1)
    capital = day + 1 < len(atoms.words) and atoms.text[atoms.starts[day + 1]].isupper()
    if (after in _PAPERS and capital) or before in ("bloody", "black", "ash"):
        return None
    if atoms.codes[start] == "F" and atoms.code(start - 1) != "T":
        start += 1  # "following Monday's raid"
    step = first(atoms, start, day, "BF")
    return replace(
        at(atoms, start, end, Kind.WEEKDAY),
        weekday=lexicon.WEEKDAYS[atoms.words[day]],
        which=which(atoms, start, day),
        n=None if step is None else 1 if atoms.codes[step] == "F" else -1,
        part=part_of_day(atoms, start, end),
    )


def _weekdays(atoms: Atoms, start: int, end: int) -> Expression | None:
    if atoms.code(start - 1) in "dynq":
        return None
    word = atoms.words[end - 1 if atoms.codes[end - 1] in "WV" else start]
    number = lexicon.WEEKDAYS[word if word in lexicon.WEEKDAYS else word.removesuffix("s")]
    return replace(at(atoms, start, end, Kind.SET), value=f"XXXX-WXX-{number}")


def _deictic(atoms: Atoms, start: int, end: int) -> Expression | None:
    word = atoms.words[first(atoms, start, end, "D") or 0] if "D" in atoms.codes[start:end] else "today"
    step = {"today": 0, "yesterday": -1, "tomorrow": 1}[word]
    if "<" in atoms.codes[start:end]:
        step -= 1
    if ">" in atoms.codes[start:end]:
        step += 1
    return replace(at(atoms, start, end, Kind.SHIFT), unit="D", n=step, part=part_of_day(atoms, start, end))


def _tonight(atoms: Atoms, start: int, end: int) -> Expression | None:
    step = -1 if atoms.words[end - 1] == "overnight" else 0
    return replace(at(atoms, start, end, Kind.SHIFT), unit="D", n=step, part="NI")


def _part_of_this_day(atoms: Atoms, start: int, end: int) -> Expression | None:
    said = which(atoms, start, end)
    assert said is not None
    kind = Kind.NARRATIVE if first(atoms, start, end, "FB") is not None else Kind.SHIFT
    if said == "next":
        kind = Kind.NARRATIVE
    return replace(at(atoms, start, end, kind), unit="D", n=STEPS[said], part=part_of_day(atoms, start, end))


def _shift(atoms: Atoms, start: int, end: int) -> Expression | None:
    index, said = first(atoms, start, end, "ukS"), which(atoms, start, end)
    assert index is not None
    assert said is not None
    unit, code = unit_of(atoms.words[index]), atoms.codes[first(atoms, start, end, "ZLlXxFBC") or 0]
    lead = atoms.word(start - 1)
    if code == "l" or (code == "L" and "T" in atoms.codes[start:index] and lead in _LASTING and unit != "WE"):
        return replace(at(atoms, start, end, Kind.DURATION), value=duration("1", unit), unit=unit, n=1, lean=-1)
    if unit == "D" and said == "last" and code == "L":
        return None
    if unit == "Q" and code == "Z" and atoms.codes[start] == "T":
        return None
    narrative = code in "FB" or (code == "X" and ("T" in atoms.codes[start:index] or unit == "D"))
    if code == "x":
        return (
            replace(at(atoms, start, end, Kind.VAGUE), value="FUTURE_REF")
            if unit == "D"
            else replace(at(atoms, start, end, Kind.SHIFT), unit=unit, n=1)
        )
    kind = Kind.NARRATIVE if narrative else Kind.SHIFT
    return replace(at(atoms, start, end, kind), unit=unit, n=STEPS[said], which=said)


_LASTING = frozenset({"over", "in", "during", "for", "within", "through", "throughout"})


def _end_of_this(atoms: Atoms, start: int, end: int) -> Expression | None:
    unit = unit_of(atoms.words[end - 1])
    return replace(at(atoms, start, end, Kind.SHIFT), unit=unit, n=0) if unit in ("W", "M", "Q", "Y", "DE") else None


def _ago(atoms: Atoms, start: int, end: int) -> Expression | None:
    return _distance(atoms, (start, end), Kind.SHIFT, -1)


def _from_now(atoms: Atoms, start: int, end: int) -> Expression | None:
    if atoms.words[end - 2] != "from" or atoms.words[end - 1] not in ("now", "today"):
        return None
    return _distance(atoms, (start, end), Kind.SHIFT, 1)


def _long(atoms: Atoms, start: int, end: int) -> Expression | None:
    """A length before "-long": "a week-long siege"."""
    if atoms.words[end - 1] != "long":
        return None
    unit = unit_of(atoms.words[end - 3])
    number = "1" if atoms.codes[end - 3] in "uh" else "X"
    return replace(at(atoms, end - 3, end, Kind.DURATION), value=duration(number, unit), unit=unit)


def _earlier(atoms: Atoms, start: int, end: int) -> Expression | None:
    back = atoms.codes[end - 1] in "E<"
    return _distance(atoms, (start, end), Kind.NARRATIVE, -1 if back else 1)


def _distance(atoms: Atoms, reach: tuple[int, int], kind: Kind, sign: int) -> Expression | None:
    start, end = reach
    index = first(atoms, start, end, "uUhHk")
    assert index is not None
    unit = unit_of(atoms.words[index])
    number = next((_amount(atoms.words[i]) for i in range(index - 1, start - 1, -1) if atoms.codes[i] in "dyn"), None)
    number = number or ("1" if "a" in (codes := atoms.codes[start:index]) and "q" not in codes else None)
    if number is None:
        return replace(
            at(atoms, start, end, Kind.VAGUE), value="PAST_REF" if sign < 0 else "FUTURE_REF", unit=unit, n=sign
        )
    if float(number) != int(float(number)):
        return None
    if "Q" in atoms.codes[start:end] and unit == "Y":
        # Half years count in months, and the value says no more than the year they lead to.
        return replace(at(atoms, start, end, kind), unit="HY", n=sign * (int(number) * 2 + 1))
    weeks = 2 if unit == "2W" else 1
    return replace(at(atoms, start, end, kind), unit="W" if weeks == 2 else unit, n=sign * int(number) * weeks)


def _same(atoms: Atoms, start: int, end: int) -> Expression | None:
    index = first(atoms, start, end, "uUkPh")
    assert index is not None
    if atoms.codes[index] == "P":
        return replace(at(atoms, start, end, Kind.NARRATIVE), unit="D", n=0, part=lexicon.PARTS[atoms.words[index]])
    return replace(at(atoms, start, end, Kind.NARRATIVE), unit=unit_of(atoms.words[index]), n=0)


def _day_before(atoms: Atoms, start: int, end: int) -> Expression | None:
    if atoms.code(end) not in ("#", ".", ",", ";", ")", ":") and atoms.word(end) not in ("and", "but", "when", "in"):
        return None
    step = -1 if atoms.codes[end - 1] == "<" else 1
    part = part_of_day(atoms, start, end)
    unit = "D" if part else unit_of(atoms.words[start + 1])
    return replace(at(atoms, start, end, Kind.NARRATIVE), unit=unit, n=step, part=part)


def _in_the_day(atoms: Atoms, start: int, end: int) -> Expression | None:
    index = first(atoms, start, end, "uk")
    assert index is not None
    return replace(at(atoms, start, end, Kind.NARRATIVE), unit=unit_of(atoms.words[index]), n=0)


def _weekend(atoms: Atoms, start: int, end: int) -> Expression | None:
    return replace(at(atoms, start, end, Kind.STATED), period="WE")


def _plain_duration(atoms: Atoms, start: int, end: int) -> Expression | None:
    index = first(atoms, start, end, "uUhHk")
    assert index is not None
    # "A 43-year-old" and "43 years old" are ages, "two days of" before a verb is no help: only ages are left out.
    if atoms.word(end) == "old" or (atoms.code(end) == "-" and atoms.word(end + 1) == "old"):
        return None
    unit, codes = unit_of(atoms.words[index]), atoms.codes[start:end]
    if unit == "Q" and ("-" in codes or atoms.word(end) == "of" or codes[-2:] == "yu"):
        return None  # "three-quarters", "the 1988 quarter"
    if atoms.codes[start] == "L" and atoms.word(start - 1) in _BEFORE_VERB:
        return None
    if atoms.words[start] == "many" and atoms.word(start - 1) == "as":
        return None
    if atoms.codes[start] == "a" and "-" in atoms.codes[start:end]:
        start += 1
    if (
        atoms.words[start] == "one"
        and unit == "D"
        and atoms.word(start - 1) not in _BARE
        and atoms.code(end) not in "<>"
    ):
        return None
    number = next((_amount(atoms.words[i]) for i in range(start, index) if atoms.codes[i] in "dyn"), None)
    if number is None:
        number = "X" if "q" in codes or "v" in codes else "1"
    if "Q" in codes and number != "X":
        number = "0.5" if re.search(r"^(?:jr|g)?(?:aQ|Qa)", codes) else f"{number}.5"
    halves = {"TH": "PT30M", "DE": "P5Y", "CE": "P50Y"}
    value = halves[unit] if number == "0.5" and unit in halves else duration(number, unit)
    before = atoms.word(start - 1)
    lean = -1 if re.search(r"T[Ll]", codes) else 1 if re.search(r"T?[Xx]", codes) or before in ("in", "within") else 0
    # "In the last 24 hours" counts back though it begins with "in".
    lean = -1 if re.search(r"[Ll]", codes) else lean
    count = int(number) if number.isdigit() else None
    return replace(at(atoms, start, end, Kind.DURATION), value=value, unit=unit, n=count, lean=lean)


_BEFORE_VERB = frozenset(listed("to will would can could may might should must not 'll"))


def _bare_unit(atoms: Atoms, start: int, end: int) -> Expression | None:
    """A unit without a number ("for years", "in a decade"), where a preposition shows that it is a length."""
    before, unit = atoms.word(start - 1), unit_of(atoms.words[end - 1])
    plural = atoms.codes[end - 1] in "UH"
    if unit in ("TS", "WE", "Q"):
        return None
    if plural and atoms.word(end) == "of" and before not in _DEFINITE:
        return replace(at(atoms, start, end, Kind.DURATION), value=duration("X", unit), unit=unit)
    allowed = ("for", "in", "over", "within", "after", "through", "of", "took", "take", "lasted") if plural else _BARE
    by_an_event = not plural and atoms.words[start] in ("a", "an") and atoms.code(end) in "<>"
    if (before not in allowed and not by_an_event) or (before == "of" and plural and atoms.word(end) not in ("of", "")):
        return None
    if not plural and (atoms.word(end) == "old" or atoms.word(end) in ("ago", "later", "earlier")):
        return None
    return replace(
        at(atoms, start, end, Kind.DURATION),
        value=duration("X" if plural else "1", unit),
        unit=unit,
        n=None if plural else 1,
    )


_DEFINITE = frozenset(listed("the these those his her their its our my last first"))
_BARE = frozenset(
    listed("for in within after than over nearly almost about took take lasted lasting spent to of about")
)


def _recent(atoms: Atoms, start: int, end: int) -> Expression | None:
    value = "PAST_REF" if "v" in atoms.codes[start:end] else "FUTURE_REF"
    return replace(at(atoms, start, end, Kind.VAGUE), value=value)


def _reference(atoms: Atoms, start: int, end: int) -> Expression | None:
    word = atoms.words[end - 1]
    value = lexicon.REFERENCES.get(word) or {"past": "PAST_REF", "future": "FUTURE_REF", "current": "PRESENT_REF"}.get(
        word, "PAST_REF"
    )
    if word == "now" and atoms.word(end) == "-":
        return None
    return replace(at(atoms, start, end, Kind.VAGUE), value=value)


def _the_past(atoms: Atoms, start: int, end: int) -> Expression | None:
    word = atoms.words[end - 1]
    if word not in ("past", "future", "present") or (end - start == 3 and atoms.words[start + 1] not in _NEARNESS):
        return None
    # "The future of the port" is a prospect, not a time.
    if atoms.word(start - 1) not in ("in", "of", "into", "from", "about", "for") or atoms.code(end) in "fM":
        return None
    if atoms.code(end) == "_" and (word == "present" or atoms.word(start - 1) != "in"):
        return None
    value = {"past": "PAST_REF", "future": "FUTURE_REF", "present": "PRESENT_REF"}[word]
    return replace(at(atoms, start, end, Kind.VAGUE), value=value)


_NEARNESS = frozenset({"near", "foreseeable", "distant", "immediate"})


def _every(atoms: Atoms, start: int, end: int) -> Expression | None:
    index = first(atoms, start, end, "uUhkHWP=")
    assert index is not None
    word = atoms.words[index]
    if atoms.codes[index] == "=":
        return replace(at(atoms, start, end, Kind.SET), value=lexicon.ADVERBS_OF_SET[word])
    if atoms.codes[index] == "W":
        part = part_of_day(atoms, start, end)
        found = _weekdays(atoms, start, index + 1)
        return replace(found, end=atoms.ends[end - 1], value=f"{found.value}T{part}") if part and found else found
    if atoms.codes[index] == "P":
        return replace(at(atoms, start, end, Kind.SET), value=f"XXXX-XX-XXT{lexicon.PARTS[word]}")
    number = next((_amount(atoms.words[i]) for i in range(start, index) if atoms.codes[i] in "dyn"), None)
    times = atoms.codes[start] in "Kdn"
    return replace(at(atoms, start, end, Kind.SET), value=duration("1" if times else number or "1", unit_of(word)))


RULES: tuple[Rule, ...] = tuple(
    (re.compile(shape), build)
    for shape, build in (
        (r"V|W(?=P)(?=..?V)", _weekdays),
        (r"(?:[mER],?@?i?)?(?:T?m?-?(?:[PH](?:f|@)?|N))?T?[ZLlXxF]?W(?:m?[PN])?", _weekday),
        (r"Tu[<>]D|(?:[mER]i?)?D(?:m?P)?", _deictic),
        (r"[mER]?G|O(?=[^_]|_)", _tonight),
        (r"(?:[mER]i?)?T?[ZLXFB]m?P", _part_of_this_day),
        (_APX + r"(?:" + _NUM + r"|" + _SOME + r"|a)?(?:\+|j)?-?[uUhH](?:_j|&aQ)?(?:_j)?A", _ago),
        (_APX + r"(?:" + _NUM + r"|" + _SOME + r"|a|(?=[UH]))-?[uUhH](?:&aQ)?[ER]", _earlier),
        (_APX + r"(?:" + _NUM + r"|" + _SOME + r"|a)-?[uUhH]_[!D]", _from_now),
        (r"a?[uhUH]-_", _long),
        (r"[ac]?" + _NUM + r"?[uU](?=[<>][.,;:)]|[<>]$)[<>]", _earlier),
        (r"T[uP][<>]", _day_before),
        (r"(?:[mER]i|TbfT?)?(?:TsUs?|(?:T|z|Z)?s[uk]|z[uUkP]|(?:T|z|Z)s[Ph])", _same),
        (r"[ERm](?:i)T[uk]", _in_the_day),
        (r"(?:jr|g(?!T))?" + _DIRECTION + r"(?:" + _SOME + r"|" + _NUM + r")(?:-?\+|j)?-?[uUhHk]", _plain_duration),
        (r"(?:[mER]i?|T?bf)?" + _DIRECTION + r"[uk]", _shift),
        (r"Tk", _weekend),
        (r"eWP", _every),
        (r"e(?:" + _NUM + r"|o)?-?[uUhkWP]|K(?:a|p|e)[uhk]|" + _NUM + r"\*(?:a|p|e)[uhk]|=", _every),
        (r"(?:T?v[UHk]|T?x[UH])(?:&[UH])?", _recent),
        (r"T?bfTu", _end_of_this),
        (_APX + r"Qa-?[uh]|" + _APX + r"aQ-?[uh]", _plain_duration),
        (_APX + r"(?:a" + _NUM + r"|" + _NUM + r")(?:-?&-?a-?Q)?(?:-?\+|j)?-?[uUhHk](?:&aQ)?", _plain_duration),
        (_APX + r"a[uh]&aQ", _plain_duration),
        (_APX + _SOME + r"j?[UH]", _plain_duration),
        (r"(?:jr|[g])a[uhk]", _plain_duration),
        (r"[UH]|a[uhk]", _bare_unit),
        (r"_?!|C|v", _reference),
        (r"T[l_]", _the_past),
        (r"T_[l_]", _the_past),
    )
)
