"""``queue``: what a person has still to check."""

# The parameters of a command are its options.
# ruff: noqa: PLR0913, PLR0917

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import Annotated

import typer

from sayso.cli.listing import print_lines
from sayso.cli.options import (
    DEFAULT_CASE,
    AsOfOption,
    CaseOption,
    JsonOption,
    KnownByOption,
    LimitOption,
    ReceivedByOption,
    clocks_of,
    head,
    looked_at,
)
from sayso.cli.printing import print_json, say
from sayso.present.queue import Checked, QueueRow, checking_state, queue_rows
from sayso.records.plain import to_plain


def queue(
    case: CaseOption = DEFAULT_CASE,
    state: Annotated[
        Checked | None,
        typer.Option("--state", metavar="STATE", help="Only those that are unread, checked or second-checked."),
    ] = None,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    received_by: ReceivedByOption = None,
    limit: LimitOption = 20,
    as_json: JsonOption = False,
) -> None:
    """List claims to be checked by a person, gravest first: deaths, accusations against the living, single origins.

    A claim is unread until someone has judged it, checked when one person has, second-checked when two have and agree.
    """
    with looked_at(case, clocks_of(as_of, known_by, received_by)) as looked:
        view = looked.view
        head(view, as_json)
        rows = queue_rows(view, state, limit)
        held = Counter(checking_state(view.marks_on.get(own, ())) for own in view.pile.claims)
    if as_json:
        print_json(to_plain(rows))
        return
    for why, group in groupby(rows, key=_why):
        say(why, style="bold")
        print_lines((row.line for row in group), "  ")
    say(", ".join(f"{held[each]:,} {each.value}" for each in Checked))


def _why(row: QueueRow) -> str:
    """Why a claim stands where it does, and who has checked it."""
    seen = f"; {row.state} by {' and '.join(row.by)}" if row.by else ""
    return f"{', '.join(row.reasons) or 'told by more than one origin'}{seen}"
