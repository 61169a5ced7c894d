"""Commands that list: ``timeline``, ``events``, ``actors``, ``disputes``, ``sources`` and ``search``."""

# The parameters of a command are its options.
# ruff: noqa: PLR0913, PLR0917

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from sayso.cli.naming import find_actor
from sayso.cli.options import (
    DEFAULT_CASE,
    ActorOption,
    AsOfOption,
    CaseOption,
    FromOption,
    JsonOption,
    KnownByOption,
    LimitOption,
    Looked,
    PlaceOption,
    ReceivedByOption,
    UntilOption,
    clocks_of,
    day_of,
    head,
    looked_at,
)
from sayso.cli.printing import print_json, print_table, say
from sayso.present.dates import date_words
from sayso.present.disputes import Point
from sayso.present.lines import EventRow, Filters, Line
from sayso.present.listing import actor_rows, dispute_rows, event_rows, source_rows, timeline_rows, undated_left_out
from sayso.present.sources import SourceRow
from sayso.present.view import View
from sayso.present.words import counted, counted_origins
from sayso.records.clocks import Clocks
from sayso.records.plain import to_plain
from sayso.store import Case, Hit

MANY = 100_000
GLANCE = 40


def timeline(
    case: CaseOption = DEFAULT_CASE,
    from_: FromOption = None,
    to: UntilOption = None,
    actor: ActorOption = None,
    place: PlaceOption = None,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    received_by: ReceivedByOption = None,
    limit: LimitOption = MANY,
    as_json: JsonOption = False,
) -> None:
    """List what is said to have happened, in order of time.

    Every event comes with the voices that tell it, when they said so, and how firmly.
    """
    with _viewed(case, clocks_of(as_of, known_by, received_by), as_json) as view:
        filters = _filters(view, from_, to, actor, place)
        rows, undated = timeline_rows(view, filters)[:limit], undated_left_out(view, filters)
    _print_events(rows, undated, as_json)


def events(
    case: CaseOption = DEFAULT_CASE,
    from_: FromOption = None,
    to: UntilOption = None,
    actor: ActorOption = None,
    place: PlaceOption = None,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    received_by: ReceivedByOption = None,
    limit: LimitOption = MANY,
    as_json: JsonOption = False,
) -> None:
    """List events, those that most independent origins tell first."""
    with _viewed(case, clocks_of(as_of, known_by, received_by), as_json) as view:
        filters = _filters(view, from_, to, actor, place)
        rows, undated = event_rows(view, filters)[:limit], undated_left_out(view, filters)
    _print_events(rows, undated, as_json)


def actors(
    case: CaseOption = DEFAULT_CASE,
    from_: FromOption = None,
    to: UntilOption = None,
    place: PlaceOption = None,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    received_by: ReceivedByOption = None,
    everyone: Annotated[
        bool, typer.Option("--everyone", help="Also victims, bystanders and those without a name.")
    ] = False,
    limit: LimitOption = MANY,
    as_json: JsonOption = False,
) -> None:
    """List actors, those that most independent origins speak of first.

    Persons who appear only as victims, bystanders or commenters are left out unless asked for.
    """
    with _viewed(case, clocks_of(as_of, known_by, received_by), as_json) as view:
        rows = actor_rows(view, _filters(view, from_, to, None, place), everyone)[:limit]
    if as_json:
        print_json(to_plain(rows))
        return
    print_table(
        ("name", "id", "kind", "mentions", "documents", "events", "origins at most", "also spelled"),
        (
            (
                *(row.name, row.id, row.kind.replace("_", " "), row.mentions, row.documents, row.events, row.origins),
                ", ".join(name for name in row.spellings if name != row.name)[:120],
            )
            for row in rows
        ),
    )


def disputes(
    case: CaseOption = DEFAULT_CASE,
    from_: FromOption = None,
    to: UntilOption = None,
    actor: ActorOption = None,
    place: PlaceOption = None,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    received_by: ReceivedByOption = None,
    limit: LimitOption = MANY,
    as_json: JsonOption = False,
) -> None:
    """List where accounts cannot all hold, or look as if they could not, with every side."""
    with _viewed(case, clocks_of(as_of, known_by, received_by), as_json) as view:
        filters = _filters(view, from_, to, actor, place)
        rows, undated = dispute_rows(view, filters)[:limit], undated_left_out(view, filters, disputes=True)
    if as_json:
        print_json(to_plain(rows))
        return
    for row in rows:
        say(f"{row.question}  [{row.id}]", style="bold")
        say(f"  {row.kind}{f' ({row.as_of})' if row.as_of else ''}, over: {row.heading}  [{row.matter}]")
        for value, side, points in zip(row.values, row.sides, row.ledger, strict=True):
            say(f"  {value}")
            for told in dict.fromkeys(_figure(each) for each in points):
                say(f"    {told}", style="dim")
            print_lines(side, "    ")
        for reason in row.reasons:
            say(f"  because {reason}")
        say()
    say(_with_undated(counted(len(rows), "dispute"), undated))


def _figure(point: Point) -> str:
    """How a number is rounded and hedged, and what it counts."""
    low = f" from {point.low:,.12g}" if point.low is not None else ""
    high = f" to {point.high:,.12g}" if point.high is not None else " upwards"
    hedged = "" if point.hedge == "no hedge" else f", “{point.hedge}”:{low}{high}"
    return f"counts {point.counted}{hedged}"


