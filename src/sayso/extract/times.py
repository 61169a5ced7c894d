"""Times: every expression of time in a reading, put on the calendar by the date of the passage it stands in.

Tense says which way a bare "Friday" or "August" lies; narrative times ("the next day") count from the time last spoken
of in the same passage.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta

from sayso.extract.parsed import Token
from sayso.extract.reading import Piece, Reading
from sayso.extract.standing import is_saying
from sayso.language.date_expression import Expression, Kind
from sayso.language.date_grammar import find
from sayso.language.dates import Base, Reckoned, base_of, long_date, reckon
from sayso.records.document import PassageRole, Span
from sayso.records.when import Anchor, Precision, When, WhenType

_OPEN_DAY = re.compile(r"^XXXX-(\d{2})-(\d{2})$")
_CLOCK_TO_DAY = frozenset({"on", "", ",", "of", "local time", "local time on", "local time,"})
_PREPOSITIONS = frozenset({"since", "until", "till", "by", "before", "after", "from", "to"})
_EVENT_NAMES = re.compile(r"\s+(?:revolution|uprising|revolt|coalition|movement|martyrs|brigade)s?\b", re.IGNORECASE)


def find_times(reading: Reading) -> tuple[When, ...]:
    """All expressions of time in reading order, resolved as far as the passage's date and earlier times allow."""
    found: list[When] = []
    last: dict[str, Base] = {}
    open_days: dict[str, tuple[int, int]] = {}
    bases: dict[str, Base | None] = {}
    for piece in reading.pieces:
        passage = piece.passage
        if passage.id not in bases:
            bases[passage.id] = _published(passage.published)
        expressions = list(find(piece.text))
        starts = [token.idx for token in piece.doc] if expressions else []
        days = {each.start: each for each in expressions if each.kind in (Kind.WEEKDAY, Kind.STATED)}
        for index, said in enumerate(expressions):
            token = piece.doc[max(0, bisect_right(starts, said.start) - 1)]
            previous = last.get(passage.id)
            if said.kind is Kind.CLOCK and index + 1 < len(expressions) and expressions[index + 1].start in days:
                following = expressions[index + 1]
                if piece.text[said.end : following.start].strip() in _CLOCK_TO_DAY:
                    previous = (
                        reckon(following, bases[passage.id], previous, _looks_ahead(token, piece)).base or previous
                    )
            # Without a time told before, "days later" counts from nothing that the text gives.
            adrift = said.kind is Kind.NARRATIVE and previous is None and (said.n or 0) > 0
            reckoned = reckon(said, None if adrift else bases[passage.id], previous, _looks_ahead(token, piece))
            reckoned = _named_event(piece.text, said, _from_open_day(said, open_days.get(passage.id)) or reckoned)
            if _moves_the_story(said, token, piece):
                if reckoned.base is not None:
                    last[passage.id] = reckoned.base
                elif match := _OPEN_DAY.match(reckoned.value):
                    open_days[passage.id] = (int(match[1]), int(match[2]))
            found.append(_when(reading, piece, said, reckoned))
    return tuple(found)


def _moves_the_story(said: Expression, token: Token, piece: Piece) -> bool:
    """Whether "the next day" may count from this time: not from "today", from a quotation, or from when it was said."""
    if said.kind is Kind.VAGUE or (said.kind is Kind.SHIFT and said.unit == "D" and not said.n):
        return False
    before = piece.text[: said.start]
    if before.count('"') % 2 or before.count("“") > before.count("”"):
        return False
    verb = _verb_over(token)
    return verb is None or not is_saying(verb)


def _from_open_day(said: Expression, day: tuple[int, int] | None) -> Reckoned | None:
    """A count of days from a day whose year is not said: four days after 14 May is 18 May, whatever the year."""
    if day is None or said.kind is not Kind.NARRATIVE or said.unit not in ("D", "W") or said.n is None:
        return None
    month, number = day
    # Any year serves to count days, save over the end of February, where the unknown year matters.
    start = date(2001, month, min(number, 28) if month == 2 else number)
    end = start + timedelta(days=said.n * (7 if said.unit == "W" else 1))
    if end.year != start.year or (start.month <= 2) != (end.month <= 2):
        return None
    value = f"XXXX-{end.month:02d}-{end.day:02d}"
    reason = f"counted from {start.day} {start:%B}; the year is not said"
    return Reckoned(WhenType.DATE, value, None, Precision.UNKNOWN, Anchor.TIME, reason)


