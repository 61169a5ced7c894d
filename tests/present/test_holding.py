"""Whether ties held on a day, and from when until when, by claims of them that say more or less of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.present.holding import Answer, Holding, Telling, telling, thinned
from sayso.present.tenure import when_words
from sayso.records.claim import Claim, Polarity, Role, Stance, Status, Tie, TieKind, Voice, VoiceKind
from sayso.records.document import Span
from sayso.records.when import Anchor, Precision, When, WhenType, edtf_interval

A, B = Role("a", None, Span(0, 4), "Odeh"), Role("b", None, Span(10, 20), "the Guard")


def when(edtf: str, modifier: str | None = None, at: int = 22) -> When:
    span = Span(at, at + 4)
    return When(
        "d-1", span, edtf, WhenType.DATE, edtf, edtf, Precision.UNKNOWN, Anchor.STATED, "as it stands", modifier
    )


def said(published: str | None, *times: When, **more: object) -> Telling | None:
    """What a claim in a passage of that date tells; ``more`` is what the tie says of its own times."""
    standing = {key: more.pop(key) for key in ("polarity", "status", "stance", "kind") if key in more}
    tie = Tie(standing.get("kind", TieKind.LEADS), A, B, **more)  # type: ignore[arg-type]
    voice = Voice("Harbour Post", VoiceKind.OUTLET, standing.get("stance", Stance.ASSERTS))  # type: ignore[arg-type]
    claim = Claim(
        f"c-{published}-{sorted(more)}",
        "d-1",
        "s-1",
        Span(0, 20),
        Span(0, 200),
        "Odeh leads the Guard",
        standing.get("polarity", Polarity.YES),  # type: ignore[arg-type]
        standing.get("status", Status.ACTUAL),  # type: ignore[arg-type]
        (voice,),
        tie,
    )
    return telling(claim, edtf_interval(published), times)


def holding(*tellings: Telling | None) -> Holding:
    return Holding(tuple(each for each in tellings if each is not None))


def on(held: Holding, day: str) -> Answer:
    return held.on(date.fromisoformat(day))


def test_a_tie_told_on_a_day_held_that_day_and_nothing_is_said_of_others() -> None:
    told = holding(said("2031-05-20"))
    assert on(told, "2031-05-20") is Answer.HELD
    assert {on(told, "2031-05-19"), on(told, "2031-05-21")} == {Answer.UNTOLD}
    assert when_words(told) == "from 20 May 2031 at the latest; end unknown"


def test_between_two_days_it_is_told_of_a_tie_is_taken_to_have_held() -> None:
    told = holding(said("2031-05-20"), said("2031-07-02"))
    assert on(told, "2031-06-01") is Answer.HELD
    assert when_words(told) == "from 20 May 2031 at the latest; still told on 2 July 2031, end unknown"


def test_an_end_told_in_between_leaves_a_gap() -> None:
    told = holding(said("2031-05-20"), said("2031-06-01", until=when("2031-05-25")), said("2031-07-02"))
    assert on(told, "2031-06-10") is Answer.OVER
    assert on(told, "2031-07-02") is Answer.DISPUTED


def test_a_tenure_holds_between_its_ends_and_not_outside_them() -> None:
    told = holding(said("2031-05-20", start=when("2011", "from"), until=when("2017", "to")))
    assert on(told, "2010-12-31") is Answer.BEFORE
    assert on(told, "2011-06-15") is Answer.UNTOLD  # the day in 2011 is not told
    assert on(told, "2014-01-01") is Answer.HELD
    assert on(told, "2018-01-01") is Answer.OVER
    assert when_words(told) == "from 2011 until 2017"


def test_what_is_former_was_over_by_the_day_it_is_told() -> None:
    told = holding(said("2031-05-19", former=True))
    assert on(told, "2031-05-19") is Answer.OVER
    assert on(told, "2030-05-19") is Answer.UNTOLD
    assert when_words(told) == "start unknown; over by 19 May 2031"


def test_ends_that_cannot_both_be_right_stand_side_by_side() -> None:
    first = said("2031-05-20", start=when("2011", "from"), until=when("2017", "to"))
    other = said("2031-05-21", start=when("2011", "from"), until=when("2019", "to"))
    told = holding(first, other)
    assert when_words(told) == "from 2011; until 2017 or until 2019 (accounts differ)"
    assert on(told, "2018-06-01") is Answer.DISPUTED
    assert on(told, "2014-06-01") is Answer.HELD


def test_ends_that_can_both_be_right_come_to_the_finer_one() -> None:
    told = holding(
        said("2031-05-20", start=when("2027", "from"), until=when("2029", "to")),
        said("2031-05-21", start=when("2027-03", "from"), until=when("2029-10-03", "to")),
    )
    assert when_words(told) == "from March 2027 until 3 October 2029"


def test_a_second_tenure_does_not_contradict_the_first() -> None:
    told = holding(
        said("2031-05-20", start=when("2011", "from"), until=when("2013", "to")),
        said("2031-05-20", start=when("2020", "from"), until=when("2024", "to")),
    )
    assert [on(told, f"{year}-06-01") for year in (2012, 2016, 2022, 2026)] == [
        *(Answer.HELD, Answer.OVER, Answer.HELD, Answer.OVER),
    ]


def test_what_began_ended_and_began_again_is_told_in_turn() -> None:
    told = holding(
        said("2031-05-20", start=when("2011", "from"), until=when("2013", "to")),
        said("2031-05-20", start=when("2020", "in"), until=None),
    )
    assert when_words(told) == "from 2011 until 2013, and again from 2020; end unknown"
    assert on(told, "2019-06-01") is Answer.OVER
    assert on(told, "2022-06-01") is Answer.UNTOLD


def test_that_a_place_was_taken_tells_of_that_day_and_of_none_after() -> None:
    taken = holding(said("2031-05-20", kind=TieKind.CONTROLS, start=when("2031-05-12")))
    assert [on(taken, f"2031-05-{day}") for day in (11, 12, 20)] == [Answer.BEFORE, Answer.HELD, Answer.UNTOLD]
    since = holding(said("2031-05-20", kind=TieKind.CONTROLS, start=when("2031-05-12", "since")))
    assert on(since, "2031-05-20") is Answer.HELD


def test_a_sentence_of_what_happened_days_ago_speaks_of_that_day_too() -> None:
    told = holding(said("2031-05-20", when("2031-05-18")))
    assert [on(told, f"2031-05-{day}") for day in (17, 18, 20)] == [Answer.UNTOLD, Answer.HELD, Answer.HELD]


@pytest.mark.parametrize("named", ["2031-03-18", "2031-05-25", "2031-04"])
def test_times_that_are_not_days_shortly_before_say_nothing_more(named: str) -> None:
    assert when_words(holding(said("2031-05-20", when(named)))) == "from 20 May 2031 at the latest; end unknown"


def test_what_nothing_dates_held_when_the_event_of_its_sentence_happened() -> None:
    tie = Tie(TieKind.LEADS, A, B)
    said_so = (Polarity.YES, Status.ACTUAL, ())
    claim = Claim("c-1", "d-1", "s-1", Span(0, 20), Span(0, 200), "Odeh leads the Guard", *said_so, tie)
    day = date(2031, 5, 18)
    told = holding(telling(claim, (None, None), (), (day, day)))
    assert when_words(told) == "from 18 May 2031 at the latest; end unknown"


def test_a_beginning_after_some_day_tells_of_no_day_on_which_it_held() -> None:
    told = holding(said("2031-05-20", start=when("1973/..", "after")))
    assert on(told, "1973-06-01") is Answer.UNTOLD
    assert on(told, "1972-06-01") is Answer.BEFORE
    assert when_words(told).startswith("begun in 1973 or later")


@pytest.mark.parametrize("denial", [{"polarity": Polarity.NO}, {"stance": Stance.DENIES}])
def test_a_denial_of_the_same_day_makes_it_disputed(denial: dict[str, object]) -> None:
    told = holding(said("2031-05-20"), said("2031-05-20", **denial))
    assert on(told, "2031-05-20") is Answer.DISPUTED
    assert on(holding(said("2031-05-20", **denial)), "2031-05-20") is Answer.DENIED


def test_what_is_planned_or_ordered_tells_nothing_of_holding() -> None:
    assert said("2031-05-20", status=Status.PLANNED) is None


def test_kinship_is_of_no_time() -> None:
    told = holding(said("2031-05-20", kind=TieKind.KIN_OF))
    assert on(told, "1990-01-01") is Answer.HELD
    assert when_words(told) == "not bound to a time"


def test_a_beginning_long_ago_says_nothing_of_the_years_since() -> None:
    told = holding(said("2031-05-20", start=when("1993")))
    assert on(told, "1992-12-31") is Answer.BEFORE
    assert on(told, "2020-01-01") is Answer.UNTOLD
    assert when_words(told) == "from 1993; end unknown"


def test_since_holds_to_the_day_it_is_told() -> None:
    told = holding(said("2031-05-20", start=when("1993", "since")))
    assert on(told, "2020-01-01") is Answer.HELD


def test_a_sentence_about_long_ago_tells_of_then() -> None:
    told = holding(said("2031-05-20", when("2009")))
    assert on(told, "2009-06-01") is Answer.HELD
    assert on(told, "2031-05-20") is Answer.UNTOLD


def test_a_tie_without_any_date_is_not_said_when() -> None:
    told = holding(said(None))
    assert on(told, "2031-05-20") is Answer.UNTOLD
    assert when_words(told) == "not said when"


_DAY = st.dates(date(2000, 1, 1), date(2031, 12, 31))


@given(st.lists(st.tuples(_DAY, _DAY, _DAY), min_size=1, max_size=4), _DAY)
def test_turns_give_the_same_answer_as_asking(tenures: list[tuple[date, date, date]], day: date) -> None:
    held = Holding(
        tuple(
            Telling(f"c-{n}", n % 3 == 2, low, high, (low, low), (high, end))
            for n, each in enumerate(tenures)
            for low, high, end in [sorted(each)]
        )
    )
    turned = [answer for since, answer in held.turns() if since <= day][-1]
    assert turned is held.on(day)


_PLAIN = st.builds(lambda low, high: Telling(f"c-{low}-{high}", first=min(low, high), last=max(low, high)), _DAY, _DAY)
_DATED = st.builds(
    lambda days, denies: Telling(f"c-{days}", denies, days[1], days[2], (days[0], days[1]), (days[2], days[3])),
    st.tuples(_DAY, _DAY, _DAY, _DAY).map(sorted),
    st.booleans(),
)


@given(st.lists(_PLAIN, max_size=8), st.lists(_DATED, max_size=2), _DAY)
def test_thinning_changes_no_answer(plain: list[Telling], dated: list[Telling], day: date) -> None:
    whole = Holding((*plain, *dated))
    thin = Holding(thinned((*plain, *dated)))
    assert thin.on(day) is whole.on(day)
    assert (thin.first, thin.last, thin.starts, thin.ends) == (whole.first, whole.last, whole.starts, whole.ends)


def test_a_beginning_told_for_after_the_last_of_two_tellings_does_not_part_them() -> None:
    plain = [
        Telling("c-1", first=date(2000, 1, 1), last=date(2000, 1, 1)),
        Telling("c-2", first=date(2000, 1, 1), last=date(2000, 1, 2)),
        Telling("c-3", first=date(2000, 2, 1), last=date(2000, 2, 1)),
    ]
    later = Telling("c-4", start=(date(2000, 2, 2), date(2001, 1, 1)))
    for day in (date(2000, 1, 2), date(2000, 1, 15)):
        assert Holding((*plain, later)).on(day) is Holding(thinned((*plain, later))).on(day) is Answer.HELD


def test_a_name_in_every_paper_is_thinned_to_two_tellings() -> None:
    told = [
        Telling(f"c-{day}", first=date.fromordinal(day), last=date.fromordinal(day)) for day in range(740_000, 741_000)
    ]
    assert len(thinned(told)) == 2


@pytest.mark.parametrize("more", [{"status": Status.POSSIBLE}, {"stance": Stance.ALLEGES}, {"stance": Stance.SUGGESTS}])
def test_what_may_be_or_is_alleged_is_not_said_to_have_held(more: dict[str, object]) -> None:
    assert on(holding(said("2031-05-20", **more)), "2031-05-20") is Answer.UNTOLD


def test_between_two_allegations_nothing_is_taken_to_have_held() -> None:
    told = holding(said("2031-05-20", stance=Stance.ALLEGES), said("2031-05-30", stance=Stance.ALLEGES))
    assert on(told, "2031-05-25") is Answer.UNTOLD


def test_what_is_alleged_to_be_over_is_not_said_to_be_over() -> None:
    told = holding(said("2031-05-20", stance=Stance.ALLEGES, former=True))
    assert on(told, "2031-05-25") is Answer.UNTOLD


def test_what_one_alleges_and_another_denies_is_disputed() -> None:
    told = holding(said("2031-05-20", stance=Stance.ALLEGES), said("2031-05-20", polarity=Polarity.NO))
    assert on(told, "2031-05-20") is Answer.DISPUTED


def test_what_one_alleges_and_another_asserts_held() -> None:
    told = holding(said("2031-05-20", stance=Stance.ALLEGES), said("2031-05-20"))
    assert on(told, "2031-05-20") is Answer.HELD
