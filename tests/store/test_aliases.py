"""Who answers for a claim that is read no more."""

from __future__ import annotations

from sayso.store.aliases import Told, heirs


def test_what_is_read_over_longer_words_takes_the_place_of_what_was_read_over_shorter() -> None:
    before = [Told("c-1", "deed", "ASSAULT", 10, 40), Told("c-2", "deed", "MOVE", 50, 60)]
    now = [Told("c-3", "deed", "ASSAULT", 10, 48), Told("c-2", "deed", "MOVE", 50, 60)]
    assert heirs(before, now) == {"c-1": "c-3"}


def test_what_was_read_beside_it_before_is_no_heir() -> None:
    before = [Told("c-1", "deed", "ASSAULT", 10, 40), Told("c-2", "deed", "ASSAULT", 10, 48)]
    assert heirs(before, [before[1]]) == {}


def test_another_kind_of_claim_or_other_words_are_no_heir() -> None:
    before = [Told("c-1", "deed", "ASSAULT", 10, 40)]
    now = [
        Told("c-3", "tie", "FIGHTS", 10, 40),
        Told("c-4", "deed", "MOVE", 10, 40),
        Told("c-5", "deed", "ASSAULT", 38, 80),
    ]
    assert heirs(before, now) == {}


def test_of_two_that_fit_the_nearer_is_the_heir() -> None:
    before = [Told("c-1", "deed", "ASSAULT", 10, 40)]
    now = [Told("c-3", "deed", "ASSAULT", 0, 90), Told("c-4", "deed", "ASSAULT", 10, 48)]
    assert heirs(before, now) == {"c-1": "c-4"}
