import pytest

from sayso.extract.found import Found
from sayso.extract.mentions.finding import find_mentions
from sayso.extract.parse.reading import parse, pipeline
from sayso.extract.ties.traits import find_traits
from sayso.extract.times.finding import find_times
from sayso.records.claim import Claim, Trait
from sayso.settings import Settings
from tests.factory import edition


def claims(text: str) -> tuple[Claim, ...]:
    (reading,) = parse([edition(text)], pipeline(Settings().pipeline))
    return find_traits(reading, Found.of(find_mentions(reading), find_times(reading)))


def traits(text: str) -> set[tuple[str, str, str]]:
    return {
        (each.content.actor.text, each.content.trait, each.content.value)
        for each in claims(text)
        if isinstance(each.content, Trait)
    }


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("Ali Rasen, 43, was arrested.", ("Ali Rasen", "age", "43")),
        ("Egyptian singer Ali Rasen was arrested.", ("Ali Rasen", "nationality", "Egypt")),
        ("Ali Rasen, a lawyer, was arrested.", ("Ali Rasen", "occupation", "lawyer")),
        ("Ali Rasen was a lawyer.", ("Ali Rasen", "occupation", "lawyer")),
        ("The Free Korvan Army (FKA) left.", ("The Free Korvan Army", "alias", "FKA")),
        ("Ali Rasen, also known as Abu Nur, left.", ("Ali Rasen", "alias", "Abu Nur")),
    ],
)
def test_a_trait_is_read_with_whose_it_is(text: str, trait: tuple[str, str, str]) -> None:
    assert trait in traits(text)


def test_two_occupations_are_two_claims() -> None:
    values = {
        value for _, trait, value in traits("Ali Rasen, a poet and former diplomat, left.") if trait == "occupation"
    }
    assert values == {"poet", "former diplomat"}


def test_an_occupation_stops_before_the_clause_behind_it() -> None:
    found = traits("Ali Rasen, the journalist who reported the story, left.")
    assert ("Ali Rasen", "occupation", "journalist") in found


@pytest.mark.parametrize(
    "text",
    [
        "Egyptian President Anton Vesely spoke.",
        "Egyptian navy spokesman Anton Vesely spoke.",
    ],
)
def test_an_office_of_a_country_says_nothing_of_where_its_holder_comes_from(text: str) -> None:
    assert not [each for each in traits(text) if each[1] == "nationality"]


def test_an_office_is_no_occupation() -> None:
    assert traits("Anton Vesely, the prime minister, spoke.") == set()


def test_what_a_body_is_known_as_is_no_other_name_of_its_leader() -> None:
    found = traits("Forces loyal to Karim Odeh, known as the Free Korvan Army, left.")
    assert ("Karim Odeh", "alias", "the Free Korvan Army") not in found


def test_every_trait_points_at_its_words() -> None:
    text = "Ali Rasen, 43, a lawyer also known as Abu Nur, joined the Free Korvan Army (FKA)."
    for claim in claims(text):
        assert claim.span.of(text) == claim.quote
