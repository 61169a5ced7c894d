"""Which reports tell of one incident: Sayso's grouping of the casualty reports, and of the sample's deeds, by B-cubed.

The event of a report is its *principal event*: of the events that claims of its headline and first three sentences
belong to, each with its parts (a bombing with the killings in it), the one with the most figures of killed and deeds of
violence there (a figure counts two, a deed one; of equals the first told); where nothing there is of an event, the same
over the whole report. A report without any event stands alone. B-cubed (Bagga and Baldwin 1998) is the mean, over
reports, of how much of the group it is put in belongs there, and of how much of the group that it belongs in is
there.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from evals.casualties import Worked, labelled, reports, worked_out
from evals.measure import Measure, Mistake, agree
from sayso.records.claim import Claim, Deed, Plover, Polarity, Quantity
from sayso.records.matter import Matter, MatterKind

_VIOLENCE = {Plover.ASSAULT, Plover.COERCE}
_LEAD_SENTENCES = 3


def score(gold: Path) -> list[Measure]:
    """B-cubed over all labelled reports, pair F1, and the same of two plain groupings. Raises Absent."""
    truth = {row["unit_id"]: row["group"] for row in labelled("casualty_events.tsv")}
    worked = worked_out(gold)
    found = {unit: event for unit, event in principal_events(worked).items() if unit in truth}
    alone = {unit: event or unit for unit, event in found.items()}
    known = {each.unit: each for each in reports(gold)}
    by_day = {unit: (known[unit].place, known[unit].published) for unit in truth}
    precision, recall, f1 = b_cubed(alone, truth)
    alone_f1 = b_cubed({each: each for each in truth}, truth)[2]
    peer = f"every report alone {alone_f1:.3f}, one place and day {b_cubed(by_day, truth)[2]:.3f}"
    pairs, wanted = _pairs(alone), _pairs(truth)
    agreed = agree(pairs, wanted)
    titles = {unit: known[unit].title for unit in truth}
    mistakes = tuple(_mistakes(worked, found, pairs, wanted, titles))
    peer_pairs = f"one place and day {agree(_pairs(by_day), wanted).f1:.3f}"
    return [
        Measure("events", "B-cubed F1 of casualty reports", f1, peer, mistakes),
        Measure("events", "B-cubed precision", precision),
        Measure("events", "B-cubed recall", recall),
        Measure("events", "F1 of “one incident” over pairs", agreed.f1, peer_pairs),
    ]


def b_cubed(found: Mapping[str, Hashable], truth: Mapping[str, Hashable]) -> tuple[float, float, float]:
    """Precision, recall and F1 of a grouping of the keys of ``truth``, each of which is in ``found``."""
    ours, theirs, both = Counter(found[each] for each in truth), Counter(truth.values()), Counter[Hashable]()
    for each in truth:
        both[found[each], truth[each]] += 1
    shared = {each: both[found[each], truth[each]] for each in truth}
    precision = sum(shared[each] / ours[found[each]] for each in truth) / len(truth)
    recall = sum(shared[each] / theirs[truth[each]] for each in truth) / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _pairs(grouping: Mapping[str, Hashable]) -> set[tuple[str, str]]:
    groups = defaultdict(list)
    for unit, group in grouping.items():
        groups[group].append(unit)
    return {pair for units in groups.values() for pair in combinations(sorted(units), 2)}


def principal_events(worked: Worked) -> dict[str, str | None]:
    """The principal event (a matter's id) of each document, by unit_id; None where it has none."""
    event_of = events_with_parts(worked.findings.matters)
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in worked.pile.claims.values():
        by_document[claim.document].append(claim)
    found = {}
    for document, unit in worked.unit.items():
        claims = sorted(by_document[document], key=lambda each: each.span)
        end = lead_end(worked.texts[document])
        event = _heaviest([each for each in claims if each.span.start < end], event_of) or _heaviest(claims, event_of)
        found[unit] = event
    return found


def events_with_parts(matters: Sequence[Matter]) -> dict[str, str]:
    """The event of each deed and each figure, by claim id: the whole where it is part of one."""
    by_id = {each.id: each for each in matters}
    event_of: dict[str, str] = {}
    for matter in matters:
        whole = matter
        while whole.part_of in by_id:
            whole = by_id[whole.part_of]
        if whole.kind is MatterKind.EVENT:
            event_of.update((claim, whole.id) for claim in matter.claims)
    return event_of


def lead_end(text: str) -> int:
    """Where the first three sentences end, headline not counted; a headline that is printed again is not one."""
    title, _, _ = text.partition("\n\n")
    start = text.find(title, len(title))
    start = start + len(title) if 0 <= start < len(title) + 160 else len(title)
    ends = [match.end() for match in re.finditer(r"[.!?][\"”]?\s+(?=[\"“A-Z])", text[start + 3 :])]
    return start + 3 + ends[_LEAD_SENTENCES - 1] if len(ends) >= _LEAD_SENTENCES else len(text)


def _heaviest(claims: list[Claim], event_of: Mapping[str, str]) -> str | None:
    weights: Counter[str] = Counter()
    for claim in claims:
        content = claim.content
        if claim.id not in event_of:
            continue
        if isinstance(content, Quantity) and content.measure == "killed":
            weights[event_of[claim.id]] += 2
        elif isinstance(content, Deed) and claim.polarity is Polarity.YES:
            weights[event_of[claim.id]] += 1 if content.plover in _VIOLENCE else 0
    return max(weights, key=lambda each: weights[each]) if weights.total() else None


def _mistakes(
    worked: Worked,
    found: Mapping[str, str | None],
    pairs: set[tuple[str, str]],
    wanted: set[tuple[str, str]],
    titles: Mapping[str, str],
) -> list[Mistake]:
    together = _together(worked)
    told = []
    for one, two in sorted(wanted - pairs):
        if not found[one] or not found[two]:
            kind = "apart: one has no event of violence in it"
        elif (one, two) in together:
            kind = "apart: an event is shared, but it is not the principal one of both"
        else:
            kind = "apart: no event is shared"
        told.append(Mistake(kind, f"{one} {titles[one]} / {two} {titles[two]}"))
    told += [
        Mistake("together: two incidents in one", f"{one} {titles[one]} / {two} {titles[two]}")
        for one, two in sorted(pairs - wanted)
    ]
    return told


def _together(worked: Worked) -> set[tuple[str, str]]:
    """Pairs of documents that share any event."""
    shared: set[tuple[str, str]] = set()
    for matter in worked.findings.matters:
        if matter.kind is MatterKind.EVENT:
            units = sorted({worked.unit[worked.pile.claims[claim].document] for claim in matter.claims})
            shared.update(combinations(units, 2))
    return shared
