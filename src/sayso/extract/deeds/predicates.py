"""Words that name a deed: verbs in the sense their objects give them, deed nouns, and verbs that perform those."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.extract.deeds.idle_verbs import does_nothing
from sayso.extract.deeds.parties import is_actor, is_place, partitive_core
from sayso.extract.deeds.settling import death_of, settled
from sayso.extract.deeds.verdicts import contested, guilt
from sayso.extract.found import Found
from sayso.extract.parse.attempts import TRIES
from sayso.extract.parse.clause_words import goes_along
from sayso.extract.parse.clauses import (
    all_joined,
    children,
    doers,
    has_to,
    is_broken_passive,
    is_naming,
    is_stray,
    objects_of,
    undergoers,
)
from sayso.extract.parse.explosives import GOING_OFF, blows_himself_up, goes_off
from sayso.extract.parse.parsed import Doc, Token
from sayso.extract.parse.reading import Piece
from sayso.language.plover import (
    HOSTILE,
    Objects,
    Sense,
    called_off,
    eventive_nouns,
    is_idiom,
    is_undoing,
    knows_verb,
    light_sense,
    noun_sense,
    object_class,
    particles_of,
    undone_object,
    verb_sense,
)
from sayso.records.actor import MentionForm, MentionKind
from sayso.records.claim import Plover

_COMPANIONS = ("prt", "advmod", "dobj", "oprd", "acomp", "xcomp", "mark", "npadvmod", "ccomp")
TELLING = frozenset({"declare", "announce", "proclaim", "report"})
"""Verbs that tell of a deed, or do it by the telling: "announced the arrest", "declared victory", "declared war"."""

_TOLD = frozenset(
    {"killed", "executed", "assassinated", "died", "abducted", "arrested", "seized", "occupied", "released"}
    | {"overthrown"}
)
_STRIKING = frozenset(
    ["air", "aerial", "drone", "missile", "rocket", "artillery", "military", "bombing", "precision", "naval", "cruise"]
)
_DEADLY = frozenset({"killed", "executed", "died"})
_PRINTED = frozenset({"press", "news", "media", "video", "music", "album"})
_OUT_OF = frozenset({"from", "into", "to"})
_GOING = ("returned", "fled", "left", "arrived")
_COMPLEMENT = ("acomp", "oprd", "xcomp", "ccomp")
_SEEMING = frozenset({"feel", "seem", "look", "appear", "sound"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """One word that names a deed.

    ``noun`` is the deed noun that a verb performs ("launched an *assault*"); ``prep`` the preposition whose object
    stands as the verb's own ("called *for*"). ``suffered`` where the subject undergoes the noun ("received aid").
    ``named`` is the noun that carries the sense of a verb that says little ("struck a *deal*").
    """

    token: Token
    sense: Sense
    noun: Token | None = None
    prep: str | None = None
    particle: Token | None = None
    suffered: bool = False
    named: Token | None = None

    @property
    def nominal(self) -> bool:
        """Whether a noun by itself names the deed."""
        return self.token.pos_ not in ("VERB", "AUX", "ADJ")


def find_predicates(piece: Piece, found: Found) -> list[Predicate]:
    """All words in a paragraph that name a deed, in order; a noun that a verb performs is not named again."""
    out: list[Predicate] = []
    performed: set[int] = set()
    for token in piece.doc:
        predicate = _verb(piece, found, token) if _may_predicate(token) else None
        if predicate is not None:
            out.append(predicate)
            performed.update(each.i for each in (predicate.noun, predicate.named) if each is not None)
    out.extend(_nouns(piece.doc, performed))
    return sorted(out, key=lambda each: each.token.i)


def _is_of_any(token: Token) -> bool:
    """For "any vessel entering the waters", "whoever crosses": of nobody in particular is nothing told."""
    if token.dep_ not in ("acl", "relcl") or has_to(token):
        return False
    return token.head.lower_ in ("anyone", "whoever", "anybody", "everyone") or any(
        each.dep_ == "det" and each.lower_ in ("any", "every", "each") for each in token.head.children
    )


def _may_predicate(token: Token) -> bool:
    if _is_of_any(token):
        return False
    if token.tag_ == "VBN" and token.dep_ in _COMPLEMENT and token.head.lemma_ in _SEEMING and not has_to(token):
        return False  # "they felt threatened" tells how they felt
    if token.pos_ == "VERB":
        if token.dep_ in ("amod", "compound"):
            return is_stray(token) or is_broken_passive(token)
        return bool(token.dep_ != "aux")
    return bool(token.pos_ == "ADJ" and token.dep_ in ("acomp", "oprd", "ROOT", "attr"))


def _nouns(doc: Doc, performed: set[int]) -> Iterable[Predicate]:
    for token in doc:
        if token.pos_ != "NOUN" or token.i in performed or token.dep_ in ("compound", "nmod", "amod"):
            continue
        if any(each.lower_ in _PRINTED for each in children(token, "compound")):
            continue  # "a press release"
        if _is_said_of_this(token):
            continue
        sense = noun_sense(token.lemma_.lower(), alone=True) or _bidding(token)
        if sense is not None:
            yield Predicate(token, sense)
        elif (tried := _tried(token)) is not None and not (tried.named is not None and tried.named.i in performed):
            yield tried


def _is_said_of_this(noun: Token) -> bool:
    """For "this is not an attack": of whatever was just said or done, and no word on an attack told elsewhere."""
    be = noun.head
    if noun.dep_ != "attr" or be.lemma_ != "be" or not any(each.dep_ == "neg" for each in be.children):
        return False
    return any(each.lower_ in ("this", "that", "it") for each in children(be, "nsubj"))


def _tried(noun: Token) -> Predicate | None:
    """What a noun for a try is at: "the coup attempt", "an assassination plot", "an attempt on his life"."""
    lemma = noun.lemma_.lower()
    if lemma not in TRIES and lemma != "plot":
        return None
    for word in reversed(children(noun, "compound")):
        sense = noun_sense(word.lemma_.lower(), alone=True)
        if sense is not None and sense.plover in HOSTILE:
            return Predicate(noun, sense, named=word)
    lives = (each for prep in ("on", "against") for each in objects_of(noun, prep) if each.lemma_.lower() == "life")
    life = next(lives, None)
    return Predicate(noun, Sense(Plover.ASSAULT, "assassinated"), named=life) if life is not None else None


def _bidding(noun: Token) -> Sense | None:
    """For "at the request of Sundal", "a request by Sundal", "on Sundal's orders": somebody asked for it."""
    if noun.lemma_.lower() not in object_class("bidding"):
        return None
    prep = noun.head if noun.dep_ == "pobj" else None
    asked = objects_of(noun, "by") or (
        prep is not None
        and prep.lower_ in ("at", "on", "upon", "under")
        and (objects_of(noun, "of") or objects_of(noun, "from") or any(each.dep_ == "poss" for each in noun.children))
    )
    return Sense(Plover.REQUEST, "ordered" if noun.lemma_.lower() == "order" else None) if asked else None


def _verb(piece: Piece, found: Found, token: Token) -> Predicate | None:
    lemma = token.lemma_.lower()
    if lemma in GOING_OFF and (goes_off(token) or blows_himself_up(token)):
        beside = next(iter(children(token, "prt")), None)
        return Predicate(token, Sense(Plover.ASSAULT, "bombed"), particle=beside)
    known = knows_verb(lemma) or lemma in particles_of() or lemma in object_class("ridding") or lemma == "fall"
    if not known or _is_in_name(piece, found, token):
        return None
    if does_nothing(token, lemma):
        return None
    if lemma == "fall":
        return _fallen(piece, found, token)
    if (judged := guilt(token)) is not None:
        return Predicate(token, judged[0], particle=judged[1])
    return _by_what_stands_beside(piece, found, token, lemma)


def _by_what_stands_beside(piece: Piece, found: Found, token: Token, lemma: str) -> Predicate | None:
    """The sense of a verb by its particle, its preposition or its objects."""
    ridden = ridden_of(token)
    if ridden is not None:
        freed = any(is_actor(piece, found, each) for each in ridden[1])
        return Predicate(token, Sense(Plover.ASSAULT, "cleansed")) if freed else None
    objects = [place.token for place in undergoers(token)]
    tries: list[tuple[str, str | None, Token | None, list[Token]]] = []
    for rest, prep, particle in _rests(token, particles_of().get(lemma, frozenset())):
        aims = (
            [
                each
                for child in children(token, "prep", "dative", "agent")
                if child.lower_ == prep
                for each in children(child, "pobj")
            ]
            if prep
            else objects
        )
        tries.append((f"{lemma}+{rest}", prep, particle, aims or objects))
    tries.append((lemma, None, None, objects))
    for key, prep, particle, aims in tries:
        if is_idiom(key) and not (prep and objects):  # "hold on" is one, "held him on suspicion" is not
            return None
        beside = _beside(piece, found, token, aims)
        particular = verb_sense(key, beside, particular=True)
        if particular is not None:
            return Predicate(token, particular, prep=prep, particle=particle, named=_carrier(token, particular, aims))
        performed = None if is_naming(token) else _performed(key, _part_of(token, particle) or aims)
        if performed is not None:
            suffered = "undergo" in light_sense(key)
            return Predicate(token, performed[0], performed[1], prep=prep, particle=particle, suffered=suffered)
        general = verb_sense(key, beside)
        if prep in _OUT_OF and objects and (general is None or general.mode == "brought"):
            general = verb_sense(key, _beside(piece, found, token, objects))  # "forced people from their homes"
        if general is not None and not (prep and general.mode in _GOING and children(token, "dobj")):
            beside_it = objects if general.mode == "brought" else aims
            deadly = general.mode in _DEADLY
            left = death_of(general, token) if deadly else settled(piece, found, general, token, beside_it)
            left = contested(token, left) if left is not None else None
            return Predicate(token, left, prep=prep, particle=particle) if left is not None else None
    return None


def _fallen(piece: Piece, found: Found, verb: Token) -> Predicate | None:
    """For "Tarsk fell to the rebels": they took it."""
    taken = any(is_actor(piece, found, each) for each in objects_of(verb, "to"))
    place = any(is_place(piece, found, each.token) for each in doers(verb)) or _is_taken_by_force(piece, found, verb)
    return Predicate(verb, Sense(Plover.COERCE, "occupied"), prep="to", suffered=True) if taken and place else None


def _is_taken_by_force(piece: Piece, found: Found, verb: Token) -> bool:
    """For "Velmora fell to the rebels", where nothing else shows that what bears the name is a town."""
    fallen = [each.token for each in doers(verb)]
    mentions = [found.headed_by(piece, each) for each in fallen]
    unknown = all(each is None or each.kind is not MentionKind.PERSON for each in mentions)
    takers = [each.lemma_.lower() for each in objects_of(verb, "to")]
    armed = any(each in object_class("troops") or each in object_class("armed") for each in takers)
    return bool(fallen) and unknown and armed and all(each.pos_ == "PROPN" for each in fallen)


def _part_of(verb: Token, particle: Token | None) -> list[Token]:
    """What somebody "took part *in*"."""
    if particle is None or particle.lower_ != "part":
        return []
    return [*objects_of(verb, "in"), *objects_of(particle, "in")]


def ridden_of(verb: Token) -> tuple[Token, list[Token]] | None:
    """For "rid the capital of rebels": the capital and the rebels."""
    if verb.lemma_.lower() not in object_class("ridding"):
        return None
    for freed in undergoers(verb):
        of = objects_of(verb, "of") or objects_of(freed.token, "of")
        if of and freed.reason == "direct object":
            return freed.token, [each for token in of for each in all_joined(partitive_core(token))]
    return None


def _carrier(verb: Token, sense: Sense, objects: list[Token]) -> Token | None:
    """The object that says what is done where the verb says little: the "deal" of "struck a deal"."""
    if verb.lemma_.lower() not in object_class("bland"):
        return None
    for each in (partitive_core(joined) for token in objects for joined in all_joined(token)):
        lemma = each.lemma_.lower()
        if lemma in sense.themes and lemma in eventive_nouns():
            return each
    return None


def _is_in_name(piece: Piece, found: Found, token: Token) -> bool:
    mention = found.over(piece, token)
    return mention is not None and mention.form is MentionForm.NAME


def _rests(token: Token, known: frozenset[str]) -> list[tuple[str, str | None, Token | None]]:
    """Listed companions that stand beside the verb, longest first: (companion, preposition, particle token)."""
    if not known:
        return []
    out: list[tuple[str, str | None, Token | None]] = []
    for child in token.children:
        word = child.lower_
        if child.dep_ in ("prep", "dative", "agent") and not goes_along(child):
            if word in known and not (word == "in" and children(token, "dobj") and children(child, "pobj")):
                out.append((word, word, child))
            for inner in child.children:
                longer = f"{word}+{inner.lower_}"
                if inner.dep_ in ("pobj", "prep") and longer in known:
                    out.append((longer, None, child))
        elif child.dep_ in _COMPANIONS and word in known:
            out.append((word, None, child))
        elif child.dep_ == "dobj" and "from" in known:  # "forced people from their homes"
            out.extend(("from", "from", each) for each in children(child, "prep") if each.lower_ == "from")
        if child.dep_ == "dobj":  # "relieved the commander, Odeh, of his duties"
            named = ((prep, noun) for prep in children(child, "prep") for noun in children(prep, "pobj"))
            told = ((f"{prep.lower_}+{noun.lower_}", prep) for prep, noun in named)
            out.extend((longer, None, prep) for longer, prep in told if longer in known)
    return sorted(out, key=lambda each: -each[0].count("+"))


def _beside(piece: Piece, found: Found, verb: Token, objects: list[Token]) -> Objects:
    joined = [each for token in objects for each in all_joined(partitive_core(token))]
    return Objects(
        lemmas=frozenset(lemma for each in joined for lemma in object_lemmas(each)),
        actor=any(is_actor(piece, found, each) for each in joined),
        place=any(is_place(piece, found, each) for each in joined),
        clause=any(child.dep_ in ("xcomp", "ccomp") for child in verb.children),
        to=any(child.dep_ in ("xcomp", "ccomp", "advcl") and has_to(child) for child in verb.rights),
    )


def object_lemmas(token: Token) -> Iterable[str]:
    """The lemmas an object answers to: its own, those before it, and what a measure holds ("tons *of grain*")."""
    if not is_from_the_air(token):
        yield token.lemma_.lower()
        yield token.lower_
        if token.tag_ == "NNPS":
            yield token.lower_.removesuffix("s")  # "200 Marines"
    for child in token.children:
        if child.dep_ in ("compound", "nmod"):
            yield child.lemma_.lower()
        elif child.dep_ == "prep" and child.lower_ == "of" and token.lemma_.lower() in object_class("measure"):
            for pobj in children(child, "pobj"):
                yield from object_lemmas(pobj)


def is_from_the_air(noun: Token) -> bool:
    """Whether a strike is one of arms: "air strikes" stop no work."""
    lemma = noun.lemma_.lower()
    return lemma == "strike" and any(each.lower_ in _STRIKING for each in children(noun, "compound", "amod", "nmod"))


def _is_called(sense: Sense) -> bool:
    """Whether to call it is to bring it about: a strike, a meeting, a truce."""
    return sense.plover in (Plover.PROTEST, Plover.CONSULT) or sense.mode in ("ceasefire", "attacked")


def _performed(verb: str, objects: list[Token]) -> tuple[Sense, Token] | None:
    sorts = light_sense(verb)
    if not sorts:
        return None
    for noun in (each for token in objects for each in all_joined(token)):
        core = noun if noun_sense(noun.lemma_.lower()) is not None else partitive_core(noun)
        if noun.lemma_.lower() in object_class("carrier"):
            before = [each for each in children(noun, "compound") if noun_sense(each.lemma_.lower()) is not None]
            core = before[-1] if before else core
        sense = noun_sense(core.lemma_.lower()) or noun_sense(core.lower_)
        if (
            sense is not None
            and verb in TELLING
            and sense.mode in _TOLD
            and noun_sense(core.lemma_.lower(), alone=True)
        ):
            continue  # who announces an arrest need not have made it
        if sense is not None and verb == "call" and not _is_called(sense):
            continue  # "called the resignation a beginning"
        if sense is not None and "undo" in sorts:
            sense = called_off(sense)
        if is_undoing(noun.lemma_.lower()):
            ended = (undone_object(pobj.lemma_.lower()) for prep in ("of", "in") for pobj in objects_of(noun, prep))
            sense, core = next((each for each in ended if each is not None), sense), noun
        if sense is not None and sense.mode == "defeated" and "undergo" in sorts:
            continue
        if core.lemma_.lower() in object_class("aimed") and not any(
            objects_of(core, each) for each in ("against", "on", "over")
        ):
            continue
        if sense is not None:
            return sense, core
    return None
