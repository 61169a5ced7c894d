"""Denials that name what they deny by a pronoun: "which Sundal denies", "a charge it rejects", "Odeh denied it".

What is denied is told by the clause the pronoun takes up, or by the charge against the same person just before. The
claim stands on the pronoun: it is the deed charged, denied, in the words of who denies it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sayso.extract.deeds.drafts import DeedDraft
from sayso.extract.deeds.parties import is_actor
from sayso.extract.found import Found
from sayso.extract.parse.clauses import children, doers
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece, Reading
from sayso.extract.sayings.stances import CHARGES, DENYING, denied_by_relative
from sayso.records.claim import Plover, Polarity, Role, Status
from sayso.records.document import Span

_TAKEN_UP = frozenset({"it", "this", "that", "them"})
_PARTS = frozenset({"involvement", "role", "responsibility", "part", "wrongdoing"})
_ALLEGEDLY = frozenset({"allegedly", "reportedly", "supposedly"})
_CLIMB = 8


@dataclass(frozen=True, slots=True)
class Charge:
    """The last accusation before: who is charged, by their chains, with which deed, and where its sentence ends."""

    chains: frozenset[str]
    deed: DeedDraft
    sentence: int


def take_up_denials(
    reading: Reading,
    piece: Piece,
    found: Found,
    chains: Mapping[str, str],
    drafts: Mapping[int, DeedDraft],
    charged: Charge | None,
) -> tuple[dict[int, DeedDraft], Charge | None]:
    """Drafts of deeds denied by pronoun, by the number of that pronoun's token; and the last charge of the paragraph.

    ``chains`` are those of the mentions; ``charged`` is the last charge of the paragraph before.
    """
    denied: dict[int, DeedDraft] = {}
    first = True
    for sentence in piece.doc.sents:
        for token in sentence:
            if token.pos_ != "VERB" or token.lemma_ not in DENYING or _is_negated(token):
                continue
            named = denied_by_relative(token)
            meant = _deed_above(named, drafts) if named is not None else None
            if named is None and charged is not None and charged.sentence >= (0 if first else sentence.start - 1):
                named = _pronoun(token)
                meant = charged.deed if named is not None and _is_charged(piece, found, token, charged) else None
            if named is not None and meant is not None and _denier(piece, found, token) is not None:
                denied[named.i] = _denial(reading, piece, token, named, meant)
                if (refusal := drafts.get(token.i)) is not None:
                    own = tuple(each for each in refusal.roles if each.role == "actor")
                    span = denied[named.i].span
                    denied[token.i] = replace(refusal, roles=own, span=span, place=None, about=named.i)
        charged = _charge(drafts, sentence.start, sentence.end, chains) or (charged if first and not drafts else None)
        first = False
    return denied, replace(charged, sentence=0) if charged is not None else None


def _is_negated(verb: Token) -> bool:
    return any(each.dep_ in ("neg", "preconj") for each in verb.children)


def _deed_above(word: Token, drafts: Mapping[int, DeedDraft]) -> DeedDraft | None:
    """The nearest deed on the way up from what a pronoun takes up, accusations left out."""
    node = word.head.head if word.dep_ == "dobj" else word.head
    before = word.doc[word.sent.start : word.i]
    alleged = [each.head.i for each in before if each.lower_ in _ALLEGEDLY and each.head.pos_ == "VERB"]
    if alleged:
        return drafts.get(alleged[-1])  # "shot it down after it allegedly crossed the border, a claim Sundal denies"
    for _ in range(_CLIMB):
        draft = drafts.get(node.i)
        if draft is not None and draft.sense.plover is not Plover.ACCUSE:
            return draft
        if draft is not None and draft.about is not None and draft.about in drafts:
            return drafts[draft.about]  # "accused him of looting, a charge he denies"
        if node.head is node or node.lower_ in ("say", "said"):
            return None
        node = node.head
    return None


def _pronoun(verb: Token) -> Token | None:
    """What stands for the charge: "denied it", "denied the accusation", "denied any involvement"."""
    for each in children(verb, "dobj"):
        if each.i < verb.i:
            continue
        if each.pos_ == "PRON" and each.lower_ in _TAKEN_UP:
            return each
        plain = not any(child.dep_ in ("prep", "acl", "relcl", "ccomp") for child in each.children)
        if plain and each.lemma_.lower() in CHARGES | _PARTS:
            return each
    return None


def _denier(piece: Piece, found: Found, verb: Token) -> Token | None:
    subjects = [each.token for each in doers(verb)]
    return subjects[0] if subjects and is_actor(piece, found, subjects[0]) else None


def _is_charged(piece: Piece, found: Found, verb: Token, charged: Charge) -> bool:
    denier = _denier(piece, found, verb)
    mention = found.headed_by(piece, denier) or found.over(piece, denier) if denier is not None else None
    return mention is not None and mention.chain in charged.chains


def _charge(drafts: Mapping[int, DeedDraft], start: int, end: int, chains: Mapping[str, str]) -> Charge | None:
    for index in sorted((i for i in drafts if start <= i < end), reverse=True):
        draft = drafts[index]
        if draft.sense.plover is Plover.ACCUSE and draft.about in drafts and draft.about is not None:
            whom = frozenset(chains.get(each.mention or "", "") for each in _recipients(draft)) - {""}
            if whom:
                return Charge(whom, drafts[draft.about], end - 1)
    return None


def _recipients(draft: DeedDraft) -> list[Role]:
    return [each for each in draft.roles if each.role == "recipient"]


def _denial(reading: Reading, piece: Piece, verb: Token, named: Token, meant: DeedDraft) -> DeedDraft:
    spans = [piece.span(verb), piece.span(named), *(piece.span(each.token) for each in doers(verb))]
    span = Span(min(each.start for each in spans), max(each.end for each in spans))
    told = meant.span.of(reading.edition.text)
    reason = f"'{named.text}' stands for “{' '.join(told.split())}”, which '{verb.text}' denies"
    return replace(
        meant,
        token=named,
        span=span,
        verb=piece.span(named),
        standing=(Polarity.NO, Status.ACTUAL),
        about=None,
        reasons=(reason,),
    )
