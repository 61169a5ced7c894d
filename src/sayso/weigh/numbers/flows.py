"""Running counts: how many migrants came this year, how many were rescued since the spring, told by several accounts.

Such counts hang on no single event. They are held side by side where they count people of one word over one year, and
are of one thing only where the same is said of those counted, in the same place.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from sayso.records.claim import Claim, Deed, Polarity, Quantity, Status
from sayso.records.ids import make_id
from sayso.records.matter import Dispute, DisputeKind
from sayso.records.pile import Pile
from sayso.records.when import Precision, edtf_interval
from sayso.weigh.numbers.figures import Figure, compare
from sayso.weigh.numbers.intervals import core
from sayso.weigh.numbers.verdicts import GRAVEST, values
from sayso.weigh.surroundings import Surroundings, content_words

_RUNNING = frozenset({"arrived", "rescued", "displaced", "people", "count", "returned", "crossed"})
_SINCE = re.compile(r"\b(?:so far|since|this year|last year|to date|until|up to|from|between|during|past)\b", re.I)
_ANYBODY = frozenset({"people", "person", "number", "total", "figure", "percent", "thousand", "hundred", "million"})
_LEAST = 50  # a smaller number is of those in one scene
_FACTOR = 3  # counts further apart than this are of different things past comparing
_DAYS = 92  # between the days the two were said on
_LARGEST_BLOCK = 40
_BACK = 90  # characters before a bare number in which it says of whom
_MOST_REASONS = 6
_STRAIGHT = frozenset({"cross", "enter", "flee", "leave", "reach"})  # verbs that take a place without "in"


@dataclass(frozen=True, slots=True)
class Flow:
    """A running count: ``topics`` are the words for those counted, ``doing`` what is said of them, ``place`` where."""

    figure: Figure
    topics: frozenset[str]
    noun: str
    doing: str | None
    place: str | None
    place_name: str

    @property
    def counts(self) -> str:
        """What it counts, in words."""
        if self.doing is not None:
            place = self.place_name if self.doing in _STRAIGHT else f"in {self.place_name}"
            return f"those said to “{self.doing}”" + (f" {place}" if self.place_name else "")
        scope = self.figure.quantity.scope
        return f"“{scope}”" if scope else "without saying what became of them"


def over_flows(pile: Pile, around: Surroundings, origin_of: Mapping[str, str]) -> Iterator[Dispute]:
    """Disputes between running counts, in order of their least claim."""
    flows = [flow for claim in pile.claims.values() if (flow := _flow(claim, pile, around, origin_of)) is not None]
    blocks: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, flow in enumerate(flows):
        for topic in sorted(flow.topics):
            blocks[topic, _year(flow)].append(index)
    group = {index: [index] for index in range(len(flows))}
    for block in blocks.values():
        for one, two in combinations(block, 2) if len(block) <= _LARGEST_BLOCK else ():
            if group[one] is not group[two] and _go_together(flows[one], flows[two]):
                group[one].extend(group[two])
                for member in group[two]:
                    group[member] = group[one]
    unique = {id(each): sorted(each, key=lambda index: flows[index].figure.claim.id) for each in group.values()}
    for members in sorted(unique.values(), key=lambda each: flows[each[0]].figure.claim.id):
        dispute = _dispute([flows[index] for index in members], around.matter_of)
        if dispute is not None:
            yield dispute


def _flow(claim: Claim, pile: Pile, around: Surroundings, origin_of: Mapping[str, str]) -> Flow | None:
    quantity = claim.content
    if not isinstance(quantity, Quantity) or quantity.measure not in _RUNNING or claim.polarity is not Polarity.YES:
        return None
    number = core(quantity)
    if claim.status is not Status.ACTUAL or number is None or number < _LEAST or not _runs(quantity):
        return None
    if quantity.low and quantity.high and quantity.high > 2 * quantity.low:
        return None
    topics, noun = _topics(claim, quantity, around)
    said = edtf_interval(pile.passages[claim.passage].published)[0]
    if not topics or (said is None and quantity.when is None):
        return None
    deed = _deed_of(claim, quantity, pile, around)
    content = deed.content if deed is not None else None
    mention = content.place if isinstance(content, Deed) else None
    place = around.place_of.get(mention or "")
    named = pile.mentions.get(mention or "")
    name = (named.name or named.text) if named is not None else ""
    doing = content.lemma if isinstance(content, Deed) else None
    figure = Figure(claim, quantity, number, "all", origin_of[claim.id], said)
    return Flow(figure, frozenset(topics), noun, doing, place or name.casefold() or None, name)


def _runs(quantity: Quantity) -> bool:
    if quantity.scope and _SINCE.search(quantity.scope):
        return True
    return quantity.when is not None and quantity.when.precision in (Precision.YEAR, Precision.RANGE)


def _topics(claim: Claim, quantity: Quantity, around: Surroundings) -> tuple[set[str], str]:
    """The words for those counted, and the plain noun: its own, or that of the people named just before."""
    told = content_words(quantity.stated) - _ANYBODY
    named = {word for word in told if word not in content_words(quantity.hedge or "")}
    if named:
        return named, quantity.stated.split()[-1]
    found: set[str] = set()
    noun = ""
    for mention in around.mentions_in(claim.document, claim.sentence):
        if claim.span.start - _BACK <= mention.span.start and mention.span.end <= claim.span.start:
            head = mention.text[mention.head.start - mention.span.start : mention.head.end - mention.span.start]
            if head.islower() and (told := content_words(mention.text) - _ANYBODY):
                found |= told
                noun = noun or head
    return found, noun


def _deed_of(claim: Claim, quantity: Quantity, pile: Pile, around: Surroundings) -> Claim | None:
    """The deed that the count is of: the one it names, else one of its sentence whose doer or target it is."""
    if quantity.of is not None:
        return pile.claims.get(quantity.of)
    for each in around.told_in(claim):
        if isinstance(each.content, Deed):
            for role in each.content.roles:
                if role.span.start <= claim.span.start and claim.span.end <= role.span.end:
                    return each
    return None


def _year(flow: Flow) -> int:
    when = flow.figure.quantity.when
    first, last = edtf_interval(when.edtf if when else None)
    day = last or first or flow.figure.said
    return day.year if day is not None else 0


def _go_together(one: Flow, two: Flow) -> bool:
    mine, theirs = one.figure, two.figure
    if mine.claim.passage == theirs.claim.passage or not one.topics & two.topics:
        return False
    if mine.said is not None and theirs.said is not None and abs((mine.said - theirs.said).days) > _DAYS:
        return False
    return abs(math.log(mine.number / theirs.number)) <= math.log(_FACTOR)


def _stand(one: Flow, two: Flow) -> tuple[DisputeKind, str] | None:
    if one.figure.number == two.figure.number:
        return None
    if one.doing is None or two.doing is None or (one.doing, one.place) != (two.doing, two.place):
        told = f"“{one.figure.words}” counts {one.counts}, “{two.figure.words}” counts {two.counts}"
        return DisputeKind.OTHER_SCOPE, told
    return compare(one.figure, two.figure)


def _dispute(flows: list[Flow], matter_of: Mapping[str, str]) -> Dispute | None:
    judged = {verdict for one, two in combinations(flows, 2) if (verdict := _stand(one, two)) is not None}
    if not judged:
        return None
    ordered = sorted(judged, key=lambda each: (GRAVEST.index(each[0]), each[1]))
    least = flows[0].figure.claim.id
    noun = next((flow.noun for flow in flows if flow.noun), "people")
    year = _year(flows[0])
    return Dispute(
        id=make_id("x", matter_of[least], "count", noun),
        matter=matter_of[least],
        slot="count",
        kind=ordered[0][0],
        question=f"How many {noun}? — {year}" if year else f"How many {noun}?",
        values=values(flow.figure for flow in flows),
        reasons=tuple(dict.fromkeys(reason for _, reason in ordered))[:_MOST_REASONS],
    )
