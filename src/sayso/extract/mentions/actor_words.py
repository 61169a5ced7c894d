"""What single words and set phrases say about the actor or place they name, from the package's word lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.lang.en import English

from sayso.extract.parse.parsed import Doc
from sayso.language.bodies import known_bodies
from sayso.language.lexicon import table
from sayso.records.actor import MentionKind


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun for an actor or a place. ``gender`` is ``m``, ``f`` or empty; ``many`` says it is a plural."""

    kind: MentionKind
    many: bool = False
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Demonym:
    """A word for the people or things of a country or people. ``use`` is adjective, one or many."""

    group: str
    uses: frozenset[str]


@cache
def actor_nouns() -> dict[str, Noun]:
    """Common nouns for actors by lower-case form, plurals among them; several persons together are a people."""
    found: dict[str, Noun] = {}
    rows = [
        (MentionKind(kind), number == "many", gender.strip("-"), cell)
        for kind, number, gender, cell in table("actor_nouns")
    ]
    for kind, many, gender, cell in rows:
        if many:
            continue
        for noun in _cells(cell):
            found.setdefault(noun, Noun(kind, False, gender))
            plural = MentionKind.PEOPLE if kind is MentionKind.PERSON else kind
            found.setdefault(_plural(noun), Noun(plural, True))
    for kind, many, gender, cell in rows:
        if many:
            for noun in _cells(cell):
                found[noun] = Noun(kind, True, gender)
    return found


@cache
def place_nouns() -> dict[str, str]:
    """Common nouns for places by lower-case form, with their sort: settlement, land, water or site."""
    return {noun: sort for sort, cell in table("place_nouns") for noun in _cells(cell)}


@cache
def ranks() -> dict[str, str]:
    """Words printed before a person's name, lower case without stops, with the gender they tell or nothing."""
    return {
        rank.lower().replace(".", ""): gender.strip("-") for gender, cell in table("ranks") for rank in _cells(cell)
    }


@cache
def name_heads() -> tuple[dict[str, MentionKind], dict[str, MentionKind], dict[str, MentionKind]]:
    """Capitalised words that tell a name's kind wherever they stand, as its last word, and as its first."""
    by_place: dict[str, dict[str, MentionKind]] = {"any": {}, "last": {}, "first": {}}
    for kind, where, cell in table("name_heads"):
        for head in _cells(cell):
            by_place[where].setdefault(head, MentionKind(kind))
    return by_place["any"], by_place["last"], by_place["first"]


@cache
def demonyms() -> dict[str, Demonym]:
    """Words for the people and things of countries and peoples, by form as printed."""
    rows: dict[str, tuple[str, set[str]]] = {}
    for form, country, _, use in table("demonyms"):
        if form.replace(".", "") not in ("US", "UK", "USA"):
            rows.setdefault(form, (country, set()))[1].add(use)
    for form, group, use in table("peoples"):
        rows.setdefault(form, (group, set()))[1].add(use)
    return {form: Demonym(group, frozenset(uses)) for form, (group, uses) in rows.items()}


@cache
def known_actors() -> dict[str, tuple[MentionKind, str]]:
    """Bodies known by name or acronym, as printed: kind and the name that all their other names share."""
    return {each: (MentionKind(kind), name) for each, (kind, name) in known_bodies().items()}


@cache
def capitals() -> frozenset[str]:
    """Capitals of countries, which often stand for their governments."""
    return frozenset(row[5] for row in table("countries") if len(row) > 5 and row[5])


@cache
def country_names() -> frozenset[str]:
    """Names of countries as printed."""
    names = {row[1] for row in table("countries")} | {cell for row in table("country_aliases") for cell in row[1:]}
    names |= {country for _, country, _, _ in table("demonyms")}
    names |= {"US", "U.S.", "USA", "U.S.A.", "United States of America", "America", "UK", "U.K.", "Britain"}
    names |= {"Great Britain", "Holland", "Burma", "Macedonia", "USSR", "Congo", "Palestine", "Soviet Union"}
    return frozenset(name for name in names if name[:1].isupper()) - {"Antarctica"}


