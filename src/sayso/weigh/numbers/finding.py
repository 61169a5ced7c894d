"""Disputes over numbers of those killed, wounded, missing or seized: tallies to incidents, incidents to verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.records.claim import Claim
from sayso.records.document import STREAM
from sayso.records.ids import make_id
from sayso.records.matter import Dispute, Matter, MatterKind
from sayso.records.pile import Findings, Pile
from sayso.weigh.numbers.counts import ATTENDED, CROWD
from sayso.weigh.numbers.figures import Figure
from sayso.weigh.numbers.incidents import Incidents
from sayso.weigh.numbers.surely import Sure, countries_of
from sayso.weigh.numbers.tallies import Tally, find_tallies
from sayso.weigh.numbers.verdicts import judge, values
from sayso.weigh.surroundings import Surroundings


def over_tallies(
    pile: Pile, findings: Findings, around: Surroundings, origin_of: Mapping[str, str]
) -> Iterator[Dispute]:
    """Disputes over those killed, wounded, missing or seized in one incident, by their least claims."""
    matters = {matter.id: matter for matter in findings.matters}
    revised, countries = _revised(pile), countries_of(pile, findings)
    for group in Incidents(find_tallies(pile, around, origin_of), pile).groups():
        figures = [
            Figure(
                claim,
                replace(tally.loosest, measure=ATTENDED) if tally.measure == CROWD else tally.loosest,
                tally.number,
                tally.kind,
                origin_of[claim.id],
                tally.day,
                around=frozenset(around.features(claim)[1]),
                spread=tally.spread,
                address=_address(claim, tally, group, revised),
            )
            for tally in _without_echoes(group)
            for claim in tally.claims
        ]
        judged = judge(figures, Sure(group, countries).are_of_one)
        if judged is None:
            continue
        matter = _matter(group, matters, around)
        kind, reasons = judged
        measure = group[0].measure
        counted = {tally.kind for tally in group}
        whom = counted.pop() if len(counted) == 1 and counted <= {"children", "women", "fighters"} else "people"
        yield Dispute(
            id=make_id("x", matter.id, measure, group[0].key),
            matter=matter.id,
            slot=measure,
            kind=kind,
            question=_how_many(measure, whom, matter),
            values=values(figures),
            reasons=reasons,
        )


def _revised(pile: Pile) -> dict[str, str]:
    """The address of each document that is one of several versions, by document."""
    counts = Counter(each.address for each in pile.documents.values())
    return {
        own: each.address
        for own, each in pile.documents.items()
        if each.address and each.address != STREAM and counts[each.address] > 1
    }


def _address(claim: Claim, tally: Tally, group: Sequence[Tally], revised: Mapping[str, str]) -> str:
    """Where a number's document came from, if another version came from there and gives no such number."""
    own = revised.get(claim.document, "")
    stays = any(
        other.number == tally.number and each.document != claim.document and revised.get(each.document) == own
        for other in group
        for each in other.claims
    )
    return "" if stays else own


def _without_echoes(group: Sequence[Tally]) -> list[Tally]:
    """Less what a text tells only as left behind ("raising an earlier toll of two"), where others give the number."""
    given = {tally.number for tally in group if not tally.left}
    return [tally for tally in group if not tally.left or tally.number not in given]


def _matter(group: Sequence[Tally], matters: Mapping[str, Matter], around: Surroundings) -> Matter:
    """The event that most of the numbers are told for, or else with, and of several the one more is told of.

    Where there is none, the number's own matter.
    """
    told = Counter(event for tally in group for event in sorted(tally.deeds))
    told = told or Counter(event for tally in group for event in sorted(tally.events))
    if not told:
        return matters[around.matter_of[group[0].key]]
    best = min(told, key=lambda event: (-told[event], -len(matters[event].claims), event))
    return matters[best]


def _how_many(measure: str, whom: str, matter: Matter) -> str:
    about = matter.label.split(": ", 1)[-1] if matter.kind is MatterKind.QUANTITY else matter.label
    if measure == CROWD:
        return f"How many took part? — {about}"
    many = "How many" if whom == "people" else f"How many {whom}"
    return f"{many} were {measure}? — {about}"
