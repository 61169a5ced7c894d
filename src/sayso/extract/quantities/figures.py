"""Figures: the number expressions of a parsed paragraph, with their hedge, their interval and the noun they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.extract.parse.parsed import Doc, Token
from sayso.extract.quantities.counted import REACH, counted, counted_before, shared
from sayso.extract.quantities.measure_words import unit_of
from sayso.language.numbers import FEW, SCALES, VAGUE, WORDS, Interval, digits, hedged, read


@dataclass(frozen=True, slots=True)
class Figure:
    """A number expression: tokens ``start`` to ``end`` with its hedge, the bare number from ``core`` on.

    ``noun`` is the token of what is counted, None where it is left out ("another 55"); ``unit`` is set where the
    expression itself says it (``USD``, ``percent``).
    """

    start: int
    core: int
    end: int
    hedge: str | None
    interval: Interval
    noun: Token | None
    unit: str | None = None
    rate: bool = False


_HEDGES = (
    ("no", "fewer", "than"),
    ("no", "less", "than"),
    ("no", "more", "than"),
    ("not", "less", "than"),
    ("not", "more", "than"),
    ("at", "least"),
    ("at", "most"),
    ("more", "than"),
    ("less", "than"),
    ("fewer", "than"),
    ("as", "many", "as"),
    ("as", "much", "as"),
    ("as", "few", "as"),
    ("up", "to"),
    ("close", "to"),
    ("just", "over"),
    ("just", "under"),
    ("well", "over"),
    ("in", "excess", "of"),
    ("upwards", "of"),
    ("upward", "of"),
    ("an", "estimated"),
    ("a", "minimum", "of"),
    ("a", "maximum", "of"),
    ("greater", "than"),
)
_LAST_OF_HEDGES = frozenset(words[-1] for words in _HEDGES)
_SINGLE_HEDGES = frozenset(
    {"about", "around", "some", "approximately", "roughly", "estimated", "circa", "nearly", "almost", "over", "above"}
    | {"under", "below", "exceeding", "exceeded", "exceeds", "exceed", "topped", "topping", "surpassed", "near", "~"}
    | {"approaching"}
)
_HANDED = frozenset(  # "handed over 48 soldiers"
    {
        "hand",
        "hands",
        "handed",
        "handing",
        "turned",
        "turning",
        "took",
        "taking",
        "taken",
        "gave",
        "signed",
        "went",
        "gone",
    }
)
_MONEY = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "USD": "USD", "EUR": "EUR", "GBP": "GBP"}
_NOT_COUNTED = re.compile(
    r"^(?:no\.?|number|resolution|article|section|chapter|page|room|route|highway|flight|channel|group|phase|level|unit"
    r"|zone|boeing|airbus|mig|version|decree|law|point|grade|aged|age|brigade|division|battalion|regiment|apollo|sukhoi)$",
    re.IGNORECASE,
)
_CALIBRE = frozenset({"mm", "millimetre", "millimeter", "calibre", "caliber", "cm"})
_GLUED = re.compile(r"^([\d.,]*\d)(km|kms|kg|m|bn|k|%|ft|mph)$", re.IGNORECASE)
_NUMBER = re.compile(r"^\d[\d,]*(?:\.\d+)?$|^\.\d+$")
_PHONE = re.compile(r"\+?\(?\d{2,4}\)?[- ]\d{3}-\d{3,4}|\+\d[\d -]{7,}\d")
_FRACTIONS = {
    "half": 1 / 2,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 1 / 4,
    "quarters": 1 / 4,
    "fifth": 1 / 5,
    "fifths": 1 / 5,
}


def find_figures(doc: Doc, timed: frozenset[int]) -> Iterator[Figure]:
    """The figures of a paragraph in order; ``timed`` are the indices of tokens that time expressions cover."""
    phones = [match.span() for match in _PHONE.finditer(doc.text)]
    at, tokens = 0, doc.tokens
    while at < len(tokens):
        token = tokens[at]
        if phones and any(start <= token.idx < end for start, end in phones):
            at += 1
            continue
        if at in timed or not _may_begin(token):
            at += 1
            continue
        figure = _figure_at(doc, at, timed)
        if figure is None:
            at += 1
            continue
        yield figure
        at = figure.end


def _may_begin(token: Token) -> bool:
    word = token.lower_
    if word == "few" and token.text == "Few" and token.i + 1 < len(token.doc) and token.nbor(1).text[0].isupper():
        return False
    if word[0].isdigit():
        return bool(_NUMBER.match(word) or _GLUED.match(word))
    return (
        word in WORDS
        or word in VAGUE
        or word in FEW
        or word in _ARTICLES
        or word in ("hundred", "dozen", "half", "thousand")
    )


_ARTICLES = frozenset({"a", "an", "no", "nobody"})
_TOTALS = frozenset({"toll", "number", "figure", "count", "total", "tally"})


def _figure_at(doc: Doc, at: int, timed: frozenset[int]) -> Figure | None:
    word = doc[at].lower_
    if fraction := _fraction(doc, at):
        end, share = fraction
        start, hedge = _hedge_before(doc, at)
        return _with_noun(doc, Figure(start, at, end, hedge, hedged(share, share, hedge), None, "percent"), timed)
    if word in _ARTICLES:
        return _from_article(doc, at)
    if _is_name_part(doc, at) or _is_left_behind(doc, at):
        return None
    core = _read_core(doc, at)
    if core is None:
        return None
    end, low, high, unit = core
    end, high = _range(doc, end, high)
    start, hedge = _hedge_before(doc, at)
    if end < len(doc) - 1 and doc[end].lower_ == "or" and doc[end + 1].lower_ in ("more", "so"):
        hedge, end = ("at least" if doc[end + 1].lower_ == "more" else "about"), end + 2
    if end < len(doc) and doc[end].text == "+":
        hedge, end = "at least", end + 1
    if low == high and doc[end - 1].lower_ in VAGUE:
        return None
    if out_of := _out_of(doc, end, low):
        return _with_noun(doc, Figure(start, at, out_of[0], hedge, out_of[1], None, "percent"), timed)
    interval = hedged(low, high, hedge)
    return _with_noun(doc, Figure(start, at, end, hedge, interval, None, unit), timed)


_RISING = frozenset(
    {"rise", "climb", "increase", "grow", "jump", "go", "fall", "drop", "decline", "sink", "up", "down"}
)


def _is_left_behind(doc: Doc, at: int) -> bool:
    """Whether the number is where a rise began: the 12 of "rose from 12 to 31"."""
    if _word(doc, at - 1) != "from" or _word(doc, at + 1) != "to" or at < 2:
        return False
    return any(each.lemma_ in _RISING or each.lower_ in _RISING for each in doc[max(0, at - 4) : at - 1])


def _is_name_part(doc: Doc, at: int) -> bool:
    """Whether the number is part of a name, an age, a calibre, a score, a clock or a list marker."""
    after = doc[at + 1] if at + 1 < len(doc) else None
    return (after is not None and _names_with_after(doc, at, after)) or (at > 0 and _names_with_before(doc, at, after))


def _word(doc: Doc, at: int) -> str:
    """The lower-case word at an index, empty beyond the ends."""
    return str(doc[at].lower_) if 0 <= at < len(doc) else ""


def _names_with_after(doc: Doc, at: int, after: Token) -> bool:
    if after.text == "-":
        number = _NUMBER.match(_word(doc, at + 2)) or _word(doc, at + 2) in WORDS
        hyphened = not doc[at].whitespace_ and not number
        return hyphened or _word(doc, at + 2) in _CALIBRE
    if (
        after.lower_ in _CALIBRE
        or after.text.startswith("B.C")
        or (after.lower_ in ("years", "year", "months") and _word(doc, at + 2) == "old")
    ):
        return True
    if at == 0 and doc[at].is_digit and after.text in (".", ")"):
        return len(doc[at]) <= 2
    return after.text in ("/", ":") and not doc[at].whitespace_


def _names_with_before(doc: Doc, at: int, after: Token | None) -> bool:
    token, before = doc[at], doc[at - 1]
    if before.text in ("-", "/", ":", "#", ".") and not before.whitespace_ and at > 1 and not doc[at - 2].whitespace_:
        return not (before.text == "-" and _NUMBER.match(doc[at - 2].text))
    if _NOT_COUNTED.match(before.text):
        return True
    if not token.is_digit:
        return False
    if before.text == "," and at > 1 and after is not None and _may_be_aged(doc[at - 2]):
        return bool(after.text == ",")
    named = (
        before.tag_ == "NNP"
        and unit_of(before) is None
        and token.dep_ in ("nummod", "appos", "npadvmod")
        and token.head.i < token.i
    )
    return bool(named and (after is None or after.pos_ not in ("NOUN", "ADJ")))


def _may_be_aged(word: Token) -> bool:
    """Whether a number between commas behind it is an age: "Odeh, 27, ...", "the driver, 38, ..."."""
    return word.pos_ == "PROPN" or (word.tag_ == "NN" and word.lemma_ not in _TOTALS)


_Core = tuple[int, float, float, str | None]


def _read_core(doc: Doc, at: int) -> _Core | None:
    """End, bounds and unit of the bare number that begins at ``at``."""
    unit = _MONEY.get(doc[at - 1].text.upper()) if at else None
    if glued := _GLUED.match(doc[at].text):
        return _unglued(glued[1], glued[2].lower(), at, unit)
    if doc[at].lower_ in VAGUE:
        return _vague(doc, at, unit)
    if doc[at].lower_ in FEW:
        low, high = FEW[doc[at].lower_]
        scale = SCALES[_word(doc, at + 1)] if _word(doc, at + 1) in ("hundred", "thousand", "dozen", "million") else 1
        return at + (2 if scale > 1 else 1), low * scale, high * scale, unit
    end, words = _number_words(doc, at, money=unit is not None)
    value = read(words)
    if value is None:
        return None
    if unit is None and _word(doc, end) in ("%", "percent"):
        return end + 1, value, value, "percent"
    if unit is None and (_word(doc, end), _word(doc, end + 1)) == ("per", "cent"):
        return end + 2, value, value, "percent"
    return end, value, value, unit


def _unglued(number: str, tail: str, at: int, unit: str | None) -> _Core | None:
    """A number and its unit in one token: "43km", "25%", "$5bn"."""
    value = digits(number)
    if value is None:
        return None
    if tail in SCALES and (unit or tail in ("bn", "k")):
        return at + 1, value * SCALES[tail], value * SCALES[tail], unit
    return at + 1, value, value, {"%": "percent", "kms": "km"}.get(tail, tail)


def _number_words(doc: Doc, at: int, *, money: bool) -> tuple[int, list[str]]:
    if doc[at].lower_ == "half":
        scale = _word(doc, at + 2) if _word(doc, at + 1) in ("a", "an") else ""
        return (at + 3, ["half", scale]) if scale in SCALES else (at, [])
    end, words = at, list[str]()
    while end < len(doc) and (_NUMBER.match(doc[end].text) or doc[end].lower_ in WORDS or doc[end].lower_ in SCALES):
        if (words and _NUMBER.match(doc[end].text)) or (doc[end].lower_ == "m" and not money):
            break
        if words and WORDS.get(words[-1], 20) < 20 and doc[end].lower_ in WORDS:
            break
        words.append(doc[end].lower_)
        end += 1
        joint, follows = _word(doc, end), _word(doc, end + 1)
        tens = joint == "-" and WORDS.get(follows, 10) < 10 and words[-1].endswith("ty")
        hundreds = joint == "and" and words[-1] in ("hundred", "thousand") and follows in WORDS
        end += 1 if tens or hundreds else 0
    return end, words


def _vague(doc: Doc, at: int, unit: str | None) -> tuple[int, float, float, str | None]:
    """Bounds of "dozens", "hundreds of thousands", "tens of millions"."""
    low, high = VAGUE[doc[at].lower_]
    end = at + 1
    if doc[end : end + 1].text.lower() == "of" and doc[end + 1 : end + 2].text.lower() in (
        "thousands",
        "millions",
        "billions",
    ):
        scale = SCALES[doc[end + 1].lower_.removesuffix("s")]
        low, high = {"tens": (20, 99), "dozens": (24, 99), "hundreds": (200, 999), "thousands": (2000, 9999)}.get(
            doc[at].lower_, (low, high)
        )
        return end + 2, low * scale, high * scale + scale - 1, unit
    return end, low, high, unit


def _fraction(doc: Doc, at: int) -> tuple[int, float] | None:
    """The end and the share, in per cent, of "half of", "a third of", "two-thirds of"."""
    skip = 0 if _word(doc, at) == "half" else 2 if _word(doc, at + 1) == "-" else 1
    part = _FRACTIONS.get(_word(doc, at + skip))
    end = at + skip + 1
    if part is None or not (_word(doc, end) == "of" or (skip == 0 and _word(doc, end) == "the")):
        return None
    count = WORDS.get(_word(doc, at), 1) if skip else 1
    return end, round(100 * count * part, 1)


def _out_of(doc: Doc, end: int, low: float) -> tuple[int, Interval] | None:
    """The end and the share, in per cent, of "one in three"."""
    if doc[end : end + 1].text.lower() not in ("in", "out") or low > 9:
        return None
    start = end + (2 if doc[end].lower_ == "out" else 1)
    whole = _read_core(doc, start) if start < len(doc) and (doc[start].lower_ in WORDS or doc[start].is_digit) else None
    if whole is None or not low < whole[1] <= 100:
        return None
    if whole[0] < len(doc) and doc[whole[0]].pos_ not in ("NOUN", "ADJ"):
        return None
    share = round(100 * low / whole[1], 1)
    return whole[0], Interval(share, share)


def _range(doc: Doc, end: int, high: float) -> tuple[int, float]:
    """The far end of "10-15", "10 to 15", "between 10 and 20"."""
    if end + 1 >= len(doc) or doc[end].lower_ not in ("-", "–", "to", "or", "and"):
        return end, high
    if doc[end].lower_ == "and" and not any(each.lower_ == "between" for each in doc[max(0, end - 4) : end]):
        return end, high
    nxt = doc[end + 1]
    if not (_NUMBER.match(nxt.text) or nxt.lower_ in WORDS or nxt.lower_ == "half"):
        return end, high
    further = _read_core(doc, end + 1)
    if further is None or further[2] <= high:
        return end, high
    return further[0], further[2]


def _hedge_before(doc: Doc, at: int) -> tuple[int, str | None]:
    start = at - 1 if at and doc[at - 1].text.upper() in _MONEY else at
    if (
        start
        and doc[start - 1].lower_ in ("a", "an")
        and doc[at].lower_ in ("few", "couple", "handful", "pair", "dozen")
    ):
        start -= 1
    for words in _HEDGES if start and doc[start - 1].lower_ in _LAST_OF_HEDGES else ():
        size = len(words)
        if start >= size and tuple(token.lower_ for token in doc[start - size : start]) == words:
            return start - size, " ".join(words)
    if start and doc[start - 1].lower_ == "between":
        return start - 1, None
    if start > 1 and doc[start - 1].lower_ == "over" and doc[start - 2].lower_ in _HANDED:
        return start, None
    if start and doc[start - 1].lower_ in _SINGLE_HEDGES:
        return start - 1, doc[start - 1].lower_
    return start, None


def _from_article(doc: Doc, at: int) -> Figure | None:
    """A count that an article makes: "a dozen", "a hundred", "a child", "no one"."""
    word, following = doc[at].lower_, doc[at + 1 : at + 2].text.lower()
    if word in ("a", "an") and following in ("dozen", "hundred", "thousand", "million", "billion"):
        core = _read_core(doc, at + 1)
        if core is None:
            return None
        start, hedge = _hedge_before(doc, at)
        figure = Figure(start, at, core[0], hedge, hedged(core[1], core[2], hedge), None, core[3])
        return _with_noun(doc, figure, frozenset())
    head = doc[at].head
    counts_one = word in ("a", "an") and doc[at].dep_ == "det" and head.tag_ == "NN" and at < head.i <= at + REACH
    if counts_one and unit_of(head) is not None:
        return Figure(at, at, at + 1, None, Interval(1, 1), head)
    if word == "nobody":
        return Figure(at, at, at + 1, None, Interval(0, 0), doc[at])
    if word == "no" and doc[at].dep_ == "det" and doc[at].head.pos_ in ("NOUN", "PRON"):
        return Figure(at, at, at + 1, None, Interval(0, 0), doc[at].head)
    return None


def _with_noun(doc: Doc, figure: Figure, timed: frozenset[int]) -> Figure | None:
    """Give a figure the noun it counts; None where it counts time, which times already tell."""
    end = figure.end
    noun = counted(doc, figure.end, timed, plural=(figure.interval.low or 0) > 1)
    noun = noun or (counted_before(doc, figure.start, figure.core) if figure.unit is None else None)
    noun = noun or (shared(doc, figure.core) if figure.unit == "percent" else None)
    rate = doc[end : end + 2].text.lower() in ("a day", "per day", "a year", "per year") or (
        noun is not None
        and doc[noun.i + 1 : noun.i + 2].text.lower() in ("a", "per", "an")
        and doc[noun.i + 2 : noun.i + 3].text.lower() in ("day", "year", "month", "week", "hour", "minute")
    )
    return Figure(figure.start, figure.core, end, figure.hedge, figure.interval, noun, figure.unit, rate)
