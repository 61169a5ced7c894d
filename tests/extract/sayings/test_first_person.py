"""Who "we", "I" and a pronoun with a name in brackets stand for."""

from __future__ import annotations

import pytest

from sayso.extract import extract
from sayso.records.claim import Extraction
from sayso.settings import Settings
from tests.factory import edition


def read(text: str) -> Extraction:
    (extraction,) = extract([edition(text)], Settings())
    return extraction


def meant(extraction: Extraction, pronoun: str) -> str:
    """What stands at the head of the chain of the first mention with these words."""
    by_id = {each.id: each for each in extraction.mentions}
    found = next(each for each in extraction.mentions if each.text == pronoun)
    return by_id[found.chain].text


@pytest.mark.parametrize(
    ("text", "pronoun", "body"),
    [
        ('"We had no contact with the rebels," the Interior Ministry said.', "We", "the Interior Ministry"),
        (
            '"We do not support the raid," Foreign Ministry spokeswoman Lena Marsh told reporters.',
            "We",
            "Foreign Ministry",
        ),
        ('"I met the envoy on Monday," Karim Odeh said.', "I", "Karim Odeh"),
        ('Karim Odeh was seen in Tarsk. "We had no contact with him (Odeh)," Lena Marsh said.', "him", "Karim Odeh"),
    ],
)
def test_a_pronoun_stands_for_who_speaks_or_who_is_explained(text: str, pronoun: str, body: str) -> None:
    assert meant(read(text), pronoun) == body


def test_we_of_somebody_who_speaks_for_no_body_stays_open() -> None:
    assert meant(read('"We will not give up," Karim Odeh told reporters.'), "We") == "We"


def test_nobody_is_we_outside_what_is_said() -> None:
    assert meant(read("We met the Interior Ministry. The Interior Ministry said the road was open."), "We") == "We"
