"""Which of two texts that share words has them from the other."""

from dataclasses import replace

import pytest

from sayso.records.document import Edition, Passage, PassageRole, Span
from sayso.records.matter import Copy
from sayso.trace import trace
from sayso.trace.credits import credits_in
from tests.factory import edition

STORY = (
    "Gunmen loyal to a retired general stormed the National Assembly in Port Sarn on Sunday, "
    "demanding that it be suspended and power handed to a council of elders."
)
MORE = (
    " The guards at the gate had been sent home the night before, and nobody has said on whose word they went. "
    "Lena Marsh, a deputy from Tarsk, got out through a kitchen with two of her colleagues and a cook."
)


def only_copy(*editions: Edition) -> Copy:
    by_id = {each.document: each for each in editions}
    (copy,) = trace(editions, by_id.__getitem__)
    return copy


def inset(around: Edition, words: str, role: PassageRole, outlet: str | None) -> Edition:
    """The same edition with some of its words as a passage of their own."""
    start = around.text.index(words)
    root = around.passages[0]
    passage = Passage("s-inset", root.id, role, Span(start, start + len(words)), outlet, published=root.published)
    return replace(around, passages=(root, passage))


@pytest.mark.parametrize(
    "credit",
    [
        "Meridian Wire contributed to this report.",
        "Additional reporting by Meridian Wire.",
        "This article was first published by Meridian Wire.",
        "The post “Gunmen storm Assembly” appeared first on Meridian Wire.",
        "Source: Meridian Wire",
    ],
)
def test_a_credit_shows_the_source_against_the_dates(credit: str) -> None:
    wire = edition(STORY + MORE, name="a", outlet="Meridian Wire", published="2031-05-19")
    paper = edition(f"{STORY}\n\n{credit}", name="b", outlet="Harbour Post", published="2031-05-18")
    copy = only_copy(wire, paper)
    assert (copy.document, copy.of_document, copy.direction) == (paper.document, wire.document, "from")
    assert copy.credit == "Meridian Wire"
    assert "it credits Meridian Wire" in copy.reasons[1]


def test_an_agency_dateline_is_a_credit() -> None:
    paper = edition(f"PORT SARN (Reuters) - {STORY}", outlet="Harbour Post")
    (credit,) = credits_in(paper)[paper.passages[0].id]
    assert credit.outlet == "Reuters"


def test_a_text_signed_by_an_agency_credits_it_and_one_that_ends_in_a_place_does_not() -> None:
    signed = edition(f"{STORY} (AFP)", name="a")
    plain = edition(f"{STORY} (Tarsk)", name="b")
    assert [each.outlet for each in credits_in(signed)[signed.passages[0].id]] == ["Agence France-Presse"]
    assert credits_in(plain) == {}


def test_two_texts_that_credit_one_agency_need_not_know_each_other() -> None:
    early = edition(f"PORT SARN (Reuters) - {STORY}", name="a", outlet="Harbour Post", published="2031-05-18")
    late = edition(f"{STORY} (Reuters)", name="b", outlet="Velmora Courier", published="2031-05-20")
    copy = only_copy(early, late)
    assert (copy.direction, copy.credit) == ("unknown", "Reuters")
    assert "both name Reuters" in copy.reasons[1]


def test_of_two_texts_of_one_outlet_the_carried_one_is_the_copy() -> None:
    own = edition(STORY, name="a", outlet="Velmora Courier", published=None)
    carried = replace(edition(STORY + " So.", name="b", outlet="Velmora Courier"), carrier="Ostrel Blog")
    copy = only_copy(own, carried)
    assert (copy.document, copy.direction) == (carried.document, "from")
    assert copy.reasons[1] == "Ostrel Blog carries there what Velmora Courier published"


def test_a_digest_item_is_copied_from_the_outlet_it_names_whatever_the_dates() -> None:
    paper = edition(STORY + MORE, name="a", outlet="Harbour Post", published="2031-05-20")
    digest = inset(
        edition(f"What they wrote: {STORY}", name="b", outlet=None, published="2031-05-18"),
        STORY,
        PassageRole.DIGEST_ITEM,
        "harbourpost",
    )
    copy = only_copy(paper, digest)
    assert (copy.document, copy.of_document, copy.direction) == (digest.document, paper.document, "from")


def test_two_digests_that_quote_one_outlet_copy_it_and_not_each_other() -> None:
    one, two = (
        inset(
            edition(f"{name}: {STORY}", name=name, outlet=None, published=day), STORY, PassageRole.QUOTE, "Tarsk Radio"
        )
        for name, day in (("a", "2031-05-18"), ("b", "2031-05-20"))
    )
    copy = only_copy(one, two)
    assert (copy.direction, copy.credit) == ("unknown", "Tarsk Radio")


def test_a_quotation_that_breaks_off_is_an_excerpt_of_the_longer_text() -> None:
    whole = edition(STORY + MORE, name="a", outlet="Harbour Post", published=None)
    blog = edition(f"I saw this somewhere:\n\n“{STORY[:-1]} …”", name="b", outlet=None, published=None)
    blog = inset(blog, f"“{STORY[:-1]} …”", PassageRole.QUOTE, None)
    copy = only_copy(whole, blog)
    assert (copy.document, copy.direction) == (blog.document, "from")
    assert "breaks off" in copy.reasons[1]


def test_a_text_that_is_all_in_a_longer_one_is_a_cut_of_it() -> None:
    whole = edition(STORY + MORE, name="a", outlet="Harbour Post", published="2031-05-18")
    cut = edition(STORY, name="b", outlet="Velmora Courier", published="2031-05-18")
    copy = only_copy(whole, cut)
    assert (copy.document, copy.of_document, copy.direction) == (cut.document, whole.document, "from")
    assert "all of it stands in the other" in copy.reasons[1]


def test_two_cuts_of_one_agency_text_show_nothing_by_their_lengths() -> None:
    long = edition(f"PORT SARN (Reuters) - {STORY}{MORE}", name="a", outlet="Harbour Post", published="2031-05-18")
    short = edition(STORY, name="b", outlet="Velmora Courier", published="2031-05-18")
    assert only_copy(long, short).direction == "unknown"


def test_a_shared_quotation_shows_no_copying_even_where_dates_differ() -> None:
    words = "we call once more on all parties to lay down their arms and to come to the table without delay"
    early = edition(f"The envoy spoke on Monday. “{words},” she said.", name="a", published="2031-05-19")
    late = edition(f"In Velmora, “{words}” was heard with doubt.", name="b", published="2031-05-20")
    assert only_copy(early, late).direction == "unknown"


def test_a_rewritten_text_is_told_by_less_where_it_credits_its_agency() -> None:
    wire = edition(STORY, name="a", outlet="Meridian Wire", published="2031-05-18")
    rewritten = (
        "Gunmen loyal to a retired general stormed the National Assembly and asked for elders to take its place; "
        "nobody has heard of the speaker since, and the streets around the building stay closed."
    )
    plain = edition(rewritten, name="b", outlet="Harbour Post", published="2031-05-19")
    credited = edition(f"{rewritten}\n\nMeridian Wire contributed to this report.", name="c", outlet="Harbour Post")
    by_id = {each.document: each for each in (wire, plain, credited)}
    assert trace((wire, plain), by_id.__getitem__) == ()
    assert only_copy(wire, credited).credit == "Meridian Wire"
