"""Stories: the deeds of force that one passage tells of one occasion, with what its sentences say of it between them.

A report seldom says when, where, how many and to whom of every deed; it says each once, and its sentences go on from
there. A deed in the headline or the lead that gives no time is news: it was in the days before its passage was
published.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from sayso.language.lexicon import words
from sayso.language.name_keys import skeletons
from sayso.records.actor import Place
from sayso.records.claim import Polarity
from sayso.records.document import Passage, PassageRole, Span
from sayso.records.pile import Pile
from sayso.records.when import edtf_interval
from sayso.resolve.events.facts import DeedFacts, content_words, means_of
from sayso.resolve.events.likeness import is_wide, lie_apart
from sayso.resolve.events.sentences import Sentences

_LEAD = 700  # characters from the start of a passage that tell its news
_NEWS = timedelta(days=3)  # how far back news without a day of its own goes
_PRINTED = timedelta(days=2)  # and news behind a dateline
_NEXT = 300  # characters within which a story goes on without saying so
_LONG_AGO = timedelta(days=30)  # before publication: from where on a passage looks back
_LOOK_BACK = 3  # stories
_SOME_YEAR = "XXXX"  # as TIMEX3 has "this year" where nothing says which that is
_A_WEEK, _A_YEAR = timedelta(days=7), timedelta(days=366)

CASUALTIES: Mapping[str, str] = {
    **dict.fromkeys(("killed", "executed", "assassinated", "died", "casualties"), "killing"),
    **dict.fromkeys(("wounded", "beaten"), "wounding"),
    **dict.fromkeys(("abducted", "arrested"), "holding"),
    **dict.fromkeys(("destroyed", "burned"), "damage"),
    **dict.fromkeys(("raped", "tortured"), "abuse"),
}


@dataclass(slots=True)
class Story:
    """Deeds that one passage tells of one occasion.

    ``low`` and ``high`` are the days it can have been on; ``dated`` says whether the text gives them, else they follow
    from the day of publication. ``spots`` are place ids, ``named`` keys of place names; ``dead`` and ``hurt`` the
    numbers given, as intervals; ``words`` what its sentences speak of, ``targets`` what was done to whom. ``context``
    are the words of all names in the passage that it leads. ``weekday`` is the day of the week (1 Monday to 7 Sunday)
    that is all it says of when. ``past`` marks what a text looks back on by no more than its year or month.
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
    context: frozenset[str] = frozenset()
    weekday: int | None = None
    past: bool = False

    @property
    def least(self) -> str:
        """The least claim id, by which stories are put in order."""
        return min(each.claim.id for each in self.members)

    @property
    def means(self) -> frozenset[str]:
        """What it was done with, as far as its words say."""
        return means_of(frozenset(self.words))

    @property
    def weekdays(self) -> frozenset[int]:
        """The days of the week (1 Monday to 7 Sunday) that it can have been on, as far as it says more than any."""
        if self.weekday is not None:
            return frozenset({self.weekday})
        one = self.dated and self.low is not None and self.low == self.high
        return frozenset({self.low.isoweekday()}) if one and self.low else frozenset()

    def take(self, other: Story) -> None:
        """Go on with ``other``."""
        self.members.extend(other.members)
        self._narrow(other)
        self.lead = self.lead or other.lead
        self.spots |= other.spots
        self.named |= other.named
        self.words |= other.words
        self.targets |= other.targets
        self.weekday = self.weekday or other.weekday
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


def find_stories(facts: Iterable[DeedFacts], pile: Pile, places: Mapping[str, Place]) -> list[Story]:
    """The stories of every passage, a heading's with those of the passage it heads, in order of reading."""
    told: dict[str, list[DeedFacts]] = defaultdict(list)
    for each in facts:
        if (
            each.family == "force"
            and each.real
            and each.claim.polarity is Polarity.YES
            and not (each.earlier or each.another)
        ):
            told[_root(pile.passages[each.claim.passage])].append(each)
    said = Sentences(pile, places)
    found: list[Story] = []
    for root, deeds in sorted(told.items()):
        deeds.sort(key=lambda each: (each.claim.span, each.claim.id))
        found.extend(_in_passage(root, deeds, pile, said))
    return found


def _root(passage: Passage) -> str:
    heads = passage.role is PassageRole.HEADING and passage.parent is not None
    return str(passage.parent) if heads else passage.id


def _in_passage(root: str, deeds: Sequence[DeedFacts], pile: Pile, said: Sentences) -> list[Story]:
    passage = pile.passages[root]
    stories: list[Story] = []
    for group in _sentences(root, deeds, said):
        group.lead = group.span.start < passage.span.start + _LEAD
        if group.lead and not group.dated and not (stories and stories[-1].dated and _is_bare(group, stories[-1])):
            _as_news(group, passage, said)
            if any(each.when is not None and said.heads(each.when) for each in group.members) and group.high:
                group.low = max(group.low or date.min, group.high - _PRINTED)
        near = [*reversed(stories[-_LOOK_BACK:]), *stories[:1]]
        before = next((each for each in near if compatible(each, group, said.places) and _goes_on(each, group)), None)
        if before is not None:
            before.take(group)
        else:
            stories.append(group)
    for each in stories:
        each.past = _is_past(each, passage)
    if stories and stories[0].lead:
        names = said.names(stories[0].members[0].claim.document, passage.span)
        stories[0].context = names - content_words(passage.outlet or "")
        if passage.title:
            stories[0].words |= content_words(passage.title)
        for each in stories:
            each.words -= content_words(passage.outlet or "")  # what a paper prints of itself tells of nothing
    return stories


