"""Runs of headlines with nothing beneath them: a page's links to other stories, which say nothing of their own.

They are read for names, as all text is, but no claim rests on them: who wrote those stories, and when, is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from sayso.extract.parse.reading import Piece, Reading
from sayso.extract.reaching import Reaching
from sayso.records.claim import Claim
from sayso.records.document import PassageRole, Span

_LONGEST = 120  # characters of a headline
_FEWEST = 3  # a title, its subtitle and a crosshead may follow one another
_MOSTLY = 0.7
_ENDS = (".", "!", "…", ":", ";", ",", ")")


def without_link_lists(reading: Reading, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims that do not stand in a list of links."""
    lists = Reaching(_link_lists(reading))
    return tuple(claim for claim in claims if not any(each.holds(claim.span) for each in lists.near(claim.span)))


def _link_lists(reading: Reading) -> Iterator[Span]:
    for is_line, run in groupby(reading.pieces, _is_headline):
        pieces = list(run)
        # The first lines of a document are its own title.
        if is_line and pieces[0].index > 0 and len({piece.text for piece in pieces}) >= _FEWEST:
            yield Span(pieces[0].base, pieces[-1].base + len(pieces[-1].text))


def _is_headline(piece: Piece) -> bool:
    """One short line, most words capitalized, that no stop ends and that is credited to nobody."""
    text = piece.text.strip()
    if piece.passage.role is PassageRole.HEADING and piece.passage.outlet is not None:
        return False
    if len(text) > _LONGEST or "\n" in text or text.rstrip("\"”'’").endswith(_ENDS):
        return False
    long_words = [word for word in text.split() if len(word) > 3 and word.strip("“\"'‘")[:1].isalpha()]
    if len(long_words) < 2:
        return False
    return sum(word.strip("“\"'‘")[0].isupper() for word in long_words) > _MOSTLY * len(long_words)
