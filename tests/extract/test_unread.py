"""Sentences that were passed over are marked."""

from __future__ import annotations

from sayso.extract.deeds.finding import find_deeds
from sayso.extract.found import Found
from sayso.extract.parse.reading import Reading, parse, pipeline
from sayso.extract.unread import find_unread
from sayso.settings import Settings
from tests.factory import edition

NOBODY = Found.of((), ())


def reading_of(text: str) -> Reading:
    return next(iter(parse([edition(text)], pipeline(Settings().pipeline))))


def test_a_sentence_with_a_claim_is_read() -> None:
    reading = reading_of("Gunmen stormed the ministry.")
    assert find_unread(reading, NOBODY, find_deeds(reading, NOBODY)) == ()


def test_a_sentence_with_a_number_and_no_claim_is_unread() -> None:
    text = "The harbour has stood there for 400 years."
    reading = reading_of(text)
    assert [span.of(text) for span in find_unread(reading, NOBODY, ())] == [text]


def test_a_sentence_that_tells_nothing_is_passed_over_in_silence() -> None:
    assert find_unread(reading_of("It seems quite lovely here and very quiet."), NOBODY, ()) == ()
