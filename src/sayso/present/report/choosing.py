"""Which pages a report has, where it may not have all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.errors import UnknownName
from sayso.present.dossier import is_worth_a_page
from sayso.present.lines import actors_in
from sayso.present.listing import dispute_order
from sayso.present.sources import Ledger, sources_in
from sayso.present.view import View
from sayso.records.matter import Dispute, Matter, MatterKind

KINDS = ("document", "dispute", "event", "actor", "source")
# Of a hundred pages, where there are too many: what is not used by one kind goes to the next. Documents come first,
# for every line wants one to open on.
_SHARES = {"document": 40, "dispute": 15, "event": 25, "actor": 15, "source": 5}


@dataclass(frozen=True, slots=True)
class Choice:
    """Ids of the pages to write, by kind, in order of weight; and how many of each kind were left out."""

    pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    left_out: Mapping[str, int] = field(default_factory=dict)


def choose(view: View, sources: Mapping[str, Ledger], most: int, select: Sequence[str] = ()) -> Choice:
    """Choose at most ``most`` pages: the weightiest of each kind, or those around what ``select`` names.

    ``select`` holds ids of actors, matters, disputes, documents and sources, or names of actors; with it, only their
    pages and those they lead to are written. Raises UnknownName for one the case does not hold.
    """
    candidates = _around(view, sources, select) if select else _all(view, sources)
    chosen: dict[str, tuple[str, ...]] = {}
    room = most
    parts = sum(_SHARES.values())
    for kind in KINDS:
        found = candidates[kind]
        rest = sum(len(candidates[each]) for each in KINDS[KINDS.index(kind) + 1 :])
        share = max(room * _SHARES[kind] // parts, room - rest)
        chosen[kind] = tuple(found[: max(share, 0)])
        room -= len(chosen[kind])
        parts -= _SHARES[kind]
    return Choice(chosen, {kind: len(candidates[kind]) - len(chosen[kind]) for kind in KINDS})


def _all(view: View, sources: Mapping[str, Ledger]) -> dict[str, list[str]]:
    events = [matter for matter in view.findings.matters if matter.kind is MatterKind.EVENT]
    actors = [actor.id for actor in view.findings.actors if is_worth_a_page(view, actor)]
    return {
        "dispute": [each.id for each in sorted(view.findings.disputes, key=dispute_order)],
        "event": [each.id for each in sorted(events, key=lambda each: _event_weight(view, each))],
        "actor": sorted(actors, key=lambda each: (-len(view.parts_played.get(each, ())), each)),
        "source": sorted(sources, key=lambda each: (-sources[each].weight, each)),
        "document": sorted(view.pile.documents, key=lambda each: (-len(view.claims_in.get(each, ())), each)),
    }


def _event_weight(view: View, event: Matter) -> tuple[int, int, int, str]:
    return -len(view.disputes_for(event)), -len(view.origins_of(event)), -len(event.claims), event.id


def _around(view: View, sources: Mapping[str, Ledger], select: Sequence[str]) -> dict[str, list[str]]:
    """What is selected, and one step on: an actor's events, an event's disputes and actors, and all their documents."""
    events: dict[str, Matter] = {}
    actors: dict[str, None] = {}
    disputes: dict[str, Dispute] = {}
    documents: dict[str, None] = {}
    outlets: dict[str, None] = {}
    for wanted in select:
        named = view.actors_named(wanted)
        if wanted in view.pile.documents:
            documents[wanted] = None
            events.update(_events_of(view, (claim.id for claim in view.claims_in.get(wanted, ()))))
        elif wanted in sources:
            outlets[wanted] = None
            documents.update(dict.fromkeys(sorted(sources[wanted].documents)))
        elif wanted in view.disputes:
            disputes[wanted] = view.disputes[wanted]
            if (about := view.matters.get(view.disputes[wanted].matter)) is not None:
                events[about.id] = about
        elif named:
            for actor in named:
                actors[actor.id] = None
                events.update(_events_of(view, (claim.id for claim, _ in view.parts_played.get(actor.id, ()))))
        elif (matter := view.matter_at(wanted)) is not None:
            events[matter.id] = matter
        else:
            raise UnknownName(f"Nothing in this case has the id or name {wanted!r}, so no page can be selected by it.")
    claims = [claim.id for actor in actors for claim, _ in view.parts_played.get(actor, ())]
    for matter in events.values():
        disputes.update((each.id, each) for each in view.disputes_for(matter))
        actors.update(dict.fromkeys(sorted(actors_in(view, matter))))
    claims += [claim for matter in events.values() for claim in (*matter.claims, *_counting(view, matter))]
    claims += [claim for each in disputes.values() for value in each.values for claim in value.claims]
    documents.update(dict.fromkeys(view.pile.claims[each].document for each in claims if each in view.pile.claims))
    for document in documents:
        outlets.update(dict.fromkeys(sources_in(view, document)))
    return {
        "dispute": [each.id for each in sorted(disputes.values(), key=dispute_order)],
        "event": [each.id for each in events.values() if each.kind is MatterKind.EVENT],
        "actor": [each for each in actors if is_worth_a_page(view, view.actors[each])],
        "source": [each for each in outlets if each in sources],
        "document": list(documents),
    }


def _events_of(view: View, claims: Iterable[str]) -> dict[str, Matter]:
    matters = (view.matter_of.get(claim) for claim in claims)
    return {matter.id: matter for matter in matters if matter is not None and matter.kind is MatterKind.EVENT}


def _counting(view: View, matter: Matter) -> list[str]:
    return [claim.id for claim in view.quantities_for(matter)]
