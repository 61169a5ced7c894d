"""Scores sayings against PolNeAR's dev part.

PolNeAR (Newell, Margolin and Ruths, LREC 2018) gives each token one label, SOURCE, CUE, CONTENT or none, in outermost
attributions only. The measure is F1 over tokens for each label, pooled over all articles, and the mean of the three.
Tokens are runs of letters and digits, or single other signs, so that it hangs on nobody's tokenizer; where an article
has several annotators, the first by name is taken. Sayings within another's content are left out, as PolNeAR does.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.measure import Agreement, Measure, Mistake, needed
from sayso.extract.found import Found
from sayso.extract.mentions.finding import find_mentions
from sayso.extract.parse.reading import Reading, parse, pipeline
from sayso.extract.sayings.finding import find_sayings
from sayso.records.claim import Saying
from sayso.records.document import Edition, Passage, PassageRole, Span
from sayso.records.ids import make_id
from sayso.settings import Settings

FOLDER = "SAYSO_POLNEAR"
PEER = "CRF 0.57 (Newell et al. 2018)"
LABELS = ("SOURCE", "CUE", "CONTENT")
_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Article:
    """One annotated text; ``spans`` are label, start, end."""

    name: str
    text: str
    spans: tuple[tuple[str, int, int], ...]


def score(gold: Path) -> list[Measure]:
    """Token F1 on the dev part. Raises Absent where PolNeAR is not on this machine."""
    return score_articles(list(articles(polnear(gold) / "dev")))


def polnear(gold: Path) -> Path:
    """PolNeAR's ``data`` folder: named by SAYSO_POLNEAR, or ``polnear`` among the gold. Raises Absent."""
    named = os.environ.get(FOLDER)
    root = Path(named) if named else gold / "polnear"
    return needed(root / "data" if (root / "data").exists() else root)


def articles(part: Path) -> Iterator[Article]:
    """The articles of one part in order of name."""
    for path in sorted(needed(part / "text").glob("*.txt")):
        notes = sorted((part / "attributions").glob(f"{path.stem}_????.ann"))
        if notes:
            yield Article(path.stem, path.read_bytes().decode("utf-8"), _spans(notes[0]))


def _spans(path: Path) -> tuple[tuple[str, int, int], ...]:
    found = []
    for line in path.read_text("utf-8").split("\n"):
        cells = line.split("\t")
        if len(cells) < 2 or not cells[0].startswith("T"):
            continue
        label, _, offsets = cells[1].partition(" ")
        if label.upper() in LABELS:
            for pair in offsets.split(";"):
                start, end = pair.split()
                found.append((label.upper(), int(start), int(end)))
    return tuple(found)


def plain_edition(name: str, text: str, outlet: str | None = "PolNeAR") -> Edition:
    """A text as an edition of one body passage."""
    document = make_id("d", name, text)
    root = Passage(make_id("s", document, "body"), None, PassageRole.BODY, Span(0, len(text)), outlet, language="en")
    return Edition(document, "evals", text, (root,), outlet=outlet, language="en")


def read_sayings(reading: Reading) -> tuple[Saying, ...]:
    return find_sayings(reading, Found.of(find_mentions(reading), ()))


def score_articles(parts: list[Article]) -> list[Measure]:
    nlp = pipeline(Settings().pipeline)
    editions = [plain_edition(each.name, each.text) for each in parts]
    return compare(parts, [read_sayings(reading) for reading in parse(editions, nlp)])


def compare(parts: list[Article], found: list[tuple[Saying, ...]]) -> list[Measure]:
    """Token F1 for each label and their mean."""
    totals = {label: Counter[str]() for label in LABELS}
    mistakes: list[Mistake] = []
    for article, sayings in zip(parts, found, strict=True):
        have = labelled(article.text, outermost(sayings))
        want = labelled(article.text, article.spans)
        for label in LABELS:
            mine = {token for token, each in have.items() if each == label}
            theirs = {token for token, each in want.items() if each == label}
            totals[label].update(hits=len(mine & theirs), wrong=len(mine - theirs), missed=len(theirs - mine))
        mistakes.extend(_mistakes(article, have, want))
    measures = []
    for label in LABELS:
        tally = Agreement(totals[label]["hits"], totals[label]["wrong"], totals[label]["missed"])
        measures.append(Measure("polnear dev", f"{label} token F1", tally.f1))
    mean = sum(each.value for each in measures) / len(measures)
    return [Measure("polnear dev", "token F1, mean of SOURCE, CUE, CONTENT", mean, PEER, tuple(mistakes)), *measures]


def outermost(sayings: tuple[Saying, ...]) -> list[tuple[str, int, int]]:
    """Labelled spans of the sayings that lie in no other."""
    spans: list[tuple[str, int, int]] = []
    for saying in sayings:
        if saying.parent is not None:
            continue
        spans.extend(("CONTENT", part.start, part.end) for part in saying.content)
        if saying.cue is not None:
            spans.append(("CUE", saying.cue.start, saying.cue.end))
        if saying.source is not None:
            spans.append(("SOURCE", saying.source.start, saying.source.end))
    return spans


def labelled(text: str, spans: Any) -> dict[int, str]:
    """One label for each token that has any, by the token's start; the cue wins over source over content."""
    found: dict[int, str] = {}
    for wanted in ("CONTENT", "SOURCE", "CUE"):
        for label, start, end in spans:
            if label == wanted:
                found.update((start + token.start(), label) for token in _TOKEN.finditer(text[start:end]))
    return found


def _mistakes(article: Article, have: dict[int, str], want: dict[int, str]) -> Iterator[Mistake]:
    for match in _TOKEN.finditer(article.text):
        at = match.start()
        mine, theirs = have.get(at, "none"), want.get(at, "none")
        if mine != theirs:
            around = article.text[max(0, at - 40) : match.end() + 40].replace("\n", " ")
            yield Mistake(f"{theirs} read as {mine}", f"[{match.group()}] in {around}")
