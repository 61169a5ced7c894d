"""How far two deed claims look like one event, with the reasons; None where they cannot be."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache

from sayso.language.lexicon import table, words
from sayso.records.actor import Place
from sayso.resolve.events.facts import DeedFacts, means_of

JOIN = 3.5  # the sum of points from which two claims are told as one event
JOIN_UNTIMED = 6.5  # the same, where their times say nothing for it and they stand in two documents
JOIN_ONE_UNDATED = 5.5  # the same, of one party at one place, where one stands in a text without a date
_FAR_KM = 60.0
_ABOUT_A_WEEK = 9  # days
_EARTH_KM = 6371.0
_SCORED = re.compile(r"\([+-]\d+\.\d+\)$")
_BEFALLS = frozenset({"killing", "wounding"})  # what comes of an attack, and is told beside it
_BEFALLS_SOMEBODY = _BEFALLS | {"holding"}
STATES = frozenset({"besiege", "blockade", "control", "encircle", "hold", "occupy", "surround"})
"""Verbs that tell of no attack, but that somebody had a place in his power."""
_FROM_AFAR = frozenset({"shelled", "bombed"})
_TAKING = frozenset({"occupied", "seized"})
_OTHER_MEANS = 2.0  # points off
_ADDED = timedelta(days=1)  # after publication, within which texts are added to
_FEW = 3  # the smallest number of people that says something when it is the same
_ABOUT = 0.85
_MIRRORED = ("talks", "accord")  # both sides do it
_MOST_OF_WORDS = 4.75  # what doer, target, number and wording can give together
_MOST_OF_WORDING = 1.0
_MOST_OF_PARTIES = 1.5  # what parties in common can give besides


def points(
    one: DeedFacts,
    two: DeedFacts,
    places: Mapping[str, Place],
    copied: bool = False,
    reasons: list[str] | None = None,
    least: float = 0.0,
) -> float | None:
    """Points for each thing the two share; None for a plain conflict.

    The reasons, each with the points it gave, are added to ``reasons`` where that is given: putting them into words
    takes longer than counting. Where it is plain before all is counted that ``least`` points are out of reach, what was
    counted is all that is given.
    """
    if one.family != two.family or one.real != two.real or one.another or two.another or _told_beside(one, two):
        return None
    time = _time(one, two, reasons)
    if time is None or told_before(one, two) or told_before(two, one):
        return None
    _score(reasons, time)
    place = _place(one, two, places, reasons)
    if place is None:
        return None
    _score(reasons, place)
    total = time + place
    if copied:
        total += 4
        _say(reasons, "one repeats the other word for word")
        _score(reasons, 4)
    deed = _deed(one, two, reasons)
    _score(reasons, deed)
    total += deed
    left = _MOST_OF_WORDS + (_MOST_OF_PARTIES if one.family in _MIRRORED else 0)
    if total + left < least and one.claim.passage != two.claim.passage:
        return total
    people = _people(one, two, reasons)
    _score(reasons, people)
    total += people
    if total + _MOST_OF_WORDING < least and one.claim.passage != two.claim.passage:
        return total
    wording = _wording(one, two, reasons)
    _score(reasons, wording)
    telling = _telling(one, two, reasons)
    _score(reasons, telling)
    return total + wording + telling


def _told_beside(one: DeedFacts, two: DeedFacts) -> bool:
    """Whether one sentence tells both of an attack and of whom it befell: "stormed the palace and seized him"."""
    if one.claim.sentence != two.claim.sentence or one.claim.document != two.claim.document:
        return False
    mine, theirs = kind_of(one), kind_of(two)
    return bool(mine and theirs) and mine != theirs and bool({mine, theirs} & _BEFALLS_SOMEBODY)


def _score(reasons: list[str] | None, value: float) -> None:
    """Put the points behind the reasons that gave them, behind the last where several gave them together."""
    if reasons and value and not _SCORED.search(reasons[-1]):
        reasons[-1] += f" ({shown(value)})"


def shown(value: float) -> str:
    """Points as they are printed: "+2.0", "-0.75"."""
    return f"{value:+.1f}" if round(value, 1) == value else f"{value:+.2f}"


def _say(reasons: list[str] | None, reason: str) -> None:
    if reasons is not None:
        reasons.append(reason)


def at_odds(one: DeedFacts, two: DeedFacts, places: Mapping[str, Place], slack: int = 0) -> bool:
    """Whether the two are in plain conflict, in kind, time or place: where ``points`` gives None.

    With ``slack`` times that are no more than that many days apart are no conflict.
    """
    if one.family != two.family or one.real != two.real or one.another or two.another:
        return True
    if told_before(one, two) or told_before(two, one):
        return True
    apart = _time(one, two) is None and not (slack and _about_then(one, two, slack))
    return apart or _place(one, two, places) is None


def apart_in_time(one: DeedFacts, two: DeedFacts) -> bool:
    """Whether the times of two exclude one another."""
    return _time(one, two) is None


def _about_then(one: DeedFacts, two: DeedFacts, slack: int) -> bool:
    """Whether two times that exclude one another are within so many days; of a weekday nobody can say."""
    if one.weekday or two.weekday:
        return True
    first, last = sorted((one, two), key=lambda each: each.low or date.min)
    return ((last.low or date.min) - (first.high or date.max)).days <= slack


def _time(one: DeedFacts, two: DeedFacts, reasons: list[str] | None = None) -> float | None:
    if one.weekday and two.weekday and one.weekday != two.weekday:
        return None
    if one.low is None and one.high is None and two.low is None and two.high is None:
        if one.weekday and two.weekday:
            _say(reasons, "both name the same day of the week")
            return 0.5
        return 0.0
    if one.weekday or two.weekday:
        named, dated = (one, two) if one.weekday else (two, one)
        if dated.precise:
            return _on_weekday(named, dated, reasons)
        if named.low is None:
            return 0.0
    if not _overlap(one, two):
        return None
    if one.precise and two.precise:
        if reasons is not None:
            reasons.append(f"both on {_day(max(filter(None, (one.low, two.low))))}")
        return 2.0
    if not _bounded(one, two):
        return 0.0
    if one.precise or two.precise:
        _say(reasons, "the day of one lies within the time of the other")
        return 1.0 if _days(one) + _days(two) <= _ABOUT_A_WEEK else 0.5
    _say(reasons, "their times overlap")
    return 0.25


def _on_weekday(named: DeedFacts, dated: DeedFacts, reasons: list[str] | None) -> float | None:
    """Points for a day of the week and the day, or two, of another that it can be; None where it cannot."""
    first, last = dated.low or date.min, dated.high or date.max
    days = {(first + timedelta(step)).isoweekday() for step in range((last - first).days + 1)}
    if named.weekday not in days or not _overlap(named, dated):
        return None
    if reasons is not None:
        reasons.append(f"one says only the day of the week, and {_day(first)} was that day")
    return 1.0


def told_before(one: DeedFacts, two: DeedFacts) -> bool:
    """Whether one had been told as done before the other was; a text is added to for a day or two."""
    if one.told is None or one.low is not None or two.low is None:
        return False
    return one.told + _ADDED < two.low


def _overlap(one: DeedFacts, two: DeedFacts) -> bool:
    return (one.low or date.min) <= (two.high or date.max) and (two.low or date.min) <= (one.high or date.max)


def _days(facts: DeedFacts) -> int:
    return facts.spread + 1 if facts.spread is not None else 0


def _bounded(one: DeedFacts, two: DeedFacts) -> bool:
    return one.spread is not None and two.spread is not None


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _place(
    one: DeedFacts, two: DeedFacts, places: Mapping[str, Place], reasons: list[str] | None = None
) -> float | None:
    if one.place is None or two.place is None:
        return 0.0
    if one.place == two.place:
        if reasons is not None:
            reasons.append(f"both in {places[one.place].name}")
        return 1.5
    here, there = places[one.place], places[two.place]
    apart = distance_km(here, there)
    if apart is None:
        return None if here.lat is None and there.lat is None else 0.0  # two towns no gazetteer knows are two towns
    if apart <= _FAR_KM:
        if reasons is not None:
            reasons.append(f"{here.name} and {there.name} lie {apart:.0f} km apart")
        return 0.5
    return 0.0 if _one_holds_the_other(here, there) else None


def is_wide(place: Place) -> bool:
    """Whether it is a country, which says only that the occasion was somewhere inside it."""
    return place.lat is not None and not place.admin1


def _one_holds_the_other(here: Place, there: Place) -> bool:
    """Whether either is the country: it has a point too, and says only that the event was somewhere inside it."""
    return here.country == there.country and (here.name == here.country or not here.admin1 or not there.admin1)


def lie_apart(some: Collection[str], others: Collection[str], places: Mapping[str, Place]) -> bool:
    """Whether there are places on both sides, and each of the one lies far from each of the other."""
    if not some or not others or not places:
        return False
    return all(_far(places[one], places[other]) for one in some for other in others)


def _far(here: Place, there: Place) -> bool:
    if here.id == there.id or _one_holds_the_other(here, there):
        return False
    apart = distance_km(here, there)
    return apart is not None and apart > _FAR_KM


def distance_km(here: Place, there: Place) -> float | None:
    """Great-circle distance in kilometres (haversine); None where either has no point."""
    if here.lat is None or here.lon is None or there.lat is None or there.lon is None:
        return None
    return _kilometres(here.lat, here.lon, there.lat, there.lon)


@lru_cache(maxsize=65536)
def _kilometres(*degrees: float) -> float:
    lat1, lon1, lat2, lon2 = map(math.radians, degrees)
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(half))


def _deed(one: DeedFacts, two: DeedFacts, reasons: list[str] | None = None) -> float:
    value, reason = _deeds(one.deed.lemma, one.deed.mode, two.deed.lemma, two.deed.mode, one.vague or two.vague)
    if reason:
        _say(reasons, reason)
        return value
    return 0.0 if one.deed.plover == two.deed.plover else -0.5


@lru_cache(maxsize=65536)
def _deeds(lemma: str, mode: str | None, other: str, other_mode: str | None, vague: bool) -> tuple[float, str]:
    if lemma == other:
        return 1.0, f"both say “{lemma}”"
    mine, theirs = _kinds().get(mode or ""), _kinds().get(other_mode or "")
    if vague and not (mine != theirs and {mine, theirs} & _BEFALLS):
        return 0.5, "one names the deed only in general words"
    if mode and mode == other_mode:
        return 0.75, f"both tell of one kind of deed ({mode})"
    if mine and mine == theirs and _one_way(mode, other_mode):
        return 0.25, f"“{lemma}” and “{other}” can be said of one {mine}"
    if mode and other_mode:
        return -1.5, f"one tells of {mode}, the other of {other_mode}"
    return 0.0, ""


def are_of_a_kind(one: DeedFacts, two: DeedFacts) -> bool:
    """Whether two deeds are told by modes that can be of one happening: a storming and an attack."""
    return kind_of(one) == kind_of(two) != "" and _one_way(one.deed.mode, two.deed.mode)


def _one_way(mode: str | None, other: str | None) -> bool:
    """Whether two modes are not of fire from afar and of taking hold."""
    return not ({mode, other} & _FROM_AFAR and {mode, other} & _TAKING)


def kind_of(facts: DeedFacts) -> str:
    """The kind of happening that the mode of a deed is told of; empty where it is of none, or only went on."""
    return "" if facts.deed.lemma in STATES else _kinds().get(facts.deed.mode or "", "")


@cache
def _kinds() -> dict[str, str]:
    return {mode: kind for kind, modes in table("deed_kinds") for mode in modes.split(",")}


def _people(one: DeedFacts, two: DeedFacts, reasons: list[str] | None = None) -> float:
    mirrored = one.family in _MIRRORED
    total = _side("doer", (one.actors, two.actors), (one.doers, two.doers), mirrored, reasons)
    total += _side("target", (one.recipients, two.recipients), (one.targets, two.targets), mirrored, reasons)
    total += _count(one, two, reasons)
    total -= _OTHER_MEANS if one.family == "force" and by_other_means(one, two) else 0.0
    if mirrored and (parties := len((one.actors | one.recipients) & (two.actors | two.recipients))):
        total += 0.75 * min(2, parties)
        _say(reasons, "the same parties")
    return total


def by_other_means(one: DeedFacts, two: DeedFacts) -> bool:
    """Whether two are told as done with other things: an air raid, a car bomb."""
    mine = means_of(one.words)
    return bool(mine) and bool(theirs := means_of(two.words)) and mine.isdisjoint(theirs)


def _count(one: DeedFacts, two: DeedFacts, reasons: list[str] | None = None) -> float:
    """What the numbers of those it befell speak for: the same, or so far apart that "civilians" are others."""
    if not one.counts or not two.counts:
        return 0.0
    if same := one.counts & two.counts:
        if max(same) < _FEW:
            return 0.0
        _say(reasons, f"both count {max(same):.0f}")
        return 0.75
    smaller, larger = sorted((max(one.counts), max(two.counts)))
    return -2.0 if larger > 2 * smaller and one.targets & two.targets <= words("anybody") else 0.0


def are_near(some: Collection[float], others: Collection[float]) -> bool:
    """Whether one text can give two counts of the same: "60" in its heading, and "about 60", or 54 and more, below."""
    return not some or not others or any(min(one, two) >= _ABOUT * max(one, two) for one in some for two in others)


_Sides = tuple[frozenset[str], frozenset[str]]


def _side(name: str, actors: _Sides, called: _Sides, mirrored: bool, reasons: list[str] | None) -> float:
    """What doers, or targets, speak for: the same actor, or the same words for one."""
    if not actors[0].isdisjoint(actors[1]):
        _say(reasons, f"the same {name}")
        return 1.5
    others = bool(actors[0] and actors[1]) and not mirrored
    if others and name == "target":
        return -1.0  # two who share a surname are two
    if shared := called[0] & called[1]:
        if reasons is not None:
            reasons.append(f"the {name} is called “{' '.join(sorted(shared))}” in both")
        return 1.5 if len(shared) > 1 else 1.0
    if others:
        return -1.0
    return -0.75 if called[0] and called[1] and name == "target" and not mirrored else 0.0


def _telling(one: DeedFacts, two: DeedFacts, reasons: list[str] | None = None) -> float:
    """One passage that comes back to the same target goes on with the same story, unless its times say otherwise."""
    if one.claim.passage != two.claim.passage or one.family != "force" or one.targets.isdisjoint(two.targets):
        return 0.0
    if reasons is not None:
        reasons.append(f"one passage tells both of “{min(one.targets & two.targets)}”")
    return 2.0 if one.claim.sentence == two.claim.sentence and (one.vague or two.vague) else 1.0


def _wording(one: DeedFacts, two: DeedFacts, reasons: list[str] | None = None) -> float:
    shared = one.words & two.words
    if len(shared) < 3 or len(shared) / (len(one.words) + len(two.words) - len(shared)) < 0.3:
        return 0.0
    if reasons is not None:
        reasons.append(f"they share the words {', '.join(sorted(shared)[:4])}")
    return 1.0
