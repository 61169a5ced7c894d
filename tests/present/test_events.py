"""One event laid out for reading."""

from __future__ import annotations

from sayso.present.events import gathered


def test_reasons_that_say_the_same_of_one_claim_are_told_once() -> None:
    reasons = (
        "“a” and “b”: both on one day",
        "“a” and “c”: both on one day",
        "“a” and “d”: one doer",
        "told in one sentence",
    )
    assert gathered(reasons) == (
        "“a” and each of “b”; “c”: both on one day",
        "“a” and “d”: one doer",
        "told in one sentence",
    )
