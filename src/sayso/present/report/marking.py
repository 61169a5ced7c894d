"""A document's text as marked-up blocks: every claim a target that can be opened, nothing of the text left live."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from sayso.records.document import Edition, Passage, Span

_ENDS = tuple(".!?:;\"”’'»)…")
_WRAP = 120  # a line longer than this was not broken by a column width
CROSSINGS = 60


@dataclass(frozen=True, slots=True)
class Range:
    """A stretch of text to wrap in one element. Of two that cover the same words, the lower rank is outside."""

    span: Span
    tag: str
    classes: str = ""
    id: str | None = None
    href: str | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of one passage. ``opens`` is set where it is the first of its passage."""

    passage: Passage
    span: Span
    opens: bool


def blocks_of(edition: Edition) -> Iterator[Block]:
    """Cut an edition into paragraphs, passage by passage, at blank lines and at line ends that end a sentence."""
    seen: set[str] = set()
    for passage, stretch in edition.stretches():
        for span in _paragraphs(edition.text, stretch):
            yield Block(passage, span, passage.id not in seen)
            seen.add(passage.id)


def _paragraphs(text: str, stretch: Span) -> Iterator[Span]:
    start = stretch.start
    position = stretch.start
    for line in stretch.of(text).splitlines(keepends=True):
        position += len(line)
        bare = line.strip()
        if not bare or bare.endswith(_ENDS) or len(bare) > _WRAP or position == stretch.end:
            span = _trimmed(text, start, position)
            if len(span):
                yield span
            start = position
    span = _trimmed(text, start, stretch.end)
    if len(span):
        yield span


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def mark(text: str, blocks: Sequence[Span], ranges: Iterable[Range]) -> list[Markup]:
    """The text of each block, in order, with the ranges over it wrapped in elements.

    HTML elements cannot cross, so of two ranges that do, the later is written in pieces, as is one that runs over two
    blocks. The first piece bears the id; all pieces bear a class ``k0`` .. ``k59``, which the style sheet lights up
    together when the first of them is the target.
    """
    ordered = sorted(
        (each for each in ranges if len(each.span)),
        key=lambda each: (each.span.start, -each.span.end, each.rank, each.id or ""),
    )
    written = [_tokens(block, inside) for block, inside in zip(blocks, _by_block(blocks, ordered), strict=True)]
    pieces = Counter(token.number for tokens in written for token in tokens if token.opens)
    broken = [number for number in sorted(pieces) if pieces[number] > 1 and ordered[number].id]
    lights = {number: f"k{place}" for place, number in enumerate(broken[:CROSSINGS])}
    named: set[int] = set()
    return [_render(text, tokens, ordered, lights, named) for tokens in written]


@dataclass(frozen=True, slots=True)
class _Token:
    """An element opened or closed, by the number of its range; or, with number -1, a run of text."""

    number: int
    opens: bool
    span: Span


def _by_block(blocks: Sequence[Span], ordered: Sequence[Range]) -> Iterator[list[tuple[int, Span]]]:
    reaching: list[int] = []
    coming = 0
    for block in blocks:
        while coming < len(ordered) and ordered[coming].span.start < block.end:
            reaching.append(coming)
            coming += 1
        reaching = [number for number in reaching if ordered[number].span.end > block.start]
        yield [
            (number, Span(max(ordered[number].span.start, block.start), min(ordered[number].span.end, block.end)))
            for number in reaching
        ]


def _tokens(block: Span, inside: Sequence[tuple[int, Span]]) -> list[_Token]:
    edges = sorted({edge for _, span in inside for edge in (span.start, span.end)} | {block.start, block.end})
    starting: dict[int, list[tuple[int, Span]]] = defaultdict(list)
    for number, span in inside:
        starting[span.start].append((number, span))
    out: list[_Token] = []
    stack: list[tuple[int, Span]] = []
    for start, end in itertools.pairwise(edges):
        # What lies inside an element that ends here and goes on is closed with it, and opened again.
        depth = next((depth for depth, (_, span) in enumerate(stack) if span.end <= start), len(stack))
        out += [_Token(number, False, span) for number, span in reversed(stack[depth:])]
        opening = [each for each in stack[depth:] if each[1].end > start] + starting[start]
        del stack[depth:]
        for number, span in sorted(opening, key=lambda each: (-each[1].end, each[0])):
            out.append(_Token(number, True, span))
            stack.append((number, span))
        out.append(_Token(-1, False, Span(start, end)))
    return out + [_Token(number, False, span) for number, span in reversed(stack)]


def _render(
    text: str, tokens: Sequence[_Token], ordered: Sequence[Range], lights: Mapping[int, str], named: set[int]
) -> Markup:
    out: list[str] = []
    for token in tokens:
        if token.number < 0:
            out.append(str(escape(token.span.of(text))))
        elif not token.opens:
            out.append(f"</{ordered[token.number].tag}>")
        else:
            out.append(_opening(ordered[token.number], lights.get(token.number), token.number not in named))
            named.add(token.number)
    return Markup("".join(out))


def _opening(each: Range, light: str | None, first: bool) -> str:
    classes = " ".join(part for part in (each.classes, light or "") if part)
    attributes = [("class", classes)] if classes else []
    if each.id and first:
        attributes.append(("id", each.id))
    if each.href:
        attributes.append(("href", each.href))
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes)
    return f"<{each.tag}{written}>"
