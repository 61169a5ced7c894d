"""The words that attribute: cue verbs and nouns from the lexicons, with what they take."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from sayso.language.lexicon import table
from sayso.records.claim import Stance


class Sort(StrEnum):
    """What a cue tells of its source: only some sorts put the source behind the words."""

    SPEECH = "speech"
    THOUGHT = "thought"
    SHOWS = "shows"
    ATTITUDE = "attitude"
    WISH = "wish"
    DIRECT = "direct"
    DECREE = "decree"

    @property
    def vouches(self) -> bool:
        """Whether the source stands behind what the content says, rather than wanting, judging or ordering it."""
        return self in (Sort.SPEECH, Sort.THOUGHT, Sort.SHOWS)


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of a lexicon for one word. ``takes`` holds the letters explained there."""

    sort: Sort
    stance: Stance
    takes: frozenset[str]
    prepositions: frozenset[str]


ANY_VERB = Cue(Sort.SPEECH, Stance.ASSERTS, frozenset("q"), frozenset())


@cache
def cue_verbs() -> Mapping[str, tuple[Cue, ...]]:
    """Cues by verb lemma, in the order of the lexicon."""
    return _read("cue_verbs")


@cache
def cue_adjectives() -> Mapping[str, tuple[Cue, ...]]:
    """Cues by adjective, in the order of the lexicon."""
    return _read("cue_adjectives")


@cache
def cue_nouns() -> Mapping[str, tuple[Cue, ...]]:
    """Cues by noun lemma, in the order of the lexicon."""
    return _read("cue_nouns")


def _read(name: str) -> Mapping[str, tuple[Cue, ...]]:
    found: dict[str, list[Cue]] = defaultdict(list)
    for sort, stance, takes, prepositions, lemmas in table(name):
        cue = Cue(
            Sort(sort),
            Stance(stance),
            frozenset(takes) - {"-"},
            frozenset(prepositions.split(",")) - {"-"},
        )
        for lemma in lemmas.split():
            found[lemma].append(cue)
    return {lemma: tuple(cues) for lemma, cues in found.items()}
