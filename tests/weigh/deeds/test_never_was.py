"""Whole events that are denied, against what other texts tell of them."""

from __future__ import annotations

from sayso.records.claim import Claim, Plover, Polarity
from sayso.records.matter import Dispute
from tests.piles import PileBuilder
from tests.weigh.test_weigh import weighed


def attacked(build: PileBuilder, published: str = "2031-05-20") -> Claim:
    where = build.document("Gunmen attacked the harbour on Monday.", "Post", "Harbour Post", published)
    quote = "Gunmen attacked the harbour"
    gunmen, harbour = ("Gunmen", None), ("the harbour", None)
    return build.deed(
        where, quote, "attack", Plover.ASSAULT, doer=gunmen, target=harbour, verb="attacked", mode="attacked"
    )


def never_was(build: PileBuilder, target: str = "the harbour") -> Claim:
    where = build.document(f"The attack on {target} never took place.", "Blog", "Ostrel Blog", "2031-05-22")
    quote, no = f"attack on {target} never took place", Polarity.NO
    return build.deed(
        where, quote, "attack", Plover.ASSAULT, target=(target, None), verb="attack", mode="attacked", polarity=no
    )


def whether(build: PileBuilder) -> list[Dispute]:
    return [each for each in weighed(build)[2] if each.slot == "whether"]


def test_an_event_that_is_told_is_held_against_the_word_that_it_never_was() -> None:
    build = PileBuilder()
    told, denied = attacked(build), never_was(build)
    assert [{claim for value in each.values for claim in value.claims} for each in whether(build)] == [
        {told.id, denied.id}
    ]


def test_an_event_elsewhere_is_not_denied_with_it() -> None:
    build = PileBuilder()
    attacked(build)
    never_was(build, "the airport")
    assert whether(build) == []


def test_an_event_of_another_season_is_not_denied_with_it() -> None:
    build = PileBuilder()
    attacked(build, published="2030-01-20")
    never_was(build)
    assert whether(build) == []


def test_who_was_not_tried_may_have_been_charged() -> None:
    build = PileBuilder()
    odeh = ("Karim Odeh", None)
    told = build.document("Prosecutors indicted Karim Odeh on Monday.", "Post", "Harbour Post", "2031-05-20")
    build.deed(told, "indicted Karim Odeh", "indict", Plover.COERCE, target=odeh, verb="indicted", mode="arrested")
    denied = build.document("Karim Odeh has not been tried.", "Radio", "Tarsk Radio", "2031-05-22")
    quote, no = "Karim Odeh has not been tried", Polarity.NO
    build.deed(denied, quote, "try", Plover.COERCE, target=odeh, verb="tried", mode="arrested", polarity=no)
    assert whether(build) == []
