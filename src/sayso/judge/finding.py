"""What lies over words that were found again: the claim, the mention or the passage that was judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set

from sayso.judge.anchoring import find_words
from sayso.records.actor import Mention, MentionForm
from sayso.records.claim import Claim, Deed, Quantity, Tie
from sayso.records.document import Edition, Passage, Span
from sayso.records.ids import make_id
from sayso.records.judgement import TargetKind, TextQuote
from sayso.records.pile import Pile

_ENOUGH = 0.5
"""The share of the shorter of two spans that they must have in common to be about the same words."""


def claim_mark(claim: Claim) -> str:
    """What tells a claim from others over the same words: its kind, its type and its own word."""
    content = claim.content
    if isinstance(content, Deed):
        parts = ("deed", content.plover.value, content.lemma)
    elif isinstance(content, Tie):
        parts = ("tie", content.tie.value, f"{content.a.text} {content.b.text}")
    elif isinstance(content, Quantity):
        parts = ("quantity", content.measure, content.stated)
    else:
        parts = ("trait", content.trait, content.value)
    return "|".join(" ".join(part.split()) for part in parts)


def claim_at(claims: Iterable[Claim], span: Span, mark: str) -> Claim | None:
    """The claim over ``span`` that is of the kind that was judged and shares its type or its own word."""
    kind, _, rest = mark.partition("|")
    found = [
        (likeness, _shared(each.span, span), each)
        for each in claims
        if each.kind == kind and (likeness := _likeness(claim_mark(each).partition("|")[2], rest))
        if _shared(each.span, span) >= _ENOUGH
    ]
    return max(found, key=lambda each: (each[0], each[1], -len(each[2].span), each[2].id))[2] if found else None


def _likeness(mine: str, theirs: str) -> int:
    return sum(one == two for one, two in zip(mine.split("|", 1), theirs.split("|", 1), strict=False))


def mention_at(mentions: Iterable[Mention], span: Span) -> Mention | None:
    """The mention over ``span``; of several the one that shares most with it, a name before a pronoun."""
    found = [(each.form is MentionForm.NAME, _common(each.span, span), each) for each in mentions]
    found = [each for each in found if _shared(each[2].span, span) >= _ENOUGH]
    # Of two that hold the words alike, the tighter.
    return max(found, key=lambda each: (*each[:2], -len(each[2].span), each[2].id))[2] if found else None


def passage_at(passages: Sequence[Passage], span: Span) -> Passage | None:
    """The passage that begins and ends where ``span`` does, but for white space and a few words; innermost first."""
    found = [(_overlap(each.span, span), number, each) for number, each in enumerate(passages)]
    best = max(found, key=lambda each: (each[0], each[1]), default=None)
    return best[2] if best is not None and best[0] >= 0.8 else None


def _common(one: Span, two: Span) -> int:
    return max(0, min(one.end, two.end) - max(one.start, two.start))


def _shared(one: Span, two: Span) -> float:
    return _common(one, two) / max(1, min(len(one), len(two)))


def _overlap(one: Span, two: Span) -> float:
    return _common(one, two) / max(1, max(one.end, two.end) - min(one.start, two.start))


class Finder:
    """Finds what judgements point at in some ``documents`` of a pile. ``edition_of`` gives the text of a document."""

    def __init__(self, pile: Pile, edition_of: Callable[[str], Edition], documents: Set[str]) -> None:
        self._pile = pile
        self._edition_of = edition_of
        self._editions: dict[str, Edition] = {}
        self._claims: dict[str, list[Claim]] = {}
        self._mentions: dict[str, list[Mention]] = {}
        for claim in pile.claims.values():
            if claim.document in documents:
                self._claims.setdefault(claim.document, []).append(claim)
        for mention in pile.mentions.values():
            if mention.document in documents:
                self._mentions.setdefault(mention.document, []).append(mention)

    def find(self, quote: TextQuote) -> str | None:
        """The id of what was judged, as it is now; None where it is gone.

        Words that nothing was read from have an id made of where they stand.
        """
        if quote.document not in self._pile.documents:
            return None
        if quote.kind is TargetKind.DOCUMENT:
            return quote.document
        if (span := find_words(self._edition(quote.document).text, quote)) is None:
            return None
        if quote.kind is TargetKind.CLAIM:
            claim = claim_at(self._claims.get(quote.document, ()), span, quote.mark)
            return claim.id if claim else None
        if quote.kind is TargetKind.MENTION:
            mention = mention_at(self._mentions.get(quote.document, ()), span)
            return mention.id if mention else None
        if quote.kind is TargetKind.PASSAGE:
            passage = passage_at(self._edition(quote.document).passages, span)
            return passage.id if passage else None
        return make_id("w", quote.document, span.start, span.end)

    def _edition(self, document: str) -> Edition:
        if document not in self._editions:
            self._editions[document] = self._edition_of(document)
        return self._editions[document]
