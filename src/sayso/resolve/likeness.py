"""How far two deed claims look like one event, with the reasons; None where they cannot be."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from sayso.language.lexicon import table
from sayso.records.actor import Place
from sayso.records.judgement import Score
from sayso.resolve.facts import DeedFacts

JOIN = 3.5  # the sum of points from which two claims are told as one event
JOIN_UNTIMED = 6.5  # the same, where their times say nothing for it and they stand in two documents
_FAR_KM = 60.0
_ABOUT_A_WEEK = 9  # days
_EARTH_KM = 6371.0
_NOTHING = Score(0)


def likeness(one: DeedFacts, two: DeedFacts, places: Mapping[str, Place], copied: bool = False) -> Score | None:
    """Points for each thing the two share, ``value`` their sum (not bounded by 1); None for a plain conflict."""
    if one.family != two.family or one.real != two.real:
        return None
    reasons: list[str] = []
    total = 0.0
    for part in (_time(one, two), _place(one, two, places)):
        if part is None:
            return None
        total += part.value
        reasons.extend(part.reasons)
    if copied:
        total += 4
        reasons.append("one repeats the other word for word")
    for score in (_deed(one, two), _people(one, two), _wording(one, two), _telling(one, two)):
        total += score.value
        reasons.extend(score.reasons)
    return Score(total, tuple(reasons))


def at_odds(one: DeedFacts, two: DeedFacts, places: Mapping[str, Place]) -> bool:
    """Whether the two are in plain conflict, in kind, time or place: where ``likeness`` gives None."""
    if one.family != two.family or one.real != two.real:
        return True
    return _time(one, two) is None or _place(one, two, places) is None


def _time(one: DeedFacts, two: DeedFacts) -> Score | None:
    if one.low is None and one.high is None and two.low is None and two.high is None:
        if one.weekday and two.weekday:
            return Score(0.5, ("both name the same day of the week",)) if one.weekday == two.weekday else None
        return _NOTHING
    if one.weekday or two.weekday:
        named, dated = (one, two) if one.weekday else (two, one)
        if not dated.precise or dated.low is None or dated.high is None:
            return _NOTHING
        days = {(dated.low + timedelta(step)).isoweekday() for step in range((dated.high - dated.low).days + 1)}
        if named.weekday not in days:
            return None
        return Score(1.0, (f"one says only the day of the week, and {_day(dated.low)} was that day",))
    if not _overlap(one, two):
        return None
    if one.precise and two.precise:
        return Score(2.0, (f"both on {_day(max(filter(None, (one.low, two.low))))}",))
    if one.precise or two.precise:
        near = _bounded(one, two) and _days(one) + _days(two) <= _ABOUT_A_WEEK
        said = ("the day of one lies within the time of the other",)
        return Score(1.0 if near else 0.5, said) if _bounded(one, two) else _NOTHING
    return Score(0.25, ("their times overlap",)) if _bounded(one, two) else _NOTHING


def _overlap(one: DeedFacts, two: DeedFacts) -> bool:
    return (one.low or date.min) <= (two.high or date.max) and (two.low or date.min) <= (one.high or date.max)


def _days(facts: DeedFacts) -> int:
    return (facts.high - facts.low).days + 1 if facts.low and facts.high else 0


def _bounded(one: DeedFacts, two: DeedFacts) -> bool:
    return all(each is not None for each in (one.low, one.high, two.low, two.high))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _place(one: DeedFacts, two: DeedFacts, places: Mapping[str, Place]) -> Score | None:
    if one.place is None or two.place is None:
        return _NOTHING
    here, there = places[one.place], places[two.place]
    if here.id == there.id:
        return Score(1.5, (f"both in {here.name}",))
    apart = distance_km(here, there)
    if apart is None:
        return _NOTHING
    if apart <= _FAR_KM:
        return Score(0.5, (f"{here.name} and {there.name} lie {apart:.0f} km apart",))
    # A country has a point too, and says only that the event was somewhere inside it.
    if here.country == there.country and (here.name == here.country or not here.admin1 or not there.admin1):
        return _NOTHING
    return None


def distance_km(here: Place, there: Place) -> float | None:
    """Great-circle distance in kilometres (haversine); None where either has no point."""
    if here.lat is None or here.lon is None or there.lat is None or there.lon is None:
        return None
    lat1, lon1, lat2, lon2 = map(math.radians, (here.lat, here.lon, there.lat, there.lon))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(half))


def _deed(one: DeedFacts, two: DeedFacts) -> Score:
    if one.deed.lemma == two.deed.lemma:
        return Score(1.0, (f"both say “{one.deed.lemma}”",))
    if one.vague or two.vague:
        return Score(0.5, ("one names the deed only in general words",))
    if one.deed.mode and one.deed.mode == two.deed.mode:
        return Score(0.75, (f"both tell of one kind of deed ({one.deed.mode})",))
    mine, theirs = _kinds().get(one.deed.mode or ""), _kinds().get(two.deed.mode or "")
    if mine and mine == theirs:
        return Score(0.25, (f"“{one.deed.lemma}” and “{two.deed.lemma}” can be said of one {mine}",))
    if one.deed.mode and two.deed.mode:
        return Score(-1.5, (f"one tells of {one.deed.mode}, the other of {two.deed.mode}",))
    return Score(0 if one.deed.plover == two.deed.plover else -0.5)


@cache
def _kinds() -> dict[str, str]:
    return {mode: kind for kind, modes in table("deed_kinds") for mode in modes.split(",")}


def _people(one: DeedFacts, two: DeedFacts) -> Score:
    total = 0.0
    reasons: list[str] = []
    mirrored = one.family in ("talks", "accord")
    for name, mine, theirs, my_words, their_words in (
        ("doer", one.actors, two.actors, one.doers, two.doers),
        ("target", one.recipients, two.recipients, one.targets, two.targets),
    ):
        if mine & theirs:
            total += 1.5
            reasons.append(f"the same {name}")
        elif my_words & their_words:
            total += 1.5 if len(my_words & their_words) > 1 else 1.0
            reasons.append(f"the {name} is called “{' '.join(sorted(my_words & their_words))}” in both")
        elif mine and theirs and not mirrored:
            total -= 1.0
        elif my_words and their_words and name == "target" and not mirrored:
            total -= 0.75
    if mirrored and (one.actors | one.recipients) & (two.actors | two.recipients):
        total += 0.75 * min(2, len((one.actors | one.recipients) & (two.actors | two.recipients)))
        reasons.append("the same parties")
    return Score(total, tuple(reasons))


def _telling(one: DeedFacts, two: DeedFacts) -> Score:
    """One passage that comes back to the same target goes on with the same story, unless its times say otherwise."""
    if one.claim.passage == two.claim.passage and one.family == "force" and one.targets & two.targets:
        again = one.claim.sentence == two.claim.sentence and (one.vague or two.vague)
        return Score(2.0 if again else 1.0, (f"one passage tells both of “{min(one.targets & two.targets)}”",))
    return _NOTHING


def _wording(one: DeedFacts, two: DeedFacts) -> Score:
    shared = one.words & two.words
    if len(shared) >= 3 and len(shared) / (len(one.words) + len(two.words) - len(shared)) >= 0.3:
        return Score(1.0, (f"they share the words {', '.join(sorted(shared)[:4])}",))
    return _NOTHING
