"""Words that were judged are found again in another edition, or are known to be gone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.judge import find_words, quote_words
from sayso.judge.anchoring import LONGEST
from sayso.records.document import Span
from sayso.records.judgement import TargetKind, TextQuote

STORY = (
    "Guard enters port\n\nThe Harbour Guard stormed the National Assembly on Sunday, witnesses said. "
    "General Odeh denied it. The port stayed shut on Monday, and General Odeh flew to Velmora."
)


def kept(words: str, text: str = STORY, nth: int = 0) -> TextQuote:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return quote_words(text, Span(at, at + len(words)), "c-1", TargetKind.CLAIM, "d-1")


def found(quote: TextQuote, text: str) -> str | None:
    span = find_words(text, quote)
    return None if span is None else span.of(text)


def test_words_are_found_where_they_were() -> None:
    quote = kept("stormed the National Assembly")
    assert find_words(STORY, quote) == Span(quote.start, quote.end)


def test_words_are_found_after_what_stands_before_them_has_grown() -> None:
    later = "Subscribe to the Harbour Post.\n\n" + STORY
    span = find_words(later, kept("stormed the National Assembly"))
    assert span is not None
    assert span.of(later) == "stormed the National Assembly"


def test_of_two_that_read_alike_the_one_in_the_same_surroundings_is_meant() -> None:
    second = kept("General Odeh", nth=1)
    later = "By a reporter in Port Sarn. " + STORY
    assert find_words(later, second) == Span(later.rindex("General Odeh"), later.rindex("General Odeh") + 12)


def test_another_line_breaking_and_other_quotation_marks_do_not_matter() -> None:
    text = "He said: “We never left Tarsk – not once”, and hung up the telephone at noon."
    other = 'He said:\n"We never\n left Tarsk - not  once", and hung up the telephone at noon.'
    assert found(kept("We never left Tarsk – not once", text), other) == "We never\n left Tarsk - not  once"


def test_words_that_are_gone_are_not_found_elsewhere() -> None:
    quote = kept("General Odeh")
    cut = STORY.replace("General Odeh denied it. ", "")
    assert find_words(cut, quote) is None
    assert find_words("Nothing of the kind.", quote) is None


def test_a_long_stretch_is_kept_by_its_ends_and_found_whole() -> None:
    long = "It began at dawn. " + "Shells fell on the quay, one after another. " * 20 + "By night it was over."
    text = f"Before it. {long} After it."
    quote = kept(long, text)
    assert len(quote.quote) + len(quote.until) < LONGEST
    assert found(quote, "A new heading. " + text) == long


def test_words_that_were_withdrawn_are_never_found() -> None:
    assert find_words(STORY, TextQuote("c-1", TargetKind.CLAIM, "d-1", 0, 0, "")) is None


@given(
    before=st.text(alphabet="abc. \n", max_size=60),
    where=st.tuples(st.integers(0, len(STORY) - 1), st.integers(1, 60)),
)
def test_whatever_comes_before_words_are_found_where_they_moved_to(before: str, where: tuple[int, int]) -> None:
    span = Span(where[0], min(len(STORY), where[0] + where[1]))
    quote = quote_words(STORY, span, "c-1", TargetKind.CLAIM, "d-1")
    moved = find_words(before + STORY, quote)
    if moved is not None and span.start >= 48 and span.of(STORY).strip() == span.of(STORY):
        assert moved == Span(span.start + len(before), span.end + len(before))
    assert span.start < 48 or moved is not None
