"""What the words around a name say of its kind: what it does, what is done to it, what stands before and behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.extract.mentions.actor_words import actor_nouns, names_region, place_nouns, word_set
from sayso.extract.mentions.candidates import Candidate
from sayso.extract.parse.parsed import Doc, Token
from sayso.language.lexicon import words
from sayso.records.actor import MentionKind

TOLD = 1.5  # a noun that says what it is, said once, holds for the whole document
_NAMED_SITE = 1.3  # a little more than the pipeline's word that it is a person
_IN_PERSON = 0.84  # enough where nothing else is known, less than the pipeline's word that it is a body or a place
_LONGEST_LIST = 24
_BEFORE_ALIAS = 12
_BESIDE_ALIAS = frozenset([",", '"', "“", "‘", "(", "who", "is", "was", "also", "better"])
_LEADS_TO_NAME = frozenset({"name", "as", "of", "guerre", "alias", "by", "himself", "herself", "nicknamed"})
_CALLED = re.compile(
    r"\b(?:(?P<one>(?:first|real|birth|full|given) name(?: [a-z]+){0,3}|nom de guerre(?: of)?"
    r"|calls? (?:himself|herself))|(?:[a-z]+ )?known as|alias|nicknamed|goes by(?: the name(?: of)?)?)$"
)


def context(candidate: Candidate) -> Iterable[tuple[MentionKind, float]]:
    """What the words around one mention say of its kind."""
    doc = candidate.piece.doc
    before = doc[candidate.start - 1] if candidate.start > 0 else None
    head = doc[candidate.head]
    if before is not None and before.lower_ in word_set("before a place"):
        yield MentionKind.PLACE, 0.8
    if before is not None and before.lower_ in actor_nouns() and _set_before(before, head):
        noun = actor_nouns()[before.lower_]
        if not noun.many:
            yield noun.kind, 2.0
    if before is not None and before.lower_ in words("vessel_nouns"):
        yield MentionKind.ORGANIZATION, 2.0
    if head.dep_ in ("compound", "nmod") and head.head.i >= candidate.end and candidate.label != "PERSON":
        owner = actor_nouns().get(head.head.lower_)
        if owner is not None and owner.kind in (MentionKind.ARMED_GROUP, MentionKind.PEOPLE):
            yield MentionKind.PLACE, 0.6
    if before is not None and before.lower_ in place_nouns() and before.head.i in (head.i, head.head.i):
        yield MentionKind.PLACE, 1.2
    if _at_a_site(doc, candidate.start):
        yield MentionKind.PLACE, TOLD
    if head.dep_ == "dobj" and head.head.lemma_ in word_set("done to a place") and not candidate.name.isupper():
        yield MentionKind.PLACE, 1.0
    of_place = before is not None and before.lower_ == "of" and candidate.start > 1
    if of_place and doc[candidate.start - 2].lower_ in place_nouns():
        yield MentionKind.PLACE, 1.5
    yield from _beside(doc, candidate, head)


def _at_a_site(doc: Doc, start: int) -> bool:
    """Whether a name tells where a building or a post is: "the customs post at Tarsk"."""
    if start < 2 or doc[start - 1].lower_ not in ("at", "in", "near", "outside"):
        return False
    nouns = (doc[start - 2].lower_, doc[max(0, start - 3) : start - 1].text.lower())
    return any(place_nouns().get(noun) == "site" for noun in nouns)


def _set_before(noun: Token, head: Token) -> bool:
    """Whether a noun is set before a name ("the charity Open Door"), even where the parse makes a clause of it."""
    broken = head.dep_ == "nsubj" and head.head.dep_ == "relcl" and head.head.head.i == noun.i
    return noun.head.i == head.i or broken


def _beside(doc: Doc, candidate: Candidate, head: Token) -> Iterable[tuple[MentionKind, float]]:
    if head.dep_ == "nsubj" and head.head.lemma_ in word_set("actor verb"):
        as_one = _speaks_as_one(candidate, head.head)
        yield MentionKind.PERSON, TOLD if as_one else 0.4
        yield MentionKind.ORGANIZATION, 0.0 if as_one else 0.3
    yield from _as_a_person(doc, candidate, head)
    end = candidate.end
    if end + 1 < len(doc) and doc[end].text == "," and names_region(doc, end + 1):
        yield MentionKind.PLACE, 1.2
    if candidate.start > 1 and doc[candidate.start - 1].lower_ == "of" and doc[candidate.start - 2].text == ",":
        yield MentionKind.PLACE, 0.6
    saint = candidate.name.startswith(("St. ", "St ", "Saint "))
    if end + 1 < len(doc) and doc[end].text in ("'s", "’s") and (saint or doc[end + 1].text == "Day"):
        yield MentionKind.PLACE, -2.0
    if _listed_before_sort(doc, end):
        yield MentionKind.PLACE, 2.0
    if _among_places(head):
        yield MentionKind.PLACE, TOLD
    if end < len(doc) and head.head.i == end and (weight := _before_noun(head, doc[end].lower_)):
        yield MentionKind.PLACE, weight
    for noun in _equated(head):
        if noun.lower_ in actor_nouns():
            known = actor_nouns()[noun.lower_]
            yield (known.kind, 1.5) if not known.many else (MentionKind.ORGANIZATION, 0.3)
        elif noun.lower_ in place_nouns():
            yield MentionKind.PLACE, 1.5


def _as_a_person(doc: Doc, candidate: Candidate, head: Token) -> Iterable[tuple[MentionKind, float]]:
    if _suffers_as_a_person(head):
        yield MentionKind.PERSON, 0.6
    if head.dep_ == "nsubj" and head.head.pos_ == "VERB" and head.head.lemma_ in word_set("done in person"):
        yield MentionKind.PERSON, _IN_PERSON
    if _is_name_of_one(doc, candidate.start):
        yield MentionKind.PERSON, 2.0
    if candidate.end < len(doc) and doc[candidate.end].lower_ == "who":
        yield MentionKind.PERSON, 1.0


def _is_name_of_one(doc: Doc, start: int) -> bool:
    """For "Karim Odeh, known as [Abu Nur]", "whose real name is [Haddad]"."""
    before = [each for each in doc[max(0, start - _BEFORE_ALIAS) : start] if each.lower_ not in _BESIDE_ALIAS]
    if not before or before[-1].lower_ not in _LEADS_TO_NAME:
        return False
    said = " ".join(each.lower_ for each in before)
    match = _CALLED.search(said)
    if match is None or match["one"]:
        return match is not None
    first = said[: match.start()].count(" ") - 1
    return first >= 0 and before[first].pos_ == "PROPN" and before[first].ent_type_ == "PERSON"


def _suffers_as_a_person(head: Token) -> bool:
    """Whether something is done to a name that is done to people: "arrested Ali Rasen"."""
    verb = head.head
    return head.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in word_set("done to a person")


def _before_noun(head: Token, noun: str) -> float:
    """How much the noun that a name stands before speaks for a place: "the Tarsk area", "Abu Marun jail"."""
    if noun in words("ground_nouns"):
        return _NAMED_SITE if head.dep_ == "compound" else 1.2
    if place_nouns().get(noun) == "site":
        return _NAMED_SITE
    return 0.6 if noun in word_set("owned by a place") else 0.0


def _among_places(head: Token) -> bool:
    """Whether a name is listed between towns and countries: "in Velmora, Ras Tarsk and Ostrel"."""
    around = [head.head] if head.dep_ == "conj" else []
    around += [child for child in head.children if child.dep_ == "conj"]
    return len(around) > 1 and all(each.ent_type_ in ("GPE", "LOC") for each in around)


def _speaks_as_one(candidate: Candidate, verb: Token) -> bool:
    """Whether a name of several words goes on as he or she: "Abeir Abdelrahman said she fled"."""
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i]
    subjects = [each for clause in clauses for each in clause.children if each.dep_ in ("nsubj", "nsubjpass")]
    return " " in candidate.name and any(each.lower_ in ("he", "she") for each in subjects)


def _listed_before_sort(doc: Doc, end: int) -> bool:
    """Whether a name is one of a list that a plural closes: "Tarsk, Ostrel and Velmora counties"."""
    if end >= len(doc) or doc[end].lower_ not in (",", "and", "or", "counties"):
        return False
    for token in doc[end : end + _LONGEST_LIST]:
        if token.lower_ in word_set("sort of several places"):
            return True
        if not (token.text[0].isupper() or token.lower_ in (",", "and", "or", "the", "-", "–")):
            return False
    return False


def _equated(head: Token) -> Iterable[Token]:
    """Nouns that the sentence sets equal to a name: in apposition, or after "is"."""
    yield from (child for child in head.children if child.dep_ == "appos")
    if head.dep_ == "appos":
        yield head.head
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        yield from (child for child in head.head.children if child.dep_ == "attr")
