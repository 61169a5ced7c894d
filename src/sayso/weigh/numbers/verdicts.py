"""Figures for one thing to one verdict: the gravest of what stands between any two of them, with the reasons."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from sayso.records.claim import MOVED, VoiceKind
from sayso.records.matter import DisputeKind, DisputeValue
from sayso.weigh.numbers.figures import Figure, Givers, compare, is_said_to_move
from sayso.weigh.standing import is_sourced

GRAVEST = (
    DisputeKind.CONTRADICTION,
    DisputeKind.UPDATE,
    DisputeKind.PERHAPS,
    DisputeKind.OTHER_SCOPE,
    DisputeKind.COMPATIBLE,
)
_AT_ODDS = (DisputeKind.CONTRADICTION, DisputeKind.PERHAPS)
_MOST_REASONS = 6
_MOST_COMPARED = 40
_THEN = re.compile(r"(?:(?:an?|its|our|the) )?(?:earlier|previous|original) (?:report|version|article|story)\b")


def judge(
    figures: Sequence[Figure], surely: Callable[[Figure, Figure], bool] = lambda one, two: True
) -> tuple[DisputeKind, tuple[str, ...]] | None:
    """The gravest of what stands between the figures, with the reasons, gravest first; None where all agree.

    Figures that cannot both hold and are not ``surely`` of one thing are only perhaps at odds.
    """
    givers = Givers(figures)
    judged: dict[tuple[float, float], set[tuple[DisputeKind, str]]] = {}
    for one, two in combinations(_told_apart(figures), 2):
        if not _side_by_side(one, two) and (verdict := compare(one, two, givers)) is not None:
            numbers = min(one.number, two.number), max(one.number, two.number)
            kind, reason = verdict
            if kind is DisputeKind.CONTRADICTION and not surely(one, two):
                kind = DisputeKind.PERHAPS
            judged.setdefault(numbers, set()).add((kind, reason))
    # Where a count is known to have moved, those who give the one number or the other only repeat it; and a number that
    # a text tells as left behind contradicts none that is larger.
    moved = {numbers for numbers, given in judged.items() if any(kind is DisputeKind.UPDATE for kind, _ in given)}
    left = {
        min(one.number, two.number)
        for one, two in combinations(_told_apart(figures), 2)
        if one.number != two.number and is_said_to_move(one, two) and givers.is_of_one(min(one.number, two.number))
    }
    verdicts = {
        each
        for numbers, given in judged.items()
        for each in given
        if each[0] not in _AT_ODDS or not (numbers in moved or numbers[0] in left)
    }
    if not verdicts:
        return None
    ordered = sorted(verdicts, key=lambda each: (GRAVEST.index(each[0]), each[1]))
    reasons = tuple(dict.fromkeys(reason for _, reason in ordered))[:_MOST_REASONS]
    return ordered[0][0], (*reasons, *sorted(set(_told_otherwise_before(figures))))


def _told_otherwise_before(figures: Sequence[Figure]) -> Iterator[str]:
    """What an outlet says it printed before, where the text that says so gives another number after it."""
    for each in figures:
        voice = each.claim.voices[-1] if each.claim.voices else None
        if voice is None or voice.kind is not VoiceKind.DOCUMENT or not _THEN.match(voice.name):
            continue
        later = [
            one
            for one in figures
            if one.claim.passage == each.claim.passage
            and one.claim.span.start > each.claim.span.start
            and one.number != each.number
        ]
        if later:
            first = min(later, key=lambda one: (one.claim.span, one.claim.id))
            yield f"“{each.words}” is what {voice.name} gave; the same text then gives “{first.words}”"


def _told_apart(figures: Sequence[Figure]) -> list[Figure]:
    """One figure for each number, kind, scope, origin and day, each number in the fullest words it is given in."""
    fullest: dict[tuple[float, str], Figure] = {}
    for each in sorted(figures, key=lambda one: (len(one.words.split()) == 1, len(one.words), one.words)):
        fullest.setdefault((each.number, each.kind), each)
    seen: dict[tuple[object, ...], Figure] = {}
    moved = {each.claim.passage for each in figures if MOVED in each.claim.reasons}
    for each in sorted(figures, key=lambda one: one.claim.passage not in moved):
        named = fullest[each.number, each.kind]
        told = replace(each, told=named.words)
        seen.setdefault((each.number, each.kind, each.scope, each.origin, each.said, each.quantity.high is None), told)
    return list(seen.values())[:_MOST_COMPARED]


def _side_by_side(one: Figure, two: Figure) -> bool:
    """Whether one sentence gives both, where figures add up unless each is the word of somebody else, or they moved."""
    if is_said_to_move(one, two):
        return False
    apart = one.origin != two.origin and is_sourced(one.claim) and is_sourced(two.claim)
    return one.claim.document == two.claim.document and one.claim.sentence == two.claim.sentence and not apart


def values(figures: Iterable[Figure]) -> tuple[DisputeValue, ...]:
    """The figures by number and by what they count, least first."""
    groups: dict[tuple[float, str], list[Figure]] = {}
    for figure in figures:
        groups.setdefault((figure.number, figure.scope), []).append(figure)
    return tuple(
        DisputeValue(
            value=min((each.words for each in group), key=lambda told: (len(told.split()) == 1, len(told), told)),
            claims=tuple(sorted(each.claim.id for each in group)),
            origins=tuple(sorted({each.origin for each in group})),
        )
        for _, group in sorted(groups.items())
    )
