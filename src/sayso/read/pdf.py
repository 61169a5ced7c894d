"""The text of a PDF, page after page."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator

import pypdfium2

from sayso.errors import UnreadableFile
from sayso.read.blocks import Mark
from sayso.records.receipt import Hints

# PDFium writes a hyphen at the end of a line as one of these, and joins the lines.
_SOFT_HYPHEN = re.compile(r"(?<=[^\W\d_])[\u00ad\ufffe\x02](?:\r?\n)?(?=[^\W\d_])")
_HYPHEN = re.compile(r"[^\W\d_]-$")
_ENDED = re.compile(r"[.!?:…][\"'”’)]*$")
_FILE_NAME = re.compile(r"\.\w{3,4}$|^Microsoft Word")
_FULL = 0.85  # of the widest line: a line shorter than that did not break at the column's edge
# What browsers print above and below a page: when it was printed, its title, its address with the page's number.
_PRINTED = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[AP]M)?(?:\s.*)?"
    r"|(?P<address>(?:https?|file)://\S+)(?:\s+\d{1,4}\s?(?:/|of)\s?\d{1,4})?"
)
_EDGE = 2  # lines of a page's beginning and end in which a browser prints that
_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?", re.IGNORECASE)


def parse(data: bytes, max_seconds: float) -> tuple[str, Hints, dict[str, str], tuple[Mark, ...]]:
    """Text and metadata of a PDF; words broken at line ends are joined, pages parted by a blank line.

    Raises UnreadableFile where it is damaged, locked, holds no text, or takes longer than ``max_seconds``.
    """
    started = time.monotonic()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).casefold()
        what = "locked with a password; save a copy without it" if locked else "damaged; save it again from its source"
        raise UnreadableFile(f"The PDF is {what}.") from None
    try:
        pages: list[list[str]] = []
        for number in range(len(document)):
            if time.monotonic() - started > max_seconds:
                raise UnreadableFile(f"The PDF took more than {max_seconds:g} seconds to read and was given up.")
            pages.append(_page_lines(document, number))
        metadata = document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
    address = _printed_address(pages)
    lines = [line for page in _without_running_heads(list(map(_without_print, pages))) for line in (*page, "")]
    title = metadata.get("Title", "").strip()
    # Many writers leave the file's own name in the title field.
    usable = title if " " in title and not _FILE_NAME.search(title) else None
    reasons = {
        "title": "the PDF's own title",
        "byline": "the PDF's own author",
        "url": "printed at the foot of its pages",
    }
    known = Hints(title=usable, byline=metadata.get("Author") or None, url=address)
    return "\n\n".join(_paragraphs(lines)), known, reasons, ()


def _page_lines(document: pypdfium2.PdfDocument, number: int) -> list[str]:
    page = document[number]
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_bounded()
    finally:
        textpage.close()
        page.close()
    text = _SOFT_HYPHEN.sub("", text)
    return [line.strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]


def _edges(page: list[str]) -> set[int]:
    """The indexes of the first and last lines of a page that hold anything."""
    held = [number for number, line in enumerate(page) if line]
    return {*held[:_EDGE], *held[-_EDGE:]}


def _without_print(page: list[str]) -> list[str]:
    edges = _edges(page)
    return [line for number, line in enumerate(page) if not (number in edges and _PRINTED.fullmatch(line))]


def _printed_address(pages: list[list[str]]) -> str | None:
    """The address of the web page that a browser printed, where it stands at the edge of every page."""
    found = [
        {match["address"] for number in _edges(page) if (match := _PRINTED.fullmatch(page[number]))} for page in pages
    ]
    shared = set.intersection(*found) if found else set()
    return next((each for each in sorted(filter(None, shared)) if each.startswith("http")), None)


def _without_running_heads(pages: list[list[str]]) -> list[list[str]]:
    """Pages without page numbers, and without first and last lines that most of at least three pages share."""
    edges = Counter(line for page in pages for line in {*page[:1], *page[-1:]})
    often = {line for line, count in edges.items() if line and count >= max(3, len(pages) / 2)}
    return [
        [
            line
            for number, line in enumerate(page)
            if not (number in (0, len(page) - 1) and (line in often or _PAGE_NUMBER.fullmatch(line)))
        ]
        for page in pages
    ]


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Lines joined into paragraphs: one ends at a blank line, and at a full stop well before the column's edge.

    A sentence that is broken by the end of a page goes on over it.
    """
    width = max((len(line) for line in lines), default=0)
    run = ""
    for line in lines:
        open_sentence = len(run) > width and not _ENDED.search(run)
        if not line:
            if run and not open_sentence:
                yield run
                run = ""
            continue
        run = _join(run, line)
        short = len(line) < _FULL * width
        if short and (_ENDED.search(line) or len(run) == len(line)):
            yield run
            run = ""
    if run:
        yield run


def _join(run: str, line: str) -> str:
    if not run:
        return line
    if _HYPHEN.search(run) and line[:1].islower():
        return run[:-1] + line
    return f"{run} {line}"
