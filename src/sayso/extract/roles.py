"""Who does a deed and who undergoes it, as roles that point at words and at mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.extract.clauses import Place, all_joined, doers, is_passive, objects_of, undergoers
from sayso.extract.found import Found
from sayso.extract.predicates import Predicate, has_to, is_actor, is_place, partitive_core
from sayso.extract.reading import Piece
from sayso.language.plover import names_actor, noun_sense, object_class
from sayso.records.claim import Plover, Role
from sayso.records.document import Span

_AIMS: dict[Plover, tuple[str, ...]] = {
    Plover.ASSAULT: ("on", "upon", "against", "at", "with", "into", "of", "in", "between", "from"),
    Plover.COERCE: ("from", "on", "against", "to", "of", "in", "into", "around", "over", "at"),
    Plover.SANCTION: ("with", "to", "against", "on", "from", "for", "between", "of", "in"),
    Plover.THREATEN: ("against", "to", "with", "on", "in"),
    Plover.MOBILIZE: ("against", "to", "in", "into", "near", "along"),
    Plover.PROTEST: ("against", "at", "over", "in", "outside"),
    Plover.AID: ("to", "for", "of", "in", "with"),
    Plover.SUPPORT: ("for", "of", "to", "with", "behind"),
    Plover.COOPERATE: ("with", "to"),
    Plover.CONSULT: ("with", "to", "between", "of", "in", "at", "on"),
    Plover.AGREE: ("with", "to", "for", "of"),
    Plover.CONCEDE: ("to", "of", "with", "by", "on"),
    Plover.RETREAT: ("to", "on", "from", "with", "of", "in", "against"),
    Plover.REQUEST: ("on", "upon", "to", "of", "from", "for", "with", "by"),
    Plover.ACCUSE: ("against", "of", "by", "into", "on", "to", "with", "for", "in"),
    Plover.REJECT: ("of", "from", "by", "with", "to", "on", "for"),
    Plover.OFFICE: ("of", "by"),
    Plover.MOVE: ("to", "from", "into", "in"),
}
_WITH_WHOLE_OBJECT = frozenset(
    {
        Plover.ASSAULT,
        Plover.COERCE,
        Plover.RETREAT,
        Plover.OFFICE,
        Plover.MOVE,
        Plover.SUPPORT,
        Plover.REJECT,
        Plover.MOBILIZE,
    }
)
# What these nouns belong to is what they are done to: "his abduction".
_SUFFERED_MODES = frozenset(
    {
        "killed",
        "executed",
        "assassinated",
        "abducted",
        "overthrown",
        "arrested",
        "released",
        "expelled",
        "deported",
        "appointed",
        "removed",
        "destroyed",
        "beaten",
        "tortured",
        "seized",
        "stormed",
        "occupied",
    }
)


_SEIZES = frozenset({Plover.ASSAULT, Plover.COERCE})
_GIVEN = frozenset({Plover.AID, Plover.SUPPORT, Plover.CONCEDE, Plover.CONSULT})
_REACH_ON = frozenset(
    {
        Plover.AGREE,
        Plover.THREATEN,
        Plover.PROTEST,
        Plover.REQUEST,
        Plover.REJECT,
        Plover.CONCEDE,
        Plover.MOBILIZE,
        Plover.AID,
    }
)


@dataclass(frozen=True, slots=True)
class Sides:
    """Words for those who do and those who undergo a deed."""

    actors: tuple[Place, ...]
    recipients: tuple[Place, ...]


def sides(piece: Piece, found: Found, predicate: Predicate) -> Sides:
    """Find both sides of a deed; either may be empty."""
    if predicate.nominal:
        return _noun_sides(piece, found, predicate.token, predicate)
    if predicate.suffered and predicate.noun is not None:
        return _suffered(piece, found, predicate.token, predicate.noun)
    actors = _acting(piece, found, _spread(doers(predicate.token)))
    if not actors and is_passive(predicate.token):
        actors = _from_means(piece, found, predicate.token)
    recipients = _recipients(piece, found, predicate)
    taken = {each.token.i for each in actors}
    return Sides(tuple(actors), tuple(each for each in recipients if each.token.i not in taken))


def _acting(piece: Piece, found: Found, places: Sequence[Place]) -> list[Place]:
    """Where a deed or a thing is the subject ("the army's airstrike killed"), those who stand behind it act."""
    out: list[Place] = []
    for place in places:
        behind = (
            []
            if is_actor(piece, found, place.token) or not _is_means(place.token)
            else _behind(piece, found, place.token)
        )
        out.extend(behind or [place])
    return out


def _is_means(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return noun_sense(lemma) is not None or any(
        lemma in object_class(name) for name in ("arms", "force", "bomb", "shot")
    )


def _behind(piece: Piece, found: Found, noun: Token) -> list[Place]:
    led = [noun, *(each for each in noun.children if each.dep_ == "acl" and each.tag_ in ("VBN", "VBD"))]
    by = [each for head in led for token in objects_of(head, "by") for each in all_joined(partitive_core(token))]
    named = [Place(each, f"'by' names the actor of the {noun.text}") for each in by if is_actor(piece, found, each)]
    return named or _owners(piece, found, noun, pronouns=True)


def _suffered(piece: Piece, found: Found, verb: Token, noun: Token) -> Sides:
    """For "received backing from Ardesh": the subject undergoes it, "from" or "by" names the actor."""
    actors = [
        Place(each, f"'{prep}' names the actor")
        for head in (noun, verb)
        for prep in ("from", "by")
        for token in objects_of(head, prep)
        for each in all_joined(partitive_core(token))
        if is_actor(piece, found, each)
    ]
    return Sides(tuple(actors or _owners(piece, found, noun)), tuple(_spread(doers(verb))))


def _spread(places: Sequence[Place]) -> list[Place]:
    return [Place(each, place.reason) for place in places for each in all_joined(place.token)]


def _from_means(piece: Piece, found: Found, verb: Token) -> list[Place]:
    """For "killed in an attack by the Brigade": the deed noun knows who did it."""
    for prep in ("in", "by", "during"):
        for noun in objects_of(verb, prep):
            if noun_sense(noun.lemma_.lower(), alone=True) is not None:
                by = [each for token in objects_of(noun, "by") for each in all_joined(token)]
                if by:
                    return [Place(each, f"'by' names the actor of the {noun.text}") for each in by]
    return []


def _recipients(piece: Piece, found: Found, predicate: Predicate) -> list[Place]:
    verb, kind = predicate.token, predicate.sense.plover
    near = _performed_on(piece, found, predicate) if predicate.noun is not None else _near(piece, found, predicate)
    if not near and kind in _REACH_ON:
        near = _beyond(piece, found, verb, kind)
    return near


def _performed_on(piece: Piece, found: Found, predicate: Predicate) -> list[Place]:
    """Whom the deed is done to that a verb performs: "launched an assault *on* Tarsk", "gave *Tarsk* support"."""
    verb, noun, kind = predicate.token, predicate.noun, predicate.sense.plover
    if noun is None:
        return []
    inner = _aimed(piece, found, noun, kind)
    if not inner and kind in _GIVEN:
        given = [each for each in undergoers(verb) if each.token.i != noun.i]
        inner = [each for each in _spread(given) if is_actor(piece, found, each.token)]
    return inner or _aimed(piece, found, verb, kind) or _owners(piece, found, noun)


def _near(piece: Piece, found: Found, predicate: Predicate) -> list[Place]:
    """Whom a verb's deed is done to: its objects, the aims of its prepositions, or those whom its object belongs to."""
    verb, kind, themes = predicate.token, predicate.sense.plover, predicate.sense.themes
    objects = _spread(undergoers(verb))
    if predicate.prep is not None:
        named = [
            Place(each, f"'{predicate.prep}' names the recipient")
            for token in objects_of(verb, predicate.prep)
            for each in all_joined(token)
        ]
        # "drove the rebels into exile": with a party for its object, the preposition only says where to.
        objects = objects if any(is_actor(piece, found, each.token) for each in objects) else named or objects
    if any(partitive_core(each.token).lemma_.lower() in themes for each in undergoers(verb)):
        parties = [each for each in objects if each.reason.startswith("'")]
    else:
        parties = [each for each in objects if partitive_core(each.token).lemma_.lower() not in themes]
    people = [each for each in parties if is_actor(piece, found, each.token) and not _is_deed(each.token)]
    if people:
        return people
    if kind in _SEIZES and any(is_place(piece, found, each.token) for each in parties):
        return parties
    aimed = _aimed(piece, found, verb, kind)
    if aimed and (kind is not Plover.MOVE or not parties):
        return aimed
    for each in objects:
        within = _owners(piece, found, each.token) or _aimed(piece, found, each.token, kind)
        if within:
            return within
    if kind in _WITH_WHOLE_OBJECT:
        return [each for each in parties if each.token.pos_ in ("NOUN", "PROPN", "NUM", "ADJ")]
    return []


