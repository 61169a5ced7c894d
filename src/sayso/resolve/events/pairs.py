"""Which deed claims are alike enough to be one event: blocks by key, and pairs scored inside a block."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from sayso.records.document import Span
from sayso.resolve.events.clusters import Evidence
from sayso.resolve.events.facts import DeedFacts
from sayso.resolve.events.likeness import JOIN, JOIN_UNTIMED, points

WHOLE_BLOCK = 60  # a larger block is compared only among neighbours in time or in one document
NEIGHBOURS = 25
_A_YEAR = 366  # days
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
        fresh = [known.get(claim) is not facts[claim] for claim in sorted(facts)]
        self._pairs = [*kept, *_score([facts[claim] for claim in sorted(facts)], fresh, evidence)]
        self._pairs.sort(key=lambda each: (-each[0], each[1].claim.id, each[2].claim.id))
        self._facts = facts
        return self._pairs


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


def _score(ordered: Sequence[DeedFacts], fresh: Sequence[bool], evidence: Evidence) -> Iterator[Scored]:
    """Those of a pair with a fresh one that have points enough; ``ordered`` are by claim id."""
    count = len(ordered)
    for pair in _wanted(ordered, fresh, evidence):
        first, second = ordered[pair // count], ordered[pair % count]
        enough = _enough(first, second)
        copied = (first.claim.id, second.claim.id) in evidence.copied
        value = points(first, second, evidence.places, copied, least=enough)
        if value is not None and value >= enough:
            yield value, first, second


def _wanted(ordered: Sequence[DeedFacts], fresh: Sequence[bool], evidence: Evidence) -> set[int]:
    """Pairs that share a block or are copied, as numbers: the first times the count, plus the second.

    Millions of pairs of ids would not fit a small machine.
    """
    count = len(ordered)
    number = {each.claim.id: at for at, each in enumerate(ordered)}
    copied = ((number.get(min(pair)), number.get(max(pair))) for pair in evidence.copied)
    wanted = {
        one * count + two for one, two in copied if one is not None and two is not None and (fresh[one] or fresh[two])
    }
    # In a block the earlier comes first, so that its last day alone tells two that cannot be of one time.
    lows = [(each.low or date.min).toordinal() for each in ordered]
    highs = [(each.high or date.max).toordinal() for each in ordered]
    for block in blocks(ordered):
        large = len(block) > WHOLE_BLOCK
        reach = NEIGHBOURS if large else len(block)
        for place, one in enumerate(block):
            last = highs[one]
            for two in block[place + 1 : place + 1 + reach]:
                if lows[two] > last or not (fresh[one] or fresh[two]):
                    continue
                if not large or _are_neighbours(ordered[one], ordered[two]):
                    wanted.add(one * count + two if one < two else two * count + one)
    return wanted


def _are_neighbours(one: DeedFacts, two: DeedFacts) -> bool:
    """Whether it is time, or one document, that puts the two beside one another in a large block."""
    return one.low is not None or two.low is not None or one.claim.document == two.claim.document


def blocks(ordered: Sequence[DeedFacts]) -> Iterator[list[int]]:
    """Those that share a key, by number, in order of time, document and reading."""
    by_time = sorted(range(len(ordered)), key=lambda at: (ordered[at].low or date.max, *read_at(ordered[at])))
    found: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at in by_time:
        for key in keys(ordered[at]):
            found[key].append(at)
    yield from found.values()


def read_at(facts: DeedFacts) -> tuple[str, Span, str]:
    """Sorts claims by document and in the order of reading."""
    return facts.claim.document, facts.claim.span, facts.claim.id


# Things people do again and again; without a time in common two such claims are two deeds.
_RECURRENT = frozenset({"movement", "talks", "accord", "request", "accusation", "refusal", "support", "threat"})


def _is_vague(facts: DeedFacts) -> bool:
    """Whether the time is longer than a year: that of a decade says little of which of two it was."""
    return facts.low is not None and facts.high is not None and (facts.high - facts.low).days > _A_YEAR


def _enough(one: DeedFacts, two: DeedFacts) -> float:
    """How many points join these two: more where no time speaks for it."""
    if one.timed and two.timed and not (_is_vague(one) or _is_vague(two)):
        return JOIN
    if one.family in _RECURRENT:
        return JOIN_UNTIMED
    return JOIN + 0.5 if one.claim.document == two.claim.document else JOIN_UNTIMED
