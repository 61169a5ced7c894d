"""Names typed by people: which actor they mean, and ``sayso names``, which compares two."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Set
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.options import JsonOption
from sayso.cli.printing import print_json, say
from sayso.errors import InputError, UnknownName
from sayso.language.names import SAME_NAME, compare_names
from sayso.present.view import View
from sayso.records.actor import Actor
from sayso.records.ids import make_id

_CANDIDATES = 10


def find_actor(view: View, words: str, besides: Set[str] = frozenset()) -> Actor:
    """The one actor that someone means: by id, by a spelling the case knows, or by one that sounds the same.

    Of several, it is none of those in ``besides``, who are meant by other words. Raises UnknownName, with the
    candidates where there are several.
    """
    found = view.actors_named(words) or _once_called(view, words) or _sounding_like(view, words)
    if not found:
        raise UnknownName(f"The case knows no actor called {words!r}; sayso actors lists those it knows.")
    if len(found) > 1 and len(rest := [each for each in found if each.id not in besides]) == 1:
        return rest[0]
    if len(found) > 1:
        exact = [each for each in found if any(name.casefold() == words.casefold() for name, _ in each.names)]
        if len(exact) != 1:
            raise UnknownName(f"{words!r} could be {_listed(found)}. Give the id.")
        return exact[0]
    return found[0]


def _once_called(view: View, words: str) -> tuple[Actor, ...]:
    """The actor that holds the chain an id was made of, whatever that was joined to since."""
    if not words.startswith("a-"):
        return ()
    return tuple(actor for actor in view.findings.actors if any(make_id("a", chain) == words for chain in actor.chains))


def _sounding_like(view: View, words: str) -> tuple[Actor, ...]:
    return tuple(
        actor
        for actor in view.findings.actors
        if any(compare_names(words, name).value >= SAME_NAME for name, _ in actor.names)
    )


def _listed(actors: Iterable[Actor]) -> str:
    ordered = sorted(actors, key=lambda each: (-len(each.mentions), each.id))
    shown = "; ".join(f"{each.name} ({each.kind.value.replace('_', ' ')}, {each.id})" for each in ordered[:_CANDIDATES])
    return shown + (f" and {len(ordered) - _CANDIDATES} more" if len(ordered) > _CANDIDATES else "")


def names(
    a: Annotated[str | None, typer.Argument(metavar="A", help="A name.")] = None,
    b: Annotated[str | None, typer.Argument(metavar="B", help="Another.")] = None,
    pairs: Annotated[
        Path | None,
        typer.Option("--pairs", metavar="CSV", help="Many pairs: columns name1 and name2; prints CSV with the scores."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Say whether two names are spellings of one name, and why.

    The score runs from 0 to 1; from the threshold on the two are held to be one name. That two people bear it is
    another matter.
    """
    if pairs is not None:
        _score_pairs(pairs)
        return
    if a is None or b is None:
        raise InputError("Give two names, or a file of them with --pairs.")
    score = compare_names(a, b)
    same = score.value >= SAME_NAME
    if as_json:
        out = {"a": a, "b": b, "score": round(score.value, 4), "same": same, "threshold": SAME_NAME}
        print_json({**out, "reasons": list(score.reasons)})
        return
    say(f"{score.value:.2f}  {'one name' if same else 'two names'} (threshold {SAME_NAME:g})")
    for reason in score.reasons:
        say(f"  {reason}")


def _score_pairs(path: Path) -> None:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            kept = list(reader.fieldnames or ())
            rows = list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path.name} cannot be read as a table: {error}.") from error
    one, other = ("name1", "name2") if "name1" in kept else ("a", "b")
    if one not in kept or other not in kept:
        raise InputError(f"{path.name} needs the columns name1 and name2.")
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow([*kept, "score", "sayso", "reasons"])
    for row in rows:
        score = compare_names(row[one] or "", row[other] or "")
        verdict = "same" if score.value >= SAME_NAME else "different"
        out.writerow([*(row[each] for each in kept), f"{score.value:.4f}", verdict, "; ".join(score.reasons)])
