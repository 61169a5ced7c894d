"""Stories: the deeds of force that one passage tells of one occasion, with what its sentences say of it between them.

A report seldom says when, where, how many and to whom of every deed; it says each once, and its sentences go on from
there. A deed in the headline or the lead that gives no time is news: it was in the days before its passage was
published.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import TypeVar

from sayso.language.lexicon import table
from sayso.language.name_keys import skeletons
from sayso.records.actor import MentionForm, MentionKind, Place
from sayso.records.claim import Polarity, Quantity
from sayso.records.document import Passage, PassageRole, Span
from sayso.records.pile import Pile
from sayso.records.when import WhenType, edtf_interval
from sayso.resolve.facts import DeedFacts, content_words
from sayso.resolve.likeness import is_wide, lie_apart

_LEAD = 700  # characters from the start of a passage that tell its news
_NEWS = timedelta(days=3)  # how far back news without a day of its own goes
_NEXT = 300  # characters within which a story goes on without saying so
_LONG_AGO = timedelta(days=30)  # before publication: from where on a passage looks back
_LONGEST = 7  # days; a vaguer time says little of which occasion it was
_LOOK_BACK = 3  # stories

_Row = TypeVar("_Row", bound=tuple[object, ...])

CASUALTIES: Mapping[str, str] = {
    **dict.fromkeys(("killed", "executed", "assassinated", "casualties"), "killing"),
    **dict.fromkeys(("wounded", "beaten"), "wounding"),
    **dict.fromkeys(("abducted", "arrested", "seized"), "holding"),
    **dict.fromkeys(("destroyed", "burned"), "damage"),
}


@dataclass(slots=True)
class Story:
    """Deeds that one passage tells of one occasion.

    ``low`` and ``high`` are the days it can have been on; ``dated`` says whether the text gives them, else they follow
    from the day of publication. ``spots`` are place ids, ``named`` keys of place names; ``dead`` and ``hurt`` the
    numbers given, as intervals; ``words`` what its sentences speak of, ``targets`` what was done to whom.
    """

    root: str
    members: list[DeedFacts]
    span: Span
    low: date | None = None
    high: date | None = None
    dated: bool = False
    lead: bool = False
    spots: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    dead: set[tuple[float, float]] = field(default_factory=set)
    hurt: set[tuple[float, float]] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)

    @property
    def least(self) -> str:
        """The least claim id, by which stories are put in order."""
        return min(each.claim.id for each in self.members)

    @property
    def means(self) -> frozenset[str]:
        """What it was done with, as far as its words say."""
        return frozenset(_means()[word] for word in self.words if word in _means())

    def take(self, other: Story) -> None:
        """Go on with ``other``."""
        self.members.extend(other.members)
        self._narrow(other)
        self.lead = self.lead or other.lead
        self.spots |= other.spots
        self.named |= other.named
        self.words |= other.words
        self.targets |= other.targets
        self.dead |= other.dead
        self.hurt |= other.hurt
        self.span = Span(min(self.span.start, other.span.start), max(self.span.end, other.span.end))

    def _narrow(self, other: Story) -> None:
        if other.low is None or other.high is None:
            return
        if self.low is None or self.high is None or (other.dated and not self.dated):
            self.low, self.high, self.dated = other.low, other.high, other.dated
        elif other.dated == self.dated:
            low, high = max(self.low, other.low), min(self.high, other.high)
            if low <= high:
                self.low, self.high = low, high


@cache
def _means() -> Mapping[str, str]:
    return {word: means for means, listed in table("means") for word in listed.split(",")}


def find_stories(facts: Iterable[DeedFacts], pile: Pile, places: Mapping[str, Place]) -> list[Story]:
    """The stories of every passage, a heading's with those of the passage it heads, in order of reading."""
    told: dict[str, list[DeedFacts]] = defaultdict(list)
    for each in facts:
        if each.family == "force" and each.real and each.claim.polarity is Polarity.YES:
            told[_root(pile.passages[each.claim.passage])].append(each)
    said = _Said(pile, places)
    found: list[Story] = []
    for root, deeds in sorted(told.items()):
        deeds.sort(key=lambda each: (each.claim.span, each.claim.id))
        found.extend(_in_passage(root, deeds, pile, said))
    return found


def _root(passage: Passage) -> str:
    heads = passage.role is PassageRole.HEADING and passage.parent is not None
    return str(passage.parent) if heads else passage.id


def _in_passage(root: str, deeds: Sequence[DeedFacts], pile: Pile, said: _Said) -> list[Story]:
    passage = pile.passages[root]
    stories: list[Story] = []
    for group in _sentences(root, deeds, said):
        group.lead = group.span.start < passage.span.start + _LEAD
        if group.lead and not group.dated:
            _as_news(group, passage, said)
        near = [*reversed(stories[-_LOOK_BACK:]), *stories[:1]]
        before = next((each for each in near if compatible(each, group, said.places) and _goes_on(each, group)), None)
        if before is not None:
            before.take(group)
        else:
            stories.append(group)
    if stories and stories[0].lead and passage.title:
        stories[0].words |= content_words(passage.title)
    return stories


