"""What copied words say of when: a text printed again on a later day still tells of the days of its first print."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from sayso.records.matter import Copy
from sayso.records.pile import Pile
from sayso.records.when import Anchor, edtf_interval
from sayso.resolve.events.clusters import Cluster, Evidence, join
from sayso.resolve.events.facts import DeedFacts
from sayso.resolve.events.occasions import REPEATS

_WORD_FOR_WORD = 0.9


def reprinted_claims(pile: Pile, repeats: Iterable[tuple[str, str, Copy]]) -> frozenset[tuple[str, str]]:
    """Pairs of ids, the lesser first, of repeated claims whose whole sentences are the same print."""
    return frozenset(
        (min(one, two), max(one, two))
        for one, two, copy in repeats
        if copy.similarity >= _WORD_FOR_WORD
        and copy.span.holds(pile.claims[one].sentence)
        and copy.of_span.holds(pile.claims[two].sentence)
    )


def with_reprints(facts: Mapping[str, DeedFacts], reprinted: Iterable[tuple[str, str]]) -> dict[str, DeedFacts]:
    """The facts, each knowing the other passages that print its sentence.

    ``reprinted`` are pairs of ids of claims in one and the same print.
    """
    printed: dict[str, set[str]] = defaultdict(set)
    for one, two in reprinted:
        if one in facts and two in facts:
            printed[one].add(facts[two].claim.passage)
            printed[two].add(facts[one].claim.passage)
    return {**facts, **{own: replace(facts[own], reprints=frozenset(found)) for own, found in printed.items()}}


def as_first_printed(
    facts: dict[str, DeedFacts], reprinted: Iterable[tuple[str, str]], pile: Pile
) -> dict[str, DeedFacts]:
    """The facts with each repeated claim at the time of its first print, where both reckon from their own day.

    ``reprinted`` are pairs of ids of claims in one and the same print. "Overnight" in a paper of Tuesday that prints
    what an agency sent on Monday is the night before Monday.
    """
    first: dict[str, tuple[date, str]] = {}
    for one, two in sorted(reprinted):
        for mine, theirs in ((one, two), (two, one)):
            printed = _printed(facts, mine, theirs, pile)
            if printed is not None and (theirs not in first or printed < first[theirs]):
                first[theirs] = printed
    out = dict(facts)
    for later, (day, earlier) in first.items():
        source = facts[earlier]
        when = source.when.text if source.when else ""
        said = f"“{when}” in words that were first printed on {day.day} {day:%B %Y}"
        out[later] = replace(facts[later], low=source.low, high=source.high, weekday=source.weekday, inferred=said)
    return out


def join_reprints(facts: Mapping[str, DeedFacts], clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """Join what is told in sentences of which one is the other printed again: it is one telling."""
    for pair in sorted(evidence.reprinted):
        if pair[0] in facts and pair[1] in facts:
            one, two = facts[pair[0]], facts[pair[1]]
            if one.words != two.words or one.counts != two.counts:
                continue  # the stretches are alike, and tell it otherwise
            join(clusters, one, two, (REPEATS,), evidence)


def _printed(facts: dict[str, DeedFacts], one: str, two: str, pile: Pile) -> tuple[date, str] | None:
    """The day that claim ``one`` was printed, before claim ``two``, with its id; None where that settles nothing."""
    if one not in facts or two not in facts:
        return None
    mine, theirs = facts[one], facts[two]
    whens = (mine.when, theirs.when)
    if any(when is None or when.anchor is not Anchor.PASSAGE for when in whens) or not mine.timed:
        return None
    days = [edtf_interval(pile.passages[each.claim.passage].published)[0] for each in (mine, theirs)]
    if days[0] is None or days[1] is None or days[0] >= days[1] or (mine.low, mine.high) == (theirs.low, theirs.high):
        return None
    return days[0], one
