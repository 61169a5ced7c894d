"""Which judgements stand: not undone, not replaced by the same person, not contradicted by another.

Two people's contrary judgements constrain nothing, until one is undone or one of the two is trusted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from sayso.records.judgement import Judgement, State, Verb

Keys = tuple[frozenset[str], ...]
"""For each target of a judgement, names for what it means; two that share a name mean the same."""

Standing = dict[str, tuple[State, str]]
"""State and note by judgement id."""

_OPPOSED = {
    Verb.SAME: ("same", True),
    Verb.NOT_SAME: ("same", False),
    Verb.SAME_EVENT: ("same-event", True),
    Verb.NOT_SAME_EVENT: ("same-event", False),
}
_ANSWERS = {
    Verb.REJECT: "stands",
    Verb.CONFIRM: "stands",
    Verb.DATED: "dated",
    Verb.OUTLET_IS: "outlet",
    Verb.PASSAGE_IS: "passage",
    Verb.VOICE_IS: "voice",
    Verb.DISPUTE_IS: "dispute",
    Verb.RENAME: "name",
}


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """By when they were made, whatever the order in which they came into the case."""
    return sorted(judgements, key=lambda each: (each.at, each.id))


def undone_by(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """For each judgement that is taken back the one that does; an ``undo`` that is itself undone takes nothing back."""
    back: dict[str, list[Judgement]] = defaultdict(list)
    for each in judgements:
        if each.undoes:
            back[each.undoes].append(each)

    def taker(own: str) -> Judgement | None:
        return next((each for each in back.get(own, ()) if taker(each.id) is None), None)

    return {own: found for own in back if (found := taker(own)) is not None}


def find_standing(judgements: Sequence[Judgement], keys: Mapping[str, Keys]) -> Standing:
    """State and note of every judgement. ``keys`` says what the targets of each mean; one without keys is gone."""
    ordered = in_order(judgements)
    taken = undone_by(ordered)
    standing: Standing = {}
    for each in ordered:
        if (by := taken.get(each.id)) is not None:
            standing[each.id] = (State.UNDONE, f"taken back by {by.by}: {by.why}")
        elif each.id not in keys:
            standing[each.id] = (State.GONE, "what it pointed at is no longer there")
        else:
            standing[each.id] = (State.HOLDS, "")
    live = [each for each in ordered if standing[each.id][0] is State.HOLDS]
    trusted = frozenset(each.value or "" for each in live if each.verb == Verb.TRUST)
    for group in _answers(live, keys):
        _settle(group, trusted, standing)
    for group in _pairs(live, keys):
        _settle(group, trusted, standing)
    return standing


def _answers(live: Sequence[Judgement], keys: Mapping[str, Keys]) -> Iterator[list[Judgement]]:
    """Groups of judgements that answer one question differently."""
    questions: dict[tuple[str, str], list[Judgement]] = defaultdict(list)
    for each in live:
        slot = _ANSWERS.get(Verb(each.verb))
        for names in keys[each.id] if slot else ():
            for name in sorted(names):
                questions[str(slot), name].append(each)
    for _, asked in sorted(questions.items()):
        if len({_answer(each) for each in asked}) > 1:
            yield asked


def _answer(judgement: Judgement) -> str:
    return judgement.verb if judgement.verb in (Verb.REJECT, Verb.CONFIRM) else (judgement.value or "").casefold()


@dataclass(slots=True)
class _Graph:
    """What is said to be one, as edges between names, each with the judgement that draws it."""

    edges: dict[str, list[tuple[str, Judgement | None]]] = field(default_factory=lambda: defaultdict(list))

    def tie(self, one: str, other: str, judgement: Judgement | None) -> None:
        self.edges[one].append((other, judgement))
        self.edges[other].append((one, judgement))

    def path(self, start: str, end: str, without: Set[str]) -> list[Judgement] | None:
        """The judgements on a shortest way from one name to another, some left out; None where there is no way."""
        ways: dict[str, list[Judgement]] = {start: []}
        front = [start]
        while front and end not in ways:
            ahead = []
            for name in front:
                for other, judgement in self.edges.get(name, ()):
                    if other not in ways and (judgement is None or judgement.id not in without):
                        ways[other] = ways[name] + ([judgement] if judgement else [])
                        ahead.append(other)
            front = ahead
        return ways.get(end)


def _pairs(live: Sequence[Judgement], keys: Mapping[str, Keys]) -> Iterator[list[Judgement]]:
    """Groups of judgements that say of two things that they are one, and that they are not, however many steps."""
    for relation in ("same", "same-event"):
        graph = _Graph()
        asked = [each for each in live if _OPPOSED.get(Verb(each.verb), ("", True))[0] == relation]
        for each in asked:
            firsts = [min(names) for names in keys[each.id]]
            for first, names in zip(firsts, keys[each.id], strict=True):
                for name in sorted(names - {first}):
                    graph.tie(first, name, None)
            if _OPPOSED[Verb(each.verb)][1]:
                for other in firsts[1:]:
                    graph.tie(firsts[0], other, each)
        for each in asked:
            if not _OPPOSED[Verb(each.verb)][1]:
                firsts = [min(names) for names in keys[each.id]]
                for at, one in enumerate(firsts):
                    for other in firsts[at + 1 :]:
                        yield from ([*way, each] for way in _ways(graph, one, other))


def _ways(graph: _Graph, one: str, other: str) -> Iterator[list[Judgement]]:
    """Ways from one name to another that share no judgement, until none is left."""
    used: set[str] = set()
    while way := graph.path(one, other, used):
        yield way
        used |= {each.id for each in way}


def _settle(group: Sequence[Judgement], trusted: frozenset[str], standing: Standing) -> None:
    """Where one person decided again the last stands; of contrary judgements the trusted person's, else none."""
    asked = [each for each in in_order(group) if standing[each.id][0] in (State.HOLDS, State.CONTRARY)]
    # Three that cannot all hold do not say which of them the last one was to replace.
    chain = len(group) > 2 and Verb(group[0].verb) in _OPPOSED
    latest = [each for each in asked if chain or not _is_replaced(each, asked)]
    for each in asked:
        if each not in latest:
            standing[each.id] = (State.REPLACED, f"replaced by what {each.by} judged later")
    believed = [each for each in latest if each.by in trusted]
    agreed = bool(believed) and not any(_disagrees(one, two) for one in believed for two in believed)
    for each in latest:
        against = [other for other in latest if _disagrees(each, other)]
        if agreed and each.by not in trusted and any(other in believed for other in against):
            names = " and ".join(sorted({other.by for other in against if other in believed}))
            standing[each.id] = (State.OVERRULED, f"{names} judged otherwise, and is trusted")
        elif not agreed and against:
            said = "; ".join(f"{other.by} judged otherwise ({other.id}): {other.why}" for other in against)
            standing[each.id] = (State.CONTRARY, said)


def _is_replaced(each: Judgement, asked: Sequence[Judgement]) -> bool:
    return any(_replaces(later, each) for later in asked)


def _replaces(later: Judgement, earlier: Judgement) -> bool:
    return later.by == earlier.by and (later.at, later.id) > (earlier.at, earlier.id) and _disagrees(later, earlier)


def _disagrees(one: Judgement, two: Judgement) -> bool:
    if Verb(one.verb) in _OPPOSED:
        return one.verb != two.verb
    return _answer(one) != _answer(two)
