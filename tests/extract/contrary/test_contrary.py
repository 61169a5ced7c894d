"""What a text tells and elsewhere denies, within one document."""

from __future__ import annotations

import pytest

from sayso.extract import extract
from sayso.records.claim import CONTRADICTS, TAKEN_BACK, Polarity
from sayso.settings import Settings
from tests.factory import edition


def contradicted(text: str) -> list[tuple[str, str]]:
    """Accusation and denial, in their own words, as far as the two are linked."""
    (read,) = extract([edition(text)], Settings())
    claims = {claim.id: claim for claim in read.claims}
    denials = [each for each in read.claims if any(reason.startswith(CONTRADICTS) for reason in each.reasons)]
    return [(claims[each.about or ""].quote, each.quote) for each in denials]


@pytest.mark.parametrize(
    ("text", "accusation", "denial"),
    [
        (
            "Radio Sundal told its listeners of a massacre in the village of Harn. There was no massacre in Harn.",
            "massacre",
            "no massacre",
        ),
        (
            "Villagers say that the mayor signed the eviction letters. The mayor denied having signed any such letters.",
            "the mayor signed the eviction letters",
            "having signed any such letters",
        ),
        (
            '"They held us hostage for a month," the driver Adam Bek said. '
            '"Nobody took those drivers hostage," a spokesman for the Harbour Guard said.',
            "held us hostage",
            "Nobody took those drivers hostage",
        ),
        (
            "The Harbour Post alleges that our guards drowned two smugglers. Nothing of the kind happened.",
            "drowned two smugglers",
            "Nothing of the kind",
        ),
        (
            "The pier has been blown up, the mayor said.\n\nThe pier is standing, a fisherman said. He walked on it.",
            "The pier has been blown up",
            "The pier is standing",
        ),
        (
            '"My government has not paid one crown to any armed group," Vasch said. He spoke of pensions. '
            '"The money we gave the Ostrel Brigade bought us a quiet winter," Vasch said.',
            "we gave the Ostrel Brigade",
            "has not paid one crown",
        ),
        (
            "The clerk Ines Dorrel said that she handed Tomas Rill an envelope of notes. The session went on. "
            "Rill denied ever having received a single crown from Dorrel.",
            "she handed",
            "received a single crown",
        ),
        (
            "I was not on the ferry when it sank. When I stood on that ferry I saw no soldier.",
            "I stood on that ferry",
            "I was not on the ferry",
        ),
        (
            "Odeh told the court: “I gave the order to open the lock.” "
            "An hour later Odeh said: “I gave no order about the lock.”",
            "I gave the order",
            "I gave no order",
        ),
        (
            "The archbishop said that the army had poisoned the well. "
            "General Odeh of the army swore that no man of his had poisoned the well.",
            "the army had poisoned the well",
            "no man of his had poisoned the well",
        ),
        (
            "The gate was opened on the orders of Odeh, a guard said. “No such order left this house.”",
            "orders of Odeh",
            "No such order",
        ),
        (
            "The rebels burned the mill, the army said. “It was the army that burned the mill,” a rebel said.",
            "The rebels burned the mill",
            "the army that burned the mill",
        ),
        (
            "I have always said that Odeh was never in Tarsk. On Monday I met Odeh in Tarsk.",
            "I met Odeh in Tarsk",
            "Odeh was never in Tarsk",
        ),
    ],
)
def test_a_denial_is_held_against_what_it_denies(text: str, accusation: str, denial: str) -> None:
    assert [(accusation in told, denial in denied) for told, denied in contradicted(text)] == [(True, True)]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor met the envoys in April. “The mayor met no envoys in May,” his office said.",
        "The Guard shelled the power station. “It was not only the Guard that shelled the power station,” a priest said.",
        "Odeh travelled to Tarsk on Tuesday. “I did not go to Tarsk to surrender,” Odeh said.",
        "The chief was suspended on Friday. “The chief has not resigned,” his brother said.",
        "“The Guard killed my husband,” she said. I am not saying that the Guard killed him.",
        "Odeh came home on Thursday. “Odeh did not come home until Thursday because of the fog,” his aide said.",
        "Odeh came to the funeral. Nobody in Velmora expected Odeh to come to the funeral.",
        "Ardesh paid the fighters on Gallow Hill. “There is no Ardeshi soldier on Gallow Hill,” its minister said.",
        "The Guard broke down every door. The Guard never broke a door, of course.",
        "The minister took the money. “I will not comment on the money,” the minister said.",
        "Six people were injured in the blast. There were no deaths in the blast.",
        "The envoy broke the lamp in the hall. The mayor did not break the lamp in the cellar.",
    ],
)
def test_what_only_looks_like_a_denial_is_held_against_nothing(text: str) -> None:
    assert contradicted(text) == []


def test_a_denial_that_is_taken_back_says_so() -> None:
    text = "I wrote that the Guard had not shelled the dam. I had it wrong: the Guard shelled the dam."
    (read,) = extract([edition(text)], Settings())
    denied = [claim for claim in read.claims if claim.polarity is Polarity.NO]
    assert denied
    assert all(TAKEN_BACK in claim.reasons for claim in denied)


def test_a_text_without_a_denial_gains_no_claim() -> None:
    assert contradicted("The Guard shelled the dam on Monday. Two people were killed in Tarsk.") == []
