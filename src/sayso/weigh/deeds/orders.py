"""Disputes over what was ordered: tellings of one order that have its giver order another deed.

An order is one where one giver gives it within a few days, against the same sort of target, for a deed of one kind.
Who tells of two orders himself knows them apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from sayso.records.claim import BIDDEN, Claim, Deed, Plover, Status
from sayso.records.ids import make_id
from sayso.records.matter import Dispute, DisputeKind
from sayso.records.pile import Pile
from sayso.records.when import edtf_interval
from sayso.weigh.sides import side
from sayso.weigh.speaking import Speakers
from sayso.weigh.standing import affirms
from sayso.weigh.surroundings import Surroundings, content_words

_ORDERS = frozenset({"order", "command", "instruct", "direct", "tell", "decree"})
_NEWS_DAYS = 3
_LARGEST_BLOCK = 60


@dataclass(frozen=True, slots=True)
class Order:
    """That ``giver`` ordered ``deed``: the claim of the order, that of the ordered deed, and against whom it goes.

    ``nouns`` are the words for whom or what it goes against; ``day`` is that of the order, else of its telling.
    """

    claim: Claim
    ordered: Claim
    deed: Deed
    giver: str
    name: str
    nouns: frozenset[str]
    target: str
    day: date | None

    @property
    def words(self) -> str:
        """What was ordered, as the text has it, from the verb on or with the target before it."""
        verb, quote = self.deed.verb, self.ordered.quote
        told = quote[verb.start - self.ordered.span.start :] if verb.start >= self.ordered.span.start else quote
        if self.target not in told:
            told = quote
        elif not self.what[1]:
            told = f"not to {told}"
        return " ".join(told.split())

    @property
    def what(self) -> tuple[str, bool]:
        """The ordered deed, and whether it is to be done."""
        return self.deed.mode or self.deed.lemma, affirms(self.ordered)


def over_orders(
    pile: Pile, around: Surroundings, speakers: Speakers, origin_of: Mapping[str, str]
) -> Iterator[Dispute]:
    """A dispute for each giver whose one order is told in ways that differ, in their order."""
    by_giver: dict[tuple[str, Plover], list[Order]] = defaultdict(list)
    for claim in pile.claims.values():
        for order in _orders(claim, pile, around, speakers):
            by_giver[order.giver, order.deed.plover].append(order)
    for _, orders in sorted(by_giver.items(), key=lambda each: each[0]):
        for together in _at_odds(orders, origin_of) if len(orders) <= _LARGEST_BLOCK else ():
            yield _dispute(together, around, origin_of)


def _orders(claim: Claim, pile: Pile, around: Surroundings, speakers: Speakers) -> Iterator[Order]:
    """The order that a claim is of: by the one who gives it, for the deed told next in its sentence."""
    content = claim.content
    if not isinstance(content, Deed) or content.lemma not in _ORDERS or content.plover is not Plover.REQUEST:
        return
    if claim.status is not Status.ACTUAL or not affirms(claim):
        return
    givers = [speakers.party(role, claim) for role in content.roles if role.role == "actor"]
    if len(givers) != 1 or not givers[0].keys:
        return
    ordered = [
        each
        for each in around.told_in(claim)
        if each.status in BIDDEN and isinstance(each.content, Deed) and each.content.verb.start > content.verb.start
    ]
    first = min(ordered, key=lambda each: (each.content.verb.start, each.id), default=None)  # type: ignore[union-attr]
    if first is None or not isinstance(first.content, Deed):
        return
    targets = [role.text for role in first.content.roles if role.role == "recipient"]
    nouns = frozenset(word for text in targets for word in content_words(text))
    said = edtf_interval(pile.passages[claim.passage].published)[0]
    day = edtf_interval(content.when.edtf if content.when else None)[0] or said
    for giver in sorted(givers[0].keys) if nouns else ():
        yield Order(claim, first, first.content, giver, givers[0].name, nouns, targets[0], day)


def _at_odds(orders: Sequence[Order], origin_of: Mapping[str, str]) -> list[list[Order]]:
    """Orders told in ways that differ, together with those told in the same way as either."""
    found: list[list[Order]] = []
    for one, two in combinations(sorted(orders, key=lambda each: each.claim.id), 2):
        if not _is_one_order(one, two) or one.what == two.what:
            continue
        if origin_of[one.claim.id] == origin_of[two.claim.id] or _tells_of_both(one, two, orders):
            continue
        nouns = one.nouns & two.nouns
        told = [each for each in orders if each.nouns & nouns and each.what in (one.what, two.what)]
        if not any({each.claim.id for each in told} & {each.claim.id for each in other} for other in found):
            found.append(told)
    return found


def _is_one_order(one: Order, two: Order) -> bool:
    if not one.nouns & two.nouns or one.day is None or two.day is None:
        return False
    return abs((one.day - two.day).days) <= _NEWS_DAYS


def _tells_of_both(one: Order, two: Order, orders: Sequence[Order]) -> bool:
    """Whether some report tells of the one and of the other: then there were two."""
    tellers = [
        {each.claim.passage for each in orders if each.what == told.what and each.nouns & one.nouns & two.nouns}
        for told in (one, two)
    ]
    return bool(tellers[0] & tellers[1])


def _dispute(orders: Sequence[Order], around: Surroundings, origin_of: Mapping[str, str]) -> Dispute:
    told: dict[tuple[str, bool], list[Order]] = defaultdict(list)
    for each in sorted(orders, key=lambda one: (one.claim.document, one.claim.span, one.claim.id)):
        told[each.what].append(each)
    shared = frozenset.intersection(*(each.nouns for each in orders))
    nouns = (word for each in orders for word in each.target.split() if content_words(word) & shared)
    noun = max(nouns, key=lambda word: (len(word), word), default=orders[0].target)
    words = {what: min((each.words for each in group), key=lambda one: (len(one), one)) for what, group in told.items()}
    first, second, *_ = (f"“{words[what]}”" for what in sorted(words, key=lambda each: words[each]))
    matter = around.matter_of[min(each.claim.id for each in orders)]
    return Dispute(
        id=make_id("x", matter, "ordered", min(each.claim.id for each in orders)),
        matter=matter,
        slot="ordered",
        kind=DisputeKind.CONTRADICTION,
        question=f"What did {orders[0].name} order? — {noun}",
        values=tuple(
            side(words[what], (each.claim for each in told[what]), origin_of)
            for what in sorted(told, key=lambda each: words[each])
        ),
        reasons=(
            f"{first} and {second} are told of one giver within {_NEWS_DAYS} days, of the same sort of target: "
            "they differ, unless one tells the order more loosely",
        ),
    )
