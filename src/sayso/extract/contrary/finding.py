"""Find what a text denies, and what it tells that this may be of: "Ardesh paid them", "no such payment was made".

What no other finder made a claim of becomes one here, of the type OTHER, so that both sides can be weighed and shown.
Which telling a denial is of is weighed with the whole pile; but what it only takes up ("that is a lie") is told here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.extract.contrary.answered import answered
from sayso.extract.contrary.dated_twice import Dated, dated_twice
from sayso.extract.contrary.denied import denied_in
from sayso.extract.contrary.made import Made
from sayso.extract.contrary.statements import Sight, Statement
from sayso.extract.contrary.taken_up import is_known, taken_up
from sayso.extract.contrary.tellings import Document, Told, span_of
from sayso.extract.contrary.unsaid import never_said, told_of
from sayso.extract.contrary.words import (
    DENYING,
    FALSE,
    GUILT,
    INNOCENT,
    LASTING,
    NEGATORS,
    PLEAS,
    STANDING,
    is_ironic,
    is_limited,
    is_taken_back,
)
from sayso.extract.deeds.parties import is_actor
from sayso.extract.deeds.phrases import role_of
from sayso.extract.found import Found
from sayso.extract.making import make_claim
from sayso.extract.parse.clauses import Place, doers
from sayso.extract.parse.parsed import Token, TokenSpan
from sayso.extract.parse.reading import Piece, Reading
from sayso.extract.reaching import Reaching
from sayso.language.doings import states
from sayso.records.claim import (
    CONTRADICTS,
    OTHER_DAY,
    TAKEN_BACK,
    Claim,
    Deed,
    Plover,
    Polarity,
    Stance,
    Status,
)
from sayso.records.document import PassageRole, Span

_TWO = 2  # days
_OUT = frozenset({"out", "up"})


def find_contrary(document: Document, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of a document, with those that its denials need; a denial is ``about`` what it contradicts.

    ``claims`` have their voices or not; those made here have none.
    """
    denied = list(_denials(document.reading, document.found))
    claims = _taken_back(document.reading, claims)
    unsaid = never_said(document.reading)
    days = {each.edtf for each in document.found.times if each.edtf is not None}
    if not denied and not unsaid and len(days) < _TWO:
        return tuple(claims)
    made = Made(claims)
    _date_twice(document, made)
    for statement, said in told_of(document, unsaid):
        _contradict(document, statement, _claim_of(document, said, made), made)
    for statement in denied:
        if statement.back:
            _take_up(document, statement, made)
        elif statement.part and (accused := answered(document, statement, made)) is not None:
            _contradict(document, statement, _told_claim(document, accused, made), made)
        elif _is_told_of(statement):
            told = document.candidates(statement)
            if told or _stands_alone(statement):
                made.keep(_denial(document, statement, made, alone=True))
            for each in told:
                made.keep(_claim_of(document, each, made))
    return made.all()


def _date_twice(document: Document, made: Made) -> None:
    """Add the claims of what a document tells on two days, the later one about the earlier."""
    for one, two in dated_twice(document):
        early, late = (_dated(_claim_of(document, each.told, made), each) for each in (one, two))
        if early.id != late.id and late.about is None and early.sentence != late.sentence:
            made.put(early)
            reason = f"{OTHER_DAY}: “{' '.join(early.quote.split())}”"
            made.put(replace(late, about=early.id, reasons=(*late.reasons, reason)))


def _dated(claim: Claim, told: Dated) -> Claim:
    """A claim with the time that it is told at, where it has none."""
    deed = claim.content
    if not isinstance(deed, Deed) or deed.when is not None:
        return claim
    return replace(claim, content=replace(deed, when=told.when))


def _take_up(document: Document, statement: Statement, made: Made) -> None:
    """Add the claims of what a denial takes up, and of that denial, about it."""
    if is_known(statement, made):
        return
    told = _accusation(document, statement, made)
    if told is None:
        return
    _contradict(document, statement, _told_claim(document, told, made), made)


