"""Traits: what is said of one actor, nationality, age, occupation and other names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from sayso.extract.clauses import children, doers
from sayso.extract.found import Found
from sayso.extract.making import make_claim
from sayso.extract.reading import Piece, Reading
from sayso.extract.standing import standing
from sayso.language.lexicon import table
from sayso.records.actor import Mention, MentionForm, MentionKind
from sayso.records.claim import Claim, Polarity, Role, Status, Trait
from sayso.records.document import Span

_AGE = re.compile(r"^(\d{1,3})(?:-year-old)?$")
_OLDEST = 120
_CALLED = frozenset({"know", "call", "dub", "nickname", "name", "style"})
_ACTUAL = (Polarity.YES, Status.ACTUAL)


def find_traits(reading: Reading, found: Found) -> tuple[Claim, ...]:
    """Every trait stated of a named person or body, in reading order."""
    claims: dict[str, Claim] = {}
    for piece, sentence in reading.sentences():
        for token in sentence:
            mention = found.headed_by(piece, token)
            if mention is None:
                continue
            for claim in _of(reading, found, piece, token, mention):
                claims.setdefault(claim.id, claim)
    return tuple(sorted(claims.values(), key=lambda each: (each.span, each.id)))


def _of(reading: Reading, found: Found, piece: Piece, token: Token, mention: Mention) -> Iterator[Claim]:
    if mention.kind is MentionKind.PERSON and mention.form is MentionForm.NAME:
        yield from _nationality(reading, piece, token, mention)
        yield from _age(reading, piece, token, mention)
        yield from _occupation(reading, found, piece, token, mention)
    if mention.form is MentionForm.NAME:
        yield from _alias(reading, piece, token, mention)


def _made(reading: Reading, mention: Mention, trait: str, value: str, where: Span) -> Claim:
    role = Role("actor", mention.id, mention.span, mention.text)
    span = Span(min(mention.span.start, where.start), max(mention.span.end, where.end))
    return make_claim(reading, span, Trait(role, trait, value, where), _ACTUAL)


def _nationality(reading: Reading, piece: Piece, token: Token, mention: Mention) -> Iterator[Claim]:
    """A demonym before the title or the name ("Sundali general Ali Rasen"), never one inside a body's name."""
    for child in (*children(token, "amod", "compound", "nmod"), *_of_title(token)):
        country = _demonyms().get(child.text)
        if country is not None and child.i < token.i:
            yield _made(reading, mention, "nationality", country, piece.span(child))


def _of_title(token: Token) -> Iterator[Token]:
    for title in children(token, "compound", "nmod", "appos"):
        if title.pos_ in ("NOUN", "PROPN") and title.i < token.i:
            yield from children(title, "amod", "compound", "nmod")


def _age(reading: Reading, piece: Piece, token: Token, mention: Mention) -> Iterator[Claim]:
    """For example "Ali Rasen, 43," and "43-year-old Ali Rasen"."""
    for child in children(token, "appos", "nummod", "amod"):
        match = _AGE.match(child.text)
        if match is None or int(match[1]) > _OLDEST:
            continue
        after_comma = child.i > token.i and child.nbor(-1).text == ","
        if after_comma or "year" in child.text:
            yield _made(reading, mention, "age", match[1], piece.span(child))


def _occupation(reading: Reading, found: Found, piece: Piece, token: Token, mention: Mention) -> Iterator[Claim]:
    """For example "Ali Rasen, a lawyer and former diplomat", "Ali Rasen was a lawyer"."""
    said = [each for each in children(token, "appos") if each.pos_ == "NOUN"]
    verb = token.head
    if verb.lemma_ == "be" and token.dep_ == "nsubj" and any(each.token is token for each in doers(verb)):
        said.extend(each for each in children(verb, "attr") if each.pos_ == "NOUN")
    for noun in said:
        whole = piece.doc[noun.left_edge.i : noun.right_edge.i + 1]
        where = piece.span(whole)
        described = found.headed_by(piece, noun)
        if described is None or described.kind is not MentionKind.PERSON or where.holds(mention.span):
            continue
        short = Span(where.start, min(where.end, where.start + 120))
        role = Role("actor", mention.id, mention.span, mention.text)
        trait = Trait(role, "occupation", " ".join(short.of(reading.edition.text).split()), short)
        span = Span(min(mention.span.start, short.start), max(mention.span.end, short.end))
        yield make_claim(reading, span, trait, standing(verb) if verb.lemma_ == "be" else _ACTUAL)


def _alias(reading: Reading, piece: Piece, token: Token, mention: Mention) -> Iterator[Claim]:
    """For example "Ali Rasen, known as Abu Nur", "the operation, dubbed Dawn"."""
    for verb in children(token, "acl", "relcl"):
        if verb.lemma_ not in _CALLED or verb.tag_ not in ("VBN", "VBD"):
            continue
        named = [pobj for prep in children(verb, "prep") if prep.lower_ == "as" for pobj in children(prep, "pobj")]
        for name in named or children(verb, "oprd", "dobj"):
            if name.pos_ == "PROPN":
                where = piece.span(piece.doc[name.left_edge.i : name.i + 1])
                yield _made(reading, mention, "alias", where.of(reading.edition.text), where)


@cache
def _demonyms() -> dict[str, str]:
    return {row[0]: row[1] for row in table("demonyms") if row[-1] == "adjective"}
