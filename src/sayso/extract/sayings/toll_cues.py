"""Sayings of numbers: who "put the death toll at 45", "gave a toll of 12 dead", "raised the number of dead to 30"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.parse.cues import Sort
from sayso.extract.parse.parsed import Token
from sayso.extract.sayings.drafts import Draft, reach, trimmed
from sayso.extract.sayings.sources import Run, agent_of, antecedent_of, phrase_of, subject_of
from sayso.extract.sayings.stances import is_full_passive
from sayso.extract.sayings.voices import can_speak
from sayso.records.claim import Stance

_GIVE = frozenset({"give", "put", "place", "set", "raise", "lower", "revise", "update", "list", "count", "record"})
_COUNTS = frozenset({"number", "count", "figure", "total"})
_FALLEN = frozenset({"dead", "death", "deaths", "casualties", "casualty", "killed", "victims", "fatalities", "wounded"})


def toll_drafts(piece: int, tokens: list[Token]) -> Iterator[Draft]:
    """Drafts for verbs by which somebody gives a toll; those told of nobody are left out."""
    for verb in tokens:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in _GIVE:
            continue
        passive = is_full_passive(verb)
        toll = next((child for child in verb.children if child.dep_ in ("dobj", "nsubjpass") and _is_toll(child)), None)
        giver = agent_of(verb) if passive else subject_of(verb)
        if toll is None or giver is None or (toll.dep_ == "nsubjpass") != passive:
            continue
        giver = antecedent_of(giver)
        # "Five people have died, the ministry said, raising an earlier toll": those who are counted give no toll.
        if any(each.dep_ == "nummod" for each in giver.children):
            continue
        content = _content(verb, toll)
        if content and (giver.pos_ == "PROPN" or can_speak(giver)):
            source = phrase_of(giver, verb.i)
            yield Draft(piece, verb, (verb.i, verb.i + 1), tuple(content), Sort.SPEECH, Stance.ASSERTS, giver, source)


def _is_toll(noun: Token) -> bool:
    if noun.lemma_.lower() == "toll":
        return True
    return noun.lemma_.lower() in _COUNTS and any(each.lower_ in _FALLEN for each in noun.subtree)


def _content(verb: Token, toll: Token) -> list[Run]:
    """The toll, and what it is put at."""
    runs = [reach(toll)]
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("at", "to", "as") and child.i > verb.i:
            start, end = reach(child)
            runs = [(runs[0][0], end)] if runs[0][1] == start else [*runs, (start, end)]
    return [run for each in runs if (run := trimmed(verb.doc, each)) is not None]
