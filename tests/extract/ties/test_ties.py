import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.found import Found
from sayso.extract.mentions.finding import find_mentions
from sayso.extract.parse.reading import parse, pipeline
from sayso.extract.ties.finding import find_ties
from sayso.extract.times.finding import find_times
from sayso.records.claim import TOLD_AS_PAST, Claim, Status, Tie
from sayso.settings import Settings
from tests.factory import edition


def claims(text: str) -> tuple[Claim, ...]:
    (reading,) = parse([edition(text)], pipeline(Settings().pipeline))
    return find_ties(reading, Found.of(find_mentions(reading), find_times(reading)))


def told(text: str) -> list[Tie]:
    return [each.content for each in claims(text) if isinstance(each.content, Tie)]


def ties(text: str) -> set[tuple[str, str, str]]:
    return {(each.a.text, each.tie.value, each.b.text) for each in told(text)}


def the_tie(text: str, kind: str) -> Tie:
    (found,) = [each for each in told(text) if each.tie.value == kind]
    return found


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("General Karim Odeh leads the Free Korvan Army.", ("General Karim Odeh", "LEADS", "the Free Korvan Army")),
        (
            "General Nadir Soule, commander, Korvan Harbour Command, visited the troops.",
            ("General Nadir Soule", "LEADS", "Korvan Harbour Command"),
        ),
        ("Nadir Soule, commander of the Ostrel Brigade, left.", ("Nadir Soule", "LEADS", "the Ostrel Brigade")),
        (
            "Ostrel Brigade commander Nadir Soule left.",
            ("Ostrel Brigade commander Nadir Soule", "LEADS", "Ostrel Brigade"),
        ),
        (
            "Korvan National Army commander Nadir Soule left.",
            ("Korvan National Army commander Nadir Soule", "MEMBER_OF", "Korvan National Army"),
        ),
        (
            "The Korvan National Army commander Nadir Soule left.",
            ("Nadir Soule", "LEADS", "Korvan National Army"),
        ),
        ("The Ostrel Brigade is led by Nadir Soule.", ("Nadir Soule", "LEADS", "The Ostrel Brigade")),
        ("Egypt supports the Libyan government.", ("Egypt", "BACKS", "the Libyan government")),
        ("Karim Odeh has received backing from Egypt.", ("Egypt", "BACKS", "Karim Odeh")),
        ("Karim Odeh has received weapons from Egypt.", ("Egypt", "BACKS", "Karim Odeh")),
        (
            "The Harbour Guard controls the eastern part of the country.",
            ("The Harbour Guard", "CONTROLS", "the eastern part of the country"),
        ),
        ("Italy acted in support of the Libyan government.", ("Italy", "BACKS", "the Libyan government")),
        ("The Ostrel Brigade pledged allegiance to Karim Odeh.", ("The Ostrel Brigade", "BACKS", "Karim Odeh")),
        (
            "Nadir Soule, deputy commander of the Ostrel Brigade, left.",
            ("Nadir Soule", "MEMBER_OF", "the Ostrel Brigade"),
        ),
        ("Nadir Soule defected from the Ostrel Brigade.", ("Nadir Soule", "MEMBER_OF", "the Ostrel Brigade")),
        ("Fighters loyal to Karim Odeh left.", ("Fighters", "BACKS", "Karim Odeh")),
        ("The Italy-backed council left.", ("Italy", "BACKS", "The Italy-backed council")),
        (
            "The Free Korvan Army is fighting the Ostrel Brigade.",
            ("The Free Korvan Army", "FIGHTS", "the Ostrel Brigade"),
        ),
        (
            "The Harbour Guard's strategy to defeat the Ostrel Brigade failed.",
            ("The Harbour Guard", "FIGHTS", "the Ostrel Brigade"),
        ),
        ("Italy supports Egypt in its fight against the Ostrel Brigade.", ("Egypt", "FIGHTS", "the Ostrel Brigade")),
        ("Egypt fought alongside the Harbour Guard.", ("Egypt", "ALLIED_WITH", "the Harbour Guard")),
        ("A general with deep ties to the Harbour Guard left.", ("A general", "ALLIED_WITH", "the Harbour Guard")),
        ("Gaddafi ally Karim Odeh left.", ("Gaddafi ally Karim Odeh", "ALLIED_WITH", "Gaddafi")),
        ("Karim Odeh is a rival to Anton Vesely.", ("Karim Odeh", "OPPOSES", "Anton Vesely")),
        ("The Ostrel Brigade, based in Tripoli, denied it.", ("The Ostrel Brigade", "BASED_IN", "Tripoli")),
        ("The Ostrel Brigade controls Benghazi.", ("The Ostrel Brigade", "CONTROLS", "Benghazi")),
        ("The Ostrel Brigade has taken control of Benghazi.", ("The Ostrel Brigade", "CONTROLS", "Benghazi")),
        ("Three employees from the National Assembly left.", ("Three employees", "MEMBER_OF", "the National Assembly")),
        ("Ali Rasen was assigned to the Ostrel Brigade.", ("Ali Rasen", "MEMBER_OF", "the Ostrel Brigade")),
        ("The council, made up of the Harbour Guard, left.", ("the Harbour Guard", "PART_OF", "The council")),
    ],
)
def test_a_tie_is_read_with_its_ends_the_right_way_round(text: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(text)


@pytest.mark.parametrize(
    ("text", "holder", "office"),
    [
        ("Prime Minister Anton Vesely spoke.", "Prime Minister Anton Vesely", "Prime Minister"),
        ("Anton Vesely, minister for fisheries, spoke.", "Anton Vesely", "minister for fisheries"),
        ("He met the Libyan foreign minister, Anton Vesely, on Friday.", "Anton Vesely", "Libyan foreign minister"),
        ("Minister for Fisheries, Tobias Rell, spoke.", "Tobias Rell", "Minister for Fisheries"),
        ("Tobias Rell was elected mayor of Tarsk.", "Tobias Rell", "mayor of Tarsk"),
        ("The council elected Mona Rell acting speaker on Tuesday.", "Mona Rell", "acting speaker"),
    ],
)
def test_an_office_beside_a_name_is_held_by_that_person(text: str, holder: str, office: str) -> None:
    assert (holder, "HOLDS_OFFICE", office) in ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "The prime minister and Anton Vesely met.",
        "King Anton met Tobias Rell.",
        "The prime minister told Tobias Rell to leave.",
    ],
)
def test_an_office_is_not_given_to_whoever_stands_near(text: str) -> None:
    assert not [each for each in told(text) if each.tie.value == "HOLDS_OFFICE" and "Rell" in each.a.text]


