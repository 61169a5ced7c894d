"""One document as a page: its paragraphs with their outlet and date, and the claims level with the words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from sayso.language.tongues import is_read, tongue_name
from sayso.present.dates import date_words
from sayso.present.lines import Line, make_line
from sayso.present.report.marking import Block, Range, blocks_of, mark
from sayso.present.revisions import other_versions
from sayso.present.shared_words import shared_with, title_of
from sayso.present.view import View
from sayso.present.words import standing
from sayso.records.actor import MentionForm
from sayso.records.document import Edition, Passage, PassageRole, Span
from sayso.records.matter import MatterKind

_LABELS = {
    PassageRole.BODY: "",
    PassageRole.HEADING: "",
    PassageRole.QUOTE: "quoted",
    PassageRole.DIGEST_ITEM: "digest item",
    PassageRole.CAPTION: "caption",
    PassageRole.COMMENT: "reader’s comment",
    PassageRole.BOILERPLATE: "boilerplate",
}
_SCRAP = 6  # characters


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document as listed."""

    id: str
    title: str
    name: str
    outlet: str
    edtf: str | None
    published: str
    passages: int
    claims: int
    unread: int
    copies: int


@dataclass(frozen=True, slots=True)
class Note:
    """A claim at the right of its paragraph, with the event and disputes it belongs to."""

    line: Line
    event: str | None
    disputes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextRow:
    """One paragraph. ``html`` is None where the text is left out; ``quiet`` where it makes no claims.

    ``foreign`` names its language where Sayso does not read it; ``tongue`` is the code of its language.
    """

    html: Markup | None
    role: str
    quiet: bool
    opens: bool
    label: str
    outlet: str
    published: str
    reason: str
    foreign: str
    tongue: str | None
    notes: tuple[Note, ...]


def document_row(view: View, document: str) -> DocumentRow:
    """The row for one document."""
    edition = view.pile.editions[document]
    name = view.pile.documents[document].name
    return DocumentRow(
        id=document,
        title=title_of(edition, name),
        name=name,
        outlet=edition.outlet or "not named",
        edtf=edition.published,
        published=date_words(edition.published),
        passages=len(edition.passages),
        claims=len(view.claims_in.get(document, ())),
        unread=len(view.pile.unread.get(document, ())),
        copies=sum(each.shows_copying for each in view.copies_of.get(document, ())),
    )


def document_context(
    view: View, edition: Edition, href: Callable[[str, str, str], str | None], full_text: bool
) -> dict[str, Any]:
    """What the document template needs. With ``full_text`` unset, paragraphs that gave no claim are left out."""
    document = view.pile.documents[edition.document]
    blocks = list(blocks_of(edition))
    marked = mark(edition.text, [block.span for block in blocks], _ranges(view, edition, href))
    notes = _notes(view, edition, blocks)
    general = (edition.outlet_reason, edition.published_reason)
    rows = [
        _text_row(block, html if full_text or notes[number] else None, tuple(notes[number]), general)
        for number, (block, html) in enumerate(zip(blocks, marked, strict=True))
    ]
    return {
        "document": document,
        "edition": edition,
        "title": title_of(edition, document.name),
        "published": date_words(edition.published),
        "copies": shared_with(view, edition.document),
        "versions": [document_row(view, each.id) for each in other_versions(view.versions, document)],
        "claim_count": len(view.claims_in.get(edition.document, ())),
        "unread": len(view.pile.unread.get(edition.document, ())),
        "foreign": "" if is_read(edition.language) else tongue_name(edition.language or ""),
        "rows": _whole_lines(edition.text, blocks, rows),
    }


