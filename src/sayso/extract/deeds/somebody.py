"""Whether a deed has somebody in it: who can act, who can be killed, and what stands where a name says."""

from __future__ import annotations

from sayso.extract.deeds.parties import is_actor, is_land, is_site
from sayso.extract.deeds.predicates import Predicate
from sayso.extract.deeds.sides import OF_PERSONS, Sides
from sayso.extract.found import Found
from sayso.extract.parse.clauses import children
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.language.plover import object_class
from sayso.records.actor import MentionKind
from sayso.records.claim import Plover

_FATAL = OF_PERSONS - {"wounded", "beaten", "deported"}


def may_have_been(verb: Token) -> bool:
    """For "a protester may have been killed": nobody means to, somebody thinks that it happened."""
    helping = {each.lower_ for each in children(verb, "aux")}
    return "have" in helping and bool(helping & {"may", "might", "must"})


def is_somebody(piece: Piece, found: Found, token: Token) -> bool:
    """An actor that is more than a pronoun nobody is known to stand behind."""
    if not is_actor(piece, found, token):
        return False
    if token.pos_ != "PRON" or token.tag_ == "PRP$":
        return True
    mention = found.headed_by(piece, token)
    return token.lower_ not in ("i", "we", "us", "you", "it") or (mention is not None and mention.chain != mention.id)


def is_named(token: Token) -> bool:
    """Whether the words of a noun phrase hold a name."""
    return any(each.pos_ == "PROPN" or each.ent_type_ for each in token.subtree)


def is_struck(piece: Piece, found: Found, predicate: Predicate, both: Sides) -> bool:
    """For "an air strike on the market in Tarsk": an attack on what is nobody, but stands where a name says."""
    if not predicate.nominal or predicate.sense.plover is not Plover.ASSAULT:
        return False
    return any(is_site(piece, found, each.token) and is_named(each.token) for each in both.recipients)


def only_someone(piece: Piece, found: Found, both: Sides, mode: str | None) -> Sides:
    """Actors must be able to act; things may undergo, but no place is killed or abducted."""
    actors = tuple(
        each
        for each in both.actors
        if is_actor(piece, found, each.token) and (each.token.lower_ != "it" or is_somebody(piece, found, each.token))
    )
    whom = tuple(each for each in both.recipients if not (mode in _FATAL and _is_ground(piece, found, each.token)))
    return Sides(actors, whom)


def _is_ground(piece: Piece, found: Found, token: Token) -> bool:
    mention = found.headed_by(piece, token)
    known = mention is not None and mention.kind is MentionKind.PLACE
    return (known or token.lemma_.lower() in object_class("place")) and is_land(piece, found, token)
