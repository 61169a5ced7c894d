import pytest
from tests.factory import edition

from sayso.extract.found import Found
from sayso.extract.mentions import find_mentions
from sayso.extract.reading import parse, pipeline
from sayso.extract.ties import find_ties
from sayso.extract.times import find_times
from sayso.extract.traits import find_traits
from sayso.records.claim import Claim, Tie, Trait
from sayso.settings import Settings


def claims(text: str) -> list[Claim]:
    (reading,) = parse([edition(text)], pipeline(Settings().pipeline))
    found = Found.of(find_mentions(reading), find_times(reading))
    return [*find_ties(reading, found), *find_traits(reading, found)]


def ties(text: str) -> set[tuple[str, str, str]]:
    return {
        (each.content.a.text, each.content.tie.value, each.content.b.text)
        for each in claims(text)
        if isinstance(each.content, Tie)
    }


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("General Karim Odeh leads the Free Korvan Army.", ("General Karim Odeh", "LEADS", "the Free Korvan Army")),
        ("Nadir Soule, commander of the Ostrel Brigade, left.", ("Nadir Soule", "LEADS", "the Ostrel Brigade")),
        ("Egypt supports the Libyan government.", ("Egypt", "BACKS", "the Libyan government")),
        (
            "The Free Korvan Army is fighting the Ostrel Brigade.",
            ("The Free Korvan Army", "FIGHTS", "the Ostrel Brigade"),
        ),
        ("The Ostrel Brigade, based in Tripoli, denied it.", ("The Ostrel Brigade", "BASED_IN", "Tripoli")),
        ("The Ostrel Brigade controls Benghazi.", ("The Ostrel Brigade", "CONTROLS", "Benghazi")),
    ],
)
def test_a_tie_is_read_with_its_ends_the_right_way_round(text: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(text)


def test_an_office_printed_with_a_name_is_held_by_that_person() -> None:
    held = [each for each in claims("Prime Minister Anton Vesely spoke.") if isinstance(each.content, Tie)]
    assert [(each.content.tie.value, each.content.former) for each in held if isinstance(each.content, Tie)] == [
        ("HOLDS_OFFICE", False)
    ]


def test_a_former_office_is_marked_so() -> None:
    (held,) = [
        each.content for each in claims("Former Prime Minister Anton Vesely spoke.") if isinstance(each.content, Tie)
    ]
    assert held.former


def test_a_tie_that_is_denied_is_not_one_that_holds() -> None:
    found = claims("Egypt does not support the Libyan government.")
    assert [each.polarity.value for each in found if isinstance(each.content, Tie)] == ["no"]


def test_a_name_made_of_another_is_no_tie() -> None:
    assert ties("An Ostrel Brigade unit left.") == set()


@pytest.mark.parametrize(
    ("text", "trait", "value"),
    [
        ("Ali Rasen, 43, was arrested.", "age", "43"),
        ("Egyptian general Ali Rasen was arrested.", "nationality", "Egypt"),
        ("Ali Rasen, a lawyer, was arrested.", "occupation", "a lawyer"),
    ],
)
def test_traits(text: str, trait: str, value: str) -> None:
    found = [(each.content.trait, each.content.value) for each in claims(text) if isinstance(each.content, Trait)]
    assert (trait, value) in found


def test_every_claim_points_at_its_words() -> None:
    text = "Prime Minister Anton Vesely is backed by Egypt. Nadir Soule, commander of the Ostrel Brigade, is not."
    for claim in claims(text):
        assert claim.span.of(text) == claim.quote
