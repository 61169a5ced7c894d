"""Who is told to stand beneath the leaders of a body: he belongs to it, and does not lead it."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.parse.clauses import all_joined, children, doers, is_passive, objects_of, undergoers
from sayso.extract.parse.parsed import Token
from sayso.extract.ties.drafts import TieDraft, is_formerly
from sayso.records.claim import TieKind

_LOWER = frozenset({"subordinate", "junior", "lesser", "inferior", "secondary"})
_PLACES = frozenset({"position", "role", "post", "rank", "place", "capacity"})


def by_rank(sentence: list[Token]) -> Iterator[TieDraft]:
    """Ties by rank: "he was left in a subordinate position in Y" makes him a member of Y and not its leader."""
    for noun in sentence:
        if noun.lemma_.lower() not in _PLACES or not any(each.lower_ in _LOWER for each in noun.lefts):
            continue
        bodies = [e for prep in ("in", "within") for found in objects_of(noun, prep) for e in all_joined(found)]
        verb = _verb_over(noun)
        if verb is None:
            continue
        placed = [] if noun.dep_ == "dobj" else undergoers(verb)
        holders = [e for place in (placed or doers(verb)) for e in all_joined(place.token)]
        for a in holders:
            for b in bodies:
                why = f"a {next(each.lower_ for each in noun.lefts if each.lower_ in _LOWER)} {noun.text} in it"
                yield TieDraft(TieKind.MEMBER_OF, a, b, noun, why, is_formerly(verb), standing=verb)
                yield TieDraft(TieKind.LEADS, a, b, noun, why, standing=verb, denied=True)


def clause_before(verb: Token) -> Iterator[Token]:
    """Words of the clause that a verb goes on from, where its time can stand: "came for [the 2030 war], but ..."."""
    if verb.dep_ != "conj" or verb.head.pos_ != "VERB":
        return
    for word in (verb.head, *children(verb.head, "xcomp", "advcl")):
        yield word
        yield from children(word, "dobj")


def _verb_over(noun: Token) -> Token | None:
    if noun.dep_ == "dobj" and noun.head.lemma_ in ("hold", "have", "occupy", "take", "accept", "play"):
        return noun.head
    prep = noun.head
    in_it = noun.dep_ == "pobj" and prep.lower_ in ("in", "to") and prep.head.pos_ == "VERB"
    return prep.head if in_it and (children(prep.head, "dobj") or is_passive(prep.head)) else None
