"""Counts that one source raises from day to day, and counts from one day on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sayso.records.claim import MOVED, Claim, Quantity, VoiceKind
from sayso.records.matter import Dispute, DisputeKind
from sayso.records.when import When
from tests.piles import PileBuilder, on, said
from tests.weigh.test_weigh import weighed


def toll(build: PileBuilder, low: int, day: str, *, by: bool = True, who: str = "Lina Saab", **more: Any) -> Claim:
    published = str(more.get("published", day))
    text = f"At least {low} miners have died in the mine at Tarsk, {who} said on that day."
    where = build.document(text, f"Post {low} {who}", f"Post {low}", published)
    build.mention(where, "Tarsk", place="Tarsk")
    counted = on(where, "that day", day)
    made = build.figure(
        where, f"At least {low} miners", "killed", low, voices=(said(who, VoiceKind.PERSON),), sentence=text
    )
    return dated(build, made, replace(counted, modifier="by" if by else None))


def dated(build: PileBuilder, claim: Claim, when: When) -> Claim:
    assert isinstance(claim.content, Quantity)
    build.claims[claim.id] = replace(claim, content=replace(claim.content, when=when))
    return claim


def tolls(build: PileBuilder) -> list[Dispute]:
    return [each for each in weighed(build)[2] if each.slot == "killed"]


def test_a_toll_that_one_source_raises_over_a_week_is_an_update() -> None:
    build = PileBuilder()
    told = [toll(build, 201, "2031-05-14"), toll(build, 282, "2031-05-15"), toll(build, 401, "2031-05-17")]
    [dispute] = tolls(build)
    assert dispute.kind is DisputeKind.UPDATE
    assert [value.claims for value in dispute.values] == [(each.id,) for each in told]


def test_what_others_count_is_no_course_of_one_source() -> None:
    build = PileBuilder()
    toll(build, 201, "2031-05-14", who="Karim Odeh")
    toll(build, 282, "2031-05-17")
    assert tolls(build) == []


def test_the_dead_of_one_day_and_those_of_another_are_no_course() -> None:
    build = PileBuilder()
    toll(build, 201, "2031-05-14", by=False)
    toll(build, 282, "2031-05-16", by=False)
    assert tolls(build) == []


def test_a_count_that_falls_or_leaps_is_of_something_else() -> None:
    build = PileBuilder()
    toll(build, 282, "2031-05-14")
    toll(build, 201, "2031-05-16")
    toll(build, 900, "2031-05-18")
    assert tolls(build) == []


def detained(build: PileBuilder, number: int, start: str, published: str) -> Claim:
    text = f"The Watch said {number} people had been detained since that day."
    where = build.document(text, f"Post {number}", f"Post {number}", published)
    made = build.figure(where, f"{number} people", "detained", number, scope=f"since {start}", sentence=text)
    return dated(build, made, replace(on(where, "that day", start), modifier="since"))


def test_two_counts_from_one_day_on_are_one_count_that_rises() -> None:
    build = PileBuilder()
    detained(build, 6000, "2031-05-11", "2031-05-13")
    detained(build, 6700, "2031-05-11", "2031-05-15")
    [dispute] = weighed(build)[2]
    assert dispute.kind is DisputeKind.UPDATE
    assert "both count from one day on" in dispute.reasons[0]


def test_counts_from_two_days_on_are_two() -> None:
    build = PileBuilder()
    detained(build, 6000, "2031-05-11", "2031-05-13")
    detained(build, 6700, "2031-05-04", "2031-05-15")
    assert weighed(build)[2] == ()


def counted(build: PileBuilder, second: str = "the Watch") -> None:
    text = f"Police detained 364 people, the ministry said; {second} counted 259."
    where = build.document(text, "Post")
    voices = [(said(name, VoiceKind.ORGANIZATION),) for name in ("the ministry", second)]
    deed = build.deed(where, "Police detained 364 people", "detain", verb="detained", sentence=text, voices=voices[0])
    build.figure(where, "364 people", "arrested", 364, of=deed, sentence=text, voices=voices[0])
    build.figure(where, "259", "count", 259, unit=None, sentence=text, voices=voices[1])


def test_a_bare_number_counts_what_another_source_counts_before_it() -> None:
    build = PileBuilder()
    counted(build)
    [dispute] = weighed(build)[2]
    assert dispute.kind is DisputeKind.CONTRADICTION
    assert dispute.slot == "seized"


def test_a_bare_number_of_the_same_source_is_left_alone() -> None:
    build = PileBuilder()
    counted(build, second="the ministry")
    assert weighed(build)[2] == ()


def test_a_count_that_its_report_says_moved_may_rise_further() -> None:
    build = PileBuilder()
    toll(build, 12, "2031-05-14")
    late = toll(build, 57, "2031-05-16")
    build.claims[late.id] = replace(late, reasons=(MOVED,))
    [dispute] = tolls(build)
    assert dispute.kind is DisputeKind.UPDATE
