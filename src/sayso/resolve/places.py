"""Place mentions to places: which Tripoli, from the text around it, its outlet, and the pile as a whole."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.language.countries import country_code
from sayso.language.gazetteer import Spot, look_up, name_key, neighbours
from sayso.language.toponyms import place_mentions, plain_place, toponym_span
from sayso.records.actor import Mention, MentionForm, MentionKind, Place
from sayso.records.ids import make_id
from sayso.records.pile import Pile
from sayso.settings import Settings

_ROUNDS = 3
_LONGEST_ACRONYM = 4
_EARTH_KM = 6371.0
_NEAR_KM = 120.0
_BASE = {"country": 7.2, "region": 5.0, "county": 4.5, "area": 6.5}
_DIRECTION = re.compile(
    r"^(?:the |downtown |central |greater |upper |lower |old |mainland |metropolitan |"
    r"(?:north|south|east|west)(?:ern|-?east(?:ern)?|-?west(?:ern)?)? |city of |town of |village of |port of |"
    r"province of |state of )+",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"\s+(?:province|governorate|region|district|state|city|town|village|area|suburb|port)$", re.IGNORECASE
)
_WIDE = re.compile(r"\b(?:province|governorate|region|district|state)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Toponym:
    """One name in one document: all its mentions mean one place."""

    document: str
    outlet: str
    name: str
    mentions: list[Mention]
    spots: tuple[Spot, ...]
    within: dict[str, tuple[Spot, ...]] = field(default_factory=dict)
    best: Spot | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Context:
    """What speaks for one country or another around a toponym."""

    named: Mapping[str, Counter[str]]
    outlet_regions: Mapping[str, Counter[str]]
    outlet_countries: Mapping[str, Counter[str]]
    home: Counter[str]
    fixed_home: str | None


def resolve_places(pile: Pile, settings: Settings) -> tuple[Place, ...]:
    """Places in order of id: one for each gazetteer entry that mentions come to, one for each name that has none.

    A name means one place throughout a document. Of the entries under a name the one is taken that its surroundings
    speak for: a container printed beside it ("Paris, Texas"), countries named in the document, places near it, what the
    outlet mostly writes about, the pile's own country, and last the number of people who live there.
    """
    toponyms = _toponyms(pile)
    named = _countries_named(pile)
    for _ in range(_ROUNDS):
        context = _context(toponyms, named, settings.home_country)
        by_document: dict[str, list[_Toponym]] = defaultdict(list)
        for each in toponyms:
            by_document[each.document].append(each)
        for document in by_document.values():
            chosen = [(each, *_choose(each, document, context)) for each in document]
            for each, best, reasons in chosen:
                each.best, each.reasons = best, reasons
    return _collected(toponyms)


def _toponyms(pile: Pile) -> list[_Toponym]:
    grouped: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in place_mentions(pile.mentions.values()):
        grouped[mention.document, name_key(plain_place(mention))].append(mention)
    names = {key: plain_place(mentions[0]) for key, mentions in grouped.items()}
    spots = look_up({name for each in names.values() for name in _readings(each)})
    containers = _containers(pile)
    outer = look_up(set(containers.values()))
    found: list[_Toponym] = []
    for key, mentions in sorted(grouped.items()):
        mentions.sort(key=lambda each: each.span)
        entries = next((spots[name] for name in _readings(names[key]) if name in spots), ())
        if mentions[0].kind in (MentionKind.COUNTRY, MentionKind.PEOPLE) and (
            as_country := [e for e in entries if e.kind == "country"]
        ):
            entries = (*as_country, *(each for each in entries if each.kind == "region"))
        outlet = pile.passages[mentions[0].passage].outlet or key[0]
        beside = (containers[each.id] for each in mentions if each.id in containers)
        within = {container: outer.get(container, ()) for container in beside}
        found.append(_Toponym(key[0], outlet, names[key], mentions, entries, within))
    return found


def _readings(name: str) -> list[str]:
    """The name as it stands, then without direction and generic words, then without its article."""
    bare = _DIRECTION.sub("", name)
    short = _GENERIC.sub("", bare)
    article = re.sub(r"^(?:al|el|ar|as|ash|at|ad|an|az)[- ]", "", short, flags=re.IGNORECASE)
    return list(dict.fromkeys(each for each in (name, bare, short, article) if each))


def _containers(pile: Pile) -> dict[str, str]:
    """Mention id to the name printed right after it: "Paris, Texas", "Paris (Texas)"."""
    by_document: dict[str, list[Mention]] = defaultdict(list)
    for mention in place_mentions(pile.mentions.values()):
        if mention.form is MentionForm.NAME:
            by_document[mention.document].append(mention)
    found: dict[str, str] = {}
    for mentions in by_document.values():
        mentions.sort(key=lambda each: (each.span.start, -each.span.end))
        for one, two in pairwise(mentions):
            if one.passage == two.passage and two.span.start - toponym_span(one).end == 2:
                found[one.id] = plain_place(two)
    return found


def _countries_named(pile: Pile) -> dict[str, Counter[str]]:
    """Countries each document names outright or by their people, with counts."""
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in pile.mentions.values():
        if mention.form is MentionForm.PRONOUN or mention.form is MentionForm.NOMINAL:
            continue
        if mention.kind in (MentionKind.COUNTRY, MentionKind.PEOPLE, MentionKind.GOVERNMENT):
            code = country_code(mention.name or mention.text)
            if code is not None:
                named[mention.document][code.upper()] += 1
    return named


def _context(toponyms: Sequence[_Toponym], named: Mapping[str, Counter[str]], fixed: str | None) -> _Context:
    regions: dict[str, Counter[str]] = defaultdict(Counter)
    countries: dict[str, Counter[str]] = defaultdict(Counter)
    home: Counter[str] = Counter()
    for each in toponyms:
        if each.best is None or each.best.country is None:
            continue
        countries[each.outlet][each.best.country] += 1
        home[each.best.country] += 1
        if each.best.admin1 is not None:
            regions[each.outlet][each.best.admin1] += 1
    for counts in named.values():
        home.update(counts)
    return _Context(named, regions, countries, home, fixed)


def _choose(toponym: _Toponym, document: Sequence[_Toponym], context: _Context) -> tuple[Spot | None, tuple[str, ...]]:
    if not toponym.spots:
        return None, ("the gazetteer has no place of this name",)
    if len(toponym.spots) == 1:
        return toponym.spots[0], ("the only place of this name in the gazetteer",)
    scored = [(*_score(spot, toponym, document, context), spot) for spot in toponym.spots]
    _, reasons, best = max(scored, key=lambda each: (each[0], each[2].population, -(each[2].geonames or 0)))
    return best, tuple(reasons) or (f"the largest of {len(toponym.spots)} places of this name",)


def _score(spot: Spot, toponym: _Toponym, document: Sequence[_Toponym], context: _Context) -> tuple[float, list[str]]:
    reasons: list[str] = []
    total = _BASE.get(spot.kind, math.log10(spot.population + 10))
    total += (0.6 if spot.main else 0) + (0.8 if spot.capital else 0)
    if spot.kind == "region" and _WIDE.search(toponym.name):
        total += 2
    if toponym.within:
        inside = [name for name, containers in toponym.within.items() if _lies_in(spot, containers)]
        total += 6 if inside else -3
        if inside:
            reasons.append(f"“{inside[0]}” is printed after it")
    if spot.country is not None:
        total += _for_country(spot.country, toponym, context, reasons)
    if spot.admin1 is not None:
        regions = context.outlet_regions.get(toponym.outlet, Counter())
        share = regions[spot.admin1] / max(1, regions.total())
        if regions.total() >= 3:
            total += 3 * share
        if share > 0.3:
            reasons.append("its outlet writes mostly of places there")
    near = _nearness(spot, toponym, document)
    if near >= 0.5:
        reasons.append("other places named in the document lie near it")
    return total + min(3.0, near), reasons


def _for_country(country: str, toponym: _Toponym, context: _Context, reasons: list[str]) -> float:
    total = 0.0
    named = context.named.get(toponym.document, Counter())
    if named[country]:
        total += 1.0 + min(1.0, named[country] / max(1, named.total()))
        reasons.append("its country is named in the document")
    elif any(other in named for other in neighbours(country)):
        total += 0.3
    outlets = context.outlet_countries.get(toponym.outlet, Counter())
    if outlets.total() >= 3:
        total += 1.5 * outlets[country] / outlets.total()
    if context.home.total() >= 10:
        share = context.home[country] / context.home.total()
        total += 1.5 * share
        if share > 0.3 and not reasons:
            reasons.append("most places in the pile are in its country")
    if context.fixed_home is not None and country == context.fixed_home.upper():
        total += 4.0
        reasons.append("its country was set as the pile's own")
    return total


def _lies_in(spot: Spot, containers: Sequence[Spot]) -> bool:
    for outer in containers:
        if outer.kind == "country" and outer.country == spot.country and spot.kind != "country":
            return True
        if outer.kind == "region" and outer.admin1 is not None and spot.kind != "country":
            if spot.admin1 == outer.admin1:
                return True
            if spot.country == outer.country != "US" and _km(spot, outer) < 250:
                return True
        if outer.kind in ("county", "city") and outer.country == spot.country and 0 < _km(spot, outer) < 60:
            return True
    return False


def _nearness(spot: Spot, toponym: _Toponym, document: Sequence[_Toponym]) -> float:
    total = 0.0
    for other in document:
        if other is toponym or other.best is None or other.best.kind in ("country", "area"):
            continue
        total += math.exp(-_km(spot, other.best) / _NEAR_KM)
    return total


def _km(one: Spot, two: Spot) -> float:
    """Great-circle distance in kilometres (haversine)."""
    lat1, lon1, lat2, lon2 = map(math.radians, (one.lat, one.lon, two.lat, two.lon))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(half))


def _collected(toponyms: Iterable[_Toponym]) -> tuple[Place, ...]:
    groups: dict[tuple[object, ...], list[_Toponym]] = defaultdict(list)
    for each in toponyms:
        spot = each.best
        if spot is None:
            groups["unknown", name_key(each.name)].append(each)
        elif spot.geonames is not None:
            groups["geonames", spot.geonames].append(each)
        else:
            groups[spot.kind, spot.country, spot.admin1, spot.name].append(each)
    return tuple(sorted((_place(key, group) for key, group in groups.items()), key=lambda each: each.id))


def _place(key: tuple[object, ...], group: Sequence[_Toponym]) -> Place:
    spot = group[0].best
    names = Counter(each.name for each in group for _ in each.mentions)
    reasons = Counter(reason for each in group for reason in each.reasons)
    return Place(
        id=make_id("p", *key),
        name=_in_small_letters(min(names, key=lambda name: (_shouts(name), -names[name], len(name), name))),
        mentions=tuple(sorted(mention.id for each in group for mention in each.mentions)),
        country=spot.country if spot else None,
        admin1=spot.admin1 if spot else None,
        lat=spot.lat if spot else None,
        lon=spot.lon if spot else None,
        geonames=spot.geonames if spot else None,
        reasons=tuple(sorted(reasons, key=lambda reason: (-reasons[reason], reason))),
    )


def _in_small_letters(name: str) -> str:
    """A name that only datelines give, all in capitals, as it would stand in a sentence; "UAE" and "US" stay."""
    return name.title() if _shouts(name) else name


def _shouts(name: str) -> bool:
    return name.isupper() and len(name) > _LONGEST_ACRONYM
