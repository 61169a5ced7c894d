"""Titles joined by "and" before one name: "its speaker and [armed forces chief] Nouri Odeh"."""

from __future__ import annotations

from sayso.extract.parse.closing_speakers import Hang
from sayso.extract.parse.parsed import Token
from sayso.language.plover import names_actor

_HERE = frozenset({"NN", "NNP"})


def of_second_title(noun: Token) -> list[Hang]:
    """For "seized its speaker and armed [forces] chief Odeh": he bears both titles, and the forces were not seized.

    Of two nouns in a row the last is the title, and the first says of what. One article for both is for one man.
    """
    first, doc = noun.head, noun.doc
    if noun.i + 2 >= len(doc) or first.pos_ != "NOUN" or first.i > noun.i or not _is_title(first):
        return []
    title, after = noun.nbor(), noun.nbor(2)
    if title.tag_ not in _HERE or not _is_title(title) or after.pos_ != "PROPN" or title in noun.subtree:
        return []
    name = after
    while name.i + 1 < len(doc) and name.nbor().pos_ == "PROPN" and name.head is not name and name.head.i > name.i:
        name = name.nbor()
    rest = [(each, name, each.dep_) for each in title.children if each.i > name.i]
    return [
        (noun, title, "compound"),
        (title, first, "conj"),
        (first, name, "nmod"),
        (name, first.head, first.dep_),
        *rest,
    ]


def _is_title(noun: Token) -> bool:
    return noun.tag_ in _HERE and names_actor(noun.lemma_.lower())
