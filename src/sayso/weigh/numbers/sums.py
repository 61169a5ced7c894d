"""Shares, sums of money and other counts that sources put at other numbers: turnout, votes, damage, a ransom paid.

Two are of one thing where a text gives the one in place of the other, where the words of the one say nothing that those
of the other just before it do not ("it had paid 1.2 million"), or where two reports of a few days tell them of the same
(``alike``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from sayso.records.claim import INSTEAD, MOVED, Claim, Polarity, Quantity, Status
from sayso.records.ids import make_id
from sayso.records.matter import Dispute, DisputeKind
from sayso.records.pile import Pile
from sayso.records.when import edtf_interval
from sayso.weigh.groups import joined
from sayso.weigh.numbers.alike import OF_SOMETHING, Naming, Sum, are_told_alike, made_of
from sayso.weigh.numbers.counts import KINDS, MEASURES
from sayso.weigh.numbers.figures import Figure
from sayso.weigh.numbers.intervals import core
from sayso.weigh.numbers.verdicts import judge, values
from sayso.weigh.standing import is_sourced
from sayso.weigh.surroundings import Surroundings

_MEASURES = {
    "share": "What share?",
    "money": "How much?",
    "people": "How many?",
    "count": "How many?",
    "rescued": "How many?",
}
_NAME = re.compile(r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*")
_NEAR = 700  # characters
_LARGEST_BLOCK = 40
_FEW = 50  # documents
_LOOSE = 2.0
_REST = re.compile(r"\b(?:others?|another|further|additional)\b", re.IGNORECASE)
_PARTS = frozenset({"child", "woman"})  # of any people


def over_sums(pile: Pile, naming: Naming, origin_of: Mapping[str, str]) -> Iterator[Dispute]:
    """Disputes between shares or sums of one thing, in order of their least claim."""
    around = naming.around
    made = (_sum(claim, naming, origin_of) for claim in pile.claims.values())
    sums = list(_less_pools([each for each in made if each is not None]))
    within = {*_within_reports(sums)}
    pairs = sorted({*within, *_between_reports(sums, few=len(pile.documents) < _FEW)})
    groups = [sorted(each, key=lambda index: sums[index].claim.id) for each in joined(range(len(sums)), pairs)]
    set_against = {index for pair in within for index in pair}
    for members in sorted(groups, key=lambda each: sums[each[0]].claim.id):
        dispute = _dispute([sums[index] for index in members], around)
        if dispute is None:
            continue
        if dispute.kind is DisputeKind.CONTRADICTION and set_against.isdisjoint(members):
            told = [sums[index] for index in members]
            if not any(_are_of_one_day(one, two) for one, two in combinations(told, 2)):
                dispute = replace(dispute, kind=DisputeKind.PERHAPS)
        yield dispute


def _sum(claim: Claim, naming: Naming, origin_of: Mapping[str, str]) -> Sum | None:
    quantity = claim.content
    if not isinstance(quantity, Quantity):
        return None
    if quantity.measure in MEASURES and quantity.unit not in (None, "") and quantity.unit not in KINDS:
        quantity = replace(quantity, measure="count")  # villages that were seized
    if quantity.measure not in _MEASURES:
        return None
    if not quantity.topic and quantity.measure in OF_SOMETHING:
        return None
    number = core(quantity)
    if claim.polarity is not Polarity.YES or claim.status is not Status.ACTUAL or not number:
        return None
    if quantity.low and quantity.high and quantity.high > _LOOSE * quantity.low:
        return None
    if quantity.measure not in OF_SOMETHING and _REST.search(quantity.stated):
        return None  # "two other people" are those beside somebody
    said = edtf_interval(naming.around.pile.passages[claim.passage].published)[0]
    kind = KINDS[quantity.unit] if quantity.unit in _PARTS else "all"
    return made_of(Figure(claim, quantity, number, kind, origin_of[claim.id], said), naming)


def _less_pools(sums: Sequence[Sum]) -> Iterator[Sum]:
    """Less the 180 of "131 of the 180 seats"."""
    ends: dict[tuple[str, int], int] = defaultdict(int)
    for each in sums:
        key = each.claim.document, each.claim.span.end
        ends[key] += 1
    wholes = {key for key, times in ends.items() if times > 1}
    for each in sums:
        if (each.claim.document, each.claim.span.end) not in wholes or " of " in each.claim.quote:
            yield each


def _within_reports(sums: Sequence[Sum]) -> Iterator[tuple[int, int]]:
    """Pairs by index of one passage, each the word of a source of its own or both of one count that moved."""
    by_passage: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, each in enumerate(sums):
        by_passage[each.claim.passage, each.sort].append(index)
    for _, indices in sorted(by_passage.items()):
        indices.sort(key=lambda index: sums[index].claim.span)
        for before, after in pairwise(indices):
            one, two = sums[before], sums[after]
            if two.claim.span.start - one.claim.span.end > _NEAR or not _are_of_others(one, two):
                continue
            no_more = not two.is_count and two.words and two.words <= one.words and not two.names - one.names
            if INSTEAD in two.claim.reasons or no_more:
                yield min(before, after), max(before, after)


def _between_reports(sums: Sequence[Sum], *, few: bool) -> Iterator[tuple[int, int]]:
    """Pairs of two reports, in each of which no other number comes into question."""
    given: dict[tuple[str, str], set[float]] = defaultdict(set)
    named: dict[tuple[str, float], set[str]] = defaultdict(set)
    for each in sums:
        given[each.claim.document, each.sort].add(each.figure.number)
        named[each.sort, each.figure.number].update(each.sorts_named)
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, each in enumerate(sums):
        for key in _keys(each) if each.topic else ():
            blocks[each.sort, key].append(index)
    found: set[tuple[int, int]] = set()
    for block in blocks.values():
        for one, two in combinations(block, 2) if len(block) <= _LARGEST_BLOCK else ():
            mine, theirs = sums[one], sums[two]
            if mine.claim.document == theirs.claim.document or not are_told_alike(mine, theirs, few=few):
                continue
            ours, others = named[mine.sort, mine.figure.number], named[theirs.sort, theirs.figure.number]
            if mine.is_count and ours and others and not ours & others:
                continue  # "two Armenian tanks" are none of the "three Azerbaijani tanks"
            told = given[mine.claim.document, mine.sort] & given[theirs.claim.document, mine.sort]
            if (
                told.isdisjoint({mine.figure.number, theirs.figure.number})
                or mine.figure.number == theirs.figure.number
            ):
                found.add((min(one, two), max(one, two)))
    rivals: dict[tuple[int, str], set[float]] = defaultdict(set)
    for one, two in found:
        rivals[one, sums[two].claim.document].add(sums[two].figure.number)
        rivals[two, sums[one].claim.document].add(sums[one].figure.number)
    for one, two in sorted(found):
        if len(rivals[one, sums[two].claim.document]) == len(rivals[two, sums[one].claim.document]) == 1:
            yield one, two


def _are_of_one_day(one: Sum, two: Sum) -> bool:
    """Whether two reports that give other numbers count what was done on one day, as both say.

    Of counts that name no day it is seldom plain that they are of the same; of shares and sums of money it is.
    """
    if one.figure.number == two.figure.number:
        return False
    return not one.is_count or (one.day is not None and one.day == two.day and bool(one.doings & two.doings))


def _keys(each: Sum) -> list[str]:
    """What sums of one thing have in common: a word, a name of those told of, or the day where nobody is named."""
    if each.is_count and not each.scene:
        return [str(each.day)] if each.day is not None else []
    return sorted(each.scene if each.is_count else each.words)


def _are_of_others(one: Sum, two: Sum) -> bool:
    """Whether each is somebody's word, and not the same one's, unless the text says that it moved."""
    if MOVED in two.claim.reasons:
        return True
    if not is_sourced(two.claim) or one.figure.origin == two.figure.origin:
        return False
    return INSTEAD in two.claim.reasons or is_sourced(one.claim)


def _dispute(sums: list[Sum], around: Surroundings) -> Dispute | None:
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
        question=_question(fullest, sums[0]),
        values=values(each.figure for each in sums),
        reasons=reasons,
    )


def _question(fullest: Sum, first: Sum) -> str:
    measure = fullest.figure.quantity.measure
    if not fullest.is_count or not fullest.names:
        told = first.figure.words if fullest.is_count else fullest.topic or first.figure.words
        return f"{_MEASURES[measure]} — {told}"
    nouns = [word for each in (fullest, first) for word in each.figure.words.split()[-1:] if word.isalpha()]
    told = ", ".join(dict.fromkeys(_NAME.findall(fullest.topic.split(" ", 1)[-1])))
    return f"How many {nouns[0]}? — {told}" if nouns else f"{_MEASURES[measure]} — {told}"
