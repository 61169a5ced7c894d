"""Deed claims to events: blocks by key, pairs scored inside a block, the best joins first, none that conflicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sayso.records.pile import Pile
from sayso.resolve.events.clusters import Cluster, Evidence, are_joinable, join, unite, why_one
from sayso.resolve.events.facts import DeedFacts, in_one_text
from sayso.resolve.events.fates import join_fates
from sayso.resolve.events.headlines import join_headlines
from sayso.resolve.events.likeness import lie_apart, points, shown
from sayso.resolve.events.occasions import find_occasions
from sayso.resolve.events.pairs import Alike
from sayso.resolve.events.parts import find_parts, flatten, join_wholes, told_within
from sayso.resolve.events.reprints import join_reprints
from sayso.resolve.events.single import (
    join_denied,
    join_flows,
    join_named_by_day,
    join_one_word,
    join_said_twice,
    join_undated,
    join_undertakings,
)
from sayso.resolve.events.stories import Story, compatible, find_stories
from sayso.resolve.events.taking_up import join_taken_up
from sayso.resolve.events.tellings import join_tellings, join_within_wholes, parts_of_occasions
from sayso.resolve.events.upheavals import join_upheavals

_WEEK = 7  # days
_COMPARED = 40  # members of an event that a claim is held against


def find_events(facts: Mapping[str, DeedFacts], evidence: Evidence, pile: Pile, alike: Alike) -> list[Cluster]:
    """Events as their first claims were read, each knowing what it is part of.

    ``alike`` keeps the pairs found from one round of dating to the next.
    """
    clusters = {claim: Cluster([each]) for claim, each in facts.items()}
    stories = find_stories(facts.values(), pile, evidence.places)
    occasions = find_occasions(stories, evidence.places, evidence.reprinted)
    story_of = {each.claim.id: story for story in stories for each in story.members}
    join_reprints(facts, clusters, evidence)
    for _, one, two in alike.pairs(facts, evidence):
        mine, theirs = clusters[one.claim.id], clusters[two.claim.id]
        if mine is theirs or _told_apart(story_of.get(one.claim.id), story_of.get(two.claim.id), evidence):
            continue
        if are_joinable(mine, theirs, evidence):
            # Only now: putting reasons into words takes longer than finding that nothing speaks against it.
            reasons: list[str] = []
            total = points(one, two, evidence.places, (one.claim.id, two.claim.id) in evidence.copied, reasons)
            reasons.append(f"in all {shown(total or 0.0)[1:]} points")
            unite(clusters, mine, theirs, why_one(one, two, reasons))
    join_said_twice(facts, clusters, evidence)
    join_one_word(facts, clusters, evidence)
    join_headlines(facts, clusters, evidence, pile)
    join_tellings(occasions, clusters, evidence)
    _only_readings(facts, clusters, evidence)
    join_fates(facts, clusters, evidence, story_of)
    join_named_by_day(facts, clusters, evidence)
    join_undertakings(facts, clusters, evidence, pile)
    join_denied(facts, clusters, evidence)
    join_flows(facts, clusters, evidence)
    join_taken_up(facts, clusters, evidence)
    join_upheavals(facts, clusters, evidence)
    _as_judged(clusters, evidence)
    told = [
        (part, whole)
        for part, whole in told_within(facts)
        if not _at_another_time(story_of.get(part.claim.id), story_of.get(whole.claim.id))
    ]
    join_undated(facts, clusters, evidence, told)
    join_wholes(told, clusters, evidence)
    find_parts(told, clusters)
    parts_of_occasions(occasions, clusters, evidence)
    flatten(clusters, evidence)
    join_within_wholes(clusters, evidence)
    return list({id(each): each for each in clusters.values()}.values())


def _only_readings(facts: Mapping[str, DeedFacts], clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """Join a claim with only a day of the week to the one event of the pile that it can be.

    The event must be dated to the day by another document, fit the weekday, and be done to what is called the same; a
    second event that fits as well leaves the claim alone.
    """
    dated = _by_weekday(facts, clusters)
    for _, each in sorted(facts.items()):
        cluster = clusters[each.claim.id]
        copied = cluster.is_shared and _is_copied(cluster, evidence)
        weekday = _weekday(each, copied)
        if weekday is None or (cluster.is_shared and not copied):
            continue
        found = (
            clusters[member]
            for word in _done_to(each)
            for member in dated.get((each.family, each.real, word, weekday), ())
        )
        candidates = {id(one): one for one in found if one is not cluster}
        fitting = (one for one in candidates.values() if _fits(each, one, evidence))
        only = next(fitting, None)
        if only is not None and next(fitting, None) is None:
            said = f"the pile tells of only one such event on a {_WEEKDAYS[weekday - 1]}"
            join(clusters, only.members[0], each, (said,), evidence)


def _by_weekday(
    facts: Mapping[str, DeedFacts], clusters: Mapping[str, Cluster]
) -> dict[tuple[str, bool, str, int], list[str]]:
    """A claim of each event of several documents, by kind, what it was done to, and the weekday it is dated to."""
    days: dict[int, set[int]] = defaultdict(set)
    for each in facts.values():
        if each.precise:
            days[id(clusters[each.claim.id])].update(day.isoweekday() for day in (each.low, each.high) if day)
    dated: dict[tuple[str, bool, str, int], list[str]] = defaultdict(list)
    for cluster in {id(each): each for each in clusters.values()}.values():
        if id(cluster) not in days or not cluster.is_shared:
            continue
        keys = {
            (each.family, each.real, word)
            for each in cluster.members
            for word in (*each.targets, *({each.place} if each.place else ()))
        }
        for family, real, word in keys:
            for day in days[id(cluster)]:
                dated[family, real, word, day].append(cluster.members[0].claim.id)
    return dated


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _is_copied(cluster: Cluster, evidence: Evidence) -> bool:
    """Whether all that tell of an event repeat one another."""
    first = cluster.members[0].claim.id
    others = (each.claim.id for each in cluster.members[1:])
    return all((min(first, each), max(first, each)) in evidence.copied for each in others)


def _weekday(facts: DeedFacts, copied: bool) -> int | None:
    """The day of the week that a claim names where its own passage does not say which day that was.

    Or any where it is copied: the one print may say which day that was, and the other not.
    """
    if facts.weekday is not None or facts.low is None or facts.high is None:
        return facts.weekday
    if not facts.inferred and not copied:
        return None
    return facts.low.isoweekday() if (facts.high - facts.low).days in (0, _WEEK) else None


def _done_to(facts: DeedFacts) -> frozenset[str]:
    """What a deed was done to: the words for its target, or only the place where nothing else is named."""
    return facts.targets or frozenset({facts.place} if facts.place else ())


def _fits(one: DeedFacts, cluster: Cluster, evidence: Evidence) -> bool:
    """Whether a claim contradicts no member of a cluster, and has something in common with most."""
    compared = cluster.members[:_COMPARED]
    alike = 0
    for each in compared:
        value = points(one, each, evidence.places)
        if value is None:
            return False
        alike += value > 0
    return 2 * alike >= len(compared)


def _told_apart(one: Story | None, two: Story | None, evidence: Evidence) -> bool:
    """Whether one passage tells of two deeds as at different times or places, by what their sentences say."""
    if one is None or two is None or one is two:
        return False
    if one.root != two.root and not in_one_text(one.members[0], two.members[0]):
        return False
    if one.dated and two.dated and not compatible(one, two, evidence.places):
        return True
    return lie_apart(one.spots, two.spots, evidence.places)


def _at_another_time(part: Story | None, whole: Story | None) -> bool:
    """Whether the sentence that tells what befell somebody gives a time at which the whole cannot have been."""
    if part is None or whole is None or part is whole or not (part.dated or part.weekday):
        return False
    return not compatible(part, whole, {})


def _as_judged(clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """Join what people judged one event, last, so that what does not fit one half keeps no claim out of the other."""
    for pair in evidence.together:
        mine, theirs = clusters.get(pair.one), clusters.get(pair.other)
        if mine is not None and theirs is not None and mine is not theirs and not evidence.parts(mine, theirs):
            unite(clusters, mine, theirs, pair.reason)
