"""Who does a deed and who undergoes it, as roles that point at words and at mentions."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.extract.deeds.addressees import addressees, let_do
from sayso.extract.deeds.blasts import is_accident, is_blast, is_suicide_bombing, struck
from sayso.extract.deeds.deaths import deceased, is_death
from sayso.extract.deeds.nominals import noun_sides
from sayso.extract.deeds.parties import is_actor, is_place, partitive_core
from sayso.extract.deeds.predicates import Predicate, object_lemmas, ridden_of
from sayso.extract.deeds.sides import (
    LOOSE,
    Sides,
    acting,
    aimed_at,
    behind,
    is_deed,
    is_setting,
    is_time,
    owners_of,
    spread,
)
from sayso.extract.found import Found
from sayso.extract.parse.clauses import Place, all_joined, children, doers, has_to, is_passive, objects_of, undergoers
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.language.plover import HOSTILE, noun_sense, object_class
from sayso.records.claim import Plover

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
_SEIZES = frozenset({Plover.ASSAULT, Plover.COERCE})
_COMMANDS = frozenset({"order", "command", "decree", "authorize", "authorise", "instruct"})
_ASKS = frozenset({Plover.REQUEST, Plover.CONCEDE})
_SENDS = frozenset({"send", "deploy", "dispatch", "mobilize", "mobilise", "withdraw", "pull"})
_STRONG = frozenset({"post", "garrison", "silo", "store", "club", "shelter"})
_GIVEN = frozenset({Plover.AID, Plover.SUPPORT, Plover.CONCEDE, Plover.CONSULT})
_REACH_ON = frozenset(
    {
        Plover.AGREE,
        Plover.THREATEN,
        Plover.PROTEST,
        Plover.REQUEST,
        Plover.REJECT,
        Plover.CONCEDE,
        Plover.AID,
    }
)


def sides(piece: Piece, found: Found, predicate: Predicate) -> Sides:
    """Find both sides of a deed; either may be empty."""
    if predicate.nominal:
        return noun_sides(piece, found, predicate.token, predicate)
    if is_death(predicate):
        return deceased(predicate.token)
    if is_blast(predicate):
        return struck(piece, found, predicate.token)
    if predicate.suffered and predicate.noun is not None:
        return _suffered(piece, found, predicate.token, predicate.noun)
    if predicate.suffered and predicate.prep == "to":  # "Tarsk fell to the rebels"
        taking = [Place(each, "to whom it fell") for to in objects_of(predicate.token, "to") for each in all_joined(to)]
        taken_from = tuple(Place(each.token, "what fell") for each in spread(doers(predicate.token)))
        return Sides(tuple(taking), taken_from)
    actors = [] if is_accident(predicate) else acting(piece, found, spread(doers(predicate.token)))
    if is_suicide_bombing(predicate):
        return Sides(tuple(actors), struck(piece, found, predicate.token).recipients)
    if not actors and is_passive(predicate.token):
        actors = _from_means(piece, found, predicate.token)
    recipients = [
        each
        for each in _recipients(piece, found, predicate)
        if not is_setting(piece, found, predicate, each) and not _is_afterthought(each.token)
    ] or addressees(piece, found, predicate)
    if not actors and predicate.sense.themes and is_passive(predicate.token):  # "200 marines were deployed to a base"
        sent = [each for each in spread(undergoers(predicate.token)) if is_actor(piece, found, each.token)]
        recipients = [*sent, *(each for each in recipients if not sent or is_actor(piece, found, each.token))]
    taken = {each.token.i for each in actors}
    return Sides(tuple(actors), tuple(each for each in recipients if each.token.i not in taken))


def _is_afterthought(noun: Token) -> bool:
    """Whether a second object stands behind a comma: who is named so says or sums up what was told before."""
    if noun.dep_ != "dobj" or noun.left_edge.i == 0 or noun.left_edge.nbor(-1).text != ",":
        return False
    return any(each.dep_ == "dobj" and each.i < noun.i for each in noun.head.children)


def _suffered(piece: Piece, found: Found, verb: Token, noun: Token) -> Sides:
    """For "received backing from Ardesh": the subject undergoes it, "from" or "by" names the actor."""
    noun = noun.head if noun.dep_ == "compound" else noun  # "survived a murder attempt by gunmen"
    actors = [
        Place(each, f"'{prep}' names the actor")
        for head in (noun, verb)
        for prep in ("from", "by")
        for token in objects_of(head, prep)
        for each in all_joined(partitive_core(token))
        if is_actor(piece, found, each)
    ]
    return Sides(tuple(actors or owners_of(piece, found, noun)), tuple(spread(doers(verb))))


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
    noun = noun.head if noun.dep_ == "compound" else noun
    if predicate.sense.mode == "defeated":
        return [
            Place(each, "'over' names the recipient") for over in objects_of(noun, "over") for each in all_joined(over)
        ]
    if kind is Plover.RETREAT:  # "speeded up the withdrawal of forces from Tarsk"
        heads = (noun, *objects_of(noun, "of"), verb)
        left = [each for head in heads for token in objects_of(head, "from") for each in all_joined(token)]
        left = [each for each in left if not is_time(each)]
        if left:
            return [Place(each, "'from' names the recipient") for each in left]
    inner = aimed_at(piece, found, noun, kind)
    if not inner and kind in _GIVEN:
        given = [each for each in undergoers(verb) if each.token.i != noun.i]
        inner = [each for each in spread(given) if is_actor(piece, found, each.token)]
    beside = inner or aimed_at(piece, found, verb, kind)
    if not beside and kind is Plover.ACCUSE:  # "filed a police complaint" complains of nobody in the police
        return [each for each in owners_of(piece, found, noun) if each.token.pos_ == "PROPN"]
    return beside or owners_of(piece, found, noun)


def _near(piece: Piece, found: Found, predicate: Predicate) -> list[Place]:
    """Whom a verb's deed is done to: its objects, the aims of its prepositions, or those whom its object belongs to."""
    verb, kind = predicate.token, predicate.sense.plover
    if predicate.sense.mode == "suspended":
        return []
    ridden = ridden_of(verb)
    if ridden is not None:
        return [Place(each, f"whom '{ridden[0].text}' is rid of") for each in ridden[1]]
    objects = spread(undergoers(verb))
    named_by_prep = False
    if predicate.prep is not None:
        named = [
            Place(each, f"'{predicate.prep}' names the recipient")
            for token in objects_of(verb, predicate.prep)
            for each in all_joined(token)
            if not is_time(each)
        ]
        # "drove the rebels into exile": with a party for its object, the preposition only says where to.
        # "withdrew its troops from Tarsk": what is withdrawn is the doer's own.
        own = object_class("troops") if kind is Plover.RETREAT else frozenset[str]()
        others = (each for each in objects if not own.intersection(object_lemmas(partitive_core(each.token))))
        named_by_prep = bool(named) and not any(is_actor(piece, found, each.token) for each in others)
        objects = named if named_by_prep else objects
    parties = objects if named_by_prep else spread(_without_themes(predicate, undergoers(verb)))
    people = [each for each in parties if is_actor(piece, found, each.token) and not is_deed(each.token)]
    if people and is_deed(parties[0].token) and people[0].token.head is parties[0].token:
        # "demanded the removal of the premier and his party"
        return [*aimed_at(piece, found, parties[0].token, kind), *people]
    if people:
        takes = kind in _SEIZES
        return [each for each in parties if each in people or (takes and is_place(piece, found, each.token))]
    if kind in _SEIZES and any(is_place(piece, found, each.token) or _is_post(each.token) for each in parties):
        return parties
    aimed = _aimed(piece, found, predicate, parties)
    if aimed and not aimed[0].reason.startswith(LOOSE) and (kind is not Plover.MOVE or not parties):
        return aimed
    through = _through(piece, found, predicate, objects)
    if through is not None:
        return through
    if aimed and (kind is not Plover.MOVE or not parties):
        return aimed
    if kind is Plover.COERCE and (
        doing := [who for each in parties for who in _whose_protest(piece, found, each.token)]
    ):
        return doing
    if kind in _WITH_WHOLE_OBJECT:
        return [each for each in parties if each.token.pos_ in ("NOUN", "PROPN", "NUM", "ADJ")]
    return []