@pytest.mark.parametrize(
    "text",
    [
        "Former Prime Minister Anton Vesely spoke.",
        "Anton Vesely, the then prime minister, spoke.",
    ],
)
def test_a_former_office_is_marked_so(text: str) -> None:
    assert the_tie(text, "HOLDS_OFFICE").former


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The brigade, previously loyal to Karim Odeh, left.", "BACKS"),
        ("Karim Odeh is a former ally of Anton Vesely.", "ALLIED_WITH"),
        ("The Ostrel Brigade is no longer a member of the coalition.", "PART_OF"),
        ("Nadir Soule, formerly of the Harbour Guard, left.", "MEMBER_OF"),
        ("Nadir Soule defected from the Harbour Guard.", "MEMBER_OF"),
        ("Nadir Soule once led the Harbour Guard.", "LEADS"),
    ],
)
def test_a_tie_of_the_past_is_marked_so(text: str, kind: str) -> None:
    assert the_tie(text, kind).former


def test_a_tenure_has_its_start_and_its_end() -> None:
    tie = the_tie("Tobias Rell was prime minister from 2011 to 2017.", "HOLDS_OFFICE")
    assert tie.start is not None
    assert tie.until is not None
    assert (tie.start.text, tie.until.text) == ("2011", "2017")


def test_a_home_has_its_start_and_its_end() -> None:
    tie = the_tie("Anton Vesely lived in Tripoli from 2018 to 2024.", "BASED_IN")
    assert tie.start is not None
    assert tie.until is not None
    assert (tie.start.text, tie.until.text) == ("2018", "2024")


def test_the_time_of_an_appointment_is_the_start_of_the_office() -> None:
    tie = the_tie("Anton Vesely was appointed prime minister in 2015.", "HOLDS_OFFICE")
    assert tie.start is not None
    assert tie.start.text == "2015"


def test_since_is_a_start() -> None:
    tie = the_tie("The Ostrel Brigade, led by Karim Odeh since 2016, left.", "LEADS")
    assert tie.start is not None
    assert tie.start.text == "2016"


