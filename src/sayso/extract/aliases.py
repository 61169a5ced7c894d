"""Two names that the text itself says are one body's: initials in brackets, another name, an earlier or later name."""

from __future__ import annotations

import re

from sayso.extract.candidates import Candidate

_LONGEST_INITIALS = 8
_BRACKETS = frozenset(["(", "( the", "—", "[", "or", ", or"])
_WHEN = r"(?:also|formerly|previously|once|originally|now|later|then|since|better|commonly|widely|sometimes|locally)"
_CALLED = r"(?:known|referred to) as|called|named|renamed|rebranded(?: as)?"
_HAS_BEEN = r"(?:which |that )?(?:is|are|was|were|has been|have been|had been|later)"
_ANOTHER_NAME = re.compile(
    rf"^,? ?[(]?(?:(?:{_HAS_BEEN} )?{_WHEN} (?:{_CALLED})|{_HAS_BEEN} (?:{_CALLED})|known as|a\.?k\.?a\.?|"
    rf"formerly|previously|(?:later |then |has |had |have )?(?:renamed|called|rebranded) (?:itself|themselves)(?: as)?|"
    r"(?:has |had |have )?changed its name to)(?: the)?[ \"“‘']*$",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:formerly|previously|once|originally)\b", re.IGNORECASE)


def said_to_be_one(before: Candidate, after: Candidate) -> str:
    """Why two names of bodies that follow one another in a paragraph are one body's; nothing where no words say so."""
    if before.piece is not after.piece or before.end > after.start:
        return ""
    gap = " ".join(before.piece.doc[before.end : after.start].text.split())
    if gap in _BRACKETS and after.name.isupper() and len(after.name) <= _LONGEST_INITIALS:
        return f"short for {before.name}, which it follows in brackets"
    if not _ANOTHER_NAME.match(f"{gap} "):
        return ""
    if _NOW.search(gap):
        return f"the text says that {before.name} was called so before"
    return f"the text says that {before.name} is called so as well"