def _published(edtf: str | None) -> Base | None:
    base = base_of(edtf)
    if base is not None and base.date is not None:
        return Base(base.year, base.month, base.day, long_date(base.date))
    return base


def _named_event(text: str, said: Expression, reckoned: Reckoned) -> Reckoned:
    """Leave open what names an event ("the February 17 revolution"): the day is said, the year is not."""
    if said.kind is not Kind.STATED or said.year is not None or said.day is None or said.month is None:
        return reckoned
    if not _EVENT_NAMES.match(text, said.end):
        return reckoned
    value = f"XXXX-{said.month:02d}-{said.day:02d}"
    return Reckoned(
        WhenType.DATE, value, None, Precision.UNKNOWN, Anchor.UNKNOWN, "names an event; the year is not said"
    )


def _when(reading: Reading, piece: Piece, said: Expression, reckoned: Reckoned) -> When:
    span = Span(piece.base + said.start, piece.base + said.end)
    before = piece.text[: said.start].rsplit(maxsplit=1)
    word = before[-1].lower() if before else ""
    modifier = said.mod or (word if word in _PREPOSITIONS else None)
    return When(
        document=reading.edition.document,
        span=span,
        text=span.of(reading.edition.text),
        type=reckoned.type,
        value=reckoned.value,
        edtf=reckoned.edtf,
        precision=reckoned.precision,
        anchor=reckoned.anchor,
        reason=reckoned.reason,
        modifier=modifier,
    )


_FUTURE_MODALS = frozenset(
    {"will", "shall", "'ll", "wo", "would", "could", "may", "might", "can", "should", "must", "’ll"}
)
_PAST_OF_BE = frozenset({"was", "were", "been"})
_STATES = frozenset({"be", "have", "say", "know", "remain", "show", "suggest", "believe", "think", "seem", "appear"})


def _looks_ahead(token: Token, piece: Piece) -> bool:
    """Whether the clause around a time looks ahead: will, would, "plans to", or a present tense that is a timetable."""
    if piece.passage.role is PassageRole.HEADING:
        return any(child.tag_ == "TO" for child in token.head.children)
    verb = _verb_over(token)
    if verb is None:
        return False
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in auxiliaries}
    perfect = any(child.lower_ in ("have", "'ve") for child in auxiliaries)
    if any(each.lower_ in _LOOKING_BACK for each in _up_to(verb, token)):
        return False
    if verb.lemma_ in _POSTPONING and token.head.lower_ in ("until", "till", "to", "for"):
        return True
    if words & _FUTURE_MODALS:
        return not perfect or "will" in words
    if verb.tag_ == "VB" and any(child.tag_ == "TO" for child in auxiliaries):
        around = (verb.head, verb.head.head, *verb.head.children)
        return not any(each.lower_ in _PAST_OF_BE for each in around)
    if any(child.tag_ in ("VBD", "VBN") for child in auxiliaries) or verb.tag_ in ("VBD", "VBN"):
        # "Is expected to", "are scheduled for": a passive that plans.
        return verb.lemma_ in _PLANNING and not words & {"was", "were", "had"}
    if verb.tag_ == "VBG":
        return bool(words & {"is", "are", "'re", "'s", "am"})
    return verb.tag_ in ("VBZ", "VBP") and verb.lemma_ not in _STATES


_LOOKING_BACK = frozenset({"after", "since", "following", "ago"})
_POSTPONING = frozenset({"delay", "postpone", "adjourn", "reschedule", "schedule", "slate", "extend", "suspend"})
_PLANNING = frozenset({"expect", "schedule", "plan", "set", "slate", "due", "bill"})


def _up_to(verb: Token, token: Token) -> Iterator[Token]:
    for each in token.ancestors:
        if each == verb:
            return
        yield each


def _verb_over(token: Token) -> Token | None:
    """The verb whose clause a token stands in; a participle or relative clause on a noun counts as its own."""
    for each in (token, *token.ancestors):
        if each.pos_ in ("VERB", "AUX") and each.dep_ not in ("aux", "auxpass"):
            return each
    return None
