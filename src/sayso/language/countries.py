"""Countries under all their names: short and official, initials, and the words for their people."""

from __future__ import annotations

import re
from functools import cache

from rigour.territories import get_territories

from sayso.language import lexicon
from sayso.language.romanisation import latin


def country_code(name: str) -> str | None:
    """ISO 3166-1 alpha-2 code (lower case) of a country, by any name of it, or by a word for its people; else None.

    >>> country_code("the U.S."), country_code("America"), country_code("Italians")
    ('us', 'us', 'it')
    """
    return _codes().get(_bare(name))


def country_words() -> frozenset[str]:
    """Single words, lower-case ASCII, that name a country or its people."""
    return _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(name for name in _codes() if " " not in name and len(name) > 3)


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for territory in sorted(get_territories(), key=lambda each: str(each.code)):
        if territory.is_country:
            codes.setdefault(_bare(territory.name), territory.code)
            codes.setdefault(_bare(territory.full_name), territory.code)
    for row in lexicon.table("demonyms"):
        codes.setdefault(_bare(row[1]), row[2].lower())
        codes.setdefault(_bare(row[0]), row[2].lower())
    for row in lexicon.table("country_aliases"):
        codes.update((_bare(name), row[0].lower()) for name in row[1:])
    return codes


def _bare(name: str) -> str:
    plain = re.sub(r"['’]s?$|\.", "", latin(name))
    return re.sub(r"\s+", " ", re.sub(r"^the\s+", "", plain).replace("-", " ")).strip()
