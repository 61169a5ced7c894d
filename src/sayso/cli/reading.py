"""Commands that take documents in: ``read`` and ``demo``."""

# The parameters of a command are its options.
# ruff: noqa: PLR0913, PLR0917

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.giving import write_pages
from sayso.cli.options import DEFAULT_CASE, CaseOption, settings_for
from sayso.cli.printing import print_json, print_table, say, warn
from sayso.errors import InputError
from sayso.present.report.writing import ReportOptions
from sayso.records.receipt import Hints
from sayso.settings import Settings
from sayso.store import Case

_SHOWN_SKIPS = 20

PipelineOption = Annotated[
    str | None, typer.Option("--pipeline", metavar="NAME", help="An installed spaCy pipeline to read with.")
]
WorkersOption = Annotated[
    int | None,
    typer.Option(
        "--workers", metavar="N", min=0, help="Processes that read, one a CPU by default; 0 reads in this one."
    ),
]


def read(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Files, folders, globs, or - for standard input."),
    ] = None,
    case: CaseOption = DEFAULT_CASE,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who publishes all of these.")] = None,
    carrier: Annotated[str | None, typer.Option(metavar="NAME", help="Who republishes them.")] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="When they were published.")] = None,
    title: Annotated[str | None, typer.Option(metavar="WORDS", help="Their title.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="The address they come from.")] = None,
    sidecar: Annotated[
        Path | None,
        typer.Option(
            metavar="CSV",
            help="What is known of each: file, and any of outlet, carrier, published, title, url.",
        ),
    ] = None,
    workers: WorkersOption = None,
    pipeline: PipelineOption = None,
    again: Annotated[bool, typer.Option("--again", help="Read anew all that the case holds.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the closing table as JSON.")] = False,
) -> None:
    """Read documents into a case and work out what they say.

    What is finished is kept at once: a run that was stopped is taken up where it was by running it again. Without a
    PATH, what the case already holds is brought up to date.
    """
    hints = Hints(title=title, outlet=outlet, carrier=carrier, published=published, url=url)
    if not paths and not case.exists():
        raise InputError("Name at least one file or folder to read.")
    _run(case, tuple(paths or ()), (hints, sidecar, again), settings_for(workers, pipeline), as_json)


def demo(
    case: Annotated[Path, typer.Option("--case", metavar="FILE", help="Where to keep the case.")] = Path(
        "sayso-demo.case"
    ),
    report: Annotated[Path, typer.Option("--report", metavar="FOLDER", help="Where to write the report.")] = Path(
        "sayso-demo"
    ),
    workers: WorkersOption = None,
    look: Annotated[bool, typer.Option("--open", help="Open the report in a browser.")] = False,
) -> None:
    """Read the sample pile that comes with Sayso, about an invented country, and write its report."""
    case.parent.mkdir(parents=True, exist_ok=True)
    with as_file(files("sayso") / "sample") as folder:
        sidecar = folder / "sidecar.csv"
        given = (Hints(), sidecar if sidecar.exists() else None, False)
        _run(case, (str(folder),), given, settings_for(workers, None), False)
    first = write_pages(case, report, ReportOptions(title="Korvania, the sample pile"))
    if look:
        typer.launch(str(first))


def _run(
    path: Path, paths: tuple[str, ...], given: tuple[Hints, Path | None, bool], settings: Settings, as_json: bool
) -> None:
    # Listings need none of the stages; loading them is what makes a command slow to start.
    from sayso.cli.progress import Watcher  # noqa: PLC0415
    from sayso.route import Wanted, count_found, read_pile, work_out  # noqa: PLC0415

    hints, sidecar, again = given
    wanted = Wanted(paths, hints, sidecar, again)
    with Case.create(path) as case:
        try:
            with Watcher(count_found(wanted, settings)) as watcher:
                tally = read_pile(case, wanted, settings, watcher.see)
                work_out(case, settings, watcher.see)
        except KeyboardInterrupt:
            held = case.counts()["documents"]
            warn(f"Stopped. {held} documents are kept in {path}; run the same command again to go on.")
            raise typer.Exit(130) from None
        counts = case.counts()
        skipped = tally.skipped
    figures = {
        "documents": counts["documents"],
        "passages": counts["passages"],
        "actors": counts["actors"],
        "events": counts["events"],
        "disputes": counts["disputes"],
        "unread sentences": counts["unread"],
        "skipped": len(skipped),
    }
    if as_json:
        run = {"read": tally.read, "again": tally.again, "known": tally.known}
        print_json({**figures, **run, "skips": [{"name": each.name, "why": each.why} for each in skipped]})
    else:
        print_table(("in the case", ""), ((name, f"{number:,}") for name, number in figures.items()))
        for each in skipped[:_SHOWN_SKIPS]:
            say(f"skipped {each.name}: {each.why}")
        if len(skipped) > _SHOWN_SKIPS:
            say(f"… and {len(skipped) - _SHOWN_SKIPS} more; sayso sources --skipped lists them all")
    if skipped and not tally.read and not tally.known and paths:
        raise typer.Exit(InputError.exit_code)