@pytest.mark.parametrize(
    "text",
    [
        "Egypt does not support the Libyan government.",
        "Ali Rasen was never a member of the Harbour Guard.",
        "Karim Odeh has no links to the Harbour Guard.",
    ],
)
def test_a_tie_that_is_denied_is_not_one_that_holds(text: str) -> None:
    assert [each.polarity.value for each in claims(text)] == ["no"]


def test_whoever_is_not_the_biggest_backer_is_a_backer() -> None:
    assert [each.polarity.value for each in claims("Egypt is not the biggest backer of Karim Odeh.")] == ["yes"]


def test_what_people_are_believed_to_be_is_possible() -> None:
    (claim,) = claims("Gunmen, believed to be members of the Harbour Guard, left.")
    assert claim.status.value == "possible"


def test_a_pronoun_is_read_as_the_name_beside_it() -> None:
    text = "General Karim Odeh said he leads the Harbour Guard."
    assert ("General Karim Odeh", "LEADS", "the Harbour Guard") in ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "An Ostrel Brigade unit left.",
        "Seventy members of the Harbour Guard left.",
        "A renegade Libyan general left.",
        "Egypt and its parliament met.",
        "The militias include the Ostrel Brigade.",
        "It is unclear where Karim Odeh stands with Egypt.",
        "The takeover led Egypt to evacuate its embassy.",
        "Italy supported refugees.",
        "Egypt held a meeting.",
        "Karim Odeh Leads Anti-Islamist Uprising",
    ],
)
def test_what_says_no_tie_gives_none(text: str) -> None:
    assert ties(text) == set()


def test_the_words_of_a_tie_stay_near_the_word_that_states_it() -> None:
    text = (
        "The Harbour Guard, which had spent the summer on the coast and the autumn in the hills, where it had found "
        "few friends and less food among people who had seen many armies come and go over a long and hungry century, "
        "backs Egypt."
    )
    assert all(len(each.span) <= 220 for each in claims(text))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Prime Minister Anton Vesely is backed by Egypt.",
                "Nadir Soule, commander of the Ostrel Brigade, is not.",
                "He lived in Tripoli until 2011.",
                "Its allies, including Italy, stand with the Harbour Guard!",
                "“We fight alongside them,” he said;",
                "the 3rd Battalion, Ostrel Brigade,",
                "formerly of the Harbour Guard",
            ]
        ),
        max_size=5,
    )
)
def test_every_tie_points_at_its_words(parts: list[str]) -> None:
    text = " ".join(parts)
    for claim in claims(text):
        assert claim.span.of(text) == claim.quote
        assert isinstance(claim.content, Tie)
        assert claim.content.a.span.of(text) == claim.content.a.text
        assert claim.content.a.span != claim.content.b.span


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("A former Gaddafi ally, Karim Odeh has left.", "former Gaddafi ally, Karim Odeh"),
        ("Tobias Rell lived in Tripoli until 2011.", "Tobias Rell lived in Tripoli until 2011"),
        ("From 2011 to 2017 Tobias Rell was prime minister.", "From 2011 to 2017 Tobias Rell was prime minister"),
    ],
)
def test_the_words_of_a_tie_show_that_and_when_it_ended(text: str, quote: str) -> None:
    assert quote in [each.quote for each in claims(text)]


def test_there_is_the_place_the_clause_before_goes_to() -> None:
    text = "General Karim Odeh moved to Tripoli and lived there until 2011."
    stays = [each for each in told(text) if each.tie.value == "BASED_IN"]
    assert {each.b.text for each in stays} == {"Tripoli"}
    assert [each.until.edtf for each in stays if each.until] == ["2011"]


def test_a_deputy_from_a_town_is_no_member_of_it() -> None:
    assert not [each for each in told("Lena Marsh, a deputy from Tarsk, left.") if each.tie.value == "MEMBER_OF"]


@pytest.mark.parametrize(
    "text", ["The Harbour Guard controls part of the company.", "Karim Odeh received weapons and left Egypt."]
)
def test_what_is_no_ground_and_no_giver_ties_nobody(text: str) -> None:
    assert not [each for each in told(text) if each.tie.value in {"CONTROLS", "BACKS"}]


def test_its_commander_leads_the_one_body_named_just_before() -> None:
    text = "The Ostrel Brigade rejected the truce. Nobody had asked for it, and its commander, Nadir Soule, said so."
    assert ("Nadir Soule", "LEADS", "The Ostrel Brigade") in ties(text)
    assert [each.quote for each in claims(text) if each.quote.startswith("its")] == ["its commander, Nadir Soule"]


