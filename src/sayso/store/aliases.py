"""What ids mean, for ever: an id once given always answers, whatever it named was joined to since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.records.matter import Dispute
from sayso.records.pile import Findings

_SHARED = 0.5
"""Of the shorter of two stretches, so much is read in both where one took the other's place."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as it is kept: its kind and type, and where its words stand."""

    id: str
    kind: str
    type: str
    start: int
    end: int


def heirs(before: Iterable[Told], now: Iterable[Told]) -> dict[str, str]:
    """For claims of a document that are read no more, what the new reading has over their words.

    An heir says the same sort of thing over much the same words, and was not there before beside what it takes over.
    """
    old, new = {each.id: each for each in before}, {each.id: each for each in now}
    fresh = [new[own] for own in sorted(new.keys() - old.keys())]
    found = {}
    for gone in (old[own] for own in sorted(old.keys() - new.keys())):
        alike = [(_common(gone, each), each) for each in fresh if (each.kind, each.type) == (gone.kind, gone.type)]
        alike = [(common, each) for common, each in alike if common >= _SHARED * min(_length(gone), _length(each))]
        if alike:
            found[gone.id] = max(alike, key=lambda one: (one[0] / _spread(gone, one[1]), one[1].id))[1].id
    return found


def _common(one: Told, two: Told) -> int:
    return max(0, min(one.end, two.end) - max(one.start, two.start))


def _length(one: Told) -> int:
    return max(1, one.end - one.start)


def _spread(one: Told, two: Told) -> int:
    return max(1, max(one.end, two.end) - min(one.start, two.start))


def meanings(findings: Findings, before: Mapping[str, str], disputes_before: Iterable[Dispute] = ()) -> dict[str, str]:
    """The matter, actor or dispute that each id stands for.

    ``before`` is what ids meant until now: one that nothing answers to any more means what became of the first of
    those that meant the same. What came to mean a claim, which took another's place, means what that does.
    """
    means = _present(findings)
    while found := {own: means[meant] for own, meant in before.items() if own not in means and meant in means}:
        means.update(found)
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
