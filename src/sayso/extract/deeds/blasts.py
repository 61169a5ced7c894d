"""Explosions, told by the explosive or by who died of his own, and accidents: what nobody else is said to have done."""

from __future__ import annotations

from sayso.extract.deeds.parties import is_actor, is_place, partitive_core
from sayso.extract.deeds.predicates import Predicate
from sayso.extract.deeds.sides import Sides, is_time
from sayso.extract.found import Found
from sayso.extract.parse.clauses import Place, all_joined, children, objects_of
from sayso.extract.parse.explosives import GOING_OFF, blows_himself_up, goes_off
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.language.plover import object_class
from sayso.records.actor import MentionForm, MentionKind

_HARMED = frozenset({"killed", "wounded"})
_ACCIDENTS = frozenset(
    {"crash", "capsize", "sink", "collapse", "overturn", "derail", "collide", "plunge", "burn", "fall"}
)
_IN = ("through", "into", "across", "at", "inside", "in", "on", "under", "beneath", "aboard")
_BESIDE = ("outside", "near", "beside", "behind")


def is_blast(predicate: Predicate) -> bool:
    """Whether a verb tells of an explosion by the explosive alone."""
    return not predicate.nominal and predicate.token.lemma_ in GOING_OFF and goes_off(predicate.token)


def is_suicide_bombing(predicate: Predicate) -> bool:
    """Whether a verb tells that somebody blew himself up."""
    return not predicate.nominal and predicate.token.lemma_ in GOING_OFF and blows_himself_up(predicate.token)


def is_accident(predicate: Predicate) -> bool:
    """For "a helicopter crashed, killing five": what crashed did not kill them, nor did anybody that is named."""
    verb = predicate.token
    harmed = predicate.sense.mode in _HARMED and verb.tag_ == "VBG" and verb.dep_ == "advcl"
    return harmed and verb.head.lemma_ in _ACCIDENTS


def lemma_of_blast(verb: Token) -> str:
    """What a heading calls it: a bombing where a bomb is told of, or else an explosion, which may be an accident."""
    by_itself = any(each.lemma_.lower() in ("blast", "explosion") for each in children(verb, "nsubj"))
    return "explode" if by_itself else "bomb"


def words_of_blast(predicate: Predicate) -> list[Token]:
    """What exploded: nobody who did it, but the words would say nothing without it."""
    return children(predicate.token, "nsubj") if is_blast(predicate) else []


def struck(piece: Piece, found: Found, verb: Token) -> Sides:
    """What the explosion was in, or right beside; a town or a country is where it was."""
    shaken = [each for each in children(verb, "dobj") if not each.lower_.endswith(("self", "selves"))]
    by_prep = ((prep, noun) for prep in (*_IN, *_BESIDE) for noun in objects_of(verb, prep))
    for prep, noun in [("", each) for each in shaken] or by_prep:
        nouns = [each for each in all_joined(partitive_core(noun)) if _can_be_struck(piece, found, each)]
        if nouns:
            reason = f"'{prep}' names the recipient" if prep in _BESIDE else "where it went off"
            return Sides((), tuple(Place(each, reason) for each in nouns))
    return Sides((), ())


def _can_be_struck(piece: Piece, found: Found, noun: Token) -> bool:
    if is_time(noun) or _is_area(piece, found, noun):
        return False
    return is_place(piece, found, noun) or is_actor(piece, found, noun) or noun.lemma_.lower() in object_class("struck")


def _is_area(piece: Piece, found: Found, noun: Token) -> bool:
    mention = found.headed_by(piece, noun)
    named = mention is not None and mention.form is MentionForm.NAME
    return named and mention is not None and mention.kind in (MentionKind.PLACE, MentionKind.COUNTRY)
