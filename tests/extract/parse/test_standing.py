"""Polarity and status of a deed, from its own words and from what governs it."""

from __future__ import annotations

import pytest

from sayso.extract.parse.reading import pipeline
from sayso.extract.parse.standing import standing
from sayso.records.claim import Polarity, Status
from sayso.settings import Settings


def of(sentence: str, word: str) -> tuple[Polarity, Status]:
    doc = pipeline(Settings().pipeline)(sentence)
    return standing(next(token for token in doc if token.text == word))


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The rebels attacked the port on Sunday.", "attacked"),
        ("The army said the rebels attacked the port.", "attacked"),
        ("Militiamen seize the former premier", "seize"),
        ("The guards managed to capture the airport.", "capture"),
        ("The rebels have been attacking the port since May.", "attacking"),
    ],
)
def test_what_is_told_plainly_is_actual(sentence: str, word: str) -> None:
    assert of(sentence, word) == (Polarity.YES, Status.ACTUAL)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The rebels did not attack the port.", "attack"),
        ("The rebels never attacked the port.", "attacked"),
        ("The soldiers refused to attack the port.", "attack"),
        ("The soldiers failed to capture the port.", "capture"),
        ("The ministry declined to release the prisoners.", "release"),
        ("The guards left the port without attacking the crew.", "attacking"),
        ("The militia denied attacking the port.", "attacking"),
        ("No rebels attacked the port.", "attacked"),
        ("We do not condone the raid, and nor have we assisted with it.", "assisted"),
        ("The rules would forbid ships from entering the waters.", "entering"),
        ("There was no threat, nor any plan to evacuate the embassy.", "evacuate"),
        ("The attack on the harbour never took place.", "attack"),
        ("The massacre in Tarsk is an invention.", "massacre"),
        ("It was not the army that shelled the market.", "shelled"),
    ],
)
def test_what_is_denied_is_negative(sentence: str, word: str) -> None:
    assert of(sentence, word)[0] is Polarity.NO


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The rebels neither attacked nor looted the port.", "looted"),
        ("The army has neither killed civilians nor shelled the town.", "shelled"),
        ("No civilians were killed or wounded by the army.", "wounded"),
        ("Sundal has not bombed the port or sent troops to the town.", "sent"),
        ("Not a single soldier crossed the border or attacked the town.", "attacked"),
        ("Sundal denied arming or training the rebels.", "training"),
        ("There were no raids or attacks on the port.", "attacks"),
        ("There was never any attack on the airport by the militia.", "attack"),
        ("There was neither a coup nor a massacre in the capital.", "massacre"),
        ("There is no evidence of a massacre by the army in the town.", "massacre"),
        ("It was not a coup, the general said.", "coup"),
    ],
)
def test_a_denial_reaches_over_all_it_joins(sentence: str, word: str) -> None:
    assert of(sentence, word)[0] is Polarity.NO


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The army did not attack the port but arrested ten men.", "arrested"),
        ("The army did not attack the port, and the rebels shelled it.", "shelled"),
        ("No soldier crossed the border, but the navy shelled the port.", "shelled"),
        ("There was an attack on the port and a raid on the town.", "raid"),
        ("It was not the first massacre that month.", "massacre"),
    ],
)
def test_a_denial_does_not_reach_over_but_nor_to_another_clause(sentence: str, word: str) -> None:
    assert of(sentence, word)[0] is Polarity.YES


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The rebels attempted to capture the port.", "capture"),
        ("The rebels tried to storm the palace.", "storm"),
        ("The army made an attempt to retake the town.", "retake"),
        ("The soldiers' bid to overthrow the president shocked the capital.", "overthrow"),
        ("The attempted murder of the envoy was condemned.", "murder"),
        ("The rebels were accused of trying to kill the envoy.", "kill"),
    ],
)
def test_what_was_tried_is_attempted(sentence: str, word: str) -> None:
    assert of(sentence, word) == (Polarity.YES, Status.ATTEMPTED)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The failed assassination of the speaker shook the city.", "assassination"),
        ("The guards nearly killed the envoy.", "killed"),
        ("The envoy was snatched on Monday and nearly deported.", "deported"),
        ("The abortive offensive by the brigade cost it dear.", "offensive"),
        ("A foiled plot to kill the president was revealed.", "kill"),
        ("The police foiled an attack on the embassy.", "attack"),
        ("An unsuccessful bid to seize the port left ten dead.", "seize"),
        ("The rebels tried in vain to capture the port.", "capture"),
        ("The rebels tried but failed to capture the port.", "capture"),
        ("The rebels unsuccessfully tried to capture the port.", "capture"),
        ("The army's attempt at retaking the town failed.", "retaking"),
        ("The uprising was crushed.", "uprising"),
    ],
)
def test_what_was_tried_and_came_to_nothing_failed(sentence: str, word: str) -> None:
    assert of(sentence, word) == (Polarity.YES, Status.FAILED)


