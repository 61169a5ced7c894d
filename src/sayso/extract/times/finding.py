"""Times: every expression of time in a reading, put on the calendar by the date of the passage it stands in.

Tense says which way a bare "Friday" or "August" lies; narrative times ("the next day") count from the time last spoken
of in the same passage.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from sayso.extract.parse.government import is_saying
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece, Reading
from sayso.extract.times.entries import Timeline
from sayso.extract.times.leaning import BACK, UNSAID, leaning, verb_over
from sayso.language.date_expression import Expression, Kind
from sayso.language.date_grammar import find
from sayso.language.date_parts import part_of
from sayso.language.dates import Base, Reckoned, base_of, long_date, reckon
from sayso.records.document import Span
from sayso.records.when import Anchor, Precision, When, WhenType, edtf_interval

_OPEN_DAY = re.compile(r"^XXXX-(\d{2})-(\d{2})$")
_COMPARED = re.compile(r"\b(?:compared (?:with|to)|versus|vs\.?|than|against|from|up|down)\b[^;]*$")
_FRESH = 4
_STILL = 8  # paragraphs over which an undated text goes on with the year it told
_BESIDE = 300
_CLOCK_TO_DAY = frozenset({"on", "", ",", "of", "local time", "local time on", "local time,"})
_PREPOSITIONS = frozenset({"since", "until", "till", "by", "before", "after", "from", "to"})
_NEXT_MONTH = re.compile(r"\b(?:the next|the following) \w+$")
_THAT_MONTH = re.compile(r"\bthat \w+$")
_EVENT_NAMES = re.compile(r"\s+(?:revolution|uprising|revolt|coalition|movement|martyrs|brigade)s?\b", re.IGNORECASE)


@dataclass(slots=True)
class _Story:
    """What one passage has told of time so far: its own day, the time last spoken of, and the last quarter."""

    day: Base | None
    last: Base | None = None
    last_piece: int = -_FRESH
    open_day: tuple[int, int] | None = None
    timeline: Timeline = field(default_factory=Timeline)
    quarter: Base | None = None
    quarter_piece: int = -_FRESH

    def fresh_quarter(self, piece: Piece) -> Base | None:
        """The quarter that figures are compared for here, if one was told of a paragraph or two ago."""
        return self.quarter if piece.index - self.quarter_piece < _FRESH else None

    def tell(self, said: Expression, reckoned: Reckoned, piece: Piece) -> None:
        """Go on from a time that moves the story."""
        if reckoned.base is not None:
            self.last, self.last_piece = reckoned.base, piece.index
            if reckoned.base.quarter is not None and (said.kind is Kind.STATED or said.n == 0):
                self.quarter, self.quarter_piece = reckoned.base, piece.index
        elif match := _OPEN_DAY.match(reckoned.value):
            self.open_day = (int(match[1]), int(match[2]))


def find_times(reading: Reading) -> tuple[When, ...]:
    """All expressions of time in reading order, resolved as far as the passage's date and earlier times allow."""
    found: list[When] = []
    stories: dict[str, _Story] = {}
    for piece in reading.pieces:
        passage = piece.passage
        if passage.id not in stories:
            stories[passage.id] = _Story(_published(passage.published))
        story = stories[passage.id]
        expressions = list(find(piece.text))
        starts = [token.idx for token in piece.doc] if expressions else []
        tokens = [piece.doc[max(0, bisect_right(starts, each.start) - 1)] for each in expressions]
        for index, (each, token) in enumerate(zip(expressions, tokens, strict=True)):
            if index and found and (reckoned_to := _to_the_day(expressions[index - 1], each, story, piece)) is not None:
                found[-1] = _when(reading, piece, replace(each, start=expressions[index - 1].start), reckoned_to)
                story.tell(each, reckoned_to, piece)
                continue
            dated = story.timeline.dated(each, index == 0, piece)
            said = _in_the_story(dated, story, piece)
            if said is None or _describes(said, token):
                continue
            following = expressions[index + 1] if index + 1 < len(expressions) else None
            reckoned = _reckoned(said, following, story, token, piece)
            if dated is not each:
                reason = f"in the year of the entry of the list: {dated.year}"
                reckoned = replace(reckoned, anchor=Anchor.TIME, reason=reason)
            if said.kind is Kind.SHIFT and said.unit == "D" and _is_quoted(piece.text[: said.start]):
                spoken = _spoken_on(said, expressions, tokens, piece, story)
                reckoned = reckon(said, spoken, None, UNSAID) if spoken is not None else reckoned
            if _moves_the_story(said, token, piece):
                story.tell(said, reckoned, piece)
            found.append(_when(reading, piece, said, reckoned))
    return tuple(found)


