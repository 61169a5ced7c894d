"""Answers of the accused: what somebody's side says was not so, right after somebody else laid it to him.

"A councillor says the mayor took the flood money. “I never saw that money,” the mayor said." Accusation and answer need
not share their verb: they share a side, a subject matter and the place of an answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.contrary.meeting import Document, Told
from sayso.extract.contrary.statements import Statement
from sayso.extract.contrary.words import GENERIC, MINDING, stem, told_by
from sayso.extract.parse.clauses import doers
from sayso.extract.parse.parsed import Token, TokenSpan
from sayso.extract.parse.reading import Piece
from sayso.records.claim import Saying, Stance

_NEAR = 3  # sentences back
_CHARGED = frozenset({"know", "see", "plan", "show", "help", "support", "fail", "refuse", "talk", "speak"})
_POINTING = frozenset({"it", "that", "this", "them", "those"})
_OFFICE = frozenset(
    {"the", "a", "an", "of", "for", "his", "her", "its", "their", "spokesman", "spokeswoman", "spokesperson", "lawyer"}
    | {"mr", "ms", "mrs", "office", "former", "official", "officials", "people", "man", "woman", "senior", "'s", "’s"}
    | {"both", "two", "unnamed", "speaker", "who"}
)


def answered_by_the_accused(document: Document, denied: Statement) -> Told | None:
    """What was laid just before to the side that denies, where the two speak of one thing; None where nothing was."""
    own = document.number(denied)
    saying = document.speaker(denied.piece, denied.token)
    if denied.lasting or denied.back:
        return None
    words = _subject_matter(denied)
    for at in range(own - 1, max(own - _NEAR, 0) - 1, -1):
        piece, sentence = document.sentences[at]
        if piece.passage.id != denied.piece.passage.id:
            return None
        for token in _told_by_another(document, piece, sentence, saying):
            if not document.can_be_meant(denied, piece, sentence, token):
                continue
            if not _is_of_one_side(document, denied, saying, (piece, sentence, token)):
                continue
            if at == own - 1 and _points_back(document, denied, saying, piece, token):
                return Told(piece, sentence, token, (0, 0, -1))
            shared = words & {stem(each.lemma_) for each in sentence if each.pos_ in ("NOUN", "VERB", "ADJ", "PROPN")}
            if shared:
                return Told(piece, sentence, _nearest(token, shared), (len(shared), 0, at - own))
    return None


def _points_back(document: Document, denied: Statement, saying: Saying | None, piece: Piece, token: Token) -> bool:
    """Whether who is accused says of himself that he did nothing of "it": "I have not touched a crown of it"."""
    if saying is None or denied.subject is None or denied.subject.lower_ not in ("i", "we"):
        return False
    below = denied.token.subtree if denied.token.pos_ == "VERB" else denied.token.head.subtree
    if not any(each.lower_ in _POINTING and each.dep_ in ("pobj", "dobj") for each in below):
        return False
    chain, names = document.chain_of(saying.mention), _names(saying)
    for each in (place.token for place in doers(token)):
        if (chain is not None and document.chain(piece, each) == chain) or {each.lemma_.lower(), each.lower_} & names:
            return True
    return False


def _names(saying: Saying) -> frozenset[str]:
    """The words that a speaker goes by, those of his trade left out."""
    return frozenset(saying.name.casefold().replace("’s", "").replace("'s", "").split()) - _OFFICE - GENERIC


def _subject_matter(denied: Statement) -> frozenset[str]:
    """The stems of what a denial is of, and of words that may tell of the same; names of places are no matter."""
    things = (each for each in denied.things if each.pos_ != "PROPN" or each.dep_ in ("pobj", "dobj"))
    own = {*(stem(each.lemma_) for each in things), *denied.doing} - {"be"}
    return frozenset(word for each in own for word in told_by(each))


def _told_by_another(document: Document, piece: Piece, sentence: TokenSpan, saying: Saying | None) -> Iterator[Token]:
    """The verbs of what somebody other than the denier says was so."""
    for token in sentence:
        if (
            token.pos_ != "VERB"
            or token.dep_ in ("amod", "xcomp", "relcl", "acl")
            or token.lemma_ in MINDING - _CHARGED
        ):
            continue
        said = document.speaker(piece, token)
        if said is None or said.stance is Stance.DENIES or (saying is not None and _is_one(document, said, saying)):
            continue
        if document.is_told(piece, sentence, token):
            yield token


def _is_one(document: Document, one: Saying, two: Saying) -> bool:
    if one.name.casefold() == two.name.casefold():
        return True
    chains = [document.chain_of(each.mention) for each in (one, two)]
    return chains[0] is not None and chains[0] == chains[1]


def _is_of_one_side(
    document: Document, denied: Statement, saying: Saying | None, told: tuple[Piece, TokenSpan, Token]
) -> bool:
    """Whether who denies, or of whom it is denied, is one of those of whom it is told."""
    piece, sentence, token = told
    done_by = [each.token for each in doers(token)]
    if denied.subject is not None and any(
        document.is_one((denied.piece, denied.subject), (piece, each)) for each in done_by
    ):
        return True
    if saying is None:
        return False
    chain = document.chain_of(saying.mention)
    said = document.speaker(piece, token)
    around = (each for each in sentence if said is not None)
    inside = [each for each in around if any(part.holds(piece.span(each)) for part in said.content)]  # type: ignore[union-attr]
    if chain is not None and any(document.chain(piece, each) == chain for each in inside):
        return True
    names = frozenset(saying.name.casefold().replace("’s", "").replace("'s", "").split()) - _OFFICE - GENERIC
    return any(
        each.lemma_.lower() in names or each.lower_ in names for each in inside if each.pos_ in ("NOUN", "PROPN")
    )


def _nearest(token: Token, shared: frozenset[str] | set[str]) -> Token:
    """The verb itself, or the verb below it that the two have in common."""
    below = (each for each in token.subtree if each.pos_ == "VERB" and stem(each.lemma_) in shared)
    return next(below, token)
