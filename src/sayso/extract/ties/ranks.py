"""Who is told to stand beneath the leaders of a body: he belongs to it, and does not lead it."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.parse.clauses import all_joined, children, doers, is_passive, objects_of, undergoers
from sayso.extract.parse.parsed import Token
from sayso.extract.ties.drafts import TieDraft, is_formerly
from sayso.language.lexicon import words
from sayso.records.claim import TieKind

_LOWER = frozenset({"subordinate", "junior", "lesser", "inferior", "secondary"})
_SECOND = frozenset({"deputy", "vice", "assistant"})  # who stands beneath the leader
_HIGHEST = frozenset({"top", "chief", "supreme", "overall", "general", "founding"})
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


def stands_beneath(noun: Token, body: Token) -> bool:
    """Whether who is called so is one of several, or second to another: "a leader in Y", "Y's deputy head".

    An army has many commanders, and "Y commander X" is one of them: its own is "the Y commander", or that of a unit.
    """
    if any(each.lower_ in _SECOND for each in noun.lefts):
        return True
    if objects_of(noun, "in") and any(each.lower_ in ("a", "an", "one") for each in noun.lefts):
        return True
    if noun.lemma_.lower() != "commander" or body.i + 1 != noun.i or body.dep_ == "poss":
        return False
    phrase = noun.head if noun.dep_ in ("compound", "nmod") and noun.head.i > noun.i else noun
    before = [each.lower_ for each in noun.doc[phrase.left_edge.i : body.i]]
    only = any(each in _HIGHEST or each in ("the", "its", "their", "'s", "’s") for each in before)
    return not only and body.lower_ not in words("unit_nouns")


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
