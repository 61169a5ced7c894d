"""Words for one count: nouns for one sort of things, and what may be told of those counted in other words."""

from __future__ import annotations

import re
from functools import cache

from sayso.language.doings import stem
from sayso.language.lexicon import table

_WORD = re.compile(r"[^\W\d_]+")


@cache
def _things() -> dict[str, str]:
    return {noun: sort for sort, nouns in table("counted_things") for noun in nouns.split()}


def sort_of(noun: str) -> str:
    """The sort of things that a noun (its lemma) names: "home" is a house; the noun itself where nothing is known."""
    return _things().get(noun, noun)


@cache
def _doings() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, (members,) in enumerate(table("counted_doings")):
        for each in members.split():
            found.setdefault(stem(each), set()).add(number)
    return {each: frozenset(numbers) for each, numbers in found.items()}


def doings_in(text: str) -> frozenset[int]:
    """What the words of a clause may tell of those counted, each doing by its line in ``counted_doings.tsv``."""
    known = _doings()
    return frozenset(number for word in _WORD.findall(text) for number in known.get(stem(word), ()))
