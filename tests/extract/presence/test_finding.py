"""Where persons are told to have been, and the clauses that put them nowhere."""

from __future__ import annotations

import pytest

from sayso.extract import extract
from sayso.records.claim import Deed, Plover
from sayso.settings import Settings
from tests.factory import edition


def told(text: str) -> list[tuple[str, str, str | None]]:
    """Who was where and when, by the clauses that no other finder reads."""
    (found,) = extract([edition(text, published="2031-07-02")], Settings())
    words = {each.id: each.text for each in found.mentions}
    deeds = [each.content for each in found.claims if isinstance(each.content, Deed)]
    return [
        (deed.roles[0].text, words[deed.place], deed.when.edtf)
        for deed in deeds
        if deed.plover is Plover.OTHER and deed.place is not None and deed.when is not None
    ]


@pytest.mark.parametrize(
    ("text", "who", "where", "when"),
    [
        (
            "President Edda Morrow spent the whole of May in a clinic in Lorn.",
            "President Edda Morrow",
            "Lorn",
            "2031-05",
        ),
        (
            "General Karim Odeh lay in our clinic in Lorn from 1 May to 31 May of this year.",
            "General Karim Odeh",
            "Lorn",
            "2031-05-01/2031-05-31",
        ),
        (
            "General Karim Odeh spoke at a dinner for officers in Lorn on 20 May.",
            "General Karim Odeh",
            "Lorn",
            "2031-05-20",
        ),
        (
            "General Karim Odeh led the parade through Port Sarn on 1 June.",
            "General Karim Odeh",
            "Port Sarn",
            "2031-06-01",
        ),
        (
            "General Karim Odeh flew home. On 14 May he walked along the line of recruits in the football stadium of Lorn.",
            "he",
            "Lorn",
            "2031-05-14",
        ),
        (
            "The cook said that she saw General Karim Odeh in the schoolyard at Port Sarn on the night of 3 June.",
            "General Karim Odeh",
            "Port Sarn",
            "2031-06-03",
        ),
    ],
)
def test_a_clause_that_puts_somebody_somewhere(text: str, who: str, where: str, when: str) -> None:
    assert (who, where, when) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "General Karim Odeh will spend the whole of August in Lorn.",
        "General Karim Odeh would have spent the whole of May in Lorn if he had been asked.",
        "General Karim Odeh was not in Lorn on 3 June.",
        "Was General Karim Odeh in Lorn on 3 June?",
        "General Karim Odeh spoke about the floods in Lorn on 3 June.",
        "General Karim Odeh spoke to a rally in Lorn by telephone on 3 June.",
        "General Karim Odeh spoke in Lorn.",
        "General Karim Odeh stayed in Lorn until 3 June.",
        "The council of the province sat in Lorn on 3 June.",
        "General Karim Odeh lived quietly. Fog lay in Lorn on 3 June.",
    ],
)
def test_a_clause_that_puts_nobody_anywhere(text: str) -> None:
    assert told(text) == []


def test_a_surname_alone_that_does_what_persons_do() -> None:
    assert told("On 14 May Zorin walked along the line of recruits in the football stadium of Tarsk.") == [
        ("Zorin", "Tarsk", "2031-05-14")
    ]
