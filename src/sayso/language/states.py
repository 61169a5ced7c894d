"""Which states a name speaks for: by country, people, capital or a body known to be theirs."""

from __future__ import annotations

import re
from functools import cache

from sayso.language.countries import country_code, country_words
from sayso.language.lexicon import table

_DISTRICT = re.compile(r"\bD\.?C\b")  # Washington, DC
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")


@cache
def states_in(name: str) -> frozenset[str]:
    """ISO 3166-1 alpha-2 codes (lower case) of the countries that a name holds by name, people or known body.

    >>> sorted(states_in("Italian and US forces")), sorted(states_in("State Department spokeswoman"))
    (['it', 'us'], ['us'])
    """
    found = set(bodies_in(name)) | ({"us"} if _DISTRICT.search(name) else set())
    words = [word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(name)]
    for size in (1, 2, 3):
        for start in range(len(words) - size + 1):
            told = " ".join(words[start : start + size])
            if told[0].isupper() and (told.isupper() or size > 1 or told.casefold().strip(".") in country_words()):
                code = country_code(told)
                found |= {code} if code else set()
    return frozenset(found)


@cache
def bodies_in(name: str) -> frozenset[str]:
    """ISO codes of the states whose well-known bodies ("Pentagon", "Kremlin") a name holds."""
    inside = ((body, code) for body, code in _bodies().items() if body in name)
    return frozenset(code for body, code in inside if re.search(rf"\b{re.escape(body)}\b", name))


@cache
def seat_of(name: str) -> str | None:
    """The country whose capital a name of a government is or begins with: "Washington", "Tripoli-based government"."""
    first = name.split("-based", maxsplit=1)[0].strip()
    return _capitals().get(first)


@cache
def state_name(code: str) -> str | None:
    """The short English name of a country, by its code; None for an unknown one."""
    return next((row[1] for row in table("countries") if row[0].lower() == code), None)


@cache
def _capitals() -> dict[str, str]:
    return {row[5]: row[0].lower() for row in table("countries") if len(row) > 5 and row[5]}


@cache
def _bodies() -> dict[str, str]:
    return {row[0]: row[1].lower() for row in table("state_bodies")}
