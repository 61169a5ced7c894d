"""The casualty reports (FA-KES) as documents, and one case made of them by the whole route."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from evals.measure import needed
from evals.numbers import read_rows
from sayso.records.claim import Extraction
from sayso.records.pile import Findings, Pile
from sayso.records.receipt import Received
from sayso.route import Wanted, read_pile, work_out
from sayso.settings import Settings
from sayso.store import Case, pack

DATA = Path(__file__).parent / "data"

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NAMED = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
_PRINTED = (
    (re.compile(rf"\b(?P<d>\d{{1,2}}) (?P<m>{_NAMED}),? (?P<y>20\d\d)", re.I)),
    (re.compile(rf"\b(?P<m>{_NAMED}) (?P<d>\d{{1,2}}),? ?(?P<y>20\d\d)", re.I)),
    (re.compile(r"\b(?P<d>\d{1,2})[-./](?P<m>\d{1,2})[-./](?P<y>20\d\d)")),
)
_HEAD = 420


@dataclass(frozen=True, slots=True)
class Report:
    """One report. ``published`` is the date printed in its head; the column ``date`` is often another."""

    unit: str
    title: str
    content: str
    source: str
    place: str
    published: date

    @property
    def text(self) -> str:
        """Title and content, as a reader sees them."""
        return f"{self.title}\n\n{self.content}"

    @property
    def body(self) -> str:
        """The content without the date and the headline that most begin with."""
        before, title, after = self.content.partition(self.title)
        return after.lstrip(" .") if title and len(before) < _HEAD // 4 else self.content


def reports(gold: Path) -> list[Report]:
    """Every report once, in order of unit_id. Raises Absent."""
    found = {row["unit_id"]: row for row in read_rows(needed(gold / "casualties" / "articles.csv"))}
    return [_report(row) for _, row in sorted(found.items())]


def _report(row: dict[str, str]) -> Report:
    content = row["article_content"].strip()
    given = datetime.strptime(row["date"], "%m/%d/%y").date()
    return Report(
        row["unit_id"],
        row["article_title"].strip(),
        content,
        row["source"],
        row["location"],
        printed_date(content[:_HEAD]) or given,
    )


def printed_date(head: str) -> date | None:
    """The first date printed in ``head``, day before month where both are numbers."""
    found = []
    for pattern in _PRINTED:
        if match := pattern.search(head):
            named = match["m"][:3].lower()
            month = _MONTHS.index(named) + 1 if named in _MONTHS else int(match["m"])
            try:
                found.append((match.start(), date(int(match["y"]), month, int(match["d"]))))
            except ValueError:
                continue
    return min(found)[1] if found else None


def labelled(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table of labels in ``data``, by the names in its first row. Raises Absent."""
    lines = (line for line in needed(DATA / name).read_text("utf-8").splitlines() if line and not line.startswith("#"))
    columns = next(lines).split("\t")
    for line in lines:
        yield dict(zip(columns, line.split("\t"), strict=True))


@dataclass(frozen=True, slots=True)
class Worked:
    """A case worked out: ``unit`` gives the unit_id of a document."""

    pile: Pile
    findings: Findings
    unit: dict[str, str]
    texts: dict[str, str]
    read: dict[str, Extraction]


@cache
def worked_out(gold: Path) -> Worked:
    """The labelled reports read and worked out by the whole route, in a case that is thrown away. Raises Absent."""
    wanted = {row["unit_id"] for row in labelled("casualty_events.tsv")}
    for row in labelled("casualty_disputes.tsv"):
        wanted.update(row["unit_ids"].split())
    return work_through([each for each in reports(gold) if each.unit in wanted])


def work_through(chosen: Iterable[Report]) -> Worked:
    """``chosen`` read as JSON lines and worked out."""
    settings = Settings(workers=2)
    with TemporaryDirectory() as folder:
        lines = Path(folder) / "reports.jsonl"
        lines.write_text("".join(f"{_line(each)}\n" for each in chosen), "utf-8")
        with Case.create(Path(folder) / "reports.sayso") as case:
            tally = read_pile(case, Wanted((str(lines),)), settings)
            if tally.skipped:
                raise RuntimeError(f"{len(tally.skipped)} reports were not read, first: {tally.skipped[0].why}")
            findings = work_out(case, settings)
            pile = case.pile()
            texts = {each: case.edition(each).text for each in pile.documents}
            read = {each: case.extraction(each) for each in pile.documents}
    unit = {own: (document.url or "").rpartition("/")[2] for own, document in pile.documents.items()}
    return Worked(pile, findings, unit, texts, read)


def _line(report: Report) -> str:
    known = {
        "url": f"https://reports.example/{report.unit}",
        "title": report.title,
        "outlet": report.source,
        "published": report.published.isoformat(),
        "text": report.text,
    }
    return json.dumps(known)


def keep(case: Case, pile: Pile, text: str, extraction: Extraction) -> None:
    """Put one document of a pile, with what was read from it, into another case; ``text`` is its edition's."""
    own = extraction.document
    document = pile.documents[own]
    received = Received(document.name, document.name, text.encode(), document.media_type)
    case.keep(received, pack(document, replace(pile.editions[own], text=text), extraction), "eval")
