"""What a text tells and elsewhere denies, within one document."""

from __future__ import annotations

from sayso.extract import extract
from sayso.records.claim import CONTRADICTS, TAKEN_BACK, Polarity
from sayso.settings import Settings
from tests.factory import edition


def contradicted(text: str) -> list[tuple[str, str]]:
    """Accusation and denial, in their own words, as far as the two are linked."""
    (read,) = extract([edition(text)], Settings())
    claims = {claim.id: claim for claim in read.claims}
    denials = [each for each in read.claims if any(reason.startswith(CONTRADICTS) for reason in each.reasons)]
    return [(claims[each.about or ""].quote, each.quote) for each in denials]


def test_a_denial_that_is_taken_back_says_so() -> None:
    text = "I wrote that the Guard had not shelled the dam. I had it wrong: the Guard shelled the dam."
    (read,) = extract([edition(text)], Settings())
    denied = [claim for claim in read.claims if claim.polarity is Polarity.NO]
    assert denied
    assert all(TAKEN_BACK in claim.reasons for claim in denied)


def test_a_text_without_a_denial_gains_no_claim() -> None:
    assert contradicted("The Guard shelled the dam on Monday. Two people were killed in Tarsk.") == []
