"""What a case came to at one moment, in the fewest words that tell whether it changed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document, and what read it."""

    id: str
    name: str
    made_with: str


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor under the name it had."""

    id: str
    name: str
    kind: str
    mentions: int


@dataclass(frozen=True, slots=True)
class KnownMatter:
    """An event or a tie, as it was told. ``edtf`` is the time shown for it, ``origins`` a count."""

    id: str
    kind: str
    label: str
    edtf: str | None
    claims: int
    origins: int


@dataclass(frozen=True, slots=True)
class KnownDispute:
    """A dispute, as it was typed."""

    id: str
    question: str
    kind: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A case when it was worked out ``at`` (ISO 8601, UTC), each kind in order of id."""

    at: str
    documents: tuple[KnownDocument, ...] = ()
    actors: tuple[KnownActor, ...] = ()
    matters: tuple[KnownMatter, ...] = ()
    disputes: tuple[KnownDispute, ...] = ()
    judgements: tuple[str, ...] = ()
