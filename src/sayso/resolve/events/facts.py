"""What a deed claim gives to be joined by: kind, time, place, participants and words, all looked up once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, lru_cache

from sayso.language.lexicon import table, words
from sayso.language.numbers import digits, read
from sayso.records.actor import Actor, Place
from sayso.records.claim import TOLD, Claim, Deed, Plover, Polarity, Quantity, Status, VoiceKind
from sayso.records.pile import Pile
from sayso.records.when import When, WhenType, edtf_interval
from sayso.resolve.events.charges import find_crimes
from sayso.resolve.events.times import (
    Lent,
    lent_times,
    own_time,
    tells_of_another,
    tells_of_earlier,
    times_of_inner_deeds,
)

FAMILIES: Mapping[Plover, str] = {
    Plover.ASSAULT: "force",
    Plover.COERCE: "force",
    Plover.MOBILIZE: "show of force",
    Plover.THREATEN: "threat",
    Plover.PROTEST: "protest",
    Plover.SANCTION: "sanction",
    Plover.AGREE: "accord",
    Plover.CONSULT: "talks",
    Plover.COOPERATE: "accord",
    Plover.CONCEDE: "accord",
    Plover.SUPPORT: "support",
    Plover.AID: "support",
    Plover.RETREAT: "movement",
    Plover.MOVE: "movement",
    Plover.REQUEST: "request",
    Plover.ACCUSE: "accusation",
    Plover.REJECT: "refusal",
    Plover.OFFICE: "office",
    Plover.DEATH: "force",  # it is told of the same happenings as a killing
    Plover.OTHER: "other",
}

_WORD = re.compile(r"[^\W\d_]{3,}")
_BEFORE_NOUN = 3  # characters from a day to what it is the day of: "'s "
_ABOUT = 1.5  # from the least to the most of what is said to be about so many
_OWNER = re.compile(r"^(?:the |an? )?[\w-]+['’]s?\s+(?=[\w“\"])")
"""What is left out of "the governor's palace", which is no governor."""
_WEEKDAY = re.compile(r"-W[\dX]{2}-([1-7])")


@dataclass(frozen=True, slots=True)
class DeedFacts:
    """One deed claim, ready to be compared.

    ``low`` and ``high`` are the first and last day it is said to be on; ``weekday`` (1 Monday to 7 Sunday) is set where
    the text names one and nothing puts it on the calendar. ``actors`` and ``recipients`` are actor ids, ``doers`` and
    ``targets`` the words they are named by, those for one kind of target as one word and the name of the place
    as none. ``vague`` marks a deed named only as an attack, a clash, an operation. ``counts`` are the numbers given of
    those it befell. ``inferred`` says from what the time was reckoned where the text alone does not give it.
    ``earlier`` marks what a clause tells of before the story around it, as the crime that somebody is tried for is;
    ``another`` what is told as not the one at hand. ``when`` is the time that ``low`` and ``high`` are from. ``timed``
    says whether the claim says anything of when, ``precise`` whether that is known to within two days, ``spread`` is
    the days from ``low`` to ``high`` where both are known. ``told`` is the day on which what came about had been told.
    ``source`` is the name, folded, of the innermost voice where that is a person or a body with a name. ``reprints``
    are the other passages that print its sentence word for word.
    """

    claim: Claim
    deed: Deed
    family: str
    real: bool
    low: date | None
    high: date | None
    weekday: int | None
    place: str | None
    actors: frozenset[str]
    recipients: frozenset[str]
    doers: frozenset[str]
    targets: frozenset[str]
    words: frozenset[str]
    vague: bool
    counts: frozenset[float] = frozenset()
    inferred: str = ""
    earlier: bool = False
    when: When | None = None
    another: bool = False
    told: date | None = None
    source: str = ""
    reprints: frozenset[str] = frozenset()
    timed: bool = field(init=False)
    precise: bool = field(init=False)
    spread: int | None = field(init=False)

    def __post_init__(self) -> None:
        # Worked out once: each claim is held against many others.
        spread = (self.high - self.low).days if self.low is not None and self.high is not None else None
        object.__setattr__(self, "spread", spread)
        object.__setattr__(self, "precise", spread is not None and spread <= 1)
        object.__setattr__(self, "timed", not (self.low is None and self.high is None and self.weekday is None))


def in_one_text(one: DeedFacts, two: DeedFacts) -> bool:
    """Whether one passage tells both, or prints both again: it tells them as two unless it says otherwise."""
    mine, theirs = one.claim.passage, two.claim.passage
    return mine == theirs or mine in two.reprints or theirs in one.reprints or not one.reprints.isdisjoint(two.reprints)


@lru_cache(maxsize=16384)
def content_words(text: str) -> frozenset[str]:
    """The words of a text that carry meaning, folded, with plural endings off."""
    empty = words("empty_words")
    return frozenset([_singular(word) for word in _WORD.findall(text.casefold()) if word not in empty])


@lru_cache(maxsize=16384)
def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


@cache
def _kinds() -> Mapping[str, str]:
    """Words for one kind of target to its name: a parliament and an assembly are both a legislature."""
    return {word: kind for kind, listed in table("target_kinds") for word in listed.split(",")}


@lru_cache(maxsize=16384)
def means_of(words_told: frozenset[str]) -> frozenset[str]:
    """What something was done with, by the words that tell it: from the air, with a bomb."""
    return frozenset(_means()[word] for word in words_told if word in _means())


@cache
def _means() -> Mapping[str, str]:
    return {word: means for means, listed in table("means") for word in listed.split(",")}


def gather(pile: Pile, actors: Sequence[Actor], places: Sequence[Place]) -> dict[str, DeedFacts]:
    """Facts of every deed claim by claim id, in the order of the pile."""
    actor_of = {mention: actor.id for actor in actors for mention in actor.mentions}
    place_of = {mention: place.id for place in places for mention in place.mentions}
    names = {place.id: place.name for place in places}
    called = {actor.id: actor.name for actor in actors}
    counts: dict[str, set[float]] = defaultdict(set)
    for claim in pile.claims.values():
        if isinstance(claim.content, Quantity) and claim.content.of and claim.content.low is not None:
            counts[claim.content.of].add(_as_stated(claim.content))
    lent = lent_times(pile)
    others = times_of_inner_deeds(pile)
    crimes = find_crimes(pile)
    # Many deeds have the same doers, targets or words: one set for all that are equal takes a third of the memory.
    sets: dict[frozenset[str], frozenset[str]] = {}
    out: dict[str, DeedFacts] = {}
    for claim in pile.claims.values():
        if isinstance(claim.content, Deed):
            given = frozenset(counts[claim.id]) if claim.id in counts else _given_in(claim.content)
            told = given, _told(claim, pile), _source(claim, actor_of, called)
            facts = _facts(claim, claim.content, actor_of, place_of, sets, told)
            if claim.id in crimes:
                facts = replace(facts, low=None, high=None, weekday=None, when=None, earlier=True)
            if claim.id in lent and not facts.earlier:
                facts = _lent(facts, lent[claim.id])
            if claim.id in others:
                facts = replace(facts, low=None, high=None, weekday=None, when=None)
            if facts.place is not None and facts.targets and facts.targets <= content_words(names[facts.place]):
                facts = replace(facts, targets=frozenset())
            out[claim.id] = facts
    return out


def _source(claim: Claim, actor_of: Mapping[str, str], called: Mapping[str, str]) -> str:
    """Who says it, by name; bodies of one name are one source, whether or not they came to one actor."""
    voice = claim.voices[-1] if claim.voices else None
    if voice is None or voice.kind not in (VoiceKind.PERSON, VoiceKind.ORGANIZATION):
        return ""
    name = called.get(actor_of.get(voice.mention or "", ""), voice.name)
    return name.casefold() if any(word[:1].isupper() for word in name.split()) else ""


def _as_stated(quantity: Quantity) -> float:
    """The number itself: 800 of "some 800", which is read as from 720 to 880, and 22 of "up to 22"."""
    low, high = quantity.low or 0.0, quantity.high
    if not low and high is not None:
        return high
    rounded = quantity.hedge is not None and high is not None and low < high <= _ABOUT * low
    return round((low + high) / 2) if rounded and high is not None else low


def _given_in(deed: Deed) -> frozenset[float]:
    """The number that the words for those it befell begin with, where no figure was read: "ten civilians"."""
    if FAMILIES[deed.plover] != "force":
        return frozenset()
    first = [role.text.casefold().split() for role in deed.roles if role.role == "recipient"]
    told = (digits(words[0]) or read(words[:1]) for words in first if len(words) > 1)
    return frozenset(value for value in told if value is not None and value >= 1)


def _told(claim: Claim, pile: Pile) -> date | None:
    """The day by which a text had told what came about; a plan, a denial or an undated text says nothing of that.

    Nor does what has a time of its own, which may have been added to the text.
    """
    if isinstance(claim.content, Deed) and claim.content.when is not None:
        return None
    if claim.status is not Status.ACTUAL or claim.polarity is not Polarity.YES:
        return None
    return edtf_interval(pile.passages[claim.passage].published)[1]


def _lent(facts: DeedFacts, lent: Lent) -> DeedFacts:
    low, high, weekday = _days(lent.when)
    reason = lent.reason if low is not None or high is not None else ""
    return replace(facts, low=low, high=high, weekday=weekday, when=lent.when, inferred=reason)


def _facts(
    claim: Claim,
    deed: Deed,
    actor_of: Mapping[str, str],
    place_of: Mapping[str, str],
    sets: dict[frozenset[str], frozenset[str]],
    told: tuple[frozenset[float], date | None, str],
) -> DeedFacts:
    def one_of(found: Iterable[str]) -> frozenset[str]:
        made = frozenset(found)
        return sets.setdefault(made, made)

    sides: dict[str, tuple[set[str], set[str]]] = {"actor": (set(), set()), "recipient": (set(), set())}
    for role in deed.roles:
        ids, named_by = sides.setdefault(role.role, (set(), set()))
        if role.mention is not None and role.mention in actor_of:
            ids.add(actor_of[role.mention])
        named_by |= content_words(_OWNER.sub("", role.text))
    family = FAMILIES[deed.plover]
    if family not in ("talks", "accord"):
        sides["recipient"][0].difference_update(sides["actor"][0])  # nobody attacks or frees himself
    when = own_time(claim, deed)
    low, high, weekday = _days(when)
    return DeedFacts(
        claim=claim,
        deed=deed,
        family=family,
        real=claim.status in TOLD,
        low=low,
        high=high,
        weekday=weekday,
        place=place_of.get(deed.place) if deed.place else None,
        actors=one_of(sides["actor"][0]),
        recipients=one_of(sides["recipient"][0]),
        doers=one_of(sides["actor"][1]),
        targets=one_of([_kinds().get(word, word) for word in sides["recipient"][1]]),
        words=one_of(content_words(claim.quote)),
        vague=deed.lemma.casefold() in words("vague_deeds"),
        counts=told[0],
        earlier=tells_of_earlier(claim, deed),
        when=when,
        another=tells_of_another(claim, deed),
        told=told[1],
        source=told[2],
    )


def is_named_by_day(facts: DeedFacts) -> bool:
    """Whether a deed is told by its day alone: "in Friday's attack"."""
    if facts.deed.roles or facts.when is None:
        return False
    return 0 <= facts.deed.verb.start - facts.when.span.end <= _BEFORE_NOUN


def _days(when: When | None) -> tuple[date | None, date | None, int | None]:
    if when is None or when.type in (WhenType.DURATION, WhenType.SET):
        return None, None, None
    low, high = edtf_interval(when.edtf)
    if low is not None or high is not None:
        return low, high, None
    found = _WEEKDAY.search(when.value)
    return None, None, int(found[1]) if found else None
