"""Which of the times that a sentence gives are a deed's own: one read into it is left out, one beside it taken up.

"The group blamed for the 2012 attack" was not blamed in 2012; "twelve were seized in the attack on the Assembly on
18 May" says when the attack was.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.language.lexicon import words
from sayso.records.claim import Claim, Deed, Plover, Status
from sayso.records.document import Span
from sayso.records.pile import Pile
from sayso.records.when import Anchor, When, WhenType

_BESIDE = 5  # characters from a deed to the time right behind it: " on ", " in "
_COMMA = 2  # from a time that opens a clause to the deed told in it: "That year, he"
_PREPOSITION = 7  # characters: "During "
_THAT = range(6, 8)  # from a deed to the clause that says which: " that ", " which "
_CLAUSE_ENDS = re.compile(r"[;:]\s")
_NEXT_IN_TURN = re.compile(r"\b(?:and|but|,) (?:was |were |had |been )?(?:then|later|subsequently|afterwards?)\b")
_OF_A_NOUN = re.compile(r"\b(?:the|an?|its|his|her|their)\s+$", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:who|whom|which|that)\s+(?:\w+\s+)?had\b(?:\s+\w+){0,3}$", re.IGNORECASE)
# What is said or thought of a deed, so that the time of a deed named with it is not its own.
_OF_DEEDS = frozenset({Plover.ACCUSE, Plover.REJECT, Plover.REQUEST, Plover.SUPPORT, Plover.THREATEN})
_BEFALLS = frozenset({"killed", "died", "wounded", "abducted", "arrested"})
_IN_IT = re.compile(r"\b(?:in|during) (?:the|an?|his|her|its|their|that|this) (?:\w+ )?$")
_MONTH = 27  # days
_OTHER = re.compile(r"\b(?:previous|earlier|past|prior|similar)\s+(?:\w+\s+)?\w+$", re.IGNORECASE)
_MANY_TIMES = re.compile(
    r"\b(?:has|have|had)\s+(?:\w+ly\s+)?\w+\s+(?:out\s+)?"
    r"(?:(?:dozens|scores|hundreds|thousands|a (?:series|string|number)) of|many|numerous|countless|several|repeated)"
    r"\s+(?:\w+\s+){0,2}\w+s$",
    re.IGNORECASE,
)


def own_time(claim: Claim, deed: Deed) -> When | None:
    """The time of a deed, unless its words show that it is another's."""
    when = deed.when
    if when is None or not (claim.span.holds(when.span) and claim.span.holds(deed.verb)):
        return when
    quote, start = claim.quote, claim.span.start
    if deed.verb.end <= when.span.start:
        between = quote[deed.verb.end - start : when.span.start - start]
        if _CLAUSE_ENDS.search(between):
            return None
        return None if deed.plover in _OF_DEEDS and _is_coarse(when) and _OF_A_NOUN.search(between) else when
    if when.span.end <= deed.verb.start:
        between = quote[when.span.end - start : deed.verb.end - start]
        return None if _NEXT_IN_TURN.search(between) else when
    return when


def time_before(claim: Claim, deed: Deed) -> When | None:
    """The time of what a deed came after, by its own words: "was seized on 3 May and then released"."""
    when = deed.when
    if when is None or not (claim.span.holds(when.span) and claim.span.holds(deed.verb)):
        return None
    between = claim.quote[when.span.end - claim.span.start : max(0, deed.verb.end - claim.span.start)]
    return when if when.span.end <= deed.verb.start and _NEXT_IN_TURN.search(between) else None


def _is_coarse(when: When | None) -> bool:
    """Whether it is a month or longer, which stands before a noun as a day seldom does: "the May attack"."""
    if when is None:
        return False
    low, high = when.interval
    return low is not None and high is not None and (high - low).days >= _MONTH


def tells_of_earlier(claim: Claim, deed: Deed) -> bool:
    """Whether it is told in a clause beside the story, of what was before it: "a man who had been held"."""
    return bool(_EARLIER.search(claim.quote[: max(0, deed.verb.end - claim.span.start)]))


def tells_of_another(claim: Claim, deed: Deed) -> bool:
    """Whether it is not the one at hand: "has staged previous attacks", "has carried out dozens of attacks"."""
    told = claim.quote[: max(0, deed.verb.end - claim.span.start)]
    return bool(_OTHER.search(told) or _MANY_TIMES.search(told))


def times_of_inner_deeds(pile: Pile) -> frozenset[str]:
    """Ids of deed claims whose time is that of a deed named within them: "blamed for the massacre in Tarsk in 1991"."""
    by_time: dict[tuple[str, Span], list[tuple[Claim, Deed]]] = defaultdict(list)
    for claim in pile.claims.values():
        if isinstance(claim.content, Deed) and claim.content.when is not None:
            by_time[claim.document, claim.content.when.span].append((claim, claim.content))
    return frozenset(
        claim.id
        for (_, time), told in by_time.items()
        for claim, deed in told
        if (deed.plover in _OF_DEEDS or (deed.lemma in words("charging_deeds") and _is_coarse(deed.when)))
        and any(
            deed.verb.end <= inner.verb.start and inner.verb.end <= time.start and each.status is Status.ACTUAL
            for each, inner in told
        )
    )


