"""An evidence pack: one event as a folder that can be read and checked without Sayso.

``index.html`` and ``index.txt`` say the same; ``received/`` holds the documents' bytes as they came in, ``texts/`` the
texts they were read as, which offsets count in; ``claims.csv`` is the table of all lines; ``SHA256SUMS`` has the form
that ``sha256sum -c`` accepts. The same case gives the same bytes.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from markupsafe import Markup

from sayso import __version__
from sayso.errors import CaseDamaged, InputError, UnknownName
from sayso.present.citation import Citation, Keeping, make_citation, plain
from sayso.present.dates import date_words
from sayso.present.events import Column, event_detail
from sayso.present.gathering import gathered
from sayso.present.judged import JudgementRow, judgement_rows
from sayso.present.lines import Line, make_line
from sayso.present.listing import DisputeRow, dispute_row
from sayso.present.report.marking import Range, blocks_of, mark
from sayso.present.report.templating import templates
from sayso.present.shared_words import title_of
from sayso.present.view import View
from sayso.present.words import counted, counted_origins, shortened
from sayso.records.claim import Claim
from sayso.records.document import Document, Edition, Span
from sayso.records.matter import Matter, MatterKind

MANIFEST = "SHA256SUMS"
_AROUND = 1  # paragraphs shown on either side of one that is quoted
_QUIET = (".txt", ".md", ".pdf", ".json", ".jsonl", ".csv")
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class PackSummary:
    """What was written, and in words what could not be."""

    index: Path
    lines: int
    documents: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """A line of the pack with its number and its citation."""

    number: int
    line: Line
    citation: Citation
    copy: bool


@dataclass(frozen=True, slots=True)
class Told:
    """One origin: what it is called, why it counts as one, and its lines, those that only repeat it last.

    ``uncounted`` says why it is not one of the origins that are counted behind the event, where it is not.
    """

    label: str
    reasons: tuple[str, ...]
    notes: tuple[Footnote, ...]
    uncounted: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a document with the quoted words marked; ``html`` is None where some are left out."""

    html: Markup | None
    words: str
    notes: tuple[int, ...]
    passage: str


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One document: its record, its header in words, the files it is in, and the paragraphs quoted from."""

    document: Document
    title: str
    facts: tuple[tuple[str, str], ...]
    received: str | None
    text: str
    paragraphs: tuple[Paragraph, ...]
    copies: tuple[str, ...]


def write_pack(view: View, matter: Matter, keeping: Keeping, folder: Path) -> PackSummary:
    """Write the evidence for one matter into a new or empty folder. Raises InputError where there is no such folder."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(f"{str(folder)!r} is not empty; a pack of evidence is written into a folder of its own.")
    claims = _claims(view, matter)
    notes = _footnotes(view, claims, keeping)
    made: dict[str, bytes] = {}
    missing: list[str] = []
    exhibits = tuple(
        _exhibit(view, document, notes, keeping, (made, missing))
        for document in dict.fromkeys(each.document for each in claims)
    )
    context = _context(view, matter, claims, notes, exhibits)
    html, text = (
        templates(counted=counted, counted_origins=counted_origins, short=shortened),
        templates(counted=counted),
    )
    text.autoescape = False
    made["index.html"] = html.get_template("pack.html").render(context).encode("utf-8", "replace")
    made["index.txt"] = text.get_template("pack.txt").render(context).encode("utf-8", "replace")
    made["style.css"] = (files("sayso.present.report") / "templates" / "style.css").read_bytes()
    made["claims.csv"] = _table(notes.values())
    made[MANIFEST] = _manifest(made)
    for name, data in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return PackSummary(folder / "index.html", len(notes), len(exhibits), tuple(missing))


def _claims(view: View, matter: Matter) -> list[Claim]:
    """The claims of a matter, of its numbers and of what is part of it, by document and place."""
    found: dict[str, Claim] = {}
    for each in (matter, *_parts(view, matter)):
        found.update((claim.id, claim) for claim in (*view.claims_of(each), *view.quantities_for(each)))
    return sorted(found.values(), key=lambda each: (each.document, each.span, each.id))


