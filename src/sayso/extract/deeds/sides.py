"""Words for the parties to a deed: whom prepositions aim it at, whom things belong to, who stands behind a means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.extract.deeds.parties import is_actor, is_headcount, is_place, partitive_core
from sayso.extract.deeds.predicates import Predicate
from sayso.extract.found import Found
from sayso.extract.mentions.actor_words import known_actors
from sayso.extract.parse.clause_words import goes_along
from sayso.extract.parse.clauses import Place, all_joined, children, doers, objects_of
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.extract.parse.standing import standing
from sayso.language.lexicon import table
from sayso.language.numbers import listed, read
from sayso.language.plover import names_actor, noun_sense, object_class
from sayso.records.actor import MentionForm, MentionKind
from sayso.records.claim import Plover, Polarity, Status

_AIMS: dict[Plover, tuple[str, ...]] = {
    Plover.ASSAULT: ("on", "upon", "against", "at", "with", "into", "of", "in", "between"),
    Plover.COERCE: ("from", "on", "against", "to", "of", "in", "into", "around", "over", "at", "for"),
    Plover.SANCTION: ("with", "to", "against", "on", "from", "for", "between", "of", "in"),
    Plover.THREATEN: ("against", "to", "with", "on", "in"),
    Plover.MOBILIZE: ("against", "to", "in", "into", "near", "along"),
    Plover.PROTEST: ("against", "over", "at", "in"),
    Plover.AID: ("to", "for", "of", "in", "with"),
    Plover.SUPPORT: ("to", "for", "of", "with", "behind"),
    Plover.COOPERATE: ("with", "to"),
    Plover.CONSULT: ("with", "to", "between", "among", "in", "at"),
    Plover.AGREE: ("with", "to", "for", "of"),
    Plover.CONCEDE: ("to", "of", "with", "by", "on"),
    Plover.RETREAT: ("to", "on", "from", "with", "against", "of"),
    Plover.REQUEST: ("on", "upon", "to", "of", "from", "for", "with", "by", "in"),
    Plover.ACCUSE: ("against", "of", "by", "into", "on", "to", "with", "for", "in"),
    Plover.REJECT: ("of", "from", "by", "with", "to", "on", "for"),
    Plover.OFFICE: ("of", "by"),
    Plover.MOVE: ("to", "from", "into", "in"),
}
_PLACING = frozenset(
    listed(
        "plant lay place fix hide fire throw hurl lob toss drop launch set put detonate attach leave bury trigger send"
    )
)
_FLEEING = frozenset({"evacuee", "refugee", "migrant", "passenger", "tourist", "hostage"})
_CIVIL = (MentionKind.ORGANIZATION, MentionKind.PLACE)
_WHERE = ("in", "at")
_SPOKEN = (Plover.CONSULT, Plover.THREATEN, Plover.AGREE, Plover.REQUEST, Plover.ACCUSE)
LOOSE = ("'in'", "'at'", "'into'", "'of'", "'by'")  # these tie a place to a verb more often than a party


@dataclass(frozen=True, slots=True)
class Sides:
    """Words for those who do and those who undergo a deed."""

    actors: tuple[Place, ...]
    recipients: tuple[Place, ...]


def acting(piece: Piece, found: Found, places: Sequence[Place]) -> list[Place]:
    """Where a deed or a weapon is the subject ("the army's airstrike killed"), those who stand behind it act."""
    out: list[Place] = []
    for place in (_made_known(piece, found, each) for each in places):
        means = _is_means(place.token) and not is_actor(piece, found, place.token)
        out.extend((behind(piece, found, place.token) if means else []) or [place])
    return out


def _made_known(piece: Piece, found: Found, place: Place) -> Place:
    """For "the man who shot the judge was a sergeant of the Guard": the sergeant, where he comes with a name."""
    be = place.token.head
    if place.token.dep_ != "nsubj" or be.lemma_ != "be" or not children(place.token, "relcl"):
        return place
    if any(each.dep_ in ("neg", "aux") and each.lower_ not in ("has", "had", "have") for each in be.children):
        return place
    named = [each for each in children(be, "attr") if is_actor(piece, found, each)]
    known = len(named) == 1 and any(each.pos_ == "PROPN" for each in named[0].subtree)
    return Place(named[0], f"whom “{place.token.text}” is said to be") if known else place


def _is_means(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return noun_sense(lemma) is not None or any(
        lemma in object_class(name) for name in ("arms", "force", "bomb", "shot")
    )


def behind(piece: Piece, found: Found, noun: Token) -> list[Place]:
    """Those after "by" of a deed noun, or whose deed or weapon it is."""
    led = [noun, *(each for each in noun.children if each.dep_ == "acl" and each.tag_ in ("VBN", "VBD"))]
    by = [each for head in led for token in objects_of(head, "by") for each in all_joined(partitive_core(token))]
    named = [Place(each, f"'by' names the actor of the {noun.text}") for each in by if is_actor(piece, found, each)]
    return named or _placed(piece, found, noun) or owners_of(piece, found, noun, pronouns=True)


def _placed(piece: Piece, found: Found, noun: Token) -> list[Place]:
    """Who planted or fired it: "a bomb that X fixed under her car", "the bomb that killed her was planted by X"."""
    verbs = [each for each in children(noun, "acl", "relcl") if each.lemma_ in _PLACING]
    if noun.dep_ == "nsubjpass" and noun.head.lemma_ in _PLACING:
        verbs.append(noun.head)
    told = [verb for verb in verbs if standing(verb) == (Polarity.YES, Status.ACTUAL)]
    by = [each for verb in told for place in doers(verb) for each in all_joined(partitive_core(place.token))]
    return [Place(each, f"who placed the {noun.text}") for each in by if each != noun and is_actor(piece, found, each)]


def spread(places: Sequence[Place]) -> list[Place]:
    """The words and all that are joined to them, with the same reasons; several by their names, where those follow."""
    found: list[Place] = []
    for place in places:
        joined = all_joined(place.token)
        for each in [each for each in joined if each.tag_ == "NNS"]:
            if names := _names_of(each):
                joined = [*(other for other in joined if other not in (each, *names)), *names]
        found.extend(Place(each, place.reason) for each in joined)
    return found


def _names_of(several: Token) -> list[Token]:
    """For "the two leaders, Odeh and Haddad, met": the two, where as many are named as are counted."""
    first = next((each for each in several.rights if each.dep_ in ("appos", "conj") and each.pos_ == "PROPN"), None)
    count = next((each.lower_ for each in several.lefts if each.dep_ == "nummod"), "")
    definite = any(each.lower_ in ("the", "both") or each.dep_ == "poss" for each in several.lefts)
    if first is None or not definite or several.nbor().text != ",":
        return []
    named = all_joined(first)
    told = read([count]) if count else len(named) if first.dep_ == "appos" else 0
    return named if len(named) > 1 and told == len(named) else []


def is_deed(token: Token) -> bool:
    """Whether a noun names a deed by itself."""
    return token.pos_ == "NOUN" and noun_sense(token.lemma_.lower(), alone=True) is not None


def aimed_at(piece: Piece, found: Found, head: Token, kind: Plover, depth: int = 0) -> list[Place]:
    """Nouns that prepositions of aim tie to ``head``, in the order that suits the type of deed."""
    for prep in _AIMS[kind]:
        for token in objects_of(head, prep):
            core = partitive_core(token)
            if is_time(core) or (kind is Plover.PROTEST and is_place(piece, found, core) and prep != "against"):
                continue
            if kind is Plover.ASSAULT and goes_along(token.head):
                continue
            if is_actor(piece, found, core) or (
                prep in ("on", "against", "in", "into", "at", "to", "around", "of", "from")
                and is_place(piece, found, core)
            ):
                return [Place(each, f"'{prep}' names the recipient") for each in all_joined(core)]
            # Who gives the lunch at which they met, or beams the programme in which it was said, is no party.
            for each in [] if depth or (prep in _WHERE and kind in _SPOKEN) else children(core, "acl"):
                inner = (
                    aimed_at(piece, found, each, kind, 2) if each.tag_ == "VBG" else acting(piece, found, doers(each))
                )
                if inner:
                    return inner
            if kind is Plover.ASSAULT and prep == "with":
                continue  # "a strike with the approval of the government" is not aimed at it
            if depth < 2 and prep in ("on", "against", "of", "to", "for", "with", "at", "from", "between", "by", "in"):
                inner = owners_of(piece, found, core) or aimed_at(piece, found, core, kind, depth + 1)
                if inner:
                    return inner
    return []


def is_time(token: Token) -> bool:
    """Whether a noun is a time or a bare number."""
    if token.lemma_.lower() in ("time", "moment", "once"):
        return True
    return token.ent_type_ in ("DATE", "TIME", "PERCENT", "MONEY", "ORDINAL") or (
        token.ent_type_ == "CARDINAL" and not is_headcount(token)
    )


def owners_of(piece: Piece, found: Found, noun: Token, *, pronouns: bool = False) -> list[Place]:
    """Actors that own or qualify a noun: "Velmora's offer", "a Sundal offer"; "its offer" only with ``pronouns``."""
    reason = f"whose {noun.text} it is"
    for child in noun.children:
        if child.dep_ == "poss" and is_actor(piece, found, child) and not is_time(child):
            return [Place(each, reason) for each in all_joined(child)] if pronouns or child.pos_ != "PRON" else []
    attack = noun_sense(noun.lemma_.lower(), alone=True) if noun.pos_ == "NOUN" else None
    armed = attack is not None and attack.plover is Plover.ASSAULT
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "nmod") and _qualifies(piece, found, child):
            if armed and (is_target(child) or _is_scene(piece, found, child)):
                continue
            return [Place(each, reason) for each in all_joined(child) if _qualifies(piece, found, each)]
    return []


def is_target(word: Token) -> bool:
    """Places and the unarmed come before the deed done to them: "parliament assault", "the Assembly attack"."""
    lemma = word.lemma_.lower()
    harmless = lemma in object_class("place") or lemma in _unarmed()
    return (word.pos_ == "NOUN" and harmless) or lemma in object_class("targeted")


@cache
def _unarmed() -> frozenset[str]:
    """Nouns for people who do not attack: "the evacuees bombing" is one of them."""
    counted = {row[0]: row[1].split() for row in table("counted_nouns") if len(row) > 1}
    return frozenset({*counted["civilian"], *counted["child"], *counted["woman"], *_FLEEING})


def _is_scene(piece: Piece, found: Found, word: Token) -> bool:
    """Whether an attack bears a name of which nothing shows that its bearer can fight: "the Ostrel attack"."""
    mention = found.headed_by(piece, word)
    if word.dep_ != "compound" or word.is_upper:
        return False
    if mention is None:
        return word.ent_type_ in ("GPE", "LOC", "FAC", "ORG") and word.text not in known_actors()
    if mention.kind not in _CIVIL:
        return False
    return mention.form is MentionForm.NAME and " " not in mention.name and mention.name not in known_actors()


def _qualifies(piece: Piece, found: Found, word: Token) -> bool:
    if word.ent_type_ in ("NORP", "GPE", "ORG", "PERSON") or found.headed_by(piece, word) is not None:
        return True
    if word.lemma_.lower() in object_class("arms") and word.pos_ == "NOUN":
        return False  # "a drone strike"
    return word.dep_ == "compound" and (
        word.pos_ == "PROPN" or (not word.ent_type_ and names_actor(word.lemma_.lower()) and word.lower_ != "state")
    )


def is_someone(piece: Piece, found: Found, token: Token) -> bool:
    """Whether a deed can be aimed at it: an actor or a place."""
    return is_actor(piece, found, token) or is_place(piece, found, token)


# What only persons undergo: "killed in Tarsk" has Tarsk for a place, whatever the preposition.
OF_PERSONS = frozenset(
    [
        "killed",
        "died",
        "executed",
        "assassinated",
        "abducted",
        "wounded",
        "beaten",
        "tortured",
        "raped",
        "arrested",
        "deported",
    ]
)


def is_setting(piece: Piece, found: Found, predicate: Predicate, place: Place) -> bool:
    """Whether a place named beside the deed is where it was done and no party: "the Tarsk murders"."""
    token = place.token
    mention = found.headed_by(piece, token)
    if predicate.nominal and place.reason.startswith("'at'") and predicate.sense.mode in OF_PERSONS:
        return True  # "the massacre at Wad al-Nora"
    somewhere = token.ent_type_ in ("GPE", "LOC", "FAC") or (
        mention is not None and mention.kind in (MentionKind.PLACE, MentionKind.COUNTRY)
    )
    if not somewhere and not (token.pos_ == "PROPN" and not token.ent_type_):
        return False
    noun = predicate.noun
    carrier = noun.head if noun is not None and noun.dep_ == "compound" else noun  # the "bid" of "a Tarsk coup bid"
    if token.dep_ in ("compound", "amod", "nmod") and token.head in (predicate.token, noun, carrier):
        return predicate.sense.plover in (Plover.ASSAULT, Plover.PROTEST) or predicate.sense.mode in OF_PERSONS
    return somewhere and predicate.sense.mode in OF_PERSONS and place.reason.startswith("'")
