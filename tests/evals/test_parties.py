"""Labelled rows and the ties they name, under other words."""

import pytest

from evals.parties import is_between
from sayso.records.actor import MentionKind
from sayso.records.claim import Role, Tie, TieKind
from sayso.records.document import Span

_SPAN = Span(0, 1)
_NAMES = {
    "odeh": (MentionKind.PERSON, frozenset({"Karim Odeh", "Odeh"})),
    "un": (MentionKind.ORGANIZATION, frozenset({"UN"})),
    "france": (MentionKind.COUNTRY, frozenset({"France", "Paris"})),
}


def _matches(a: str, b: str, row_a: str, row_b: str) -> bool:
    first = Role("a", a if a in _NAMES else None, _SPAN, a)
    second = Role("b", b if b in _NAMES else None, _SPAN, b)
    return is_between(Tie(TieKind.HOLDS_OFFICE, first, second), {"a": row_a, "b": row_b}, _NAMES)


@pytest.mark.parametrize(
    ("read", "labelled"),
    [
        ("Italian Premier", "premier of Italy"),
        ("Premier", "prime minister"),
        ("[Greek leader", "leader of Greece"),
        ("Polish navy spokesman", "spokesman of the Polish navy"),
        ("State Department Spokesperson", "spokeswoman of the State Department"),
        ("un", "United Nations"),
        ("france", "France"),
        ("the Harbour Guard", "Harbour Guard"),
    ],
)
def test_a_party_goes_by_other_words_for_it(read: str, labelled: str) -> None:
    assert _matches("odeh", read, "Karim Odeh", labelled)


@pytest.mark.parametrize(
    ("read", "labelled"),
    [
        ("Italian Premier", "premier of France"),
        ("France’s defence minister", "France"),
        ("french troops", "France"),
        ("france", "French army"),
        ("deputy speaker of parliament", "speaker of parliament"),
        ("un", "Union of Harbours"),
    ],
)
def test_a_party_is_not_taken_for_another(read: str, labelled: str) -> None:
    assert not _matches("odeh", read, "Karim Odeh", labelled)


def test_a_person_goes_by_any_spelling_but_by_nobody_elses_name() -> None:
    assert _matches("odeh", "un", "Kareem Oudeh", "UN")
    assert not _matches("odeh", "un", "Marwan Tariqi", "UN")


def test_what_holds_both_ways_is_found_either_way_round() -> None:
    roles = Role("a", "un", _SPAN, "UN"), Role("b", "odeh", _SPAN, "Odeh")
    row = {"a": "Karim Odeh", "b": "United Nations"}
    assert is_between(Tie(TieKind.ALLIED_WITH, *roles), row, _NAMES)
    assert not is_between(Tie(TieKind.BACKS, *roles), row, _NAMES)
