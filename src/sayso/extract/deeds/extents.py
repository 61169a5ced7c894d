"""How far the words of a deed reach: from the first to the last of those that make the claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.extract.deeds.blasts import words_of_blast
from sayso.extract.deeds.deaths import told_how
from sayso.extract.deeds.outcomes import word_for_trying
from sayso.extract.deeds.phrases import phrase
from sayso.extract.deeds.predicates import TELLING, Predicate
from sayso.extract.parse.clauses import children, has_to, objects_of
from sayso.extract.parse.negations import words_of_denial
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.extract.parse.standing import Standing
from sayso.language.plover import object_class
from sayso.records.claim import Plover, Polarity, Role
from sayso.records.document import Span

_DENYING = frozenset({"nor", "neither"})
_LONGEST = 24  # words from what happened to what came of it
_SUBJECTS = ("nsubj", "nsubjpass")
_LONG = 6  # words from a subject to its verb
_SHORT = 4  # words that may be missing of a noun phrase
_FORCING = frozenset({"force", "pressure", "push", "drive"})
_CHARGED = ("of", "with", "over", "for")
_SAYING_WHAT = frozenset(
    {
        Plover.REQUEST,
        Plover.AGREE,
        Plover.THREATEN,
        Plover.REJECT,
        Plover.CONCEDE,
        Plover.SUPPORT,
        Plover.ACCUSE,
        Plover.PROTEST,
    }
)
_CLAUSES = ("xcomp", "ccomp", "pcomp")
_OBJECTS = ("dobj", "prt", "attr", "acomp", "oprd")
_BEFORE_NOUNS = ("amod", "compound", "nmod", "poss", "nummod", "det", "quantmod")


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
        charges = (objects_of(predicate.token, prep) for prep in (*_CHARGED, "in"))
        spans.extend(phrase(piece, each) for nouns in charges for each in nouns)
        for done in (each for prep in children(predicate.token, "prep") for each in children(prep, "pcomp")):
            spans.extend((piece.span(done), *(phrase(piece, each) for each in children(done, "dobj"))))
    if predicate.particle is not None and predicate.particle.lower_ == "guilty":  # "guilty [to the murder]"
        charges = (objects_of(each, prep) for each in (predicate.particle, predicate.token) for prep in ("of", "to"))
        spans.extend(phrase(piece, each) for nouns in charges for each in nouns)
    if predicate.token.lemma_ in _FORCING:  # "forced the minister [into hiding]", "the mission [to be aborted]"
        into = (child for prep in children(predicate.token, "prep") if prep.lower_ == "into" for child in prep.children)
        spans.extend(piece.span(each) for each in (*into, *children(predicate.token, "xcomp", "ccomp")))
    spans.extend(_what_it_says(piece, predicate))
    spans.extend(piece.span(each) for each in told_how(predicate))
    tried = word_for_trying(predicate, standing[1])
    if tried is not None:
        spans.append(piece.span(tried))
    spans.extend(beside)
    sentence = piece.span(predicate.token.sent)
    inside = [each for each in spans if sentence.holds(each)] or spans[:1]
    span = Span(min(each.start for each in inside), max(each.end for each in inside))
    return _from_whether(piece, _to_phrase_end(piece, predicate.token, span))


def _from_whether(piece: Piece, span: Span) -> Span:
    """The span with the "whether" right before it, without which its words would assert what they leave open."""
    start = span.start - piece.base
    before = piece.doc.covering(start - 2, start - 1) if start > 1 else None
    opens = before is not None and len(before) == 1 and before[0].lower_ == "whether"
    return Span(piece.span(before[0]).start, span.end) if before is not None and opens else span


def _to_phrase_end(piece: Piece, named: Token, span: Span) -> Span:
    """The span with the rest of what it stops in: "opposed the Sundal [operation]", "if Odeh [does not leave]"."""
    around = piece.doc.covering(span.end - 1 - piece.base, span.end - piece.base)
    last = around[-1] if around else None
    if last is None or last is named:
        return span
    if last.dep_ in _SUBJECTS and 0 < last.head.i - last.i <= _LONG and last.head.pos_ == "VERB":
        return Span(span.start, max(each.end for each in _clause(piece, last.head)))
    if last.dep_ not in _BEFORE_NOUNS or last.head.i <= last.i or last.head.i - last.i > _SHORT:
        return span
    return Span(span.start, piece.span(last.head).end) if last.head.pos_ in ("NOUN", "PROPN") else span


def _what_it_says(piece: Piece, predicate: Predicate) -> Iterator[Span]:
    """What is asked, promised or refused, where a clause says it: "agreed [to send ships]"; not what is quoted."""
    if predicate.sense.plover not in _SAYING_WHAT:
        return
    verb = predicate.token
    heads = [verb, *([predicate.noun] if predicate.noun is not None else [])]
    clauses = [each for head in heads for each in head.rights if each.dep_ in _CLAUSES or _is_purpose(each, verb)]
    for prep in (each for head in heads for each in head.rights if each.dep_ in ("prep", "agent")):
        if prep.lower_ == predicate.prep or (predicate.particle is not None and prep is predicate.particle):
            yield from (phrase(piece, each) for each in children(prep, "pobj"))
            clauses.extend(children(prep, "pcomp"))
    for clause in clauses:
        if not any(each.is_quote for each in piece.doc[verb.i : clause.i]) and clause.i - verb.i <= _LONGEST:
            yield from _clause(piece, clause)


def _is_purpose(clause: Token, verb: Token) -> bool:
    """For "demanded that", "an order to fire": an infinitive that the pipeline hangs on the noun or beside the verb."""
    return (
        clause.dep_ in ("acl", "advcl", "relcl")
        and clause.tag_ in ("VB", "VBN")
        and has_to(clause)
        and clause.i > verb.i
    )


def _clause(piece: Piece, verb: Token, depth: int = 0) -> Iterable[Span]:
    """The verb of a clause with what it cannot do without: its object, or the first phrase behind it."""
    yield piece.span(verb)
    objects = [each for each in verb.rights if each.dep_ in _OBJECTS]
    yield from (piece.span(each) if each.dep_ == "prt" else phrase(piece, each) for each in objects)
    if depth < 2:
        for inner in (each for each in verb.rights if each.dep_ == "xcomp"):
            yield from _clause(piece, inner, depth + 1)
    behind = next((each for each in verb.rights if each.dep_ in ("prep", "agent", "dative")), None)
    if behind is not None and not [each for each in objects if each.dep_ != "prt"]:
        within = [behind, *children(behind, "prep")]  # "stay [out of the zone]"
        yield from (phrase(piece, noun) for each in within for noun in children(each, "pobj"))


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
