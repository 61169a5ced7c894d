"""The words that tell what a figure counts, and what befell those counted, with every form they are written in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso.extract.parse.parsed import Token
from sayso.language.lexicon import table

PEOPLE = frozenset({"person", "civilian", "child", "woman", "fighter", "soldier"})
"""What one of those counted can be where they are people."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a word that says what befell: its measure, where the counted stand, and ``past``, ``base``, ``ing``."""

    measure: str
    frame: str
    shape: str


_IRREGULAR = {
    "slay": ("slew", "slain"),
    "flee": ("fled",),
    "hurt": ("hurt",),
    "die": ("died",),
    "hang": ("hanged",),
    "kidnap": ("kidnapped",),
}


@cache
def units() -> dict[str, str]:
    """Nouns for what can be counted, each with what one of it is."""
    return {noun: unit for unit, nouns in table("counted_nouns") for noun in nouns.split()}


def unit_of(token: Token) -> str | None:
    """What one of the counted is; capitals and tags that hide a plural do not matter."""
    known, word = units(), token.lower_
    return known.get(word) or known.get(token.lemma_.lower()) or known.get(word.removesuffix("s"))


@cache
def befallen_nouns() -> dict[str, str]:
    """Words that are what befell: "deaths", "bodies", "the wounded"."""
    rows = (
        (lemma, measure)
        for lemmas, measure, frame in table("measure_words")
        if frame == "noun"
        for lemma in lemmas.split(",")
    )
    return {word: measure for lemma, measure in rows for word, _ in _inflected(lemma, "noun")}


@cache
def forms() -> dict[str, Form]:
    """Every form of every word that says what befell the counted."""
    found: dict[str, Form] = {}
    for lemmas, measure, frame in table("measure_words"):
        for lemma in lemmas.split(","):
            for word, shape in _inflected(lemma, frame):
                # A verb is read before the noun of the same form: "killing six" before "the killing".
                found.setdefault(word, Form(measure, frame, shape))
    return found


def _inflected(lemma: str, frame: str) -> list[tuple[str, str]]:
    if frame == "noun":
        plural = "bodies" if lemma == "body" else f"{lemma[:-1]}ies" if lemma.endswith(("ty", "ry")) else f"{lemma}s"
        return [(lemma, "noun"), (plural, "noun")]
    stem = lemma.removesuffix("e")
    third = f"{lemma}es" if lemma.endswith(("sh", "ss")) else f"{lemma}s"
    third = f"{lemma[:-1]}ies" if lemma.endswith("fy") else third
    ing = "dying" if lemma == "die" else f"{lemma}ing" if lemma.endswith("ee") else f"{stem}ing"
    past = _IRREGULAR.get(lemma, (f"{lemma[:-1]}ied",) if lemma.endswith("fy") else (f"{stem}ed",))
    ing = "kidnapping" if lemma == "kidnap" else ing
    return [*((each, "past") for each in past), (lemma, "base"), (third, "base"), (ing, "ing")]
