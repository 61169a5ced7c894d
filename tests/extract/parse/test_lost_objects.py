"""Objects that the pipeline hangs on other words."""

import pytest

from sayso.extract.parse.mending import mend
from sayso.extract.parse.parsed import Doc, Token
from sayso.extract.parse.reading import pipeline
from sayso.settings import Settings


def parsed(text: str) -> Doc:
    return mend(Doc(pipeline(Settings().pipeline)(text)))


def word(doc: Doc, text: str) -> Token:
    return next(each for each in doc if each.text == text)


@pytest.mark.parametrize(
    ("text", "noun", "head", "label"),
    [
        ("They attacked the airport, the broadcaster and the base late Monday.", "broadcaster", "airport", "conj"),
        ("Whether Sundal murdered Odeh is another question.", "Odeh", "murdered", "dobj"),
        ("Sundal armed Odeh in 2029, the Velmora Courier reported last year.", "Odeh", "armed", "dobj"),
        ("Sundal armed Odeh in 2029, the Velmora Courier reported last year.", "Sundal", "armed", "nsubj"),
        ("Troops free hostages held in Tarsk", "hostages", "free", "dobj"),
    ],
)
def test_a_noun_hangs_where_it_belongs(text: str, noun: str, head: str, label: str) -> None:
    token = word(parsed(text), noun)
    assert (token.head.text, token.dep_) == (head, label)


def test_what_is_held_is_the_town_and_not_the_raids_on_it() -> None:
    doc = parsed("There were air raids on Tarsk which is held by the Brigade and its allies, the monitor said.")
    assert word(doc, "held").head.text == "Tarsk"
