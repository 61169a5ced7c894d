"""What crosses the documents of a pile, found in memory: trace, judge, resolve, weigh."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from sayso.judge import rule, without_rejected
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


@uncollected()
def find(
    pile: Pile,
    editions: Iterable[Edition],
    edition_of: Callable[[str], Edition],
    settings: Settings,
    report: Report = silent,
) -> Findings:
    """All that is made of a pile across its documents, from their texts one after the other and again by id."""
    report(Step("trace"))
    copies = trace(editions, edition_of)
    ruled = rule(pile.judgements, pile, edition_of)
    report(Step("resolve"))
    limits = ruled.constraints
    pile = without_rejected(pile, limits)
    actors = resolve_actors(pile, limits)
    places = resolve_places(pile, settings)
    matters = resolve_matters(pile, actors, places, copies, settings.dating_rounds, limits)
    report(Step("weigh"))
    unweighed = Findings(copies=copies, actors=actors, places=places, matters=matters)
    accounts, disputes = weigh(pile, unweighed, limits)
    return Findings(copies, actors, places, matters, accounts, disputes, ruled.rulings)
