"""Claims to matters: events from deeds, and one matter for each tie, trait and quantity that claims speak of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sayso.language.forces import unnamed_force
from sayso.records.actor import Actor, MentionKind, Place
from sayso.records.claim import Claim, Tie, TieKind, Trait
from sayso.records.constraints import UNCONSTRAINED, Constraints, Pair
from sayso.records.matter import BestWhen, Copy, Matter, MatterKind, Participant
from sayso.records.pile import Findings, Pile
from sayso.records.repeats import repeated_claims
from sayso.records.when import edtf_of
from sayso.resolve.events.clusters import Cluster, Evidence
from sayso.resolve.events.dating import Written, date_passages, infer_days
from sayso.resolve.events.facts import DeedFacts, gather
from sayso.resolve.events.finding import find_events
from sayso.resolve.events.following import days_counted
from sayso.resolve.events.likeness import is_wide
from sayso.resolve.events.pairs import Alike
from sayso.resolve.events.reprints import as_first_printed, reprinted_claims, with_reprints
from sayso.resolve.events.said import before_said
from sayso.resolve.matters.alike import told_apart
from sayso.resolve.matters.dating import best_when, bounded, dated_by_parts, dated_by_reports, dated_by_wholes
from sayso.resolve.matters.figures import Events, quantity_matters
from sayso.resolve.matters.labels import Namer, matter_id

_MUTUAL = frozenset({TieKind.ALLIED_WITH, TieKind.OPPOSES, TieKind.FIGHTS, TieKind.KIN_OF})


def resolve_matters(
    pile: Pile,
    actors: Sequence[Actor],
    places: Sequence[Place],
    copies: Sequence[Copy],
    rounds: int = 2,
    constraints: Constraints = UNCONSTRAINED,
) -> tuple[Matter, ...]:
    """Every claim of the pile in exactly one matter; matters in order of id.

    Joining and dating alternate for ``rounds`` rounds: an undated passage is dated by the events it shares with dated
    ones, and what that dates may join further events. What people judged one event, or not, overrules both.
    """
    repeats = tuple(repeated_claims(pile.claims, copies))
    copied = frozenset((min(one, two), max(one, two)) for one, two, _ in repeats)
    by_place = {place.id: place for place in places}
    persons = frozenset(actor.id for actor in actors if actor.kind is MentionKind.PERSON)
    apart = frozenset(pair for each in constraints.apart_event for pair in _both_ways(each))
    reprinted = reprinted_claims(pile, repeats)
    evidence = Evidence(by_place, copied, persons, constraints.same_event, apart, reprinted)
    namer = Namer.of(actors, places, pile)
    gathered = with_reprints(before_said(gather(pile, actors, places), pile), reprinted)
    gathered = as_first_printed(gathered, reprinted, pile)
    facts, clusters = _dated_events(gathered, evidence, pile, rounds)
    events = dated_by_wholes(dated_by_parts([_event(cluster, namer) for cluster in clusters]))
    events = dated_by_reports(events, facts, pile)
    events = bounded(events, facts, pile, date_passages((each.members for each in clusters), pile))
    events = told_apart(events)
    others: list[Matter] = []
    others.extend(_grouped(pile, Tie, MatterKind.TIE, lambda claim: _tie_key(claim, namer), namer))
    others.extend(_grouped(pile, Trait, MatterKind.TRAIT, lambda claim: _trait_key(claim, namer), namer))
    others.extend(quantity_matters(pile, Events.of(events, facts), namer))
    return tuple(sorted((*events, *others), key=lambda each: each.id))


def date_undated(pile: Pile, findings: Findings) -> dict[str, Written]:
    """When passages without a date were written, by id, as far as the events of ``findings`` tell."""
    reprinted = reprinted_claims(pile, tuple(repeated_claims(pile.claims, findings.copies)))
    facts = as_first_printed(before_said(gather(pile, findings.actors, findings.places), pile), reprinted, pile)
    events = (each for each in findings.matters if each.kind is MatterKind.EVENT)
    return date_passages(([facts[own] for own in each.claims if own in facts] for each in events), pile)


def _both_ways(pair: Pair) -> tuple[tuple[str, str], tuple[str, str]]:
    return (pair.one, pair.other), (pair.other, pair.one)


def _dated_events(
    facts: dict[str, DeedFacts], evidence: Evidence, pile: Pile, rounds: int
) -> tuple[dict[str, DeedFacts], list[Cluster]]:
    alike = Alike()
    clusters = find_events(facts, evidence, pile, alike)
    for _ in range(rounds - 1):
        written = date_passages((each.members for each in clusters), pile)
        inferred = infer_days(facts, written)
        known = {claim: _inferred(facts[claim], *each) for claim, each in inferred.items()}
        of = {each.claim.id: cluster for cluster in clusters for each in cluster.members}
        inferred |= days_counted(facts | known, of, pile)
        if not inferred:
            break
        facts = facts | {
            claim: _inferred(facts[claim], low, high, reason) for claim, (low, high, reason) in inferred.items()
        }
        clusters = find_events(facts, evidence, pile, alike)
    return facts, clusters


def _inferred(facts: DeedFacts, low: date, high: date, reason: str) -> DeedFacts:
    """With the days it can have been on; of several it is still only known which day of the week it was."""
    return replace(facts, low=low, high=high, weekday=None if low == high else facts.weekday, inferred=reason)


def _event(cluster: Cluster, namer: Namer) -> Matter:
    claims = tuple(sorted(each.claim.id for each in cluster.members))
    when = best_when(cluster.members)
    place = _best_place([each.place for each in cluster.members if each.place is not None], namer.places)
    label, plover = namer.event(cluster.members, place, when)
    whole = cluster.part_of
    return Matter(
        id=matter_id(MatterKind.EVENT, claims),
        kind=MatterKind.EVENT,
        label=label,
        claims=claims,
        plover=plover,
        when=when,
        place=place,
        participants=_participants(cluster.members),
        part_of=matter_id(MatterKind.EVENT, (each.claim.id for each in whole.members)) if whole else None,
        reasons=(*cluster.reasons, *((cluster.part_reason,) if cluster.part_reason else ())),
    )


def _participants(members: Sequence[DeedFacts]) -> tuple[Participant, ...]:
    found = {Participant("actor", actor) for each in members for actor in each.actors}
    found |= {Participant("recipient", actor) for each in members for actor in each.recipients}
    return tuple(sorted(found, key=lambda each: (each.role, each.actor)))


def _best_place(given: Sequence[str], places: Mapping[str, Place]) -> str | None:
    """The place most claims give; of a country and places in it, the commonest of those."""
    first = _commonest(given)
    if first is None or not is_wide(places[first]):
        return first
    within = [each for each in given if not is_wide(places[each]) and places[each].country == places[first].country]
    return _commonest(within) or first


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _tie_key(claim: Claim, namer: Namer) -> tuple[object, ...]:
    tie = claim.content
    assert isinstance(tie, Tie)
    ends = (namer.end(tie.a, claim), namer.end(tie.b, claim))
    if tie.tie is TieKind.LEADS and not namer.is_known(tie.b) and (sort := unnamed_force(tie.b.text)):
        ends = (ends[0], f"forces: {sort}")
    return ("tie", tie.tie.value, *(sorted(ends) if tie.tie in _MUTUAL else ends))


def _trait_key(claim: Claim, namer: Namer) -> tuple[object, ...]:
    trait = claim.content
    assert isinstance(trait, Trait)
    return ("trait", trait.trait, namer.end(trait.actor, claim))


def _grouped(
    pile: Pile,
    content: type[Tie] | type[Trait],
    kind: MatterKind,
    key: Callable[[Claim], tuple[object, ...]],
    namer: Namer,
) -> Iterable[Matter]:
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in pile.claims.values():
        if isinstance(claim.content, content):
            groups[key(claim)].append(claim)
    for claims in groups.values():
        ids = tuple(sorted(claim.id for claim in claims))
        yield Matter(
            id=matter_id(kind, ids),
            kind=kind,
            label=namer.standing(min(claims, key=lambda each: each.id)),
            claims=ids,
            when=_tie_when(claims),
            participants=namer.ends(claims[0]),
            reasons=("they name the same two parties and the same tie",) if kind is MatterKind.TIE and ids[1:] else (),
        )


def _tie_when(claims: Sequence[Claim]) -> BestWhen | None:
    """From the earliest start to the latest end that the claims give; what no claim bounds stays open."""
    lows, highs, giving = [], [], set()
    for claim in claims:
        if not isinstance(claim.content, Tie):
            continue
        for when in (claim.content.start, claim.content.until, claim.content.as_of):
            if when is None or when.edtf is None:
                continue
            low, high = when.interval
            lows.append(low)
            highs.append(high)
            giving.add(claim.id)
    stated_low, stated_high = [low for low in lows if low], [high for high in highs if high]
    edtf = edtf_of(min(stated_low, default=None), max(stated_high, default=None))
    if edtf is None:
        return None
    return BestWhen(edtf, "from the earliest to the latest time the claims give", tuple(sorted(giving)))
