"""Commands that show one thing whole: ``actor``, ``event`` and ``show``."""

# The parameters of a command are its options.
# ruff: noqa: PLR0913, PLR0917

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated

import typer

from sayso.cli.gone import as_then, gone, judged_words, left_beside, stand_in, withdrawn
from sayso.cli.listing import print_heading, print_lines, provenance
from sayso.cli.naming import find_actor
from sayso.cli.options import (
    DEFAULT_CASE,
    AsOfOption,
    CaseOption,
    JsonOption,
    KnownByOption,
    Looked,
    ReceivedByOption,
    clocks_of,
    head,
    looked_at,
)
from sayso.cli.printing import print_json, say, warn
from sayso.errors import UnknownName
from sayso.language.tongues import is_read, tongue_name
from sayso.present.dates import date_words
from sayso.present.dossier import Year, actor_dossier
from sayso.present.events import EventDetail, event_detail
from sayso.present.lines import Line, make_line
from sayso.present.revisions import other_versions, versions
from sayso.present.shared_words import shared_with
from sayso.present.words import counted, counted_origins
from sayso.records.document import Edition
from sayso.records.matter import Matter
from sayso.records.pile import Pile
from sayso.records.plain import to_plain


def actor(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name in any spelling the case knows, or an id.")],
    case: CaseOption = DEFAULT_CASE,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    received_by: ReceivedByOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show one actor: spellings, ties, what it did, what was done to it, and what it says."""
    with looked_at(case, clocks_of(as_of, known_by, received_by)) as looked:
        head(looked.view, as_json)
        dossier = actor_dossier(looked.view, find_actor(looked.view, name).id)
    if as_json:
        print_json(to_plain(dossier))
        return
    say(f"{dossier.name}  [{dossier.id}]", style="bold")
    seen = f"{counted(dossier.mentions, 'mention')} in {counted(dossier.documents, 'document')}"
    say(f"  {dossier.kind.replace('_', ' ')}; {seen}")
    say(f"  spelled {', '.join(f'{spelling} ({count})' for spelling, count in dossier.names)}")
    for other in dossier.confusable:
        say(f"  not to be confused with {other.name}, {other.kind} [{other.id}]: {'; '.join(other.reasons)}")
    for before, tie in zip((None, *dossier.ties), dossier.ties, strict=False):
        if tie.is_later and not tie.with_nobody and not (before and before.is_later):
            say("told of later days alone, with no beginning:")
        if tie.with_nobody and not (before and before.with_nobody):
            say("with parties that the texts do not name:")
        on = f"; {tie.as_of} that day" if tie.as_of else ""
        told = f"{tie.standing}; {counted_origins(tie.origins)}{on}"
        say(f"{tie.phrase} {tie.other}, {tie.when} ({told})", style="bold")
        print_lines(tie.lines, "  ")
        for title, lines in (("against it", tie.against), ("its times are inferred from", tie.dated_by)):
            if lines:
                say(f"  {title}:")
                print_lines(lines, "  ")
    for title, years in (("did", dossier.did), ("done to it", dossier.done_to), ("said", dossier.said)):
        _print_years(title, years)
    _print_section("said of it", dossier.said_of)


def _print_years(title: str, years: Iterable[Year]) -> None:
    for year in years:
        say()
        say(f"{title}, {year.name}", style="bold")
        for entry in year.entries:
            print_heading(entry.row, "  ")
            print_lines(entry.lines, "    ")
        print_lines(year.lines, "  ")


def event(
    own: Annotated[
        str, typer.Argument(metavar="ID", help="The id of an event, of any claim in it, or of a dispute over it.")
    ],
    case: CaseOption = DEFAULT_CASE,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    received_by: ReceivedByOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show one event, or another matter: what each origin says of it, its disputes, and why it is one."""
    with looked_at(case, clocks_of(as_of, known_by, received_by)) as looked:
        head(looked.view, as_json)
        detail = event_detail(looked.view, matter_at(looked, own))
    if as_json:
        print_json(to_plain(detail))
        return
    row = detail.row
    say(f"{row.heading}  [{row.id}]", style="bold")
    told = f"{detail.support.words}, {counted(row.copies, 'copy', 'copies')}"
    say(f"  {row.day}{f'; {row.place}' if row.place else ''}; {row.standing}; {told}")
    if detail.when_reason:
        say(f"  when: {detail.when_reason}")
    for column in detail.columns:
        copies = f", with {counted(len(column.copies), 'copied line')}" if column.copies else ""
        say(f"  told by {column.label}{copies}{f' ({column.uncounted})' if column.uncounted else ''}")
    for reason in detail.support.folded:
        say(f"  {reason}")
    _print_grid(detail)
    for dispute in detail.disputes:
        say()
        say(f"disputed: {dispute.question}  [{dispute.id}]", style="bold")
        say(f"  {dispute.kind.value}: {' | '.join(value.value for value in dispute.values)}")
    _print_section("every claim", detail.lines)
    for reason in detail.reasons:
        say(f"one matter because {reason}")
    if detail.whole is not None:
        say(f"part of {detail.whole.heading}  [{detail.whole.id}]")
    for part in detail.parts:
        say(f"part of it: {part.heading}  [{part.id}]")
    for meant in detail.speaks_of:
        say(f"speaks, it seems, of {meant.heading} ({meant.day})  [{meant.id}]")
    for other in detail.spoken_of_in:
        say(f"spoken of, it seems, in {other.heading} ({other.day})  [{other.id}]")
    for near in detail.near:
        say(f"kept apart from {near.day}: {near.heading}  [{near.id}]")


def _print_grid(detail: EventDetail) -> None:
    for row in detail.grid:
        say()
        say(f"{row.name}{', disputed' if row.disputes else ''}", style="bold")
        silent = [column.label for column, cells in zip(detail.columns, row.cells, strict=True) if not cells]
        for column, cells in zip(detail.columns, row.cells, strict=True):
            for cell in cells:
                say(f"  {column.label}: {cell.words}{f' ({cell.note})' if cell.note else ''}")
                say(f"    {provenance(cell.line)}  [{cell.line.claim}]", style="dim")
        if silent:
            say(f"  {'; '.join(silent)}: {'does' if len(silent) == 1 else 'do'} not say")


def matter_at(looked: Looked, own: str) -> Matter:
    """The matter an id means: its own, that of a claim in it or a dispute over it, or one it had before it grew."""
    view = looked.view
    dispute = view.disputes.get(own)
    found = view.matter_at(own) if dispute is None else view.matters.get(dispute.matter)
    if found is None and (judged := judged_words(looked, own)) is not None:
        found = left_beside(looked, own)
        if found is None:
            raise UnknownName(f"{own} is no event now. {judged}")
    if found is None:
        try:
            found = view.matters.get(looked.case.meaning(own))
        except UnknownName:
            found = None
        if found is not None and (other := stand_in(looked, own)) is not None:
            warn(other)
    if found is None and (then := as_then(looked, own)) is not None:
        found = view.matters[then]
    if found is None:
        raise gone(looked, own)
    return found


def show(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="An id, a file name or an address.")],
    case: CaseOption = DEFAULT_CASE,
    claims: Annotated[bool, typer.Option("--claims/--no-claims", help="Show what was read from each passage.")] = True,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    received_by: ReceivedByOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show one document: its passages with their outlets and dates, the claims in each, and what was not read."""
    with looked_at(case, clocks_of(as_of, known_by, received_by)) as looked:
        head(looked.view, as_json)
        view, pile = looked.view, looked.view.pile
        own = _document_called(looked, document)
        edition, receipts = looked.edition_of(own), looked.case.receipts(own)
        others = other_versions(versions(looked.case.documents()), pile.documents[own])
    lines = [make_line(view, claim) for claim in view.claims_in.get(own, ())]
    if as_json:
        kept = {"document": to_plain(pile.documents[own]), "edition": to_plain(edition), "receipts": to_plain(receipts)}
        print_json({**kept, "claims": to_plain(lines), "unread": to_plain(pile.unread.get(own, ()))})
        return
    _print_header(pile, edition)
    for receipt in receipts:
        say(f"  came in {receipt.at} as {receipt.name} ({receipt.manner})")
    for other in others:
        say(f"  another version came in as {other.name} ({other.size:,} bytes)  [{other.id}]")
    for shared in shared_with(view, own):
        say(f"  shares words with {shared['title']}: {shared['words']}  [{shared['document']}]")
    for passage, span in edition.stretches():
        words = span.of(edition.text).strip()
        if not words:
            continue
        say()
        outlet = passage.outlet or "no outlet named"
        say(f"— {passage.role.value.replace('_', ' ')}; {outlet}; {date_words(passage.published)}", style="dim")
        say(words)
        if claims:
            print_lines((each for each in lines if span.start <= each.start < span.end), "  | ")
    for span in pile.unread.get(own, ()):
        say()
        say(f"unread at {span.start}: {' '.join(span.of(edition.text).split())}", style="dim")


def _print_header(pile: Pile, edition: Edition) -> None:
    kept = pile.documents[edition.document]
    say(f"{edition.title or kept.name}  [{kept.id}]", style="bold")
    outlet = edition.outlet or "no outlet named"
    say(f"  {outlet}{f' ({edition.outlet_reason})' if edition.outlet_reason else ''}")
    if edition.carrier:
        say(f"  carried by {edition.carrier}")
    known = f" ({edition.published_reason})" if edition.published_reason else ""
    dated = f"published {date_words(edition.published)}{known}" if edition.published else f"undated{known}"
    unread = "" if is_read(edition.language) else f" ({tongue_name(edition.language or '')}), which Sayso does not read"
    say(f"  {dated}; language {edition.language or 'unknown'}{unread}")
    say(f"  {kept.url or kept.name}; {kept.size:,} bytes, SHA-256 {kept.sha256}")


def _document_called(looked: Looked, words: str) -> str:
    documents = list(looked.case.documents())
    found = [each for each in documents if words in (each.id, each.name, each.url, each.address)]
    if not found:
        found = [each for each in documents if words.casefold() in each.name.casefold()]
    if not found and (said := withdrawn(looked.case, words)) is not None:
        raise UnknownName(said)
    if not found:
        raise UnknownName(f"The case holds no document called {words!r}; sayso search finds documents by their words.")
    if len(found) > 1:
        some = "; ".join(f"{each.name} ({each.id})" for each in found[:10])
        raise UnknownName(f"{words!r} could be {some}. Give the id.")
    if looked.view.notes and found[0].id not in looked.view.pile.documents:
        raise UnknownName(f"{found[0].name} is in the case, but not by these clocks: {' '.join(looked.view.notes)}")
    return found[0].id


def _print_section(title: str, lines: Sequence[Line]) -> None:
    if lines:
        say()
        say(f"{title} ({len(lines)})", style="bold")
        print_lines(lines, "  ")
