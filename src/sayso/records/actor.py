"""Mentions of actors and places in one document, and the actors and places they come to across documents."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.document import Span


class MentionKind(StrEnum):
    """What a mention names. All but ``PLACE`` are kinds of actor; a country is an actor and a place."""

    PERSON = "person"
    ORGANIZATION = "organization"
    ARMED_GROUP = "armed_group"
    GOVERNMENT = "government"
    COUNTRY = "country"
    PEOPLE = "people"
    OFFICE = "office"
    PLACE = "place"


class MentionForm(StrEnum):
    """How it names it."""

    NAME = "name"  # "Karim Odeh", "the Harbour Guard"
    DEMONYM = "demonym"  # "Italian", "the Libyans"
    NOMINAL = "nominal"  # "the general", "gunmen", "his forces"
    PRONOUN = "pronoun"  # "he", "themselves"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an actor or a place.

    ``chain`` is the id of the first mention in this document of the same actor or place (its own id where it stands
    alone): pronouns, nominals and short names share the chain of what they stand for, with ``reason`` in words.
    ``name`` is the bare name ("General Khalifa Haftar" gives "Khalifa Haftar"); empty for pronouns. ``head`` is the
    syntactic head inside ``span``. ``title`` is the rank or office printed with it.
    """

    id: str
    document: str
    passage: str
    span: Span
    head: Span
    text: str
    kind: MentionKind
    form: MentionForm
    name: str
    chain: str
    title: str | None = None
    reason: str = ""


MOST_SUSPICIONS = 12
"""How many others an actor names at most that might be the same."""


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Another actor or place that might be the same, and why it was not joined."""

    id: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organization, armed group, government, country, people or office, across all documents.

    ``id`` is that of the least chain among its members; any member chain's id answers for it. ``names`` are spellings
    with counts, commonest first. ``mentions`` are mention ids.
    """

    id: str
    kind: MentionKind
    name: str
    names: tuple[tuple[str, int], ...]
    chains: tuple[str, ...]
    mentions: tuple[str, ...]
    perhaps: tuple[Suspicion, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place across all documents; without a point where the gazetteer has none or leaves it open."""

    id: str
    name: str
    mentions: tuple[str, ...]
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    reasons: tuple[str, ...] = ()
