"""Of all that is told of one occasion, what is one event: the dead of every telling, the wounded, the attack itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sayso.language.lexicon import words
from sayso.resolve.clusters import Cluster, Evidence, join, short
from sayso.resolve.facts import DeedFacts
from sayso.resolve.likeness import kind_of
from sayso.resolve.occasions import Occasion
from sayso.resolve.parts import make_part
from sayso.resolve.stories import CASUALTIES

_TRIED = 12  # events of an occasion that a claim is held against


def join_tellings(occasions: Iterable[Occasion], clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """Join, within each occasion, what is told of the dead, of the wounded, of those held, and of the deed itself."""
    for occasion in sorted(occasions, key=lambda each: min(story.least for story in each.stories)):
        by_aspect: dict[str, list[DeedFacts]] = defaultdict(list)
        for story in occasion.stories:
            for each in story.members:
                by_aspect[CASUALTIES.get(each.deed.mode or "", "")].append(each)
        why = tuple(dict.fromkeys(occasion.reasons))[:4] or ("one passage goes on with one story",)
        for aspect, members in sorted(by_aspect.items()):
            _join_aspect(aspect, members, why, clusters, evidence)


def _join_aspect(
    aspect: str, members: list[DeedFacts], why: Sequence[str], clusters: dict[str, Cluster], evidence: Evidence
) -> None:
    firsts: list[DeedFacts] = []
    for each in sorted(members, key=lambda one: (not one.precise, one.vague, one.claim.id)):
        fits = _same_casualties if aspect else _same_deed
        found = next((one for one in firsts[:_TRIED] if fits(one, each, evidence)), None)
        if found is None:
            firsts.append(each)
        else:
            said = f"of one occasion, the {aspect}" if aspect else "of one occasion, the deed itself"
            join(clusters, found, each, (said, *why), evidence)


def _same_casualties(one: DeedFacts, two: DeedFacts, evidence: Evidence) -> bool:
    """Whether two claims can count the same people: both nobody by name, and not each of another sort."""
    named, others = one.recipients & evidence.persons, two.recipients & evidence.persons
    if named or others:
        return bool(named & others)
    mine, theirs = one.targets - words("anybody"), two.targets - words("anybody")
    return not mine or not theirs or bool(mine & theirs)


def _same_deed(one: DeedFacts, two: DeedFacts, evidence: Evidence) -> bool:
    """Whether two claims can tell of one deed: named alike or in general words, by doers that are not opposed."""
    if _disagree(one.actors, two.actors, one.doers, two.doers):
        return False
    if _disagree(one.recipients, two.recipients, one.targets, two.targets):
        return False
    if one.vague or two.vague or one.deed.lemma == two.deed.lemma:
        return True
    return bool(one.deed.mode) and (one.deed.mode == two.deed.mode or kind_of(one) == kind_of(two) != "")


def _disagree(
    mine: frozenset[str], theirs: frozenset[str], my_words: frozenset[str], their_words: frozenset[str]
) -> bool:
    return bool(mine and theirs and not mine & theirs and not my_words & their_words)


def parts_of_occasions(occasions: Iterable[Occasion], clusters: dict[str, Cluster]) -> None:
    """The dead, wounded and held of an occasion are part of the deed that most of its stories tell of."""
    for occasion in occasions:
        told: Counter[int] = Counter()
        by_id: dict[int, Cluster] = {}
        for story in occasion.stories:
            for each in story.members:
                if (each.deed.mode or "") not in CASUALTIES:
                    by_id[id(clusters[each.claim.id])] = clusters[each.claim.id]
            told.update({id(clusters[each.claim.id]) for each in story.members} & by_id.keys())
        if not told:
            continue
        whole = by_id[min(told, key=lambda each: (-told[each], by_id[each].least))]
        for story in occasion.stories:
            for each in story.members:
                part = clusters[each.claim.id]
                if (each.deed.mode or "") in CASUALTIES and part is not whole:
                    make_part(part, whole, f"told with “{short(whole.members[0])}”, as of one occasion")
