"""Clusters of deed claims told as one event, and the joining of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.records.actor import Place
from sayso.records.constraints import Pair
from sayso.resolve.events.facts import DeedFacts
from sayso.resolve.events.likeness import are_near, at_odds

_COMPARED = 40  # members of a cluster that a further one must not contradict
_A_FEW_DAYS = 3


@dataclass(slots=True)
class Cluster:
    """Claims told as one event, with what joined them and what they agree on."""

    members: list[DeedFacts]
    reasons: list[str] = field(default_factory=list)
    part_of: Cluster | None = None
    part_reason: str = ""

    @property
    def least(self) -> str:
        """The least claim id, which names the event."""
        return min(each.claim.id for each in self.members)

    @property
    def is_shared(self) -> bool:
        """Whether more than one document tells of it."""
        first = self.members[0].claim.document
        return any(each.claim.document != first for each in self.members)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What joining may draw on besides the claims: places by id, copied pairs of claim ids, ids of persons.

    ``together`` and ``apart`` are pairs of claim ids that people judged, and overrule what the claims say.
    ``reprinted`` are the copied pairs whose whole sentences are the same.
    """

    places: Mapping[str, Place]
    copied: frozenset[tuple[str, str]]
    persons: frozenset[str] = frozenset()
    together: tuple[Pair, ...] = ()
    apart: frozenset[tuple[str, str]] = frozenset()
    reprinted: frozenset[tuple[str, str]] = frozenset()

    def parts(self, mine: Cluster, theirs: Cluster) -> bool:
        """Whether people judged two members of the clusters not to be one event."""
        return bool(self.apart) and any(
            (one.claim.id, two.claim.id) in self.apart for one in mine.members for two in theirs.members
        )


def join(
    clusters: dict[str, Cluster], one: DeedFacts, two: DeedFacts, reasons: Sequence[str], evidence: Evidence
) -> None:
    """Make one event of those that two claims are in, unless anything in them speaks against it."""
    mine, theirs = clusters[one.claim.id], clusters[two.claim.id]
    if are_joinable(mine, theirs, evidence):
        unite(clusters, mine, theirs, why_one(one, two, reasons))


def why_one(one: DeedFacts, two: DeedFacts, reasons: Sequence[str]) -> str:
    """The reasons to join two claims, behind the words of both."""
    return f"“{short(one)}” and “{short(two)}”: {'; '.join(reasons)}"


def join_once(
    clusters: dict[str, Cluster], one: DeedFacts, two: DeedFacts, reasons: Sequence[str], evidence: Evidence
) -> None:
    """Join what can have been only once, where the accounts put it a few days apart too: that is theirs to dispute."""
    mine, theirs = clusters[one.claim.id], clusters[two.claim.id]
    if are_joinable(mine, theirs, evidence, _A_FEW_DAYS):
        unite(clusters, mine, theirs, why_one(one, two, reasons))


def are_joinable(mine: Cluster, theirs: Cluster, evidence: Evidence, slack: int = 0) -> bool:
    """Whether two clusters are not one already, and neither people nor what their members say keeps them apart.

    With ``slack`` times that are no more than that many days apart keep nothing apart.
    """
    return mine is not theirs and not evidence.parts(mine, theirs) and not _conflict(mine, theirs, evidence, slack)


def unite(clusters: dict[str, Cluster], mine: Cluster, theirs: Cluster, reason: str) -> None:
    """Make one event of two, whatever speaks against it."""
    if len(mine.members) < len(theirs.members):
        mine, theirs = theirs, mine
    mine.members.extend(theirs.members)
    mine.reasons.extend(theirs.reasons)
    mine.reasons.append(reason)
    for member in theirs.members:
        clusters[member.claim.id] = mine


def short(facts: DeedFacts, width: int = 60) -> str:
    """The words of a claim, cut to ``width`` characters."""
    quote = " ".join(facts.claim.quote.split())
    return quote if len(quote) <= width else quote[: width - 1].rstrip() + "…"


def _conflict(mine: Cluster, theirs: Cluster, evidence: Evidence, slack: int) -> bool:
    """Whether any two of the clusters' members cannot be one event."""
    ours, others = _told_apart_by(mine), _told_apart_by(theirs)
    if any(at_odds(one, two, evidence.places, slack) for one in ours for two in others):
        return True
    return _count_others(mine, theirs)


def _count_others(mine: Cluster, theirs: Cluster) -> bool:
    """Whether one text gives, in one voice, numbers in both, of which none is near another: it counts two lots."""
    counted = {_told_by(each): each.counts for each in mine.members[:_COMPARED] if each.counts}
    if not counted:
        return False
    return any(
        each.counts and not are_near(counted.get(_told_by(each), each.counts), each.counts)
        for each in theirs.members[:_COMPARED]
    )


def _told_by(facts: DeedFacts) -> tuple[str, str]:
    voices = facts.claim.voices
    return facts.claim.passage, voices[-1].name if voices else ""


def _told_apart_by(cluster: Cluster) -> Iterable[DeedFacts]:
    """One member for each kind, time and place that the cluster's members give; no more decides on a conflict."""
    if len(cluster.members) == 1:
        return cluster.members
    return {
        (each.family, each.real, each.low, each.high, each.weekday, each.place): each
        for each in cluster.members[:_COMPARED]
    }.values()
