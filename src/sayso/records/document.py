"""Documents as received, the editions a reader made of them, and the passages an edition is made of."""

from __future__ import annotations

import heapq
import itertools
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

STREAM = "-"
"""The address of whatever is given on standard input, which makes nothing a version of anything."""

_TITLE_SHOWN = 48  # characters


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character offsets (Python string indices) into an edition's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0 or later, not {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The words this span points at."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start


class PassageRole(StrEnum):
    """What kind of stretch a passage is."""

    BODY = "body"
    HEADING = "heading"
    QUOTE = "quote"
    DIGEST_ITEM = "digest_item"
    CAPTION = "caption"
    COMMENT = "comment"
    BOILERPLATE = "boilerplate"

    @property
    def makes_claims(self) -> bool:
        """Comments and boilerplate are kept and shown, and claim nothing."""
        return self not in (PassageRole.COMMENT, PassageRole.BOILERPLATE)


@dataclass(frozen=True, slots=True)
class Document:
    """One thing as it was received.

    ``sha256`` is taken over the bytes as received; ``id`` is made of it. ``name`` is the file name or address it came
    under, without the folders of the machine it lay on. ``address`` is what makes a later version a revision of this
    one: the url where one is known, else the path as given.
    """

    id: str
    sha256: str
    name: str
    size: int
    media_type: str
    url: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an edition with one outlet and one date.

    ``outlet`` and ``published`` (EDTF) are what holds here, inherited from the parent where the passage names none;
    ``published_reason`` says in words how the date is known, ``outlet_reason`` the same for the outlet. A character
    belongs to the innermost passage over it. ``language`` is ISO 639-1. ``byline`` is the author as printed.
    """

    id: str
    parent: str | None
    role: PassageRole
    span: Span
    outlet: str | None = None
    outlet_reason: str = ""
    published: str | None = None
    published_reason: str = ""
    language: str | None = None
    title: str | None = None
    byline: str | None = None


class _Looked:
    """A slot beside an edition's fields, so that what is looked up again and again is worked out once."""

    __slots__ = ("_layout",)
    _layout: _Layout


@dataclass(frozen=True, slots=True)
class Edition(_Looked):
    """The text one version of the reader made of a document. Spans everywhere point into ``text``.

    ``passages`` come outermost first, in order of their start; the first is the root and spans the whole text.
    ``outlet`` publishes, ``carrier`` republishes. ``published`` is EDTF or None where nothing says when.
    """

    document: str
    reader: str
    text: str
    passages: tuple[Passage, ...]
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    outlet_reason: str = ""
    carrier: str | None = None
    published: str | None = None
    published_reason: str = ""
    language: str | None = None

    @property
    def called(self) -> str:
        """What to call where it stands: its outlet; else its title in quotation marks, if it has one."""
        if self.outlet:
            return self.outlet
        if not self.title:
            return "an unnamed outlet"
        words = " ".join(self.title.split())
        if len(words) > _TITLE_SHOWN:
            words = words[: _TITLE_SHOWN - 1].rsplit(" ", 1)[0].rstrip(",;:—- ") + "…"
        return f"“{words}”"

    def passage_at(self, offset: int) -> Passage:
        """The innermost passage over a character; the root where none is."""
        layout = self._laid_out()
        place = bisect_right(layout.starts, offset) - 1
        if place < 0 or offset >= layout.runs[place][1].end:
            return self.passages[0]
        return layout.runs[place][0]

    def chain_of(self, passage: Passage) -> tuple[Passage, ...]:
        """The passage and all that it lies in, outermost first."""
        by_id = self._laid_out().by_id
        chain = [passage]
        while (parent := chain[-1].parent) is not None:
            chain.append(by_id[parent])
        return tuple(reversed(chain))

    def stretches(self) -> Iterator[tuple[Passage, Span]]:
        """Maximal runs of characters that share an innermost passage, in reading order."""
        yield from self._laid_out().runs

    def _laid_out(self) -> _Layout:
        try:
            return self._layout
        except AttributeError:
            layout = _lay_out(self.passages)
            object.__setattr__(self, "_layout", layout)
            return layout


@dataclass(frozen=True, slots=True)
class _Layout:
    """Runs of characters with their innermost passage, in reading order, where they start, and passages by id."""

    runs: tuple[tuple[Passage, Span], ...]
    starts: tuple[int, ...]
    by_id: dict[str, Passage]


def _lay_out(passages: tuple[Passage, ...]) -> _Layout:
    """Sweep over the edges of passages, the innermost of those that are open at the top of a heap.

    Innermost is the shortest, of equals the last; nothing longer than the root counts.
    """
    opening: dict[int, list[tuple[int, int]]] = {}
    edges: set[int] = set()
    for index, passage in enumerate(passages):
        edges.update((passage.span.start, passage.span.end))
        if len(passage.span) <= len(passages[0].span):
            opening.setdefault(passage.span.start, []).append((len(passage.span), -index))
    runs: list[tuple[Passage, Span]] = []
    heap: list[tuple[int, int]] = []
    ordered = sorted(edges)
    for start, end in itertools.pairwise(ordered):
        for each in opening.get(start, ()):
            heapq.heappush(heap, each)
        while heap and passages[-heap[0][1]].span.end <= start:
            heapq.heappop(heap)
        passage = passages[-heap[0][1]] if heap else passages[0]
        if runs and runs[-1][0].id == passage.id:
            runs[-1] = (runs[-1][0], Span(runs[-1][1].start, end))
        else:
            runs.append((passage, Span(start, end)))
    return _Layout(tuple(runs), tuple(span.start for _, span in runs), {each.id: each for each in passages})
