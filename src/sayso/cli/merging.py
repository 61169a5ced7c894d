"""``merge``: two people's work on one pile, brought together."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.judging import print_judgement
from sayso.cli.options import JsonOption, loaded, settings_for
from sayso.cli.printing import STOPPED, print_json, print_table, say, warn
from sayso.errors import InputError
from sayso.present.judged import judgement_rows
from sayso.records.judgement import State
from sayso.records.plain import to_plain
from sayso.store import Case, merge_cases

_APART = (State.CONTRARY.value, State.OVERRULED.value)


def merge(
    first: Annotated[Path, typer.Argument(metavar="CASE", help="A case.")],
    second: Annotated[Path, typer.Argument(metavar="CASE", help="Another, of someone else.")],
    out: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The new case to write.")],
    workers: Annotated[
        int | None, typer.Option("--workers", metavar="N", min=0, help="Processes that read, where something must be.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Bring together two people's work on one pile: documents, receipts and judgements of both, in a new case.

    Neither case is changed. Where the two judged differently, both judgements are kept and listed, and constrain
    nothing. What either withdrew stays withdrawn.
    """
    if not out.parent.is_dir():
        raise InputError(f"There is no folder {str(out.parent)!r} to put the case in; make it first.")
    held = [_held(first), _held(second)]
    merge_cases(first, second, out)
    _work_out(out, workers)
    held.append(_held(out))
    with loaded(out) as (_, pile, findings):
        apart = [row for row in judgement_rows(pile, findings) if row.state in _APART]
    if as_json:
        keys = ("first", "second", "merged")
        print_json({**dict(zip(keys, held, strict=True)), "contrary": to_plain(apart)})
        return
    print_table(("", first.name, second.name, out.name), ((kind, *(each[kind] for each in held)) for kind in held[0]))
    if apart:
        say()
        say("Judged differently:", style="bold")
    for row in apart:
        print_judgement(row)


def _held(path: Path) -> dict[str, int]:
    with Case.open(path) as case:
        judgements, tombstones = len(case.judgements()), len(case.tombstones())
        return {"documents": case.counts()["documents"], "judgements": judgements, "withdrawn": tombstones}


def _work_out(path: Path, workers: int | None) -> None:
    from sayso.cli.progress import Watcher  # noqa: PLC0415
    from sayso.route import Wanted, read_pile, work_out  # noqa: PLC0415

    settings = settings_for(workers, None)
    try:
        with Case.open(path, write=True) as case, Watcher(None, quiet=True) as watcher:
            read_pile(case, Wanted(), settings, watcher.see)
            work_out(case, settings, watcher.see)
    except KeyboardInterrupt:
        warn(f"Stopped. {path} holds what both hold; finish it with: sayso read --case {path}")
        raise SystemExit(STOPPED) from None
