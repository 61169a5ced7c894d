"""What crosses the documents of a pile, found in memory: trace, judge, resolve, weigh."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from sayso.judge import rule, without_rejected
from sayso.records.claim import ASIDE, Claim
from sayso.records.constraints import Constraints
from sayso.records.document import Edition
from sayso.records.narrowing import without_claims
from sayso.records.pile import Findings, Pile
from sayso.resolve import resolve_actors, resolve_matters, resolve_places
from sayso.route.reading import Report, Step, silent
from sayso.settings import Settings
from sayso.trace import trace
from sayso.weigh import Sought, sought, weigh, without_unneeded, worth_weighing


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
    plain, asides = apart(pile)
    actors = resolve_actors(plain, limits)
    places = resolve_places(pile, settings)
    matters = resolve_matters(plain, actors, places, copies, settings.dating_rounds, limits)
    if asides.claims:
        # By themselves: what is told by the way is to join nothing that a page shows.
        more = resolve_matters(asides, actors, places, copies, settings.dating_rounds, limits)
        matters = tuple(sorted((*matters, *more), key=lambda each: each.id))
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
    """All that is made of a pile across its documents, from their texts one after the other and again by id.

    Of what the pile's texts tell by the way, what no dispute needs is in no matter of the findings.
    """
    across = find_across(pile, editions, edition_of, settings, report)
    report(Step("weigh"))
    accounts, disputes = weigh(across.pile, across.found, across.limits)
    return without_unneeded(across.pile, replace(across.found, accounts=accounts, disputes=disputes))


def with_asides(pile: Pile, asides: Callable[[Sought], Iterable[Claim]]) -> Pile:
    """The pile with what its texts tell by the way that something in it may deny; ``asides`` looks it up."""
    plain, _ = apart(pile)
    found = worth_weighing(plain, asides(sought(plain)))
    if not found:
        return plain
    told = sorted((*plain.claims.values(), *found.values()), key=lambda each: each.document)
    return replace(plain, claims={each.id: each for each in told})


def without_asides(pile: Pile, findings: Findings) -> Pile:
    """The pile without what is told by the way and is in no matter of ``findings``."""
    held = {claim for matter in findings.matters for claim in matter.claims}
    return without_claims(pile, frozenset(apart(pile)[1].claims.keys() - held))


def apart(pile: Pile) -> tuple[Pile, Pile]:
    """The pile without what is told by the way, and with that for its only claims."""
    asides = {own: each for own, each in pile.claims.items() if ASIDE in each.reasons}
    if not asides:
        return pile, replace(pile, claims={})
    plain = {own: each for own, each in pile.claims.items() if own not in asides}
    return replace(pile, claims=plain), replace(pile, claims=asides)
