"""Texts that came in from one address, or under one path: an article and its corrected version."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sayso.records.document import STREAM, Document


def versions(documents: Iterable[Document]) -> dict[str, tuple[Document, ...]]:
    """The documents of every address that more than one came from, in order of their ids."""
    found: dict[str, list[Document]] = defaultdict(list)
    for each in documents:
        if each.address and each.address != STREAM:
            found[each.address].append(each)
    return {own: tuple(sorted(each, key=lambda one: one.id)) for own, each in found.items() if len(each) > 1}


def other_versions(all_versions: dict[str, tuple[Document, ...]], document: Document) -> tuple[Document, ...]:
    """The other documents from where one came from."""
    return tuple(each for each in all_versions.get(document.address or "", ()) if each.id != document.id)
