"""Crimes that people are held, charged, tried or punished for: deeds of another day than the arrest or the trial."""

from __future__ import annotations

import re
from collections import defaultdict

from sayso.language.lexicon import words
from sayso.records.claim import Claim, Deed, Plover
from sayso.records.pile import Pile
from sayso.resolve.events.times import is_its_own

_PROCESSES = frozenset({Plover.ACCUSE, Plover.COERCE, Plover.SANCTION})
_BEHIND = range(4, 60)  # characters from the arrest to the crime: " of ", " in connection with the "
_NAMED = re.compile(r"\s+(?:of|on|upon|against|at|in|near|by)\b|\W*$")


def find_crimes(pile: Pile) -> frozenset[str]:
    """Ids of claims of deeds that their sentence names as what somebody was arrested, charged, tried or punished for.

    "Arrested over the murder of", "charged with killing": named by a noun or an -ing right behind the arrest. A deed
    that has a time of its own is none of them, for that time says when it was.
    """
    told: dict[str, list[tuple[Claim, Deed]]] = defaultdict(list)
    for claim in pile.claims.values():
        if isinstance(claim.content, Deed):
            told[claim.document].append((claim, claim.content))
    found: set[str] = set()
    for deeds in told.values():
        deeds.sort(key=lambda each: (each[1].verb.start, each[0].id))
        process: tuple[Claim, Deed] | None = None
        for claim, deed in deeds:
            if process is not None and _is_crime(claim, deed, *process):
                found.add(claim.id)
            elif deed.plover in _PROCESSES and deed.lemma in words("charging_deeds"):
                process = claim, deed
    return frozenset(found)


def _is_crime(claim: Claim, deed: Deed, process: Claim, charge: Deed) -> bool:
    if claim.sentence != process.sentence or not _is_named(claim, deed):
        return False
    if deed.when is not None and (charge.when is None or deed.when.span != charge.when.span or is_its_own(deed)):
        return False
    last = max((charge.verb.end, *(role.span.end for role in charge.roles if role.role == "recipient")))
    if process.span.holds(claim.span):
        return last < deed.verb.start
    return claim.span.start - process.span.end in _BEHIND


def _is_named(claim: Claim, deed: Deed) -> bool:
    """Whether a deed is told by a noun or an -ing with nobody before it: "murder of Odeh", "killing three people"."""
    if not claim.span.holds(deed.verb):
        return False
    before = claim.quote[: deed.verb.start - claim.span.start]
    verb = claim.quote[deed.verb.start - claim.span.start : deed.verb.end - claim.span.start]
    behind = claim.quote[deed.verb.end - claim.span.start :]
    doers = any(role.role == "actor" and role.span.end <= deed.verb.start for role in deed.roles)
    return not doers and not before.strip() and (verb.endswith("ing") or _NAMED.match(behind) is not None)
