"""Commands that give a case away or check it: ``report``, ``export`` and ``verify``."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.options import DEFAULT_CASE, CaseOption, JsonOption, loaded
from sayso.cli.printing import print_json, say
from sayso.errors import CaseDamaged, InputError
from sayso.settings import Settings
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
) -> None:
    """Write everything the case holds in the exchange form.

    The same documents give the same bytes, in whatever order and with however many processes they were read.
    """
    from sayso.present.export import export_jsonl  # noqa: PLC0415

    with loaded(case) as (held, pile, findings):
        receipts = held.receipts() if with_receipts else ()
        judgements = held.judgements() if with_judgements else ()
        if str(out) == "-":
            export_jsonl(pile, findings, held.edition, sys.stdout, receipts, judgements)
            return
        if not out.parent.is_dir():
            raise InputError(f"There is no folder {str(out.parent)!r} to write to.")
        # Written beside and moved, so that a broken run leaves no half an export under the name.
        half = out.with_name(out.name + ".part")
        with half.open("w", encoding="utf-8", newline="\n") as stream:
            count = export_jsonl(pile, findings, held.edition, stream, receipts, judgements)
        os.replace(half, out)
    say(f"{count:,} records in {out}")


def report(
    out: Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="The folder to write.")],
    case: CaseOption = DEFAULT_CASE,
) -> None:
    """Write the case as a folder of pages that open from disk, without a network."""
    say(f"The report is at {write_report_of(case, out, Settings())}")


def write_report_of(path: Path, folder: Path, settings: Settings) -> Path:
    """Write the pages of a case and return the first one."""
    from sayso.present.report import write_report  # noqa: PLC0415

    with loaded(path) as (held, pile, findings):
        return write_report(pile, findings, lru_cache(64)(held.edition), folder)


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
