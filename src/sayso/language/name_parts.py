"""A name cut into the parts that are compared: words without titles, articles, legal forms and punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from rigour.data.names.data import PERSON_NAME_PREFIXES
from rigour.data.names.org_types import ORG_TYPES

from sayso.language import lexicon
from sayso.language.countries import country_code
from sayso.language.romanisation import latin
from sayso.records.actor import MentionKind

_TITLE_LIMIT = 4
_ARTICLES = frozenset(
    ["al", "el", "ul", "il", "ad", "an", "ar", "as", "ash", "at", "ath", "az", "ed", "er", "es", "ud", "ur"]
)
_DESCENT = frozenset({"bin", "ben", "ibn", "bint", "ould", "wuld", "ag", "oglu", "na"})
_NO_GIVEN_NAME = frozenset({"ould", "wuld", "ag"})  # unlike Ben
_LINKS = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "du",
        "of",
        "the",
        "and",
        "for",
        "la",
        "le",
        "von",
        "van",
        "der",
        "den",
        "di",
        "y",
        "e",
        "in",
    ]
)
_BODY_LINKS = frozenset({"of", "the", "and", "for", "de", "la", "du", "des"})
_SERVANT = re.compile(r"^abd(?:[aeoui]|ou)(?:l(?=[a-z]{2})|([rsntdz])(?=\1)|(?=sh[aeu]))")
_SERVANT_ALONE = re.compile(r"^abd(?:[aeoui]l?|oul?)?$")
_FATHER = frozenset({"abu", "abou", "abo", "abul", "aboul", "abol", "abi", "bu", "bou"})
_SHORT_FORM = re.compile(r"(?<=[a-z,] )(?:[A-Z]{2}|[A-Z]\.[A-Z]\.?|[A-Z]/[A-Z])$")
_ROMAN = re.compile(r"^(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})$")
_NUMBER_WORDS = {
    word: str(number)
    for number, words in enumerate(
        (
            ("first", "1st", "one"), ("second", "2nd", "two"), ("third", "3rd", "three"), ("fourth", "4th", "four"),
            ("fifth", "5th", "five"), ("sixth", "6th", "six"), ("seventh", "7th", "seven"),
            ("eighth", "8th", "eight"), ("ninth", "9th", "nine"), ("tenth", "10th", "ten"),
        ),
        start=1,
    )
    for word in words
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70}


@dataclass(frozen=True, slots=True)
class NameParts:
    """What of a name is compared.

    ``words`` are what identify it, in order; ``titles``, ``legal`` forms and ``numbers`` were taken out of it. ``body``
    says whether it names an organization rather than a person; ``script`` is False where it was not in Latin letters.
    """

    words: tuple[str, ...]
    titles: tuple[str, ...]
    legal: tuple[str, ...]
    numbers: tuple[str, ...]
    body: bool
    latin_script: bool

    @property
    def joined(self) -> str:
        """The words run together."""
        return "".join(self.words)


@cache
def nicknames() -> dict[str, frozenset[int]]:
    """For each given name or short form, the groups of names that may stand for one another."""
    groups: dict[str, set[int]] = {}
    for number, row in enumerate(lexicon.table("nicknames")):
        for word in row:
            groups.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in groups.items()}


@cache
def titles() -> frozenset[str]:
    """Words that may stand before a person's name."""
    courtesy = {word for prefix in PERSON_NAME_PREFIXES for word in latin(prefix).replace(".", " ").split()}
    return lexicon.words("person_titles") | courtesy


@cache
def legal_forms() -> frozenset[tuple[str, ...]]:
    """Legal forms of companies as tuples of words, from rigour's table (MIT; after ISO 20275)."""
    forms: set[tuple[str, ...]] = {
        (word,) for word in ["co", "inc", "ltd", "limited", "corp", "incorporated", "ojsc", "oao"]
    }
    for entry in ORG_TYPES:
        for alias in (*entry["aliases"], entry.get("display", "")):
            words = tuple(_split(alias))
            if words and not (len(words) == 1 and len(words[0]) < 2):
                forms.add(words)
    ordinary = lexicon.words("organisation_words") - {"co", "corp", "limited"}
    return frozenset(form for form in forms if not (len(form) == 1 and (form[0] in ordinary or form[0] in _NOT_LEGAL)))


# Entries of the table that are as well numbers, articles or ordinary words.
_NOT_LEGAL = frozenset({"ii", "is", "al", "as", "at", "ed", "an", "el", "uk"})


def is_body(kind: MentionKind | None) -> bool | None:
    """Whether a kind is of bodies (True), of persons (False), or not known (None)."""
    if kind is None:
        return None
    return kind is not MentionKind.PERSON


