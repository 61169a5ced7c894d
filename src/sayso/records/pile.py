"""A whole case in memory, without the texts: what the stages that cross documents, and the pages, work from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from sayso.records.actor import Actor, Mention, Place
from sayso.records.claim import Claim, Saying
from sayso.records.document import Document, Edition, Passage, Span
from sayso.records.judgement import Judgement, Ruling
from sayso.records.matter import Account, Copy, Dispute, Matter
from sayso.records.when import When


@dataclass(frozen=True, slots=True)
class Pile:
    """All that was read, each mapping in order of document id and then of reading.

    ``editions`` are by document id and come with ``text`` left empty; ``times`` and ``unread`` are by document id, the
    others by their own ids.
    """

    documents: Mapping[str, Document] = field(default_factory=dict)
    editions: Mapping[str, Edition] = field(default_factory=dict)
    passages: Mapping[str, Passage] = field(default_factory=dict)
    mentions: Mapping[str, Mention] = field(default_factory=dict)
    sayings: Mapping[str, Saying] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    times: Mapping[str, tuple[When, ...]] = field(default_factory=dict)
    unread: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was made of a pile across its documents, each in a fixed order of its ids; rulings as they were made."""

    copies: tuple[Copy, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    matters: tuple[Matter, ...] = ()
    accounts: tuple[Account, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    rulings: tuple[Ruling, ...] = ()


def together(one: Pile, other: Pile) -> Pile:
    """What was read of two parts of a case that share no document, in the order of the whole."""
    editions = dict(sorted({**one.editions, **other.editions}.items()))
    return Pile(
        documents=dict(sorted({**one.documents, **other.documents}.items())),
        editions=editions,
        passages={each.id: each for edition in editions.values() for each in edition.passages},
        mentions=_by_document(one.mentions, other.mentions),
        sayings=_by_document(one.sayings, other.sayings),
        claims=_by_document(one.claims, other.claims),
        times=dict(sorted({**one.times, **other.times}.items())),
        unread=dict(sorted({**one.unread, **other.unread}.items())),
        judgements=one.judgements,
    )


Read = TypeVar("Read", bound=Mention | Saying | Claim)


def _by_document(some: Mapping[str, Read], others: Mapping[str, Read]) -> dict[str, Read]:
    """Both by document; what was read of one document stays in its order."""
    found: list[Read] = sorted([*some.values(), *others.values()], key=lambda each: each.document)
    return {each.id: each for each in found}
