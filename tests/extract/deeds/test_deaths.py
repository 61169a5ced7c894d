"""Deaths are deeds that befall somebody and that nobody does."""

from __future__ import annotations

import pytest

from sayso.extract import extract
from sayso.records.claim import Claim, Deed, Plover, Polarity, Quantity
from sayso.settings import Settings
from tests.factory import edition


def claims(text: str) -> list[Claim]:
    (read,) = extract([edition(text)], Settings())
    return list(read.claims)


def deaths(text: str) -> list[Claim]:
    return [each for each in claims(text) if isinstance(each.content, Deed) and each.content.plover is Plover.DEATH]


def who(claim: Claim) -> list[tuple[str, str]]:
    assert isinstance(claim.content, Deed)
    return [(each.role, each.text) for each in claim.content.roles]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Karim Odeh died in Tarsk on Sunday.", "Karim Odeh"),
        ("Karim Odeh was found dead near Velmora on Sunday.", "Karim Odeh"),
        ("A participant died in hospital.", "A participant"),
        ("Four protesters are known to have died since Friday.", "Four protesters"),
        ("Dozens have died in the floods.", "Dozens"),
        ("Two soldiers lost their lives in the clash.", "Two soldiers"),
        ("Protests broke out over the death of Sela Orn in police custody.", "Sela Orn"),
        ("Odeh's death was announced on Monday.", "Odeh"),
        ("A woman was declared dead at the hospital.", "A woman"),
        ("Eleven people drowned when the boat sank off Ostrel.", "Eleven people"),
        ("A prisoner hanged himself in his cell.", "A prisoner"),
    ],
)
def test_who_died_is_whom_it_befell_and_nobody_did_it(text: str, whom: str) -> None:
    (death,) = deaths(text)
    assert who(death) == [("recipient", whom)]


@pytest.mark.parametrize(
    "text",
    [
        "The bill died in committee.",
        "Hopes for peace died on Monday.",
        "The fighting died down on Sunday.",
        "Thousands are ready to die for him.",
        "Migrants risk dying at sea.",
        "Doctors feared that Odeh would die.",
        "Odeh was sentenced to death.",
        "Odeh received death threats.",
        "The Free Korvan Army died with him.",
        "She did not die for the army or for Odeh.",
    ],
)
def test_what_is_no_death_or_only_feared_is_not_read_as_one(text: str) -> None:
    assert deaths(text) == []


def test_how_somebody_died_stays_in_the_words() -> None:
    (death,) = deaths(
        "A participant died on the evening of 10 May when a device went off in his hand, the ministry said."
    )
    assert death.quote == "A participant died on the evening of 10 May when a device went off in his hand"


def test_to_kill_is_no_death() -> None:
    assert deaths("The guards starved ten prisoners. Gunmen killed Sela Orn.") == []


def test_that_anyone_died_can_be_denied() -> None:
    (death,) = deaths("The Interior Ministry denied that anyone had died in custody.")
    assert [(voice.name, voice.stance) for voice in death.voices[1:]] == [("Interior Ministry", "denies")]
    (none,) = deaths("Officials said nobody had died.")
    assert none.polarity is Polarity.NO


def test_the_number_of_the_dead_is_a_number_of_their_death() -> None:
    found = claims("At least 282 miners died in the mine in Tarsk on Tuesday.")
    (death,) = (each for each in found if isinstance(each.content, Deed))
    (number,) = (each.content for each in found if isinstance(each.content, Quantity))
    assert (number.measure, number.low, number.of) == ("killed", 282, death.id)


def test_the_deaths_somebody_is_blamed_for_were() -> None:
    (death,) = deaths("The army was blamed for the deaths of 20 civilians.")
    assert [voice.name for voice in death.voices] == ["Harbour Post"]


def test_a_share_in_a_crime_is_charged_and_the_crime_is_told() -> None:
    found = claims("Dan Hale was charged with complicity in the murder of Sela Orn.")
    (murder,) = (each for each in found if isinstance(each.content, Deed) and each.content.mode == "killed")
    assert [voice.name for voice in murder.voices] == ["Harbour Post"]


def test_what_somebody_is_accused_of_is_no_part_of_his_name() -> None:
    found = claims("Ardesh accused the army of involvement in the killing of ten monks.")
    (accused,) = (each for each in found if isinstance(each.content, Deed) and each.content.plover is Plover.ACCUSE)
    assert ("recipient", "the army") in who(accused)


def test_who_hears_of_a_death_does_not_die() -> None:
    (death,) = deaths("A man cried out after learning his son had died as others around him tried to comfort him.")
    assert who(death) == [("recipient", "his son")]
