"""Builds records for tests, about an invented country, with as few words as a test needs."""

from __future__ import annotations

from sayso.records.document import Edition, Passage, PassageRole, Span
from sayso.records.ids import make_id


def edition(
    text: str,
    *,
    name: str = "document",
    outlet: str | None = "Harbour Post",
    published: str | None = "2031-05-20",
    title: str | None = None,
) -> Edition:
    """An English edition that is one body passage."""
    document = make_id("d", name, text)
    root = Passage(
        id=make_id("s", document, 0, len(text), "body"),
        parent=None,
        role=PassageRole.BODY,
        span=Span(0, len(text)),
        outlet=outlet,
        outlet_reason="given",
        published=published,
        published_reason="given",
        language="en",
    )
    return Edition(
        document=document,
        reader="test",
        text=text,
        passages=(root,),
        title=title,
        outlet=outlet,
        published=published,
        published_reason="given",
        language="en",
    )
