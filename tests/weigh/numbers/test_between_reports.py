"""Numbers that two short reports give for one thing in words of their own, read from their texts."""

from __future__ import annotations

from functools import cache

import pytest

from sayso.extract import extract
from sayso.records.document import Document
from sayso.records.matter import Dispute, DisputeKind
from sayso.records.pile import Findings, Pile
from sayso.resolve import resolve_actors, resolve_matters, resolve_places
from sayso.settings import Settings
from sayso.weigh import weigh
from tests.factory import edition


@cache
def disputes(*reports: str) -> tuple[Dispute, ...]:
    """The disputes between reports of other outlets that came out one day apart."""
    editions = [
        edition(text, name=f"{at}", outlet=outlet, published=f"2031-05-{20 + at}")
        for at, (text, outlet) in enumerate(zip(reports, ("Harbour Post", "Relief Watch"), strict=True))
    ]
    read = list(extract(editions, Settings()))
    pile = Pile(
        documents={
            each.document: Document(each.document, each.document * 4, "x.txt", len(each.text), "text/plain")
            for each in editions
        },
        editions={each.document: each for each in editions},
        passages={passage.id: passage for each in editions for passage in each.passages},
        mentions={mention.id: mention for each in read for mention in each.mentions},
        sayings={saying.id: saying for each in read for saying in each.sayings},
        claims={claim.id: claim for each in read for claim in each.claims},
        times={each.document: each.times for each in read},
    )
    actors, places = resolve_actors(pile), resolve_places(pile, Settings())
    matters = resolve_matters(pile, actors, places, ())
    return weigh(pile, Findings(actors=actors, places=places, matters=matters))[1]


def contradictions(*reports: str) -> list[set[str]]:
    return [
        {value.value for value in each.values} for each in disputes(*reports) if each.kind is DisputeKind.CONTRADICTION
    ]


@pytest.mark.parametrize(
    ("one", "two", "values"),
    [
        (
            "Police arrested 30 people in Ostrel on Sunday, a spokesman said.",
            "More than 250 marchers were rounded up in Ostrel on Sunday.",
            {"30 people", "More than 250 marchers"},
        ),
        (
            "The prison at Haldane was quiet again after the riot on Sunday. Five inmates died, the warden said.",
            "What happened at Haldane on Sunday was a massacre. A doctor counted 38 dead.",
            {"Five inmates", "38 dead"},
        ),
        (
            "Raiders torched 40 houses in Dunmere on Sunday, the governor said.",
            "In Dunmere 190 homes were burnt to the ground on Sunday.",
            {"40 houses", "190 homes"},
        ),
        (
            "The navy sank two boats of the Harbour Guard off Lorn on Sunday, the admiralty said.",
            "Fishermen saw six boats of the Harbour Guard go down off Lorn on Sunday.",
            {"two boats", "six boats"},
        ),
        (
            "The Brigade captured nine villages in the Marl valley on Sunday, its spokesman said.",
            "Two villages in the Marl valley fell on Sunday.",
            {"nine villages", "Two villages"},
        ),
    ],
    ids=["other word for arrests", "day told before", "other nouns", "other verbs", "taken and fallen"],
)
def test_far_apart_numbers_of_one_place_and_day_contradict(one: str, two: str, values: set[str]) -> None:
    assert values in contradictions(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("A car bomb killed three people in Ostrel on Sunday.", "Shelling killed 20 people in Ostrel on Sunday."),
        ("Gunmen killed three people in Ostrel on Sunday.", "Gunmen killed 20 people in Lorn on Sunday."),
        ("Five soldiers were killed at Kestrel Pass on Sunday.", "Nine rebels were killed at Kestrel Pass on Sunday."),
        ("The quake in Brenn destroyed 40 houses on Sunday.", "The quake in Brenn damaged 900 houses on Sunday."),
        ("Raiders burnt 40 houses in Dunmere on Sunday.", "Raiders burnt 190 houses in Hartsel on Sunday."),
        ("Nahal won 70 percent of the vote on Sunday.", "In Lorn Nahal won 40 percent of the vote on Sunday."),
        ("Voters gave Nahal 57 percent of the vote on Sunday.", "Voters gave Kovar 43 percent of the vote on Sunday."),
    ],
    ids=["other means", "other place", "other side", "other fate", "other village", "one town's", "another's"],
)
def test_numbers_of_other_things_do_not(one: str, two: str) -> None:
    assert contradictions(one, two) == []


def test_counts_of_what_belongs_to_others_are_not_held_against_one_another() -> None:
    assert (
        contradictions(
            "Sundal showed how two Korvan tanks were blown up near Lorn on 19 May.",
            "Three Sundal tanks were blown up near Lorn on 19 May, the Korvan army said.",
        )
        == []
    )
