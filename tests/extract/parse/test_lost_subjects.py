"""What is done to somebody is never laid to whoever else the parse has at hand."""

from __future__ import annotations

from sayso.extract import extract
from sayso.records.claim import Claim, Deed, Plover, Tie
from sayso.settings import Settings
from tests.factory import edition


def deeds(text: str) -> list[Claim]:
    (read,) = extract([edition(text)], Settings())
    return [each for each in read.claims if isinstance(each.content, Deed)]


def roles(claim: Claim) -> list[tuple[str, str]]:
    assert isinstance(claim.content, Deed)
    return [(each.role, each.text) for each in claim.content.roles]


def test_those_on_a_list_are_to_be_punished_and_not_who_draws_it_up() -> None:
    text = "Foreign ministers agreed on Friday to draw up a list of officials to be punished for the violence."
    assert not any(("recipient", "Foreign ministers") in roles(each) for each in deeds(text))


def test_who_is_beaten_and_threatened_threatens_nobody() -> None:
    text = "Amnesty said detainees had been beaten, stripped naked and threatened with rape."
    (threat,) = (each for each in deeds(text) if isinstance(each.content, Deed) and each.content.plover == "THREATEN")
    assert roles(threat) == [("recipient", "detainees")]


def test_who_is_detained_may_threaten_others() -> None:
    (threat,) = (
        each
        for each in deeds("Karim Odeh was detained and threatened the guards.")
        if isinstance(each.content, Deed) and each.content.plover is Plover.THREATEN
    )
    assert roles(threat) == [("actor", "Karim Odeh"), ("recipient", "the guards")]


def test_an_accusation_keeps_what_it_is_of() -> None:
    quotes = [each.quote for each in deeds("Dan Hale accused Sela Orn of masterminding the murder.")]
    assert "Dan Hale accused Sela Orn of masterminding the murder" in quotes


def test_a_name_behind_a_month_does_what_comes_after_it() -> None:
    text = (
        "A pact was signed, under which Sundal will withdraw its troops by June and Ardesh will release 200 prisoners."
    )
    (release,) = (each for each in deeds(text) if isinstance(each.content, Deed) and each.content.mode == "released")
    assert roles(release) == [("actor", "Ardesh"), ("recipient", "200 prisoners")]


def test_who_is_backed_in_a_fight_is_not_the_other_side() -> None:
    text = "Clashes between the army, backed by Sundal, and the Ostrel Brigade killed ten people."
    (backing,) = (each for each in deeds(text) if isinstance(each.content, Deed) and each.content.mode == "backed")
    assert roles(backing) == [("actor", "Sundal"), ("recipient", "the army")]


def test_what_somebody_was_seen_to_do_he_did() -> None:
    text = "Witness P-12 testified that he saw Yaouba fire at two men who were trying to flee."
    (shot,) = (each for each in deeds(text) if isinstance(each.content, Deed) and each.content.mode == "shot")
    assert roles(shot) == [("actor", "Yaouba"), ("recipient", "two men")]


def test_a_clinic_that_receives_wounded_is_not_wounded() -> None:
    found = deeds("Doctors said they had received 17 wounded since noon.")
    assert not any(("recipient", "they") in roles(each) for each in found)


def test_ministers_gathered_somewhere_are_those_who_want_it() -> None:
    text = "If the ministers gathered in London want to honour her, they should stop selling weapons to killers."
    honours = [each for each in deeds(text) if isinstance(each.content, Deed) and each.content.lemma == "honour"]
    assert [roles(each)[0] for each in honours] == [("actor", "the ministers")]


def test_whoever_is_prosecuted_is_no_prosecutor() -> None:
    (read,) = extract([edition("The Prosecutor v. Issa Sallet Adoum and two others")], Settings())
    assert [each for each in read.claims if each.kind == "tie"] == []


def test_a_label_before_a_sentence_does_not_speak() -> None:
    text = "Correction: an earlier post said that eight soldiers had been killed on Wednesday."
    (claim,) = deeds(text)
    assert claim.voices[-1].name == "an earlier post"


