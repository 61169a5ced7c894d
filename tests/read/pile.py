"""Builds received documents and reads them, for the tests of this folder."""

from __future__ import annotations

from sayso.read import read
from sayso.records.document import Edition, Passage, PassageRole
from sayso.records.receipt import Hints, Received
from sayso.settings import Settings


def received(
    text: str | bytes, media_type: str = "text/plain", hints: Hints | None = None, name: str = "document.txt"
) -> Received:
    data = text.encode() if isinstance(text, str) else text
    return Received(name=name, address=name, data=data, media_type=media_type, hints=hints or Hints())


def edition_of(text: str | bytes, media_type: str = "text/plain", hints: Hints | None = None) -> Edition:
    return read(received(text, media_type, hints), Settings())[1]


def passages(edition: Edition, role: PassageRole) -> list[Passage]:
    return [passage for passage in edition.passages if passage.role is role]


def words(edition: Edition, role: PassageRole) -> list[str]:
    return [passage.span.of(edition.text) for passage in passages(edition, role)]
