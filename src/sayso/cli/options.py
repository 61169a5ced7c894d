"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.printing import warn
from sayso.records.pile import Findings, Pile
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
LimitOption = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="At most this many.")]

DEFAULT_CASE = Path("sayso.case")


def processes() -> int:
    """How many processes read where nobody says: one a processor, and not so many that memory runs out."""
    return max(1, min(8, os.cpu_count() or 1))


@contextmanager
def loaded(path: Path) -> Iterator[tuple[Case, Pile, Findings]]:
    """A case opened to be read, with all it holds, seen at one moment; says so where it is not finished."""
    with Case.open(path) as case:
        with case.still():
            stale = case.is_stale()
            pile, findings = case.pile(), case.findings()
        if stale:
            warn(f"Documents came in that are not worked out yet; finish with: sayso read --case {path}")
        yield case, pile, findings


def settings_for(workers: int | None, pipeline: str | None) -> Settings:
    """Settings of one run."""
    defaults = Settings()
    return Settings(workers=processes() if workers is None else workers, pipeline=pipeline or defaults.pipeline)