def _in_the_story(said: Expression, story: _Story, piece: Piece) -> Expression | None:
    """A time compared with the quarter told of: "a year earlier" is that quarter; None where there is none to tell."""
    if said.unit not in ("Q", "Y") or said.kind not in (Kind.NARRATIVE, Kind.SHIFT):
        return said
    quarter = story.fresh_quarter(piece)
    if said.which == "told" and quarter is None:
        return None if not said.n else replace(said, kind=Kind.SHIFT, unit="Y", n=-1, which=None)
    if said.unit == "Y" and said.n == -1 and said.which is None:
        if quarter is not None:
            return replace(said, kind=Kind.NARRATIVE, which="told")
        if _COMPARED.search(piece.text[max(0, said.start - _BESIDE) : said.start]):
            return replace(said, kind=Kind.SHIFT)
    return said


def _describes(said: Expression, token: Token) -> bool:
    """Whether "annual" names the sort of a thing ("the annual dividend") rather than how often it comes."""
    return said.kind is Kind.SET and token.lower_ in ("annual", "quarterly") and token.dep_ == "amod"


def _reckoned(said: Expression, following: Expression | None, story: _Story, token: Token, piece: Piece) -> Reckoned:
    lean = leaning(token, piece)
    previous = story.last
    if said.kind is Kind.DURATION and said.lean > 0 and lean == BACK:
        said = replace(said, lean=0)  # "his second coup in two years"
    if said.which in ("told", "last") and said.unit in ("Q", "Y"):
        previous = story.fresh_quarter(piece) or previous
    year_told = _with_year_told(_after_told(said, story, lean, piece), story, lean, piece)
    if year_told is not said and previous is not None:
        reckoned = reckon(year_told, story.day, previous, lean)
        return replace(reckoned, anchor=Anchor.TIME, reason=f"in the year told before it: {previous.words}")
    dated = following is not None and following.kind in (Kind.WEEKDAY, Kind.STATED)
    if said.kind is Kind.CLOCK and following is not None and dated:
        beside = piece.text[said.end : following.start].strip() in _CLOCK_TO_DAY
        previous = (reckon(following, story.day, previous, lean).base if beside else None) or previous
    # Without a time told before, "days later" counts from nothing that the text gives.
    adrift = said.kind is Kind.NARRATIVE and previous is None and (said.n or 0) > 0
    if said.kind is Kind.NARRATIVE and said.unit in ("M", "Y", "DE") and said.which is None and (said.n or 0) < 0:
        # "He had seized power four years earlier" counts from what is told beside it, and not from the news.
        earlier = _unless_news(previous, story)
        previous = earlier or _told_beside(following, token, piece) or previous
        if earlier is None and _looks_further_back(token):
            previous = _told_beside(following, token, piece)
            adrift = previous is None
    reckoned = reckon(said, None if adrift else story.day, previous, lean)
    if said.kind is Kind.NARRATIVE and lean == BACK and _is_to_come(reckoned, story.day):
        reckoned = replace(reckoned, edtf=None, precision=Precision.UNKNOWN, anchor=Anchor.UNKNOWN, reason=_TO_COME)
    return _named_event(piece.text, said, _from_open_day(said, story.open_day) or reckoned)


def _after_told(said: Expression, story: _Story, lean: int, piece: Piece) -> Expression:
    """A month that is told by the time before it: "In 1999 ... the following May", "that July"."""
    last = story.last
    if said.kind is not Kind.STATED or said.month is None or said.year is not None or said.day is not None:
        return said
    long_past = last is not None and story.day is not None and last.year < story.day.year
    if last is None or (lean > 0 and not long_past) or piece.index - story.last_piece > 1:
        return said
    words = piece.text[max(0, said.start - 5) : said.end].casefold()
    if _NEXT_MONTH.search(words):
        after = last.month is not None and said.month > last.month
        return replace(said, year=str(last.year if after else last.year + 1), which=None)
    return replace(said, year=str(last.year), which=None) if _THAT_MONTH.search(words) else said


def _told_beside(following: Expression | None, token: Token, piece: Piece) -> Base | None:
    """The month or day with its year that the same sentence gives next."""
    if following is None or following.kind is not Kind.STATED or following.year is None:
        return None
    last = token.sent[len(token.sent) - 1]
    return reckon(following, None, None, BACK).base if following.start < last.idx else None


def _unless_news(last: Base | None, story: _Story) -> Base | None:
    """The time last spoken of, unless it is of the year of printing."""
    return None if last is None or story.day is None or last.year == story.day.year else last


