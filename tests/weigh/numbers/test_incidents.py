"""Which numbers of different documents count the same people."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from sayso.records.claim import INSTEAD, MOVED, VoiceKind
from sayso.records.matter import DisputeKind
from sayso.records.pile import Findings
from sayso.resolve import resolve_matters
from sayso.weigh.numbers.leads import find_leads
from sayso.weigh.numbers.tallies import Tally, find_tallies
from sayso.weigh.surroundings import Surroundings
from tests.piles import PileBuilder, on, said
from tests.weigh.test_weigh import weighed


def storming(build: PileBuilder, outlet: str, *tolls: tuple[str, float], by: Sequence[str] = ()) -> None:
    """A report of one storming that gives several numbers of killed, each on the word of somebody where ``by`` says."""
    told = " and ".join(quote for quote, _ in tolls)
    text = f"Gunmen stormed the National Assembly on Sunday, killing {told}."
    where = build.document(text, outlet, f"The {outlet}", "2031-05-19")
    deed = build.deed(
        where,
        "stormed the National Assembly on Sunday",
        "storm",
        target=("the National Assembly", "National Assembly"),
        when=on(where, "Sunday", "2031-05-18"),
    )
    for (quote, number), name in zip_longest(tolls, by):
        voices = (said(name, VoiceKind.ORGANIZATION),) if name else ()
        told_in = {"sentence": text} if name else {}
        build.figure(where, quote, "killed", number, high=number, of=deed, voices=voices, **told_in)


def test_those_of_one_noun_are_held_against_one_another_beside_others() -> None:
    build = PileBuilder()
    storming(build, "Post", ("two Sundal guards", 2), ("11 deputies", 11))
    storming(build, "Courier", ("three Sundal guards", 3))
    [dispute] = weighed(build)[2]
    assert dispute.kind is DisputeKind.CONTRADICTION
    assert {value.value for value in dispute.values} == {"two Sundal guards", "three Sundal guards"}


def test_those_of_one_noun_are_not_held_against_those_of_another() -> None:
    build = PileBuilder()
    storming(build, "Post", ("12 guards", 12), ("18 deputies", 18))
    storming(build, "Courier", ("34 guards", 34), ("15 deputies", 15))
    for dispute in weighed(build)[2]:
        assert len({value.value.split()[-1] for value in dispute.values}) == 1


def test_what_sources_give_for_one_deed_is_held_against_one_another_beside_other_numbers() -> None:
    build = PileBuilder()
    storming(build, "Post", ("90 dead", 90), ("seven dead", 7), by=("Free Korvan Army", "Health Ministry"))
    storming(build, "Courier", ("three dead", 3), by=("Harbour Guard",))
    [dispute] = weighed(build)[2]
    assert {"three dead"} < {value.value for value in dispute.values}


def test_what_three_sources_give_in_one_sentence_is_a_dispute() -> None:
    build = PileBuilder()
    by = ("Harbour Board", "Health Ministry", "Harbour Guard")
    storming(build, "Post", ("50 dead", 50), ("45 people", 45), ("some 80", 80), by=by)
    [dispute] = weighed(build)[2]
    assert dispute.kind is DisputeKind.CONTRADICTION
    assert [value.value for value in dispute.values] == ["45 people", "50 dead", "some 80"]


def test_what_one_source_gives_in_one_sentence_adds_up() -> None:
    build = PileBuilder()
    storming(build, "Post", ("50 dead", 50), ("45 people", 45), by=("Harbour Board", "Harbour Board"))
    assert weighed(build)[2] == ()


def told_twice(build: PileBuilder, first: float, second: float, *, moved: bool) -> None:
    """A report that gives a number of dead and then another, and says whether the one took the place of the other."""
    text = f"Gunmen stormed the fort on Sunday. There were {first:.0f} dead. The count is {second:.0f} dead now, a wire wrote."
    where = build.document(text, "Post", "The Post", "2031-05-19")
    deed = build.deed(where, "stormed the fort on Sunday", "storm", when=on(where, "Sunday", "2031-05-18"))
    build.figure(where, f"{first:.0f} dead", "killed", first, of=deed, voices=(said("the mayor"),))
    build.figure(
        where, f"{second:.0f} dead", "killed", second, voices=(said("the mayor"),), reasons=(MOVED,) if moved else ()
    )


def test_a_count_that_its_report_says_moved_is_an_update() -> None:
    build = PileBuilder()
    told_twice(build, 3, 9, moved=True)
    [dispute] = weighed(build)[2]
    assert dispute.kind is DisputeKind.UPDATE
    assert dispute.reasons == ("the text itself tells “3 dead” and “9 dead” as one count that moved",)


def test_two_counts_of_one_voice_in_one_report_are_of_two_things() -> None:
    build = PileBuilder()
    told_twice(build, 3, 9, moved=False)
    assert weighed(build)[2] == ()


def test_a_count_that_moved_past_belief_is_another() -> None:
    build = PileBuilder()
    told_twice(build, 3, 90, moved=True)
    assert weighed(build)[2] == ()


def test_the_others_who_were_wounded_are_all_the_wounded() -> None:
    build = PileBuilder()
    for outlet, wounded in (("Post", "30 others"), ("Courier", "20")):
        text = f"Gunmen stormed the National Assembly on Sunday, killing seven people and wounding {wounded}."
        where = build.document(text, outlet, f"The {outlet}", "2031-05-19")
        deed = build.deed(
            where,
            "stormed the National Assembly on Sunday",
            "storm",
            target=("the National Assembly", "National Assembly"),
            when=on(where, "Sunday", "2031-05-18"),
            sentence=text,
        )
        build.figure(where, "seven people", "killed", 7, of=deed, sentence=text)
        build.figure(where, wounded, "wounded", float(wounded.split()[0]), of=deed, sentence=text)
    [dispute] = weighed(build)[2]
    assert (dispute.slot, [value.value for value in dispute.values]) == ("wounded", ["20", "30 others"])


def test_two_numbers_that_add_up_to_the_one_a_report_leads_with_are_no_rivals() -> None:
    build = PileBuilder()
    text = "Shells killed ten people in Velmora. Seven people died, a doctor said. Three people died, the mayor said."
    where = build.document(text, "Post", "The Post", "2031-05-19")
    for quote, number, voice in (
        ("ten people", 10, ""),
        ("Seven people", 7, "a doctor"),
        ("Three people", 3, "the mayor"),
    ):
        deed = build.deed(
            where, f"{quote}", "shell", when=on(where, "Shells", "2031-05-18"), place=("Velmora", "Velmora")
        )
        build.figure(where, quote, "killed", number, of=deed, voices=(said(voice),) if voice else ())
    assert [
        each for each in weighed(build)[2] if {value.value for value in each.values} == {"Seven people", "Three people"}
    ] == []


def test_one_is_not_held_against_many() -> None:
    build = PileBuilder()
    storming(build, "Post", ("one guard", 1))
    storming(build, "Courier", ("18 guards", 18))
    assert weighed(build)[2] == ()


def report(build: PileBuilder, *sentences: tuple[str, tuple[tuple[str, float, str], ...]]) -> list[Tally]:
    """The numbers of one report, by sentence, each with whom it counts."""
    where = build.document(" ".join(text for text, _ in sentences), "Post", "The Post", "2031-05-19")
    for text, numbers in sentences:
        for quote, number, unit in numbers:
            build.figure(where, quote, "killed", number, unit=unit, sentence=text)
    findings = Findings(actors=build.actors, places=build.places, matters=resolve_matters(build.pile, (), (), ()))
    return find_tallies(build.pile, Surroundings.of(build.pile, findings), dict.fromkeys(build.claims, "o-post"))


def test_the_largest_of_what_adds_up_to_a_leading_number_leads_too() -> None:
    build = PileBuilder()
    tallies = report(
        build,
        ("Raids killed 25 civilians.", (("25 civilians", 25, "person"),)),
        ("Jets killed 11 people at a market.", (("11 people", 11, "person"),)),
        ("Others killed five people.", (("five people", 5, "person"),)),
        ("A raid killed two women and seven children.", (("two women", 2, "woman"), ("seven children", 7, "child"))),
    )
    leads, summed = find_leads(tallies, build.pile)
    numbers = [tally.number for tally in tallies]
    assert {numbers[each] for each in leads} == {25, 11}
    assert {numbers[whole]: numbers[part] for whole, part in summed.items()} == {25: 11}


def set_against(*, factor: float, sourced: bool = True) -> list[DisputeKind]:
    """The kinds of dispute between arrests that two sources tell one after the other, so many times apart."""
    build = PileBuilder()
    text = "Organisers said 60 people were arrested in Tarsk. The police put arrests at a few."
    where = build.document(text, "Post", "The Post")
    first = (said("organisers", VoiceKind.UNNAMED),)
    second = (said("Tarsk police", VoiceKind.ORGANIZATION),) if sourced else ()
    build.figure(where, "60 people", "arrested", 60, voices=first, sentence=text[:49])
    build.figure(where, "a few", "arrested", 60 / factor, voices=second, sentence=text[50:], reasons=(INSTEAD,))
    return [each.kind for each in weighed(build)[2]]


def test_a_number_given_in_place_of_another_contradicts_it_however_far_it_is_within_reason() -> None:
    assert set_against(factor=3) == [DisputeKind.CONTRADICTION]
    assert set_against(factor=30) == []


def test_what_no_source_gives_is_set_against_nothing() -> None:
    assert set_against(factor=3, sourced=False) == []


def reported(build: PileBuilder, outlet: str, number: float, who: str, town: str, day: str = "2031-05-19") -> None:
    text = f"The flood in {town} displaced {number:.0f} people on Sunday, {who} said."
    where = build.document(text, outlet, f"The {outlet}", day)
    build.mention(where, town, place=town)
    build.figure(where, f"{number:.0f} people", "displaced", number, voices=(said(who),), sentence=text)


def test_in_a_small_pile_two_reports_of_one_town_and_day_count_the_same_people() -> None:
    build = PileBuilder()
    reported(build, "Post", 900, "Lina Saab", "Tarsk")
    reported(build, "Courier", 400, "Karim Odeh", "Tarsk")
    reported(build, "Times", 80, "Basel Haddad", "Ostrel")
    [dispute] = weighed(build)[2]
    assert {each.value for each in dispute.values} == {"900 people", "400 people"}


def test_reports_of_days_apart_count_others() -> None:
    build = PileBuilder()
    reported(build, "Post", 900, "Lina Saab", "Tarsk")
    reported(build, "Courier", 400, "Karim Odeh", "Tarsk", "2031-05-24")
    assert not weighed(build)[2]
