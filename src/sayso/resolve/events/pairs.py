"""Which deed claims are alike enough to be one event: blocks by key, and pairs scored inside a block."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sayso.records.claim import Polarity, Status
from sayso.resolve.events.clusters import Evidence
from sayso.resolve.events.facts import DeedFacts
from sayso.resolve.events.likeness import JOIN, JOIN_ONE_UNDATED, JOIN_UNTIMED, points

WHOLE_BLOCK = 26  # a larger block is compared only among neighbours in time or in one document
NEIGHBOURS = 12
_A_YEAR = 366  # days
_A_MONTH = 31  # days
_LONGEST_KEYED = 7  # days; a vaguer time gives no key by day

Scored = tuple[float, DeedFacts, DeedFacts]


class Alike:
    """Pairs alike enough to be one event, kept from one round of dating to the next, in which few facts change."""

    def __init__(self) -> None:
        self._facts: Mapping[str, DeedFacts] = {}
        self._pairs: list[Scored] = []

    def pairs(self, facts: Mapping[str, DeedFacts], evidence: Evidence) -> list[Scored]:
        """Each pair with its points, the most alike first; only those of which one is new or changed are scored."""
        known = self._facts
        kept = [each for each in self._pairs if all(facts.get(one.claim.id) is one for one in each[1:])]
        fresh = [known.get(claim) is not each for claim, each in facts.items()]
        self._pairs = [*kept, *_score(list(facts.values()), fresh, evidence)]
        self._pairs.sort(key=lambda each: (-each[0], each[1].claim.id, each[2].claim.id))
        self._facts = facts
        return self._pairs


def keys(facts: DeedFacts) -> Iterator[tuple[object, ...]]:
    """Blocking keys: two claims of one event should share at least one."""
    kind = (facts.family, facts.real)
    names = sorted(facts.actors | facts.recipients)
    yield from ((*kind, *each) for each in _keys_in_time(facts, names))
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


def _keys_in_time(facts: DeedFacts, names: Sequence[str]) -> Iterator[tuple[object, ...]]:
    """The days of a deed with its place, parties and targets; of what is told by its month, that and the place."""
    if facts.low is None or facts.spread is None or facts.spread > _A_MONTH:
        return
    if facts.place and facts.family == "force":
        yield "month and place", facts.low.year, facts.low.month, facts.place
    for step in range(facts.spread + 1 if facts.spread <= _LONGEST_KEYED else 0):
        day = facts.low.toordinal() + step
        if facts.place:
            yield "day and place", day, facts.place
        for name in names:
            yield "day and actor", day, name
        for word in sorted(facts.targets):
            yield "day and target", day, word


def _score(ordered: Sequence[DeedFacts], fresh: Sequence[bool], evidence: Evidence) -> Iterator[Scored]:
    """Those of a pair with a fresh one that have points enough, by claim id; ``ordered`` are as they were read."""
    count = len(ordered)
    copied = _copied(ordered, evidence)
    # In order, so that what the first of a pair holds is at hand for all its others.
    for pair in sorted(_wanted(ordered, fresh, copied)):
        first, second = ordered[pair // count], ordered[pair % count]
        enough = _enough(first, second)
        value = points(first, second, evidence.places, pair in copied, least=enough)
        if value is not None and value >= enough:
            yield (value, first, second) if first.claim.id < second.claim.id else (value, second, first)


def _copied(ordered: Sequence[DeedFacts], evidence: Evidence) -> frozenset[int]:
    """Pairs of which one repeats the other, as numbers: the first times the count, plus the second."""
    count = len(ordered)
    number = {each.claim.id: at for at, each in enumerate(ordered)}
    found = ((number.get(one), number.get(two)) for one, two in evidence.copied)
    return frozenset(min(one, two) * count + max(one, two) for one, two in found if one is not None and two is not None)


def _wanted(ordered: Sequence[DeedFacts], fresh: Sequence[bool], copied: frozenset[int]) -> set[int]:
    """Pairs with a fresh one that share a block or are copied, as numbers: millions of ids would not fit."""
    count = len(ordered)
    wanted = {pair for pair in copied if fresh[pair // count] or fresh[pair % count]}
    lows = [each.low.toordinal() if each.low is not None else 0 for each in ordered]
    highs = [(each.high or date.max).toordinal() for each in ordered]
    documents = [each.claim.document for each in ordered]
    for block in blocks(ordered):
        if len(block) < 2:
            continue
        large = len(block) > WHOLE_BLOCK
        dated = sum(lows[at] > 0 for at in block)
        for place, one in enumerate(block):
            behind = block[place + 1 : place + 1 + NEIGHBOURS] if large else block[place + 1 :]
            if large and place >= dated:
                # Where no time puts them beside one another, only their document does.
                near = [two for two in behind if documents[two] == documents[one]]
            else:
                # The earlier comes first, so that its last day alone tells two that cannot be of one time.
                near = [two for two in behind if lows[two] <= highs[one]]
            new = fresh[one]
            wanted.update(one * count + two if one < two else two * count + one for two in near if new or fresh[two])
    return wanted


def blocks(ordered: Sequence[DeedFacts]) -> Iterator[list[int]]:
    """Those that share a key, by number, in order of time, document and reading."""
    by_time = sorted(range(len(ordered)), key=lambda at: (ordered[at].low or date.max, *read_at(ordered[at])))
    found: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at in by_time:
        for key in keys(ordered[at]):
            found[key].append(at)
    yield from found.values()


def read_at(facts: DeedFacts) -> tuple[str, int, int, str]:
    """Sorts claims by document and in the order of reading."""
    claim = facts.claim
    return claim.document, claim.span.start, claim.span.end, claim.id


# Things people do again and again; without a time in common two such claims are two deeds.
_RECURRENT = frozenset({"movement", "talks", "accord", "request", "accusation", "refusal", "support", "threat"})


def _is_vague(facts: DeedFacts) -> bool:
    """Whether the time is longer than a year: that of a decade says little of which of two it was."""
    return facts.spread is not None and facts.spread > _A_YEAR


def _is_undated(facts: DeedFacts) -> bool:
    """Whether neither the words nor the text say when, or by when, what is told came about."""
    came_about = facts.claim.status is Status.ACTUAL and facts.claim.polarity is Polarity.YES
    return came_about and facts.told is None and not facts.timed


def _enough(one: DeedFacts, two: DeedFacts) -> float:
    """How many points join these two: more where no time speaks for it."""
    if one.timed and two.timed and not (_is_vague(one) or _is_vague(two)):
        return JOIN
    if one.family in _RECURRENT:
        named = one.place is not None and one.place == two.place and not one.actors.isdisjoint(two.actors)
        return JOIN_ONE_UNDATED if named and _is_undated(one) != _is_undated(two) else JOIN_UNTIMED
    return JOIN + 0.5 if one.claim.document == two.claim.document else JOIN_UNTIMED
