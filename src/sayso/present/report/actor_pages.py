"""The pages of one actor: one that holds all, or, where there is much to say, the chief of it, and further ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.present.dossier import Dossier, Entry, TieBar, Year
from sayso.present.report import charts

_MOST = 100
"""Lines of one part of a dossier that stand on the actor's own page, and on each page of a longer part."""

_PIECE = 20
_FIRST = 8
_TIES = 40
_TIE_LINES = 3
_ALL = 1_000_000

Drawn = tuple[TieBar, str]


@dataclass(frozen=True, slots=True)
class Part:
    """What an actor did, underwent or said. Of a long one only what is ``first``, and ``contents``: years with counts
    and the page each begins on; ``years`` are empty then.
    """

    slot: str
    title: str
    unit: str
    count: int
    years: tuple[Year, ...]
    contents: tuple[tuple[str, int, str], ...] = ()
    first: tuple[Entry, ...] = ()


def actor_pages(dossier: Dossier) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each page as what its name adds to the actor's id, its template and what that is given; the actor's own first."""
    scale = charts.TimeScale.of(dossier.ties)
    axis = charts.time_axis(scale) if scale else ""
    drawn = [(tie, charts.tie_bar(tie, scale) if scale else "") for tie in dossier.ties]
    named = [each for each in drawn if not each[0].with_nobody]
    loose = [each for each in drawn if each[0].with_nobody] if named else []
    long_ties = sum(len(tie.lines) + 1 for tie, _ in drawn) > _MOST
    parts, rest = [], []
    for slot, title, years in (
        ("did", "Did", dossier.did),
        ("undergone", "Done to", dossier.done_to),
        ("said", "Said", dossier.said),
    ):
        pages = _paged(years)
        if len(pages) > 1:
            rest.append((slot, title, pages))
        if years:
            parts.append(_part(dossier.id, slot, title, years, pages))
    yield (
        "",
        "actor.html",
        {
            "it": dossier,
            "ties": _chief(named or drawn) if long_ties else named or drawn,
            "loose": () if long_ties else loose,
            "more_ties": f"{dossier.id}-ties.html" if long_ties else "",
            "most_lines": _TIE_LINES if long_ties else _ALL,
            "axis": axis,
            "parts": parts,
        },
    )
    if long_ties:
        pages_of_ties = [{"ties": each, "axis": axis} for each in _tie_pages(drawn)]
        yield from _numbered(dossier, "ties", "Roles and ties", pages_of_ties)
    for slot, title, pages in rest:
        yield from _numbered(dossier, slot, title, [{"years": each} for each in pages])


def _numbered(
    dossier: Dossier, slot: str, title: str, pages: Sequence[dict[str, Any]]
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for number, each in enumerate(pages, start=1):
        known = {"it": dossier, "title": title, "stem": f"{dossier.id}-{slot}", "page": number, "pages": len(pages)}
        yield _name(slot, number), "actor_part.html", {"ties": (), "years": (), "axis": "", **known, **each}


def _name(slot: str, number: int) -> str:
    return f"-{slot}" if number == 1 else f"-{slot}-{number}"


def _chief(ties: Sequence[Drawn]) -> list[Drawn]:
    """Those that most origins tell, in the order in which they stand."""
    kept = {id(each[0]) for each in sorted(ties, key=lambda each: -each[0].origins)[:_TIES]}
    return [each for each in ties if id(each[0]) in kept]


def _part(own: str, slot: str, title: str, years: tuple[Year, ...], pages: Sequence[tuple[Year, ...]]) -> Part:
    unit = "line" if slot == "said" else "event"
    sizes = {year.name: len(year.entries) or len(year.lines) for year in years}
    count = sum(sizes.values())
    if len(pages) < 2:
        return Part(slot, title, unit, count, years)
    begins: dict[str, int] = {}
    for number, page in enumerate(pages, start=1):
        for year in page:
            begins.setdefault(year.name, number)
    contents = tuple((name, size, f"{own}{_name(slot, begins[name])}.html") for name, size in sizes.items())
    entries = sorted((each for year in years for each in year.entries), key=lambda each: -each.row.origins)
    return Part(slot, title, unit, count, (), contents, tuple(entries[:_FIRST]))


def _paged(years: Sequence[Year]) -> list[tuple[Year, ...]]:
    """Years by the page, a long one over several."""
    pages: list[list[Year]] = [[]]
    room = _MOST
    for piece in (each for year in years for each in _pieces(year)):
        size = max(1, sum(len(each.lines) or 1 for each in piece.entries) + len(piece.lines))
        if size > room and pages[-1]:
            pages.append([])
            room = _MOST
        room -= size
        if pages[-1] and pages[-1][-1].name == piece.name:
            last = pages[-1][-1]
            pages[-1][-1] = replace(last, entries=last.entries + piece.entries, lines=last.lines + piece.lines)
        else:
            pages[-1].append(piece)
    return [tuple(page) for page in pages if page]


def _pieces(year: Year) -> Iterator[Year]:
    for at in range(0, max(len(year.entries), len(year.lines), 1), _PIECE):
        yield replace(year, entries=year.entries[at : at + _PIECE], lines=year.lines[at : at + _PIECE])


def _tie_pages(ties: Sequence[Drawn]) -> list[list[Drawn]]:
    pages: list[list[Drawn]] = [[]]
    room = _MOST
    for each in ties:
        size = len(each[0].lines) + len(each[0].against) + len(each[0].dated_by) + 1
        if size > room and pages[-1]:
            pages.append([])
            room = _MOST
        room -= size
        pages[-1].append(each)
    return pages
