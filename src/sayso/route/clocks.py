"""A case by the clocks: worked out anew, in memory, from only what had been published or had come in by a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.records.clocks import Clocks
from sayso.records.document import Edition, Passage
from sayso.records.narrowing import masked, without_passages
from sayso.records.pile import Findings, Pile
from sayso.records.receipt import Receipt
from sayso.records.when import edtf_interval
from sayso.route.finding import find, with_asides, without_asides
from sayso.route.published_by import Latest, published_by
from sayso.settings import Settings
from sayso.store import Case

_NAMED = 6
"""How many documents a note names before it counts the rest."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A case as it stood by some clocks; ``edition_of`` blanks what was not known, ``notes`` say what is left out."""

    pile: Pile
    findings: Findings
    edition_of: Callable[[str], Edition]
    notes: tuple[str, ...]


def at_clocks(case: Case, clocks: Clocks, settings: Settings) -> Narrowed:
    """What was known by, and had been received by, the days that ``clocks`` sets; nothing is written to the case.

    A passage counts from the last day on which it can have been published, which is at the latest the day its document
    came in. Copies, actors, events and disputes are worked out from what is left, not filtered.
    """
    with case.still():
        pile = with_asides(case.pile(), lambda wanted: case.asides(wanted.doings, wanted.things))
        receipts, found = case.receipts(), case.findings()
    notes: list[str] = []
    latest = published_by(pile, found, receipts) if clocks.known_by is not None else {}
    if clocks.received_by is not None:
        day = clocks.received_by
        came = _received(receipts, day)
        notes += _received_notes(pile, came, day)
        kept = frozenset(each.id for own in came & pile.editions.keys() for each in pile.editions[own].passages)
        judged = tuple(each for each in pile.judgements if _day_of(each.at) <= day)
        pile = replace(without_passages(pile, kept), judgements=judged)
    kept = frozenset(pile.passages)
    if clocks.known_by is not None:
        known = frozenset(own for own in pile.passages if own in latest and latest[own].day <= clocks.known_by)
        notes += _known_notes(pile, known, latest, clocks.known_by)
        kept = known
        pile = without_passages(pile, kept)

    def edition_of(document: str) -> Edition:
        return masked(case.edition(document), kept)

    def editions() -> Iterator[Edition]:
        yield from (edition_of(each) for each in pile.documents)

    findings = find(pile, editions(), edition_of, settings)
    return Narrowed(without_asides(pile, findings), findings, edition_of, tuple(notes))


def _day_of(at: str) -> date:
    return date.fromisoformat(at[:10])


def _received(receipts: Iterable[Receipt], day: date) -> frozenset[str]:
    return frozenset(each.document for each in receipts if _day_of(each.at) <= day)


def _received_notes(pile: Pile, came: frozenset[str], day: date) -> Iterator[str]:
    total = len(pile.documents)
    here = sum(own in came for own in pile.documents)
    later = f"; {_documents(total - here)} came in later" if total > here else ""
    yield (
        f"Received by {_day_words(day)}: worked out from the {here:,} of {_documents(total)} that had come into the "
        f"case by then{later}."
    )


def _known_notes(pile: Pile, known: frozenset[str], latest: Mapping[str, Latest], day: date) -> Iterator[str]:
    """What counts as known, and which documents do not, with the reason."""
    whole, parts = 0, 0
    later: list[str] = []
    vague: list[str] = []
    undated: list[str] = []
    counted: list[str] = []
    for own, edition in pile.editions.items():
        name = pile.documents[own].name
        telling = [each for each in edition.passages if each.role.makes_claims]
        out = [each for each in telling if each.id in known]
        if out:
            whole, parts = whole + (len(out) == len(telling)), parts + (len(out) < len(telling))
            if (bound := _undated_by(out, latest)) is not None:
                counted.append(f"{name} ({_day_words(bound.day)}: {bound.reason})")
        elif (bound := _undated_by(edition.passages[:1], latest)) is not None:
            undated.append(f"{name} (by {_day_words(bound.day)}: {bound.reason})")
        else:
            intervals = [edtf_interval(each.published) for each in telling]
            (vague if any(first is None or first <= day for first, _ in intervals) else later).append(name)
    after = f"; {_documents(len(later))} came out later" if later else ""
    part = f", and the parts of {parts:,} more that were" if parts else ""
    yield (
        f"Known by {_day_words(day)}: worked out from the {whole:,} of {_documents(len(pile.editions))} published by "
        f"then{part}{after}."
    )
    if counted:
        yield f"Undated, and counted from the last day on which it can have been published: {_listed(counted)}."
    if vague:
        yield (
            f"Left out, since {'it' if len(vague) == 1 else 'each'} counts from the last day on which it can have been "
            f"published: {_listed(vague)}."
        )
    if undated:
        yield f"Left out, undated, and known to have been published only by a later day: {_listed(undated)}."


def _undated_by(passages: Sequence[Passage], latest: Mapping[str, Latest]) -> Latest | None:
    """The last day on which what has no date of its own among some passages can have been published."""
    bounds = [latest[each.id] for each in passages if each.published is None and each.id in latest]
    return max(bounds, key=lambda each: each.day, default=None)


def _documents(number: int) -> str:
    return f"{number:,} {'document' if number == 1 else 'documents'}"


def _listed(names: list[str]) -> str:
    shown = "; ".join(sorted(names)[:_NAMED])
    return f"{shown} and {len(names) - _NAMED:,} more" if len(names) > _NAMED else shown


def _day_words(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