def _beyond(piece: Piece, found: Found, verb: Token, kind: Plover, depth: int = 0) -> list[Place]:
    """Those at whom the clause under the verb is aimed: "threatened to shell *Tarsk*"."""
    for child in verb.children:
        if child.i < verb.i or child.dep_ not in ("xcomp", "ccomp", "advcl") or child.pos_ not in ("VERB", "AUX"):
            continue
        if child.dep_ == "advcl" and not (has_to(child) or child.tag_ == "VBG"):
            continue
        for place in _spread(undergoers(child)):
            if is_actor(piece, found, place.token) and not _is_deed(place.token):
                return [Place(place.token, f"whom '{child.text}' is done to")]
        inner = _aimed(piece, found, child, kind)
        for place in [] if inner else undergoers(child):
            inner = inner or _owners(piece, found, place.token) or _aimed(piece, found, place.token, kind)
        if not inner and depth < 2:
            inner = _beyond(piece, found, child, kind, depth + 1)
        if inner:
            return inner
    return []


def _is_deed(token: Token) -> bool:
    return token.pos_ == "NOUN" and noun_sense(token.lemma_.lower(), alone=True) is not None


def _aimed(piece: Piece, found: Found, head: Token, kind: Plover, depth: int = 0) -> list[Place]:
    """Nouns that prepositions of aim tie to ``head``, in the order that suits the type of deed."""
    for prep in _AIMS[kind]:
        for token in objects_of(head, prep):
            core = partitive_core(token)
            if _is_time(core):
                continue
            if is_actor(piece, found, core) or (
                prep in ("on", "against", "in", "into", "at", "to", "around", "of", "from")
                and is_place(piece, found, core)
            ):
                return [Place(each, f"'{prep}' names the recipient") for each in all_joined(core)]
            leading = [] if depth else [each for each in core.children if each.dep_ == "acl" and each.tag_ == "VBG"]
            for each in leading:
                inner = _aimed(piece, found, each, kind, 2)
                if inner:
                    return inner
            if depth < 2 and prep in ("on", "against", "of", "to", "for", "with", "at", "from", "between", "by", "in"):
                inner = _owners(piece, found, core) or _aimed(piece, found, core, kind, depth + 1)
                if inner:
                    return inner
    return []


