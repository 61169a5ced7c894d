"""Datelines: the place, day and agency a report opens with, as in "PORT SARN, Korvania, May 20 (Meridian Wire) -"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DAY = r"(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)(?:,?\s+(?:19|20)\d{2})?"
_REGION = r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,2}"
_AGENCY = r"\((?P<agency>(?:dpa|[A-Z][\w.&'’/ -]{1,40}))\)"
_DASH = r"\s*(?:(?:--?|–|—)\s+|(?<=\s)[–—](?=[A-Z\"“]))"
_IN_CAPITALS = re.compile(
    rf"[*_]*[A-Z][A-Z'’.-]{{2,}}(?:\s[A-Z][A-Z'’.-]+)*(?:[,/]\s?{_REGION})*?(?:,?\s(?P<day>{_DAY}),?)?\s*(?:{_AGENCY})?[*_]*"
    rf"(?:{_DASH}|(?<=\))\s*:\s+)(?=[\"“‘'A-Z0-9])"
)
_WITH_AGENCY = re.compile(
    rf"[*_]*[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){{0,3}}(?:[,/]\s?{_REGION})*?(?:,?\s(?P<day>{_DAY}),?)?\s*{_AGENCY}[*_]*"
    rf"(?:{_DASH}|\s*:\s+)"
)
_PLACE = r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,2}"
# The Russian agencies' manner: TARSK, October 11. /TASS/.
_SLASHED = re.compile(rf"{_PLACE}(?:,\s{_REGION})*?,\s(?P<day>{_DAY})\.?\s+/(?P<agency>[A-Z][\w. -]{{1,24}})/\.?\s+")
# "Tarsk, 21 May 2031. The port ...": a place and a full day as a sentence of their own.
_FULL_DAY = re.compile(
    rf"(?:{_PLACE}|[A-Z][A-Z'’.-]{{2,}}(?:\s[A-Z][A-Z'’.-]+)*)(?:,\s{_REGION})*?,?\s"
    r"(?P<day>(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2},?|\d{1,2}\s+[A-Z][a-z]{2,8}\.?,?)\s(?:19|20)\d{2})\.\s+(?=[\"“‘'A-Z0-9])"
)
# The place left out: "May 20 (Meridian Wire) - The port ...".
_PLACELESS = re.compile(rf"[*_]*(?:(?P<day>{_DAY}),?\s)?{_AGENCY}[*_]*{_DASH}(?=[\"“‘'A-Z0-9])")
_WITH_DAY = re.compile(
    rf"[*_]*(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b){_PLACE}(?:,\s{_REGION})*?,\s(?P<day>{_DAY})[*_]*"
    rf"(?:{_DASH}|:\s+)(?=[\"“‘'A-Z0-9])"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """``end`` is where the report itself begins; ``day`` is as printed, with or without a year."""

    end: int
    words: str
    day: str | None
    agency: str | None


def dateline(text: str) -> Dateline | None:
    """The dateline that ``text`` opens with: a place in capitals, or any place with a day or an agency set apart."""
    patterns = (_IN_CAPITALS, _WITH_AGENCY, _SLASHED, _WITH_DAY, _FULL_DAY, _PLACELESS)
    match = next((found for pattern in patterns if (found := pattern.match(text))), None)
    if match is None:
        return None
    agency = match["agency"] if "agency" in match.re.groupindex else None
    return Dateline(match.end(), match.group().strip("*_ -–—:."), match["day"], agency)
