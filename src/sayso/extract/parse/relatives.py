"""Whom or what a relative clause describes."""

from __future__ import annotations

import re

from sayso.extract.parse.parsed import Token
from sayso.language.plover import object_class

_PERSONAL = re.compile(r"(?:er|or|ist|man|ain|al|chief|head)$")


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other word itself."""
    if token.tag_ in ("WDT", "WP") or (token.lower_ == "that" and token.dep_ in ("nsubj", "nsubjpass", "dobj")):
        noun = described(token.head) or _noun_before(token) or token
        if token.lower_ == "which" and _PERSONAL.search(noun.lemma_.lower()):
            return _thing_before(token) or noun
        return _person(noun, token) if token.lower_ == "who" else noun
    return token


def _person(noun: Token, pronoun: Token) -> Token:
    """Whom "who" stands for where the parse has it describe a place: "the mayor of Tarsk, Ana Veld, who fled"."""
    if not _is_somewhere(noun):
        return noun
    named = [each for each in noun.children if each.dep_ == "appos" and noun.i < each.i < pronoun.i]
    if named:
        return named[-1]
    node = noun
    while node.head is not node and (node.pos_ == "ADP" or _is_somewhere(node)):
        node = node.head
    return node if node.pos_ in ("NOUN", "PROPN") else noun


def _thing_before(pronoun: Token) -> Token | None:
    """The body that "which" stands for where the parse has it describe its commander."""
    at = pronoun.i - 1
    while at > pronoun.sent.start and pronoun.doc[at].is_punct:
        at -= 1
    node = pronoun.doc[at]
    while node.dep_ in ("appos", "compound") and node.head.i < pronoun.i and node.head.pos_ in ("NOUN", "PROPN"):
        node = node.head
    return node if node.pos_ in ("NOUN", "PROPN") and node.dep_ == "pobj" else None


def _is_somewhere(noun: Token) -> bool:
    return noun.ent_type_ in ("GPE", "LOC", "FAC") or noun.lemma_.lower() in object_class("place")


def _noun_before(pronoun: Token) -> Token | None:
    """Where the parse lost the relative clause: the noun right before "who", over a comma."""
    at = pronoun.i - 1
    if pronoun.lower_ not in ("who", "which") or at < 1:
        return None
    before = pronoun.doc[at - 1] if pronoun.doc[at].lower_ == "," else pronoun.doc[at]
    return before if before.pos_ in ("NOUN", "PROPN") and before.sent == pronoun.sent else None


def described(verb: Token) -> Token | None:
    """The noun that the relative clause around ``verb`` describes; ``None`` where it is in none."""
    node = verb
    for _ in range(5):
        if node.dep_ in ("relcl", "acl"):
            return node.head if node.head.pos_ in ("NOUN", "PROPN", "PRON", "NUM") else None
        if node.dep_ not in ("conj", "xcomp", "ccomp", "advcl") or node.head == node:
            return None
        node = node.head
    return None


def relative_gap(verb: Token) -> Token | None:
    """The noun a relative clause describes and has for its object: "the town the rebels took"."""
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    if (
        verb.dep_ == "relcl"
        and subjects
        and not any(child.tag_ in ("WDT", "WP") or child.lower_ == "that" for child in subjects)
    ):
        return verb.head if verb.head.pos_ in ("NOUN", "PROPN", "PRON") else None
    return None
