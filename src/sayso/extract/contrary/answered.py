"""What somebody accused answers: "a charge he denies", "denied any wrongdoing", "pleaded not guilty".

It is the accusation before it in its own sentence, else the one against him nearest to it in the passage.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.extract.contrary.made import Made
from sayso.extract.contrary.statements import Statement
from sayso.extract.contrary.tellings import Document, Told
from sayso.extract.contrary.words import GUILT, TALES
from sayso.extract.parse.clauses import children, doers, undergoers
from sayso.extract.parse.parsed import Token, TokenSpan
from sayso.extract.parse.reading import Piece
from sayso.extract.parse.standing import standing
from sayso.records.claim import TOLD, Claim, Deed, Polarity, Saying, Stance
from sayso.records.document import PassageRole

_ACCUSING = frozenset({"accuse", "charge", "indict", "blame", "suspect", "implicate", "prosecute", "complain"})
_SAYING = frozenset(
    {"allege", "say", "claim", "report", "suggest", "insist", "argue", "maintain", "believe", "contend"}
)
_PROCEEDINGS = frozenset(
    {"charge", "accusation", "allegation", "investigation", "inquiry", "probe", "trial", "prosecution", "indictment"}
    | {"impeachment", "suspicion", "lawsuit"}
)
_JUDGING = frozenset({"judge", "court", "tribunal", "jury", "juror", "magistrate", "panel", "commission", "regulator"})
_ALLEGEDLY = frozenset({"allegedly", "reportedly", "supposedly"})
_CREDIT = frozenset({"responsibility", "credit"})
_OF = frozenset({"of", "for", "with", "about", "in"})
_BACK, _ON = 40, 8  # sentences in which an accusation of the denier is looked for, before and behind
_NEXT = 2  # sentences away, where "the man" is the one told of
_VERBS = ("VERB", "AUX")


def answered(document: Document, denied: Statement, made: Made) -> Claim | Told | None:
    """The accusation that a denial answers which names nothing of it; None where nothing fits."""
    denier = denied.subject
    if denier is not None and denier.lemma_.lower() in _JUDGING:
        return None  # a court that dismisses charges is not accused
    beside = _accusation_beside(document, denied, made) if denied.back else None
    if beside is not None:
        return Told(denied.piece, denied.sentence, beside)
    against = [end for prep in children(denied.token, "prep") for end in _against(prep)]
    if denier is None or not (against or denied.part or denied.token.lemma_.lower() in GUILT):
        return None
    deniers = {chain for each in (denier, *against) for chain in _chains(document, denied.piece, each)}
    return _accusation_of(document, denied, deniers, made)


def _against(prep: Token) -> list[Token]:
    return children(prep, "pobj") if prep.lower_ == "against" else []


def _accusation_beside(document: Document, denied: Statement, made: Made) -> Token | None:
    """The word of what is alleged in the sentence of a denial, before it."""
    first = min(denied.token.i, denied.cue.i)
    before = [each for each in denied.sentence if each.i < first and each.pos_ == "VERB"]
    for verb in reversed(before):
        if _is_unlikely(verb):
            continue
        if verb.lemma_.lower() in _ACCUSING and not _is_deniers(document, denied, verb):
            return _alleged_by(verb, denied.piece, made)
        credit = verb.lemma_ == "claim" and any(each.lemma_ in _CREDIT for each in verb.children)
        if credit and not _is_deniers(document, denied, verb):
            return verb
        if verb.lemma_.lower() in _SAYING:
            inner = [each for each in children(verb, "ccomp") if each.i < first and each.pos_ in _VERBS]
            inner = [each for each in inner if denied.cue not in each.subtree]  # "said there was no truth in it"
            saying = document.speaker(denied.piece, inner[0]) if inner else None
            if saying is not None and saying.stance is not Stance.DENIES and _can_be_told(inner[0]):
                own = _is_deniers(document, denied, verb) or _is_speakers(document, denied, saying)
                return None if own else inner[0]
        if any(each.lower_ in _ALLEGEDLY for each in verb.children):
            return verb
    return None


def _is_deniers(document: Document, denied: Statement, verb: Token) -> bool:
    """Whether who accuses or says something is who denies."""
    first = next((each.token for each in doers(verb)), None)
    if first is None or denied.subject is None:
        return False
    if first is denied.subject:
        return True
    chain = document.chain(denied.piece, first)
    return chain is not None and chain == document.chain(denied.piece, denied.subject)


def _is_speakers(document: Document, denied: Statement, saying: Saying) -> bool:
    """Whether who says it goes on speaking, and names no denier: "I said all I could and it did not happen"."""
    within = document.speaker(denied.piece, denied.token)
    if within is None or denied.subject is not None:
        return False
    chain = document.chain_of(saying.mention)
    return within.name == saying.name or (chain is not None and chain == document.chain_of(within.mention))


def _is_unlikely(verb: Token) -> bool:
    """Whether nobody is said to have accused: "is not accused of theft", "may be charged"."""
    polarity, status = standing(verb)
    return polarity is Polarity.NO or status not in TOLD


def _can_be_told(verb: Token) -> bool:
    return standing(verb)[0] is Polarity.YES


def _alleged_by(verb: Token, piece: Piece, made: Made) -> Token:
    """What somebody is accused of, where a claim was made of it; else the accusing, whose words say both."""
    for prep in (each for each in verb.children if each.dep_ in ("prep", "agent") and each.lower_ in _OF):
        for end in prep.children:
            if end.dep_ == "pcomp" and end.pos_ in _VERBS:
                word = piece.span(end)
                if any(isinstance(each.content, Deed) and each.content.verb.touches(word) for each in made.near(word)):
                    return end
    return verb


def _chains(document: Document, piece: Piece, denier: Token) -> Iterator[str]:
    """Whoever denies, or whose lawyer, spokesman or house does."""
    named = [denier, *children(denier, "conj", "poss", "appos")]
    named.extend(end for prep in children(denier, "prep") if prep.lower_ in ("for", "of") for end in prep.children)
    for each in named:
        chain = document.chain(piece, each)
        if chain is not None:
            yield chain


def _accusation_of(document: Document, denied: Statement, deniers: set[str], made: Made) -> Claim | Told | None:
    """The accusation of a denier that stands nearest in the passage, first of those before."""
    own = document.number(denied)
    last = min(own + _ON + 1, len(document.sentences))
    for at in (*range(own - 1, max(own - _BACK, 0) - 1, -1), *range(own + 1, last)):
        piece, sentence = document.sentences[at]
        if piece.passage.id != denied.piece.passage.id or piece.passage.role is PassageRole.HEADING:
            continue
        called = _called(denied) if abs(at - own) <= _NEXT else None
        word = next(_accusing(document, made, (piece, sentence), deniers | {called} if called else deniers), None)
        if word is not None:
            return Told(piece, sentence, word)
        claim = _alleged(document, piece, sentence, deniers, made)
        if claim is not None:
            return claim
    return None


def _called(denied: Statement) -> str | None:
    """The noun of a denier who was told of right before: "the man", of "a man suspected of it"."""
    noun = denied.subject
    definite = noun is not None and noun.pos_ == "NOUN" and any(each.lower_ == "the" for each in noun.lefts)
    return f"the {noun.lemma_.lower()}" if noun is not None and definite else None


def _accusing(document: Document, made: Made, place: tuple[Piece, TokenSpan], deniers: set[str]) -> Iterator[Token]:
    """The words in a sentence for what some are accused of."""
    piece, sentence = place
    charges = False
    for token in sentence:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in _ACCUSING and not _is_unlikely(token):
            if _names_any(document, piece, (each.token for each in undergoers(token)), deniers):
                yield _alleged_by(token, piece, made)
        elif lemma in ("face", "be") and token.pos_ in _VERBS and not _is_unlikely(token):
            doing = (each.token for each in doers(token))
            if _is_charged(token) and _names_any(document, piece, doing, deniers):
                yield token
        elif token.pos_ == "NOUN" and lemma in TALES & GUILT:
            charges = charges or standing(token)[0] is Polarity.YES
        elif charges and token.dep_ == "mark" and token.lower_ == "that" and token.head.pos_ in _VERBS:
            doing = (each.token for each in doers(token.head))  # "allegations that she broke the law"
            if _can_be_told(token.head) and _names_any(document, piece, doing, deniers):
                yield token.head
        elif token.pos_ == "VERB" and any(each.lower_ in _ALLEGEDLY for each in token.children):
            doing = (each.token for each in doers(token))
            owned = (own for each in doing for own in (each, *children(each, "poss")))  # "her administration"
            if not _is_unlikely(token) and _names_any(document, piece, owned, deniers):
                yield token


def _is_charged(verb: Token) -> bool:
    """Whether who "faces a trial", or "is under investigation for" it, is charged with something."""
    if verb.lemma_ == "face":
        return any(each.lemma_ in _PROCEEDINGS for each in children(verb, "dobj"))
    under = [end for prep in children(verb, "prep") if prep.lower_ in ("under", "on") for end in prep.children]
    return any(each.lemma_ in _PROCEEDINGS for each in under)


def _names_any(document: Document, piece: Piece, named: Iterable[Token], deniers: set[str]) -> bool:
    return any(document.chain(piece, each) in deniers or f"the {each.lemma_.lower()}" in deniers for each in named)


def _alleged(document: Document, piece: Piece, sentence: TokenSpan, deniers: set[str], made: Made) -> Claim | None:
    """The first deed in a sentence that somebody else alleges a denier did."""
    span = piece.span(sentence)
    for claim in made.near(span):
        deed = claim.content
        if not isinstance(deed, Deed) or not span.holds(claim.span) or claim.polarity is not Polarity.YES:
            continue
        if claim.status not in TOLD or claim.about is not None:
            continue
        saying = document.saying_over(deed.verb)
        if saying is None or saying.stance is not Stance.ALLEGES:
            continue
        if any(each.role == "actor" and document.chain_of(each.mention) in deniers for each in deed.roles):
            return claim
    return None
