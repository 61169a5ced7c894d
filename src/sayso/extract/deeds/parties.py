"""Which nouns can be a party to a deed: those who act, and places that can be entered or held."""

from __future__ import annotations

from sayso.extract.found import Found
from sayso.extract.mentions.actor_words import place_nouns
from sayso.extract.parse.clauses import children
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.language.plover import names_actor, noun_sense, object_class
from sayso.records.actor import MentionKind

_ACTOR_ENTITIES = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_NOBODY = frozenset({"one", "nobody", "none"})
_PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
_PERSONAL = frozenset(
    {"he", "him", "she", "her", "they", "them", "we", "us", "i", "me", "who", "whom", "it", "his", "their"}
)


def partitive_core(token: Token) -> Token:
    """What is counted: the "diplomats" of "a group of diplomats"; the token itself for other nouns."""
    if {token.lemma_.lower(), token.lower_} & object_class("partitive") or token.pos_ in ("NUM", "DET"):
        for prep in token.children:
            if prep.dep_ == "prep" and prep.lower_ == "of":
                for pobj in children(prep, "pobj"):
                    return pobj
    return token


def is_actor(piece: Piece, found: Found, token: Token) -> bool:
    """Whether the noun can act: a name, a personal pronoun, or a common noun for persons or bodies of them."""
    token = partitive_core(token)
    if token.lower_ == "media" and any(each.lower_ == "social" for each in token.lefts):
        return False
    mention = found.headed_by(piece, token)
    if mention is not None:
        return mention.kind is not MentionKind.PLACE or token.ent_type_ == "GPE" or _acts(token)
    if token.pos_ == "PRON":
        if token.lower_ == "those":  # "beat those who had fallen"
            return any(each.lower_ == "who" for clause in children(token, "relcl") for each in clause.lefts)
        return token.lower_ in _PERSONAL or (token.lower_ in _NOBODY and token.head.lemma_ in object_class("bodily"))
    if token.pos_ == "NUM":
        return is_headcount(token)
    if token.lower_ == "force" and not token.children:
        return False  # "the use of force"
    if token.lower_ == "commission" and _is_of_deed(token):
        return False  # "ordered the commission of murder"
    if token.pos_ in ("NOUN", "ADJ") and not token.ent_type_:
        return names_actor(token.lemma_.lower()) or names_actor(token.lower_) or _has_acting_part(token)
    if token.ent_type_ in _ACTOR_ENTITIES:
        return True
    if token.ent_type_:
        return names_actor(token.lemma_.lower()) or names_actor(token.lower_)
    if token.is_sent_start and noun_sense(token.lower_) is not None:
        return False  # "Gunfire hit the hospital"
    return bool(token.pos_ == "PROPN" and token.text[:1].isupper())


def _is_of_deed(noun: Token) -> bool:
    deeds = (each for prep in children(noun, "prep") if prep.lower_ == "of" for each in children(prep, "pobj"))
    return any(each.lemma_.lower() in ("crime", "offence") or noun_sense(each.lemma_.lower()) for each in deeds)


def _acts(town: Token) -> bool:
    """For "Velmora blamed the rebels", "accused by Velmora": a capital that does something is its government."""
    if town.pos_ != "PROPN":
        return False
    active = town.dep_ == "nsubj" and not any(each.dep_ == "auxpass" for each in town.head.children)
    return (active and town.head.pos_ == "VERB") or (town.dep_ == "pobj" and town.head.dep_ == "agent")


def is_headcount(number: Token) -> bool:
    """Whether a number stands for so many people: "ten killed in Velmora", "two people were killed and 55 wounded"."""
    if number.ent_type_ not in ("", "CARDINAL"):
        return False
    verbs = [child for child in number.children if child.dep_ in ("acl", "amod")]
    if number.dep_ in ("nsubj", "nsubjpass", "dobj", "conj"):
        verbs.extend([number.head, *children(number.head, "xcomp")])
    return any(verb.lemma_.lower() in object_class("bodily") for verb in verbs)


def _has_acting_part(token: Token) -> bool:
    _, dash, last = token.lower_.rpartition("-")
    return bool(dash) and names_actor(last)


def is_place(piece: Piece, found: Found, token: Token) -> bool:
    """Whether the noun is somewhere: a place name, or a common noun for a place one can enter or hold."""
    mention = found.headed_by(piece, token)
    if mention is not None and mention.kind in (MentionKind.PLACE, MentionKind.COUNTRY):
        return True
    return token.ent_type_ in _PLACE_ENTITIES or token.lemma_.lower() in object_class("place")


def is_land(piece: Piece, found: Found, token: Token) -> bool:
    """Whether the noun is a place and neither a person nor a body, as far as is known."""
    mention = found.headed_by(piece, token)
    if mention is not None:
        return mention.kind in (MentionKind.PLACE, MentionKind.COUNTRY)
    return token.ent_type_ in _PLACE_ENTITIES or token.lemma_.lower() in object_class("place")


def is_site(piece: Piece, found: Found, token: Token) -> bool:
    """Whether it is a building or a post: an attack on a town or an area says no more than where it was."""
    return is_place(piece, found, token) and place_nouns().get(token.lower_) not in ("settlement", "land", "water")
