"""Whom a deed is aimed at where its own object does not say: "threatened to strike unless *Sundal* withdraws"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sayso.extract.deeds.drafts import DeedDraft
from sayso.extract.deeds.parties import is_actor
from sayso.extract.deeds.predicates import Predicate
from sayso.extract.deeds.sides import aimed_at, behind, is_deed, owners_of
from sayso.extract.found import Found
from sayso.extract.parse.clauses import Place, all_joined, children, doers, objects_of, undergoers
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.language.plover import noun_sense
from sayso.records.claim import Plover

_UNLESS = frozenset({"unless", "if", "until"})
_LETS = frozenset({"allow", "let", "permit"})
_IN_FACE_OF = frozenset({"defiance", "protest", "opposition", "anger", "fury"})
_DEPTH = 4
_UNDER = ("xcomp", "ccomp", "advcl")


def addressees(piece: Piece, found: Found, predicate: Predicate) -> list[Place]:
    """Those a deed without recipients is aimed at by the words around it; empty where none say so."""
    verb, kind = predicate.token, predicate.sense.plover
    if kind in (Plover.THREATEN, Plover.MOBILIZE, Plover.PROTEST):
        against = _against(piece, found, verb)
        if against:
            return against
    if predicate.sense.mode == "burned":  # "set fire to the offices of the Guard"
        return [each for to in objects_of(verb, "to") for each in _burned(piece, found, to)]
    if kind is Plover.THREATEN:
        return _on_condition(piece, found, verb) or _of_whose_doing(piece, found, verb)
    if kind is Plover.PROTEST:
        return _in_face_of(piece, found, verb)
    return []


def with_addressees(protest: DeedDraft, drafts: Mapping[int, DeedDraft]) -> DeedDraft:
    """A protest against nobody named, with those whom its demand or its blame is put to."""
    if any(role.role == "recipient" for role in protest.roles):
        return protest
    own = {role.span for role in protest.roles}
    for _, draft in sorted(drafts.items()):
        if draft.sense.plover not in (Plover.REQUEST, Plover.ACCUSE) or not _is_voiced_by(protest.token, draft.token):
            continue
        put_to = tuple(each for each in draft.roles if each.role == "recipient" and each.span not in own)
        if put_to:
            return replace(protest, roles=(*protest.roles, *put_to))
    return protest


def _is_voiced_by(protest: Token, demand: Token) -> bool:
    """Whether a demand is what a protest is for: "marched to demand ...", "rioted after a rally calling for ..."."""
    node = demand
    for _ in range(_DEPTH):
        if node.head is protest:
            return node.dep_ in (*_UNDER, "prep")
        node = node.head
        sense = noun_sense(node.lemma_.lower()) if node.pos_ == "NOUN" else None
        if node.pos_ != "ADP" and node.lower_ != "following" and (sense is None or sense.plover is not Plover.PROTEST):
            return False
    return False


def _burned(piece: Piece, found: Found, thing: Token) -> list[Place]:
    owners = [each for each in objects_of(thing, "of") if is_actor(piece, found, each)]
    if is_actor(piece, found, thing) or not owners:
        return [Place(each, "'to' names the recipient") for each in all_joined(thing)]
    return [Place(each, f"whose {thing.text} it is") for each in owners]


def let_do(verb: Token) -> list[Token]:
    """For "refused to allow their planes to land": those who are let do something by the clause under the verb."""
    lets = [each for each in children(verb, "xcomp", "ccomp") if each.lemma_ in _LETS]
    return [who for each in lets for clause in children(each, "ccomp", "xcomp") for who in children(clause, "nsubj")]


def _against(piece: Piece, found: Found, verb: Token) -> list[Place]:
    """For "mobilized reservists for a war against Sundal": whom the nouns under the verb are against."""
    for noun in _nouns_under(verb):
        for token in objects_of(noun, "against"):
            if is_actor(piece, found, token):
                return [Place(each, "'against' names the recipient") for each in all_joined(token)]
    return []


def _nouns_under(head: Token, depth: int = 0) -> Iterator[Token]:
    for child in head.children:
        if child.i < head.i or depth > 2:
            continue
        if child.dep_ == "dobj" or (child.dep_ == "pobj" and head.dep_ == "prep"):
            yield child
            yield from _nouns_under(child, depth + 1)
        elif child.dep_ == "prep":
            yield from _nouns_under(child, depth)


def _on_condition(piece: Piece, found: Found, verb: Token) -> list[Place]:
    """Whose doing a threat hangs on: "threatened to strike unless Sundal withdraws"."""
    own = {each.token.lower_ for each in doers(verb)}
    nodes = [verb, *(each for each in verb.children if each.dep_ in _UNDER)]
    for clause in (each for node in nodes for each in node.children if each.dep_ == "advcl" and each.i > verb.i):
        if not any(each.dep_ == "mark" and each.lower_ in _UNLESS for each in clause.children):
            continue
        for who in children(clause, "nsubj"):
            if who.pos_ in ("PROPN", "NOUN") and who.lower_ not in own and is_actor(piece, found, who):
                return [Place(each, "on whose doing the threat hangs") for each in all_joined(who)]
    return []


def _of_whose_doing(piece: Piece, found: Found, verb: Token) -> list[Place]:
    """Whose deed will not be borne: "warned that police will no longer tolerate rallies by the Guard"."""
    for clause in (each for each in verb.children if each.dep_ in _UNDER and each.i > verb.i):
        for place in undergoers(clause):
            doing = behind(piece, found, place.token) if is_deed(place.token) else []
            if doing:
                return doing
    return []


def _in_face_of(piece: Piece, found: Found, verb: Token) -> list[Place]:
    """For "marched in defiance of the government"."""
    for noun in objects_of(verb, "in"):
        if noun.lemma_.lower() not in _IN_FACE_OF:
            continue
        for prep in ("of", "at", "against", "over", "to"):
            for token in objects_of(noun, prep):
                if is_actor(piece, found, token):
                    return [Place(each, f"'{noun.text} {prep}' names the recipient") for each in all_joined(token)]
                owned = owners_of(piece, found, token) or aimed_at(piece, found, token, Plover.PROTEST)
                if owned:
                    return owned
    return []
