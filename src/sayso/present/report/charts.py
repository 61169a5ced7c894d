"""Charts as SVG written by hand: they take the page's colours, scale with it, and need nothing from anywhere.

Horizontal positions are per cent of the drawing's width, so that type keeps its size on a phone.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from markupsafe import Markup, escape

from sayso.present.disputes import Point
from sayso.present.lines import EventRow
from sayso.records.when import edtf_interval

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_STACK = ("stated", "said", "other")
_HEIGHT = 120
_TOP, _FOOT = 14, 22
_MANY_YEARS = 4


@dataclass(frozen=True, slots=True)
class Bin:
    """A column of the timeline: its label, the label of the group it starts, and how many events of each standing."""

    key: str
    label: str
    group: str
    counts: tuple[int, ...]


def timeline_bins(rows: Sequence[EventRow]) -> list[Bin]:
    """Count events by day, month, year or decade, whichever gives a readable number of columns."""
    dated = [(low, row) for row in rows if (low := _first_day(row)) is not None]
    if not dated:
        return []
    days = [day for day, _ in dated]
    step = _step(min(days), max(days))
    counts: dict[int, Counter[str]] = {}
    for day, row in dated:
        shape = row.shape if row.shape in {"stated", "said"} else "other"
        counts.setdefault(step.index(day), Counter())[shape] += 1
    first, last = min(counts), max(counts)
    return [
        Bin(
            step.key(each),
            step.label(each),
            step.group(each),
            tuple(counts.get(each, Counter())[one] for one in _STACK),
        )
        for each in range(first, last + 1)
    ]


@dataclass(frozen=True, slots=True)
class _Step:
    """A way to cut time: a day to the number of its column, and a column's year, label and group."""

    index: Callable[[date], int]
    key: Callable[[int], str]
    label: Callable[[int], str]
    group: Callable[[int], str]


