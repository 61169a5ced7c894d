"""Whose purpose an infinitive is: "phoned Odeh [to warn him]", "a plot by rebels [to kill the envoy]"."""

from __future__ import annotations

from sayso.extract.parse.closing_speakers import Hang
from sayso.extract.parse.parsed import Token

# "asked A and B to leave": those who are asked leave, while "phoned A and B to warn them" tells what the caller wanted.
_SENDING = frozenset({"ask", "order", "tell", "urge", "call", "force", "invite", "instruct", "direct", "beg", "press"})
_AIMING = frozenset({"plot", "bid", "plan", "attempt", "effort", "conspiracy", "scheme", "move", "push", "campaign"})
_CALLING = frozenset({"phone", "telephone", "ring", "contact", "meet", "visit", "email", "text"})
_TRYING = frozenset({"attempt", "try", "struggle", "move", "plan"})
_CLIMB = 6


def called_on_too(verb: Token) -> list[Hang]:
    """For "calls on Sundal to leave and on Ardesh [to stay]": a second one who is called on."""
    edge = verb.left_edge
    if edge.tag_ != "TO" or edge.i < 2 or edge.nbor(-1).dep_ != "pobj":
        return []
    prep = edge.nbor(-1).head
    if prep.lower_ not in ("on", "upon") or prep.i < 1 or prep.nbor(-1).lower_ != "and":
        return []
    node = verb
    for _ in range(_CLIMB):
        node = node.head
        if node.lemma_ == "call" and node.pos_ == "VERB" and node.i < prep.i:
            return [(verb, node, "xcomp"), (prep, node, "prep")]
    return []


def purpose_of_call(verb: Token) -> list[Hang]:
    """For "phoned the general [to warn him]": whom somebody phones is not whom that makes do something."""
    subjects = [each for each in verb.lefts if each.dep_ == "nsubj"]
    if verb.head.lemma_ not in _CALLING or not subjects or not any(each.tag_ == "TO" for each in verb.lefts):
        return []
    return [(subjects[0], verb.head, "dobj"), (verb, verb.head, "advcl")]


def purpose_of_name(verb: Token) -> list[Hang]:
    """For "phoned Odeh and Haddad [to warn them]": a name is not described by an infinitive."""
    node = verb.head
    if node.pos_ != "PROPN" or not any(each.tag_ == "TO" for each in verb.lefts):
        return []
    for _ in range(_CLIMB):
        if node.pos_ == "VERB" or node.head is node:
            break
        if node.pos_ not in ("PROPN", "NOUN"):
            return []
        node = node.head
    if node.pos_ != "VERB" or node.i > verb.head.i:
        return []
    return [(verb, node, "xcomp" if node.lemma_ in _SENDING else "advcl")]


def of_the_plot(verb: Token) -> list[Hang]:
    """For "arrested ten over a plot by rebels [to kill the envoy]": it is the plot's, not those who arrest."""
    if verb.left_edge.i == 0 or not any(each.tag_ == "TO" for each in verb.lefts):
        return []
    before = verb.left_edge.nbor(-1)
    for noun in (before, before.head.head):
        above = noun.head.head if noun.dep_ == "pobj" else noun.head
        of_it = noun is before or (before.dep_ == "pobj" and before.head.lower_ in ("by", "of"))
        fits = noun.dep_ in ("pobj", "dobj") and noun.lemma_.lower() in _AIMING and above is verb.head
        if fits and of_it:
            return [(verb, noun, "acl")]
    return []


def tried_too(noun: Token) -> list[Hang]:
    """For "to seize the capital and [attempt] to oust the king": what is tried, and not seized."""
    first, to = noun.head, next((each for each in noun.rights if each.dep_ in ("xcomp", "acl", "relcl")), None)
    verb = first if first.pos_ == "VERB" else first.head
    bare = noun.lemma_ in _TRYING and not any(each.dep_ in ("det", "amod", "poss", "compound") for each in noun.lefts)
    tries = bare and to is not None and any(each.tag_ == "TO" for each in to.lefts)
    if not tries or to is None or not (first is verb or first.dep_ == "dobj") or noun.tag_ != "NN":
        return []
    noun.pos_, noun.tag_ = "VERB", "VB"
    return [(noun, verb, "conj"), (to, noun, "xcomp")]
