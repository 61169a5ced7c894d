"""What claims are about, across documents, and how many independent accounts stand behind it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.document import Span


class MatterKind(StrEnum):
    """What a matter is; named after the claims it is made of."""

    EVENT = "event"
    TIE = "tie"
    QUANTITY = "quantity"
    TRAIT = "trait"


@dataclass(frozen=True, slots=True)
class BestWhen:
    """The time shown for a matter, and why this one of those its claims give."""

    edtf: str
    reason: str
    claims: tuple[str, ...] = ()
    inferred: bool = False

    @property
    def is_bound(self) -> bool:
        """Whether it is no date: only the day by which something had happened, inferred from when it was told."""
        return self.inferred and self.edtf.startswith("../")


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor in a matter; ``role`` is ``actor``, ``recipient``, ``a`` or ``b``."""

    role: str
    actor: str


@dataclass(frozen=True, slots=True)
class Matter:
    """What claims from any number of documents are about.

    ``id`` is made from the least claim id among ``claims``. ``when`` and ``place`` (a place id) are the best of what
    the claims give. ``part_of`` is the matter this is part of.
    """

    id: str
    kind: MatterKind
    label: str
    claims: tuple[str, ...]
    plover: str | None = None
    when: BestWhen | None = None
    place: str | None = None
    participants: tuple[Participant, ...] = ()
    part_of: str | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """What one origin says of one matter. ``copies`` are claims that repeat it word for word elsewhere.

    ``counts_as`` is the origin it is counted with where it adds none of its own: a voice without a name counts as the
    outlet that brings it.
    """

    matter: str
    origin: str
    label: str
    claims: tuple[str, ...]
    copies: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    counts_as: str = ""

    @property
    def counted(self) -> str:
        """The origin that it adds to a count."""
        return self.counts_as or self.origin


class DisputeKind(StrEnum):
    """How accounts that look as if they could not all hold stand to one another.

    ``PERHAPS`` where it is open whether they are of one thing at all.
    """

    CONTRADICTION = "contradiction"
    UPDATE = "update"
    OTHER_SCOPE = "other_scope"
    PERHAPS = "perhaps"
    COMPATIBLE = "compatible"


@dataclass(frozen=True, slots=True)
class DisputeValue:
    """One of the values in dispute, the claims that give it and the origins behind those."""

    value: str
    claims: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Accounts of one matter that cannot all hold, or look as if they could not.

    ``slot`` says what is disputed (``killed``, ``seized``, ``who``, ``when``, ``where``, ``whether``); ``question``
    asks it in words. ``when`` (EDTF) are the days that it asks about, where those are not the days of the matter.
    """

    id: str
    matter: str
    slot: str
    kind: DisputeKind
    question: str
    values: tuple[DisputeValue, ...]
    reasons: tuple[str, ...] = ()
    when: str | None = None


SHARED_QUOTATION = "inside quotation marks in both: a shared quotation, which shows no copying"
"""The reason a copy gives where both sides quote the same words of somebody."""

SAID_TWICE = "one document has it twice"
"""The reason a copy gives where an outlet repeats itself within one document."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A stretch of one document that repeats a stretch of another.

    ``similarity`` is the share of the shorter stretch that the longer one holds, 0 to 1. ``direction`` is ``from``
    where the other document is the older, ``to`` where it is the younger, ``unknown`` where nothing says. ``credit`` is
    the outlet that the words are credited to, where either side names one.
    """

    document: str
    span: Span
    of_document: str
    of_span: Span
    similarity: float
    direction: str
    reasons: tuple[str, ...] = ()
    credit: str | None = None

    @property
    def is_quotation(self) -> bool:
        """Whether the words are somebody's whom both sides quote, which shows no copying."""
        return SHARED_QUOTATION in self.reasons

    @property
    def shows_copying(self) -> bool:
        """Whether one side must have its words from the other, or both from a third."""
        return not self.is_quotation and SAID_TWICE not in self.reasons
