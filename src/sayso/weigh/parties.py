"""Disputes over who did it: accounts of one event that name different doers whom nothing puts on one side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.records.actor import MentionKind
from sayso.records.claim import Claim, Deed, Polarity, Status, Tie, TieKind
from sayso.records.ids import make_id
from sayso.records.matter import Dispute, DisputeKind, DisputeValue, Matter
from sayso.records.pile import Findings, Pile
from sayso.weigh.sides import side

_DOERS = frozenset(
    {MentionKind.PERSON, MentionKind.ARMED_GROUP, MentionKind.ORGANIZATION, MentionKind.GOVERNMENT, MentionKind.COUNTRY}
)
_ONE_SIDE = frozenset(
    {TieKind.LEADS, TieKind.MEMBER_OF, TieKind.PART_OF, TieKind.BACKS, TieKind.ALLIED_WITH, TieKind.HOLDS_OFFICE}
)


@dataclass(frozen=True, slots=True)
class Parties:
    """Who the doers of a pile are, and which of them its ties put on one side."""

    names: Mapping[str, str]
    _actor_of: Mapping[str, str]
    _beside: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, findings: Findings, pile: Pile) -> Parties:
        """Read sides off the ties that the pile claims and does not deny."""
        actor_of = {mention: actor.id for actor in findings.actors for mention in actor.mentions}
        beside: dict[str, set[str]] = defaultdict(set)
        for claim in pile.claims.values():
            tie = claim.content
            if not isinstance(tie, Tie) or tie.tie not in _ONE_SIDE or claim.polarity is Polarity.NO:
                continue
            a, b = actor_of.get(tie.a.mention or ""), actor_of.get(tie.b.mention or "")
            if a and b:
                beside[a].add(b)
                beside[b].add(a)
        names = {actor.id: actor.name for actor in findings.actors if actor.kind in _DOERS}
        return cls(names, actor_of, {actor: frozenset(others) for actor, others in beside.items()})

    def doers(self, claim: Claim) -> frozenset[str]:
        """Named actors that a deed claim says did it."""
        if not isinstance(claim.content, Deed):
            return frozenset()
        found = {self._actor_of.get(role.mention or "", "") for role in claim.content.roles if role.role == "actor"}
        return frozenset(found & self.names.keys())

    def beside(self, doers: frozenset[str]) -> frozenset[str]:
        """The doers, and all whom a tie puts beside one of them."""
        return doers.union(*(self._beside.get(each, frozenset()) for each in doers))


def over_who(
    matter: Matter, claims: Sequence[Claim], origin_of: Mapping[str, str], parties: Parties
) -> Iterator[Dispute]:
    """At most one dispute: the named doers that different origins give, grouped by side."""
    named = [
        (claim, parties.doers(claim))
        for claim in claims
        if claim.polarity is Polarity.YES and claim.status is Status.ACTUAL and parties.doers(claim)
    ]
    # Beside each side stands everybody whom a tie puts beside one of its doers.
    sides: list[list[tuple[Claim, frozenset[str]]]] = []
    reach: list[set[str]] = []
    for claim, doers in sorted(named, key=lambda each: each[0].id):
        near = parties.beside(doers)
        for beside, known in zip(sides, reach, strict=True):
            if not known.isdisjoint(near):
                beside.append((claim, doers))
                known.update(near)
                break
        else:
            sides.append([(claim, doers)])
            reach.append(set(near))
    if len(sides) < 2 or len({origin_of[claim.id] for claim, _ in named}) < 2:
        return
    values = tuple(sorted((_value(each, origin_of, parties) for each in sides), key=lambda each: each.claims))
    if any(set(one.origins) == set(two.origins) for one in values for two in values if one is not two):
        return  # one teller who names two parties tells of both
    yield Dispute(
        id=make_id("x", matter.id, "who"),
        matter=matter.id,
        slot="who",
        kind=DisputeKind.COMPATIBLE,
        question=f"Who was it? — {matter.label}",
        values=values,
        reasons=(
            "the accounts name different doers, and no tie in the pile puts them on one side; both may have acted",
        ),
    )


def _value(
    told: Sequence[tuple[Claim, frozenset[str]]], origin_of: Mapping[str, str], parties: Parties
) -> DisputeValue:
    names = sorted({parties.names[actor] for _, doers in told for actor in doers})
    return side(" and ".join(names), (claim for claim, _ in told), origin_of)
