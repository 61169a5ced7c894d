"""What befell one person: once in a life, or once as far as the pile tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from sayso.language.lexicon import words
from sayso.records.claim import Polarity, Status
from sayso.resolve.events.clusters import Cluster, Evidence, join, join_once
from sayso.resolve.events.facts import DeedFacts, content_words
from sayso.resolve.events.likeness import apart_in_time, kind_of
from sayso.resolve.events.stories import Story

# Modes that tell what befell one person, and those of them that can befall him twice.
_FATES = {
    "killed": "death",
    "executed": "death",
    "assassinated": "death",
    "died": "death",
    "overthrown": "overthrow",
    "abducted": "abduction",
    "arrested": "capture",
    "released": "release",
    "resigned": "resignation",
}
_AGAIN = frozenset({"abduction", "capture", "release"})
_NAMESAKES = 40  # killings of people who share a word of their names that are looked at
_OTHERS = 2  # the fewest people beside whom somebody is known again
_THOSE_DAYS = timedelta(days=3)
_A_YEAR = 366  # days; times as coarse as this say when, but not which of two

_Fates = Mapping[tuple[str, str, bool], Sequence[DeedFacts]]


def join_fates(
    facts: Mapping[str, DeedFacts], clusters: dict[str, Cluster], evidence: Evidence, story_of: Mapping[str, Story]
) -> None:
    """Join what can befall one person only once, his death or his overthrow, wherever the times do not conflict.

    What can befall him again, his capture or release, is joined where two documents give it one time, and else only to
    the single dated event of its kind, and not where it was news. Releases without a time are one where they are from
    the same captivity.
    """
    fates = _fates(facts, evidence)
    for (kind, _, _), members in sorted(fates.items()):
        if kind in _AGAIN:
            _same_time(kind, members, clusters, evidence)
        dated = {id(clusters[each.claim.id]) for each in members if each.timed}
        if len(members) < 2 or (kind in _AGAIN and len(dated) != 1):
            continue
        for each in members[1:]:
            if kind in _AGAIN and _was_news(members[0], story_of.get(each.claim.id)):
                continue
            if kind in _AGAIN:
                said = f"one person's {kind}, which the accounts do not put at different times"
                join(clusters, members[0], each, (said,), evidence)
            else:
                said = f"one person's {kind}, which no account puts at quite another time"
                join_once(clusters, members[0], each, (said,), evidence)
    _by_name(facts, clusters, evidence)
    _by_office(facts, clusters, evidence)
    _heads_and_governments(facts, fates, clusters, evidence, story_of)
    _from_one_captivity(fates, clusters, evidence)


def _heads_and_governments(
    facts: Mapping[str, DeedFacts],
    fates: _Fates,
    clusters: dict[str, Cluster],
    evidence: Evidence,
    story_of: Mapping[str, Story],
) -> None:
    """Join the overthrow of a government to that of the one whom its document tells of, overthrown in those days."""
    heads = {person: members[0] for (kind, person, _), members in sorted(fates.items()) if kind == "overthrow"}
    told_of: dict[str, set[str]] = defaultdict(set)
    for each in facts.values():
        told_of[each.claim.document] |= (each.actors | each.recipients) & heads.keys()
    for _, each in sorted(facts.items()):
        if kind_of(each) != "overthrow" or each.claim.status is not Status.ACTUAL or each.recipients & evidence.persons:
            continue
        near = [
            heads[person] for person in told_of[each.claim.document] if _in_those_days(each, heads[person], story_of)
        ]
        if len(near) == 1 and each.claim.polarity is near[0].claim.polarity and not each.earlier:
            said = "one tells of the overthrow of a government, the other, in those days, of that of whom it tells of"
            join_once(clusters, near[0], each, (said,), evidence)


def _in_those_days(one: DeedFacts, head: DeedFacts, story_of: Mapping[str, Story]) -> bool:
    """Whether a deed, by its own time or as news, was within a few days of one that is known to the day."""
    story = story_of.get(one.claim.id)
    low, high = (one.low, one.high) if one.timed or story is None else (story.low, story.high)
    if low is None or high is None or not head.precise or head.low is None or head.high is None:
        return False
    return low - _THOSE_DAYS <= head.high and head.low <= high + _THOSE_DAYS


def _by_name(facts: Mapping[str, DeedFacts], clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """Join the deaths of one whose name is shorter in one account, where the actors behind it were kept apart.

    Nobody dies twice: "Ms Odeh Saleh" and "Karima Odeh Saleh", both said to have been killed, are one.
    """
    named: dict[str, list[tuple[frozenset[str], DeedFacts]]] = defaultdict(list)
    for each in sorted(facts.values(), key=lambda one: (not one.timed, one.low or date.max, one.claim.id)):
        name = _name_of(each)
        if _FATES.get(each.deed.mode or "") == "death" and each.claim.status is Status.ACTUAL and len(name) > 1:
            for word in sorted(name):
                named[word].append((name, each))
    for _, members in sorted(named.items()):
        near = members[:_NAMESAKES]
        for name, each in near:
            fuller = {other for other, _ in near if name <= other}
            fullest = {other for other in fuller if not any(other < more for more in fuller)}
            if len(fullest) == 1:
                one = next(first for other, first in near if other in fullest)
                said = f"both tell of the death of one {_called(each)}, and nobody dies twice"
                join_once(clusters, one, each, (said,), evidence)


def _by_office(facts: Mapping[str, DeedFacts], clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """Join the deaths of one who held an office and of so many others: "the ambassador and three other Americans".

    Where accounts put such deaths at times that exclude one another, or name two people, none is joined.
    """
    told: dict[tuple[str, float], list[DeedFacts]] = defaultdict(list)
    for each in sorted(facts.values(), key=lambda one: (not one.timed, _days(one), one.low or date.max, one.claim.id)):
        if _FATES.get(each.deed.mode or "") == "death" and each.claim.status is Status.ACTUAL and each.real:
            for office in sorted(each.targets & words("office_titles")):
                for count in sorted(each.counts):
                    told[office, count].append(each)
    for (office, count), members in sorted(told.items()):
        dated = [each for each in members if each.timed]
        coarse = any(each.low is None or each.high is None or _days(each) > _A_YEAR for each in dated)
        persons = {frozenset(each.recipients & evidence.persons) for each in members} - {frozenset()}
        if count < _OTHERS or not dated or coarse or len(persons) > 1:
            continue
        if any(apart_in_time(one, two) for one in dated for two in dated):
            continue
        for each in members[1:]:
            said = f"both tell of the death of the {office} and {count:.0f} others, at no other time"
            join_once(clusters, members[0], each, (said,), evidence)


def _called(facts: DeedFacts) -> str:
    return next(role.text for role in facts.deed.roles if role.role == "recipient")


def _name_of(facts: DeedFacts) -> frozenset[str]:
    """The words of the one name for whom a deed befell; none where it befell several, or such as have no name."""
    told = [role.text for role in facts.deed.roles if role.role == "recipient"]
    if len(told) != 1 or not facts.recipients or facts.counts:
        return frozenset()
    names = [word for word in told[0].replace("-", " ").split() if word[:1].isupper()]
    return content_words(" ".join(names)) & facts.targets


def _fates(facts: Mapping[str, DeedFacts], evidence: Evidence) -> _Fates:
    """What befell each person, by kind, person and whether it was real; what is dated first, the earliest before."""
    fates: dict[tuple[str, str, bool], list[DeedFacts]] = defaultdict(list)
    for each in facts.values():
        kind = _FATES.get(each.deed.mode or "")
        actual = each.claim.status is Status.ACTUAL
        whom = each.actors if kind == "resignation" else each.recipients
        if kind is not None and actual and len(whom) == 1 and whom <= evidence.persons:
            fates[kind, min(whom), each.real].append(each)
    for members in fates.values():
        members.sort(key=lambda each: (not each.timed, each.low or date.max, each.claim.id))
    return fates


def _same_time(kind: str, members: Sequence[DeedFacts], clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """Join those of documents that each tell of one such, at times of which each holds all that are finer.

    "In the late 1980s" is the one of 1987 where nobody tells of one in 1986.
    """
    told = [each for each in members if each.low is not None and each.high is not None]
    why = f"one person's {kind}, put at one time by documents that tell of no other then"
    for coarse in sorted(told, key=lambda each: (_days(each), each.claim.id)):
        within = [each for each in told if each is not coarse and _holds(coarse, each)]
        documents = [each.claim.document for each in (coarse, *within)]
        if len(set(documents)) < len(documents):
            continue
        finer = [each for each in within if _days(each) < _days(coarse)]
        same = [each for each in within if _days(each) == _days(coarse)]
        finest = min(finer, key=_days, default=coarse)
        if len({id(clusters[each.claim.id]) for each in finer}) == 1 and _days(finest) <= _A_YEAR:
            join(clusters, finest, coarse, (why,), evidence)
        elif same and not finer:
            join(clusters, same[0], coarse, (why,), evidence)


def _days(facts: DeedFacts) -> int:
    return (facts.high - facts.low).days if facts.low and facts.high else 0


def _holds(coarse: DeedFacts, fine: DeedFacts) -> bool:
    first, last = coarse.low or date.max, coarse.high or date.min
    return first <= (fine.low or date.min) and (fine.high or date.max) <= last


def _was_news(dated: DeedFacts, story: Story | None) -> bool:
    """Whether a story tells as news what another claim puts at another time."""
    if story is None or not story.lead or story.low is None or story.high is None:
        return False
    return (dated.high or date.max) < story.low or (dated.low or date.min) > story.high


def _from_one_captivity(fates: _Fates, clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """Join releases that follow, each in its document, the one captivity that those documents tell of."""
    for (kind, person, real), releases in sorted(fates.items()):
        undated = [each for each in releases if not each.timed and each.claim.polarity is Polarity.YES]
        if kind != "release" or len(undated) < 2:
            continue
        taken = [*fates.get(("capture", person, real), ()), *fates.get(("abduction", person, real), ())]
        by_document: dict[str, set[int]] = defaultdict(set)
        for each in taken:
            by_document[each.claim.document].add(id(clusters[each.claim.id]))
        captivities = {frozenset(by_document.get(each.claim.document, ())) for each in undated}
        if len(captivities) == 1 and len(min(captivities)) == 1:
            for each in undated[1:]:
                why = "one person's release from what is told as one captivity"
                join(clusters, undated[0], each, (why,), evidence)
