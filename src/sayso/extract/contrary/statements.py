"""What a denial says was not so, in as many words as are needed to hold it against what is told: doing, doer, ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.extract.contrary.words import GENERIC, LIGHT, MINDING, NEGATORS, PARTS, PLACING, STANDING
from sayso.extract.found import Found
from sayso.extract.parse.clauses import children, doers, has_to, is_passive, objects_of
from sayso.extract.parse.cues import cue_nouns
from sayso.extract.parse.parsed import Token, TokenSpan
from sayso.extract.parse.reading import Piece
from sayso.extract.parse.standing import standing
from sayso.language.doings import stem
from sayso.language.plover import noun_sense
from sayso.records.actor import MentionKind
from sayso.records.claim import Status

_ENDS = ("dobj", "pobj", "attr", "dative", "oprd", "nsubjpass")
_OF_PRONOUNS = ("nsubjpass", "dative", "dobj")
_CLAUSES = ("relcl", "advcl", "ccomp", "acl", "parataxis", "csubj")
_NOUNS = ("NOUN", "PROPN")
_MODALS = frozenset(
    {"will", "would", "can", "could", "may", "might", "should", "must", "shall", "wo", "ca", "'ll", "'d"}
)
_OWNING = frozenset({"have", "do", "get", "see"})
_CLIMB = 6
_TIMES = frozenset({"time", "stage", "point", "circumstance", "case", "occasion", "moment", "instance"})
_CALLERS = frozenset({"man", "woman", "person"})
_KNOWING = frozenset({"know", "see"})  # of a person: who never saw him never met him
_GETTING = frozenset({"take", "receive", "get"})  # "has not taken one crown" denies the taking
_DOINGS = (
    "ion",
    "ment",
    "ing",
    "order",
    "complaint",
    "promise",
    "decision",
    "offer",
    "visit",
    "dinner",
    "bribe",
    "oath",
)


@dataclass(frozen=True, slots=True)
class Statement:
    """What is denied: the stems of its doing, who is said not to have done it, and the nouns it is said of.

    ``token`` names the doing, ``cue`` what denies it. ``nobody`` is set where nobody at all is said to have done it.
    ``present`` where it is denied of now, ``lasting`` where a state is told that it would have ended, ``named`` where
    it is denied in so many words ("denied", "ruled out"), ``back`` where only what was said before is, ``part`` where a
    part in it is.
    """

    piece: Piece
    sentence: TokenSpan
    token: Token
    cue: Token
    doing: frozenset[str]
    subject: Token | None
    things: tuple[Token, ...]
    nobody: bool = False
    present: bool = False
    named: bool = False
    back: bool = False
    lasting: bool = False
    part: bool = False


@dataclass(frozen=True, slots=True)
class Sight:
    """A sentence, the paragraph it stands in, and what earlier finders found there."""

    piece: Piece
    found: Found
    sentence: TokenSpan


def verb_denied(at: Sight, word: Token, verb: Token) -> Statement | None:
    """What "not" and "never" deny before a verb: what it tells, or that what it says there was."""
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    attributes = [each for each in children(verb, "attr", "dobj") if each.i > verb.i and each.pos_ in _NOUNS]
    single = next((each for each in attributes if any(c.lower_ in ("single", "one") for c in each.lefts)), None)
    if verb.lemma_ == "be" and children(verb, "expl") and attributes:
        return _of_noun(at, attributes[0], verb, word)
    if single is not None and verb.lemma_ == "have" and objects_of(verb, "from") and not is_doing(single):
        made = clause(at, verb, word, named=True, owned=True)  # "has not had a penny from them": it got none
        return made and replace(made, doing=frozenset({stem("receive")}), named=False)
    if single is not None and verb.lemma_ in LIGHT - _GETTING:
        return _of_noun(at, single, verb, word)
    return clause(at, verb, word)


def noun_denied(at: Sight, word: Token, noun: Token) -> Statement | None:
    """What "no order", "not one voter", "no man of his" denies, by what the noun is to its verb."""
    return _no_such(at, word, noun) or _by_place(at, word, noun)


def _by_place(at: Sight, word: Token, noun: Token) -> Statement | None:
    top = noun
    for _ in range(_CLIMB):
        if top.dep_ in ("pobj", "prep", "conj", "attr") and top.head.pos_ in (*_NOUNS, "ADP", "PRON", "NUM"):
            top = top.head
        else:
            break
    verb = top.head
    cut = next((each for each in children(top, "acl") if each.tag_ in ("VBD", "VBN") and not is_passive(each)), None)
    if cut is not None and (top.head is top or top.dep_ == "ccomp"):
        made = clause(at, cut, word, nobody=True, named=True)  # "no lorries crossed", where the parse has no verb
        return made and replace(made, things=(top, *made.things), named=False)
    if top.dep_ == "prep" and noun.lemma_ in _TIMES:
        return clause(at, verb, word) if verb.pos_ in ("VERB", "AUX") else None
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    if top.dep_ in ("nsubj", "nsubjpass"):
        if verb.lemma_ in LIGHT | {"occur", "happen"} and (is_passive(verb) or verb.lemma_ in ("occur", "happen")):
            return _of_noun(at, noun, verb, word)  # "no order had been given"
        placed = verb.lemma_ == "be" and bool(_placed(verb))
        if verb.lemma_ == "be" and not placed and not children(verb, "attr", "acomp"):
            return _of_noun(at, noun, verb, word)
        if noun.pos_ == "PROPN" and top is noun:
            return clause(at, verb, word)  # "neither Odeh nor Haddad"
        made = clause(at, verb, word, nobody=True)
        own = () if noun.lemma_.lower() in GENERIC or made is None else (noun,)
        return None if made is None else replace(made, things=(*own, *made.things))
    said_of = is_doing(noun) or noun.lemma_ in STANDING or verb.lemma_ == "be"
    if top.dep_ in ("dobj", "attr", "nsubj") and (verb.lemma_ in LIGHT or _is_there(verb)) and said_of:
        return _of_noun(at, noun, verb, word)
    if top.dep_ == "dobj":
        return clause(at, verb, word)
    return None


def _is_there(verb: Token) -> bool:
    """For "there exists no contract"."""
    return verb.lemma_ == "exist" and bool(children(verb, "expl"))


def _no_such(at: Sight, word: Token, noun: Token) -> Statement | None:
    """For "no such order", and for "no part in the raid"."""
    if any(each.lower_ == "such" for each in noun.lefts):
        stems = frozenset({stem(noun.lemma_)})
        return Statement(at.piece, at.sentence, noun, word, stems, None, (), nobody=True, named=True)
    ends = objects_of(noun, "in") if noun.lemma_.lower() in PARTS else []
    return _no_part(at, noun.head, ends[0], word) if ends else None


def _no_part(at: Sight, verb: Token, end: Token, word: Token) -> Statement | None:
    """That somebody had no part in what a noun names: "its men had no part in the killing"."""
    subject = next((each.token for each in doers(verb)), None) if verb.pos_ == "VERB" else None
    if subject is None or end.pos_ != "NOUN" or is_modal(verb):
        return None
    things = tuple(things_of(at, end))
    doing = frozenset({stem(end.lemma_)})
    return Statement(at.piece, at.sentence, end, word, doing, subject, things, named=True, part=True)


def _of_noun(at: Sight, noun: Token, verb: Token, word: Token) -> Statement | None:
    """What is denied with a noun: that there was a massacre, that an order was given."""
    if is_modal(verb) or noun.lemma_.lower() in GENERIC | {"doubt", "evidence", "sign", "need", "reason", "plan"}:
        return None
    adjectives = [each for each in children(noun, "amod") if each.pos_ == "ADJ"]
    bidden = [each for each in children(noun, "acl") if has_to(each)]  # "an order to shoot"
    things = (*bidden, *things_of(at, noun), *(things_of(at, verb, beside=noun)))
    subject = next((each.token for each in doers(verb)), None) if verb.lemma_ != "be" else None
    if is_passive(verb):
        subject = None
    stems = frozenset({stem(noun.lemma_), *(stem(each.lemma_) for each in adjectives if each.lemma_ == "dead")})
    present = verb.tag_ in ("VBZ", "VBP") and not _is_perfect(verb)
    return Statement(
        at.piece, at.sentence, noun, word, stems, subject, tuple(things), nobody=subject is None, present=present
    )


def clause(
    at: Sight, verb: Token, word: Token, *, nobody: bool = False, named: bool = False, owned: bool = False
) -> Statement | None:
    """What a clause says of its verb; None where it only says what somebody thinks, wants or may do.

    What somebody has is no doing, unless ``owned`` says that here it is.
    """
    lemma = verb.lemma_.lower()
    met = lemma in _KNOWING and _of_somebody(at, verb)
    if (lemma in MINDING and not met) or is_modal(verb) or verb.tag_ == "MD" or verb.dep_ == "advcl":
        return None
    if not named and _is_by_the_way(verb):
        return None
    if lemma in LIGHT and lemma != "be":
        carried = [each for each in children(verb, "dobj") if each.pos_ == "NOUN" and each.i > verb.i]
        if len(carried) == 1 and is_doing(carried[0]):
            made = _of_noun(at, carried[0], verb, word)
            return made and replace(made, named=named, present=made.present and not named)
    cleft = _cleft(verb, word)
    if cleft is not None:
        return cleft_of(at, *cleft, word)
    if (lemma == "be" or verb.pos_ == "AUX") and not (lemma == "be" and _placed(verb)):
        again = [each for each in children(verb, "conj") if each.lemma_ == "be" and not children(each, "nsubj")]
        if nobody and again and _placed(again[0]):
            return clause(at, again[0], word, nobody=True, named=named)  # "nobody is or was there"
        return None  # what somebody is not
    if lemma in _OWNING and not met and not owned:
        return None
    aims = (each for each in verb.children if each.dep_ in ("xcomp", "advcl"))
    if not named and any(child.tag_ == "TO" for each in aims for child in each.children):
        return None  # "did not go to surrender" went
    subjects = [] if nobody else [each.token for each in doers(verb)]
    if (not nobody and not subjects and not is_passive(verb)) or not lemma.isalpha():
        return None
    present = verb.tag_ in ("VBZ", "VBP") or any(each.lower_ in ("do", "does") for each in children(verb, "aux"))
    if is_passive(verb):
        present = any(each.tag_ in ("VBZ", "VBP") and each.lemma_ == "be" for each in children(verb, "auxpass"))
    present = present and not _is_perfect(verb) and not named
    there = lemma == "be" or (lemma == "set" and any(each.lemma_ == "foot" for each in children(verb, "dobj")))
    doing = frozenset({"be"}) if there else frozenset({stem(lemma), *_called(verb)})
    return Statement(
        at.piece,
        at.sentence,
        verb,
        word,
        doing,
        subjects[0] if subjects else None,
        tuple(each for each in (*things_of(at, verb), *_shared_things(at, verb)) if each.lemma_ != "foot" or not there),
        nobody=nobody or not subjects,
        present=present,
        named=named,
    )


def _of_somebody(at: Sight, verb: Token) -> bool:
    """Whether somebody is what a verb has for object: "I do not know Rasko", "have never seen this man"."""
    for each in children(verb, "dobj"):
        mention = at.found.headed_by(at.piece, each)
        if each.lower_ in ("him", "her") or (each.lemma_ in _CALLERS and each.lefts):
            return True
        if mention is not None and mention.kind is MentionKind.PERSON and each.pos_ == "PROPN":
            return True
    return False


def _called(verb: Token) -> Iterator[str]:
    """The noun that says what somebody is held or taken for: "held them hostage"."""
    if verb.lemma_ in ("hold", "take", "keep", "make"):
        for each in (*children(verb, "oprd"), *children(verb, "dobj")[1:]):
            yield stem(each.lemma_)


def is_doing(noun: Token) -> bool:
    """Whether a noun names what is done: "gave no order", not "gave no flowers"."""
    lemma = noun.lemma_.lower()
    return noun_sense(lemma) is not None or lemma in cue_nouns() or lemma.endswith(_DOINGS)


def _is_by_the_way(verb: Token) -> bool:
    """Whether a clause is no word on what was: "who did not answer", "careful not to say so", "for not saying so"."""
    if verb.dep_ == "relcl" or has_to(verb) or standing(verb)[1] is not Status.ACTUAL:
        return True
    return verb.tag_ == "VBG" and not children(verb, "aux", "auxpass")


def _cleft(verb: Token, word: Token) -> tuple[Token, Token] | None:
    """The two of "it was not the army that shelled the market": the army, and the shelling."""
    if verb.lemma_ != "be" or not any(each.lower_ == "it" for each in verb.lefts):
        return None
    for noun in children(verb, "attr"):
        for clause in children(noun, "relcl"):
            return noun, clause
    return None


def cleft_of(at: Sight, noun: Token, verb: Token, word: Token) -> Statement | None:
    """That it was not this one who did it."""
    things = tuple(things_of(at, verb))
    return Statement(at.piece, at.sentence, verb, word, frozenset({stem(verb.lemma_)}), noun, things)


def is_modal(verb: Token) -> bool:
    """Whether a verb tells only of what may, will or should be."""
    return any(each.lower_ in _MODALS for each in children(verb, "aux")) and not _is_perfect(verb)


def _is_perfect(verb: Token) -> bool:
    return any(each.lemma_ == "have" for each in children(verb, "aux")) or (
        verb.lemma_ == "have" and verb.pos_ == "AUX"
    )


def _placed(verb: Token) -> list[Token]:
    """Where "was" puts somebody: "was in Tarsk", "was on the bridge"."""
    if children(verb, "attr", "acomp"):
        return []
    return [each for prep in sorted(PLACING) for each in objects_of(verb, prep)]


def _shared_things(at: Sight, verb: Token) -> Iterator[Token]:
    """What a verb without an object shares with the one joined to it: "did not write or see [any lists]"."""
    joined = [
        each for each in children(verb, "conj") if each.pos_ == "VERB" and not children(each, "nsubj", "nsubjpass")
    ]
    if joined and not children(verb, "dobj", "prep"):
        last = joined[-1]
        yield from _shared_things(at, last) if not children(last, "dobj", "prep") else things_of(at, last)


def things_of(at: Sight, head: Token, *, beside: Token | None = None) -> Iterator[Token]:
    """The nouns that a clause or a noun phrase says its doing of, times and names for nothing left out."""
    queue = [each for each in head.children if each is not beside]
    while queue:
        each = queue.pop(0)
        if each.dep_ in _CLAUSES or (each.dep_ in ("nsubj", "conj") and each.pos_ in ("VERB", "AUX")):
            continue
        if each.dep_ == "nsubj" or each.lower_ == "according":
            continue
        if at.found.time_over(at.piece, each) is not None:
            continue
        wanted = each.dep_ in _ENDS or (each.dep_ in ("conj", "poss", "compound", "nmod") and each.pos_ == "PROPN")
        wanted = wanted or (each.dep_ == "conj" and each.head.dep_ in _ENDS)
        if each.pos_ == "PRON" and each.dep_ in _OF_PRONOUNS and at.found.headed_by(at.piece, each) is not None:
            yield each  # "he himself was not hit", "never gave it a crown"
        elif (
            wanted
            and (each.pos_ in _NOUNS or (each.pos_ == "ADJ" and each.dep_ == "pobj"))
            and each.lemma_.lower() not in GENERIC | NEGATORS
        ):
            yield each
        if each.dep_ != "conj" or each.pos_ in _NOUNS:
            queue.extend(each.children)
