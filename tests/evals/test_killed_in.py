"""Summing up a report: which of its figures is the number killed."""

import pytest

from evals.numbers import Toll, edition_of, killed_in, quantities_in
from sayso.extract.parse.reading import parse, pipeline
from sayso.settings import Settings


def toll(title: str, text: str) -> Toll:
    row = {"unit_id": "1", "article_title": title, "article_content": text, "date": "5/20/31"}
    (reading,) = parse([edition_of(row)], pipeline(Settings().pipeline))
    return killed_in(reading, quantities_in(reading))


@pytest.mark.parametrize(
    ("title", "text", "killed"),
    [
        ("Bomb kills six in Tarsk", "A bomb killed six people and wounded 32 in Tarsk on Monday.", Toll(6, 0)),
        ("Raids hit Ostrel", "At least 11 civilians including 3 children were killed on Monday.", Toll(11, 0)),
        ("Clash near Velmora", "A raid killed 14 fighters and five civilians on Monday.", Toll(5, 14)),
        ("31 killed in Ostrel", "At least 31 Free Korvan Army fighters were killed on Monday.", Toll(0, 31)),
        ("20 dead in Tarsk", "At least 20 people were killed on Monday. 14 of the dead were rebels.", Toll(6, 14)),
        ("2 medics among 31 dead in Ostrel", "Shells fell on a clinic on Monday.", Toll(31, 0)),
        (
            "Seven children killed in Ostrel",
            "At least 10 people including seven children were killed on Monday, a monitor said.",
            Toll(10, 0),
        ),
        (
            "Dozens killed in Tarsk",
            "A bomb killed 12 people. More than 30000 people have been killed since the war began.",
            Toll(12, 0),
        ),
        ("52 dead in Ostrel", "At least 50 fighters and two civilians were killed on Monday.", Toll(2, 50)),
        ("40 civilians 25 rebel fighters killed", "Shells fell on Tarsk on Monday.", Toll(40, 25)),
        (
            "Army kills rebel leader",
            "The army killed a rebel commander in Tarsk. Karim Odeh and ten of his fighters were killed on Monday.",
            Toll(0, 11),
        ),
        (
            "Raids on Tarsk",
            "Also on Monday two people were killed in Velmora. The raids killed 29 people on Sunday.",
            Toll(29, 0),
        ),
        (
            "Bombs in Tarsk",
            "At least nine people were killed on Monday. In May bombs killed 15 people including five policemen.",
            Toll(9, 0),
        ),
        ("Talks open in Port Sarn", "Envoys of 12 states met 40 officials on Monday.", Toll(0, 0)),
    ],
)
def test_the_main_event_is_summed_up(title: str, text: str, killed: Toll) -> None:
    assert toll(title, text) == killed
