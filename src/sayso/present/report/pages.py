"""Pages as text: each from the records laid out for it, through a template that escapes all it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby
from typing import Any

from jinja2 import Environment

from sayso.present.disputes import DisputeDetail, dispute_detail
from sayso.present.dossier import actor_dossier
from sayso.present.events import Nearby, event_detail
from sayso.present.lines import EventRow, chosen_matters
from sayso.present.lines import event_row as make_event_row
from sayso.present.listing import EVERYTHING, ActorRow, DisputeRow, actor_rows, dispute_row, dispute_rows
from sayso.present.questions import DISPUTE_WORDS
from sayso.present.report import charts
from sayso.present.report.actor_pages import actor_pages
from sayso.present.report.choosing import Choice
from sayso.present.report.document import DocumentRow, document_context, document_row
from sayso.present.report.judgement_page import judgement_context
from sayso.present.report.source_pages import source_context, sources_context
from sayso.present.report.templating import templates
from sayso.present.report.tie_page import tie_context
from sayso.present.sources import Ledger
from sayso.present.undone import only_spoken_of
from sayso.present.view import View
from sayso.present.words import KIND_WORDS, counted, counted_origins, shortened
from sayso.records.document import Edition

_SECTIONS = (
    ("index", "Overview"),
    ("events", "Timeline"),
    ("actors", "Actors"),
    ("ties", "Ties"),
    ("disputes", "Disputes"),
    ("sources", "Sources"),
    ("documents", "Documents"),
)
_JUDGEMENTS = ("judgements", "Judgements")
_PER_PAGE = 400
_A_TYPE = {
    "contradiction": "a contradiction",
    "update": "an update",
    "different things counted": "a count of different things",
    "perhaps at odds": "perhaps a contradiction",
    "compatible": "compatible",
}


@dataclass(frozen=True)
class Site:
    """A report being written: the case, the pages chosen, and how they are addressed."""

    view: View
    sources: Mapping[str, Ledger]
    choice: Choice
    edition_of: Callable[[str], Edition]
    title: str
    full_text: bool

    @cached_property
    def _chosen(self) -> dict[str, frozenset[str]]:
        return {kind: frozenset(ids) for kind, ids in self.choice.pages.items()}

    @cached_property
    def environment(self) -> Environment:
        """Templates with autoescape on for whatever name they have."""
        return templates(
            sections=(*_SECTIONS, _JUDGEMENTS) if self.view.pile.judgements else _SECTIONS,
            site_title=self.title,
            notes=self.view.notes,
            href=self.href,
            counted=counted,
            counted_origins=counted_origins,
            short=shortened,
            share=_share,
            kinds=KIND_WORDS,
            dispute_words=DISPUTE_WORDS,
            fingerprint=self._fingerprint,
        )

    @cached_property
    def events(self) -> list[EventRow]:
        """All events in order of time."""
        return [make_event_row(self.view, matter) for matter in chosen_matters(self.view, EVERYTHING)]

    @cached_property
    def actors(self) -> list[ActorRow]:
        """All actors that may be listed, weightiest first."""
        return actor_rows(self.view)

    @cached_property
    def disputes(self) -> list[DisputeRow]:
        """All disputes, contradictions first."""
        return dispute_rows(self.view)

    @cached_property
    def _nearby(self) -> Nearby:
        return Nearby.of(self.view)

    @cached_property
    def _year_pages(self) -> dict[str, int]:
        return {row.year: page for page, rows in reversed(list(enumerate(_paged(self.events), 1))) for row in rows}

    def href(self, kind: str, id_: str, root: str) -> str | None:
        """Where a page is, seen from a page at ``root``; None where it was not written."""
        return f"{root}{kind}/{id_}.html" if id_ in self._chosen.get(kind, ()) else None

    def _fingerprint(self, document: str) -> str:
        found = self.view.pile.documents.get(document)
        return found.sha256[:16] if found else "unknown"

    def _render(self, template: str, root: str, section: str, **context: Any) -> str:
        return self.environment.get_template(template).render(root=root, section=section, **context)

    def pages(self) -> Iterator[tuple[str, str]]:
        """Every page but the overview, as its path and its text."""
        yield from self._event_lists()
        yield from self._lists("actors", "actors.html", self.actors, protected=self._protected)
        yield "ties.html", self._render("ties.html", "", "ties", **tie_context(self.view))
        yield from self._dispute_lists()
        context = sources_context(self.view, self.sources, partial(self.href, "source", root=""))
        yield "sources.html", self._render("sources.html", "", "sources", **context)
        yield from self._lists("documents", "documents.html", self.documents)
        if self.view.pile.judgements:
            context = judgement_context(self.view, self.href)
            yield "judgements.html", self._render("judgements.html", "", "judgements", **context)
        for kind, page in (
            ("event", self._event),
            ("dispute", self._dispute),
            ("source", self._source),
            ("document", self._document),
        ):
            for id_ in sorted(self.choice.pages[kind]):
                yield f"{kind}/{id_}.html", page(id_)
        for id_ in sorted(self.choice.pages["actor"]):
            yield from self._actor(id_)

    @cached_property
    def documents(self) -> list[DocumentRow]:
        """All documents, by date and then by name."""
        rows = [document_row(self.view, each) for each in self.view.pile.documents]
        return sorted(rows, key=lambda each: (each.edtf or "~", each.name, each.id))

    @cached_property
    def _protected(self) -> int:
        named = [each for each in self.view.findings.actors if self.view.is_named(each)]
        return sum(not self.view.is_public(each) for each in named)

    def _lists(self, stem: str, template: str, rows: Sequence[Any], **context: Any) -> Iterator[tuple[str, str]]:
        pages = _paged(rows)
        for number, part in enumerate(pages, start=1):
            text = self._render(
                template, "", stem, rows=part, count=len(rows), page=number, pages=len(pages), **context
            )
            yield _page_name(stem, number), text

    def _event_lists(self) -> Iterator[tuple[str, str]]:
        pages = _paged(self.events)
        for number, part in enumerate(pages, start=1):
            years = [(year, list(rows)) for year, rows in groupby(part, key=lambda each: each.year)]
            text = self._render(
                "events.html", "", "events", years=years, count=len(self.events), page=number, pages=len(pages)
            )
            yield _page_name("events", number), text

    def _dispute_lists(self) -> Iterator[tuple[str, str]]:
        names = {
            "contradiction": "Contradictions",
            "update": "Updates",
            "different things counted": "Different things counted",
            "perhaps at odds": "Perhaps at odds",
            "compatible": "Compatible after all",
        }
        pages = _paged(self.disputes)
        for number, part in enumerate(pages, start=1):
            groups = [(names[kind], list(rows)) for kind, rows in groupby(part, key=lambda each: each.kind)]
            text = self._render(
                "disputes.html", "", "disputes", groups=groups, count=len(self.disputes), page=number, pages=len(pages)
            )
            yield _page_name("disputes", number), text

    def overview(self, context: Mapping[str, Any]) -> str:
        """The first page; ``context`` holds what only the whole run knows."""
        heavy = sorted(
            self.events, key=lambda row: (-row.origins, -row.disputes, -row.documents, row.edtf or "~", row.id)
        )
        # A single account is no measure of how much is told; only a pile without any shared event leads with those.
        shared = {row.id: row for row in heavy if row.origins > 1}
        for own in only_spoken_of({each: self.view.claims_of(self.view.matters[each]) for each in shared}):
            del shared[own]
        shown = [*shared.values()][:10] or heavy[:10]
        at_odds = [row for row in self.disputes if row.kind not in ("perhaps at odds", "compatible")]
        return self._render(
            "index.html",
            "",
            "index",
            chart=charts.timeline_chart(self.events, self._year_link),
            busiest=self._busiest(),
            undated=sum(charts.is_undated(row) for row in self.events),
            disputes=at_odds[:6],
            more_disputes=len(self.disputes) > len(at_odds[:6]),
            dispute_count=len(self.disputes),
            events=shown,
            more_events=len(heavy) > len(shown),
            event_count=len(heavy),
            actors=self.actors[:12],
            more_actors=len(self.actors) > 12,
            actor_count=len(self.actors),
            **context,
        )

    def _busiest(self) -> tuple[str, str] | None:
        found = charts.busiest_year(self.events)
        return (found[0], charts.timeline_chart(found[1], self._year_link, is_second=True)) if found else None

    def _year_link(self, year: str) -> str | None:
        page = self._year_pages.get(year)
        return f"{_page_name('events', page)}#y-{year}" if page else None

    def _event(self, id_: str) -> str:
        detail = event_detail(self.view, self.view.matters[id_], self._nearby)
        rows = [dispute_row(self.view, each) for each in detail.disputes]
        return self._render("event.html", "../", "events", it=detail, disputes=rows)

    def _actor(self, id_: str) -> Iterator[tuple[str, str]]:
        for name, template, context in actor_pages(actor_dossier(self.view, id_)):
            yield f"actor/{id_}{name}.html", self._render(template, "../", "actors", **context)

    def _dispute(self, id_: str) -> str:
        detail = dispute_detail(self.view, self.view.disputes[id_])
        points = [point for side in detail.sides for point in side.points]
        scale = charts.NumberScale.of(points)
        return self._render(
            "dispute.html",
            "../",
            "disputes",
            it=detail,
            axis=charts.number_axis(scale) if scale else "",
            logarithmic=bool(scale and scale.logarithmic),
            points=[(point, charts.figure_bar(point, scale)) for point in points] if scale else [],
            sides_title=_sides_title(detail),
            sides=sorted(detail.sides, key=lambda each: each.is_denial),
            a_type=_A_TYPE[detail.kind],
        )

    def _source(self, id_: str) -> str:
        context = source_context(self.view, self.sources, id_, partial(self.href, "source", root="../"))
        return self._render("source.html", "../", "sources", **context)

    def _document(self, id_: str) -> str:
        context = document_context(self.view, self.edition_of(id_), self.href, self.full_text)
        return self._render("document.html", "../", "documents", **context)


def _paged(rows: Sequence[Any]) -> list[Sequence[Any]]:
    return [rows[at : at + _PER_PAGE] for at in range(0, len(rows), _PER_PAGE)] or [rows]


def _page_name(stem: str, number: int) -> str:
    return f"{stem}.html" if number == 1 else f"{stem}-{number}.html"


def _sides_title(detail: DisputeDetail) -> str:
    if not any(side.is_denial for side in detail.sides):
        return "Who says what"
    return "Accusation and denial" if any(side.denied for side in detail.sides) else "Said, and said not to be so"


def _share(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)}%" if whole else "–"
