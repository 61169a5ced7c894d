"""Who does and who undergoes a deed that a noun names: "the assault on Tarsk by the Guard", "his abduction"."""

from __future__ import annotations

from sayso.extract.deeds.parties import is_actor, is_place, partitive_core
from sayso.extract.deeds.predicates import Predicate
from sayso.extract.deeds.sides import Sides, is_setting, is_someone, is_target, is_time, owners_of
from sayso.extract.found import Found
from sayso.extract.parse.clauses import Place, all_joined, children, doers, is_passive, objects_of
from sayso.extract.parse.involvement import involvement
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.extract.parse.standing import standing
from sayso.language.plover import object_class
from sayso.records.claim import Plover, Polarity

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
        "died",
    }
)
_CREDIT = frozenset({"responsibility", "credit"})
_TAKING = frozenset({"claim", "take", "accept", "admit"})


def noun_sides(piece: Piece, found: Found, noun: Token, predicate: Predicate) -> Sides:
    """Both sides of the deed that ``noun`` names, from its owner, its prepositions and the words before it."""
    both = _sides(piece, found, noun, predicate)
    undergoing = tuple(each for each in both.recipients if not is_setting(piece, found, predicate, each))
    return Sides(both.actors, undergoing)


def _sides(piece: Piece, found: Found, noun: Token, predicate: Predicate) -> Sides:
    kind, mode = predicate.sense.plover, predicate.sense.mode
    by = [
        Place(each, "'by' names the actor")
        for token in objects_of(noun, "by")
        for each in all_joined(token)
        if is_actor(piece, found, token)
    ]
    by = by or _claiming(piece, found, noun) or _involved(piece, found, noun)
    owners = owners_of(piece, found, noun, pronouns=True)
    if predicate.named is not None:
        whose = [each for each in owners if each.token.dep_ == "poss" or not is_place(piece, found, each.token)]
        return _tried(piece, found, predicate, by or whose)  # "the Korvania coup bid" is not Korvania's
    if kind is Plover.REQUEST and noun.lemma_.lower() in object_class("bidding"):
        return _bidden(piece, found, noun, by or owners)
    if kind is Plover.CONSULT or mode == "clashed":
        sided = [each for each in owners if each.token.dep_ == "poss" or not is_place(piece, found, each.token)]
        if mode == "clashed" and sided and sided[0].token.dep_ == "compound" and objects_of(noun, "between"):
            sided = []  # "the Tarsk clashes between the army and the rebels"
        return _mutual(piece, found, noun, by + (sided if mode == "clashed" else owners))
    of = [
        Place(each, f"the {noun.text} 'of' someone")
        for token in objects_of(noun, "of")
        for each in all_joined(partitive_core(token))
        if is_someone(piece, found, partitive_core(token))
    ]
    if kind in (Plover.RETREAT, Plover.PROTEST, Plover.MOVE) and mode not in _SUFFERED_MODES:
        return Sides(tuple(by or owners or of), tuple(_aimed_but_of(piece, found, noun, kind)))
    aimed = _aimed_but_of(piece, found, noun, kind)
    of = of or _shared_of(piece, found, noun)
    if mode in ("occupied", "stormed") and owners and owners[0].token.pos_ == "PRON":
        return Sides(tuple(by or owners), tuple(aimed or of))  # "his takeover"
    if mode in _SUFFERED_MODES and owners and not of and not aimed:
        return Sides(tuple(by), tuple(owners))
    if kind is Plover.MOBILIZE and owners and owners[0].token.lemma_.lower() in object_class("troops"):
        return Sides(tuple(by), tuple(Place(each.token, _named_after(noun)) for each in owners))  # "marine deployment"
    recipients = of or aimed if mode in _SUFFERED_MODES else aimed or of  # "the killing of villagers at the mission"
    targets = [each for each in children(noun, "compound") if is_target(each)] if not (owners or recipients) else []
    if targets:
        return Sides(tuple(by), (Place(targets[-1], _named_after(noun)),))
    return Sides(tuple(by or owners), tuple(recipients))


def _named_after(noun: Token) -> str:
    return f"what the {noun.text} is named after"


def _claiming(piece: Piece, found: Found, noun: Token) -> list[Place]:
    """Who did it by his own word: "claimed responsibility for the attack"."""
    share = noun.head.head
    if noun.dep_ != "pobj" or share.lemma_ not in _CREDIT or share.dep_ != "dobj" or share.head.lemma_ not in _TAKING:
        return []
    if standing(share.head)[0] is Polarity.NO:
        return []  # "No group has claimed responsibility"
    named = (each.token for each in doers(share.head))
    return [Place(each, f"claims {share.text} for it") for each in named if is_actor(piece, found, each)]


def _involved(piece: Piece, found: Found, noun: Token) -> list[Place]:
    """Who is said to have had a part in it, or to have had none: "the Guard was behind the raid"."""
    laid = involvement(noun)
    return [each for each in laid.doers if is_actor(piece, found, each.token)] if laid is not None else []


def _tried(piece: Piece, found: Found, predicate: Predicate, trying: list[Place]) -> Sides:
    """Who tries and at whom: "the Guard's attempt on his life", "escaped a coup attempt by officers"."""
    noun, named = predicate.token, predicate.named
    on = owners_of(piece, found, named, pronouns=True) if named is not None and named.dep_ == "pobj" else []
    aimed = on or _aimed_but_of(piece, found, noun, predicate.sense.plover)
    if not aimed and noun.dep_ == "dobj" and noun.head.lemma_ in ("survive", "escape"):
        aimed = [Place(each.token, f"who '{noun.head.text}' it") for each in doers(noun.head)]
    return Sides(tuple(trying), tuple(aimed))


def _bidden(piece: Piece, found: Found, noun: Token, asking: list[Place]) -> Sides:
    """Who asks, and of whom: the one who then does it, "Sundal sent ships at the request of Ardesh"."""
    named = asking or [
        Place(each, f"'{prep}' names who makes the {noun.text}")
        for prep in ("of", "from")
        for token in objects_of(noun, prep)
        for each in all_joined(partitive_core(token))
        if is_actor(piece, found, each)
    ]
    verb = noun.head.head if noun.dep_ == "pobj" else noun
    obeys = verb.pos_ == "VERB" and not is_passive(verb)
    doing = [Place(each.token, f"does it at the {noun.text}") for each in doers(verb)] if obeys else []
    taken = {each.token.i for each in named}
    asked = tuple(each for each in doing if each.token.i not in taken and is_actor(piece, found, each.token))
    return Sides(tuple(named), asked if named else ())


def _shared_of(piece: Piece, found: Found, noun: Token) -> list[Place]:
    """What joined nouns are of together: "the overthrow and killing of the president"."""
    last = next((each for each in noun.children if each.dep_ == "conj" and each.pos_ == "NOUN"), None)
    if last is None and noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        last = noun.head  # the parse may hang the "of" on the first
    if last is None or any(each.dep_ in ("prep", "poss") for each in noun.children):
        return []
    return [
        Place(each, f"the {noun.text} 'of' someone")
        for token in objects_of(last, "of")
        if token.i > noun.i
        for each in all_joined(partitive_core(token))
        if is_someone(piece, found, partitive_core(token))
    ]


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
            if not is_time(core) and is_someone(piece, found, core):
                return [Place(each, f"'{prep}' names the recipient") for each in all_joined(core)]
            owners = owners_of(piece, found, core)
            if owners:
                return owners
    return []
