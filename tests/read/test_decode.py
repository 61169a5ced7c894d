"""Bytes in any usual encoding come out as the text they were."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadableFile
from sayso.read.decode import decode, looks_binary, without_entities

_FRENCH = (
    "Le général Odeh a été arrêté à Velmora, où l'Assemblée nationale siège ; ses partisans s'en étonnèrent déjà. " * 3
)
_ARABIC = (
    "قال اللواء كريم عودة إن قواته سيطرت على مدينة فيلمورا بعد معارك عنيفة استمرت ثلاثة أيام مع لواء أوستريل. " * 3
)
_CZECH = "Generál Odeh řekl, že jeho vojáci příští týden opustí přístav a město bude opět volné, uvedl mluvčí. " * 3
_TURKISH = (
    "General Odeh, birliklerinin üç gün süren ağır çatışmaların ardından Velmora şehrini ele geçirdiğini söyledi. " * 3
)
_RUSSIAN = (
    "Генерал Карим Оде заявил, что его войска заняли город Вельмора после трёх дней тяжёлых боёв с бригадой. " * 3
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (_FRENCH, "utf-8"),
        (_FRENCH, "utf-8-sig"),
        (_FRENCH, "utf-16"),
        (_FRENCH, "utf-16-le"),
        (_FRENCH, "utf-32"),
        (_FRENCH, "cp1252"),
        (_CZECH, "cp1250"),
        (_TURKISH, "cp1254"),
        (_ARABIC, "cp1256"),
        (_RUSSIAN, "cp1251"),
        (_ARABIC, "utf-16-be"),
    ],
)
def test_text_comes_out_as_it_was(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_short_text_with_curly_quotes_is_windows_western() -> None:
    assert decode("“We left,” said Odeh — quietly.".encode("cp1252")) == "“We left,” said Odeh — quietly."


def test_a_declared_encoding_is_believed() -> None:
    assert decode("Łódź i żółw".encode("iso-8859-2"), "iso-8859-2") == "Łódź i żółw"


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnreadableFile):
        decode(bytes(range(256)) * 4)
    assert looks_binary(struct.pack("<500H", *range(1, 501)))
    assert looks_binary(b"\x7fELF\x02\x01\x01\x00\x00\x00")
    assert not looks_binary(b"Police arrested \x07 five men.")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_valid_utf8_is_utf8(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("It wasn&#039;t us, said Smith &amp; Sons.", "It wasn't us, said Smith & Sons."),
        ("&ldquo;No&rdquo; &#8211; he left&nbsp;it.", "\u201cNo\u201d \u2013 he left\xa0it."),
        ("AT&T; R&D &bogus; &lt;b&gt; &#0;", "AT&T; R&D &bogus; &lt;b&gt; &#0;"),
    ],
)
def test_characters_that_a_scraper_left_as_entities_are_read(text: str, plain: str) -> None:
    assert without_entities(text) == plain
