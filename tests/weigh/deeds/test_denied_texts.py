"""What one text tells and denies, read and weighed as a pile of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.records.matter import DisputeKind
from sayso.route import Wanted, read_pile, work_out
from sayso.settings import Settings
from sayso.store import Case
from tests.weigh.texts import opened


def contradictions(folder: Path, *texts: str) -> list[tuple[list[str], list[str]]]:
    """For each contradiction over whether something was so, sure or perhaps: what tells it, and what denies it."""
    for at, text in enumerate(texts):
        (folder / f"{at}.txt").write_text(f"Paper {at}\n2 March 2031\n\n{text}\n", "utf-8")
    settings = Settings(workers=1)
    with Case.create(folder / "pile.sayso") as case:
        read_pile(case, Wanted((str(folder),)), settings)
        found = work_out(case, settings)
        claims = case.pile().claims
    kinds = (DisputeKind.CONTRADICTION, DisputeKind.PERHAPS)
    met = (each for each in found.disputes if each.slot == "whether" and each.kind in kinds)
    return [tuple([claims[each].quote for each in value.claims] for value in one.values) for one in met]  # type: ignore[misc]


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
            "I have always said that Odeh was never in Tarsk. On Monday I met Odeh in Tarsk.",
            "I met Odeh in Tarsk",
            "Odeh was never in Tarsk",
        ),
    ],
)
def test_a_denial_is_held_against_what_it_denies(tmp_path: Path, text: str, accusation: str, denial: str) -> None:
    found = contradictions(tmp_path, text)
    assert any(
        any(accusation in each for each in told) and any(denial in each for each in denied) for told, denied in found
    ), found


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
def test_what_only_looks_like_a_denial_is_held_against_nothing(tmp_path: Path, text: str) -> None:
    assert contradictions(tmp_path, text) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # What nobody is said to have done, what was done to another, and what only may be.
        (
            "The Guard says that its guns did not shell Karst in May.",
            "Shells fell on Karst in May and the camp at Lorn burned, a nurse said.",
        ),
        (
            "The president did not meet members of the Kolm family in Tarsk, an aide said.",
            "The president spoke with the pastor of the Kolm family, a neighbour said.",
        ),
        (
            "“The army could not take the port of Ebbing,” a captain said.",
            "The army took the port of Ebbing in 2019, the mayor said.",
        ),
        (
            "“It was not the first time that Sundal sent rockets to Ebbing,” a captain said.",
            "Sundal sent rockets to Ebbing on Monday, the mayor said.",
        ),
        (
            "The minister rejected reports that Korvania had offered Sundal an apology.",
            "Korvania granted Sundal a loan on Monday, a banker said.",
        ),
    ],
)
def test_what_stands_apart_needs_more_in_common(tmp_path: Path, one: str, two: str) -> None:
    assert contradictions(tmp_path, one, two) == []


def test_one_denial_opens_one_dispute(tmp_path: Path) -> None:
    found = contradictions(
        tmp_path,
        "Sundal denies that it sent rifles to the Harbour Guard.",
        "Sundal sent 200 rifles to the Harbour Guard by ship, a dock worker said.",
        "Two pilots told us that Sundal flew rifles to the Harbour Guard in May.",
        "Sundal sends rifles to the Harbour Guard, Korvania's ambassador said.",
    )
    assert len(found) == 1
    assert len(found[0][0]) > 1


def test_a_writer_who_says_no_of_another_thing_contradicts_nobody(tmp_path: Path) -> None:
    burned = "The fire that destroyed the Ebbing camp broke out on Monday."
    spared = "A later fire in Tarsk was put out by noon and did not damage the nearby camp."
    assert contradictions(tmp_path, f"{burned} {spared}") == []


def test_a_claim_rejected_in_its_own_sentence_is_what_was_said_there(tmp_path: Path) -> None:
    ((told, denied),) = contradictions(
        tmp_path,
        "Fighting broke out between Sundal and the Guard on Sunday. The Guard claimed that two Sundal helicopters were "
        "shot down, but Sundal's defence ministry has rejected that claim.",
    )
    assert any("helicopters were shot down" in each for each in told)
    assert any("rejected that claim" in each for each in denied)


_DENIAL = "The mayor denied having signed any such letters."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"Villagers say that the mayor signed the eviction letters. {_DENIAL}", DisputeKind.CONTRADICTION),
        # Nobody is named who says so, and a page lies between.
        (f"The mayor signed the eviction letters. {_DENIAL}", DisputeKind.PERHAPS),
        (
            f"Villagers say that the mayor signed the eviction letters. {'It rained on the harbour. ' * 30}{_DENIAL}",
            DisputeKind.PERHAPS,
        ),
        (
            "Odeh said on Thursday that the Tarsk police might arrest him at noon. A statement from Sundal said that he"
            " was not arrested.",
            DisputeKind.PERHAPS,
        ),
    ],
)
def test_what_another_says_beside_a_denial_is_contradicted(tmp_path: Path, text: str, kind: DisputeKind) -> None:
    told = opened(tmp_path, "whether", ("Orm Gazette", "2031-05-20", text))
    assert [each for each, _ in told] == [kind]


def test_what_its_own_text_answers_is_a_contradiction(tmp_path: Path) -> None:
    text = "Villagers accused the mayor of signing the eviction letters, which the mayor denies."
    told = opened(tmp_path, "whether", ("Orm Gazette", "2031-05-20", text))
    assert [kind for kind, _ in told] == [DisputeKind.CONTRADICTION]


@pytest.mark.parametrize(
    "text",
    [
        "Neither Odeh nor Kolm has been accused of harming the children. Kolm pleaded not guilty to hiding them.",
        "Odeh said that the army shelled Karst. The general dismissed it as no worse than a skirmish.",
        "Kolm said that Odeh took the boat. Odeh denied the claims that the Kolms have made that he tried to rob them.",
        # Of one of many, and not of them all.
        "Prosecutors said that seventeen men lived in the tower. “Adam Bek had not lived in the tower,” a guard said.",
    ],
)
def test_nobody_contradicts_what_nobody_said(tmp_path: Path, text: str) -> None:
    told = opened(tmp_path, "whether", ("Orm Gazette", "2031-05-20", text))
    assert [kind for kind, _ in told if kind is DisputeKind.CONTRADICTION] == []


def test_what_rose_is_not_contradicted_by_something_else_that_did_not(tmp_path: Path) -> None:
    text = (
        "Scientists have shot down his comments, pointing out that deaths have not risen in Orm or Tull.\n\nOfficial data"
        " from the coast shows the wards are not filling up despite a surge in tests, as admissions have been falling in"
        " Orm and Tull while cases have risen."
    )
    told = opened(tmp_path, "whether", ("Orm Gazette", "2031-05-20", text))
    assert [kind for kind, _ in told] == [DisputeKind.PERHAPS]
