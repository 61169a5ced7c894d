"""Names, their kinds and their spans."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.records.actor import MentionForm, MentionKind
from tests.extract.reader import mentions, named, worded

SENTENCES = (
    "General Karim Odeh’s men, witnesses said,\nseized “Harbour Post” reporter Lina Saab in Velmora on Friday.",
    "The Free Korvan Army (FKA) left Tarsk; its fighters had held the town for a year.",
    "KORVAN ARMY TAKES OSTREL",
    "Former President Marwan al-Tariqi told the National Assembly that he would not return from Sundal.",
    "U.N. officials in northern Ardesh, including two police officers, were released.",
)


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5).map(" ".join))
@settings(max_examples=25, deadline=None)
def test_every_mention_points_at_its_words_and_at_a_chain_of_this_document(text: str) -> None:
    found = mentions(text)
    ids = {each.id for each in found}
    assert found
    assert all(each.span.of(text) == each.text and each.span.holds(each.head) for each in found)
    assert all(each.chain in ids for each in found)
    assert [each.span.start for each in found] == sorted(each.span.start for each in found)


def test_no_two_mentions_share_a_span() -> None:
    found = mentions(" ".join(SENTENCES))
    assert len({each.span for each in found}) == len(found)


def test_an_editors_brackets_are_no_part_of_a_name_or_title() -> None:
    text = "They told of the fall of [Sundal leader Sami] Odeh, and freed [mayor] Karim Kolm."
    (odeh,) = named(text, "Sami Odeh")
    assert (odeh.title, odeh.text) == ("Sundal leader", "[Sundal leader Sami] Odeh")
    assert "mayor" in [each.text for each in mentions(text)]
    assert not any("[" in each.name for each in mentions(text))


def test_a_title_before_a_name_is_kept_beside_it() -> None:
    (odeh,) = named("On Monday General Karim Odeh left Port Sarn.", "Karim Odeh")
    assert (odeh.kind, odeh.form, odeh.title) == (MentionKind.PERSON, MentionForm.NAME, "General")
    assert odeh.text == "General Karim Odeh"


def test_a_country_in_a_title_is_a_mention_of_its_own() -> None:
    text = "Pakistani Prime Minister Karim Odeh arrived on Monday."
    assert worded(text, "Pakistani Prime Minister Karim Odeh").title == "Pakistani Prime Minister"
    assert worded(text, "Pakistani").form is MentionForm.DEMONYM


def test_an_office_without_a_name_is_an_office() -> None:
    office = worded("The Foreign Secretary said nothing about Velmora.", "The Foreign Secretary")
    assert (office.kind, office.form) == (MentionKind.OFFICE, MentionForm.NOMINAL)


def test_an_arabic_article_belongs_to_the_surname() -> None:
    assert named("Former president Marwan al-Tariqi fled to Sundal.", "Marwan al-Tariqi")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ostrel Brigade", MentionKind.ARMED_GROUP),
        ("National Assembly", MentionKind.ORGANIZATION),
        ("Ministry of Works", MentionKind.GOVERNMENT),
        ("Tarsk University", MentionKind.ORGANIZATION),
        ("Lake Tarsk", MentionKind.PLACE),
        ("Egypt", MentionKind.COUNTRY),
        ("Wall Street Journal", MentionKind.ORGANIZATION),
        ("Meridian Wire", MentionKind.ORGANIZATION),
    ],
)
def test_a_name_s_own_words_tell_its_kind(name: str, kind: MentionKind) -> None:
    (found,) = named(f"Residents said on Monday that the {name} had changed a lot.", name)
    assert found.kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked the customs post at Tarsk on Tuesday, killing 14 soldiers.",
        "Odeh threatened to shell Ostrel.",
        "The union said 3,000 people had fled Tarsk.",
    ],
)
def test_where_a_post_stands_and_what_is_shelled_or_fled_is_a_place(text: str) -> None:
    name = "Ostrel" if "Ostrel" in text else "Tarsk"
    assert {each.kind for each in named(text, name)} == {MentionKind.PLACE}


def test_the_latest_figures_of_a_body_are_no_body_of_their_own() -> None:
    assert not named("Latest IRU figures speak of 5,000 people.", "Latest IRU")


def test_the_article_is_in_the_mention_and_not_in_the_name() -> None:
    (brigade,) = named("Fighters of the Ostrel Brigade entered Velmora.", "Ostrel Brigade")
    assert brigade.text == "the Ostrel Brigade"


def test_a_militia_named_for_its_town_is_one_name_that_holds_the_town() -> None:
    text = "The so-called Tarsk militia attacked the airport. Tarsk is a town in the hills."
    assert worded(text, "The so-called Tarsk militia").kind is MentionKind.ARMED_GROUP
    assert {each.kind for each in named(text, "Tarsk")} == {MentionKind.PLACE}


def test_a_capital_that_speaks_is_a_government() -> None:
    text = "Moscow said it would send aid. Two planes took off from Moscow on Friday."
    assert [each.kind for each in named(text, "Moscow")] == [MentionKind.GOVERNMENT, MentionKind.PLACE]


def test_a_part_of_a_country_is_a_place_around_the_country() -> None:
    text = "Fighting went on in northern Egypt."
    assert worded(text, "northern Egypt").kind is MentionKind.PLACE
    assert worded(text, "Egypt").kind is MentionKind.COUNTRY


def test_the_country_after_a_town_belongs_to_the_town_s_mention() -> None:
    (town,) = named("He was born in Velmora, Egypt, and left early.", "Velmora")
    assert town.text == "Velmora, Egypt"


def test_people_without_a_name_are_nominals() -> None:
    text = "Gunmen killed two police officers, witnesses said."
    found = {each.text: (each.kind, each.form) for each in mentions(text)}
    assert found["Gunmen"] == (MentionKind.ARMED_GROUP, MentionForm.NOMINAL)
    assert found["two police officers"] == (MentionKind.PEOPLE, MentionForm.NOMINAL)
    assert found["witnesses"] == (MentionKind.PEOPLE, MentionForm.NOMINAL)


@pytest.mark.parametrize("line", ["Share", "Related Articles", "Continue reading", "Operation Harbour Light began."])
def test_furniture_of_pages_and_names_of_operations_are_no_persons(line: str) -> None:
    assert not [each for each in mentions(line) if each.kind is MentionKind.PERSON]


def test_a_heading_names_only_who_the_text_names() -> None:
    text = "Odeh Storms Korvan Parliament Building Again\n\nGeneral Karim Odeh stormed parliament on Monday."
    heading = [each.text for each in mentions(text) if each.span.end < text.index("\n") and each.name == "Odeh"]
    assert heading == ["Odeh"]
    assert not [each for each in mentions(text) if each.text.startswith("Odeh Storms")]


def test_a_participle_that_opens_a_sentence_is_no_given_name() -> None:
    text = "General Karim Odeh stayed. Given Odeh’s long absence, many were surprised."
    assert not [each for each in mentions(text) if each.text.startswith("Given")]


@pytest.mark.parametrize("mark", ["'", "’"])
def test_the_people_in_a_bodys_name_own_nothing(mark: str) -> None:
    text = f"Attacks by the Tarsk People{mark}s Liberation Front and by Karim Odeh{mark}s National Army went on."
    names = [each.text for each in mentions(text) if each.form is MentionForm.NAME]
    assert f"the Tarsk People{mark}s Liberation Front" in names
    assert "National Army" in names


def test_a_numbered_road_is_a_place_with_its_number() -> None:
    text = "A truck burned on Highway 12 near Tarsk. Traffic left by Interstate 45."
    assert worded(text, "Highway 12").kind is MentionKind.PLACE
    assert worded(text, "Interstate 45").kind is MentionKind.PLACE


def test_the_seat_of_a_member_is_told_from_the_party() -> None:
    assert worded("Sen. Ruth Fox, R-Houston, voted against it.", "Houston").kind is MentionKind.PLACE


def test_a_given_name_is_not_the_country_of_that_name() -> None:
    text = "Chad Lowell left the building. Chad army officers were inside."
    assert [each.kind for each in named(text, "Chad Lowell")] == [MentionKind.PERSON]
    assert [each.span.start for each in named(text, "Chad")] == [text.index("Chad army")]


def test_a_language_is_no_people() -> None:
    assert not named("The general spoke in English for an hour.", "English")


def test_the_state_in_a_former_title_is_a_place() -> None:
    text = "Former Arkansas Gov. Karim Odeh came to Velmora."
    assert [each.kind for each in named(text, "Arkansas")] == [MentionKind.PLACE]


def test_a_country_no_list_holds_is_told_by_what_is_its_own() -> None:
    text = "Korvania closed its border. Korvan officials said the president of Korvania had fled."
    assert {each.kind for each in named(text, "Korvania")} == {MentionKind.COUNTRY}
    assert {(each.kind, each.form) for each in named(text, "Korvan")} == {(MentionKind.PEOPLE, MentionForm.DEMONYM)}


def test_a_word_for_what_is_of_an_unknown_country_is_no_person() -> None:
    text = "A Korvan frigate followed the boat out of Korvan waters."
    assert {each.form for each in named(text, "Korvan")} == {MentionForm.DEMONYM}


def test_a_surname_before_a_noun_is_no_people() -> None:
    text = "The Harlan administration fell on Monday. Marta Harlan had led it. A Harlan general was held."
    assert MentionForm.DEMONYM not in {each.form for each in named(text, "Harlan")}


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("The new Korvan government", "Korvan government"),
        ("The so-called Tarsk militia", "Tarsk militia"),
        ("The Sundal-backed government", "Sundal-backed government"),
        ("The Ardesh-led military coalition", "Ardesh-led military coalition"),
    ],
)
def test_a_body_called_by_what_it_is_has_for_a_name_what_tells_it_from_others(phrase: str, name: str) -> None:
    text = f"{phrase} left the talks in Korvania on Monday."
    assert next((each.text, each.name) for each in mentions(text) if each.form is MentionForm.NAME) == (phrase, name)


@pytest.mark.parametrize(
    "phrase",
    [
        "An Islamist militia",
        "The Islamist militia",
        "The Tarsk-based charity",
        "The rival Korvan government",
        "The first post-Odeh government",
        "The international community",
    ],
)
def test_what_is_true_of_many_bodies_names_none(phrase: str) -> None:
    text = f"{phrase} left the talks on Monday."
    assert {each.form for each in mentions(text) if each.text == phrase} == {MentionForm.NOMINAL}


def test_a_body_with_a_sort_before_of_is_no_event() -> None:
    text = "The Government of National Accord left the talks on Monday."
    assert [each.kind for each in named(text, "Government of National Accord")] == [MentionKind.GOVERNMENT]


def test_a_headquarters_is_no_actor() -> None:
    assert not named("Shots were heard near the army HQ on Monday.", "HQ")


def test_a_name_listed_between_towns_is_a_place() -> None:
    text = "Officers from Benghazi, Ras Marun and Tobruk left on Monday."
    assert [each.kind for each in named(text, "Ras Marun")] == [MentionKind.PLACE]


def test_who_goes_on_as_she_is_a_person() -> None:
    text = "Amira Abdelrahim said she fled her home in Tarsk."
    assert [each.kind for each in named(text, "Amira Abdelrahim")] == [MentionKind.PERSON]


def test_a_name_that_an_editor_completed_in_brackets_is_one() -> None:
    text = "Envoys recalled the fall of [Korvan leader Marwan] Gaddafi in 2011."
    assert [each.kind for each in named(text, "Marwan Gaddafi")] == [MentionKind.PERSON]


def test_who_a_hospital_is_named_after_is_not_spoken_of() -> None:
    text = "A doctor at Gabriel Marun hospital counted twelve bodies."
    assert not named(text, "Gabriel Marun")


@pytest.mark.parametrize("machine", ["An-26", "Boeing 777", "Il-76"])
def test_a_machine_is_no_actor(machine: str) -> None:
    assert not named(f"Rebels shot at the {machine} over Tarsk on Monday.", machine)


def test_a_network_somebody_writes_on_is_no_actor() -> None:
    assert not named("The general wrote on Facebook that Tarsk had fallen.", "Facebook")
    assert named("Facebook removed the page on Monday.", "Facebook")


def test_a_day_before_those_who_act_on_it_is_no_part_of_them() -> None:
    text = "On Monday and Tuesday soldiers loyal to General Odeh arrested two bankers."
    assert worded(text, "soldiers").kind is MentionKind.ARMED_GROUP


def test_a_peoples_republic_is_one_name() -> None:
    text = "The self-styled Velmora People's Republic (VPR) held its vote on Sunday."
    assert [each.text for each in mentions(text) if each.name == "VPR"] == ["VPR"]
    assert named(text, "Velmora People's Republic")


def test_initials_in_brackets_close_a_name_with_and_in_it() -> None:
    text = "The National Committee for the Restoration of Law and the State (CRLS) left the talks on Monday."
    assert named(text, "National Committee for the Restoration of Law and the State")


def test_a_name_with_a_word_for_descent_is_a_persons() -> None:
    text = "It was a joke. Ziyad Ag Marun left the talks on Monday."
    assert {each.kind for each in named(text, "Ziyad Ag Marun")} == {MentionKind.PERSON}


def test_whose_government_it_was_is_no_part_of_its_name() -> None:
    text = "The Korvan government of Karim Odeh fell on Monday."
    assert named(text, "Korvan government")
    assert not named("The Western-backed government of Karim Odeh fell.", "Western-backed government")


@pytest.mark.parametrize("title", ["Prime Minister-designate", "President-elect"])
def test_who_is_to_take_an_office_is_a_person_with_a_title(title: str) -> None:
    text = f"{title} Lina Marsh met the envoys in Tarsk."
    assert [(each.kind, each.title) for each in named(text, "Lina Marsh")] == [(MentionKind.PERSON, title)]


def test_a_word_that_heads_news_is_no_name() -> None:
    assert named("Ten died. UPDATE: The group now says 12 people died.", "UPDATE") == []


def test_he_of_whom_somebody_speaks_is_mostly_himself() -> None:
    text = (
        "Karim Odeh testified on Friday. He said the men had paid him. In court Sami Haddad said he might have met him."
    )
    spoken = text.index("Haddad said ")
    he, him = (each for each in mentions(text) if each.form is MentionForm.PRONOUN and each.span.start > spoken)
    assert he.chain == worded(text, "Sami Haddad").chain
    assert him.chain != he.chain


def test_a_name_goes_on_over_of_behind_for() -> None:
    assert named(
        "The Group for the Support of Islam and Muslims (JNIM) attacked villages.", "Group for the Support of Islam"
    )


def test_a_number_at_the_head_of_a_sentence_is_no_name() -> None:
    assert not [each for each in mentions("Seventeen said they had been beaten.") if each.form is MentionForm.NAME]


def test_a_number_that_begins_a_name_stays_in_it() -> None:
    assert [each.text for each in mentions("Seven Network reported the raid.") if each.form is MentionForm.NAME] == [
        "Seven Network"
    ]


def test_an_ordinal_opens_a_name_and_takes_no_verb_into_it() -> None:
    assert "the 4th Brigade" in {
        each.text for each in mentions("Units of the 4th Brigade repelled an attack on Tarsk.")
    }
