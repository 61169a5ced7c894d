"""Judgements that change what is read: before extraction on the passages of an edition, after it on its claims.

They are applied while a document is read, so that all that hangs on a date, an outlet or a voice follows: "on Sunday"
is reckoned from the date that was judged, and a comment claims nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from sayso.errors import InputError
from sayso.judge.adding import add_claim, voice_named
from sayso.judge.anchoring import find_words
from sayso.judge.constraining import AT_READING, textual_keys
from sayso.judge.finding import claim_at, passage_at
from sayso.judge.standing import find_standing, in_order
from sayso.records.claim import Claim, Deed, Extraction, Quantity, Voice, VoiceKind
from sayso.records.document import Edition, Passage, PassageRole, Span
from sayso.records.ids import make_id
from sayso.records.judgement import Judgement, State, TargetKind, Verb
from sayso.records.when import Anchor, Precision, When, WhenType

OWN_VOICE = "outlet"
"""The value of ``voice-is`` where the outlet says it itself."""

_OUTLETS = (VoiceKind.OUTLET, VoiceKind.QUOTED_OUTLET)


def judged_at_reading(judgements: Sequence[Judgement]) -> dict[str, tuple[Judgement, ...]]:
    """For each document the judgements that it is to be read by, in the order they were made."""
    keys = {each.id: textual_keys(each) for each in judgements}
    standing = find_standing(judgements, keys)
    found: dict[str, list[Judgement]] = {}
    for each in in_order(judgements):
        if each.verb in AT_READING and standing[each.id][0] is State.HOLDS:
            for document in sorted({anchor.document for anchor in each.anchors}):
                found.setdefault(document, []).append(each)
    return {document: tuple(judged) for document, judged in found.items()}


def amend_edition(edition: Edition, judgements: Iterable[Judgement]) -> Edition:
    """The edition with the dates, outlets and kinds of passages that people judged; what is gone changes nothing."""
    for judgement in judgements:
        for anchor in judgement.anchors:
            if anchor.document != edition.document:
                continue
            if anchor.kind is TargetKind.DOCUMENT:
                span: Span | None = edition.passages[0].span
            else:
                span = find_words(edition.text, anchor) if anchor.kind is not TargetKind.CLAIM else None
            if span is not None and judgement.value:
                edition = _amended(edition, judgement, span, anchor.kind)
    return edition


def _amended(edition: Edition, judgement: Judgement, span: Span, kind: TargetKind) -> Edition:
    passage = edition.passages[0] if kind is TargetKind.DOCUMENT else passage_at(edition.passages, span)
    value, reason = judgement.value or "", f"{judgement.by} judged it so: {judgement.why}"
    if judgement.verb == Verb.PASSAGE_IS:
        role = PassageRole(value)
        if passage is None or (kind is TargetKind.WORDS and passage.parent is None):
            return _with_passage(edition, span, role)
        return _reroled(edition, passage, role)
    if passage is None:
        return edition
    if judgement.verb == Verb.DATED:
        return _dated(edition, passage, value, reason)
    return _published_by(edition, passage, value, reason) if judgement.verb == Verb.OUTLET_IS else edition


def _dated(edition: Edition, passage: Passage, published: str, reason: str) -> Edition:
    heirs = _heirs(edition.passages, passage, lambda each: (each.published, each.published_reason))
    passages = tuple(
        replace(each, published=published, published_reason=reason) if each.id in heirs else each
        for each in edition.passages
    )
    edition = replace(edition, passages=passages)
    return edition if passage.parent else replace(edition, published=published, published_reason=reason)


def _published_by(edition: Edition, passage: Passage, outlet: str, reason: str) -> Edition:
    heirs = _heirs(edition.passages, passage, lambda each: (each.outlet, each.outlet_reason))
    passages = tuple(
        replace(each, outlet=outlet, outlet_reason=reason) if each.id in heirs else each for each in edition.passages
    )
    edition = replace(edition, passages=passages)
    return edition if passage.parent else replace(edition, outlet=outlet, outlet_reason=reason)


def _heirs(passages: Sequence[Passage], first: Passage, held: Callable[[Passage], object]) -> set[str]:
    """The passage and those inside it that have what it has because it has it."""
    heirs = {first.id}
    for each in passages:
        if each.parent in heirs and held(each) == held(first):
            heirs.add(each.id)
    return heirs


def _reroled(edition: Edition, passage: Passage, role: PassageRole) -> Edition:
    own = _passage_id(edition, passage.span, role)
    passages = tuple(
        replace(each, id=own, role=role)
        if each.id == passage.id
        else replace(each, parent=own if each.parent == passage.id else each.parent)
        for each in edition.passages
    )
    return replace(edition, passages=passages)


def _with_passage(edition: Edition, span: Span, role: PassageRole) -> Edition:
    """The edition with one passage more, cut out of the innermost that holds it whole; none where nothing does."""
    around = [each for each in edition.passages if each.span.holds(span)]
    parent = max(around, key=lambda each: (each.span.start, -each.span.end))
    if any(
        each.span.touches(span) and not each.span.holds(span) and not span.holds(each.span) for each in edition.passages
    ):
        return edition
    fresh = replace(parent, id=_passage_id(edition, span, role), parent=parent.id, role=role, span=span)
    passages = [
        replace(each, parent=fresh.id) if each.parent == parent.id and span.holds(each.span) else each
        for each in edition.passages
    ]
    at = next(
        (
            number
            for number, each in enumerate(passages)
            if number and (each.span.start, -each.span.end) > (span.start, -span.end)
        ),
        len(passages),
    )
    passages.insert(at, fresh)
    return replace(edition, passages=tuple(passages))


def _passage_id(edition: Edition, span: Span, role: PassageRole) -> str:
    return make_id("s", edition.document, span.start, span.end, role)


def amend_extraction(extraction: Extraction, edition: Edition, judgements: Iterable[Judgement]) -> Extraction:
    """What was read, with the dates and voices that people gave to claims, and the claims that they added."""
    for judgement in judgements:
        for anchor in judgement.anchors:
            if anchor.document != edition.document or anchor.kind is not TargetKind.CLAIM:
                continue
            if (span := find_words(edition.text, anchor)) is None:
                continue
            if judgement.verb == Verb.ADD:
                extraction = _added(extraction, edition, judgement, span)
            elif (claim := claim_at(extraction.claims, span, anchor.mark)) is not None:
                changed = _changed(extraction, claim, judgement)
                claims = tuple(changed if each.id == claim.id else each for each in extraction.claims)
                extraction = replace(extraction, claims=claims)
    return extraction


def _added(extraction: Extraction, edition: Edition, judgement: Judgement, span: Span) -> Extraction:
    try:
        claim = add_claim(extraction, edition, span, judgement.value or "")
    except InputError:
        return extraction  # the words are there, and what they were said to name is not
    if any(each.id == claim.id for each in extraction.claims):
        return extraction
    claim = replace(claim, reasons=(f"added by {judgement.by}: {judgement.why}",))
    claims = sorted((*extraction.claims, claim), key=lambda each: (each.span, each.id))
    unread = tuple(each for each in extraction.unread if not each.touches(span))
    return replace(extraction, claims=tuple(claims), unread=unread)


def _changed(extraction: Extraction, claim: Claim, judgement: Judgement) -> Claim:
    reasons = (*claim.reasons, f"{judgement.by} judged it {judgement.verb} {judgement.value}: {judgement.why}")
    value = judgement.value or ""
    if judgement.verb == Verb.VOICE_IS:
        return replace(claim, voices=_voices(extraction, claim, value), reasons=reasons)
    content = claim.content
    if judgement.verb == Verb.DATED and isinstance(content, Deed | Quantity):
        stated = content.when
        when = When(
            document=claim.document,
            span=stated.span if stated else claim.span,
            text=stated.text if stated else claim.quote,
            type=WhenType.DATE,
            value=value,
            edtf=value,
            precision=_precision(value),
            anchor=Anchor.JUDGED,
            reason=f"{judgement.by} judged it so: {judgement.why}",
        )
        return replace(claim, content=replace(content, when=when), reasons=reasons)
    return claim


def _voices(extraction: Extraction, claim: Claim, name: str) -> tuple[Voice, ...]:
    """The voices of a claim with another innermost one, or with the outlets alone."""
    outlets = [each for each in claim.voices if each.kind in _OUTLETS and each.saying is None]
    if name == OWN_VOICE:
        return tuple(outlets)
    inner = claim.voices[len(outlets) :]
    stance = inner[-1].stance if inner else claim.voices[-1].stance
    return (*outlets, *inner[:-1], voice_named(extraction, claim, name, stance))


def _precision(edtf: str) -> Precision:
    if "/" in edtf:
        return Precision.RANGE
    return {10: Precision.DAY, 7: Precision.MONTH}.get(len(edtf.rstrip("~?%")), Precision.YEAR)
