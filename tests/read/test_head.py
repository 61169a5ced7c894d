"""Title, byline, outlet, carrier and publication date, each with how it is known."""

from __future__ import annotations

import pytest

from sayso.records.document import PassageRole
from sayso.records.receipt import Hints
from tests.read.pile import edition_of, words

_PROSE = "The harbour at Port Sarn was closed on Tuesday after a long night of shelling, officials said in Velmora."
_MORE = "Two ships turned back at the mouth of the harbour, and the Harbour Guard declined to comment on the matter."


def test_the_head_of_an_article_is_read() -> None:
    edition = edition_of(
        f"Home » World\n\nPort Sarn shelled again\n\nBy Lena Marek and Tomas Vell\n\n20 May 2031\n\n{_PROSE}\n\n{_MORE}\n"
    )
    assert edition.title == "Port Sarn shelled again"
    assert edition.byline == "Lena Marek and Tomas Vell"
    assert edition.published == "2031-05-20"
    assert "20 May 2031" in edition.published_reason
    assert words(edition, PassageRole.HEADING) == ["Port Sarn shelled again"]


def test_a_name_beside_the_date_is_the_byline() -> None:
    edition = edition_of(f"# Port Sarn shelled again\n\nLena Marek\n20 May 2031\n\n{_PROSE}\n")
    assert (edition.title, edition.byline) == ("Port Sarn shelled again", "Lena Marek")


def test_a_date_broken_over_two_lines_is_read() -> None:
    assert edition_of(f"Port Sarn shelled again\nApril 16\n14:38 2031\n\n{_PROSE}\n").published == "2031-04-16"


def test_a_date_in_the_running_text_dates_nothing() -> None:
    edition = edition_of(
        f"Port Sarn shelled again\n\nOn 3 June 2030 the port was closed, as it had been in May 2029, for a week.\n\n{_PROSE}\n"
    )
    assert edition.published is None
    assert edition.published_reason == ""


def test_the_day_of_publication_counts_before_the_day_of_a_change() -> None:
    edition = edition_of(f"Port Sarn shelled again\n\nUpdated: 22 May 2031\n\nPublished: 20 May 2031\n\n{_PROSE}\n")
    assert edition.published == "2031-05-20"


def test_a_name_and_date_under_the_title_are_outlet_and_date() -> None:
    edition = edition_of(f"The port question\nOstrel Blog, 12 June 2031\n\n{_PROSE}\n")
    assert (edition.outlet, edition.published) == ("Ostrel Blog", "2031-06-12")


def test_a_repeated_title_is_a_heading_once() -> None:
    edition = edition_of(f"Port Sarn shelled again\n\nPort Sarn shelled again\n\nPort Sarn shelled again\n\n{_PROSE}\n")
    assert words(edition, PassageRole.HEADING) == ["Port Sarn shelled again"]
    assert edition.text.count("Port Sarn shelled again") == 3
    assert words(edition, PassageRole.BOILERPLATE) == ["Port Sarn shelled again\n\nPort Sarn shelled again"]


def test_a_text_that_begins_with_running_text_has_no_title() -> None:
    assert edition_of(f"{_PROSE}\n\n{_MORE}\n").title is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("This article was published by Harbour Post .", "Harbour Post"),
        ("This article was originally published by The Sundal Times under a free licence.", "The Sundal Times"),
        ("The post Port Sarn shelled again appeared first on Velmora Courier.", "Velmora Courier"),
        ("Originally published in the Velmora Courier on 22 May 2031.", "Velmora Courier"),
        ("*This story first appeared on [Tarsk Radio](https://tarsk.example).*", "Tarsk Radio"),
        ("Source: Meridian Wire", "Meridian Wire"),
        ("To contact the Velmora Courier visit:", "Velmora Courier"),
        ("© 2031 Harbour Post. All rights reserved.", "Harbour Post"),
        ("Lena Marek is a staff writer for Harbour Post based in Velmora.", "Harbour Post"),
    ],
)
def test_a_text_says_who_published_it(line: str, outlet: str) -> None:
    edition = edition_of(f"Port Sarn shelled again\n\n{_PROSE}\n\n{_MORE}\n\n{line}\n")
    assert edition.outlet == outlet
    assert edition.carrier is None
    assert edition.outlet_reason
    assert words(edition, PassageRole.BOILERPLATE) == [line]


def test_news_of_a_publication_is_no_credit() -> None:
    edition = edition_of(
        f"{_PROSE}\n\nThe ministry said the report was published by the Velmora Courier on Friday, and that it was false.\n"
    )
    assert edition.outlet is None


