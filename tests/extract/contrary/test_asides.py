"""What a text tells of no type is kept aside, and is no claim of the document."""

from __future__ import annotations

import pytest

from sayso.extract import extract
from sayso.records.claim import ASIDE, Claim, Deed, Extraction, Polarity
from sayso.settings import Settings
from tests.factory import edition


def read(text: str) -> Extraction:
    return next(iter(extract([edition(text)], Settings())))


def asides(text: str) -> dict[str, Claim]:
    return {each.content.lemma: each for each in read(text).asides if isinstance(each.content, Deed)}


def test_a_clause_of_no_type_is_kept_aside_with_its_doer_and_its_voice() -> None:
    found = asides("Bank papers say that shipowner Leo Castan paid 300,000 crowns to the Harbour League in 2030.")
    paid = found["pay"]
    assert ASIDE in paid.reasons
    assert isinstance(paid.content, Deed)
    assert ("actor", "shipowner Leo Castan") in [(role.role, role.text) for role in paid.content.roles]
    assert paid.content.when is not None
    assert paid.content.when.edtf == "2030"
    assert paid.voices[-1].name.lower().startswith("bank papers")


def test_it_is_no_claim_and_leaves_its_sentence_unread() -> None:
    made = read("Shipowner Leo Castan strolled along the quay of Tarsk.")
    assert made.asides
    assert not {each.id for each in made.asides} & {each.id for each in made.claims}
    assert made.unread


def test_what_is_a_deed_already_is_not_told_twice() -> None:
    made = read("Soldiers of the Harbour Guard shelled the market of Tarsk on Monday.")
    told = {each.content.verb for each in made.claims if isinstance(each.content, Deed)}
    assert told
    assert not told & {each.content.verb for each in made.asides if isinstance(each.content, Deed)}


@pytest.mark.parametrize(
    "text",
    [
        "Leo Castan did not stroll along the quay of Tarsk.",
        "Leo Castan may stroll along the quay of Tarsk.",
        "Did Leo Castan stroll along the quay of Tarsk?",
        "Should it turn out that Leo Castan strolled along the quay, he will pay.",
        "Leo Castan wanted to stroll along the quay of Tarsk.",
        "None of the men strolled along the quay of Tarsk with Leo Castan.",
    ],
)
def test_what_is_not_told_as_having_been_so_is_not_kept(text: str) -> None:
    assert "stroll" not in asides(text)


def test_all_that_is_kept_affirms() -> None:
    found = asides("Ada Kolm wore a grey coat and carried a box into the hall. She never looked at Odeh.")
    assert found
    assert {each.polarity for each in found.values()} == {Polarity.YES}
