"""Words that take a side stand in quotation marks in headings, as the words of those who tell."""

from __future__ import annotations

import pytest

from sayso.present.neutral import neutral


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("Planned: Purge of terrorists by Karim Odeh", "Planned: Purge of “terrorists” by Karim Odeh"),
        ("Overthrow of regime, Port Sarn", "Overthrow of “regime”, Port Sarn"),
        ("leader of the terrorist organisation", "leader of the “terrorist” organisation"),
        ("Call for end of “terrorist regime”", "Call for end of “terrorist regime”"),
        ("Raid by the Counter-Terrorism Force on an anti-regime march", None),
        ("Meeting of the Martyrs Brigade", None),
    ],
)
def test_loaded_words_are_quoted_and_names_are_not(heading: str, shown: str | None) -> None:
    assert neutral(heading) == (shown or heading)
