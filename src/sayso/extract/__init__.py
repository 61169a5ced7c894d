"""Extract: an edition goes in; the mentions, times, sayings and claims read from it come out, nothing from elsewhere.

``extract(editions, settings)`` yields one ``Extraction`` per ``Edition``, in order. A document is read by itself: what
is found in one never depends on another.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from typing import Any

from sayso import __version__
from sayso.extract.found import Found
from sayso.extract.reading import Reading, parse, pipeline
from sayso.records.claim import Claim, Extraction
from sayso.records.document import Edition
from sayso.settings import Settings

__all__ = ["extract"]


def _later(module: str, name: str) -> Any:
    try:
        return getattr(importlib.import_module(f"sayso.extract.{module}"), name)
    except (ImportError, AttributeError):
        return None


def extract(editions: Iterable[Edition], settings: Settings) -> Iterator[Extraction]:
    """Read each edition; raises SetupError where the pipeline named in ``settings`` is not installed."""
    extractor = f"sayso {__version__} with {settings.pipeline}"
    for reading in parse(editions, pipeline(settings.pipeline)):
        yield _extract_one(reading, extractor)


def _extract_one(reading: Reading, extractor: str) -> Extraction:
    mentions = (_later("mentions", "find_mentions") or (lambda reading: ()))(reading)
    times = (_later("times", "find_times") or (lambda reading: ()))(reading)
    found = Found.of(mentions, times)
    sayings = (_later("sayings", "find_sayings") or (lambda reading, found: ()))(reading, found)
    nothing = lambda *given: ()  # noqa: E731
    deeds = (_later("deeds", "find_deeds") or nothing)(reading, found)
    claims = (
        *deeds,
        *(_later("ties", "find_ties") or nothing)(reading, found),
        *(_later("traits", "find_traits") or nothing)(reading, found),
        *(_later("quantities", "find_quantities") or nothing)(reading, found, deeds),
    )
    ordered = _in_reading_order(claims)
    vouched = (_later("vouch", "vouch") or (lambda reading, found, sayings, claims: claims))(
        reading, found, sayings, ordered
    )
    unread = (_later("unread", "find_unread") or nothing)(reading, found, vouched)
    return Extraction(reading.edition.document, extractor, mentions, times, sayings, vouched, unread)


def _in_reading_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Each claim once: where two finders read the same from the same words, the first keeps its id."""
    by_id: dict[str, Claim] = {}
    for claim in claims:
        by_id.setdefault(claim.id, claim)
    return tuple(sorted(by_id.values(), key=lambda claim: (claim.span, claim.kind, claim.id)))