def _to_the_day(before: Expression, each: Expression, story: _Story, piece: Piece) -> Reckoned | None:
    """The day of "twenty years ago today", the week of "forty years ago this week"."""
    units = {"Y": 1, "DE": 10}
    if before.kind is not Kind.SHIFT or before.unit not in units or not before.n or each.kind is not Kind.SHIFT:
        return None
    if each.n or each.unit not in ("D", "W", "M") or piece.text[before.end : each.start].strip() or story.day is None:
        return None
    year = story.day.year + before.n * units[before.unit]
    then = replace(story.day, year=year, words=f"{story.day.words.removesuffix(str(story.day.year))}{year}")
    return reckon(each, then, None, BACK)


def _looks_further_back(token: Token) -> bool:
    """Whether "four years earlier" stands with what had been done before something else: "had seized power"."""
    verb = verb_over(token)
    return verb is not None and any(each.lower_ == "had" for each in verb.lefts)


def _with_year_told(said: Expression, story: _Story, lean: int, piece: Piece) -> Expression:
    """A day of the month just told of with its year ("In March 1996 ... on March 26th"), or near it in a bare text."""
    last = story.last
    if said.kind is not Kind.STATED or said.month is None or last is None or lean > 0:
        return said
    if last.month is None:
        # "In 2014 they came back. ... By August": in a text without a date of its own the year goes on.
        plain = said.year is None and said.which is None and last.quarter is None
        goes_on = story.day is None and plain and piece.index - story.last_piece < _STILL
        return replace(said, year=str(last.year)) if goes_on else said
    if said.year is not None or said.which is not None or piece.index - story.last_piece > 1:
        return said
    same_month = said.day is not None and last.day is None and last.month == said.month
    # "In April" of a new paragraph goes on from nothing that another told in passing: "he had left in March 2013".
    goes_on = said.day is not None or piece.index == story.last_piece
    near = story.day is None and goes_on and abs(last.month - said.month) <= 1
    return replace(said, year=str(last.year)) if same_month or near else said


_TO_COME = "told as past, and would lie after the day of printing"


def _is_to_come(reckoned: Reckoned, day: Base | None) -> bool:
    """Whether a time would begin after the day of printing."""
    start = edtf_interval(reckoned.edtf)[0]
    return start is not None and day is not None and day.date is not None and start > day.date


def _is_quoted(before: str) -> bool:
    """Whether what follows this text stands inside quotation marks."""
    return bool(before.count('"') % 2) or before.count("“") > before.count("”")


def _spoken_on(
    said: Expression, expressions: Sequence[Expression], tokens: Sequence[Token], piece: Piece, story: _Story
) -> Base | None:
    """The day on which a quotation was said, where the words beside it tell: its "today" is that day."""
    beside = [
        (abs(each.start - said.start), each, token)
        for each, token in zip(expressions, tokens, strict=True)
        if each.kind in (Kind.WEEKDAY, Kind.STATED) and not _is_quoted(piece.text[: each.start])
    ]
    for distance, each, token in sorted(beside, key=lambda found: found[0]):
        verb = verb_over(token)
        if distance < _BESIDE and verb is not None and is_saying(verb):
            return reckon(_with_year_told(each, story, BACK, piece), story.day, None, BACK).base
    return None


def _moves_the_story(said: Expression, token: Token, piece: Piece) -> bool:
    """Whether "the next day" may count from this time: not from "today", from a quotation, or from when it was said."""
    if said.kind is Kind.VAGUE or (said.kind is Kind.SHIFT and said.unit == "D" and not said.n):
        return False
    before = piece.text[: said.start]
    if said.unit in ("Q", "Y") and (said.n or 0) < 0 and (said.which == "told" or _COMPARED.search(before[-_BESIDE:])):
        return False
    if _is_quoted(before):
        return False
    verb = verb_over(token)
    # "On 14 May the marines announced": what opens a sentence sets the scene, also for what was said.
    opens = all(each.pos_ in ("ADP", "DET", "ADV") for each in piece.doc[token.sent.start : token.i])
    return verb is None or opens or not is_saying(verb)


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
    part = part_of(reckoned.edtf, span.of(reading.edition.text)) if reckoned.edtf and said.mod else None
    return When(
        document=reading.edition.document,
        span=span,
        text=span.of(reading.edition.text),
        type=reckoned.type,
        value=reckoned.value,
        edtf=part or reckoned.edtf,
        precision=reckoned.precision if part is None else Precision.RANGE,
        anchor=reckoned.anchor,
        reason=reckoned.reason if part is None else f"{reckoned.reason}, about so",
        modifier=modifier,
    )
