"""Disputes over how many took part: numbers that accounts of one protest, march or vigil give for the crowd.

A number counts the crowd where it stands in the words for who protested, or where its sentence tells of a protest and
gives several numbers on the word of several sources, as in "4,000 according to the police, 20,000 according to the
organisers".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from sayso.records.claim import Claim, Deed, Plover, Polarity, Quantity, Status
from sayso.records.document import Span
from sayso.records.ids import make_id
from sayso.records.matter import Dispute, Matter
from sayso.records.pile import Pile
from sayso.records.when import edtf_interval
from sayso.weigh.numbers.figures import Figure, core, judge, values
from sayso.weigh.standing import is_sourced
from sayso.weigh.surroundings import Surroundings

_MEASURES = frozenset({"people", "count"})
_UNITS = frozenset({None, "", "person", "civilian"})
_GAP = 3  # characters between a sentence and what follows it on its line
_LEAST = 20  # fewer are no crowd
_VAGUE = 2.0  # "thousands" spans more than this factor, and is no number to hold against another


def over_crowds(
    pile: Pile, matters: Mapping[str, Matter], around: Surroundings, origin_of: Mapping[str, str]
) -> Iterator[Dispute]:
    """One dispute for each event of protest whose crowd several origins put at numbers that differ, by event."""
    crowds: dict[str, dict[str, Claim]] = defaultdict(dict)
    protests = [each for each in pile.claims.values() if _is_protest(each)]
    ending = {(each.document, each.sentence.end): each for each in protests}
    for numbers in _by_sentence(pile).values():
        told = [each for each in around.told_in(numbers[0]) if _is_protest(each)]
        for event, claim in _counted(numbers, told or _told_before(numbers, ending), around, origin_of):
            crowds[event][claim.id] = claim
    for event in sorted(crowds):
        if event not in matters:
            continue
        figures = [_figure(claim, pile, origin_of) for _, claim in sorted(crowds[event].items())]
        judged = judge(figures) if len({each.origin for each in figures}) > 1 else None
        if judged is None:
            continue
        kind, reasons = judged
        yield Dispute(
            id=make_id("x", event, "crowd"),
            matter=event,
            slot="crowd",
            kind=kind,
            question=f"How many took part? — {matters[event].label}",
            values=values(figures),
            reasons=reasons,
        )


def _by_sentence(pile: Pile) -> dict[tuple[str, Span], list[Claim]]:
    found: dict[tuple[str, Span], list[Claim]] = defaultdict(list)
    for claim in pile.claims.values():
        quantity = claim.content
        if not isinstance(quantity, Quantity) or quantity.measure not in _MEASURES or quantity.unit not in _UNITS:
            continue
        if claim.polarity is not Polarity.YES or claim.status is not Status.ACTUAL or quantity.scope:
            continue
        is_vague = bool(quantity.low and quantity.high and quantity.high > _VAGUE * quantity.low)
        if (core(quantity) or 0) >= _LEAST and not is_vague:
            found[claim.document, claim.sentence].append(claim)
    return found


def _told_before(numbers: list[Claim], ending: Mapping[tuple[str, int], Claim]) -> list[Claim]:
    """The protest told right before a list of bare numbers: "thousands marched: 4,000 according to the police"."""
    if any(_quantity(each).unit for each in numbers):
        return []
    first = numbers[0]
    before = (ending.get((first.document, first.sentence.start - gap)) for gap in range(_GAP))
    return [each for each in before if each is not None][:1]


def _quantity(claim: Claim) -> Quantity:
    assert isinstance(claim.content, Quantity)
    return claim.content


def _counted(
    numbers: list[Claim], told: list[Claim], around: Surroundings, origin_of: Mapping[str, str]
) -> Iterator[tuple[str, Claim]]:
    """The events of some protests, each with the numbers of a sentence that count its crowd."""
    sourced = [each for each in numbers if is_sourced(each)]
    several = len({origin_of[each.id] for each in sourced}) > 1 and len(told) == 1
    for deed in told:
        event = around.event_of.get(deed.id)
        for claim in numbers if event is not None else ():
            if _takes_part(claim, deed) or (several and claim in sourced):
                yield str(event), claim


def _is_protest(claim: Claim) -> bool:
    deed = claim.content
    actual = claim.polarity is Polarity.YES and claim.status is Status.ACTUAL
    return isinstance(deed, Deed) and deed.plover is Plover.PROTEST and actual


def _takes_part(claim: Claim, deed: Claim) -> bool:
    """Whether a number stands in the words for who did a deed."""
    content = deed.content
    roles = content.roles if isinstance(content, Deed) else ()
    return any(each.role == "actor" and each.span.holds(claim.span) for each in roles)


def _figure(claim: Claim, pile: Pile, origin_of: Mapping[str, str]) -> Figure:
    quantity = _quantity(claim)
    said = edtf_interval(pile.passages[claim.passage].published)[0]
    return Figure(claim, quantity, core(quantity) or 0, "all", origin_of[claim.id], said)
