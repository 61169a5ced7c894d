"""Verbs of the lexicon that name no deed where they stand: "declined to comment", "a man named Odeh"."""

from __future__ import annotations

from sayso.extract.parse.clauses import children, has_to, objects_of
from sayso.extract.parse.parsed import Token
from sayso.extract.sayings.stances import is_neither
from sayso.language.plover import knows_verb, object_class

# "left the building in flames" tells of no departure.
_LEFT_IN = frozenset(
    ["flame", "ruin", "rubble", "tatter", "chaos", "shock", "doubt", "limbo", "disarray", "charge", "ash"]
)
_KNOWING = frozenset({"recognize", "recognise"})
_NEEDING = frozenset({"name", "command", "ask", "blame"})
_ASKING = frozenset({"ask", "name", "fire"})
_BEFORE = 24  # words in which what is fired was named
_NONE = frozenset({"no", "not", "n't", "never", "nor"})
_PERILS = frozenset({"attempt", "death", "injury", "assassination", "harm", "attack", "ambush", "bid", "plot"})


def does_nothing(token: Token, lemma: str) -> bool:
    """Whether what stands beside a word of the lexicon shows that it names no deed here."""
    if lemma in ("decline", "refuse", "authorize", "authorise", "permit", "allow") and _is_silence(token):
        return True
    if _is_needless(token) or _has_idle_object(token) or (lemma in _NEEDING and _is_bare(token, lemma)):
        return True
    if lemma == "deny" and is_neither(token):
        return True
    if token.pos_ == "ADJ":  # "ready to die" offers nothing to anybody
        return not any(knows_verb(each.lemma_) and each.lemma_ != "die" for each in children(token, "xcomp"))
    if lemma in ("name", "call") and token.dep_ == "acl" and children(token, "oprd"):
        return True  # "a man named Odeh"
    if (
        lemma == "call"
        and children(token, "dobj", "dative")
        and any(each.i > token.i for each in children(token, "oprd"))
    ):
        return True  # "calling them a mistake"
    if lemma == "escape" and any(each.lemma_.lower() in _PERILS for each in children(token, "dobj")):
        return True  # "escaped an attempt on his life" tells of no flight
    if lemma in _ASKING and _asks_nothing(token, lemma):
        return True
    if lemma == "rule" and (children(token, "neg") or token.head.lemma_ in ("refuse", "decline")):
        return True  # "would not rule out"
    if lemma == "arm" and token.tag_ == "VBN" and not children(token, "agent", "auxpass", "aux", "dobj"):
        return True  # "gunmen armed with rifles"
    if lemma == "leave" and any(objects_of(each, "in") for each in (token, *children(token, "dobj"))):
        ends = [each for head in (token, *children(token, "dobj")) for each in objects_of(head, "in")]
        return any(each.lemma_.lower() in _LEFT_IN for each in ends)
    # Of what has been done already nobody warns as a threat.
    return lemma == "warn" and any(is_past(child) or _cannot(child) for child in children(token, "ccomp"))


def _asks_nothing(verb: Token, lemma: str) -> bool:
    """For "who asked not to be named", "depending on who you ask", and shells that are fired."""
    if lemma == "fire":
        return _is_of_guns(verb)
    if lemma == "name":
        return _is_unnamed(verb)
    if any(_is_unnamed(child) for child in children(verb, "xcomp")):
        return True
    return any(_asks_openly(child) for child in children(verb, "ccomp", "advcl", "dobj"))


def _is_unnamed(verb: Token) -> bool:
    """For "asked not to be named", "spoke on condition that he not be identified"."""
    negated = any(each.dep_ == "neg" for each in verb.lefts)
    return (
        negated and verb.lemma_ in ("name", "identify", "quote") and any(each.dep_ == "auxpass" for each in verb.lefts)
    )


def _cannot(clause: Token) -> bool:
    """Whether a warning is of what somebody else is not able to do: "warned that the post could not be held"."""
    able = any(each.lower_ in ("could", "can", "ca") for each in children(clause, "aux"))
    return able and bool(children(clause, "neg"))


