"""The report: a folder of pages that opens from disk, loads nothing, and runs nothing but the slider of its ties."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from sayso.present.dates import date_words
from sayso.present.report.choosing import Choice, choose
from sayso.present.report.pages import Site
from sayso.present.sources import find_sources
from sayso.present.view import View
from sayso.present.words import counted
from sayso.records.clocks import NO_CLOCKS, NOTHING_UNTOLD, Clocks, Untold
from sayso.records.document import Edition
from sayso.records.pile import Findings, Pile
from sayso.records.receipt import Skipped
from sayso.records.when import edtf_interval, edtf_of

_OURS = re.compile(
    r"judgements\.html|(?:events|actors|disputes|documents)-\d+\.html"
    r"|(?:event|actor|dispute|source|document)/[a-z]-[0-9a-f]+(?:-[a-z]+(?:-\d+)?)?\.html"
)
_BRAND = "Sayso"
_PLURALS = {"dispute": "disputes", "event": "events", "actor": "actors", "source": "sources", "document": "documents"}


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """How a report is written.

    ``title`` heads it. ``max_pages`` bounds the pages for single events, actors, disputes, sources and documents;
    ``select`` (ids, or names of actors) narrows them to what is named and what that leads to. ``full_text`` unset
    leaves out paragraphs that gave no claim, for reports that are published. ``skipped`` is what was not read.
    ``clocks`` are the days the case is looked at by, and ``notes`` what they leave out, which heads every page;
    ``untold`` is what is left though nothing tells whether it was so by then.
    """

    title: str = ""
    max_pages: int = 5_000
    select: tuple[str, ...] = ()
    full_text: bool = True
    skipped: tuple[Skipped, ...] = ()
    clocks: Clocks = NO_CLOCKS
    notes: tuple[str, ...] = ()
    untold: Untold = NOTHING_UNTOLD


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """What was written: the first page, how many pages, and how many of each kind were left out."""

    index: Path
    pages: int
    left_out: tuple[tuple[str, int], ...]


def write_report(
    pile: Pile,
    findings: Findings,
    edition_of: Callable[[str], Edition],
    folder: Path,
    options: ReportOptions | None = None,
) -> ReportSummary:
    """Write the pages of a case into ``folder``, which is made where it is missing; the same case gives the same bytes.

    Raises UnknownName where ``options.select`` names what the case does not hold.
    """
    chosen = options or ReportOptions()
    view = View(pile, findings, chosen.clocks, chosen.notes, chosen.untold)
    sources = find_sources(view)
    choice = choose(view, sources, chosen.max_pages, chosen.select)
    site = Site(view, sources, choice, edition_of, chosen.title or _BRAND, chosen.full_text)
    folder.mkdir(parents=True, exist_ok=True)
    for kind in choice.pages:
        (folder / kind).mkdir(exist_ok=True)
    written = {"index.html"}
    for path, text in site.pages():
        _write(folder / path, text)
        written.add(path)
    _write(folder / "index.html", site.overview(_about(view, site, choice, chosen)))
    _write(
        folder / "style.css", (files("sayso.present.report") / "templates" / "style.css").read_text(encoding="utf-8")
    )
    _clear(folder, written)
    left_out = tuple((_PLURALS[kind], number) for kind, number in choice.left_out.items() if number)
    return ReportSummary(folder / "index.html", len(written), left_out)


def _clear(folder: Path, written: set[str]) -> None:
    """Remove the pages that an earlier report left in the folder, and nothing else."""
    for path in (*folder.glob("*.html"), *folder.glob("*/*.html")):
        name = path.relative_to(folder).as_posix()
        if name not in written and _OURS.fullmatch(name):
            path.unlink()


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", errors="replace", newline="\n")


def _about(view: View, site: Site, choice: Choice, options: ReportOptions) -> dict[str, Any]:
    """What the overview says of the pile as a whole."""
    named = [ledger for ledger in site.sources.values() if ledger.is_outlet]
    publishing = sum(bool(each.documents or each.carries) for each in named)
    quoted = len(named) - publishing
    unread = sum(len(spans) for spans in view.pile.unread.values())
    shared = sum(each.is_quotation for each in view.findings.copies)
    figures = [
        _figure(len(view.pile.documents), "document", page="documents.html"),
        _figure(len(view.pile.passages), "passage"),
        _figure(publishing, "publishing outlet", page="sources.html"),
        *([_figure(quoted, "outlet only quoted", "outlets only quoted", page="sources.html")] if quoted else ()),
        _figure(len(view.pile.claims), "claim"),
        _figure(len(site.events), "event", page="events.html"),
        _figure(len(site.disputes), "dispute", page="disputes.html"),
        _figure(sum(each.shows_copying for each in view.findings.copies), "copied stretch", "copied stretches"),
        *([_figure(shared, "shared quotation")] if shared else ()),
        _figure(unread, "unread sentence"),
    ]
    return {
        "headline": options.title if options.title not in {"", _BRAND} else "What happened, and on whose say-so",
        "standfirst": _standfirst(view, publishing),
        "figures": figures,
        "silences": _silences(view, choice, unread),
        "skipped": options.skipped,
    }


def _figure(number: int, one: str, many: str | None = None, page: str | None = None) -> tuple[str, str, str | None]:
    return counted(number, one, many).split(" ", 1)[1], f"{number:,}", page


def _standfirst(view: View, outlets: int) -> str:
    """What the pile is, in a sentence; ``outlets`` are those that published or carried its documents.

    What a document quotes, such as an item of a digest, may be years older than the document: its date is none of it.
    """
    editions = view.pile.editions.values()
    dated = [each.published for each in editions if each.published]
    days = [day for each in dated for day in edtf_interval(each) if day is not None]
    named = sum(bool(each.outlet or each.carrier) for each in editions)
    told = [f"from {counted(outlets, 'outlet')}"] if outlets else []
    if told and named < len(editions):
        told = [f"{named} of them {told[0]} and {len(editions) - named} naming none"]
    if days:
        when = _spell(edtf_of(min(days), max(days)))
        told.append(f"published {when}" if len(dated) == len(editions) else f"{len(dated)} of them dated ({when})")
    documents = counted(len(view.pile.documents), "document")
    opening = " " if told and told[0].startswith("from") else ", "
    said = f"What {documents}{opening}{', '.join(told)}, say" if told else f"What {documents} say"
    return f"{said} happened, who says so, and where they disagree."


def _spell(edtf: str | None) -> str:
    words = date_words(edtf)
    return (
        words
        if words.startswith(("from ", "by ", "since "))
        else f"on {words}"
        if edtf and len(edtf) == 10
        else f"in {words}"
    )


def _silences(view: View, choice: Choice, unread: int) -> list[str]:
    """What was left unread, undated or unwritten, so that silence is visible."""
    said = []
    if unread:
        verb = "holds names, numbers or deeds and gives" if unread == 1 else "hold names, numbers or deeds and give"
        said.append(f"{counted(unread, 'sentence')} {verb} no claim; document pages can show them.")
    undated = sum(each.published is None for each in view.pile.editions.values())
    if undated:
        verb = "does not say when it was" if undated == 1 else "do not say when they were"
        said.append(f"{counted(undated, 'document')} {verb} published.")
    foreign = sorted({each.language for each in view.pile.passages.values() if each.language and each.language != "en"})
    if foreign:
        said.append(
            f"Passages in languages Sayso does not read ({', '.join(foreign)}) are kept and shown, and gave no claim."
        )
    quiet = sum(not each.role.makes_claims for each in view.pile.passages.values())
    if quiet:
        said.append(f"{counted(quiet, 'passage')} of readers’ comments and boilerplate are shown and claim nothing.")
    left = [counted(number, kind) for kind, number in choice.left_out.items() if number]
    if left:
        said.append(
            f"To keep the report in size, these have no page of their own: {', '.join(left)}. Choose with --select."
        )
    said.append("Sayso gives no score of truth or trust; it counts independent origins and shows copies as copies.")
    return said
