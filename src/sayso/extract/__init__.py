"""Extract: an edition goes in; the mentions, times, sayings and claims read from it come out, nothing from elsewhere.

``extract(editions, settings)`` yields one ``Extraction`` per ``Edition``, in order. A document is read by itself: what
is found in one never depends on another. A long one can be parsed by several processes: ``parts_of`` cuts it,
``parse_one`` parses a part, and ``extract_parsed`` extracts from all of them what ``extract`` would.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso import __version__
from sayso.extract.contrary.asides import find_asides
from sayso.extract.contrary.finding import find_contrary
from sayso.extract.contrary.tellings import Document
from sayso.extract.deeds.finding import find_deeds
from sayso.extract.deeds.positions import find_positions
from sayso.extract.found import Found
from sayso.extract.link_lists import without_link_lists
from sayso.extract.mentions.finding import find_mentions
from sayso.extract.parse.parsed import Parse
from sayso.extract.parse.reading import Reading, cut_up, parse, parse_part, pipeline
from sayso.extract.presence.finding import find_presence
from sayso.extract.quantities.finding import find_quantities
from sayso.extract.reaching import Reaching
from sayso.extract.sayings.finding import find_sayings
from sayso.extract.sayings.first_person import resolve_first_person
from sayso.extract.sayings.vouch import vouch
from sayso.extract.ties.finding import find_ties
from sayso.extract.ties.traits import find_traits
from sayso.extract.times.finding import find_times
from sayso.extract.unread import find_unread
from sayso.records.claim import Claim, Extraction, Quantity, Saying
from sayso.records.document import Edition
from sayso.settings import Settings

__all__ = ["extract", "extract_parsed", "parse_one", "parts_of"]


def extract(editions: Iterable[Edition], settings: Settings) -> Iterator[Extraction]:
    """Read each edition; raises SetupError where the pipeline named in ``settings`` is not installed."""
    for reading in parse(editions, pipeline(settings.pipeline)):
        yield _extract_one(reading, _extractor(settings))


def parts_of(edition: Edition) -> tuple[tuple[str, ...], ...]:
    """The paragraphs of an edition in the parts that are parsed by themselves; one of a text that is not long."""
    return tuple(cut_up(edition).parts())


def parse_one(part: Sequence[str], settings: Settings) -> tuple[Parse, ...]:
    """Parse one part. Raises SetupError as ``extract`` does."""
    return tuple(parse_part(part, pipeline(settings.pipeline)))


def extract_parsed(edition: Edition, parses: Iterable[Parse], settings: Settings) -> Extraction:
    """What ``extract`` gives for an edition of which the paragraphs were parsed already, in order."""
    return _extract_one(cut_up(edition).reading(parses), _extractor(settings))


def _extractor(settings: Settings) -> str:
    return f"sayso {__version__} with {settings.pipeline}"


def _extract_one(reading: Reading, extractor: str) -> Extraction:
    mentions, times = find_mentions(reading), find_times(reading)
    found = Found.of(mentions, times)
    sayings = find_sayings(reading, found)
    found = resolve_first_person(reading, found, sayings)
    deeds = find_deeds(reading, found)
    claims = _in_reading_order(
        (
            *deeds,
            *find_positions(reading, found),
            *find_ties(reading, found),
            *find_traits(reading, found),
            *find_quantities(reading, found, deeds),
        )
    )
    claims = _in_reading_order((*claims, *find_presence(reading, found, claims)))
    claims = without_link_lists(reading, _without_witnesses(claims, sayings))
    document = Document(reading, found, sayings)
    told = find_contrary(document, claims)
    everything = vouch(reading, found, sayings, (*told, *find_asides(document, told)))
    vouched = everything[: len(told)]
    unread = find_unread(reading, found, vouched)
    asides = everything[len(told) :]
    return Extraction(reading.edition.document, extractor, found.mentions, times, sayings, vouched, unread, asides)


_OF_SPEAKERS = frozenset({"count", "people", "attended", "share", "money"})  # who votes or marches may speak


def _without_witnesses(claims: Iterable[Claim], sayings: Iterable[Saying]) -> tuple[Claim, ...]:
    """Leave out figures that count who speaks among those killed or taken: "ten were seized, an official said"."""
    sources = Reaching(saying.source for saying in sayings if saying.source is not None)

    def counts_a_source(claim: Claim) -> bool:
        befell = isinstance(claim.content, Quantity) and claim.content.measure not in _OF_SPEAKERS
        return befell and any(source.holds(claim.span) for source in sources.near(claim.span))

    return tuple(claim for claim in claims if not counts_a_source(claim))


def _in_reading_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Each claim once: where two finders read the same from the same words, the first keeps its id."""
    by_id: dict[str, Claim] = {}
    for claim in claims:
        by_id.setdefault(claim.id, claim)
    return tuple(sorted(by_id.values(), key=lambda claim: (claim.span, claim.kind, claim.id)))
