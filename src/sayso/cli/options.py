"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.printing import say, warn
from sayso.errors import InputError
from sayso.present.as_of import as_of
from sayso.present.view import View
from sayso.present.words import counted
from sayso.records.clocks import Clocks
from sayso.records.document import Edition
from sayso.records.pile import Findings, Pile
from sayso.records.when import edtf_interval
from sayso.settings import Settings
from sayso.store import Case

CaseOption = Annotated[
    Path,
    typer.Option(
        "--case",
        metavar="FILE",
        envvar="SAYSO_CASE",
        help="The case file.",
        show_envvar=True,
        dir_okay=True,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of text, for other programs.")]
FromOption = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="Not before this day, month or year: 2031-05, 2031.")
]
UntilOption = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Not after this day, month or year.")]
ActorOption = Annotated[
    str | None, typer.Option("--actor", metavar="NAME", help="Only what this actor is part of; any spelling will do.")
]
PlaceOption = Annotated[str | None, typer.Option("--place", metavar="NAME", help="Only what is said to be there.")]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Only ties, roles and events that held or had happened by then."),
]
KnownByOption = Annotated[
    str | None, typer.Option("--known-by", metavar="DATE", help="Work out from only what had been published by then.")
]
ReceivedByOption = Annotated[
    str | None, typer.Option("--received-by", metavar="DATE", help="Work out from only what had come in by then.")
]
LimitOption = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="At most this many.")]

DEFAULT_CASE = Path("sayso.case")


def processes() -> int:
    """How many processes read where nobody says: one a processor, and not so many that memory runs out."""
    return max(1, min(8, os.cpu_count() or 1))


@contextmanager
def loaded(path: Path, tell: bool = True) -> Iterator[tuple[Case, Pile, Findings]]:
    """A case opened to be read, with all it holds, seen at one moment; ``tell`` says where it is not finished."""
    with Case.open(path) as case:
        with case.still():
            stale = case.is_stale()
            pile, findings, unsettled = case.pile(), case.findings(), case.unsettled()
        if stale and tell:
            warn(f"What came in or was judged last is not worked out yet; finish with: sayso read --case {path}")
        elif unsettled and tell:
            came = f"{counted(len(unsettled), 'document')} came in since the whole was worked out"
            warn(
                f"{came}, and so far stand only beside their nearest; settle it with: sayso read --settle --case {path}"
            )
        yield case, pile, findings


@dataclass(frozen=True, slots=True)
class Looked:
    """A case as some clocks show it; ``edition_of`` blanks in its texts what they leave out."""

    case: Case
    view: View
    edition_of: Callable[[str], Edition]


@contextmanager
def looked_at(path: Path, clocks: Clocks) -> Iterator[Looked]:
    """A case opened to be read, as the clocks show it; what they leave out is in the notes of the view."""
    if clocks.known_by is None and clocks.received_by is None:
        with loaded(path) as (case, pile, findings):
            yield Looked(case, _as_of(View(pile, findings, clocks)), case.edition)
        return
    # Only a case worked out anew needs the stages, and loading them is slow.
    from sayso.route import at_clocks  # noqa: PLC0415

    with Case.open(path) as case:
        seen = at_clocks(case, clocks, Settings())
        yield Looked(case, _as_of(View(seen.pile, seen.findings, clocks, seen.notes)), seen.edition_of)


def _as_of(view: View) -> View:
    return view if view.clocks.as_of is None else as_of(view, view.clocks.as_of)


def clocks_of(as_of_: str | None, known_by: str | None, received_by: str | None) -> Clocks:
    """Clocks from what was typed; a month or a year counts to its last day. Raises InputError."""
    return Clocks(
        as_of=day_of(as_of_, 1, "--as-of"),
        known_by=day_of(known_by, 1, "--known-by"),
        received_by=day_of(received_by, 1, "--received-by"),
    )


def day_of(words: str | None, end: int, option: str) -> date | None:
    """The first (``end`` 0) or last (1) day of a day, month or year as typed. Raises InputError."""
    if words is None:
        return None
    day = edtf_interval(words)[end]
    if day is None:
        raise InputError(f"{option} takes a day, a month or a year (2031-05-18, 2031-05, 2031), not {words!r}.")
    return day


def head(view: View, as_json: bool = False) -> None:
    """Say which clocks are set and what they leave out, before a listing; beside it where programs read the listing."""
    for note in view.notes:
        if as_json:
            warn(note)
        else:
            say(note, style="italic")
    if view.notes and not as_json:
        say()


def settings_for(workers: int | None, pipeline: str | None) -> Settings:
    """Settings of one run."""
    defaults = Settings()
    return Settings(workers=processes() if workers is None else workers, pipeline=pipeline or defaults.pipeline)
