"""Times that one clause has from another: what went on just then, or what a deed was part of."""

from __future__ import annotations

from functools import cache

import pytest

from sayso.extract.deeds.finding import find_deeds
from sayso.extract.found import Found
from sayso.extract.parse.reading import parse, pipeline
from sayso.extract.times.finding import find_times
from sayso.records.claim import Claim, Deed
from sayso.settings import Settings
from tests.factory import edition


@cache
def read(text: str) -> tuple[Claim, ...]:
    reading = next(iter(parse([edition(text, published="2031-05-20")], pipeline(Settings().pipeline))))
    return find_deeds(reading, Found.of((), find_times(reading)))


def deed(text: str, lemma: str) -> tuple[Claim, Deed]:
    return next(
        (each, each.content) for each in read(text) if isinstance(each.content, Deed) and each.content.lemma == lemma
    )


def timed(text: str, lemma: str) -> str | None:
    when = deed(text, lemma)[1].when
    return when.text if when is not None else None


@pytest.mark.parametrize(
    ("text", "lemma", "time"),
    [
        ("Odeh was abducted from a hotel where he was meeting officials late on Sunday.", "abduct", "late on Sunday"),
        ("The brigade stunned the country on Friday by retaking Velmora.", "retake", "on Friday"),
        ("He served proudly fighting against Ardesh in the 1998 war.", "fight", "1998"),
        ("Speaking in Tarsk on Monday, Odeh accused Sundal of treason.", "accuse", "on Monday"),
        ("The army, advancing on Monday, shelled the town.", "shell", "on Monday"),
        ("At the meeting hosted by Ardesh last week, Odeh and Saleh agreed to a truce.", "agree", "last week"),
        ("Odeh returned to Korvania to take part in the 2029 uprising.", "return", "2029"),
        ("The operation began on Friday, when fighters stormed the port.", "storm", "on Friday"),
        ("It ended with the 11 May 2029 attack that killed the ambassador.", "kill", "11 May 2029"),
        ("They were blamed for the 2028 storming of a compound in Tarsk that killed the envoy.", "kill", "2028"),
        ("It went better than the February fiasco, which began with talk of his takeover.", "takeover", "February"),
        ("Nobody was tried for the 2029 bombing in which nine people died.", "die", "2029"),
    ],
)
def test_a_clause_without_a_time_has_that_of_what_went_on_then(text: str, lemma: str, time: str) -> None:
    found = timed(text, lemma)
    assert found is not None
    assert found in (time, time.removeprefix("on "))


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Rebels holding the port since May accused the navy.", "accuse"),
        ("The army, which had advanced on Monday, arrested ten men.", "arrest"),
        ("In the town shelled last week, soldiers arrested ten men.", "arrest"),
        ("On Friday the navy announced the deployment of 200 marines.", "deployment"),
    ],
)
def test_a_time_of_another_deed_is_left_to_it(text: str, lemma: str) -> None:
    assert timed(text, lemma) is None


def test_a_promise_told_at_a_past_time_was_made_then() -> None:
    text = "The two leaders pledged to cooperate at a meeting outside Tarsk last week."
    assert timed(text, "pledge") == "last week"
    assert timed(text, "cooperate") is None


def test_what_is_promised_for_a_day_to_come_keeps_it() -> None:
    text = "Karim Odeh agreed to release General Saleh on Friday."
    assert timed(text, "release") in ("Friday", "on Friday")


def test_a_claim_that_quotes_a_year_quotes_what_it_is_the_year_of() -> None:
    claim, _ = deed("Odeh returned to Korvania to take part in the 2029 uprising.", "return")
    assert claim.quote == "Odeh returned to Korvania to take part in the 2029 uprising"


@pytest.mark.parametrize(
    ("text", "lemma", "time"),
    [
        ("Friday's attack was the worst in years.", "attack", "Friday"),
        ("Wednesday's strike comes amid fears of a fresh assault on Tarsk.", "strike", "Wednesday"),
    ],
)
def test_an_attack_told_by_its_day_alone_is_read(text: str, lemma: str, time: str) -> None:
    assert timed(text, lemma) == time


def test_a_strike_that_nothing_shows_to_be_armed_is_none() -> None:
    assert not read("Monday's strike closed the schools.")


def test_what_was_done_and_done_again_is_claimed_for_both_days() -> None:
    found = [each for each in read("The army shelled Tarsk on 10 May and again on 14 May.") if each.kind == "deed"]
    days = [each.content.when.edtf for each in found if isinstance(each.content, Deed) and each.content.when]
    assert days == ["2031-05-10", "2031-05-14"]
    assert found[1].quote == "The army shelled Tarsk on 10 May and again on 14 May"


def test_clashes_have_the_day_on_which_they_broke_out() -> None:
    assert timed("Clashes between the army and the Guard broke out in Velmora on 10 May.", "clash") == "10 May"
