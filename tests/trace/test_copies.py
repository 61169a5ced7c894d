from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.records.document import Edition
from sayso.records.matter import Copy
from sayso.trace import trace
from tests.factory import edition

LEAD = (
    "Gunmen loyal to a retired general stormed the National Assembly in Port Sarn on Sunday, "
    "demanding that it be suspended and power handed to a council of elders."
)
OTHER = (
    "The harbour council said on Tuesday that the price of bread would stay where it was until the end of the winter, "
    "whatever the bakers of Velmora might say about the cost of flour."
)


def traced(*editions: Edition) -> tuple[Copy, ...]:
    by_id = {each.document: each for each in editions}
    return trace(editions, by_id.__getitem__)


def quoted(copies: Sequence[Copy], *editions: Edition) -> list[tuple[str, str]]:
    texts = {each.document: each.text for each in editions}
    return [(each.span.of(texts[each.document]), each.of_span.of(texts[each.of_document])) for each in copies]


def test_a_verbatim_stretch_is_found_and_the_younger_text_is_the_copy() -> None:
    early = edition(f"{LEAD} More was not known.", name="a", published="2031-05-18")
    late = edition(f"It began at noon. {LEAD} Nobody was hurt.", name="b", published="2031-05-20")
    (copy,) = traced(early, late)
    assert (copy.document, copy.of_document, copy.direction) == (late.document, early.document, "from")
    assert quoted([copy], early, late) == [(LEAD[:-1], LEAD[:-1])]
    assert copy.similarity == 1


def test_a_few_changed_words_do_not_hide_a_copy() -> None:
    early = edition(LEAD, name="a", published="2031-05-18")
    late = edition(LEAD.replace("Port Sarn", "the capital"), name="b", published="2031-05-19")
    (copy,) = traced(early, late)
    assert 0.6 < copy.similarity < 1
    assert "a few changed" in copy.reasons[0]


def test_two_reports_of_different_things_are_no_copies() -> None:
    assert traced(edition(LEAD, name="a"), edition(OTHER, name="b")) == ()


def test_a_short_common_phrase_is_no_copy() -> None:
    one = edition("The harbour council said on Tuesday that it would meet again.", name="a")
    two = edition("The harbour council said on Tuesday that bread was dear.", name="b")
    assert traced(one, two) == ()


def test_direction_is_unknown_where_no_date_tells() -> None:
    (copy,) = traced(edition(LEAD, name="a", published=None), edition(LEAD + " So.", name="b", published="2031"))
    assert copy.direction == "unknown"
    assert "nothing shows which came first" in copy.reasons
    assert copy.shows_copying


def test_a_shared_quotation_is_called_one() -> None:
    words = "we call once more on all parties to lay down their arms and to come to the table without delay"
    one = edition(f"The envoy spoke on Monday. “{words},” she said.", name="a", published="2031-05-19")
    two = edition(f"Again and again: “So {words}”, said the envoy.", name="b", published="2031-05-20")
    (copy,) = traced(one, two)
    assert any("a shared quotation" in each for each in copy.reasons)
    assert copy.direction == "unknown"
    assert copy.is_quotation
    assert not copy.shows_copying


def test_many_copies_of_one_text_are_all_traced_to_the_earliest() -> None:
    editions = [edition(LEAD, name=str(day), published=f"2031-05-{day}") for day in range(10, 30)]
    copies = traced(*editions)
    assert {each.of_document for each in copies} == {editions[0].document}
    assert {each.document for each in copies} == {each.document for each in editions[1:]}


words = st.lists(
    st.sampled_from(
        ["harbour", "guard", "left", "port", "sarn", "before", "dawn", "with", "ten", "men", "and", "two", "boats"]
    ),
    max_size=60,
)


@settings(max_examples=60, deadline=None)
@given(words, words, st.booleans())
def test_order_of_reading_changes_nothing_and_every_copy_is_made_of_words(
    one: list[str], two: list[str], dated: bool
) -> None:
    first = edition(" ".join([*one, LEAD, *two]), name="a")
    second = edition(" ".join([*two, LEAD, *one]), name="b")
    if dated:
        second = replace(second, passages=(replace(second.passages[0], published="2031-06-01"),))
    forward, backward = traced(first, second), traced(second, first)
    assert forward == backward
    assert forward
    for copied, original in quoted(forward, first, second):
        assert copied.strip() == copied
        assert set(copied.split()) & set(original.split())


def test_a_sentence_that_a_log_repeats_is_traced_each_time() -> None:
    sentence = (
        "the Harbour Guard left the port of Velmora on Sunday and went back to its barracks near the old salt works"
    )
    log = edition(
        "\n\n".join(f"Entry {n} of day {n}: {sentence} at hour {n} by order {n}." for n in range(9)), name="log"
    )
    other = edition(f"It was said that {sentence} once.", name="other")
    by_id = {each.document: each for each in (log, other)}
    found = trace([log, other], by_id.__getitem__)
    told = (each.of_span if each.of_document == log.document else each.span for each in found)
    assert len(found) == len({span.start for span in told}) == 9
