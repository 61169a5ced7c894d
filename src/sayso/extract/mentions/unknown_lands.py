"""Countries that no list holds, and the words for what is theirs, told by what is said to be theirs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sayso.extract.mentions.actor_words import word_set
from sayso.extract.mentions.candidates import Candidate
from sayso.extract.parse.parsed import Token
from sayso.records.actor import MentionForm, MentionKind

_OF_A_LAND = re.compile(r"[a-z]{3}(?:an|ian|ese|ish)$")
_ENDINGS = re.compile(r"(?:ia|land|stan|an|en|a|e|o|y)$")
_TWICE = 2

Groups = Mapping[str, Sequence[Candidate]]


def settle_unknown_lands(groups: Groups, listed: frozenset[str], surnames: frozenset[str]) -> None:
    """Give names of one word their kind where they are a country's, or a word for what is of one.

    ``groups`` are the mentions of each open name by its key, kinds given as far as the evidence went; keys in
    ``listed`` are in the gazetteer, those in ``surnames`` are some person's here.
    """
    single = {key: list(group) for key, group in groups.items() if key.isalpha() and key not in listed | surnames}
    stems = {_ENDINGS.sub("", key) for key, group in single.items() if _names_ground(group)}
    people = [key for key, group in single.items() if _is_word_for_people(key, group, stems)]
    for key in people:
        for each in single[key]:
            each.kind, each.form, each.many = MentionKind.PEOPLE, MentionForm.DEMONYM, False
    told = {_ENDINGS.sub("", key.removesuffix("n").removesuffix("ese").removesuffix("ish")) for key in people}
    for key, group in single.items():
        if key not in people and _is_country(group, _ENDINGS.sub("", key) in told):
            for each in group:
                each.kind = MentionKind.COUNTRY


def _names_ground(group: Sequence[Candidate]) -> bool:
    return all(each.kind in (MentionKind.PLACE, MentionKind.ORGANIZATION) for each in group)


def _is_word_for_people(key: str, group: Sequence[Candidate], stems: set[str]) -> bool:
    """Whether a name is only ever set before a noun, of what nations own ("Korvan waters"), or its country is named."""
    if not _OF_A_LAND.search(key) or any(each.title for each in group):
        return False
    nouns = [_noun_after(each) for each in group]
    if not all(nouns):
        return False
    if any(noun in word_set("a nation's own") for noun in nouns):
        return True
    return any(len(stem) > 3 and key.startswith(stem) for stem in stems)


def _noun_after(candidate: Candidate) -> str:
    """The common noun that a name of one word qualifies."""
    head = candidate.piece.doc[candidate.head]
    if candidate.end - candidate.start != 1 or head.dep_ not in ("compound", "amod", "nmod"):
        return ""
    noun = head.head
    apart = any(token.text in ",;()" for token in candidate.piece.doc[candidate.end : noun.i])
    return noun.lower_ if noun.i >= candidate.end and noun.text.islower() and not apart else ""


def _is_country(group: Sequence[Candidate], has_people: bool) -> bool:
    if not _names_ground(group) or group[0].text.isupper():
        return False
    signs = sum(_owns_what_nations_own(each) for each in group) + has_people
    by_pipeline = any(each.label == "GPE" for each in group)
    return signs >= (1 if by_pipeline else _TWICE)


def _owns_what_nations_own(candidate: Candidate) -> bool:
    """``the president of Korvania``, ``Korvania's parliament``."""
    head = candidate.piece.doc[candidate.head]
    if head.dep_ == "poss":
        return _of_a_nation(head.head)
    return head.dep_ == "pobj" and head.head.lower_ == "of" and _of_a_nation(head.head.head)


def _of_a_nation(noun: Token) -> bool:
    return noun.lower_ in word_set("a nation's own") or noun.lower_ in word_set("a state's own")
