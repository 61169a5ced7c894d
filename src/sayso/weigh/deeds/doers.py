"""Disputes over who did it: accounts of one event that name different doers whom nothing puts on one side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.language.states import states_in
from sayso.records.actor import Actor, MentionKind
from sayso.records.claim import Claim, Deed, Polarity, Status, Tie, TieKind
from sayso.records.ids import make_id
from sayso.records.matter import Dispute, DisputeKind, DisputeValue, Matter
from sayso.records.pile import Findings, Pile
from sayso.weigh.sides import side
from sayso.weigh.surroundings import content_words

_DOERS = frozenset({MentionKind.PERSON, MentionKind.ARMED_GROUP, MentionKind.GOVERNMENT, MentionKind.COUNTRY})
_STATELY = frozenset({MentionKind.GOVERNMENT, MentionKind.COUNTRY})
# Forces that are a state's, whosever name they are called by: "Tariqi's air force".
_FORCES = re.compile(
    r"\b(?:regime|government|junta|air ?force|army|navy|military|police|coastguard|(?:war)?planes|jets)\b",
    re.IGNORECASE,
)
_ANY_STATE = "of some state"
_BEHIND = 10  # characters: "Tariqi regime"
_LARGEST = 60  # claims of one event that name who did it
# What one militia is called now this way, now that. Not "army" nor "rebels": one town can have both, at war.
_SORTS_OF_MILITIA = content_words(
    "militia militias militiamen brigade brigades battalion battalions regiment fighters gunmen group"
)
_ONE_SIDE = frozenset(
    {TieKind.LEADS, TieKind.MEMBER_OF, TieKind.PART_OF, TieKind.BACKS, TieKind.ALLIED_WITH, TieKind.HOLDS_OFFICE}
)


@dataclass(frozen=True, slots=True)
class Parties:
    """Who the doers of a pile are, and which of them its ties put on one side."""

    names: Mapping[str, str]
    _states: Mapping[str, frozenset[str]]
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
        doers = [actor for actor in findings.actors if actor.kind in _DOERS]
        for one, two in _called_alike(doers):
            beside[one].add(two)
            beside[two].add(one)
        names = {actor.id: actor.name for actor in doers}
        states = {
            actor.id: states_in(actor.name) or frozenset({_ANY_STATE})
            for actor in doers
            if actor.kind in _STATELY or _FORCES.search(actor.name)
        }
        return cls(names, states, actor_of, {actor: frozenset(others) for actor, others in beside.items()})

    def doers(self, claim: Claim) -> frozenset[str]:
        """Named actors that a deed claim says did it."""
        if not isinstance(claim.content, Deed):
            return frozenset()
        found = {self._actor_of.get(role.mention or "", "") for role in claim.content.roles if role.role == "actor"}
        return frozenset(found & self.names.keys())

    def beside(self, doers: frozenset[str]) -> frozenset[str]:
        """The doers, and all whom a tie puts beside one of them."""
        return doers.union(*(self._beside.get(each, frozenset()) for each in doers))

    def can_be_one(self, one: Claim, two: Claim) -> bool:
        """Whether the doers of two claims can be one party: by a tie, by a name in the other, as forces of a state."""
        mine, theirs = self.doers(one), self.doers(two)
        if self.beside(mine) & self.beside(theirs):
            return True
        names = [[content_words(self.names[each]) for each in sorted(doers)] for doers in (mine, theirs)]
        if any(name <= other or other <= name for name in names[0] for other in names[1]):
            return True
        states = [self._states_of(claim) for claim in (one, two)]
        return all(states) and (_ANY_STATE in states[0] | states[1] or bool(states[0] & states[1]))

    def _states_of(self, claim: Claim) -> frozenset[str]:
        """The states whose forces a claim says did it; ``_ANY_STATE`` where it does not say of which."""
        found: set[str] = set()
        for role in claim.content.roles if isinstance(claim.content, Deed) else ():
            actor = self._actor_of.get(role.mention or "", "")
            behind = claim.quote[max(role.span.start - claim.span.start, 0) :][: len(role.span) + _BEHIND]
            if role.role == "actor" and (actor in self._states or _FORCES.search(behind)):
                found |= states_in(role.text) or self._states.get(actor) or {_ANY_STATE}
        return frozenset(found)


def _called_alike(doers: Iterable[Actor]) -> Iterator[tuple[str, str]]:
    """Armed groups that nothing but the word for what they are tells apart: "Ebbing brigade", "the Ebbing militia"."""
    alike: dict[frozenset[str], list[str]] = defaultdict(list)
    for actor in doers:
        if actor.kind is MentionKind.ARMED_GROUP:
            alike[content_words(actor.name) - _SORTS_OF_MILITIA].append(actor.id)
    for own, group in alike.items():
        if own:
            yield from combinations(sorted(group), 2)


def over_who(
    matter: Matter, claims: Sequence[Claim], origin_of: Mapping[str, str], parties: Parties
) -> Iterator[Dispute]:
    """At most one dispute: the named doers that different origins give, grouped by side."""
    named = [
        (claim, doers)
        for claim in claims
        if claim.polarity is Polarity.YES and claim.status is Status.ACTUAL and (doers := parties.doers(claim))
    ]
    named = _at_odds(named, origin_of, parties)
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
            "the accounts name different doers, and nothing that was read puts them on one side; both may have acted",
        ),
    )


def _at_odds(
    named: Sequence[tuple[Claim, frozenset[str]]], origin_of: Mapping[str, str], parties: Parties
) -> list[tuple[Claim, frozenset[str]]]:
    """The claims that tell of a deed that another origin lays to somebody else."""
    found: set[int] = set()
    for one, two in combinations(range(len(named)), 2) if len(named) <= _LARGEST else ():
        claim, other = named[one][0], named[two][0]
        if (
            origin_of[claim.id] != origin_of[other.id]
            and _is_one_deed(claim, other)
            and not parties.can_be_one(claim, other)
        ):
            found |= {one, two}
    return [named[index] for index in sorted(found)]


def _is_one_deed(one: Claim, two: Claim) -> bool:
    """Whether two claims tell of one kind of deed, done to the same where both say to whom."""
    if not isinstance(one.content, Deed) or not isinstance(two.content, Deed):
        return False
    if one.content.plover is not two.content.plover:
        return False
    mine, theirs = _undergoing(one.content), _undergoing(two.content)
    if mine and theirs:
        return bool(mine & theirs)
    return one.content.lemma == two.content.lemma


def _undergoing(deed: Deed) -> frozenset[str]:
    return frozenset(word for role in deed.roles if role.role == "recipient" for word in content_words(role.text))


def _value(
    told: Sequence[tuple[Claim, frozenset[str]]], origin_of: Mapping[str, str], parties: Parties
) -> DisputeValue:
    names = sorted({parties.names[actor] for _, doers in told for actor in doers})
    return side(" and ".join(names), (claim for claim, _ in told), origin_of)
