"""Which shares, sums and counts that two reports give are of one thing: by what is told of them, where and when."""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from sayso.language.counting import doings_in, sort_of
from sayso.records.actor import MentionForm, MentionKind
from sayso.records.claim import Claim, Quantity
from sayso.records.document import Span
from sayso.records.when import When, edtf_interval
from sayso.weigh.numbers.figures import Figure
from sayso.weigh.standing import is_sourced
from sayso.weigh.surroundings import Surroundings, content_words

OF_SOMETHING = ("share", "money")
_WITHIN = 7  # days between reports
_NEWS_DAYS = 4  # a report that gives no day tells of the last few
_LONGEST = timedelta(7)  # what is told of a longer time is of no one occasion
_FACTOR = 20  # sums further apart are of different things
_SHARED = 2  # words
_MOSTLY, _HALF = 0.7, 0.5
_PEOPLE = frozenset({"person", "civilian", "child", "woman", "fighter", "soldier"})
_ANY = "people"
# Nouns that may stand for whoever else is counted.
_ANYBODY = content_words("persons others residents civilians citizens refugees members comrades suspects")
_NOT_COUNTING = re.compile(r"[\d.,–-]+")
_QUANTIFYING = content_words(
    "at least about some around nearly almost more than over up only just many further additional other others total of"
    " hundred hundreds thousand thousands million millions dozen dozens"
    " one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
_OPENING = 1200  # characters
_CAPITAL = re.compile(r"\b[A-Z][\w'’-]*")
_DAYS = re.compile(r"\b(?:" + "|".join(calendar.day_name) + r")\b")
_WEEK = timedelta(7)
_ABROAD = 2  # countries; where nothing else is named, what one does in the other tells enough
_A_PEOPLE = re.compile(r"\b[A-Z]\w+(?:[ai]?ns|is|ese|ish)$")  # "400 Korvans"
_WHENCE = re.compile(r"\bfrom ([A-Z][\w'’-]*)")
_WHERE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]cross|[Oo]utside) ([A-Z][\w'’-]*)")


@dataclass(frozen=True, slots=True)
class Named:
    """Words for the places that a stretch names, for all that it names, the countries of them, and those by name."""

    places: frozenset[str] = frozenset()
    scene: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    runs: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sum:
    """A share, a sum or a count: ``words`` say of what it is told, ``names`` those of them that are names.

    ``sort`` is what is counted, ``doings`` what befell it; ``places`` are the words for the places that its
    sentence names, ``scene`` those for whatever is named in it and at the beginning of its report, ``countries``
    those of them that are countries, ``runs`` those of each name of its sentence that is no place's; ``told`` is
    the day last spoken of before it.
    """

    figure: Figure
    words: frozenset[str]
    names: frozenset[str]
    sort: str
    doings: frozenset[int]
    places: frozenset[str]
    scene: frozenset[str]
    countries: frozenset[str]
    runs: tuple[frozenset[str], ...]
    told: date | None

    @property
    def claim(self) -> Claim:
        """The claim that gives it."""
        return self.figure.claim

    @property
    def noun(self) -> str:
        """The noun that is counted, without its ending; empty for people, men and a bare number."""
        told = self.figure.words.rsplit(" ", 1)[-1]
        return next(iter(content_words(told)), "")

    @property
    def sorts_named(self) -> frozenset[str]:
        """The words between the number and the noun, which tell those counted from others: "Ardeshi", "dual"."""
        told = _NOT_COUNTING.sub(" ", self.figure.words).split()[:-1]
        return content_words(" ".join(told)) - _QUANTIFYING

    @property
    def topic(self) -> str:
        """The words of its clause."""
        return self.figure.quantity.topic or ""

    @property
    def day(self) -> date | None:
        """The one day that it is said to be of."""
        first, last = edtf_interval(self.figure.quantity.when.edtf if self.figure.quantity.when is not None else None)
        return self.told if first is None else first if first == last else None

    @property
    def is_count(self) -> bool:
        """Whether it counts people or things rather than measuring them."""
        return self.figure.quantity.measure not in OF_SOMETHING


class Naming:
    """What sentences and the beginnings of their reports name, each looked up once for all who ask."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self._found: dict[tuple[str, Span], Named] = {}

    def of(self, claim: Claim) -> Named:
        """What a claim's sentence names, with all that its report's beginning does."""
        start = self.around.pile.passages[claim.passage].span.start
        own, opening = (self._in(claim.document, each) for each in (claim.sentence, Span(start, start + _OPENING)))
        return replace(own, scene=own.scene | opening.scene, countries=own.countries | opening.countries)

    def _in(self, document: str, stretch: Span) -> Named:
        found = self._found.get((document, stretch))
        if found is None:
            found = self._found[document, stretch] = _names_in(document, stretch, self.around)
        return found


def made_of(figure: Figure, naming: Naming) -> Sum:
    """A figure with what it is told of."""
    topic = figure.quantity.topic or ""
    names = content_words(" ".join(word for word in topic.split()[1:] if word[0].isupper()))
    named = naming.of(figure.claim) if topic else Named()
    own = frozenset(content_words(topic))
    places = (named.places & own) | {word for name in _WHERE.findall(topic) for word in content_words(name)}
    places -= {word for name in _WHENCE.findall(topic) for word in content_words(name)} | named.countries
    speakers = {word for voice in figure.claim.voices for word in content_words(voice.name)}
    figure = replace(figure, own=figure.quantity.measure not in OF_SOMETHING)
    return Sum(
        figure,
        own,
        frozenset(names),
        _sort(figure.quantity),
        doings_in(topic.casefold()),
        frozenset(places),
        named.scene - (speakers - named.places),
        named.countries,
        named.runs,
        naming.around.day_before(figure.claim) if topic else None,
    )


def _sort(quantity: Quantity) -> str:
    if quantity.measure in OF_SOMETHING:
        return f"{quantity.measure} {quantity.unit}"
    if quantity.unit in _PEOPLE or _A_PEOPLE.search(quantity.stated):
        return _ANY
    return sort_of(quantity.unit or "")


def _names_in(document: str, stretch: Span, around: Surroundings) -> Named:
    by_kind: dict[MentionKind, list[frozenset[str]]] = defaultdict(list)
    for each in around.mentions_in(document, stretch):
        if each.form is MentionForm.NAME and each.kind is not MentionKind.PEOPLE:
            by_kind[each.kind].append(_name_words(each.text))
    places, countries = by_kind.pop(MentionKind.PLACE, []), by_kind.pop(MentionKind.COUNTRY, [])
    runs = tuple(told for _, found in sorted(by_kind.items()) for told in found)
    return Named(_words(places), _words((*places, *countries, *runs)), _words(countries), runs)


@lru_cache(maxsize=65536)
def _name_words(name: str) -> frozenset[str]:
    return content_words(" ".join(_CAPITAL.findall(name)))


def _words(told: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset(word for each in told for word in each)


def are_told_alike(one: Sum, two: Sum, *, few: bool) -> bool:
    """Whether two figures of two reports are of one thing; ``few`` says that the pile holds few reports."""
    mine, theirs = one.figure, two.figure
    if mine.said is None or theirs.said is None or abs((mine.said - theirs.said).days) > _WITHIN:
        return False
    if mine.origin == theirs.origin or max(mine.number, theirs.number) > _FACTOR * min(mine.number, theirs.number):
        return False
    if one.is_count:
        return _are_one_count(one, two, few=few)
    if not may_meet(mine, theirs) or (one.names - two.names and two.names - one.names):
        return False
    shared = len(one.words & two.words)
    least = min(len(one.words), len(two.words))
    if is_sourced(one.claim) and is_sourced(two.claim) and shared >= max(_SHARED, _MOSTLY * least):
        return True
    known = bool(one.names & two.names) or bool(one.doings & two.doings)
    known = known and _names_no_more(one, two) and _names_no_more(two, one)
    return known and _is_one_place(one, two) and _days_meet(one, two) and shared >= max(_SHARED, _HALF * least)


def _names_no_more(one: Sum, two: Sum) -> bool:
    """Whether the names of the one are in the other's report too, each at least as a part of a longer one."""
    told = two.scene | two.words
    return all(name in told or any(name in run and run & told for run in one.runs) for name in one.names)


def _are_one_count(one: Sum, two: Sum, *, few: bool) -> bool:
    """Whether two reports tell the same of so many of one sort, of one occasion: at one place and time.

    ``few`` says that the pile holds few reports; of many, some use the same words of other things of one day.
    """
    if not _is_one_place(one, two) or (one.doings and two.doings and not one.doings & two.doings):
        return False
    on_one_day = one.day is not None and one.day == two.day
    of_one_noun = one.sort != _ANY or one.noun == two.noun or bool({one.noun, two.noun} & {*_ANYBODY, ""})
    shared = len((one.words & two.words) - one.scene)
    done = bool(one.doings & two.doings) and (of_one_noun or on_one_day)
    if not few:
        return on_one_day and of_one_noun and shared >= _SHARED + (not done) and bool(_places(one, two))
    if not done and (not of_one_noun or shared < _SHARED - (on_one_day and one.sort != _ANY)):
        return False
    if one.scene and two.scene:
        return bool(_places(one, two)) and _days_meet(one, two)
    return bool(one.doings & two.doings) and on_one_day


def _places(one: Sum, two: Sum) -> frozenset[str]:
    """What both name; a country that both name is not enough."""
    shared = one.scene & two.scene
    return shared if len(shared) >= _ABROAD else shared - one.countries


def _is_one_place(one: Sum, two: Sum) -> bool:
    """Whether neither names a place that the other's report does not: "in Velmora" is only part of the country."""
    return not (one.places - two.scene or two.places - one.scene)


def _days_meet(one: Sum, two: Sum) -> bool:
    """Whether both can be of one day; a report that gives none tells of the last few."""
    (first, last), (start, end) = _days(one), _days(two)
    if not (first and last and start and end) or last - first > _LONGEST or end - start > _LONGEST:
        return False
    return (first <= end and start <= last) or _is_one_weekday(one.figure, two.figure)


def _days(one: Sum) -> tuple[date | None, date | None]:
    figure = one.figure
    first, last = edtf_interval(figure.quantity.when.edtf if figure.quantity.when is not None else None)
    if first is not None and last is not None:
        return first, last
    if one.told is not None and one.told != figure.said:  # on the day of the report it was said
        return one.told, one.told
    return (figure.said - timedelta(_NEWS_DAYS), figure.said) if figure.said is not None else (None, None)


def may_meet(one: Figure, two: Figure) -> bool:
    """Whether what the text says of when the two were counted can be the same."""
    if one.quantity.when is None or two.quantity.when is None:
        return True
    (first, last), (start, end) = edtf_interval(one.quantity.when.edtf), edtf_interval(two.quantity.when.edtf)
    if not (first and last and start and end) or (first <= end and start <= last):
        return True
    return _is_one_weekday(one, two)


def _is_one_weekday(one: Figure, two: Figure) -> bool:
    """Whether both are of a day of one name a week apart: which Saturday it is, the words alone do not tell."""
    mine, theirs = one.quantity.when, two.quantity.when
    if mine is None or theirs is None or _weekday(mine) is None or _weekday(mine) != _weekday(theirs):
        return False
    first, start = edtf_interval(mine.edtf)[0], edtf_interval(theirs.edtf)[0]
    return first is not None and start is not None and abs(first - start) == _WEEK


def _weekday(when: When) -> str | None:
    match = _DAYS.search(when.text)
    return match[0] if match is not None else None