def test_who_reminds_others_of_a_massacre_did_not_commit_it() -> None:
    text = (
        "The Front reminds the world that it was the junta that tore up the accord, expelled the envoys and "
        "massacred the people of Tarsk in March 2022."
    )
    done = [roles(each)[0] for each in deeds(text) if isinstance(each.content, Deed) and each.content.lemma != "remind"]
    assert ("actor", "The Front") not in done
    assert ("actor", "the junta") in done


def test_what_somebody_was_told_by_another_is_the_others_word() -> None:
    text = "She has been told by the village head that he is being held at Tarsk prison."
    (held,) = deeds(text)
    assert [voice.name for voice in held.voices] == ["Harbour Post", "village head"]


def test_a_second_one_who_is_called_on_is_to_do_the_second_thing() -> None:
    text = "It calls on Sundal to open its border to the wounded and on the UN to investigate the strike."
    (probe,) = (each for each in deeds(text) if isinstance(each.content, Deed) and each.content.mode == "investigated")
    assert roles(probe)[0] == ("actor", "the UN")


def test_rebels_behind_a_place_shoot_and_not_what_flew_over_it() -> None:
    (claim,) = [each for each in deeds("A jet flew over Tarsk and rebels shot it down.") if "shot" in each.quote]
    assert roles(claim) == [("actor", "rebels"), ("recipient", "it")]


def test_some_accuse_and_do_not_attempt() -> None:
    claims = deeds("Odeh was accused by some of attempting a coup.")
    assert [each.quote for each in claims if each.about] == ["Odeh was accused by some of attempting a coup"]


def test_what_is_attempted_is_not_seized() -> None:
    claims = deeds("Odeh launched an offensive to seize the capital and attempt to oust the government.")
    assert next(roles(each) for each in claims if "seize" in each.quote) == [
        ("actor", "Odeh"),
        ("recipient", "the capital"),
    ]


def test_who_orders_dismisses_and_not_whom_he_orders_moved() -> None:
    text = "General Odeh has ordered the brigade to be moved and has dismissed its commander."
    (claim,) = [each for each in deeds(text) if isinstance(each.content, Deed) and each.content.lemma == "dismiss"]
    assert roles(claim)[0] == ("actor", "General Odeh")


def test_who_is_named_between_commas_blames_and_is_not_blamed() -> None:
    text = 'The mayor, Sela Orn, blamed "outside provocateurs" and said he would stay.'
    (claim,) = [each for each in deeds(text) if isinstance(each.content, Deed) and each.content.plover is Plover.ACCUSE]
    assert roles(claim)[0] == ("actor", "The mayor")


def test_a_lawyer_named_between_commas_asks() -> None:
    (claim,) = [each for each in deeds("His lawyer, Sela Orn, asked for the judge to be replaced.") if each.content]
    assert roles(claim) == [("actor", "Sela Orn")]


def test_what_reports_tell_is_not_done_to_the_reports() -> None:
    claims = deeds("Allegations made by residents that soldiers beat prisoners are being investigated.")
    (beating,) = [each for each in claims if isinstance(each.content, Deed) and each.content.lemma == "beat"]
    assert roles(beating) == [("actor", "soldiers"), ("recipient", "prisoners")]
    assert [each.name for each in beating.voices[1:]] == ["residents"]


def test_who_accuses_calls_for_elections_and_not_the_accused() -> None:
    text = "The parties accused the government of having hidden the letter and called for new elections."
    (call,) = [each for each in deeds(text) if isinstance(each.content, Deed) and each.content.lemma == "call"]
    assert roles(call)[0] == ("actor", "The parties")


def test_who_say_they_back_somebody_are_on_his_side() -> None:
    text = "Fighters from the Ebbing brigade, who say they back Tariqi, attacked Kolm."
    (read,) = extract([edition(text)], Settings())
    backing = [each.content for each in read.claims if isinstance(each.content, Tie) and each.content.tie == "BACKS"]
    assert [(each.a.text, each.b.text) for each in backing] == [("the Ebbing brigade", "Tariqi")]
