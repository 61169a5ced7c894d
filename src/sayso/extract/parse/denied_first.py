"""Clauses that open with their denial, which the pipeline loses the verb of: "[No] lorry with arms crossed the border".

Where nobody or no time comes first, the verb behind looks like a participle of the noun before it ("no soldier of the
republic [set] foot there", "under no circumstances were prisoners [handed over]"). So looks the one of a cleft ("it was
not our artillery that [hit] the school").
"""

from __future__ import annotations

from sayso.extract.parse.clause_words import GOING, MOVING
from sayso.extract.parse.closing_speakers import Hang, speaks
from sayso.extract.parse.parsed import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_NONE = frozenset({"nobody", "none"})
_NOBODY = frozenset({"no", "not"})
_TOPLESS = frozenset({"ROOT", "ccomp", "dep", "nsubj", "conj", "parataxis"})
_HELPING = frozenset({"be", "have"})
_FIRST = frozenset({"never", "nor", "nowhere"})
_CLIMB = 6
# What went somewhere needs no object to have gone.
_GONE = (
    GOING | MOVING | frozenset({"fall", "land", "come", "pass", "reach", "sink", "die", "stand", "sit", "drop", "move"})
)


def lost_denial(token: Token) -> list[Hang]:
    """What hangs anew where this word is the verb of a clause that opens with a denial, or stands by it."""
    if token.dep_ in ("acl", "amod"):
        return _done_by_nobody(token) or _denied_before(token)
    if token.dep_ == "ccomp":
        return _cleft_of_thing(token) or _denied_before(token)
    if token.dep_ == "csubj":
        return _held_by_nobody(token)
    return _set_foot(token) if token.lower_ == "foot" else []


def _held_by_nobody(verb: Token) -> list[Hang]:
    """For "[nobody] held at Haleb has been freed": those held are nobody, who held no one."""
    subjects = [each for each in verb.lefts if each.dep_ == "nsubj"]
    main = verb.head
    alone = not any(each.dep_ in ("aux", "auxpass", "dobj", "mark") for each in verb.children)
    if len(subjects) != 1 or verb.tag_ not in ("VBD", "VBN") or not alone or main.i < verb.i:
        return []
    nobody = subjects[0]
    if nobody.lower_ not in _NONE and not any(each.lower_ == "no" for each in nobody.lefts):
        return []
    verb.tag_ = "VBN"
    passive = any(each.dep_ == "auxpass" for each in main.children)
    return [(nobody, main, "nsubjpass" if passive else "nsubj"), (verb, nobody, "acl")]


def _done_by_nobody(verb: Token) -> list[Hang]:
    """For "no lorries with weapons [crossed] from Sundal", in a sentence that has no other verb for them."""
    if verb.dep_ != "acl" or verb.tag_ not in ("VBN", "VBD"):
        return []
    if verb.lemma_ not in _GONE and not any(each.dep_ == "dobj" for each in verb.children):
        return []
    noun = _nobody_above(verb)
    return _under_verb(verb, noun, verb.head) if noun is not None else []


def _set_foot(foot: Token) -> list[Hang]:
    """For "no soldier of the republic [set foot] on our soil", where the foot was taken for a noun like others."""
    verb = next((each for each in foot.lefts if each.dep_ in ("amod", "compound") and each.lower_ == "set"), None)
    if verb is None or verb.i != foot.i - 1 or foot.dep_ != "pobj":
        return []
    before = verb.nbor(-1)
    noun = _nobody_above(foot)
    if noun is None or before.pos_ not in _NOUNS or before.i < foot.head.i:
        return []
    verb.pos_, verb.tag_ = "VERB", "VBD"
    lost = [(each, before, each.dep_) for each in foot.lefts if each is not verb and each is not before]
    return [*_under_verb(verb, noun, foot), (before, foot.head, "pobj"), (foot, verb, "dobj"), *lost]


