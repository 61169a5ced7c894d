"""Whether a tie that Sayso read is the one a labelled row names, whatever the two call the parties.

A party is called what the row calls it where one's words are all among the other's, possessives, "of" and "the" apart.
"Korvan" and "of Korvania" are one word, so are a premier and a prime minister, and the short forms every reader knows
are taken for the names they stand for; two spellings are one person's where Sayso's own comparison of names says so,
since how well it compares names is scored elsewhere. A country by itself is only that country: neither its army nor
its minister.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from sayso.language.countries import country_code
from sayso.language.lexicon import table
from sayso.language.names import SAME_NAME, compare_names
from sayso.present.ties import MUTUAL
from sayso.records.actor import MentionKind
from sayso.records.claim import Role, Tie
from sayso.records.pile import Findings

_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?!\w)")
_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset({"of", "the"})
_ANOTHER = frozenset({"deputy", "vice", "acting", "interim", "assistant"})
_SYNONYMS = {"premier": ("prime", "minister"), "spokeswoman": ("spokesman",), "spokesperson": ("spokesman",)}


def names_of(findings: Findings) -> dict[str, tuple[MentionKind, frozenset[str]]]:
    """The kind of the actor of each mention, and all it is called, by mention id."""
    found = {}
    for actor in findings.actors:
        called = (actor.kind, frozenset({actor.name, *(text for text, _ in actor.names)}))
        found.update(dict.fromkeys(actor.mentions, called))
    return found


def is_between(tie: Tie, row: Mapping[str, str], names: Mapping[str, tuple[MentionKind, frozenset[str]]]) -> bool:
    """Whether a tie runs between the two that a labelled row names; what holds both ways, either way round."""
    ways = (("a", "b"), ("b", "a")) if tie.tie in MUTUAL else (("a", "b"),)
    return any(_is_called(tie.a, row[one], names) and _is_called(tie.b, row[two], names) for one, two in ways)


def _is_called(role: Role, name: str, names: Mapping[str, tuple[MentionKind, frozenset[str]]]) -> bool:
    kind, called = names.get(role.mention or "", (None, frozenset[str]()))
    spellings = {role.text, *called}
    wanted = [_words(each) for each in _in_full({name})]
    if any(_is_same(_words(each), words) for each in _in_full(spellings) for words in wanted):
        return True
    person = kind is MentionKind.PERSON and " " in name
    return person and any(" " in each and compare_names(each, name, kind).value >= SAME_NAME for each in called)


def _is_same(have: frozenset[str], wanted: frozenset[str]) -> bool:
    bare = all(each.startswith("=") for each in min(have, wanted, key=len))
    if bare or (have ^ wanted) & _ANOTHER:
        return have == wanted
    return have <= wanted or wanted <= have


def _in_full(names: Iterable[str]) -> set[str]:
    """The names, and what those that are well-known short forms stand for."""
    return {*names, *(_known()[each.casefold()] for each in names if each.casefold() in _known())}


@cache
def _known() -> dict[str, str]:
    return {
        short.casefold(): row[1] for row in table("known_actors") for short in ",".join(row[2:]).split(",") if short
    }


@cache
def _words(name: str) -> frozenset[str]:
    """The words of a name, each word for a country or its people as that country's code after a sign."""
    if code := country_code(name):
        return frozenset({f"={code}"})
    words: set[str] = set()
    for word in _WORD.findall(_POSSESSIVE.sub("", name)):
        code = country_code(word) if word[:1].isupper() else None
        words.update((f"={code}",) if code else _SYNONYMS.get(word.casefold(), (word.casefold(),)))
    return frozenset(words - _EMPTY)
