"""Documents as received, the editions a reader made of them, and the passages an edition is made of."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Edition:
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

    def passage_at(self, offset: int) -> Passage:
        """The innermost passage over a character."""
        found = self.passages[0]
        for passage in self.passages:
            if passage.span.start <= offset < passage.span.end and len(passage.span) <= len(found.span):
                found = passage
        return found

    def chain_of(self, passage: Passage) -> tuple[Passage, ...]:
        """The passage and all that it lies in, outermost first."""
        by_id = {each.id: each for each in self.passages}
        chain = [passage]
        while (parent := chain[0].parent) is not None:
            chain.insert(0, by_id[parent])
        return tuple(chain)

    def stretches(self) -> Iterator[tuple[Passage, Span]]:
        """Maximal runs of characters that share an innermost passage, in reading order."""
        edges = sorted({edge for each in self.passages for edge in (each.span.start, each.span.end)})
        run: tuple[Passage, int, int] | None = None
        for start, end in itertools.pairwise(edges):
            passage = self.passage_at(start)
            if run is not None and run[0].id == passage.id:
                run = (passage, run[1], end)
                continue
            if run is not None:
                yield run[0], Span(run[1], run[2])
            run = (passage, start, end)
        if run is not None:
            yield run[0], Span(run[1], run[2])
