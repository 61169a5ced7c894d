"""What a document has word for word as others have it: copies, and quotations that two outlets share."""

from __future__ import annotations

from collections import defaultdict

from sayso.present.view import View
from sayso.present.words import counted, shortened
from sayso.records.document import Edition, Span
from sayso.records.matter import Copy

_DIRECTIONS = {"from": "copied from it", "to": "copied by it"}


def title_of(edition: Edition, name: str) -> str:
    """What to call a document: its title, else that it is untitled and whose it is, else the name it came under."""
    untitled = f"Untitled, {edition.outlet}" if edition.outlet else name
    return " ".join((edition.title or "").split()) or untitled


def shared_with(view: View, document: str) -> list[dict[str, str]]:
    """The documents this one shares stretches with, with how much and which way."""
    shared: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for copy in view.copies_of.get(document, ()):
        # What a document says twice, as where one post quotes another, it does not share with anyone.
        if copy.of_document == document:
            continue
        shared[copy.of_document].append((copy.span, _way(copy)))
    found = []
    for other, parts in shared.items():
        characters = sum(len(span) for span, _ in parts)
        ways = sorted({way for _, way in parts})
        words = (
            f"{counted(characters, 'character')} in {counted(len(parts), 'stretch', 'stretches')}; {', '.join(ways)}"
        )
        edition = view.pile.editions.get(other)
        name = view.pile.documents[other].name if other in view.pile.documents else other
        found.append(
            {"document": other, "title": shortened(title_of(edition, name), 90) if edition else name, "words": words}
        )
    return sorted(found, key=lambda each: (each["title"], each["document"]))


def _way(copy: Copy) -> str:
    """Which way a copy went and what shows it; the first reason, which says how much is alike, is left out."""
    why = "; ".join(copy.reasons[1:])
    if copy.direction not in _DIRECTIONS:
        return why or "which came first is not known"
    return f"{_DIRECTIONS[copy.direction]}: {why}" if why else _DIRECTIONS[copy.direction]
