"""A text that is printed again on a later day tells of what it told before."""

from sayso.records.claim import Claim
from sayso.records.document import Edition, Span
from sayso.records.matter import Copy, Matter, MatterKind
from sayso.resolve import resolve_matters
from tests.piles import PileBuilder, on

SENTENCE = "Police in Velmora detained about 900 people overnight, the ministry said on Monday."


def paper(build: PileBuilder, name: str, published: str, night: str) -> tuple[Edition, Claim]:
    where = build.document(f"{name}. {SENTENCE}", name, name, published)
    build.saying(where, "Police in Velmora detained about 900 people overnight", "said")
    overnight, monday = on(where, "overnight", night), on(where, "Monday", "2031-05-19")
    build.times[where.document] = (overnight, monday)
    words = "Police in Velmora detained about 900 people overnight"
    claim = build.deed(where, words, "detain", verb="detained", mode="arrested", when=overnight, sentence=SENTENCE)
    return where, claim


def whole(of: Edition) -> Span:
    return Span(0, len(of.text))


def copy(one: Edition, two: Edition) -> Copy:
    return Copy(one.document, whole(one), two.document, whole(two), 1.0, "from")


def events(build: PileBuilder, *copies: Copy) -> dict[str, Matter]:
    found = resolve_matters(build.pile, build.actors, build.places, copies)
    return {claim: each for each in found if each.kind is MatterKind.EVENT for claim in each.claims}


def test_one_agency_text_in_two_papers_tells_of_one_night() -> None:
    build = PileBuilder()
    post, first = paper(build, "Harbour Post", "2031-05-19", "2031-05-18")
    courier, second = paper(build, "Velmora Courier", "2031-05-20", "2031-05-19")
    found = events(build, copy(courier, post))
    assert found[first.id] == found[second.id]
    when = found[first.id].when
    assert when is not None
    assert when.edtf == "2031-05-18"


def test_overnight_said_on_monday_is_the_night_before_monday_in_tuesdays_paper() -> None:
    build = PileBuilder()
    _, claim = paper(build, "Velmora Courier", "2031-05-20", "2031-05-19")
    when = events(build)[claim.id].when
    assert when is not None
    assert when.edtf == "2031-05-18"


def test_overnight_in_the_paper_of_the_day_it_was_said_stays() -> None:
    build = PileBuilder()
    _, claim = paper(build, "Harbour Post", "2031-05-19", "2031-05-18")
    when = events(build)[claim.id].when
    assert when is not None
    assert when.edtf == "2031-05-18"


def test_a_stock_phrase_in_two_papers_is_no_reprint() -> None:
    build = PileBuilder()
    post, first = paper(build, "Harbour Post", "2031-05-19", "2031-05-18")
    courier, second = paper(build, "Velmora Courier", "2031-06-20", "2031-06-19")
    phrase = Copy(
        courier.document,
        build.span(courier, "detained about 900 people overnight"),
        post.document,
        build.span(post, "detained about 900 people overnight"),
        1.0,
        "from",
    )
    found = events(build, phrase)
    assert found[first.id] != found[second.id]
