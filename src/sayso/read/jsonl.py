"""One line of JSON as one document: ``title``, ``text``, ``published``, ``outlet``, ``url`` and what else is known."""

from __future__ import annotations

import json
from typing import Any

from sayso.errors import UnreadableFile
from sayso.read.blocks import Mark
from sayso.read.decode import decode
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
    return value["text"], known, reasons, ()


def known_of(value: dict[str, Any]) -> Hints:
    """The metadata an object gives."""
    return Hints(**{name: _first(value, keys) for name, keys in _NAMES.items()})


def _first(value: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        found = value.get(key)
        if isinstance(found, list):
            found = ", ".join(str(each) for each in found if isinstance(each, str | int)) or None
        elif isinstance(found, dict):
            found = found.get("name")
        if isinstance(found, str | int | float) and not isinstance(found, bool) and str(found).strip():
            return " ".join(str(found).split())
    return None
