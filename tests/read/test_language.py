"""Which language a text is in."""

from __future__ import annotations

from sayso.read.language import language_of

_ENGLISH = "General Karim Odeh told the National Assembly in Port Sarn that eleven people had been killed. "
_ARABIC = "قال اللواء كريم عودة إن قواته سيطرت على مدينة فيلمورا بعد معارك عنيفة استمرت ثلاثة أيام. "


def test_a_text_is_in_the_language_it_is_written_in() -> None:
    assert language_of(_ENGLISH) == "en"
    assert language_of(_ARABIC) == "ar"


def test_a_line_in_another_script_does_not_outweigh_the_rest() -> None:
    assert language_of(2 * _ENGLISH + _ARABIC) == "en"
    assert language_of(_ENGLISH + 3 * _ARABIC) == "ar"


def test_a_text_too_short_to_tell_is_in_the_language_around_it() -> None:
    assert language_of("Le port", "en") == "en"
    assert language_of("12") is None
