"""Text with ranges marked in it: nothing lost, nothing live, everything nested."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.present.report.marking import Range, blocks_of, mark
from sayso.records.document import Span
from tests.factory import edition
from tests.present.reading_html import read_page


@st.composite
def texts_with_ranges(draw: st.DrawFn) -> tuple[str, list[Range]]:
    text = draw(st.text(st.sampled_from("ab <>&\"'\n."), min_size=1, max_size=40))
    ends = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(ends, ends), max_size=8))
    ranges = [Range(Span(min(pair), max(pair)), "span", "c", f"c-{number}") for number, pair in enumerate(spans)]
    return text, ranges


@given(texts_with_ranges())
def test_marking_keeps_the_text_and_nests_its_elements(given: tuple[str, list[Range]]) -> None:
    text, ranges = given
    [html] = mark(text, [Span(0, len(text))], ranges)
    elements = read_page(f"<p>{html}</p>")
    assert elements[0].text == text


@given(texts_with_ranges())
def test_every_range_can_be_opened_and_lights_up_its_very_words(given: tuple[str, list[Range]]) -> None:
    text, ranges = given
    [html] = mark(text, [Span(0, len(text))], ranges)
    elements = read_page(f"<p>{html}</p>")
    for each in ranges:
        if not len(each.span):
            continue
        [target] = [element for element in elements if element.attributes.get("id") == each.id]
        light = [name for name in target.attributes["class"].split() if name.startswith("k")]
        lit = [each for each in elements if light and light[0] in each.attributes.get("class", "").split()] or [target]
        assert "".join(element.text for element in lit) == each.span.of(text)


@given(texts_with_ranges())
def test_a_text_cut_into_blocks_is_marked_block_by_block(given: tuple[str, list[Range]]) -> None:
    text, ranges = given
    cut = len(text) // 2
    parts = mark(text, [Span(0, cut), Span(cut, len(text))], ranges)
    read = [read_page(f"<p>{html}</p>") for html in parts]
    assert [elements[0].text for elements in read] == [text[:cut], text[cut:]]
    ids = [element.attributes["id"] for elements in read for element in elements if "id" in element.attributes]
    assert len(ids) == len(set(ids)) == sum(1 for each in ranges if len(each.span))


def test_markup_in_a_text_stays_text() -> None:
    [html] = mark('<img src=x onerror="run()">', [Span(0, 27)], [])
    assert "<img" not in html


def test_blocks_end_at_blank_lines_and_at_sentence_ends() -> None:
    made = edition("A heading\n\nOne sentence.\nAnother one\nthat wraps.\n")
    assert [block.span.of(made.text) for block in blocks_of(made)] == [
        "A heading",
        "One sentence.",
        "Another one\nthat wraps.",
    ]


@given(st.text(st.sampled_from("ab .\n\r\u2028"), max_size=60))
def test_blocks_hold_all_that_is_not_blank(text: str) -> None:
    made = edition(text)
    kept = "".join(block.span.of(text) for block in blocks_of(made))
    assert kept.split() == text.split() or "".join(kept.split()) == "".join(text.split())
