"""What ids mean, for ever: an id once given always answers, whatever it named was joined to since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.records.matter import Dispute
from sayso.records.pile import Findings


def meanings(findings: Findings, before: Mapping[str, str], disputes_before: Iterable[Dispute] = ()) -> dict[str, str]:
    """The matter, actor or dispute that each id stands for.

    ``before`` is what ids meant until now: one that nothing answers to any more means what became of the first of
    those that meant the same.
    """
    means = _present(findings)
    companions: dict[str, list[str]] = {}
    for own, meant in before.items():
        if own in means:
            companions.setdefault(meant, []).append(own)
    for own, meant in before.items():
        if own not in means and companions.get(meant):
            means[own] = means[min(companions[meant])]
    by_slot = {(each.matter, each.slot): each.id for each in findings.disputes}
    for dispute in disputes_before:
        now = by_slot.get((means.get(dispute.matter, ""), dispute.slot))
        if dispute.id not in means and now is not None:
            means[dispute.id] = now
    return means


def _present(findings: Findings) -> dict[str, str]:
    means: dict[str, str] = {}
    for matter in findings.matters:
        kind = matter.id.partition("-")[0]
        for claim in matter.claims:
            means[claim] = matter.id
            # A matter is named after its least claim; alone, each of its claims would have given it another name.
            means[f"{kind}-{claim.partition('-')[2]}"] = matter.id
    for actor in findings.actors:
        for chain in actor.chains:
            means[chain] = actor.id
    for group in (findings.matters, findings.actors, findings.disputes):
        means.update((record.id, record.id) for record in group)
    return means