def _denied_before(verb: Token) -> list[Hang]:
    """For "under no circumstances were prisoners [handed over]", "never has a ship of ours [carried] weapons"."""
    if verb.tag_ not in ("VBN", "VBD"):
        return []
    over = next((each for each in verb.ancestors if each.lemma_ in _HELPING), None)
    if over is None or over.i > verb.i or not _opens_with_denial(over):
        return []
    if verb.dep_ == "ccomp":
        nouns = [each for each in verb.lefts if each.dep_ == "nsubj"] if verb.head is over else []
    else:
        nouns = [each for each in over.rights if each.dep_ in ("attr", "dobj", "nsubj") and verb in each.subtree]
    if not nouns or nouns[0].i > verb.i:
        return []
    passive = over.lemma_ == "be"
    hangs = [(over, verb, "auxpass" if passive else "aux"), (nouns[0], verb, "nsubjpass" if passive else "nsubj")]
    hangs.append((verb, verb, "ROOT") if over.head is over else (verb, over.head, over.dep_))
    hangs.extend((each, verb, each.dep_) for each in over.children if each is not nouns[0] and each is not verb)
    if verb.dep_ == "amod" and verb.head is not nouns[0]:
        hangs.append((verb.head, verb, "dobj"))
    return hangs


def _cleft_of_thing(verb: Token) -> list[Hang]:
    """For "it was not our artillery that [hit] the school": who or what did it, and not that something did."""
    be = verb.head
    if verb.dep_ != "ccomp" or be.lemma_ != "be" or be.i > verb.i:
        return []
    that = next((each for each in verb.lefts if each.dep_ == "nsubj"), None)
    nouns = [each for each in be.rights if each.dep_ == "attr" and each.pos_ in _NOUNS and each.i < verb.i]
    if that is None or that.lower_ not in ("that", "who", "which") or not nouns:
        return []
    pointing = any(each.lower_ == "it" and each.dep_ == "nsubj" for each in be.lefts)
    return [(verb, nouns[-1], "relcl")] if pointing and nouns[-1].i < that.i else []


def _nobody_above(word: Token) -> Token | None:
    """The noun of "no lorries with weapons" that a word inside it hangs on, where it has no verb of its own."""
    node = word.head
    for _ in range(_CLIMB):
        if any(each.lower_ in _NOBODY and each.dep_ in ("det", "neg") for each in node.lefts):
            break
        if node.head is node or node.pos_ not in (*_NOUNS, "ADP"):
            return None
        node = node.head
    if node.pos_ not in _NOUNS or (node.dep_ not in _TOPLESS and not node.head.is_punct):
        return None
    if not any(each.lower_ in _NOBODY and each.dep_ in ("det", "neg") for each in node.lefts):
        return None
    return node if node.dep_ != "nsubj" or _speaks_of_itself(node) else None


def _speaks_of_itself(noun: Token) -> bool:
    """Whether the verb that a noun seems to be the subject of has another: "[no lorries crossed]," he told them."""
    others = [each for each in noun.head.children if each.dep_ == "nsubj" and each is not noun]
    return bool(others) and speaks(noun.head)


def _under_verb(verb: Token, noun: Token, last: Token) -> list[Hang]:
    """Make a verb the head of the clause whose subject a noun is; what stands behind it is told with it."""
    hangs: list[Hang] = [(noun, verb, "nsubj")]
    above = noun.head.head if noun.head.is_punct else noun.head
    if above is noun:
        hangs.append((verb, verb, "ROOT"))
    else:
        hangs.append((verb, above, noun.dep_ if noun.dep_ in ("conj", "parataxis") else "ccomp"))
    behind = [each for each in noun.rights if each.i > verb.i and each.dep_ in ("prep", "advmod", "npadvmod", "punct")]
    if last is not noun:
        further = (*last.rights, *(last.head.rights if last.dep_ == "pobj" else ()))
        behind.extend(each for each in further if each.i > verb.i and each not in (verb, last))
    hangs.extend((each, verb, each.dep_) for each in behind)
    verb.tag_ = "VBD"
    return hangs


def _opens_with_denial(verb: Token) -> bool:
    """Whether a denial stands before a helping verb, and its subject behind it."""
    if any(each.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for each in verb.lefts):
        return False
    for each in verb.lefts:
        if each.lower_ in _FIRST and each.dep_ in ("neg", "advmod", "cc", "preconj"):
            return True
        ends = [end for end in each.children if end.dep_ == "pobj"] if each.dep_ == "prep" else []
        if any(word.lower_ == "no" for end in ends for word in end.lefts):
            return True
    return False
