"""A tie in the making: two words of one sentence, the tie between them, and the word that states it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.extract.parse.clauses import all_joined, children
from sayso.extract.parse.parsed import Token
from sayso.records.claim import TieKind

_FORMER = frozenset(
    ["former", "ex", "ex-", "erstwhile", "late", "previous", "onetime", "one-time", "then", "ousted", "deposed"]
)
_FORMERLY = frozenset({"formerly", "previously", "once", "originally"})
_SUPPOSED = frozenset({"alleged", "suspected", "supposed", "purported", "presumed", "reputed", "rumoured", "rumored"})
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_NAMING = ("compound", "nmod", "amod", "appos", "poss")


@dataclass(frozen=True, slots=True)
class TieDraft:
    """A tie from ``a`` to ``b`` that the word ``cue`` states.

    ``nested`` is set where the wording says more than a name does, so that one party may be printed inside the
    other: "Sundal" in "the Sundal-backed council", where ``hyphened`` is set too. ``owned`` is set for a bare
    possessive: "Odeh's forces". ``standing`` is the word whose clause says how far it is so, where that is not the cue.
    ``denied`` is set where the wording says that the tie does not hold. ``turn`` is set where it tells of the tie's
    ``start`` or ``end``, whatever the verb by itself tells.
    """

    tie: TieKind
    a: Token
    b: Token
    cue: Token
    reason: str
    former: bool = False
    nested: bool = False
    hyphened: bool = False
    owned: bool = False
    standing: Token | None = None
    denied: bool = False
    turn: str | None = None


def listed(token: Token) -> list[Token]:
    """The noun with all that it is joined to, also where the parser takes the second name of a list for an aside."""
    found = all_joined(token)
    for aside in children(token, "appos"):
        if aside.pos_ == "PROPN" and any(each.dep_ == "conj" and each.pos_ == "PROPN" for each in aside.children):
            found.extend(each for each in all_joined(aside) if each not in found)
    return found


def is_former(noun: Token) -> bool:
    """Whether the noun is said to hold no more: "a former member", "ex-leader", "the then minister"."""
    return former_word(noun) is not None


def former_word(noun: Token) -> Token | None:
    """The word that puts the noun in the past, before it or before the name it belongs to."""
    above = noun.head.lefts if noun.dep_ in _NAMING and noun.i < noun.head.i else ()
    for child in (*noun.lefts, *(each for each in above if each.i < noun.i)):
        if child.lower_ in _FORMER or (child.lower_ in _FORMERLY and noun.dep_ == "appos"):
            return child
    before = noun.nbor(-2) if noun.i >= 2 and noun.nbor(-1).text == "-" else None
    return before if before is not None and before.lower_ in _FORMER else None


def is_supposed(noun: Token) -> bool:
    """Whether the noun is only said to hold: "an alleged member", "a suspected leader"."""
    return any(child.lower_ in _SUPPOSED for child in noun.lefts)


def is_formerly(word: Token) -> bool:
    """Whether an adverb puts the word in the past for good: "once led", "previously loyal", "no longer", "used to"."""
    if any(child.lower_ in _FORMERLY for child in word.children if child.dep_ == "advmod" and child.i < word.i + 2):
        return True
    if word.dep_ == "xcomp" and word.head.lower_ == "used":
        return True
    near = word.doc[max(0, word.i - 4) : word.i + 1].text.lower()
    behind = word.doc[word.i + 1 : word.i + 3].text.lower() if word.i + 1 < len(word.doc) else ""
    return "no longer " in near or behind == "no longer" or behind.startswith(("any more", "anymore"))


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if token.lower_ not in _RELATIVE or token.tag_ not in ("WP", "WDT", "WP$", "IN"):
        return token
    node = token
    for _ in range(6):
        if node.dep_ in ("relcl", "acl") and node.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return node.head
        if node.head == node:
            return token
        node = node.head
    return token
