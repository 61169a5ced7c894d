"""A deed in the making: what its claim will hold, with the deed it is about still told by the number of its token."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.extract.parse.parsed import Token
from sayso.extract.parse.standing import Standing
from sayso.language.plover import Sense
from sayso.records.claim import Role
from sayso.records.document import Span
from sayso.records.when import When


@dataclass(frozen=True, slots=True)
class DeedDraft:
    """One deed of one paragraph. ``place`` is a mention's id, ``about`` the number of another deed's token."""

    token: Token
    lemma: str
    sense: Sense
    roles: tuple[Role, ...]
    span: Span
    verb: Span
    standing: Standing
    when: When | None
    place: str | None
    about: int | None
    reasons: tuple[str, ...]
