"""A saying in the making: token offsets into one piece, before it has a name, an id or a place among the others."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sayso.extract.parse.cues import Sort
from sayso.extract.parse.parsed import Doc, Token
from sayso.extract.sayings.sources import Run
from sayso.records.claim import Stance
from sayso.records.document import Span

_EDGE = frozenset([",", ".", ";", ":", "-", "--", "—", "–", "...", "…"])


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution inside piece number ``piece``.

    ``head`` is the token that names the source, ``key`` the token that carries the cue. ``after`` are stretches of
    other pieces that continue the content. ``unnamed`` is set where the cue itself tells of a voice it does not name
    ("reportedly"); ``vouches`` is False where the source does not stand behind the content. ``beneath`` is set where
    the source speaks only through another saying of the same content ("X reported, citing Y").
    """

    piece: int
    key: Token
    cue: Run
    content: tuple[Run, ...]
    sort: Sort
    stance: Stance
    head: Token | None = None
    source: Run | None = None
    unnamed: bool = False
    vouches: bool = True
    beneath: bool = False
    after: tuple[Span, ...] = field(default=())

    def with_content(self, *runs: Run) -> Draft:
        """The same with other content."""
        return replace(self, content=tuple(sorted(runs)))

    def group(self) -> Run:
        """From the first to the last token of source and cue."""
        source = self.source or self.cue
        return min(self.cue[0], source[0]), max(self.cue[1], source[1])


def trimmed(doc: Doc, run: Run) -> Run | None:
    """A run without punctuation and conjunctions at its edges; None where nothing is left."""
    start, end = run
    while start < end and (doc[start].text in _EDGE or doc[start].is_space or doc[start].dep_ == "cc"):
        start += 1
    while start < end and (doc[end - 1].text in _EDGE or doc[end - 1].is_space or doc[end - 1].dep_ == "cc"):
        end -= 1
    return (start, end) if any(not doc[i].is_punct for i in range(start, end)) else None


def without(run: Run, hole: Run) -> list[Run]:
    """What is left of a run when another is cut out of it."""
    if hole[1] <= run[0] or run[1] <= hole[0]:
        return [run]
    return [part for part in ((run[0], hole[0]), (hole[1], run[1])) if part[0] < part[1]]


def reach(token: Token) -> Run:
    """The run of a token's whole subtree."""
    return token.left_edge.i, token.right_edge.i + 1