def _is_time(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME", "CARDINAL", "PERCENT", "MONEY", "ORDINAL")


def _owners(piece: Piece, found: Found, noun: Token, *, pronouns: bool = False) -> list[Place]:
    """Actors that own or qualify a noun: "Velmora's offer", "a Sundal offer"; "its offer" only with ``pronouns``."""
    reason = f"whose {noun.text} it is"
    for child in noun.children:
        if child.dep_ == "poss" and is_actor(piece, found, child) and not _is_time(child):
            return [Place(each, reason) for each in all_joined(child)] if pronouns or child.pos_ != "PRON" else []
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "nmod") and _qualifies(piece, found, child):
            return [Place(each, reason) for each in all_joined(child) if _qualifies(piece, found, each)]
    return []


def _qualifies(piece: Piece, found: Found, word: Token) -> bool:
    if word.ent_type_ in ("NORP", "GPE", "ORG", "PERSON") or found.headed_by(piece, word) is not None:
        return True
    return word.dep_ == "compound" and (
        word.pos_ == "PROPN" or (not word.ent_type_ and names_actor(word.lemma_.lower()))
    )


def _noun_sides(piece: Piece, found: Found, noun: Token, predicate: Predicate) -> Sides:
    kind, mode = predicate.sense.plover, predicate.sense.mode
    by = [
        Place(each, "'by' names the actor")
        for token in objects_of(noun, "by")
        for each in all_joined(token)
        if is_actor(piece, found, token)
    ]
    owners = _owners(piece, found, noun, pronouns=True)
    if kind is Plover.CONSULT or mode == "clashed":
        return _mutual(piece, found, noun, by + owners)
    of = [
        Place(each, f"the {noun.text} 'of' someone")
        for token in objects_of(noun, "of")
        for each in all_joined(partitive_core(token))
        if _someone(piece, found, partitive_core(token))
    ]
    if kind in (Plover.RETREAT, Plover.PROTEST, Plover.MOVE) and mode not in _SUFFERED_MODES:
        return Sides(tuple(by or owners or of), tuple(_aimed_but_of(piece, found, noun, kind)))
    aimed = _aimed_but_of(piece, found, noun, kind)
    if mode in _SUFFERED_MODES and owners and not of and not aimed:
        return Sides(tuple(by), tuple(owners))
    recipients = aimed or of
    if owners and not recipients and owners[0].token.dep_ == "compound" and _is_target(owners[0].token):
        return Sides(tuple(by), tuple(owners))
    return Sides(tuple(by or owners), tuple(recipients))


