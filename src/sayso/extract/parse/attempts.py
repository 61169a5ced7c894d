"""Deeds that were tried, by the words that say so: a try that may have come to something, and one that came to nothing.

"An attempted coup", "a bid to seize power" and "tried to storm" tell of tries; "the abortive coup", "foiled a plot to
kill", "the bid failed", "tried in vain" and "tried but failed" of tries that came to nothing.
"""

from __future__ import annotations

from sayso.extract.parse.parsed import Token
from sayso.language.numbers import listed
from sayso.language.plover import HOSTILE, noun_sense
from sayso.records.claim import Status

TRIES = frozenset({"attempt", "bid", "try"})
"""Nouns for a try at what is named with them: "coup attempt", "a bid to seize power"."""
_PLANS = TRIES | {"plot", "plan", "scheme", "conspiracy", "effort"}
_TRYING = frozenset({"try", "attempt", "struggle", "strive", "vie"})
_FAILED = frozenset(
    [*listed("failed abortive botched unsuccessful aborted ill-fated bungled foiled thwarted"), "ill - fated"]
)
_STOPS = frozenset({"foil", "thwart", "abort", "scupper", "scotch"})
_PUT_DOWN = _STOPS | {"repel", "repulse", "crush", "suppress", "defeat", "quash"}
_FAILS = frozenset({"fail", "collapse", "fizzle", "founder", "flop", "backfire"})
_DRIVEN = _PUT_DOWN | {"beat", "drive", "push", "stop", "block", "force", "turn"}
_VAINLY = frozenset({"unsuccessfully", "vainly", "fruitlessly"})
_CLIMB = 5


def failing(noun: Token) -> Token | None:
    """The word that says a deed or a try at one came to nothing: "an *abortive* coup", "the bid *failed*"."""
    if noun.pos_ not in ("NOUN", "PROPN") or not _can_fail(noun):
        return None
    for child in noun.children:
        if child.dep_ in ("amod", "compound") and child.lower_ in _FAILED:
            return child
    verb = noun.head
    if verb.pos_ != "VERB" or any(child.dep_ == "neg" for child in verb.children):
        return None
    if noun.dep_ == "dobj":
        return verb if verb.lemma_ in _STOPS else None
    if noun.dep_ == "nsubjpass":
        return verb if verb.lemma_ in _PUT_DOWN else None
    if noun.dep_ != "nsubj" or any(child.dep_ == "aux" for child in verb.children):
        return None
    to_nothing = verb.lemma_ == "come" and any(
        each.lower_ in ("nothing", "naught") for child in verb.children for each in child.children
    )
    open_end = any(child.dep_ in ("xcomp", "advcl") for child in verb.children)  # "the coup failed to win support"
    return verb if to_nothing or (verb.lemma_ in _FAILS and not open_end) else None


def _can_fail(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    if lemma in _PLANS:
        return True
    sense = noun_sense(lemma)
    return sense is not None and sense.plover in HOSTILE


def is_trying(verb: Token) -> bool:
    """Whether a verb says that what it governs was tried."""
    return verb.pos_ == "VERB" and verb.lemma_.lower() in _TRYING


def in_vain(verb: Token) -> Token | None:
    """The word that says what a verb of trying tried came to nothing: "tried in *vain*", "tried but *failed*"."""
    if not is_trying(verb):
        return verb if fails_after_trying(verb) else None
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ in _VAINLY:
            return child
        if child.dep_ == "prep":
            for each in child.children:
                if (child.lower_, each.lower_) in (("in", "vain"), ("without", "success")):
                    return each
        if child.dep_ == "conj" and child.lemma_ == "fail":
            return child
        passive = child.dep_ == "conj" and child.tag_ == "VBN" and child.lemma_ in _DRIVEN
        if passive and any(each.dep_ == "cc" and each.lower_ == "but" for each in verb.children):
            return child
    return None


def fails_after_trying(verb: Token) -> bool:
    """For "tried but failed to take the port": the failing is that of a try, not the leaving undone of a duty."""
    return verb.lemma_ == "fail" and verb.dep_ == "conj" and is_trying(verb.head)


def trying(noun: Token) -> tuple[Token, Status] | None:
    """What a noun says of how far its own deed came, and the word for it; ``None`` where it names no mere try."""
    failed = failing(noun)
    if failed is not None:
        return failed, Status.FAILED
    for child in noun.children:
        if child.dep_ in ("amod", "compound") and child.lower_ == "attempted":
            return child, Status.ATTEMPTED
    return (noun, Status.ATTEMPTED) if noun.lemma_.lower() in TRIES else None


def word_of_trying(token: Token) -> Token | None:
    """The word, at a deed or above it, that says that it was tried or failed."""
    node = token
    for _ in range(_CLIMB):
        found = trying(node) if node.pos_ in ("NOUN", "PROPN") else None
        if found is not None:
            return found[0]
        if node.pos_ == "VERB" and (vain := in_vain(node)) is not None:
            return vain
        if is_trying(node):
            return node
        if node.head == node:
            break
        node = node.head
    return None
