"""Who fights whom by the weapons used: "strikes using jets and artillery against Y", "the use of gas against Y"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.parse.clauses import all_joined, children, doers, objects_of
from sayso.extract.parse.parsed import Token
from sayso.extract.ties.drafts import TieDraft, listed
from sayso.extract.ties.struggles import owners, sides
from sayso.language import numbers
from sayso.records.claim import TieKind

_WEAPONS = frozenset(
    numbers.listed(
        "weapon arm aircraft jet warplane drone helicopter missile rocket artillery mortar bomb ied vehicle tank gun"
        " gas chlorine sarin munition shell mine explosive cannon firepower"
    )
)
_USED = _WEAPONS | {"use"}
_DEPTH = 4


def by_weapons(sentence: list[Token]) -> Iterator[TieDraft]:
    """Who uses weapons, and against whom."""
    for prep in sentence:
        weapon = prep.head
        if prep.lower_ != "against" or weapon.lemma_.lower() not in _USED:
            continue
        foes = [other for found in children(prep, "pobj") for each in all_joined(found) for other in owners(each)]
        for a in _users(weapon) if foes else ():
            for b in foes:
                if a != b:
                    yield TieDraft(TieKind.FIGHTS, a, b, weapon, f"“{weapon.text}” against them")


def _users(weapon: Token) -> list[Token]:
    """The subject of the "using" that the weapon is the object of, or whose "use" of it is told."""
    if weapon.lemma_.lower() == "use":
        of = {each.lemma_.lower() for found in objects_of(weapon, "of") for each in all_joined(found)}
        return sides(weapon) if weapon.pos_ == "NOUN" and of & _WEAPONS else []
    node = weapon
    while node.dep_ == "conj" and node.head.pos_ in ("NOUN", "PROPN"):
        node = node.head
    verb = node.head
    if node.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lemma_ == "use":
        return sides(verb.head)
    if node.dep_ != "dobj" or verb.lemma_ not in ("use", "employ", "deploy"):
        return []
    for _ in range(_DEPTH):
        found = [each for place in doers(verb) for each in listed(place.token)]
        if found or verb.head == verb:
            return found
        if verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN"):
            return sides(verb.head)
        if verb.dep_ not in ("advcl", "conj", "xcomp") or verb.head.pos_ not in ("VERB", "AUX"):
            return []
        verb = verb.head
    return []
