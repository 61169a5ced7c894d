"""What sentences deny, by the claims that are made of them."""

from __future__ import annotations

import pytest

from sayso.extract import extract
from sayso.records.claim import TOLD, Deed, Polarity, Stance
from sayso.settings import Settings
from tests.factory import edition


def denied(text: str) -> set[str]:
    """The lemmas of what a text says was not so, as something that would have been."""
    (read,) = extract([edition(text)], Settings())
    return {
        claim.content.lemma
        for claim in read.claims
        if isinstance(claim.content, Deed)
        and claim.status in TOLD
        and (claim.polarity is Polarity.NO or any(each.stance is Stance.DENIES for each in claim.voices))
    }


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Under no circumstances were patients handed over, the matron said.", "hand"),
        ("Never has a barge of ours carried powder, the owner said.", "carry"),
        ('"Not once did we enter the chapel," the sergeant said.', "enter"),
        ("In no case did the wardens use clubs, the director said.", "use"),
        ('"No pilgrim of the order set foot on Harnish soil in May," the notice reads.', "set"),
        (
            '"No carts with powder crossed from Harn into Beld, neither on 4 June nor later," he told the clerks.',
            "cross",
        ),
        ("It was not our battery that hit the mill, the gunner said.", "hit"),
        ("It is untrue that the barge carried powder.", "carry"),
        ("It is a lie that I took money from the box.", "take"),
        ("It is not the case that our carts crossed the ford.", "cross"),
        ("The story that the widow sold the barn is made up.", "sell"),
        ("Reports about a retreat were wrong, the colonel said.", "retreat"),
        ("Nobody from the inn is or ever was in our cellar.", "be"),
        ("Neither of the two clerks was in Beld on the day of the raid.", "be"),
        ("Neither the abbot nor anyone else from the house was in the hall during the talks.", "be"),
        ("There exists no contract between the guild and the mint.", "contract"),
        ("There is no signed contract between Harn and Beld.", "contract"),
        ("There was never any order to shoot, the captain testified.", "order"),
        ("The abbot has no account in Beld.", "account"),
        ('"The abbot holds no shares in the mill, either directly or through a cousin," the letter says.', "share"),
        ("I do not know Stefan Rask and never met him.", "know"),
        ('"I have not resigned, I did not offer to," she said.', "resign"),
        ("The minister had not offered to step down on Monday or at any other time.", "step"),
        ("The ferry has not stopped, searched or seized any boat.", "seize"),
        ("Rask has pleaded not guilty to murdering the miller.", "murder"),
        ("It is impossible that our stones hit the chapel.", "hit"),
        ("The guild owns no kettles and used none in Beld.", "use"),
        ("She said that no patient had been ill-treated at the school.", "mistreat"),
        ('"Ada Rask has nothing to do with Open Hand," the clerk said.', "do"),
        ("We have signed nothing and promised nothing to Harn about the mine.", "promise"),
        ("The abbot found that not one of the barges has been unloaded so far.", "unload"),
    ],
)
def test_what_is_denied_is_read(text: str, lemma: str) -> None:
    assert lemma in denied(text)


@pytest.mark.parametrize(
    "text",
    [
        "The bailiff would neither confirm nor deny that the mill was hit.",
        '"That is wrong," said the bishop.',
        "I do not know the answer.",
        "I have never seen such a crowd.",
        "It is a lie that he told us.",
        "There is no basis for talks.",
        "The abbot did not say who had fired.",
        "Rask has nothing to do with it.",
    ],
)
def test_what_is_no_denial_of_a_doing_makes_none(text: str) -> None:
    assert denied(text) == set()


def test_the_quote_of_a_denial_is_its_clause_alone() -> None:
    text = '"Our people have not left Lorn, and every post we had last week we have today," the captain said.'
    (read,) = extract([edition(text)], Settings())
    assert [claim.quote for claim in read.claims if claim.polarity is Polarity.NO] == ["Our people have not left Lorn"]


@pytest.mark.parametrize(
    "text",
    [
        "The captain said reports of a retreat were wrong. The company did not leave the ford.",
        "According to the abbey, a story in the Gazette was mistaken. The abbot did not travel to Beld in March.",
    ],
)
def test_another_report_called_wrong_is_no_withdrawal(text: str) -> None:
    assert denied(text) & {"leave", "travel"}
