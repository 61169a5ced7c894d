"""The time of which a clause tells that somebody was somewhere: a day, a night, or a period with both its ends."""

from __future__ import annotations

from sayso.extract.found import Found
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.records.document import Span
from sayso.records.when import Anchor, Precision, When, WhenType

_POINTS = (WhenType.DATE, WhenType.TIME)
_FROM = frozenset({"from", "between"})
_TO = frozenset({"to", "until", "till", "and", "through"})
# Before and behind these it was so, or not; on the day that they name it need not have been.
_ONE_END = _FROM | frozenset({"to", "until", "till", "since", "before", "after", "by", "for", "about", "around"})


def time_of(piece: Piece, found: Found, verb: Token) -> When | None:
    """The one time of a verb's own clause, on the calendar; "from 1 May to 31 May" is one."""
    times = _times(piece, found, verb)
    # "on 17 May of this year" names the day; the year holds it.
    own = [each for each in times if not any(_is_within(other, each) for other in times if other is not each)]
    if len(own) == 1 and _before(piece, own[0]) not in _ONE_END:
        return own[0]
    if len(own) == 1 and _is_period(own[0]):
        return own[0]
    if len(own) == 2 and _before(piece, own[0]) in _FROM and _before(piece, own[1]) in _TO:
        return _from_to(piece, *own)
    return None


def _is_period(when: When) -> bool:
    """Whether one expression gives both ends: "from 3 to 9 June"."""
    return when.precision is Precision.RANGE and "~" not in (when.edtf or "~")


def _times(piece: Piece, found: Found, verb: Token) -> list[When]:
    """The times whose nearest verb is this one, in order."""
    times: list[When] = []
    for token, when in found.timed(piece):
        if token.sent.start > verb.i:
            break
        if when not in times and when.type in _POINTS and when.edtf is not None and _verb_over(token) is verb:
            times.append(when)
    return times


def _verb_over(token: Token) -> Token | None:
    if token.pos_ in ("VERB", "AUX"):
        return None  # "May", taken for a verb
    return next((each for each in token.ancestors if each.pos_ in ("VERB", "AUX")), None)


def _is_within(inner: When, outer: When) -> bool:
    (low, high), (first, last) = inner.interval, outer.interval
    if low is None or high is None or first is None or last is None or (low, high) == (first, last):
        return False
    return first <= low and high <= last


def _before(piece: Piece, when: When) -> str:
    """The word before a time."""
    words = piece.text[: when.span.start - piece.base].split()
    return words[-1].casefold() if words else ""


def _from_to(piece: Piece, one: When, two: When) -> When | None:
    """One time from the first to the last day of two."""
    low, high = one.interval[0], two.interval[1]
    if low is None or high is None or not low < high or Precision.RANGE in (one.precision, two.precision):
        return None
    span = Span(one.span.start, two.span.end)
    edtf = f"{low.isoformat()}/{high.isoformat()}"  # in days, as it is told, also where they make a month
    value = f"{one.value}/{two.value}"
    text = piece.text[span.start - piece.base : span.end - piece.base]
    reason = "; ".join(dict.fromkeys(filter(None, (one.reason, two.reason))))
    anchor = next((each.anchor for each in (one, two) if each.anchor is not Anchor.STATED), Anchor.STATED)
    return When(one.document, span, text, WhenType.DATE, value, edtf, Precision.RANGE, anchor, reason)
