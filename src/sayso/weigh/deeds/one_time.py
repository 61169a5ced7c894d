"""Whether a denial and what is told can be of one time."""

from __future__ import annotations

import re
from datetime import timedelta

from sayso.weigh.deeds.doing import Doing
from sayso.weigh.standing import is_never, lapse_of

_NEWS_DAYS = 60  # what is told up to so many days before or after a denial can be what it denies
_ANSWER_DAYS = 14  # a denial that follows so soon can be an answer
_SO_FAR = re.compile(r"\b(?:so far|to date|up to now)\b", re.IGNORECASE)


def times_meet(denied: Doing, told: Doing) -> bool:
    """Whether nothing in their words and days keeps the two apart in time."""
    first, last = denied.days
    start, end = told.days
    if denied.said is not None and start is not None and start > denied.said:
        return False  # it had not happened yet
    if _SO_FAR.search(denied.claim.quote) is not None and not _was_told(denied, told):
        return False
    if denied.is_state:
        return True  # what had been ended before would not have been so
    if first and last and start and end:
        return first <= end and start <= last
    if denied.deed.when is not None and told.deed.when is not None and denied.text != told.text:
        return False  # the two name times that cannot be held against one another
    lapse = lapse_of(denied.claim)
    if lapse is not None and denied.said is not None and (start is None or start < denied.said - lapse):
        return False  # "no contact for years" is no word on what was before
    if is_never(denied.claim) or denied.said is None or told.said is None:
        return True
    if start and (end is None or start <= denied.said <= end):
        return True  # "hold no prisoners" is of a time since when they are told to be held
    return abs(denied.said - told.said) <= timedelta(_NEWS_DAYS)


def is_soon(denied: Doing, told: Doing) -> bool:
    """Whether the two were published within two weeks."""
    if denied.said is None or told.said is None:
        return False
    return abs(denied.said - told.said) <= timedelta(_ANSWER_DAYS)


def _was_told(denied: Doing, told: Doing) -> bool:
    """Whether something was told by the time of what is denied "so far"."""
    if denied.claim.document == told.claim.document:
        return told.claim.span.start < denied.claim.span.start
    return denied.said is not None and told.said is not None and told.said <= denied.said
