from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from sayso.records.claim import MOVED, Claim, Plover, Quantity, VoiceKind
from sayso.records.matter import Dispute, DisputeKind
from sayso.records.pile import Findings
from sayso.resolve import resolve_matters
from sayso.weigh import weigh
from sayso.weigh.numbers.figures import Figure, Givers, compare
from sayso.weigh.numbers.intervals import can_both_hold, core
from sayso.weigh.numbers.verdicts import judge
from tests.piles import PileBuilder, on, said
from tests.weigh.texts import opened


def quantity(stated: str, low: float | None, high: float | None, hedge: str | None = None) -> Quantity:
    return Quantity("killed", stated, hedge, low, high, False, False, "person")


def disputes(build: PileBuilder) -> tuple[Dispute, ...]:
    matters = resolve_matters(build.pile, build.actors, build.places, ())
    return weigh(build.pile, Findings(actors=build.actors, places=build.places, matters=matters))[1]


@pytest.mark.parametrize(
    ("stated", "low", "high", "hedge", "number"),
    [
        ("at least 80 people", 80, None, "at least", 80),
        ("nearly 600", 540, 600, "nearly", 600),
        ("about 70", 63, 77, "about", 70),
        ("some seventy", 63, 77, "some", 70),
        ("up to 22", 0, 22, "up to", 22),
        ("55", 55, 55, None, 55),
    ],
)
def test_the_number_written_is_known_under_its_hedge(
    stated: str, low: float, high: float | None, hedge: str | None, number: float
) -> None:
    assert core(quantity(stated, low, high, hedge)) == number


@pytest.mark.parametrize(
    ("one", "two", "together"),
    [
        (quantity("at least 80", 80, None), quantity("83", 83, 83), True),
        (quantity("at least 10", 10, None), quantity("75", 75, 75), False),
        (quantity("at least 20", 20, None), quantity("19", 19, 19), True),
        (quantity("about 10", 9, 11), quantity("11", 11, 11), True),
        (quantity("12", 12, 12), quantity("14", 14, 14), False),
    ],
)
def test_two_numbers_hold_together_where_an_editor_would_print_them_as_agreeing(
    one: Quantity, two: Quantity, together: bool
) -> None:
    assert can_both_hold(one, two) is together
    assert can_both_hold(two, one) is together


def shelled(build: PileBuilder, name: str, text: str, quote: str, low: float, **more: Any) -> Claim:
    where = build.document(text, name, f"The {name}", "2031-05-20")
    build.deed(
        where, text.split(",", maxsplit=1)[0], "shell", place=("Velmora", "Velmora") if "Velmora" in text else None
    )
    return build.figure(where, quote, "killed", low, sentence=text, **more)


def test_numbers_of_one_shelling_meet_though_its_deeds_do_not() -> None:
    build = PileBuilder()
    shelled(build, "Post", "Rockets hit the fish market of Velmora, killing 21 people.", "21 people", 21)
    shelled(build, "Courier", "Shells fell on the fish market of Velmora, killing 36 people.", "36 people", 36)
    (dispute,) = disputes(build)
    assert (dispute.slot, dispute.kind) == ("killed", DisputeKind.CONTRADICTION)
    assert [value.value for value in dispute.values] == ["21 people", "36 people"]


def test_numbers_that_one_report_gives_side_by_side_are_of_two_things() -> None:
    build = PileBuilder()
    for name in ("Post", "Courier"):
        text = "Raids on Velmora, the army said, killed 45 people and in Tarsk 22 people."
        where = build.document(text, name, f"The {name}", "2031-05-20")
        for quote, low in (("45 people", 45), ("22 people", 22)):
            build.figure(where, quote, "killed", low, sentence=text)
    assert disputes(build) == ()


def landed(build: PileBuilder, name: str, text: str, low: float, lemma: str, place: str) -> None:
    where = build.document(text, name, f"The {name}", "2031-08-03")
    told = text.removesuffix(".")
    deed = build.deed(where, told, lemma, Plover.MOVE, when=on(where, "this year", "2031"), place=(place, place))
    quote = " ".join(text.split()[:2])
    build.figure(where, quote, "arrived", low, high=None, of=deed, scope="so far this year", sentence=text)


def test_counts_of_those_who_landed_here_and_there_are_of_different_things() -> None:
    build = PileBuilder()
    landed(build, "Post", "95,000 migrants landed in Ardesh this year.", 95_000, "land", "Ardesh")
    landed(build, "Courier", "111,000 migrants reached Sundal this year.", 111_000, "reach", "Sundal")
    (dispute,) = disputes(build)
    assert (dispute.slot, dispute.kind) == ("count", DisputeKind.OTHER_SCOPE)
    assert dispute.question == "How many migrants? — 2031"


def test_counts_of_those_who_landed_in_one_place_are_held_against_one_another() -> None:
    build = PileBuilder()
    landed(build, "Post", "60,000 migrants landed in Ardesh this year.", 60_000, "land", "Ardesh")
    landed(build, "Courier", "111,000 migrants landed in Ardesh this year.", 111_000, "land", "Ardesh")
    (dispute,) = disputes(build)
    assert dispute.kind is DisputeKind.CONTRADICTION


