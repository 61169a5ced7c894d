"""When the armed groups of a pile are told of: two that bear one name a generation apart are two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.records.actor import MentionKind
from sayso.records.claim import Claim, Deed, Quantity, Tie
from sayso.records.pile import Pile
from sayso.records.when import When, edtf_interval
from sayso.resolve.actors.bearers import Bearer

_GENERATION = 20  # years of silence after which one name need not be one group

Era = tuple[int, int]


def eras(pile: Pile, bearers: Sequence[Bearer]) -> dict[int, Era]:
    """First and last year that the claims about each armed group (by index) speak of; none where nothing is dated.

    A claim without a date of its own counts as of the year its passage was published.
    """
    index_of = {
        mention: index
        for index, each in enumerate(bearers)
        if each.kind is MentionKind.ARMED_GROUP
        for mention in each.mentions
    }
    found: dict[int, set[int]] = defaultdict(set)
    for claim in pile.claims.values():
        involved = {index_of[each] for each in _mentions(claim) if each in index_of}
        if involved:
            years = _years(claim, pile)
            for index in involved:
                found[index].update(years)
    return {index: (min(years), max(years)) for index, years in found.items() if years}


def generations(indices: Sequence[int], told: Mapping[int, Era]) -> list[list[int]]:
    """Bearers of one name (by index) parted where nothing is told of it for a generation, earliest first.

    Those nothing dates stand with the last, which is whom the news mostly means.
    """
    dated = sorted((told[index], index) for index in indices if index in told)
    groups: list[list[int]] = []
    last = 0
    for (first, until), index in dated:
        if not groups or first - last >= _GENERATION:
            groups.append([])
        groups[-1].append(index)
        last = max(last, until)
    undated = [index for index in indices if index not in told]
    if not groups:
        return [undated]
    groups[-1].extend(undated)
    return groups


def apart(one: Era | None, other: Era | None) -> bool:
    """Whether a generation lies between two eras."""
    if one is None or other is None:
        return False
    (_, last), (first, _) = sorted((one, other))
    return first - last >= _GENERATION


def _mentions(claim: Claim) -> list[str]:
    content = claim.content
    if isinstance(content, Deed):
        roles = content.roles
    elif isinstance(content, Tie):
        roles = (content.a, content.b)
    else:
        roles = () if isinstance(content, Quantity) else (content.actor,)
    return [role.mention for role in roles if role.mention is not None]


def _years(claim: Claim, pile: Pile) -> set[int]:
    content = claim.content
    times: tuple[When | None, ...] = ()
    if isinstance(content, Deed | Quantity):
        times = (content.when,)
    elif isinstance(content, Tie):
        times = (content.start, content.until, content.as_of)
    stated = {day.year for when in times if when is not None for day in when.interval if day is not None}
    if stated:
        return stated
    passage = pile.passages.get(claim.passage)
    published = edtf_interval(passage.published) if passage is not None else (None, None)
    return {day.year for day in published if day is not None}
