"""What the words of a claim reach to: nothing that was asked, promised or refused is cut off."""

from __future__ import annotations

import pytest

from sayso.records.claim import Plover
from tests.extract.deeds.test_deeds import deed


@pytest.mark.parametrize(
    ("text", "plover", "words"),
    [
        ("The government agreed last month to send a naval mission.", Plover.AGREE, "to send a naval mission"),
        ("The navy ordered foreign vessels to stay out of the zone.", Plover.REQUEST, "stay out of the zone"),
        ("Odeh ordered the flag to be raised over Tarsk.", Plover.REQUEST, "the flag to be raised over Tarsk"),
        ("He has refused to acknowledge their authority.", Plover.REJECT, "refused to acknowledge their authority"),
        ("Newcomers are being blamed for crimes.", Plover.ACCUSE, "blamed for crimes"),
        ("His party expressed opposition to the Sundal naval operation.", Plover.REJECT, "Sundal naval operation"),
        ("Sundal threatened to send troops if Odeh does not leave.", Plover.THREATEN, "if Odeh does not leave"),
    ],
)
def test_what_was_asked_or_refused_is_in_the_quote(text: str, plover: Plover, words: str) -> None:
    assert deed(text, plover)[0].quote.endswith(words)


def test_what_is_quoted_is_not_drawn_in() -> None:
    claim, _ = deed('The minister refused, saying "we will fight".', Plover.REJECT)
    assert "fight" not in claim.quote


def test_what_is_left_open_is_not_quoted_as_said() -> None:
    text = "Whether Sundal has decided, two years after overthrowing and murdering Odeh, to leave is not known."
    claim, _ = deed(text, Plover.ASSAULT)
    assert claim.quote.startswith("Whether Sundal")
