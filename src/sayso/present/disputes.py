"""One dispute laid out: the question, its sides with what they count and who says so, and figures on one scale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.present.lines import EventRow, Line, event_row, make_line
from sayso.present.questions import DISPUTE_WORDS, as_of_words, noun_of, question_words
from sayso.present.support import origins_behind
from sayso.present.view import View
from sayso.present.words import Shape, standing
from sayso.records.claim import Claim, Quantity, Stance
from sayso.records.matter import Dispute, DisputeKind, DisputeValue

KIND_MEANINGS = {
    DisputeKind.CONTRADICTION: "The same thing, the same scope, the same time: these values cannot all hold.",
    DisputeKind.UPDATE: "The same count at different times: the later value brings the earlier up to date.",
    DisputeKind.OTHER_SCOPE: "These values count different things, places or periods, and may all hold.",
    DisputeKind.PERHAPS: "Only likeness brings these together: they may well be of different things.",
    DisputeKind.COMPATIBLE: "These look at odds and can hold together.",
}
_OF_DEALINGS = {
    DisputeKind.CONTRADICTION: "One side says it or suggests it, the other denies it: both cannot hold.",
    DisputeKind.COMPATIBLE: "A denial reaches no further than its words: what is said beside it can hold too.",
}
_UNTOUCHED_MOST = 8
_MANY = {"person": "people", "child": "children", "woman": "women", "man": "men", "percent": "per cent"}


@dataclass(frozen=True, slots=True)
class Point:
    """One figure on the scale: its ends, None where it is open, and the line that states it.

    ``hedge`` are the words that round or bound it, ``counted`` what it counts.
    """

    stated: str
    hedge: str
    counted: str
    low: float | None
    high: float | None
    line: Line


@dataclass(frozen=True, slots=True)
class Side:
    """One value with its origins, how many they count as, and its lines.

    ``is_denial`` is set where all say it is not so, ``denied`` where one denies.
    """

    value: str
    origins: tuple[str, ...]
    counted: int
    is_denial: bool
    denied: bool
    points: tuple[Point, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class DisputeDetail:
    """All that a dispute's page says."""

    id: str
    title: str
    topic: str
    slot: str
    kind: str
    meaning: str
    reasons: tuple[str, ...]
    about: EventRow | None
    sides: tuple[Side, ...]
    untouched: tuple[Line, ...]
    as_of: str


def dispute_detail(view: View, dispute: Dispute) -> DisputeDetail:
    """Lay out one dispute."""
    matter = view.matters.get(dispute.matter)
    told = (view.account_of.get(claim) for value in dispute.values for claim in value.claims)
    labels = {each.origin: each.label for each in told if each is not None}
    sides = []
    for value in dispute.values:
        claims = [view.pile.claims[each] for each in value.claims if each in view.pile.claims]
        lines = tuple(make_line(view, each) for each in claims)
        sides.append(
            Side(
                value=value.value,
                origins=tuple(labels.get(each, "an origin not named") for each in value.origins),
                counted=len(origins_behind(view, claims)),
                is_denial=bool(claims) and all(standing(each).shape is Shape.DENIED for each in claims),
                denied=any(voice.stance is Stance.DENIES for each in claims for voice in each.voices),
                points=tuple(_points(view, claims, lines)),
                lines=lines,
            )
        )
    title, topic = question_words(view, dispute)
    return DisputeDetail(
        id=dispute.id,
        title=title,
        topic=topic,
        slot=dispute.slot,
        kind=DISPUTE_WORDS[dispute.kind],
        meaning=_OF_DEALINGS.get(dispute.kind, "") if dispute.slot == "dealings" else KIND_MEANINGS[dispute.kind],
        reasons=dispute.reasons,
        about=event_row(view, matter) if matter else None,
        sides=tuple(sides),
        untouched=_untouched(view, dispute) if any(side.is_denial for side in sides) else (),
        as_of=as_of_words(view, dispute),
    )


def points_of(view: View, value: DisputeValue) -> tuple[Point, ...]:
    """The figures of one side of a dispute; none where it is over something else than numbers."""
    claims = [view.pile.claims[each] for each in value.claims if each in view.pile.claims]
    return tuple(_points(view, claims, tuple(make_line(view, each) for each in claims)))


def _points(view: View, claims: list[Claim], lines: tuple[Line, ...]) -> Iterator[Point]:
    """The figures of one value, copies folded: a copy is drawn only where what it copies is not here."""
    own = [each for each in claims if (found := view.account_of.get(each.id)) is None or each.id not in found.copies]
    for claim, line in zip(claims, lines, strict=True):
        if isinstance(claim.content, Quantity) and (claim in own or not own):
            yield _point(claim, line)


def _point(claim: Claim, line: Line) -> Point:
    quantity = claim.content
    assert isinstance(quantity, Quantity)
    counted = noun_of(quantity) or _many(quantity.unit or "")
    # A bare number counts what is asked about: its measure says no more than that it is a number.
    measure = "" if quantity.measure == "count" or (counted and quantity.measure == "people") else quantity.measure
    what = f"{counted} {measure}".strip() or "not said"
    counted = f"{what}, {quantity.scope}" if quantity.scope else what
    return Point(
        " ".join(quantity.stated.split()), quantity.hedge or "no hedge", counted, quantity.low, quantity.high, line
    )


def _many(unit: str) -> str:
    """A unit as the thing counted: people, clerks; measures and currencies stay as they are."""
    if unit in _MANY:
        return _MANY[unit]
    return f"{unit}s" if len(unit) > 3 and unit.isalpha() and unit.islower() and not unit.endswith("s") else unit


def _untouched(view: View, dispute: Dispute) -> tuple[Line, ...]:
    """What is said of the same matter and of what it is part of, and is neither denied nor a denial here."""
    matter = view.matters.get(dispute.matter)
    if matter is None:
        return ()
    involved = {claim for value in dispute.values for claim in value.claims}
    whole = view.matters.get(matter.part_of or "")
    wider = [*view.quantities_for(matter), *(view.claims_of(whole) if whole else ())]
    claims = {each.id: each for each in (*view.claims_of(matter), *wider) if each.id not in involved}
    kept = [each for each in claims.values() if standing(each).shape is not Shape.DENIED]
    return tuple(make_line(view, each) for each in kept[:_UNTOUCHED_MOST])
