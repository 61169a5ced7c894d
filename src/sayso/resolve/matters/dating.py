"""When an event was: the best of the times its claims give, else that of its parts or its whole, else by when.

What nobody dates had happened by the day it was told on; that is a bound and no date, and says from what it follows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sayso.language.lexicon import words
from sayso.records.claim import TRIED, Polarity, Stance, Status
from sayso.records.document import PassageRole
from sayso.records.matter import BestWhen, Matter
from sayso.records.pile import Pile
from sayso.records.when import When, WhenType, edtf_interval, edtf_of
from sayso.resolve.events.clusters import short
from sayso.resolve.events.dating import Written
from sayso.resolve.events.facts import DeedFacts, content_words
from sayso.resolve.events.pairs import read_at
from sayso.resolve.events.said import SaidOn
from sayso.resolve.events.times import time_before

_ADDED = 7  # days after publication within which texts are added to
_LONGEST = 62  # days from the earliest to the latest that are still worth giving as a stretch


def best_when(members: Sequence[DeedFacts]) -> BestWhen | None:
    """Of the times the claims give, the finest that most documents give; the reason names how many and from what."""
    given: dict[str, list[DeedFacts]] = defaultdict(list)
    for each in members:
        if (edtf := edtf_of(each.low, each.high)) is not None:
            given[edtf].append(each)
    if not given:
        return None

    def rank(edtf: str) -> tuple[int, int, int, str]:
        low, high = edtf_interval(edtf)
        width = (high - low).days if low and high else 100_000
        stated = [each for each in given[edtf] if not each.inferred]
        return int(not stated), width, -len({each.claim.document for each in given[edtf]}), edtf

    best = min(given, key=rank)
    if all(each.inferred for each in given[best]):
        reason = min(each.inferred for each in given[best])
        return BestWhen(best, reason, tuple(sorted(each.claim.id for each in given[best])), inferred=True)
    stating = [each for each in given[best] if not each.inferred]
    times = [each.when for each in stating if each.when is not None]
    documents = len({each.claim.document for each in stating})
    said = min(times, key=lambda when: (when.document, when.span))
    counted = "one document" if documents == 1 else f"{documents} documents"
    reason = f"given by {counted}: “{said.text}”" + (f", {said.reason}" if said.reason else "")
    return BestWhen(_open_ended(best, times), reason, tuple(sorted(each.claim.id for each in given[best])))


_FROM_THEN = frozenset({"since", "from"})
_BY_THEN = frozenset({"by", "until", "till", "before"})


def _open_ended(edtf: str, times: Sequence[When]) -> str:
    """A time that all who give it give as the beginning or the end: "since 2029", "by Sunday"."""
    words = {_bound(when) for when in times}
    if "/" in edtf or not words:
        return edtf
    return f"{edtf}/.." if words <= _FROM_THEN else f"../{edtf}" if words <= _BY_THEN else edtf


def _bound(when: When) -> str:
    """What stands before a time; "before dawn on Sunday" is on that day."""
    of_the_day = when.type is WhenType.TIME and when.modifier == "before"
    return "" if of_the_day else when.modifier or ""


def dated_by_parts(events: Sequence[Matter]) -> list[Matter]:
    """An event without a time of its own has the one time that its parts are given, and says so."""
    parts: dict[str, list[Matter]] = defaultdict(list)
    for event in events:
        if event.part_of is not None and event.when is not None:
            parts[event.part_of].append(event)
    return [_dated_by_part(event, parts.get(event.id, ())) for event in events]


def _dated_by_part(event: Matter, parts: Sequence[Matter]) -> Matter:
    times = {part.when.edtf for part in parts if part.when is not None}
    if event.when is not None or len(times) != 1 or _lasts(event):
        return event
    first = min(parts, key=lambda each: each.id)
    assert first.when is not None
    reason = f"its part “{first.label}”: {first.when.reason}"
    return replace(event, when=replace(first.when, reason=reason, inferred=True))


def dated_by_wholes(events: Sequence[Matter]) -> list[Matter]:
    """An event without a time of its own has that of the event it is part of, and says so."""
    by_id = {event.id: event for event in events}
    return [_dated_by_whole(event, by_id.get(event.part_of or "")) for event in events]


def _dated_by_whole(event: Matter, whole: Matter | None) -> Matter:
    if event.when is not None or whole is None or whole.when is None or _lasts(whole):
        return event
    reason = f"part of “{whole.label}”: {whole.when.reason}"
    return replace(event, when=replace(whole.when, reason=reason, inferred=True))


def _lasts(event: Matter) -> bool:
    """Whether an event is named for something that goes on, so that its first day says little of its parts."""
    return bool(content_words(event.label) & words("lasting_deeds"))


def dated_by_reports(events: Sequence[Matter], facts: Mapping[str, DeedFacts], pile: Pile) -> list[Matter]:
    """What only a heading tells has the one day that the first sentence under it gives to what the same party did."""
    heads = {
        claim: parent
        for claim, each in facts.items()
        if (passage := pile.passages[each.claim.passage]).role is PassageRole.HEADING
        and (parent := passage.parent) is not None
    }
    roots = {heads[claim] for event in events if event.when is None for claim in event.claims if claim in heads}
    leads: dict[str, list[DeedFacts]] = {}
    for each in sorted((one for one in facts.values() if one.claim.passage in roots), key=read_at):
        lead = leads.setdefault(each.claim.passage, [])
        if not lead or lead[0].claim.sentence == each.claim.sentence:
            lead.append(each)
    return [_dated_by_report(each, heads, leads, facts) for each in events]


def _dated_by_report(
    event: Matter, heads: Mapping[str, str], leads: Mapping[str, Sequence[DeedFacts]], facts: Mapping[str, DeedFacts]
) -> Matter:
    if event.when is not None:
        return event
    for claim in event.claims:
        head, lead = facts[claim], leads.get(heads.get(claim, ""), ())
        days = {each.low for each in lead if each.low is not None and each.low == each.high}
        beginning = next((each for each in lead if each.low in days and _of_one_party(head, each)), None)
        if len(days) == 1 and beginning is not None and _came_about(head) and _came_about(beginning):
            reason = f"the report under it begins with “{short(beginning)}”, on {_day(min(days))}"
            return replace(event, when=BestWhen(min(days).isoformat(), reason, (beginning.claim.id,), inferred=True))
    return event


def _of_one_party(head: DeedFacts, below: DeedFacts) -> bool:
    """Whether a heading and the sentence under it tell what the same did, or what was done to the same."""
    if head.actors and below.actors:
        return bool(head.actors & below.actors)
    return bool(head.recipients & below.recipients) or (head.place is not None and head.place == below.place)


def bounded(
    events: Sequence[Matter], facts: Mapping[str, DeedFacts], pile: Pile, written: Mapping[str, Written]
) -> list[Matter]:
    """Events that nothing dates with the day by which they had happened, and from when on, if that is little before.

    Only what is told as having come about is bounded: a plan or a denial says nothing of by when. ``written`` says when
    undated passages were written, as far as that is known.
    """
    said_on = SaidOn(pile)
    by_id = {event.id: event for event in events}
    return [_bounded(each, by_id.get(each.part_of or ""), facts, pile, (written, said_on)) for each in events]


def _bounded(
    event: Matter,
    whole: Matter | None,
    facts: Mapping[str, DeedFacts],
    pile: Pile,
    known: tuple[Mapping[str, Written], SaidOn],
) -> Matter:
    if event.when is not None:
        return event
    members = [facts[claim] for claim in event.claims]
    told = sorted(bound for each in members if _came_about(each) and (bound := _told_by(each, pile, *known)))
    if not told:
        return event
    last, edtf, reason, claim = told[0]
    since = min((start for each in members if (start := _not_before(each)) is not None), default=None)
    if since is None and whole is not None and whole.when is not None and _lasts(whole):
        began = edtf_interval(whole.when.edtf)[0]
        since = (began, f"part of “{whole.label}”, which began on {_day(began)}") if began is not None else None
    if since is not None and 0 <= (last - since[0]).days <= _LONGEST:
        stretch = edtf_of(since[0], last)
        assert stretch is not None
        return replace(event, when=BestWhen(stretch, f"{since[1]}; {reason}", (claim,), inferred=True))
    return replace(event, when=BestWhen(f"../{edtf}", reason, (claim,), inferred=True))


def _came_about(facts: DeedFacts) -> bool:
    claim = facts.claim
    denied = any(voice.stance is Stance.DENIES for voice in claim.voices)
    tried = claim.status is Status.ACTUAL or claim.status in TRIED
    return tried and claim.polarity is Polarity.YES and not denied


def _told_by(
    facts: DeedFacts, pile: Pile, written: Mapping[str, Written], said_on: SaidOn
) -> tuple[date, str, str, str] | None:
    """The last day on which a claim can have been made: as a date, in EDTF, with the reason and the claim's id."""
    claim = facts.claim
    published = pile.passages[claim.passage].published
    last = edtf_interval(published)[1]
    said = said_on.find(claim)
    if said is not None and (last is None or said[0] < last):
        return said[0], said[0].isoformat(), f"said then: “{said[1]}”", claim.id
    if published is not None and last is not None:
        later = min((day for day in said_on.days_in(claim) if day > last), default=None)
        if later is not None and (later - last).days <= _ADDED:
            return later, later.isoformat(), "told then, in what was added later", claim.id
        edtf = published if "/" not in published else last.isoformat()
        return last, edtf, "told then", claim.id
    if claim.passage in written:
        when = written[claim.passage]
        reason = f"told in a passage that was written by then: {when.reason}"
        return when.high, when.high.isoformat(), reason, claim.id
    return None


def _not_before(facts: DeedFacts) -> tuple[date, str] | None:
    """The first day of what a claim says it came after, and the reason."""
    before = time_before(facts.claim, facts.deed)
    start = before.interval[0] if before is not None else None
    return (start, f"it came after “{before.text}”") if before is not None and start is not None else None


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
