"""Deed claims to events: blocks by key, pairs scored inside a block, the best joins first, none that conflicts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from sayso.records.document import Span
from sayso.records.pile import Pile
from sayso.resolve.clusters import Cluster, Evidence, join, unite
from sayso.resolve.facts import DeedFacts
from sayso.resolve.likeness import JOIN, JOIN_UNTIMED, points
from sayso.resolve.occasions import find_occasions
from sayso.resolve.parts import find_parts, flatten
from sayso.resolve.stories import CASUALTIES, find_stories
from sayso.resolve.tellings import join_tellings, parts_of_occasions

_WHOLE_BLOCK = 60  # a larger block is compared only among neighbours in time
_NEIGHBOURS = 25
_LONGEST_KEYED = 7  # days; a vaguer time gives no key by day
# "the attack", "his offensive", "Odeh's assault": what points back, as "fighting goes on" does not.
_TAKES_UP = re.compile(r"(?:the|this|that|these|those|his|her|its|their|[\w-]+['’]s)\s+(?:\w+\s+)?\w+$", re.IGNORECASE)
_CLOSE = 1500  # characters within which "the attack" takes up what was told before


def find_events(facts: Mapping[str, DeedFacts], evidence: Evidence, pile: Pile) -> list[Cluster]:
    """Events in order of their least claim id, each knowing what it is part of."""
    clusters = {claim: Cluster([each]) for claim, each in facts.items()}
    occasions = find_occasions(find_stories(facts.values(), pile, evidence.places), evidence.places)
    for _, one, two in _pairs(facts, evidence):
        if clusters[one.claim.id] is not clusters[two.claim.id]:
            reasons: list[str] = []
            points(one, two, evidence.places, (one.claim.id, two.claim.id) in evidence.copied, reasons)
            join(clusters, one, two, reasons, evidence)
    join_tellings(occasions, clusters, evidence)
    _only_readings(facts, clusters, evidence)
    _once_only(facts, clusters, evidence)
    _take_up(facts, clusters, evidence)
    _as_judged(clusters, evidence)
    found = sorted({id(each): each for each in clusters.values()}.values(), key=lambda each: each.least)
    find_parts(facts, clusters)
    parts_of_occasions(occasions, clusters)
    flatten(clusters)
    return found


def keys(facts: DeedFacts) -> Iterator[tuple[object, ...]]:
    """Blocking keys: two claims of one event should share at least one."""
    kind = (facts.family, facts.real)
    names = sorted(facts.actors | facts.recipients)
    if facts.low and facts.high and (facts.high - facts.low).days <= _LONGEST_KEYED:
        for step in range((facts.high - facts.low).days + 1):
            day = (facts.low + timedelta(step)).isoformat()
            if facts.place:
                yield (*kind, "day and place", day, facts.place)
            for name in names:
                yield (*kind, "day and actor", day, name)
            for word in sorted(facts.targets):
                yield (*kind, "day and target", day, word)
    for name in sorted(facts.actors):
        for word in sorted(facts.targets):
            yield (*kind, "doer and target", name, word)
        for other in sorted(facts.recipients):
            yield (*kind, "doer and recipient", *sorted((name, other)))
    if facts.place:
        yield (*kind, "deed and place", facts.deed.lemma, facts.place)
    for word in sorted(facts.targets):
        yield (*kind, "deed and target", facts.deed.lemma, word)
        yield (*kind, "passage and target", facts.claim.passage, word)


def _pairs(facts: Mapping[str, DeedFacts], evidence: Evidence) -> list[tuple[float, DeedFacts, DeedFacts]]:
    """Those alike enough to be one event, with their points, the most alike first."""
    ordered = [facts[claim] for claim in sorted(facts)]
    number = {each.claim.id: at for at, each in enumerate(ordered)}
    # Pairs are numbers, first times count plus second: millions of pairs of ids would not fit a small machine.
    count = len(ordered)
    wanted = {
        number[min(pair)] * count + number[max(pair)]
        for pair in evidence.copied
        if pair[0] in number and pair[1] in number
    }
    # In a block the earlier comes first, so that its last day alone tells two that cannot be of one time.
    lows = [(each.low or date.min).toordinal() for each in ordered]
    highs = [(each.high or date.max).toordinal() for each in ordered]
    for block in _blocks(ordered):
        reach = len(block) if len(block) <= _WHOLE_BLOCK else _NEIGHBOURS
        for place, one in enumerate(block):
            last = highs[one]
            for two in block[place + 1 : place + 1 + reach]:
                if lows[two] <= last:
                    wanted.add(one * count + two if one < two else two * count + one)
    scored = []
    for pair in sorted(wanted):
        first, second = ordered[pair // count], ordered[pair % count]
        enough = _enough(first, second)
        copied = (first.claim.id, second.claim.id) in evidence.copied
        value = points(first, second, evidence.places, copied, least=enough)
        if value is not None and value >= enough:
            scored.append((value, first, second))
    scored.sort(key=lambda each: (-each[0], each[1].claim.id, each[2].claim.id))
    return scored


def _blocks(ordered: Sequence[DeedFacts]) -> Iterator[list[int]]:
    """Those that share a key, by number, in order of time, document and reading."""
    by_time = sorted(range(len(ordered)), key=lambda at: (ordered[at].low or date.max, *_read_at(ordered[at])))
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at in by_time:
        for key in keys(ordered[at]):
            blocks[key].append(at)
    yield from blocks.values()


def _read_at(facts: DeedFacts) -> tuple[str, Span, str]:
    return facts.claim.document, facts.claim.span, facts.claim.id


# Things people do again and again; without a time in common two such claims are two deeds.
_RECURRENT = frozenset({"movement", "talks", "accord", "request", "accusation", "refusal", "support", "threat"})


def _enough(one: DeedFacts, two: DeedFacts) -> float:
    """How many points join these two: more where no time speaks for it."""
    if one.timed and two.timed:
        return JOIN
    if one.family in _RECURRENT:
        return JOIN_UNTIMED
    return JOIN + 0.5 if one.claim.document == two.claim.document else JOIN_UNTIMED


def _only_readings(facts: Mapping[str, DeedFacts], clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """Join a claim with only a day of the week to the one event of the pile that it can be.

    The event must be dated to the day by another document, fit the weekday, and be done to what is called the same; a
    second event that fits as well leaves the claim alone.
    """
    dated: dict[tuple[str, bool, str], dict[int, Cluster]] = defaultdict(dict)
    for each in facts.values():
        if each.precise:
            for word in each.targets:
                dated[each.family, each.real, word][id(clusters[each.claim.id])] = clusters[each.claim.id]
    for _, each in sorted(facts.items()):
        if each.weekday is None or len({one.claim.document for one in clusters[each.claim.id].members}) > 1:
            continue
        fitting = {
            number: cluster
            for word in each.targets
            for number, cluster in dated.get((each.family, each.real, word), {}).items()
            if cluster.documents > 1 and all(_fits(each, one, evidence) for one in cluster.members[:40])
        }
        if len(fitting) == 1:
            (only,) = fitting.values()
            said = f"the pile tells of only one such event on a {_WEEKDAYS[each.weekday - 1]}"
            join(clusters, only.members[0], each, (said,), evidence)


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _once_only(facts: Mapping[str, DeedFacts], clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """Join what can befall one person only once, his killing or his overthrow, wherever the times do not conflict.

    What can befall him again, his capture or release, is joined only to the single dated event of its kind.
    """
    fates: dict[tuple[str, str, bool], list[DeedFacts]] = defaultdict(list)
    for each in facts.values():
        kind = _FATES.get(each.deed.mode or "")
        if kind is not None and len(each.recipients) == 1 and each.recipients <= evidence.persons:
            fates[kind, min(each.recipients), each.real].append(each)
    for (kind, _, _), members in sorted(fates.items()):
        members.sort(key=lambda each: (not each.timed, each.low or date.max, each.claim.id))
        dated = {id(clusters[each.claim.id]) for each in members if each.timed}
        if len(members) < 2 or (kind in _AGAIN and len(dated) != 1):
            continue
        for each in members[1:]:
            said = f"one person's {kind}, which the accounts do not put at different times"
            join(clusters, members[0], each, (said,), evidence)


# Modes that tell what befell one person, and those of them that can befall him twice.
_FATES = {
    "killed": "killing",
    "executed": "killing",
    "assassinated": "killing",
    "overthrown": "overthrow",
    "abducted": "abduction",
    "arrested": "capture",
    "released": "release",
}
_AGAIN = frozenset({"abduction", "capture", "release"})


def _fits(one: DeedFacts, two: DeedFacts, evidence: Evidence) -> bool:
    value = points(one, two, evidence.places)
    return value is not None and value > 0


def _as_judged(clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """Join what people judged one event, last, so that what does not fit one half keeps no claim out of the other."""
    for pair in evidence.together:
        mine, theirs = clusters.get(pair.one), clusters.get(pair.other)
        if mine is not None and theirs is not None and mine is not theirs and not evidence.parts(mine, theirs):
            unite(clusters, mine, theirs, pair.reason)


def _take_up(facts: Mapping[str, DeedFacts], clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """Join "the attack", said without time, place or target, to the attack told just before in the same passage."""
    last: dict[tuple[str, str, bool], DeedFacts] = {}
    for each in sorted(facts.values(), key=_read_at):
        key = (each.claim.passage, each.family, each.real)
        bare = each.low is None and each.weekday is None and each.place is None and not each.recipients
        before = last.get(key)
        if each.vague and bare and not each.targets and before is not None and _TAKES_UP.match(each.claim.quote):
            near = each.claim.span.start - before.claim.span.end <= _CLOSE
            if near and (not each.actors or each.actors & before.actors):
                said = "said with no time or place of its own, it takes up what the passage told just before"
                join(clusters, before, each, (said,), evidence)
        elif not ((each.deed.mode or "") in CASUALTIES and bare):
            last[key] = each
