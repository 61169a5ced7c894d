"""Whom a clause is about where the parse lost its subject: "wept after learning [his son] had died"."""

from __future__ import annotations

from sayso.extract.parse.clause_words import TRANSITIVE
from sayso.extract.parse.closing_speakers import Hang, tells
from sayso.extract.parse.cues import Sort
from sayso.extract.parse.parsed import Token
from sayso.language.plover import knows_verb, names_actor

_KNOWING = frozenset({Sort.SPEECH, Sort.THOUGHT, Sort.SHOWS})
_BEFORE_NOUNS = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss"})
_SENSES = frozenset({"see", "hear", "watch", "witness", "observe"})
_ACCUSING = frozenset({"accuse", "suspect", "convict", "acquit", "blame"})
_CALLING = frozenset({"call", "demand", "urge", "say", "vow", "promise", "threaten", "ask", "warn", "appeal", "add"})
_PLURAL_SUBJECTS = frozenset({"they", "we", "i"})
_ASIDE = 6  # words
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def learned_of(verb: Token) -> list[Hang]:
    """For "wept after learning his son [had died]": the son had died, not who wept."""
    helping = [each for each in verb.lefts if each.dep_ in ("aux", "auxpass")]
    finite = helping and helping[0].tag_ in _FINITE
    had = any(each.dep_ in ("nsubj", "nsubjpass", "mark", "expl", "csubj") for each in verb.children)
    if not finite or had or verb.dep_ not in ("advcl", "ccomp", "dep", "ROOT") or helping[0].i == verb.sent.start:
        return []
    noun = helping[0].nbor(-1)
    learning = noun.head
    if noun.dep_ != "dobj" or learning.i > noun.i or learning is verb or not tells(learning, sorts=_KNOWING):
        return []
    passive = any(each.dep_ == "auxpass" for each in helping)
    return [(noun, verb, "nsubjpass" if passive else "nsubj"), (verb, learning, "ccomp")]


def of_whom_listed(verb: Token) -> list[Hang]:
    """For "agreed on a list of officials [to be punished]": those listed are to be, not who draws up the list."""
    edge = verb.left_edge
    helping = {each.dep_: each.tag_ for each in verb.lefts}
    if edge.tag_ != "TO" or "auxpass" not in helping or "nsubjpass" in helping or edge.i <= verb.sent.start:
        return []
    noun = edge.nbor(-1)
    of = noun.head
    fits = noun.dep_ == "pobj" and of.lower_ == "of" and of.head.dep_ in ("dobj", "pobj") and verb.head is not noun
    return [(verb, noun, "acl")] if fits and names_actor(noun.lemma_.lower()) and of.head.i > verb.sent.start else []


def joined_subject(verb: Token) -> list[Hang]:
    """For "will leave by June and Ardesh [will release] prisoners": Ardesh will, and is no part of June.

    So in "flew over Tarsk and rebels [shot] it down", and in "was shot in May and Odeh, 16, [was killed] in June".
    """
    helping = [each for each in verb.lefts if each.dep_ in ("aux", "auxpass")]
    had = any(each.dep_ in ("nsubj", "nsubjpass", "mark", "expl", "csubj") for each in verb.children)
    first = helping[0] if helping else verb
    if first.tag_ not in _FINITE or had or first.i <= verb.sent.start + 1 or verb.dep_ not in ("conj", "relcl", "acl"):
        return []
    noun = first.nbor(-1)
    if helping and noun.text == ",":
        noun = _before_aside(noun)
    edge = noun.left_edge
    if not helping and not (noun.pos_ == "NOUN" and names_actor(noun.lemma_.lower())):
        return []
    listed = noun.dep_ == "conj" and noun.pos_ in ("NOUN", "PROPN") and noun.head.pos_ in ("NOUN", "PROPN")
    if not listed or edge.i <= verb.sent.start or edge.nbor(-1).dep_ != "cc" or noun.head is verb.head:
        return []
    if noun.head.dep_ in ("nsubj", "nsubjpass"):
        return []  # "the army and the Guard have left"
    passive = any(each.dep_ == "auxpass" for each in helping)
    aside = [(each, noun, each.dep_) for each in verb.doc[noun.i + 1 : first.i] if each.head is noun.head]
    return [(noun, verb, "nsubjpass" if passive else "nsubj"), *aside]


def _before_aside(comma: Token) -> Token:
    """The word before what a comma closes: "Odeh" of "Odeh, 16,"; the comma where nothing opens it close by."""
    start = max(comma.sent.start + 1, comma.i - _ASIDE)
    opened = (each for each in reversed(comma.doc[start : comma.i]) if each.text == ",")
    first = next(opened, None)
    return first.nbor(-1) if first is not None else comma


def accused_by_some(gerund: Token) -> list[Hang]:
    """For "was accused by some of [attempting] a coup": of what he was accused, and not some of those who attempt."""
    of = gerund.head
    some, by = of.head, of.head.head
    verb = by.head
    fits = of.lower_ == "of" and some.dep_ == "pobj" and by.dep_ == "agent" and verb.lemma_ in _ACCUSING
    return [(of, verb, "prep")] if fits else []


