"""Killed civilians and fighters in war reports (FA-KES, Abu Salem and others 2019), each to be told exactly.

What a report says is summed up from Sayso's quantity claims alone, by ``killed_in``.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from evals.measure import Measure, Mistake, needed
from sayso.extract.found import Found
from sayso.extract.parse.reading import Reading, parse, pipeline
from sayso.extract.quantities.finding import PART, find_quantities
from sayso.extract.times.finding import find_times
from sayso.language.numbers import VAGUE
from sayso.records.claim import Claim, Polarity, Quantity
from sayso.records.document import Edition, Passage, PassageRole, Span
from sayso.settings import Settings

_FIGHTERS = frozenset({"fighter", "soldier"})
_CIVILIANS = frozenset({"person", "civilian", "child", "woman"})


@dataclass(frozen=True, slots=True)
class Toll:
    """The killed that one report gives."""

    civilians: int
    fighters: int


def score(gold: Path) -> list[Measure]:
    """Share of reports whose number of killed civilians, and of killed fighters, is told exactly."""
    rows = list(read_rows(needed(gold / "casualties" / "articles.csv")))
    right = {"killed civilians": 0, "killed fighters": 0}
    mistakes: dict[str, list[Mistake]] = {name: [] for name in right}
    for row, reading in zip(rows, parse((edition_of(row) for row in rows), pipeline(Settings().pipeline)), strict=True):
        toll = killed_in(reading, quantities_in(reading))
        pairs = (
            ("killed civilians", toll.civilians, int(row["nb_civilians"])),
            ("killed fighters", toll.fighters, int(row["nb_noncivilians"])),
        )
        for name, told, wanted in pairs:
            right[name] += told == wanted
            if told != wanted:
                kind = "told where none is" if not wanted else "none told" if not told else "another number"
                mistakes[name].append(Mistake(f"{name}: {kind}", f"{told}, not {wanted}: {row['article_title']}"))
    peers = {"killed civilians": "short regular expressions 0.72", "killed fighters": "short regular expressions 0.64"}
    return [
        Measure("casualties", name, count / len(rows), peers[name], tuple(mistakes[name]))
        for name, count in right.items()
    ]


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    """The reports, as the CSV has them."""
    csv.field_size_limit(10**8)
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def edition_of(row: dict[str, str]) -> Edition:
    """A report as an edition: its title a heading, its text the body, its date given."""
    title, body = row["article_title"].strip(), row["article_content"].strip()
    text = f"{title}\n\n{body}"
    day = datetime.strptime(row["date"], "%m/%d/%y").date().isoformat()
    name = row["unit_id"]
    root = Passage(f"s-{name}", None, PassageRole.BODY, Span(0, len(text)), published=day, language="en")
    heading = Passage(f"h-{name}", root.id, PassageRole.HEADING, Span(0, len(title)), published=day, language="en")
    return Edition(f"d-{name}", "evals", text, (root, heading), title=title, published=day, language="en")


def quantities_in(reading: Reading) -> tuple[Claim, ...]:
    """The quantity claims of a reading."""
    return find_quantities(reading, Found.of((), find_times(reading)), ())


@dataclass(frozen=True, slots=True)
class _Killed:
    """One figure of killed: how many, who, whether part of another, and whether it looks back on something else."""

    value: int
    unit: str
    part: bool
    aside: bool
    span: Span
    joined: bool
    lone: bool


def killed_in(reading: Reading, claims: Iterable[Claim]) -> Toll:
    """The killed of a report's main event.

    The main event is the first sentence, headline included, that gives a definite whole and does not look back ("since
    the war began", "a day after ..."). Figures joined in one sentence add up, a part never to its whole. Later
    sentences only say who they were: the same figure with a plainer noun or with others beside it, a whole that takes
    the figure as its part, or the parts of it.
    """
    statements = _statements(reading, claims)
    starts = (next((at for at, each in enumerate(statements) if any(map(wanted, each))), None) for wanted in _WANTED)
    start = next((at for at in starts if at is not None), None)
    if start is None:
        return Toll(0, 0)
    main = _past_lone(statements[start:])
    first = _wholes(main[0])
    civilians = sum(figure.value for figure in first if figure.unit not in _FIGHTERS)
    fighters = sum(figure.value for figure in first if figure.unit in _FIGHTERS)
    if not fighters:
        civilians = _whole_of(civilians, main)
        if all(figure.unit == "person" for figure in first):
            return _told_apart(civilians, main)
    if bool(fighters) != bool(civilians):
        return _beside(Toll(civilians, fighters), main)
    return Toll(civilians, fighters)


def _past_lone(statements: list[list[_Killed]]) -> list[list[_Killed]]:
    """From the next sentence on that counts several of the same, where the first tells of one that leads them."""
    first = _wholes(statements[0])
    if len(first) != 1 or not first[0].lone or first[0].unit not in _FIGHTERS:
        return statements
    for at, statement in enumerate(statements[1:3], start=1):
        if any(each.unit in _FIGHTERS and not each.aside for each in _wholes(statement)):
            return statements[at:]
    return statements


_WANTED: tuple[Callable[[_Killed], bool], ...] = (
    lambda figure: not figure.aside and not figure.part,
    lambda figure: not figure.aside,
    lambda figure: True,
)


def _statements(reading: Reading, claims: Iterable[Claim]) -> list[list[_Killed]]:
    """The definite figures of killed, one list for each sentence that has any, in reading order."""
    found: dict[Span, list[_Killed]] = {}
    for claim in claims:
        content = claim.content
        if not isinstance(content, Quantity) or content.measure != "killed" or claim.polarity is Polarity.NO:
            continue
        value = _value(content)
        vague = any(word in VAGUE for word in content.stated.lower().split())
        if not value or vague or content.unit not in _FIGHTERS | _CIVILIANS:
            continue
        before = found.setdefault(claim.sentence, [])
        gap = reading.edition.text[before[-1].span.end : claim.span.start] if before else ""
        sides = bool(before) and (before[-1].unit in _FIGHTERS) != (content.unit in _FIGHTERS)
        joined = len(gap) < _NEAR and bool(_JOINT.search(gap) or (sides and not gap.strip()))
        back = _looks_back(reading.edition.text, claim)
        lone = value == 1 and not joined and bool(_ARTICLE.match(content.stated))
        if not before and _BESIDES.search(reading.edition.text[claim.sentence.start : claim.span.start]):
            value += bool(_MORE.search(content.stated))
        before.append(_Killed(value, content.unit or "", PART in claim.reasons, back, claim.span, joined, lone))
    return [found[span] for span in sorted(found)]


def _value(content: Quantity) -> int:
    """The number as stated: the bound a hedge gives, or the middle of "about" and "some"."""
    low, high = content.low or 0, content.high
    if high is None:
        return int(low)
    if low == 0 or content.high_open:
        return int(high)
    return round((low + high) / 2)


_NEAR = 90
_JOINT = re.compile(r"\b(?:and|while|also|plus|as well as|along(?:side)? with|together with)\b|,")
_ARTICLE = re.compile(r"an?\b|one of\b", re.I)
_BESIDES = re.compile(r"\b(?:and|alongside|with|as well as) $")
_MORE = re.compile(r"\b(?:others?|more|of (?:his|her|their))\b")
_BACK = re.compile(
    r"\b(?:after|since|following|initial|initially|earlier|previously|previous|last (?:week|month|year)"
    r"|(?:up|down) from)\b",
    re.I,
)
_ELSEWHERE = re.compile(
    r"\W*(?:also|elsewhere|meanwhile|separately|in (?:other|another|relevant|related)|on another)\b", re.I
)
_BEGAN = re.compile(r"\b(?:began|begun|started?|beginning|erupted|outbreak|onset)\b")
_WAR = re.compile(r"\b(?:conflict|war|uprising|revolt|revolution|crisis)\b", re.I)


def _looks_back(text: str, claim: Claim) -> bool:
    content = claim.content
    assert isinstance(content, Quantity)
    sentence = claim.sentence.of(text)
    before = text[claim.sentence.start : claim.span.start]
    if _ELSEWHERE.match(sentence):
        return True
    scope = content.scope or ""
    if scope.startswith("since") and (_BEGAN.search(scope) or _WAR.search(sentence)):
        return True
    if (content.low or 0) >= 1000 and _WAR.search(sentence):
        return True
    return bool(_BACK.search(before))


def _wholes(statement: Sequence[_Killed]) -> list[_Killed]:
    """The figures of a sentence that add up: no parts, none twice, none that looks back if another does not."""
    kept: list[_Killed] = []
    candidates = [figure for figure in statement if not figure.part] or list(statement)
    for figure in [each for each in candidates if not each.aside] or candidates:
        twin = next((k for k, each in enumerate(kept) if _same(each, figure)), None)
        if twin is not None and kept[twin].unit == "person":
            kept[twin] = figure
        elif twin is None and (not kept or figure.joined):
            kept.append(figure)
    return kept


def _same(one: _Killed, other: _Killed) -> bool:
    """Whether a figure is told twice: the same number of the same, or of people and then of who they were."""
    return one.value == other.value and ("person" in (one.unit, other.unit) or one.unit == other.unit)


def _whole_of(value: int, statements: Sequence[Sequence[_Killed]]) -> int:
    """The larger figure that the next sentences give with this one as its part."""
    for statement in statements[:4]:
        parts = {figure.value for figure in statement if figure.part}
        wholes = [figure.value for figure in statement if not figure.part and not figure.aside]
        if value in parts and len(wholes) == 1 and wholes[0] > value:
            return wholes[0]
    return value


def _told_apart(total: int, statements: Sequence[Sequence[_Killed]]) -> Toll:
    """Civilians and fighters among a total of people, where the report goes on to say who they were."""
    near = [figure for statement in statements[:4] for figure in statement]
    same = {figure.unit for figure in near if figure.value == total and not figure.part}
    if same & _FIGHTERS and "civilian" not in same:
        return Toll(0, total)
    for statement in statements[:4]:
        wholes = _wholes(statement)
        civilians = sum(figure.value for figure in wholes if figure.unit not in _FIGHTERS)
        if civilians < total == sum(figure.value for figure in wholes):
            return Toll(civilians, total - civilians)
    parts = [figure for figure in _parts_of(total, statements[:4]) if figure.value < total]
    fighters = sum({figure.value for figure in parts if figure.unit in _FIGHTERS})
    civilians = max((figure.value for figure in parts if figure.unit == "civilian"), default=0)
    if total / 2 <= fighters <= total:
        return Toll(total - fighters, fighters)
    if total / 2 <= civilians:
        return Toll(civilians, total - civilians)
    return Toll(total, 0)


def _parts_of(total: int, statements: Iterable[Sequence[_Killed]]) -> Iterator[_Killed]:
    """The parts that sentences tell which name no other whole than ``total``."""
    for statement in statements:
        wholes = {figure.value for figure in statement if not figure.part}
        if not wholes or total in wholes:
            yield from (figure for figure in statement if figure.part)


def _beside(toll: Toll, statements: Sequence[Sequence[_Killed]]) -> Toll:
    """The other side's dead, where a sentence that repeats the figure joins them to it."""
    for statement in statements[:3]:
        wholes = _wholes(statement)
        civilians = sum(figure.value for figure in wholes if figure.unit not in _FIGHTERS)
        fighters = sum(figure.value for figure in wholes if figure.unit in _FIGHTERS)
        repeats = fighters == toll.fighters if toll.fighters else civilians == toll.civilians
        if repeats and civilians and fighters:
            return Toll(civilians, fighters)
    return toll
