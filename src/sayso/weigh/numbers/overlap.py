"""How far two sets of words and places are the same, each word weighed by how few documents hold it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass

_SMALL = 50  # documents; in a smaller pile no word is known to be rare


@dataclass(frozen=True, slots=True)
class Features:
    """Words and place ids, each by its number in the order of the alphabet, with the sum of their squared weights."""

    numbers: frozenset[int]
    square: float


class Overlap:
    """Weighs what documents share by inverse document frequency (Sparck Jones 1972).

    ``held`` gives the words and place ids of each document. ``is_small`` says that there are too few documents to know
    what is rare, ``most`` is how rare the rarest thing of all is.
    """

    def __init__(self, held: Mapping[str, Set[str]]) -> None:
        count = Counter(feature for features in held.values() for feature in features)
        # Sets of numbers are held against one another in half the time that sets of words take.
        self._number = {feature: number for number, feature in enumerate(sorted(count))}
        self._weights = [math.log((1 + len(held)) / count[feature]) for feature in self._number]
        self._squares = [weight**2 for weight in self._weights]
        by_weight = sorted(range(len(self._weights)), key=lambda each: (-self._weights[each], each))
        self._rank = [0] * len(by_weight)
        for rank, number in enumerate(by_weight):
            self._rank[number] = rank
        self.is_small = len(held) < _SMALL
        self._most = math.log(max(len(held), _SMALL))
        self.most = max(self._weights, default=0.0) / self._most

    def features(self, features: Set[str]) -> Features:
        """What documents hold, to be held against other such."""
        numbers = frozenset([self._number[each] for each in features])
        return Features(numbers, self._square(numbers))

    def cosine(self, one: Features, two: Features) -> float:
        """Between 0 where nothing is shared and 1 where all is."""
        norm = math.sqrt(one.square * two.square)
        return self._square(one.numbers & two.numbers) / norm if norm else 0.0

    def rarest(self, one: Features, two: Features) -> float:
        """How rare the rarest thing is that both hold: about 1 where it is in hardly any other document."""
        shared = one.numbers & two.numbers
        return max(map(self._weights.__getitem__, shared)) / self._most if shared else 0.0

    def telling(self, features: Features, most: int) -> list[int]:
        """The features that are in the fewest documents, at most so many, by number."""
        return sorted(features.numbers, key=self._rank.__getitem__)[:most]

    def _square(self, numbers: Set[int]) -> float:
        # In a fixed order, since the sum of floats depends on it.
        return sum(map(self._squares.__getitem__, sorted(numbers)))