@lru_cache(maxsize=65536)
def parts_of(name: str, kind: MentionKind | None = None) -> NameParts:
    """Cut a name. Where no kind is given, the name's own words say whether it is a person's."""
    words = _split(name)
    legal, bare = _without_legal_forms(words)
    body = is_body(kind)
    if body is None:
        plain_words = lexicon.words("organisation_words")
        body = any(word in plain_words for word in words) or any(character.isdigit() for character in name[1:-1])
        body = body or (bool(legal) and _shows_form(legal, name)) or "the" in words[:1]
    found = _body_words(bare) if body else _person_words(words, name)
    kept, taken, numbers = found
    return NameParts(
        words=kept or tuple(words),
        titles=taken,
        legal=tuple(" ".join(form) for form in legal),
        numbers=numbers,
        body=body,
        latin_script=_is_latin(name),
    )


def _shows_form(legal: Iterable[tuple[str, ...]], name: str) -> bool:
    """Whether a legal form is written as one: of two letters, only in capitals that stand out or with stops."""
    if any(len(word) > 2 for form in legal for word in form):
        return True
    return not name.isupper() and bool(_SHORT_FORM.search(name))


def _is_latin(name: str) -> bool:
    letters = [character for character in name if character.isalpha()]
    return sum(character < "ɐ" or "Ḁ" <= character <= "ỿ" for character in letters) * 2 >= len(letters)


def _split(name: str) -> list[str]:
    plain = latin(name)
    if plain.replace(" ", "").isalnum():
        return _PARTS.findall(plain)
    plain = re.sub(r"['’`]s\b|['`\"]", "", plain)
    plain = re.sub(r"\b((?:[a-z]\.){2,}[a-z]?)", lambda found: found[0].replace(".", ""), plain)
    plain = plain.replace("&", " and ")
    plain = re.sub(r"(?<=[a-z])\.(?=[a-z]\b)", "", plain)
    return _PARTS.findall(plain)


_PARTS = re.compile(r"[a-z]+|\d+(?:st|nd|rd|th)?")


def _without_legal_forms(words: list[str]) -> tuple[list[tuple[str, ...]], list[str]]:
    forms, rest, found = legal_forms(), list(words), []
    for length in (5, 4, 3, 2, 1, 2, 1):
        tail, head = tuple(rest[-length:]), tuple(rest[:length])
        if len(rest) > length and tail in forms:
            found.append(tail)
            rest = rest[:-length]
        elif len(rest) > length and head in forms and len("".join(head)) > 2:
            found.append(head)
            rest = rest[length:]
    return found, rest


def _body_words(words: list[str]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    kept: list[str] = []
    numbers: list[str] = []
    skip = False
    for at, word in enumerate(words):
        if skip:
            skip = False
            continue
        following = words[at + 1] if at + 1 < len(words) else ""
        if word in _TENS:
            unit = _NUMBER_WORDS.get(following, "")
            numbers.append(str(_TENS[word] + int(unit or 0)))
            skip = bool(unit)
        elif word[0].isdigit():
            numbers.append(re.sub(r"\D", "", word))
        elif word in _NUMBER_WORDS:
            numbers.append(_NUMBER_WORDS[word])
        elif at and _ROMAN.match(word):
            numbers.append(str(_roman(word)))
        elif word not in _BODY_LINKS and word not in _ARTICLES:
            kept.append(word)
    return tuple(kept), (), tuple(sorted(numbers))


def _roman(word: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in word]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def _opens_with_title(words: list[str]) -> bool:
    """Whether the first word is a title, or a country's with a title after it ("Libyan Gen")."""
    return words[0] in titles() or (len(words) > 2 and words[1] in titles() and country_code(words[0]) is not None)


def _person_words(words: list[str], name: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    words = [word for word in words if not word[0].isdigit()]
    taken: list[str] = []
    while len(words) > 1 and len(taken) < _TITLE_LIMIT and _opens_with_title(words):
        taken.append(words.pop(0))
    kept: list[str] = []
    at = 0
    while at < len(words):
        word = words[at]
        rest = len(words) - at - 1
        if ((_SERVANT_ALONE.match(word) and word != "abdo") or word in _FATHER) and rest:
            at += 1
            while words[at] in _ARTICLES and at + 1 < len(words):
                at += 1
            kept.append(("abdul" if word.startswith("abd") else "abu") + words[at])
        elif word in _FATHER:
            kept.append("abu")
        elif (
            (word in _ARTICLES and rest)
            or (word in _DESCENT and (at or (rest and word in _NO_GIVEN_NAME)))
            or (word in _LINKS and rest and at)
        ):
            pass
        else:
            kept.append(_SERVANT.sub("abdul", word))
        at += 1
    return tuple(kept), tuple(taken), ()