def test_an_agency_in_the_dateline_is_the_outlet() -> None:
    edition = edition_of(f"PORT SARN, May 20 (Meridian Wire) - {_PROSE}\n")
    assert edition.outlet == "Meridian Wire"
    assert edition.published is None


def test_capitals_in_a_dateline_are_the_agency_unless_a_country_goes_by_them() -> None:
    assert edition_of(f"PORT SARN, May 20 (MWK) - {_PROSE}\n").outlet == "MWK"
    assert edition_of(f"May 20 (Meridian Wire) - {_PROSE}\n").outlet == "Meridian Wire"
    assert edition_of(f"DUBAI (UAE) - {_PROSE}\n").outlet is None


@pytest.mark.parametrize("line", ["Press statement no. 31/2031", "Update, 20 May 2031", "Situation report 4"])
def test_a_body_over_what_it_issues_is_its_outlet(line: str) -> None:
    edition = edition_of(
        f"Ministry of the Interior of Korvania\n{line}\n\nPort Sarn shelled again\n\n{_PROSE}\n\n{_MORE}\n"
    )
    assert edition.outlet == "Ministry of the Interior of Korvania"


def test_the_site_that_a_credited_text_lies_on_is_its_carrier() -> None:
    text = f"{_PROSE}\n\nThis article was published by Meridian Wire.\n"
    edition = edition_of(text, hints=Hints(url="https://ostrelblog.example/2031/05/21/port"))
    assert (edition.outlet, edition.carrier, edition.published) == ("Meridian Wire", "ostrelblog.example", "2031-05-21")
    assert "address" in edition.published_reason


def test_what_is_given_overrules_what_is_read() -> None:
    hints = Hints(outlet="Tarsk Radio", published="2031-06-01", title="Given", byline="T. Vell", carrier="Ostrel Blog")
    edition = edition_of(f"Port Sarn shelled again\n\n20 May 2031\n\n{_PROSE}\n\n© 2031 Harbour Post\n", hints=hints)
    assert (edition.outlet, edition.published, edition.title) == ("Tarsk Radio", "2031-06-01", "Given")
    assert (edition.byline, edition.carrier) == ("T. Vell", "Ostrel Blog")
    assert edition.passages[0].outlet == "Tarsk Radio"


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("Harbour Post\n20 May 2031", "Harbour Post"),
        ("The Sundal Times\nMay 20, 2031", "The Sundal Times"),
        ("20 May 2031\nTarsk Radio", "Tarsk Radio"),
        ("By Lena Marek\nVelmora Courier\nMay 20, 2031", "Velmora Courier"),
        ("Velmora Courier\nBy Lena Marek\nMay 20, 2031", "Velmora Courier"),
        ("Gazette d'Ardesh\n20 May 2031", "Gazette d'Ardesh"),
        ("Le Télégraphe d'Ardesh, English service\n20 May 2031", "Le Télégraphe d'Ardesh"),
        ("The Ostrelian\n20 May 2031", "The Ostrelian"),
        ("*Meridian Wire, 20 May 2031*", "Meridian Wire"),
        ("By Lena Marek, Velmora Courier\n20 May 2031", "Velmora Courier"),
        ("THE HARBOUR POST\n20 May 2031", "The Harbour Post"),
        ("Harbour Post / Tarsk, 20 May 2031", "Harbour Post"),
        ("Tarsk Radio | World\n20 May 2031", "Tarsk Radio"),
    ],
)
def test_a_line_of_credit_names_the_outlet_and_is_no_heading(head: str, outlet: str) -> None:
    edition = edition_of(f"Port Sarn shelled again\n\n{head}\n\n{_PROSE}\n\n{_MORE}\n")
    assert (edition.title, edition.outlet, edition.published) == ("Port Sarn shelled again", outlet, "2031-05-20")
    assert head.partition("\n")[0] in edition.outlet_reason or outlet in edition.outlet_reason
    assert words(edition, PassageRole.HEADING) == ["Port Sarn shelled again"]
    assert "\n".join(words(edition, PassageRole.BOILERPLATE)) == head


@pytest.mark.parametrize("line", ["Port Sarn", "Lena Marek", "The Hague", "Opinion", "The port reopens. The Post"])
def test_other_lines_beside_the_date_name_no_outlet(line: str) -> None:
    assert edition_of(f"Port Sarn shelled again\n\n{line}\n20 May 2031\n\n{_PROSE}\n").outlet is None


