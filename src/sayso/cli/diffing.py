"""``diff``: what a new batch, a new version or a judgement changed."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.options import DEFAULT_CASE, CaseOption, JsonOption, loaded
from sayso.cli.printing import print_json, say
from sayso.errors import UnknownName
from sayso.present.changes import Change, find_changes, with_standing
from sayso.present.view import View
from sayso.present.words import counted
from sayso.records.plain import to_plain
from sayso.records.snapshot import Snapshot
from sayso.store import Case

_FEW = 5
"""Documents to which one thing happened are told each by itself up to so many."""


def diff(
    earlier: Annotated[
        Path | None, typer.Argument(metavar="EARLIER", help="An earlier copy of the case; else its last state but one.")
    ] = None,
    case: CaseOption = DEFAULT_CASE,
    as_json: JsonOption = False,
) -> None:
    """Say what a new batch, a new version of Sayso or a judgement changed.

    A case remembers what it came to when it was last worked out, and the time before that.
    """
    with loaded(case) as (held, pile, findings):
        now, before = held.snapshot(), held.snapshot(earlier=True)
        if earlier is not None:
            with Case.open(earlier) as other:
                before = other.snapshot()
        if now is None or (before is None and earlier is not None):
            raise UnknownName("One of the two was never worked out; finish with: sayso read --case FILE")
        # A withdrawal purges what is remembered too, which would tell of the document by its names.
        purged = before is None and bool(held.tombstones())
        before = before or (now if purged else Snapshot(at=""))
        view = View(pile, findings)
        found = with_standing(view, find_changes(before, now, lambda own: _meaning(held, own)))
        changes = [each for each in found if each.what != "actor" or _is_shown(view, each)]
    judged = len(set(now.judgements) - set(before.judgements))
    if as_json:
        print_json(
            {"before": None if purged else before.at, "now": now.at, "judgements": judged, "changes": to_plain(changes)}
        )
        return
    if purged:
        say("What the case came to before went with a document that was withdrawn; nothing is left to compare with.")
        say("With an earlier copy of the case it can be compared: sayso diff COPY.")
        return
    since = f"since {before.at}" if before.at else "since the case was empty"
    say(f"{counted(len(changes), 'change')} {since}; {counted(judged, 'new judgement')}")
    for (what, how), group in groupby(changes, key=lambda each: (each.what, each.how)):
        listed = list(group)
        say()
        say(f"{how} {what} ({len(listed)})", style="bold")
        if what == "document" and len({each.detail for each in listed}) == 1 and len(listed) > _FEW:
            detail = f"{listed[0].detail}: " if listed[0].detail else ""
            say(f"  {detail}{', '.join(each.words for each in listed)}")
            continue
        for each in listed:
            _print(each)


def _is_shown(view: View, change: Change) -> bool:
    """Whether an actor has a name, and is no mere victim or bystander; of one that is gone only the name is left."""
    actor = view.actors.get(change.id)
    return actor is None or (view.is_public(actor) and view.is_named(actor))


def _print(change: Change) -> None:
    say(f"  {change.words}{f': {change.detail}' if change.detail else ''}  [{change.id}]")


def _meaning(held: Case, own: str) -> str | None:
    try:
        return held.meaning(own)
    except UnknownName:
        return None
