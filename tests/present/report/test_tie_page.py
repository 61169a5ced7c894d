"""The page of ties by day: what it lists, what it says of the day it is written for, and that a script can move it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sayso.present.report.tie_page import tie_context
from sayso.present.report.writing import ReportOptions, write_report
from sayso.present.view import View
from sayso.records.actor import MentionKind
from sayso.records.claim import TieKind
from sayso.records.clocks import Clocks
from tests.present.case_builder import CaseBuilder
from tests.present.korvania import korvania
from tests.present.reading_html import Element, read_page


@pytest.fixture(scope="module")
def view() -> View:
    return View(*korvania().case())


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> list[Element]:
    folder = tmp_path_factory.mktemp("report")
    case = korvania()
    write_report(*case.case(), case.editions.__getitem__, folder, ReportOptions(clocks=Clocks(date(2015, 6, 1))))
    return read_page((folder / "ties.html").read_text(encoding="utf-8"))


def rows(page: list[Element]) -> dict[str, Element]:
    return {" ".join(each.text.split()): each for each in page if "data-turns" in each.attributes}


def test_a_tie_is_on_the_page_with_its_time_in_words_and_its_claims(page: list[Element]) -> None:
    [stay] = [text for text in rows(page) if text.startswith("Karim Odeh was based in Ardesh")]
    assert "from 2011 until 2019" in stay
    assert "lived in Ardesh from 2011 to 2019" in stay
    assert "Said against it" in stay


def test_the_page_is_written_for_the_day_that_is_set(page: list[Element]) -> None:
    [day] = [each.text for each in page if each.tag == "output"]
    assert day == "1 June 2015"
    [stay] = [each for text, each in rows(page).items() if text.startswith("Karim Odeh was based in Ardesh")]
    assert stay.attributes["data-on"] == "h"
    [tally] = [each.text for each in page if each.attributes.get("id") == "day-tally"]
    assert tally.startswith("1 held")


def test_the_turns_of_a_row_are_those_of_the_tie(view: View) -> None:
    context = tie_context(view)
    for _, ties in context["groups"]:
        for row in ties:
            written = [(each[0], int(each[1:])) for each in row.turns.split()]
            assert written == sorted(written, key=lambda each: each[1])
            for day in (date(2010, 1, 1), date(2015, 1, 1), date(2031, 5, 18), date(2031, 12, 1)):
                number = (day - date(1970, 1, 1)).days
                code = [each for each, since in written if since <= number][-1]
                assert {"h": "held", "d": "disputed", "u": "untold", "b": "before", "o": "over", "n": "denied"}[
                    code
                ] == row.tie.holding.on(day)


def test_the_slider_stops_where_something_changes(view: View) -> None:
    context = tie_context(view)
    turning = {int(each[1:]) for _, ties in context["groups"] for row in ties for each in row.turns.split()}
    inside = {each for each in turning if context["first"] <= each <= context["last"]}
    assert inside <= set(context["stops"])
    assert context["stops"] == sorted(context["stops"])


def test_without_its_script_nothing_can_be_moved_and_the_day_stands(page: list[Element]) -> None:
    moves = [each for each in page if "moves" in each.attributes.get("class", "").split()]
    assert moves
    assert all("hidden" in each.attributes for each in moves)


def test_a_case_without_ties_says_so(view: View, tmp_path: Path) -> None:
    case = korvania()
    pile, findings = case.case()
    pile = replace(pile, claims={})
    write_report(pile, replace(findings, matters=(), accounts=(), disputes=()), case.editions.__getitem__, tmp_path)
    text = (tmp_path / "ties.html").read_text(encoding="utf-8")
    assert "No tie between named parties" in text
    assert "<script" not in text


def test_a_tie_told_in_every_paper_shows_some_lines_and_counts_the_rest(tmp_path: Path) -> None:
    case = CaseBuilder()
    people, guards = [], []
    for number in range(20):
        name = f"post-{number}.txt"
        document = case.document(
            name, f"General Karim Odeh leads the Harbour Guard, again in {number}.", "Post", "2031-05"
        )
        people.append(case.mention(document, "Karim Odeh", MentionKind.PERSON, "Karim Odeh"))
        guards.append(case.mention(document, "the Harbour Guard", MentionKind.ARMED_GROUP, "Harbour Guard"))
        tie = case.tie(TieKind.LEADS, people[-1], guards[-1])
        case.claim(document, "Karim Odeh leads the Harbour Guard", tie)
    case.actor(MentionKind.PERSON, "Karim Odeh", *people)
    case.actor(MentionKind.ARMED_GROUP, "Harbour Guard", *guards)
    write_report(*case.case(), case.editions.__getitem__, tmp_path)
    [row] = rows(read_page((tmp_path / "ties.html").read_text(encoding="utf-8")))
    assert "20 lines" in row
    assert row.count("“Karim Odeh leads the Harbour Guard”") + 15 == 20
    assert "15 more lines are on the pages of the actors" in row
