"""Ids made of content, so that the same input always gives the same names."""

from __future__ import annotations

import hashlib

_DIGITS = 12


def make_id(prefix: str, *parts: object) -> str:
    """``prefix-`` and twelve hexadecimal digits of the SHA-256 of the parts.

    Parts are joined by a unit separator, so ``("ab", "c")`` and ``("a", "bc")`` differ.
    """
    joined = "\x1f".join(str(part) for part in parts)
    return f"{prefix}-{hashlib.sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:_DIGITS]}"
