"""From when until when a tie held, in words, with what is not known."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from sayso.present.dates import date_words
from sayso.present.holding import Days, Holding, Telling
from sayso.records.when import edtf_of


def when_words(holding: Holding) -> str:
    """From when until when a tie held, with what is not known: "from 1987 at the latest; end unknown"."""
    if holding.asserted and all(each.lasting for each in holding.asserted):
        return "not bound to a time"
    if again := _again_words(holding):
        return again
    start, end = _start_words(holding), _end_words(holding)
    if not start and not end:
        return "not said when"
    if start.startswith("from ") and end.startswith("until ") and "accounts differ" not in start + end:
        return f"{start} {end}"
    return f"{start or 'start unknown'}; {end or _open_words(holding)}"


def _again_words(holding: Holding) -> str:
    """For what began, ended and began again: "from 2011 until 2013, and again from 2020; end unknown"."""
    if len(holding.starts) < 2 or holding.ended_by:
        return ""
    turns = sorted(((low, high, False) for low, high in holding.starts if low and high))
    turns = sorted((*turns, *((low, high, True) for low, high in holding.ends if low and high)))
    apart = all(one[1] <= other[0] and one[2] != other[2] for one, other in pairwise(turns))
    if len(turns) != len(holding.starts) + len(holding.ends) or not apart or turns[0][2]:
        return ""
    said = [f"{_ended((low, high))}" if ends else f"{_began((low, high))}" for low, high, ends in turns]
    spells = [" ".join(said[at : at + 2]) for at in range(0, len(said), 2)]
    return ", and again ".join(spells) + ("" if turns[-1][2] else "; end unknown")


def _open_words(holding: Holding) -> str:
    """That no end is told, with the last time it is told of where that says more than its beginning."""
    dated = [each for each in holding.asserted if each.last]
    if not dated:
        return "end unknown"
    latest = max(dated, key=lambda each: (each.last or date.min, each.claim))
    known = [days[1] for days in holding.starts if days[1]]
    since = max(known) if known else _earliest(holding).last
    if not latest.last or not since or latest.last <= since:
        return "end unknown"
    low, high = latest.seen if latest.seen != (None, None) else (latest.last, latest.last)
    return f"still told {'on' if low == high else 'of'} {_day_words((low, high))}, end unknown"


def _earliest(holding: Holding) -> Telling:
    return min(
        (each for each in holding.asserted if each.first),
        key=lambda each: (each.first or date.max, each.last or date.max, each.claim),
    )


def _start_words(holding: Holding) -> str:
    if holding.starts:
        return _either([_began(each) for each in holding.starts])
    if not holding.first:
        return ""
    earliest = _earliest(holding)
    ends = [low for low, _ in holding.ends if low]
    if earliest.seen == (None, None) and ends and earliest.first in ends:
        return ""  # all that is known of its beginning is that it came before its end
    days = earliest.seen if earliest.seen != (None, None) else (earliest.first, earliest.first)
    if earliest.first and days[0] and earliest.first < days[0]:
        days = (earliest.first, earliest.first)  # it speaks of an earlier day besides
    words = _day_words(days)
    return f"from {_day_words((days[1], days[1])) if words.startswith('from ') else words} at the latest"


def _began(days: Days) -> str:
    low, high = days
    if low is None:
        return f"from {_day_words((high, high))} at the latest"
    if high is None:
        whole_year = (low.month, low.day) == (1, 1)
        return f"begun {f'in {low.year}' if whole_year else f'on {_day_words((low, low))}'} or later"
    words = date_words(edtf_of(low, high))
    return f"begun some time {words}" if words.startswith("from ") else f"from {words}"


def _end_words(holding: Holding) -> str:
    if not holding.ends:
        return ""
    if holding.ended_by:
        return _either([f"over by {_day_words((high, high))}" if high else "over" for _, high in holding.ends])
    return _either([_ended(each) for each in holding.ends])


def _ended(days: Days) -> str:
    low, high = days
    if low is None:
        return f"over by {_day_words((high, high))}"
    words = date_words(edtf_of(low, high))
    return f"ended some time {words}" if words.startswith("from ") else f"until {words.removeprefix('since ')}"


def _either(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{' or '.join(words)} (accounts differ)"


def _day_words(days: Days) -> str:
    return date_words(edtf_of(*days))
