"""From an edition to everything read from it: in order, each thing once, and every span on the words it quotes."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from sayso.errors import SetupError
from sayso.extract import extract
from sayso.records.claim import Extraction
from sayso.records.document import Edition
from sayso.settings import Settings
from tests.factory import edition

STORY = (
    "The Harbour Guard stormed the National Assembly in Port Sarn on Sunday, killing two people, officials said. "
    "General Karim Odeh, the commander of the guard, denied that his men had seized 20 lawmakers. "
    "He was born in Velmora in 1971.\n\n"
    "“We will leave on Friday,” Odeh told the Harbour Post. The Free Korvan Army backs him."
)


@cache
def story() -> Edition:
    return edition(STORY)


@cache
def found() -> Extraction:
    return next(iter(extract((story(),), Settings())))


def test_something_of_each_kind_is_found() -> None:
    assert found().document == story().document
    assert found().mentions
    assert found().times
    assert found().sayings
    assert {claim.kind for claim in found().claims} >= {"deed", "quantity"}


def test_every_span_points_at_what_it_quotes() -> None:
    for claim in found().claims:
        assert claim.span.of(STORY) == claim.quote
    assert [each.span.of(STORY) for each in found().mentions] == [each.text for each in found().mentions]
    assert [each.span.of(STORY) for each in found().times] == [each.text for each in found().times]


def test_claims_come_in_reading_order_and_each_once() -> None:
    claims = found().claims
    assert [claim.span for claim in claims] == sorted(claim.span for claim in claims)
    assert len({claim.id for claim in claims}) == len(claims)


def test_every_claim_has_a_voice_and_it_begins_with_the_outlet() -> None:
    assert all(claim.voices and claim.voices[0].name == "Harbour Post" for claim in found().claims)


def test_what_is_found_does_not_depend_on_what_was_read_before() -> None:
    other = edition("The Ostrel Brigade fled to Sundal on Monday, a spokesman said.", name="other")
    alone = found()
    assert list(extract((other, story(), other), Settings()))[1] == alone


def test_an_edition_without_words_gives_nothing() -> None:
    empty = next(iter(extract((edition(" \n "),), Settings())))
    assert replace(empty, document="", extractor="") == Extraction("", "")


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(SetupError, match="no_such_pipeline"):
        next(iter(extract((story(),), Settings(pipeline="no_such_pipeline"))))


def test_our_in_indirect_speech_is_not_of_whom_it_is_told() -> None:
    text = 'Claims by the Harbour Guard that our artillery struck Tarsk are false. The Harbour Guard said: "We left."'
    (read,) = extract([edition(text)], Settings())
    ours, we = (each for each in read.mentions if each.text in ("our", "We"))
    assert (ours.chain == ours.id, we.chain == we.id) == (True, False)
