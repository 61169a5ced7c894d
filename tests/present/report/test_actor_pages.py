"""A long dossier over several pages."""

from __future__ import annotations

from typing import Any

from sayso.present.dossier import Dossier, Entry, Year
from sayso.present.lines import EventRow, Line
from sayso.present.report.actor_pages import actor_pages

LINE = Line(
    claim="c-1", kind="deed", words="", gist="", quote="", shape="stated", standing="stated", polarity="yes",
    status="actual", voices=(), outlet="", said="", document="d-1", document_name="", start=0, end=1,
)  # fmt: skip


def entry(number: int, origins: int = 1) -> Entry:
    row = EventRow(
        id=f"e-{number}", heading=f"Deed {number}", shape="stated", standing="stated", when="", edtf=None,
        inferred=False, place="", actors=(), origins=origins, copies=0, documents=1, disputes=0, line=None,
    )  # fmt: skip
    return Entry(row, (LINE,))


def dossier(did: tuple[Year, ...] = (), said: tuple[Year, ...] = ()) -> Dossier:
    return Dossier(
        id="a-1", name="Karim Odeh", kind="person", names=(), reasons=(), mentions=1, documents=1, standing_for=(),
        confusable=(), ties=(), did=did, done_to=(), said=said, said_of=(),
    )  # fmt: skip


def shown(context: dict[str, Any]) -> list[str]:
    return [each.row.id for year in context["years"] for each in year.entries]


def test_a_short_dossier_is_one_page() -> None:
    years = (Year("2031", entries=tuple(entry(each) for each in range(30))),)
    ((name, template, context),) = actor_pages(dossier(years))
    assert (name, template) == ("", "actor.html")
    assert context["parts"][0].years == years


def test_every_deed_of_a_long_one_stands_on_one_of_its_pages() -> None:
    years = (
        Year("2030", entries=tuple(entry(each) for each in range(2))),
        Year("2031", entries=tuple(entry(each) for each in range(2, 250))),
        Year("undated", entries=tuple(entry(each) for each in range(250, 260))),
    )
    (_, _, first), *rest = actor_pages(dossier(years))
    assert [each for _, _, context in rest for each in shown(context)] == [f"e-{each}" for each in range(260)]
    assert [name for name, _, _ in rest] == ["-did", "-did-2", "-did-3"]
    (part,) = first["parts"]
    assert part.contents == (
        ("2030", 2, "a-1-did.html"), ("2031", 248, "a-1-did.html"), ("undated", 10, "a-1-did-3.html")
    )  # fmt: skip


def test_its_own_page_tells_what_most_origins_tell() -> None:
    deeds = tuple(entry(each, origins=9 if each == 140 else 1) for each in range(150))
    (_, _, first), *_ = actor_pages(dossier((Year("2031", entries=deeds),)))
    assert first["parts"][0].years == ()
    assert first["parts"][0].first[0].row.id == "e-140"


def test_many_sayings_are_listed_by_year() -> None:
    (_, _, first), *rest = actor_pages(dossier(said=(Year("2031", lines=(LINE,) * 150),)))
    assert first["parts"][0].contents == (("2031", 150, "a-1-said.html"),)
    assert sum(len(year.lines) for _, _, context in rest for year in context["years"]) == 150