def reported(build: PileBuilder, name: str, text: str, quote: str, low: float, day: str = "2031-05-20") -> Claim:
    """A report whose one sentence counts the dead of a shelling of Velmora."""
    where = build.document(text, name, f"The {name}", day)
    build.deed(where, text.split(",", maxsplit=1)[0], "shell", place=("Velmora", "Velmora"), sentence=text)
    return build.figure(where, quote, "killed", low, sentence=text)


def test_one_text_with_another_number_was_brought_up_to_date() -> None:
    build = PileBuilder()
    text = "Army rockets hit crowded fish market stalls of Velmora harbour, killing {} people, hospital doctors said."
    reported(build, "Post", text.format(21), "21 people", 21)
    reported(build, "Courier", text.format(36), "36 people", 36)
    (dispute,) = disputes(build)
    assert dispute.kind is DisputeKind.UPDATE
    assert "brought up to date" in dispute.reasons[0]


def test_a_count_that_rises_from_day_to_day_is_an_update() -> None:
    build = PileBuilder()
    for name, verb, low, day in (
        ("Post", "Rockets hit", 21, "2031-05-20"),
        ("Courier", "Shells struck", 30, "2031-05-20"),
        ("Times", "Shelling ruined", 36, "2031-05-21"),
    ):
        reported(build, name, f"{verb} the fish market of Velmora, killing {low} people.", f"{low} people", low, day)
    (dispute,) = disputes(build)
    assert dispute.kind is DisputeKind.UPDATE


def figure(build: PileBuilder, name: str, low: float, day: date) -> Figure:
    where = build.document(f"Rockets killed {low} people.", name, "Harbour Post", day.isoformat())
    claim = build.figure(where, f"{low} people", "killed", low)
    assert isinstance(claim.content, Quantity)
    return Figure(claim, claim.content, low, "all", "o-harbour-post", day)


@pytest.mark.parametrize(("days", "kind"), [(0, DisputeKind.OTHER_SCOPE), (1, DisputeKind.UPDATE)])
def test_what_one_outlet_tells_on_one_day_may_be_two_things_and_on_two_a_count_that_moved(
    days: int, kind: DisputeKind
) -> None:
    build = PileBuilder()
    one = figure(build, "Morning", 21, date(2031, 5, 20))
    two = figure(build, "Evening", 36, date(2031, 5, 20) + timedelta(days))
    verdict = compare(one, two)
    assert verdict is not None
    assert verdict[0] is kind


def by_other(build: PileBuilder, name: str, low: float, day: date, voice: str = "") -> Figure:
    """What an outlet of its own gives, or has from ``voice``."""
    where = build.document(f"Rockets killed {low} people.", name, name, day.isoformat())
    voices = (said(voice),) if voice else ()
    claim = build.figure(where, f"{low} people", "killed", low, voices=voices)
    assert isinstance(claim.content, Quantity)
    return Figure(claim, claim.content, low, "all", f"o-{name}", day)


def kind_of(one: Figure, two: Figure, *others: Figure) -> DisputeKind | None:
    verdict = compare(one, two, Givers((one, two, *others)))
    return verdict[0] if verdict is not None else None


DAY = date(2031, 5, 20)


def test_what_was_first_reported_is_brought_up_to_date_by_a_larger_number_alone() -> None:
    build = PileBuilder()
    first, final = by_other(build, "Post", 21, DAY, "Initial reports"), by_other(build, "Courier", 36, DAY, "a doctor")
    assert kind_of(first, final) is DisputeKind.UPDATE
    assert kind_of(first, by_other(build, "Radio", 12, DAY, "a doctor")) is DisputeKind.CONTRADICTION


@pytest.mark.parametrize(
    ("low", "high", "kind"),
    [(10, 75, DisputeKind.CONTRADICTION), (10, 45, DisputeKind.UPDATE), (1, 8, DisputeKind.UPDATE)],
)
def test_a_count_of_many_does_not_leap_within_days(low: int, high: int, kind: DisputeKind) -> None:
    build = PileBuilder()
    assert kind_of(by_other(build, "Post", low, DAY), by_other(build, "Radio", high, DAY + timedelta(2))) is kind


def test_two_numbers_of_one_day_are_no_rise_unless_many_numbers_rise() -> None:
    build = PileBuilder()
    one, two = by_other(build, "Post", 17, DAY, "a doctor"), by_other(build, "Radio", 22, DAY, "the mayor")
    later = [by_other(build, f"Paper {n}", 30 + n, DAY + timedelta(n), f"source {n}") for n in range(1, 4)]
    assert kind_of(one, two, later[0]) is DisputeKind.CONTRADICTION
    assert kind_of(one, two, *later) is DisputeKind.UPDATE


