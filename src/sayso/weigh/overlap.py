"""How far two sets of words and places are the same, each word weighed by how few documents hold it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Set

_SMALL = 50  # documents; in a smaller pile no word is known to be rare


class Overlap:
    """Weighs what documents share by inverse document frequency (Sparck Jones 1972).

    ``held`` gives the words and place ids of each document; what no document holds weighs nothing.
    """

    def __init__(self, held: Mapping[str, Set[str]]) -> None:
        count = Counter(feature for features in held.values() for feature in features)
        self._weights = {feature: math.log((1 + len(held)) / times) for feature, times in count.items()}
        self.is_small = len(held) < _SMALL
        self._most = math.log(max(len(held), _SMALL))

    def cosine(self, one: Set[str], two: Set[str]) -> float:
        """Between 0 where nothing is shared and 1 where all is."""
        norm = math.sqrt(self._square(one) * self._square(two))
        return self._square(one & two) / norm if norm else 0.0

    def rarest(self, one: Set[str], two: Set[str]) -> float:
        """How rare the rarest thing is that both hold: about 1 where it is in hardly any other document."""
        return max((self._weights.get(each, 0.0) for each in one & two), default=0.0) / self._most

    def telling(self, features: Iterable[str], most: int) -> list[str]:
        """The features that are in the fewest documents, at most so many."""
        return sorted(features, key=lambda each: (-self._weights.get(each, 0.0), each))[:most]

    def _square(self, features: Set[str]) -> float:
        return sum(self._weights.get(each, 0.0) ** 2 for each in sorted(features))
