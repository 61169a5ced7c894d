"""One event laid out: origins as columns; who, whom, when, where, the counts and the aftermath as rows."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.present.gathering import gathered
from sayso.present.lines import EventRow, Line, actors_in, event_row, make_line
from sayso.present.support import Support, support_of
from sayso.present.targets import taken_besides
from sayso.present.undone import Pointing
from sayso.present.view import View
from sayso.present.words import counted, counted_origins, shortened
from sayso.records.claim import Claim, Deed, Quantity
from sayso.records.matter import Account, Dispute, Matter, MatterKind
from sayso.records.when import edtf_interval

_COUNTS = ("killed", "wounded", "seized", "arrested", "missing", "displaced", "rescued", "arrived")
_NEAR_DAYS = 4
_NEAR_MOST = 8
_LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """Quoted words in the grid, and the line they come from; ``note`` is what the words were reckoned to.

    ``actor`` is the id of whom they name, where they name anybody.
    """

    words: str
    line: Line
    note: str = ""
    actor: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One origin: its label, the reasons it counts as one, the documents it speaks in and the copies folded into it.

    ``uncounted`` says why it is not one of the origins behind the event, where it is not.
    """

    origin: str
    label: str
    reasons: tuple[str, ...]
    outlets: tuple[str, ...]
    copies: tuple[Line, ...]
    uncounted: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One question put to every origin. ``cells`` are in the order of the columns; an empty one does not say."""

    name: str
    slot: str
    cells: tuple[tuple[Cell, ...], ...]
    disputes: tuple[Dispute, ...]


@dataclass(frozen=True, slots=True)
class EventDetail:
    """All that an event's page says.

    ``speaks_of`` are the events that a plan, an order or a denial seems to mean; ``spoken_of_in`` those that mean this.
    """

    row: EventRow
    plover: str
    summary: str
    support: Support
    columns: tuple[Column, ...]
    grid: tuple[GridRow, ...]
    disputes: tuple[Dispute, ...]
    when_reason: str
    reasons: tuple[str, ...]
    whole: EventRow | None
    parts: tuple[EventRow, ...]
    near: tuple[EventRow, ...]
    speaks_of: tuple[EventRow, ...]
    spoken_of_in: tuple[EventRow, ...]
    lines: tuple[Line, ...]


def event_detail(view: View, matter: Matter, near: Nearby | None = None) -> EventDetail:
    """Lay out one event; ``near`` is made once for many."""
    claims = (*view.claims_of(matter), *view.quantities_for(matter))
    support = support_of(view, matter)
    columns, by_origin = _columns(view, matter, claims, support)
    disputes = view.disputes_for(matter)
    row = event_row(view, matter)
    parts = [each for each in view.parts_of.get(matter.id, ()) if each.kind is not MatterKind.QUANTITY]
    whole = view.matters.get(matter.part_of or "")
    near = near or Nearby.of(view)
    kept_apart = near.of_event(view, matter)
    speaks_of, spoken_of_in = near.pointing.at.get(matter.id, ()), near.pointing.from_.get(matter.id, ())
    return EventDetail(
        row=row,
        plover=matter.plover or "",
        summary=_summary(row, support),
        support=support,
        columns=columns,
        grid=_grid(view, columns, by_origin, disputes, parts),
        disputes=disputes,
        when_reason=matter.when.reason if matter.when else "no claim says when",
        reasons=gathered(matter.reasons),
        whole=event_row(view, whole) if whole else None,
        parts=tuple(event_row(view, each) for each in parts),
        near=tuple(event_row(view, each) for each in kept_apart if each.id not in (*speaks_of, *spoken_of_in)),
        speaks_of=tuple(event_row(view, view.matters[each]) for each in speaks_of),
        spoken_of_in=tuple(event_row(view, view.matters[each]) for each in spoken_of_in),
        lines=tuple(make_line(view, each) for each in claims),
    )


def _summary(row: EventRow, support: Support) -> str:
    told = (counted(support.documents, "document"), counted(support.passages, "passage"))
    said = f"Told in {', '.join(told)}, by {counted_origins(support.origins)}"
    copies = f"; {counted(row.copies, 'copy', 'copies')} folded in" if row.copies else ""
    disputes = f"; {counted(row.disputes, 'dispute')}" if row.disputes else "; nothing in dispute"
    return f"{said}{copies}{disputes}."


def _columns(
    view: View, matter: Matter, claims: Iterable[Claim], support: Support
) -> tuple[tuple[Column, ...], dict[str, list[Claim]]]:
    accounts: dict[str, list[Account]] = defaultdict(list)
    for account in view.accounts_for(matter):
        accounts[account.origin].append(account)
    by_origin: dict[str, list[Claim]] = {origin: [] for origin in accounts}
    copies: dict[str, list[Line]] = defaultdict(list)
    for claim in claims:
        found = view.account_of.get(claim.id)
        origin = found.origin if found else ""
        if not origin:
            continue
        if found and claim.id in found.copies:
            copies[origin].append(make_line(view, claim))
        else:
            by_origin.setdefault(origin, []).append(claim)
    columns = [
        Column(
            origin=origin,
            label=each[0].label,
            reasons=gathered(reason for account in each for reason in account.reasons),
            outlets=tuple(dict.fromkeys(make_line(view, claim).outlet for claim in by_origin[origin])),
            copies=tuple(copies[origin]),
            uncounted=_uncounted(origin, each, matter, support),
        )
        for origin, each in accounts.items()
    ]
    columns.sort(key=lambda each: (-len(by_origin[each.origin]) - len(each.copies), each.label, each.origin))
    return tuple(columns), by_origin


def _uncounted(origin: str, accounts: list[Account], matter: Matter, support: Support) -> str:
    if origin in support.with_:
        return f"no name: counted with {support.with_[origin]}"
    return "" if any(each.matter == matter.id for each in accounts) else "of its numbers only: not counted"


def _grid(
    view: View,
    columns: tuple[Column, ...],
    by_origin: dict[str, list[Claim]],
    disputes: tuple[Dispute, ...],
    parts: list[Matter],
) -> tuple[GridRow, ...]:
    table: dict[str, dict[str, list[Cell]]] = defaultdict(lambda: defaultdict(list))
    besides = taken_besides([claim for told in by_origin.values() for claim in told])
    for column in columns:
        for claim in by_origin[column.origin]:
            line = make_line(view, claim)
            for slot, cell in _cells(view, claim, line):
                if (claim.id, cell.words) not in besides or slot not in ("whom", "where"):
                    table[slot][column.origin].append(cell)
    aftermath = {claim: part for part in parts for claim in part.claims}
    for claim_id in aftermath:
        account = view.account_of.get(claim_id)
        if account is not None and account.origin in by_origin and claim_id in view.pile.claims:
            line = make_line(view, view.pile.claims[claim_id])
            table["aftermath"][account.origin].append(Cell(shortened(line.quote, 120), line))
    slots = [("who", "Who"), ("whom", "To whom"), ("when", "When"), ("where", "Where")]
    measures = [each for each in _COUNTS if each in table] + sorted(
        set(table) - set(_COUNTS) - {slot for slot, _ in slots} - {"aftermath"}
    )
    slots += [(each, each.capitalize()) for each in measures]
    if "aftermath" in table:
        slots.append(("aftermath", "Within it, and after"))
    return tuple(
        GridRow(
            name=name,
            slot=slot,
            cells=tuple(_distinct(table[slot][column.origin]) for column in columns),
            disputes=tuple(each for each in disputes if each.slot == slot),
        )
        for slot, name in slots
    )


def _distinct(cells: list[Cell]) -> tuple[Cell, ...]:
    """The same words, or words for the same actor, in the same standing once: in those that say most."""
    best: dict[tuple[str, str], Cell] = {}
    for each in cells:
        key = each.actor or each.words.casefold(), each.line.standing
        if key not in best or len(each.words) > len(best[key].words):
            best[key] = each
    return tuple(best.values())


def _cells(view: View, claim: Claim, line: Line) -> Iterable[tuple[str, Cell]]:
    content = claim.content
    if isinstance(content, Quantity):
        yield content.measure, Cell(shortened(content.stated, 120), line, content.scope or "")
    if isinstance(content, Deed):
        for role in content.roles:
            actor = view.actor_of(role.mention)
            note = actor.name if actor and actor.name.casefold() not in role.text.casefold() else ""
            cell = Cell(shortened(role.text, 120), line, note, actor.id if actor else "")
            yield "who" if role.role == "actor" else "whom", cell
    if isinstance(content, Deed | Quantity):
        if content.when is not None and isinstance(content, Deed):
            yield "when", Cell(shortened(content.when.text, 80), line, content.when.reason)
        mention = view.pile.mentions.get(content.place or "")
        if mention is not None and isinstance(content, Deed):
            yield "where", Cell(shortened(mention.text, 80), line)


@dataclass(frozen=True, slots=True)
class Nearby:
    """Events in order of time, to find those close to one without comparing all, and which speak of which."""

    days: tuple[date, ...]
    events: tuple[Matter, ...]
    pointing: Pointing

    @classmethod
    def of(cls, view: View) -> Nearby:
        """Sort the dated events of a case."""
        dated = [
            (low, matter.id, matter)
            for matter in view.findings.matters
            if matter.kind is MatterKind.EVENT and (low := _first_day(matter)) is not None
        ]
        dated.sort(key=lambda each: each[:2])
        return cls(tuple(low for low, _, _ in dated), tuple(matter for _, _, matter in dated), Pointing.of(view))

    def of_event(self, view: View, event: Matter) -> list[Matter]:
        """Other events within a few days that share an actor or the place and are no part of this one."""
        day = _first_day(event)
        if day is None:
            return []
        mine = actors_in(view, event)
        at = bisect_left(self.days, day - timedelta(days=_NEAR_DAYS))
        found = []
        for matter, other_day in zip(self.events[at : at + _LOOKED_AT], self.days[at : at + _LOOKED_AT], strict=True):
            if other_day > day + timedelta(days=_NEAR_DAYS):
                break
            related = {matter.id, matter.part_of} & {event.id, event.part_of} - {None}
            shares = bool(mine & actors_in(view, matter)) or (matter.place is not None and matter.place == event.place)
            if shares and not related:
                found.append((abs((other_day - day).days), matter.id, matter))
        return [matter for _, _, matter in sorted(found, key=lambda each: each[:2])[:_NEAR_MOST]]


def _first_day(matter: Matter) -> date | None:
    low, high = edtf_interval(matter.when.edtf if matter.when else None)
    if low is None or high is None or (high - low).days > 62:
        return None
    return low
