"""Occasions: stories of different passages that tell of one stretch of violence, by all that they say between them."""

from __future__ import annotations

import calendar
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from sayso.records.actor import Place
from sayso.resolve.events.clusters import short
from sayso.resolve.events.likeness import lie_apart, shown
from sayso.resolve.events.stories import Story

REPEATS = "one repeats the other word for word"
ENOUGH = 4.15  # points from which two stories are of one occasion
_WHOLE_BLOCK = 40  # a larger block is compared only among neighbours in time
_NEIGHBOURS = 20
_COMPARED = 30  # stories of an occasion that a further one must not contradict
_A_YEAR = 366  # days
_TELLING = 0.35  # weight of a word from which it is worth a block
_MONTHS = calendar.month_name
_CALENDAR = frozenset(
    name.casefold()
    for names in (calendar.month_name, calendar.month_abbr, calendar.day_name, calendar.day_abbr)
    for name in names
)
"""Words that say when, which is counted already."""
_SLIGHT = re.compile(r"\(\+0\.\d+\)$")  # less than a point
_MANY = 10  # and from where on it says more
_MOST_OF_CONTEXT = 1.5  # points
_FEW = 3  # the smallest number of dead or hurt that says something when it is the same


@dataclass(frozen=True, slots=True)
class Link:
    """Two stories held to be of one occasion, with the reasons and the points each gave."""

    one: Story
    two: Story
    reasons: tuple[str, ...]


@dataclass(slots=True)
class Occasion:
    """Stories told of one occasion, and what joined them."""

    stories: list[Story]
    links: list[Link] = field(default_factory=list)

    def why(self, one: Story, two: Story) -> tuple[str, ...]:
        """Why two of its stories are of one occasion: what links them, or each of them to the story between them."""
        if one is two:
            return ("one passage goes on with one story",)
        links = self._between(one, two)
        if len(links) == 1:
            return (f"their reports: {'; '.join(links[0].reasons)}",)
        told = [f"“{_told(each.one)}” and “{_told(each.two)}” ({'; '.join(_weightiest(each))})" for each in links]
        return (f"their reports, by way of {len(links) - 1} between them: {', '.join(told)}",)

    def _between(self, one: Story, two: Story) -> list[Link]:
        """The fewest links from one story to another."""
        came: dict[int, Link | None] = {id(one): None}
        queue = [one]
        for story in queue:
            if story is two:
                break
            for link in self.links:
                if story is link.one or story is link.two:
                    other = link.two if story is link.one else link.one
                    if id(other) not in came:
                        came[id(other)] = link
                        queue.append(other)
        found: list[Link] = []
        story = two
        while (step := came.get(id(story))) is not None:
            found.append(step)
            story = step.one if story is step.two else step.two
        return found[::-1]


def _weightiest(link: Link) -> list[str]:
    """What speaks most for a link, all that speaks against it, and the sum."""
    return [each for each in link.reasons if _SLIGHT.search(each) is None]


def _told(story: Story) -> str:
    """The words by which a story is known: those of the first deed it tells."""
    return short(min(story.members, key=lambda each: (each.claim.span, each.claim.id)))


class Weights:
    """How telling a word is in a pile: 1 in one document of many, near 0 in most of them."""

    def __init__(self, stories: Sequence[Story]) -> None:
        self._count = len(stories) + 1
        seen = Counter(word for story in stories for word in _weighed(story))
        self._of = {word: math.log(self._count / times) / math.log(self._count) for word, times in seen.items()}

    def of(self, word: str) -> float:
        """The weight of a word, or of the key of a place's name behind an ``@``."""
        return self._of.get(word, 1.0)


def _weighed(story: Story) -> Iterator[str]:
    yield from story.words
    yield from (f"@{key}" for key in story.named)
    yield from (f"#{name}" for name in story.context)


