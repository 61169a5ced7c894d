"""Traits: what is said of one actor, nationality, age, occupation and other names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sayso.extract.found import Found
from sayso.extract.making import make_claim
from sayso.extract.parse.clauses import children, doers
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece, Reading
from sayso.extract.parse.standing import standing
from sayso.extract.ties.offices import is_office
from sayso.language.lexicon import table, words
from sayso.records.actor import Mention, MentionForm, MentionKind
from sayso.records.claim import Claim, Polarity, Role, Status, Trait
from sayso.records.document import Span

_AGE = re.compile(r"^(\d{1,3})(?:-year-old)?$")
_OLDEST = 120
_CALLED = frozenset({"know", "call", "dub", "nickname", "name", "style"})
_ACTUAL = (Polarity.YES, Status.ACTUAL)
_HUMAN = frozenset({MentionKind.PERSON, MentionKind.PEOPLE, MentionKind.OFFICE})
# Nouns that say something else of a person than what they do for a living.
_NO_WORK = frozenset(
    [
        "person",
        "man",
        "woman",
        "one",
        "native",
        "victim",
        "resident",
        "citizen",
        "boy",
        "girl",
        "child",
        "figure",
        "guest",
    ]
)
_LEFT_OUT = frozenset({"the", "a", "an", "his", "her", "their", "its", "our"})


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
    for claim in _in_brackets(reading, found):
        claims.setdefault(claim.id, claim)
    return tuple(sorted(claims.values(), key=lambda each: (each.span, each.id)))


def _of(reading: Reading, found: Found, piece: Piece, token: Token, mention: Mention) -> Iterator[Claim]:
    if mention.kind is MentionKind.PERSON and mention.form is MentionForm.NAME:
        yield from _nationality(reading, piece, token, mention)
        yield from _age(reading, piece, token, mention)
        yield from _occupation(reading, found, piece, token, mention)
    if mention.form is MentionForm.NAME:
        yield from _alias(reading, found, piece, token, mention)


def _made(reading: Reading, mention: Mention, trait: str, value: str, where: Span) -> Claim:
    role = Role("actor", mention.id, mention.span, mention.text)
    span = Span(min(mention.span.start, where.start), max(mention.span.end, where.end))
    return make_claim(reading, span, Trait(role, trait, value, where), _ACTUAL)


def _nationality(reading: Reading, piece: Piece, token: Token, mention: Mention) -> Iterator[Claim]:
    """A demonym before the title or the name ("Sundali general Ali Rasen"), never one inside a body's name.

    Before an office ("Sundali minister") or a unit ("Sundali navy officer") it says whose that is, not where its
    holder comes from.
    """
    named = mention.span.end - len(mention.name)
    for child in (*children(token, "amod", "compound", "nmod"), *_of_title(token)):
        country = _demonyms().get(child.text)
        if country is None or child.i >= token.i or piece.span(child).start >= max(named, mention.span.start + 1):
            continue
        between = [each for each in child.doc[child.i + 1 : token.i] if piece.span(each).start < named]
        if not any(is_office(each) or each.lower_ in words("body_nouns") for each in between):
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
    """For example "Ali Rasen, a lawyer and former diplomat", "Ali Rasen was a lawyer"; offices are ties, not traits."""
    said = [each for each in children(token, "appos") if each.pos_ == "NOUN"]
    verb = token.head
    if verb.lemma_ == "be" and token.dep_ == "nsubj" and any(each.token == token for each in doers(verb)):
        said.extend(each for each in children(verb, "attr") if each.pos_ == "NOUN")
    for noun in (each for first in said for each in (first, *_joined(first))):
        described = found.headed_by(piece, noun)
        if described is not None and (described.kind is not MentionKind.PERSON or described.form is MentionForm.NAME):
            continue
        if (described is None and not _is_of_a_person(noun)) or noun.lemma_.lower() in _NO_WORK | words("kin"):
            continue
        if is_office(noun) or noun.lemma_.lower() in words("role_nouns") or noun.tag_ != "NN":
            continue
        where = _work(piece, noun)
        if where.touches(mention.span):
            continue
        role = Role("actor", mention.id, mention.span, mention.text)
        trait = Trait(role, "occupation", " ".join(where.of(reading.edition.text).split()), where)
        span = Span(min(mention.span.start, where.start), max(mention.span.end, where.end))
        yield make_claim(reading, span, trait, standing(verb) if verb.lemma_ == "be" else _ACTUAL)


def _is_of_a_person(noun: Token) -> bool:
    """Whether the noun stands beside the person by "a", or is joined to one that does."""
    joined = noun.dep_ == "conj"
    return joined or any(child.lower_ in ("a", "an") for child in noun.lefts)


def _joined(noun: Token) -> list[Token]:
    return [each for each in children(noun, "conj") if each.pos_ == "NOUN"]


def _work(piece: Piece, noun: Token) -> Span:
    """The noun with the words before it that belong to it and the "of" or "for" behind it; no clause, no article."""
    first = noun
    for token in reversed(noun.doc[noun.left_edge.i : noun.i]):
        if token.lower_ in _LEFT_OUT or (token.pos_ in ("PUNCT", "CCONJ") and token.text != "-"):
            break
        first = token
    last = noun
    for prep in children(noun, "prep"):
        if prep.i == noun.i + 1 and prep.lower_ in ("of", "for", "at", "with", "in"):
            last = next(iter(children(prep, "pobj")), noun)
    return Span(piece.span(first).start, piece.span(last).end)


def _alias(reading: Reading, found: Found, piece: Piece, token: Token, mention: Mention) -> Iterator[Claim]:
    """For example "Ali Rasen, known as Abu Nur", "the operation, dubbed Dawn"; a body's other name is no person's."""
    for verb in children(token, "acl", "relcl"):
        if verb.lemma_ not in _CALLED or verb.tag_ not in ("VBN", "VBD"):
            continue
        named = [pobj for prep in children(verb, "prep") if prep.lower_ == "as" for pobj in children(prep, "pobj")]
        for name in named or children(verb, "oprd", "dobj"):
            other = found.headed_by(piece, name) or found.over(piece, name)
            if name.pos_ != "PROPN" or (other is not None and (other.kind in _HUMAN) != (mention.kind in _HUMAN)):
                continue
            where = piece.span(piece.doc[name.left_edge.i : name.i + 1])
            yield _made(reading, mention, "alias", where.of(reading.edition.text), where)


def _in_brackets(reading: Reading, found: Found) -> Iterator[Claim]:
    """A short name in brackets behind the name it stands for: "the Free Korvan Army (FKA)"."""
    text = reading.edition.text
    names = sorted((each for each in found.mentions if each.form is MentionForm.NAME), key=lambda each: each.span)
    ends = {each.span.end: each for each in names}
    for short in names:
        start, end = short.span.start, short.span.end
        if text[start - 1 : start] != "(" or text[end : end + 1] != ")" or not short.text.isupper():
            continue
        full = ends.get(start - 2) or ends.get(start - 1)
        if full is None or full.span.end >= start or len(full.text) <= len(short.text):
            continue
        initials = {word[0].casefold() for word in full.text.split()}
        if short.chain == full.chain or short.text[0].casefold() in initials:
            trait = Trait(Role("actor", full.id, full.span, full.text), "alias", short.text, short.span)
            yield make_claim(reading, Span(full.span.start, end + 1), trait, _ACTUAL)


@cache
def _demonyms() -> dict[str, str]:
    return {row[0]: row[1] for row in table("demonyms") if row[-1] == "adjective"}
