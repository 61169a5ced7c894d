"""Denied deeds are quoted so that the quote says they are denied."""

from __future__ import annotations

from sayso.extract.deeds.finding import find_deeds
from sayso.extract.found import Found
from sayso.extract.mentions.finding import find_mentions
from sayso.extract.parse.reading import parse, pipeline
from sayso.records.claim import Polarity
from sayso.settings import Settings
from tests.factory import edition


def test_a_denied_deed_is_quoted_with_the_word_that_denies_it() -> None:
    (reading,) = parse(
        [edition("We have not met him, nor have we assisted the brigade.")], pipeline(Settings().pipeline)
    )
    claims = find_deeds(reading, Found.of(find_mentions(reading), ()))
    denied = [claim.quote for claim in claims if claim.polarity is Polarity.NO]
    assert any(quote.startswith("nor have we assisted") for quote in denied)


def test_a_plan_denied_by_nor_is_quoted_with_it() -> None:
    text = "There was no threat, nor any plan to evacuate the embassy in Velmora, the ministry said."
    (reading,) = parse([edition(text)], pipeline(Settings().pipeline))
    claims = find_deeds(reading, Found.of(find_mentions(reading), ()))
    assert next(claim.quote for claim in claims if claim.polarity is Polarity.NO).startswith("nor any plan to evacuate")


def test_what_somebody_is_kept_from_is_quoted_with_what_keeps_him() -> None:
    text = "The army stopped the rebels from entering Egypt."
    (reading,) = parse([edition(text)], pipeline(Settings().pipeline))
    claims = find_deeds(reading, Found.of(find_mentions(reading), ()))
    assert [claim.quote for claim in claims if claim.polarity is Polarity.NO] == [
        "stopped the rebels from entering Egypt"
    ]


def test_what_is_to_stop_or_has_stopped_is_not_denied() -> None:
    for text in ("The army stopped shelling Tarsk.", "Governments should stop arming the rebels."):
        (reading,) = parse([edition(text)], pipeline(Settings().pipeline))
        claims = find_deeds(reading, Found.of(find_mentions(reading), ()))
        assert not [claim for claim in claims if claim.polarity is Polarity.NO], text
