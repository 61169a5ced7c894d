"""Whether numbers that cannot both hold are surely of one thing, or only look like it.

Likeness brings numbers together. Before two of them are called a contradiction, more is asked: something that ties them
to one place or one deed, and nothing that lets the smaller be a part of what the larger counts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Set

from sayso.records.actor import MentionForm, MentionKind
from sayso.records.claim import Quantity
from sayso.records.pile import Findings, Pile
from sayso.weigh.numbers.figures import Figure
from sayso.weigh.numbers.rivals import is_next
from sayso.weigh.numbers.tallies import Tally
from sayso.weigh.surroundings import content_words

_WHOSE = re.compile(r"(?<=[a-z\d] )[A-Z]")
# Words of a toll that runs on for a time, which what was done on one day is a part of.
_RUNNING = re.compile(
    r"\b(?:since|so far|to date|in total|altogether|over the (?:past|last)|(?:during|in|within) the (?:first|past|last)"
    r"|(?:days|weeks|months) of|tolls?)\b",
    re.IGNORECASE,
)


def countries_of(pile: Pile, findings: Findings) -> frozenset[str]:
    """The countries that a pile names, as tallies name places, and the words for them and their peoples.

    Two things that happened in one country have little in common.
    """
    found = {
        f"@{place.id}"
        for place in findings.places
        if any(pile.mentions[each].kind is MentionKind.COUNTRY for each in place.mentions if each in pile.mentions)
    }
    for each in pile.mentions.values():
        if each.form is MentionForm.NAME and each.kind in (MentionKind.COUNTRY, MentionKind.PEOPLE):
            found |= content_words(each.text)
    return frozenset(found)


class Sure:
    """Tells of two figures whose numbers the tallies of one group give whether these are surely of one thing."""

    def __init__(self, group: Iterable[Tally], countries: Set[str]) -> None:
        self._countries = countries
        self._giving: dict[tuple[float, str], list[Tally]] = defaultdict(list)
        for tally in group:
            self._giving[tally.number, tally.kind].append(tally)

    def are_of_one(self, one: Figure, two: Figure) -> bool:
        """Whether of those who give the two numbers any two surely count the same."""
        mine, theirs = self._giving[one.number, one.kind], self._giving[two.number, two.kind]
        return any(self._count_one(each, other) for each in mine for other in theirs)

    def _count_one(self, one: Tally, two: Tally) -> bool:
        if one.document == two.document:
            told_so = one.instead or two.instead or one.moved or two.moved
            if min(one.number, two.number) == 1 and not told_so:
                return False  # "one died at the scene"
            return told_so or is_next(one, two) or _are_of_two_sources(one, two)
        small, large = sorted((one, two), key=lambda each: each.number)
        return self._are_tied(one, two) and not self._may_be_part(small, large)

    def _are_tied(self, one: Tally, two: Tally) -> bool:
        """Whether both are counted for one deed, or are told of one place that is no country."""
        if one.deeds & two.deeds or self._towns(one.places) & self._towns(two.places):
            return True
        if not one.leads or not two.leads:
            return False
        named = [each.names | each.towns | self._towns(each.scene) for each in (one, two)]
        return bool((named[0] & named[1]) - one.speakers - two.speakers - self._countries)

    def _may_be_part(self, small: Tally, large: Tally) -> bool:
        """Whether the smaller is told of one sort of people, one place or one day, and the larger of more than that."""
        if small.beside or (small.nouns and not large.nouns and not (small.leads and large.leads)):
            return True
        if _names_whose(small) and not _names_whose(large):
            return True
        towns = self._towns(small.places)
        if towns and not towns & large.places and self._towns(large.scene) - towns:
            return True
        return small.dated and not large.dated and _runs_on(large)

    def _towns(self, places: Set[str]) -> Set[str]:
        return {each for each in places if each[0] == "@"} - self._countries


def _are_of_two_sources(one: Tally, two: Tally) -> bool:
    """Whether one sentence gives both on the word of two: "four, the police said, although the UN spoke of ten"."""
    return bool(one.sentences & two.sentences and one.sources and two.sources and one.sources.isdisjoint(two.sources))


def _names_whose(tally: Tally) -> bool:
    """Whether the words for those counted name whose or of what people they are: "a dozen U.S. citizens"."""
    return all(isinstance(each.content, Quantity) and _WHOSE.search(each.content.stated) for each in tally.claims)


def _runs_on(tally: Tally) -> bool:
    told = (f"{each.content.topic or ''} {each.quote}" for each in tally.claims if isinstance(each.content, Quantity))
    return any(_RUNNING.search(each) for each in told)
