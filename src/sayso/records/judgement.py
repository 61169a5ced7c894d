"""Scores with their reasons, and what people decided."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """A value from 0 to 1 with the reasons behind it, in words a reporter would accept."""

    value: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided. Never overwritten: ``undoes`` names the judgement this one takes back.

    ``at`` is ISO 8601 in UTC. ``targets`` are ids; ``anchors`` are (quote, prefix, suffix) for each target that is a
    span, so that the judgement finds its words again in another edition.
    """

    id: str
    verb: str
    targets: tuple[str, ...]
    by: str
    why: str
    at: str
    value: str | None = None
    undoes: str | None = None
    anchors: tuple[tuple[str, str, str], ...] = ()
