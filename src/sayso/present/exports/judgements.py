"""Judgements in the exchange form: what was decided, by whom, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.records.judgement import Judgement, Ruling
from sayso.records.plain import to_plain

WAITING = "waiting"
"""The state of a judgement that is not worked out yet."""


def judgement_records(judgements: Iterable[Judgement], rulings: Iterable[Ruling]) -> Iterator[dict[str, Any]]:
    """One record a judgement, in the order they were made, whatever the order in which they came into the case."""
    by_judgement = {each.judgement: each for each in rulings}
    for judgement in sorted(judgements, key=lambda each: (each.at, each.id)):
        ruling = by_judgement.get(judgement.id)
        yield {
            "record": "judgement",
            **to_plain(judgement),
            "state": ruling.state.value if ruling else WAITING,
            "note": ruling.note if ruling else "",
            "now": [list(ids) for ids in ruling.targets] if ruling else [],
        }