def _as_news(story: Story, passage: Passage, said: _Said) -> None:
    """Put a story in the days before its passage was published, unless the passage was looking back by then."""
    low, high = edtf_interval(passage.published)
    if low is None or high is None or (high - low).days > 1:
        return
    told = said.last_time(story.members[0].claim.document, passage.span.start, story.span.end)
    if told is None or told >= low - _LONG_AGO:
        story.low, story.high = low - _NEWS, high


def _sentences(root: str, deeds: Sequence[DeedFacts], said: _Said) -> Iterator[Story]:
    """One story for each sentence; more where its deeds have times or places that cannot be one."""
    current: Story | None = None
    for each in deeds:
        one = said.story(root, each)
        if current is not None and current.span == each.claim.sentence and compatible(current, one, said.places):
            current.take(one)
            continue
        if current is not None:
            yield current
        current = one
    if current is not None:
        yield current


def compatible(one: Story, two: Story, places: Mapping[str, Place]) -> bool:
    """Whether two stories can be of one occasion, by time and place."""
    if one.low and one.high and two.low and two.high and not (one.low <= two.high and two.low <= one.high):
        return False
    return not lie_apart(one.spots, two.spots, places)


def _goes_on(story: Story, group: Story) -> bool:
    """Whether a sentence goes on with a story: with its lead, its target, its figure or its day and place."""
    gap = group.span.start - story.span.end
    if story.lead and group.lead:
        return not (story.named and group.named and story.named.isdisjoint(group.named)) or bool(
            (story.dead & group.dead) or (story.targets & group.targets)
        )
    if any(low == high and low >= 3 for low, high in story.dead & group.dead):
        return True
    if story.targets & group.targets:
        return True
    if story.dated and group.dated and story.low == group.low and story.named & group.named:
        return True
    bare = not group.dated and not group.spots and all(each.deed.mode in CASUALTIES for each in group.members)
    return bare and gap <= _NEXT


class _Said:
    """What the sentences of a pile say beside their deeds: times, places and figures, looked up by offset."""

    def __init__(self, pile: Pile, places: Mapping[str, Place]) -> None:
        self.places = places
        place_of = {mention: place.id for place in places.values() for mention in place.mentions}
        spots: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
        for mention in pile.mentions.values():
            if mention.kind is MentionKind.PLACE and mention.form is MentionForm.NAME:
                spots[mention.document].append((mention.span.start, place_of.get(mention.id, ""), mention.text))
        figures: dict[str, list[tuple[int, str, float, float]]] = defaultdict(list)
        for claim in pile.claims.values():
            quantity = claim.content
            if isinstance(quantity, Quantity) and quantity.measure in ("killed", "wounded"):
                high = math.inf if quantity.high is None else quantity.high
                figures[claim.document].append((claim.span.start, quantity.measure, quantity.low or 0.0, high))
        days: dict[str, list[tuple[int, date, date]]] = defaultdict(list)
        ends: dict[str, list[tuple[int, date]]] = defaultdict(list)
        for own, times in pile.times.items():
            for when in times:
                first, last = when.interval
                if when.type not in (WhenType.DATE, WhenType.TIME) or first is None or last is None:
                    continue
                ends[own].append((when.span.start, last))
                if (last - first).days <= _LONGEST:
                    days[own].append((when.span.start, first, last))
        self._spots = {own: sorted(found) for own, found in spots.items()}
        self._figures = {own: sorted(found) for own, found in figures.items()}
        self._ends = {own: sorted(found) for own, found in ends.items()}
        self._days = {own: sorted(found) for own, found in days.items()}

    def last_time(self, document: str, start: int, end: int) -> date | None:
        """The last day of the latest time that a document gives between two offsets."""
        given = _within(self._ends.get(document, ()), Span(start, end))
        return given[-1][1] if given else None

    def story(self, root: str, facts: DeedFacts) -> Story:
        """A story of one deed, with what its sentence says."""
        own, sentence = facts.claim.document, facts.claim.sentence
        found = Story(root, [facts], sentence, words=set(facts.words), targets=set(facts.targets))
        if facts.place is not None and not is_wide(self.places[facts.place]):
            found.spots.add(facts.place)
            found.named |= _place_keys(self.places[facts.place].name)
        else:
            for _, spot, text in _within(self._spots.get(own, ()), sentence):
                if not (spot and is_wide(self.places[spot])):
                    found.named |= _place_keys(text)
                    found.spots |= {spot} - {""}
        for _, measure, low, high in _within(self._figures.get(own, ()), sentence):
            (found.dead if measure == "killed" else found.hurt).add((low, high))
        if facts.low is not None or facts.high is not None:
            found.low, found.high, found.dated = facts.low, facts.high, True
        elif len(days := {(low, high) for _, low, high in _within(self._days.get(own, ()), sentence)}) == 1:
            ((found.low, found.high),) = days
            found.dated = True
        return found


def _within(rows: Sequence[_Row], span: Span) -> Sequence[_Row]:
    return rows[bisect_left(rows, (span.start,)) : bisect_left(rows, (span.end,))]


@cache
def _place_keys(name: str) -> frozenset[str]:
    """Keys of the words of a place's name that its spellings share."""
    return frozenset(f"{word[0]}{''.join(skeletons(word)[:1])}" for word in content_words(name))
