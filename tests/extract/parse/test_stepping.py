"""A parser and a recognizer that step find what the plain ones find."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, SENT_START, TAG
from spacy.language import Language
from spacy.pipeline import DependencyParser, EntityRecognizer

from sayso.extract.parse.stepping import SteppingParser, SteppingRecognizer, step_with_lock
from sayso.settings import Settings

_SAID = [TAG, HEAD, DEP, SENT_START, ENT_IOB, ENT_TYPE]
_TEXTS = (
    "General Odeh was not killed in Port Sarn on 4 March, two officials told Reuters. He left, they said.",
    "The Assembly, which had met on Tuesday, said at least 14 people were killed when troops opened fire.",
    "Rebels of the Northern Front seized the harbour",
    "",
    "  \n ",
)


@pytest.fixture(scope="module")
def plain() -> Language:
    return spacy.load(Settings().pipeline)


@pytest.fixture(scope="module")
def stepping() -> Language:
    return step_with_lock(spacy.load(Settings().pipeline))


def _said(nlp: Language, texts: list[str]) -> list[list[list[int]]]:
    return [doc.to_array(_SAID).tolist() for doc in nlp.pipe(texts)]


def test_the_plain_ones_are_replaced_where_they_stood(plain: Language, stepping: Language) -> None:
    assert stepping.pipe_names == plain.pipe_names
    assert isinstance(stepping.get_pipe("parser"), SteppingParser)
    assert isinstance(stepping.get_pipe("ner"), SteppingRecognizer)


@settings(max_examples=20, deadline=None)
@given(texts=st.lists(st.sampled_from(_TEXTS), max_size=24))
def test_they_find_what_the_plain_ones_find(plain: Language, stepping: Language, texts: list[str]) -> None:
    assert _said(stepping, texts) == _said(plain, texts)


@settings(max_examples=20, deadline=None)
@given(words=st.lists(st.sampled_from(sorted({word for text in _TEXTS for word in text.split()})), min_size=1))
def test_so_they_do_in_any_order_of_words(plain: Language, stepping: Language, words: list[str]) -> None:
    texts = [" ".join(words), " ".join(reversed(words))] * 6
    assert _said(stepping, texts) == _said(plain, texts)


def test_those_that_follow_several_ways_at_once_are_left() -> None:
    nlp = spacy.load(Settings().pipeline)
    nlp.get_pipe("ner").cfg["beam_width"] = 4
    step_with_lock(nlp)
    assert type(nlp.get_pipe("ner")) is EntityRecognizer
    assert type(nlp.get_pipe("parser")) is not DependencyParser
