"""What there is only one of, as far as the pile tells: an undertaking in its text, what is said twice, or denied."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise

from sayso.language.lexicon import words
from sayso.records.claim import Plover, Polarity
from sayso.records.document import Passage, PassageRole
from sayso.records.pile import Pile
from sayso.resolve.events.clusters import Cluster, Evidence, join
from sayso.resolve.events.facts import DeedFacts, is_named_by_day
from sayso.resolve.events.likeness import at_odds, kind_of
from sayso.resolve.events.pairs import read_at
from sayso.resolve.events.stories import CASUALTIES

_OFFENSIVES = frozenset({"offensive", "blitzkrieg", "campaign", "operation"})  # what one text calls one undertaking
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_CLOSE = 1500  # characters within which "Friday's attack" is the one told before
_LOOKED_AT = 12  # attacks that a passage told before
_SEVERAL = 3  # people, from where on the same number says something
_A_WEEK, _A_MONTH = timedelta(days=7), timedelta(days=31)


def join_undertakings(
    facts: Mapping[str, DeedFacts], clusters: dict[str, Cluster], evidence: Evidence, pile: Pile
) -> None:
    """Join what goes on for days, an offensive or a siege, that one text tells of one party, against one target.

    Two that are put at different times or places, or against others, are two; so are all of a text that tells of two
    such. The items of a digest are texts of their own.
    """
    told: dict[tuple[str, str, bool, str], list[DeedFacts]] = defaultdict(list)
    for each in sorted(facts.values(), key=read_at):
        positive = each.claim.polarity is Polarity.YES
        if positive and each.deed.lemma.casefold() in words("lasting_deeds") and len(each.actors) == 1:
            named = "offensive" if each.deed.lemma in _OFFENSIVES else each.deed.lemma
            text = _text_of(pile.passages[each.claim.passage], pile)
            told[text, named, each.real, min(each.actors)].append(each)
    for _, members in sorted(told.items()):
        if any(_are_two(one, two, evidence) for one, two in combinations(members, 2)):
            continue
        for each in members[1:]:
            why = f"one text tells of one {each.deed.lemma} of one party"
            join(clusters, members[0], each, (why,), evidence)


def _text_of(passage: Passage, pile: Pile) -> str:
    """The id of the digest item, or of the document, that a passage is of."""
    while passage.role is not PassageRole.DIGEST_ITEM and passage.parent is not None:
        passage = pile.passages[passage.parent]
    return passage.id


def _are_two(one: DeedFacts, two: DeedFacts, evidence: Evidence) -> bool:
    if at_odds(one, two, evidence.places):
        return True
    return bool(one.targets and two.targets and not one.targets & two.targets)


def join_said_twice(facts: Mapping[str, DeedFacts], clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """Join an attack to the verb right behind it that says no more: "an air strike hit a house"."""
    force = [each for each in facts.values() if each.family == "force" and kind_of(each) == "incursion"]
    starts = {(each.claim.document, each.deed.verb.start): each for each in force}
    for one in sorted(force, key=read_at):
        two = starts.get((one.claim.document, one.deed.verb.end + 1))
        if two is not None and two.vague and one.claim.sentence == two.claim.sentence:
            join(clusters, one, two, ("one says in general words what the other names",), evidence)


def join_one_word(facts: Mapping[str, DeedFacts], clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """Join what documents of one week have from one source by name: the same deed, and the same number it befell."""
    said: dict[tuple[object, ...], list[DeedFacts]] = defaultdict(list)
    for each in facts.values():
        count = max(each.counts, default=0)
        if each.source and count >= _SEVERAL and each.claim.polarity is Polarity.YES and each.told is not None:
            said[each.source, each.family, each.real, kind_of(each) or each.deed.mode, count].append(each)
    for _, members in sorted(said.items(), key=lambda each: str(each[0])):
        members.sort(key=lambda each: (each.told or date.min, read_at(each)))
        for one, two in pairwise(members):
            if one.claim.document != two.claim.document and (two.told or date.max) - (one.told or date.min) <= _A_WEEK:
                join(clusters, one, two, ("both have the same number from one source, in one week",), evidence)


def join_flows(facts: Mapping[str, DeedFacts], clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """Join what people without name or number are said to do at no time in particular: "migrants crossing the sea"."""
    told: dict[tuple[object, ...], list[DeedFacts]] = defaultdict(list)
    for each in sorted(facts.values(), key=lambda one: (one.told or date.min, read_at(one))):
        nobody = each.doers and not each.actors and not each.counts and not each.timed
        if each.family == "movement" and nobody and each.place is not None and each.told is not None:
            status = each.claim.status, each.claim.polarity
            told[each.deed.lemma, each.place, each.doers, *status].append(each)
    for _, members in sorted(told.items(), key=lambda each: read_at(each[1][0])):
        for one, two in pairwise(members):
            if (two.told or date.max) - (one.told or date.min) <= _A_MONTH:
                why = "the same people, without name or number, are said to do the same there at no time in particular"
                join(clusters, one, two, (why,), evidence)


def join_named_by_day(facts: Mapping[str, DeedFacts], clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """Join "Friday's attack", told by its day alone, to the attack that its passage told last.

    If that was of another day, to the only attack that the pile tells of on that day where the passage tells of.
    """
    told: dict[str, list[DeedFacts]] = defaultdict(list)
    spots: dict[str, list[DeedFacts]] = defaultdict(list)
    left: list[DeedFacts] = []
    for each in sorted(facts.values(), key=read_at):
        if each.place is not None:
            spots[each.claim.passage].append(each)
        happened = each.real and each.claim.polarity is Polarity.YES and not (each.earlier or each.another)
        if not happened or each.deed.plover is not Plover.ASSAULT or (each.deed.mode or "") in CASUALTIES:
            continue
        before = _of_that_day(each, told[each.claim.passage])
        by_day = is_named_by_day(each) and each.when is not None and _WEEKDAY.match(each.when.text) is not None
        if by_day and before is not None and each.claim.span.start - before.claim.span.end <= _CLOSE:
            join(clusters, before, each, ("named by its day, it is the one that the passage told last",), evidence)
        if by_day and each.place is None and each.precise and clusters[each.claim.id].members == [each]:
            left.append(each)
        told[each.claim.passage].append(each)
    if left:
        _join_of_that_day(left, spots, facts, clusters, evidence)


def _of_that_day(facts: DeedFacts, told: Sequence[DeedFacts]) -> DeedFacts | None:
    """The last attack that a passage put on a day, or else the last one it told that did not go on for long."""
    near = [each for each in told[-_LOOKED_AT:] if each.deed.lemma.casefold() not in words("lasting_deeds")]
    same = [each for each in near if each.low is not None and (each.low, each.high) == (facts.low, facts.high)]
    return next(reversed(same or near), None)


def _join_of_that_day(
    left: Iterable[DeedFacts],
    spots: Mapping[str, Sequence[DeedFacts]],
    facts: Mapping[str, DeedFacts],
    clusters: dict[str, Cluster],
    evidence: Evidence,
) -> None:
    days = {each.low for each in left}
    done: dict[tuple[date | None, str | None], dict[int, DeedFacts]] = defaultdict(dict)
    for _, one in sorted(facts.items()):
        if one.low in days and one.precise and one.place is not None and kind_of(one) == "incursion" and one.real:
            done[one.low, one.place].setdefault(id(clusters[one.claim.id]), one)
    for each in left:
        near = [
            other
            for other in spots.get(each.claim.passage, ())
            if abs(other.claim.span.start - each.claim.span.start) <= _CLOSE
        ]
        found = {own: one for other in near for own, one in done.get((each.low, other.place), {}).items()}
        if len(found) == 1 and clusters[min(found.values(), key=read_at).claim.id].is_shared:
            (one,) = found.values()
            why = "named by its day, it is the only one that the pile tells of on that day where its passage tells of"
            join(clusters, one, each, (why,), evidence)


def join_undated(
    facts: Mapping[str, DeedFacts],
    clusters: dict[str, Cluster],
    evidence: Evidence,
    told: Iterable[tuple[DeedFacts, DeedFacts]],
) -> None:
    """Join what a text without a date tells of an attack to the only one that the pile tells of there, on that target.

    ``told`` are what befell people, each with the attack that it was told within: an attack in which people are said
    to have been killed is only one in which others say so too.
    """
    befell: dict[str, set[str]] = defaultdict(set)
    for part, whole in told:
        befell[whole.claim.id].add(CASUALTIES.get(part.deed.mode or "", ""))
    undated = [each for each in facts.values() if each.told is None and not each.timed and _is_attack_on(each)]
    if not undated:
        return
    sentences = {(each.claim.document, each.claim.sentence): each.claim.id for each in undated}
    for each in facts.values():
        own = sentences.get((each.claim.document, each.claim.sentence))
        if own is not None and (each.deed.mode or "") in CASUALTIES and each.real:
            befell[own].add(CASUALTIES[each.deed.mode or ""])
    done: dict[str, list[DeedFacts]] = defaultdict(list)
    for each in sorted(facts.values(), key=read_at):
        if each.precise and _is_attack_on(each) and each.place is not None:
            done[each.place].append(each)
    for each in sorted(undated, key=read_at):
        aimed = each.targets - words("anybody")
        near = [one for one in done.get(each.place or "", ()) if aimed <= one.targets]
        found = {id(clusters[one.claim.id]): clusters[one.claim.id] for one in near}
        fitting = [one for one in found.values() if befell[each.claim.id] <= _befallen(one, befell)]
        if len(fitting) == 1 and fitting[0].is_shared and len(clusters[each.claim.id].members) == 1:
            why = "told without a date, it is the only one that the pile tells of there, on that target"
            join(clusters, fitting[0].members[0], each, (why,), evidence)


def _is_attack_on(facts: DeedFacts) -> bool:
    """Whether it is told as done, to something or somebody at a place."""
    happened = facts.real and facts.claim.polarity is Polarity.YES and not (facts.earlier or facts.another)
    aimed = bool(facts.targets - words("anybody")) and facts.place is not None
    return happened and aimed and kind_of(facts) == "incursion" and facts.deed.plover is Plover.ASSAULT


def _befallen(cluster: Cluster, befell: Mapping[str, set[str]]) -> set[str]:
    return {aspect for each in cluster.members for aspect in befell.get(each.claim.id, ())}


def join_denied(facts: Mapping[str, DeedFacts], clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """Join what one document says was not done to the one event of that doer, deed and target that another tells.

    What is denied of a time of its own, or only of late, is silent on any other.
    """
    denied = [each for each in facts.values() if each.claim.polarity is Polarity.NO]
    denied = sorted((each for each in denied if each.when is None or each.timed), key=read_at)
    acts = {each.claim.id: _acts(each) for each in denied}
    wanted = {key for keys in acts.values() for key in keys}
    done: dict[tuple[object, ...], dict[int, DeedFacts]] = defaultdict(dict)
    doers = {min(each.actors) for each in denied if len(each.actors) == 1}
    told = [
        each for each in facts.values() if each.claim.polarity is Polarity.YES and not doers.isdisjoint(each.actors)
    ]
    for each in sorted(told, key=read_at):
        for key in wanted.intersection(_acts(each)):
            done[key].setdefault(id(clusters[each.claim.id]), each)
    for each in denied:
        asserted = {number: one for key in acts[each.claim.id] for number, one in done.get(key, {}).items()}
        if len(asserted) == 1:
            (one,) = asserted.values()
            if one.claim.document != each.claim.document:
                join(clusters, one, each, ("one says that it was done, the other that it was not",), evidence)


def _acts(facts: DeedFacts) -> list[tuple[object, ...]]:
    """What a claim asserts or denies, as the same words do: deed, the one doer, and each word for a target."""
    if len(facts.actors) != 1:
        return []
    told = (facts.family, facts.real, facts.deed.lemma, facts.deed.mode, min(facts.actors))
    return [(*told, word) for word in sorted(facts.targets - words("anybody"))]
