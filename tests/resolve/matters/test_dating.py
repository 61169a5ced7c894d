"""Events that no claim dates: by when they had happened, and what that follows from."""

from dataclasses import replace

import pytest

from sayso.records.claim import Claim, Plover, Polarity, Status
from sayso.records.document import Edition, Passage, PassageRole, Span
from sayso.records.matter import BestWhen, MatterKind
from sayso.resolve import resolve_matters
from tests.piles import PileBuilder, on


def when_of(build: PileBuilder, claim: Claim) -> BestWhen | None:
    found = resolve_matters(build.pile, build.actors, build.places, ())
    return next(each.when for each in found if each.kind is MatterKind.EVENT and claim.id in each.claims)


def test_what_nobody_dates_had_happened_by_the_day_it_was_told() -> None:
    build = PileBuilder()
    where = build.document("Marauders burned the archive.", "a", published="2031-05-20")
    burned = build.deed(where, "Marauders burned the archive", "burn", verb="burned")
    assert when_of(build, burned) == BestWhen("../2031-05-20", "told then", (burned.id,), inferred=True)


def test_of_two_tellings_the_earlier_says_by_when_it_had() -> None:
    build = PileBuilder(people=("Karim Odeh",))
    claims = []
    for name, day in (("a", "2031-05-20"), ("b", "2031-05-25")):
        text = "The Guard killed Odeh"
        where = build.document(f"{text}.", name, published=day)
        claims.append(build.deed(where, text, "kill", mode="killed", target=("Odeh", "Karim Odeh"), verb="killed"))
    first, second = (when_of(build, each) for each in claims)
    assert first == second
    assert first is not None
    assert first.edtf == "../2031-05-20"


def test_what_was_said_on_a_day_had_happened_by_that_day() -> None:
    text = "The Guard killed six sailors, a commander said on Saturday."
    build = PileBuilder()
    where = build.document(text, "a", published="2031-05-20")
    build.saying(where, "The Guard killed six sailors", "said")
    build.times[where.document] = (on(where, "Saturday", "2031-05-17"),)
    killed = build.deed(where, "The Guard killed six sailors", "kill", verb="killed", sentence=text)
    best = when_of(build, killed)
    assert best is not None
    assert (best.edtf, best.reason) == ("../2031-05-17", "said then: “Saturday”")


def test_a_day_that_is_not_beside_the_words_for_saying_bounds_nothing() -> None:
    text = (
        "On Saturday, before the Assembly met again in the capital after weeks, a commander said the Guard killed six."
    )
    build = PileBuilder()
    where = build.document(text, "a", published="2031-05-20")
    build.saying(where, "the Guard killed six", "said")
    build.times[where.document] = (on(where, "Saturday", "2031-05-17"),)
    killed = build.deed(where, "the Guard killed six", "kill", verb="killed", sentence=text)
    best = when_of(build, killed)
    assert best is not None
    assert best.edtf == "../2031-05-20"


@pytest.mark.parametrize(
    ("status", "polarity"),
    [(Status.PLANNED, Polarity.YES), (Status.POSSIBLE, Polarity.YES), (Status.ACTUAL, Polarity.NO)],
)
def test_plans_and_denials_say_nothing_of_by_when(status: Status, polarity: Polarity) -> None:
    build = PileBuilder()
    where = build.document("Marauders burned the archive.", "a", published="2031-05-20")
    burned = build.deed(where, "Marauders burned the archive", "burn", verb="burned", status=status, polarity=polarity)
    assert when_of(build, burned) is None


def test_what_came_then_was_between_that_and_the_telling() -> None:
    text = "A clerk was seized on 3 May and then released"
    build = PileBuilder()
    where = build.document(f"{text}.", "a", published="2031-05-20")
    time = on(where, "3 May", "2031-05-03")
    released = build.deed(where, text, "release", Plover.RETREAT, mode="released", verb="released", when=time)
    best = when_of(build, released)
    assert best is not None
    assert (best.edtf, best.reason) == ("2031-05-03/2031-05-20", "it came after “3 May”; told then")


def test_the_dead_of_an_offensive_fell_between_its_beginning_and_the_telling() -> None:
    text = "The Guard launched an offensive on 3 May. So far 40 people were killed in it."
    build = PileBuilder()
    where = build.document(text, "a", published="2031-05-20")
    build.deed(
        where,
        "an offensive on 3 May",
        "offensive",
        mode="attacked",
        verb="offensive",
        when=on(where, "3 May", "2031-05-03"),
        sentence="The Guard launched an offensive on 3 May.",
    )
    killed = build.deed(
        where,
        "40 people were killed",
        "kill",
        mode="killed",
        verb="killed",
        sentence="So far 40 people were killed in it.",
    )
    best = when_of(build, killed)
    assert best is not None
    assert best.edtf == "2031-05-03/2031-05-20"
    assert best.inferred


def headed(text: str, heading: str) -> tuple[PileBuilder, Edition]:
    """A document whose first words are the heading of the rest."""
    build = PileBuilder()
    where = build.document(text, "a", published="2031-05-20")
    head = Passage("p-head", where.passages[0].id, PassageRole.HEADING, Span(0, len(heading)), published="2031-05-20")
    made = replace(where, passages=(*where.passages, head))
    build.editions[made.document] = made
    return build, made


@pytest.mark.parametrize(
    ("doer", "edtf"),
    [("Korvan navy", "2031-05-18"), ("Free Korvan Army", "../2031-05-20")],
)
def test_what_only_a_heading_tells_has_the_day_its_report_begins_with(doer: str, edtf: str) -> None:
    heading = "Korvan navy bars foreign ships"
    text = f"{heading}\nThe army on Sunday ordered foreign vessels to leave."
    build, where = headed(text, heading)
    barred = build.deed(
        where, heading, "bar", Plover.COERCE, mode="banned", verb="bars", doer=("Korvan navy", "Korvan navy")
    )
    barred = replace(barred, passage="p-head")
    build.claims[barred.id] = barred
    build.deed(
        where,
        "The army on Sunday ordered foreign vessels",
        "order",
        Plover.REQUEST,
        verb="ordered",
        doer=("The army", doer),
        when=on(where, "Sunday", "2031-05-18"),
    )
    best = when_of(build, barred)
    assert best is not None
    assert best.edtf == edtf
    assert best.inferred
