"""Tallies: the numbers each document gives for those killed, wounded or seized, each once however often repeated."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sayso.records.claim import INSTEAD, MOVED, Claim, Deed, Quantity, VoiceKind
from sayso.records.document import Span
from sayso.records.pile import Pile
from sayso.records.when import When, edtf_interval
from sayso.weigh.numbers.counts import CROWD, MEASURES, OFTEN, count_of, kind_of, noun_of
from sayso.weigh.numbers.intervals import core
from sayso.weigh.standing import is_sourced
from sayso.weigh.surroundings import Surroundings, content_words

_UNDER_ARMS = frozenset({"fighter", "soldier"})  # of whom those of the one side are never those of the other
_NUMERIC = re.compile(r"\d{1,2}([-./])\d{1,2}\1\d{2,4}")
_YEAR = re.compile(r"\d{4}")
_ABROAD = re.compile(
    r"\b(?:fle[ed]\w*|left|leav\w+|driven (?:from|out of)) (?:the|their|his) (?:country|homeland)\b"
    r"|\babroad\b|\brefugees?\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\b(?:also|another|separate(?:ly)?|elsewhere)\b", re.IGNORECASE)
_SITES = frozenset({"village", "town", "city", "area", "neighborhood", "neighbourhood", "district", "place", "site"})
_EVERYBODY, _OUTLET = "everybody", "the outlet"
_WAR = 10_000  # a number this large is the dead of a war unless a day is given
OF_MANY = frozenset({"displaced", CROWD})
_LEAD = 450  # characters of a passage that tell what it is about
_OPENING = 1200  # characters in which a passage without such a number may come to one
_NEWS_DAYS = 3  # a report that gives no day tells of the last few
_LONGEST = 7  # days; what is counted over longer is no one incident


@dataclass(slots=True)
class Tally:
    """One number that one document gives for one thing.

    ``first`` and ``last`` bound the days counted, ``dated`` says that the text gives them; ``features`` are place
    ids (with a leading ``@``) and words of its sentences, ``wider`` of what is told just before, ``opening`` of its
    passage's beginning where it comes early, ``scene`` the place ids of that, ``towns`` the words for the places
    and bodies that it names; ``minor`` marks a number told as part of a larger one. ``nouns`` are those that name
    the counted more closely than people ("peacekeepers"), ``units`` whether these are soldiers or fighters;
    ``events`` are those it is told with, ``deeds`` those of them that the text counts it for; ``voices`` are the
    origins that give it, ``sources`` those of them that are no outlets telling it in their own words, ``speakers``
    the words for whoever speaks in its sentences, ``names`` those of the names in them; ``beside`` marks what is
    told as a thing of its own: "raids also killed seven"; ``moved`` what is told as one count with a number before
    it, which moved, ``left`` the one that such a count left behind, ``instead`` what is given in place of a number
    before it. ``by`` is the day by which it was counted and ``since`` the one from which on, where the text gives
    them; ``spread`` are the words for several places that it is told of: "two villages"; ``told`` is the day last
    spoken of before it; ``abroad`` marks those who left their country.
    """

    document: str
    measure: str
    number: float
    kind: str
    claims: list[Claim]
    first: date | None
    last: date | None
    dated: bool
    said: date | None
    outlet: str = ""
    places: set[str] = field(default_factory=set)
    features: set[str] = field(default_factory=set)
    wider: set[str] = field(default_factory=set)
    opening: set[str] = field(default_factory=set)
    scene: set[str] = field(default_factory=set)
    towns: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    units: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    deeds: set[str] = field(default_factory=set)
    voices: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    speakers: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    sentences: set[Span] = field(default_factory=set)
    leads: bool = False
    minor: bool = True
    beside: bool = False
    moved: bool = False
    left: bool = False
    instead: bool = False
    by: date | None = None
    since: date | None = None
    spread: str = ""
    told: date | None = None
    abroad: bool = False

    @property
    def loosest(self) -> Quantity:
        """The number as hedged as the document ever gives it."""
        given = [claim.content for claim in self.claims if isinstance(claim.content, Quantity)]
        return min(given, key=lambda each: (each.high is not None, each.low == each.high))

    @property
    def day(self) -> date | None:
        """The day the number was given: the one by which it was counted, else that of its report."""
        return self.by or self.said

    @property
    def is_part(self) -> bool:
        """Whether it counts the children or women among those of a larger number."""
        return self.kind in ("children", "women")

    @property
    def key(self) -> str:
        """The least claim id, for a fixed order."""
        return min(claim.id for claim in self.claims)

    @property
    def passages(self) -> set[str]:
        """The passages that give it."""
        return {claim.passage for claim in self.claims}

    @property
    def at(self) -> int:
        """Where the document first gives it."""
        return min(claim.span.start for claim in self.claims)


def find_tallies(pile: Pile, around: Surroundings, origin_of: Mapping[str, str]) -> list[Tally]:
    """The tallies of every document, in the order of the pile and of reading."""
    found: list[Tally] = []
    by_document: dict[str, dict[tuple[str, float, str], Tally]] = defaultdict(dict)
    for claim in pile.claims.values():
        quantity = count_of(claim, around)
        if quantity is None:
            continue
        number = core(quantity)
        first, last, dated = _days(claim, quantity, around)
        if not number or (number >= _WAR and not dated and MEASURES[quantity.measure] not in OF_MANY):
            continue
        if first is not None and last is not None and (last - first).days > _LONGEST:
            continue
        measure, kind = MEASURES[quantity.measure], kind_of(quantity)
        tallies = by_document[claim.document]
        tally = tallies.get((measure, number, kind)) or _looser(tallies, measure, number, kind)
        event = around.event_of.get(quantity.of or claim.id)
        if tally is None or (event not in tally.events and _apart(tally, first, last, dated)):
            passage = pile.passages[claim.passage]
            said = edtf_interval(passage.published)[0]
            tally = Tally(claim.document, measure, number, kind, [], first, last, dated, said, passage.outlet or "")
            tallies[measure, number, kind] = tally
            found.append(tally)
        elif tally.kind == "all":
            tally.kind = kind
        _add(tally, claim, (first, last, dated), around, origin_of)
    _mark_minor(found, origin_of)
    return found


def _days(claim: Claim, quantity: Quantity, around: Surroundings) -> tuple[date | None, date | None, bool]:
    """First and last day counted, and whether the text gives them."""
    said = edtf_interval(around.pile.passages[claim.passage].published)[0]
    deed = around.pile.claims.get(quantity.of or "")
    whens = [quantity.when, deed.content.when if deed is not None and isinstance(deed.content, Deed) else None]
    for when in whens:
        if when is None or (said is not None and _is_printed(when, said)):
            continue
        first, last = edtf_interval(when.edtf)
        if when.modifier == "since" and said is not None:
            last = said
        if first is not None and last is not None and (said is None or first <= said):
            return first, last, True
    if said is not None:
        return said - timedelta(_NEWS_DAYS), said, False
    first, last = edtf_interval(around.when_of.get(quantity.of or "") or around.when_of.get(claim.id))
    return first, last, False


def _is_printed(when: When, said: date) -> bool:
    """Whether a time is the day printed at the head of a report, which is when it was written, in either order."""
    day = said.isoformat()
    turned = f"{said.year}-{said.day:02}-{said.month:02}"
    if when.edtf == turned and _NUMERIC.fullmatch(when.text.strip()):
        return True
    return when.edtf == day and _YEAR.search(when.text) is not None


def _apart(tally: Tally, first: date | None, last: date | None, dated: bool) -> bool:
    """Whether a number repeats an earlier one of the document only by chance, on other days."""
    known = (dated and tally.dated) or ((dated or tally.dated) and tally.number < OFTEN)
    if not (known and first and last and tally.first and tally.last):
        return False
    return first > tally.last or tally.first > last


def _looser(tallies: Mapping[tuple[str, float, str], Tally], measure: str, number: float, kind: str) -> Tally | None:
    """The same number said of people of no named kind, or of a kind where this names none."""
    others = ("civilians", "fighters", "children", "women") if kind == "all" else ("all",)
    return next((found for other in others if (found := tallies.get((measure, number, other))) is not None), None)


def _add(
    tally: Tally,
    claim: Claim,
    days: tuple[date | None, date | None, bool],
    around: Surroundings,
    origin_of: Mapping[str, str],
) -> None:
    first, last, dated = days
    places, features = around.features(claim)
    passage = around.pile.passages[claim.passage]
    into = claim.span.start - passage.span.start
    tally.leads = tally.leads or into <= _LEAD
    tally.claims.append(claim)
    tally.sentences.add(claim.sentence)
    tally.places |= places
    tally.features |= features
    tally.wider |= around.before(claim)
    tally.names |= around.names(claim)
    if into <= _OPENING and not tally.opening:
        tally.opening |= around.opening(claim)
        tally.towns |= around.scenes(claim)
        tally.scene |= {each for each in tally.opening if each.startswith("@")}
    for each in around.told_in(claim):
        tally.beside = tally.beside or _BESIDE.search(each.quote) is not None
        told = (voice.name for voice in each.voices if voice.kind is not VoiceKind.OUTLET)
        tally.speakers.update(*map(content_words, told))
    tally.moved = tally.moved or MOVED in claim.reasons
    tally.instead = tally.instead or INSTEAD in claim.reasons
    tally.voices.add(origin_of[claim.id])
    if is_sourced(claim):
        tally.sources.add(origin_of[claim.id])
    quantity = claim.content
    assert isinstance(quantity, Quantity)
    _add_bounds(tally, quantity)
    tally.told = tally.told or around.day_before(claim)
    tally.spread = tally.spread or _spread(claim, around)
    tally.abroad = tally.abroad or _ABROAD.search(f"{quantity.topic or ''} {claim.quote}") is not None
    if noun := noun_of(quantity):
        tally.nouns.add(noun)
        if quantity.unit in _UNDER_ARMS:
            tally.units.add(quantity.unit)
    if (event := around.event_of.get(quantity.of or claim.id)) is not None:
        tally.events.add(event)
        if quantity.of is not None:
            tally.deeds.add(event)
    narrower = tally.first and tally.last and first and last and last - first < tally.last - tally.first
    if dated and (not tally.dated or narrower):
        tally.first, tally.last, tally.dated = first, last, True


def _add_bounds(tally: Tally, quantity: Quantity) -> None:
    first, last = edtf_interval(quantity.when.edtf if quantity.when is not None else None)
    if quantity.when is None or first is None or last is None:
        return
    if quantity.when.modifier == "by":
        tally.by = last
    elif quantity.when.modifier == "since" or first < last:
        tally.since = first


def _spread(claim: Claim, around: Surroundings) -> str:
    for each in around.told_in(claim):
        told = each.content
        if isinstance(told, Quantity) and told.measure == "count" and told.unit in _SITES and (told.low or 0) > 1:
            return " ".join(told.stated.split())
    return ""


def _mark_minor(tallies: Iterable[Tally], origin_of: Mapping[str, str]) -> None:
    """The largest number of its kind in a sentence is told for itself, the others as parts of it or beside it.

    People of a named kind can be a part of a larger number of people of none. What another source gives is no part,
    nor is what a count was before it moved.
    """
    largest: dict[tuple[str, Span, str, str, str], float] = defaultdict(float)
    placed = [(claim, tally) for tally in tallies for claim in tally.claims]
    for claim, tally in placed:
        for teller in (_EVERYBODY, origin_of[claim.id] if is_sourced(claim) else _OUTLET):
            key = (claim.document, claim.sentence, tally.measure, tally.kind, teller)
            largest[key] = max(largest[key], tally.number)
    for claim, tally in placed:
        where = (claim.document, claim.sentence, tally.measure)
        tellers = (origin_of[claim.id], _OUTLET) if is_sourced(claim) else (_EVERYBODY,)
        whole = max(largest[*where, kind, each] for kind in (tally.kind, "all") for each in tellers)
        if whole == tally.number or MOVED in claim.reasons:
            tally.minor = False
            tally.left = tally.left or whole != tally.number
