"""What somebody accused answers, and what only looks like an answer."""

from __future__ import annotations

import pytest

from sayso.extract import extract
from sayso.records.claim import Claim, Deed, Plover, Polarity
from sayso.settings import Settings
from tests.extract.contrary.test_contrary import contradicted
from tests.factory import edition


def claims_of(text: str) -> tuple[Claim, ...]:
    (read,) = extract([edition(text)], Settings())
    return read.claims


@pytest.mark.parametrize(
    ("text", "told", "denied"),
    [
        (
            "Sundal officials have accused Kolmar's intelligence of backing violence, although Kolmar denies the charges.",
            "Sundal officials have accused Kolmar's intelligence of backing violence",
            "Kolmar denies the charges",
        ),
        (
            "Kolmar has long complained of Sundal jets flying into its airspace, something Sundal denies.",
            "Kolmar has long complained of Sundal jets",
            "Sundal denies",
        ),
        (
            "Sadat, who is accused of ordering the killing of a reporter, denies the charges.",
            "Sadat, who is accused of ordering the killing of a reporter",
            "Sadat, who is accused of ordering the killing of a reporter, denies the charges",
        ),
        (
            "Omar Sadat, a commander, claimed responsibility, but a spokesman for the group later denied involvement.",
            "Omar Sadat, a commander, claimed responsibility",
            "a spokesman for the group later denied involvement",
        ),
        (
            "The rebels said they had shot down a jet near Lorn. The army dismissed the claim as propaganda.",
            "they had shot down a jet near Lorn",
            "The army dismissed the claim",
        ),
        (
            "Lena Odeh is under investigation for graft. The harvest was poor. Odeh has denied any wrongdoing.",
            "Lena Odeh is under investigation for graft",
            "Odeh has denied any wrongdoing",
        ),
        (
            "Calls for a vote have centred on allegations that Lena Odeh broke budget rules. Odeh denied any wrongdoing.",
            "that Lena Odeh broke budget rules",
            "Odeh denied any wrongdoing",
        ),
        (
            "Lena Odeh was charged with murder on Monday. On Tuesday Odeh pleaded not guilty.",
            "Lena Odeh was charged with murder on Monday",
            "On Tuesday Odeh pleaded not guilty",
        ),
        (
            "Omar Sadat is suspected of funding the Brigade. Sadat maintains his innocence.",
            "Omar Sadat is suspected of funding the Brigade",
            "Sadat maintains his innocence",
        ),
        (
            "Lena Odeh was accused in May of hitting a guard. Odeh denied doing anything wrong.",
            "Lena Odeh was accused in May of hitting a guard",
            "Odeh denied doing anything wrong",
        ),
        (
            "The minister blamed the Brigade for the attack. The Brigade denied it was involved.",
            "The minister blamed the Brigade for the attack",
            "The Brigade denied it was involved",
        ),
        (
            "Police held a Kolmar man suspected of leading the smugglers. The man denied responsibility.",
            "a Kolmar man suspected of leading the smugglers",
            "The man denied responsibility",
        ),
        (
            "Two men accused the bishop of abuse. The church has denied the accusations against the bishop.",
            "Two men accused the bishop of abuse",
            "The church has denied the accusations",
        ),
    ],
)
def test_who_is_accused_answers_it(text: str, told: str, denied: str) -> None:
    found = contradicted(text)
    assert len(found) == 1
    assert told in found[0][0]
    assert denied in found[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "The judge dismissed the charges against Omar Sadat, who was accused of fraud.",
        "Prosecutors accused Omar Sadat of fraud. The court rejected the claim.",
        "Omar Sadat said the bridge was safe. However, Sadat dismissed the claim that it was old.",
        "Police said a jet had crossed the border. Sundal dismissed the F-16 claim.",
        "Omar Sadat was accused of fraud. He said that 80 per cent of those stopped are innocent.",
        "Lena Odeh was accused of fraud. I do not think anyone denies the charge.",
    ],
)
def test_what_a_court_or_another_says_answers_nothing(text: str) -> None:
    assert contradicted(text) == []


def test_who_is_innocent_rejects_what_he_is_accused_of() -> None:
    claims = claims_of('Lena Odeh was accused in May of hitting a guard. "I am innocent," Odeh told the court.')
    [plea] = [each for each in claims if each.quote == "I am innocent"]
    assert isinstance(plea.content, Deed)
    assert (plea.polarity, plea.content.plover) == (Polarity.YES, Plover.REJECT)


def test_what_somebody_is_not_accused_of_is_told_by_nobody() -> None:
    claims = claims_of("President Lena Odeh isn't accused of stealing.")
    assert not [each for each in claims if isinstance(each.content, Deed) and each.content.lemma == "steal"]


@pytest.mark.parametrize(
    "text",
    [
        "The guard said her statement held secrets. Lena Odeh, who denies the claims against her, is in jail.",
        "Omar Sadat was charged with rape. His request to dismiss the charges was turned down.",
    ],
)
def test_what_is_asked_of_a_court_or_is_of_other_charges_answers_nothing(text: str) -> None:
    assert contradicted(text) == []


def test_who_denies_accusations_is_accused() -> None:
    claims = claims_of("The army denied accusations that it shelled the school. It was never accused of looting.")
    deeds = {each.content.lemma for each in claims if isinstance(each.content, Deed)}
    assert "shell" in deeds
    assert "loot" not in deeds
