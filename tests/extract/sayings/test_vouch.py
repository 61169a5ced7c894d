"""Claims get the voices of the passages and sayings around them, outermost first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.extract import extract
from sayso.extract.found import Found
from sayso.extract.making import make_claim
from sayso.extract.mentions.finding import find_mentions
from sayso.extract.parse.reading import parse, pipeline
from sayso.extract.sayings.finding import find_sayings
from sayso.extract.sayings.vouch import UNNAMED_OUTLET, vouch
from sayso.records.claim import UNSAID, Deed, Plover, Polarity, Quantity, Stance, Status, Tie, Voice, VoiceKind
from sayso.records.document import Edition, Passage, PassageRole, Span
from sayso.records.ids import make_id
from sayso.settings import Settings
from tests.factory import edition


def voices(source: Edition, verb: str) -> tuple[Voice, ...]:
    (reading,) = parse([source], pipeline(Settings().pipeline))
    found = Found.of(find_mentions(reading), ())
    start = source.text.index(verb)
    span = Span(start, start + len(verb))
    claim = make_claim(reading, span, Deed(Plover.ASSAULT, span, verb, ()), (Polarity.YES, Status.ACTUAL))
    (vouched,) = vouch(reading, found, find_sayings(reading, found), [claim])
    return vouched.voices


def names(source: Edition, verb: str) -> list[str]:
    return [voice.name for voice in voices(source, verb)]


def with_block(source: Edition, words: str, outlet: str) -> Edition:
    start = source.text.index(words)
    block = Passage(
        id=make_id("s", source.document, start, "quote"),
        parent=source.passages[0].id,
        role=PassageRole.QUOTE,
        span=Span(start, start + len(words)),
        outlet=outlet,
        language="en",
    )
    return replace(source, passages=(*source.passages, block))


def test_the_outlet_vouches_for_what_it_says_itself() -> None:
    assert voices(edition("Gunmen stormed the harbour."), "stormed") == (
        Voice("Harbour Post", VoiceKind.OUTLET, Stance.ASSERTS),
    )


def test_a_text_with_no_known_outlet_still_has_a_voice() -> None:
    source = edition("Gunmen stormed the harbour.", outlet=None)
    assert names(source, "stormed") == [UNNAMED_OUTLET]


def test_voices_come_outermost_first() -> None:
    source = edition("Odeh told his commanders that the fleet had fled, according to the Velmora Courier.")
    assert names(source, "fled") == ["Harbour Post", "Velmora Courier", "Odeh"]
    assert names(source, "told") == ["Harbour Post", "Velmora Courier"]


def test_the_cue_of_a_saying_lies_outside_it() -> None:
    source = edition("Korvania accused the Harbour Guard of bombing a refinery.")
    assert names(source, "accused") == ["Harbour Post"]
    assert names(source, "bombing") == ["Harbour Post", "Korvania"]


def test_what_is_denied_has_a_voice_that_denies_it() -> None:
    source = edition("The Free Korvan Army denied that its fighters had executed prisoners.")
    assert [voice.stance for voice in voices(source, "executed")] == [Stance.ASSERTS, Stance.DENIES]


def test_what_a_denial_puts_in_quotation_marks_is_not_denied() -> None:
    source = edition(
        "Sundal has long denied a role in the murder of Odeh, who “had repeatedly attacked President Sadik” in public,"
        " the report noted."
    )
    assert "Sundal" not in names(source, "attacked")


def test_suspicion_lowers_the_stance_of_the_outlet() -> None:
    source = edition("There is every reason to suspect that Sundal armed the rebels.")
    assert voices(source, "armed") == (Voice("Harbour Post", VoiceKind.OUTLET, Stance.SUGGESTS),)


def test_declining_to_comment_vouches_for_nothing() -> None:
    source = edition("A navy spokesman declined to comment on the raid that sank a trawler.")
    assert names(source, "sank") == ["Harbour Post"]


def test_a_block_from_another_outlet_is_in_its_voice_once() -> None:
    words = "“Ardesh promised Odeh two warships, according to senior aides of the president.”"
    source = with_block(edition(f"The Sundal Times recently revealed:\n\n{words}"), words, "The Sundal Times")
    assert names(source, "promised") == ["Harbour Post", "The Sundal Times", "senior aides of the president"]


def test_a_block_after_a_colon_is_in_the_voice_that_introduces_it() -> None:
    words = "The brigade has abandoned Velmora and burned its stores."
    source = with_block(edition(f"One officer told reporters:\n\n{words}"), words, "Harbour Post")
    assert names(source, "burned") == ["Harbour Post", "one officer"]


def test_a_cited_source_speaks_through_the_outlet_that_cites_it() -> None:
    source = edition("Citing two diplomats, the Velmora Courier said Ardesh had shipped rockets to the brigade.")
    assert names(source, "shipped") == ["Harbour Post", "Velmora Courier", "two diplomats"]


def test_to_reject_an_accusation_is_to_deny_it() -> None:
    source = edition("The governor rejected accusations by human rights groups that his guards tortured detainees.")
    assert [voice.stance for voice in voices(source, "tortured")] == [Stance.ASSERTS, Stance.DENIES, Stance.ALLEGES]


def test_only_the_sentence_that_is_attributed_gets_the_voice() -> None:
    source = edition("Rebels burned the archive, but the ministry said that nobody was killed.")
    assert names(source, "burned") == ["Harbour Post"]
    assert names(source, "killed") == ["Harbour Post", "ministry"]


def test_a_hedge_does_not_reach_what_a_clause_beside_it_takes_as_given() -> None:
    source = edition("The militias were apparently seeking revenge for killings carried out by the brigade.")
    assert voices(source, "carried")[-1].stance is Stance.ASSERTS
    assert voices(source, "seeking")[-1].stance is Stance.SUGGESTS


def test_an_attack_that_somebody_made_is_there_whatever_is_guessed_of_it() -> None:
    source = edition("The timing suggests that whatever prompted Odeh's attack, it was no surprise.")
    assert voices(source, "attack")[-1].stance is Stance.ASSERTS


def test_another_number_for_a_deed_is_the_word_of_who_gives_it() -> None:
    text = "Some 30 people were killed, according to the Harbour Board, although residents speak of more than 90."
    (made,) = extract([edition(text)], Settings())
    given = {claim.quote: claim.voices[-1].name for claim in made.claims if isinstance(claim.content, Quantity)}
    assert given == {"Some 30 people": "Harbour Board", "more than 90": "residents"}


def test_what_somebody_is_punished_for_is_alleged_by_who_punishes_him() -> None:
    source = edition("The government of Sundal sanctioned the Harbour Guard for arming the rebels.")
    assert [(each.name, each.stance) for each in voices(source, "arming")][-1] == (
        "government of Sundal",
        Stance.ALLEGES,
    )
    source = edition("General Karim Odeh was jailed for killing ten fishermen.")
    assert voices(source, "killing")[-1].stance is Stance.ALLEGES


def test_a_country_before_what_villagers_say_is_no_voice() -> None:
    source = edition("Egypt: Villagers say army burned homes")
    assert [voice.name for voice in voices(source, "burned")][-1:] == ["Villagers"]
    assert "Egypt" not in names(source, "burned")


def test_two_speakers_on_either_side_of_a_semicolon_each_vouch_for_their_own() -> None:
    source = edition("Police detained 364 people in Velmora, the ministry said; the Korvan Watch counted 259.")
    assert names(source, "detained") == ["Harbour Post", "ministry"]
    assert names(source, "259") == ["Harbour Post", "Korvan Watch"]


def test_who_gives_a_number_vouches_for_it() -> None:
    source = edition("The army said 20 people died. The police gave the number as 400.")
    assert names(source, "400") == ["Harbour Post", "police"]


def test_a_pronoun_that_leads_to_nobody_is_no_name() -> None:
    assert names(edition("According to you, the Guard shelled Tarsk."), "shelled") == [
        "Harbour Post",
        "unnamed speaker",
    ]


def test_a_mother_is_called_after_her_son() -> None:
    source = edition("Karim Odeh lives in Tarsk. Soldiers had beaten him, according to his mother.")
    assert names(source, "beaten") == ["Harbour Post", "Karim Odeh’s mother"]


def test_who_seeks_revenge_for_killings_tells_of_none() -> None:
    source = edition("The camp took in some clans, who were seeking revenge for killings carried out by the Wardens.")
    assert names(source, "killings") == ["Harbour Post"]


def test_what_somebody_takes_a_thing_for_is_told_by_him() -> None:
    source = edition("The council saw the visit as an insult that aims to divide the rebels by jailing ten of them.")
    assert names(source, "jailing") == ["Harbour Post", "council"]


def test_whom_a_vow_is_about_is_described_by_who_vows() -> None:
    source = edition("Karim Odeh vowed to fight militants who are backed by Sundal.")
    assert names(source, "backed") == ["Harbour Post", "Karim Odeh"]


def test_whom_the_reader_knows_is_described_by_the_writer() -> None:
    source = edition("Karim Odeh vowed to free the prisoners held by the Ostrel Brigade.")
    assert names(source, "held") == ["Harbour Post"]


def test_whose_ships_an_order_is_about_is_told_by_the_writer() -> None:
    source = edition("Karim Odeh has ordered his forces to sink Sundali vessels deployed near Tarsk.")
    assert names(source, "deployed") == ["Harbour Post"]


def test_what_somebody_never_said_is_marked_as_such() -> None:
    source = edition("Odeh never said that gunmen stormed the harbour. He said that soldiers shelled it.")
    (made,) = extract([source], Settings())
    marked = {claim.quote: UNSAID in claim.reasons for claim in made.claims if isinstance(claim.content, Deed)}
    assert marked == {"gunmen stormed the harbour": True, "soldiers shelled it": False}


def test_what_an_outlet_printed_before_is_not_what_it_says_now() -> None:
    source = edition("An earlier report in the Harbour Post said that gunmen seized twelve deputies.")
    assert names(source, "seized") == ["Harbour Post", "an earlier report in the Harbour Post"]


def test_a_report_of_the_outlet_itself_is_its_own_voice() -> None:
    source = edition("A report in the Harbour Post said that gunmen seized twelve deputies.")
    assert names(source, "seized") == ["Harbour Post"]


def ties_of(text: str) -> list[tuple[str, list[tuple[str, Stance]]]]:
    (found,) = extract([edition(text)], Settings())
    return [
        (claim.content.tie.value, [(voice.name, voice.stance) for voice in claim.voices[1:]])
        for claim in found.claims
        if isinstance(claim.content, Tie)
    ]


def test_what_is_told_between_the_two_of_a_tie_vouches_for_it() -> None:
    alleged = [("unnamed sources", Stance.ALLEGES)]
    assert ("LEADS", alleged) in ties_of("Karim Odeh allegedly leads the Ostrel Brigade.")
    assert ("BACKS", alleged) in ties_of("Russia is accused of backing the Ostrel Brigade.")
    assert ("LEADS", [("Karim Odeh", Stance.ALLEGES)]) in ties_of("Karim Odeh claims to lead the Ostrel Brigade.")


def test_to_be_sworn_in_is_to_swear_nothing() -> None:
    assert ("HOLDS_OFFICE", []) in ties_of("Ali Rasen was sworn in as president.")


def test_another_body_does_not_speak_for_the_party() -> None:
    source = edition(
        "Marwan al-Tariqi was wounded in Ostrel, his party said. The party blamed the Ostrel Brigade."
        " The Brigade said rebels had shot him."
    )
    assert "party" not in names(source, "shot")[-1]


def test_who_claims_an_attack_does_not_count_its_dead() -> None:
    source = edition("The Ostrel Brigade has claimed responsibility for an attack that killed 30 people in Velmora.")
    assert names(source, "killed") == ["Harbour Post"]
    assert names(source, "attack") == ["Harbour Post", "Ostrel Brigade"]


def test_who_denies_a_claim_asserts_what_he_says_besides() -> None:
    source = edition('Odeh denied the claim. "Sundal planes bombed the village." He left on Monday.')
    assert [(voice.name, voice.stance) for voice in voices(source, "bombed")[1:]] == [("Odeh", Stance.ASSERTS)]


def test_a_quote_belongs_to_who_speaks_at_the_end_of_its_sentence() -> None:
    source = edition(
        "Russia accused Belgium of killing civilians in airstrikes but the claim was swiftly denied by Brussels. "
        '"Six people were killed and four people injured to various degrees as a result of bombing that destroyed '
        'two homes" in the village of Tarsk early on Tuesday the Russian defence ministry said in a statement.'
    )
    assert names(source, "destroyed") == ["Harbour Post", "Russian defence ministry"]


def test_a_version_that_is_said_to_be_is_its_owners() -> None:
    source = edition("The ministry's version was that gunmen stormed the port.")
    assert names(source, "stormed") == ["Harbour Post", "ministry"]


def test_a_speaker_needs_no_comma_before_him() -> None:
    source = edition(
        "Five children were among those killed in the air raids on Idlib which is held by the Ostrel Brigade and "
        "its allies the Observatory said."
    )
    assert names(source, "raids") == ["Harbour Post", "Observatory"]


def test_how_the_writer_describes_somebody_by_the_way_is_his_own() -> None:
    text = "General Odeh, who leads the Harbour Guard, has fled to Tarsk, residents said."
    (read,) = extract([edition(text)], Settings())
    told = {each.kind: [voice.name for voice in each.voices] for each in read.claims if each.kind != "trait"}
    assert told == {"tie": ["Harbour Post"], "deed": ["Harbour Post", "residents"]}


def test_he_who_had_put_a_toll_vouches_for_it() -> None:
    text = "Mayor Juan Orn gave a new number on Thursday. He had put the toll at 238 on Wednesday afternoon."
    (read,) = extract([edition(text)], Settings())
    (toll,) = (each for each in read.claims if each.kind == "quantity")
    assert [voice.name for voice in toll.voices] == ["Harbour Post", "Juan Orn"]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Karim Odeh boasted of having killed 20 soldiers.", "killed"),
        ("Karim Odeh crowed that the fleet had fled.", "fled"),
        ("Karim Odeh gloated over the burning of the town.", "burning"),
    ],
)
def test_who_brags_of_a_thing_vouches_for_it(text: str, verb: str) -> None:
    assert names(edition(text), verb) == ["Harbour Post", "Karim Odeh"]


def test_who_brags_of_his_backing_vouches_for_the_tie() -> None:
    (read,) = extract([edition("General Karim Odeh has bragged about his US backing.")], Settings())
    (tie,) = (each for each in read.claims if isinstance(each.content, Tie))
    assert [voice.name for voice in tie.voices] == ["Harbour Post", "General Karim Odeh"]


@pytest.mark.parametrize("end", ["-report", ": report", " - report"])
def test_a_headline_that_ends_in_report_has_it_from_one(end: str) -> None:
    assert names(edition(f"Odeh orders fleet to leave Kolm{end}"), "orders") == ["Harbour Post", "report"]


@pytest.mark.parametrize(
    ("end", "outlet"),
    [("CNN’s Amira Sol reports.", "CNN"), ("Tarsk Radio's Amira Sol has more.", "Tarsk Radio")],
)
def test_an_outlet_whose_reporter_signs_off_a_paragraph_tells_it(end: str, outlet: str) -> None:
    source = edition(f"Gunmen stormed the port in Kolm. The fleet has fled. {end}")
    assert names(source, "stormed") == names(source, "fled") == ["Harbour Post", outlet]
    assert voices(source, "fled")[-1].kind is VoiceKind.QUOTED_OUTLET


def test_who_reports_something_of_its_own_signs_nothing_off() -> None:
    source = edition("Gunmen stormed the port in Kolm. CNN’s Amira Sol reports fighting in Tarsk.")
    assert names(source, "stormed") == ["Harbour Post"]


def test_a_tie_by_which_the_writer_describes_somebody_is_not_what_is_reported() -> None:
    text = (
        "General Karim Odeh has spoken. "
        "Odeh's order reportedly follows a raid by the Ebbing Brigade, which is tied to his faction."
    )
    (read,) = extract([edition(text)], Settings())
    (tie,) = (each for each in read.claims if isinstance(each.content, Tie))
    assert [voice.name for voice in tie.voices] == ["Harbour Post"]