def _is_of_guns(verb: Token) -> bool:
    """For "shells ... we heard them being fired": weapons are fired, and not dismissed."""
    fired = children(verb, "nsubjpass", "nsubj", "dobj")
    if not any(each.lower_ in ("they", "them", "it", "these", "those") for each in fired):
        return False
    before = verb.doc[max(0, verb.i - _BEFORE) : verb.i]
    shots = object_class("shot") | object_class("bomb") | object_class("arms")
    return any(each.lemma_.lower() in shots for each in before)


def _has_idle_object(verb: Token) -> bool:
    """For "burned their way to Tarsk", "tanks took up positions"."""
    for each in children(verb, "dobj"):
        if each.lemma_ == "way" and any(child.dep_ == "poss" for child in each.lefts):
            return True
        if each.lower_ == "positions" and verb.lemma_ == "take":
            return True
        if each.lower_ == "it" and verb.lemma_ == "clear":
            return True
        if each.tag_ == "WP" and verb.lemma_ == "call":
            return True  # "an officer whom they called Bo"
        if verb.lemma_ in _KNOWING and _is_person(each):
            return True
    return False


def _is_person(noun: Token) -> bool:
    """Whether whom somebody recognizes is people, whose faces are known, and no state or government."""
    of = objects_of(noun, "of") if noun.pos_ == "NUM" else []
    core = of[0] if of else noun
    return core.pos_ == "NOUN" and core.lemma_ in object_class("person")


def _is_bare(verb: Token, lemma: str) -> bool:
    """Whether a verb lacks what would make a deed of it: "I will not name them", "he commands a unit", "asked me"."""
    objects = children(verb, "dobj")
    if any(each.dep_ in ("xcomp", "ccomp", "oprd", "advcl", "nsubjpass", "auxpass") for each in verb.children):
        return False
    if lemma == "blame":
        return verb.head.lemma_ == "be" and has_to(verb)  # "who is to blame"
    if lemma == "command":
        return bool(objects)
    pointed = bool(objects) and all(each.pos_ == "PRON" for each in objects)
    return pointed and not any(each.dep_ in ("prep", "dative") for each in verb.rights)


def _is_needless(verb: Token) -> bool:
    """For "no longer felt the need to hold him", "there was no need to arrest anyone"."""
    need = verb.head
    if need.lemma_.lower() != "need" or not has_to(verb) or need.i > verb.i:
        return False
    around = [*need.children, *(need.head.children if need.dep_ in ("dobj", "attr") else ())]
    return any(each.lower_ in _NONE for word in around for each in (word, *word.children) if each.i < verb.i)


def _asks_openly(clause: Token) -> bool:
    opening = clause.left_edge
    return opening.lower_ in ("whether", "if") or opening.tag_ in ("WRB", "WP")


def _is_silence(verb: Token) -> bool:
    """For "declined to comment", "refused to be named", "declined to have his name published"."""
    for child in children(verb, "xcomp", "ccomp"):
        if child.lemma_.lower() in object_class("speech"):
            return True
        if any(each.lemma_.lower() in ("name", "identity", "surname") for each in child.subtree):
            return True
    return False


def is_past(clause: Token) -> bool:
    """Whether the verb tells of something over: "fled", "had fled", "have been killed"."""
    helping = [child for child in clause.children if child.dep_ in ("aux", "auxpass")]
    if any(child.tag_ == "MD" for child in helping):
        return False
    told = any(child.lemma_ == "have" or child.lower_ in ("did", "was", "were") for child in helping)
    return (clause.tag_ == "VBD" and clause.pos_ == "VERB") or told


def is_bidding(verb: Token) -> bool:
    """For "Contact the ministry": said to the reader, it tells of nothing."""
    opens = verb.is_sent_start or (verb.i == verb.sent.start + 1 and verb.nbor(-1).is_quote)
    bare = verb.tag_ == "VB" and verb.dep_ == "ROOT" and opens
    return bare and not children(verb, "nsubj", "nsubjpass", "aux", "auxpass", "ccomp")
