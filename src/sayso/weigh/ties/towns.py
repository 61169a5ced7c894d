"""Which named places exclude one another: who is in the one is not in the other at that time."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from rapidfuzz import fuzz

from sayso.language.countries import country_code
from sayso.language.gazetteer import look_up, name_key
from sayso.language.lexicon import table
from sayso.records.actor import MentionForm, Place
from sayso.records.pile import Findings, Pile

_FAR = 40  # km between the middles of two towns
_EARTH_KM = 6371.0
_LARGE = 100_000
_BESIDE = 25  # characters between two names of which one may say where the other lies: "Gorm, a town in Sundal"
_ALIKE = 75  # of 100; names more alike may be two spellings of one
_SITES_OF = frozenset(
    {"camp", "fort", "hotel", "mount", "lake", "cape", "castle", "pier", "gate", "hill", "saint", "st"}
)


@dataclass(frozen=True, slots=True)
class Town:
    """A place by the name it has, and as the gazetteer knows it, if it does."""

    key: str
    name: str
    place: Place | None
    country: str | None

    @property
    def is_known(self) -> bool:
        """Whether the gazetteer has it as a country or a town."""
        return self.country is not None or (self.place is not None and self.place.geonames is not None)


class Towns:
    """The places that a pile names, looked up by mention."""

    def __init__(self, pile: Pile, findings: Findings) -> None:
        self._pile = pile
        self._place_of = {mention: place for place in findings.places for mention in place.mentions}

    def of(self, mention: str | None) -> Town | None:
        """The place that a mention names; None for a site, which lies in a town that is not told."""
        named = self._pile.mentions.get(mention or "")
        if named is None or named.form is not MentionForm.NAME:
            return None
        key = name_key(named.name or named.text)
        if not key or key.split()[-1] in _sites() or key.split()[0] in _SITES_OF:
            return None
        place = self._place_of.get(named.id)
        name = place.name if place is not None else named.name or named.text
        return Town(key, name, place, country_code(named.name or named.text))

    def exclude(self, one: Town, two: Town) -> bool:
        """Whether the two are apart, as far as the gazetteer or the pile tells."""
        if one.key == two.key or fuzz.ratio(one.key, two.key) >= _ALIKE:
            return False
        if set(one.key.split()) <= set(two.key.split()) or set(two.key.split()) <= set(one.key.split()):
            return False  # "Upper Dole" and "Dole"
        if one.is_known and two.is_known:
            return _known_apart(one, two)
        if any(each.is_known and (each.country is not None or _is_large(each.key)) for each in (one, two)):
            return False  # a place that the gazetteer lacks may be a village of that country, a quarter of that city
        return not self._stand_together(one.key, two.key)

    def _stand_together(self, one: str, two: str) -> bool:
        """Whether any document sets the two names so close that it may tell which lies in which."""
        first, second = self._named.get(one, {}), self._named.get(two, {})
        return any(_near(spans, second[document]) for document, spans in first.items() if document in second)

    @cached_property
    def _named(self) -> Mapping[str, Mapping[str, Sequence[tuple[int, int]]]]:
        """Where each name stands, by name and document."""
        found: dict[str, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
        for each in self._pile.mentions.values():
            if each.form in (MentionForm.NAME, MentionForm.DEMONYM):
                found[name_key(each.name or each.text)][each.document].append((each.span.start, each.span.end))
        return found


def _near(some: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> bool:
    starts = sorted(others)
    for start, end in some:
        at = bisect_left(starts, (start, end))
        for low, high in starts[max(0, at - 1) : at + 1]:
            if (low, high) != (start, end) and max(start, low) - min(end, high) <= _BESIDE:
                return True
    return False


def _known_apart(one: Town, two: Town) -> bool:
    countries = [each.country or (each.place.country if each.place is not None else None) for each in (one, two)]
    if None in countries:
        return False
    first, second = (each.casefold() for each in countries if each is not None)
    if first != second:
        return True
    if one.country is not None or two.country is not None or one.place is None or two.place is None:
        return False  # a town of that country
    return _km(one.place, two.place) >= _FAR


@cache
def _is_large(key: str) -> bool:
    """Whether a town of that name is so large that its quarters have names of their own in the news."""
    return any(spot.population >= _LARGE for spot in look_up((key,)).get(key, ()))


def _km(one: Place, two: Place) -> float:
    """Great-circle distance in kilometres (haversine); 0 where a place has no point."""
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return 0.0
    lat1, lon1, lat2, lon2 = map(math.radians, (one.lat, one.lon, two.lat, two.lon))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(half))


@cache
def _sites() -> frozenset[str]:
    """Words for what lies in or by a town, a quarter of one among them, or is no town at all."""
    return frozenset(word for _, nouns in table("place_nouns") for noun in nouns.split(",") for word in noun.split())
