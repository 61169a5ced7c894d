"""Which quantities count those killed, wounded, missing, seized, displaced or taking part, whom, and with what noun."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from sayso.language.numbers import FEW, SCALES, VAGUE, WORDS, read
from sayso.records.claim import AHEAD, Claim, Deed, Plover, Polarity, Quantity, Status
from sayso.weigh.numbers.intervals import core
from sayso.weigh.standing import affirms, is_sourced
from sayso.weigh.surroundings import Surroundings

ATTENDED, CROWD = "attended", "crowd"
MEASURES: Mapping[str, str] = {
    "killed": "killed",
    "wounded": "wounded",
    "missing": "missing",
    "seized": "seized",
    "abducted": "seized",
    "kidnapped": "seized",
    "arrested": "seized",
    "detained": "seized",
    "displaced": "displaced",
    ATTENDED: CROWD,
}
KINDS: Mapping[str, str] = {
    "person": "all",
    "civilian": "civilians",
    "fighter": "fighters",
    "soldier": "fighters",
    "child": "children",
    "woman": "women",
}
# "Three more", "two others": what is added to another number is no number for the whole.
_ADDED = re.compile(
    r"\b(?:more(?! than)|others|other$|another|further|additional|of (?:the|them|those|whom))\b", re.IGNORECASE
)
OFTEN = 10  # a number below this comes twice in a report by chance
_OTHERS = re.compile(r"\b(?:others|other$|another)\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\banother\b", re.IGNORECASE)
_FURTHER = re.compile(r"(?:an )?(?:additional|further)\b", re.IGNORECASE)
_MOSTLY = re.compile(r"\b(?:most(?:ly)?|mainly|largely|many|some) (?:of them )?[a-z]", re.IGNORECASE)
# Nouns that say no more of those counted than the measure does.
_ANYONE = re.compile(
    r"(?:people|persons?|dead|deaths|killed|(?:wound|injur)ed|others?|men|civilians|victims|casualties|lives|bodies)"
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_BARE = re.compile(r"(?:(?:at least|about|some|around|nearly|almost|more than|over|up to|only|just) )?[\d,.]+")
_LEAP = 5  # times
_NO_NUMBER = re.compile(r"0\d")
_ARTICLE = re.compile(r"(?:an?|the)\b", re.IGNORECASE)  # "an Ardeshi journalist" is no count of all those arrested
_ONE_OF_TWO = re.compile(r"\bthe other\b", re.IGNORECASE)  # "one with 30 years and the other with 16"
_RATE = re.compile(r"\b(?:for|in|out of) every\b|\b(?:every|each|per) (?:\d|day|week|month|year|night|hour|capita)")
# "Nine Ardeshi and one Korvan tourists": neither number is of all.
_AND = re.compile(r"(?: [\w'’-]+){0,3} and ")
_AND_ONE_MORE = re.compile(rf"\b[A-Z]\w+ and (?:\d+|{'|'.join(WORDS)}) [A-Z]")
_ANYBODY = frozenset({None, "", "person", "civilian"})
_LEAST_CROWD = 20
_LOOSE = 2.0  # "dozens" spans more than this factor, and is no number to hold against another


def count_of(claim: Claim, around: Surroundings) -> Quantity | None:
    """What a claim counts of people whom one thing befell, told in full; None where it counts nothing of the kind."""
    quantity = claim.content
    if not isinstance(quantity, Quantity):
        return None
    quantity = _taking_part(claim, _told_in_full(claim, quantity, around), around)
    return quantity if _counts_people(claim, quantity, around) else None


def kind_of(quantity: Quantity) -> str:
    """Whom it counts; "22, mostly children" are people."""
    return "all" if _MOSTLY.search(quantity.stated) else KINDS.get(quantity.unit or "person", "all")


def noun_of(quantity: Quantity) -> str:
    """The noun that names those counted more closely than people ("peacekeepers"), folded; empty where none does."""
    *number, last = quantity.stated.split() or [""]
    noun = last.casefold()
    if not number or not _WORD.fullmatch(last) or _ANYONE.fullmatch(noun):
        return ""
    return "" if noun in (*SCALES, *VAGUE, *FEW) or read([noun]) is not None else noun


def _told_in_full(claim: Claim, quantity: Quantity, around: Surroundings) -> Quantity:
    """A bare number with what it counts: what another source's number counts, told just before in its sentence.

    "Police detained 364 people, the ministry said; the Watch counted 259."
    """
    if quantity.measure != "count" or quantity.unit or not _BARE.fullmatch(quantity.stated) or not is_sourced(claim):
        return quantity
    before = [
        each
        for each in around.told_in(claim)
        if isinstance(each.content, Quantity) and each.content.measure in MEASURES and each.span.end <= claim.span.start
    ]
    last = max(before, key=lambda each: (each.span, each.id), default=None)
    if last is None or not isinstance(last.content, Quantity) or last.voices == claim.voices or not is_sourced(last):
        return quantity
    one, two = core(quantity) or 0, core(last.content) or 0
    if min(one, two) < OFTEN or max(one, two) > _LEAP * min(one, two):
        return quantity
    return replace(quantity, measure=last.content.measure, unit=last.content.unit, of=last.content.of)


def _taking_part(claim: Claim, quantity: Quantity, around: Surroundings) -> Quantity:
    """Those who protest as those who took part: where a number stands in the words for who did so."""
    if quantity.measure not in ("people", "count") or quantity.unit not in _ANYBODY or quantity.of is not None:
        return quantity
    if (core(quantity) or 0) < _LEAST_CROWD:
        return quantity
    for each in around.told_in(claim):
        deed = each.content
        if not isinstance(deed, Deed) or deed.plover is not Plover.PROTEST or each.status is not Status.ACTUAL:
            continue
        if affirms(each) and any(role.role == "actor" and role.span.holds(claim.span) for role in deed.roles):
            return replace(quantity, measure=ATTENDED, unit="person", of=each.id)
    return quantity


def _counts_people(claim: Claim, quantity: Quantity, around: Surroundings) -> bool:
    if quantity.measure not in MEASURES or claim.polarity is not Polarity.YES:
        return False
    if claim.status not in (Status.ACTUAL, Status.POSSIBLE) or AHEAD in claim.reasons:
        return False
    deed = around.pile.claims.get(quantity.of or "")
    whens = (quantity.when, deed.content.when if deed is not None and isinstance(deed.content, Deed) else None)
    if any(when is not None and when.value == "PAST_REF" for when in whens):
        return False  # those hanged "recently" are of no day that another count could be of
    if quantity.unit not in (None, "") and quantity.unit not in KINDS:
        return False
    if _NO_NUMBER.match(quantity.stated) or _is_of_one_only(quantity) or _RATE.search(quantity.topic or ""):
        return False
    if _is_added(quantity) and not _is_beside_the_dead(claim, quantity, around):
        return False
    if _is_half_told(claim, quantity, around):
        return False
    low, high = quantity.low, quantity.high
    return not (low and high and high > _LOOSE * low)


def _is_of_one_only(quantity: Quantity) -> bool:
    """Whether it counts one where the words are of somebody and not of how many: "a child", "one ... the other"."""
    if core(quantity) != 1:
        return False
    return (
        quantity.unit in ("child", "woman")
        or _ARTICLE.match(quantity.stated) is not None
        or _ONE_OF_TWO.search(quantity.topic or "") is not None
    )


def _is_added(quantity: Quantity) -> bool:
    """Whether it is counted beside others: "three more", "another eight"."""
    if _ADDED.search(quantity.stated) or _FURTHER.match(quantity.topic or ""):
        return True
    return len(quantity.stated.split()) == 1 and _ANOTHER.search(quantity.topic or "") is not None


def _is_beside_the_dead(claim: Claim, quantity: Quantity, around: Surroundings) -> bool:
    """For "killing ten and wounding 30 others": other than the dead, these are all the wounded."""
    if quantity.measure != "wounded" or not _OTHERS.search(quantity.stated):
        return False
    beside = (each.content for each in around.told_in(claim))
    return any(isinstance(each, Quantity) and each.measure == "killed" for each in beside)


def _is_half_told(claim: Claim, quantity: Quantity, around: Surroundings) -> bool:
    """Whether its noun phrase counts further ones of the same noun, so that neither number is of all."""
    if len(quantity.stated.split()) == 1 and _AND_ONE_MORE.search(quantity.topic or ""):
        return True
    for each in around.told_in(claim):
        other = each.content
        if not isinstance(other, Quantity) or other.measure != quantity.measure or other.unit != quantity.unit:
            continue
        one, two = sorted((claim, each), key=lambda told: told.span.start)
        if one is two or one.span.start == two.span.start or not one.span.holds(two.span):
            continue
        number = one.content.stated if isinstance(one.content, Quantity) else ""
        between = one.quote[len(number) : two.span.start - one.span.start]
        if one.quote.startswith(number) and _AND.fullmatch(between):
            return True
    return False