def _accusation(document: Document, statement: Statement, made: Made) -> Claim | Told | None:
    """What a denial answers, or takes up; who pleads that he is innocent only answers."""
    against = any(each.lower_ == "against" for each in statement.token.children)  # an accusation, whatever its name
    if statement.token.lemma_.lower() not in GUILT and not against:
        return taken_up(document, statement, made) or answered(document, statement, made)
    told = answered(document, statement, made)
    return told if told is not None or against or _pleads(statement) else taken_up(document, statement, made)


def _told_claim(document: Document, told: Claim | Told, made: Made) -> Claim:
    return told if isinstance(told, Claim) else _claim_of(document, told, made)


def _contradict(document: Document, statement: Statement, accusation: Claim, made: Made) -> None:
    """Add what is told, and its denial about it."""
    denial = _denial(document, statement, made)
    if denial.id != accusation.id and denial.about is None:
        reason = f"{CONTRADICTS}: “{' '.join(accusation.quote.split())}”"
        made.put(accusation)
        made.put(replace(denial, about=accusation.id, reasons=(*denial.reasons, reason)))


def _is_told_of(denied: Statement) -> bool:
    """Whether a denial is of what is told at one time; what a heading says the text below says in full."""
    of_every_day = denied.present and denied.token.lemma_ not in LASTING | STANDING
    return not of_every_day and denied.piece.passage.role is not PassageRole.HEADING


def _stands_alone(denied: Statement) -> bool:
    """Whether a denial says by itself what was not so, for what is told elsewhere to be held against it."""
    return bool(denied.things) or denied.subject is not None or denied.named


