"""Parts of events: what was done within another, and could be told alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations

from sayso.language.lexicon import words
from sayso.records.claim import TRIED, Plover, Polarity, Status
from sayso.records.document import Span
from sayso.resolve.events.clusters import Cluster, Evidence, join, short
from sayso.resolve.events.facts import DeedFacts, in_one_text
from sayso.resolve.events.likeness import STATES, apart_in_time, are_of_a_kind, by_other_means, kind_of, told_before
from sayso.resolve.events.stories import CASUALTIES

_LONG = 7  # days
_A_WAR = 10_000  # people
_AT_ONCE = 40  # characters from an attack to the named person it befell
_TRIED = 12  # tellings of an attack that are held against the first
_MANY = 10  # people; not in what was done to one
_ONE = re.compile(
    r"(?:he|him|she|her|himself|herself)$|(?:an?|one|another|the) (?:[\w-]+ )*(?:man|woman|boy|girl|person)$"
)
_A_NOUN = re.compile(
    r"(?:an?|one|another|the|his|her|their|its) ([\w’' -]+?)(?:,| (?:of|in|from|at|on|who|with|near|and)\b|$)"
)
_PLURALS = frozenset({"people", "men", "women", "children", "police", "personnel", "crew", "convoy", "public", "enemy"})
_GOING_ON = re.compile(r"\b(?:has|have|had) been (?:\w+ly )?\w+ing\b")
_NEXT = 300  # characters from the end of a sentence within which its casualties are told


def find_parts(told: Iterable[tuple[DeedFacts, DeedFacts]], clusters: dict[str, Cluster]) -> None:
    """A killing or seizing told with no time or place of its own is part of the event its passage was telling."""
    for part, whole in told:
        if not held_after(part, clusters[whole.claim.id]):
            make_part(clusters[part.claim.id], clusters[whole.claim.id], _why_part(part, whole))


def held_after(part: DeedFacts, whole: Cluster) -> bool:
    """Whether those who were arrested, in a sentence of its own, were so by others than did the whole, as police do.

    So too where the sentence says when: "2,000 people were held across the country on the night of 10 August".
    """
    if part.deed.mode != "arrested" or not (part.doers or part.when):
        return False
    own = (part.claim.document, part.claim.sentence)
    if any((each.claim.document, each.claim.sentence) == own for each in whole.members):
        return False
    if part.when is not None:
        return True
    doers = frozenset(word for each in whole.members for word in each.doers)
    actors = frozenset(actor for each in whole.members for actor in each.actors)
    return bool(doers) and part.doers.isdisjoint(doers) and part.actors.isdisjoint(actors)


def join_wholes(told: Iterable[tuple[DeedFacts, DeedFacts]], clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """Join the attacks that two documents tell in one sentence with the same people's death or capture."""
    wholes: dict[int, list[tuple[DeedFacts, DeedFacts]]] = defaultdict(list)
    for part, whole in told:
        if part.claim.sentence == whole.claim.sentence:
            wholes[id(clusters[part.claim.id])].append((part, whole))
    for members in wholes.values():
        first = members[0][0]
        for one, two in combinations([whole for _, whole in members[:_TRIED]], 2):
            others = one.claim.document != two.claim.document and not in_one_text(one, two)
            if others and _of_a_kind(one, two) and not _done_by_others(one, two) and not by_other_means(one, two):
                why = f"both tell of “{short(first)}” as part of it"
                join(clusters, one, two, (why,), evidence)


def _of_a_kind(one: DeedFacts, two: DeedFacts) -> bool:
    return one.deed.lemma == two.deed.lemma or one.vague or two.vague or are_of_a_kind(one, two)


def _done_by_others(one: DeedFacts, two: DeedFacts) -> bool:
    """Whether two deeds are said to be of parties that no word makes one."""
    return bool(one.actors and two.actors) and one.actors.isdisjoint(two.actors) and one.doers.isdisjoint(two.doers)


