"""Which side of a copied stretch has its words from the other, where something in the texts shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.language.outlets import same_outlet
from sayso.records.document import Edition, Passage, PassageRole, Span
from sayso.records.matter import SAID_TWICE, SHARED_QUOTATION
from sayso.records.when import edtf_interval
from sayso.trace.credits import Credit, credit_to

_WHOLE = 0.9  # of a passage's words, from which on it is as good as all of them
_LONGER = 1.5
_SHARED = 0.8  # of a stretch inside quotation marks, from which on it is a quotation
_MARKS = re.compile('[“”"]')
_ELLIPSES = ("…", "...", "[…]", "[...]")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a stretch that two passages share. ``words`` counts those of its passage."""

    edition: Edition
    passage: Passage
    span: Span
    matched: int
    words: int
    credits: tuple[Credit, ...]

    @property
    def outlet(self) -> str | None:
        """Who publishes the passage, as far as it says."""
        return self.passage.outlet

    @property
    def is_whole(self) -> bool:
        """Whether the stretch is as good as all of the passage."""
        return self.matched >= _WHOLE * self.words

    @property
    def is_inset(self) -> bool:
        """Whether the passage is set into a document as another's words, or is part of what is."""
        chain = self.edition.chain_of(self.passage)
        return any(each.role in (PassageRole.QUOTE, PassageRole.DIGEST_ITEM) for each in chain)


@dataclass(frozen=True, slots=True)
class Direction:
    """``way`` is ``from`` where the first side is the copy, ``to`` where the second is, else ``unknown``.

    ``credit`` is the outlet that the words are credited to, where a text names one.
    """

    way: str
    reason: str
    credit: str | None = None


def direction_of(one: Side, two: Side) -> Direction:
    """The way a copy went, by the strongest of what shows it: set-in quotations, credits, dates, then lengths."""
    if one.edition.document == two.edition.document and not (one.outlet and two.outlet and not _same_outlets(one, two)):
        return Direction("unknown", SAID_TWICE)
    if _is_shared_quotation(one) and _is_shared_quotation(two):
        return Direction("unknown", SHARED_QUOTATION)
    return (
        _by_setting(one, two)
        or _by_credit(one, two)
        or _by_date(one, two)
        or _by_length(one, two)
        or _unknown(one, two)
    )


def _unknown(one: Side, two: Side) -> Direction:
    named = next((each.outlet for each in (one, two) if each.is_inset and each.outlet), None)
    quoted = f"it is quoted there from {named}, and " if named else ""
    return Direction("unknown", f"{quoted}nothing shows which came first")


def _by_setting(one: Side, two: Side) -> Direction | None:
    """A quoted block or digest item has its words from the outlet it names."""
    if one.is_inset and two.is_inset and _same(one.outlet, two.outlet):
        return Direction("unknown", f"both quote it from {one.outlet}", one.outlet)
    for side, other, way in ((one, two, "from"), (two, one, "to")):
        if side.is_inset and not other.is_inset and _same(side.outlet, other.outlet):
            return Direction(way, f"it is quoted there from {other.outlet}", other.outlet)
    return None


def _by_credit(one: Side, two: Side) -> Direction | None:
    """The words are from the outlet that one side credits; if both credit the same, neither need know the other."""
    if _same_outlets(one, two) and (carried := _carried(one, two)) is not None:
        return carried
    for side, other, way in ((one, two, "from"), (two, one, "to")):
        credit = credit_to(side.credits, other.outlet)
        if credit is not None and not _same_outlets(one, two):
            return Direction(way, f"it credits {credit.outlet}: “{credit.words}”", credit.outlet)
    for outlet in _named_by(one):
        if any(same_outlet(outlet, each) for each in _named_by(two)):
            return Direction("unknown", f"both name {outlet}, and may both have it from there", outlet)
    return None


def _named_by(side: Side) -> tuple[str, ...]:
    """The outlets that a passage credits or is quoted from."""
    quoted = (side.outlet,) if side.is_inset and side.outlet else ()
    return (*quoted, *(each.outlet for each in side.credits))


def _first_published(side: Side) -> Credit | None:
    return next((each for each in side.credits if each.republished and _same(each.outlet, side.outlet)), None)


def _carried(one: Side, two: Side) -> Direction | None:
    """Of two texts of one outlet, the one that somebody else carries, or that says where it stood first."""
    for side, other, way in ((one, two, "from"), (two, one, "to")):
        if (first := _first_published(side)) is not None and _first_published(other) is None:
            return Direction(way, f"it says where it stood first: “{first.words}”", first.outlet)
        if (carrier := side.edition.carrier) is not None and not side.is_inset and other.edition.carrier is None:
            return Direction(way, f"{carrier} carries there what {other.outlet} published", other.outlet)
    if one.edition.carrier and two.edition.carrier and not same_outlet(one.edition.carrier, two.edition.carrier):
        return Direction("unknown", f"both carry what {one.outlet} published", one.outlet)
    return None


def _by_date(one: Side, two: Side) -> Direction | None:
    for older, younger, way in ((two, one, "from"), (one, two, "to")):
        last, first = edtf_interval(older.passage.published)[1], edtf_interval(younger.passage.published)[0]
        if last and first and last < first:
            credit = next((each.outlet for each in older.credits if not _same(each.outlet, older.outlet)), None)
            also = f"; that one credits {credit}" if credit else ""
            return Direction(
                way, f"published {older.passage.published}, before {younger.passage.published}{also}", credit
            )
    return None


def _by_length(one: Side, two: Side) -> Direction | None:
    """An excerpt has its words from the text it breaks off, and a cut from the longer text that holds all of it.

    Only where no dates speak against it, which is checked before; and not of a quotation that names another outlet.
    """
    for side, other, way in ((one, two, "from"), (two, one, "to")):
        if not side.is_whole or other.is_whole or other.words < _LONGER * side.words or other.is_inset:
            continue
        if side.is_inset and side.outlet:
            continue
        more = f"all of it stands in the other, which has {other.words - side.words} words more"
        if _breaks_off(side):
            return Direction(way, f"it breaks off with an ellipsis, and {more}")
        if side.is_inset:
            return Direction(way, f"it is set there as a quotation, and {more}")
        if not other.credits and not _same_outlets(one, two):
            return Direction(way, more)
    return None


def _breaks_off(side: Side) -> bool:
    tail = side.edition.text[side.span.end : side.passage.span.end]
    return not any(each.isalnum() for each in tail) and any(each in tail for each in _ELLIPSES)


def _same_outlets(one: Side, two: Side) -> bool:
    return _same(one.outlet, two.outlet)


def _same(one: str | None, two: str | None) -> bool:
    return bool(one and two) and same_outlet(one or "", two or "")


def _is_shared_quotation(side: Side) -> bool:
    """Whether nearly all of a stretch stands inside quotation marks that are not those around the whole passage."""
    start, end = side.passage.span.start, side.passage.span.end
    text = side.edition.text
    paragraph = max(start, text.rfind("\n", 0, side.span.start) + 1)
    opens: int | None = None
    inside = 0
    opened: int | None = None
    before = paragraph
    for match in _MARKS.finditer(text, paragraph, side.span.end):
        place, mark = match.start(), match[0]
        if opened is not None:
            inside += max(0, place - max(before, side.span.start))
        if mark == "“" or (mark == '"' and opened is None):
            opens = end - len(text[start:end].lstrip()) if opens is None else opens
            opened = place if place != opens or not side.is_inset else None
        else:
            opened = None
        before = place + 1
    if opened is not None:
        inside += max(0, side.span.end - max(before, side.span.start))
    return inside >= _SHARED * len(side.span)
