"""Disputes: accounts of one thing that cannot all hold, or look as if they could not, each typed with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sayso.records.claim import ASIDE
from sayso.records.matter import Dispute, DisputeKind, MatterKind
from sayso.records.pile import Findings, Pile
from sayso.weigh.deeds.accusations import over_accusations, together
from sayso.weigh.deeds.doers import Parties, over_who
from sayso.weigh.deeds.laid import over_laid
from sayso.weigh.deeds.manner import over_manner
from sayso.weigh.deeds.once import over_once
from sayso.weigh.deeds.orders import over_orders
from sayso.weigh.deeds.timing import over_when
from sayso.weigh.deeds.unsaid import over_unsaid
from sayso.weigh.deeds.whether import over_whether
from sayso.weigh.numbers.alike import Naming
from sayso.weigh.numbers.finding import over_tallies
from sayso.weigh.numbers.flows import over_flows
from sayso.weigh.numbers.retold import over_retold
from sayso.weigh.numbers.sums import over_sums
from sayso.weigh.speaking import Speakers
from sayso.weigh.surroundings import Surroundings
from sayso.weigh.ties.alibis import over_alibis
from sayso.weigh.ties.dealings import over_dealings
from sayso.weigh.ties.holders import over_holders
from sayso.weigh.ties.waters import over_waters
from sayso.weigh.ties.whereabouts import over_whereabouts


def find_disputes(pile: Pile, findings: Findings, origin_of: Mapping[str, str]) -> tuple[Dispute, ...]:
    """Disputes over figures, over who did it and over whether a thing is so, in order of matter and slot."""
    # What is told by the way is held against denials alone.
    everything, all_found = pile, findings
    pile, findings = _without_asides(pile, findings)
    around = Surroundings.of(pile, findings)
    parties = Parties.of(findings, pile)
    found: list[Dispute] = [*over_tallies(pile, findings, around, origin_of)]
    speakers = Speakers(pile, findings, around)
    found.extend(over_dealings(pile, around, speakers, origin_of))
    found.extend(over_whereabouts(pile, findings, origin_of))
    found.extend(over_alibis(pile, findings, around, speakers, origin_of))
    found.extend(over_waters(pile, findings, around, origin_of))
    naming = Naming(around)
    found.extend(over_sums(pile, naming, origin_of))
    found.extend(over_flows(pile, around, origin_of))
    found.extend(over_retold(pile, findings, naming, origin_of, found))
    found.extend(over_orders(pile, around, speakers, origin_of))
    found.extend(over_manner(pile, findings, around, origin_of))
    found.extend(over_when(pile, findings, around, origin_of))
    found.extend(over_laid(pile, around, speakers, origin_of, parties))
    found.extend(over_once(pile, around, speakers, origin_of, parties))
    found.extend(over_holders(pile, around, speakers, origin_of, parties.beside))
    found.extend(over_unsaid(pile, around, speakers, origin_of))
    for matter in findings.matters:
        if len(matter.claims) < 2:
            continue
        claims = [pile.claims[claim] for claim in matter.claims]
        if matter.kind in (MatterKind.EVENT, MatterKind.TIE):
            found.extend(over_whether(matter, claims, pile, origin_of))
        if matter.kind is MatterKind.EVENT:
            found.extend(over_who(matter, claims, origin_of, parties))
    settled = {each.matter: at for at, each in enumerate(found) if each.slot == "whether"}
    if everything is not pile:
        around = Surroundings.of(everything, all_found)
        speakers = Speakers(everything, all_found, around)
    for each in over_accusations(everything, all_found.matters, around, speakers, origin_of, settled.keys()):
        at = settled.get(each.matter)
        if at is None or each.kind is DisputeKind.PERHAPS:
            found.append(each)
        else:
            found[at] = together(found[at], each)
    found = _without_echoes(found, everything)
    return tuple(sorted({each.id: each for each in found}.values(), key=lambda each: (each.matter, each.slot, each.id)))


def _without_asides(pile: Pile, findings: Findings) -> tuple[Pile, Findings]:
    """Both without what is told by the way, which shares no matter with anything else."""
    plain = {own: each for own, each in pile.claims.items() if ASIDE not in each.reasons}
    if len(plain) == len(pile.claims):
        return pile, findings
    matters = tuple(each for each in findings.matters if each.claims[0] in plain)
    return replace(pile, claims=plain), replace(findings, matters=matters)


def _without_echoes(found: list[Dispute], pile: Pile) -> list[Dispute]:
    """Without those that stand in the sentences of another that says more.

    Over whether somebody said a thing, where he is said never to have; over who else may have done what only one can.
    """
    unsaid = [_sentences(each, pile) for each in found if each.slot == "said"]
    found = [
        each for each in found if each.slot != "whether" or not any(_sentences(each, pile) <= told for told in unsaid)
    ]
    # Where a denial is known to leave open what is told, it is not held against the same once more.
    left = [_sentences(each, pile) for each in found if each.slot == "dealings" and not _is_contradiction(each)]
    found = [each for each in found if each.slot != "whether" or not any(_sentences(each, pile) <= one for one in left)]
    settled = [_sentences(each, pile) for each in found if each.slot == "who" and _is_contradiction(each)]
    return [
        each
        for each in found
        if each.slot != "who" or _is_contradiction(each) or not any(_sentences(each, pile) <= told for told in settled)
    ]


def _is_contradiction(dispute: Dispute) -> bool:
    return dispute.kind is DisputeKind.CONTRADICTION


def _sentences(dispute: Dispute, pile: Pile) -> set[tuple[str, int]]:
    told = (pile.claims[claim] for value in dispute.values for claim in value.claims)
    return {(claim.document, claim.sentence.start) for claim in told}
