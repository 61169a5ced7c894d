"""Explosives and what they do by themselves: "a bomb went off", "a blast tore through the market".

Nobody is said to have done it: the explosive is what it was done with, never who did it.
"""

from __future__ import annotations

from sayso.extract.parse.clauses import children, is_passive, objects_of
from sayso.extract.parse.parsed import Token

_HAPPENINGS = frozenset({"blast", "explosion", "bombing"})
_EXPLOSIVES = frozenset({"bomb", "device", "explosive", "grenade", "mine", "landmine", "ied", "charge", *_HAPPENINGS})
_LADEN = frozenset({"explosive", "explosives", "bomb", "bombs", "dynamite"})
_CARRYING = frozenset({"car", "van", "truck", "lorry", "vehicle", "motorcycle", "motorbike", "taxi", "boat", "vest"})
_TEARING = frozenset({"rip", "tear", "slam", "blow"})
_SHAKING = frozenset({"rock", "shake", "jolt", "shatter"})
_BY_ITSELF = frozenset({"explode", "detonate"})
_THROUGH = frozenset({"through", "into", "across"})

GOING_OFF = frozenset({*_BY_ITSELF, *_TEARING, *_SHAKING, "go"})
"""Lemmas of the verbs that ``goes_off`` knows: a glance before it is asked."""


def goes_off(verb: Token) -> bool:
    """Whether the verb tells of an explosion by what exploded, nobody being said to have set it off."""
    if verb.lemma_ not in GOING_OFF or verb.pos_ != "VERB":
        return False
    if not any(is_explosive(each) and not _is_told_again(each) for each in children(verb, "nsubj", "nsubjpass")):
        return False
    if is_passive(verb):
        return verb.lemma_ == "detonate" and not children(verb, "agent")
    beside = children(verb, "dobj")
    if verb.lemma_ in _SHAKING:
        return bool(beside)
    if beside:
        return False
    if verb.lemma_ in _BY_ITSELF:
        return True
    after = {each.lower_ for each in children(verb, "prt", "advmod", "prep")}
    if verb.lemma_ == "go":
        return "off" in after
    return (verb.lemma_ == "blow" and "up" in after) or bool(after & _THROUGH)


def _is_told_again(noun: Token) -> bool:
    """For "The blast shook the convoy": what was told before is no other explosion, and its words say less of it."""
    known = any(each.lower_ in ("the", "that", "this") for each in noun.lefts)
    return known and noun.lemma_.lower() in _HAPPENINGS


def blows_himself_up(verb: Token) -> bool:
    """Whether somebody is said to have set a bomb off on himself: "a woman blew herself up at the gate"."""
    if verb.lemma_ != "blow" or not any(each.lower_ == "up" for each in children(verb, "prt", "advmod")):
        return False
    return any(each.lower_.endswith(("self", "selves")) for each in children(verb, "dobj"))


def is_explosive(noun: Token) -> bool:
    """A bomb, a blast, or what is full of explosives: "a car packed with explosives"."""
    lemma = noun.lemma_.lower()
    if lemma in _EXPLOSIVES:
        return True
    if lemma not in _CARRYING:
        return False
    filled = [each for part in children(noun, "acl", "amod") for each in objects_of(part, "with")]
    before = children(noun, "compound", "amod", "nmod")
    return any(each.lemma_.lower() in _LADEN for each in filled) or any(
        part.lower_.split("-")[0] in _LADEN for each in before for part in (each, *each.lefts)
    )
