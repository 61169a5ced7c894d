"""What was passed over: sentences that hold names, numbers or deeds and gave no claim, and text that cannot be read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.extract.found import Found
from sayso.extract.parse.parsed import TokenSpan
from sayso.extract.parse.reading import Piece, Reading
from sayso.extract.reaching import Reaching
from sayso.language.plover import knows_verb, noun_sense
from sayso.records.actor import MentionForm
from sayso.records.claim import Claim
from sayso.records.document import Span

_FEWEST_WORDS = 4  # shorter runs are labels and bylines, not sentences


def find_unread(reading: Reading, found: Found, claims: Sequence[Claim]) -> tuple[Span, ...]:
    """Sentences that hold a name, a number or a deed yet bear no claim, and stretches in other languages, in order."""
    claimed = {claim.sentence.start for claim in claims}
    spans_of_claims = Reaching(claim.span for claim in claims)
    named = sorted(each.span.start for each in found.mentions if each.form in (MentionForm.NAME, MentionForm.DEMONYM))
    spans = list(reading.foreign)
    for piece, sentence in reading.sentences():
        span = piece.span(sentence)
        if span.start in claimed or any(map(span.touches, spans_of_claims.near(span))):
            continue
        if _says_something(piece, sentence, named):
            spans.append(span)
    return tuple(sorted(spans))


def _says_something(piece: Piece, sentence: TokenSpan, named: Sequence[int]) -> bool:
    words = [token for token in sentence if not token.is_punct and not token.is_space]
    if len(words) < _FEWEST_WORDS or not any(token.pos_ in ("VERB", "AUX") for token in words):
        return False
    span = piece.span(sentence)
    if bisect_left(named, span.start) < bisect_left(named, span.end):
        return True
    return any(
        token.pos_ == "NUM"
        or bool(token.ent_type_)
        or (token.pos_ == "VERB" and knows_verb(token.lemma_.lower()))
        or (token.pos_ == "NOUN" and noun_sense(token.lemma_.lower(), alone=True) is not None)
        for token in words
    )