def told_within(facts: Mapping[str, DeedFacts]) -> Iterator[tuple[DeedFacts, DeedFacts]]:
    """Each killing, wounding or seizing with the attack that its passage was telling, in the order of reading."""
    told = [each for each in facts.values() if each.family == "force" and _happened(each) and tells(each)]
    told.sort(key=lambda one: (one.claim.document, one.claim.span, one.claim.id))
    first: dict[tuple[str, Span], DeedFacts] = {}
    for each in told:
        if (each.deed.mode or "") not in CASUALTIES:
            first.setdefault((each.claim.passage, each.claim.sentence), each)
    last: dict[str, DeedFacts] = {}
    told_to: dict[str, int] = {}
    for each in told:
        passage, sentence = each.claim.passage, each.claim.sentence
        if (each.deed.mode or "") not in CASUALTIES:
            if each.deed.lemma not in STATES and not goes_on(each):
                last[passage], told_to[passage] = each, sentence.end
            continue
        # "Ten were killed when the army shelled the town" names the whole after the part.
        before = last.get(passage)
        if before is None or before.claim.sentence != sentence:
            before = first.get((passage, sentence), before)
        if before is not None and _told_together(each, before, told_to.get(passage, 0)):
            told_to[passage] = sentence.end
            yield each, before


def _happened(facts: DeedFacts) -> bool:
    """Whether a claim says that it came about, and not before the story around it."""
    claim = facts.claim
    whole = claim.status in TRIED and (facts.deed.mode or "") not in CASUALTIES  # men die in an attempted coup
    came_about = claim.status is Status.ACTUAL or whole
    return came_about and claim.polarity is Polarity.YES and not (facts.earlier or facts.another)


def goes_on(facts: DeedFacts) -> bool:
    """Whether a deed is told as going on for long, so that no casualties are of it alone: "has been trying to take"."""
    return _GOING_ON.search(facts.claim.quote[: facts.deed.verb.end - facts.claim.span.start]) is not None


def tells(facts: DeedFacts) -> bool:
    """Whether a claim tells of an attack or of what befell people, not only that somebody was fighting.

    "There was no coup" tells of nothing in which anybody was killed.
    """
    if facts.claim.polarity is Polarity.NO and not facts.deed.roles:
        return False
    if (facts.deed.mode or "") in CASUALTIES:
        return True
    if facts.deed.plover is not Plover.ASSAULT and kind_of(facts) != "incursion":
        return False
    said = facts.low or facts.weekday or facts.place or facts.targets or facts.recipients
    return bool(said) or not facts.vague or not facts.actors


def flatten(clusters: Mapping[str, Cluster], evidence: Evidence) -> None:
    """Make what is part of a part one of the whole; nothing is part of itself or of what it was judged apart from."""
    for cluster in {id(one): one for one in clusters.values()}.values():
        if cluster.part_of is not None and cluster.part_of.part_of is not None:
            upper = cluster.part_of.part_of
            cluster.part_of = None if upper is cluster else upper
        if cluster.part_of is not None and evidence.parts(cluster, cluster.part_of):
            cluster.part_of, cluster.part_reason = None, ""


def make_part(part: Cluster, whole: Cluster, reason: str) -> None:
    """Make an event part of another, or of what that is part of, unless it is part of something already.

    What had been told before the other was done is neither its part nor its whole.
    """
    whole = whole.part_of or whole
    if part.part_of is None and whole is not part and not _told_apart(part, whole):
        part.part_of = whole
        part.part_reason = reason


def is_of_one(whole: Cluster) -> bool:
    """Whether a deed was done to one person alone: "he was hit", "shot a man"."""
    return all(befell_one(each) for each in whole.members)


def is_too_large(part: DeedFacts, whole: Cluster) -> bool:
    """Whether something befell so many that it is no part of what was done to one person."""
    return max(part.counts, default=0) >= _MANY and is_of_one(whole)


def befell_one(facts: DeedFacts) -> bool:
    """Whether a claim says that a deed was done to one person, whom it may not name: "he was hit"."""
    told = [role.text.casefold() for role in facts.deed.roles if role.role == "recipient"]
    return len(told) == 1 and max(facts.counts, default=1) <= 1 and _ONE.match(told[0]) is not None


