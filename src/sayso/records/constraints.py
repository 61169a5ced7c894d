"""What people decided, as plain facts for the stages that cross documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.records.matter import DisputeKind


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records (by id) that are one, or are not, on whose word and why."""

    one: str
    other: str
    reason: str


@dataclass(frozen=True, slots=True)
class OneOrigin:
    """Documents and claims (by id) whose accounts of one matter have one origin."""

    members: frozenset[str]
    reason: str


@dataclass(frozen=True, slots=True)
class DisputeRuling:
    """What the dispute over a slot between these claims is; None where it is none at all."""

    claims: frozenset[str]
    slot: str
    kind: DisputeKind | None
    reason: str


@dataclass(frozen=True, slots=True)
class Constraints:
    """``same`` and ``apart`` are of mentions, ``same_event`` and ``apart_event`` of deed claims.

    ``names`` are what to call the actor of a mention. Where two constraints conflict, what must stay apart does.
    """

    same: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    same_event: tuple[Pair, ...] = ()
    apart_event: tuple[Pair, ...] = ()
    origins: tuple[OneOrigin, ...] = ()
    disputes: tuple[DisputeRuling, ...] = ()
    rejected: frozenset[str] = frozenset()


UNCONSTRAINED = Constraints()
