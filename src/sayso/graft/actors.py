"""Actors and places of a part of the pile, put to those the case knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.records.actor import MOST_SUSPICIONS, Actor, Place, Suspicion
from sayso.records.pile import Pile


@dataclass(frozen=True, slots=True)
class Known:
    """Which known actor each found one is (its own id where it is new), and those that are new or have grown.

    One that only other documents name, and that the case does not know, is none.
    """

    means: Mapping[str, str]
    changed: Mapping[str, Actor]


def place_actors(found: Sequence[Actor], known: Sequence[Actor], pile: Pile, fresh: frozenset[str]) -> Known:
    """Give the chains of ``fresh`` documents to the known actors that their neighbours' chains belong to.

    Where those belong to several, to the one that most of them do; where there are none, the actor is new.
    """
    holder = {chain: actor.id for actor in known for chain in actor.chains if chain in pile.mentions}
    by_id = {actor.id: actor for actor in known}
    means: dict[str, str] = {}
    changed: dict[str, Actor] = {}
    for actor in found:
        own = [chain for chain in actor.chains if pile.mentions[chain].document in fresh]
        target = commonest(holder[chain] for chain in actor.chains if chain in holder)
        if target is not None:
            means[actor.id] = target
            if own:
                changed[target] = _grown(changed.get(target, by_id[target]), actor, own, pile)
        elif own:
            means[actor.id] = actor.id
            changed[actor.id] = replace(actor, chains=tuple(own), mentions=_of_chains(actor, own, pile))
    return Known(means, _with_suspicions(found, means, changed, by_id))


def commonest(values: Iterable[str]) -> str | None:
    """The value there is most of, of several the first in order; None of nothing."""
    counts = Counter(values)
    return min(counts, key=lambda each: (-counts[each], each)) if counts else None


def _grown(actor: Actor, found: Actor, chains: Sequence[str], pile: Pile) -> Actor:
    mentions = _of_chains(found, chains, pile)
    spellings = {name for name, _ in found.names}
    names = Counter(dict(actor.names))
    names.update(name for each in mentions if (name := pile.mentions[each].name) in spellings)
    return replace(
        actor,
        names=tuple(sorted(names.items(), key=lambda each: (-each[1], each[0]))),
        chains=tuple(sorted((*actor.chains, *chains))),
        mentions=(*actor.mentions, *mentions),
        reasons=actor.reasons or found.reasons,
    )


def _of_chains(actor: Actor, chains: Sequence[str], pile: Pile) -> tuple[str, ...]:
    own = set(chains)
    return tuple(each for each in actor.mentions if pile.mentions[each].chain in own)


def _with_suspicions(
    found: Sequence[Actor], means: Mapping[str, str], changed: Mapping[str, Actor], known: Mapping[str, Actor]
) -> dict[str, Actor]:
    """The changed actors, with the suspicions in which one of two is new; both keep a suspicion or neither."""
    new = {own for own in changed if own not in known}
    out = {own: replace(actor, perhaps=()) if own in new else actor for own, actor in changed.items()}
    for one, other, reasons in _doubts(found, means):
        if not new & {one, other}:
            continue
        pair = [out.get(each) or known[each] for each in (one, other)]
        if max(len(each.perhaps) for each in pair) < MOST_SUSPICIONS:
            for actor, suspected in zip(pair, (other, one), strict=True):
                out[actor.id] = replace(actor, perhaps=(*actor.perhaps, Suspicion(suspected, reasons)))
    return out


def _doubts(found: Sequence[Actor], means: Mapping[str, str]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    seen: set[tuple[str, str]] = set()
    for actor in found:
        for suspicion in actor.perhaps:
            if actor.id not in means or suspicion.id not in means:
                continue
            one, other = sorted((means[actor.id], means[suspicion.id]))
            if one != other and (one, other) not in seen:
                seen.add((one, other))
                yield one, other, suspicion.reasons


def place_places(found: Sequence[Place], known: Sequence[Place], pile: Pile, fresh: frozenset[str]) -> list[Place]:
    """The places that ``fresh`` documents name, new or grown; a place's id says what it is, whoever names it."""
    by_id = {each.id: each for each in known}
    placed = []
    for each in found:
        own = [mention for mention in each.mentions if pile.mentions[mention].document in fresh]
        if own:
            before = by_id.get(each.id)
            mentions = (*before.mentions, *own) if before else own
            placed.append(replace(before or each, mentions=tuple(sorted(mentions))))
    return placed
