"""A text cut into blocks: the paragraphs and lines that every recogniser in this folder looks at."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.language.datelines import dateline
from sayso.records.document import PassageRole, Span

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]*_]*$")
_TITLE_TAIL = re.compile(r"[\w?!\"'”’»)%\]*…]$")
_HANGING = frozenset(
    (
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "former",
        "from",
        "in",
        "its",
        "of",
        "on",
        "or",
        "that",
        "the",
        "to",
        "with",
    )
)
_TITLE_LENGTH = 180
_PROSE_LENGTH = 140
_SHORT_SENTENCE = 55
_COLUMN = range(45, 101)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or line, without the white space around it. ``gap`` counts the blank lines before it."""

    index: int
    span: Span
    text: str
    indent: int
    gap: int

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_SENTENCE_END.search(self.text))

    @property
    def is_prose(self) -> bool:
        """Whether it reads as running text, rather than a title, a label or a link."""
        if len(self.text) >= _PROSE_LENGTH:
            return self.ends_sentence or len(self.text) > _TITLE_LENGTH
        return len(self.text) >= _SHORT_SENTENCE and self.ends_sentence and not self.text.endswith("?")

    @property
    def is_title_like(self) -> bool:
        """Whether it could be a title: short, at least two words, not ended as a sentence is."""
        text = self.text.strip("*_# ")
        words = text.split()
        if not 2 <= len(words) <= 30 or len(text) > _TITLE_LENGTH or not any(c.isalpha() for c in text):
            return False
        if words[-1].casefold() in _HANGING or not _TITLE_TAIL.search(text) or "://" in text:
            return False
        return text[0].isupper() or text[0].isdigit() or not text[0].isalpha()


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that a recogniser took for a passage, before passages are nested."""

    span: Span
    role: PassageRole
    outlet: str | None = None
    outlet_reason: str = ""
    published: str | None = None
    published_reason: str = ""
    title: str | None = None
    byline: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text, its blocks, and what its markup (HTML, Markdown) already said of it."""

    text: str
    blocks: tuple[Block, ...]
    marked: tuple[Mark, ...] = field(default=())

    def between(self, first: int, last: int) -> Span:
        """From the start of one block to the end of another, both included, by index."""
        return Span(self.blocks[first].span.start, self.blocks[last].span.end)


def cut(text: str, marked: Sequence[Mark] = ()) -> Sheet:
    """Cut a text into blocks: its lines, or where lines were broken at a column width, what blank lines part."""
    lines = list(_lines(text))
    if _is_wrapped(text, lines):
        lines = list(_joined(text, lines))
    blocks = tuple(Block(number, span, span.of(text), indent, gap) for number, (span, indent, gap) in enumerate(lines))
    return Sheet(text, blocks, tuple(marked))


Line = tuple[Span, int, int]


def _lines(text: str) -> Iterator[Line]:
    """Span, indent and blank lines before, for every line that is not blank."""
    previous_end = 0
    for match in _LINE.finditer(text):
        line = match.group()
        bare = line.strip()
        if not bare:
            continue
        indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
        start = match.start() + len(line) - len(line.lstrip())
        breaks = sum(1 for _ in _BREAK.finditer(text, previous_end, start))
        yield Span(start, start + len(bare)), indent, max(0, breaks - 1) if previous_end else breaks
        previous_end = start + len(bare)


def _is_wrapped(text: str, lines: Sequence[Line]) -> bool:
    """Whether most lines that have another right below were broken at a column width."""
    above = [line for line, below in itertools.pairwise(lines) if below[2] == 0]
    if len(above) < 5 or len(above) < len(lines) / 3:
        return False
    broken = sum(text[below[0].start].islower() for below in lines[1:] if below[2] == 0)
    if broken < 0.4 * len(above):
        return False
    widths = sorted(len(span) + indent for span, indent, _ in above)
    full = [width for width in widths if width in _COLUMN]
    longest = max(len(span) + indent for span, indent, _ in lines)
    return longest <= _COLUMN[-1] + 10 and len(full) >= 0.7 * len(above) and widths[-1] - widths[len(widths) // 4] <= 25


def _joined(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    run: Line | None = None
    for span, indent, gap in lines:
        if run is None:
            run = (span, indent, gap)
        elif gap == 0 and len(span) >= 1 and not _stands_alone(text, run[0]) and not dateline(span.of(text)):
            run = (Span(run[0].start, span.end), run[1], run[2])
        else:
            yield run
            run = (span, indent, gap)
    if run is not None:
        yield run


def _stands_alone(text: str, run: Span) -> bool:
    """A single short line above a paragraph is a title or a label of its own."""
    words = run.of(text)
    return "\n" not in words and len(words) < _COLUMN[0]
