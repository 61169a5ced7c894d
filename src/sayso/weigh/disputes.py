"""Disputes: accounts of one thing that cannot all hold, or look as if they could not, each typed with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sayso.records.ids import make_id
from sayso.records.matter import Dispute, Matter, MatterKind
from sayso.records.pile import Findings, Pile
from sayso.weigh.accusations import over_accusations, together
from sayso.weigh.crowds import over_crowds
from sayso.weigh.dealings import Dealings
from sayso.weigh.figures import Figure, judge, values
from sayso.weigh.flows import over_flows
from sayso.weigh.incidents import Incidents
from sayso.weigh.orders import over_orders
from sayso.weigh.parties import Parties, over_who
from sayso.weigh.surroundings import Surroundings
from sayso.weigh.tallies import Tally, find_tallies
from sayso.weigh.unsaid import over_unsaid
from sayso.weigh.waters import over_waters
from sayso.weigh.whereabouts import over_whereabouts
from sayso.weigh.whether import over_whether


def find_disputes(pile: Pile, findings: Findings, origin_of: Mapping[str, str]) -> tuple[Dispute, ...]:
    """Disputes over figures, over who did it and over whether a thing is so, in order of matter and slot."""
    around = Surroundings.of(pile, findings)
    parties = Parties.of(findings, pile)
    found: list[Dispute] = [*_over_tallies(pile, findings, around, origin_of)]
    dealings = Dealings(pile, findings, around)
    found.extend(dealings.over(origin_of))
    found.extend(over_whereabouts(pile, findings, origin_of))
    found.extend(over_waters(pile, findings, around, origin_of))
    found.extend(over_flows(pile, around, origin_of))
    found.extend(over_orders(pile, around, dealings, origin_of))
    found.extend(over_unsaid(pile, around, dealings, origin_of))
    found.extend(over_crowds(pile, {matter.id: matter for matter in findings.matters}, around, origin_of))
    for matter in findings.matters:
        if len(matter.claims) < 2:
            continue
        claims = [pile.claims[claim] for claim in matter.claims]
        if matter.kind in (MatterKind.EVENT, MatterKind.TIE):
            found.extend(over_whether(matter, claims, pile, origin_of))
        if matter.kind is MatterKind.EVENT:
            found.extend(over_who(matter, claims, origin_of, parties))
    settled = {each.matter: at for at, each in enumerate(found) if each.slot == "whether"}
    for each in over_accusations(pile, findings.matters, around, dealings, origin_of):
        at = settled.get(each.matter)
        if at is None:
            found.append(each)
        else:
            found[at] = together(found[at], each)
    return tuple(sorted({each.id: each for each in found}.values(), key=lambda each: (each.matter, each.slot, each.id)))


def _over_tallies(
    pile: Pile, findings: Findings, around: Surroundings, origin_of: Mapping[str, str]
) -> Iterator[Dispute]:
    matters = {matter.id: matter for matter in findings.matters}
    for group in Incidents(find_tallies(pile, around, origin_of), pile).groups():
        figures = [
            Figure(
                claim,
                tally.loosest,
                tally.number,
                tally.kind,
                origin_of[claim.id],
                tally.day,
                around=frozenset(around.features(claim)[1]),
                spread=tally.spread,
            )
            for tally in group
            for claim in tally.claims
        ]
        judged = judge(figures)
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
    many = "How many" if whom == "people" else f"How many {whom}"
    return f"{many} were {measure}? — {about}"