def test_its_commander_leads_nobody_where_two_bodies_are_named() -> None:
    text = "The Ostrel Brigade met the Harbour Guard. A truce had been signed, and its commander, Nadir Soule, said so."
    assert not [each for each in told(text) if each.tie.value == "LEADS" and each.a.text == "Nadir Soule"]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "General Karim Odeh, whose forces control much of the east, left.",
            ("General Karim Odeh", "CONTROLS", "much of the east"),
        ),
        ("Egypt is backed by Karim Odeh's movement.", ("Karim Odeh", "BACKS", "Egypt")),
        (
            "Soldiers of the Harbour Guard fought the Free Korvan Army.",
            ("the Harbour Guard", "FIGHTS", "the Free Korvan Army"),
        ),
        (
            "Gunmen from the Tarsk Brigade, who say they back Karim Odeh, attacked the town.",
            ("the Tarsk Brigade", "BACKS", "Karim Odeh"),
        ),
    ],
)
def test_people_named_only_by_whose_they_are_act_for_those(text: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "General Karim Odeh has ordered his forces to leave.",
        "Karim Odeh's army left.",
        "Karim Odeh’s government met.",
    ],
)
def test_a_force_that_goes_by_its_owner_alone_is_no_tie(text: str) -> None:
    assert not {each for each in ties(text) if each[1] == "LEADS"}


def test_some_soldiers_do_not_act_for_their_body() -> None:
    assert ("the Harbour Guard", "FIGHTS", "the Ostrel Brigade") not in ties(
        "Some soldiers of the Harbour Guard fought the Ostrel Brigade."
    )


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "Karim Odeh will face no pressure from backers including Egypt and France, who favour him.",
            ("France", "BACKS", "Karim Odeh"),
        ),
        ("General Karim Odeh has bragged about his US backing.", ("US", "BACKS", "General Karim Odeh")),
        (
            'Karim Odeh left, becoming an "asset" of the Korvan Security Agency.',
            ("the Korvan Security Agency", "BACKS", "Karim Odeh"),
        ),
        (
            "Karim Odeh has refused to recognise the authority of the National Assembly.",
            ("Karim Odeh", "OPPOSES", "the National Assembly"),
        ),
        (
            "Karim Odeh posted a video of himself calling for the suspension of the National Assembly.",
            ("Karim Odeh", "OPPOSES", "the National Assembly"),
        ),
        (
            "The Ostrel Brigade returned fire from the Harbour Guard.",
            ("The Ostrel Brigade", "FIGHTS", "the Harbour Guard"),
        ),
        (
            "Mahmoud Rasen faces charges of murder while fighting for the Free Korvan Army.",
            ("Mahmoud Rasen", "MEMBER_OF", "the Free Korvan Army"),
        ),
        (
            "The leader of the revolt is a former Libyan army general, Karim Odeh.",
            ("Karim Odeh", "MEMBER_OF", "Libyan army"),
        ),
        ("The U.N.-backed government in Benghazi left.", ("The U.N.-backed government", "BASED_IN", "Benghazi")),
        ("The U.S.-backed Harbour Guard left.", ("U.S.", "BACKS", "Harbour Guard")),
        (
            "The army had driven Karim Odeh into exile in Benghazi.",
            ("Karim Odeh", "BASED_IN", "Benghazi"),
        ),
        (
            "The government of former Prime Minister (and former Free Korvan Army leader) Ali Rasen looked away.",
            ("Ali Rasen", "LEADS", "Free Korvan Army"),
        ),
        (
            "General Karim Odeh, the latest person to head the rebel forces, left.",
            ("the latest person", "LEADS", "the rebel forces"),
        ),
    ],
)
def test_a_tie_is_read_from_what_people_do_and_refuse(text: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(text)


def test_what_somebody_began_as_is_over() -> None:
    text = "General Karim Odeh got his start as a close ally of Marwan al-Tariqi."
    assert the_tie(text, "ALLIED_WITH").former


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Libyan navy spokesman General Ayoub Rasen spoke.", "Libyan navy spokesman"),
        ("NATO Secretary General Anders Holm spoke.", "NATO Secretary General"),
    ],
)
def test_a_rank_between_an_office_and_a_name_is_no_part_of_the_office(text: str, office: str) -> None:
    assert the_tie(text, "HOLDS_OFFICE").b.text == office


