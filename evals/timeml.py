"""Times against news annotated in TimeML, scored as TempEval-3 scores entities (UzZaman et al. 2013).

``gold/timeml`` holds ``*.tml`` files as TempEval-3 hands them out (TimeBank and AQUAINT for training; a test set can
be put there as well). Only what stands in ``TEXT`` counts; the document's date comes from ``DCT``. Markup is taken
out by ``read_tml`` and nothing else is changed. A ``When`` is compared by its ``value``, which is a TIMEX3 value.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evals.dates import Label, edition_of, figures
from evals.measure import Absent, Measure, needed
from sayso.extract.parse.reading import parse, pipeline
from sayso.extract.times.finding import find_times
from sayso.records.document import Span
from sayso.settings import Settings

_PEER = "HeidelTime 0.776 on TempEval-3 platinum"
_TAG = re.compile(r"(<[^>]+>)")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_CREATED = re.compile(r'<DCT>.*?value="([^"]*)"', re.DOTALL)
_TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Annotated:
    """One text with its day (ISO 8601) and the times labelled in it."""

    name: str
    published: str
    text: str
    labels: tuple[Label, ...]


def score(gold: Path) -> list[Measure]:
    """Relaxed extent, strict extent and value F1 over the files."""
    folder = needed(gold / "timeml")
    documents = [read_tml(path) for path in sorted(folder.glob("*.tml"))]
    if not documents:
        raise Absent(f"{folder.name} holds no .tml file")
    editions = (edition_of(each.text, each.published, each.name) for each in documents)
    readings = parse(editions, pipeline(Settings().pipeline))
    rows = ((each.text, each.labels, find_times(read)) for each, read in zip(documents, readings, strict=True))
    return figures("timeml", rows, _PEER)


def read_tml(path: Path) -> Annotated:
    """The text of a TimeML file with its TIMEX3 annotations. Raises ValueError where it has no DCT or no TEXT."""
    raw = path.read_text("utf-8", errors="replace")
    created, body = _CREATED.search(raw), _TEXT.search(raw)
    if created is None or body is None:
        raise ValueError(f"{path.name} is no TimeML document with a DCT and a TEXT")
    pieces: list[str] = []
    labels = list(_labels(_TAG.split(body[1]), pieces))
    return Annotated(path.stem, created[1][:10], "".join(pieces), tuple(sorted(labels)))


def _labels(parts: list[str], pieces: list[str]) -> Iterator[Label]:
    opened: list[tuple[int, str, str]] = []
    at = 0
    for part in parts:
        if not part.startswith("<"):
            pieces.append(html.unescape(part))
            at += len(pieces[-1])
        elif part.startswith("<TIMEX3"):
            named = dict(_ATTRIBUTE.findall(part))
            opened.append((at, named["type"], named["value"]))
        elif part.startswith("</TIMEX3"):
            start, kind, value = opened.pop()
            yield Span(start, at), kind, value
