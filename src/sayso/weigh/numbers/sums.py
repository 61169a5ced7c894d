"""Shares, sums of money and other counts that sources put at other numbers: turnout, votes, damage, a ransom paid.

Two are of one thing where a text gives the one in place of the other, where the words of the one say nothing that those
of the other just before it do not ("it had paid 1.2 million"), or where two reports of a few days tell them of the same
in much the same words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from sayso.records.claim import INSTEAD, MOVED, Claim, Polarity, Quantity, Status
from sayso.records.ids import make_id
from sayso.records.matter import Dispute
from sayso.records.pile import Pile
from sayso.records.when import edtf_interval
from sayso.weigh.numbers.figures import Figure, core, judge, values
from sayso.weigh.standing import is_sourced
from sayso.weigh.surroundings import Surroundings, content_words

_MEASURES = {"share": "What share?", "money": "How much?", "people": "How many?", "count": "How many?"}
_OF_SOMETHING = ("share", "money")  # others only where a text gives one in place of the other
_NEAR = 700  # characters
_WITHIN = 7  # days between reports
_FACTOR = 20  # sums further apart are of different things
_LARGEST_BLOCK = 40
_SHARED = 2  # words
_MOSTLY = 0.7
_LOOSE = 2.0


@dataclass(frozen=True, slots=True)
class _Sum:
    """A share or a sum: ``words`` say of what it is told, ``names`` those of them that are names."""

    figure: Figure
    words: frozenset[str]
    names: frozenset[str]

    @property
    def claim(self) -> Claim:
        return self.figure.claim

    @property
    def topic(self) -> str:
        return self.figure.quantity.topic or ""


def over_sums(pile: Pile, around: Surroundings, origin_of: Mapping[str, str]) -> Iterator[Dispute]:
    """Disputes between shares or sums of one thing, in order of their least claim."""
    sums = [made for claim in pile.claims.values() if (made := _sum(claim, pile, origin_of)) is not None]
    group = {index: [index] for index in range(len(sums))}
    for one, two in sorted({*_within_reports(sums), *_between_reports(sums)}):
        if group[one] is not group[two]:
            group[one].extend(group[two])
            for member in group[two]:
                group[member] = group[one]
    unique = {id(each): sorted(each, key=lambda index: sums[index].claim.id) for each in group.values()}
    for members in sorted(unique.values(), key=lambda each: sums[each[0]].claim.id):
        dispute = _dispute([sums[index] for index in members], around)
        if dispute is not None:
            yield dispute


def _sum(claim: Claim, pile: Pile, origin_of: Mapping[str, str]) -> _Sum | None:
    quantity = claim.content
    if not isinstance(quantity, Quantity) or quantity.measure not in _MEASURES:
        return None
    if not quantity.topic and quantity.measure in _OF_SOMETHING:
        return None
    number = core(quantity)
    if claim.polarity is not Polarity.YES or claim.status is not Status.ACTUAL or not number:
        return None
    if quantity.low and quantity.high and quantity.high > _LOOSE * quantity.low:
        return None
    said = edtf_interval(pile.passages[claim.passage].published)[0]
    topic = quantity.topic or ""
    names = content_words(" ".join(word for word in topic.split()[1:] if word[0].isupper()))
    figure = Figure(claim, quantity, number, "all", origin_of[claim.id], said)
    return _Sum(figure, content_words(topic), names)


def _within_reports(sums: Sequence[_Sum]) -> Iterator[tuple[int, int]]:
    """Pairs by index of one passage, each the word of a source of its own or both of one count that moved."""
    by_passage: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, each in enumerate(sums):
        by_passage[each.claim.passage, _kind(each)].append(index)
    for _, indices in sorted(by_passage.items()):
        indices.sort(key=lambda index: sums[index].claim.span)
        for before, after in pairwise(indices):
            one, two = sums[before], sums[after]
            if two.claim.span.start - one.claim.span.end > _NEAR or not _are_of_others(one, two):
                continue
            if INSTEAD in two.claim.reasons or (two.words and two.words <= one.words and not two.names - one.names):
                yield min(before, after), max(before, after)


def _between_reports(sums: Sequence[_Sum]) -> Iterator[tuple[int, int]]:
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, each in enumerate(sums):
        for word in sorted(each.words):
            blocks[_kind(each), word].append(index)
    for block in blocks.values():
        for one, two in combinations(block, 2) if len(block) <= _LARGEST_BLOCK else ():
            if sums[one].claim.document != sums[two].claim.document and _are_told_alike(sums[one], sums[two]):
                yield min(one, two), max(one, two)


def _kind(each: _Sum) -> str:
    return f"{each.figure.quantity.measure} {each.figure.quantity.unit}"


def _are_of_others(one: _Sum, two: _Sum) -> bool:
    """Whether each is somebody's word, and not the same one's, unless the text says that it moved."""
    if MOVED in two.claim.reasons:
        return True
    if not is_sourced(two.claim) or one.figure.origin == two.figure.origin:
        return False
    return INSTEAD in two.claim.reasons or is_sourced(one.claim)


def _are_told_alike(one: _Sum, two: _Sum) -> bool:
    mine, theirs = one.figure, two.figure
    if mine.said is None or theirs.said is None or abs((mine.said - theirs.said).days) > _WITHIN:
        return False
    if mine.origin == theirs.origin or not is_sourced(one.claim) or not is_sourced(two.claim):
        return False
    if not _may_meet(mine, theirs):
        return False
    if max(mine.number, theirs.number) > _FACTOR * min(mine.number, theirs.number):
        return False
    if one.names - two.names and two.names - one.names:
        return False
    shared = one.words & two.words
    return len(shared) >= _SHARED and len(shared) >= _MOSTLY * min(len(one.words), len(two.words))


def _may_meet(one: Figure, two: Figure) -> bool:
    """Whether what the text says of when the two were counted can be the same."""
    if one.quantity.when is None or two.quantity.when is None:
        return True
    (first, last), (start, end) = edtf_interval(one.quantity.when.edtf), edtf_interval(two.quantity.when.edtf)
    return not (first and last and start and end) or (first <= end and start <= last)


def _dispute(sums: list[_Sum], around: Surroundings) -> Dispute | None:
    judged = judge([each.figure for each in sums]) if len(sums) > 1 else None
    if judged is None:
        return None
    kind, reasons = judged
    fullest = max(sums, key=lambda each: (len(each.words), each.claim.id))
    measure = fullest.figure.quantity.measure
    matter = around.matter_of[sums[0].claim.id]
    return Dispute(
        id=make_id("x", matter, measure, sums[0].claim.id),
        matter=matter,
        slot=measure,
        kind=kind,
        question=f"{_MEASURES[measure]} — {fullest.topic or sums[0].figure.words}",
        values=values(each.figure for each in sums),
        reasons=reasons,
    )
