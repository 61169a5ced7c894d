"""The command line: arguments in, one call, text out.

Exit codes: 0 done, 1 Sayso failed, 2 something given cannot be used, 3 the case knows no such name, 4 the case file is
in trouble, 5 a part is not installed, 130 stopped from the keyboard.
"""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from typing import Annotated

import typer

from sayso import __version__
from sayso.cli import (
    citing,
    diffing,
    dossiers,
    explaining,
    giving,
    judging,
    listing,
    merging,
    naming,
    queueing,
    reading,
)
from sayso.cli.examples import SUMMARIES, epilog
from sayso.cli.printing import STOPPED, say, warn
from sayso.errors import SaysoError

app = typer.Typer(
    name="sayso",
    help="Reads a pile of news and tells you what happened, and on whose say-so.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

_CUT_SHORT = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG})


def _version(asked: bool) -> None:
    if asked:
        say(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def _sayso(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    pass


for command in (
    *(reading.read, reading.demo),
    *(listing.timeline, listing.actors, dossiers.actor, listing.events, dossiers.event, listing.disputes),
    *(listing.sources, listing.search, dossiers.show, explaining.explain),
    *(judging.judge, judging.judgements, judging.undo, queueing.queue),
    *(merging.merge, diffing.diff),
    *(citing.cite, citing.pack),
    *(giving.report, giving.export, giving.verify, naming.names),
):
    app.command(short_help=SUMMARIES[command.__name__], epilog=epilog(command.__name__))(command)


def _pointed(said: str) -> str:
    """A complaint about a command that is none, with where to find what was meant."""
    asked = re.match(r"No such command '([\w-]+)'", said)
    return f"{said} Try: sayso judge {asked[1]} ..." if asked and asked[1] in judging.JUDGED else said


def main(arguments: list[str] | None = None) -> None:
    """Run one command and leave with its exit code; expected trouble is one sentence, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        code = app(args=arguments, standalone_mode=False)
        if code == STOPPED:
            warn("Stopped.")
        sys.stdout.flush()
    except SaysoError as error:
        warn(f"sayso: {error}")
        code = error.exit_code
    except typer.TyperException as error:
        said = _pointed(error.format_message()).replace("Value error, ", "")
        warn(said if said.startswith("Usage:") else f"sayso: {said}")
        code = error.exit_code
    except (typer.Abort, KeyboardInterrupt):
        warn("Stopped.")
        code = STOPPED
    except BrokenPipeError:
        # Whoever read the output has had enough; what is left to write goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        # A disk that fills leaves half of what was being written; what cannot be opened is not begun.
        half = "; what was being written is not complete" if error.errno in _CUT_SHORT else ""
        warn(f"sayso: {where}{error.strerror or error}{half}.")
        code = SaysoError.exit_code
    raise SystemExit(code if isinstance(code, int) else 0)
