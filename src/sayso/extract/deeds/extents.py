"""How far the words of a deed reach: from the first to the last of those that make the claim."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.deeds.blasts import words_of_blast
from sayso.extract.deeds.deaths import told_how
from sayso.extract.deeds.outcomes import word_for_trying
from sayso.extract.deeds.predicates import TELLING, Predicate
from sayso.extract.deeds.roles import phrase
from sayso.extract.parse.clauses import children, objects_of
from sayso.extract.parse.negations import words_of_denial
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.extract.parse.standing import Standing
from sayso.language.plover import object_class
from sayso.records.claim import Plover, Polarity, Role
from sayso.records.document import Span

_DENYING = frozenset({"nor", "neither"})
_LONGEST = 24  # words from what happened to what came of it
_FORCING = frozenset({"force", "pressure", "push", "drive"})


def verb_span(piece: Piece, predicate: Predicate) -> Span:
    """The words that name a deed: its verb, with the particle or the noun that carries its sense where near."""
    span = piece.span(predicate.token)
    noun = predicate.noun
    if noun is not None and predicate.token.lemma_ in TELLING and predicate.sense.mode in ("defeated", "dissolved"):
        return piece.span(noun)  # the words say so; it is for the one who declares it to vouch
    for token in (predicate.particle, predicate.noun, predicate.named):
        if token is not None and abs(token.i - predicate.token.i) <= 4:
            other = piece.span(token)
            span = Span(min(span.start, other.start), max(span.end, other.end))
    return span


def extent(piece: Piece, predicate: Predicate, roles: tuple[Role, ...], beside: list[Span], standing: Standing) -> Span:
    """From the first to the last of the words that make the claim, within its sentence."""
    spans = [verb_span(piece, predicate)]
    if predicate.noun is not None:
        spans.append(piece.span(predicate.noun))
    spans.extend(role.span for role in roles)
    if standing[0] is Polarity.NO:
        spans.extend(piece.span(each) for each in words_of_denial(predicate.noun or predicate.token))
    spans.extend(piece.span(each) for each in _negations(predicate.token))
    spans.extend(_clause_above(piece, predicate.token, roles))
    spans.extend(_means(piece, predicate, roles))
    spans.extend(phrase(piece, each) for each in words_of_blast(predicate))
    if not predicate.nominal:
        spans.extend(phrase(piece, each) for each in children(predicate.token, "dobj", "prt", "oprd"))
    if predicate.prep == "with" and predicate.particle is not None:  # "supplied the rebels with [rockets]"
        spans.extend(phrase(piece, each) for each in children(predicate.particle, "pobj"))
    if predicate.sense.plover is Plover.ACCUSE:  # "accused the minister [of murder]"
        charges = (objects_of(predicate.token, prep) for prep in ("of", "with", "over"))
        spans.extend(phrase(piece, each) for nouns in charges for each in nouns)
        for done in (each for prep in children(predicate.token, "prep") for each in children(prep, "pcomp")):
            spans.extend((piece.span(done), *(phrase(piece, each) for each in children(done, "dobj"))))
    if predicate.particle is not None and predicate.particle.lower_ == "guilty":  # "guilty [to the murder]"
        charges = (objects_of(each, prep) for each in (predicate.particle, predicate.token) for prep in ("of", "to"))
        spans.extend(phrase(piece, each) for nouns in charges for each in nouns)
    if predicate.token.lemma_ in _FORCING:  # "forced the minister [into hiding]", "the mission [to be aborted]"
        into = (child for prep in children(predicate.token, "prep") if prep.lower_ == "into" for child in prep.children)
        spans.extend(piece.span(each) for each in (*into, *children(predicate.token, "xcomp", "ccomp")))
    spans.extend(piece.span(each) for each in told_how(predicate))
    tried = word_for_trying(predicate, standing[1])
    if tried is not None:
        spans.append(piece.span(tried))
    spans.extend(beside)
    sentence = piece.span(predicate.token.sent)
    inside = [each for each in spans if sentence.holds(each)] or spans[:1]
    return Span(min(each.start for each in inside), max(each.end for each in inside))


def _clause_above(piece: Piece, verb: Token, roles: tuple[Role, ...]) -> Iterator[Span]:
    """Of "Fire swept through a prison, killing ten", what a participle goes on from, where nobody is said to do it."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.i < verb.head.i:
        return
    nobody = not any(role.role == "actor" for role in roles)
    for each in children(verb.head, "nsubjpass", "nsubj") if nobody else children(verb.head, "nsubjpass"):
        if verb.i - each.i <= _LONGEST:
            yield phrase(piece, each)


def _means(piece: Piece, predicate: Predicate, roles: tuple[Role, ...]) -> Iterator[Span]:
    """What something was done by or with, where it was no one: "killed [by an explosive device]", "set [on fire]"."""
    verb, beside = predicate.token, predicate.particle
    if beside is not None and beside.dep_ == "prep" and verb.lemma_ in object_class("idiom"):
        yield from (phrase(piece, each) for each in children(beside, "pobj"))
    if predicate.sense.plover is Plover.ASSAULT and not any(role.role == "actor" for role in roles):
        for by in children(verb, "agent"):
            yield from (phrase(piece, each) for each in children(by, "pobj", "pcomp"))


def _negations(verb: Token) -> Iterator[Token]:
    """The words right before a verb that deny it, which no quote of it may leave out: "nor have we helped"."""
    edge = verb.left_edge
    if edge.i > verb.sent.start and edge.nbor(-1).lower_ in _DENYING:
        yield edge.nbor(-1)
    for child in verb.lefts:
        if (child.dep_ == "neg" and not (child.i and child.nbor(-1).lower_ == "or")) or child.lower_ in _DENYING:
            yield child
