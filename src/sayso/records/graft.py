"""What a few documents that came in add to the findings of a case that was worked out before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.records.pile import Findings


@dataclass(frozen=True, slots=True)
class Graft:
    """``changed`` holds whole records that are new or take the place of those with their id; all its copies are new.

    Of the matters in ``changed`` its accounts are all there are. ``meanings`` is what new ids stand for, ``documents``
    are those added.
    """

    changed: Findings = field(default_factory=Findings)
    meanings: Mapping[str, str] = field(default_factory=dict)
    documents: tuple[str, ...] = ()
