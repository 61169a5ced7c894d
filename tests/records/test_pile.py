"""Two parts of a case put together are what the case gives of both at once."""

from __future__ import annotations

from pathlib import Path

from sayso.records.pile import together
from sayso.store import Case


def test_two_parts_together_are_the_whole(sample_case: Path) -> None:
    with Case.open(sample_case) as case:
        documents = case.document_ids()
        one, other = case.pile(documents[::2]), case.pile(documents[1::2])
        whole = case.pile()
    assert together(one, other) == together(other, one) == whole
    for name in ("documents", "editions", "passages", "mentions", "sayings", "claims", "times", "unread"):
        assert list(getattr(together(one, other), name)) == list(getattr(whole, name))
