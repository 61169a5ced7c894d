"""Verdicts of courts, voters and referees: "pleaded not guilty", "beat her with 58% of the votes", "beat Tarsk 3-1"."""

from __future__ import annotations

import re

from sayso.extract.parse.clauses import children, objects_of
from sayso.extract.parse.parsed import Token
from sayso.language.plover import Sense, object_class
from sayso.records.claim import Plover

_GUILT = frozenset({"guilty", "innocent"})
_OVERCOMES = frozenset({"beat", "defeat", "trounce", "rout", "crush", "thrash", "edge", "best", "overcome"})
_SCORE = re.compile(r"\d+[-–]\d+")
_PLEAS = {True: Sense(Plover.CONCEDE, "pleaded-guilty"), False: Sense(Plover.REJECT, "pleaded-not-guilty")}
_FINDINGS = {True: Sense(Plover.COERCE, "convicted"), False: Sense(Plover.CONCEDE, "pardoned")}
_CALLED = {"convicted": "convict", "pardoned": "acquit"}


def guilt(verb: Token) -> tuple[Sense, Token] | None:
    """What somebody pleads or is found to be, and the word that says it."""
    if verb.lemma_ not in ("plead", "find"):
        return None
    for word in children(verb, "acomp", "oprd", "xcomp", "advmod", "dobj"):
        if word.lower_ in _GUILT and word.i > verb.i:
            between = [each.lower_ for each in verb.doc[verb.i + 1 : word.i]]
            guilty = (word.lower_ == "guilty") != ("not" in between)
            return (_PLEAS if verb.lemma_ == "plead" else _FINDINGS)[guilty], word
    return None


def called(verb: Token, sense: Sense) -> str | None:
    """What a court's finding is called by: to find guilty is to convict."""
    return _CALLED.get(sense.mode or "") if verb.lemma_ == "find" else None


def contested(verb: Token, sense: Sense) -> Sense | None:
    """The sense of a verb of beating where it is done with votes; None where it is done in a match."""
    if sense.plover is not Plover.ASSAULT or verb.lemma_ not in _OVERCOMES:
        return sense
    means = [each for prep in ("with", "in", "at", "by") for each in objects_of(verb, prep)]
    shares = [whole for each in means if each.text == "%" or each.like_num for whole in objects_of(each, "of")]
    if any(each.lemma_.lower() in object_class("ballot") for each in (*means, *shares)):
        return Sense(Plover.OFFICE, "won-election")
    words = {each.lemma_.lower() for each in verb.subtree if each.i > verb.i}
    scored = any(_SCORE.fullmatch(each.text) for each in verb.subtree)
    return None if scored or words & object_class("match") else sense
