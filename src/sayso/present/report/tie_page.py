"""The page of ties in time: who stood with whom on a day that the reader moves to."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from sayso.present.dates import date_words
from sayso.present.holding import Answer, Holding
from sayso.present.lines import Line, make_line
from sayso.present.plainly import said_once
from sayso.present.report import charts
from sayso.present.report.templating import POLICY
from sayso.present.ties import TieInTime, ties_in_time
from sayso.present.view import View
from sayso.records.claim import TieKind

MOST = 400
"""Ties on the page at most; those that most origins tell stay."""

_LINES = 5
"""Claims shown of one tie; the pages of the actors show all."""

_EPOCH = date(1970, 1, 1)
_CODES = {
    Answer.HELD: ("h", "held"),
    Answer.DISPUTED: ("d", "disputed"),
    Answer.UNTOLD: ("u", "not told"),
    Answer.BEFORE: ("b", "not begun"),
    Answer.OVER: ("o", "over"),
    Answer.DENIED: ("n", "denied"),
}
_TO_PLACES = (TieKind.BASED_IN, TieKind.CONTROLS)


@dataclass(frozen=True, slots=True)
class DatedTie:
    """One tie on the page: its bar, whether it held on the day shown first, and from which days that is otherwise.

    ``turns`` are the days since 1970 with the letter of the answer from then on before each. ``more`` counts the claims
    that tell of it and are not among ``lines``.
    """

    tie: TieInTime
    bar: Markup
    code: str
    answer: str
    turns: str
    lines: tuple[Line, ...]
    against: tuple[Line, ...]
    dated_by: tuple[Line, ...]
    more: int


@cache
def slider() -> str:
    """The one script of a report: it moves the day, and reads nothing but the page."""
    return (files("sayso.present.report") / "templates" / "slider.js").read_text(encoding="utf-8")


@cache
def slider_policy() -> str:
    """The content policy of the page: that script, by its hash, may run, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(slider().encode()).digest()).decode()
    return f"{POLICY}; script-src 'sha256-{digest}'"


def tie_context(view: View) -> dict[str, Any]:
    """What the page shows: ties between actors whom the texts name, their roles, and where they are."""
    told = ties_in_time(view)
    named = _once([each for each in told if _is_shown(view, each)])
    kept = sorted(named, key=lambda each: (-each.origins, each.holding.earliest or date.max))[:MOST]
    shown = [each for each in named if each in kept]
    scale = charts.TimeScale.of(shown) or charts.TimeScale(_EPOCH, date(1971, 1, 1))
    day = view.clocks.as_of or _fullest(shown, scale)
    day = min(max(day, scale.first), scale.last)
    rows = [_dated(view, each, scale, day) for each in shown]
    stops = _stops(shown, scale)
    return {
        "groups": [(name, found) for name, found in _grouped(rows) if found],
        "count": len(named),
        "unnamed": len(told) - len(named),
        "left": len(named) - len(shown),
        "axis": charts.time_axis(scale),
        "first": _number(scale.first),
        "last": _number(scale.last),
        "day": _number(day),
        "stops": [_number(each) for each in stops],
        "place": max(sum(each <= day for each in stops) - 1, 0),
        "day_words": date_words(day.isoformat()),
        "tally": _tally(rows),
        "script": Markup(slider()),
        "policy": slider_policy(),
    }


def _is_shown(view: View, tie: TieInTime) -> bool:
    """Whether both ends are named, and no dossier is made of a person who has none."""
    ends = [view.actors[each] for each in (tie.a_id, tie.b_id) if each is not None]
    if not ends or not all(view.is_named(each) and view.is_public(each) for each in ends):
        return False
    return tie.a_id is not None and (tie.b_id is not None or tie.kind is TieKind.HOLDS_OFFICE or tie.b_is_place)


def _once(ties: Sequence[TieInTime]) -> list[TieInTime]:
    """The ties without those that a dossier leaves out because another says them better."""
    of: dict[str, list[TieInTime]] = defaultdict(list)
    for tie in ties:
        for end in {each for each in (tie.a_id, tie.b_id) if each is not None}:
            of[end].append(tie)
    kept = {actor: {id(each) for each in said_once(own, actor)} for actor, own in of.items()}
    return [tie for tie in ties if all(id(tie) in kept[end] for end in (tie.a_id, tie.b_id) if end is not None)]


def _grouped(rows: Sequence[DatedTie]) -> Iterable[tuple[str, list[DatedTie]]]:
    yield "Between actors", [each for each in rows if _sort(each.tie) == "actors"]
    yield "Offices and roles", [each for each in rows if _sort(each.tie) == "offices"]
    yield "Places", [each for each in rows if _sort(each.tie) == "places"]


def _sort(tie: TieInTime) -> str:
    if tie.kind in _TO_PLACES:
        return "places"
    return "offices" if tie.kind is TieKind.HOLDS_OFFICE else "actors"


def _dated(view: View, tie: TieInTime, scale: charts.TimeScale, day: date) -> DatedTie:
    code, answer = _CODES[tie.holding.on(day)]
    return DatedTie(
        tie=tie,
        bar=charts.tie_bar(tie, scale),
        code=code,
        answer=answer,
        turns=_turns(tie.holding),
        lines=tuple(make_line(view, each) for each in tie.telling[:_LINES]),
        against=tuple(make_line(view, each) for each in tie.denying[:_LINES]),
        dated_by=tuple(make_line(view, each) for each in tie.dated_by[:_LINES]),
        more=max(len(tie.telling) - _LINES, 0) + max(len(tie.denying) - _LINES, 0),
    )


def _turns(holding: Holding) -> str:
    return " ".join(f"{_CODES[answer][0]}{_number(day)}" for day, answer in holding.turns())


def _stops(ties: Sequence[TieInTime], scale: charts.TimeScale) -> list[date]:
    """The days on which any of the answers changes, with the first and the last of the scale."""
    turning = {day for tie in ties for day, _ in tie.holding.turns() if scale.first <= day <= scale.last}
    return sorted(turning | {scale.first, scale.last})


def _number(day: date) -> int:
    return (day - _EPOCH).days


def _fullest(ties: Sequence[TieInTime], scale: charts.TimeScale) -> date:
    """The last of the days on which most ties held, since an empty day tells nothing."""
    changes: Counter[date] = Counter()
    for tie in ties:
        before = False
        for day, answer in tie.holding.turns():
            now = answer in (Answer.HELD, Answer.DISPUTED)
            changes[day] += now - before
            before = now
    held, most, best = 0, 0, scale.last
    for day in sorted(changes):
        held += changes[day]
        if held >= most and scale.first <= day <= scale.last:
            most, best = held, day
    return best


def _tally(rows: Sequence[DatedTie]) -> str:
    counts = Counter(each.answer for each in rows)
    return ", ".join(f"{counts[words]} {words}" for _, words in _CODES.values() if counts[words])
