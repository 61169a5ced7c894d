"""Bytes into text."""

from __future__ import annotations

import codecs
import re
import unicodedata
from html import unescape

from charset_normalizer import from_bytes

from sayso.errors import UnreadableFile
from sayso.read.language import language_of

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ENOUGH_TO_GUESS = 8  # bytes outside ASCII, below which a guess at the script is a coin toss
_SAMPLE = 200_000
_LETTERS = tuple(bytes([byte]) for byte in range(ord("a"), ord("z") + 1))
_LATIN = (
    ("cp1254", frozenset(("tr", "az"))),
    ("cp1250", frozenset(("cs", "sk", "pl", "hu", "sl", "hr", "bs", "ro"))),
    ("cp1257", frozenset(("lt", "lv", "et"))),
)
# Bytes that no text in a single-byte encoding holds.
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1b\x1a")
_NO_TEXT = ("Cc", "Cn", "Co")  # categories of characters: controls, unassigned, private


def storable(text: str) -> str:
    """A text with U+FFFD for halves of surrogate pairs, which no file can hold."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
    return text


_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")
_MARKUP = frozenset("<>\ufffd")  # and what stands for no character
_STRAY = 2  # control characters that a short text may hold by accident


def without_entities(text: str) -> str:
    """A plain text with the characters that a scraper left as HTML entities: "wasn&#039;t", "Smith &amp; Sons".

    Left alone is whatever would make markup of it.
    """
    if "&" not in text or ";" not in text:
        return text
    return _ENTITY.sub(lambda found: _unescaped(found.group()), text)


def _unescaped(entity: str) -> str:
    character = unescape(entity)
    kept = len(character) == 1 and (character.isprintable() or character == "\xa0")
    return character if kept and character not in _MARKUP else entity


def looks_binary(head: bytes) -> bool:
    """Whether the first bytes of a file are those of something other than text."""
    if head.startswith(tuple(bom for bom, _ in _BOMS)):
        return False
    if b"\0" in head:
        return wide_encoding(head) is None
    controls = sum(byte in _CONTROLS for byte in head)
    return controls > max(_STRAY, len(head) / 100)


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of some bytes, without a byte order mark, otherwise character for character.

    Tried in this order: a byte order mark, UTF-8, UTF-16 without a mark, what the document itself declares, a guess
    (by language for Latin letters, by charset-normalizer for others), Windows-1252. Raises UnreadableFile where the
    bytes are no text.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _decoded(data, name)
    if b"\0" in data[:_SAMPLE]:
        wide = wide_encoding(data)
        if wide is not None:
            return _decoded(data, wide)
        if looks_binary(data[:_SAMPLE]):
            raise UnreadableFile("It holds bytes that are not text; save it as plain text, HTML or PDF and read that.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if looks_binary(data[:_SAMPLE]):
        raise UnreadableFile("It holds bytes that are not text; save it as plain text, HTML or PDF and read that.")
    for candidate in (declared, _guess(data), "cp1252", "latin-1"):
        if candidate is None:
            continue
        try:
            return data.decode(candidate)
        except (UnicodeDecodeError, LookupError):
            continue
    raise UnreadableFile("Its text encoding could not be told; save it as UTF-8 and read that.")


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a byte order mark, told by where the zero bytes of its spaces and letters lie."""
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    name = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) < half / 12 or min(even, odd) > half / 50:
        return None
    try:
        text = data[: len(data) // 2 * 2].decode(name)
    except UnicodeDecodeError:
        return None
    strange = sum(unicodedata.category(each) in _NO_TEXT and each not in "\t\n\v\f\r" for each in text[: len(sample)])
    return None if strange > len(text[: len(sample)]) / 100 else name


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return data.decode(name, errors="replace")


def _guess(data: bytes) -> str | None:
    """A guess at a single-byte or East Asian encoding, where there is enough to guess from."""
    high = len(data.translate(None, bytes(range(128))))
    if high < _ENOUGH_TO_GUESS:
        return None
    letters = sum(map(data.count, _LETTERS))
    if letters > high:
        return _latin(data[:_SAMPLE])
    best = from_bytes(data[:_SAMPLE]).best()
    return None if best is None or best.encoding == "ascii" else best.encoding


def _latin(sample: bytes) -> str | None:
    """Which encoding of Latin letters: the one in which the text is in a language that is written with it.

    Byte statistics confuse these encodings, which differ in a few letters only.
    """
    for name, languages in _LATIN:
        try:
            if language_of(sample.decode(name)) in languages:
                return name
        except UnicodeDecodeError:
            continue
    return None
