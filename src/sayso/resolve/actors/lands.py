"""The countries a pile speaks of, by their names and the words for their people, and which of them each document is
about.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.language.countries import country_code
from sayso.language.gazetteer import look_up
from sayso.language.romanisation import latin
from sayso.records.actor import Mention, MentionForm, MentionKind
from sayso.resolve.actors.bearers import BODY, COUNTRY, PERSON, Bearer

TOWN = "town "
_OF_A_LAND = re.compile(r"(?:an|ian|ese|ish|i|ite)s?$")
_MOSTLY = 0.75
_ENOUGH_VOTES = 2
_SHORTEST = 5


class Lands:
    """The countries a pile speaks of, under one key each, found by name or by the word for their people.

    A country that no table knows is known by its name in the pile; a word that begins like it and ends like a word for
    a people (Korvan, Sundalese) is taken for its people's. Where a name is printed for a place only, that no gazetteer
    lists either, such a word is what shows that it is a country's.
    """

    def __init__(self, bearers: Iterable[Bearer], places: Iterable[str] = ()) -> None:
        given = list(bearers)
        names = {latin(each.principal) for each in given if each.sort == COUNTRY and not country_code(each.principal)}
        self._keys: dict[str, str | None] = {}
        self._unknown: dict[str, list[str]] = defaultdict(list)
        self._words = {latin(word) for each in given for word in _words_of(each)}
        self._file(names)
        self._file(self._with_a_people(places) - names)

    def _file(self, names: Iterable[str]) -> None:
        for name in sorted(names):
            if name.isalpha() and len(name) > 3:
                self._unknown[name[:4]].append(name)

    def _with_a_people(self, places: Iterable[str]) -> set[str]:
        """Names of places outside the gazetteer that the pile has a word for the people of."""
        starts: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._words):
            if _OF_A_LAND.search(word):
                starts[word[:4]].append(word)
        names = {place: latin(place) for place in places if place.isalpha() and len(place) >= _SHORTEST}
        fit = {
            place: name
            for place, name in names.items()
            if any(word != name and _is_of(word, name) for word in starts.get(name[:4], ()))
        }
        listed = look_up(sorted(fit))
        return {name for place, name in fit.items() if place not in listed}

    def key(self, name: str) -> str | None:
        """The key of the country that ``name`` is a name of, or is a word for the people of; None where it is none."""
        if name not in self._keys:
            word = latin(name).removeprefix("the ").strip()
            unknown = next((each for each in self._unknown.get(word[:4], ()) if _is_of(word, each)), None)
            self._keys[name] = country_code(name) or unknown
        return self._keys[name]

    def is_of_a_people(self, bearer: Bearer) -> bool:
        """Whether one word that was taken for a person is the word for the people of a country no table knows."""
        if bearer.sort != PERSON or len(bearer.parts.words) != 1 or bearer.titles:
            return False
        land = self.key(bearer.principal)
        return (
            land is not None and land in self._unknown.get(land[:4], ()) and bool(_OF_A_LAND.search(bearer.principal))
        )


def _is_of(word: str, country: str) -> bool:
    shared = 0
    while shared < min(len(word), len(country)) and word[shared] == country[shared]:
        shared += 1
    return shared >= max(4, len(country) - 2) and len(word) - shared <= 4 and word.isalpha()


def _words_of(bearer: Bearer) -> Iterator[str]:
    """Words of a body's name, and names of one word: where a word for a people can stand."""
    for name, _ in bearer.names:
        words = name.split()
        if bearer.sort == BODY or len(words) == 1:
            yield from (word for word in words if word[0].isupper())


def lands_of(bearers: Sequence[Bearer], mentions: Iterable[Mention]) -> Lands:
    """The countries of a pile, those known to it alone among them."""
    places = {each.name for each in mentions if each.kind is MentionKind.PLACE and each.form is MentionForm.NAME}
    return Lands(bearers, places)


def spoken_of(mentions: Iterable[Mention], lands: Lands) -> dict[str, Counter[str]]:
    """How often each document speaks of each country, by its name or by a word for its people."""
    spoken: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        named = mention.form in (MentionForm.NAME, MentionForm.DEMONYM) and mention.name
        if named and (land := lands.key(mention.name)):
            spoken[mention.document][land] += 1
    return dict(spoken)


def homes(mentions: Iterable[Mention], bearers: Sequence[Bearer], lands: Lands) -> dict[str, str]:
    """The country that each document is about, where it is about one.

    It is the one that most of its words of countries speak of. A document without such a word is about the country
    that the places and bodies it names are spoken of with elsewhere, where two of them agree and none disagrees. Of one
    that all this tells nothing of, the town it names most stands for its country, after ``TOWN``.
    """
    spoken: dict[str, Counter[str]] = defaultdict(Counter)
    named: dict[str, set[str]] = defaultdict(set)
    towns: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        if mention.form not in (MentionForm.NAME, MentionForm.DEMONYM) or not mention.name:
            continue
        counts = spoken[mention.document]
        land = lands.key(mention.name)
        if land:
            counts[land] += 1
        elif mention.kind in (MentionKind.PLACE, MentionKind.GOVERNMENT):
            named[mention.document].add(latin(mention.name).replace(" ", ""))
            towns[mention.document][latin(mention.name)] += mention.kind is MentionKind.PLACE
    for bearer in bearers:
        if bearer.sort == BODY and len(bearer.parts.words) > 1:
            named[bearer.document].add(bearer.parts.joined)
            found = {land for word in bearer.principal.split() if (land := lands.key(word))}
            spoken[bearer.document].update(found)
    certain = {document: land for document, counts in spoken.items() if (land := _most(counts))}
    grounds = {document: _clearly_most(counts) for document, counts in towns.items() if not spoken[document]}
    nearest = {document: f"{TOWN}{town}" for document, town in grounds.items() if town}
    return nearest | certain | _by_company(spoken, named, certain)


def _most(counts: Counter[str]) -> str | None:
    if not counts:
        return None
    land = min(counts, key=lambda each: (-counts[each], each))
    return land if counts[land] >= _MOSTLY * counts.total() else None


def _clearly_most(counts: Counter[str]) -> str:
    ranked = sorted(((count, name) for name, count in counts.items() if count), reverse=True)
    return ranked[0][1] if ranked and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]) else ""


def _by_company(
    spoken: Mapping[str, Counter[str]], named: Mapping[str, set[str]], certain: Mapping[str, str]
) -> dict[str, str]:
    seen_with: dict[str, set[str]] = defaultdict(set)
    for document, land in certain.items():
        for name in named.get(document, ()):
            seen_with[name].add(land)
    found: dict[str, str] = {}
    for document in sorted(named):
        if spoken.get(document):
            continue
        votes = [seen_with[name] for name in sorted(named[document]) if name in seen_with]
        lands = set().union(*votes) if votes else set()
        if len(votes) >= _ENOUGH_VOTES and len(lands) == 1:
            found[document] = min(lands)
    return found
