"""A ruler that remembers says of every token what the plain one says."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, ORTH, POS, TAG
from spacy.language import Language
from spacy.pipeline import AttributeRuler

from sayso.extract.parse.ruler import RememberingRuler, remember_rules
from sayso.settings import Settings

_SAID = [ORTH, TAG, POS, MORPH, LEMMA, DEP, HEAD]
_TEXTS = (
    "General Odeh wasn't killed; you've seen him, and there is nothin' he's gonna do, y'all.",
    "The Assembly has had to do what it did not do when the Guard's men, whose orders it gave, let's say, left.",
    "They ain't got to go.  \n That is what I told him: c'm on, let's leave Port Sarn while it lasts, if we do.",
)


@pytest.fixture(scope="module")
def plain() -> Language:
    return spacy.load(Settings().pipeline)


@pytest.fixture(scope="module")
def remembering() -> Language:
    return remember_rules(spacy.load(Settings().pipeline))


def test_the_plain_ruler_is_replaced(remembering: Language) -> None:
    assert isinstance(remembering.get_pipe("attribute_ruler"), RememberingRuler)


@pytest.mark.parametrize("text", _TEXTS)
def test_tokens_are_what_the_plain_ruler_makes_them(plain: Language, remembering: Language, text: str) -> None:
    for _ in range(2):  # the second time from memory
        assert (remembering(text).to_array(_SAID) == plain(text).to_array(_SAID)).all()


@settings(max_examples=40, deadline=None)
@given(words=st.lists(st.sampled_from(sorted({word for text in _TEXTS for word in text.split()})), min_size=1))
def test_so_they_are_in_any_order_of_words(plain: Language, remembering: Language, words: list[str]) -> None:
    text = " ".join(words)
    assert (remembering(text).to_array(_SAID) == plain(text).to_array(_SAID)).all()


def test_a_rule_added_later_is_heeded(plain: Language) -> None:
    ruler = RememberingRuler(plain.vocab)
    doc = spacy.blank("en")("a harbour")
    ruler.add([[{"LOWER": "harbour"}]], {"POS": "NOUN"})
    assert [token.pos_ for token in ruler(doc)] == ["", "NOUN"]
    ruler.add([[{"LOWER": "a"}, {"LOWER": "harbour"}]], {"POS": "PROPN"}, index=1)
    assert [token.pos_ for token in ruler(doc)] == ["", "PROPN"]
    assert type(plain.get_pipe("attribute_ruler")) is AttributeRuler
