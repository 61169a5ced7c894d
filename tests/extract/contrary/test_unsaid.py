"""What somebody says he never said, and where the text has him say it."""

from __future__ import annotations

import pytest

from tests.extract.contrary.test_contrary import contradicted


@pytest.mark.parametrize(
    ("text", "told", "denied"),
    [
        (
            'Two guests said that Rask told the guild that the pilgrims "should be put back on the barges". The hall went '
            'quiet. "I did not say that or anything like it," Rask told the Gazette.',
            "Rask told the guild",
            "I did not say that",
        ),
        (
            'A clerk writes that Minister Lena Vasch told the officers that Karst was "not worth one man". The book sold '
            "out. The minister never spoke these words, her office says.",
            "Lena Vasch told the officers",
            "never spoke these words",
        ),
        (
            'A clerk accused Mayor Holt of calling the pilgrims "vermin". Holt insisted that he had never used the word.',
            "calling the pilgrims",
            "never used the word",
        ),
        (
            "Speaker Hanne Dorst said on Tuesday that the vote would be postponed. A day later she was asked about it. "
            '"I have never said that the vote would be postponed," Dorst replied.',
            "Hanne Dorst said on Tuesday",
            "never said that the vote would be postponed",
        ),
        (
            "General Odeh told officers that 'every house in Tarsk is a target', the paper reported. "
            'His aide, Mira Lund, answered. "The general never said that sentence, in Karst or anywhere else," she said.',
            "General Odeh told officers",
            "never said that sentence",
        ),
        (
            'The rector called the students "a mob", two professors said. The rector denied having said this.',
            "The rector called the students",
            "denied having said this",
        ),
    ],
)
def test_what_was_never_said_is_held_against_who_tells_it(text: str, told: str, denied: str) -> None:
    ((accusation, denial),) = contradicted(text)
    assert told in accusation
    assert denied in denial


@pytest.mark.parametrize(
    "text",
    [
        'Vasch said that taxes might rise next year. "I never said that taxes would rise tomorrow," Vasch said.',
        "The clerk told the court that he had heard shots. He did not say who had fired.",
        "The driver said that he was tired. The smith never said that the driver was tired.",
        'Holm said the box was "nearly empty". "I never said that it was empty, I said that it was nearly empty," she said.',
        'The captain told his men that "the road is clear". He had not said a word about the mines.',
        'The abbot said that bread was dear. "I did not say that," said the baker.',
        'The colonel said: "We hold the ford." He did not say it in those words.',
    ],
)
def test_what_another_said_or_was_said_otherwise_is_not_denied(text: str) -> None:
    assert contradicted(text) == []
