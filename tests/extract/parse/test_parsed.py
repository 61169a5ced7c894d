"""The copied parse says what the pipeline said."""

import pytest

from sayso.extract.parse.parsed import Doc
from sayso.extract.parse.reading import pipeline
from sayso.settings import Settings

TEXTS = [
    "General Karim Odeh's men stormed the National Assembly on Sunday.  They left at 9 p.m., witnesses told the agency.",
    "“No ferry was fired on,” she said (twice) – and then 1,200 people, some of them children, fled to Tarsk.",
    "Port Sarn",
]


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_say_what_the_pipeline_says(text: str) -> None:
    parsed = pipeline(Settings().pipeline)(text)
    doc = Doc(parsed)
    assert doc.text == text
    for own, other in zip(doc, parsed, strict=True):
        for name in ("text", "idx", "i", "lemma_", "lower_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_"):
            assert getattr(own, name) == getattr(other, name), name
        for name in ("is_alpha", "is_digit", "is_lower", "is_upper", "is_title", "is_space", "is_punct", "is_quote"):
            assert getattr(own, name) == getattr(other, name), (name, own)
        assert (own.like_num, own.is_sent_start) == (other.like_num, other.is_sent_start)
        assert (own.head.i, own.left_edge.i, own.right_edge.i) == (other.head.i, other.left_edge.i, other.right_edge.i)
        for name in ("children", "lefts", "rights", "ancestors", "subtree"):
            assert [each.i for each in getattr(own, name)] == [each.i for each in getattr(other, name)], name


@pytest.mark.parametrize("text", TEXTS)
def test_sentences_and_their_roots_are_the_pipelines(text: str) -> None:
    parsed = pipeline(Settings().pipeline)(text)
    doc = Doc(parsed)
    assert [(each.text, each.start, each.end, each.root.i) for each in doc.sents] == [
        (each.text, each.start, each.end, each.root.i) for each in parsed.sents
    ]
    assert all(token.sent is sentence for sentence in doc.sents for token in sentence)


@pytest.mark.parametrize("text", TEXTS)
def test_a_stretch_covers_the_tokens_it_touches(text: str) -> None:
    parsed = pipeline(Settings().pipeline)(text)
    doc = Doc(parsed)
    for start in range(len(text)):
        for end in range(start + 1, min(start + 30, len(text)) + 1):
            found, expected = doc.covering(start, end), parsed.char_span(start, end, alignment_mode="expand")
            if text[start:end].strip() == text[start:end]:
                assert found is not None
                assert (found.start, found.end) == (expected.start, expected.end)
    assert doc.covering(0, len(text) + 1) is None


def test_a_run_is_cut_like_a_list() -> None:
    doc = Doc(pipeline(Settings().pipeline)(TEXTS[0]))
    run = doc[2:7]
    assert [each.i for each in run[1:]] == [3, 4, 5, 6]
    assert [each.i for each in run[-2:]] == [5, 6]
    assert run[0] is doc[2]
    assert not doc[7:3]
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