def is_casualty_alone(facts: DeedFacts) -> bool:
    """Whether a killing, wounding or seizing befell one person: "he", "a pilot", "the head of a clinic"."""
    told = [role.text.casefold() for role in facts.deed.roles if role.role == "recipient"]
    if len(told) != 1 or max(facts.counts, default=1) > 1:
        return False
    return befell_one(facts) or _is_one(told[0])


def _is_one(text: str) -> bool:
    """Whether words for somebody have an article and a noun in the singular that is for no group of people."""
    found = _A_NOUN.match(text)
    if found is None:
        return False
    head = found[1].split()[-1]
    plural = head.endswith("s") or head in _PLURALS or head in words("group_nouns") or head in words("anybody")
    return not plural


def _told_apart(part: Cluster, whole: Cluster) -> bool:
    """Whether one of two events had been told before the other, by all that its accounts give, can have been."""
    return _told_before_all(part, whole) or _told_before_all(whole, part)


def _told_before_all(one: Cluster, two: Cluster) -> bool:
    told = [each for each in one.members if each.told is not None]
    dated = [each for each in two.members if each.low is not None]
    first = min(told, key=lambda each: each.told or date.max, default=None)
    return first is not None and bool(dated) and all(told_before(first, each) for each in dated)


def _told_together(part: DeedFacts, whole: DeedFacts, told_to: int) -> bool:
    if _apart_in_time(part, whole) or (max(part.counts, default=0) >= _MANY and befell_one(whole)):
        return False
    if part.claim.sentence == whole.claim.sentence:
        together = not part.actors or not whole.actors or bool(part.actors & whole.actors)
        if part.place is not None and whole.place is None and whole.recipients:
            return False  # what was done at a place of its own to others than a named person is another matter
        done_by_one = bool(part.actors & whole.actors or part.doers & whole.doers)
        if part.recipients and not done_by_one and part.claim.span.start - whole.claim.span.end > _AT_ONCE:
            return False  # "bombed the country ... and Younis, who was killed": a fate told further on is his own
        named_first = part.claim.span < whole.claim.span
        return together and not (named_first and (_elsewhere(part, whole) or part.place is not None))
    if max(part.counts, default=0) >= _A_WAR or kind_of(whole) == "overthrow":
        return False  # the dead of a war, or told beside a change of government, are of more than one attack
    if part.deed.mode == "died" and is_casualty_alone(part):
        return False  # "a man died in custody", told by itself
    if part.recipients:
        return False  # a named person's fate, told in a sentence of its own, is a story of its own
    if whole.low and whole.high and (whole.high - whole.low).days > _LONG:
        return False  # "annexed it in March": what a sentence looks back on has no casualties in the next
    if _elsewhere(part, whole) or (part.doers and whole.doers and part.doers.isdisjoint(whole.doers)):
        return False
    if part.place is not None and whole.place is None and part.doers:
        return False  # told with who did it and where, it is told by itself
    return part.claim.span.start - told_to <= _NEXT


def _apart_in_time(part: DeedFacts, whole: DeedFacts) -> bool:
    if told_before(part, whole) or told_before(whole, part):
        return True
    return apart_in_time(part, whole)


def _elsewhere(part: DeedFacts, whole: DeedFacts) -> bool:
    """Whether the part has a time or a place of its own that is not the whole's."""
    if _was_before(part) and not _was_before(whole):
        return True  # "recently" is not the day of what is told
    own_time = part.low is not None or part.weekday is not None
    if own_time and (part.low, part.weekday) != (whole.low, whole.weekday):
        return True
    return part.place is not None and whole.place is not None and part.place != whole.place


def _was_before(facts: DeedFacts) -> bool:
    """Whether a deed is told of some time gone by: "recently", "in the past"."""
    return facts.deed.when is not None and facts.deed.when.value == "PAST_REF"


def _why_part(part: DeedFacts, whole: DeedFacts) -> str:
    if part.claim.sentence == whole.claim.sentence:
        return f"told in one sentence with “{short(whole)}”"
    return f"told right after “{short(whole)}”, with no other time or place"
