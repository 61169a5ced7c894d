"""Find what a text tells and elsewhere denies: "Ardesh paid the fighters", and further on "no such payment was made".

A denial is held against what the same document tells in another sentence: of the same doing, by the same doer, of the
same ends. What no other finder made a claim of becomes one here, of the type OTHER, so that both sides can be shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.extract.contrary.answering import answered_by_the_accused
from sayso.extract.contrary.denied import denied_in
from sayso.extract.contrary.meeting import Document, Told, span_of
from sayso.extract.contrary.others import laid_to_another
from sayso.extract.contrary.statements import Sight, Statement
from sayso.extract.contrary.taken_up import taken_up
from sayso.extract.contrary.words import DENYING, FALSE, NEGATORS, is_ironic, is_limited, is_taken_back, states
from sayso.extract.deeds.parties import is_actor
from sayso.extract.deeds.phrases import role_of
from sayso.extract.found import Found
from sayso.extract.making import make_claim
from sayso.extract.parse.clauses import doers
from sayso.extract.parse.parsed import Token, TokenSpan
from sayso.extract.parse.reading import Piece, Reading
from sayso.records.claim import CONTRADICTS, TAKEN_BACK, Claim, Deed, Plover, Polarity, Saying, Stance, Status
from sayso.records.document import Span

_OUT = frozenset({"out"})


def find_contrary(
    reading: Reading, found: Found, sayings: Sequence[Saying], claims: Sequence[Claim]
) -> tuple[Claim, ...]:
    """The claims of a document, with those that its denials need; a denial is ``about`` what it contradicts.

    ``claims`` have their voices or not; those made here have none.
    """
    denied = list(_denials(reading, found))
    claims = _taken_back(reading, claims)
    if not denied:
        return tuple(claims)
    document = Document(reading, found, sayings)
    made = {claim.id: claim for claim in claims}
    for statement in denied:
        told = _met(document, statement, made)
        if told is None:
            continue
        accusation = told if isinstance(told, Claim) else _claim_of(document, told, made)
        here = Told(statement.piece, statement.sentence, statement.token, (0, 0, 0))
        denial = _claim_of(document, here, made) if statement.another else _denial(document, statement, made)
        if denial.id == accusation.id or denial.sentence == accusation.sentence:
            continue
        reason = f"{CONTRADICTS}: “{' '.join(accusation.quote.split())}”"
        made[accusation.id] = accusation
        made[denial.id] = replace(denial, about=accusation.id, reasons=(*denial.reasons, reason))
    return tuple(made.values())


def _met(document: Document, denied: Statement, made: dict[str, Claim]) -> Told | Claim | None:
    """What a denial is held against: a claim, or a word that tells of it."""
    if denied.back:
        return taken_up(document, denied, made)
    if denied.another:
        return document.answered(denied)
    return document.answered(denied) or answered_by_the_accused(document, denied)


def _taken_back(reading: Reading, claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims, with a reason for each denial whose paragraph says that it was wrong."""
    wrong = [Span(each.base, each.base + len(each.text)) for each in reading.pieces if is_taken_back(each.text)]
    if not wrong:
        return claims
    return [
        replace(claim, reasons=(*claim.reasons, TAKEN_BACK))
        if claim.polarity is Polarity.NO and any(each.holds(claim.span) for each in wrong)
        else claim
        for claim in claims
    ]


def _denials(reading: Reading, found: Found) -> Iterator[Statement]:
    for piece, sentence in reading.sentences():
        deny, cleft = any(_may_deny(each) for each in sentence), any(each.lower_ == "it" for each in sentence)
        if not deny and not cleft:
            continue
        words = sentence.text
        if is_ironic(words) or words.rstrip("”\"’' ").endswith("?") or is_taken_back(piece.text):
            continue
        at = Sight(piece, found, sentence)
        for statement in (*(denied_in(at) if deny else ()), *(laid_to_another(at) if cleft else ())):
            if not is_limited(_own_words(statement)):
                yield statement


def _may_deny(token: Token) -> bool:
    return (
        token.lower_ in NEGATORS
        or token.lemma_ in DENYING
        or token.lemma_ in FALSE
        or token.lower_ in _OUT
        or token.lower_ in states()
    )


def _own_words(statement: Statement) -> str:
    """The words of what is denied, from what denies it on."""
    verb = statement.token
    while verb.pos_ not in ("VERB", "AUX") and verb.head is not verb and verb.head.i >= statement.sentence.start:
        verb = verb.head
    tokens = [each for each in verb.subtree if statement.sentence.start <= each.i < statement.sentence.end]
    return " ".join(each.text for each in tokens if each.dep_ not in ("punct",))


def _claim_of(document: Document, told: Told, made: dict[str, Claim]) -> Claim:
    """The claim that a word tells: one already made, else a new one over its clause."""
    word = told.piece.span(told.token)
    known = [
        claim
        for claim in made.values()
        if isinstance(claim.content, Deed) and claim.content.verb.touches(word) and claim.polarity is Polarity.YES
    ]
    if known:
        return min(known, key=lambda each: (len(each.content.verb) if isinstance(each.content, Deed) else 0, each.id))
    return _other(document, told.piece, told.sentence, told.token, (Polarity.YES, Status.ACTUAL))


def _denial(document: Document, statement: Statement, made: dict[str, Claim]) -> Claim:
    """The claim of a denial: one that says it was not so, else that somebody denies it, else a new one."""
    word, cue = statement.piece.span(statement.token), statement.piece.span(statement.cue)
    deeds = [each for each in made.values() if isinstance(each.content, Deed) and each.about is None]
    for claim in sorted(deeds, key=lambda each: (each.span, each.id)):
        verb, plover = claim.content.verb, claim.content.plover  # type: ignore[union-attr]
        denies = claim.polarity is Polarity.NO or any(voice.stance is Stance.DENIES for voice in claim.voices)
        if (denies and verb.touches(word)) or (
            plover is Plover.REJECT and verb.touches(cue) and claim.span.holds(word)
        ):
            return claim
    return _other(
        document, statement.piece, statement.sentence, statement.token, (Polarity.NO, Status.ACTUAL), statement.cue
    )


def _other(
    document: Document,
    piece: Piece,
    sentence: TokenSpan,
    token: Token,
    standing: tuple[Polarity, Status],
    cue: Token | None = None,
) -> Claim:
    text = document.reading.edition.text
    span = span_of(piece, sentence, token if cue is None or token.pos_ != "PRON" else cue)
    if cue is not None:
        own = piece.span(cue)
        span = Span(min(span.start, own.start), max(span.end, own.end))
    roles = tuple(
        role_of(text, piece, document.found, "actor", each)
        for each in (doers(token) if token.pos_ in ("VERB", "AUX") else ())
        if is_actor(piece, document.found, each.token)
    )
    deed = Deed(Plover.OTHER, piece.span(token), token.lemma_.lower(), roles)
    return make_claim(document.reading, span, deed, standing)
