"""Two figures for one thing: whether both can hold, and if not, what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from sayso.records.claim import CORRECTING, INSTEAD, MOVED, Claim, Quantity
from sayso.records.matter import DisputeKind
from sayso.records.when import edtf_interval
from sayso.weigh.numbers.intervals import can_both_hold
from sayso.weigh.standing import is_own_word, is_sourced

# Counts that rise as more becomes known; a later, larger figure brings them up to date.
_GROWING = frozenset({"killed", "wounded", "displaced", "missing", "arrived", "rescued", "people", "count"})
_LASTING = frozenset({"missing", "displaced"})  # who is so since a day was so from that day on
_UPDATE_DAYS = 31
_RISING = 3  # numbers
_MANY = 5  # numbers, of which few may be told out of turn
_STEPS = 4  # numbers, told over as many days less one and none out of turn
_IN_TURN = 0.8
_AT_ONCE = 2  # times; sources of their own whose counts since one day are further apart disagree
_LEAP = 5  # times; a count of many seldom rises further within days
_FEW = 30
_FIRST = re.compile(
    r"(?:the )?(?:initial|first|early|preliminary) (?:reports?|figures?|counts?|tolls?)\b", re.IGNORECASE
)
_BOUNDS = ("by", "since")  # of a time that is one end of the days counted
_SAME_WORDS = 5
_SAME_SHARE = 0.6
_CEILINGS = ("up to", "as many as", "as much as")
# A count that goes on takes in what was counted before.
_RUNNING = re.compile(r"since\b|so far\b|to date\b")


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity claim with what comparing needs: its number, whom it counts, its origin, and the day it was said.

    ``quantity`` is the claim's own or, where its document gives the number with a hedge elsewhere, that one: headlines
    drop the hedges of the reports below them. ``around`` are the words of its sentence, ``spread`` those for several
    places that it is of; ``own`` says that it is the word of whoever tells it, though that is an outlet. ``address`` is
    where its document came from, set where other versions of that came from there too and none gives this number.
    """

    claim: Claim
    quantity: Quantity
    number: float
    kind: str
    origin: str
    said: date | None
    told: str = ""
    around: frozenset[str] = frozenset()
    spread: str = ""
    own: bool = False
    address: str = ""

    @property
    def words(self) -> str:
        """The figure as stated, or as the reasons are to tell it."""
        if self.told:
            return self.told
        own = self.claim.content
        return " ".join((own if isinstance(own, Quantity) else self.quantity).stated.split())

    @property
    def scope(self) -> str:
        """What part of the world or what period it counts, folded; empty where the text does not say."""
        return (self.quantity.scope or "").casefold()


def compare(one: Figure, two: Figure, givers: Givers | None = None) -> tuple[DisputeKind, str] | None:
    """How two figures of one matter stand to one another, with the reason; None where they give the same number."""
    if one.number == two.number:
        return None
    one, two = sorted((one, two), key=lambda each: (each.number, each.words, each.claim.id))
    early, late = sorted((one, two), key=lambda each: (each.said or date.max, each.number, each.claim.id))
    if one.kind != two.kind and (verdict := _other_kinds(one, two)) is not None:
        if late.kind == "all" and early.kind == "fighters" and _is_update(early, late):
            return DisputeKind.UPDATE, f"“{late.words}” was said later than “{early.words}”, and is larger"
        return DisputeKind.OTHER_SCOPE, verdict
    if (
        one.scope != two.scope
        and not (_is_one_run(one, two) or _is_since_one_day(one, two))
        and not (_RUNNING.match(late.scope) and not early.scope and _is_update(early, late))
    ):
        return DisputeKind.OTHER_SCOPE, f"“{one.words}” counts {_scope(one)}, “{two.words}” {_scope(two)}"
    if two.spread and not one.spread:
        return (
            DisputeKind.OTHER_SCOPE,
            f"“{two.words}” counts those of “{two.spread}”, “{one.words}” those of one place",
        )
    if _is_of_fewer_days(one, two):
        return DisputeKind.OTHER_SCOPE, f"“{one.words}” is of some of the days that “{two.words}” counts"
    others = givers is not None and givers.are_others(one, two) and two.number > _AT_ONCE * one.number
    runs_on = _is_one_run(one, two) and not others
    if runs_on and early.said and late.said and early.said < late.said and early.number < late.number:
        return DisputeKind.UPDATE, f"“{late.words}” was said later than “{early.words}”, and both count from one day on"
    if one.address == two.address != "" and _is_one_sentence(one, two):
        told = f"two versions of one text give “{one.words}” and “{two.words}” in one place"
        return DisputeKind.UPDATE, f"{told}: one corrects the other"
    if can_both_hold(one.quantity, two.quantity):
        return DisputeKind.COMPATIBLE, f"“{one.words}” and “{two.words}” can both hold"
    if (judged := _one_count(one, two, givers or Givers((one, two)))) is not None:
        return judged
    counting = "" if one.kind == two.kind else ", unless they count different people"
    return DisputeKind.CONTRADICTION, f"“{one.words}” and “{two.words}” cannot both hold{counting}"


