"""Commands that give a case away or check it: ``report``, ``export`` and ``verify``."""

# The parameters of a command are its options.
# ruff: noqa: PLR0913, PLR0917

from __future__ import annotations

import io
import os
import sys
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Annotated

import typer

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
from sayso.cli.printing import print_json, say
from sayso.errors import CaseDamaged, InputError
from sayso.present.exports.writing import export_view
from sayso.present.report.writing import ReportOptions, write_report
from sayso.records.clocks import NO_CLOCKS, Clocks
from sayso.records.judgement import Judgement
from sayso.records.receipt import Receipt
from sayso.store import Case


class Form(StrEnum):
    """Forms of export."""

    JSONL = "jsonl"


def export(
    case: CaseOption = DEFAULT_CASE,
    form: Annotated[Form, typer.Option("--to", help="The form: jsonl, one record a line.")] = Form.JSONL,
    out: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="Where to; - prints it.")] = Path("-"),
    with_receipts: Annotated[bool, typer.Option("--with-receipts", help="Add when and how documents came in.")] = False,
    with_judgements: Annotated[bool, typer.Option("--with-judgements", help="Add what people decided.")] = False,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    received_by: ReceivedByOption = None,
) -> None:
    """Write everything the case holds in the exchange form.

    The same documents give the same bytes, in whatever order and with however many processes they were read.
    """
    with looked_at(case, clocks_of(as_of, known_by, received_by)) as looked:
        head(looked.view, as_json=True)
        more = _asked_for(looked, with_receipts, with_judgements)
        if str(out) == "-":
            stream = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n", write_through=True)
            export_view(looked.view, looked.edition_of, stream, *more)
            stream.detach()
            return
        if not out.parent.is_dir():
            raise InputError(f"There is no folder {str(out.parent)!r} to write to.")
        # Written beside and moved, so that a broken run leaves no half an export under the name.
        half = out.with_name(out.name + ".part")
        try:
            with half.open("w", encoding="utf-8", newline="\n") as stream:
                count = export_view(looked.view, looked.edition_of, stream, *more)
            os.replace(half, out)
        finally:
            half.unlink(missing_ok=True)
    say(f"{count:,} records in {out}")


def _asked_for(
    looked: Looked, with_receipts: bool, with_judgements: bool
) -> tuple[tuple[Receipt, ...], tuple[Judgement, ...]]:
    """Receipts and judgements as far as they are wanted, and the clocks leave them."""
    last = looked.view.clocks.received_by
    receipts = looked.case.receipts() if with_receipts else ()
    judgements = looked.view.pile.judgements if with_judgements else ()
    shown = looked.view.pile.documents
    return (
        tuple(
            each for each in receipts if each.document in shown and (last is None or each.at[:10] <= last.isoformat())
        ),
        judgements,
    )


def report(
    out: Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="The folder to write.")],
    case: CaseOption = DEFAULT_CASE,
    title: Annotated[str, typer.Option(metavar="WORDS", help="What to head the pages with.")] = "Sayso",
    select: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only this actor or id and what it leads to; repeatable.")
    ] = None,
    pages: Annotated[int, typer.Option("--max-pages", metavar="N", min=1, help="At most this many pages.")] = 5_000,
    extracts: Annotated[bool, typer.Option("--extracts", help="Leave out paragraphs that gave no claim.")] = False,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    received_by: ReceivedByOption = None,
) -> None:
    """Write the case as a folder of pages that open from disk, without a network."""
    options = ReportOptions(title=title, max_pages=pages, select=tuple(select or ()), full_text=not extracts)
    write_pages(case, out, options, clocks_of(as_of, known_by, received_by))


def write_pages(path: Path, folder: Path, options: ReportOptions, clocks: Clocks = NO_CLOCKS) -> Path:
    """Write the pages of a case, say what was left out, and return the first page."""
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{str(folder)!r} is a file; a report is a folder.")
    with looked_at(path, clocks) as looked:
        view, edition_of = looked.view, lru_cache(64)(looked.edition_of)
        more = replace(options, skipped=looked.case.skipped(), clocks=clocks, notes=view.notes, untold=view.untold)
        written = write_report(view.pile, view.findings, edition_of, folder, more)
    left_out = ", ".join(f"{number:,} {kind}" for kind, number in written.left_out)
    head(view)
    say(f"The report is at {written.index} ({written.pages:,} pages).")
    if left_out:
        say(f"Left out: {left_out}; choose with --select, or raise --max-pages.")
    return written.index


def verify(case: CaseOption = DEFAULT_CASE, as_json: JsonOption = False) -> None:
    """Check that every byte, text and quotation is what it was when it came in."""
    with Case.open(case) as held:
        found = list(held.verify())
        documents = held.counts()["documents"]
    if as_json:
        print_json({"documents": documents, "damage": found})
    else:
        for line in found:
            say(line)
    if found:
        raise CaseDamaged(f"{case.name} is not as it was kept: {len(found)} things are wrong.")
    if not as_json:
        say(f"{documents:,} documents, all as they came in.")
