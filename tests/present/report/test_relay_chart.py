"""Who relays whom, drawn and told apart."""

import itertools
import re
from importlib.resources import files

from sayso.present.lines import EventRow
from sayso.present.report.charts import busiest_year
from sayso.present.report.relay_chart import Link, left_out, relay_chart
from sayso.present.words import Shape
from tests.present.reading_html import read_page


def link(giver: str, taker: str, claims: int = 3, way: str = "quoted") -> Link:
    return Link(f"o-{giver}", giver, f"o-{taker}", taker, way, claims)


def drawn(*links: Link) -> str:
    return str(relay_chart(links, lambda own: f"source/{own}.html"))


def test_every_outlet_is_named_once_a_side_and_leads_to_its_page() -> None:
    chart = drawn(link("Meridian Wire", "Harbour Post", 9, "copied"), link("Harbour Post", "Korvan Reader"))
    assert re.findall(r'href="source/o-([^"]+)\.html"', chart) == [
        "Meridian Wire",
        "Harbour Post",
        "Harbour Post",
        "Korvan Reader",
    ]


def test_what_is_copied_is_drawn_otherwise_than_what_is_quoted() -> None:
    chart = drawn(link("Meridian Wire", "Harbour Post", 9, "copied"), link("Tarsk Radio", "Harbour Post"))
    assert re.findall(r'<path class="(\w+)"', chart) == ["copied", "quoted"]


def test_the_same_links_in_any_order_give_one_chart() -> None:
    links = [link("A Post", "C Post"), link("B Post", "C Post", 5), link("B Post", "D Post", 1, "carried")]
    assert drawn(*links) == drawn(*reversed(links))


def test_names_do_not_stand_in_one_anothers_way() -> None:
    chart = drawn(*(link(f"Outlet {number}", f"A review of the papers, number {number}") for number in range(9)))
    heights = [float(each) for each in re.findall(r'<tspan x="64\.0%" y="([\d.]+)"', chart)]
    assert len(heights) == 18
    assert all(below - above >= 11 for above, below in itertools.pairwise(heights))


def test_a_hostile_name_stays_words() -> None:
    chart = drawn(link('<script>alert("1")</script>', "Harbour Post"))
    assert not [each for each in read_page(chart) if each.tag == "script"]


def test_thin_lines_beyond_what_a_chart_holds_are_counted() -> None:
    links = [link(f"Outlet {number}", "Korvan Reader", number) for number in range(50)]
    assert left_out(links) == 10
    assert drawn(*links).count("<path") == 40
    assert drawn() == ""


def row(edtf: str) -> EventRow:
    return EventRow(edtf, "", "stated", "stated", edtf, edtf, False, "", (), 1, 0, 1, 0, None)


def test_a_year_with_most_events_is_drawn_by_itself_unless_it_stands_alone() -> None:
    year = [row(f"2031-05-{day:02d}") for day in range(1, 10)]
    assert busiest_year(year) is None
    found = busiest_year([row("2009"), row("2018"), row("2024-03"), *year])
    assert found is not None
    assert found[0] == "2031"
    assert len(found[1]) == 9


def test_no_standing_has_a_look_of_its_own_that_would_lay_out_the_words_it_marks() -> None:
    css = (files("sayso.present.report") / "templates" / "style.css").read_text(encoding="utf-8")
    for shape in Shape:
        assert not re.search(rf"^\.{shape.value}\s*[,{{]", css, re.MULTILINE)