def _parts(view: View, matter: Matter) -> list[Matter]:
    return [each for each in view.parts_of.get(matter.id, ()) if each.kind is not MatterKind.QUANTITY]


def _footnotes(view: View, claims: Sequence[Claim], keeping: Keeping) -> dict[str, Footnote]:
    notes = {}
    for number, claim in enumerate(claims, start=1):
        account = view.account_of.get(claim.id)
        copy = account is not None and claim.id in account.copies
        notes[claim.id] = Footnote(number, make_line(view, claim), make_citation(view, claim, keeping), copy)
    return notes


def _told(view: View, notes: dict[str, Footnote], columns: Sequence[Column]) -> tuple[Told, ...]:
    """The lines by origin, the origins that count first, and of those the one with most lines."""
    uncounted = {each.origin: each.uncounted for each in columns}
    labels: dict[str, str] = {}
    reasons: dict[str, dict[str, None]] = {}
    lines: dict[str, list[Footnote]] = {}
    for claim, note in notes.items():
        account = view.account_of.get(claim)
        origin = account.origin if account else ""
        labels.setdefault(origin, account.label if account else "counted for no origin")
        reasons.setdefault(origin, {}).update(dict.fromkeys(account.reasons if account else ()))
        lines.setdefault(origin, []).append(note)
    silent = {each: uncounted.get(each, "of what is part of it only: not counted") for each in lines}
    order = sorted(lines, key=lambda each: (bool(silent[each]), -len(lines[each]), labels[each], each))
    return tuple(
        Told(
            labels[each],
            gathered(reasons[each]),
            tuple(sorted(lines[each], key=lambda one: (one.copy, one.number))),
            silent[each],
        )
        for each in order
    )


def _exhibit(
    view: View,
    document: str,
    notes: dict[str, Footnote],
    keeping: Keeping,
    into: tuple[dict[str, bytes], list[str]],
) -> Exhibit:
    made, missing = into
    kept, edition = view.pile.documents[document], keeping.edition_of(document)
    name = f"received/{_file_name(kept)}"
    received: str | None = name
    try:
        made[name] = keeping.bytes_of(document)
    except (UnknownName, CaseDamaged) as error:
        received = None
        missing.append(f"the bytes of {kept.name}: {error}")
    made[f"texts/{document}.txt"] = edition.text.encode("utf-8", "surrogatepass")
    return Exhibit(
        document=kept,
        title=title_of(edition, kept.name),
        facts=tuple(_facts(kept, edition, keeping.received(document))),
        received=received,
        text=f"texts/{document}.txt",
        paragraphs=_paragraphs(edition, [each for each in notes.values() if each.line.document == document]),
        copies=tuple(_copies(view, document, {each.line.document for each in notes.values()})),
    )


def _file_name(kept: Document) -> str:
    """A name that any file system takes, under which nothing in the bytes runs when somebody opens them."""
    name = f"{kept.id}-{_UNSAFE.sub('_', kept.name)[-80:].lstrip('._-') or 'document'}"
    return name if name.lower().endswith(_QUIET) else f"{name}.received"


def _facts(kept: Document, edition: Edition, received: str | None) -> list[tuple[str, str]]:
    why = f" ({edition.outlet_reason})" if edition.outlet_reason else ""
    known = edition.published_reason or "nothing in it says when"
    found = [
        ("Published by", f"{edition.outlet}{why}" if edition.outlet else "no outlet named"),
        ("Carried by", edition.carrier or ""),
        ("By", edition.byline or ""),
        ("Published", f"{date_words(edition.published)} ({known})"),
        ("Address", kept.url or ""),
        ("Received as", f"{kept.name}, {kept.media_type}, {counted(kept.size, 'byte')}"),
        ("Received at", received or ""),
        ("SHA-256", kept.sha256),
    ]
    return [each for each in found if each[1]]


