"""Actors and places named by a common noun: "the general", "gunmen", "his forces", "a former prime minister"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sayso.extract.mentions.actor_words import Noun, actor_nouns, place_nouns, word_set
from sayso.extract.mentions.candidates import Candidate
from sayso.extract.mentions.described import name_start
from sayso.extract.mentions.name_runs import is_heading
from sayso.extract.parse.parsed import Doc, Token
from sayso.extract.parse.reading import Piece
from sayso.records.actor import MentionForm, MentionKind

_BODIES = frozenset([MentionKind.ARMED_GROUP, MentionKind.ORGANIZATION, MentionKind.GOVERNMENT])
_BEFORE = frozenset(
    [
        "det",
        "poss",
        "amod",
        "compound",
        "nummod",
        "nmod",
        "quantmod",
        "advmod",
        "predet",
        "punct",
        "case",
        "npadvmod",
        "appos",
    ]
)
_NO_MODIFIER = frozenset(["VBZ", "VBD", "VBP", "VB", "MD", "IN", "WDT", "WP", "TO", "RB"])


def nominal_candidates(piece: Piece, names: list[Candidate]) -> Iterator[Candidate]:
    """Noun phrases headed by a common noun for an actor or a place.

    ``names`` are the names already found in the piece: a noun inside one is no nominal, and a noun that stands right
    before a person's name is that person's title.
    """
    doc = piece.doc
    headings = {i for sent in doc.sents if is_heading(sent) for i in range(sent.start, sent.end)}
    named = {i for each in names for i in range(each.start, each.end) if each.form is not MentionForm.DEMONYM}
    for token in doc:
        if token.i in named or not token.text[0].isalpha():
            continue
        found = _noun(token)
        if found is None:
            continue
        noun, first = found
        if _is_bare(token, noun):
            continue
        yield _candidate(piece, token, noun, (first, first if token.i in headings else min(first, _left(token))))


def _noun(token: Token) -> tuple[Noun, int] | None:
    """What the noun (with up to two words before it) names, and where those words begin."""
    if token.tag_ not in ("NN", "NNS", "NNP", "NNPS") and not (
        token.tag_ in ("JJ", "VBN") and token.dep_ in ("nsubj", "dobj")
    ):
        return None
    if token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN"):
        return None
    if token.lower_ not in _endings():
        return None
    doc = token.doc
    for length in (3, 2, 1):
        first = token.i - length + 1
        if first < 0:
            continue
        words = doc[first : token.i + 1].text.lower()
        if words in actor_nouns() and words != "bodies":  # mostly of the dead
            return actor_nouns()[words], first
        if words in place_nouns():
            return Noun(MentionKind.PLACE, words.endswith("s")), first
    return None


@cache
def _endings() -> frozenset[str]:
    """All that the nouns for actors and places end in: what a word must be to be the last of one."""
    return frozenset(noun[at:] for noun in (*actor_nouns(), *place_nouns()) for at in range(len(noun)))


def _is_bare(token: Token, noun: Noun) -> bool:
    """A singular noun without article or modifier hardly names an actor: "went into exile", "justice was done"."""
    if noun.many or token.dep_ == "appos" or token.tag_ in ("NNP", "NNPS"):
        return False
    return not any(child.dep_ in _BEFORE and child.dep_ != "punct" for child in token.lefts) and not any(
        child.dep_ == "prep" and child.lower_ == "of" for child in token.rights
    )


def _candidate(piece: Piece, token: Token, noun: Noun, begins: tuple[int, int]) -> Candidate:
    """``begins`` are the first token of the noun as listed, and of the whole phrase."""
    doc = piece.doc
    start = begins[1]
    end: int = token.i + 1
    if token.lower_ in word_set("takes of"):
        end = _right(doc, token, end)
    kind = noun.kind
    own = doc[start].dep_ != "poss" and not any(child.dep_ == "poss" for child in token.children)
    could_be = own and kind in _BODIES and not noun.many and doc[start].lower_ not in ("a", "an", "any")
    named = name_start(start, token, kind) if could_be else None
    plain = start + 1 if doc[start].lower_ in ("the", "a", "an", "this", "that", "these", "those") else start
    core = min(plain if named is None else named, token.i)
    led = named is not None and end > token.i + 2 and doc[token.i + 2].text[0].isupper()
    last = token.i + 1 if led else end  # "the Korvan government of Karim Odeh"
    return Candidate(
        piece,
        start,
        end,
        token.i,
        (core, last),
        MentionForm.NOMINAL if named is None else MentionForm.NAME,
        "nominal",
        kind,
        True,
        name=doc[core:last].text,
        many=noun.many,
        gender=noun.gender,
    )


def _left(token: Token) -> int:
    """Where the noun phrase begins: the leftmost token of the modifiers before its head."""
    start: int = token.i
    for child in token.lefts:
        if child.dep_ in _BEFORE and not (child.dep_ == "punct" and child.text in (",", "(", '"', "“")):
            start = min(start, child.left_edge.i)
    doc = token.doc
    for i in range(token.i - 1, start - 1, -1):
        if doc[i].tag_ in _NO_MODIFIER and i + 1 < token.i and doc[i + 1].text != "-" and doc[start].dep_ != "poss":
            return i + 1
        if doc[i].text in (",", ";", "(", ")", '"', "“", "”") and i > start and doc[start].dep_ not in ("poss", "det"):
            return i + 1
    for i in range(start + 1, token.i):
        if doc[i].tag_ == "NNS" and doc[i].lemma_ in word_set("actor verb") and _is_person(doc[i - 1]):
            return i + 1  # "general orders navy": in a headline the verb passes for a noun
    for i in range(start + 1, token.i):
        if doc[i].ent_type_ == "CARDINAL" and doc[i - 1].tag_ == "NN" and doc[i - 1].dep_ != "poss":
            return i  # "the moment 18 prisoners"
    while start < token.i and (doc[start].ent_type_ in ("DATE", "TIME") or doc[start].dep_ == "cc"):
        start += 1
    while start < token.i and _is_none_of_it(doc[start]):
        start += 1
    return start


def _is_none_of_it(token: Token) -> bool:
    """Whether a word that opens a noun phrase is none of it; the tagger takes an editor's bracket for a word."""
    return token.text in "[]" or (token.dep_ in ("punct", "cc", "advmod", "mark") and token.lower_ != "more")


def _is_person(token: Token) -> bool:
    noun = actor_nouns().get(token.lower_)
    return noun is not None and noun.kind is MentionKind.PERSON and not noun.many


def _right(doc: Doc, token: Token, end: int) -> int:
    """Past an "of" phrase that belongs to what is named: "the people of Velmora"."""
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i == end:
            objects = [each for each in child.children if each.dep_ == "pobj"]
            if objects and (token.lower_ not in place_nouns() or objects[0].pos_ == "PROPN"):
                return _simple_end(objects[0])
    return end


def _simple_end(token: Token) -> int:
    end: int = token.i + 1
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i == end:
            inner = [each for each in child.children if each.dep_ == "pobj"]
            if inner:
                return _simple_end(inner[0])
    return end
