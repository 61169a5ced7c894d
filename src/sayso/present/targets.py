"""To whom an event was done: what one account names beside it was another deed, told with the same verb."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from sayso.language.lexicon import table
from sayso.records.claim import Claim, Deed

_WORD = re.compile(r"[^\W\d_]+")


def taken_besides(claims: Iterable[Claim]) -> frozenset[tuple[str, str]]:
    """Claim ids, each with the words of a target of another kind than the one most claims of the event name.

    "They took the airport and the parliament", of an event that is the storming of the parliament, says nothing of the
    airport's; only where a claim names both.
    """
    told = [
        (claim.id, [(role.text, _kinds_in(role.text)) for role in claim.content.roles if role.role == "recipient"])
        for claim in claims
        if isinstance(claim.content, Deed)
    ]
    counts = Counter(kind for _, targets in told for kind in frozenset().union(*(kinds for _, kinds in targets)))
    if not counts:
        return frozenset()
    common, times = max(counts.items(), key=lambda each: (each[1], each[0]))
    return frozenset(
        (claim, text)
        for claim, targets in told
        for text, kinds in targets
        if times > 1 and kinds and common not in kinds and any(common in others for _, others in targets)
    )


def _kinds_in(text: str) -> frozenset[str]:
    words = _WORD.findall(text.casefold())
    return frozenset(_kinds()[word] for word in words if word in _kinds())


@cache
def _kinds() -> Mapping[str, str]:
    return {word: kind for kind, listed in table("target_kinds") for word in listed.split(",")}
