"""How far two sets of words and places are the same, each word weighed by how few documents hold it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

_SMALL = 50  # documents; in a smaller pile no word is known to be rare


@dataclass(frozen=True, slots=True)
class Features:
    """Words and place ids with the sum of their squared weights."""

    words: Set[str]
    square: float


class Overlap:
    """Weighs what documents share by inverse document frequency (Sparck Jones 1972).

    ``held`` gives the words and place ids of each document; what no document holds weighs nothing.
    """

    def __init__(self, held: Mapping[str, Set[str]]) -> None:
        count = Counter(feature for features in held.values() for feature in features)
        self._weights = {feature: math.log((1 + len(held)) / times) for feature, times in count.items()}
        self._squares = {feature: weight**2 for feature, weight in self._weights.items()}
        by_weight = sorted(self._weights, key=lambda each: (-self._weights[each], each))
        self._rank = {feature: rank for rank, feature in enumerate(by_weight)}
        self.is_small = len(held) < _SMALL
        self._most = math.log(max(len(held), _SMALL))

    def features(self, features: Set[str]) -> Features:
        """A set that is to be held against many, with what it weighs."""
        return Features(features, self._square(features))

    def cosine(self, one: Features, two: Features) -> float:
        """Between 0 where nothing is shared and 1 where all is."""
        norm = math.sqrt(one.square * two.square)
        return self._square(one.words & two.words) / norm if norm else 0.0

    def rarest(self, one: Set[str], two: Set[str]) -> float:
        """How rare the rarest thing is that both hold: about 1 where it is in hardly any other document."""
        return max((self._weights.get(each, 0.0) for each in one & two), default=0.0) / self._most

    def telling(self, features: Iterable[str], most: int) -> list[str]:
        """The features, all of them held, that are in the fewest documents, at most so many."""
        return sorted(features, key=self._rank.__getitem__)[:most]

    def _square(self, features: Set[str]) -> float:
        # In a fixed order, since the sum of floats depends on it.
        return sum([self._squares.get(each, 0.0) for each in sorted(features)])
