"""What a plan, an order, a threat or a denial speaks of, among the events that are told as done.

They are never one event with it: nobody who orders a storming has stormed anything. They point at it where the deed and
its target are the same and the days fit.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.present.view import View
from sayso.present.words import Shape, standing
from sayso.records.actor import MentionKind
from sayso.records.claim import Claim, Deed, Polarity, Stance, Status
from sayso.records.matter import Matter, MatterKind
from sayso.records.when import edtf_interval

_DONE = frozenset({Status.ACTUAL, Status.ATTEMPTED, Status.FAILED})
_WITHIN = timedelta(days=60)
_ABOUT = timedelta(days=1)
_WIDEST = timedelta(days=31)
_MOST = 3
_LOOKED_AT = 40

_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Event:
    first: date
    last: date
    id: str
    doers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pointing:
    """Ids of events: ``at`` what each that is not told as done speaks of, ``from_`` the same the other way round."""

    at: Mapping[str, tuple[str, ...]]
    from_: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, view: View) -> Pointing:
        """Look up every event that is not told as done among those that are, by deed and target."""
        done: dict[_Key, list[_Event]] = defaultdict(list)
        undone: list[Matter] = []
        for matter in view.findings.matters:
            if matter.kind is not MatterKind.EVENT:
                continue
            told = [each for each in view.claims_of(matter) if _is_done(each)]
            if not told:
                undone.append(matter)
                continue
            first, last = edtf_interval(matter.when.edtf if matter.when else None)
            if first is None or last is None or last - first > _WIDEST:
                continue
            event = _Event(first, last, matter.id, frozenset(actor for each in told for actor in _actors(view, each)))
            for key in sorted({key for each in told for key in _keys(view, each)}):
                done[key].append(event)
        for events in done.values():
            events.sort(key=lambda each: (each.first, each.id))
        at = {matter.id: tuple(_spoken_of(view, matter, done))[:_MOST] for matter in undone}
        for matter in view.findings.matters:
            meant = tuple(_ordered_or_denied(view, matter))
            if meant:
                beyond = (each for own in meant for each in at.get(own, ()))
                at[matter.id] = tuple(dict.fromkeys((*at.get(matter.id, ()), *beyond, *meant)))[:_MOST]
        back: dict[str, list[str]] = defaultdict(list)
        for own, meant in sorted(at.items()):
            for other in meant:
                back[other].append(own)
        return cls({own: each for own, each in at.items() if each}, {own: tuple(each) for own, each in back.items()})


def _is_done(claim: Claim) -> bool:
    denied = any(voice.stance is Stance.DENIES for voice in claim.voices)
    return claim.polarity is Polarity.YES and claim.status in _DONE and not denied


def _keys(view: View, claim: Claim) -> Iterator[_Key]:
    """The deed with each of its targets that the case knows; bodies of one name are looked up as one."""
    if isinstance(claim.content, Deed):
        for role in claim.content.roles:
            actor = view.actor_of(role.mention) if role.role == "recipient" else None
            if actor is not None:
                whom = actor.id if actor.kind is MentionKind.PERSON else actor.name.casefold()
                yield claim.content.mode or claim.content.lemma, whom


def _actors(view: View, claim: Claim) -> Iterator[str]:
    if isinstance(claim.content, Deed):
        for role in claim.content.roles:
            actor = view.actor_of(role.mention) if role.role == "actor" else None
            if actor is not None:
                yield actor.id


def _ordered_or_denied(view: View, matter: Matter) -> Iterator[str]:
    """What an order or a denial, as a deed of its own, is about."""
    for claim in view.claims_of(matter) if matter.kind is MatterKind.EVENT else ():
        meant = view.matter_of.get(claim.about or "")
        if meant is not None and meant.id != matter.id and meant.kind is MatterKind.EVENT:
            yield meant.id


def _spoken_of(view: View, matter: Matter, done: Mapping[_Key, list[_Event]]) -> Iterator[str]:
    found: dict[str, timedelta] = {}
    for claim in view.claims_of(matter):
        window = _window(view, claim)
        if window is None:
            continue
        doers = frozenset() if _is_refused(claim) else frozenset(_actors(view, claim))
        for key in _keys(view, claim):
            events = done.get(key, [])
            start = bisect_left(events, window[0] - _WIDEST, key=lambda each: each.first)
            for event in events[start : start + _LOOKED_AT]:
                if event.first > window[1]:
                    break
                if event.last >= window[0] and not (doers and event.doers and doers.isdisjoint(event.doers)):
                    found.setdefault(event.id, abs(event.first - window[0]))
    yield from sorted(found, key=lambda own: (found[own], own))


def _is_refused(claim: Claim) -> bool:
    return claim.polarity is Polarity.NO or any(voice.stance is Stance.DENIES for voice in claim.voices)


def _window(view: View, claim: Claim) -> tuple[date, date] | None:
    """The days on which what the claim speaks of can have been done: its own, else those around its being said."""
    content = claim.content
    low, high = edtf_interval(content.when.edtf if isinstance(content, Deed) and content.when else None)
    if low is not None and high is not None:
        return low - _ABOUT, high + _ABOUT
    passage = view.passage(claim)
    first, said = edtf_interval(passage.published if passage else None)
    if first is None or said is None:
        return None
    return (first - _WITHIN, said) if _is_refused(claim) else (first, said + _WITHIN)


def only_spoken_of(by_matter: Mapping[str, Sequence[Claim]]) -> list[str]:
    """What was not said to have happened, and is told only as what another here promises, orders, refuses or denies.

    ``by_matter`` holds claims by the id of their matter. "Refusal of cooperation with the government" says all that
    "Said not to be so: Cooperation" would say beside it.
    """
    contents = {claim.about for claims in by_matter.values() for claim in claims if claim.about}
    return [
        own
        for own, claims in by_matter.items()
        if all(each.id in contents and standing(each).shape in (Shape.UNDONE, Shape.DENIED) for each in claims)
    ]
