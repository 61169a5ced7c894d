"""Which judgements stand, and which stand against one another."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.judge.standing import find_standing
from sayso.records.judgement import Judgement, State

Made = list[tuple[Judgement, tuple[str, ...]]]


def judged(
    own: str, verb: str, *names: str, by: str = "Ada", value: str | None = None, undoes: str | None = None
) -> tuple[Judgement, tuple[str, ...]]:
    at = f"2031-06-01T00:00:{int(own):02}Z"
    return Judgement(f"j-{own}", verb, names, by, "seen", at, value, undoes), names


def states(*made: tuple[Judgement, tuple[str, ...]]) -> list[State]:
    keys = {each.id: tuple(frozenset({name}) for name in names) for each, names in made}
    standing = find_standing([each for each, _ in made], keys)
    return [standing[each.id][0] for each, _ in made]


HOLDS, CONTRARY, OVERRULED, REPLACED, UNDONE = (
    State.HOLDS, State.CONTRARY, State.OVERRULED, State.REPLACED, State.UNDONE,
)  # fmt: skip


def test_a_judgement_holds_until_it_is_undone_and_again_when_that_is_undone() -> None:
    first, back = judged("1", "reject", "c-1"), judged("2", "undo", undoes="j-1")
    assert states(first) == [HOLDS]
    assert states(first, back) == [UNDONE, HOLDS]
    assert states(first, back, judged("3", "undo", undoes="j-2")) == [HOLDS, UNDONE, HOLDS]


def test_contrary_judgements_of_two_people_constrain_nothing() -> None:
    assert states(judged("1", "reject", "c-1"), judged("2", "confirm", "c-1", by="Ben")) == [CONTRARY, CONTRARY]
    dates = judged("1", "dated", "d-1", value="2031-05-18"), judged("2", "dated", "d-1", value="2031-05-19", by="Ben")
    assert states(*dates) == [CONTRARY, CONTRARY]


def test_two_people_who_agree_both_hold() -> None:
    assert states(judged("1", "reject", "c-1"), judged("2", "reject", "c-1", by="Ben")) == [HOLDS, HOLDS]


def test_undoing_one_of_two_contrary_judgements_lets_the_other_stand() -> None:
    one, two = judged("1", "same", "m-1", "m-2"), judged("2", "not-same", "m-2", "m-1", by="Ben")
    assert states(one, two) == [CONTRARY, CONTRARY]
    assert states(one, two, judged("3", "undo", undoes="j-2", by="Ben")) == [HOLDS, UNDONE, HOLDS]


def test_the_word_of_who_is_trusted_stands() -> None:
    one, two = judged("1", "same", "m-1", "m-2"), judged("2", "not-same", "m-1", "m-2", by="Ben")
    assert states(one, two, judged("3", "trust", value="Ben"))[:2] == [OVERRULED, HOLDS]
    both = judged("3", "trust", value="Ben"), judged("4", "trust", value="Ada")
    assert states(one, two, *both)[:2] == [CONTRARY, CONTRARY]


def test_one_person_may_think_again() -> None:
    assert states(judged("1", "rename", "m-1", value="Odeh"), judged("2", "rename", "m-1", value="Gen. Odeh")) == [
        REPLACED,
        HOLDS,
    ]
    assert states(judged("1", "same", "m-1", "m-2"), judged("2", "not-same", "m-1", "m-2")) == [REPLACED, HOLDS]


def test_what_is_contrary_only_by_way_of_a_third_is_seen() -> None:
    made = (
        judged("1", "same", "m-1", "m-2"),
        judged("2", "same", "m-2", "m-3", by="Ben"),
        judged("3", "not-same", "m-3", "m-1", by="Cleo"),
        judged("4", "same", "m-7", "m-8"),
    )
    assert states(*made) == [CONTRARY, CONTRARY, CONTRARY, HOLDS]


def test_every_judgement_that_stands_against_another_is_contrary_not_only_the_first() -> None:
    made = (
        judged("1", "same", "m-1", "m-2"),
        judged("2", "same", "m-1", "m-2", by="Ben"),
        judged("3", "not-same", "m-1", "m-2", by="Cleo"),
    )
    assert states(*made) == [CONTRARY, CONTRARY, CONTRARY]
    assert states(made[0], judged("2", "same", "m-1", "m-2"), judged("3", "not-same", "m-1", "m-2")) == [
        REPLACED, REPLACED, HOLDS,
    ]  # fmt: skip


def test_what_points_at_nothing_any_more_says_so() -> None:
    lost, _ = judged("1", "reject", "c-1")
    assert find_standing([lost], {})["j-1"] == (State.GONE, "what it pointed at is no longer there")


def test_the_order_of_arrival_does_not_matter() -> None:
    made = judged("1", "reject", "c-1"), judged("2", "confirm", "c-1"), judged("3", "reject", "c-1", by="Ben")
    assert states(*made) == list(reversed(states(*reversed(made))))


VERBS = st.sampled_from(["same", "not-same", "reject", "confirm", "dated", "undo", "trust"])


@st.composite
def piles(draw: st.DrawFn) -> Made:
    made: Made = []
    for number in range(draw(st.integers(0, 8))):
        verb, by = draw(VERBS), draw(st.sampled_from(["Ada", "Ben", "Cleo"]))
        names = draw(st.permutations(["m-1", "m-2", "m-3"]))[: 2 if "same" in verb else 1]
        value = draw(st.sampled_from(["2031", "2032", "Ada", "Ben"])) if verb in ("dated", "trust") else None
        undoes = f"j-{draw(st.integers(0, number - 1))}" if verb == "undo" and number else None
        targets = () if verb in ("undo", "trust") else tuple(names)
        made.append(judged(str(number), verb, *targets, by=by, value=value, undoes=undoes))
    return made


@given(piles(), st.randoms())
def test_whatever_is_judged_the_order_of_arrival_does_not_matter(made: Made, chance: Random) -> None:
    shuffled = list(made)
    chance.shuffle(shuffled)
    first = dict(zip((each.id for each, _ in made), states(*made), strict=True))
    assert first == dict(zip((each.id for each, _ in shuffled), states(*shuffled), strict=True))


@settings(max_examples=400)
@given(piles())
def test_what_holds_never_contradicts_itself(made: Made) -> None:
    holding = [each for (each, _), state in zip(made, states(*made), strict=True) if state is HOLDS]
    answers: dict[tuple[str, str], set[str]] = {}
    for each in holding:
        if each.verb in ("reject", "confirm", "dated"):
            question = "dated" if each.verb == "dated" else "stands"
            answers.setdefault((question, each.targets[0]), set()).add(each.value or each.verb)
    assert all(len(values) == 1 for values in answers.values())
    joined = {frozenset(each.targets) for each in holding if each.verb == "same"}
    apart = {frozenset(each.targets) for each in holding if each.verb == "not-same"}
    assert not joined & apart
    # With three names, two joins make one of all three.
    assert not (len(joined) > 1 and apart)