def test_what_an_outlet_says_it_told_before_is_given_as_a_reason() -> None:
    build = PileBuilder()
    text = "An earlier report said that 21 people died when rockets hit Velmora. The hospital says that 36 people died."
    where = build.document(text, "Post")
    build.deed(where, "rockets hit Velmora", "hit", place=("Velmora", "Velmora"))
    earlier = said("an earlier report in the Harbour Post", VoiceKind.DOCUMENT)
    first, second = text.split(". ")
    build.figure(where, "21 people", "killed", 21, voices=(earlier,), sentence=first)
    build.figure(where, "36 people", "killed", 36, voices=(said("the hospital"),), sentence=second)
    told = judge(
        [
            Figure(claim, claim.content, claim.content.low or 0, "all", claim.voices[-1].name, None)
            for claim in build.claims.values()
            if isinstance(claim.content, Quantity)
        ]
    )
    assert told is not None
    assert "an earlier report in the Harbour Post gave; the same text then gives “36 people”" in told[1][-1]


def test_who_prints_less_later_goes_by_another_count() -> None:
    build = PileBuilder()
    more, less = figure(build, "Morning", 22, DAY), figure(build, "Evening", 12, DAY + timedelta(1))
    assert kind_of(more, less) is DisputeKind.CONTRADICTION


def test_the_dead_of_two_villages_are_more_than_those_of_one() -> None:
    build = PileBuilder()
    one, both = by_other(build, "Post", 20, DAY), by_other(build, "Radio", 40, DAY)
    assert kind_of(one, replace(both, spread="two villages")) is DisputeKind.OTHER_SCOPE
    assert kind_of(replace(one, spread="two villages"), both) is DisputeKind.CONTRADICTION


@pytest.mark.parametrize(("doctor", "kind"), [("", DisputeKind.UPDATE), ("a doctor", DisputeKind.CONTRADICTION)])
def test_what_takes_the_place_of_an_earlier_count_is_an_update_of_what_no_other_source_gave(
    doctor: str, kind: DisputeKind
) -> None:
    build = PileBuilder()
    early, late = by_other(build, "Post", 5, DAY, doctor), by_other(build, "Radio", 13, DAY, "the mayor")
    assert kind_of(early, replace(late, claim=replace(late.claim, reasons=(MOVED,)))) is kind


def moved_in_one_text(build: PileBuilder) -> list[Figure]:
    """What a report gives, and what it says was reported before."""
    where = build.document("Rockets killed 19 people. Initial reports had five dead.", "Post")
    told = [
        build.figure(
            where, "19 people", "killed", 19, voices=(said("the mayor"),), sentence="Rockets killed 19 people."
        )
    ]
    told.append(build.figure(where, "five dead", "killed", 5, reasons=(MOVED,)))
    return [
        Figure(claim, claim.content, claim.content.low or 0, "all", claim.voices[-1].name, DAY)
        for claim in told
        if isinstance(claim.content, Quantity)
    ]


def test_a_number_that_a_text_left_behind_contradicts_no_larger_one() -> None:
    build = PileBuilder()
    judged = judge([*moved_in_one_text(build), by_other(build, "Radio", 20, DAY, "a doctor")])
    assert judged is not None
    assert not any("five dead” and “20" in reason for reason in judged[1])


def test_what_two_sources_give_is_not_left_behind_with_one_of_them() -> None:
    build = PileBuilder()
    others = [by_other(build, name, low, DAY, name) for name, low in (("a doctor", 5), ("the Watch", 5), ("Radio", 30))]
    judged = judge([*moved_in_one_text(build), *others])
    assert judged is not None
    assert judged[0] is DisputeKind.CONTRADICTION


def of_days(build: PileBuilder, name: str, low: float, days: str) -> Figure:
    given = by_other(build, name, low, DAY, name)
    where = build.editions[given.claim.document]
    return replace(given, quantity=replace(given.quantity, when=on(where, "Rockets", days)))


def test_those_of_one_night_are_some_of_those_of_the_week() -> None:
    build = PileBuilder()
    night, week = of_days(build, "Post", 20, "2031-05-10"), of_days(build, "Radio", 69, "2031-05-09/2031-05-13")
    assert kind_of(night, week) is DisputeKind.OTHER_SCOPE
    more = of_days(build, "Times", 90, "2031-05-10")
    assert kind_of(more, week) is DisputeKind.CONTRADICTION


def test_a_text_that_another_outlet_copied_is_no_second_report_of_the_first_outlet() -> None:
    one = by_other(PileBuilder(), "Post", 5, date(2031, 5, 20))
    two = replace(by_other(PileBuilder(), "Courier", 13, date(2031, 5, 20)), origin=one.origin)
    assert kind_of(one, two) is not DisputeKind.OTHER_SCOPE


def test_who_fled_abroad_is_not_counted_with_who_fled_within_the_country(tmp_path: Path) -> None:
    text = (
        "Militants have used the chaos, and some 4.3 million people have fled the country.\n\n"
        "The United Nations says at least 250,000 people have been killed and 6.6 million people in Korvania have been"
        " displaced."
    )
    assert not opened(tmp_path, "displaced", ("Orm Gazette", "2031-05-20", text))
