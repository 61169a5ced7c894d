"""Names of a long text meet as those of a short one would."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.mentions.meetings import WHOLE, Surnames, meetings

_GIVEN = ("Karim", "Kareem", "Marwan", "Marouane", "Khalifa", "Nadia", "Yusuf", "Youssef", "Ali", "Omar", "William")
_FAMILY = ("Odeh", "Oudeh", "Awdeh", "Haftar", "Hifter", "al-Tariqi", "el-Tareki", "Belmar", "Masani", "Draisi")
_FULL = st.builds(lambda one, two: f"{one} {two}", st.sampled_from(_GIVEN), st.sampled_from(_FAMILY))


def _many(names: list[str]) -> list[str]:
    """So many other names around some that not all are held against all."""
    return [*names, *(f"Person{'abcdefghij'[n % 10] * 2} Ruk{'lmnopqrst'[n % 9]}{n}" for n in range(WHOLE))]


@given(names=st.lists(_FULL, max_size=12))
def test_in_a_short_text_all_names_meet(names: list[str]) -> None:
    assert len(list(meetings(names))) == len(names) * (len(names) - 1) // 2


@settings(max_examples=30)
@given(first=st.sampled_from(("Karim", "Kareem")), last=st.sampled_from(("Odeh", "Oudeh", "Awdeh")))
def test_in_a_long_text_spellings_of_one_name_meet(first: str, last: str) -> None:
    names = _many(["Karim Odeh", f"{first} {last}"])
    assert (1, 0) in set(meetings(names))


def test_nicknames_meet_full_names_in_a_long_text() -> None:
    assert (1, 0) in set(meetings(_many(["William Draisi", "Bill Draisi"])))


def test_in_a_long_text_most_names_never_meet() -> None:
    names = [f"{given} {family}" for given in _GIVEN for family in _FAMILY]
    assert len(list(meetings(names))) < len(names) * (len(names) - 1) // 4


def test_a_surname_is_near_its_spellings_however_long_the_text() -> None:
    few, many = ["Odeh", "Haftar"], ["Odeh", "Haftar", *(f"Ruk{n}ol" for n in range(WHOLE))]
    assert set(Surnames(few).near("Hifter")) == {0, 1}
    assert set(Surnames(many).near("Hifter")) == {1}
