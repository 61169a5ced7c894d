"""Whether two reports of a small pile tell of one thing with all that they count of it.

Where no word is known to be rare, what is named tells most: two reports of one place and day that each give one number
of those killed, taken or driven out give it of the same, unless what they tell of was done by other means.
"""

from __future__ import annotations

import math
from collections.abc import Set
from functools import cache

from sayso.language.lexicon import table
from sayso.weigh.numbers.rivals import apart
from sayso.weigh.numbers.tallies import OF_MANY, Tally
from sayso.weigh.surroundings import content_words

_FAR, _FURTHEST = math.log(3), math.log(10)
_MORE_OF_MANY = math.log(2.5)  # crowds and the displaced are counted more loosely
_LATER = 3  # days from one report to the next
_TELLING = 3  # words in common where no name is
_ANYBODY = ({"all"}, {"civilians"}, {"all", "civilians"}, {"fighters"}, {"children"}, {"women"})
# Words that any report of such a number may hold.
_BARE = content_words(
    "people person persons killed killing kill dead death deaths died die wounded injured hurt arrested detained held"
    " seized taken took missing least more than been were was have had has according office official officials"
    " spokesman reporter reporters resident residents civilian civilians our their them who when after night one"
)


def may_be_of_one(one: Tally, two: Tally, *, alike: bool) -> bool:
    """Whether two numbers, each all that its report gives, can be of one thing; ``alike`` is whether the openings are.

    Near one another, they are so in alike reports of one town a day apart. However far within reason, they are where
    both give the day, and name the same or tell of the same.
    """
    if not _are_of_same_people(one, two) or one.sources & two.sources:
        return False
    if one.scene and two.scene and one.scene.isdisjoint(two.scene):
        return False
    on_one_day = _are_of_one_day(one, two)
    further = _MORE_OF_MANY if one.measure in OF_MANY else 0.0
    in_one_town = (one.towns - one.speakers) & (two.towns - two.speakers) and apart(one, two) <= _FAR + further
    if in_one_town and days_between(one, two) <= 1 and (alike or on_one_day):
        return True
    if apart(one, two) > _FURTHEST + further or days_between(one, two) > _LATER or _by_other_means(one, two):
        return False
    named = _named(one) & _named(two)
    told = (_told(one) & _told(two)) - named
    if not on_one_day:
        return bool(named) and bool(told or one.measure in OF_MANY) and _is_dated_within(one, two)
    return bool(named) or (len(told) >= _TELLING and not (one.places and two.places and not one.places & two.places))


def days_between(one: Tally, two: Tally) -> float:
    """Days from one report to the other; without end where one has no date."""
    return abs((one.said - two.said).days) if one.said and two.said else math.inf


def _are_of_same_people(one: Tally, two: Tally) -> bool:
    return {one.kind, two.kind} in _ANYBODY and not (one.units and two.units and one.units.isdisjoint(two.units))


def _are_of_one_day(one: Tally, two: Tally) -> bool:
    if one.dated and two.dated:
        # Who fled on a day, and since then.
        return one.first == two.first and (one.last == two.last or one.measure == "displaced")
    days = [each.first if each.dated and each.first == each.last else each.told for each in (one, two)]
    return days[0] == days[1] is not None


def _is_dated_within(one: Tally, two: Tally) -> bool:
    """Whether one gives a day, and the other none but is of the days after it."""
    dated, other = (one, two) if one.dated else (two, one)
    if not dated.dated or other.dated or dated.last is None or other.said is None:
        return False
    return dated.first == dated.last and 0 <= (other.said - dated.last).days <= _LATER


def _named(tally: Tally) -> set[str]:
    return (tally.names | tally.towns) - tally.speakers


def _told(tally: Tally) -> set[str]:
    told = tally.features | tally.wider | tally.opening
    return {each for each in told if each[0] != "@"} - tally.speakers - tally.nouns - _BARE


def _by_other_means(one: Tally, two: Tally) -> bool:
    mine, theirs = _means(one.features | one.wider), _means(two.features | two.wider)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _means(told: Set[str]) -> set[str]:
    return {means for word, means in _known_means().items() if word in told}


@cache
def _known_means() -> dict[str, str]:
    return {
        stem: means for means, listed in table("means") for word in listed.split(",") for stem in content_words(word)
    }
