"""Commands that take documents in: ``read`` and ``demo``."""

# The parameters of a command are its options.
# ruff: noqa: PLR0913, PLR0917

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.giving import write_pages
from sayso.cli.options import DEFAULT_CASE, CaseOption, settings_for
from sayso.cli.printing import STOPPED, print_json, print_table, say, warn
from sayso.errors import InputError
from sayso.present.added import find_added
from sayso.present.changes import Change
from sayso.present.report.writing import ReportOptions
from sayso.present.revisions import versions
from sayso.present.view import View
from sayso.present.words import counted
from sayso.records.document import Document
from sayso.records.plain import to_plain
from sayso.records.receipt import Hints
from sayso.settings import Settings
from sayso.store import Case

_SHOWN_SKIPS = _SHOWN_CHANGES = 20

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
    settle: Annotated[
        bool, typer.Option("--settle", help="Work out the whole, though only a few documents came into a large case.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the closing table as JSON.")] = False,
) -> None:
    """Read documents into a case and work out what they say.

    What is finished is kept at once: a run that was stopped is taken up where it was by running it again. Without a
    PATH, what the case already holds is brought up to date. A few documents that come into a case of a thousand or more
    are worked out beside their nearest, in a second or two; what that leaves open is settled when the whole is worked
    out, with --settle or without a PATH.
    """
    hints = Hints(title=title, outlet=outlet, carrier=carrier, published=published, url=url)
    if not paths and not case.exists():
        raise InputError("Name at least one file or folder to read.")
    asked = _Asked(tuple(paths or ()), hints, sidecar, again, settle=settle or not paths, as_json=as_json)
    _run(case, asked, settings_for(workers, pipeline))


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
        asked = _Asked((str(folder),), sidecar=sidecar if sidecar.exists() else None)
        _run(case, asked, settings_for(workers, None))
    first = write_pages(case, report, ReportOptions(title="Korvania, the sample pile"))
    if look:
        typer.launch(str(first))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What to read and how; ``settle`` works out the whole, however little came in."""

    paths: tuple[str, ...]
    hints: Hints = field(default_factory=Hints)
    sidecar: Path | None = None
    again: bool = False
    settle: bool = True
    as_json: bool = False


def _run(path: Path, asked: _Asked, settings: Settings) -> None:
    # Listings need none of the stages; loading them is what makes a command slow to start.
    from sayso.cli.progress import Watcher  # noqa: PLC0415
    from sayso.route import Wanted, bring_up_to_date, count_found, read_pile  # noqa: PLC0415

    wanted = Wanted(asked.paths, asked.hints, asked.sidecar, asked.again)
    is_new = not path.exists()
    with Case.create(path) as case:
        before = frozenset(case.document_ids())
        try:
            with Watcher(count_found(wanted, settings)) as watcher:
                tally = read_pile(case, wanted, settings, watcher.see)
                added = bring_up_to_date(case, settings, watcher.see, settle=asked.settle)
        except KeyboardInterrupt:
            held = case.counts()["documents"]
            warn(f"Stopped. {held} documents are kept in {path}; run the same command again to go on.")
            raise SystemExit(STOPPED) from None
        counts = case.counts()
        skipped = tally.skipped
        renewed = _renewed(case, before) if before and tally.read else []
    figures = {
        "documents": counts["documents"],
        "passages": counts["passages"],
        "actors": counts["actors"],
        "events": counts["events"],
        "disputes": counts["disputes"],
        "unread sentences": counts["unread"],
        "skipped": len(skipped),
    }
    changes = find_added(View(added.pile, added.findings), added.documents) if added else []
    if asked.as_json:
        run = {"read": tally.read, "again": tally.again, "known": tally.known}
        anew = {"versions": [{"new": new.id, "old": old.id} for new, old in renewed]}
        skips = [{"name": each.name, "why": each.why} for each in skipped]
        print_json({**figures, **run, "skips": skips, "settled": added is None, "added": to_plain(changes), **anew})
    else:
        print_table(("in the case", ""), ((name, f"{number:,}") for name, number in figures.items()))
        for each in skipped[:_SHOWN_SKIPS]:
            say(f"skipped {each.name}: {each.why}")
        if len(skipped) > _SHOWN_SKIPS:
            say(f"… and {len(skipped) - _SHOWN_SKIPS} more; sayso sources --skipped lists them all")
        if tally.known and asked.paths:
            say(f"{counted(tally.known, 'file')} held what the case holds already; each is kept as one receipt more")
        for new, old in renewed:
            say(f"{new.name} came in again with other bytes: {new.id} is another version of {old.id}, and both count")
        if added:
            _tell(path, len(added.documents), len(added.pile.documents) - len(added.documents), changes)
    if is_new and not counts["documents"]:
        # A case that nothing came into would only be met again by mistake.
        path.unlink()
    if skipped and not tally.read and not tally.known and asked.paths:
        raise typer.Exit(InputError.exit_code)


def _renewed(case: Case, before: frozenset[str]) -> list[tuple[Document, Document]]:
    """Documents that came in now from where another had come from before, each with that other."""
    return [
        (new, old)
        for each in versions(case.documents()).values()
        for new in each
        for old in each
        if new.id not in before and old.id in before
    ]


def _tell(path: Path, came: int, beside: int, changes: Sequence[Change]) -> None:
    """What a few new documents add, and how far that is worked out."""
    say()
    say(f"{counted(came, 'document')} worked out beside the {beside:,} nearest:", style="bold")
    for each in changes[:_SHOWN_CHANGES]:
        say(f"  {each.how} {each.what}: {each.words}: {each.detail}  [{each.id}]")
    if len(changes) > _SHOWN_CHANGES:
        say(f"  … and {len(changes) - _SHOWN_CHANGES} more")
    say(f"What this joins or parts of what was there before is settled with: sayso read --settle --case {path}")