@cache
def states() -> frozenset[str]:
    """States of the United States and other regions that print names after a town and a comma."""
    names = {row[1] for row in table("regions") if row[0].startswith(("US-", "CA-", "AU-", "GB-"))}
    return frozenset(names | {"D.C.", "England", "Scotland", "Wales", "Northern Ireland"})


@cache
def state_abbreviations() -> frozenset[str]:
    """States of the United States as newspapers shorten them, with their stops, and by two capitals."""
    short = {cell for _, cells in table("us_state_abbreviations") for cell in cells.split("|") if cell}
    postal = {row[0].removeprefix("US-") for row in table("regions") if row[0].startswith("US-")}
    return frozenset({f"{name.removesuffix('.')}." for name in short} | postal)


def names_region(doc: Doc, i: int) -> int:
    """How many tokens from ``i`` on name a country or state, as one stands after a town and a comma."""
    for length in (4, 3, 2, 1):
        stop = i + length
        if stop <= len(doc) and doc[i:stop].text in _regions():
            return length
    return 0


@cache
def _regions() -> frozenset[str]:
    return country_names() | states() | state_abbreviations()


@cache
def given_names() -> dict[str, str]:
    """Given names, lower case, with the gender they usually tell or nothing."""
    found = {name.lower(): "" for row in table("arabic_names") for name in row}
    found |= {name.lower(): "" for row in table("nicknames") for name in row}
    for gender, cell in table("given_names"):
        for name in _cells(cell):
            found[name] = gender.strip("-")
    return found


@cache
def word_set(name: str) -> frozenset[str]:
    """One of the small sets of words kept in ``mention_words``. Raises KeyError for a set that is not there."""
    return {group: frozenset(_cells(cell)) for group, cell in table("mention_words")}[name]


def phrases_in(doc: Doc) -> Iterator[tuple[int, int, str]]:
    """Known names in a parsed text, longest first where they overlap, as first token, end and sort of name."""
    known = _phrases()
    matches: list[tuple[int, int, str]] = []
    texts = [token.text for token in doc]
    for start, first in enumerate(texts):
        for name, sort in known.get(first, ()):
            if texts[start : start + len(name)] == name:
                matches.append((start, start + len(name), sort))
    taken: set[int] = set()
    for start, end, sort in sorted(matches, key=lambda each: (each[0] - each[1], each[0])):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            yield start, end, sort


@cache
def _phrases() -> dict[str, list[tuple[list[str], str]]]:
    """Known names as tokens, with their sort, by their first token."""
    cut = English().tokenizer
    areas = [name for row in table("areas") for name in (row[0], *row[1].split("|")) if name]
    found: dict[str, list[tuple[list[str], str]]] = {}
    for sort, names in (
        ("known", known_actors()),
        ("country", country_names()),
        ("demonym", demonyms()),
        ("area", areas),
        ("area", [row[1] for row in table("regions") if " and " in row[1]]),
        ("country", [name.upper() for name in country_names() if len(name) > 3]),
    ):
        for name in sorted(names):
            tokens = [token.text for token in cut(name)]
            found.setdefault(tokens[0], []).append((tokens, sort))
    return found


def _cells(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(",") if part.strip()]


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("child"):
        return noun + "ren"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    if noun.endswith("fe"):
        return noun[:-2] + "ves"
    if noun in _INNER_PLURALS:
        return _INNER_PLURALS[noun]
    return noun + "s"


_INNER_PLURALS = {
    "chief of staff": "chiefs of staff",
    "attorney general": "attorneys general",
    "commander-in-chief": "commanders-in-chief",
    "mother-in-law": "mothers-in-law",
    "father-in-law": "fathers-in-law",
    "brother-in-law": "brothers-in-law",
    "sister-in-law": "sisters-in-law",
    "son-in-law": "sons-in-law",
    "daughter-in-law": "daughters-in-law",
}
