"""How a claim stands: whether it says that it is so, how far a denial reaches, and on whose word."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache

from sayso.language.lexicon import words
from sayso.language.numbers import read
from sayso.records.claim import Claim, Polarity, Stance, Status, VoiceKind
from sayso.weigh.surroundings import content_words

_LEFT_UNDONE = re.compile(r"\bnot the (?:first|last|only)\b|^(?:for |of )?not \w+ing\b", re.IGNORECASE)
_COULD_HAVE = re.compile(r"\b(?:could|can)(?:not| not|n['’]t)(?: \w+){0,2} have\b", re.IGNORECASE)
# What bounds a denial in ways that its other words do not show.
_BOUNDED = re.compile(
    r"\b(?:yet|any ?more|again|no longer|only|just|merely|simply|directly|personally|alone|because|for the sake of"
    r"|nearly|almost)\b",
    re.IGNORECASE,
)
_LAPSE = re.compile(
    r"\b(?:for|in) (?P<many>[a-z]+ |\d+ )?(?P<unit>days|weeks|months|years|decades|ages)\b", re.IGNORECASE
)
_DAYS = {"days": 1, "weeks": 7, "months": 30, "years": 365, "decades": 3650, "ages": 365}
_UNTIL = re.compile(r"\b(?:until|before|after|since)\b(?P<then>.*)", re.IGNORECASE | re.DOTALL)
_ENDED = content_words("over ended finished complete")  # what was not before the end was not before the beginning
NEGATORS = content_words("never not once ever have has had did does was were time point")
_NEVER = re.compile(r"\b(?:never|not once|at no time|(?:not|n['’]t) ever)\b", re.IGNORECASE)


def affirms(claim: Claim) -> bool:
    """Whether the claim says it is so; what is denied counts as said not to be so, however the denial is worded."""
    if claim.polarity is not Polarity.YES:
        return False
    for voice in claim.voices:  # noqa: SIM110 - asked of every claim again and again, and a generator takes twice as long
        if voice.stance is Stance.DENIES:
            return False
    return True


def is_never(claim: Claim) -> bool:
    """Whether a denial is of all times: "he never met them"."""
    return _NEVER.search(claim.quote) is not None


def is_impossible(denied: Claim) -> bool:
    """Whether a denial is only that something can be, or would be: no word on what was ("could not have been" is)."""
    return denied.status is Status.POSSIBLE and _COULD_HAVE.search(denied.quote) is None


def is_left_undone(denied: Claim) -> bool:
    """Whether it is of one occasion among others: "not the first time", "criticised for not arresting him"."""
    return _LEFT_UNDONE.search(denied.quote) is not None


def is_bounded(denied: Claim) -> bool:
    """Whether a denial says of itself that it is not of all: "not yet", "not alone", "not before"."""
    return is_part(denied) or bool(bound_of(denied))


def is_part(denied: Claim) -> bool:
    """Whether a denial says of itself that it is only of a part: "not yet", "not alone"."""
    return _BOUNDED.search(denied.quote) is not None


def bound_of(denied: Claim) -> frozenset[str]:
    """The words of the time up to which, or from which on, a denial says that it was not so; none without a bound."""
    bound = _UNTIL.search(denied.quote)
    return (content_words(bound["then"]) - _ENDED) or frozenset({"then"}) if bound is not None else frozenset()


def lapse_of(denied: Claim) -> timedelta | None:
    """The time back for which a denial says that it was not so, as "for ten years" does; None where it is of all."""
    found = _LAPSE.search(denied.quote)
    if found is None:
        return None
    number = read((found["many"] or "").casefold().split())
    return timedelta(_DAYS[found["unit"].casefold()] * (number or 1))


def without_lapse(quote: str) -> str:
    """The words of a denial without that time."""
    return _LAPSE.sub("", quote)


def is_sourced(claim: Claim) -> bool:
    """Whether somebody other than the outlet that tells it gives it; an outlet quoted in a saying is somebody."""
    if not claim.voices:
        return False
    voice = claim.voices[-1]
    return voice.kind is not VoiceKind.OUTLET and not (voice.kind is VoiceKind.QUOTED_OUTLET and voice.saying is None)


def is_own_word(claim: Claim) -> bool:
    """Whether it is somebody's word: that of a source, or of a body that publishes it on its own account."""
    return is_sourced(claim) or (bool(claim.voices) and _is_a_body(claim.voices[-1].name))


@cache
def _is_a_body(name: str) -> bool:
    return not words("speaking_bodies").isdisjoint(name.casefold().split())