@pytest.mark.parametrize(
    ("sentence", "word", "status"),
    [
        ("The rebels will try to capture the port.", "capture", Status.PLANNED),
        ("The rebels may try to capture the port.", "capture", Status.POSSIBLE),
        ("The general ordered his men to try to capture the port.", "capture", Status.ORDERED),
    ],
)
def test_a_try_yet_to_be_made_is_none(sentence: str, word: str, status: Status) -> None:
    assert of(sentence, word)[1] is status


def test_not_only_denies_nothing() -> None:
    assert of("It was not only the army that shelled the market.", "shelled")[0] is Polarity.YES
    assert of("The rebels not only attacked the port but burned it.", "attacked")[0] is Polarity.YES


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("It is not true that the general met the rebels, his lawyer said.", "met"),
        ("It is a lie that the guards beat prisoners.", "beat"),
        ("It is untrue that our men attacked the convoy, the brigade said.", "attacked"),
        ("Reports that the mayor had been arrested are false, his office said.", "arrested"),
        ("Contrary to reports that the army withdrew from the port, its guns are still there.", "withdrew"),
        ("There is no truth in the story that I ordered the village to be burned, the general said.", "ordered"),
        ("At no point did the army shell the town.", "shell"),
        ("The ministry has at no time held prisoners.", "held"),
        ("Nobody was arrested, police said.", "arrested"),
        ("The brigade was not behind the attack on the post.", "attack"),
        ("The brigade had no part in the attack on the post.", "attack"),
        ("The brigade had nothing to do with the killing of the mayor.", "killing"),
        ("The brigade denied any role in the killing of the mayor.", "killing"),
    ],
)
def test_what_is_called_untrue_or_was_at_no_time_is_denied(sentence: str, word: str) -> None:
    assert of(sentence, word)[0] is Polarity.NO


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("It is true that the general met the rebels.", "met"),
        ("It is not a lie that the guards beat prisoners.", "beat"),
        ("It is good that the guards freed prisoners.", "freed"),
        ("Reports that the mayor had been arrested are true, his office said.", "arrested"),
        ("The brigade was behind the attack on the post.", "attack"),
        ("The brigade had a hand in the killing of the mayor.", "killing"),
    ],
)
def test_what_is_called_true_or_laid_to_somebody_is_told(sentence: str, word: str) -> None:
    assert of(sentence, word)[0] is Polarity.YES


def test_two_denials_cancel() -> None:
    assert of("The soldiers did not refuse to attack the port.", "attack")[0] is Polarity.YES


