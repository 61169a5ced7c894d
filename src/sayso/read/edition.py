"""One document's bytes into a Document and the Edition read from them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from sayso.errors import UnreadableFile
from sayso.language.outlets import display_name
from sayso.read import feeds, html, jsonl, pdf
from sayso.read.blocks import Mark, Sheet, cut
from sayso.read.credits import Publisher, find_carrier, find_credit, outlet_of_address, settle
from sayso.read.decode import decode, storable, without_entities
from sayso.read.head import Head, read_head
from sayso.read.language import language_of
from sayso.read.limits import time_limit
from sayso.read.markdown import front_matter, markdown_marks, quoted_lines
from sayso.read.passages import find_marks, grow, merged, root_passage
from sayso.read.printed import date_in_address, given_date
from sayso.records.document import Document, Edition, PassageRole
from sayso.records.ids import make_id
from sayso.records.receipt import Hints, Received
from sayso.settings import Settings

READER = "read/3"


@dataclass(frozen=True, slots=True)
class Page:
    """What a format's parser makes of bytes: the text, what its markup says of stretches, and its metadata.

    ``known`` holds what the metadata give; ``reasons`` the words for how, by field name.
    """

    text: str
    known: Hints = field(default_factory=Hints)
    reasons: dict[str, str] = field(default_factory=dict)
    marked: tuple[Mark, ...] = ()


def read(received: Received, settings: Settings) -> tuple[Document, Edition]:
    """Read one document.

    Text that came as text (plain files, Markdown, the ``text`` of a JSON line) is kept character for character, but for
    a byte order mark and for halves of surrogate pairs, which become U+FFFD. Raises UnreadableFile for bytes over
    ``settings.max_bytes``, for texts over ``settings.max_characters``, for bytes that hold no text, and after
    ``settings.max_seconds``.
    """
    if len(received.data) > settings.max_bytes:
        raise UnreadableFile(
            f"It is larger than the limit of {settings.max_bytes:,} bytes; split it, or raise the limit."
        )
    digest = hashlib.sha256(received.data).hexdigest()
    with time_limit(settings.max_seconds):
        page = _parse(received, settings)
        text = storable(page.text)
        if not text.strip():
            is_pdf = received.media_type == "application/pdf"
            raise UnreadableFile(
                "It holds no text; if it is a scan, run text recognition on it first."
                if is_pdf
                else "It holds nothing but white space."
            )
        if len(text) > settings.max_characters:
            raise UnreadableFile(
                f"Its text has {len(text):,} characters, more than the {settings.max_characters:,} that are read at "
                "once; split it into articles or chapters."
            )
        known = _overruled(page.known, received.hints)
        document = Document(
            id=make_id("d", digest),
            sha256=digest,
            name=received.name,
            size=len(received.data),
            media_type=received.media_type,
            url=known.url,
            address=known.url or received.address,
        )
        return document, _edition(document, replace(page, text=text), received.hints)


def _parse(received: Received, settings: Settings) -> Page:
    kind = received.media_type
    if kind == "application/pdf":
        return _page(pdf.parse(received.data, settings.max_seconds))
    if kind in ("application/json", "application/x-ndjson"):
        return _page(jsonl.parse(received.data))
    if kind == feeds.MEDIA_TYPE:
        return _page(feeds.parse(received.data))
    text = decode(received.data, html.declared_encoding(received.data) if kind == "text/html" else None)
    if kind == "text/html" and html.is_markup(text):
        return _page(html.parse(text, received.hints.url))
    text = without_entities(text)
    known, reasons, above = front_matter(text)
    below = markdown_marks(text) if kind == "text/markdown" else quoted_lines(text)
    return Page(text, known.map(storable), reasons, (*above, *below))


def _page(parsed: tuple[str, Hints, dict[str, str], tuple[Mark, ...]]) -> Page:
    text, known, reasons, marked = parsed
    return Page(text, known.map(storable), reasons, marked)


def _edition(document: Document, page: Page, hints: Hints) -> Edition:
    known = _overruled(page.known, hints)
    sheet = cut(page.text, page.marked)
    head = read_head(sheet, known.title)
    language = known.language or language_of(_sample(sheet))
    publisher = _publisher(sheet, head, page, hints)
    published, published_reason = _published(head, publisher, page, hints)
    root = replace(
        root_passage(document.id, page.text, language),
        outlet=publisher.outlet,
        outlet_reason=publisher.reason,
        published=published,
        published_reason=published_reason,
        title=head.title,
        byline=known.byline or head.byline,
    )
    marks = tuple(_placed(merged(find_marks(sheet, head, published), page.text), publisher.carrier))
    return Edition(
        document=document.id,
        reader=READER,
        text=page.text,
        passages=grow(document.id, sheet, root, marks),
        title=head.title,
        byline=known.byline or head.byline,
        outlet=publisher.outlet,
        outlet_reason=publisher.reason,
        carrier=publisher.carrier,
        published=published,
        published_reason=published_reason,
        language=language,
    )


def _placed(marks: Iterable[Mark], carrier: str | None) -> Iterator[Mark]:
    """Marks as they are, but readers' comments given to the site they stand on rather than whose text it carries."""
    for mark in marks:
        is_carried = carrier is not None and mark.role is PassageRole.COMMENT
        yield replace(mark, outlet=carrier, outlet_reason="comments stand on the site") if is_carried else mark


def _publisher(sheet: Sheet, head: Head, page: Page, hints: Hints) -> Publisher:
    """What the owner of the pile says holds; else the site it lies on and the publisher the text names are settled."""
    credit = find_credit(sheet)
    known = _overruled(page.known, hints)
    carrier = display_name(known.carrier) if known.carrier else find_carrier(sheet)
    if hints.outlet:
        settled = settle(None, "", credit)
        dated = (settled.published, settled.published_reason)
        return Publisher(display_name(hints.outlet), "given with the document", carrier, *dated)
    if known.outlet:
        site, reason = display_name(known.outlet), page.reasons.get("outlet", "given with the document")
    elif from_address := outlet_of_address(known.url):
        site, reason = from_address
    elif head.outlet and (credit is None or not head.signed):
        site, reason = head.outlet, head.outlet_reason
    else:
        site, reason = None, ""
    return settle(site, reason, credit, carrier)


def _published(head: Head, publisher: Publisher, page: Page, hints: Hints) -> tuple[str | None, str]:
    """The publication date and how it is known, surest first; None where nothing says when."""
    known = _overruled(page.known, hints)
    for given, reason in (
        (hints.published, "given with the document"),
        (page.known.published, page.reasons.get("published", "")),
    ):
        if edtf := given_date(given):
            return edtf, reason
    if head.published:
        return head.published, head.published_reason
    if publisher.published:
        return publisher.published, publisher.published_reason
    if known.url and (edtf := date_in_address(known.url)):
        return edtf, f"its address carries the date: {known.url}"
    return head.dated or (None, "")


def _overruled(known: Hints, hints: Hints) -> Hints:
    return Hints(
        title=hints.title or known.title,
        outlet=hints.outlet or known.outlet,
        carrier=hints.carrier or known.carrier,
        published=hints.published or known.published,
        url=hints.url or known.url,
        byline=hints.byline or known.byline,
        language=hints.language or known.language,
    )


def _sample(sheet: Sheet) -> str:
    """The running text of a sheet, by which its language is told; all of it where none runs."""
    prose = " ".join(block.text for block in sheet.blocks[:200] if block.is_prose)
    return prose or sheet.text
