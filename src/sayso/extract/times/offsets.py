"""Times that a distance between two happenings gives: "met on Sunday, a day after rebels downed a plane".

Of the two, one has its own time; the other is put so far before or behind it. What is found is no expression of its
own: it keeps the words of the distance and says in its reason what it was counted from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from sayso.extract.found import Found
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.extract.times.leaning import verb_over
from sayso.language.date_expression import Expression, Kind
from sayso.language.dates import base_of, reckon
from sayso.records.when import Anchor, When, WhenType

_LENGTH = re.compile(r"^P(\d+)(DE|[DWMY])$")
_SIGNS = {"after": 1, "before": -1}


def times_by_distance(piece: Piece, found: Found, attached: Mapping[int, When]) -> Iterator[tuple[int, When]]:
    """Verbs and nouns without a time of their own, by index, each with the time a distance gives it."""
    seen: set[int] = set()
    for _, when in found.timed(piece):
        if when.type is not WhenType.DURATION or when.span.start in seen:
            continue
        seen.add(when.span.start)
        link = piece.doc.covering(when.span.end - piece.base, when.span.end - piece.base + 7)
        joint = next((each for each in link or () if each.lower_ in _SIGNS), None)
        ends = _ends(joint) if joint is not None else None
        if joint is None or ends is None:
            continue
        later, earlier = ends
        sign = _SIGNS[joint.lower_]
        if earlier.i not in attached and later.i in attached:
            yield from _counted(earlier, when, attached[later.i], -sign)
        elif later.i not in attached and earlier.i in attached:
            yield from _counted(later, when, attached[earlier.i], sign)


def _ends(joint: Token) -> tuple[Token, Token] | None:
    """The happening that "after" hangs on and the one behind it: a clause, a gerund or a noun."""
    if joint.dep_ == "mark":
        above = joint.head.head
        if joint.head.dep_ == "conj" and above.dep_ == "advcl":
            above = above.head  # "27 years after he died and three decades after he fell"
        return (above, joint.head) if above != joint.head else None
    behind = next((child for child in joint.children if child.dep_ in ("pcomp", "pobj") and child.i > joint.i), None)
    over = verb_over(joint)
    return (over, behind) if behind is not None and over is not None and over != behind else None


def _counted(token: Token, length: When, start: When, sign: int) -> Iterator[tuple[int, When]]:
    match, base = _LENGTH.match(length.value), base_of(start.edtf)
    if match is None or base is None:
        return
    said = Expression(0, 0, Kind.NARRATIVE, unit=match[2], n=sign * int(match[1]))
    reckoned = reckon(said, None, base, 0)
    if reckoned.edtf is not None:
        yield (
            token.i,
            replace(
                length,
                type=WhenType.DATE,
                value=reckoned.value,
                edtf=reckoned.edtf,
                precision=reckoned.precision,
                anchor=Anchor.TIME,
                reason=reckoned.reason,
                modifier=None,
            ),
        )
