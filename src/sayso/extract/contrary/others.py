"""Doings laid to one by one voice and to another by the next: "It was the army's own shells that burned the mill"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.contrary.statements import Sight, Statement, things_of
from sayso.extract.parse.clauses import children, doers
from sayso.extract.parse.parsed import Token
from sayso.language.doings import stem


def laid_to_another(at: Sight) -> Iterator[Statement]:
    """What a sentence lays to somebody in words that leave nobody else: "it was Odeh who", "by Odeh, not by him"."""
    for token in at.sentence:
        if token.lemma_ != "be" or not any(each.lower_ == "it" for each in token.lefts) or children(token, "neg"):
            continue
        for noun in children(token, "attr"):
            for clause in children(noun, "relcl"):
                if clause.pos_ == "VERB" and any(each.token is noun for each in doers(clause)):
                    yield _laid(at, clause, noun)


def _laid(at: Sight, verb: Token, doer: Token) -> Statement:
    things = tuple(things_of(at, verb))
    return Statement(at.piece, at.sentence, verb, doer, frozenset({stem(verb.lemma_)}), doer, things, another=True)
