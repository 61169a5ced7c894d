"""Forces without a name of their own: "the rebel army" is the "rebel forces" of one leader."""

from __future__ import annotations

_FORCES = frozenset({"army", "force", "forces", "troops", "fighters", "militia", "soldiers", "movement"})
_ARTICLES = frozenset({"the", "a", "an", "of"})


def unnamed_force(text: str) -> str | None:
    """What sort of people under arms words without a name stand for: "rebel" of "the rebel army"; None for others."""
    words = text.casefold().split()
    if not words or not text.islower() or words[-1] not in _FORCES:
        return None
    return " ".join(word for word in words[:-1] if word not in _ARTICLES) or None
