"""A case by the clocks: worked out anew, in memory, from only what had been published or had come in by a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from sayso.records.clocks import Clocks
from sayso.records.document import Edition, Passage
from sayso.records.narrowing import masked, without_passages
from sayso.records.pile import Findings, Pile
from sayso.records.receipt import Receipt
from sayso.records.when import edtf_interval
from sayso.route.finding import find, with_asides, without_asides
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

    A passage counts from the last day on which it can have been published, and never where nothing dates it. Copies,
    actors, events and disputes are worked out from what is left, not filtered.
    """
    with case.still():
        pile = with_asides(case.pile(), lambda wanted: case.asides(wanted.doings, wanted.things))
        receipts = case.receipts() if clocks.received_by else ()
    notes: list[str] = []
    if clocks.received_by is not None:
        day = clocks.received_by
        came = _received(receipts, day)
        notes += _received_notes(pile, came, day)
        kept = frozenset(each.id for own in came & pile.editions.keys() for each in pile.editions[own].passages)
        judged = tuple(each for each in pile.judgements if _day_of(each.at) <= day)
        pile = replace(without_passages(pile, kept), judgements=judged)
    kept = frozenset(pile.passages)
    if clocks.known_by is not None:
        known = frozenset(own for own, each in pile.passages.items() if _is_out(each, clocks.known_by))
        notes += _known_notes(pile, known, clocks.known_by)
        kept = known
        pile = without_passages(pile, kept)

    def edition_of(document: str) -> Edition:
        return masked(case.edition(document), kept)

    def editions() -> Iterator[Edition]:
        yield from (edition_of(each) for each in pile.documents)

    findings = find(pile, editions(), edition_of, settings)
    return Narrowed(without_asides(pile, findings), findings, edition_of, tuple(notes))


def _is_out(passage: Passage, day: date) -> bool:
    last = edtf_interval(passage.published)[1]
    return last is not None and last <= day


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


def _known_notes(pile: Pile, known: frozenset[str], day: date) -> Iterator[str]:
    """What counts as known, and which documents do not, with the reason."""
    whole, parts = 0, 0
    later: list[str] = []
    vague: list[str] = []
    undated: list[str] = []
    for own, edition in pile.editions.items():
        name = pile.documents[own].name
        telling = [each for each in edition.passages if each.role.makes_claims]
        out = sum(each.id in known for each in telling)
        if out:
            whole, parts = whole + (out == len(telling)), parts + (out < len(telling))
        else:
            _silence(telling, day, (later, vague, undated)).append(name)
    after = f"; {_documents(len(later))} came out later" if later else ""
    part = f", and the dated parts of {parts:,} more" if parts else ""
    yield (
        f"Known by {_day_words(day)}: worked out from the {whole:,} of {_documents(len(pile.editions))} published by "
        f"then{part}{after}."
    )
    if vague:
        yield (
            f"Left out, since {'it' if len(vague) == 1 else 'each'} counts from the last day on which it can have been "
            f"published: {_listed(vague)}."
        )
    if undated:
        was = "it was" if len(undated) == 1 else "they were"
        yield f"Left out, since nothing says by when {was} published: {_listed(undated)}."


def _silence(passages: list[Passage], day: date, kinds: tuple[list[str], list[str], list[str]]) -> list[str]:
    """Which of three lists a document goes to of which nothing had been published for certain."""
    later, vague, undated = kinds
    intervals = [edtf_interval(each.published) for each in passages]
    if not any(last for _, last in intervals):
        return undated
    return vague if any(last and (first is None or first <= day) for first, last in intervals) else later


def _documents(number: int) -> str:
    return f"{number:,} {'document' if number == 1 else 'documents'}"


def _listed(names: list[str]) -> str:
    shown = ", ".join(sorted(names)[:_NAMED])
    return f"{shown} and {len(names) - _NAMED:,} more" if len(names) > _NAMED else shown


def _day_words(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
