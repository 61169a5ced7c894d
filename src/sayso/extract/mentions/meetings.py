"""Which names of a document are held against one another: all of them, but in a long text only those that could meet.

A book of six thousand names has eighteen million pairs. As in joining names across documents, spellings of one name
share the consonants of one word and the beginning of another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.language.name_keys import skeletons
from sayso.language.name_parts import nicknames, parts_of
from sayso.records.actor import MentionKind

WHOLE = 60  # names, up to which all are held against all
_WEAK_STARTS = frozenset("aeiouhwy")


def meetings(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of full names of persons to compare, by number: the later and the earlier, in order."""
    if len(names) <= WHOLE:
        yield from ((later, earlier) for later in range(len(names)) for earlier in range(later))
        return
    words = [parts_of(name, MentionKind.PERSON).words for name in names]
    finer = [_finer_keys(each) for each in words]
    met: set[tuple[int, int]] = set()
    for block in _blocks(_keys(each) for each in words):
        if len(block) <= WHOLE:
            met.update(_pairs(block))
        else:
            for part in _blocks(finer[each] for each in block):
                met.update(_pairs([block[each] for each in part]))
    yield from sorted(met)


class Surnames:
    """Full names by what their last word sounds like. ``names`` are those words, without articles."""

    def __init__(self, names: Sequence[str]) -> None:
        self._all = range(len(names))
        self._by_sound: dict[str, list[int]] = defaultdict(list)
        if len(names) > WHOLE:
            for number, name in enumerate(names):
                for bones in skeletons(name):
                    self._by_sound[bones].append(number)

    def near(self, name: str) -> Iterable[int]:
        """The numbers of those that ``name`` could be a spelling of."""
        if len(self._all) <= WHOLE:
            return self._all
        return sorted({number for bones in skeletons(name) for number in self._by_sound.get(bones, ())})


def _keys(words: Sequence[str]) -> set[str]:
    return {
        f"{bones}|{start}"
        for at, word in enumerate(words)
        for bones in (skeletons(word) if len(word) > 1 else ())
        for place, other in enumerate(words)
        if place != at
        for start in _starts(other)
    }


def _starts(word: str) -> set[str]:
    return {"-" if word[0] in _WEAK_STARTS else skeletons(word)[0][:1], *_nicknames(word)}


def _nicknames(word: str) -> Iterator[str]:
    return (f"nickname {group}" for group in nicknames().get(word, ()))


def _finer_keys(words: Sequence[str]) -> set[str]:
    sounds = [{*skeletons(word), *_nicknames(word)} for word in words]
    return {
        "|".join(sorted((one, other)))
        for at, mine in enumerate(sounds)
        for theirs in sounds[at + 1 :]
        for one in mine
        for other in theirs
    }


def _blocks(keys: Iterable[Iterable[str]]) -> Iterator[list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(keys):
        for key in own:
            found[key].append(number)
    yield from found.values()


def _pairs(block: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((later, earlier) for at, later in enumerate(block) for earlier in block[:at])