def _is_target(word: Token) -> bool:
    """Places come before the deed done to them: "parliament assault", "embassy bombing"."""
    return word.pos_ == "NOUN" and word.lemma_.lower() in object_class("place")


def _mutual(piece: Piece, found: Found, noun: Token, known: list[Place]) -> Sides:
    between = [
        Place(each, "'between' names both sides")
        for prep in ("between", "among", "of")
        for token in objects_of(noun, prep)
        for each in all_joined(token)
        if is_actor(piece, found, token)
    ]
    others = [
        Place(each, "'with' names the other side")
        for prep in ("with", "against")
        for token in objects_of(noun, prep)
        for each in all_joined(token)
        if is_actor(piece, found, token)
    ]
    return Sides(tuple(known or between), tuple(others))


def _aimed_but_of(piece: Piece, found: Found, noun: Token, kind: Plover) -> list[Place]:
    for prep in ("on", "against", "at", "upon", "into", "to", "from"):
        for token in objects_of(noun, prep):
            core = partitive_core(token)
            if not _is_time(core) and _someone(piece, found, core):
                return [Place(each, f"'{prep}' names the recipient") for each in all_joined(core)]
    return []


def _someone(piece: Piece, found: Found, token: Token) -> bool:
    return is_actor(piece, found, token) or is_place(piece, found, token)


def role_of(text: str, piece: Piece, found: Found, name: str, place: Place) -> Role:
    """A role over the noun phrase headed by the word, with its mention if one was found. ``text`` is the edition's."""
    core = partitive_core(place.token)
    mention = found.headed_by(piece, core) or (found.over(piece, core) if core.pos_ == "PROPN" else None)
    span = phrase(piece, core)
    if mention is not None:
        span = Span(min(span.start, mention.span.start), max(span.end, mention.span.end))
    return Role(name, mention.id if mention is not None else None, span, span.of(text), place.reason)


def phrase(piece: Piece, head: Token) -> Span:
    """Where a noun phrase stands: the noun with what stands before it, and an "of" phrase after it; no clauses."""
    first, last = head, head
    for child in head.lefts:
        if child.dep_ in ("det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "predet"):
            first = min(first, child.left_edge, key=lambda each: each.i)
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "of" and child.right_edge.i - head.i <= 6:
            last = child.right_edge
    return Span(piece.span(first).start, piece.span(last).end)
