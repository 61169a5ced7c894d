"""Turns of phrase that deny a deed, and some that only look like denials."""

from __future__ import annotations

from sayso.extract.parse.parsed import Token
from sayso.extract.parse.standing_words import FALSE, TALES


def is_of_none(subject: Token) -> bool:
    """For "no rebel", "neither side", "not one rebel", "not a single rebel"."""
    first = subject.left_edge
    one = first.lower_ == "not" and first.i + 1 < len(first.doc) and first.nbor().lower_ in ("one", "a")
    return one or any(each.lower_ in ("no", "neither") for each in subject.lefts)


def is_called_false(noun: Token) -> bool:
    """For "reports that he was shot were untrue", "no truth in claims that he fled"."""
    if noun.lemma_.lower() not in TALES:
        return False
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        denied = any(each.dep_ == "neg" for each in noun.head.children)
        said = [each for each in noun.head.children if each.dep_ in ("acomp", "attr")]
        return not denied and any(each.lemma_.lower() in FALSE for each in said)
    above = noun.head.head
    return noun.dep_ == "pobj" and above.lemma_.lower() == "truth" and any(each.lower_ == "no" for each in above.lefts)


def is_instead(prep: Token) -> bool:
    """For "instead of attacking"."""
    beside = (prep.head, *prep.children)
    return prep.lower_ == "of" and any(each.lower_ == "instead" for each in beside)


def is_no_denial(negation: Token) -> bool:
    """For "not only" and "or not"."""
    doc, index = negation.doc, negation.i
    if index + 1 < len(doc) and doc[index + 1].lower_ in ("only", "just", "merely", "-"):
        return True  # "not only", "a no-fly zone"
    return bool(index > 0 and doc[index - 1].lower_ == "or")
