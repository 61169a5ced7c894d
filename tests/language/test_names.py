from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.name_keys import name_keys
from sayso.language.names import SAME_NAME, compare_names
from sayso.records.actor import MentionKind

SAME = [
    ("Karim Odeh", "Kareem Awdeh"),
    ("Odeh", "Oudeh"),
    ("Marwan al-Tariqi", "Marwan el-Tareki"),
    ("Karim Odeh", "Odeh Karim"),
    ("General Karim Odeh", "Karim Odeh"),
    ("Tariqi, Marwan al-", "Marwan al-Tariqi"),
    ("Abdul Qadir Nasser", "Abdelkader Naser"),
    ("Yunus Shahin", "Younes Chahine"),
    ("William Marsh", "Bill Marsh"),
    ("J. Marsh", "Jonas Marsh"),
    ("Harbor Guard", "the Harbour Guard"),
    ("Ministry of Defence", "Defence Ministry"),
    ("Velmora Shipping Ltd", "Velmora Shipping Limited"),
    ("Free Korvan Army", "FKA"),
    ("1st Harbour Brigade", "First Harbour Brigade"),
    ("the U.S.", "United States of America"),
    ("Сергей Орлов", "Sergei Orlov"),
    ("Ihar Losik", "Igor Losik"),
    ("Volha Kavalkova", "Olga Kovalkova"),
]
APART = [
    ("Sergei Karpov", "Sergeya Karpova"),
    ("Karim Odeh", "Samir Odeh"),
    ("Khalid", "Khalil"),
    ("Marwan al-Tariqi", "Marwan al-Masri"),
    ("Ostrel Brigade", "Tarsk Brigade"),
    ("12th Brigade", "13th Brigade"),
    ("Harbour Fund II", "Harbour Fund III"),
    ("Government of Estonia", "Government of Ethiopia"),
    ("Iran", "Iraq"),
    ("Ministry of Defence", "Ministry of the Interior"),
    ("Libyan National Army", "Syrian National Army"),
    ("高石早苗", "高市早苗"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_spellings_of_one_name_are_the_same(a: str, b: str) -> None:
    assert compare_names(a, b).value >= SAME_NAME


@pytest.mark.parametrize(("a", "b"), APART)
def test_names_of_two_are_kept_apart(a: str, b: str) -> None:
    assert compare_names(a, b).value < SAME_NAME


@pytest.mark.parametrize(("a", "b"), SAME)
def test_the_order_of_the_two_names_does_not_matter(a: str, b: str) -> None:
    assert compare_names(a, b) == compare_names(b, a)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_is_scored_between_nought_and_one_whichever_comes_first(a: str, b: str) -> None:
    score = compare_names(a, b)
    assert 0.0 <= score.value <= 1.0
    assert score == compare_names(b, a)


def test_a_score_says_which_words_agree_and_which_do_not() -> None:
    reasons = " ".join(compare_names("Karim Odeh", "Samir Awdeh", MentionKind.PERSON).reasons)
    assert "Odeh and Awdeh could be spellings of one name" in reasons
    assert "Karim and Samir differ" in reasons


def test_other_numbers_are_given_as_the_reason() -> None:
    assert "the numbers differ: 12 and 13" in compare_names("12th Brigade", "13th Brigade").reasons


@pytest.mark.parametrize(("a", "b"), [pair for pair in SAME if "U.S." not in pair[0]])
def test_spellings_of_one_name_share_a_key(a: str, b: str) -> None:
    assert name_keys(a) & name_keys(b)


def test_unlike_names_share_no_key() -> None:
    assert not name_keys("Karim Odeh") & name_keys("Marwan al-Tariqi")


def test_words_of_every_other_body_make_no_key() -> None:
    assert not name_keys("Ostrel Brigade") & name_keys("Tarsk Brigade")