@pytest.mark.parametrize(
    ("sentence", "word", "status"),
    [
        ("The army will attack the port.", "attack", Status.PLANNED),
        ("The rebels threatened to attack the port.", "attack", Status.PLANNED),
        ("The minister plans to visit the port.", "visit", Status.PLANNED),
        ("The farmers said they would block the road.", "block", Status.PLANNED),
        ("The general sent troops to capture the port.", "capture", Status.PLANNED),
        ("The general ordered his forces to attack the port.", "attack", Status.ORDERED),
        ("The president demanded that the rebels leave the city.", "leave", Status.ASKED),
        ("The president called for an attack on the port.", "attack", Status.ASKED),
        ("The president said the rebels must leave the city.", "leave", Status.ORDERED),
        ("The rebels may attack the port.", "attack", Status.POSSIBLE),
        ("The villagers suspect that the army attacked the port.", "attacked", Status.POSSIBLE),
        ("There is every reason to suspect that the army attacked the port.", "attacked", Status.POSSIBLE),
        ("If the rebels attack the port, the army stays.", "attack", Status.CONDITIONAL),
        ("It is unclear whether the rebels attacked the port.", "attacked", Status.POSSIBLE),
        ("Whether Sundal has decided to install the general is not known.", "install", Status.POSSIBLE),
        ("The minister agreed to help in fighting the rebels.", "fighting", Status.PLANNED),
        ("Parliament approved a mission to help the guards curb the traffic.", "curb", Status.PLANNED),
        ("Did the army shell the port?", "shell", Status.POSSIBLE),
        ("Other than getting people killed?", "killed", Status.POSSIBLE),
    ],
)
def test_what_has_not_come_about_says_how_far_it_is(sentence: str, word: str, status: Status) -> None:
    assert of(sentence, word)[1] is status


def test_joined_verbs_share_their_auxiliary() -> None:
    assert of("The army will attack the port and seize the ships.", "seize")[1] is Status.PLANNED


def test_an_alleged_deed_is_no_less_actual_because_the_doubt_is_a_voice() -> None:
    assert of("The rebels allegedly attacked the port.", "attacked") == (Polarity.YES, Status.ACTUAL)


@pytest.mark.parametrize(
    ("sentence", "word", "status"),
    [
        ("The navy seized a boat on suspicion its crew collaborated with smugglers.", "collaborated", Status.POSSIBLE),
        ("There were fears the rebels attacked the port.", "attacked", Status.POSSIBLE),
        ("There were fears that the rebels attacked the port.", "attacked", Status.POSSIBLE),
        ("The plan that the rebels stole showed the port.", "stole", Status.ACTUAL),
        ("The general has ambitions to take the capital.", "take", Status.PLANNED),
    ],
)
def test_a_noun_governs_the_clause_that_says_what_it_is_of(sentence: str, word: str, status: Status) -> None:
    assert of(sentence, word) == (Polarity.YES, status)


def test_no_evidence_denies_what_there_is_none_of() -> None:
    assert of("There is no evidence that the brigade attacked the port.", "attacked")[0] is Polarity.NO


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("His attack on the port seemed to change things.", "attack"),
        ("Days before the general launched an attack, the king promised money for it.", "launched"),
        ("The king promised grain after the brigade shelled the port.", "shelled"),
        ("Whatever prompted the attack, it was no surprise.", "attack"),
        ("The soldiers refused to leave and attacked the port.", "attacked"),
        ("By coincidence or not, three months later, soldiers killed ten prisoners.", "killed"),
    ],
)
def test_what_is_taken_for_granted_is_actual(sentence: str, word: str) -> None:
    assert of(sentence, word) == (Polarity.YES, Status.ACTUAL)


@pytest.mark.parametrize(
    ("sentence", "word", "status"),
    [
        ("It was not clear if any leaders had been killed or injured.", "killed", Status.POSSIBLE),
        ("It was not clear if any leaders had been killed or injured.", "injured", Status.POSSIBLE),
        ("If the army attacks the port, the rebels will leave.", "attacks", Status.CONDITIONAL),
        ("The rebels have gone on to seize most of the island.", "seize", Status.ACTUAL),
        ("The aim of capturing the general was not met.", "capturing", Status.PLANNED),
        ("The army has stated its goals: detaining and disarming the rebels.", "detaining", Status.PLANNED),
        ("The king determined in May that the rebels attacked the port.", "attacked", Status.ACTUAL),
        ("The king determined to attack the port.", "attack", Status.PLANNED),
        ("The army decided to attack the port.", "attack", Status.PLANNED),
    ],
)
def test_what_governs_a_clause_says_how_far_it_has_come(sentence: str, word: str, status: Status) -> None:
    assert of(sentence, word)[1] is status