def find_occasions(
    stories: Sequence[Story], places: Mapping[str, Place], reprinted: Iterable[tuple[str, str]] = ()
) -> list[Occasion]:
    """Every story in one occasion; the best matches first, and no story with one that it contradicts.

    ``reprinted`` are pairs of ids of claims in one and the same print: a story printed twice is of one occasion.
    """
    weights = Weights(stories)
    twins = _twins(stories, reprinted)
    of = {id(story): Occasion([story]) for story in stories}
    for link in (*twins.links, *_matches(stories, weights, places, twins)):
        one, two = link.one, link.two
        mine, theirs = of[id(one)], of[id(two)]
        if mine is theirs or _contradict(mine, theirs, places):
            continue
        if len(mine.stories) < len(theirs.stories):
            mine, theirs = theirs, mine
        mine.stories.extend(theirs.stories)
        mine.links.extend((*theirs.links, link))
        for story in theirs.stories:
            of[id(story)] = mine
    _only_weekdays(stories, of, weights, places)
    return list({id(each): each for each in of.values()}.values())


def _only_weekdays(
    stories: Sequence[Story], of: dict[int, Occasion], weights: Weights, places: Mapping[str, Place]
) -> None:
    """Put a story that says only the day of the week with the one occasion of such a day that it can be of."""
    dated: dict[tuple[object, ...], list[Story]] = defaultdict(list)
    for story in stories:
        if story.dated and story.low is not None and story.low == story.high:
            for key in _weekday_keys(story, story.low.isoweekday()):
                dated[key].append(story)
    for story in stories:
        if story.weekday is None or story.low is not None:
            continue
        near = {
            id(each): each for key in _weekday_keys(story, story.weekday) for each in dated.get(key, ())[:_COMPARED]
        }
        found: dict[int, tuple[Occasion, Link]] = {}
        for each in near.values():
            reasons: list[str] = []
            if each.root != story.root and (_on_weekday(story, each, weights, places, reasons) or 0.0) >= ENOUGH:
                found.setdefault(id(of[id(each)]), (of[id(each)], Link(story, each, tuple(reasons))))
                if len(found) > 1:
                    break
        if len(found) == 1:
            ((occasion, link),) = found.values()
            mine = of[id(story)]
            if mine is not occasion and not _contradict(mine, occasion, places):
                occasion.stories.extend(mine.stories)
                occasion.links.extend((*mine.links, link))
                for each in mine.stories:
                    of[id(each)] = occasion


def _weekday_keys(story: Story, weekday: int) -> Iterator[tuple[object, ...]]:
    for spot in sorted(story.spots):
        yield weekday, "place", spot
    for key in sorted(story.named):
        yield weekday, "named", key


def _on_weekday(
    one: Story, two: Story, weights: Weights, places: Mapping[str, Place], reasons: list[str]
) -> float | None:
    """Points for a story of a weekday and one of a day that was that weekday."""
    if two.low is None or lie_apart(one.spots, two.spots, places):
        return None
    day = f"{two.low.day} {_MONTHS[two.low.month]} {two.low.year}"
    found = ((1.0, f"one says only the day of the week, and {day} was that"), *_beside_time(one, two, weights, places))
    return _total(found, reasons)


def _total(found: Iterable[tuple[float, str]], reasons: list[str] | None) -> float:
    total = 0.0
    for value, reason in found:
        total += value
        if reason and reasons is not None:
            reasons.append(f"{reason} ({shown(value)})" if value else reason)
    if reasons is not None:
        reasons.append(f"in all {shown(total)[1:]} points")
    return total


def _contradict(mine: Occasion, theirs: Occasion, places: Mapping[str, Place]) -> bool:
    return any(
        _apart_in_time(one, two) or lie_apart(one.spots, two.spots, places)
        for one in mine.stories[:_COMPARED]
        for two in theirs.stories[:_COMPARED]
    )


@dataclass(frozen=True, slots=True)
class _Twins:
    """Stories printed in several passages: what links two of them, and the passages each is printed in."""

    links: tuple[Link, ...]
    printed_in: Mapping[int, frozenset[str]]

    def stand_apart(self, one: Story, two: Story) -> bool:
        """Whether one passage tells both, so that it tells them as two, or a copy of it that holds both does."""
        if one.root == two.root:
            return True
        return two.root in self.printed_in.get(id(one), ()) and one.root in self.printed_in.get(id(two), ())