def _whole_lines(text: str, blocks: list[Block], rows: list[TextRow]) -> list[TextRow]:
    """Rows without those of a number or sign alone ("3.", "**"), which go with the words they share a line with."""
    whole: list[TextRow] = []
    ahead: list[tuple[Markup, TextRow]] = []
    for place, (block, row) in enumerate(zip(blocks, rows, strict=True)):
        words = block.span.of(text)
        is_scrap = len(words) <= _SCRAP and not any(each.isalpha() for each in words) and not row.notes
        gap_before = _gap(text, blocks[place - 1].span, block.span) if place else None
        gap_after = _gap(text, block.span, blocks[place + 1].span) if place + 1 < len(blocks) else None
        if is_scrap and gap_after is not None:
            ahead.append((_scrap(words) + gap_after, row))
        elif is_scrap and not ahead and whole and gap_before is not None and whole[-1].html is not None:
            whole[-1] = replace(whole[-1], html=whole[-1].html + gap_before + _scrap(words))
        else:
            whole.append(_behind(ahead, row))
            ahead = []
    return whole


def _behind(signs: list[tuple[Markup, TextRow]], row: TextRow) -> TextRow:
    """A row with signs put before it, under the label of what they open."""
    html = None if row.html is None else Markup().join([*(sign for sign, _ in signs), row.html])
    label = next((each.label for _, each in signs if each.opens and not each.quiet), row.label)
    return replace(row, html=html, label=label, opens=row.opens or any(each.opens for _, each in signs))


def _gap(text: str, one: Span, two: Span) -> Markup | None:
    """The blanks between two stretches of one line; None where a line ends between them."""
    between = text[one.end : two.start]
    ends = between.strip() or any(each in between for each in "\n\r\f\v\x85\u2028\u2029")
    return None if ends else Markup(" " if between else "")


def _scrap(words: str) -> Markup:
    return Markup('<span class="scrap">{}</span>').format(words)


def _text_row(block: Block, html: Markup | None, notes: tuple[Note, ...], general: tuple[str, str]) -> TextRow:
    passage: Passage = block.passage
    return TextRow(
        html=html,
        role=passage.role.value,
        quiet=not passage.role.makes_claims,
        opens=block.opens,
        label=_LABELS[passage.role],
        outlet=passage.outlet or "no outlet named",
        published=date_words(passage.published),
        # What holds for the whole document is said in its header.
        reason="; ".join(dict.fromkeys(each for each in _how_known(passage) if each not in general)),
        foreign="" if is_read(passage.language) else tongue_name(passage.language or ""),
        tongue=passage.language,
        notes=notes,
    )


def _how_known(passage: Passage) -> Iterator[str]:
    """How its outlet and its date are known, where they are."""
    if passage.outlet and passage.outlet_reason:
        yield passage.outlet_reason
    if passage.published and passage.published_reason:
        yield passage.published_reason


def _ranges(view: View, edition: Edition, href: Callable[[str, str, str], str | None]) -> list[Range]:
    claims = view.claims_in.get(edition.document, ())
    ranges = [Range(each.span, "span", f"c {standing(each).shape.value}", each.id, rank=1) for each in claims]
    ranges += [Range(each, "span", "unread") for each in view.pile.unread.get(edition.document, ())]
    named = sorted(
        (each for each in view.mentions_in.get(edition.document, ()) if each.form is MentionForm.NAME),
        key=lambda each: (each.span.start, -each.span.end),
    )
    reached = 0
    for mention in named:
        actor = view.actor_of(mention.id)
        target = href("actor", actor.id, "../") if actor else None
        # A link may not lie inside another, so of names within names the outermost leads.
        if target and mention.span.start >= reached:
            ranges.append(Range(mention.span, "a", "who", href=target, rank=2))
            reached = mention.span.end
    return ranges


def _notes(view: View, edition: Edition, blocks: list[Block]) -> list[list[Note]]:
    """The claims of each paragraph, in the order of their words; a claim over two stands at the first."""
    notes: list[list[Note]] = [[] for _ in blocks]
    at = 0
    for claim in view.claims_in.get(edition.document, ()):
        while at < len(blocks) - 1 and blocks[at].span.end <= claim.span.start:
            at += 1
        if not blocks:
            break
        matter = view.matter_of.get(claim.id)
        event = matter.id if matter and matter.kind is MatterKind.EVENT else matter.part_of if matter else None
        disputes = tuple(each.id for each in view.disputes_with.get(claim.id, ()))
        notes[at].append(Note(make_line(view, claim), event, disputes))
    return notes
