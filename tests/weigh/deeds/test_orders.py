"""Orders that reports tell in ways that differ."""

from __future__ import annotations

from sayso.records.claim import Claim, Plover, Polarity, Status
from sayso.records.matter import Dispute, DisputeKind
from tests.piles import PileBuilder
from tests.weigh.test_weigh import weighed


def ordered(
    build: PileBuilder, name: str, verb: str, target: str, giver: str = "Odeh", published: str = "2031-05-20"
) -> Claim:
    """``name`` reports that ``giver`` ordered his forces to do something to ``target``."""
    text = f"{giver} has ordered his forces to {verb} {target}."
    where = build.document(text, name, f"The {name}", published)
    build.deed(
        where,
        f"his forces to {verb} {target}",
        verb,
        Plover.ASSAULT,
        target=(target, None),
        verb=verb,
        status=Status.ORDERED,
        sentence=text,
    )
    quote = f"{giver} has ordered his forces"
    return build.deed(where, quote, "order", Plover.REQUEST, doer=(giver, "Karim Odeh"), verb="ordered", sentence=text)


def over_orders(build: PileBuilder) -> list[Dispute]:
    return [each for each in weighed(build)[2] if each.slot == "ordered"]


def test_one_order_told_in_two_ways_is_a_dispute() -> None:
    build = PileBuilder()
    one, two = ordered(build, "Post", "sink", "Sundal trawlers"), ordered(build, "Courier", "stop", "any trawler")
    [dispute] = over_orders(build)
    assert dispute.kind is DisputeKind.CONTRADICTION
    assert dispute.question == "What did Karim Odeh order? — trawlers"
    assert [(value.value, value.claims) for value in dispute.values] == [
        ("sink Sundal trawlers", (one.id,)),
        ("stop any trawler", (two.id,)),
    ]


def test_an_order_told_twice_in_one_way_is_none() -> None:
    build = PileBuilder()
    ordered(build, "Post", "sink", "Sundal trawlers")
    ordered(build, "Courier", "sink", "any trawler")
    assert over_orders(build) == []


def test_orders_against_others_are_two() -> None:
    build = PileBuilder()
    ordered(build, "Post", "sink", "Sundal trawlers")
    ordered(build, "Courier", "stop", "the militias")
    assert over_orders(build) == []


def test_orders_of_other_weeks_are_two() -> None:
    build = PileBuilder()
    ordered(build, "Post", "sink", "Sundal trawlers")
    ordered(build, "Courier", "stop", "any trawler", published="2031-06-20")
    assert over_orders(build) == []


def test_an_order_and_the_order_not_to_are_at_odds() -> None:
    build = PileBuilder()
    ordered(build, "Post", "sink", "Sundal trawlers")
    text = "Odeh has ordered his forces not to sink any trawler."
    where = build.document(text, "Courier", "Velmora Courier", "2031-05-21")
    build.deed(
        where,
        "his forces not to sink any trawler",
        "sink",
        Plover.ASSAULT,
        target=("any trawler", None),
        verb="sink",
        status=Status.ORDERED,
        polarity=Polarity.NO,
        sentence=text,
    )
    quote = "Odeh has ordered his forces"
    build.deed(where, quote, "order", Plover.REQUEST, doer=("Odeh", "Karim Odeh"), verb="ordered", sentence=text)
    [dispute] = over_orders(build)
    assert [value.value for value in dispute.values] == ["not to sink any trawler", "sink Sundal trawlers"]