def _twins(stories: Iterable[Story], reprinted: Iterable[tuple[str, str]]) -> _Twins:
    story_of = {each.claim.id: story for story in stories for each in story.members}
    links: dict[tuple[int, int], Link] = {}
    printed_in: dict[int, set[str]] = defaultdict(set)
    for pair in sorted(reprinted):
        one, two = (story_of.get(each) for each in pair)
        if one is not None and two is not None and one.root != two.root:
            links.setdefault((id(one), id(two)), Link(one, two, (REPEATS,)))
            printed_in[id(one)].add(two.root)
            printed_in[id(two)].add(one.root)
    return _Twins(tuple(links.values()), {own: frozenset(roots) for own, roots in printed_in.items()})


def _matches(stories: Sequence[Story], weights: Weights, places: Mapping[str, Place], twins: _Twins) -> list[Link]:
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    looked_back_on = {key for story in stories if story.past for key in _keys_by_year(story, weights)}
    for number, story in enumerate(stories):
        for key in keys(story, weights):
            blocks[key].append(number)
        if looked_back_on:
            for key in looked_back_on.intersection(_keys_by_year(story, weights)):
                blocks[key].append(number)
    wanted: set[tuple[int, int]] = set()
    for block in blocks.values():
        reach = len(block) if len(block) <= _WHOLE_BLOCK else _NEIGHBOURS
        for at, first in enumerate(block):
            wanted.update((first, second) for second in block[at + 1 : at + 1 + reach])
    scored = []
    for first, second in wanted:
        one, two = stories[first], stories[second]
        value = points(one, two, weights, places) if not twins.stand_apart(one, two) else None
        if value is not None and value >= ENOUGH:
            reasons: list[str] = []
            points(one, two, weights, places, reasons)
            scored.append((value, Link(one, two, tuple(reasons))))
    scored.sort(key=lambda each: (-each[0], each[1].one.least, each[1].two.least))
    return [link for _, link in scored]


def keys(story: Story, weights: Weights) -> Iterator[tuple[object, ...]]:
    """Blocking keys: a day with a place, a number of dead, or a telling word. A story without a time has none."""
    if story.low is None or story.high is None or (story.high - story.low).days > 7:
        return
    for step in range((story.high - story.low).days + 1):
        day = (story.low + timedelta(step)).isoformat()
        for spot in sorted(story.spots):
            yield day, "place", spot
        for key in sorted(story.named):
            if weights.of(f"@{key}") >= _TELLING:
                yield day, "named", key
        for low, _ in sorted(story.dead):
            if low >= _FEW:
                yield day, "dead", low
        for word in sorted(story.targets):
            if weights.of(word) >= _TELLING:
                yield day, "target", word


def _keys_by_year(story: Story, weights: Weights) -> Iterator[tuple[object, ...]]:
    """Keys for what is looked back on by its year: with a place, a telling word for its target, or a number of dead."""
    if not story.dated or story.low is None or story.high is None or (story.high - story.low).days > _A_YEAR:
        return
    for year in sorted({story.low.year, story.high.year}):
        yield from ((year, "place", spot) for spot in sorted(story.spots))
        yield from ((year, "named", key) for key in sorted(story.named) if weights.of(f"@{key}") >= _TELLING)
        yield from ((year, "dead", low) for low, _ in sorted(story.dead) if low >= _FEW)
        yield from ((year, "target", word) for word in sorted(story.targets) if weights.of(word) >= _TELLING)


def points(
    one: Story, two: Story, weights: Weights, places: Mapping[str, Place], reasons: list[str] | None = None
) -> float | None:
    """Points for each thing two stories share; None where they cannot be of one occasion.

    The reasons, each with the points it gave, are added to ``reasons`` where that is given.
    """
    if one.low is None or two.low is None or _apart_in_time(one, two) or lie_apart(one.spots, two.spots, places):
        return None
    return _total((_time(one, two), *_beside_time(one, two, weights, places)), reasons)


