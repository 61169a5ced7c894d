"""Which mentions stand for one actor, and which are left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.extract.mentions.finding import find_mentions
from sayso.extract.parse.reading import parse, pipeline
from sayso.records.actor import MentionKind
from sayso.records.document import Passage, PassageRole, Span
from sayso.settings import Settings
from tests.extract.reader import chain_of, mentions, named, worded
from tests.factory import edition


def test_an_acronym_in_brackets_is_the_name_before_it() -> None:
    text = "The Free Korvan Army (FKA) has left Tarsk, residents said. FKA gunmen had held it for a year."
    assert chain_of(text, "FKA") == {"The Free Korvan Army", "FKA"}
    assert {each.kind for each in named(text, "FKA")} == {MentionKind.ARMED_GROUP}


def test_a_surname_stands_for_the_full_name() -> None:
    text = "General Karim Odeh left Port Sarn on Monday. Odeh said nothing about his plans."
    assert {"General Karim Odeh", "Odeh"} <= chain_of(text, "Odeh")


def test_spellings_of_one_surname_are_one_man() -> None:
    text = "General Karim Odeh left Port Sarn on Monday. Officials said General Awdeh would be back."
    assert chain_of(text, "General Awdeh") == {"General Karim Odeh", "General Awdeh"}


def test_a_surname_that_two_people_bear_joins_neither() -> None:
    text = "Karim Odeh and Lina Odeh spoke in Velmora. Odeh then left for Sundal."
    assert chain_of(text, "Odeh") == {"Odeh"}


def test_names_of_one_country_are_one_country() -> None:
    text = "The United States sent aid. The planes came from the U.S. on Monday."
    assert chain_of(text, "the U.S.") == {"The United States", "the U.S."}


def test_the_adjective_is_not_chained_to_the_country() -> None:
    text = "Egyptian officials met in Cairo. Egypt had called the meeting."
    assert "Egypt" not in chain_of(text, "Egyptian")


def test_a_pronoun_stands_for_the_only_man_named() -> None:
    text = "General Karim Odeh left Port Sarn on Monday. He will return within a week."
    assert chain_of(text, "He") == {"General Karim Odeh", "He"}
    assert worded(text, "He").reason == "the nearest that fits is Karim Odeh"


def test_a_pronoun_between_two_men_stays_alone() -> None:
    text = "Officials met Karim Odeh and Marwan Tariqi in Velmora. Later his brother arrived."
    assert chain_of(text, "his") == {"his"}


def test_gender_tells_who_is_meant() -> None:
    text = "Queen Lina Saab received Prince Karim Odeh on Monday. She did not speak."
    assert chain_of(text, "She") == {"Queen Lina Saab", "She"}


def test_he_in_a_clause_is_who_its_verb_is_about() -> None:
    text = (
        "General Karim Odeh took power in Port Sarn. Odeh spoke on the radio. "
        "The red berets, a regiment that guarded Marwan al-Tariqi until he was overthrown, fled."
    )
    found = {each.id: each for each in mentions(text)}
    (he,) = (each for each in found.values() if each.text == "he")
    assert found[he.chain].name == "Marwan al-Tariqi"


def test_he_is_no_one_else_where_his_clause_hangs_on_an_unknown_name() -> None:
    text = (
        "The junta leader Karim Odeh spoke on the radio. He accused mercenaries. "
        "The red berets, a regiment that guarded Toure until he was overthrown, fled."
    )
    assert not any("Odeh" in each for each in chain_of(text, "he"))


def test_he_inside_a_quotation_is_not_its_speaker() -> None:
    text = "Karim Odeh praised the army. “He should never have gone to Velmora at all,” Odeh told reporters."
    assert "Karim Odeh" not in chain_of(text, "He")


def test_i_and_we_are_left_to_whoever_reads_the_quotation() -> None:
    text = "“We will not give up and I will not leave,” Karim Odeh said."
    assert chain_of(text, "We") == {"We"}
    assert chain_of(text, "I") == {"I"}


def test_the_general_is_the_one_general() -> None:
    text = "General Karim Odeh left Port Sarn. Marwan Tariqi stayed there. Soldiers said the general was ill."
    assert "General Karim Odeh" in chain_of(text, "the general")


def test_the_leader_of_something_else_is_somebody_else() -> None:
    text = "Former leader Karim Odeh died. The leader of the new revolt is not known."
    assert chain_of(text, "The leader of the new revolt") == {"The leader of the new revolt"}


def test_what_stands_in_apposition_is_the_same() -> None:
    text = "Karim Odeh, a former prime minister, was released on Friday."
    assert chain_of(text, "a former prime minister") == {"Karim Odeh", "a former prime minister"}


def test_the_group_is_the_only_group_near() -> None:
    text = "The Ostrel Brigade took the airport on Monday. The group has not said why."
    assert chain_of(text, "The group") == {"The Ostrel Brigade", "The group"}


def test_it_stands_for_the_body_that_speaks() -> None:
    text = "The Ostrel Brigade said it would leave the airport."
    assert chain_of(text, "it") == {"The Ostrel Brigade", "it"}


def test_the_owner_joined_by_and_is_meant() -> None:
    text = "The attack followed a quarrel between the Ostrel Brigade and its allies."
    assert chain_of(text, "its") == {"the Ostrel Brigade", "its"}


def test_no_pronoun_reaches_into_another_outlet_s_words_but_names_do() -> None:
    first = "General Karim Odeh entered Velmora on Monday."
    second = "He was seen near the port, and Odeh waved."
    text = f"{first}\n\n{second}"
    whole = edition(text)
    cut = len(first) + 2
    items = tuple(
        Passage(f"s{number}", whole.passages[0].id, PassageRole.DIGEST_ITEM, span, outlet=outlet, language="en")
        for number, (span, outlet) in enumerate(
            [(Span(0, len(first)), "Tarsk Radio"), (Span(cut, len(text)), "Meridian Wire")]
        )
    )
    digest = replace(whole, passages=(*whole.passages, *items))
    found = find_mentions(next(iter(parse([digest], pipeline(Settings().pipeline)))))
    chains = {each.text: each.chain for each in found}
    assert chains["Odeh"] == chains["General Karim Odeh"]
    assert chains["He"] != chains["General Karim Odeh"]


def test_a_chain_is_named_by_its_first_mention() -> None:
    text = "Odeh left. General Karim Odeh had said he would."
    found = mentions(text)
    first = next(each for each in found if each.text == "General Karim Odeh")
    members = [each for each in found if each.chain == first.chain]
    assert first.chain == members[0].id


def test_the_last_words_of_a_body_stand_for_the_only_one_that_ends_so() -> None:
    text = "Gunmen stormed the National Assembly in Port Sarn. An official of the Assembly said ten were missing."
    assert {"the National Assembly", "the Assembly"} <= chain_of(text, "the Assembly")


def test_the_last_words_of_two_bodies_stand_for_neither() -> None:
    text = "The Korvan Coast Guard met the Ardesh Coast Guard on Monday. The Coast Guard said nothing."
    assert chain_of(text, "The Coast Guard") == {"The Coast Guard"}


def test_coast_guard_is_one_body_in_one_word_or_two() -> None:
    text = "The Libyan Coast Guard fired on a boat. The Libyan coastguard denied it."
    assert {"The Libyan Coast Guard", "The Libyan coastguard"} <= chain_of(text, "The Libyan coastguard")


def test_the_parliament_of_the_country_is_the_only_legislature_named() -> None:
    text = "Gunmen loyal to the general seized the Korvan parliament. The National Assembly had met since Friday."
    assert {"the Korvan parliament", "The National Assembly"} <= chain_of(text, "the Korvan parliament")


def test_the_parliament_of_another_country_is_not_the_legislature_named() -> None:
    text = "The Italian Senate met on Monday. A day before, the Libyan parliament had fled."
    assert "The Italian Senate" not in chain_of(text, "the Libyan parliament")


def test_a_people_that_signs_and_refuses_is_its_government() -> None:
    text = "The Italians said on Monday that they would send ships. Two Italians had been killed in Tripoli."
    assert worded(text, "The Italians").kind is MentionKind.GOVERNMENT
    assert worded(text, "Italians").kind is MentionKind.PEOPLE
    assert "Italians" not in chain_of(text, "The Italians")


def test_what_is_of_a_people_is_not_chained_to_the_people() -> None:
    text = "Libyan officials met in Tunis. Many Libyans fled the war."
    assert "Libyans" not in " ".join(chain_of(text, "Libyan"))


def test_a_charity_and_the_ship_named_after_it_are_two() -> None:
    text = (
        "The charity Open Door said on Monday that its ship, the Open Door, had been fired on. "
        "Open Door blamed the navy. The Open Door sailed on to Ostrel."
    )
    assert chain_of(text, "Open Door") == {"Open Door", "its"}
    assert chain_of(text, "the Open Door") == {"the Open Door", "The Open Door"}
    assert worded(text, "the Open Door").title == "ship"


def test_a_ship_is_told_by_the_noun_before_its_name() -> None:
    text = "The tanker Morning Tide left Ostrel on Friday. A sailor aboard Morning Tide said nobody was hurt."
    assert [each.title for each in named(text, "Morning Tide")] == ["tanker", "ship"]


def test_a_first_name_alone_is_the_only_person_of_that_name() -> None:
    text = "Prime Minister Tesfay Odeh sent troops to Tarsk. Then Tesfay’s government announced a truce. Tesfay said no more."
    assert {"Prime Minister Tesfay Odeh", "Tesfay"} <= chain_of(text, "Tesfay")


def test_a_first_name_that_two_bear_is_left_alone() -> None:
    text = "Tesfay Odeh met Tesfay Marsh in Tarsk. On Friday the minister wrote that Tesfay had left."
    assert chain_of(text, "Tesfay") == {"Tesfay"}


def test_a_group_that_was_renamed_is_one_under_both_names() -> None:
    text = "The Tarsk Rifles, formerly known as the Harbour Guard, left Velmora on Monday."
    assert chain_of(text, "The Tarsk Rifles") == {"The Tarsk Rifles", "the Harbour Guard"}
    assert worded(text, "the Harbour Guard").reason == "the text says that Tarsk Rifles was called so before"


def test_a_group_that_is_also_known_by_another_name_is_one() -> None:
    text = "The Free Korvan Army, also known as the Sons of the Coast, has left Tarsk."
    assert chain_of(text, "The Free Korvan Army") == {"The Free Korvan Army", "the Sons of the Coast"}


def test_a_group_that_split_from_another_is_not_the_other() -> None:
    text = "The Sons of the Coast, which broke away from the Harbour Guard, left Tarsk."
    assert "the Harbour Guard" not in chain_of(text, "The Sons of the Coast")


def test_a_group_that_calls_another_something_is_not_the_other() -> None:
    text = "The Harbour Guard called the Free Korvan Army a gang on Monday."
    assert chain_of(text, "The Harbour Guard") == {"The Harbour Guard"}


def test_the_coast_guards_of_two_countries_are_two() -> None:
    text = (
        "There were threats from Libya's Coast Guard on Friday. Italy's Coast Guard had told the crew so. "
        "The Libyan Coast Guard denied it. The Italian Coast Guard did not."
    )
    chains = {each.chain: each.name for each in mentions(text) if "Coast Guard" in each.name}
    assert len(chains) == 2
    assert {each.chain for each in named(text, "Libya's Coast Guard")} == {
        each.chain for each in named(text, "Libyan Coast Guard")
    }


def test_a_people_that_a_deal_is_struck_with_is_its_government() -> None:
    text = "The militia denied striking a deal with the Italians."
    assert worded(text, "the Italians").kind is MentionKind.GOVERNMENT


def test_initials_in_brackets_need_not_be_those_of_the_name() -> None:
    text = "The witness told the German Press Agency (DPA) of it. DPA quoted two others."
    assert chain_of(text, "DPA") == {"the German Press Agency", "DPA"}


def test_a_name_that_a_person_goes_by_is_the_persons() -> None:
    text = "General Karim Odeh, a former trader better known as Hazmadi, fled to Velmora. Hazmadi said no more."
    assert {"General Karim Odeh", "Hazmadi"} <= chain_of(text, "Hazmadi")
    assert {each.kind for each in named(text, "Hazmadi")} == {MentionKind.PERSON}


def test_what_the_militia_of_a_person_goes_by_is_not_the_persons() -> None:
    text = "Karim Odeh, whose militia is known as the Harbour Guard, fled to Velmora."
    assert "Karim Odeh" not in chain_of(text, "the Harbour Guard")


def test_forces_that_the_text_gives_a_name_bear_it() -> None:
    text = "Forces loyal to General Karim Odeh, known as the Korvan National Army, clashed with rebels in Tarsk."
    assert chain_of(text, "Forces") == {"Forces", "the Korvan National Army"}


def test_the_first_word_of_a_body_stands_for_the_only_one_that_begins_so() -> None:
    text = "The ship is run by the aid group Proterra Open Hands. The charity said on Monday that Proterra would sail."
    assert {"Proterra Open Hands", "Proterra"} <= chain_of(text, "Proterra")


def test_the_first_word_of_two_bodies_stands_for_neither() -> None:
    text = (
        "The aid group Proterra Open Hands sails from Tarsk, and so does the charity Proterra Blue Wave. "
        "The group Proterra said on Monday that a ship would stay."
    )
    assert not {"Proterra Open Hands", "Proterra Blue Wave"} & chain_of(text, "Proterra")


def test_a_government_called_by_its_backer_is_the_one_named_with_the_same_words() -> None:
    text = (
        "Sundal sent ships at the request of the UN-backed Government of National Accord. "
        "The rebels left Tarsk to the UN-backed government."
    )
    assert chain_of(text, "the UN-backed government") >= {"the UN-backed government"}
    assert worded(text, "the UN-backed government").chain == named(text, "Government of National Accord")[0].chain


def test_a_surname_with_an_article_is_the_same_without_it() -> None:
    text = "Prosecutors want Marwan al-Tariqi. The court said that Tariqi had fled."
    assert {"Marwan al-Tariqi", "Tariqi"} <= chain_of(text, "Tariqi")


def test_two_surnames_after_one_given_name_are_two_persons() -> None:
    text = "The boat was handed to Vladimir Rukin, an envoy of President Vladimir Putin. Putin said nothing."
    assert "Vladimir Rukin" not in chain_of(text, "Putin")


def test_a_word_for_descent_makes_no_two_names_one() -> None:
    text = "Mossa Ag Attaher made the announcement. Iyad Ag Ghaly holds Kidal. Ag Ghali led the revolt of 1990."
    assert chain_of(text, "Ag Ghali") == {"Iyad Ag Ghaly", "Ag Ghali"}


def test_a_real_name_is_the_persons() -> None:
    text = "The rebels are led by Igor Strelkov, whose real name they say is Igor Girkin. Girkin denied it."
    assert {"Igor Strelkov", "Igor Girkin", "Girkin"} <= chain_of(text, "Girkin")


def test_initials_in_brackets_are_the_person_before_them() -> None:
    text = "President Amadou Toumani Marun (ATM) was toppled on Monday. ATM is in Sundal now."
    assert {"President Amadou Toumani Marun", "ATM"} <= chain_of(text, "ATM")


def test_whom_a_text_goes_on_to_call_he_is_meant() -> None:
    text = (
        "Karim Odeh left school in 1990. He joined the army and fought in Tarsk before the coup of 2009, when he "
        "backed Marwan al-Tariqi against King Osric. From 2011 to 2017 he was the chief of staff."
    )
    assert [each.text for each in mentions(text) if each.chain == worded(text, "Karim Odeh").chain].count("he") == 2


def test_a_pronoun_is_nobody_named_in_brackets_alone() -> None:
    text = (
        "Karim Odeh went quiet. He worked as a guard for Ali Rasen, a banker. (note: Rasen says he has never paid "
        "for the revolt) In April he crossed into Korvania and seized Tarsk."
    )
    crossed = [each for each in mentions(text) if each.text == "he"][-1]
    assert crossed.chain != worded(text, "Ali Rasen").chain


def test_an_apposition_without_its_second_comma_is_the_subject() -> None:
    text = "An admirer of the revolt that overthrew the monarch, King Osric, Odeh was captured in Sundal. He fled."
    assert "Odeh" in chain_of(text, "He")


def test_a_body_of_an_earlier_time_that_bore_the_same_name_is_another() -> None:
    text = (
        'Agents helped General Odeh set up camps for a "Korvan National Army"—the same name he has given to the units '
        "now fighting in Tarsk. On Sunday the Korvan National Army (KNA) stormed parliament. The KNA has left since."
    )
    first, second = named(text, "Korvan National Army")
    assert first.chain != second.chain
    assert second.chain == named(text, "KNA")[-1].chain


def test_what_a_sentence_opens_with_describes_its_subject() -> None:
    text = "A former trader, Karim Odeh was captured in Sundal on Monday."
    assert chain_of(text, "Karim Odeh") == {"A former trader", "Karim Odeh"}


def test_him_is_whom_the_sentence_before_was_about() -> None:
    text = (
        "A supporter of the 1969 revolt led by Colonel Rasen that overthrew the monarch, King Osric, Odeh was captured "
        "in Sundal and then released, becoming an asset of the CIA. The CIA moved him to Virginia."
    )
    assert "him" in chain_of(text, "Odeh")


def test_ms_and_mr_of_one_surname_are_two() -> None:
    text = "Prime Minister-designate Lina Marsh and her husband Karim Marsh left. Ms Marsh said no. Mr Marsh said yes."
    assert {"Prime Minister-designate Lina Marsh", "Ms Marsh"} <= chain_of(text, "Ms Marsh")
    assert {"Karim Marsh", "Mr Marsh"} <= chain_of(text, "Mr Marsh")


def test_a_group_that_renamed_itself_is_one_under_both_names() -> None:
    text = (
        "The Ostrel Brigade broke away from the Harbour Guard in March and renamed itself the Ostrel Shield. "
        "The Ostrel Shield has held Tarsk since."
    )
    assert {"The Ostrel Brigade", "The Ostrel Shield"} <= chain_of(text, "The Ostrel Shield")
    assert "the Harbour Guard" not in chain_of(text, "The Ostrel Shield")


COMMANDER = "The commander of Korvania's self-styled national army has ordered the navy to stop any vessel. "


def test_the_commander_of_an_army_is_he_whose_army_the_text_calls_it() -> None:
    text = (
        COMMANDER + "The Korvan National Army (KNA) is at sea. In a statement by Odeh's KNA, Karim Odeh gave no reason."
    )
    assert "The commander of Korvania's self-styled national army" in chain_of(text, "Karim Odeh")


def test_the_commander_of_an_army_that_two_are_named_with_stays_alone() -> None:
    text = COMMANDER + (
        "The Korvan National Army (KNA) is at sea. In a statement by Odeh's KNA, Karim Odeh gave no reason. "
        "KNA commander Marwan Tariqi said more."
    )
    words = "The commander of Korvania's self-styled national army"
    assert chain_of(text, words) == {words}


def test_the_former_commander_of_an_army_is_another() -> None:
    text = (
        "The former commander of the Korvan National Army (KNA) left. In a statement by Odeh's KNA, Karim Odeh spoke."
    )
    assert "The former commander of the Korvan National Army" not in chain_of(text, "Karim Odeh")


def test_a_name_that_somebody_is_said_to_go_by_is_his() -> None:
    for said in ("known as Rastan", "whose real name is Rastan", "alias Rastan", "who uses the nom de guerre Rastan"):
        text = f"Karim Odeh, {said}, seized the port of Velmora. Rastan then left the town."
        assert {"Karim Odeh", "Rastan"} <= chain_of(text, "Rastan"), said


def test_they_after_a_body_and_a_group_of_many_are_left_open() -> None:
    text = "The coalition was formed last year to fight the rebels after they took over the capital."
    assert chain_of(text, "they") == {"they"}


def test_the_town_is_the_one_named_before_and_not_the_land_around_it() -> None:
    text = "Troops left Velmora, the capital of Ostrel state. The town had been seized on Wednesday."
    assert "Velmora" in chain_of(text, "The town")


def test_who_acts_on_a_body_is_not_that_body() -> None:
    text = "The Free Korvan Army took Tarsk. On Monday the army drove the Free Korvan Army out of Velmora."
    assert chain_of(text, "the army") == {"the army"}


def test_the_army_is_not_one_that_fights_the_state() -> None:
    text = "Talks with the Free Korvan Army broke down on Sunday. The army blamed the rebels."
    assert chain_of(text, "The army") == {"The army"}


def test_who_does_something_is_not_whom_an_object_pronoun_stands_for() -> None:
    text = "The Harbour Guard stormed the port. The Free Korvan Army claimed to have shot it down."
    assert "The Free Korvan Army" not in chain_of(text, "it")


def test_who_says_that_he_was_killed_is_not_who_was_killed() -> None:
    text = "Interior Minister Sela Orn spoke on Monday. Orn confirmed that he may have been killed by a rubber bullet."
    assert chain_of(text, "he") == {"he"}


def test_who_says_that_he_might_be_killed_may_mean_himself() -> None:
    text = "General Karim Odeh spoke on Monday. Odeh said he might be killed."
    assert "Odeh" in chain_of(text, "he")


@pytest.mark.parametrize(
    "text",
    [
        'General Karim Odeh answered questions on Friday. "I met Samir Haddad in Tarsk," he said.',
        'We spoke to the watchman, Karim Odeh, about the fire. "I never met Samir Haddad," he told us.',
        'In our studio today: Commander Karim Odeh. We asked him about the raid. "I was not in Tarsk," he said.',
    ],
)
def test_who_speaks_is_not_whom_he_names(text: str) -> None:
    chain = next(each.chain for each in mentions(text) if each.text.endswith("Odeh"))
    speaker = next(each for each in mentions(text) if each.text == "he")
    assert speaker.chain == chain


def test_what_is_retaken_is_the_town_that_was_taken() -> None:
    text = "The rebels seized the town of Tarsk from the army. The army retook it in June."
    assert "Tarsk" in chain_of(text, "it")


def test_he_is_nobody_told_of_before_a_name_of_which_nothing_is_known() -> None:
    text = "General Karim Odeh was shot in 2011. Compaore denied it. He was forced out in 2014."
    assert chain_of(text, "He") == {"He"}
