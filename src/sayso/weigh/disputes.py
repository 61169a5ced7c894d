"""Disputes: accounts of one matter that cannot all hold, or look as if they could not, each typed with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from sayso.records.claim import Claim, Polarity, Quantity, Stance, Status
from sayso.records.ids import make_id
from sayso.records.matter import Dispute, DisputeKind, DisputeValue, Matter, MatterKind
from sayso.records.pile import Findings, Pile
from sayso.records.when import edtf_interval
from sayso.weigh.figures import Figure, compare
from sayso.weigh.parties import Parties, over_who

_GRAVEST = (DisputeKind.CONTRADICTION, DisputeKind.UPDATE, DisputeKind.OTHER_SCOPE, DisputeKind.COMPATIBLE)
_MOST_VALUES = 40
_MOST_REASONS = 6


def find_disputes(pile: Pile, findings: Findings, origin_of: Mapping[str, str]) -> tuple[Dispute, ...]:
    """Disputes over figures, over who did it and over whether a thing is so, in order of matter and slot."""
    matters = findings.matters
    by_id = {matter.id: matter for matter in matters}
    parties = Parties.of(findings, pile)
    found: list[Dispute] = []
    for matter in matters:
        claims = [pile.claims[claim] for claim in matter.claims]
        if matter.kind is MatterKind.QUANTITY:
            whole = by_id.get(matter.part_of or "")
            found.extend(_over_figures(pile, matter, whole, claims, origin_of))
        elif matter.kind in (MatterKind.EVENT, MatterKind.TIE):
            found.extend(_over_whether(matter, claims, origin_of))
            if matter.kind is MatterKind.EVENT:
                found.extend(over_who(matter, claims, origin_of, parties))
    return tuple(sorted(found, key=lambda each: (each.matter, each.slot)))


def _over_figures(
    pile: Pile, matter: Matter, whole: Matter | None, claims: Iterable[Claim], origin_of: Mapping[str, str]
) -> Iterator[Dispute]:
    figures = [
        Figure(claim, claim.content, origin_of[claim.id], edtf_interval(pile.passages[claim.passage].published)[0])
        for claim in claims
        if isinstance(claim.content, Quantity)
        and claim.polarity is Polarity.YES
        and claim.status in (Status.ACTUAL, Status.POSSIBLE)
    ]
    judged = [
        (kind, reason)
        for one, two in combinations(figures[:_MOST_VALUES], 2)
        if _of_one_thing(one, two, figures) and (verdict := compare(one, two)) is not None
        for kind, reason in (verdict,)
    ]
    if not judged:
        return
    kind = min((each for each, _ in judged), key=_GRAVEST.index)
    measure = figures[0].quantity.measure
    yield Dispute(
        id=make_id("x", matter.id, measure),
        matter=(whole or matter).id,
        slot=measure,
        kind=kind,
        question=_how_many(measure, matter, whole),
        values=_values(figures),
        reasons=tuple(dict.fromkeys(reason for _, reason in sorted(judged, key=_by_gravity)))[:_MOST_REASONS],
    )


def _by_gravity(judged: tuple[DisputeKind, str]) -> tuple[int, str]:
    return _GRAVEST.index(judged[0]), judged[1]


def _of_one_thing(one: Figure, two: Figure, figures: Sequence[Figure]) -> bool:
    """Whether to hold two figures against one another.

    Not within one sentence, where figures add up; and not where a document has a figure for the very people that the
    other counts, since that is the one to compare.
    """
    if one.claim.sentence == two.claim.sentence and one.claim.document == two.claim.document:
        return False
    if one.counted == two.counted:
        return True
    closer = ((one.claim.document, two.counted), (two.claim.document, one.counted))
    return not any((each.claim.document, each.counted) in closer for each in figures if each not in (one, two))


def _how_many(measure: str, matter: Matter, whole: Matter | None) -> str:
    about = whole.label if whole is not None else matter.label.split(": ", 1)[-1]
    return f"How many were {measure}? — {about}"


def _values(figures: Sequence[Figure]) -> tuple[DisputeValue, ...]:
    groups: dict[object, list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[(figure.interval, figure.quantity.unit, figure.quantity.scope)].append(figure)
    ordered = sorted(groups.values(), key=lambda each: (each[0].quantity.low or 0, each[0].words, each[0].claim.id))
    return tuple(
        DisputeValue(
            value=min((each.words for each in group), key=lambda words: (len(words), words)),
            claims=tuple(sorted(each.claim.id for each in group)),
            origins=tuple(sorted({each.origin for each in group})),
        )
        for group in ordered
    )


def _over_whether(matter: Matter, claims: Iterable[Claim], origin_of: Mapping[str, str]) -> Iterator[Dispute]:
    sides: dict[bool, list[Claim]] = {True: [], False: []}
    for claim in claims:
        if claim.status in (Status.ACTUAL, Status.POSSIBLE):
            sides[_affirms(claim)].append(claim)
    if not sides[True] or not sides[False]:
        return
    if {origin_of[claim.id] for claim in sides[True]} == {origin_of[claim.id] for claim in sides[False]}:
        return
    yield Dispute(
        id=make_id("x", matter.id, "whether"),
        matter=matter.id,
        slot="whether",
        kind=DisputeKind.CONTRADICTION,
        question=f"Is it so? — {matter.label}",
        values=tuple(
            DisputeValue(
                value="it is so" if side else "it is not so",
                claims=tuple(sorted(claim.id for claim in sides[side])),
                origins=tuple(sorted({origin_of[claim.id] for claim in sides[side]})),
            )
            for side in (True, False)
        ),
        reasons=(_denial(sides[False]),),
    )


def _affirms(claim: Claim) -> bool:
    """Whether the claim says it is so; what is denied counts as said not to be so, however the denial is worded."""
    return claim.polarity is Polarity.YES and all(voice.stance is not Stance.DENIES for voice in claim.voices)


def _denial(claims: Sequence[Claim]) -> str:
    first = min(claims, key=lambda each: each.id)
    denier = next((voice.name for voice in reversed(first.voices) if voice.stance is Stance.DENIES), None)
    quote = " ".join(first.quote.split())
    return f"{denier} denies it: “{quote}”" if denier else f"one account says it is not so: “{quote}”"
