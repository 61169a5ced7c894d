"""Denials by a plea: "pleaded not guilty", "maintains his innocence", "has done nothing wrong", "was not involved"."""

from __future__ import annotations

from sayso.extract.contrary.statements import Sight, Statement, is_modal
from sayso.extract.contrary.words import DENYING, INNOCENT
from sayso.extract.parse.clauses import children, doers
from sayso.extract.parse.parsed import Token
from sayso.language.doings import stem

_SOMEBODY = frozenset({"i", "he", "she", "we", "they", "it"})
_UPHOLDING = frozenset({"maintain", "protest", "proclaim", "assert", "declare", "insist"})


def innocent(at: Sight, word: Token) -> Statement | None:
    """For "pleaded not guilty", "maintains his innocence", "insists he is innocent"."""
    verb = word.head
    if word.lower_ == "innocence":
        stood = word.dep_ == "dobj" and verb.lemma_ in _UPHOLDING and not is_modal(verb)
    elif word.lower_ == "innocent":
        stood = word.dep_ == "acomp" and verb.lemma_ == "be" and verb.dep_ == "ccomp"
    else:
        denied = any(each.lower_ == "not" for each in (*word.lefts, *verb.children))
        stood = denied and (verb.lemma_ == "plead" or (verb.lemma_ == "be" and verb.dep_ == "ccomp"))
    negated = any(each.dep_ == "neg" for each in (*verb.children, *word.lefts)) and word.lower_ in INNOCENT
    subject = next((each.token for each in doers(verb)), None)
    if not stood or negated or subject is None:
        return None
    if verb.lemma_ == "be" and not children(verb, "nsubj"):
        return None
    if verb.lemma_ == "be" and subject.pos_ != "PROPN" and subject.lower_ not in _SOMEBODY:
        return None  # "80 per cent of those stopped are innocent" answers no charge
    return Statement(at.piece, at.sentence, word, verb, frozenset(), subject, (), named=True, back=True)


def no_wrong(at: Sight, word: Token) -> Statement | None:
    """For "has done nothing wrong", "denied doing anything wrong"."""
    verb = word.head.head
    if verb.lemma_ != "do" or is_modal(verb):
        return None
    if word.head.lower_ == "anything":
        while verb.lemma_ not in DENYING and verb.dep_ in ("xcomp", "ccomp"):
            verb = verb.head
        negated = any(each.dep_ == "neg" for each in verb.children)
        if verb.lemma_ in DENYING and negated:
            return None
        if verb.lemma_ not in DENYING and not negated:
            return None
    subject = next((each.token for each in doers(verb)), None)
    if subject is None:
        return None
    return Statement(at.piece, at.sentence, word, verb, frozenset(), subject, (), named=True, back=True)


def uninvolved(at: Sight, word: Token, verb: Token) -> Statement | None:
    """For "denied it was involved", in what was said before."""
    if word.lemma_ != "involve" or children(word, "prep", "dobj"):
        return None
    denier = next((each.token for each in doers(verb)), None)
    return Statement(at.piece, at.sentence, word, verb, frozenset(), denier, (), named=True, back=True)


def not_dead(at: Sight, be: Token, verb: Token) -> Statement | None:
    """For "denied that Odeh was dead", of whose subject the parse may make the object of what denies it."""
    dead = next((each for each in children(be, "acomp") if each.lower_ == "dead"), None)
    who = [*children(be, "nsubj"), *(each for each in children(verb, "dobj") if verb.i < each.i < be.i)]
    if dead is None or be.lemma_ != "be" or is_modal(be) or not who:
        return None
    doing = frozenset({stem("die"), stem("kill"), stem("dead")})
    return Statement(at.piece, at.sentence, dead, verb, doing, None, (who[0],), nobody=True, named=True)
