"""Which passage a character belongs to."""

from __future__ import annotations

import itertools
import pickle
import time
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.records.document import Edition, Passage, PassageRole, Span

_ENDS = st.integers(0, 30)
_SPANS = st.lists(st.tuples(_ENDS, _ENDS).map(lambda ends: Span(min(ends), max(ends))), min_size=1, max_size=9)


def laid(spans: list[Span]) -> Edition:
    passages = tuple(
        Passage(f"s{number}", "s0" if number else None, PassageRole.BODY if number == 0 else PassageRole.QUOTE, span)
        for number, span in enumerate(spans)
    )
    return Edition("d", "test", "x" * 30, passages)


def innermost(edition: Edition, offset: int) -> Passage:
    """The definition, word for word: the last of the shortest passages over a character, none longer than the root."""
    found = edition.passages[0]
    for passage in edition.passages:
        if passage.span.start <= offset < passage.span.end and len(passage.span) <= len(found.span):
            found = passage
    return found


def runs_of(edition: Edition) -> Iterator[tuple[str, Span]]:
    edges = [edge for each in edition.passages for edge in (each.span.start, each.span.end)]
    owners = ((innermost(edition, offset).id, offset) for offset in range(min(edges), max(edges)))
    for owner, run in itertools.groupby(owners, key=lambda pair: pair[0]):
        offsets = [offset for _, offset in run]
        yield owner, Span(offsets[0], offsets[-1] + 1)


@given(_SPANS)
def test_a_character_belongs_to_the_innermost_passage(spans: list[Span]) -> None:
    edition = laid(spans)
    for offset in range(-1, 32):
        assert edition.passage_at(offset) is innermost(edition, offset)


@given(_SPANS)
def test_stretches_share_out_the_text_among_innermost_passages(spans: list[Span]) -> None:
    edition = laid(spans)
    assert [(passage.id, span) for passage, span in edition.stretches()] == list(runs_of(edition))


def test_ten_thousand_passages_are_looked_up_at_once() -> None:
    count = 10_000
    edition = laid([Span(0, 3 * count), *(Span(3 * each, 3 * each + 2) for each in range(count))])
    began = time.process_time()
    assert sum(1 for _ in edition.stretches()) == 2 * count
    assert all(edition.passage_at(3 * each).id == f"s{each + 1}" for each in range(count))
    assert time.process_time() - began < 2


def test_looking_up_changes_nothing_of_an_edition() -> None:
    fresh, used = laid([Span(0, 9), Span(2, 4)]), laid([Span(0, 9), Span(2, 4)])
    used.passage_at(3)
    assert used == fresh
    assert hash(used) == hash(fresh)
    assert repr(used) == repr(fresh)
    assert pickle.loads(pickle.dumps(used)).passage_at(3).id == "s1"
    assert replace(used, passages=used.passages[:1]).passage_at(3).id == "s0"


def test_a_passage_lies_in_all_that_is_around_it() -> None:
    edition = laid([Span(0, 9), Span(2, 4)])
    assert [each.id for each in edition.chain_of(edition.passages[1])] == ["s0", "s1"]