def is_its_own(deed: Deed) -> bool:
    """Whether a month or a year stands behind the words for a crime: "sentenced for the murder of ten men in 1989"."""
    return _is_coarse(deed.when) and deed.when is not None and deed.when.span.start >= deed.verb.end


@dataclass(frozen=True, slots=True)
class Lent:
    """A time that another part of the sentence lends a deed, and why."""

    when: When
    reason: str


def lent_times(pile: Pile) -> dict[str, Lent]:
    """For deed claims that give no time, by claim id: the time right beside them, or that of the clause on them."""
    times = {own: _days(found) for own, found in pile.times.items()}
    starts = {own: [each.span.start for each in found] for own, found in times.items()}
    deeds: dict[str, list[tuple[Claim, Deed, When | None]]] = defaultdict(list)
    for claim in pile.claims.values():
        if isinstance(claim.content, Deed):
            deeds[claim.document].append((claim, claim.content, own_time(claim, claim.content)))
    found: dict[str, Lent] = {}
    for own, told in deeds.items():
        told.sort(key=lambda each: (each[0].span, each[0].id))
        taken = _taken(told)
        for at, (claim, deed, when) in enumerate(told):
            if when is None and deed.when is None:
                near = _near(claim, deed, times.get(own, ()), starts.get(own, ()))
                lent = next((each for each in near if _is_free(each, claim, taken)), None)
                if lent is not None:
                    found[claim.id] = Lent(lent, f"“{lent.text}” stands right beside “{_short(claim)}”")
                elif (clause := _clause_on(claim, told[at + 1 :]) or _told_in(claim, deed, told[:at])) is not None:
                    found[claim.id] = clause
    return found


def _days(found: Sequence[When]) -> list[When]:
    days = [each for each in found if each.type in (WhenType.DATE, WhenType.TIME)]
    return sorted(days, key=lambda each: each.span)


def _taken(told: Sequence[tuple[Claim, Deed, When | None]]) -> Mapping[Span, list[Claim]]:
    taken: dict[Span, list[Claim]] = defaultdict(list)
    for claim, _, when in told:
        if when is not None:
            taken[when.span].append(claim)
    return taken


def _near(claim: Claim, deed: Deed, times: Sequence[When], starts: Sequence[int]) -> Iterator[When]:
    """The time right behind the words of a deed, then those right before its noun or verb and before its words."""
    at = bisect_left(starts, claim.span.end)
    if at < len(times) and times[at].span.start - claim.span.end <= _BESIDE:
        yield times[at]
    before = bisect_left(starts, deed.verb.start) - 1
    if before >= 0 and deed.verb.start - times[before].span.end == 1:
        yield times[before]
    opening = bisect_left(starts, claim.span.start) - 1
    if opening >= 0 and claim.status is Status.ACTUAL and _opens(times[opening], claim):
        yield times[opening]


def _opens(when: When, claim: Claim) -> bool:
    """Whether a sentence begins with a time, and the deed comes right behind it: "The following year they were held".

    A day with its year that stands there is as often the day of printing.
    """
    first = when.span.start - claim.sentence.start <= _PREPOSITION
    beside = 0 < claim.span.start - when.span.end <= _COMMA
    return first and beside and when.edtf is not None and not (when.anchor is Anchor.STATED and not _is_coarse(when))


def _is_free(when: When, claim: Claim, taken: Mapping[Span, list[Claim]]) -> bool:
    """Whether a time of the sentence is nobody's, or that of a deed told in words around this one."""
    return claim.sentence.holds(when.span) and all(each.span.holds(claim.span) for each in taken.get(when.span, ()))


def _clause_on(claim: Claim, after: Sequence[tuple[Claim, Deed, When | None]]) -> Lent | None:
    """The time of a clause that says which deed is meant: "the coup that brought him to power in 2009"."""
    for clause, deed, when in after:
        gap = clause.span.start - claim.span.end
        if gap >= _THAT.stop or clause.sentence != claim.sentence:
            return None
        if gap in _THAT and when is not None and not any(role.role == "actor" for role in deed.roles):
            return Lent(when, f"of what it did: “{_short(clause)}”")
    return None


def _told_in(claim: Claim, deed: Deed, before: Sequence[tuple[Claim, Deed, When | None]]) -> Lent | None:
    """The time of what befell somebody in it: "he was seized on 3 May in the storming of his palace"."""
    if deed.plover is not Plover.ASSAULT or deed.mode in _BEFALLS:
        return None
    for each, outer, when in reversed(before):
        if each.sentence != claim.sentence:
            return None
        if when is None or outer.mode not in _BEFALLS or not each.span.holds(deed.verb):
            continue
        if _IN_IT.search(each.quote[: deed.verb.start - each.span.start]):
            return Lent(when, f"what was done in it: “{_short(each)}”")
    return None


def _short(claim: Claim) -> str:
    return " ".join(claim.quote.split())[:60]
