"""What pairs join, as groups."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def joined(items: Iterable[T], pairs: Iterable[tuple[T, T]]) -> list[list[T]]:
    """The items in groups, two in one where pairs lead from one to the other; groups come in order of their first."""
    group = {each: [each] for each in items}
    for one, two in pairs:
        if group[one] is not group[two]:
            group[one].extend(group[two])
            for member in group[two]:
                group[member] = group[one]
    return list({id(each): each for each in group.values()}.values())
