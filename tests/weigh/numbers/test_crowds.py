"""How many took part in one protest, as several tell it."""

from __future__ import annotations

import pytest

from sayso.records.claim import INSTEAD, Plover, VoiceKind
from sayso.records.matter import Dispute, DisputeKind
from tests.piles import PileBuilder, on, said
from tests.weigh.test_weigh import weighed


def crowd(text: str, *numbers: tuple[str, float, str]) -> tuple[Dispute, ...]:
    """The disputes of one report of a march, with numbers on the word of somebody (or, empty, of the outlet).

    All but the first are told in place of the one before.
    """
    build = PileBuilder()
    where = build.document(text, "Post", "The Post", "2031-05-19")
    for at, (quote, number, name) in enumerate(numbers):
        voices = (said(name, VoiceKind.ORGANIZATION),) if name else ()
        reasons = (INSTEAD,) if at else ()
        build.figure(where, quote, "attended", number, voices=voices, sentence=text, reasons=reasons)
    return weighed(build)[2]


def test_numbers_of_a_crowd_each_on_another_s_word_are_held_against_one_another() -> None:
    text = "Thousands marched in Tarsk: 4,000 according to the police, 20,000 according to Korvan Watch."
    (dispute,) = crowd(text, ("4,000", 4000, "Tarsk police"), ("20,000", 20000, "Korvan Watch"))
    assert (dispute.kind, dispute.slot) == (DisputeKind.CONTRADICTION, "crowd")
    assert dispute.question.startswith("How many took part?")
    assert {each.value for each in dispute.values} == {"4,000", "20,000"}


@pytest.mark.parametrize("names", [("Tarsk police", "Tarsk police"), ("Tarsk police", "")])
def test_one_source_beside_the_outlet_or_itself_counts_something_else(names: tuple[str, str]) -> None:
    text = "Thousands marched in Tarsk: 4,000 from Ostrel and 500 from the north."
    assert not crowd(text, ("4,000", 4000, names[0]), ("500", 500, names[1]))


def test_those_who_march_in_two_reports_of_one_march_are_held_against_one_another() -> None:
    build = PileBuilder()
    for outlet, words, number, name in (
        ("Post", "3,000 people", 3000, "Tarsk police"),
        ("Courier", "9,000 people", 9000, "Korvan Watch"),
    ):
        text = f"About {words} marched in Tarsk on 18 May 2031 against the speaker."
        where = build.document(text, outlet, f"The {outlet}", "2031-05-19")
        when, place = on(where, "18 May 2031", "2031-05-18"), ("Tarsk", "Tarsk")
        doer = (words, None)
        quote = f"{words} marched in Tarsk on 18 May 2031"
        build.deed(where, quote, "march", Plover.PROTEST, doer=doer, when=when, place=place, sentence=text)
        voices = (said(name, VoiceKind.ORGANIZATION),)
        build.figure(where, words, "people", number, voices=voices, sentence=text)
    (dispute,) = weighed(build)[2]
    assert {each.value for each in dispute.values} == {"3,000 people", "9,000 people"}
