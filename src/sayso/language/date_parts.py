"""Parts of a year or a decade that no calendar bounds: "early 2011", "the late 1980s", as approximate EDTF ranges.

The bounds are Sayso's own, generous where writers differ; both ends carry the mark of ISO 8601-2 for approximate.
"""

from __future__ import annotations

import re

_SAID = re.compile(r"\b(early|mid|late)\b", re.IGNORECASE)
_YEARS = {"early": (0, 3), "mid": (3, 7), "late": (6, 9)}
_MONTHS = {"early": (1, 5), "mid": (4, 9), "late": (8, 12)}
_OF_DECADE = re.compile(r"(\d{3})(\d)~/\1(\d)~")
_OF_YEAR = re.compile(r"(\d{4})-(\d\d)~/\1-(\d\d)~")


def part_of(edtf: str, text: str) -> str | None:
    """The part of the year or decade ``edtf`` (``2011``, ``198X``) that ``text`` speaks of; None where of the whole."""
    said = _SAID.search(text)
    if said is None:
        return None
    word = said[1].lower()
    if re.fullmatch(r"\d{3}X", edtf):
        first, last = _YEARS[word]
        return f"{edtf[:3]}{first}~/{edtf[:3]}{last}~"
    if re.fullmatch(r"\d{4}", edtf):
        first, last = _MONTHS[word]
        return f"{edtf}-{first:02d}~/{edtf}-{last:02d}~"
    return None


def part_words(edtf: str) -> str | None:
    """What such a part is called: "the late 1980s", "early 2011"; None for any other value."""
    for pattern, parts, of in ((_OF_DECADE, _YEARS, "the {} {}0s"), (_OF_YEAR, _MONTHS, "{} {}")):
        match = pattern.fullmatch(edtf)
        bounds = (int(match[2]), int(match[3])) if match else None
        word = next((word for word, each in parts.items() if each == bounds), None)
        if match and word is not None:
            return of.format(word, match[1]).replace("mid ", "mid-")
    return None
