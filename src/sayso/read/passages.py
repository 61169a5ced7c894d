"""The tree of passages: what the recognisers marked, nested under a root that spans the whole text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.read.blocks import Mark, Sheet
from sayso.read.captions import find_captions
from sayso.read.comments import find_comments
from sayso.read.digest import find_items
from sayso.read.furniture import find_furniture
from sayso.read.head import Head
from sayso.read.headings import find_headings
from sayso.read.language import language_of
from sayso.read.quotes import find_quotes
from sayso.read.reprints import find_reprints
from sayso.read.threads import find_posts
from sayso.records.document import Passage, PassageRole, Span
from sayso.records.ids import make_id

# Whose word counts where two recognisers claim the same or crossing characters, strongest first.
_RANK = (
    PassageRole.COMMENT,
    PassageRole.DIGEST_ITEM,
    PassageRole.BODY,
    PassageRole.CAPTION,
    PassageRole.BOILERPLATE,
    PassageRole.QUOTE,
    PassageRole.HEADING,
)
_STRETCH = 512
_SIGNS = re.compile(r"(?:#{1,6}[ \t]+[*_]{0,3}|\*\*|__)(?P<words>[^\s*_].*?)[*_]{0,3}[ \t]*#{0,6}")
_CLOSED = frozenset((PassageRole.COMMENT, PassageRole.BOILERPLATE, PassageRole.CAPTION, PassageRole.HEADING))


def find_marks(sheet: Sheet, head: Head, published: str | None = None) -> tuple[Mark, ...]:
    """Everything that can be told of a sheet, none of it crossing, in reading order.

    ``published`` is the document's own day, as EDTF, where it is known.
    """
    if not sheet.blocks:
        return ()
    posts = tuple(find_posts(sheet))
    comments = None if posts else find_comments(sheet)
    items = [*find_items(sheet, published), *find_reprints(sheet, published)]
    item_spans = [mark.span for mark in items if mark.role is PassageRole.DIGEST_ITEM]
    found = [
        *((comments,) if comments else ()),
        *(mark for mark in sheet.marked if mark.role in (PassageRole.COMMENT, PassageRole.BOILERPLATE)),
        *items,
        *posts,
        *head.marks,
        *find_captions(sheet),
        *find_furniture(sheet),
        *find_quotes(sheet, item_spans, published),
        *find_headings(sheet, head.first),
    ]
    return settle(itertools.chain.from_iterable(_unmarked(mark, sheet.text) for mark in found))


def _unmarked(mark: Mark, text: str) -> Iterator[Mark]:
    """A heading without the signs of Markdown around its words; they are boilerplate."""
    match = _SIGNS.fullmatch(mark.span.of(text)) if mark.role is PassageRole.HEADING else None
    if match is None:
        yield mark
        return
    first, last = (mark.span.start + place for place in match.span("words"))
    yield replace(mark, span=Span(first, last))
    yield Mark(Span(mark.span.start, first), PassageRole.BOILERPLATE)
    yield Mark(Span(last, mark.span.end), PassageRole.BOILERPLATE)


def settle(found: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks without doubles, without crossings, and without anything inside a passage that holds no others."""
    ranked = sorted(
        (mark for mark in found if len(mark.span)),
        key=lambda mark: (_RANK.index(mark.role), mark.span.start, -mark.span.end),
    )
    kept: list[Mark] = []
    # Marks are compared only with those in the same stretch of text, so that a list of a thousand items stays cheap.
    nearby: dict[int, list[Mark]] = {}
    for mark in ranked:
        stretches = range(mark.span.start // _STRETCH, (mark.span.end - 1) // _STRETCH + 1)
        if all(_compatible(other, mark) for stretch in stretches for other in nearby.get(stretch, ())):
            kept.append(mark)
            for stretch in stretches:
                nearby.setdefault(stretch, []).append(mark)
    return tuple(sorted(kept, key=lambda mark: (mark.span.start, -mark.span.end, _RANK.index(mark.role))))


def grow(document: str, sheet: Sheet, root: Passage, marks: Sequence[Mark]) -> tuple[Passage, ...]:
    """Passages under ``root``: each takes from its parent the outlet, date and language it has not of its own."""
    grown = [root]
    open_passages = [root]
    for mark in marks:
        while not open_passages[-1].span.holds(mark.span):
            open_passages.pop()
        parent = open_passages[-1]
        passage = _passage(document, sheet.text, mark, parent)
        grown.append(passage)
        open_passages.append(passage)
    return tuple(grown)


def root_passage(document: str, text: str, language: str | None) -> Passage:
    """The passage that spans the whole text, with nothing known of it but its language."""
    span = Span(0, len(text))
    return Passage(passage_id(document, span, PassageRole.BODY), None, PassageRole.BODY, span, language=language)


def passage_id(document: str, span: Span, role: PassageRole) -> str:
    """The id of a passage: made of its document, place and role."""
    return make_id("s", document, span.start, span.end, role)


def merged(marks: Iterable[Mark], text: str) -> Iterator[Mark]:
    """Marks of boilerplate that only white space parts, as one; never over the edge of a passage they lie in."""
    last: Mark | None = None
    last_within: Mark | None = None
    around: list[Mark] = []
    for mark in marks:
        while around and not around[-1].span.holds(mark.span):
            around.pop()
        within = around[-1] if around else None
        if last is not None and within is last_within and _run_together(last, mark, text):
            last = replace(last, span=Span(last.span.start, mark.span.end))
            continue
        if last is not None:
            yield last
        last, last_within = mark, within
        around.append(mark)
    if last is not None:
        yield last


def _run_together(last: Mark, mark: Mark, text: str) -> bool:
    plain = mark.role is PassageRole.BOILERPLATE and mark.byline is None
    return plain and last.role is mark.role and not text[last.span.end : mark.span.start].strip()


def _passage(document: str, text: str, mark: Mark, parent: Passage) -> Passage:
    return Passage(
        id=passage_id(document, mark.span, mark.role),
        parent=parent.id,
        role=mark.role,
        span=mark.span,
        outlet=mark.outlet or parent.outlet,
        outlet_reason=mark.outlet_reason or parent.outlet_reason,
        published=mark.published or parent.published,
        published_reason=mark.published_reason or parent.published_reason,
        language=language_of(mark.span.of(text), parent.language),
        title=mark.title,
        byline=mark.byline,
    )


def _compatible(kept: Mark, mark: Mark) -> bool:
    if not kept.span.touches(mark.span):
        return True
    if kept.span.holds(mark.span):
        return kept.role not in _CLOSED and (kept.span != mark.span or mark.role is PassageRole.HEADING)
    return mark.span.holds(kept.span)