def _taken_back(reading: Reading, claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims, with a reason for each denial whose paragraph says that it was wrong."""
    paragraphs = [Span(each.base, each.base + len(each.text)) for each in reading.pieces if is_taken_back(each.text)]
    if not paragraphs:
        return claims
    wrong = Reaching(paragraphs)
    return [
        replace(claim, reasons=(*claim.reasons, TAKEN_BACK))
        if claim.polarity is Polarity.NO and any(each.holds(claim.span) for each in wrong.near(claim.span))
        else claim
        for claim in claims
    ]


def _denials(reading: Reading, found: Found) -> Iterator[Statement]:
    for piece, sentence in reading.sentences():
        if not any(_may_deny(each) for each in sentence):
            continue
        words = sentence.text
        if is_ironic(words) or words.rstrip("”\"’' ").endswith("?") or is_taken_back(piece.text):
            continue
        at = Sight(piece, found, sentence)
        for statement in denied_in(at):
            if not is_limited(_own_words(statement)):
                yield statement


def _may_deny(token: Token) -> bool:
    return (
        token.lower_ in NEGATORS
        or token.lemma_ in DENYING
        or token.lemma_ in FALSE
        or token.lower_ in _OUT
        or token.lower_ in states()
        or token.lower_ in INNOCENT
    )


def _own_words(statement: Statement) -> str:
    """The words of what is denied, from what denies it on; of one that names nothing, those that widen or limit it."""
    if statement.back:
        beside = (*statement.cue.children, *statement.token.lefts)
        return " ".join(each.text for each in beside if each.dep_ in ("advmod", "det", "amod", "neg"))
    verb = statement.token
    while verb.pos_ not in ("VERB", "AUX") and verb.head is not verb and verb.head.i >= statement.sentence.start:
        verb = verb.head
    joined = [each for each in verb.children if each.dep_ == "conj" and each.i > statement.token.i]
    other = {inner.i for each in joined for inner in each.subtree}  # what another clause says limits that one
    other |= {each.i for each in verb.children if each.dep_ == "mark"}  # "because no ship came" says why something is
    inside = (each for each in verb.subtree if statement.sentence.start <= each.i < statement.sentence.end)
    return " ".join(each.text for each in inside if each.dep_ != "punct" and each.i not in other)


def _claim_of(document: Document, told: Told, made: Made) -> Claim:
    """The claim that a word tells: one already made, else a new one over its clause."""
    word = told.piece.span(told.token)
    known = [
        claim
        for claim in made.near(word)
        if isinstance(claim.content, Deed) and claim.content.verb.touches(word) and claim.polarity is Polarity.YES
    ]
    if known:
        return min(known, key=lambda each: (len(each.content.verb) if isinstance(each.content, Deed) else 0, each.id))
    return _other(document, told.piece, told.sentence, told.token, (Polarity.YES, Status.ACTUAL))


def _denial(document: Document, statement: Statement, made: Made, *, alone: bool = False) -> Claim:
    """The claim of a denial: one that says it was not so, else that somebody denies it, else a new one.

    That somebody denies something does not stand ``alone``: it does not say what was not so.
    """
    word, cue = statement.piece.span(statement.token), statement.piece.span(statement.cue)
    deeds = [each for each in made.near(word, cue) if isinstance(each.content, Deed) and each.about is None]
    for claim in sorted(deeds, key=lambda each: (each.span, each.id)):
        verb, plover = claim.content.verb, claim.content.plover  # type: ignore[union-attr]
        denies = claim.polarity is Polarity.NO or any(voice.stance is Stance.DENIES for voice in claim.voices)
        around = claim.span.holds(word) and claim.span.holds(cue) and not _is_joined(statement, verb)
        if (denies and (verb.touches(word) or around)) or (
            not alone and plover is Plover.REJECT and verb.touches(cue) and claim.span.holds(word)
        ):
            return claim
    # Who is innocent is so: what he rejects is what he is accused of.
    polarity = Polarity.YES if _pleads(statement) else Polarity.NO
    standing = (polarity, Status.ACTUAL)
    return _other(document, statement.piece, statement.sentence, statement.token, standing, statement)


def _pleads(statement: Statement) -> bool:
    """Whether a denial says what the denier is or did, and only so that what he is accused of is not: "is innocent"."""
    return statement.back and statement.token.lower_ in PLEAS


def _is_joined(statement: Statement, verb: Span) -> bool:
    """Whether a deed is another's than the one denied, and only joined to it: "do not know him and never met him"."""
    joined = (each for each in statement.token.subtree if each.dep_ == "conj")
    return any(statement.piece.span(each).touches(verb) for each in joined)


def _other(
    document: Document,
    piece: Piece,
    sentence: TokenSpan,
    token: Token,
    standing: tuple[Polarity, Status],
    denied: Statement | None = None,
) -> Claim:
    """A claim of no type over a clause; of a denial with its cue, its subject for doer and the names it is said of."""
    cue = denied.cue if denied is not None else None
    top = token if cue is None or token.pos_ != "PRON" else cue
    span = span_of(piece, sentence, top)
    if denied is None and token.dep_ == "acl" and token.head.i < token.i:
        span = Span(min(span.start, piece.span(token.head.left_edge).start), span.end)  # "a man suspected of it"
    if denied is not None and denied.lasting and token.dep_ == "acomp":
        subject = piece.span(denied.things[0].left_edge)  # "the door was open", not "open"
        span = Span(min(span.start, subject.start), span.end)
    if cue is not None:
        own = piece.span(cue)
        said = (
            [span, own, *(piece.span(each.left_edge) for each in denied.things)] if denied is not None else [span, own]
        )
        span = Span(min(each.start for each in said), max(each.end for each in said))
    doing = [each.token for each in (doers(token) if token.pos_ in ("VERB", "AUX") else ())]
    if not doing and denied is not None and denied.subject is not None:
        doing = [denied.subject]
    places = [("actor", each) for each in doing if is_actor(piece, document.found, each)]
    if denied is not None:
        taken = {each.i for each in doing}
        named = (each for each in denied.things if document.found.headed_by(piece, each) is not None)
        places.extend(("recipient", each) for each in named if each.i not in taken)
    text = document.reading.edition.text
    roles = tuple(role_of(text, piece, document.found, name, Place(each, "")) for name, each in places)
    pleads = denied is not None and _pleads(denied)
    if denied is not None and denied.subject is not None and pleads:
        span = Span(min(span.start, piece.span(denied.subject.left_edge).start), span.end)
    plover = Plover.REJECT if pleads else Plover.OTHER
    lemma = "deny" if pleads else token.lemma_.lower()
    deed = Deed(plover, piece.span(token), lemma, roles, when=document.only_time(piece, sentence, token))
    return make_claim(document.reading, span, deed, standing)
