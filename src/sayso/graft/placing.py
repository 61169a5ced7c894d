"""What was found on a part of the pile, under the ids and in the groups that the case knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sayso.graft.actors import commonest, place_actors, place_places
from sayso.records.actor import Actor, Place
from sayso.records.matter import Matter, Participant
from sayso.records.pile import Findings, Pile

Record = TypeVar("Record", Actor, Matter, Place)

_QUOTED = 40  # characters of a claim by which a reason is known to speak of it


@dataclass(frozen=True, slots=True)
class Placed:
    """``changed`` are whole records, new or grown; ``here`` are all of the part, cut to the documents in it."""

    changed: Findings
    here: Findings
    meanings: Mapping[str, str]


def place(found: Findings, known: Findings, pile: Pile, fresh: frozenset[str]) -> Placed:
    """Put what the ``fresh`` documents of ``pile`` tell into what the case knows of the others.

    ``found`` is what was found on ``pile``; ``known`` holds the whole records of the case's actors and matters that
    touch it, its places, and the copies between documents of ``pile``.
    """
    actors = place_actors(found.actors, known.actors, pile, fresh)
    places = place_places(found.places, known.places, pile, fresh)
    matters, meanings = _place_matters(found, known, actors.means, pile, fresh)
    copies = tuple(each for each in found.copies if fresh & {each.document, each.of_document})
    changed = Findings(
        copies=copies,
        actors=tuple(actors.changed[own] for own in sorted(actors.changed)),
        places=tuple(places),
        matters=tuple(matters[own] for own in sorted(matters)),
    )
    for actor in changed.actors:
        meanings.update((chain, actor.id) for chain in actor.chains if chain in pile.mentions)
        meanings[actor.id] = actor.id
    here = Findings(
        copies=(*known.copies, *copies),
        actors=tuple(_cut_actor(each, pile) for each in _instead(known.actors, actors.changed)),
        places=tuple(_instead(known.places, {each.id: each for each in places})),
        matters=tuple(_cut_matter(each, pile) for each in _instead(known.matters, matters)),
    )
    return Placed(changed, here, meanings)


def _place_matters(
    found: Findings, known: Findings, actor_means: Mapping[str, str], pile: Pile, fresh: frozenset[str]
) -> tuple[dict[str, Matter], dict[str, str]]:
    """Matters that are new or have grown, by id, and what the ids of their new claims stand for."""
    holder = {claim: matter.id for matter in known.matters for claim in matter.claims if claim in pile.claims}
    by_id = {matter.id: matter for matter in known.matters}
    mentioned = {mention.chain for mention in pile.mentions.values() if mention.document in fresh}
    told_of = {actor_means.get(actor.id) for actor in found.actors if not mentioned.isdisjoint(actor.chains)}
    means: dict[str, str] = {}
    gained: dict[str, list[str]] = {}
    for matter in found.matters:
        own = [claim for claim in matter.claims if pile.claims[claim].document in fresh]
        near = (holder[claim] for claim in matter.claims if claim in holder)
        target = commonest(each for each in near if by_id[each].kind is matter.kind)
        means[matter.id] = target or matter.id
        if own:
            gained[matter.id] = own
    changed: dict[str, Matter] = {}
    meanings: dict[str, str] = {}
    for matter in found.matters:
        own = gained.get(matter.id, [])
        if not own:
            continue
        target = means[matter.id]
        placed = _placed(matter, actor_means, means, by_id)
        before = changed.get(target) or by_id.get(target)
        changed[target] = _grown(before, placed, own, pile, told_of) if before else placed
        for claim in own:
            meanings[claim] = target
            meanings[f"{target.partition('-')[0]}-{claim.partition('-')[2]}"] = target
        meanings[target] = target
    return changed, meanings


def _placed(
    matter: Matter, actors: Mapping[str, str], matters: Mapping[str, str], known: Mapping[str, Matter]
) -> Matter:
    """A matter that names actors and matters by the ids they have in the case, part of none that is a part itself."""
    whole = matters.get(matter.part_of, matter.part_of) if matter.part_of else None
    if whole is not None and whole in known:
        whole = known[whole].part_of or whole
    parties = {Participant(each.role, actors[each.actor]) for each in matter.participants if each.actor in actors}
    return replace(
        matter,
        participants=tuple(sorted(parties, key=lambda each: (each.role, each.actor))),
        part_of=whole if whole != matters[matter.id] else None,
    )


def _grown(before: Matter, found: Matter, own: Sequence[str], pile: Pile, told_of: set[str | None]) -> Matter:
    """A known matter with new claims; its label stays, and its time and place where it has them."""
    parties = {*before.participants, *(each for each in found.participants if each.actor in told_of)}
    quoted = [" ".join(pile.claims[claim].quote.split())[:_QUOTED] for claim in own]
    why = [each for each in found.reasons if any(f"“{quote}" in each for quote in quoted)]
    return replace(
        before,
        claims=tuple(sorted({*before.claims, *own})),
        when=before.when or found.when,
        place=before.place or found.place,
        participants=tuple(sorted(parties, key=lambda each: (each.role, each.actor))),
        reasons=tuple(dict.fromkeys((*before.reasons, *(why or found.reasons[:1])))),
    )


def _instead(known: Sequence[Record], changed: Mapping[str, Record]) -> list[Record]:
    """Known records in order of id, the changed in place of those they change."""
    records = {each.id: each for each in known} | dict(changed)
    return [records[own] for own in sorted(records)]


def _cut_actor(actor: Actor, pile: Pile) -> Actor:
    return replace(
        actor,
        chains=tuple(each for each in actor.chains if each in pile.mentions),
        mentions=tuple(each for each in actor.mentions if each in pile.mentions),
    )


def _cut_matter(matter: Matter, pile: Pile) -> Matter:
    inside = tuple(each for each in matter.claims if each in pile.claims)
    return matter if len(inside) == len(matter.claims) else replace(matter, claims=inside)