def past_the_infinitive(verb: Token) -> list[Hang]:
    """For "has ordered the brigade to be moved and [has dismissed] its chief": who orders it dismisses him."""
    bare = verb.head
    helping = [each for each in verb.lefts if each.dep_ in ("aux", "auxpass")]
    had = any(each.dep_ in ("nsubj", "nsubjpass", "mark", "expl") for each in verb.children)
    if not helping or helping[0].tag_ not in ("VBZ", "VBD", "VBP") or had or bare.dep_ not in ("xcomp", "ccomp", "acl"):
        return []
    infinitive = any(each.tag_ == "TO" for each in bare.lefts)
    above = bare.head.head if bare.head.dep_ == "dobj" else bare.head
    return [(verb, above, "conj")] if infinitive and above.pos_ == "VERB" else []


def past_the_charge(verb: Token) -> list[Hang]:
    """For "accused him of hiding it and [called] for elections": who accuses calls, not the accused."""
    charged = verb.head
    prep = charged.head
    if charged.dep_ != "pcomp" or prep.head.lemma_ not in _ACCUSING or prep.head.tag_ not in ("VBD", "VBN"):
        return []
    if any(each.dep_ in ("nsubj", "nsubjpass", "mark", "aux", "auxpass") for each in verb.children):
        return []
    unlike = charged.tag_ == "VBG" and not any(each.dep_ == "auxpass" for each in charged.lefts)
    return [(verb, prep.head, "conj")] if unlike or verb.lemma_ in _CALLING else []


def is_undergone_too(verb: Token) -> bool:
    """For "had been beaten, stripped and [threatened] with rape": without an object it is done to them as the rest."""
    first = verb.head
    while first.dep_ == "conj" and first.head.pos_ == "VERB":
        first = first.head
    passive = first.tag_ == "VBN" and any(each.dep_ == "auxpass" for each in first.lefts)
    alone = not any(each.dep_ in ("nsubj", "dobj", "ccomp", "xcomp", "aux", "dative") for each in verb.children)
    menaced = verb.lemma_ == "threaten" and any(each.dep_ == "prep" and each.lower_ == "with" for each in verb.rights)
    return verb.tag_ == "VBD" and passive and alone and (menaced or verb.lemma_ in TRANSITIVE)


def both_sides(between: Token) -> list[Hang]:
    """For "clashes between the army, [backed] by Sundal, and [the rebels]": who is backed fights the rebels."""
    fight = between.head
    first = next((each for each in between.rights if each.dep_ == "pobj"), None)
    if first is None or any(each.dep_ == "conj" for each in first.rights):
        return []
    backed = next((each for each in fight.rights if each.dep_ == "acl" and each.i > first.i), None)
    if backed is None or backed.tag_ != "VBN" or backed.left_edge.nbor(-1).text != ",":
        return []
    end = backed.right_edge.i + 1
    if end + 2 >= between.sent.end or [each.lower_ for each in between.doc[end : end + 2]] != [",", "and"]:
        return []
    other = between.doc[end + 2]
    while other.dep_ in _BEFORE_NOUNS and other.head.i > other.i:
        other = other.head
    return [(backed, first, "acl"), (other, between, "pobj")] if other.pos_ in ("NOUN", "PROPN") else []


def seen_doing(noun: Token) -> list[Hang]:
    """For "saw Odeh [fire] at two men": what he was seen to do, and no fire of that name."""
    name = noun.nbor(-1) if noun.i > noun.sent.start else noun
    seen = noun.head.lemma_ in _SENSES and name.head is noun and name.dep_ == "compound"
    if not seen or name.pos_ != "PROPN" or not knows_verb(noun.lemma_):
        return []
    noun.pos_, noun.tag_ = "VERB", "VB"
    later = [(each, noun, "prep") for each in noun.head.rights if each.dep_ == "prep" and each.i == noun.i + 1]
    return [(name, noun, "nsubj"), *later]


def pointed_out(verb: Token) -> list[Hang]:
    """For "It was the Guard that [blew] up the bridge": no clause of what was so, but of whoever is pointed out."""
    be = verb.head
    if be.lemma_ != "be" or verb.i < be.i or verb.pos_ != "VERB":
        return []
    who = [each for each in verb.lefts if each.dep_ in ("nsubj", "nsubjpass") and each.lower_ in ("that", "who")]
    named = [each for each in be.rights if each.dep_ == "attr" and each.i < verb.i and each.pos_ in ("NOUN", "PROPN")]
    pointing = any(each.dep_ == "nsubj" and each.lower_ == "it" for each in be.lefts)
    return [(verb, named[0], "relcl")] if who and named and pointing else []


def backs_whom(back: Token) -> list[Hang]:
    """For "who say they [back] Odeh": an adverb has no object, and who says so supports him."""
    if back.lower_ != "back" or back.tag_ not in ("RB", "RP") or back.i == back.sent.start:
        return []
    they = back.nbor(-1)
    if they.lower_ not in _PLURAL_SUBJECTS or not any(each.dep_ == "dobj" for each in back.rights):
        return []
    back.pos_, back.tag_ = "VERB", "VBP"
    saying = they.head if they.head is not back else back.head
    return [(they, back, "nsubj"), *([(back, saying, "ccomp")] if saying.pos_ == "VERB" else [])]
