"""A few documents added to a large case: worked out beside their nearest, and put into what the case knows.

To work out the whole takes as long as the case is large. Here what the new documents tell is found on a small part of
it, the documents that share most of their rarer words and names, and goes where its neighbours are. Nothing that was
found before is parted or joined by it; that is for the whole to settle, and until then the case says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.graft import complete, place
from sayso.judge import without_rejected
from sayso.records.graft import Graft
from sayso.records.matter import Matter, MatterKind
from sayso.records.pile import Findings, Pile, together
from sayso.route.finding import Across, find_across, uncollected
from sayso.settings import Settings
from sayso.store import Case
from sayso.trace import COMMON, printed
from sayso.weigh import weigh

_NEAREST = 20
"""Documents that one is worked out beside for all it says."""
_BY_CLAIM = 2
"""And for each of its claims; besides these, those that bear its names."""
_OF_A_KIND = 4
"""Events of one kind, time or place with one it tells, whose documents are taken in."""
_DOERS, _TIES = 8, 12
"""Of how many doers of one event ties are looked up, and how many, to see whether they are on one side."""
_PRINTS = 80
"""Runs of words by which those are found whose text they repeat."""
_AT_RANDOM = 8
"""Documents beside these from all over the case, so that what is common in it is known to be common."""
_TELLERS = 60
"""As many more as are taken in for the events that have grown to be seen whole."""


@dataclass(frozen=True, slots=True)
class Added:
    """The new documents, and the part of the case that they were worked out in, with what is found there."""

    documents: frozenset[str]
    pile: Pile
    findings: Findings


def add(case: Case, documents: Sequence[str], settings: Settings) -> Added:
    """Work out ``documents`` beside their nearest and keep what that adds to the findings. Raises CaseError."""
    with uncollected():
        with case.still():
            generation = case.generation()
            added, graft = _added(case, frozenset(documents), settings)
        case.extend(graft, generation)
    return added


def _added(case: Case, fresh: frozenset[str], settings: Settings) -> tuple[Added, Graft]:
    firsts, stock = _first_holders(case, fresh)
    here = sorted(_beside(case, fresh, settings) | firsts)
    across = _across(case, here, settings, stock)
    pile = across.pile
    known = case.findings_around(pile, across.found.places)
    placed = place(across.found, known, pile, fresh)
    events = [each for each in placed.changed.matters if each.kind is MatterKind.EVENT]
    more = _few(case.tellers(events) - set(here)) | case.tellers(case.ties_of(_doers(events), _TIES)) - set(here)
    if more:
        pile = together(pile, without_rejected(case.pile(more), across.limits))
        known = case.findings_around(pile, across.found.places, known)
        placed = place(across.found, known, pile, fresh)
    accounts, disputes = weigh(pile, placed.here, across.limits)
    standing = case.standing_of(each.id for each in placed.changed.matters)
    graft = complete(placed, (accounts, disputes), standing, pile, fresh)
    return Added(fresh, pile, replace(placed.here, accounts=accounts, disputes=disputes)), graft


def _first_holders(case: Case, fresh: frozenset[str]) -> tuple[set[str], frozenset[int]]:
    """The documents that first had the words that ``fresh`` ones repeat, and fingerprints of stock phrases."""
    firsts: set[str] = set()
    stock: set[int] = set()
    for own in sorted(fresh):
        for value, words in printed(case.edition(own), _PRINTS // len(fresh)):
            holders = case.holders(words, COMMON + 1)
            if len(holders) > COMMON:
                stock.add(value)
            elif len(holders) > 1:
                firsts.add(holders[0][1])
    return firsts, frozenset(stock)


def _beside(case: Case, fresh: frozenset[str], settings: Settings) -> set[str]:
    """The documents to work out together."""
    share = max(1, _NEAREST // len(fresh))
    near = {own for each in sorted(fresh) for own in case.nearest(each, share, _BY_CLAIM)}
    alone = _across(case, sorted(fresh), settings)
    told = [each for each in alone.found.matters if each.kind is MatterKind.EVENT]
    near.update(case.tellers(case.of_a_kind(told, _OF_A_KIND)))
    near.update(case.bearers(fresh, near))
    everyone = case.document_ids()
    near.update(everyone[:: max(1, len(everyone) // _AT_RANDOM)])
    return near | fresh


def _few(documents: set[str]) -> set[str]:
    """The documents, unless they are so many that what they tell is left to be settled with the whole."""
    return documents if len(documents) <= _TELLERS else set()


def _doers(events: Iterable[Matter]) -> list[str]:
    """Those who are said to have done something that others are said to have done too."""
    found: set[str] = set()
    for event in events:
        doers = {each.actor for each in event.participants if each.role == "actor"}
        found |= doers if 1 < len(doers) <= _DOERS else set()
    return sorted(found)[:_DOERS]


def _across(case: Case, documents: Sequence[str], settings: Settings, stock: frozenset[int] = frozenset()) -> Across:
    editions = (case.edition(each) for each in documents)
    return find_across(case.pile(documents), editions, case.edition, settings, stock=stock)
