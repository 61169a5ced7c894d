"""The page of what people decided: every judgement, what became of it, and the way to what it is on now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.present.judged import JudgementRow, done_words, judgement_rows
from sayso.present.view import View
from sayso.records.judgement import Ruling, Verb

Href = Callable[[str, str, str], str | None]
"""Gives the address of a page from its kind, its id and the root it is seen from; None where it is not written."""

_GROUPS = (
    ("Held to", "", ("holds",)),
    (
        "Against one another",
        "Two people decided otherwise. Neither counts until one is undone, or the word of one is trusted.",
        ("contrary",),
    ),
    ("Overruled", "Somebody who is trusted decided otherwise.", ("overruled",)),
    ("Pointing at nothing now", "What they were on is not found in the documents as they are read now.", ("gone",)),
    ("Waiting", "They came in after the case was worked out.", ("waiting",)),
    ("Undone or replaced", "", ("undone", "replaced")),
)
_OF_EVENTS = (Verb.SAME_EVENT, Verb.NOT_SAME_EVENT)


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement as the page shows it: what was done in words, and each target with the address it has now."""

    row: JudgementRow
    done: str
    targets: tuple[tuple[str, str | None], ...]


def judgement_context(view: View, href: Href) -> dict[str, Any]:
    """All judgements by what became of them, those that hold first; seen from the root of the report."""
    made = {each.id: each for each in view.pile.judgements}
    rulings = {each.judgement: each for each in view.findings.rulings}
    addresses = _Addresses.of(view, href)
    rows = [
        Judged(row, done_words(made[row.id]), tuple(_targets(row, rulings.get(row.id), addresses)))
        for row in judgement_rows(view.pile, view.findings)
        # An undoing is told by the note on what it undid.
        if Verb(row.verb) is not Verb.UNDO
    ]
    groups = [(name, note, [each for each in rows if each.row.state in states]) for name, note, states in _GROUPS]
    people = sorted({each.row.by for each in rows})
    return {"groups": [each for each in groups if each[2]], "count": len(rows), "people": people}


def _targets(row: JudgementRow, ruling: Ruling | None, addresses: _Addresses) -> Iterator[tuple[str, str | None]]:
    now = ruling.targets if ruling is not None else ()
    by_event = Verb(row.verb) in _OF_EVENTS
    for place, words in enumerate(row.targets):
        ids = now[place] if place < len(now) else ()
        yield words, next((at for own in ids if (at := addresses.find(own, by_event))), None)


@dataclass(frozen=True, slots=True)
class _Addresses:
    """Where the page of a claim, mention, passage or document is."""

    view: View
    href: Href
    document_of: Mapping[str, str]

    @classmethod
    def of(cls, view: View, href: Href) -> _Addresses:
        editions = view.pile.editions.values()
        return cls(view, href, {each.id: edition.document for edition in editions for each in edition.passages})

    def find(self, own: str, by_event: bool) -> str | None:
        """The address for an id, that of its event where ``by_event``; None where it has no page."""
        document = own if own in self.view.pile.documents else self.document_of.get(own)
        if document is not None:
            return self.href("document", document, "")
        if own in self.view.pile.mentions:
            actor = self.view.actor_of(own)
            return self.href("actor", actor.id, "") if actor else None
        claim = self.view.pile.claims.get(own)
        if claim is None:
            return None
        matter = self.view.matter_of.get(own) if by_event else None
        if matter is not None:
            return self.href("event", matter.id, "")
        page = self.href("document", claim.document, "")
        return f"{page}#{claim.id}" if page else None
