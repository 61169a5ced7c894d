"""News outlets: which words name one, and what to call it.

The lexicon (``lexicons/outlets.tsv``) knows some five hundred; ``looks_like_outlet`` recognises others by their shape
("Velmora Courier", "Tarsk Radio").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Outlet:
    """A known outlet. ``kind`` is agency, broadcaster, magazine, newspaper or site; ``country`` ISO 3166 or empty."""

    name: str
    kind: str
    country: str
    domains: tuple[str, ...]


_TRAILING_SITE = re.compile(r"\.(?:com|org|net|info|co\.uk)$", re.IGNORECASE)
_SMALL_WORDS = frozenset(("of", "the", "and", "&", "de", "la", "el", "al", "for", "in", "on"))
_FIRST_WORDS = frozenset(("radio", "daily", "tv", "channel"))


def outlet_named(words: str) -> Outlet | None:
    """The known outlet that these words name where only an outlet can stand, as in ``(france24, Jul 27, 2031)``.

    Case, spaces, accents, a leading "the" and an ending such as ".com" make no difference.
    """
    known = _by_key()
    return known.get(_key(words)) or known.get(_key(_TRAILING_SITE.sub("", words.strip()))) or outlet_at(words)


def outlet_at(address: str) -> Outlet | None:
    """The known outlet that publishes at a url or host name."""
    host = host_of(address)
    known = _by_domain()
    while host and "." in host:
        if host in known:
            return known[host]
        host = host.partition(".")[2]
    return None


def host_of(address: str) -> str:
    """The host of a url or bare host name, without ``www.``; empty where there is none."""
    try:
        split = urlsplit(address if "//" in address else f"//{address}")
        host = split.hostname or ""
    except ValueError:
        return ""
    return re.sub(r"^(?:www\d?|m|amp)\.", "", host) if re.fullmatch(r"[\w.-]+\.\w{2,}", host) else ""


def display_name(words: str) -> str:
    """What to call the outlet that ``words`` name: its name if it is known, else the words, tidied."""
    known = outlet_named(words)
    return known.name if known else " ".join(words.split())


def same_outlet(one: str, other: str) -> bool:
    """Whether two ways of naming an outlet come to the same."""
    return _key(display_name(one)) == _key(display_name(other))


def looks_like_outlet(words: str) -> bool:
    """Whether these words are a known outlet's, or have the shape of one: capitalised words that end in "Courier"."""
    tokens = words.split()
    if not tokens or len(tokens) > 7:
        return False
    if any(not (token[0].isupper() or token.casefold() in _SMALL_WORDS) for token in tokens):
        return outlet_at(words) is not None
    if words in _running_forms():
        return True
    named = [token.strip("'’.,").casefold() for token in tokens if token.casefold() != "the"]
    return len(named) > 1 and (named[0] in _FIRST_WORDS or named[-1] in _last_words())


def find_outlets(text: str) -> Iterator[tuple[int, int, Outlet]]:
    """Known outlets named in running text, as start, end and outlet; only forms that hardly mean anything else."""
    forms = _running_forms()
    for match in _running_pattern().finditer(text):
        yield match.start(), match.end(), forms[match.group()]


def _key(words: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))
    bare = re.sub(r"^\s*the\s+", "", bare)
    return "".join(c for c in bare if c.isalnum())


@cache
def _rows() -> tuple[tuple[Outlet, tuple[str, ...], tuple[str, ...]], ...]:
    source = resources.files("sayso.language") / "lexicons" / "outlets.tsv"
    rows = []
    for line in source.read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, kind, country, domains, running, credit = (*line.split("\t"), "", "", "", "", "")[:6]
        outlet = Outlet(name, kind, country.strip(), _parts(domains))
        rows.append((outlet, _parts(running), _parts(credit)))
    return tuple(rows)


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for each in cell.split(";") if (part := each.strip()))


@cache
def _last_words() -> frozenset[str]:
    """Words that outlets' names end in."""
    source = resources.files("sayso.language") / "lexicons" / "outlets.words.txt"
    return frozenset(
        line.strip() for line in source.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")
    )


@cache
def _by_key() -> dict[str, Outlet]:
    known: dict[str, Outlet] = {}
    for outlet, running, credit in _rows():
        for words in (outlet.name, *running, *credit):
            if words != "!":
                known.setdefault(_key(words), outlet)
    return known


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet, _, _ in reversed(_rows()) for domain in outlet.domains}


@cache
def _running_forms() -> dict[str, Outlet]:
    forms: dict[str, Outlet] = {}
    for outlet, running, _ in _rows():
        if len(outlet.name.split()) > 1 and "!" not in running:
            forms.setdefault(outlet.name, outlet)
        for words in running:
            if words != "!":
                forms.setdefault(words, outlet)
    return forms


@cache
def _running_pattern() -> re.Pattern[str]:
    longest_first = sorted(_running_forms(), key=lambda form: (-len(form), form))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])")
