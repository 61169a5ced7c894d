"""What "that is not true" takes up: what the one before told, and never what he only asked or knew."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.weigh.texts import opened

_TRANSCRIPT = """LENA SALEH: Good evening, and welcome to you both.

MARA TOLM: Thank you for having us here tonight.

KARIM ODEH: Good evening.

MARA TOLM: {}

KARIM ODEH: That is not true.

LENA SALEH: We will come back to this.
"""


@pytest.mark.parametrize(
    "said", ["You have asked him a question, let him answer it.", "I know but when somebody gets three million crowns."]
)
def test_nothing_that_tells_of_nothing_is_taken_up(tmp_path: Path, said: str) -> None:
    assert not opened(tmp_path, "whether", ("Orm Gazette", "2031-05-20", _TRANSCRIPT.format(said)))


def test_what_the_other_told_is_taken_up(tmp_path: Path) -> None:
    text = _TRANSCRIPT.format("He closed the port of Orm.")
    assert opened(tmp_path, "whether", ("Orm Gazette", "2031-05-20", text))


def test_whether_it_is_a_hoax_is_not_that_it_is_one(tmp_path: Path) -> None:
    text = (
        "A retired officer said he had been given the knife by a worker who found it in Orm. “We do not know if it is a"
        " hoax, but there is no link to the murders,” Captain Odeh said."
    )
    assert not opened(tmp_path, "whether", ("Orm Gazette", "2031-05-20", text))


def test_what_somebody_says_is_no_attack_is_no_word_on_attacks(tmp_path: Path) -> None:
    one = "Odeh sharpens his attacks as the vote nears. Odeh himself has come under attack."
    two = "“I do not think he understands it,” Odeh said, adding: “This is not an attack or anything of that nature.”"
    assert not opened(tmp_path, "whether", ("Orm Gazette", "2031-05-20", one), ("Tull Post", "2031-05-20", two))


@pytest.mark.parametrize(
    "text",
    [
        "“I know that people are getting sick, I do not believe it is a hoax or anything,” she said. Lena Saleh told the"
        " court that the fever had come to Orm.",
        "Odeh said that the show brought him to Tull. “Without the show, that might never have happened,” Odeh said.",
        "“He would not let go of me,” Saleh said.\n\n“I said everything nasty I could to him, to get him off me, and it was"
        " not happening,” Saleh added.",
        "“The people of Tarsk have waited a year for their city to adopt a plan that would keep them safe,” Odeh said.\n\n"
        "He said that the plan had been negotiated with care and that officials knew that rejecting it would cost them.",
        "But he added: “I think you will find that the whole of Ardesh takes the same approach.”\n\nThe trader Omar Saleh"
        " said that he had cut his holiday short to beat the quarantine that never happened.",
    ],
)
def test_what_nobody_calls_false_is_not_denied(tmp_path: Path, text: str) -> None:
    assert not opened(tmp_path, "whether", ("Orm Gazette", "2031-05-20", text))