def test_what_came_later_began_no_sooner_than_what_was_told_before() -> None:
    text = "Karim Odeh fought in the 2009 war. Odeh later became chief of staff."
    start = the_tie(text, "HOLDS_OFFICE").start
    assert start is not None
    assert (start.edtf, start.modifier) == ("2009/..", "after")


def test_an_event_named_by_its_year_says_as_of_when() -> None:
    as_of = the_tie("Karim Odeh served fighting against Egypt in the 1973 war.", "FIGHTS").as_of
    assert as_of is not None
    assert as_of.edtf == "1973"


def test_a_leader_in_a_body_is_one_of_it() -> None:
    assert ("Karim Odeh", "MEMBER_OF", "the Free Korvan Army") in ties(
        "Karim Odeh was set up as a military leader in the Free Korvan Army."
    )


def test_a_day_is_no_part_of_an_office() -> None:
    assert "Monday" not in the_tie("Ali Rasen spoke as Monday mayor Ali Rasen left.", "HOLDS_OFFICE").b.text


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("They came from the Tarsk Rifles, a militia from the town of that name.", "the Tarsk Rifles"),
        ("It was the work of the Ostrel Brigade, which hails from the town of the same name.", "the Ostrel Brigade"),
    ],
)
def test_a_body_named_for_its_town_comes_from_there(text: str, body: str) -> None:
    assert (body, "BASED_IN", body.split()[1]) in ties(text)


def test_a_call_was_made_when_its_occasion_was() -> None:
    text = (
        "Karim Odeh made an attempt in May 2030, posting a video calling for the suspension of the National Assembly."
    )
    as_of = the_tie(text, "OPPOSES").as_of
    assert as_of is not None
    assert as_of.edtf == "2030-05"


def test_whoever_stands_after_the_leader_does_not_lead_too() -> None:
    text = "Fighting erupted between the Libyan army led by General Karim Odeh and the Ostrel Brigade."
    assert {each for each in ties(text) if each[1] == "LEADS"} <= {("General Karim Odeh", "LEADS", "the Libyan army")}


def test_under_the_command_of_somebody_is_the_nearest() -> None:
    text = "The Harbour Guard has been fighting against the Ostrel Brigade under the leadership of Nadir Soule."
    assert ("Nadir Soule", "LEADS", "The Harbour Guard") not in ties(text)
    assert ("Nadir Soule", "LEADS", "the Ostrel Brigade") in ties(text)


def test_who_swears_another_in_does_not_hold_the_office() -> None:
    found = ties("He swore in Karim Odeh as military commander on Wednesday.")
    assert [a for a, tie, _ in found if tie == "HOLDS_OFFICE"] in ([], ["Karim Odeh"])


@pytest.mark.parametrize(
    "text",
    [
        "Karim Odeh, an alleged member of the Ostrel Brigade, was arrested.",
        "Karim Odeh, a suspected leader of the Ostrel Brigade, was arrested.",
    ],
)
def test_an_alleged_member_may_be_one(text: str) -> None:
    assert {each.status for each in claims(text)} == {Status.POSSIBLE}


@pytest.mark.parametrize(
    "text", ["Residents took shelter from a mob in Tarsk.", "We have not taken anyone from Tarsk, the rebels said."]
)
def test_who_takes_no_ground_from_somebody_does_not_fight_him(text: str) -> None:
    assert not [each for each in told(text) if each.tie.value == "FIGHTS"]


def test_who_takes_a_town_from_somebody_fights_him() -> None:
    text = "The rebels took the town of Tarsk from the army."
    assert ("The rebels", "FIGHTS", "the army") in ties(text)


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("Karim Odeh lived in Benghazi.", True),
        ("Karim Odeh moved to Benghazi for a few years.", True),
        ("Nadir Soule led the Ostrel Brigade.", True),
        ("The mayor said that Nadir Soule led the Ostrel Brigade.", False),
        ("Nadir Soule leads the Ostrel Brigade.", False),
        ("Nadir Soule joined the Ostrel Brigade.", False),
        ("Nadir Soule has led the Ostrel Brigade.", False),
    ],
)
def test_a_tie_told_in_the_past_tense_is_known_for_that(text: str, past: bool) -> None:
    assert [TOLD_AS_PAST in each.reasons for each in claims(text)] == [past]


def test_who_is_seized_together_with_others_is_nobodys_ally() -> None:
    text = "Gunmen stormed the parliament, seizing the speaker Karim Odeh together with some 20 other officials."
    assert not [each for each in ties(text) if each[1] == "ALLIED_WITH"]
