"""Disputes over when a thing was: what one text tells on two days, and the death of one person on two days.

Two texts seldom let tell whether they speak of one thing; nobody dies twice, though. A day between the two is none:
clocks, nights and the day a report was written on make as much.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from sayso.records.actor import MentionForm, MentionKind
from sayso.records.claim import OTHER_DAY, TOLD, UNSAID, Claim, Deed, Plover
from sayso.records.ids import make_id
from sayso.records.matter import Dispute, DisputeKind
from sayso.records.pile import Findings, Pile
from sayso.records.when import Precision, When
from sayso.weigh.sides import side
from sayso.weigh.standing import affirms
from sayso.weigh.surroundings import Surroundings

_SLACK = timedelta(1)
_NEAR = timedelta(366)  # further apart one of the two years is a slip, or there are two of one name
_FATAL = re.compile(
    r"\b(?:kill|murder|execut|assassinat|behead|died?\b|dead\b|death|drown|perish|shot dead)", re.IGNORECASE
)
_NOT_YET = re.compile(r"\b(?:wounded|injured|survived|attempt|threat|later|since|buried|funeral)", re.IGNORECASE)
_LARGEST_BLOCK = 60


def over_when(pile: Pile, findings: Findings, around: Surroundings, origin_of: Mapping[str, str]) -> Iterator[Dispute]:
    """Disputes over the day of what was told, in order of the claims that tell it."""
    for claim in pile.claims.values():
        told = pile.claims.get(claim.about or "")
        again = told is not None and any(each.startswith(OTHER_DAY) for each in claim.reasons)
        if told is not None and again and affirms(claim) and affirms(told):
            yield _dispute((told, claim), _words(told), around, origin_of)
    for name, deaths in _deaths(pile, findings):
        for one, two in combinations(deaths, 2):
            if one.document != two.document and _differ(one, two):
                yield _dispute((one, two), f"the death of {name}", around, origin_of)
                break


def _deaths(pile: Pile, findings: Findings) -> Iterator[tuple[str, Sequence[Claim]]]:
    """The claims that tell on what day somebody with a name died, by person."""
    named = {
        mention: actor
        for actor in findings.actors
        if actor.kind is MentionKind.PERSON
        for mention in actor.mentions
        if mention in pile.mentions and pile.mentions[mention].form is MentionForm.NAME
    }
    found: dict[str, list[Claim]] = defaultdict(list)
    names = {actor.id: actor.name for actor in named.values()}
    for claim in pile.claims.values():
        deed = claim.content
        if not isinstance(deed, Deed) or deed.plover not in (Plover.ASSAULT, Plover.DEATH) or not _is_told(claim, deed):
            continue
        struck = [
            named[each.mention or ""] for each in deed.roles if each.role == "recipient" and each.mention in named
        ]
        if len(struck) == 1:
            found[struck[0].id].append(claim)
    for actor, deaths in sorted(found.items()):
        if len(deaths) <= _LARGEST_BLOCK:
            yield names[actor], sorted(deaths, key=lambda each: (each.document, each.span, each.id))


def _is_told(claim: Claim, deed: Deed) -> bool:
    """Whether a claim says that it was so, that it killed, and on what day of the month, in figures."""
    if claim.status not in TOLD or not affirms(claim) or UNSAID in claim.reasons:
        return False
    fatal = _FATAL.search(f"{deed.lemma} {deed.mode or ''} {claim.quote}") and not _NOT_YET.search(claim.quote)
    return bool(fatal) and deed.when is not None and _day(deed.when) is not None


def _day(when: When) -> date | None:
    first, last = when.interval
    stated = when.precision is Precision.DAY and any(each.isdigit() for each in when.text)
    return first if stated and first == last and not when.modifier else None


def _differ(one: Claim, two: Claim) -> bool:
    assert isinstance(one.content, Deed)
    assert isinstance(two.content, Deed)
    mine, theirs = (_day(each.when) if each.when is not None else None for each in (one.content, two.content))
    if mine is None or theirs is None or not _SLACK < abs(mine - theirs) <= _NEAR:
        return False
    # One day of the year is one day: where a text leaves out the year it was reckoned.
    return (mine.day, mine.month) != (theirs.day, theirs.month)


def _dispute(told: tuple[Claim, Claim], what: str, around: Surroundings, origin_of: Mapping[str, str]) -> Dispute:
    early, late = told
    days = [_when(each) for each in told]
    matter = around.event_of.get(early.id) or around.matter_of[early.id]
    return Dispute(
        id=make_id("x", matter, "when", early.id, late.id),
        matter=matter,
        slot="when",
        kind=DisputeKind.CONTRADICTION,
        question=f"When was it? — {what}",
        values=tuple(side(day, (each,), origin_of) for day, each in zip(days, told, strict=True)),
        reasons=(f"one thing is told of two days, {days[0]} and {days[1]}",),
    )


def _when(claim: Claim) -> str:
    """The day that a claim gives, in words."""
    assert isinstance(claim.content, Deed)
    when = claim.content.when
    first, last = when.interval if when is not None else (None, None)
    if when is None or first is None or first != last:
        return when.text if when is not None else ""
    return f"{first.day} {first:%B %Y}"


def _words(claim: Claim) -> str:
    return f"“{' '.join(claim.quote.split())}”"