def _beside_time(
    one: Story, two: Story, weights: Weights, places: Mapping[str, Place]
) -> tuple[tuple[float, str], ...]:
    return (
        _place(one, two, weights, places),
        _figures(one, two),
        _means(one, two),
        _taking(one, two),
        _words(one, two, weights),
        _context(one, two, weights),
    )


def _apart_in_time(one: Story, two: Story) -> bool:
    if one.low is None or one.high is None or two.low is None or two.high is None:
        return False
    return not (one.low <= two.high and two.low <= one.high)


def _time(one: Story, two: Story) -> tuple[float, str]:
    day = max(each.low for each in (one, two) if each.low is not None)
    shown = f"{day.day} {_MONTHS[day.month]} {day.year}"
    if one.past or two.past:
        return 0.75, f"both in {day.year}"
    if one.dated and two.dated:
        exact = one.low == one.high and two.low == two.high
        return (2.0, f"both on {shown}") if exact else (1.0, f"both about {shown}")
    if one.dated or two.dated:
        return 1.5, f"one gives {shown}, and the other was news then"
    return 1.0, f"both were news about {shown}"


def _place(one: Story, two: Story, weights: Weights, places: Mapping[str, Place]) -> tuple[float, str]:
    if shared := one.spots & two.spots:
        return 1.5, f"both in {min(places[each].name for each in shared)}"
    if any(weights.of(f"@{key}") >= _TELLING for key in one.named & two.named):
        return 1.5, "they name one place"
    return (-0.75, "they name other places") if one.named and two.named else (0.0, "")


def _figures(one: Story, two: Story) -> tuple[float, str]:
    for what, mine, theirs in (("killed", one.dead, two.dead), ("wounded", one.hurt, two.hurt)):
        if telling := {low for low in _counts(mine) & _counts(theirs) if low >= _FEW}:
            most = max(telling)
            return 1.5 if most < _MANY else 2.0, f"both count {most:.0f} {what}"
    if not one.dead or not two.dead:
        return 0.0, ""
    smaller, larger = sorted((max(low for low, _ in one.dead), max(low for low, _ in two.dead)))
    far = -1.0 if larger > 3 * smaller + 3 else -0.25 if larger > 2 * smaller else 0.0
    return far, f"they count {smaller:.0f} and {larger:.0f} killed" if far else ""


def _counts(figures: set[tuple[float, float]]) -> set[float]:
    """The numbers given as such or as "at least"; not the ends of "dozens"."""
    return {low for low, high in figures if high in (low, math.inf)}


def _means(one: Story, two: Story) -> tuple[float, str]:
    if shared := one.means & two.means:
        return 0.75, f"both done by {' and '.join(sorted(shared))}"
    if not one.means or not two.means:
        return 0.0, ""
    return -1.0, f"one done by {' and '.join(sorted(one.means))}, the other by {' and '.join(sorted(two.means))}"


def _taking(one: Story, two: Story) -> tuple[float, str]:
    """What it says that both tell of a place that was taken."""
    both = all(any(member.deed.mode == "occupied" for member in each.members) for each in (one, two))
    return (1.0, "both tell of a place that was taken") if both else (0.0, "")


def _words(one: Story, two: Story, weights: Weights) -> tuple[float, str]:
    shared = sorted((-weights.of(word), word) for word in (one.words & two.words) - _CALENDAR)
    telling = [word for weight, word in shared if -weight >= _TELLING]
    total = min(2.0, sum(-weight for weight, _ in shared if -weight >= _TELLING) * 0.6)
    return total, f"they share the words {', '.join(telling[:4])}" if telling else ""


def _context(one: Story, two: Story, weights: Weights) -> tuple[float, str]:
    """What two reports name in common beside the deed: most of what the shorter names, and not what all name."""
    shared = sorted((-weights.of(f"#{name}"), name) for name in one.context & two.context)
    telling = [name for weight, name in shared if -weight >= _TELLING]
    if len(telling) < _FEW:
        return 0.0, ""
    whole = min(sum(weights.of(f"#{name}") for name in each.context) for each in (one, two))
    value = min(_MOST_OF_CONTEXT, 3 * -sum(weight for weight, _ in shared) / whole) if whole else 0.0
    return value, f"both reports name {', '.join(telling[:4])}"
