"""Whom it is done to, where the parse lost the object: "Troops free [hostages]", "hit the port, [the bank] and"."""

from __future__ import annotations

from sayso.extract.parse.closing_speakers import Hang, tells
from sayso.extract.parse.parsed import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_TOLD = frozenset({"report", "claim", "allegation", "accusation", "suggestion", "rumour", "rumor", "charge", "news"})


def done_to_both(noun: Token) -> list[Hang]:
    """For "killing two guards and at least ten [civilians] who had fled": no noun is joined to a verb."""
    verb = noun.head
    objects = [each for each in verb.rights if each.dep_ == "dobj" and each.i < noun.i and each.pos_ in _NOUNS]
    if not objects or any(each.dep_ in ("nsubj", "aux", "cop", "dobj") for each in noun.children):
        return []
    between = [each for each in verb.rights if objects[-1].i < each.i < noun.i]
    return [(noun, objects[-1], "conj")] if all(each.dep_ in ("cc", "punct") for each in between) else []


def listed_next(noun: Token) -> list[Hang]:
    """For "attacked the port, [the bank] and the base": the second of three, which hangs loose."""
    verb, edge = noun.head, noun.left_edge
    objects = [each for each in verb.rights if each.dep_ == "dobj" and each.i < noun.i]
    joined = any(each.dep_ == "conj" for each in noun.rights)
    if verb.pos_ != "VERB" or not objects or not joined or edge.nbor(-1).text != ",":
        return []
    return [(noun, objects[-1], "conj")] if objects[-1].right_edge.i == edge.i - 2 else []


def its_own_object(verb: Token) -> list[Hang]:
    """For "Whether Sundal killed [the envoy] is not known": whom it killed, and no subject of "is"."""
    stolen = [each for each in verb.head.lefts if each.dep_ == "nsubj" and each.left_edge.i == verb.i + 1]
    own = {each.dep_ for each in verb.children}
    return [(stolen[0], verb, "dobj")] if stolen and "nsubj" in own and "dobj" not in own else []


def done_first(verb: Token) -> list[Hang]:
    """For "Sundal [armed] Odeh in 2029, the Courier reported": what is reported is no name with adjectives."""
    noun, edge = verb.head, verb.left_edge
    told = noun.head
    if noun.dep_ != "dep" or noun.pos_ != "PROPN" or verb.i != edge.i or verb.i - 1 != verb.sent.start:
        return []
    first = verb.nbor(-1)
    if first.head is not noun or not first.text[0].isupper() or told.i < noun.i or not tells(told):
        return []
    if first.pos_ == "ADJ":
        first.pos_, first.tag_ = "PROPN", "NNP"
    verb.tag_ = "VBD"
    rest = [(each, verb, each.dep_) for each in noun.rights]
    return [(verb, told, "ccomp"), (first, verb, "nsubj"), (noun, verb, "dobj"), *rest]


def set_free(word: Token) -> list[Hang]:
    """For "Troops [free] hostages held in Tarsk", where the headline's verb was taken to describe the hostages."""
    noun, doing = word.head, [each for each in word.lefts if each.dep_ == "nsubj"]
    if not doing:
        return []
    word.pos_, word.tag_, word.lemma_ = "VERB", "VBP", "free"
    root = word if noun.head is noun else noun.head
    return [(word, root, noun.dep_), (noun, word, "dobj")]


def counted_hurt(word: Token) -> list[Hang]:
    """For "the clinic received 17 [wounded]": people, and nothing that was done to the clinic."""
    number = word.nbor(-1) if word.i > word.sent.start else word
    if number.tag_ != "CD" or number.dep_ != "dobj" or number.head is not word.head or word.head.pos_ != "VERB":
        return []
    word.pos_, word.tag_, word.lemma_ = "NOUN", "NNS", word.lower_
    return [(word, word.head, "dobj"), (number, word, "nummod")]


def told_by_noun(that: Token) -> list[Hang]:
    """For "reports by residents [that] soldiers beat prisoners": what is reported, where it has its own object."""
    verb = that.head
    objects = [each for each in verb.rights if each.dep_ == "dobj"]
    if not objects or verb.dep_ != "relcl" or not any(each.dep_ == "nsubj" and each.i > that.i for each in verb.lefts):
        return []
    noun = verb.head
    for _ in range(3):
        if noun.dep_ != "pobj" or noun.lemma_.lower() in _TOLD:
            break
        noun = noun.head.head.head if noun.head.dep_ == "agent" else noun.head.head
    if noun.lemma_.lower() not in _TOLD:
        return []
    that.pos_, that.tag_ = "SCONJ", "IN"
    return [(that, verb, "mark"), (verb, noun, "acl")]


def beside_its_noun(name: Token) -> list[Hang]:
    """For "overthrew the monarch, [King Idris], in 1969": a person between commas is no measure of the verb."""
    doc, opening, after = name.doc, name.left_edge.i - 1, name.i + 1
    if name.dep_ != "npadvmod" or name.ent_type_ != "PERSON" or opening < 1 or after >= len(doc):
        return []
    called = doc[opening - 1]
    fits = doc[opening].text == "," and doc[after].text in (",", ".", ";") and called.tag_ == "NN"
    rest = [(each, called.head, each.dep_) for each in name.rights if each.dep_ == "prep"]
    return [(name, called, "appos"), *rest] if fits and called.head.pos_ == "VERB" else []