def test_a_title_that_speaks_of_an_outlet_is_still_the_title() -> None:
    edition = edition_of(f"Bomb at Velmora Courier\n\nBy Lena Marek\nMeridian Wire\n20 May 2031\n\n{_PROSE}\n")
    assert (edition.title, edition.outlet) == ("Bomb at Velmora Courier", "Meridian Wire")
    edition = edition_of(f"Attack on Tarsk Radio\n\n20 May 2031\n\n{_PROSE}\n")
    assert (edition.title, edition.outlet) == ("Attack on Tarsk Radio", None)


def test_a_title_of_one_word_over_the_outlet_is_the_title() -> None:
    edition = edition_of(f"Correction\n\nHarbour Post\n21 May 2031\n\n{_PROSE}\n")
    assert (edition.title, edition.outlet, edition.published) == ("Correction", "Harbour Post", "2031-05-21")


def test_a_masthead_over_the_title_names_the_publisher() -> None:
    edition = edition_of(f"Korvan Watch\n\nHeld at the port of Velmora\n\nPublished: 22 July 2031\n\n{_PROSE}\n")
    assert (edition.title, edition.outlet) == ("Held at the port of Velmora", "Korvan Watch")


def test_a_paper_that_prints_an_agencys_text_is_its_carrier() -> None:
    edition = edition_of(f"Port Sarn shelled\n\nHarbour Post\n20 May 2031\n\nVELMORA (Meridian Wire) - {_PROSE}\n")
    assert (edition.outlet, edition.carrier) == ("Meridian Wire", "Harbour Post")


_QUOTING = """<html><head><title>What I saw</title></head><body><article><h1>What I saw</h1>
<p>I have been awake for four nights, so forgive my words. He was killed on Monday evening near the old harbour.</p>
<p>Here is what the wire had on Wednesday:</p>
<blockquote><p>PORT SARN, May 21 (Reuters) - Soldiers have detained more than six hundred people since Sunday, the
ministry said on Wednesday, as guards fired at protesters in the city of Velmora.</p></blockquote>
<p>That is not what I saw. The guards had fired on Tuesday already, before anybody had come to the square.</p>
</article></body></html>"""


def test_the_agency_of_a_quoted_dateline_is_the_quotation_s_and_not_the_page_s() -> None:
    edition = edition_of(_QUOTING, "text/html", Hints(published="2031-05-23"))
    assert edition.outlet is None
    quoted = edition.passage_at(edition.text.index("Soldiers have"))
    assert (quoted.outlet, quoted.published) == ("Reuters", "2031-05-21")
    assert edition.passage_at(edition.text.index("I have been awake")).outlet is None


def test_a_quotation_announced_with_its_year_is_of_that_year() -> None:
    edition = edition_of(
        _QUOTING.replace(
            "Here is what the wire had on Wednesday:", "Remember what the Harbour Post wrote in 2029:"
        ).replace("PORT SARN, May 21 (Reuters) - ", ""),
        "text/html",
        Hints(published="2031-05-23"),
    )
    quoted = edition.passage_at(edition.text.index("Soldiers have"))
    assert (quoted.outlet, quoted.published) == ("Harbour Post", "2029")


def test_a_full_day_in_the_dateline_dates_a_text_that_nothing_else_dates() -> None:
    edition = edition_of(f"Port closed again\n\nTarsk, 21 May 2031. {_PROSE}\n\n{_MORE}\n")
    assert edition.published == "2031-05-21"
    assert "dateline" in edition.published_reason


def test_a_body_and_a_place_before_the_day_are_its_line() -> None:
    edition = edition_of(f"Board of Inquiry, Tarsk, 29 July 2031\n\nSummary of findings\n\n{_PROSE}\n")
    assert edition.published == "2031-07-29"


def test_an_outlet_over_a_date_is_no_title_of_a_text_without_one() -> None:
    edition = edition_of("Tarsk Radio\n4 June 2031\n\nAt least 17 soldiers were killed in the raid, the ministry said.")
    assert (edition.outlet, edition.title) == ("Tarsk Radio", None)


@pytest.mark.parametrize(
    ("masthead", "text", "outlet"),
    [
        ("Reuters", _PROSE, "Reuters"),
        ("Harbour Post", f"{_PROSE} An officer told the Harbour Post so.", "Harbour Post"),
        ("Border Post", _PROSE, None),
        ("Fire at the Harbour Post", f"{_PROSE} It burned the Harbour Post down.", None),
    ],
)
def test_an_outlet_alone_over_a_text_is_its_outlet_where_that_is_sure(
    masthead: str, text: str, outlet: str | None
) -> None:
    edition = edition_of(f"{masthead}\n\n{text}\n\n{_MORE}\n")
    assert (edition.outlet, edition.title) == (outlet, None if outlet else masthead)
