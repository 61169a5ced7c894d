"""How documents come in, and what is left at the door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields

from sayso.records.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Hints:
    """What the owner of the pile knows of a document that its bytes may not say. Hints overrule what is read."""

    title: str | None = None
    outlet: str | None = None
    carrier: str | None = None
    published: str | None = None
    url: str | None = None
    byline: str | None = None
    language: str | None = None

    def map(self, change: Callable[[str], str]) -> Hints:
        """The same with every value that is known changed."""
        known = {each.name: getattr(self, each.name) for each in fields(self)}
        return Hints(**{name: value if value is None else change(value) for name, value in known.items()})


@dataclass(frozen=True, slots=True)
class Received:
    """One document's bytes as they came. ``name`` is shown to people; ``address`` is its url or path, for revisions.

    ``judged`` is what people decided of it that changes what is read from it.
    """

    name: str
    address: str
    data: bytes
    media_type: str
    hints: Hints = Hints()
    manner: str = "file"
    judged: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """That a document came in: when (ISO 8601, UTC), under which name and how."""

    document: str
    at: str
    name: str
    address: str
    manner: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not read, and the one sentence that says why and what to do."""

    name: str
    why: str