def _whose_protest(piece: Piece, found: Found, noun: Token) -> list[Place]:
    """For "banned a rally by the Guard": those who hold it."""
    sense = noun_sense(noun.lemma_.lower())
    return behind(piece, found, noun) if sense is not None and sense.plover is Plover.PROTEST else []


def _is_post(noun: Token) -> bool:
    """For "stormed the customs post at Tarsk": the post is stormed, not the town."""
    alone = not children(noun, "compound", "amod", "nmod", "prep")
    return noun.lemma_ in object_class("struck") or (noun.lemma_ in _STRONG and not alone)


def _through(piece: Piece, found: Found, predicate: Predicate, objects: Sequence[Place]) -> list[Place] | None:
    """Those at whom an object is aimed, or whose it is; ``None`` where no object tells."""
    verb, kind = predicate.token, predicate.sense.plover
    for each in objects:
        if kind is Plover.ACCUSE and _harms(each.token):  # who did it is blamed for it, not who underwent it
            sense = noun_sense(each.token.lemma_.lower())
            done = noun_sides(piece, found, each.token, Predicate(each.token, sense)) if sense is not None else None
            if done is not None and (done.actors or done.recipients):
                return list(done.actors)
        if kind is Plover.REQUEST and verb.lemma_ in _COMMANDS and _harms(each.token):
            continue  # who is to be killed is not who is told to kill him
        aims = aimed_at(piece, found, each.token, kind)
        if kind is Plover.MOVE and aims and aims[0].reason.startswith(LOOSE):
            continue  # "fleeing poverty in the north": nobody flees to it
        at_someone = bool(aims) and aims[0].reason.startswith(("'on'", "'against'", "'upon'"))
        moves = kind in (Plover.MOBILIZE, Plover.MOVE)  # "left Korvan waters"
        his = predicate.sense.mode == "investigated"  # "searched his house in Tarsk"
        owners = [] if at_someone or moves else owners_of(piece, found, each.token, pronouns=his)
        if owners or aims:
            return owners or aims
    return None