def _one_count(one: Figure, two: Figure, givers: Givers) -> tuple[DisputeKind, str] | None:
    """What says of the smaller and the larger number that they are one count that moved, or counts of two things."""
    if is_said_to_move(one, two):
        return DisputeKind.UPDATE, f"the text itself tells “{one.words}” and “{two.words}” as one count that moved"
    if _is_put_right(one, two) and not givers.are_others(one, two):
        return DisputeKind.UPDATE, f"one outlet gives “{one.words}” and “{two.words}”, one to correct the other"
    if one.quantity.measure not in _GROWING or _is_set_against(one, two, givers):
        return None
    if _FIRST.match(one.claim.voices[-1].name if one.claim.voices else ""):
        return DisputeKind.UPDATE, f"“{one.words}” is what was first reported, and “{two.words}” is larger"
    if _is_one_issue(one, two) and not _is_one_text(one, two):
        told = f"one outlet gives “{one.words}” and “{two.words}” on one day, each in a report of its own"
        return DisputeKind.OTHER_SCOPE, told
    if givers.is_one_voices(one, two):
        return DisputeKind.UPDATE, f"one voice gave both “{one.words}” and “{two.words}”: its count moved"
    if _is_one_text(one, two):
        return (
            DisputeKind.UPDATE,
            f"“{two.words}” stands where the same text had “{one.words}”: it was brought up to date",
        )
    if _is_raised(one, two) and not givers.are_others(one, two):
        return DisputeKind.UPDATE, f"“{two.words}” is told as a count that moved, and “{one.words}” was said no later"
    early, late = sorted((one, two), key=lambda each: (each.said or date.max, each.number, each.claim.id))
    if _is_update(early, late) and (givers.rise or _is_first_word(early) or not givers.are_others(one, two)):
        return DisputeKind.UPDATE, f"“{late.words}” was said later than “{early.words}”, and is larger"
    if givers.is_rise(one, two):
        return DisputeKind.UPDATE, f"the count rose with the days from “{one.words}” to “{two.words}”"
    return None


def _is_of_fewer_days(one: Figure, two: Figure) -> bool:
    """Whether the smaller is told of a time within the days of the larger: of the night of the 10th, and of a week."""
    mine, theirs = one.quantity.when, two.quantity.when
    if mine is None or theirs is None or mine.modifier in _BOUNDS or theirs.modifier in _BOUNDS:
        return False
    (first, last), (start, end) = edtf_interval(mine.edtf), edtf_interval(theirs.edtf)
    if not (first and last and start and end):
        return False
    return start <= first and last <= end and last - first < end - start <= timedelta(_UPDATE_DAYS)


def _is_one_run(one: Figure, two: Figure) -> bool:
    """Whether both count from one day on: "since Sunday", "between Sunday and Thursday"."""
    starts = [
        edtf_interval(each.quantity.when.edtf)[0]
        for each in (one, two)
        if each.quantity.when is not None
        and (
            each.quantity.when.modifier == "since"
            or "/" in (each.quantity.when.edtf or "")
            or each.scope.startswith("since")
        )
    ]
    return len(starts) == 2 and starts[0] == starts[1] is not None


def _is_since_one_day(one: Figure, two: Figure) -> bool:
    """Whether the one is told of a day and the other of the time since: those missing "since the ferry went down"."""
    told = [each.quantity.when.edtf for each in (one, two) if each.quantity.when is not None]
    runs = all(not each.scope or each.scope.startswith("since") for each in (one, two))
    return runs and one.quantity.measure in _LASTING and len(told) == 2 and told[0] == told[1] is not None


def _rises(said: Sequence[date]) -> bool:
    """Whether of days in the order of the numbers said on them, nearly all that differ come in turn."""
    apart = [early < late for early, late in combinations(said, 2) if early != late]
    return bool(apart) and sum(apart) >= _IN_TURN * len(apart)


