"""Verbs that put a person where they are told of: those who stay, are held, do or are seen there."""

from __future__ import annotations

from functools import cache

from sayso.language.lexicon import table


@cache
def presence(sort: str) -> frozenset[str]:
    """Lemmas of one sort: ``stays``, ``held``, ``does``, ``seen``, ``leads`` or ``gatherings``."""
    return next(frozenset(row[1].split(",")) for row in table("presence_verbs") if row[0] == sort)
