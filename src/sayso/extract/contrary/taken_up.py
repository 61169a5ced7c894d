"""What a denial takes up that names nothing: "the charge", "it", "nothing of the kind"."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.extract.contrary.made import Made
from sayso.extract.contrary.statements import Statement
from sayso.extract.contrary.tellings import Document, Told
from sayso.extract.contrary.words import GENERIC, TAKEN_UP, TALES, is_limited
from sayso.extract.parse.parsed import Token, TokenSpan
from sayso.extract.parse.reading import Piece
from sayso.records.claim import TOLD, Claim, Deed, Plover, Polarity, Saying, Stance, Tie, TieKind

_DEALINGS = frozenset({TieKind.BACKS, TieKind.ALLIED_WITH, TieKind.MEMBER_OF, TieKind.LEADS, TieKind.CONTROLS})
_THINKING = frozenset({"know", "think", "see", "hear", "understand", "believe", "mean", "guess", "agree", "wait"})
_ASKING = frozenset({"ask", "thank", "welcome", "greet", "invite"})
_NEAR = 3  # sentences back
_POINTING = frozenset({"it", "that", "this"})
_PLAIN = frozenset(
    {"the", "a", "an", "of", "for", "minister", "ministry", "spokesman", "spokeswoman", "foreign", "his", "her"}
)


def taken_up(document: Document, denied: Statement, claims: Made) -> Claim | Told | None:
    """The last that somebody else said right before, of the denier where one is named; None where nothing fits."""
    if _goes_on(denied.cue) or _is_no_denial(denied):
        return None  # "... were at work there, but Kiev denies this": what it is of stands in its own sentence
    own = document.number(denied)
    inside = document.speaker(denied.piece, denied.token)
    bare = denied.subject is None or denied.subject.lower_ in _POINTING
    speaker = inside if inside is not None and inside.vouches and bare else None
    for at in range(own - 1, max(own - _NEAR, 0) - 1, -1):
        piece, sentence = document.sentences[at]
        if piece.passage.id != denied.piece.passage.id:
            return None
        if not _says_of_what(denied.token, sentence):
            continue
        next_to = at == own - 1
        if denied.subject is not None and not _names(document, denied, piece, sentence, next_to=next_to):
            continue
        said = _said_in(document, piece, sentence, speaker)
        if said is not None and not _says_both(document, denied, piece, said):
            return Told(piece, sentence, said)
        if (told := _told_in(document, piece, sentence, claims, speaker)) is not None:
            return told
        if denied.subject is None and at < own - 1:
            return None
    return _just_said(document, denied, own - 1)


def _just_said(document: Document, denied: Statement, at: int) -> Told | None:
    """What somebody else said in the sentence before: "the rebels said they shot it down. The army denies this"."""
    if at < 0 or denied.subject is None or denied.token.lemma_.lower() not in TAKEN_UP | TALES:
        return None
    piece, sentence = document.sentences[at]
    if piece.passage.id != denied.piece.passage.id or not _says_of_what(denied.token, sentence):
        return None
    said = _said_in(document, piece, sentence, None)
    return Told(piece, sentence, said) if said is not None and not _says_both(document, denied, piece, said) else None


def is_known(denied: Statement, claims: Made) -> bool:
    """Whether what the pronoun of a denial stands for was found already."""
    word = denied.piece.span(denied.token)
    return any(
        isinstance(each.content, Deed) and each.polarity is Polarity.NO and each.content.verb.touches(word)
        for each in claims.near(word)
    )


def _says_of_what(named: Token, sentence: TokenSpan) -> bool:
    """Whether a sentence names what a denied claim is said to be of, or whose it is: "the F-16 claim"."""
    marks = {each.lower_ for each in named.lefts if each.dep_ in ("compound", "nummod") or each.pos_ == "PROPN"}
    return not marks or any(each.lower_ in marks for each in sentence)


def _says_both(document: Document, denied: Statement, piece: Piece, said: Token) -> bool:
    """Whether who denies is who said it."""
    saying = document.speaker(piece, said)
    chain = document.chain_of(saying.mention) if saying is not None else None
    return chain is not None and denied.subject is not None and chain == document.chain(denied.piece, denied.subject)


def _goes_on(cue: Token) -> bool:
    """Whether a denial goes on from a clause of its own sentence."""
    verb = cue
    while verb.pos_ not in ("VERB", "AUX") and verb.head is not verb:
        verb = verb.head
    return verb.dep_ in ("conj", "relcl", "advcl") and verb.head.pos_ == "VERB" and verb.head.i < verb.i


def _is_no_denial(denied: Statement) -> bool:
    """For "the strike that never happened", which says of what it is, and "rejecting it would cost us"."""
    relative = denied.token.lower_ in ("that", "which") and denied.token.dep_ in ("nsubj", "nsubjpass")
    if relative and denied.token.head.dep_ == "relcl":
        return True
    return bool(denied.cue.tag_ == "VBG" and denied.cue.dep_ in ("csubj", "pcomp"))


def _names(document: Document, denied: Statement, piece: Piece, sentence: TokenSpan, *, next_to: bool) -> bool:
    """Whether a sentence names the denier, or whom he speaks for."""
    subject = denied.subject
    assert subject is not None
    chain = document.chain(denied.piece, subject)
    if chain is not None and any(document.chain(piece, each) == chain for each in sentence):
        return True
    names = {each.lower_ for each in _phrase(subject) if each.pos_ in ("PROPN", "NOUN")} - _PLAIN - GENERIC
    return any(
        each.lower_ in names for each in sentence if each.text[:1].isupper() or (next_to and each.dep_ == "nsubj")
    )


def _phrase(head: Token) -> Iterable[Token]:
    return [each for each in head.subtree if head.sent.start <= each.i < head.sent.end]


def _told_in(
    document: Document, piece: Piece, sentence: TokenSpan, claims: Made, speaker: Saying | None
) -> Claim | None:
    """The first deed or tie in a sentence that somebody other than the speaker says."""
    span = piece.span(sentence)
    asked = [piece.span(each) for each in sentence if each.pos_ == "VERB" and each.head.lower_ == "let"]
    told = [each for each in claims.near(span) if span.holds(each.span) and _is_told(each)]
    told = [each for each in told if not any(each.span.holds(verb) for verb in asked)]
    said = []
    for claim in told:
        anchor = claim.content.verb if isinstance(claim.content, Deed) else claim.span
        saying = document.saying_over(anchor)
        if saying is None or saying.stance is Stance.DENIES:
            continue
        if speaker is not None and saying.name == speaker.name:
            continue
        said.append(claim)
    said = [each for each in said if not (isinstance(each.content, Deed) and each.content.lemma in _ASKING)]
    charged = [each for each in said if not (isinstance(each.content, Deed) and each.content.plover is Plover.ACCUSE)]
    return min(charged or said, key=lambda each: (isinstance(each.content, Tie), each.span, each.id), default=None)


def _said_in(document: Document, piece: Piece, sentence: TokenSpan, speaker: Saying | None) -> Token | None:
    """The verb of what somebody other than the speaker says in a sentence, where no claim was made of it."""
    if is_limited(sentence.text):
        return None
    for token in (each for label in ("ccomp", "relcl", "ROOT") for each in sentence if each.dep_ == label):
        if token.dep_ == "relcl" and not (token.head.dep_ == "attr" and token.head.head.lemma_ == "be"):
            continue  # only of "it was Odeh who did it"
        if token.pos_ == "VERB" and _says_something(token) and document.is_told(piece, sentence, token):
            saying = document.speaker(piece, token)
            if (
                saying is not None
                and saying.stance is not Stance.DENIES
                and (not speaker or saying.name != speaker.name)
            ):
                return token
    return None


def _says_something(verb: Token) -> bool:
    """Whether a clause tells of anything: "I know" does not, nor does what somebody is asked to do."""
    if verb.head.lower_ == "let" or verb.lower_ == "let" or verb.lemma_ in _ASKING:
        return False
    asked = verb.tag_ == "VB" and not any(each.dep_ in ("aux", "nsubj", "nsubjpass") for each in verb.lefts)
    told = any(each.dep_ not in ("punct", "nsubj", "aux", "cc", "conj", "advcl", "intj") for each in verb.children)
    return not asked and (told or verb.lemma_ not in _THINKING)


def _is_told(claim: Claim) -> bool:
    return (
        claim.polarity is Polarity.YES
        and claim.status in TOLD
        and (isinstance(claim.content, Deed) or (isinstance(claim.content, Tie) and claim.content.tie in _DEALINGS))
    )
