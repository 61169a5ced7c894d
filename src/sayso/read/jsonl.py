"""One JSON object as one document: ``title``, ``text``, ``published``, ``outlet``, ``url`` and what else is known."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from sayso.errors import UnreadableFile
from sayso.read.blocks import Mark
from sayso.read.decode import decode, without_entities
from sayso.records.receipt import Hints

_NAMES = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "source"),
    "carrier": ("carrier",),
    "published": ("published", "published_at", "date_published", "datePublished", "date"),
    "url": ("url", "link"),
    "byline": ("byline", "author", "authors"),
    "language": ("language", "lang"),
}

_SPACE = re.compile(r"[ \t\r\n]*")


def objects(data: bytes) -> list[bytes] | None:
    """The objects of a file that is one array of them, or one object over several lines, each as it is written there.

    None for a file of JSON lines. Raises UnreadableFile for an array that breaks off.
    """
    text = decode(data).strip()
    if not text.startswith(("[", "{")):
        return None
    decoder = json.JSONDecoder()
    try:
        if text.startswith("{"):
            end = decoder.raw_decode(text)[1]
            return [text.encode()] if end == len(text) else None
        return [text[start:end].encode() for start, end in _elements(text, decoder)]
    except (ValueError, RecursionError) as error:
        if text.startswith("{") or "\n" not in text:
            return None
        reason = f"{error.msg}, line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "too deep"
        raise UnreadableFile(
            f"The array of JSON is not valid ({reason}); mend it, or put one object on each line."
        ) from None


def _elements(text: str, decoder: json.JSONDecoder) -> Iterator[tuple[int, int]]:
    """Where each element of an array that begins a text starts and ends. Raises ValueError."""
    at = _space_after(text, 1)
    while text[at : at + 1] != "]":
        start, at = at, decoder.raw_decode(text, at)[1]
        yield start, at
        at = _space_after(text, at)
        if text[at : at + 1] == ",":
            at = _space_after(text, at + 1)
        elif text[at : at + 1] != "]":
            raise json.JSONDecodeError("Expecting ',' delimiter", text, at)
    if at + 1 != len(text):
        raise json.JSONDecodeError("Extra data", text, at + 1)


def _space_after(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def load(data: bytes) -> dict[str, Any]:
    """The object on one line. Raises UnreadableFile, saying what is wrong, where it is none or has no text."""
    try:
        value = json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "it cannot be read"
        raise UnreadableFile(f"The line is not valid JSON ({reason}); put one object on each line.") from None
    if not isinstance(value, dict):
        raise UnreadableFile('The line holds no JSON object; put one object with a "text" on each line.')
    if not isinstance(value.get("text"), str) or not value["text"].strip():
        raise UnreadableFile('The object has no "text"; give each document\'s words under that name.')
    return value


def parse(data: bytes) -> tuple[str, Hints, dict[str, str], tuple[Mark, ...]]:
    """Text, metadata and their reasons of one JSON line. Raises UnreadableFile as ``load`` does."""
    value = load(data)
    known = known_of(value)
    reasons = {
        name: f"given as “{key}” in the JSON line"
        for name, keys in _NAMES.items()
        for key in reversed(keys)
        if key in value
    }
    return without_entities(value["text"]), known, reasons, ()


def known_of(value: dict[str, Any]) -> Hints:
    """The metadata an object gives."""
    return Hints(**{name: _first(value, keys, name == "published") for name, keys in _NAMES.items()})


def _first(value: dict[str, Any], keys: tuple[str, ...], numbers: bool) -> str | None:
    """The first of some keys that has words; ``numbers`` where they may be seconds since 1970."""
    for key in keys:
        found = value.get(key)
        if isinstance(found, list):
            found = ", ".join(str(each) for each in found if isinstance(each, str | int)) or None
        elif isinstance(found, dict):
            found = found.get("name")
        fit = isinstance(found, str) or (numbers and isinstance(found, int | float) and not isinstance(found, bool))
        if fit and str(found).strip():
            return " ".join(str(found).split())
    return None
