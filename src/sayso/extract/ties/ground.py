"""Who holds ground by how it changes hands: "X captured Y", "Y fell to X", "X was driven out of Y"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.parse.clauses import all_joined, children, doers, objects_of, undergoers
from sayso.extract.parse.parsed import Token
from sayso.extract.ties.drafts import TieDraft, listed
from sayso.language import numbers
from sayso.language.plover import object_class
from sayso.records.claim import TieKind

_TAKING = frozenset(numbers.listed("capture seize retake recapture reconquer conquer overrun take"))
_DRIVING = frozenset(numbers.listed("drive push rout dislodge flush clear oust"))
_CHANGING = _TAKING | _DRIVING | {"fall", "liberate"}


def by_taking(sentence: list[Token]) -> Iterator[TieDraft]:
    """Who holds a place from when it was taken, and who held it until then."""
    for verb in sentence:
        if verb.lemma_ not in _CHANGING or verb.pos_ != "VERB":
            continue
        takers, losers, ground = _hands(verb)
        for place in ground:
            for each in takers:
                if each != place:
                    yield TieDraft(TieKind.CONTROLS, each, place, verb, f"“{verb.text}” it", turn="start")
            for each in losers:
                if each != place:
                    why = f"“{verb.text}” from whoever held it"
                    yield TieDraft(TieKind.CONTROLS, each, place, verb, why, former=True, turn="end")


def _hands(verb: Token) -> tuple[list[Token], list[Token], list[Token]]:
    """Who takes, who loses, and what."""
    undergoing = [each for found in undergoers(verb) for each in all_joined(found.token)]
    doing = [each for found in doers(verb) for each in listed(found.token)]
    if verb.lemma_ == "fall":
        return [each for found in objects_of(verb, "to") for each in all_joined(found)], [], doing
    # "retook the town of Tarsk from X": the parser hangs the "from" on any of the three.
    heads = [verb, *undergoing, *(found for each in undergoing for found in objects_of(each, "of"))]
    left = [each for head in heads for found in objects_of(head, "from") for each in all_joined(found)]
    if verb.lemma_ in _DRIVING:
        return [], undergoing, left + _out_of(verb)
    if verb.lemma_ == "take" and (children(verb, "prt") or any(objects_of(verb, prep) for prep in ("to", "into"))):
        return [], [], []
    return ([] if verb.lemma_ == "liberate" else doing), left, undergoing


def _out_of(verb: Token) -> list[Token]:
    """What somebody is driven "out of"."""
    out = [child for child in verb.children if child.lower_ == "out"]
    places = [*objects_of(verb, "of"), *(found for each in out for found in objects_of(each, "of"))]
    return [each for found in places if out for each in all_joined(found)]


def takes_ground(verb: Token) -> bool:
    """For "took Tarsk from the rebels"; "took shelter from a mob" and "took nobody from the town" are no fight."""
    taken = [each.token for each in undergoers(verb)]
    return any(each.pos_ == "PROPN" or each.lemma_.lower() in object_class("place") for each in taken)
