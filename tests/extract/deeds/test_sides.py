"""Who did it and to whom, where the words before and behind a deed mislead."""

from __future__ import annotations

import pytest

from sayso.extract.deeds.finding import find_deeds
from sayso.extract.found import Found
from sayso.extract.mentions.finding import find_mentions
from sayso.extract.parse.reading import parse, pipeline
from sayso.extract.times.finding import find_times
from sayso.records.claim import ALONE, Claim, Deed, Status
from sayso.settings import Settings
from tests.factory import edition

PARTS = tuple[list[str], list[str]]


def deeds(text: str) -> list[tuple[Claim, Deed]]:
    reading = next(iter(parse([edition(text)], pipeline(Settings().pipeline))))
    found = Found.of(find_mentions(reading), find_times(reading))
    return [(each, each.content) for each in find_deeds(reading, found) if isinstance(each.content, Deed)]


def parties(text: str) -> dict[str, PARTS]:
    """For each deed by its lemma: who did it, and to whom."""
    return {
        content.lemma: (
            [each.text for each in content.roles if each.role == "actor"],
            [each.text for each in content.roles if each.role == "recipient"],
        )
        for _, content in deeds(text)
    }


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Three were killed in the Assembly attack, the paper said.", ([], ["Assembly"])),
        ("A Harbour Guard attack on the port killed ten people.", (["Harbour Guard"], ["the port"])),
        ("The militia attack killed four soldiers.", (["militia"], [])),
        (
            "The Ostrel Brigade claimed responsibility for the attack on the port.",
            (["The Ostrel Brigade"], ["the port"]),
        ),
    ],
)
def test_what_an_attack_is_named_after_is_its_target_or_its_doer(text: str, sides: PARTS) -> None:
    assert parties(text)["attack"] == sides


def test_a_town_that_an_attack_is_named_after_did_not_do_it() -> None:
    assert parties("The Ostrel attack killed ten people. People fled Ostrel.")["kill"][0] == []


def test_whoever_is_killed_by_shelling_did_not_shell() -> None:
    found = parties("Ten people were killed by shelling in Velmora.")
    assert found["kill"] == ([], ["Ten people"])
    assert "Ten people" not in found.get("shell", ([], []))[0]


def test_the_post_is_stormed_and_not_the_town_it_stands_at() -> None:
    assert parties("Gunmen stormed the customs post at Tarsk.")["storm"] == (["Gunmen"], ["the customs post"])


def test_a_demonym_before_an_attack_is_who_made_it() -> None:
    assert parties("An Israeli attack killed ten people.")["attack"][0] == ["Israeli"]


def test_a_town_that_is_held_is_nobodys_prisoner() -> None:
    assert "hold" not in parties("Rebels fled to Aleppo. The army holds Aleppo.")


def test_a_man_may_have_been_killed_though_he_has_no_name() -> None:
    found = deeds("A protester may have been killed by a rubber bullet.")
    assert [(claim.status, claim.quote) for claim, _ in found] == [
        (Status.POSSIBLE, "A protester may have been killed by a rubber bullet")
    ]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("He was killed by an explosive device of his own.", "He was killed by an explosive device of his own"),
        ("They set the Assembly on fire.", "They set the Assembly on fire"),
        ("In May Odeh met Orlan in Tarsk.", "In May Odeh met Orlan in Tarsk"),
        (
            "Fire swept through a prison on Tuesday night, killing 19 inmates.",
            "Fire swept through a prison on Tuesday night, killing 19 inmates",
        ),
    ],
)
def test_a_quote_begins_and_ends_with_the_whole_statement(text: str, quote: str) -> None:
    assert quote in [claim.quote for claim, _ in deeds(text)]


@pytest.mark.parametrize(
    "text",
    [
        "I know who did it, but I will not name them.",
        "Let us be honest about who is to blame.",
        "Karim Odeh commands a unit of the Harbour Guard.",
        "“Where should we go?” a woman from Tarsk asked me.",
        "The rebels have burned their way from Tarsk to Ostrel.",
        "Israeli tanks took up positions next to a post.",
    ],
)
def test_a_verb_without_what_it_needs_names_no_deed(text: str) -> None:
    assert deeds(text) == []


def test_a_demonym_before_a_request_is_who_asked() -> None:
    assert parties("Odeh has rejected an Israeli request to leave Tarsk.")["reject"] == (["Odeh"], ["Israeli"])


def test_what_happened_to_one_of_them_does_not_date_the_rest() -> None:
    (died,) = (each for claim, each in deeds("The army said eight had died in Tarsk, one of them on Tuesday."))
    assert died.when is None


@pytest.mark.parametrize(
    ("text", "lemma", "left"),
    [
        ("Egypt withdrew its troops from Sudan on Monday.", "withdraw", ["Sudan"]),
        ("Egypt pulled its soldiers out of Sudan on Monday.", "pull", ["Sudan"]),
        ("Egypt speeded up the withdrawal of some forces from Sudan.", "withdrawal", ["Sudan"]),
    ],
)
def test_what_somebody_withdraws_is_his_own_and_where_from_is_the_other_side(
    text: str, lemma: str, left: list[str]
) -> None:
    assert parties(text)[lemma] == (["Egypt"], left)


def test_who_holds_a_rally_is_whom_the_ban_of_it_is_aimed_at() -> None:
    found = parties("Police banned a rally by the Movement for Change.")
    assert found["ban"] == (["Police"], ["the Movement for Change"])


