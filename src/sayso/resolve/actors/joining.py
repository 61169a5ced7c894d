"""Joining things that are one, with the reasons kept, and never across a veto."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What holding two names against each other comes to."""

    JOIN = "join"
    SHORT = "short"  # a shorter form of the other: one where the pile leaves one reading
    PERHAPS = "perhaps"
    APART = "apart"
    STRANGERS = "strangers"  # nothing says that they are one, and nothing that they are not


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict with its weight (0 to 1) and its reasons."""

    verdict: Verdict
    value: float = 0.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Two things (by index) and what was found of them."""

    a: int
    b: int
    finding: Finding


class Joined:
    """Groups of indices 0 to ``count`` that were joined (union by least index), with the reasons of each join."""

    def __init__(
        self, count: int, apart: Callable[[int, int], bool] | None = None, never: Sequence[tuple[int, int]] = ()
    ) -> None:
        self._parent = list(range(count))
        self._members: dict[int, list[int]] = {each: [each] for each in range(count)}
        self._reasons: dict[int, set[str]] = defaultdict(set)
        self._apart = apart
        self._never = never

    def find(self, item: int) -> int:
        """The least index of the group of ``item``."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def members(self, item: int) -> Sequence[int]:
        """All of the group of ``item``, in order."""
        return sorted(self._members[self.find(item)])

    def reasons(self, item: int) -> tuple[str, ...]:
        """Why the group of ``item`` was joined, in alphabetical order."""
        return tuple(sorted(self._reasons[self.find(item)]))

    def join(self, a: int, b: int, reasons: Iterable[str]) -> bool:
        """Join two groups; False, and nothing done, where any two of their members must stay apart."""
        one, other = self.find(a), self.find(b)
        if one == other:
            self._reasons[one].update(reasons)
            return True
        if self.barred(one, other):
            return False
        keep, drop = min(one, other), max(one, other)
        self._parent[drop] = keep
        self._members[keep] += self._members.pop(drop)
        self._reasons[keep] |= self._reasons.pop(drop, set()) | set(reasons)
        return True

    def join_links(self, links: Iterable[Link]) -> list[Link]:
        """Join what the links hold together, strongest first; gives back those that a veto stopped."""
        return [link for link in strongest_first(links) if not self.join(link.a, link.b, link.finding.reasons)]

    def barred(self, a: int, b: int) -> bool:
        """Whether two members of the two groups must stay apart."""
        roots = {self.find(a), self.find(b)}
        if any({self.find(one), self.find(other)} == roots for one, other in self._never):
            return True
        apart = self._apart
        if apart is None:
            return False
        ones, others = self._members[self.find(a)], self._members[self.find(b)]
        return any(apart(one, other) for one in ones for other in others)

    def groups(self) -> list[list[int]]:
        """Every group, each in order, in order of their least."""
        return [sorted(self._members[least]) for least in sorted(self._members)]


def strongest_first(links: Iterable[Link]) -> list[Link]:
    """Links by falling value, ties by index, so that joining does not depend on the order of reading."""
    return sorted(links, key=lambda link: (-link.finding.value, link.a, link.b))


def within_blocks(
    keys: Sequence[Iterable[str]], finer: Sequence[Iterable[str]], limit: int = 40
) -> list[tuple[int, int]]:
    """Pairs of indices that share a key, each once, in order; a block above ``limit`` is cut by the finer keys."""
    pairs: set[tuple[int, int]] = set()
    for block in blocks(keys, finer, limit):
        pairs.update((one, other) for at, one in enumerate(block) for other in block[at + 1 :])
    return sorted(pairs)


def blocks(keys: Sequence[Iterable[str]], finer: Sequence[Iterable[str]], limit: int = 40) -> Iterator[list[int]]:
    """Indices to be held against each other: those that share a key, cut by the finer keys where above ``limit``."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, each in enumerate(keys):
        for key in sorted(set(each)):
            found[key].append(index)
    for block in found.values():
        yield from [block] if len(block) <= limit else _cut(block, finer, limit * 5)


def _cut(block: Sequence[int], finer: Sequence[Iterable[str]], limit: int) -> list[list[int]]:
    """Smaller blocks by finer keys; one that stays too large shows a name so common that it says nothing."""
    parts: dict[str, list[int]] = defaultdict(list)
    for index in block:
        for key in sorted(set(finer[index])):
            parts[key].append(index)
    return [part for part in parts.values() if len(part) <= limit]
