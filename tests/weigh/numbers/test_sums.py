"""Shares and sums of money that sources put at other numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.records.claim import INSTEAD, Claim, Quantity, Voice, VoiceKind
from sayso.records.matter import Dispute, DisputeKind
from tests.piles import PileBuilder, said
from tests.weigh.test_weigh import weighed


def by(who: str) -> tuple[Voice]:
    return (said(who, VoiceKind.PERSON),)


def share(build: PileBuilder, number: float, topic: str, who: str, *, day: str = "2031-05-20", at: str = "") -> Claim:
    """A share of something on somebody's word, in a report of its own unless ``at`` is what that report is called."""
    name = at or f"Post {who} {number:.0f}"
    text = f"{topic} {number:.0f} percent, {who} said."
    where = build.document(text, name, name, day)
    voices = by(who) if who else ()
    made = build.figure(where, f"{number:.0f} percent", "share", number, unit="percent", voices=voices, sentence=text)
    assert isinstance(made.content, Quantity)
    build.claims[made.id] = replace(made, content=replace(made.content, topic=topic))
    return build.claims[made.id]


def shares(build: PileBuilder) -> list[Dispute]:
    return [each for each in weighed(build)[2] if each.slot == "share"]


def test_two_reports_of_one_turnout_contradict_each_other() -> None:
    build = PileBuilder()
    share(build, 81, "turnout in the presidential election", "Lina Saab")
    share(build, 43, "turnout in the presidential election in Korvania", "Karim Odeh")
    [dispute] = shares(build)
    assert dispute.kind is DisputeKind.CONTRADICTION
    assert dispute.question == "What share? — turnout in the presidential election in Korvania"


@pytest.mark.parametrize(
    ("topic", "who", "day"),
    [
        ("turnout in the presidential election in Ostrel", "Karim Odeh", "2031-05-20"),
        ("growth of the wheat harvest in Tarsk", "Karim Odeh", "2031-05-20"),
        ("turnout in the presidential election in Tarsk", "Lina Saab", "2031-05-20"),
        ("turnout in the presidential election in Tarsk", "Karim Odeh", "2031-07-20"),
        ("turnout in the presidential election in Tarsk", "", "2031-05-20"),
    ],
    ids=["another town", "another thing", "one source of one day", "months later", "nobody's word"],
)
def test_shares_of_other_things_are_no_dispute(topic: str, who: str, day: str) -> None:
    build = PileBuilder()
    share(build, 81, "turnout in the presidential election in Tarsk", "Lina Saab")
    share(build, 43, topic, who, day=day)
    assert all(each.kind is not DisputeKind.CONTRADICTION for each in shares(build))


def paid(second: str, number: float, who: str, *reasons: str) -> list[DisputeKind]:
    """What a report of a ransom and one of another sum right behind it come to."""
    build = PileBuilder()
    text = f"Sundal paid 3 million for the hostages, Lina Saab said. {who} said {second}."
    where = build.document(text, "Post", "Post")
    first = build.figure(where, "3 million", "money", 3e6, unit="USD", voices=by("Lina Saab"), sentence=text[:55])
    last = build.figure(where, second, "money", number, unit="USD", voices=by(who), reasons=reasons)
    for claim, topic in ((first, "Sundal paid for the hostages"), (last, second.partition(" 1")[0])):
        assert isinstance(claim.content, Quantity)
        build.claims[claim.id] = replace(claim, content=replace(claim.content, topic=topic))
    return [each.kind for each in weighed(build)[2] if each.slot == "money"]


def test_who_says_no_more_of_a_sum_than_was_told_before_speaks_of_the_same() -> None:
    assert paid("paid 1.2 million", 1.2e6, "Karim Odeh") == [DisputeKind.CONTRADICTION]
    assert paid("paid for the harbour 1.2 million", 1.2e6, "Karim Odeh") == []
    assert paid("paid 1.2 million", 1.2e6, "Lina Saab") == []


def test_a_sum_given_in_place_of_another_is_of_the_same() -> None:
    assert paid("the price was 1.2 million", 1.2e6, "Karim Odeh", INSTEAD) == [DisputeKind.CONTRADICTION]