def _paragraphs(edition: Edition, notes: Sequence[Footnote]) -> tuple[Paragraph, ...]:
    """Paragraphs that are quoted from with their neighbours, and a gap wherever others are left out."""
    blocks = list(blocks_of(edition))
    ranges = [Range(_span(each), "mark", "", each.line.claim) for each in notes]
    marked = mark(edition.text, [block.span for block in blocks], ranges)
    quoted = [tuple(each.number for each in notes if _span(each).touches(block.span)) for block in blocks]
    shown = {
        near
        for place, numbers in enumerate(quoted)
        if numbers
        for near in range(max(0, place - _AROUND), min(len(blocks), place + _AROUND + 1))
    }
    found: list[Paragraph] = []
    passage = ""
    for place, block in enumerate(blocks):
        if not quoted[place] and not any(each.isalpha() for each in block.span.of(edition.text)):
            continue  # the number of an item, which says nothing by itself
        if place not in shown:
            if not found or found[-1].html is not None:
                found.append(Paragraph(None, "[…]", (), ""))
            continue
        own = f"{block.passage.outlet or 'no outlet named'}, {date_words(block.passage.published)}"
        label = own if own != passage else ""
        passage = own
        found.append(Paragraph(marked[place], block.span.of(edition.text), quoted[place], label))
    return tuple(found)


def _span(note: Footnote) -> Span:
    return Span(note.line.start, note.line.end)


def _copies(view: View, document: str, others: set[str]) -> list[str]:
    """In words, the stretches this document shares with others of the pack, and what shows which is the copy."""
    ways = {"from": "copied from", "to": "copied by", "unknown": "shared with"}
    found = []
    for copy in view.copies_of.get(document, ()):
        if copy.of_document in others:
            other = view.pile.documents[copy.of_document]
            how = f"characters {copy.span.start}–{copy.span.end} {ways[copy.direction]} {other.name}"
            found.append(f"{how}, {copy.of_span.start}–{copy.of_span.end}: {'; '.join(copy.reasons)}")
    return found


def _context(
    view: View, matter: Matter, claims: Sequence[Claim], notes: dict[str, Footnote], exhibits: Sequence[Exhibit]
) -> dict[str, Any]:
    detail = event_detail(view, matter)
    matters = (matter, *_parts(view, matter))
    disputes: dict[str, DisputeRow] = {}
    for each in matters:
        disputes.update((one.id, dispute_row(view, one)) for one in view.disputes_for(each))
    actors = {view.actors[each.actor].id for one in matters for each in one.participants if each.actor in view.actors}
    ids = {each.id for each in claims} | {each.id for each in matters} | {each.document for each in claims}
    ids |= disputes.keys() | actors
    return {
        "it": detail,
        "parts": [(part.heading, f"{date_words(part.edtf)}{', inferred' * part.inferred}") for part in detail.parts],
        "told": _told(view, notes, detail.columns),
        "notes": tuple(notes.values()),
        "number": {claim: note.number for claim, note in notes.items()},
        "plain": plain,
        "disputes": tuple(disputes.values()),
        "judgements": _judgements(view, ids),
        "exhibits": exhibits,
        "clocks": view.notes,
        "version": __version__,
        "manifest": MANIFEST,
    }


def _judgements(view: View, ids: set[str]) -> list[JudgementRow]:
    """What people decided of anything in the pack, in the order they did, with what became of it."""
    now = {each.judgement: {own for targets in each.targets for own in targets} for each in view.findings.rulings}
    anchored = {each.id: {anchor.target for anchor in each.anchors} for each in view.pile.judgements}
    rows = judgement_rows(view.pile, view.findings)
    return [each for each in rows if ids & ({*each.ids} | now.get(each.id, set()) | anchored[each.id])]


def _table(notes: Iterable[Footnote]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    head = ("number", "claim", "quote", "voices", "standing", "said", "outlet", "document", "start", "end", "sha256")
    writer.writerow(head)
    for each in notes:
        line = each.line
        row = (line.quote, " > ".join(line.voices), line.standing, line.said, line.outlet, line.document)
        # A quotation that begins like a formula would be run by a spreadsheet.
        safe = (f"'{cell}" if cell[:1] in "=+-@\t\r" else cell for cell in row)
        writer.writerow((each.number, line.claim, *safe, line.start, line.end, each.citation.sha256))
    return out.getvalue().encode("utf-8", "replace")


def _manifest(made: dict[str, bytes]) -> bytes:
    return "".join(f"{hashlib.sha256(made[name]).hexdigest()}  {name}\n" for name in sorted(made)).encode()
