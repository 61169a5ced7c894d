"""Words that tell of one doing: a stem that verb and noun share, and words that a denial may use for another's."""

from __future__ import annotations

import re
from functools import cache

from sayso.language.lexicon import table

_ENDING = re.compile(r"(?:ations?|ings?|ers?|ors?|ments?|ions?|ed|es|s|e)$")
_SHORTEST = 3


def stem(lemma: str) -> str:
    """A word without its ending, so that "voter" meets "voted" and "killing" meets "kill"."""
    word = lemma.lower()
    bare = _ENDING.sub("", word)
    return bare if len(bare) >= _SHORTEST else word


@cache
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for (members,) in table("same_doings"):
        stems = {stem(each) for each in members.split(",")}
        for each in stems:
            found.setdefault(each, set()).update(stems)
    return {each: frozenset(stems) for each, stems in found.items()}


def told_by(word: str) -> frozenset[str]:
    """The stems that may tell of what this stem tells of, itself among them (``same_doings.tsv``)."""
    return _groups().get(word, frozenset()) | {word}
