"""Rows for tables and ``--json``: timeline, events, actors, disputes, sources and search, each narrowed by filters.

Every function takes a ``View`` and gives frozen records in a fixed order; ``records.plain.to_plain`` makes them JSON.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sayso.present.disputes import Point, points_of
from sayso.present.lines import (
    EventRow,
    Filters,
    Line,
    actors_in,
    actors_wanted,
    chosen_matters,
    event_row,
    fitting_matters,
    is_in_time,
    is_undated,
    make_line,
)
from sayso.present.questions import DISPUTE_WORDS, as_of_words, asked, question_words
from sayso.present.sources import SourceRow, find_sources
from sayso.present.support import origins_behind
from sayso.present.view import View, fold
from sayso.present.words import heading
from sayso.records.actor import Actor
from sayso.records.matter import BestWhen, Dispute, DisputeKind, Matter, MatterKind

EVERYTHING = Filters()


@dataclass(frozen=True, slots=True)
class ActorRow:
    """One actor as listed. ``origins`` counts the independent origins that speak of it."""

    id: str
    name: str
    kind: str
    spellings: tuple[str, ...]
    mentions: int
    documents: int
    events: int
    sayings: int
    origins: int
    perhaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """One dispute as listed, with its sides: the value and the lines that give it.

    ``as_of`` says so where nothing tells whether it is of the day that the case is looked at as of. ``ledger`` has for
    each side its figures, with how each is rounded and hedged, what it counts, who says it and when.
    """

    id: str
    question: str
    title: str
    about: str
    slot: str
    kind: str
    matter: str
    heading: str
    values: tuple[str, ...]
    sides: tuple[tuple[Line, ...], ...]
    origins: int
    reasons: tuple[str, ...]
    as_of: str
    ledger: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class SearchRow:
    """Something whose words hold all the words looked for: a claim, an actor, an event or a dispute."""

    id: str
    what: str
    words: str
    line: Line | None


def timeline_rows(view: View, filters: Filters = EVERYTHING) -> list[EventRow]:
    """Events in order of time, undated last."""
    return [event_row(view, matter) for matter in chosen_matters(view, filters)]


def event_rows(view: View, filters: Filters = EVERYTHING) -> list[EventRow]:
    """Events, those in dispute and those with most origins first."""
    rows = [event_row(view, matter) for matter in chosen_matters(view, filters)]
    return sorted(rows, key=lambda each: (-each.origins, -each.disputes, -each.documents, each.edtf or "~", each.id))


def actor_rows(view: View, filters: Filters = EVERYTHING, everyone: bool = False) -> list[ActorRow]:
    """Actors, those that most origins speak of first.

    Persons who appear only as victims, bystanders or commenters are left out unless ``everyone`` is set; so are chains
    without a name ("gunmen").
    """
    wanted = actors_wanted(view, filters)
    seen = None
    if filters.from_ or filters.to or filters.place:
        narrowed = Filters(filters.from_, filters.to, None, filters.place)
        seen = {actor for matter in chosen_matters(view, narrowed) for actor in actors_in(view, matter)}
    rows = [
        actor_row(view, actor)
        for actor in view.findings.actors
        if (everyone or (view.is_public(actor) and view.is_named(actor)))
        and (wanted is None or actor.id in wanted)
        and (seen is None or actor.id in seen)
    ]
    return sorted(rows, key=lambda each: (-each.origins, -each.mentions, each.name, each.id))


def actor_row(view: View, actor: Actor) -> ActorRow:
    """The row for one actor."""
    parts = view.parts_played.get(actor.id, ())
    mentions = view.mentions_of.get(actor.id, ())
    matters = [view.matter_of.get(claim.id) for claim, _ in parts]
    return ActorRow(
        id=actor.id,
        name=actor.name,
        kind=actor.kind.value,
        spellings=tuple(name for name, _ in actor.names),
        mentions=len(mentions),
        documents=len({each.document for each in mentions}),
        events=len({each.id for each in matters if each and each.kind is MatterKind.EVENT}),
        sayings=len(view.spoken_by.get(actor.id, ())),
        origins=len(origins_behind(view, (claim for claim, _ in parts))),
        perhaps=tuple(view.actors[each.id].name for each in actor.perhaps if each.id in view.actors),
    )


_GRAVEST = (
    DisputeKind.CONTRADICTION,
    DisputeKind.UPDATE,
    DisputeKind.OTHER_SCOPE,
    DisputeKind.PERHAPS,
    DisputeKind.COMPATIBLE,
)


def dispute_order(dispute: Dispute) -> tuple[int, int, str]:
    """Sorts contradictions first, then by the number of origins that stand against one another."""
    origins = {origin for value in dispute.values for origin in value.origins}
    return _GRAVEST.index(dispute.kind), -len(origins), dispute.id


def dispute_rows(view: View, filters: Filters = EVERYTHING) -> list[DisputeRow]:
    """Disputes, contradictions first; last those of which nothing tells whether they are of the day looked at."""
    over = _over(view, filters)
    chosen = [each for each in view.findings.disputes if each.id in over and is_in_time(over[each.id], filters)]
    chosen.sort(key=lambda each: (each.id in view.untold.disputes, dispute_order(each)))
    return [dispute_row(view, each) for each in chosen]


def undated_left_out(view: View, filters: Filters, disputes: bool = False) -> int:
    """How many events, or disputes, filters leave out for no other reason than that nothing says when they were."""
    if filters.from_ is None and filters.to is None:
        return 0
    untimed = replace(filters, from_=None, to=None)
    matters = _over(view, filters).values() if disputes else chosen_matters(view, untimed)
    return sum(is_undated(each) for each in matters)


def _over(view: View, filters: Filters) -> dict[str, Matter]:
    """By dispute, what it is over, with the days that it asks about; of those that actor and place leave."""
    kept = {each.id: each for each in _all_fitting(view, replace(filters, from_=None, to=None))}
    return {
        each.id: replace(kept[each.matter], when=BestWhen(each.when, "")) if each.when else kept[each.matter]
        for each in view.findings.disputes
        if each.matter in kept
    }


def _all_fitting(view: View, filters: Filters) -> Iterable[Matter]:
    for kind in sorted({matter.kind for matter in view.findings.matters}):
        yield from fitting_matters(view, filters, kind)


def dispute_row(view: View, dispute: Dispute) -> DisputeRow:
    """The row for one dispute."""
    told = view.pile.claims
    matter = view.matters.get(dispute.matter)
    title, about = question_words(view, dispute)
    return DisputeRow(
        id=dispute.id,
        question=asked(view, dispute),
        title=title,
        about=about,
        slot=dispute.slot,
        kind=DISPUTE_WORDS[dispute.kind],
        matter=dispute.matter,
        heading=heading(view, matter) if matter else "",
        values=tuple(each.value for each in dispute.values),
        sides=tuple(
            tuple(make_line(view, view.pile.claims[claim]) for claim in each.claims if claim in view.pile.claims)
            for each in dispute.values
        ),
        origins=len(
            origins_behind(view, (told[claim] for each in dispute.values for claim in each.claims if claim in told))
        ),
        reasons=dispute.reasons,
        as_of=as_of_words(view, dispute),
        ledger=tuple(points_of(view, each) for each in dispute.values),
    )


def source_rows(view: View) -> list[SourceRow]:
    """Sources, those with most claims first: what each says in its own voice, what it relays, and from whom."""
    rows = [ledger.row() for ledger in find_sources(view).values()]
    return sorted(rows, key=lambda each: (-each.claims, -each.through, each.name))


def search_rows(view: View, words: str, filters: Filters = EVERYTHING) -> list[SearchRow]:
    """Actors, matters, disputes and claims that hold every one of the words, in any case and accent."""
    wanted = fold(words).split()
    if not wanted:
        return []

    def fits(*texts: str) -> bool:
        whole = fold(" ".join(texts))
        return all(word in whole for word in wanted)

    found = [
        SearchRow(actor.id, "actor", actor.name, None)
        for actor in view.findings.actors
        if view.is_public(actor) and view.is_named(actor) and fits(actor.name, *(name for name, _ in actor.names))
    ]
    matters = sorted(_all_fitting(view, filters), key=lambda each: (each.kind, each.id))
    kept = {matter.id for matter in matters}
    found += [SearchRow(each.id, each.kind.value, heading(view, each), None) for each in matters if fits(each.label)]
    found += [
        SearchRow(each.id, "dispute", each.question, None) for each in view.findings.disputes if fits(each.question)
    ]
    for claim in view.pile.claims.values():
        matter = view.matter_of.get(claim.id)
        if fits(claim.quote) and (not filters or (matter is not None and matter.id in kept)):
            line = make_line(view, claim)
            found.append(SearchRow(claim.id, claim.kind, line.words, line))
    return found
