"""Keys that spellings of one name share, so that names are compared within blocks and never all with all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

from sayso.language import lexicon
from sayso.language.name_parts import NameParts, nicknames, parts_of
from sayso.language.romanisation import VOWELS, sounds
from sayso.records.actor import MentionKind

_CAPITALS = re.compile(r"\b[A-Z](?:\.?[A-Z]){1,7}\b")

# Consonants that romanisations, dialects and ears exchange fall into one class.
_CLASSES = str.maketrans(
    {
        "q": "k", "g": "k", "G": "k", "x": "k", "c": "k", "j": "k", "d": "t", "T": "t", "D": "t", "z": "s", "S": "s",
        "C": "s", "Z": "s", "b": "p", "f": "p", "v": "p", "w": None, "y": None, "h": None, "n": "m",
    }
)  # fmt: skip


@lru_cache(maxsize=65536)
def name_keys(name: str, kind: MentionKind | None = None) -> frozenset[str]:
    """Keys of a name: one for the consonants of each telling word, and of bodies one for the first letters.

    Two spellings of one name share at least one key; most different names share none. Short skeletons are told apart
    by their first letter class.
    """
    parts = parts_of(name, kind)
    keys = {f"w:{each}" for word in telling_words(parts) for each in skeletons(word)}
    for word in parts.words:
        keys.update(f"g:{group}" for group in nicknames().get(word, ()) if len(parts.words) == 1)
    keys.update(f"j:{each}" for each in skeletons(parts.joined)[:1])
    if parts.body and len(parts.words) > 1:
        keys.add(f"i:{''.join(word[0] for word in parts.words)}")
    if len(name.split()) == 1 or not name.isupper():
        keys.update(f"i:{found.replace('.', '').lower()}" for found in _CAPITALS.findall(name))
    return frozenset(keys)


def telling_words(parts: NameParts) -> tuple[str, ...]:
    """The words of a name that not too many names share; all of them where there is no other."""
    light = lexicon.words("organisation_words") if parts.body else lexicon.words("common_names")
    kept = tuple(word for word in parts.words if len(word) > 1 and word not in light)
    return kept or parts.words


@lru_cache(maxsize=65536)
def skeletons(word: str) -> tuple[str, ...]:
    """The consonant classes of a word in order, without weak consonants.

    The sounds written th and dh are d or t in one country and s or z in another, so a word that has them gives two. A
    word of weak consonants alone gives those.
    """
    heard = sounds(word.removeprefix("abdul") if len(word) > 6 else word)
    ways = (heard, heard.replace("T", "s").replace("D", "z")) if "T" in heard or "D" in heard else (heard,)
    found = []
    for way in ways:
        run = _once(sound for sound in way.translate(_CLASSES) if sound not in VOWELS)
        found.append(run or _once(sound for sound in way if sound not in VOWELS) or _once(way))
    return tuple(sorted(set(found)))


def _once(run: Iterable[str]) -> str:
    return "".join(sound for sound, _ in groupby(run))
