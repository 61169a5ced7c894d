"""The words dates are made of, each under a one-letter code, so that a text's times can be found by their shape.

Codes: ``M`` month, ``W`` weekday (``w`` weak abbreviation, ``V`` plural), ``d`` 1 to 31, ``y`` a year-like number,
``n`` any other number, ``t`` ordinal in digits, ``o`` ordinal word, ``c`` decade in digits, ``J`` clock, ``u``/``U``
unit of days or more, ``h``/``H`` unit of time, ``k`` weekend, ``P`` part of a day, ``N`` noon or midnight, ``S``
season, ``_`` any other word, ``%`` a capital that may begin a holiday, ``=`` adverb of a set, ``!`` now or recently,
``|`` a.m. or p.m.; the rest stand in the tables below. Common punctuation stands for itself, every dash for ``-``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.language.numbers import SCALES, WORDS, listed

MONTHS = {
    name: index
    for index, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: index
    for index, name in enumerate(listed("monday tuesday wednesday thursday friday saturday sunday"), start=1)
}
SHORT_WEEKDAYS = {
    "mon": 1,
    "tue": 2,
    "tues": 2,
    "wed": 3,
    "weds": 3,
    "thu": 4,
    "thur": 4,
    "thurs": 4,
    "fri": 5,
    "sat": 6,
    "sun": 7,
}
PARTS = {
    "morning": "MO",
    "dawn": "MO",
    "sunrise": "MO",
    "daybreak": "MO",
    "midday": "MI",
    "afternoon": "AF",
    "midafternoon": "AF",
    "evening": "EV",
    "dusk": "EV",
    "sunset": "EV",
    "night": "NI",
    "nightfall": "NI",
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
UNITS = {
    "day": "D",
    "week": "W",
    "fortnight": "2W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "weekend": "WE",
}
ORDINALS = {
    word: index
    for index, word in enumerate(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
            " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
        ),
        start=1,
    )
}
ADVERBS_OF_SET = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "annual": "P1Y",
    "annually": "P1Y",
    "yearly": "P1Y",
    "hourly": "PT1H",
    "biannual": "P6M",
}
REFERENCES = {
    "now": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "recently": "PAST_REF",
    "lately": "PAST_REF",
}

_CODES: dict[str, str] = {
    **dict.fromkeys(("a", "an"), "a"),
    "the": "T",
    **dict.fromkeys(("this", "these"), "Z"),
    "that": "z",
    "same": "s",
    "last": "L",
    "past": "l",
    "next": "X",
    **dict.fromkeys(("coming", "upcoming"), "x"),
    **dict.fromkeys(("following", "subsequent", "ensuing"), "F"),
    **dict.fromkeys(("previous", "preceding", "prior"), "B"),
    "current": "C",
    "ago": "A",
    "earlier": "E",
    "later": "R",
    "before": "<",
    "after": ">",
    "tonight": "G",
    "overnight": "O",
    **dict.fromkeys(("today", "yesterday", "tomorrow"), "D"),
    **dict.fromkeys(("early", "late", "mid", "mid-"), "m"),
    **dict.fromkeys(("beginning", "start", "end", "middle", "outset", "close"), "b"),
    "of": "f",
    "in": "i",
    "on": "@",
    "at": "j",
    **dict.fromkeys(("several", "few", "some", "many", "couple", "numerous"), "q"),
    "recent": "v",
    **dict.fromkeys(("about", "around", "approximately", "nearly", "almost", "over", "roughly", "circa"), "g"),
    **dict.fromkeys(("more", "less", "fewer", "longer"), "j"),
    **dict.fromkeys(("than", "least", "most"), "r"),
    **dict.fromkeys(("every", "each"), "e"),
    **dict.fromkeys(("once", "twice", "thrice"), "K"),
    "times": "*",
    "per": "p",
    "half": "Q",
    "and": "&",
    **dict.fromkeys(("to", "until", "till", "through"), "~"),
    "plus": "+",
    **dict.fromkeys(("weekend", "weekends"), "k"),
    **dict.fromkeys(("gmt", "utc", "est", "edt", "et", "pst", "pdt", "cet", "eet", "bst", "ist"), "Y"),
    **dict.fromkeys(("noon", "midnight"), "N"),
    "fiscal": "I",
}
_MARKS = frozenset('.,-/:();"$')
_HOLIDAY_STARTS = frozenset(
    listed(
        "christmas xmas thanksgiving easter halloween new labor memorial independence veterans valentine good boxing"
    )
)
_ATOM = re.compile(
    r"""(?P<t>\d+(?:st|nd|rd|th)\b)|(?P<c>(?:\d{2}|\d{4})['’′]?s\b)|(?P<J>\d{1,2}:\d{2}(?::\d{2})?(?!\d))
    |(?P<n>\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+)|(?P<i>[AaPp]\.\s?[Mm]\b\.?|[AaPp][Mm]\b)|(?P<w>[^\W\d_]+)|(?P<s>\S)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Atoms:
    """A text cut into words, numbers and marks: ``codes`` has one letter for each, and they point into the text."""

    text: str
    codes: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def word(self, index: int) -> str:
        """The lower-case word at an index, empty beyond the ends."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def code(self, index: int) -> str:
        """The code at an index, ``#`` beyond the ends."""
        return self.codes[index] if 0 <= index < len(self.codes) else "#"


def atomise(text: str) -> Atoms:
    """Cut a text into coded atoms; number words that belong together ("twenty-five") become one."""
    codes: list[str] = []
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _ATOM.finditer(text):
        raw = match[0]
        code = _code_of(raw, match.lastgroup or "s")
        if code == "n" and codes and _continues_number(codes, words, raw.lower()):
            if codes[-1] == "-":
                for column in (codes, words, starts, ends):
                    column.pop()
            words[-1] = f"{words[-1]} {raw.lower()}"
            codes[-1] = "n"
            ends[-1] = match.end()
            continue
        codes.append(code)
        words.append(raw.lower().replace("’", "'"))
        starts.append(match.start())
        ends.append(match.end())
    return Atoms(text, "".join(codes), tuple(words), tuple(starts), tuple(ends))


def _continues_number(codes: list[str], words: list[str], raw: str) -> bool:
    """Whether a number word goes on the one before: "twenty" "five", "twenty" "-" "five", "two" "hundred"."""
    at = -2 if codes[-1] == "-" and len(codes) > 1 else -1
    last = words[at].rsplit(" ", 1)[-1]
    if raw in SCALES:
        return at == -1 and codes[-1] in "dyn"
    return raw in WORDS and 0 < WORDS[raw] < 10 and WORDS.get(last, 0) >= 20


@lru_cache(maxsize=16384)
def _code_of(raw: str, group: str) -> str:
    if group == "n":
        return _number_code(raw)
    if group == "w":
        return _word_code(raw)
    if group == "s":
        return "-" if raw in "-–—‐" else "'" if raw in "'’‘" else raw if raw in _MARKS else "_"
    return "|" if group == "i" else group


def _number_code(raw: str) -> str:
    if raw.isdigit():
        if len(raw) <= 2 and 1 <= int(raw) <= 31:
            return "d"
        if len(raw) == 4 and 1000 <= int(raw) <= 2199:
            return "y"
    return "n"


@cache
def _word_code(raw: str) -> str:
    word = raw.lower()
    if word in MONTHS or word in SHORT_WEEKDAYS or word in _HOLIDAY_STARTS:
        # "may", "march", "sun" and "new" are words of their own unless they wear a capital.
        code = "M" if word in MONTHS else "w" if word in SHORT_WEEKDAYS else "%"
        return code if raw[0].isupper() else "_"
    if word in _FIXED:
        return _FIXED[word]
    if word.endswith("s") and word[:-1] in WEEKDAYS:
        return "V"
    singular = word.removesuffix("s")
    if word in UNITS:
        return "h" if UNITS[word].startswith("T") else "u"
    if word == "centuries" or (singular != word and singular in UNITS):
        return "H" if UNITS.get(singular, "").startswith("T") else "U"
    return "_"


# Earlier tables win over later ones: "second" is an ordinal before it is a unit.
_FIXED: dict[str, str] = {
    **dict.fromkeys(REFERENCES, "!"),
    **dict.fromkeys(ADVERBS_OF_SET, "="),
    **dict.fromkeys(WORDS, "n"),
    **dict.fromkeys(("hundred", "thousand", "dozen", "million"), "n"),
    **dict.fromkeys(ORDINALS, "o"),
    **dict.fromkeys(SEASONS, "S"),
    **dict.fromkeys(PARTS, "P"),
    **dict.fromkeys(WEEKDAYS, "W"),
    **_CODES,
}