@pytest.mark.parametrize(
    ("text", "lemma", "sides"),
    [
        ("Two soldiers dragged her brother-in-law from the shop.", "drag", (["Two soldiers"], ["her brother-in-law"])),
        (
            "The army captured a number of prisoners, whom it treats in accordance with the rules.",
            "capture",
            (["The army"], ["a number of prisoners"]),
        ),
        (
            "The spokesperson condemned the dissemination on social media of images.",
            "condemn",
            (["The spokesperson"], []),
        ),
        ("An officer whom the others called Bo shot him twice.", "shoot", (["An officer"], ["him"])),
    ],
)
def test_parties_are_named_whole_and_alone(text: str, lemma: str, sides: PARTS) -> None:
    assert parties(text)[lemma] == sides


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("One helicopter was brought down.", "shot-down"),
        ("Ariel Henry took over as prime minister two weeks later.", "took-office"),
        ("The army took out another tank near Tarsk.", "destroyed"),
    ],
)
def test_a_particle_tells_what_was_done(text: str, mode: str) -> None:
    assert [content.mode for _, content in deeds(text)] == [mode]


def test_a_date_that_opens_an_entry_dates_what_it_tells() -> None:
    found = deeds("September 2022: Gangs attack the port.\n\n2025: Gangs attack the airport.")
    assert [content.when.value for _, content in found if content.when is not None] == ["2022-09", "2025"]


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        (
            "The two rival leaders, General Karim Odeh and Prime Minister Sela Orn, pledged to cooperate.",
            "pledge",
            (["General Karim Odeh", "Prime Minister Sela Orn"], []),
        ),
        ("Her husband, the blogger Sela Orn, was jailed in May.", "jail", ([], ["Sela Orn"])),
        ("Odeh ordered the commission of murder.", "order", (["Odeh"], [])),
        ("The marine deployment came as no surprise.", "deployment", ([], ["marine"])),
        ("Haddad had filed a police complaint two weeks ago.", "complaint", (["Haddad"], [])),
        (
            "The ministers agreed on Friday to draw up a list of officials to be punished.",
            "agree",
            (["The ministers"], []),
        ),
        ("Thousands of people fled poverty in the north.", "flee", (["Thousands of people"], ["poverty"])),
    ],
)
def test_a_party_is_who_the_words_name_and_nobody_beside(text: str, lemma: str, expected: PARTS) -> None:
    assert parties(text)[lemma] == expected


@pytest.mark.parametrize(
    "text",
    [
        "What part the Harbour Guard played in the uprising is not known.",
        "Sundal hunted the Harbour Guard, the group implicated in the attack on a consulate in Tarsk.",
    ],
)
def test_what_somebody_may_have_had_a_part_in_is_not_laid_to_him(text: str) -> None:
    assert not any(
        "Guard" in each or "group" in each for lemma in ("attack", "uprising") for each in doers_of(text, lemma)
    )


def doers_of(text: str, lemma: str) -> list[str]:
    found = parties(text).get(lemma)
    return found[0] if found is not None else []


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The mine that killed Judge Odeh was laid by the Ostrel Brigade.", ["the Ostrel Brigade"]),
        ("Judge Odeh was killed by a bomb that the Ostrel Brigade hid under his car.", ["the Ostrel Brigade"]),
        ("The mine that killed Judge Odeh was not laid by the Ostrel Brigade.", []),
        ("The man who killed Judge Odeh was a corporal of the Harbour Guard.", ["a corporal of the Harbour Guard"]),
        ("The man who killed Judge Odeh was not a corporal of the Harbour Guard.", ["The man"]),
        ("It was the Harbour Guard that killed Judge Odeh in 2030.", ["the Harbour Guard"]),
        ("Judge Odeh was killed by a Harbour Guard sentry.", ["a Harbour Guard sentry"]),
    ],
)
def test_who_laid_the_mine_or_is_said_to_be_the_man_did_it(text: str, doer: list[str]) -> None:
    assert parties(text)["kill"][0] == doer


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("It was deserters from the 6th Battalion who killed Judge Odeh.", True),
        ("Judge Odeh was killed by a corporal of the Harbour Guard, acting alone.", True),
        ("Judge Odeh was killed by a bomb that an officer of the Harbour Guard fixed under her car on his own.", True),
        ("A corporal of the Harbour Guard, who did not act alone, killed Judge Odeh.", False),
        ("Judge Odeh was killed by a corporal on his own doorstep.", False),
    ],
)
def test_words_that_leave_no_other_doer(text: str, alone: bool) -> None:
    assert [ALONE in each.reasons for each, deed in deeds(text) if deed.lemma == "kill"] == [alone]


def test_the_last_of_two_nouns_before_a_name_is_his_title() -> None:
    text = "They stormed parliament, seizing its speaker and armed forces chief Nouri Odeh together with ten others."
    assert parties(text)["seize"][1] == ["its speaker and armed forces chief Nouri Odeh"]


def test_who_stands_by_behind_a_comma_is_no_enemy() -> None:
    text = (
        "The Guard has been fighting a campaign against Ardeshi factions, with the government of former Prime Minister "
        "(and former Front leader) Ali Kolm mostly looking away."
    )
    assert parties(text)["fight"][1] == ["Ardeshi factions"]
