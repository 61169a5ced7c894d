"""Dates before a sentence's subject are no part of it."""

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
    ("text", "month", "subject", "verb"),
    [
        ("In May Odeh met the envoy in Tarsk.", "May", "Odeh", "met"),
        ("In March Karim Odeh met the envoy.", "March", "Odeh", "met"),
        ("On 3 June gunmen attacked a convoy near Ostrel.", "June", "gunmen", "attacked"),
        ("On 12 April Sundal sent troops.", "April", "Sundal", "sent"),
        ("By June Sundal had sent troops.", "June", "Sundal", "sent"),
        ("At 10:30 gunmen attacked the port.", "10:30", "gunmen", "attacked"),
    ],
)
def test_a_date_that_opens_a_sentence_is_no_part_of_who_acts(text: str, month: str, subject: str, verb: str) -> None:
    doc = parsed(text)
    assert word(doc, month).head.dep_ == "prep"
    assert (word(doc, subject).dep_, word(doc, subject).head.text) == ("nsubj", verb)
    assert not [each.text for each in word(doc, subject).children if each.text == month]


def test_a_date_without_a_preposition_goes_with_the_verb() -> None:
    doc = parsed("3 June gunmen attacked a convoy near Ostrel.")
    assert (word(doc, "June").dep_, word(doc, "June").head.text) == ("npadvmod", "attacked")


def test_a_full_date_stands_before_what_happened() -> None:
    doc = parsed("Monday 17 Oct 2016 Air strikes on Tarsk killed 12 people.")
    assert [each.text for each in word(doc, "strikes").children if each.i < word(doc, "strikes").i] == ["Air"]


def test_a_name_is_not_taken_for_a_part_of_the_date_before_it() -> None:
    doc = parsed("In March Karim Odeh met the envoy.")
    assert [word(doc, each).ent_type_ for each in ("March", "Karim", "Odeh")] == ["DATE", "", ""]


@pytest.mark.parametrize("text", ["The 3 June attack killed ten people.", "The March elections were held in Tarsk."])
def test_a_date_behind_an_article_stays_with_its_noun(text: str) -> None:
    assert [(each.head.i, each.dep_) for each in parsed(text)] == [
        (each.head.i, each.dep_) for each in Doc(pipeline(Settings().pipeline)(text))
    ]
