"""A mention in the making: token offsets into one piece, before its kind is settled and it has a chain."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.extract.mentions.actor_words import given_names, ranks
from sayso.extract.parse.reading import Piece
from sayso.records.actor import MentionForm, MentionKind


@dataclass(slots=True)
class Candidate:
    """Words that may name an actor or place.

    ``start`` and ``end`` are tokens of ``piece``; ``core`` is the part that is the bare name, ``head`` its syntactic
    head. ``label`` says where the words were found: a spaCy label, a list (known, country, demonym, area), ``office``,
    or nothing where capitals alone show a name. ``settled`` holds the kind where the words themselves tell it.
    """

    piece: Piece
    start: int
    end: int
    head: int
    core: tuple[int, int]
    form: MentionForm
    label: str = ""
    kind: MentionKind | None = None
    settled: bool = False
    title: str | None = None
    name: str = ""
    many: bool = False
    gender: str = ""
    chain: int | None = None
    reason: str = ""
    notes: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words of the whole mention."""
        return str(self.piece.doc[self.start : self.end].text)

    @property
    def core_text(self) -> str:
        """The words of the bare name."""
        return str(self.piece.doc[self.core[0] : self.core[1]].text)

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it shares a token with the tokens from ``start`` to ``end`` of its piece."""
        return self.start < end and start < self.end


def gender_of(candidate: Candidate) -> str:
    """What the title or the given name of a person tells of gender: m, f or nothing."""
    if candidate.kind is not MentionKind.PERSON:
        return ""
    if candidate.title:
        for word in (candidate.title, *candidate.title.split()):
            if gender := ranks().get(word.lower().replace(".", ""), ""):
                return gender
    return given_names().get(candidate.name.split()[0].lower(), "") if len(candidate.name.split()) > 1 else ""
