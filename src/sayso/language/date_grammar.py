"""A grammar of English time expressions: where they are in a text, and what they say before anything is reckoned.

Shapes are regular expressions over the letter codes of ``date_words``. Extents and types follow the TimeML annotation
guidelines 1.2.1 (TIMEX3) and ISO-TimeML; what those leave open follows the habits of HeidelTime (Strötgen and Gertz).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.language import date_calendar, date_clock, date_periods, date_relative
from sayso.language.date_expression import Expression
from sayso.language.date_words import atomise

_RULES = date_calendar.RULES + date_periods.RULES + date_relative.RULES + date_clock.RULES
# Nowhere near every place begins a time, and one look at all rules together is quicker than one at each.
_ANY = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in _RULES))
_INERT = frozenset("_.,;:-/()\"'$&f@")


def find(text: str) -> Iterator[Expression]:
    """Time expressions of a text in order; they do not overlap.

    Of the rules that fit at a place the first that is not refused is taken, so rules stand longest first.
    """
    atoms = atomise(text)
    at = 0
    while at < len(atoms.codes):
        if atoms.codes[at] in _INERT and atoms.codes[at] != "'":
            at += 1
            continue
        if _ANY.match(atoms.codes, at) is None:
            at += 1
            continue
        best: tuple[int, Expression] | None = None
        for pattern, build in _RULES:
            match = pattern.match(atoms.codes, at)
            if match is None or match.end() == at or (best is not None and match.end() <= best[0]):
                continue
            found = build(atoms, at, match.end())
            if found is not None:
                best = (match.end(), found)
        if best is not None:
            yield best[1]
            at = best[0]
            while at < len(atoms.codes) and atoms.starts[at] < best[1].end:
                at += 1
        else:
            at += 1
