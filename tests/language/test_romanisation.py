from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.romanisation import align, distance, latin, least_distance, sounds


@pytest.mark.parametrize(
    ("a", "b"),
    [("younes", "yunes"), ("marouane", "marwan"), ("chahine", "shahin"), ("mansoor", "mansur"), ("khaled", "khaled")],
)
def test_one_sound_under_two_customs_is_written_alike(a: str, b: str) -> None:
    assert sounds(a) == sounds(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("karpouskaya", "karpovskaia"),
        ("tsikhanouski", "tikhanovsky"),
        ("dzianis", "denis"),
        ("uladzimir", "volodymyr"),
        ("karayeu", "karayev"),
    ],
)
def test_belarusian_russian_and_ukrainian_forms_are_written_alike(a: str, b: str) -> None:
    assert sounds(a) == sounds(b)


@pytest.mark.parametrize("word", ["mamadou", "tsipras", "bordeau", "tsiranana"])
def test_words_that_do_not_end_as_slavic_surnames_keep_their_sounds(word: str) -> None:
    assert "v" not in sounds(word)
    assert sounds(word)[0] == ("C" if word.startswith("ts") else word[0])


def test_a_vowel_that_wavers_costs_less_than_another_consonant() -> None:
    assert align(sounds("tariqi"), sounds("tareki")).price < align(sounds("tariqi"), sounds("tarimi")).price


@given(st.from_regex(r"[a-z]{0,10}", fullmatch=True), st.from_regex(r"[a-z]{0,10}", fullmatch=True))
def test_alignment_costs_nothing_only_between_equals_and_the_same_both_ways(a: str, b: str) -> None:
    one, other = sounds(a), sounds(b)
    assert align(one, other).price == pytest.approx(align(other, one).price)
    assert (align(one, other).price == 0) == (one == other)


@given(st.from_regex(r"[a-z]{0,10}", fullmatch=True), st.from_regex(r"[a-z]{0,10}", fullmatch=True))
def test_a_glance_never_prices_two_words_higher_than_their_alignment(a: str, b: str) -> None:
    assert least_distance(sounds(a), sounds(b)) <= distance(sounds(a), sounds(b)) + 1e-9


@given(st.text(max_size=20))
def test_latin_letters_come_out_of_any_text(text: str) -> None:
    assert latin(text).isascii()


def test_arabic_letters_give_the_consonants() -> None:
    assert latin("طارق") == "tarq"
