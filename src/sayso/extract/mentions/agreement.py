"""Whether two mentions can be one, by their grammar: number, kind, people, brackets, and the roles they stand in."""

from __future__ import annotations

from sayso.extract.mentions.actor_words import demonyms
from sayso.extract.mentions.candidates import Candidate
from sayso.extract.parse.parsed import Token
from sayso.records.actor import MentionKind

_BODIES = frozenset([MentionKind.ARMED_GROUP, MentionKind.ORGANIZATION, MentionKind.GOVERNMENT])
SUBJECT = frozenset(["nsubj", "nsubjpass", "agent"])
OBJECT = frozenset(["dobj", "iobj", "dative", "pobj"])
_CLAUSES = frozenset(["ROOT", "conj", "ccomp", "parataxis", "relcl", "advcl"])
_LANDS = frozenset(
    {"state", "province", "region", "governorate", "county", "district", "oblast", "sea", "river", "border"}
)
_DEEPEST = 6  # verbs
_OF_STATES = frozenset({"army", "military", "police", "navy"})
_IRREGULAR = frozenset({"free", "liberation", "revolutionary", "resistance", "salvation", "rebel"})
_ASIDE = 25  # tokens back to an opening bracket


def is_plural(candidate: Candidate) -> bool:
    """Whether a mention is of several in its own words: "the rebels", "gunmen", "the Houthis"."""
    doc, name = candidate.piece.doc, candidate.core_text
    if candidate.many or doc[candidate.head].tag_ in ("NNS", "NNPS"):
        return True
    led = candidate.start > 0 and "the" in (doc[candidate.start].lower_, doc[candidate.start - 1].lower_)
    return candidate.kind in _BODIES and led and name.endswith("s") and " " not in name and name[1:].islower()


def is_wide(candidate: Candidate) -> bool:
    """Whether a place is a stretch of land that no town is: the "Ostrel state" of "Tarsk, capital of Ostrel state"."""
    doc = candidate.piece.doc
    return any(each.lower_ in _LANDS for each in doc[candidate.end - 1 : candidate.end + 1])


def is_subject(token: Token) -> bool:
    """The subject of a clause that can stand by itself, not that of a participle."""
    verb = token.head
    if token.dep_ not in SUBJECT or verb.dep_ not in _CLAUSES:
        return False
    return verb.tag_ != "VBG" or any(child.dep_ in ("aux", "auxpass") for child in verb.children)


def other_people(one: Candidate, other: Candidate) -> bool:
    """Whether two mentions name different countries' people: the Sundal general is not the Korvan one."""
    sides = [{demonyms()[word].group for word in each.text.split() if word in demonyms()} for each in (one, other)]
    return bool(sides[0] and sides[1] and not sides[0] & sides[1])


def fit(one: Candidate, other: Candidate) -> bool:
    """Whether the kinds of two mentions allow them to be one."""
    people = (MentionKind.PERSON, MentionKind.OFFICE)
    places = (MentionKind.PLACE, MentionKind.COUNTRY)
    if one.many != other.many:
        return False
    if one.kind in people or other.kind in people:
        return one.kind in people and other.kind in people
    if one.kind in places or other.kind in places:
        return one.kind in places and other.kind in places
    return one.kind in _BODIES and other.kind in _BODIES


def bars(token: Token, other: Candidate) -> bool:
    """Grammar that keeps a pronoun from standing for a mention: two roles of one verb, or inside each other."""
    if other.piece.doc is not token.doc:
        return False
    if other.start <= token.i < other.end:
        return True
    head = other.piece.doc[other.head]
    reflexive = token.lower_.endswith(("self", "selves"))
    if token.dep_ == "poss" or reflexive:
        return False
    if head.head.i == token.head.i and head.dep_ in SUBJECT | OBJECT:
        return True
    return token.dep_ == "dobj" and head.dep_ in SUBJECT and head.head.i == _whose_subject(token.head).i


def _whose_subject(verb: Token) -> Token:
    """The verb that has the subject of this one: of "the Guard claimed to have shot it", "claimed"."""
    for _ in range(_DEEPEST):
        own = any(each.dep_ in SUBJECT for each in verb.children)
        if own or verb.dep_ not in ("xcomp", "conj") or verb.head is verb or verb.head.pos_ != "VERB":
            break
        if verb.dep_ == "xcomp" and any(each.dep_ in ("dobj", "prep") for each in verb.head.children):
            break  # "asked the army to help it"
        verb = verb.head
    return verb


def bracketed(candidate: Candidate) -> bool:
    """Whether a mention stands in brackets, aside from what the text tells."""
    doc = candidate.piece.doc
    for i in range(candidate.start - 1, max(-1, candidate.start - _ASIDE), -1):
        if doc[i].text in ")]":
            return False
        if doc[i].text in "([":
            return True
    return False


def is_of_a_state(noun: str) -> bool:
    """Whether "the" and this noun alone mean what a state has: "the army"."""
    return noun in _OF_STATES


def fights_a_state(name: str) -> bool:
    """Whether a name says that its bearer fights one: "the army" is then never the Free Korvan Army."""
    return any(word in _IRREGULAR for word in name.casefold().split())
