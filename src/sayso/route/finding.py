"""What crosses the documents of a pile, found in memory: trace, judge, resolve, weigh."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from sayso.judge import rule, without_rejected
from sayso.records.constraints import Constraints
from sayso.records.document import Edition
from sayso.records.pile import Findings, Pile
from sayso.resolve import resolve_actors, resolve_matters, resolve_places
from sayso.route.reading import Report, Step, silent
from sayso.settings import Settings
from sayso.trace import trace
from sayso.weigh import weigh


@contextmanager
def uncollected() -> Iterator[None]:
    """Records hold no cycles: looking for some among millions of them takes a fifth of the time and finds nothing."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            # Frozen and thawed, what was made counts as old; else the next record made would have all of it looked at.
            gc.freeze()
            gc.enable()
            gc.unfreeze()


@dataclass(frozen=True, slots=True)
class Across:
    """What crosses the documents of a pile before it is weighed. ``pile`` is without what people rejected."""

    pile: Pile
    found: Findings
    limits: Constraints


def find_across(
    pile: Pile,
    editions: Iterable[Edition],
    edition_of: Callable[[str], Edition],
    settings: Settings,
    report: Report = silent,
    stock: frozenset[int] = frozenset(),
) -> Across:
    """Copies, actors, places and matters of a pile, from its texts one after the other and again by id.

    ``stock`` are fingerprints of stock phrases, where the pile is a part of more.
    """
    report(Step("trace"))
    copies = trace(editions, edition_of, stock)
    ruled = rule(pile.judgements, pile, edition_of)
    report(Step("resolve"))
    limits = ruled.constraints
    pile = without_rejected(pile, limits)
    actors = resolve_actors(pile, limits)
    places = resolve_places(pile, settings)
    matters = resolve_matters(pile, actors, places, copies, settings.dating_rounds, limits)
    found = Findings(copies=copies, actors=actors, places=places, matters=matters, rulings=ruled.rulings)
    return Across(pile, found, limits)


@uncollected()
def find(
    pile: Pile,
    editions: Iterable[Edition],
    edition_of: Callable[[str], Edition],
    settings: Settings,
    report: Report = silent,
) -> Findings:
    """All that is made of a pile across its documents, from their texts one after the other and again by id."""
    across = find_across(pile, editions, edition_of, settings, report)
    report(Step("weigh"))
    accounts, disputes = weigh(across.pile, across.found, across.limits)
    return replace(across.found, accounts=accounts, disputes=disputes)
