"""Deeds read from sentences about Korvania."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.deeds.finding import find_deeds
from sayso.extract.found import Found
from sayso.extract.mentions.finding import find_mentions
from sayso.extract.parse.reading import parse, pipeline
from sayso.extract.times.finding import find_times
from sayso.records.claim import Claim, Deed, Plover, Polarity, Status
from sayso.settings import Settings
from tests.factory import edition


def read(text: str) -> tuple[Claim, ...]:
    reading = next(iter(parse([edition(text)], pipeline(Settings().pipeline))))
    return find_deeds(reading, Found.of((), ()))


def deed(text: str, plover: Plover) -> tuple[Claim, Deed]:
    for claim in read(text):
        if isinstance(claim.content, Deed) and claim.content.plover is plover:
            return claim, claim.content
    raise AssertionError(f"no {plover} read from {text!r}: {read(text)}")


def who(content: Deed, role: str) -> list[str]:
    return [each.text for each in content.roles if each.role == role]


def test_the_subject_acts_and_the_object_undergoes() -> None:
    _, content = deed("Gunmen stormed the National Assembly on Sunday.", Plover.ASSAULT)
    assert (who(content, "actor"), who(content, "recipient")) == (["Gunmen"], ["the National Assembly"])
    assert content.mode == "stormed"


def test_in_a_passive_by_names_the_actor() -> None:
    claim, content = deed("The former president was abducted by militiamen.", Plover.ASSAULT)
    assert (who(content, "actor"), who(content, "recipient")) == (["militiamen"], ["The former president"])
    assert any("'by' names the actor" in reason for reason in claim.reasons)


def test_a_passive_without_by_has_no_actor() -> None:
    _, content = deed("The former president was abducted on Sunday.", Plover.ASSAULT)
    assert (who(content, "actor"), who(content, "recipient")) == ([], ["The former president"])


def test_a_deed_noun_takes_its_sides_from_prepositions() -> None:
    _, content = deed("The assault on parliament by the Harbour Guard left the hall in ruins.", Plover.ASSAULT)
    assert (who(content, "actor"), who(content, "recipient")) == (["the Harbour Guard"], ["parliament"])


def test_whose_abduction_it_is_underwent_it() -> None:
    _, content = deed("His abduction shocked the capital.", Plover.ASSAULT)
    assert (who(content, "actor"), who(content, "recipient")) == ([], ["His"])


def test_a_light_verb_performs_its_noun() -> None:
    _, content = deed("The army launched an offensive against the rebels.", Plover.ASSAULT)
    assert (who(content, "actor"), who(content, "recipient")) == (["The army"], ["the rebels"])


def test_joined_verbs_share_their_subject() -> None:
    _, content = deed("Gunmen stormed the ministry and arrested two officials.", Plover.COERCE)
    assert who(content, "actor") == ["Gunmen"]


def test_joined_objects_all_undergo() -> None:
    _, content = deed("Gunmen abducted the speaker and two aides.", Plover.ASSAULT)
    assert who(content, "recipient") == ["the speaker", "two aides"]


def test_a_participle_takes_the_subject_it_goes_on_with() -> None:
    _, content = deed("Gunmen stormed the ministry, arresting two officials.", Plover.COERCE)
    assert (who(content, "actor"), who(content, "recipient")) == (["Gunmen"], ["two officials"])


def test_a_relative_clause_takes_the_noun_it_describes() -> None:
    _, content = deed("The rebels who attacked the port left at dawn.", Plover.ASSAULT)
    assert who(content, "actor") == ["The rebels"]


def test_a_headline_may_leave_out_was() -> None:
    _, content = deed("Two prisoners shot dead by soldiers", Plover.ASSAULT)
    assert (who(content, "actor"), who(content, "recipient")) == (["soldiers"], ["Two prisoners"])


@pytest.mark.parametrize("text", ["Two soldiers killed in raid on Tarsk", "Three journalists arrested in the capital"])
def test_a_headline_verb_without_an_object_is_done_to_its_subject(text: str) -> None:
    content = next(
        c.content for c in read(text) if isinstance(c.content, Deed) and c.content.mode in ("killed", "arrested")
    )
    assert (who(content, "actor"), len(who(content, "recipient"))) == ([], 1)


def test_killing_in_an_airstrike_is_an_assault_with_its_outcome_for_mode() -> None:
    claims = read("The army's airstrike killed thirty civilians.")
    killing = next(c.content for c in claims if isinstance(c.content, Deed) and c.content.mode == "killed")
    assert killing.plover is Plover.ASSAULT
    assert (who(killing, "actor"), who(killing, "recipient")) == (["The army"], ["thirty civilians"])


def test_an_order_is_not_its_execution() -> None:
    claims = read("The general ordered his forces to bomb the ships.")
    order = next(each for each in claims if isinstance(each.content, Deed) and each.content.plover is Plover.REQUEST)
    bombing = next(each for each in claims if isinstance(each.content, Deed) and each.content.plover is Plover.ASSAULT)
    assert order.status is Status.ACTUAL
    assert bombing.status is Status.ORDERED
    assert order.about == bombing.id
    assert isinstance(bombing.content, Deed)
    assert who(bombing.content, "actor") == ["his forces"]


def test_what_a_demanded_thing_is_for_is_not_what_is_demanded() -> None:
    claims = read(
        "The rebels stormed the harbour on Sunday demanding its closure and a handover of power to purge the town of "
        "Ardeshi smugglers."
    )
    (purge,) = (each for each in claims if isinstance(each.content, Deed) and each.content.lemma == "purge")
    (demand,) = (each for each in claims if isinstance(each.content, Deed) and each.content.lemma == "demand")
    assert demand.about != purge.id


def test_a_denied_deed_is_negative_and_the_denial_is_about_it() -> None:
    claims = read("The militia denied attacking the port.")
    attack = next(each for each in claims if isinstance(each.content, Deed) and each.content.plover is Plover.ASSAULT)
    assert attack.polarity is Polarity.NO
    assert any(each.about == attack.id for each in claims)


def test_saying_one_will_help_is_a_promise_about_planned_aid() -> None:
    claims = read("The government will send food to the refugees.")
    aid = next(each for each in claims if isinstance(each.content, Deed) and each.content.plover is Plover.AID)
    promise = next(each for each in claims if isinstance(each.content, Deed) and each.content.plover is Plover.AGREE)
    assert aid.status is Status.PLANNED
    assert promise.about == aid.id


def test_saying_one_would_harm_is_a_threat() -> None:
    claim, content = deed("The farmers said they would blockade the capital.", Plover.THREATEN)
    assert claim.status is Status.ACTUAL
    assert who(content, "actor") == ["The farmers"]


def test_what_a_verb_throws_or_sends_is_no_party_to_the_deed() -> None:
    _, content = deed("The rebels threw stones at the police.", Plover.ASSAULT)
    assert who(content, "recipient") == ["the police"]


def test_those_behind_a_rebellion_are_named_by_who_led_it() -> None:
    claims = read("The revolt led by the general overthrew the king.")
    fall = next(c.content for c in claims if isinstance(c.content, Deed) and c.content.mode == "overthrown")
    assert (who(fall, "actor"), who(fall, "recipient")) == (["the general"], ["the king"])


def test_an_apposition_before_the_clause_is_not_its_subject() -> None:
    _, content = deed("A supporter of the old king, General Odeh was captured in the war.", Plover.COERCE)
    assert who(content, "recipient") == ["General Odeh"]


def test_an_attempt_is_told_as_one() -> None:
    claim, _ = deed("The general made a coup attempt in May.", Plover.ASSAULT)
    assert claim.status is Status.ATTEMPTED
    assert any("'attempt': it was tried" in reason for reason in claim.reasons)


def test_whoever_foils_a_bid_is_not_who_made_it() -> None:
    claim, content = deed("Sundal thwarted a bid by the rebels to take the port.", Plover.COERCE)
    assert (who(content, "actor"), who(content, "recipient")) == (["the rebels"], ["the port"])
    assert claim.status is Status.FAILED


def test_who_survives_an_attempt_underwent_it() -> None:
    claim, content = deed("The general survived an assassination attempt by gunmen.", Plover.ASSAULT)
    assert (who(content, "actor"), who(content, "recipient")) == (["gunmen"], ["The general"])
    assert claim.status is Status.ATTEMPTED


def test_the_word_for_trying_is_quoted() -> None:
    claim, _ = deed("The abortive coup against the king shook Korvania.", Plover.ASSAULT)
    assert claim.quote.startswith("abortive coup")


def test_that_there_was_no_coup_is_a_claim() -> None:
    claim, content = deed("There was no coup, the general said.", Plover.ASSAULT)
    assert (claim.polarity, content.roles, claim.quote) == (Polarity.NO, (), "no coup")


def test_what_an_accusation_charges_is_its_own_claim() -> None:
    claims = read("The minister accused the rebels of killing two farmers.")
    killing = next(c for c in claims if isinstance(c.content, Deed) and c.content.mode == "killed")
    assert isinstance(killing.content, Deed)
    assert who(killing.content, "actor") == ["the rebels"]
    assert any(c.about == killing.id for c in claims)


def test_saying_that_another_must_leave_is_a_request() -> None:
    _, content = deed("The general said the rebels must leave the city.", Plover.REQUEST)
    assert (who(content, "actor"), who(content, "recipient")) == (["The general"], ["the rebels"])


def test_to_receive_backing_is_to_be_backed() -> None:
    _, content = deed("The general has received backing from the government.", Plover.SUPPORT)
    assert (who(content, "actor"), who(content, "recipient")) == (["the government"], ["The general"])


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman declined to comment on the rumour.",
        "The minister hung around the market.",
        "The soldiers hail from the town.",
    ],
)
def test_idioms_and_silence_are_no_deeds(text: str) -> None:
    assert read(text) == ()


def test_soldiers_who_march_on_a_city_do_not_protest() -> None:
    assert all(
        isinstance(c.content, Deed) and c.content.plover is not Plover.PROTEST
        for c in read("The troops marched towards the capital.")
    )


def test_a_deed_nobody_in_particular_might_do_is_not_claimed() -> None:
    assert read("It is vital to rescue people.") == ()


def test_times_and_places_hang_on_the_deed_not_on_the_saying() -> None:
    text = "The minister said on Wednesday that gunmen attacked the port in Tarsk on Sunday."
    reading = next(iter(parse([edition(text)], pipeline(Settings().pipeline))))
    found = Found.of(find_mentions(reading), find_times(reading))
    attack = next(c.content for c in find_deeds(reading, found) if isinstance(c.content, Deed))
    assert attack.when is not None
    assert attack.when.text == "Sunday"
    assert attack.place in {each.id for each in found.mentions if each.text == "Tarsk"}


def test_a_deed_with_nobody_in_it_is_not_claimed() -> None:
    assert read("The price of bread hit a new high and the weather struck.") == ()


def test_ending_a_blockade_is_a_retreat_and_ending_aid_a_sanction() -> None:
    deed("The army lifted the blockade on Friday.", Plover.RETREAT)
    deed("The government suspended aid to the rebels.", Plover.SANCTION)


@pytest.mark.parametrize(
    ("text", "plover"),
    [
        ("The ministers held talks with the rebels.", Plover.CONSULT),
        ("The president welcomed the government's decision.", Plover.SUPPORT),
        ("The minister accused the rebels of murder.", Plover.ACCUSE),
        ("The rebels rejected the government's offer.", Plover.REJECT),
        ("The rebels threatened to attack the capital.", Plover.THREATEN),
        ("Thousands of workers marched against the government.", Plover.PROTEST),
        ("The government deployed troops to the border.", Plover.MOBILIZE),
        ("Police arrested three journalists.", Plover.COERCE),
        ("The president resigned.", Plover.RETREAT),
        ("Parliament appointed the general as defence minister.", Plover.OFFICE),
        ("The villagers fled their homes.", Plover.MOVE),
        ("The soldiers freed the hostages.", Plover.RETREAT),
    ],
)
def test_deeds_have_plover_types(text: str, plover: Plover) -> None:
    deed(text, plover)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Gunmen stormed the ministry on Sunday.",
                "The general ordered his forces to leave.",
                "Two aides were killed in an attack by the rebels!",
                "\n\n",
                "Police, who arrested three men, said they would free them.",
                "\u201cWe will not attack,\u201d the rebels said.",
            ]
        ),
        max_size=6,
    )
)
def test_spans_point_at_what_they_quote(parts: list[str]) -> None:
    text = " ".join(parts)
    ids = set()
    for claim in read(text):
        assert claim.span.of(text) == claim.quote
        assert isinstance(claim.content, Deed)
        assert claim.span.holds(claim.content.verb) or claim.span.touches(claim.content.verb)
        for role in claim.content.roles:
            assert role.span.of(text) == role.text
        ids.add(claim.id)
    assert all(claim.about in ids for claim in read(text) if claim.about is not None)


def all_of(text: str) -> list[tuple[Plover, str]]:
    return [(each.content.plover, each.content.lemma) for each in read(text) if isinstance(each.content, Deed)]


def test_a_finite_verb_is_never_joined_to_an_infinitive() -> None:
    claim, content = deed("The coast guard ordered its ship to move north and fired warning shots.", Plover.ASSAULT)
    assert (claim.status, who(content, "actor")) == (Status.ACTUAL, ["The coast guard"])


def test_what_is_demanded_of_a_described_subject_is_asked_of_it() -> None:
    text = "The coast guard demanded a Sundal ship rescuing migrants in the bay leave its waters."
    claim, content = deed(text, Plover.MOVE)
    assert (claim.status, who(content, "actor")) == (Status.ASKED, ["a Sundal ship"])


def test_a_land_is_where_and_not_whom_it_is_rid_of_rebels() -> None:
    _, content = deed("The general vowed to rid the country of rebels.", Plover.ASSAULT)
    assert who(content, "recipient") == ["rebels"]


def test_a_promise_is_not_made_to_those_a_land_is_to_be_rid_of() -> None:
    _, content = deed("The general vowed to rid the country of rebels.", Plover.THREATEN)
    assert who(content, "recipient") == []


def test_those_who_are_sent_are_not_sent_at_those_they_are_to_fight() -> None:
    _, content = deed("General Odeh sent special forces to fight rebels around Tarsk.", Plover.MOBILIZE)
    assert who(content, "recipient") == []


def test_the_implicated_are_accused_and_not_those_attacked() -> None:
    text = "The minister fled with the group implicated in the May attack on a consulate."
    assert who(deed(text, Plover.ACCUSE)[1], "recipient") == ["the group"]


def test_the_place_before_a_deed_noun_is_no_party() -> None:
    assert Plover.ASSAULT not in [kind for kind, _ in all_of("The court issued a warrant over the Korvania murders.")]


def test_a_bare_number_can_be_killed() -> None:
    _, content = deed("Ten killed in Velmora, says Korvan Watch", Plover.ASSAULT)
    assert who(content, "recipient") == ["Ten"]


def test_the_wounded_beside_the_killed_are_a_deed_of_their_own() -> None:
    claims = read("At least two people were killed and another 55 wounded in the violence, officials said.")
    modes = {each.content.mode: who(each.content, "recipient") for each in claims if isinstance(each.content, Deed)}
    assert modes == {"killed": ["At least two people"], "wounded": ["another 55"]}


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The government denied striking a deal with the rebels.", "deal"),
        ("The ministry made an agreement with the rebels.", "agreement"),
        ("The officer has committed murders of prisoners.", "murder"),
        ("The brigade carried out an attack on the port.", "attack"),
        ("Gunmen stormed the hall, setting the building on fire.", "burn"),
        ("The fighting claimed the lives of seven people.", "kill"),
        ("The former premier was led by an armed group out of a hotel.", "abduct"),
    ],
)
def test_a_deed_is_called_by_the_word_that_carries_its_sense(text: str, lemma: str) -> None:
    assert lemma in [each for _, each in all_of(text)]


@pytest.mark.parametrize(
    ("text", "plover", "polarity"),
    [
        ("The ministry has had no contact with the general.", Plover.CONSULT, Polarity.NO),
        ("The army declared a no-fly zone over the port.", Plover.COERCE, Polarity.YES),
        (
            "None of the ministers have shown any inclination toward investigating the police.",
            Plover.ACCUSE,
            Polarity.NO,
        ),
    ],
)
def test_a_no_before_the_noun_counts(text: str, plover: Plover, polarity: Polarity) -> None:
    assert deed(text, plover)[0].polarity is polarity


def test_whoever_faces_arrest_is_not_arrested_yet() -> None:
    assert deed("General Karim Odeh faces an arrest warrant.", Plover.COERCE)[0].status is Status.POSSIBLE


def test_an_abortive_coup_attempt_failed() -> None:
    claim, _ = deed("The general made an abortive coup attempt in May.", Plover.ASSAULT)
    assert claim.status is Status.FAILED
    assert any("'abortive'" in reason for reason in claim.reasons)


@pytest.mark.parametrize(
    ("text", "plover", "mode"),
    [
        ("General Odeh took part in the coup.", Plover.ASSAULT, "coup"),
        ("Two charities suspended rescue patrols in the bay.", Plover.SANCTION, "suspended"),
        ("General Odeh declared victory over the brigade.", Plover.ASSAULT, "defeated"),
        ("The rebels planned the parliament assault.", Plover.ASSAULT, "attacked"),
    ],
)
def test_what_is_taken_part_in_suspended_won_or_planned_is_a_deed(text: str, plover: Plover, mode: str) -> None:
    assert deed(text, plover)[1].mode == mode


@pytest.mark.parametrize("text", ["The minister talked to reporters.", "The villagers felt threatened."])
def test_talk_to_the_press_and_feelings_are_no_deeds(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "plover", "year"),
    [
        ("He was accused of a coup, in the worst unrest since the 2011 uprising.", Plover.ACCUSE, None),
        ("Odeh was arrested in the 2011 uprising.", Plover.COERCE, "2011"),
    ],
)
def test_a_year_behind_since_is_that_of_another_event(text: str, plover: Plover, year: str | None) -> None:
    reading = next(iter(parse([edition(text)], pipeline(Settings().pipeline))))
    claims = find_deeds(reading, Found.of(find_mentions(reading), find_times(reading)))
    (found,) = (each.content for each in claims if isinstance(each.content, Deed) and each.content.plover is plover)
    assert (found.when.value if found.when else None) == year


def test_a_clause_of_circumstance_is_no_side_of_the_fight() -> None:
    _, content = deed(
        "The army has been fighting a crusade against the rebels, with the government mostly looking the other way.",
        Plover.ASSAULT,
    )
    assert who(content, "recipient") == ["the rebels"]


def test_places_and_bodies_joined_are_taken_together() -> None:
    _, content = deed("By Sunday the rebels had taken over the airport and parliament.", Plover.COERCE)
    assert who(content, "recipient") == ["the airport", "parliament"]


def test_who_does_the_last_of_joined_deeds_did_not_do_the_first() -> None:
    _, content = deed("The boat was ordered to leave, and was later followed north by the coastguard.", Plover.REQUEST)
    assert who(content, "actor") == []


def test_an_order_about_ships_is_not_given_to_them() -> None:
    _, content = deed("The general ordered that the vessels be bombed.", Plover.REQUEST)
    assert who(content, "recipient") == []


def test_an_order_is_not_for_what_was_done_beside_it() -> None:
    claims = read("The coast guard ordered the ship to move north and fired warning shots.")
    order = next(c for c in claims if isinstance(c.content, Deed) and c.content.plover is Plover.REQUEST)
    assert order.about is None


def test_waters_are_left_not_those_they_belong_to() -> None:
    _, content = deed("The ship left Korvan waters on Monday.", Plover.MOVE)
    assert who(content, "recipient") == ["Korvan waters"]


@pytest.mark.parametrize(
    ("text", "plover", "words"),
    [
        ("The moment 18 prisoners are shot dead by the army", Plover.ASSAULT, "18 prisoners"),
        ("Moment 18 blindfolded prisoners are shot dead by army", Plover.ASSAULT, "18 blindfolded prisoners"),
        ("Militiamen seize a Korvan ex-premier in Tarsk.", Plover.COERCE, "a Korvan ex-premier"),
    ],
)
def test_a_role_quotes_the_whole_noun_and_nothing_before_its_number(text: str, plover: Plover, words: str) -> None:
    _, content = deed(text, plover)
    assert who(content, "recipient") == [words]


def test_calling_an_attack_a_coup_neither_makes_nor_orders_one() -> None:
    claims = read("The prime minister called the attack a coup and urged the guard to defend the capital.")
    assert not [c for c in claims if isinstance(c.content, Deed) and c.content.lemma == "attack" and c.content.roles]


def test_who_announces_an_arrest_need_not_have_made_it() -> None:
    _, content = deed("The ministry announced the arrest of five men.", Plover.COERCE)
    assert (who(content, "actor"), who(content, "recipient")) == ([], ["five men"])


def test_a_victory_that_is_declared_is_told_in_its_own_word() -> None:
    text = "The army recently declared victory over the rebels."
    _, content = deed(text, Plover.ASSAULT)
    assert content.verb.of(text) == "victory"


def test_to_hold_somebody_on_suspicion_is_no_idiom() -> None:
    _, content = deed("Police held a man on suspicion of theft.", Plover.COERCE)
    assert who(content, "recipient") == ["a man"]


@pytest.mark.parametrize(
    ("text", "asking", "asked"),
    [
        ("The army released Odeh at the request of Sundal.", ["Sundal"], ["The army"]),
        ("Odeh was released at the behest of the Foreign Ministry.", ["the Foreign Ministry"], []),
        ("The mission answers a request by the government in Tarsk.", ["the government"], []),
    ],
)
def test_what_is_done_at_a_request_was_asked_for(text: str, asking: list[str], asked: list[str]) -> None:
    _, content = deed(text, Plover.REQUEST)
    assert (who(content, "actor"), who(content, "recipient")) == (asking, asked)


def test_joined_deed_nouns_are_of_the_same_person() -> None:
    claims = read("The war ended with the overthrow and killing of President Marwan Tariqi.")
    found = {c.content.mode: who(c.content, "recipient") for c in claims if isinstance(c.content, Deed)}
    assert found == {
        "overthrown": ["President Marwan Tariqi"],
        "killed": ["President Marwan Tariqi"],
    }


def test_a_takeover_is_by_whom_it_belongs_to() -> None:
    _, content = deed("It began with statements announcing his takeover.", Plover.COERCE)
    assert (who(content, "actor"), who(content, "recipient")) == (["his"], [])


def test_what_just_anybody_does_is_not_told() -> None:
    claims = read("The navy will stop any vessel entering the waters of Korvania.")
    assert not [c for c in claims if isinstance(c.content, Deed) and c.content.plover is Plover.MOVE]


def test_those_before_a_participle_move_not_those_who_stop_them() -> None:
    text = "The mission helps the coast guard curb the flow of migrants from Africa and elsewhere crossing the Red Sea."
    _, content = deed(text, Plover.MOVE)
    assert who(content, "actor") == ["migrants"]


def timed(text: str, plover: Plover) -> str | None:
    reading = next(iter(parse([edition(text)], pipeline(Settings().pipeline))))
    claims = find_deeds(reading, Found.of((), find_times(reading)))
    content = next(c.content for c in claims if isinstance(c.content, Deed) and c.content.plover is plover)
    return content.when.text if content.when is not None else None


def test_a_time_with_when_is_that_of_the_clause() -> None:
    assert timed("Then in 2014, when the rebels returned to Korvania, everything changed.", Plover.MOVE) == "2014"


def test_a_time_that_opens_the_sentence_goes_for_all_its_clauses() -> None:
    assert timed("In the 1987 war with Sundal, the army lost badly and Odeh was captured.", Plover.COERCE) == "1987"


def test_an_ing_with_its_own_auxiliary_goes_on_with_the_subject() -> None:
    _, content = deed("The court has a mandate and has been investigating the killings.", Plover.ACCUSE)
    assert who(content, "actor") == ["The court"]


def test_any_plan_is_still_a_plan() -> None:
    claim, _ = deed(
        "The ministry said there was no threat, nor any plan to evacuate the Sundal embassy.", Plover.RETREAT
    )
    assert claim.polarity is Polarity.NO


def test_a_participle_that_opens_a_sentence_takes_nothing_from_behind_its_comma() -> None:
    claims = read("Released at the behest of Sundal, after which he led men in the Front, a rebel faction near Tarsk.")
    assert not [c for c in claims if isinstance(c.content, Deed) and c.content.mode == "released"]


def test_the_group_implicated_after_another_clause_implicates_nobody() -> None:
    text = (
        "Bases held by militias were hit, including Ansar, the group implicated in the September 2012 attack on the"
        " Sundal consulate."
    )
    claims = read(text)
    accusing = [c.content for c in claims if isinstance(c.content, Deed) and c.content.plover is Plover.ACCUSE]
    assert [who(each, "actor") for each in accusing] == [[]]


def test_what_is_joined_to_a_passive_undergoes_too() -> None:
    rapes = [
        each.content for each in read("Thousands of men were slaughtered, huts burned and hundreds of women raped.")
    ]
    found = [each for each in rapes if isinstance(each, Deed) and each.lemma == "rape"]
    assert [(who(each, "actor"), who(each, "recipient")) for each in found] == [([], ["hundreds of women"])]


def test_no_building_kills() -> None:
    _, content = deed("A raid hit a house next to the palace killing six civilians.", Plover.ASSAULT)
    assert (who(content, "actor"), who(content, "recipient")) == ([], ["six civilians"])


def test_those_who_report_at_the_end_of_a_list_do_not_shell() -> None:
    _, content = deed(
        "Tarsk has suffered heavy shelling from government forces, aid workers and officials say.", Plover.ASSAULT
    )
    assert who(content, "actor") == ["government forces"]


def test_aid_organizations_are_not_aided() -> None:
    assert read("Aid organizations and diplomats were told by residents that there had been rain.") == ()


def test_the_fighting_that_people_flee_is_not_theirs() -> None:
    claims = read("All were civilians, who were trying to flee fighting in their area.")
    assert [(each.content.lemma, who(each.content, "actor")) for each in claims if isinstance(each.content, Deed)] == [
        ("flee", ["civilians"])
    ]


def test_the_one_who_speaks_urges_and_not_the_one_spoken_of() -> None:
    text = "He said the military would try not to harm civilians and urged the townspeople to stay home."
    _, content = deed(text, Plover.REQUEST)
    assert (who(content, "actor"), who(content, "recipient")) == (["He"], ["the townspeople"])


def test_those_punished_did_what_they_are_punished_for() -> None:
    claims = read("The Assembly sanctioned the ministry for using tear gas.")
    used = [each.content for each in claims if isinstance(each.content, Deed) and each.content.lemma == "use"]
    assert [who(each, "actor") for each in used] == [["the ministry"]]


def test_an_announced_attack_has_not_been_made() -> None:
    claim, _ = deed("The premier declared an attack on Tarsk.", Plover.ASSAULT)
    assert claim.status is Status.PLANNED


def test_those_helped_are_helped_and_do_what_they_are_helped_with() -> None:
    _, content = deed("Foreign forces are helping Odeh coordinate air strikes in the east.", Plover.AID)
    assert (who(content, "actor"), who(content, "recipient")) == (["Foreign forces"], ["Odeh"])


def test_air_strikes_are_no_walkout() -> None:
    _, content = deed("The army launched air strikes against rebels in Tarsk.", Plover.ASSAULT)
    assert (who(content, "actor"), who(content, "recipient")) == (["The army"], ["rebels"])


def test_people_counted_by_the_dozen_can_undergo() -> None:
    _, content = deed("Dozens were arrested in Velmora.", Plover.COERCE)
    assert who(content, "recipient") == ["Dozens"]


def test_driven_from_home_is_driven_out() -> None:
    _, content = deed("The war forced more than a million people from their homes.", Plover.COERCE)
    assert content.mode == "deported"


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers were ready to die.",
        "She gave a whispered account in a hospital ward.",
        "A resident declined to have his name published out of fear.",
        "Civilians were caught in the crossfire.",
        "The minister was resigned to losing the vote.",
        "Officials warned that rebels had crossed the river.",
    ],
)
def test_what_only_looks_like_a_deed_is_none(text: str) -> None:
    known = {"AGREE", "CONCEDE", "REJECT", "COERCE", "RETREAT", "THREATEN"}
    assert not [each for each in read(text) if isinstance(each.content, Deed) and each.content.plover.value in known]


def test_staging_is_read_though_its_base_is_hard_to_tell() -> None:
    _, content = deed("Students staged a protest in Tarsk.", Plover.PROTEST)
    assert who(content, "actor") == ["Students"]


def test_who_comes_under_fire_undergoes_it() -> None:
    _, content = deed("The city of Velmora came under heavy bombardment by Korvan forces.", Plover.ASSAULT)
    assert (who(content, "actor"), who(content, "recipient")) == (["Korvan forces"], ["The city of Velmora"])


def test_troops_that_are_deployed_are_named() -> None:
    _, content = deed("Some 200 marines were deployed to a base on the island.", Plover.MOBILIZE)
    assert who(content, "recipient") == ["Some 200 marines"]


def test_a_call_is_made_to_those_called_and_its_purpose_is_the_callers() -> None:
    text = "The minister phoned the leader of the Guard and the army chief to warn them of a raid."
    _, content = deed(text, Plover.CONSULT)
    assert (who(content, "actor"), len(who(content, "recipient"))) == (["The minister"], 2)
    _, warning = deed(text, Plover.THREATEN)
    assert who(warning, "actor") == ["The minister"]


def test_searching_for_the_dead_accuses_nobody() -> None:
    assert read("Rescue workers were searching for victims in the rubble.") == ()


def test_a_part_of_many_is_quoted_with_its_number() -> None:
    _, content = deed("Three of the attackers were shot dead by guards.", Plover.ASSAULT)
    assert who(content, "recipient") == ["Three of the attackers"]


def test_what_is_told_beside_an_attempt_was_not_only_tried() -> None:
    text = "Haddad claimed that some 60 gunmen had tried to seize the building, that 20 of them were killed."
    claim, content = deed(text, Plover.ASSAULT)
    assert (claim.status, who(content, "recipient")) == (Status.ACTUAL, ["20 of them"])


def test_who_denies_one_thing_and_accuses_another_is_the_accuser() -> None:
    text = "Odeh denied that his forces were involved and accused the air force of shooting it down."
    claim, content = deed(text, Plover.ACCUSE)
    assert (claim.polarity, who(content, "actor")) == (Polarity.YES, ["Odeh"])


def test_what_is_shot_down_kills_nobody() -> None:
    claims = read("On May 2, two helicopters were shot down over Tarsk, killing two crewmen.")
    killed = [each.content for each in claims if isinstance(each.content, Deed) and each.content.mode == "killed"]
    assert [(who(each, "actor"), who(each, "recipient")) for each in killed] == [([], ["two crewmen"])]


def test_a_killing_to_be_investigated_was_done() -> None:
    claim, _ = deed("Haddad called on the army to investigate the killing of two men by guards.", Plover.ASSAULT)
    assert claim.status is Status.ACTUAL
    _, probe = deed("Haddad called on the army to investigate the killing of two men by guards.", Plover.ACCUSE)
    assert who(probe, "recipient") == ["guards"]


def test_whom_somebody_orders_killed_gets_no_order() -> None:
    _, content = deed("Odeh was accused of ordering the killing of Haddad.", Plover.REQUEST)
    assert who(content, "recipient") == []


def test_whoever_speaks_between_commas_ends_nothing() -> None:
    claims = read("About 100 vehicles left Tarsk on Saturday, residents said, ending an occupation.")
    assert not any("residents" in who(each.content, "actor") for each in claims if isinstance(each.content, Deed))


def test_who_is_a_person_where_a_place_stands_nearer() -> None:
    text = "The commander of the police in Tarsk, Valery Andros, who had been appointed by the king, was dragged away."
    _, content = deed(text, Plover.OFFICE)
    assert who(content, "recipient") == ["Valery Andros"]


@pytest.mark.parametrize(
    "text",
    [
        "Troops left the building in flames.",
        "Police held a man named Igor Strelov.",
        "The soldiers stood by.",
        "Contact the ministry for more.",
        "A missile was fired from a Buk launcher.",
        "The mayor will be glad if Odeh does not resign.",
    ],
)
def test_turns_of_phrase_are_no_deeds(text: str) -> None:
    known = {"MOVE", "OFFICE", "SUPPORT", "CONSULT", "RETREAT", "ASSAULT"}
    assert not [each for each in read(text) if isinstance(each.content, Deed) and each.content.plover.value in known]


def test_who_fights_whom_is_named_after_between() -> None:
    _, content = deed("Fighting between rival units leaves ten dead in Velmora.", Plover.ASSAULT)
    assert who(content, "actor") == ["rival units"]
    _, content = deed("The Tarsk clashes between the army and the rebels went on.", Plover.ASSAULT)
    assert who(content, "actor") == ["the army", "the rebels"]


def test_a_flight_to_a_land_is_a_visit_or_a_journey() -> None:
    _, content = deed("The foreign minister flew to Egypt on Monday.", Plover.CONSULT)
    assert content.mode == "visit"
    _, content = deed("The migrants flew to Egypt.", Plover.MOVE)
    assert content.mode == "arrived"


@pytest.mark.parametrize(
    "text", ["60 gunmen armed with rifles were met by police.", "They fight, and the army doesn't."]
)
def test_bearing_arms_and_being_met_by_police_are_no_deeds(text: str) -> None:
    assert read(text) == ()


def test_those_who_free_are_no_free_troops() -> None:
    _, content = deed("Troops free hostages held in Ostrel for three weeks", Plover.RETREAT)
    assert (who(content, "actor"), who(content, "recipient")) == (["Troops"], ["hostages"])


def test_what_is_not_ruled_out_is_possible_and_no_refusal() -> None:
    (claim,) = read("The defence minister refused to rule out air strikes on Tarsk.")
    assert isinstance(claim.content, Deed)
    assert (claim.content.plover, claim.polarity, claim.status) == (Plover.ASSAULT, Polarity.YES, Status.POSSIBLE)


def test_who_was_there_tells_what_was_done_to_us() -> None:
    _, content = deed("We were beaten with cables.", Plover.ASSAULT)
    assert who(content, "recipient") == ["We"]


def test_asking_whether_is_asking_for_nothing() -> None:
    assert not [
        each
        for each in read("Reporters asked the commander whether the army had left Tarsk.")
        if each.kind == "deed" and "asked" in each.quote
    ]


def test_what_would_have_been_done_was_not() -> None:
    claim, _ = deed("Without the army, the rebels would have seized the capital.", Plover.COERCE)
    assert claim.status is Status.CONDITIONAL


def test_an_ambition_to_take_a_town_takes_none() -> None:
    text = "Badi is a commander from the port who has rebel ties and possible ambitions himself to seize the capital."
    claim, content = deed(text, Plover.COERCE)
    assert (claim.status, who(content, "actor")) == (Status.PLANNED, ["a commander"])


def test_who_arrests_somebody_is_not_arrested() -> None:
    text = "The soldiers, who call themselves the National Committee, arrested at least ten ministers."
    _, content = deed(text, Plover.COERCE)
    assert (who(content, "actor"), who(content, "recipient")) == (["The soldiers"], ["at least ten ministers"])


def test_what_somebody_is_accused_of_is_quoted() -> None:
    claim, _ = deed("The judge accused him of murder.", Plover.ACCUSE)
    assert claim.quote == "The judge accused him of murder"


@pytest.mark.parametrize("text", ["They took the prisoners to the capital.", "The general took his case to the court."])
def test_taking_somebody_somewhere_is_no_protest(text: str) -> None:
    assert not [each for each in read(text) if isinstance(each.content, Deed) and each.content.plover is Plover.PROTEST]


def test_the_arrested_plot_and_not_the_police() -> None:
    claims = read("Korvan police arrest 12 over plot to kill envoy")
    plotted = [each.content for each in claims if isinstance(each.content, Deed) and each.content.mode == "killed"]
    assert [(who(each, "actor"), who(each, "recipient")) for each in plotted] == [(["12"], ["envoy"])]


def test_what_a_headline_says_is_to_come_is_planned_and_told_of_nobody_else() -> None:
    claim, content = deed("Greece to send 2,000 troops to Korvania, minister tells Meridian Wire", Plover.MOBILIZE)
    assert (claim.status, who(content, "actor")) == (Status.PLANNED, ["Greece"])


def test_dismissed_claims_deny_what_they_claim() -> None:
    claim, content = deed('Haddad dismissed as "fantasy" reports that his men had looted the museum.', Plover.ASSAULT)
    assert (claim.polarity, who(content, "actor")) == (Polarity.NO, ["his men"])
    _, refusal = deed('Haddad dismissed as "fantasy" reports that his men had looted the museum.', Plover.REJECT)
    assert who(refusal, "actor") == ["Haddad"]


def test_what_is_done_instead_of_a_deed_denies_it() -> None:
    claim, _ = deed("Instead of attacking the town, the rebels went around it.", Plover.ASSAULT)
    assert claim.polarity is Polarity.NO


def test_who_comes_under_fire_wounds_nobody() -> None:
    claims = read("Three military aircraft came under fire on Saturday, wounding four servicemen.")
    wounded = [each.content for each in claims if isinstance(each.content, Deed) and each.content.mode == "wounded"]
    assert [who(each, "actor") for each in wounded] == [[]]


def test_neither_confirming_nor_denying_refuses_nothing() -> None:
    claims = read("The ministry neither confirmed nor denied that Odeh had fled.")
    assert not [each for each in claims if isinstance(each.content, Deed) and each.content.plover is Plover.REJECT]
    assert all(each.status is Status.POSSIBLE for each in claims)


def denied(text: str) -> list[tuple[str, str, str]]:
    """Lemma, words that stand for the deed, and quote of each denied deed, with mentions resolved."""
    reading = next(iter(parse([edition(text)], pipeline(Settings().pipeline))))
    claims = find_deeds(reading, Found.of(find_mentions(reading), find_times(reading)))
    return [
        (each.content.lemma, each.content.verb.of(text), each.quote)
        for each in claims
        if isinstance(each.content, Deed) and each.polarity is Polarity.NO
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It is suspected that the Korvan air force bombed the rebels near Tarsk, which France has denied.",
            ("bomb", "which", "which France has denied"),
        ),
        (
            "Greece said French tanks had crossed the border, a charge France has denied.",
            ("cross", "charge", "charge France has denied"),
        ),
        (
            "Greece accused Turkey of arming the rebels. Turkey denied any involvement.",
            ("arm", "involvement", "Turkey denied any involvement"),
        ),
        (
            "President Odeh accused Karim Haddad of plotting a coup. Haddad, who left the capital, denied it.",
            ("coup", "it", "Haddad, who left the capital, denied it"),
        ),
    ],
)
def test_a_denial_by_pronoun_denies_the_deed_it_stands_for(text: str, expected: tuple[str, str, str]) -> None:
    assert denied(text) == [expected]


def test_a_denial_by_somebody_else_is_not_taken_for_the_answer_to_a_charge() -> None:
    assert denied("Greece accused Turkey of arming the rebels. France denied it.") == []


def test_what_is_armed_is_the_army_and_not_its_commander() -> None:
    text = "He was a commander of the Korvan Liberation Army (KLA), which was financed by France."
    _, content = deed(text, Plover.AID)
    assert who(content, "recipient") == ["the Korvan Liberation Army"]


@pytest.mark.parametrize(
    "text", ["The envoy found a grave holding 75 bodies.", "Two hospitals had received 300 wounded."]
)
def test_a_grave_detains_nobody_and_a_hospital_meets_nobody(text: str) -> None:
    found = {each.content.plover for each in read(text) if isinstance(each.content, Deed)}
    assert not found & {Plover.COERCE, Plover.CONSULT}


def test_those_seen_beating_beat_and_not_those_who_saw_it() -> None:
    _, content = deed("Witnesses described seeing soldiers drag men from their homes and beat them.", Plover.ASSAULT)
    assert who(content, "actor") == ["soldiers"]


def test_whose_approval_a_strike_has_is_not_its_target() -> None:
    _, content = deed("The army carried out a strike with the approval of the government.", Plover.ASSAULT)
    assert (who(content, "actor"), who(content, "recipient")) == (["The army"], [])


def test_calling_something_a_mistake_is_no_phone_call() -> None:
    claims = read("The minister apologised for the deaths, calling them a tragic mistake.")
    assert {each.content.plover for each in claims if isinstance(each.content, Deed)} == {Plover.SUPPORT}


def test_whom_a_judge_orders_held_is_to_be_held() -> None:
    claim, content = deed("A judge ordered Odeh held for 30 days.", Plover.COERCE)
    assert (claim.status, who(content, "recipient")) == (Status.ORDERED, ["Odeh"])


def test_a_town_that_fell_to_somebody_was_taken_by_them() -> None:
    _, content = deed("The town fell to the rebels on Sunday.", Plover.COERCE)
    assert (who(content, "actor"), who(content, "recipient")) == (["the rebels"], ["The town"])
    assert read("Prices fell to a record low.") == ()


def test_a_party_carries_no_lone_quotation_mark() -> None:
    _, content = deed("They vowed to drive all “enemies” out of the region.", Plover.ASSAULT)
    assert who(content, "recipient") == ["enemies"]


def test_the_quote_of_a_killing_begins_with_what_was_hit() -> None:
    claims = read("An airliner was shot down over Tarsk by militants, killing all 295 people aboard.")
    (killed,) = [each for each in claims if isinstance(each.content, Deed) and each.content.mode == "killed"]
    assert killed.quote.startswith("An airliner was shot down")


def test_a_country_named_before_a_coup_attempt_did_not_make_it() -> None:
    _, content = deed("The Korvania coup attempt by General Karim Odeh failed.", Plover.ASSAULT)
    assert who(content, "actor") == ["General Karim Odeh"]


def test_a_number_that_stands_before_a_second_participle_is_of_it() -> None:
    text = "Ten people were killed on Friday and twenty arrested on Sunday, according to police."
    _, content = deed(text, Plover.COERCE)
    assert who(content, "recipient") == ["twenty"]


def test_a_noun_joined_to_a_verb_is_joined_to_its_object() -> None:
    text = "Gunmen overran a base, killing two guards and at least ten fishermen who had taken shelter there."
    assert [
        who(each.content, "recipient")
        for each in read(text)
        if isinstance(each.content, Deed) and each.content.mode == "killed"
    ] == [["two guards", "at least ten fishermen"]]


def test_an_irregular_past_that_looks_like_a_present_is_one() -> None:
    claim, content = deed("Government forces retook Tarsk, a spokesman said.", Plover.COERCE)
    assert (who(content, "actor"), content.lemma, claim.status) == (["Government forces"], "retake", Status.ACTUAL)


def test_what_is_said_by_the_way_takes_no_subject_from_the_sentence() -> None:
    text = "Earlier, military units led by Karim Odeh, recently stripped of his command, had gathered in the square."
    _, content = deed(text, Plover.OFFICE)
    assert (who(content, "actor"), who(content, "recipient")) == ([], ["Karim Odeh"])


def test_a_dozen_before_a_second_participle_is_not_the_first_number() -> None:
    text = "At least 17 people were arrested and a dozen injured, the minister said."
    assert not any(isinstance(each.content, Deed) and each.content.mode == "wounded" for each in read(text))


def test_those_who_are_described_undergo_a_deed() -> None:
    _, content = deed("Soldiers beat those who had fallen.", Plover.ASSAULT)
    assert who(content, "recipient") == ["those who had fallen"]


def test_an_attack_on_a_place_without_a_name_is_read_where_a_name_says_which() -> None:
    claim, content = deed("There was an air strike on the market in Tarsk on Monday.", Plover.ASSAULT)
    assert (who(content, "actor"), who(content, "recipient")) == ([], ["the market"])
    assert claim.quote.startswith("strike on the market")


def test_an_attack_on_a_place_that_nothing_names_is_not_read() -> None:
    assert not read("There was an air strike on the market.")


def test_an_attack_on_a_named_town_that_nobody_is_said_to_have_done_is_not_read() -> None:
    assert not read("There were air strikes on the town of Tarsk.")


def test_a_headline_tells_who_was_taken_and_not_who_took() -> None:
    _, content = deed("Forty villagers taken hostage at an airbase", Plover.ASSAULT)
    assert (who(content, "actor"), who(content, "recipient")) == ([], ["Forty villagers"])


@pytest.mark.parametrize(
    "text",
    [
        "A doctor, who asked not to be named, spoke of ten patients.",
        "Colonel Haddad warned his superiors that the post could not be defended.",
        "The shells came from the barracks; we heard them being fired.",
        "The Guard seized the town and held it for two years.",
    ],
)
def test_some_verbs_name_no_deed_where_they_stand(text: str) -> None:
    found = [each.content.lemma for each in read(text) if isinstance(each.content, Deed)]
    assert not {"name", "ask", "warn", "fire", "hold", "detain"} & set(found)


def test_a_question_promises_nothing() -> None:
    claims = [
        each.content.plover for each in read("Will the president apologise to Odeh?") if isinstance(each.content, Deed)
    ]
    assert Plover.AGREE not in claims


def test_whose_house_is_searched_is_searched_and_not_its_town() -> None:
    _, content = deed("Police searched his house in Tarsk on Monday.", Plover.ACCUSE)
    assert who(content, "recipient") == ["his"]


def test_who_is_relieved_of_his_duties_is_helped_by_nobody() -> None:
    text = "The minister has relieved the brigade's commander, Colonel Sela Orn, of his duties."
    assert deed(text, Plover.OFFICE)[1].mode == "removed"


def test_those_who_gave_their_lives_died() -> None:
    _, content = deed("Nine servicemen gave their lives in the line of duty.", Plover.DEATH)
    assert who(content, "recipient") == ["Nine servicemen"]


def test_computers_taken_away_are_seized_and_not_arrested() -> None:
    _, content = deed("Police took away computers.", Plover.COERCE)
    assert content.mode == "seized"


def test_what_a_resignation_is_called_is_no_resignation_of_who_calls_it_so() -> None:
    assert not read('Union leader Sela Orn called the resignation "a beginning".')


def test_a_warning_of_what_was_so_already_threatens_nobody() -> None:
    assert not read("An inspector warned the ministry that its doors did not close properly.")


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("After the 2009 coup the country changed its name.", "coup"),
        ("The September 2012 attack that killed the ambassador was forgotten.", "attack"),
    ],
)
def test_a_coup_or_a_deadly_attack_known_by_its_time_is_a_deed(text: str, lemma: str) -> None:
    reading = next(iter(parse([edition(text)], pipeline(Settings().pipeline))))
    found = Found.of(find_mentions(reading), find_times(reading))
    told = [claim.content for claim in find_deeds(reading, found) if isinstance(claim.content, Deed)]
    assert any(each.lemma == lemma and each.when is not None for each in told)


def test_a_coup_without_a_time_or_a_party_is_none() -> None:
    assert not read("After the coup the country changed its name.")


def test_a_denial_behind_a_semicolon_denies_only_what_follows_it() -> None:
    text = "The army shelled two villages on Monday; the ministry denied that it had carried out any strikes on them."
    shelled = next(each for each in read(text) if isinstance(each.content, Deed) and each.content.lemma == "shell")
    assert shelled.polarity is Polarity.YES


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The killing of ten villagers in Ostrel in 2011 shocked the world.", "2011"),
        ("Judges are still hearing a case over the killing of ten villagers at Ostrel in 2011.", "2011"),
        ("A court on Thursday convicted leaders of the clan of the murder of ten villagers in 2011.", "2011"),
    ],
)
def test_a_killing_long_past_keeps_its_year_in_the_news_of_today(text: str, year: str) -> None:
    reading = next(iter(parse([edition(text)], pipeline(Settings().pipeline))))
    found = Found.of(find_mentions(reading), find_times(reading))
    told = [claim.content for claim in find_deeds(reading, found) if isinstance(claim.content, Deed)]
    (deed,) = [each for each in told if each.mode == "killed"]
    assert deed.when is not None
    assert deed.when.value == year
    assert who(deed, "recipient") == ["ten villagers"]


def test_who_was_dragged_out_and_shot_was_shot() -> None:
    content = deed("The priests were dragged from their beds and shot on 15 November.", Plover.ASSAULT)[1]
    assert who(content, "recipient") == ["The priests"]


def test_who_risks_his_life_to_cross_the_sea_crosses_it() -> None:
    claim, content = deed("Many migrants risk their lives to cross the Strait of Tarsk.", Plover.MOVE)
    assert (claim.status, content.lemma) == (Status.ACTUAL, "cross")


def test_people_from_elsewhere_do_what_stands_behind_it() -> None:
    text = "The mission helped the guard curb the flow of migrants from Ardesh and elsewhere crossing the Strait."
    claim, content = deed(text, Plover.MOVE)
    assert (claim.status, who(content, "actor")) == (Status.ACTUAL, ["migrants"])
