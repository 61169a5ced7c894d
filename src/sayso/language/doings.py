"""Words that tell of one doing or name one thing: a stem that verb and noun share, and words used for one another."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sayso.language.lexicon import table

_ENDING = re.compile(r"(?:ations?|ings?|ers?|ors?|ments?|ions?|ed|es|s|e)$")
_SHORTEST = 3


@lru_cache(maxsize=65536)
def stem(lemma: str) -> str:
    """A word without its ending, so that "voter" meets "voted" and "killing" meets "kill"."""
    word = lemma.lower()
    bare = _ENDING.sub("", word)
    return bare if len(bare) >= _SHORTEST else word


@cache
def _groups(name: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for (members,) in table(name):
        stems = {stem(each) for each in members.split(",")}
        for each in stems:
            found.setdefault(each, set()).update(stems)
    return {each: frozenset(stems) for each, stems in found.items()}


@lru_cache(maxsize=65536)
def told_by(word: str) -> frozenset[str]:
    """The stems that may tell of what this stem tells of, itself among them (``same_doings.tsv``)."""
    return _groups("same_doings").get(word, frozenset()) | {word}


@lru_cache(maxsize=65536)
def named_by(word: str) -> frozenset[str]:
    """The stems of words that may name what a word of this stem names (``same_things.tsv``), itself among them."""
    return _groups("same_things").get(word, frozenset()) | {word}


@cache
def states() -> dict[str, frozenset[str]]:
    """States, each with the stems of what ends it: "alive" with those of dying, "standing" with those of blowing up."""
    return {
        state: frozenset(stem(each) for each in ends.split(","))
        for told, ends in table("lasting_states")
        for state in told.split(",")
    }


def ended_by(state: str) -> frozenset[str]:
    """The stems of what would end a state; none for other words."""
    return states().get(state, frozenset())


@lru_cache(maxsize=65536)
def like_words(word: str) -> frozenset[str]:
    """The stems that may tell of, or name, what a word does."""
    return told_by(stem(word)) | named_by(stem(word))
