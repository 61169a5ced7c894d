"""Who had a part in what a noun names, or is said to have had none: "was behind the raid", "had no hand in it"."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.extract.parse.clauses import Place, children, doers
from sayso.extract.parse.parsed import Token

_PARTS = frozenset({"part", "role", "hand", "involvement", "responsibility", "complicity", "participation"})
_HAVING = frozenset({"have", "play", "bear", "take", "deny", "reject", "disclaim", "admit", "acknowledge"})
_DENYING = frozenset({"deny", "reject", "disclaim"})
_INVOLVED = frozenset({"involve", "implicate"})
_ANSWERABLE = frozenset({"responsible", "complicit", "guilty"})
_TO_DO_WITH = frozenset({"nothing", "something", "anything"})
_INTO = frozenset({"in", "for", "of", "with"})


@dataclass(frozen=True, slots=True)
class Involvement:
    """The verb that lays a deed to somebody, who that is, and whether the words deny that he had a part in it."""

    verb: Token
    doers: tuple[Place, ...]
    denied: bool


def involvement(noun: Token) -> Involvement | None:
    """Who is said to have had a part in the deed that a noun names, or none; None where nobody is."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.dep_ not in ("prep", "dative"):
        return None
    above = prep.head
    if prep.lower_ == "behind" and above.lemma_ == "be" and not children(above, "attr", "acomp"):
        return _laid(above, denied=False)
    if prep.lower_ not in _INTO:
        return None
    if above.pos_ in ("VERB", "ADJ") and above.lemma_ in _INVOLVED and prep.lower_ == "in":
        laid = _laid(_finite(above), denied=False)
        return laid if above.lemma_ != "implicate" or (laid is not None and laid.denied) else None  # it is a charge
    if above.lemma_ in _ANSWERABLE:
        return _laid(_finite(above), denied=False)
    part = above
    if above.lemma_ in _HAVING:  # the parse may hang "in the raid" on "denied any role"
        part = next((each for each in children(above, "dobj") if each.lemma_ in _PARTS and each.i < prep.i), above)
    if part.lemma_ in _PARTS and part.dep_ == "dobj" and part.head.lemma_ in _HAVING:
        if any(each.tag_ in ("WDT", "WP") for each in part.lefts):
            return None  # "what part Sundal played in it is not known"
        return _laid(part.head, denied=_is_none(part) or part.head.lemma_ in _DENYING)
    if above.lemma_ == "do" and prep.lower_ == "with":
        nothing = next((each for each in (above.head, *above.head.children) if each.lower_ in _TO_DO_WITH), None)
        verb = above.head if above.head.lemma_ == "have" else above.head.head
        if nothing is not None and verb.lemma_ == "have":
            return _laid(verb, denied=nothing.lower_ == "nothing")
    return None


def _finite(word: Token) -> Token:
    """The "was" of "was responsible"; the word itself where it is a verb of its own."""
    return word.head if word.pos_ == "ADJ" and word.dep_ in ("acomp", "attr") else word


def _is_none(noun: Token) -> bool:
    return any(each.lower_ in ("no", "neither") for each in noun.lefts)


def _laid(verb: Token, *, denied: bool) -> Involvement | None:
    named = tuple(
        Place(each.token, f"'{verb.text}' lays it to someone")
        for each in (doers(verb) or [Place(each, "") for each in children(verb, "nsubj", "nsubjpass")])
    )
    if not named:
        return None
    negated = any(each.dep_ == "neg" for each in verb.children)
    return Involvement(verb, named, denied != negated)
