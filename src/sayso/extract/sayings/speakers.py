"""Who spoke before: the name for a source that is only "they", "it", "he" or "the group".

Used where the chains of the mentions give no name. A pronoun goes back one paragraph at most, to the last source it
agrees with in number and kind; a bare noun such as "the group" goes back through its passage.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.extract.found import Found
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.language.lexicon import words
from sayso.language.outlets import display_name, looks_like_outlet
from sayso.records.actor import MentionForm
from sayso.records.claim import VoiceKind

_BODIES = frozenset({VoiceKind.ORGANIZATION, VoiceKind.QUOTED_OUTLET})
_PEOPLE = frozenset({VoiceKind.PERSON, VoiceKind.OFFICIAL, VoiceKind.UNNAMED})
_SINGULAR = frozenset({"he", "she"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_ANY_BODY = frozenset({"group", "organization", "organisation", "body", "movement", "charity", "agency", "ngo"})
_BACK = 1  # paragraphs that a pronoun reaches back


@dataclass(frozen=True, slots=True)
class Known:
    """A voice as a reader knows it; ``animate`` is False for what cannot hold or utter a thought."""

    name: str
    kind: VoiceKind
    mention: str | None
    animate: bool = True


@dataclass(frozen=True, slots=True)
class _Turn:
    passage: str
    piece: int
    head: Token
    known: Known


class Speakers:
    """The sources of one reading in order, as they are introduced."""

    def __init__(self, found: Found) -> None:
        self._turns: list[_Turn] = []
        self._outlets = sorted(
            (mention.span.start, mention.passage, mention.name or mention.text, mention.id)
            for mention in found.mentions
            if mention.form is MentionForm.NAME and looks_like_outlet(mention.name or mention.text)
        )

    def heard(self, piece: Piece, head: Token, known: Known) -> None:
        """Keep a source that has a name of its own."""
        if known.animate and head.pos_ != "PRON":
            self._turns.append(_Turn(piece.passage.id, piece.index, head, known))

    def meant(self, piece: Piece, head: Token) -> Known | None:
        """Who a pronoun or a bare noun stands for; None where nobody before fits."""
        if head.pos_ == "PRON":
            return self._by_pronoun(piece, head)
        if not _is_bare(head):
            return None
        lemma = head.lemma_.lower()
        if lemma in words("outlet_nouns"):
            return self._outlet_before(piece, head)
        if lemma in words("group_nouns"):
            return _of_kind(lemma, self._last(piece, _BODIES, named=True))
        return None

    def goes_on(self, piece: Piece, head: Token) -> Known | None:
        """The body that spoke last in this very paragraph, where a bare noun takes it up: "the group added"."""
        if _is_bare(head) and head.lemma_.lower() in words("group_nouns"):
            return _of_kind(head.lemma_.lower(), self._last(piece, _BODIES, named=True, back=0))
        return None

    def _by_pronoun(self, piece: Piece, head: Token) -> Known | None:
        word = head.lower_
        if word == "they":
            for turn in self._near(piece, _BACK):
                if _is_plural(turn.head):
                    return turn.known
        elif word in _SINGULAR:
            last = next(self._near(piece, _BACK), None)
            if last is not None and last.known.kind in _PEOPLE and not _is_plural(last.head):
                return last.known
        elif word == "it":
            return self._last(piece, _BODIES, back=_BACK) or self._outlet_before(piece, head, back=0)
        return None

    def _near(self, piece: Piece, back: int) -> Iterator[_Turn]:
        for turn in reversed(self._turns):
            if turn.passage != piece.passage.id or turn.piece < piece.index - back:
                return
            yield turn

    def _last(
        self, piece: Piece, kinds: frozenset[VoiceKind], *, named: bool = False, back: int | None = None
    ) -> Known | None:
        reach = piece.index if back is None else back
        for turn in self._near(piece, reach):
            if turn.known.kind in kinds and not (named and turn.known.name.islower()):
                return turn.known
        return None

    def _outlet_before(self, piece: Piece, head: Token, back: int | None = None) -> Known | None:
        last = bisect_left(self._outlets, (piece.base + head.idx,)) - 1
        if last < 0:
            return None
        start, passage, name, ident = self._outlets[last]
        if passage != piece.passage.id or (back == 0 and start < piece.base):
            return None
        return Known(display_name(name), VoiceKind.QUOTED_OUTLET, ident)


def _of_kind(noun: str, known: Known | None) -> Known | None:
    """The body, where a noun can stand for it: "the group" for any, "the party" for what is called one."""
    return known if known is not None and (noun in _ANY_BODY or noun in known.name.lower()) else None


def _is_bare(head: Token) -> bool:
    """Whether a noun has "the" or "that" and nothing else to tell which one: "the group"; "the Brigade" is a name."""
    if not head.is_lower:
        return False
    lefts = [child.lower_ for child in head.lefts]
    told_apart = any(child.dep_ in ("prep", "relcl", "acl", "appos") for child in head.rights)
    return lefts in (["the"], ["that"]) and not told_apart


def _is_plural(head: Token) -> bool:
    return head.tag_ in _PLURAL_TAGS or any(child.dep_ == "conj" for child in head.children)