def test_what_would_be_required_is_not_required() -> None:
    assert of("The law would oblige the army to attack the port.", "attack")[1] is Status.POSSIBLE


def test_a_demonstration_to_be_dispersed_is_under_way() -> None:
    assert of("The officers refused to disperse the demonstration.", "demonstration") == (Polarity.YES, Status.ACTUAL)


def test_where_no_evidence_has_emerged_nothing_is_told() -> None:
    assert of("No evidence has emerged that the brigade attacked the port.", "attacked")[0] is Polarity.NO


@pytest.mark.parametrize(
    "sentence", ["Not one rebel surrendered.", "No rebel surrendered.", "Neither side surrendered."]
)
def test_what_nobody_did_is_denied(sentence: str) -> None:
    assert of(sentence, "surrendered")[0] is Polarity.NO


@pytest.mark.parametrize(
    "sentence",
    [
        "Reports that the president had been shot were untrue.",
        "There is no truth in claims that the president had been shot.",
    ],
)
def test_reports_called_untrue_are_denied(sentence: str) -> None:
    assert of(sentence, "shot")[0] is Polarity.NO


@pytest.mark.parametrize(
    "sentence",
    [
        "The court had failed to establish that he had ordered the raid.",
        "They could not prove that he ordered the raid.",
    ],
)
def test_what_nobody_could_show_is_left_open(sentence: str) -> None:
    assert of(sentence, "ordered") == (Polarity.YES, Status.POSSIBLE)


def test_what_is_agreed_to_besides_is_planned() -> None:
    assert of("The rebels agreed to a ceasefire and to withdraw from Tarsk.", "withdraw")[1] is Status.PLANNED


def test_those_who_gather_to_demand_something_demand_it() -> None:
    assert of("Thousands gathered in Tarsk on Sunday to demand his resignation.", "demand")[1] is Status.ACTUAL


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("I was wrong when I wrote that the army shelled the port.", "shelled"),
        ("We were mistaken to say that the rebels held the town.", "held"),
    ],
)
def test_what_somebody_was_wrong_to_say_was_not_so(sentence: str, word: str) -> None:
    assert of(sentence, word)[0] is Polarity.NO


def test_a_month_is_no_modal() -> None:
    assert of("The following May they seized the town.", "seized") == (Polarity.YES, Status.ACTUAL)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Police have not said how exactly it killed the suspect.", "killed"),
        ("The robot killed the suspect, nor was it the first time.", "killed"),
        ("Sundal rejected an offer of talks.", "offer"),
        ("People also chanted 'No justice, no peace' in the square.", "chanted"),
    ],
)
def test_what_a_negation_does_not_reach_is_so(sentence: str, word: str) -> None:
    assert of(sentence, word)[0] is Polarity.YES


def test_what_is_precluded_is_not_so() -> None:
    assert of("The ruling precluded arresting the editor.", "arresting")[0] is Polarity.NO


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Ardesh aims to end the siege by shelling the port.", Status.PLANNED),
        ("Ardesh will end the siege by shelling the port.", Status.PLANNED),
        ("Ardesh wants to end the siege by shelling the port.", Status.POSSIBLE),
        ("Ardesh tried to end the siege by shelling the port.", Status.ACTUAL),
        ("Ardesh did not end the siege by shelling the port.", Status.ACTUAL),
    ],
)
def test_the_means_to_an_end_that_lies_ahead_lie_ahead(sentence: str, status: Status) -> None:
    assert of(sentence, "shelling") == (Polarity.YES, status)
