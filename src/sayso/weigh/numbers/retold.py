"""Counts that are told again, and otherwise: "nine people were killed at the crossing", "all 14 people killed there".

One that says that there were no more leaves no room for another of the same things, the same doing and the same time.
So much must be the same that neither who tells it nor how long after matters: a voice that gives both contradicts
itself, unless it says that its count moved, or counted more some days later.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

from sayso.language.counting import doings_in
from sayso.language.doings import like_words, stem
from sayso.records.claim import INSTEAD, MOVED, WHOLE, Claim, Polarity, Quantity, Status
from sayso.records.ids import make_id
from sayso.records.matter import Dispute, DisputeKind, Matter
from sayso.records.pile import Findings, Pile
from sayso.records.when import edtf_interval
from sayso.weigh.numbers.alike import OF_SOMETHING, Naming, Sum, made_of
from sayso.weigh.numbers.counts import CROWD, KINDS, MEASURES
from sayso.weigh.numbers.figures import Figure
from sayso.weigh.numbers.intervals import core
from sayso.weigh.numbers.rivals import FEW
from sayso.weigh.numbers.verdicts import values
from sayso.weigh.standing import affirms
from sayso.weigh.surroundings import content_words

_COUNTS = frozenset({"people", "count", "money", "rescued"})
_ADDS_UP = timedelta(31)  # what was counted for some time after may have grown
_FACTOR = 50  # counts further apart are of different things
_LARGEST_BLOCK = 30
_SHARED = 2  # words
_NAMED = 2  # names
_MOSTLY = 0.6
_BARE = content_words(
    "was were had has have been being when while total all only just year month week day hour per last ago whole"
)
# What the count is of is no word for what it was: a siege that killed seven is not a bombing that killed 202.
_BEFALLING = content_words("kill killed killing die died dead death wound wounded injure injured hurt arrest arrested")
_OTHERS = re.compile(r"\bothers?\b", re.IGNORECASE)
_ARTICLES = frozenset({"the", "all", "these", "those", "a", "an"})
_UNDER_ARMS = {"soldier", "fighter"}
_KINDS_TOGETHER = frozenset({"all", "civilians"})
_GENERIC = content_words("people person persons others life lives man men dead victims soul souls")


def over_retold(
    pile: Pile, findings: Findings, naming: Naming, origin_of: Mapping[str, str], found: Sequence[Dispute]
) -> Iterator[Dispute]:
    """Disputes over counts that one text or two give of the same; ``found`` are those that there are already."""
    around = naming.around
    told = [each for claim in pile.claims.values() if (each := _told(claim, naming, origin_of)) is not None]
    blocks: dict[tuple[str, str], list[Sum]] = defaultdict(list)
    for each in told:
        for word in sorted(each.words - _BARE):
            blocks[_sort(each), word].append(each)
    pairs: dict[tuple[str, str], tuple[Sum, Sum]] = {}
    for block in blocks.values():
        for one, two in combinations(block, 2) if len(block) <= _LARGEST_BLOCK else ():
            first, second = sorted((one, two), key=lambda each: each.claim.id)
            if (first.claim.id, second.claim.id) not in pairs and _are_of_one(first, second):
                pairs[first.claim.id, second.claim.id] = first, second
    weighed = [{claim for side in dispute.values for claim in side.claims} for dispute in found]
    matters = {each.id: each for each in findings.matters}
    for ids, (one, two) in sorted(pairs.items()):
        if not any(known.issuperset(ids) for known in weighed):
            yield _dispute(one, two, matters[around.matter_of[one.claim.id]])


def _told(claim: Claim, naming: Naming, origin_of: Mapping[str, str]) -> Sum | None:
    """A count with what it is told of, where the text tells that, and the number without a hedge."""
    quantity = claim.content
    if not isinstance(quantity, Quantity) or not quantity.topic or not affirms(claim):
        return None
    if quantity.measure not in _COUNTS and quantity.measure not in MEASURES:
        return None
    number = core(quantity)
    if claim.status is not Status.ACTUAL or claim.polarity is not Polarity.YES or not number:
        return None
    if quantity.low != quantity.high or {MOVED, INSTEAD} & set(claim.reasons) or (set(claim.reasons) - {WHOLE}):
        return None
    if any(_is_beside(each, quantity) for each in naming.around.told_in(claim) if each is not claim):
        return None
    said = edtf_interval(naming.around.pile.passages[claim.passage].published)[0]
    figure = Figure(claim, quantity, number, KINDS.get(quantity.unit or "person", "all"), origin_of[claim.id], said)
    return made_of(figure, naming)


def _is_beside(other: Claim, quantity: Quantity) -> bool:
    """Whether the sentence gives another number of what may be the same: "13 raids on the city and 11 on the town"."""
    beside = other.content
    if not isinstance(beside, Quantity) or beside.measure not in (*_COUNTS, *MEASURES):
        return False
    of_one_sort = beside.unit is None or beside.unit == quantity.unit or {beside.unit, quantity.unit} <= KINDS.keys()
    return of_one_sort and beside.measure in ("count", quantity.measure) and (core(beside) or 0) > 1


def _sort(one: Sum) -> str:
    measure = one.figure.quantity.measure
    return MEASURES.get(measure, one.sort) if measure not in OF_SOMETHING else one.sort


def _are_of_one(one: Sum, two: Sum) -> bool:
    """Whether two counts that differ are of the same, and one of them says that there were no more."""
    mine, theirs = one.figure, two.figure
    least, most = sorted((mine.number, theirs.number))
    if least == most or most > _FACTOR * least or not (_is_whole(one, two) or _is_of_one_named_day(one, two)):
        return False
    if (one.claim.document, one.claim.sentence) == (two.claim.document, two.claim.sentence):
        return False
    if _are_rest(mine) != _are_rest(theirs):
        return False  # "three other officers" are those beside somebody, and not "four officers"
    small, large = sorted((one, two), key=lambda each: each.figure.number)
    told = [each for each in small.figure.words.casefold().split() if each not in _ARTICLES][:1]
    if set(told) & set(large.topic.casefold().split()):
        return False  # "eight shots, six by the police"
    if mine.scope != theirs.scope or not _are_of_one_kind(one, two) or not _are_of_one_time(one, two):
        return False
    return _name_the_same(one, two) and _say_the_same(one, two)


def _are_rest(figure: Figure) -> bool:
    return _OTHERS.search(figure.quantity.stated) is not None


def _is_whole(one: Sum, two: Sum) -> bool:
    return WHOLE in (*one.claim.reasons, *two.claim.reasons)


def _is_of_one_named_day(one: Sum, two: Sum) -> bool:
    """Whether one voice tells, months apart, what befell people on one day, with two names for where or in what."""
    when = one.figure.quantity.when
    first, last = when.interval if when is not None else (None, None)
    befell = _sort(one) in MEASURES.values() and first is not None and first == last
    mine, theirs = one.figure, two.figure
    apart = mine.said is not None and theirs.said is not None and abs(mine.said - theirs.said) > _ADDS_UP
    return befell and apart and mine.origin == theirs.origin and len(one.names & two.names) >= _NAMED


def _are_of_one_kind(one: Sum, two: Sum) -> bool:
    kinds = {one.figure.kind, two.figure.kind}
    if len(kinds) > 1 and kinds != _KINDS_TOGETHER:
        return False
    units = {one.figure.quantity.unit, two.figure.quantity.unit}
    if units == _UNDER_ARMS:
        return False  # those of the one side are never those of the other
    nouns = {one.noun, two.noun} - _GENERIC - {""}
    return len(nouns) < 2 or bool(like_words(one.noun) & like_words(two.noun))


def _are_of_one_time(one: Sum, two: Sum) -> bool:
    """Whether both give one time, be it a day or a year, or neither gives any."""
    mine, theirs = (each.figure.quantity.when for each in (one, two))
    if mine is None or theirs is None:
        return mine is theirs
    return mine.edtf is not None and mine.edtf == theirs.edtf and mine.modifier == theirs.modifier


def _name_the_same(one: Sum, two: Sum) -> bool:
    """Whether what either names is named by the other, or at the beginning of its text."""
    return all(
        name in there
        for mine, theirs in ((one, two), (two, one))
        for there in (theirs.scene | theirs.words,)
        for name in mine.names
    )


def _say_the_same(one: Sum, two: Sum) -> bool:
    """Whether the clauses tell of one doing, and the shorter little that the other does not."""
    mine, theirs = (each.words - _BARE - _BEFALLING for each in (one, two))
    fewer, more = sorted((mine, theirs), key=len)
    stems = {stem(each) for each in more} | more
    both = {word for word in fewer if word in more or not like_words(word).isdisjoint(stems)}
    told_otherwise = bool(one.doings & two.doings) and not doings_in(" ".join(both))
    shared = len(both) + told_otherwise
    return shared >= max(_SHARED, _MOSTLY * len(fewer))


def _dispute(one: Sum, two: Sum, matter: Matter) -> Dispute:
    early, late = sorted((one, two), key=lambda each: (str(each.figure.said), each.claim.document, each.claim.span))
    grew = (
        early.figure.said is not None
        and late.figure.said is not None
        and timedelta(0) < late.figure.said - early.figure.said <= _ADDS_UP
        and late.figure.number > early.figure.number
    )
    told = tuple(replace(each.figure, told="") for each in (early, late))
    words = " and ".join(f"“{each.words}”" for each in told)
    whole = next((f", and “{each.words}” as all there were" for each in told if WHOLE in each.claim.reasons), "")
    reason = (
        f"“{told[1].words}” was said later than “{told[0].words}”, and is larger"
        if grew
        else f"{words} are told of one thing{whole}"
    )
    measure = one.figure.quantity.measure
    return Dispute(
        id=make_id("x", matter.id, "retold", one.claim.id, two.claim.id),
        matter=matter.id,
        slot=MEASURES.get(measure, measure),
        kind=DisputeKind.UPDATE if grew else DisputeKind.CONTRADICTION if _is_plain(one, two) else DisputeKind.PERHAPS,
        question=_question(measure, early, matter),
        values=values(told),
        reasons=(reason,),
    )


def _is_plain(one: Sum, two: Sum) -> bool:
    """Whether one teller gives both; of small numbers, "the two who fired" are often some of "the three involved"."""
    of_one_teller = one.claim.document == two.claim.document or one.figure.origin == two.figure.origin
    return of_one_teller and max(one.figure.number, two.figure.number) >= FEW


def _question(measure: str, told: Sum, matter: Matter) -> str:
    about = matter.label.split(": ", 1)[-1]
    if measure in MEASURES and MEASURES[measure] != CROWD:
        return f"How many were {MEASURES[measure]}? — {about}"
    return f"How {'much' if measure in OF_SOMETHING else 'many'}? — {told.figure.words}, {told.topic}"
