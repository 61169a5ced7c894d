"""Who is said to say what: source, cue, content, nesting and stance."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.found import Found
from sayso.extract.mentions.finding import find_mentions
from sayso.extract.parse.reading import parse, pipeline
from sayso.extract.sayings.finding import find_sayings
from sayso.extract.sayings.voices import UNNAMED_SPEAKER
from sayso.records.claim import Saying, Stance, VoiceKind
from sayso.records.document import Span
from sayso.settings import Settings
from tests.factory import edition


def sayings(text: str) -> tuple[Saying, ...]:
    (reading,) = parse([edition(text)], pipeline(Settings().pipeline))
    return find_sayings(reading, Found.of(find_mentions(reading), ()))


def words(span: Span | None, text: str) -> str:
    return span.of(text) if span is not None else ""


def contents(saying: Saying, text: str) -> list[str]:
    return [part.of(text) for part in saying.content]


def only(text: str) -> Saying:
    (found,) = sayings(text)
    return found


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The interior ministry has also said that gunmen stormed the harbour.",
            "The interior ministry",
            "has also said",
            "that gunmen stormed the harbour",
        ),
        ("Karim Odeh said the rebels fled.", "Karim Odeh", "said", "the rebels fled"),
        ("The rebels fled, said Karim Odeh.", "Karim Odeh", "said", "The rebels fled"),
        (
            "According to witnesses in Port Sarn, the brigade seized the port.",
            "witnesses in Port Sarn",
            "According to",
            "the brigade seized the port",
        ),
        (
            "Ardesh was accused by Korvania of bombing a refinery.",
            "Korvania",
            "was accused",
            "Ardesh",
        ),
    ],
)
def test_source_cue_and_content_are_told_apart(text: str, source: str, cue: str, content: str) -> None:
    found = only(text)
    assert (words(found.source, text), words(found.cue, text), contents(found, text)[0]) == (source, cue, content)


def test_a_parenthetical_leaves_the_clause_around_it_as_content() -> None:
    text = "The bombing, two officials said, wounded eleven fishermen."
    assert contents(only(text), text) == ["The bombing", "wounded eleven fishermen"]


def test_a_split_quote_is_one_saying() -> None:
    text = "“The militia attacked us at dawn,” Maro said. “Then they abducted my brother.”"
    assert contents(only(text), text) == [
        "“The militia attacked us at dawn,”",
        "“Then they abducted my brother.”",
    ]


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_a_quote_left_open_runs_on_in_the_next_paragraph(marks: str) -> None:
    opening, closing = marks[0], marks[1]
    text = (
        f"{opening}The brigade shelled Tarsk for days,{closing} said Ali Rasen.\n\n"
        f"{opening}On the fourth day they stormed the hospital.\n\n"
        f"{opening}Nobody stopped them when they came.{closing}"
    )
    assert [part[1:14] for part in contents(only(text), text)] == ["The brigade s", "On the fourth", "Nobody stoppe"]


def test_a_quote_after_a_colon_and_a_blank_line_belongs_to_the_speaker_before() -> None:
    text = "The mayor of Tarsk replied:\n\n“Our harbour was never closed to anyone in these years.”"
    found = only(text)
    assert (words(found.source, text), contents(found, text)) == (
        "The mayor of Tarsk",
        ["“Our harbour was never closed to anyone in these years.”"],
    )


def test_a_quote_with_no_speaker_is_not_the_writers_own() -> None:
    text = "The market burned on Sunday.\n\n“They set the fire themselves and then they shot at the firemen.”"
    found = only(text)
    assert (found.name, found.kind) == (UNNAMED_SPEAKER, VoiceKind.UNNAMED)


def test_quoted_names_and_scare_quotes_are_no_sayings() -> None:
    assert sayings("The “liberators” looted the museum of Velmora.") == ()


def test_sayings_nest_with_the_reporter_outermost() -> None:
    text = "Odeh told his commanders that the fleet had fled, according to the Velmora Courier."
    by_name = {each.name: each for each in sayings(text)}
    assert by_name["Odeh"].parent == by_name["Velmora Courier"].id
    assert by_name["Velmora Courier"].parent is None


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Odeh said the port was closed.", Stance.ASSERTS),
        ("Odeh claimed the port was closed.", Stance.ALLEGES),
        ("Odeh denied that the port was closed.", Stance.DENIES),
        ("Odeh confirmed that the port was closed.", Stance.CONFIRMS),
        ("Odeh hinted that the port was closed.", Stance.SUGGESTS),
        ("The port was reportedly closed.", Stance.ALLEGES),
        ("It is likely that the port was closed.", Stance.SUGGESTS),
        ("The leaked tapes appeared to confirm that the port was closed.", Stance.SUGGESTS),
    ],
)
def test_the_cue_gives_the_stance(text: str, stance: Stance) -> None:
    assert only(text).stance is stance


@pytest.mark.parametrize(
    "text",
    [
        "A navy spokesman declined to comment on the raid.",
        "Odeh did not say that the port was closed.",
        "Odeh wants to close the port.",
        "Odeh ordered his men to close the port.",
    ],
)
def test_silence_wishes_and_orders_vouch_for_nothing(text: str) -> None:
    assert [each for each in sayings(text) if each.vouches] == []


def test_an_inference_from_a_thing_is_the_writers_own() -> None:
    found = only("The timing of the raid suggests that Sundal armed the rebels.")
    assert (found.name, found.stance, found.vouches) == ("", Stance.SUGGESTS, True)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("“The port is closed now,” said Lena Maro, a nurse in Tarsk.", "Lena Maro", VoiceKind.PERSON),
        ("A Harbour Guard spokesman, Ali Rasen, said the port fell.", "Ali Rasen", VoiceKind.PERSON),
        ("A defence ministry spokesman said the port fell.", "a defence ministry spokesman", VoiceKind.OFFICIAL),
        ("Witnesses said the port fell.", "Witnesses", VoiceKind.UNNAMED),
        ("Reuters reported that the port fell.", "Reuters", VoiceKind.QUOTED_OUTLET),
        ("The interior ministry said the port fell.", "interior ministry", VoiceKind.ORGANIZATION),
        ("The leaked report shows that the port fell.", "leaked report", VoiceKind.DOCUMENT),
    ],
)
def test_a_voice_has_a_short_name_and_a_kind(text: str, name: str, kind: VoiceKind) -> None:
    found = only(text)
    assert (found.name, found.kind) == (name, kind)


def test_headlines_attribute_with_a_dash_or_a_colon() -> None:
    dash = only("Odeh orders harbour mined - report")
    colon = only("Witnesses: Gunmen abduct former president in Port Sarn")
    assert (dash.name, colon.name) == ("report", "Witnesses")


_PARTS = st.lists(
    st.sampled_from(
        [
            "“",
            "”",
            '"',
            "said",
            "Odeh",
            "that",
            "the port",
            "fell",
            ",",
            ".",
            ":",
            "according to",
            "witnesses",
            "reportedly",
            "\n\n",
            "claim",
            "- report",
            "it is likely",
            "denied",
            "was accused of",
        ]
    ),
    min_size=1,
    max_size=30,
)


@settings(max_examples=60, deadline=None)
@given(_PARTS)
def test_spans_lie_in_the_text_and_parents_form_no_ring(parts: list[str]) -> None:
    text = " ".join(parts)
    found = sayings(text)
    by_id = {each.id: each for each in found}
    for each in found:
        spans = [*each.content, *(span for span in (each.source, each.cue) if span is not None)]
        assert spans
        assert all(span.of(text).strip() for span in spans)
        seen = {each.id}
        at = each
        while at.parent is not None:
            at = by_id[at.parent]
            assert at.id not in seen
            seen.add(at.id)


def test_those_listed_after_some_of_the_dead_say_it() -> None:
    text = "The army shelled the suburbs, killing seven people, three of them children, residents and a doctor said."
    assert words(only(text).source, text) == "residents and a doctor"


def test_a_suspicion_is_theirs_who_act_on_it() -> None:
    text = "Sundal police last week seized a boat on suspicion its crew collaborated with smugglers."
    found = only(text)
    assert (words(found.source, text), found.stance) == ("Sundal police", Stance.SUGGESTS)
    assert contents(found, text) == ["its crew collaborated with smugglers"]


def test_who_is_told_to_do_something_is_told_nothing() -> None:
    assert not any(each.vouches for each in sayings("The navy was told to stop any vessel."))


def test_what_a_video_shows_is_not_shown_by_those_who_ask_for_something_after_it() -> None:
    text = "Sundal called for the army to suspend Odeh after a video in March allegedly showed Odeh shooting three men."
    shown = next(each for each in sayings(text) if words(each.cue, text).endswith("showed"))
    assert words(shown.source, text).startswith("a video")


def test_a_concession_before_the_main_clause_does_not_say_it() -> None:
    text = (
        'But although Odeh said that there was "complete agreement" between himself and the minister "on a personal'
        ' level" he did not shy away from expressing doubts about the government.'
    )
    said = next(each for each in sayings(text) if words(each.cue, text) == "said")
    assert not any("shy" in each for each in contents(said, text))


def test_a_quote_that_another_sentence_leads_into_is_not_the_last_speakers() -> None:
    text = (
        "Sundal has sent weapons, according to the U.N. Not to be forgotten: 'In 2031 Ardesh sent soldiers to Tarsk.'"
    )
    assert not any("Ardesh" in part for each in sayings(text) if each.name == "U.N." for part in contents(each, text))


@pytest.mark.parametrize(
    ("text", "speaker", "ends"),
    [
        ("The ministry said ten people died but witnesses said twenty had been killed.", "ministry", "died"),
        ("The Assembly says 20 people were killed, though activists say 40 were.", "Assembly", "were killed"),
        (
            "More than 400 people died, according to army figures, although aid groups say it was 600.",
            "army figures",
            "died",
        ),
        ("Odeh said he approved the truce, however, the army did not confirm the deal.", "Odeh", "approved the truce"),
    ],
)
def test_what_one_says_ends_where_another_is_set_against_it(text: str, speaker: str, ends: str) -> None:
    said = next(each for each in sayings(text) if each.name == speaker)
    assert contents(said, text)[-1].endswith(ends)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            "Ten people were killed and 20 wounded in a strike on Tarsk, according to the army.",
            "Ten people were killed and 20 wounded in a strike on Tarsk",
        ),
        (
            "A raid hit a house killing six people and wounding ten according to a medic.",
            "A raid hit a house killing six people and wounding ten",
        ),
    ],
)
def test_a_closing_according_to_stands_behind_all_that_is_joined(text: str, whole: str) -> None:
    assert contents(only(text), text) == [whole]


def test_what_is_told_in_a_message_is_the_words_of_who_tells_it() -> None:
    text = "Guard chief Karim Odeh told the Courier in a text message that Tarsk was under fire."
    assert {each.name for each in sayings(text)} == {"Guard chief Karim Odeh"}


def test_who_finds_himself_somewhere_tells_nothing() -> None:
    assert not any(each.vouches for each in sayings("A minister who now finds himself mired in a war left."))


def test_who_speaks_of_claims_does_not_make_them() -> None:
    text = '"There is no truth in it," a palace official said of claims that the president had fled.'
    told = [each.name for each in sayings(text) if each.vouches and "fled" in contents(each, text)[-1]]
    assert told == ["unnamed sources"]


def test_who_is_cited_stands_behind_what_is_reported() -> None:
    text = "According to a report by the Meridian Wire, citing an army officer, 30 rebels surrendered at Ostrel."
    cited = next(each for each in sayings(text) if each.name == "an army officer")
    assert contents(cited, text) == ["30 rebels surrendered at Ostrel"]


@pytest.mark.parametrize(
    "text",
    [
        "Haddad dismissed reports that his men had looted the museum.",
        'Haddad dismissed as "fantasy" reports that his men had looted the museum.',
        "Haddad rejected accusations that his men had looted the museum.",
    ],
)
def test_who_dismisses_reports_denies_them(text: str) -> None:
    denied = next(each for each in sayings(text) if each.name == "Haddad")
    assert (denied.stance, denied.vouches) == (Stance.DENIES, True)
    assert contents(denied, text)[-1].endswith("looted the museum")


def test_who_neither_confirms_nor_denies_stands_behind_nothing() -> None:
    assert not any(each.vouches for each in sayings("The ministry neither confirmed nor denied that Odeh had fled."))


def test_the_speaker_of_a_headline_is_not_who_it_tells_of() -> None:
    text = "Rebel chief killed in drone strike, state TV says; group denies it"
    said = next(each for each in sayings(text) if words(each.cue, text) == "says")
    assert (said.name, contents(said, text)) == ("state TV", ["Rebel chief killed in drone strike"])


@pytest.mark.parametrize(
    ("text", "speaker", "words_"),
    [
        ("The army bombed the rebels near Tarsk, which France has denied.", "France", "which"),
        ("Greece said French tanks had crossed the border, a charge France has denied.", "France", "charge"),
    ],
)
def test_who_denies_what_was_told_denies_the_word_that_stands_for_it(text: str, speaker: str, words_: str) -> None:
    said = next(each for each in sayings(text) if each.name == speaker)
    assert (said.stance, contents(said, text)) == (Stance.DENIES, [words_])


def test_the_envoy_speaks_and_not_the_town_before_him() -> None:
    text = "Three men were killed in a camp in Akobo, Jonglei, India's UN ambassador Asoke Munda said."
    assert "Munda" in only(text).name


def test_another_speaker_after_a_semicolon_speaks_for_himself() -> None:
    text = "The ferry was rammed by a patrol boat, survivors said; the coastguard says it hit a rock."
    said = next(each for each in sayings(text) if each.name == "survivors")
    assert not any("rock" in part for part in contents(said, text))


def test_who_stands_before_what_he_does_by_the_way_is_who_says_so() -> None:
    text = (
        "Regional health officials said they knew of nine dead and 30 wounded, while the Velmora administration of the "
        "rebels, putting it lower still, said two people were killed and 12 wounded."
    )
    assert "the Velmora administration of the rebels" in {words(each.source, text) for each in sayings(text)}


def test_a_country_before_what_happened_in_it_says_nothing() -> None:
    assert sayings("Burkina Faso: Army Massacres 130 Fulani Civilians") == ()
    assert [each.name for each in sayings("Russia: Ukraine bombed two of our ships")] == ["Russia"]


def test_lives_that_are_claimed_are_no_saying() -> None:
    assert sayings("Rebel shelling of Karst had claimed 49 lives by Monday.") == ()
