"""Ties in time: every tie and role of a case, put together over all documents, with when it held in words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.language.countries import country_code
from sayso.present.forces import is_own, sort_of_force
from sayso.present.holding import NO_DAYS, Answer, Days, Holding, Telling, telling, thinned
from sayso.present.inferred import inferred, up_to
from sayso.present.support import origins_behind
from sayso.present.tenure import when_words
from sayso.present.view import View, fold
from sayso.present.words import Shape, listed, matter_standing, role_name, standing, tie_phrase
from sayso.records.claim import TOLD_AS_PAST, Claim, Deed, Role, Tie, TieKind
from sayso.records.document import PassageRole, Span
from sayso.records.when import Anchor, Precision, When, edtf_interval

MUTUAL = frozenset({TieKind.ALLIED_WITH, TieKind.OPPOSES, TieKind.FIGHTS, TieKind.KIN_OF})
_EMPTY = frozenset({"the", "a", "an", "of", "for", "in", "s", "former", "ex", "then"})
_ANOTHER = frozenset({"deputy", "vice", "acting", "interim", "assistant", "shadow", "elect", "under", "honorary"})
_SYNONYMS = {"premier": "prime minister", "spokesman": "spokesperson", "spokeswoman": "spokesperson"}
_LINKS = re.compile(r"^their (?:tie|link|connection|relationship)s?$|^“(?:linked|tied|connected|affiliated)” ")
_WORD = re.compile(r"[^\W\d_]+")

_OWN = "own"

_WEEK = timedelta(days=6)
_YEAR = timedelta(days=366)
_LONG_AGO = timedelta(days=2 * 366)

Key = tuple[str, str, str]
Sentence = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class TieInTime:
    """One tie, as all documents together tell it.

    ``matters`` are the matters its claims belong to. ``telling`` are the claims that say that it held, ``denying``
    those that say it did not, and ``dated_by`` those that tell of something else, from which its times are inferred.
    ``when`` says in words from when until when, with what is not known. ``is_past`` is set where it is over, where
    all that tell of it do so in the past tense, or where nothing tells of it in the years before the last that the case
    tells of. ``b_id`` is None where its far end is an
    office, a place or somebody the texts do not name.
    """

    matters: tuple[str, ...]
    kind: TieKind
    claims: tuple[Claim, ...]
    a: str
    a_id: str | None
    b: str
    b_id: str | None
    phrase: str
    shape: str
    standing: str
    when: str
    holding: Holding
    origins: int
    telling: tuple[Claim, ...]
    denying: tuple[Claim, ...]
    dated_by: tuple[Claim, ...] = ()
    is_past: bool = False
    b_is_place: bool = False

    @property
    def first(self) -> date | None:
        """The first day that claims give it."""
        return self.holding.earliest

    @property
    def last(self) -> date | None:
        """The last day that claims give it."""
        return self.holding.latest

    @property
    def first_stated(self) -> bool:
        """Whether any claim states its beginning."""
        return bool(self.holding.starts)

    @property
    def last_stated(self) -> bool:
        """Whether any claim states its end."""
        return bool(self.holding.ends)

    def phrase_from(self, from_b: bool, day: date | None = None) -> str:
        """The middle of the tie, read from one end, as of a day where one is given."""
        over = self.is_past and (day is None or self.holding.on(day) not in (Answer.HELD, Answer.DISPUTED))
        return _phrase([each for each in self.claims if not _denies(each)] or self.claims, from_b, over)


def ties_in_time(view: View, claims: Iterable[Claim] | None = None) -> list[TieInTime]:
    """The ties that claims tell of, all of the case where none are given, in order of time; undated ones last."""
    groups: dict[Key, dict[str, Claim]] = defaultdict(dict)
    offices, happened = view.kept(_offices), view.kept(_days_told)
    now = view.clocks.as_of or view.last_published
    for claim in view.told if claims is None else claims:
        if isinstance(claim.content, Tie):
            groups[_key(view, claim, claim.content, offices)][claim.id] = claim
    return sorted((_tie(view, tuple(each.values()), happened, now) for each in groups.values()), key=_order)


def _order(tie: TieInTime) -> tuple[date, int, str, str, str]:
    return tie.holding.earliest or date.max, -tie.origins, tie.a, tie.b, tie.matters[0]


def _tie(view: View, claims: tuple[Claim, ...], happened: Mapping[Sentence, Days], now: date | None) -> TieInTime:
    against = [each for each in claims if _denies(each)]
    shown = [each for each in claims if each not in against] or list(claims)
    told = max(shown, key=lambda each: _richness(view, each)).content
    assert isinstance(told, Tie)
    a, b = view.actor_of(told.a.mention), view.actor_of(told.b.mention)
    own = told.tie is TieKind.LEADS and is_own(view, told)
    stands = matter_standing(shown)
    holding = _holding_of(view, claims, happened)
    besides = inferred(view, told, shown, holding)
    told_then = (up_to(each, besides.ends) for each in holding.tellings)
    holding = Holding((*told_then, *(each for _, each in besides.told)))
    told_as_past = all(TOLD_AS_PAST in each.reasons for each in shown)
    when, past = when_words(holding), told_as_past or _is_over(holding) or _is_long_past(holding, now)
    matters = {view.matter_of[each.id].id if each.id in view.matter_of else each.id for each in claims}
    return TieInTime(
        matters=tuple(sorted(matters)),
        kind=told.tie,
        claims=claims,
        a=role_name(view, told.a),
        a_id=a.id if a else None,
        b=_called(shown) if own else role_name(view, told.b),
        b_id=b.id if b and not own else None,
        phrase=_phrase(shown, False, bool(holding.ends) or past),
        shape=stands.shape.value,
        standing=stands.words,
        when=f"{when} ({besides.words})" if besides.told else when,
        holding=holding,
        origins=len(origins_behind(view, shown)),
        telling=tuple(shown),
        denying=tuple(each for each in against if each not in shown),
        dated_by=tuple(dict.fromkeys(claim for claim, _ in besides.told if claim not in shown)),
        is_past=past,
        b_is_place=view.place_of(told.b.mention) is not None,
    )


def _is_over(holding: Holding) -> bool:
    """Whether an end is told, and nothing that comes after it."""
    ends = [high for _, high in holding.ends if high]
    told = [each.last for each in holding.asserted if each.last and not each.is_over(each.last)]
    return bool(ends) and all(day <= max(ends) for day in told)


def _is_long_past(holding: Holding, now: date | None) -> bool:
    """Whether it was last told of so long ago that "fights" would say more than the texts do.

    What is known of a tie that "began in 1973 or later" is its beginning.
    """
    last = holding.latest or holding.earliest
    return last is not None and now is not None and last < now - _LONG_AGO


def _phrase(claims: Sequence[Claim], from_b: bool, over: bool) -> str:
    """The tie in words: in the past where it is over, and no alliance where all that is told are links."""
    ties = [each.content for each in claims if isinstance(each.content, Tie)]
    # Only what nobody tells as going on was so "formerly"; what has a dated end simply was.
    told = next((each for each in ties if not each.former), ties[0])
    words = tie_phrase(replace(told, former=told.former or over), from_b)
    words = words if told.former else words.removeprefix("formerly ")
    if told.tie is TieKind.ALLIED_WITH and all(any(_LINKS.search(why) for why in each.reasons) for each in claims):
        words = words.replace("was allied with", "had ties to").replace("is allied with", "has ties to")
    return words


def _denies(claim: Claim) -> bool:
    return standing(claim).shape is Shape.DENIED


def _richness(view: View, claim: Claim) -> tuple[int, str]:
    tie = claim.content
    assert isinstance(tie, Tie)
    return len(_office_words(tie.b.text)) if tie.tie is TieKind.HOLDS_OFFICE else 0, claim.id


def _holding_of(view: View, claims: Iterable[Claim], happened: Mapping[Sentence, Days]) -> Holding:
    """When a tie held, by these claims of it."""
    found: list[Telling] = []
    for claim in claims:
        passage = view.passage(claim)
        published = edtf_interval(passage.published if passage else None)
        times = [
            each for each in view.pile.times.get(claim.document, ()) if claim.sentence.holds(each.span) and each.edtf
        ]
        if passage is not None and passage.role is PassageRole.CAPTION:
            published = _day_of_picture(times) or published
        told = telling(claim, published, times, happened.get((claim.document, claim.sentence), NO_DAYS))
        if told is not None:
            found.append(told)
    return Holding(thinned(found))


def _day_of_picture(times: Iterable[When]) -> Days | None:
    """The day that a caption gives in full: what it says was so when the picture was taken."""
    stated = {each.interval for each in times if each.precision is Precision.DAY and each.anchor is Anchor.STATED}
    return min(stated) if len(stated) == 1 else None


def _days_told(view: View) -> dict[Sentence, Days]:
    """The days of the events that sentences of undated passages tell of, where those are known to the week."""
    days: dict[Sentence, set[date]] = defaultdict(set)
    for claim in view.told:
        passage, matter = view.passage(claim), view.matter_of.get(claim.id)
        undated = passage is not None and passage.published is None
        if undated and matter is not None and matter.when is not None and isinstance(claim.content, Deed):
            low, high = edtf_interval(matter.when.edtf)
            if low and high and high - low <= _WEEK and standing(claim).shape is Shape.STATED:
                days[claim.document, claim.sentence].update((low, high))
    return {own: (min(each), max(each)) for own, each in days.items() if max(each) - min(each) <= _WEEK}


def _key(view: View, claim: Claim, tie: Tie, offices: dict[tuple[str, str], str]) -> Key:
    a, b = _end(view, claim, tie.a), _end(view, claim, tie.b)
    if tie.tie is TieKind.HOLDS_OFFICE:
        b = offices.get((a, _office(tie.b)), b)
    if tie.tie in MUTUAL:
        a, b = sorted((a, b))
    if tie.tie is TieKind.LEADS:
        b = _OWN if is_own(view, tie) else sort_of_force(view, tie) or b
    return tie.tie.value, a, b


def _called(claims: Iterable[Claim]) -> str:
    """Those whom nothing but their leader names, by what they are called."""
    words = {" ".join(each.content.b.text.split()): None for each in claims if isinstance(each.content, Tie)}
    told = [f"“{each}”" for each in words]
    return f"those called {listed(told)}"


def _end(view: View, claim: Claim, role: Role) -> str:
    known = view.actor_of(role.mention) or view.place_of(role.mention)
    if known is None and role.mention is None and (place := view.kept(_places_named).get(fold(role.text))):
        return place  # the "Tarsk" of "the Tarsk-based council" is no mention of its own
    return known.id if known else f"{claim.document} {role.text.casefold()}"


def _places_named(view: View) -> dict[str, str]:
    """The ids of places by name, where one place alone bears it."""
    found: dict[str, set[str]] = defaultdict(set)
    for place in view.findings.places:
        found[fold(place.name)].add(place.id)
    return {name: min(ids) for name, ids in found.items() if len(ids) == 1}


def _offices(view: View) -> dict[tuple[str, str], str]:
    """Holder and office in words, to the office in the fullest words that this holder is said to hold.

    "Speaker" and "speaker of the National Assembly" are one office of one holder; "deputy speaker" is another. Where
    the short form could be any of several it stays one of its own.
    """
    held: dict[str, set[str]] = defaultdict(set)
    for claim in view.told:
        tie = claim.content
        if isinstance(tie, Tie) and tie.tie is TieKind.HOLDS_OFFICE:
            held[_end(view, claim, tie.a)].add(_office(tie.b))
    found: dict[tuple[str, str], str] = {}
    for holder, offices in held.items():
        for office in sorted(offices):
            fuller = [each for each in sorted(offices) if _is_fuller(each, office)]
            widest = [each for each in fuller if not any(_is_fuller(other, each) for other in fuller)]
            found[holder, office] = widest[0] if len(widest) == 1 else office
    return found


def _office(role: Role) -> str:
    return " ".join(_office_words(role.text))


def _office_words(text: str) -> list[str]:
    folded = [_SYNONYMS.get(each.casefold(), each.casefold()) for each in map(_country, _WORD.findall(text))]
    return sorted({word for each in folded for word in each.split()} - _EMPTY)


def _country(word: str) -> str:
    """One word for a country and its people: "Korvan" and "Korvania's" say whose office it is."""
    return (country_code(word) or word) if word[:1].isupper() else word


def _is_fuller(office: str, other: str) -> bool:
    more, less = set(office.split()), set(other.split())
    return less < more and bool(less) and not (more - less) & _ANOTHER


ANSWER_WORDS = {
    Answer.HELD: "held",
    Answer.DISPUTED: "disputed",
    Answer.UNTOLD: "not told whether it held",
    Answer.BEFORE: "not begun",
    Answer.OVER: "over",
    Answer.DENIED: "denied",
}
