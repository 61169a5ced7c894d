"""Changes of power: a coup, the overthrow that it was, and the rise to power that it brought, each told in other words.

"The revolt that overthrew the king", "the coup that brought him to power in 1969" and "when he seized power" are of
three types of deed, and one event.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from sayso.records.claim import TRIED, Polarity, Status
from sayso.records.document import Span
from sayso.resolve.events.clusters import Cluster, Evidence, unite, why_one
from sayso.resolve.events.facts import DeedFacts
from sayso.resolve.events.likeness import at_odds, kind_of
from sayso.resolve.events.pairs import read_at

_A_YEAR = 366  # days; a vaguer time says little of which it was
_COMPARED = 40  # members of an event that another must not contradict
_CLAUSE = 80  # characters from a coup to the verb of the clause on it
_IN_WHICH = 60  # and to an overthrow, where the words between are not at hand
_THOSE_DAYS = timedelta(days=3)  # by which accounts of one coup put it apart
_CHANGES = 40  # changes of power that one person is held against
_RISING = frozenset({"assume", "come", "grab", "rise", "seize", "sweep", "take", "usurp"})
_RAISING = frozenset({"bring", "install", "put", "sweep"})
_COUP = re.compile(r"\b(?:coup|putsch)\b", re.IGNORECASE)
_POWER = re.compile(r"\b(?:power|throne)\b", re.IGNORECASE)
_WHICH = re.compile(r"^[^.;:]*\b(?:that|which|when)\s+(?:\w+\s+){0,4}$", re.IGNORECASE)
_IN_IT = re.compile(r"^[^.;:]*\b(?:in|by|through|with) (?:an?|the|his|that|this) (?:[\w-]+ ){0,3}$", re.IGNORECASE)


def join_upheavals(facts: Mapping[str, DeedFacts], clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """Join coups, overthrows and rises to power that are of one change of power.

    First those of which one is the clause on the other; then those of one person, whom it brought up or down, within
    one year or, where one has no time, if there is only one; last those told by their year alone, in a text that
    speaks of whom the only one of that year brought up or down.
    """
    told = sorted((each for each in facts.values() if _is_of_power(each)), key=read_at)
    _join_clauses(told, clusters, evidence)
    told = [each for each in told if each.deed.mode != "riot" or len(clusters[each.claim.id].members) > 1]
    _join_persons(told, clusters, evidence)
    _join_years(told, facts, clusters, evidence)


def _is_of_power(facts: DeedFacts) -> bool:
    """Whether a deed is a coup, a revolt, an overthrow or a rise to power, told as done or tried."""
    told = facts.claim.status is Status.ACTUAL or facts.claim.status in TRIED
    if not told or facts.claim.polarity is not Polarity.YES or facts.another:
        return False
    return facts.deed.mode in ("coup", "riot") or _is_fall(facts) or _is_rise(facts)


def _is_fall(facts: DeedFacts) -> bool:
    """For "was overthrown", and "was removed in a palace coup"."""
    removed = facts.deed.mode == "removed" and _COUP.search(facts.claim.quote) is not None
    return removed or kind_of(facts) == "overthrow"


def _is_rise(facts: DeedFacts) -> bool:
    if facts.deed.mode not in ("took-office", "seized") or facts.deed.lemma not in _RISING | _RAISING:
        return False
    return _POWER.search(facts.claim.quote) is not None


def _join_clauses(told: Sequence[DeedFacts], clusters: dict[str, Cluster], evidence: Evidence) -> None:
    for one, two in pairwise(sorted(told, key=lambda each: (each.claim.document, each.deed.verb, each.claim.id))):
        if one.claim.sentence != two.claim.sentence or not _are_one_clause(one, two):
            continue
        why = "a coup is what the clause on it says that it did"
        _join(clusters, two, one, why, evidence)


def _are_one_clause(one: DeedFacts, two: DeedFacts) -> bool:
    """For "the coup that brought him to power" and "he was toppled in a coup"; ``one`` is told before ``two``."""
    gap = two.deed.verb.start - one.deed.verb.end
    upheavals = [each.deed.mode in ("coup", "riot") for each in (one, two)]
    if not 0 < gap <= _CLAUSE or upheavals == [False, False]:
        return False
    between = _between(one, two)
    if upheavals[0]:
        if between is None:
            toppled = one.deed.mode == "coup" and _is_fall(two) and gap <= _IN_WHICH
            return toppled or gap in range(6, 8)  # " that ", " which "
        return _WHICH.match(between) is not None or not between.strip(" ,")
    return between is not None and _IN_IT.match(between) is not None


def _between(one: DeedFacts, two: DeedFacts) -> str | None:
    """The words between two deeds, where those of either hold them."""
    for each in (one.claim, two.claim):
        if each.span.holds(one.deed.verb) and each.span.holds(two.deed.verb):
            return each.quote[one.deed.verb.end - each.span.start : two.deed.verb.start - each.span.start]
    return None


def _join_persons(told: Sequence[DeedFacts], clusters: dict[str, Cluster], evidence: Evidence) -> None:
    by_person: dict[tuple[str, str], list[DeedFacts]] = defaultdict(list)
    for each in told:
        for which, persons in (("up", _risen(each)), ("down", each.recipients if not _is_rise(each) else ())):
            for person in sorted(evidence.persons.intersection(persons)):
                by_person[which, person].append(each)
    timed = {_sentence(each) for each in told if each.timed}  # an undated coup beside a dated one is another
    for (which, _), members in sorted(by_person.items()):
        found = _distinct(members, clusters)[:_CHANGES]
        dated = [each for each in found if _window(each) is not None]
        for one, two in _in_one_year(dated):
            _join(clusters, one, two, f"one person was brought {which} then, as both tell", evidence)
        dated = _distinct((each.members[0] for each in dated), clusters)
        for other in found if len(dated) == 1 else ():
            if not any(_is_dated(member) or _sentence(member) in timed for member in other.members):
                why = f"the pile tells of only one time that this person was brought {which}"
                _join(clusters, dated[0].members[0], other.members[0], why, evidence)


def _is_dated(facts: DeedFacts) -> bool:
    """Whether a deed has a time that says which of two it was; "three decades ago" says little of that."""
    return facts.timed and (facts.spread is None or facts.spread <= _A_YEAR)


def _sentence(facts: DeedFacts) -> tuple[str, Span]:
    return facts.claim.document, facts.claim.sentence


def _risen(facts: DeedFacts) -> frozenset[str]:
    """Who came to power: whom a coup brought there, or who made it."""
    if _is_rise(facts) and facts.deed.lemma in _RAISING:
        return facts.recipients
    return facts.actors


def _distinct(members: Iterable[DeedFacts], clusters: Mapping[str, Cluster]) -> list[Cluster]:
    found = (clusters[each.claim.id] for each in members)
    return list({id(each): each for each in found}.values())


def _in_one_year(dated: Sequence[Cluster]) -> Iterator[tuple[DeedFacts, DeedFacts]]:
    """Each with the only other whose time its own holds; "in 1996" is neither of two of that year."""
    for each in dated:
        near = [other for other in dated if other is not each and _overlap(_window(each), _window(other))]
        if near and all(_overlap(_window(one), _window(two)) for one in near for two in near):
            yield near[0].members[0], each.members[0]


_Window = tuple[date, date]


def _window(cluster: Cluster) -> _Window | None:
    """The finest time that is given of a change of power, no longer than a year."""
    times = [
        (each.low, each.high)
        for each in cluster.members
        if each.low is not None and each.high is not None and (each.high - each.low).days <= _A_YEAR
    ]
    return min(times, key=lambda time: (time[1] - time[0], time), default=None)


def _overlap(one: _Window | None, two: _Window | None) -> bool:
    return one is not None and two is not None and one[0] <= two[1] and two[0] <= one[1]


def _about_then(one: _Window, two: _Window | None) -> bool:
    """Whether two times overlap, or are days of which one is soon after the other."""
    if two is None or _overlap(one, two):
        return two is not None
    days = max(one[1] - one[0], two[1] - two[0]) <= _THOSE_DAYS
    return days and one[0] <= two[1] + _THOSE_DAYS and two[0] <= one[1] + _THOSE_DAYS


def _join_years(
    told: Sequence[DeedFacts], facts: Mapping[str, DeedFacts], clusters: dict[str, Cluster], evidence: Evidence
) -> None:
    """Join "the 1997 coup" to the only one of that year that brought up or down somebody of whom its text speaks."""
    spoken_of: dict[str, set[str]] = defaultdict(set)
    for each in facts.values():
        spoken_of[each.claim.document] |= each.actors | each.recipients
    by_person: dict[str, list[DeedFacts]] = defaultdict(list)
    for each in told:
        for person in sorted((each.actors | each.recipients) & evidence.persons):
            by_person[person].append(each)
    for each in told:
        cluster = clusters[each.claim.id]
        window = _window(cluster)
        if window is None or each.claim.status in TRIED or any(_falls(member, evidence) for member in cluster.members):
            continue
        near = (one for person in sorted(spoken_of[each.claim.document]) for one in by_person.get(person, ()))
        fitting = [
            one
            for one in _distinct(near, clusters)
            if one is not cluster and _about_then(window, _window(one)) and any(map(_is_change, one.members))
        ]
        if len(fitting) == 1:
            why = "of whom its text speaks, only this one was brought to power or down in that year"
            _join(clusters, fitting[0].members[0], each, why, evidence, _THOSE_DAYS.days)


def _falls(facts: DeedFacts, evidence: Evidence) -> bool:
    return _is_fall(facts) and bool(facts.recipients & evidence.persons)


def _is_change(facts: DeedFacts) -> bool:
    return _is_fall(facts) or facts.deed.mode == "coup" or _is_rise(facts)


def _join(
    clusters: dict[str, Cluster], one: DeedFacts, two: DeedFacts, why: str, evidence: Evidence, slack: int = 0
) -> None:
    mine, theirs = clusters[one.claim.id], clusters[two.claim.id]
    if mine is theirs or evidence.parts(mine, theirs) or _others_fall(mine, theirs, evidence):
        return
    ours = [replace(each, family="force", real=True) for each in mine.members[:_COMPARED]]
    others = [replace(each, family="force", real=True) for each in theirs.members[:_COMPARED]]
    if not any(at_odds(first, second, evidence.places, slack) for first in ours for second in others):
        unite(clusters, mine, theirs, why_one(one, two, (why,)))


def _others_fall(mine: Cluster, theirs: Cluster, evidence: Evidence) -> bool:
    """Whether each tells of the overthrow of somebody else by name."""
    ours = {person for each in mine.members if _falls(each, evidence) for person in each.recipients}
    others = {person for each in theirs.members if _falls(each, evidence) for person in each.recipients}
    return bool(ours and others) and ours.isdisjoint(others)
