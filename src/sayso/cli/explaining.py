"""``explain``: the evidence behind every part of a claim, actor, matter or dispute."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated

import typer

from sayso.cli.gone import as_then, gone, left_beside, stand_in
from sayso.cli.listing import provenance
from sayso.cli.options import (
    DEFAULT_CASE,
    AsOfOption,
    CaseOption,
    JsonOption,
    KnownByOption,
    ReceivedByOption,
    clocks_of,
    head,
    looked_at,
)
from sayso.cli.printing import print_json, say, warn
from sayso.errors import UnknownName
from sayso.present.explain import Explanation
from sayso.present.explain import explain as take_apart
from sayso.records.plain import to_plain


def explain(
    own: Annotated[str, typer.Argument(metavar="ID", help="The id of a claim, an actor, an event or a dispute.")],
    case: CaseOption = DEFAULT_CASE,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    received_by: ReceivedByOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show the evidence behind each part of a claim, an actor, an event or a dispute.

    An id that was given once always answers, also when what it named has grown since.
    """
    with looked_at(case, clocks_of(as_of, known_by, received_by)) as looked:
        head(looked.view, as_json)
        edition_of = lru_cache(64)(looked.edition_of)
        # The id of a claim means that claim, also where it was rejected; that of an event what is left of the event.
        if not own.startswith("c-") and (left := left_beside(looked, own)) is not None:
            own = left.id
        try:
            found = take_apart(looked.view, own, edition_of)
        except UnknownName:
            try:
                found = take_apart(looked.view, looked.case.meaning(own), edition_of)
            except UnknownName:
                if own.startswith("c-") or (then := as_then(looked, own)) is None:
                    raise gone(looked, own) from None
                own = then
                found = take_apart(looked.view, own, edition_of)
            if (other := stand_in(looked, own)) is not None:
                warn(other)
    if as_json:
        print_json(to_plain(found))
        return
    _print(found)


def _print(found: Explanation) -> None:
    say(f"{found.heading}  [{found.id}]", style="bold")
    say(f"  {found.what.replace('_', ' ')}")
    for part in found.parts:
        say(f"{part.name}: {part.value}")
        for reason in part.evidence:
            say(f"  {reason}")
        if part.line is not None:
            say(f"  {part.line.words}")
            say(f"    {provenance(part.line)}  [{part.line.claim}]", style="dim")