def _harms(noun: Token) -> bool:
    sense = noun_sense(noun.lemma_.lower())
    return noun.lemma_.lower() == "death" or (sense is not None and sense.plover in HOSTILE)


def _aimed(piece: Piece, found: Found, predicate: Predicate, parties: Sequence[Place]) -> list[Place]:
    kind = predicate.sense.plover
    aimed = aimed_at(piece, found, predicate.token, kind)
    if kind in _SEIZES and parties and aimed and aimed[0].reason.startswith("'in'"):
        return []  # "took over power in Tarsk": the power was taken
    if not aimed and predicate.particle is not None and kind is Plover.MOVE:
        return aimed_at(piece, found, predicate.particle, kind)
    return aimed


def _without_themes(predicate: Predicate, places: Sequence[Place]) -> list[Place]:
    """Objects that may be a party; what is joined to a theme goes with it: "sent weapons and advisers"."""
    themes = predicate.sense.themes
    return [
        each
        for each in places
        if each.token != predicate.particle
        and not (themes and themes.intersection(object_lemmas(partitive_core(each.token))))
    ]


def _beyond(piece: Piece, found: Found, verb: Token, kind: Plover, depth: int = 0) -> list[Place]:
    """Those at whom the clause under the verb is aimed: "threatened to shell *Tarsk*"."""
    let = [each for each in let_do(verb) if kind is Plover.REJECT and is_actor(piece, found, each)]
    if let:
        return [Place(each, "whom it is not to be let do") for each in let]
    for child in verb.children:
        if child.i < verb.i or child.dep_ not in ("xcomp", "ccomp", "advcl") or child.pos_ not in ("VERB", "AUX"):
            continue
        if child.dep_ == "advcl" and not (has_to(child) or child.tag_ == "VBG"):
            continue
        if kind is Plover.AGREE and (ridden_of(child) is not None or not _goes_on(child)):
            continue  # what is promised to a land is not promised to those it is to be rid of
        if kind in _ASKS and is_passive(child):
            continue  # "ordered that ships be bombed": nobody says to whom
        asked = children(child, "nsubj") if kind in _ASKS else []
        for place in [*(Place(each, f"whom '{verb.text}' is put to") for each in asked), *spread(undergoers(child))]:
            if is_actor(piece, found, place.token) and not is_undertaking(place.token) and not _is_sent(place.token):
                return [place]
        inner = aimed_at(piece, found, child, kind)
        for place in [] if inner else undergoers(child):
            loose = kind is Plover.AGREE  # "agreed to draw up a list of officials" is no promise to them
            own = [] if loose else owners_of(piece, found, place.token)
            aims = aimed_at(piece, found, place.token, kind)
            inner = inner or own or [each for each in aims if not (loose and each.reason.startswith(LOOSE))]
        if not inner and depth < 2:
            inner = _beyond(piece, found, child, kind, depth + 1)
        if inner:
            return inner
    return []


def _goes_on(clause: Token) -> bool:
    """Whether a clause has no subject of its own: what they agree to do, not what they agree may be done."""
    return not children(clause, "nsubj", "nsubjpass")


def _is_sent(noun: Token) -> bool:
    """For "threatened to send a force": it is no threat to those who are sent."""
    return noun.dep_ == "dobj" and noun.head.lemma_ in _SENDS and noun.lemma_.lower() in object_class("troops")


def is_undertaking(noun: Token) -> bool:
    """Whether a noun names what is done rather than who does it: "an attack", "a naval mission"."""
    return is_deed(noun) or noun.lemma_.lower() in object_class("carrier")
