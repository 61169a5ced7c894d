"""Names, their kinds and spans, and which mentions stand for one actor."""

from __future__ import annotations

from functools import cache

from tests.factory import edition

from sayso.extract.mentions import find_mentions
from sayso.extract.reading import parse, pipeline
from sayso.records.actor import Mention, MentionForm, MentionKind
from sayso.settings import Settings


@cache
def mentions(text: str) -> tuple[Mention, ...]:
    return find_mentions(next(iter(parse([edition(text)], pipeline(Settings().pipeline)))))


def named(text: str, name: str) -> list[Mention]:
    return [each for each in mentions(text) if each.name == name]


def chain_of(text: str, words: str) -> set[str]:
    found = mentions(text)
    chain = next(each.chain for each in found if each.text == words)
    return {each.text for each in found if each.chain == chain}


def test_a_title_before_a_name_is_kept_beside_it() -> None:
    (odeh,) = named("On Monday General Karim Odeh left Port Sarn.", "Karim Odeh")
    assert (odeh.kind, odeh.form, odeh.title) == (MentionKind.PERSON, MentionForm.NAME, "General")
    assert odeh.text == "General Karim Odeh"


def test_an_arabic_article_belongs_to_the_surname() -> None:
    assert named("Former president Marwan al-Tariqi fled to Sundal.", "Marwan al-Tariqi")


def test_a_brigade_is_an_armed_group() -> None:
    (brigade,) = named("Fighters of the Ostrel Brigade entered Velmora.", "Ostrel Brigade")
    assert brigade.kind is MentionKind.ARMED_GROUP
    assert brigade.text == "the Ostrel Brigade"


def test_an_acronym_in_brackets_is_the_name_before_it() -> None:
    text = "The Free Korvan Army (FKA) has left Tarsk, residents said. FKA gunmen had held it for a year."
    assert chain_of(text, "FKA") == {"The Free Korvan Army", "FKA"}


def test_a_surname_stands_for_the_full_name() -> None:
    text = "General Karim Odeh left Port Sarn on Monday. Odeh said nothing about his plans."
    assert {"General Karim Odeh", "Odeh"} <= chain_of(text, "Odeh")


def test_a_pronoun_stands_for_the_only_man_named() -> None:
    text = "General Karim Odeh left Port Sarn on Monday. He will return within a week."
    assert chain_of(text, "He") == {"General Karim Odeh", "He"}


def test_a_capital_that_speaks_is_a_government() -> None:
    text = "Moscow said it would send aid. Two planes took off from Moscow on Friday."
    assert [each.kind for each in named(text, "Moscow")] == [MentionKind.GOVERNMENT, MentionKind.PLACE]


def test_every_mention_points_at_its_words() -> None:
    text = "The general’s men, witnesses said,\nseized “Harbour Post” reporter Lina Saab in Velmora on Friday."
    found = mentions(text)
    assert found
    assert all(each.span.of(text) == each.text and each.span.holds(each.head) for each in found)