def sources(
    case: CaseOption = DEFAULT_CASE,
    skipped: Annotated[bool, typer.Option("--skipped", help="List what was not read instead, and why.")] = False,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    received_by: ReceivedByOption = None,
    as_json: JsonOption = False,
) -> None:
    """List outlets: what each tells in its own voice, by voices it cites, and relayed from whom.

    A document that names no outlet is listed by its title. "Told by others" counts what is known of an outlet only
    from those who quote it. Below the table stands who relays whom, and who prints whose words, and in how many claims.
    """
    if skipped:
        with Case.open(case) as held:
            left = held.skipped()
        if as_json:
            print_json(to_plain(left))
        else:
            print_table(("name", "why"), ((each.name, each.why) for each in left))
        return
    with _viewed(case, clocks_of(as_of, known_by, received_by), as_json) as view:
        rows = source_rows(view)
    if as_json:
        print_json(to_plain(rows))
        return
    print_table(
        ("outlet", "documents", "claims", "own", "cited", "relayed", "copies", "unnamed", "told by others"),
        (
            (
                *(row.name, row.documents, row.claims, row.own, row.cited, row.relayed, row.copies, row.unnamed),
                row.through,
            )
            for row in rows
        ),
    )
    for row in rows:
        _print_relays(row)


def _print_relays(row: SourceRow) -> None:
    """From whom a source has what, and who has it from there."""
    ways = (
        ("relays", row.relays_from),
        ("prints the words of", row.copies_from),
        ("is relayed by", row.relayed_by),
        ("its words are printed by", row.copied_by),
        ("is carried by", row.carried_by),
    )
    if any(others for _, others in ways):
        say()
        say(row.name, style="bold")
    for way, others in ways:
        if others:
            say(f"  {way} {', '.join(f'{name} ({count})' if count else name for name, count in others)}")


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help='Words; "two words" in quotes, harb* for a beginning.')
    ],
    case: CaseOption = DEFAULT_CASE,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    received_by: ReceivedByOption = None,
    limit: LimitOption = 20,
    as_json: JsonOption = False,
) -> None:
    """Find passages that hold all the words, best first."""
    # A word that the shell delivers with a space in it was quoted, and is meant as one phrase.
    query = " ".join(f'"{word}"' if " " in word else word for word in words)
    with looked_at(case, clocks_of(as_of, known_by, received_by)) as looked:
        head(looked.view, as_json)
        # The index holds every passage of the case; what the clocks blank cannot be hit.
        hits = looked.case.search(query, MANY if looked.view.notes else limit)
        found = [_search_row(looked, hit) for hit in hits if _is_shown(looked, hit)][:limit]
    if as_json:
        print_json(found)
        return
    for row in found:
        say(row["excerpt"])
        told = f"{row['outlet'] or 'no outlet named'}, {date_words(row['published'])}, {row['role']}"
        say(f"  {told}  [{row['document']} at {row['start']}]", style="dim")
    say(counted(len(found), "passage"))


def _is_shown(looked: Looked, hit: Hit) -> bool:
    if hit.document not in looked.view.pile.documents:
        return False
    return bool(hit.span.of(looked.edition_of(hit.document).text).strip())


def _search_row(looked: Looked, hit: Hit) -> dict[str, Any]:
    edition = looked.edition_of(hit.document)
    passage = edition.passage_at(hit.span.start)
    return {
        "document": hit.document,
        "passage": hit.passage,
        "start": hit.span.start,
        "end": hit.span.end,
        "title": edition.title,
        "role": passage.role.value.replace("_", " "),
        "outlet": passage.outlet,
        "published": passage.published,
        "excerpt": hit.excerpt,
    }


def print_lines(lines: Iterable[Line], indent: str) -> None:
    """Claims, each with its voices, the date it was said, its standing and its id."""
    for line in lines:
        say(f"{indent}{line.words}")
        say(f"{indent}  {provenance(line)}  [{line.claim}]", style="dim")
        for words in line.judged:
            say(f"{indent}  {words}", style="bold")


def provenance(line: Line) -> str:
    """The voice chain outermost first, the date it was said and its standing; no claim is shown without."""
    return f"{' › '.join(line.voices) or line.outlet}, {line.said}; {line.standing}"


def print_heading(row: EventRow, indent: str = "") -> None:
    """When it was and what it was; what its time is inferred from stands below where that takes more than a glance."""
    inferred = " (inferred)" if len(row.why) > GLANCE else f" (inferred: {row.why})" if row.why else ""
    say(f"{indent}{row.day}{inferred}: {row.heading}  [{row.id}]", style="bold")
    if len(row.why) > GLANCE:
        say(f"{indent}  inferred: {row.why}", style="dim")


def _print_events(rows: list[EventRow], undated: int, as_json: bool) -> None:
    if as_json:
        print_json(to_plain(rows))
        return
    for row in rows:
        print_heading(row)
        told = [counted_origins(row.origins), counted(row.documents, "document")]
        told += [counted(row.copies, "copy", "copies")] if row.copies else []
        told += [counted(row.disputes, "dispute")] if row.disputes else []
        where = f"{row.place}; " if row.place else ""
        say(f"  {where}{row.standing}; {', '.join(told)}")
        if row.line is not None:
            print_lines((row.line,), "  ")
    say(_with_undated(counted(len(rows), "event"), undated))


def _with_undated(count: str, undated: int) -> str:
    """A count, with how many were left out since nothing dates them."""
    return f"{count}; {undated:,} without a date left out" if undated else count


@contextmanager
def _viewed(path: Path, clocks: Clocks, as_json: bool) -> Iterator[View]:
    with looked_at(path, clocks) as looked:
        head(looked.view, as_json)
        yield looked.view


def _filters(view: View, from_: str | None, to: str | None, actor: str | None, place: str | None) -> Filters:
    return Filters(
        from_=day_of(from_, 0, "--from"),
        to=day_of(to, 1, "--to"),
        actor=find_actor(view, actor).id if actor else None,
        place=place,
    )