class Givers:
    """Who gives which number, of figures that count one thing, and whether their count rose from day to day."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._named: dict[float, set[str]] = {}
        days: dict[float, date] = {}
        for each in figures:
            if each.own or is_own_word(each.claim):
                self._named.setdefault(each.number, set()).add(each.origin)
            if each.said is not None:
                days[each.number] = min(each.said, days.get(each.number, each.said))
        said = [days[number] for number in sorted(days)]
        self.rise = len(said) >= _RISING and said == sorted(said) and said[0] < said[-1]
        in_steps = self.rise and len(said) >= _STEPS and len(set(said)) >= _STEPS - 1
        self.rise_of_many = in_steps or (len(said) >= _MANY and _rises(said))

    def is_rise(self, one: Figure, two: Figure) -> bool:
        """Whether the count rose from the one number to the other with the days; of many numbers, also within one."""
        return self.rise_of_many or (self.rise and one.said != two.said)

    def is_of_one(self, number: float) -> bool:
        """Whether no two sources give a number."""
        return len(self._named.get(number, ())) <= 1

    def is_one_voices(self, one: Figure, two: Figure) -> bool:
        """Whether somebody gave both numbers, or one outlet did in two reports."""
        if self._named.get(one.number, set()) & self._named.get(two.number, set()):
            return True
        if one.origin != two.origin or one.claim.document == two.claim.document:
            return False
        # A paper that prints less later goes by somebody else's count.
        early, late = sorted((one, two), key=lambda each: (each.said or date.max, each.number))
        return early.said is None or late.said is None or early.number <= late.number

    def are_others(self, one: Figure, two: Figure) -> bool:
        """Whether the two numbers are each the word of somebody, and of nobody in common."""
        mine, theirs = self._named.get(one.number), self._named.get(two.number)
        return bool(mine and theirs) and not self.is_one_voices(one, two)


def _is_set_against(one: Figure, two: Figure, givers: Givers) -> bool:
    """Whether one passage gives the later of the two in place of the other, on another's word."""
    late = max((one, two), key=lambda each: (each.claim.span, each.claim.id))
    against = INSTEAD in late.claim.reasons and one.claim.passage == two.claim.passage
    return against and not givers.is_one_voices(one, two)


def is_said_to_move(one: Figure, two: Figure) -> bool:
    """Whether of two figures of one passage the sentence of the one told later says that they are one count."""
    early, late = sorted((one, two), key=lambda each: (each.claim.span, each.claim.id))
    if one.claim.passage != two.claim.passage:
        return False
    left = MOVED in early.claim.reasons and early.claim.sentence == late.claim.sentence
    return left or MOVED in late.claim.reasons


def _is_put_right(one: Figure, two: Figure) -> bool:
    """Whether an outlet gives the later of the two to correct what it told before."""
    late = max((one, two), key=lambda each: (each.said or date.max, CORRECTING in each.claim.reasons))
    return CORRECTING in late.claim.reasons and _outlet(one) == _outlet(two) != ""


def _is_raised(one: Figure, two: Figure) -> bool:
    """Whether the larger is told as one that takes the place of another, some days after the smaller or on its day."""
    if MOVED not in two.claim.reasons or one.said is None or two.said is None:
        return False
    return 0 <= (two.said - one.said).days <= _UPDATE_DAYS


def _is_one_issue(one: Figure, two: Figure) -> bool:
    """Whether one outlet gives both on one day, in two reports and its own words."""
    if one.claim.document == two.claim.document or is_sourced(one.claim) or is_sourced(two.claim):
        return False
    return one.origin == two.origin and _outlet(one) == _outlet(two) and one.said == two.said is not None


def _outlet(figure: Figure) -> str:
    """Who tells it first of all; a text that another outlet copied has the origin of what it was copied from."""
    return figure.claim.voices[0].name if figure.claim.voices else ""


def _is_one_text(one: Figure, two: Figure) -> bool:
    """Whether two documents give the numbers in the same words."""
    if one.claim.document == two.claim.document or not one.around or not two.around:
        return False
    shared = len(one.around & two.around)
    return shared >= _SAME_WORDS and shared >= _SAME_SHARE * max(len(one.around), len(two.around))


def _is_one_sentence(one: Figure, two: Figure) -> bool:
    """Whether two versions of a text give the numbers in sentences that share most of their words."""
    shared = len(one.around & two.around)
    return one.claim.document != two.claim.document and shared >= _SAME_SHARE * max(len(one.around), len(two.around))


def _scope(figure: Figure) -> str:
    return f"“{figure.quantity.scope}”" if figure.quantity.scope else "without saying where or since when"


def _other_kinds(one: Figure, two: Figure) -> str | None:
    """Why figures that name different kinds of people are not held against one another; None where they are.

    A kind no larger than "people" is a part of them; civilians and fighters are never the same people.
    """
    kinds = {one.kind, two.kind}
    if "all" in kinds:
        part, whole = (one, two) if two.kind == "all" else (two, one)
        if part.kind != "civilians" and part.number < whole.number:
            return f"“{part.words}” counts only {part.kind}, who can be a part of “{whole.words}”"
        return None
    return f"one counts {one.kind}, the other {two.kind}"


def _is_update(early: Figure, late: Figure) -> bool:
    if early.said is None or late.said is None or early.said == late.said:
        return False
    if late.number > max(_LEAP * early.number, _FEW):
        return False
    if (late.said - early.said).days > _UPDATE_DAYS or early.quantity.measure not in _GROWING:
        return False
    return late.number > early.number


def _is_first_word(figure: Figure) -> bool:
    """Whether it is a guess of the very day that it is of, "up to ten": what is counted then seldom stays so."""
    when = figure.quantity.when
    if when is None or figure.said is None or (figure.quantity.hedge or "").casefold() not in _CEILINGS:
        return False
    return edtf_interval(when.edtf) == (figure.said, figure.said)
