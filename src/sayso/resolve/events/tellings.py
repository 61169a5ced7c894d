"""Of all that is told of one occasion, what is one event: the dead of every telling, the wounded, the attack itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import product

from sayso.language.lexicon import table, words
from sayso.records.claim import TRIED, Plover, Stance, Status
from sayso.resolve.events.clusters import Cluster, Evidence, are_joinable, short, unite, why_one
from sayso.resolve.events.facts import DeedFacts, content_words, in_one_text
from sayso.resolve.events.likeness import are_near, are_of_a_kind, by_other_means, kind_of, lie_apart
from sayso.resolve.events.occasions import Occasion
from sayso.resolve.events.parts import (
    befell_one,
    goes_on,
    held_after,
    is_casualty_alone,
    is_of_one,
    is_too_large,
    make_part,
    tells,
)
from sayso.resolve.events.stories import CASUALTIES, Story

_LED = 2  # how many tellings further down a report one in its lead is worth
_A_WAR = 1000  # dead
_ATTACKERS = frozenset({"assailant", "attacker", "bomber", "gunman", "gunmen", "hijacker"})
_STEM = 6  # letters by which a word is known again in another made of it
_TAKEN = frozenset({"occupied", "seized"})
_IN_A_COUP = timedelta(days=3)  # by which accounts of one night put it apart
_COUNTED = frozenset({"killing", "wounding", "holding"})
_MANY = 10  # people; of fewer no two numbers are of the same
_OVER_DAYS = 2  # days from the first to the last, from which on a count is of a stretch of time
_TRIED = 12  # events of an occasion that a claim is held against


def join_tellings(occasions: Iterable[Occasion], clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """Join, within each occasion, what is told of the dead, of the wounded, of those held, and of the deed itself."""
    for occasion in sorted(occasions, key=lambda each: min(story.least for story in each.stories)):
        by_aspect: dict[str, list[DeedFacts]] = defaultdict(list)
        texts = {each.claim.passage: story.root for story in occasion.stories for each in story.members}
        for story in occasion.stories:
            for each in story.members:
                by_aspect[CASUALTIES.get(each.deed.mode or "", "")].append(each)
        story_of = {each.claim.id: story for story in occasion.stories for each in story.members}
        for aspect, members in sorted(by_aspect.items()):
            for one, two in _one_aspect(aspect, members, texts, evidence):
                mine, theirs = clusters[one.claim.id], clusters[two.claim.id]
                if are_joinable(mine, theirs, evidence):
                    # Only now: finding what links two stories takes longer than finding that nothing speaks against it.
                    said = f"of one occasion, the {aspect}" if aspect else "of one occasion, the deed itself"
                    why = occasion.why(story_of[one.claim.id], story_of[two.claim.id])
                    unite(clusters, mine, theirs, why_one(one, two, (said, *why)))


def _one_aspect(
    aspect: str, members: list[DeedFacts], texts: Mapping[str, str], evidence: Evidence
) -> Iterator[tuple[DeedFacts, DeedFacts]]:
    """What to join: the first told of each sort, with each that can be the same. ``texts`` is the text of a passage."""
    firsts: list[DeedFacts] = []
    joined: list[DeedFacts] = []  # what the first cannot be the same as by their words, another of its sort may be
    for each in sorted(members, key=lambda one: (not one.precise, one.vague, one.claim.id)):
        for one in (*firsts[:_TRIED], *joined[:_TRIED]):
            same_text = texts[one.claim.passage] == texts[each.claim.passage] or in_one_text(one, each)
            if same_text and (not are_near(one.counts, each.counts) or _counts_others(one, each)):
                continue
            if (_same_casualties if aspect else _same_deed)(one, each, evidence):
                yield one, each
                if not aspect:
                    joined.append(each)
                break
        else:
            firsts.append(each)


def _same_casualties(one: DeedFacts, two: DeedFacts, evidence: Evidence) -> bool:
    """Whether two claims can count the same people: both nobody by name, and not each of another sort.

    Where one text goes on to count, it counts the same only if the number or their sort says so.
    """
    named, others = one.recipients & evidence.persons, two.recipients & evidence.persons
    if named or others:
        return bool(named & others)
    if _of_other_size(one.counts, two.counts) or _one_of_many(one, two) or _one_of_many(two, one):
        return False
    if by_other_means(one, two) or _of_other_sort(one, two) or _sums_up(one, two) or _sums_up(two, one):
        return False
    mine, theirs = one.targets - words("anybody"), two.targets - words("anybody")
    if (mine | theirs) & words("kin"):
        return bool(mine & theirs)
    if in_one_text(one, two):
        alike = bool(mine) and bool(theirs) and (mine <= theirs or theirs <= mine)
        return bool(one.counts & two.counts) or (alike and not (one.counts and two.counts))
    if not mine or not theirs or mine & theirs:
        return True
    return bool(one.counts & two.counts) and any(_akin(each, other) for each in mine for other in theirs)


def _akin(one: str, two: str) -> bool:
    """Whether two words are made of one: "servicemen" and "service"."""
    return one[:_STEM] == two[:_STEM] and min(len(one), len(two)) >= _STEM


def _counts_others(one: DeedFacts, two: DeedFacts) -> bool:
    """Whether one text gives two numbers, and calls those it counts by other words: "11 soldiers", "ten civilians"."""
    if not one.counts or not two.counts or one.counts & two.counts:
        return False
    return bool(one.targets and two.targets) and one.targets.isdisjoint(two.targets)


def _of_other_sort(one: DeedFacts, two: DeedFacts) -> bool:
    """Whether each counts others, and another number: "45 civilians", "32 rebels"; "nine people", "four attackers"."""
    if one.counts & two.counts or not one.targets or not two.targets:
        return False
    mine, theirs = _sides(one.targets), _sides(two.targets)
    attackers = bool(one.targets & _ATTACKERS) != bool(two.targets & _ATTACKERS)
    return attackers or (bool(mine and theirs) and mine.isdisjoint(theirs))


def _sums_up(one: DeedFacts, two: DeedFacts) -> bool:
    """Whether one counts over days, and more than the other on one of them: "6,900 from 9 to 13 August"."""
    if one.spread is None or one.spread < _OVER_DAYS or not two.precise or not one.counts or not two.counts:
        return False
    return max(one.counts) > max(two.counts)


def _sides(targets: frozenset[str]) -> frozenset[str]:
    return frozenset(_side_of()[word] for word in targets if word in _side_of())


@cache
def _side_of() -> Mapping[str, str]:
    """Words for people who fight, and for such as do not, each to its side."""
    listed = {row[0]: row[1].split() for row in table("counted_nouns") if len(row) > 1}
    fighting = {word: "fighting" for unit in ("fighter", "soldier") for word in listed.get(unit, ())}
    return {word: "civilian" for unit in ("civilian", "child", "woman") for word in listed.get(unit, ())} | fighting


def _one_of_many(one: DeedFacts, two: DeedFacts) -> bool:
    """Whether one tells of a single person, the other of several: "a pilot was killed", "31 people were killed"."""
    return is_casualty_alone(one) and not is_casualty_alone(two) and max(two.counts, default=1) > 1


def _of_other_size(some: frozenset[float], others: frozenset[float]) -> bool:
    """Whether one count is so much larger that it is of a war and not of the occasion."""
    if not some or not others:
        return False
    smaller, larger = sorted((max(some), max(others)))
    return larger >= _A_WAR and larger > 10 * smaller


def _same_deed(one: DeedFacts, two: DeedFacts, evidence: Evidence) -> bool:
    """Whether two claims can tell of one deed: named alike or in general words, by doers that are not opposed."""
    if _tried_by_others(one, two) or _disagree(one.actors, two.actors, one.doers, two.doers):
        return False
    if by_other_means(one, two) or _took_others(one, two):
        return False
    if (one.claim.status is Status.POSSIBLE) != (two.claim.status is Status.POSSIBLE):
        return False
    if not _head_and_government(one, two, evidence):
        if (one.recipients & evidence.persons) != (two.recipients & evidence.persons):
            return False
        if _disagree(one.recipients, two.recipients, one.targets, two.targets):
            return False
    if in_one_text(one, two) and not _comes_back(one, two):
        return False
    if befell_one(one) != befell_one(two) and not (one.recipients & two.recipients) and (one.targets or two.targets):
        return False
    if one.deed.lemma == two.deed.lemma:
        return True
    if one.vague or two.vague:
        return one.deed.plover == two.deed.plover
    return bool(one.deed.mode) and (one.deed.mode == two.deed.mode or are_of_a_kind(one, two))


def _took_others(one: DeedFacts, two: DeedFacts) -> bool:
    """Whether two tell of places that were taken, and name others: "took the town of Tarsk", "captured Velmora"."""
    if not (one.deed.mode in _TAKEN and two.deed.mode in _TAKEN):
        return False
    mine, theirs = _named(one), _named(two)
    return bool(mine and theirs and mine.isdisjoint(theirs))


def _named(facts: DeedFacts) -> frozenset[str]:
    """The words of the names that a deed was done to: none of "the town" or "several towns"."""
    told = (role.text for role in facts.deed.roles if role.role == "recipient")
    names = " ".join(word for text in told for word in text.split()[1:] or text.split() if word[:1].isupper())
    return content_words(names)


def _tried_by_others(one: DeedFacts, two: DeedFacts) -> bool:
    """Whether some did what others only tried: who stormed a building are not those who tried to."""
    if (one.claim.status in TRIED) == (two.claim.status in TRIED) or not one.doers or not two.doers:
        return False
    return not one.doers & two.doers and not one.actors & two.actors


def _head_and_government(one: DeedFacts, two: DeedFacts, evidence: Evidence) -> bool:
    """Whether one tells of the overthrow of a government, the other of that of whoever is at its head."""
    if {kind_of(one), kind_of(two)} != {"overthrow"}:
        return False
    return not (one.recipients & evidence.persons and two.recipients & evidence.persons)


def _comes_back(one: DeedFacts, two: DeedFacts) -> bool:
    """Whether one passage says that two deeds are one: by the target, or by the doer of deeds named in general."""
    if one.recipients & two.recipients or not one.targets & two.targets <= _grounds():
        return True
    if one.deed.lemma == two.deed.lemma and (_points_back(one) or _points_back(two)):
        return True
    elsewhere = bool(one.targets and two.targets)
    return one.vague and two.vague and not elsewhere and bool(one.actors & two.actors)


@cache
def _grounds() -> frozenset[str]:
    """Words for a settlement or a stretch of land, by which one is not known from another: "the town"."""
    listed = (nouns.split(",") for sort, nouns in table("place_nouns") if sort in ("settlement", "land"))
    return frozenset(word for nouns in listed for noun in nouns for word in content_words(noun))


def _points_back(facts: DeedFacts) -> bool:
    """Whether a deed was done to "it" or "them", whom no reading of the passage names."""
    said = {role.text.casefold() for role in facts.deed.roles if role.role == "recipient"}
    return not facts.recipients and bool(said) and said <= {"it", "them"}


def _disagree(
    mine: frozenset[str], theirs: frozenset[str], my_words: frozenset[str], their_words: frozenset[str]
) -> bool:
    return bool(mine and theirs and not mine & theirs and not my_words & their_words)


def parts_of_occasions(occasions: Iterable[Occasion], clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """The dead, wounded and held of an occasion are part of the deed that most of its stories tell of.

    What was seized in an overthrow, and what else was done to who was overthrown, is part of it.
    """
    for occasion in occasions:
        told: Counter[int] = Counter()
        wholes: dict[int, Cluster] = {}
        for story in occasion.stories:
            main = [each for each in story.members if _is_attack(each)]
            wholes.update((id(clusters[each.claim.id]), clusters[each.claim.id]) for each in main)
            leads = _LED if story.lead else 1
            told.update({id(clusters[each.claim.id]): 0 if _is_soft(each) or goes_on(each) else leads for each in main})
        if not told:
            continue
        most = wholes[min(told, key=lambda each: (is_of_one(wholes[each]), -told[each], wholes[each].least))]
        coup = _coup_of(occasion, clusters, evidence)
        whole, slack = (most, timedelta(0)) if coup is None else (coup, _IN_A_COUP)
        reason = f"told with “{short(whole.members[0])}”, as of one occasion"
        for story in occasion.stories:
            if not _at_another_time(story, whole, slack):
                for each in story.members:
                    if _is_within(story, each, whole, evidence) or (coup and _is_of_coup(story, each, coup)):
                        make_part(clusters[each.claim.id], whole, reason)


def join_within_wholes(clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """Join, among the parts of one event, what several texts tell of the dead, of the wounded and of those held."""
    parts: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for cluster in {id(each): each for each in clusters.values()}.values():
        aspects = {CASUALTIES.get(each.deed.mode or "", "") for each in cluster.members}
        if cluster.part_of is not None and len(aspects) == 1 and aspects <= _COUNTED:
            parts[cluster.part_of.least, min(aspects)].append(cluster)
    for (_, aspect), told in sorted(parts.items()):
        firsts: list[Cluster] = []
        for each in sorted(told, key=lambda one: (-len(one.members), one.least)):
            one = next((one for one in firsts[:_TRIED] if _all_same(one, each, evidence)), None)
            if one is None:
                firsts.append(each)
            elif are_joinable(one, each, evidence):
                first = short(one.part_of.members[0]) if one.part_of else ""
                why = f"of one event, “{first}”, both tell of the {aspect}"
                unite(clusters, one, each, why_one(one.members[0], each.members[0], (why,)))


def _all_same(mine: Cluster, theirs: Cluster, evidence: Evidence) -> bool:
    """Whether each claim of one can count the same people as each of the other, and no text tells of both."""
    texts = {each.claim.document for each in mine.members}
    if any(each.claim.document in texts for each in theirs.members):
        return False
    pairs = product(mine.members[:_TRIED], theirs.members[:_TRIED])
    return all(
        one.real == two.real and _about_as_many(one.counts, two.counts) and _same_casualties(one, two, evidence)
        for one, two in pairs
    )


def _about_as_many(some: frozenset[float], others: frozenset[float]) -> bool:
    """Whether accounts of one event can differ so: 23 and 27 dead, but not two and three."""
    if not some or not others or some & others:
        return True
    smaller, larger = sorted((max(some), max(others)))
    return larger >= _MANY and 2 * smaller >= larger


def _is_within(story: Story, facts: DeedFacts, whole: Cluster, evidence: Evidence) -> bool:
    """Whether a deed is of the dead, wounded and held of an attack, or a side of it that a report leads with."""
    if _elsewhere(facts, whole, evidence) or is_too_large(facts, whole) or held_after(facts, whole):
        return False
    casualty = (facts.deed.mode or "") in CASUALTIES and facts.claim.status is Status.ACTUAL
    return casualty or _is_of(story, facts, whole)


def _coup_of(occasion: Occasion, clusters: Mapping[str, Cluster], evidence: Evidence) -> Cluster | None:
    """The overthrow of a person, known to the day, that a report leads with: all else done then is part of it."""
    found = [
        clusters[each.claim.id]
        for story in occasion.stories
        for each in story.members
        if story.lead and kind_of(each) == "overthrow" and each.claim.status is Status.ACTUAL and not _is_soft(each)
    ]
    of_persons = [
        each
        for each in found
        if any(member.recipients & evidence.persons for member in each.members)
        and any(member.precise for member in each.members)
    ]
    return min(of_persons, key=lambda each: each.least, default=None)


def _is_of_coup(story: Story, facts: DeedFacts, coup: Cluster) -> bool:
    """Whether a report of a coup leads with what was seized in it, or with what else was done to who was overthrown."""
    if not story.lead or facts.claim.status is not Status.ACTUAL or facts in coup.members:
        return False
    overthrown = {actor for each in coup.members for actor in each.recipients}
    return facts.deed.mode in _TAKEN or (_is_attack(facts) and bool(facts.recipients & overthrown))


def _is_soft(facts: DeedFacts) -> bool:
    """Whether a deed is only alleged, suggested or denied, so that nothing firmer can be part of it."""
    return any(voice.stance in (Stance.ALLEGES, Stance.SUGGESTS, Stance.DENIES) for voice in facts.claim.voices)


def _is_of(story: Story, facts: DeedFacts, whole: Cluster) -> bool:
    """Whether an attack that a report leads with is a side of the one most reports lead with."""
    if not story.lead or not _is_attack(facts) or facts.recipients:
        return False
    return not any(_disagree(facts.actors, each.actors, facts.doers, each.doers) for each in whole.members)


def _is_attack(facts: DeedFacts) -> bool:
    attack = (facts.deed.mode or "") not in CASUALTIES and facts.deed.plover is Plover.ASSAULT
    return attack and (facts.claim.status is Status.ACTUAL or facts.claim.status in TRIED) and tells(facts)


def _at_another_time(story: Story, whole: Cluster, slack: timedelta) -> bool:
    if story.low is None or story.high is None:
        return False
    low, high = story.low - slack, story.high + slack
    return any((each.high or date.max) < low or (each.low or date.min) > high for each in whole.members)


def _elsewhere(part: DeedFacts, whole: Cluster, evidence: Evidence) -> bool:
    """Whether what befell somebody is a story of its own: he is named, or it was where the whole was not."""
    if part.recipients & evidence.persons or _done_by_another(part, whole, evidence):
        return True
    places = {each.place for each in whole.members if each.place is not None}
    if part.place is not None and not places and not _in_one_sentence(part, whole):
        return bool(part.actors or part.doers)  # somebody did it somewhere, and nobody says that it was there
    return part.place is not None and lie_apart({part.place}, places, evidence.places)


def _done_by_another(part: DeedFacts, whole: Cluster, evidence: Evidence) -> bool:
    """Whether a person by name did it, who is said to have had no hand in the whole."""
    doers = {actor for each in whole.members for actor in each.actors}
    return bool(part.actors & evidence.persons) and part.actors.isdisjoint(doers) and not _in_one_sentence(part, whole)


def _in_one_sentence(part: DeedFacts, whole: Cluster) -> bool:
    own = (part.claim.document, part.claim.sentence)
    return any((each.claim.document, each.claim.sentence) == own for each in whole.members)
