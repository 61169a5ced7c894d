"""Quantity claims to matters: figures of an event by what they count in it, others by what, where and when."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.records.claim import Claim, Polarity, Quantity
from sayso.records.matter import BestWhen, Matter, MatterKind
from sayso.records.pile import Pile
from sayso.records.when import edtf_interval
from sayso.resolve.events.facts import DeedFacts, content_words
from sayso.resolve.matters.labels import Namer, matter_id

# Measures that different writers use for one count of people taken.
_SAME_MEASURE = {"abducted": "seized", "kidnapped": "seized", "arrested": "seized", "detained": "seized"}
# What befalls people in an event; a figure of these belongs to the event its passage is telling.
_BEFALLS = frozenset({"killed", "wounded", "seized", "missing"})
# What can be compared across documents without an event to hold on to.
_FLOWS = frozenset({"arrived", "rescued", "displaced", "killed", "wounded", "missing", "seized"})
_CLOSE = 500  # characters


@dataclass(frozen=True, slots=True)
class Events:
    """The events of a pile, by claim and in the order told, for figures to be read against."""

    of_claim: Mapping[str, Matter]
    facts: Mapping[str, DeedFacts]
    told: Mapping[str, tuple[tuple[int, ...], tuple[DeedFacts, ...]]]

    @classmethod
    def of(cls, matters: Iterable[Matter], facts: Mapping[str, DeedFacts]) -> Events:
        """Index events by their claims, and deeds of force by the passage that tells them."""
        by_passage: dict[str, list[DeedFacts]] = defaultdict(list)
        for each in facts.values():
            denied = each.claim.polarity is Polarity.NO and not each.deed.roles  # "there was no coup"
            if each.family == "force" and each.real and not denied:
                by_passage[each.claim.passage].append(each)
        told = {}
        for passage, deeds in by_passage.items():
            deeds.sort(key=lambda each: (each.claim.span.start, each.claim.id))
            told[passage] = (tuple(each.claim.span.start for each in deeds), tuple(deeds))
        return cls({claim: matter for matter in matters for claim in matter.claims}, facts, told)

    def whole_of(self, claim: str) -> str | None:
        """The id of the event a deed claim tells, or of what that event is part of."""
        matter = self.of_claim.get(claim)
        return (matter.part_of or matter.id) if matter else None

    def told_with(self, claim: Claim, quantity: Quantity) -> str | None:
        """The event whose telling a figure of casualties stands in: its own sentence's, else the one just before."""
        starts, deeds = self.told.get(claim.passage, ((), ()))
        last = bisect_right(starts, claim.sentence.end)
        same = [each for each in deeds[:last] if each.claim.sentence == claim.sentence]
        before = [each for each in deeds[:last] if 0 <= claim.span.start - each.claim.span.end <= _CLOSE]
        for each in (*same, *reversed(before)):
            if _times_agree(each, quantity):
                return self.whole_of(each.claim.id)
        return None


def _times_agree(facts: DeedFacts, quantity: Quantity) -> bool:
    low, high = edtf_interval(quantity.when.edtf if quantity.when else None)
    if low is None or high is None or facts.low is None or facts.high is None:
        return True
    return low <= facts.high and facts.low <= high


def quantity_matters(pile: Pile, events: Events, namer: Namer) -> Iterable[Matter]:
    """Matters of kind quantity over all quantity claims, each part of the event it counts for, if any."""
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in pile.claims.values():
        if isinstance(claim.content, Quantity):
            groups[_key(claim, claim.content, pile, events)].append(claim)
    by_id = {matter.id: matter for matter in events.of_claim.values()}
    for key, claims in groups.items():
        ids = tuple(sorted(claim.id for claim in claims))
        whole = str(key[1]) if key[0] == "of" else None
        first = min(claims, key=lambda each: each.id)
        yield Matter(
            id=matter_id(MatterKind.QUANTITY, ids),
            kind=MatterKind.QUANTITY,
            label=namer.quantity(first, by_id.get(whole or "")),
            claims=ids,
            when=_when(claims),
            place=_commonest(namer.place_of(claim) for claim in claims),
            part_of=whole,
            reasons=_reasons(key, len(ids)),
        )


def _key(claim: Claim, quantity: Quantity, pile: Pile, events: Events) -> tuple[object, ...]:
    measure = _SAME_MEASURE.get(quantity.measure, quantity.measure)
    whole = events.whole_of(quantity.of) if quantity.of else None
    if whole is None and measure in _BEFALLS:
        whole = events.told_with(claim, quantity)
    if whole is not None and measure in _FLOWS:
        return "of", whole, measure
    counted = content_words(quantity.stated)
    low, _ = edtf_interval(quantity.when.edtf if quantity.when else pile.passages[claim.passage].published)
    if measure not in _FLOWS or not counted or low is None:
        return "alone", claim.id
    return "count", measure, min(counted), low.year


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _when(claims: Sequence[Claim]) -> BestWhen | None:
    stated = sorted(
        (claim.content.when.edtf, claim.id, claim.content.when.text)
        for claim in claims
        if isinstance(claim.content, Quantity) and claim.content.when and claim.content.when.edtf
    )
    if not stated:
        return None
    edtf, claim_id, text = stated[0]
    return BestWhen(edtf, f"given as “{text}”", (claim_id,))


def _reasons(key: tuple[object, ...], claims: int) -> tuple[str, ...]:
    if claims < 2:
        return ()
    if key[0] == "of":
        return (f"all count the {key[2]} of one event",)
    return (f"all count {key[2]}, {key[1]}, in {key[3]}",)
