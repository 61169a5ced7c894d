"""An edition as people judged it is an edition like any other: its passages nest and cover its text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.judge import add_claim, amend_edition, quote_words
from sayso.records.claim import Deed, Extraction, Polarity, Quantity, Status
from sayso.records.document import Edition, PassageRole, Span
from sayso.records.judgement import Judgement, TargetKind, TextQuote
from tests.factory import edition

TEXT = (
    "Guard enters port.\n\nThe Harbour Guard entered Port Sarn on Sunday. At least eleven sailors were seen.\n\n"
    "lena: they were mine sweepers!\n\nSubscribe to the Harbour Post."
)


def judged(made: Edition, verb: str, value: str, span: Span | None = None, own: str = "j-1") -> Judgement:
    document = made.document
    if span is None:
        anchor = TextQuote(document, TargetKind.DOCUMENT, document, 0, 0, "")
    else:
        anchor = quote_words(made.text, span, "w-1", TargetKind.WORDS, document)
    return Judgement(own, verb, (anchor.target,), "Ada", "I saw it", "2031-06-01T00:00:00Z", value, None, (anchor,))


def over(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 80), st.sampled_from(PassageRole)), max_size=6))
def test_passages_nest_and_cover_the_text_whatever_is_judged(cuts: list[tuple[int, int, PassageRole]]) -> None:
    made = edition(TEXT)
    for number, (start, length, role) in enumerate(cuts):
        span = Span(start, min(len(TEXT), start + length))
        made = amend_edition(made, [judged(made, "passage-is", role.value, span, f"j-{number}")])
    root, *others = made.passages
    assert (root.parent, root.span) == (None, Span(0, len(TEXT)))
    by_id = {each.id: each for each in made.passages}
    assert len(by_id) == len(made.passages)
    assert all(by_id[each.parent or ""].span.holds(each.span) for each in others)
    assert all(
        (one.span.start, -one.span.end) <= (two.span.start, -two.span.end) for one, two in pairwise(made.passages)
    )
    runs = [span for _, span in made.stretches()]
    assert runs[0].start == 0
    assert runs[-1].end == len(TEXT)
    assert all(one.end == two.start for one, two in pairwise(runs))


def test_a_comment_is_cut_out_of_what_it_stands_in() -> None:
    made = edition(TEXT)
    words = over("lena: they were mine sweepers!")
    amended = amend_edition(made, [judged(made, "passage-is", "comment", words)])
    assert amended.passage_at(words.start).role is PassageRole.COMMENT
    assert amended.passage_at(words.end + 2).role is PassageRole.BODY
    again = amend_edition(amended, [judged(made, "passage-is", "quote", words)])
    assert [each.role for each in again.passages] == [PassageRole.BODY, PassageRole.QUOTE]


def test_passages_inside_take_a_date_from_the_one_that_was_dated_unless_they_have_their_own() -> None:
    made = edition(TEXT, published=None)
    inner = judged(made, "passage-is", "quote", over("lena: they were mine sweepers!"))
    made = amend_edition(made, [inner, judged(made, "dated", "2031-05-20"), judged(made, "outlet-is", "Ostrel Blog")])
    assert (made.published, made.outlet) == ("2031-05-20", "Ostrel Blog")
    assert {(each.published, each.outlet) for each in made.passages} == {("2031-05-20", "Ostrel Blog")}
    assert made.published_reason == "Ada judged it so: I saw it"


def test_what_is_gone_changes_nothing() -> None:
    made = edition(TEXT)
    lost = judged(edition(TEXT + " Once more with feeling, said the mate."), "passage-is", "comment", Span(120, 150))
    assert amend_edition(edition("Another text."), [lost]).passages == edition("Another text.").passages
    assert amend_edition(made, []) == made


def added(words: str, spec: str) -> object:
    made = edition(TEXT)
    return add_claim(Extraction(made.document, "by hand"), made, over(words), spec)


def test_an_added_claim_quotes_its_words_and_has_the_voice_of_the_outlet() -> None:
    made = edition(TEXT)
    spec = "MOVE; actor: Harbour Guard; verb: entered; status: planned; denied"
    claim = add_claim(Extraction(made.document, "by hand"), made, over("entered Port Sarn"), spec)
    assert isinstance(claim.content, Deed)
    assert (claim.quote, claim.content.verb.of(TEXT), claim.content.roles[0].text) == (
        "entered Port Sarn", "entered", "Harbour Guard",
    )  # fmt: skip
    assert (claim.polarity, claim.status) == (Polarity.NO, Status.PLANNED)
    assert [voice.name for voice in claim.voices] == ["Harbour Post"]
    assert claim.sentence.of(TEXT) == "The Harbour Guard entered Port Sarn on Sunday."


def test_an_added_number_is_read_with_its_hedge() -> None:
    made = edition(TEXT)
    claim = add_claim(
        Extraction(made.document, "by hand"),
        made,
        over("eleven sailors"),
        "people; stated: eleven sailors; hedge: at least",
    )
    assert isinstance(claim.content, Quantity)
    assert (claim.content.low, claim.content.high, claim.content.unit) == (11, None, "person")


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        ("", "begins with its type"),
        ("SAILING; actor: Harbour Guard", "begins with its type"),
        ("MOVE; actor", "not understood"),
        ("MOVE; actor: Free Korvan Army", "does not say"),
        ("LEADS; a: Harbour Guard", "needs b"),
        ("people; stated: sailors", "number"),
        ("MOVE; when: lately", "does not say"),
        ("MOVE; when: Sunday", "not read as a time"),
        ("MOVE; place: Port Sarn", "not read as a place"),
        ("MOVE; status: certain", "status is one of"),
        ("age; actor: Harbour Guard", "needs value"),
    ],
)
def test_a_claim_that_cannot_be_made_says_why(spec: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        added("entered Port Sarn", spec)
