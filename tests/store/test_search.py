"""Words are found in the passages that hold them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.errors import InputError
from sayso.store import Case
from tests.store.kept import STORY

Keep = Callable[..., str]


def test_a_word_is_found_where_it_stands(case: Case, keep: Keep) -> None:
    own = keep()
    keep("Nothing happened in Velmora.", "other.txt")
    (hit,) = case.search("stormed")
    assert hit.document == own
    assert hit.span.of(case.edition(own).text) == STORY
    assert "[stormed]" in hit.excerpt


def test_accents_and_case_do_not_matter(case: Case, keep: Keep) -> None:
    keep("Général Odéh reached Port Sarn.")
    assert len(case.search("general ODEH")) == 1


def test_all_words_must_be_there(case: Case, keep: Keep) -> None:
    keep()
    assert case.search("stormed Velmora") == ()


def test_a_phrase_and_a_beginning(case: Case, keep: Keep) -> None:
    keep()
    assert len(case.search('"National Assembly" storm*')) == 1
    assert case.search('"Assembly National"') == ()


@pytest.mark.parametrize("words", ['AND OR "', "a:b", "NEAR(x", "(stormed", "-stormed", "it's"])
def test_any_words_can_be_looked_for(case: Case, keep: Keep, words: str) -> None:
    keep()
    case.search(words)


@pytest.mark.parametrize("words", ["", "  ", '"', "*"])
def test_nothing_cannot_be_looked_for(case: Case, words: str) -> None:
    with pytest.raises(InputError):
        case.search(words)


def test_a_text_that_was_read_again_is_found_only_as_it_is_now(case: Case, keep: Keep) -> None:
    keep(version="1")
    keep(version="2")
    assert len(case.search("stormed")) == 1
