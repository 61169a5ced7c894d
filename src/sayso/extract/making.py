"""The one way to make a claim, so that every claim has its span, its sentence and an id made of content."""

from __future__ import annotations

from sayso.extract.parse.reading import Reading
from sayso.records.claim import Claim, Content, Deed, Polarity, Quantity, Status, Tie
from sayso.records.document import Span
from sayso.records.ids import make_id


def make_claim(
    reading: Reading,
    span: Span,
    content: Content,
    standing: tuple[Polarity, Status],
    about: str | None = None,
    reasons: tuple[str, ...] = (),
) -> Claim:
    """A claim over ``span``, with no voices yet: ``vouch`` adds them when the sayings are known."""
    edition = reading.edition
    polarity, status = standing
    sentence = reading.sentence_of(span)
    return Claim(
        id=make_id("c", edition.document, span.start, span.end, *_content_key(content)),
        document=edition.document,
        passage=edition.passage_at(span.start).id,
        span=span,
        sentence=sentence,
        quote=span.of(edition.text),
        polarity=polarity,
        status=status,
        voices=(),
        content=content,
        about=about,
        reasons=reasons,
    )


def _content_key(content: Content) -> tuple[object, ...]:
    if isinstance(content, Deed):
        return "deed", content.plover, content.verb.start
    if isinstance(content, Tie):
        return "tie", content.tie, content.a.span.start, content.b.span.start
    if isinstance(content, Quantity):
        return "quantity", content.measure, content.unit or ""
    return "trait", content.trait, content.actor.span.start, content.value