def _is_past(story: Story, passage: Passage) -> bool:
    """Whether a passage tells of something by the month or year it was in, long before the passage was published."""
    if not story.dated or story.low is None or story.high is None:
        return False
    if not _A_WEEK < story.high - story.low <= _A_YEAR:
        return False
    published = edtf_interval(passage.published)[0]
    return published is None or story.high < published - _LONG_AGO


def _as_news(story: Story, passage: Passage, said: Sentences) -> None:
    """Put a story in the days before its passage was published, unless the passage was looking back by then."""
    low, high = edtf_interval(passage.published)
    if low is None or high is None or (high - low).days > 1:
        return
    own = story.members[0].claim.document
    long = said.long_times(own, story.span)
    if len(long) == 1 and all(last < low - _LONG_AGO for _, last in long):
        ((story.low, story.high),) = long
        story.dated = True  # "I came back in 2019, after my father was murdered" is no news
        return
    told = said.last_time(own, Span(passage.span.start, story.span.end))
    if told is None or told >= low - _LONG_AGO:
        story.low, story.high = low - _NEWS, high


def _sentences(root: str, deeds: Sequence[DeedFacts], said: Sentences) -> Iterator[Story]:
    """One story for each sentence; more where its deeds have times or places that cannot be one."""
    current: Story | None = None
    for each in deeds:
        one = _story(root, each, said)
        same = current is not None and current.span == each.claim.sentence and not _are_of_two_times(current, each)
        if current is not None and same and compatible(current, one, said.places):
            current.take(one)
            continue
        if current is not None:
            yield current
        current = one
    if current is not None:
        yield current


def _are_of_two_times(story: Story, facts: DeedFacts) -> bool:
    """Whether a sentence tells of two times, one as that of some year: "the second this year, after that of May"."""
    times = [(each.when.span, _is_of_some_year(each)) for each in (story.members[-1], facts) if each.when is not None]
    return len({span for span, _ in times}) > 1 and any(year for _, year in times)


def _is_of_some_year(facts: DeedFacts) -> bool:
    return facts.when is not None and facts.when.value == _SOME_YEAR


def compatible(one: Story, two: Story, places: Mapping[str, Place]) -> bool:
    """Whether two stories can be of one occasion, by time and place."""
    if one.low and one.high and two.low and two.high and not (one.low <= two.high and two.low <= one.high):
        return False
    if one.weekdays and two.weekdays and one.weekdays.isdisjoint(two.weekdays):
        return False
    return not lie_apart(one.spots, two.spots, places)


def _goes_on(story: Story, group: Story) -> bool:
    """Whether a sentence goes on with a story: with its lead, its target, its figure or its day and place."""
    same_target = not (story.targets & group.targets) <= words("anybody")
    if story.lead and group.lead:
        return not (story.named and group.named and story.named.isdisjoint(group.named)) or bool(
            (story.dead & group.dead) or same_target
        )
    if any(low == high and low >= 3 for low, high in story.dead & group.dead):
        return True
    if same_target:
        return True
    if story.dated and group.dated and story.low == group.low and story.named & group.named:
        return True
    return _is_bare(group, story)


def _is_bare(group: Story, before: Story) -> bool:
    """Whether a sentence says only whom something befell, right behind what a story told: "17 soldiers died"."""
    says_more = group.dated or group.spots or any(each.deed.mode not in CASUALTIES for each in group.members)
    return not says_more and group.span.start - before.span.end <= _NEXT


def _story(root: str, facts: DeedFacts, said: Sentences) -> Story:
    """A story of one deed, with what its sentence says."""
    own, sentence = facts.claim.document, facts.claim.sentence
    found = Story(root, [facts], sentence, words=set(facts.words), targets=set(facts.targets))
    if facts.place is not None and not is_wide(said.places[facts.place]):
        found.spots.add(facts.place)
        found.named |= _place_keys(said.places[facts.place].name)
    else:
        for spot, text in said.spots(own, sentence):
            if not (spot and is_wide(said.places[spot])):
                found.named |= _place_keys(text)
                found.spots |= {spot} - {""}
    for measure, low, high in said.figures(own, sentence):
        (found.dead if measure == "killed" else found.hurt).add((low, high))
    if (facts.low is not None or facts.high is not None) and not (facts.when and said.heads(facts.when)):
        found.low, found.high, found.dated, found.weekday = facts.low, facts.high, True, facts.weekday
        return found
    if facts.weekday is not None:
        found.weekday = facts.weekday
        return found
    if _is_of_some_year(facts):
        return found  # the other days of its sentence are of what else it tells
    days, of_saying = said.days(own, sentence, facts.deed.verb.start)
    if len(days) == 1:
        ((found.low, found.high),) = days
        found.dated = True
    elif not days and len(of_saying) == 1:
        ((first, last),) = of_saying
        found.low, found.high = first - _NEWS, last
    return found


@cache
def _place_keys(name: str) -> frozenset[str]:
    """Keys of the words of a place's name that its spellings share."""
    return frozenset(f"{word[0]}{''.join(skeletons(word)[:1])}" for word in content_words(name))