def _step(first: date, last: date) -> _Step:
    if (last - first).days <= 62:
        day = date.fromordinal
        return _Step(
            date.toordinal, lambda i: str(day(i).year), lambda i: _day_words(day(i)), lambda i: _day_group(day(i))
        )
    if (last - first).days <= 366:
        week = date.fromordinal
        return _Step(
            lambda d: (d.toordinal() - 1) // 7,
            lambda i: str(week(i * 7 + 1).year),
            lambda i: f"the week of {_day_words(week(i * 7 + 1))}",
            lambda i: _MONTHS[week(i * 7 + 1).month - 1] if week(i * 7 + 1).day <= 7 else "",
        )
    if (last - first).days <= 4 * 366:
        return _Step(
            lambda d: d.year * 12 + d.month - 1,
            lambda i: str(i // 12),
            lambda i: f"{_MONTHS[i % 12]} {i // 12}",
            lambda i: str(i // 12) if i % 12 == 0 else "",
        )
    if last.year - first.year <= 130:
        return _Step(lambda d: d.year, str, str, lambda i: str(i) if i % 5 == 0 else "")
    return _Step(
        lambda d: d.year // 10, lambda i: str(i * 10), lambda i: f"the {i}0s", lambda i: f"{i}0s" if i % 2 == 0 else ""
    )


def _day_words(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _day_group(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}" if day.day == 1 or day.day % 10 == 0 else ""


def is_undated(row: EventRow) -> bool:
    """Whether an event has no day to be drawn at."""
    return _first_day(row) is None


def _first_day(row: EventRow) -> date | None:
    low, high = edtf_interval(row.edtf)
    return None if row.bound else low or high


def busiest_year(rows: Sequence[EventRow]) -> tuple[str, list[EventRow]] | None:
    """A year that holds a third or more of the dated events of many, and its events: worth a drawing of its own."""
    dated = [(day.year, row) for row in rows if (day := _first_day(row)) is not None]
    years = Counter(year for year, _ in dated)
    if len(years) < _MANY_YEARS or not years:
        return None
    year, most = max(years.items(), key=lambda each: (each[1], each[0]))
    return (str(year), [row for one, row in dated if one == year]) if 3 * most >= len(dated) and most > 5 else None


_HATCHING = (
    '<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<line class="hatch" x1="0" y1="0" x2="0" y2="5"/></pattern></defs>'
)


def timeline_chart(rows: Sequence[EventRow], link: Callable[[str], str | None], is_second: bool = False) -> Markup:
    """Events as columns in time: solid where an outlet states them, hatched where cited voices do, hollow otherwise.

    The second of a page takes its hatching from the first.
    """
    bins = timeline_bins(rows)
    if not bins:
        return Markup("")
    most = max(sum(each.counts) for each in bins)
    width = 100 / len(bins)
    room = _HEIGHT - _TOP - _FOOT
    out = [
        f'<svg class="timeline" width="100%" height="{_HEIGHT}" role="img" aria-label="{_describe(bins)}">',
        "" if is_second else _HATCHING,
        f'<line class="axis" x1="0" x2="100%" y1="{_HEIGHT - _FOOT}" y2="{_HEIGHT - _FOOT}"/>',
    ]
    labelled = [place for place, each in enumerate(bins) if each.group]
    for place, each in enumerate(bins):
        left = place * width
        if each.group:
            # On a phone there is room for five labels; the others are drawn on wider pages.
            extra = " extra" if labelled.index(place) % math.ceil(len(labelled) / 5) else ""
            out.append(
                f'<line class="tick" x1="{left:.3f}%" x2="{left:.3f}%" '
                f'y1="{_HEIGHT - _FOOT}" y2="{_HEIGHT - _FOOT + 4}"/>'
                f'<text class="label{" last" if left > 94 else ""}{extra}" x="{left:.3f}%" y="{_HEIGHT - 6}">'
                f"{escape(each.group)}</text>"
            )
        if sum(each.counts):
            out.append(_column(each, (left + width * 0.08, min(width * 0.84, 4.0)), room / most, link))
    out.append("</svg>")
    return Markup("".join(out))


def _column(each: Bin, place: tuple[float, float], unit: float, link: Callable[[str], str | None]) -> str:
    left, width = place
    base = float(_HEIGHT - _FOOT)
    parts: list[str] = []
    for name, count in zip(_STACK, each.counts, strict=True):
        if count:
            height = count * unit
            base -= height
            parts.append(
                f'<rect class="{name}" x="{left:.3f}%" width="{width:.3f}%" '
                f'y="{base:.2f}" height="{max(height - 1, 1):.2f}"/>'
            )
    if width > 1.2 and base < _HEIGHT - _FOOT:
        middle = left + width / 2
        tight = " tight" if width < 3 else ""
        parts.append(f'<text class="sum{tight}" x="{middle:.3f}%" y="{base - 4:.2f}">{sum(each.counts)}</text>')
    title = f"<title>{escape(each.label)}: {sum(each.counts)}</title>"
    href = link(each.key)
    group = f"<g>{title}{''.join(parts)}</g>"
    return f'<a href="{escape(href)}">{group}</a>' if href else group


def _describe(bins: Sequence[Bin]) -> str:
    fullest = max(bins, key=lambda each: sum(each.counts))
    total = sum(sum(each.counts) for each in bins)
    return (
        f"{total} dated events from {escape(bins[0].label)} to {escape(bins[-1].label)}, "
        f"most of them in {escape(fullest.label)}"
    )


class Lasting(Protocol):
    """What can be drawn as a bar in time; see ``TieBar``."""

    @property
    def first(self) -> date | None:
        """The first day that claims give it."""

    @property
    def last(self) -> date | None:
        """The last day that claims give it."""

    @property
    def first_stated(self) -> bool:
        """Whether a claim states its beginning."""

    @property
    def last_stated(self) -> bool:
        """Whether a claim states its end."""

    @property
    def shape(self) -> str:
        """How it stands."""

    @property
    def when(self) -> str:
        """From when until when, in words."""


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Days to per cent of a drawing's width, with a margin for ends that fade."""

    first: date
    last: date

    @classmethod
    def of(cls, ties: Iterable[Lasting]) -> TimeScale | None:
        """The scale that holds all dated ties; None where none is dated."""
        days = [day for tie in ties for day in (tie.first, tie.last) if day is not None]
        if not days:
            return None
        first, last = min(days), max(days)
        return cls(date(first.year, 1, 1), date(min(last.year + 1, 9999), 1, 1))

    def at(self, day: date) -> float:
        """Per cent from the left."""
        return 8 + 84 * (day - self.first).days / max((self.last - self.first).days, 1)

    def years(self) -> list[int]:
        """Some seven round years to mark."""
        span = max(self.last.year - self.first.year, 1)
        step = next(each for each in (1, 2, 5, 10, 20, 50, 100, 1000) if span / each <= 8)
        return [year for year in range(self.first.year, self.last.year + 1) if year % step == 0 or span < 3]


def time_axis(scale: TimeScale) -> Markup:
    """The years above a column of bars."""
    return _axis([(scale.at(date(year, 1, 1)), str(year)) for year in scale.years()])


def _axis(marks: Iterable[tuple[float, str]]) -> Markup:
    drawn = "".join(
        f'<text class="label mid" x="{x:.2f}%" y="12">{escape(words)}</text>'
        f'<line class="tick" x1="{x:.2f}%" x2="{x:.2f}%" y1="16" y2="20"/>'
        for x, words in marks
    )
    return Markup(f'<svg class="bar" width="100%" height="20" aria-hidden="true">{drawn}</svg>')


def tie_bar(tie: Lasting, scale: TimeScale) -> Markup:
    """One tie: solid where claims bound it, fading where an end is not known, broken where nothing dates it."""
    if tie.first is None or tie.last is None:
        shape = '<line class="nowhen" x1="8%" x2="92%" y1="9" y2="9"/>'
        return Markup(f'<svg class="bar" width="100%" height="18" role="img" aria-label="not said when">{shape}</svg>')
    left, right = scale.at(tie.first), scale.at(tie.last)
    if right - left < 1.2:
        right = left + 1.2
    kind = escape(tie.shape)
    parts = [f'<rect class="known {kind}" x="{left:.2f}%" width="{right - left:.2f}%" y="4" height="10"/>']
    for step in range(4):
        # Steps of opacity in place of a gradient, which would need an id of its own in every drawing.
        if not tie.first_stated:
            parts.append(
                f'<rect class="fade f{step}" x="{left - 1.6 * (step + 1):.2f}%" width="1.6%" y="4" height="10"/>'
            )
        if not tie.last_stated:
            parts.append(f'<rect class="fade f{step}" x="{right + 1.6 * step:.2f}%" width="1.6%" y="4" height="10"/>')
    label = escape(tie.when)
    return Markup(f'<svg class="bar" width="100%" height="18" role="img" aria-label="{label}">{"".join(parts)}</svg>')


@dataclass(frozen=True, slots=True)
class NumberScale:
    """Numbers to per cent of a drawing's width; by their logarithm where they differ more than fiftyfold."""

    low: float
    high: float
    logarithmic: bool = False
    whole: bool = False

    @classmethod
    def of(cls, points: Iterable[Point]) -> NumberScale | None:
        """The scale that holds all figures; None where there is none."""
        ends = [end for point in points for end in (point.low, point.high) if end is not None and math.isfinite(end)]
        if not ends:
            return None
        low, high = min(ends), max(ends)
        if low > 0 and high / low > 50:
            return cls(low / 1.5, high * 1.5, logarithmic=True)
        room = max((high - low) * 0.2, abs(high) * 0.05, 0.8)
        whole = all(end == int(end) for end in ends)
        return cls(max(low - room, 0) if low >= 0 else low - room, high + room, whole=whole)

    def at(self, value: float) -> float:
        """Per cent from the left."""
        if self.logarithmic:
            share = math.log(max(value, self.low) / self.low) / math.log(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return 3 + 94 * min(max(share, 0.0), 1.0)

    def ticks(self) -> list[float]:
        """Round numbers to mark."""
        if self.logarithmic:
            powers = range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)
            return [value for power in powers if self.low <= (value := 10.0**power) <= self.high]
        step = 10 ** math.floor(math.log10((self.high - self.low) / 4))
        step *= next(each for each in (1, 2, 5, 10) if (self.high - self.low) / (step * each) <= 6)
        step = max(step, 1) if self.whole else step
        first = math.ceil(self.low / step)
        return [number * step for number in range(first, math.floor(self.high / step) + 1)]


def number_axis(scale: NumberScale) -> Markup:
    """The numbers above a column of figures."""
    return _axis([(scale.at(tick), f"{tick:,.10g}") for tick in scale.ticks()])


def figure_bar(point: Point, scale: NumberScale) -> Markup:
    """One figure: a disc where it is exact, a bar where it is a range, an arrow where it has no end."""
    low = scale.at(point.low) if point.low is not None else 0.0
    high = scale.at(point.high) if point.high is not None else 100.0
    parts = ['<line class="guide" x1="0" x2="100%" y1="11" y2="11"/>']
    if point.low is not None and point.low == point.high:
        parts.append(f'<circle class="exact {escape(point.line.shape)}" cx="{low:.2f}%" cy="11" r="5"/>')
    else:
        parts.append(f'<rect class="range" x="{low:.2f}%" width="{max(high - low, 0.8):.2f}%" y="7" height="8"/>')
        for end, x in ((point.low, low), (point.high, high)):
            if end is not None:
                parts.append(f'<line class="end" x1="{x:.2f}%" x2="{x:.2f}%" y1="3" y2="19"/>')
            else:
                side, arrow = ("arrow last", "→") if x > 50 else ("arrow", "←")
                parts.append(f'<text class="{side}" x="{x:.2f}%" y="15">{arrow}</text>')
    label = escape(point.stated)
    return Markup(f'<svg class="bar" width="100%" height="22" role="img" aria-label="{label}">{"".join(parts)}</svg>')


def share_bar(parts: Sequence[tuple[str, int]]) -> Markup:
    """Shares of a whole, side by side: each a class and a count."""
    total = sum(count for _, count in parts)
    if not total:
        return Markup("")
    out: list[str] = []
    left = 0.0
    for name, count in parts:
        width = 100 * count / total
        if count:
            out.append(f'<rect class="{escape(name)}" x="{left:.2f}%" width="{width:.2f}%" y="1" height="12"/>')
        left += width
    return Markup(f'<svg class="shares" width="100%" height="14" aria-hidden="true">{"".join(out)}</svg>')
