"""A crime that people are held or charged for is of another day than the arrest, and part of nothing told with it."""

import pytest

from sayso.records.claim import Claim, Plover
from sayso.records.matter import Matter, MatterKind
from sayso.resolve import resolve_matters
from tests.piles import PileBuilder, on

PEOPLE = ("Karim Odeh",)
RAID = " The army took part in raids on Marsa."


def events(build: PileBuilder) -> dict[str, Matter]:
    found = resolve_matters(build.pile, build.actors, build.places, ())
    return {claim: each for each in found if each.kind is MatterKind.EVENT for claim in each.claims}


def arrest_and_murder(build: PileBuilder, between: str, murder: str) -> tuple[Claim, Claim]:
    arrest = "Police arrested ten men on Monday"
    sentence = f"{arrest}{between}{murder}."
    where = build.document(f"{sentence}{RAID}", "arrest", published="2031-05-20")
    held = build.deed(
        where,
        arrest,
        "arrest",
        Plover.COERCE,
        verb="arrested",
        mode="arrested",
        target=("ten men", None),
        when=on(where, "Monday", "2031-05-19"),
        sentence=sentence,
    )
    verb, victim = murder.split(maxsplit=1)[0], ("Odeh", "Karim Odeh")
    killed = build.deed(where, murder, "murder", verb=verb, mode="killed", target=victim, sentence=sentence)
    build.deed(where, "The army took part in raids on Marsa", "raid", verb="raids", mode="attacked")
    return held, killed


@pytest.mark.parametrize(
    ("between", "murder"),
    [(" over the ", "murder of Odeh"), (" in connection with the ", "murder of Odeh"), (" for ", "murdering Odeh")],
)
def test_the_murder_people_are_arrested_over_is_no_part_of_the_arrest(between: str, murder: str) -> None:
    build = PileBuilder()
    arrest, killing = arrest_and_murder(build, between, murder)
    found = events(build)
    assert found[arrest.id].when is not None
    told = found[killing.id].when
    assert found[killing.id].part_of is None
    assert told is not None
    assert told.is_bound


def test_the_murder_people_are_arrested_over_is_the_one_that_others_date() -> None:
    build = PileBuilder(people=PEOPLE)
    _, killing = arrest_and_murder(build, " over the ", "murder of Odeh")
    where = build.document("Odeh was killed on 2 March 2031.", "killing")
    target = ("Odeh", "Karim Odeh")
    day = on(where, "2 March 2031", "2031-03-02")
    dated = build.deed(where, "Odeh was killed on 2 March 2031", "kill", mode="killed", target=target, when=day)
    found = events(build)
    assert found[killing.id] == found[dated.id]


def test_an_arrest_for_a_killing_with_a_day_of_its_own_leaves_it_that_day() -> None:
    build = PileBuilder()
    sentence = "Police arrested ten men on Monday over the killing of Odeh on 2 March."
    where = build.document(sentence, "arrest")
    build.deed(
        where,
        "Police arrested ten men on Monday",
        "arrest",
        Plover.COERCE,
        mode="arrested",
        verb="arrested",
        when=on(where, "Monday", "2031-05-19"),
        sentence=sentence,
    )
    killing = build.deed(
        where,
        "killing of Odeh on 2 March",
        "killing",
        mode="killed",
        verb="killing",
        target=("Odeh", None),
        when=on(where, "2 March", "2031-03-02"),
        sentence=sentence,
    )
    when = events(build)[killing.id].when
    assert when is not None
    assert when.edtf == "2031-03-02"
