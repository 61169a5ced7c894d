"""Scores mentions, times and counted numbers against re3d (Aleph Insights and Committed Software for Dstl, 2017).

The measure is micro F1 over exact span and type, for Person, Organisation, Location, Nationality, Temporal and
Quantity; gold spans of the same offsets and type count once. What Sayso finds is put into re3d's types by what Sayso's
kinds mean and by how re3d marks things throughout, never by looking at the gold of an item:

* a person or an office is a Person; an organization, armed group or government an Organisation; a place a Location;
* several people ("gunmen", "the Turks", "we") are an Organisation, as every group of people is one to re3d;
* a demonym that qualifies another word ("Korvan ports") is a Nationality;
* a country is a Location by its bare name; where no preposition of place stands before it, it is an actor too, and
  its whole mention an Organisation; "U.S." inside a longer mention is neither;
* re3d marks a person's name inside name and title, and a place's name after an article, beside the whole: so does this;
* possessive pronouns, and bodies named inside a person's title, are not marked by re3d and give no answer;
* every time is Temporal, and the bare number of every quantity claim but of money is a Quantity.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evals.measure import Measure, Mistake, agree, needed
from sayso.extract import extract
from sayso.records.actor import Mention, MentionForm, MentionKind
from sayso.records.claim import Claim, Extraction, Quantity
from sayso.records.document import Edition, Passage, PassageRole, Span
from sayso.records.ids import make_id
from sayso.settings import Settings

PEER = "spaCy small 0.44"
TYPES = ("Person", "Organisation", "Location", "Nationality", "Temporal", "Quantity")
_PLAIN = {
    MentionKind.PERSON: "Person",
    MentionKind.OFFICE: "Person",
    MentionKind.ORGANIZATION: "Organisation",
    MentionKind.ARMED_GROUP: "Organisation",
    MentionKind.GOVERNMENT: "Organisation",
    MentionKind.PEOPLE: "Organisation",
    MentionKind.PLACE: "Location",
}
_OF_PLACE = frozenset(
    (
        "in",
        "from",
        "to",
        "at",
        "into",
        "inside",
        "across",
        "near",
        "throughout",
        "outside",
        "within",
        "around",
        "toward",
    )
)
_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    "nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|an?"
)
_NUMBER = re.compile(
    rf"(?:[\d.,]*\d|\b(?:{_WORDS})\b)(?:(?: and| of|-| to|–)? ?(?:[\d.,]*\d|\b(?:{_WORDS})\b))*"
    r"(?: ?%| per ?cent\b|(?: square)? (?:miles?|metres?|meters?|kilometers?|kilometres?|km)\b)?",
    re.IGNORECASE,
)
_POSSESSIVE = frozenset(["my", "our", "your", "his", "her", "its", "their"])

Answer = tuple[str, int, int, str]


@dataclass(frozen=True, slots=True)
class Report:
    """One annotated document; ``answers`` are the gold spans with their types."""

    id: str
    text: str
    answers: frozenset[Answer]


def score(gold: Path) -> list[Measure]:
    reports = list(read_reports(needed(gold / "re3d")))
    want = {answer for report in reports for answer in report.answers}
    have: set[Answer] = set()
    for report, extraction in zip(reports, extract([edition_of(each) for each in reports], Settings()), strict=True):
        have |= set(answers_of(report, extraction))
    texts = {report.id: report.text for report in reports}
    measures = [Measure("re3d", "mentions F1", agree(have, want).f1, PEER, tuple(_mistakes(have, want, texts)))]
    for kind in TYPES:
        found = agree((each for each in have if each[3] == kind), (each for each in want if each[3] == kind))
        measures.append(Measure("re3d", f"{kind} F1", found.f1))
    return measures


def read_reports(folder: Path) -> Iterator[Report]:
    """Every document below a re3d folder, in order of source and id."""
    for path in sorted(folder.glob("*/documents.json")):
        answers: dict[str, set[Answer]] = {}
        for line in path.with_name("entities.json").read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["type"] in TYPES:
                key = row["documentId"]
                answers.setdefault(key, set()).add((key, row["begin"], row["end"], row["type"]))
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        for row in sorted(rows, key=lambda each: str(each["_id"])):
            yield Report(row["_id"], row["text"], frozenset(answers.get(row["_id"], ())))


def edition_of(report: Report) -> Edition:
    """The report's text as one body passage, character for character."""
    document = make_id("d", report.id)
    body = Span(0, len(report.text))
    root = Passage(make_id("s", document, 0), None, PassageRole.BODY, body, language="en")
    return Edition(document, "re3d", report.text, (root,), language="en")


