"""Headlines that only lead to other stories make no claims; a story's own title does."""

from __future__ import annotations

from sayso.extract import extract
from sayso.settings import Settings
from tests.factory import edition

STORY = "Gunmen stormed the National Assembly in Port Sarn on Sunday, the ministry said.\n\n"
LINKS = (
    "Rebels Kill Ten Soldiers In Velmora\n\nMilitia Fires On Protesters Killing At Least Four\n\n"
    "Gunmen Seize Four Engineers In Tarsk\n\n"
)


def quotes(text: str) -> list[str]:
    (extraction,) = extract([edition(text)], Settings())
    return [claim.quote for claim in extraction.claims]


def test_a_list_of_links_makes_no_claims() -> None:
    assert quotes(STORY + LINKS + STORY) == quotes(STORY + STORY)


def test_a_title_and_one_crosshead_make_claims() -> None:
    assert any("Kill" in each for each in quotes("Rebels Kill Ten Soldiers In Velmora\n\n" + STORY))
    assert any("Kill" in each for each in quotes(STORY + "Rebels Kill Ten Soldiers In Velmora\n\n" + STORY))
