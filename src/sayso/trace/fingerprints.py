"""Words of a passage, and the few of their fingerprints that stand for it.

The method is winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting",
SIGMOD 2003): of every window of consecutive k-gram hashes the least is kept, so that any two texts sharing a run of
``GRAM + WINDOW - 1`` words share a fingerprint, and most hashes need not be stored.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from sayso.records.document import Edition

GRAM = 5
WINDOW = 6

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_PRIME = (1 << 61) - 1
_BASE = 1_000_003
_FIRST = pow(_BASE, GRAM - 1, _PRIME)
"""What the first word of a gram counts for in its hash."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the passages of an edition that make claims: folded hashes, and where each word stands.

    Word numbers run on over all passages; ``starts`` and ``ends`` are offsets into the edition, ``passages`` the index
    of the passage in the edition.
    """

    document: str
    hashes: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    passages: Sequence[int]


def words_of(edition: Edition) -> Words:
    """Read off the words of every passage that makes claims."""
    index = {passage.id: number for number, passage in enumerate(edition.passages)}
    text = edition.text
    # Arrays, because the words of many documents are held at once.
    hashes, starts, ends, passages = array("Q"), array("I"), array("I"), array("I")
    for passage, stretch in edition.stretches():
        if passage.role.makes_claims:
            spans = [match.span() for match in _WORD.finditer(text, stretch.start, stretch.end)]
            hashes.extend([_word_hash(text[start:end]) for start, end in spans])
            starts.extend([start for start, _ in spans])
            ends.extend([end for _, end in spans])
            passages.extend([index[passage.id]] * len(spans))
    return Words(edition.document, hashes, starts, ends, passages)


@lru_cache(maxsize=200_000)
def _word_hash(word: str) -> int:
    folded = unicodedata.normalize("NFKD", word).casefold().replace("’", "'")
    return crc32(folded.encode("utf-8", "surrogatepass")) + 1


def fingerprints(words: Words) -> Iterator[tuple[int, int]]:
    """``(fingerprint, word number)`` for the grams that winnowing keeps, in order of word number."""
    grams = _gram_hashes(words.hashes)
    if not grams:
        return
    window: deque[int] = deque()
    last = -1
    for number, value in enumerate(grams):
        while window and grams[window[-1]] >= value:
            window.pop()
        window.append(number)
        if window[0] <= number - WINDOW:
            window.popleft()
        if (number >= WINDOW - 1 or number == len(grams) - 1) and window[0] != last:
            last = window[0]
            yield grams[last], last


def printed(edition: Edition, most: int) -> list[tuple[int, str]]:
    """Fingerprints of an edition with the words they are of, as printed; at most ``most``, from all over the text."""
    words = words_of(edition)
    found = [
        (value, edition.text[words.starts[number] : words.ends[number + GRAM - 1]])
        for value, number in fingerprints(words)
        if words.passages[number] == words.passages[number + GRAM - 1]
    ]
    return found[:: max(1, -(-len(found) // most))]


def _gram_hashes(hashes: Sequence[int]) -> list[int]:
    if len(hashes) < GRAM:
        return []
    value = 0
    for word in hashes[:GRAM]:
        value = (value * _BASE + word) % _PRIME
    out = [value]
    for leaving, coming in zip(hashes, hashes[GRAM:], strict=False):
        value = ((value - leaving * _FIRST) * _BASE + coming) % _PRIME
        out.append(value)
    return out
