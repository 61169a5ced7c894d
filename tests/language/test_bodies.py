"""Bodies are known by what the press tells them by, however it is printed."""

from __future__ import annotations

import pytest

from sayso.language.bodies import known_bodies


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("U.N. migration agency", "International Organization for Migration"),
        ("IOM", "International Organization for Migration"),
        ("UN refugee agency", "UNHCR"),
        ("United Nations refugee agency", "UNHCR"),
        ("UN Refugee Agency", "UNHCR"),
        ("UN’s refugee agency", "UNHCR"),
        ("UN children's agency", "UNICEF"),
        ("UN children’s agency", "UNICEF"),
        ("UN health agency", "World Health Organization"),
        ("U.N. nuclear watchdog", "International Atomic Energy Agency"),
        ("World Court", "International Court of Justice"),
        ("global chemical weapons watchdog", "Organisation for the Prohibition of Chemical Weapons"),
    ],
)
def test_a_description_of_a_body_names_it(words: str, name: str) -> None:
    assert known_bodies()[words] == ("organization", name)


def test_what_may_be_any_body_names_none() -> None:
    assert not {"refugee agency", "migration agency", "nuclear watchdog", "UN food agency"} & set(known_bodies())
