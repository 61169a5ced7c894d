"""News outlets: which words name one, and what to call it.

The lexicon (``lexicons/outlets.tsv``) knows some five hundred; ``looks_like_outlet`` recognises others by their shape
("Velmora Courier", "Tarsk Radio").
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from urllib.parse import urlsplit

from sayso.language.countries import country_code


@dataclass(frozen=True, slots=True)
class Outlet:
    """A known outlet. ``kind`` is agency, broadcaster, magazine, newspaper or site; ``country`` ISO 3166 or empty."""

    name: str
    kind: str
    country: str
    domains: tuple[str, ...]


_TRAILING_SITE = re.compile(r"\.(?:com|org|net|info|co\.uk)$", re.IGNORECASE)
_SMALL_WORDS = frozenset(
    (
        "of",
        "the",
        "and",
        "&",
        "de",
        "du",
        "des",
        "del",
        "della",
        "di",
        "do",
        "da",
        "la",
        "le",
        "el",
        "al",
        "for",
        "in",
        "on",
    )
)
_OF = frozenset(("of", "de", "du", "des", "del", "della", "di", "do", "da"))
_ELIDED = re.compile(r"(?:d|l|dell)['’](?=\w)", re.IGNORECASE)  # Gazette d'Ardesh
_ACRONYM = re.compile(r"[A-Z]{3,6}")
_FIRST_WORDS = frozenset(("radio", "daily", "tv", "channel"))
_SLUG = re.compile(r"(?:www\.)?(?P<name>[^\W\d_]{7,40})", re.IGNORECASE)
# Up to twelve words, so that a text all in capitals is not one run with ever more pairs of ends.
_CAPITALS = re.compile(
    r"(?<![\w'’])[^\W\d_a-zß-öø-ÿ][\w'’&]*(?:[ -](?:of|the|and|&|de|du|del|[^\W\d_a-zß-öø-ÿ][\w'’&]*)){1,11}"
)
_MOST_WORDS = 5
_SHORTEST_NAME = 4  # letters in front of "post" or "radio", below which a slug is as likely a word: "outpost"


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


def outlet_key(name: str) -> str:
    """What all spellings of one outlet's name have in common, for counting it once.

    Case, accents, spaces, punctuation, a leading "the" and an ending such as ".com" are folded; a known outlet's other
    names come to its own. "harbourpost", "Harbour Post" and "The Harbour Post" give one key. Empty for an empty name.
    """
    return _outlet_key(name)


def same_outlet(one: str, other: str) -> bool:
    """Whether two ways of naming an outlet come to the same."""
    return outlet_key(one) == outlet_key(other)


def spelt_out(names: Iterable[str], text: str = "") -> dict[str, str]:
    """What to call outlets some of whose names are written together: ``harbourpost`` gives "Harbour Post".

    ``text`` is where the names stand: if that writes one out in full, its way of writing counts; else a name written
    together is divided before words that outlets' names end in. Other names are tidied as by ``display_name``.
    """
    shown = {name: display_name(name) for name in names}
    together = {name: slug for name in shown if (slug := _slug_of(name))}
    written = _written_out(frozenset(together.values()), text) if together else {}
    return shown | {name: written.get(slug) or _divided(slug) or shown[name] for name, slug in together.items()}


def _slug_of(name: str) -> str | None:
    match = _SLUG.fullmatch(_TRAILING_SITE.sub("", name.strip()))
    return match["name"].casefold() if match and match["name"][1:].islower() and outlet_named(name) is None else None


def _written_out(slugs: frozenset[str], text: str) -> dict[str, str]:
    """The first run of capitalised words in a text that gives each slug when written together."""
    found: dict[str, str] = {}
    for match in _CAPITALS.finditer(text):
        words = match.group().split()
        for first, last in itertools.combinations(range(len(words) + 1), 2):
            if not 1 < last - first <= _MOST_WORDS:
                continue
            together = "".join(words[first:last]).casefold()
            slug = together if together in slugs else together.removeprefix("the")
            if slug in slugs and words[first].casefold() not in _OF:
                found.setdefault(slug, " ".join(words[first:last]))
    return found


def _divided(name: str) -> str | None:
    rest = name
    words: list[str] = []
    while ending := next((each for each in _longest_last_words() if rest.endswith(each) and rest != each), None):
        rest = rest[: -len(ending)]
        words.insert(0, ending)
        if len(rest) < _SHORTEST_NAME:
            return None
    if not words:
        return None
    if rest.startswith("the") and len(rest) >= _SHORTEST_NAME + 3:
        rest, words = rest[3:], [rest[3:], *words]
        return " ".join(("The", *(_capitalised(word) for word in words)))
    return " ".join(_capitalised(word) for word in (rest, *words))


def _capitalised(word: str) -> str:
    return word.upper() if word == "tv" else word.capitalize()


def looks_like_outlet(words: str) -> bool:
    """Whether these words are a known outlet's, or have the shape of one: capitalised words that end in "Courier"."""
    tokens = words.split()
    if not tokens or len(tokens) > 7:
        return False
    if any(not (_ELIDED.sub("", token)[0].isupper() or token.casefold() in _SMALL_WORDS) for token in tokens):
        return outlet_at(words) is not None
    if words in _running_forms():
        return True
    named = [token.strip("'’.,").casefold() for token in tokens if token.casefold() != "the"]
    if len(named) > 1 and (named[0] in _FIRST_WORDS or named[-1] in _last_words()):
        return True
    named = named[1:] if named[:1] in (["le"], ["la"], ["el"], ["il"]) else named
    follows = named[1:2]
    is_of = bool(follows) and (follows[0] in _OF or _ELIDED.match(follows[0]) is not None)
    return is_of and len(named) > 1 + (follows[0] in _OF) and _key(named[0]) in _beginnings()


def names_agency(words: str) -> bool:
    """Whether these words name an outlet where only an agency can stand, as in "TARSK, May 20 (MWA) -".

    There capitals are enough, unless a country goes by them.
    """
    return looks_like_outlet(words) or (_ACRONYM.fullmatch(words) is not None and country_code(words) is None)


def find_outlets(text: str) -> Iterator[tuple[int, int, Outlet]]:
    """Known outlets named in running text, as start, end and outlet; only forms that hardly mean anything else."""
    forms = _running_forms()
    for match in _running_pattern().finditer(text):
        yield match.start(), match.end(), forms[match.group()]


def outlet_in_full(words: str) -> Outlet | None:
    """The known outlet that these words name, and nothing beside it, in a form that hardly means anything else."""
    return _running_forms().get(words)


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
    return _listed("outlets.words.txt")


@cache
def _longest_last_words() -> tuple[str, ...]:
    return tuple(sorted(_last_words(), key=lambda word: (-len(word), word)))


@cache
def _beginnings() -> frozenset[str]:
    """Words that outlets' names begin with before "of" or "de"."""
    return _listed("outlets.first.txt")


def _listed(name: str) -> frozenset[str]:
    source = resources.files("sayso.language") / "lexicons" / name
    return frozenset(
        line.strip() for line in source.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")
    )


@lru_cache(maxsize=4096)
def _outlet_key(name: str) -> str:
    return _key(_TRAILING_SITE.sub("", display_name(name))) or name.strip().casefold()


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