def answers_of(report: Report, extraction: Extraction) -> Iterator[Answer]:
    """What Sayso found in a report, in re3d's types."""
    persons = [each.span for each in extraction.mentions if each.kind is MentionKind.PERSON and each.title]
    for mention in extraction.mentions:
        inside = any(span.holds(mention.span) and span != mention.span for span in persons)
        nested = any(each.span.holds(mention.span) and each is not mention for each in extraction.mentions)
        for span, kind in _typed(mention, report.text, inside, nested):
            yield report.id, span.start, span.end, kind
    for when in extraction.times:
        yield report.id, when.span.start, when.span.end, "Temporal"
    for claim in extraction.claims:
        if isinstance(claim.content, Quantity) and claim.content.measure != "money":
            number = _number(claim)
            yield report.id, number.start, number.end, "Quantity"


def _number(claim: Claim) -> Span:
    """The bare number of a quantity claim, with the unit of a measure."""
    match = _NUMBER.search(claim.quote)
    if match is None:
        return claim.span
    return Span(claim.span.start + match.start(), claim.span.start + match.end())


def _typed(mention: Mention, text: str, inside: bool, nested: bool) -> Iterator[tuple[Span, str]]:
    """Span and type of one mention; ``inside`` says it lies in the title of a person."""
    bare = _bare(mention)
    if mention.kind is MentionKind.COUNTRY and nested and mention.text.replace(".", "").isupper():
        return
    if mention.form is MentionForm.PRONOUN and mention.text.lower() in _POSSESSIVE:
        return
    if mention.form is MentionForm.DEMONYM and mention.head == mention.span and not mention.text.endswith("s"):
        yield mention.span, "Nationality"
    elif mention.kind is MentionKind.COUNTRY and mention.form is MentionForm.NAME:
        yield bare, "Location"
        before = text[: mention.span.start].split()
        if not inside and not (before and before[-1].lower() in _OF_PLACE):
            yield mention.span, "Organisation"
    elif mention.kind is MentionKind.COUNTRY:
        yield mention.span, "Location"
    elif not inside or mention.kind is MentionKind.PLACE:
        yield mention.span, _PLAIN[mention.kind]
        if mention.title or (mention.kind is MentionKind.PLACE and mention.form is MentionForm.NAME):
            yield bare, _PLAIN[mention.kind]


def _bare(mention: Mention) -> Span:
    """Where the bare name stands inside the mention; the whole mention where it cannot be told."""
    start = mention.text.rfind(mention.name) if mention.name else -1
    if start < 0:
        return mention.span
    return Span(mention.span.start + start, mention.span.start + start + len(mention.name))


def _mistakes(have: set[Answer], want: set[Answer], texts: dict[str, str]) -> Iterator[Mistake]:
    """Commonest kinds first: what was missed, what was wrong, and what had the right span and the wrong type."""
    spans = {answer[:3] for answer in want}
    found = {answer[:3] for answer in have}
    rows = [(f"missed {a[3]}" if a[:3] not in found else f"mistyped {a[3]}", a) for a in want - have]
    rows += [(f"wrong {a[3]}", a) for a in have - want if a[:3] not in spans]
    counts = Counter(kind for kind, _ in rows)
    for kind, (document, start, end, _) in sorted(rows, key=lambda row: (-counts[row[0]], row[0], row[1])):
        text = texts[document]
        yield Mistake(
            kind, f"{text[max(0, start - 30) : start]}[{text[start:end]}]{text[end : end + 20]}".replace("\n", " ")
        )
