"""The text and metadata of a web page."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import lxml.html
import trafilatura
from lxml import etree

from sayso.errors import UnreadableFile
from sayso.read.blocks import Mark
from sayso.read.page_comments import name_comments
from sayso.read.page_data import page_data
from sayso.records.document import PassageRole, Span
from sayso.records.receipt import Hints

_TAG = re.compile(
    r"<(?:!doctype|html|head|body|div|p|article|section|main|table|span|h[1-6]|ul|ol|br|a|title|meta|script)\b",
    re.IGNORECASE,
)
_SCRIPT = re.compile(
    r"<(script|style|template|noscript)\b.*?(?:</\1\s*>|$)|<!--.*?(?:-->|$)", re.IGNORECASE | re.DOTALL
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w-]{2,30})", re.IGNORECASE)
_CAPTION = "\ue000"  # a private character, put before captions so that they are known again after extraction
_LONGEST_CELL = 300  # characters, above which a cell of a table is running text
_DEAD = ("script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "head")
_BLOCKS = frozenset(
    (
        "p",
        "div",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "tr",
        "section",
        "article",
        "br",
        "td",
        "pre",
        "main",
    )
)


def is_markup(text: str) -> bool:
    """Whether a text that calls itself HTML holds any."""
    return bool(_TAG.search(text[:200_000]))


def declared_encoding(data: bytes) -> str | None:
    """The encoding a page declares in its first bytes."""
    match = _XML_ENCODING.search(data[:400]) or _CHARSET.search(data[:4_000])
    return match[1].decode("ascii", "replace") if match else None


def parse(text: str, url: str | None = None) -> tuple[str, Hints, dict[str, str], tuple[Mark, ...]]:
    """Main text, metadata with their reasons, and marks of headings, quotes, captions and comments of a page.

    The main text is trafilatura's (Barbaresi 2021, "Trafilatura: A Web Scraping Library"); where it finds none, all
    text outside scripts and styles. Raises UnreadableFile for a page without text.
    """
    tree = _tree(text)
    known, reasons = page_data(tree, url)
    _mark_captions(tree)
    name_comments(tree)
    try:
        found = trafilatura.bare_extraction(
            tree, url=url, include_comments=True, include_tables=True, with_metadata=False
        )
    except Exception:  # whatever a hostile page breaks in the extractor, its plain text is still there
        found = None
    body = getattr(found, "body", None)
    if body is None or len("".join(body.itertext()).split()) < 10:
        plain = _plain_text(_tree(text)) or _stripped(text)
        if not plain.strip():
            raise UnreadableFile(
                "The page holds no text outside its scripts; save it from a browser after it has loaded."
            )
        return plain, known, reasons, ()
    written = _Writing()
    for element in body:
        written.add(element, None)
    comments = getattr(found, "commentsbody", None)
    if comments is not None and "".join(comments.itertext()).strip():
        start = written.length + (2 if written.parts else 0)
        for element in comments:
            written.add(element, PassageRole.COMMENT)
        written.marks = [mark for mark in written.marks if mark.span.start < start]
        written.marks.append(Mark(Span(start, written.length), PassageRole.COMMENT))
    return "".join(written.parts), known, reasons, tuple(written.marks)


class _Writing:
    """Text being written from an extracted tree, a blank line between paragraphs, with marks where markup says so."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.marks: list[Mark] = []
        self.length = 0

    def begin_section(self) -> int:
        if self.parts:
            self._write("\n\n")
        return self.length

    def add(self, element: Any, inside: PassageRole | None) -> None:
        """Write an element of trafilatura's tree: p, head, quote, list, item, table and what lies in them."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in ("quote", "list", "table", "row", "code", "cell") and len(element):
            self._add_group(element, tag, inside)
            return
        for paragraph in _words(element).split("\n"):
            self._paragraph(paragraph.strip(), tag)

    def _add_group(self, element: Any, tag: str, inside: PassageRole | None) -> None:
        first = len(self.parts)
        before = self.length
        if element.text and element.text.strip():
            self._paragraph(" ".join(element.text.split()), "")
        if tag == "row" and any(_is_laid_out(cell) for cell in element):
            for cell in element:
                self.add(cell, inside)
        elif tag == "row":
            self._paragraph(" | ".join(filter(None, (" ".join(_words(cell).split()) for cell in element))), "")
        else:
            for child in element:
                self.add(child, inside)
                if child.tail and child.tail.strip():
                    self._paragraph(" ".join(child.tail.split()), "")
        if tag == "quote" and len(self.parts) > first:
            start = before + (2 if before else 0)
            self.marks.append(Mark(Span(start, self.length), PassageRole.QUOTE))

    def _paragraph(self, words: str, tag: str) -> None:
        bare = " ".join(words.replace(_CAPTION, "").split())
        if not bare:
            return
        start = self.begin_section()
        self._write(bare)
        role = PassageRole.HEADING if tag == "head" else PassageRole.CAPTION if _CAPTION in words else None
        role = PassageRole.QUOTE if tag == "quote" else role
        if role is not None:
            self.marks.append(Mark(Span(start, self.length), role))

    def _write(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)


def _is_laid_out(cell: Any) -> bool:
    """Whether a cell holds paragraphs, as where a table lays out a page rather than figures."""
    return len(cell.findall("p")) > 1 or len("".join(cell.itertext())) > _LONGEST_CELL


def _words(element: Any) -> str:
    """The text of an element, with line breaks kept as new lines."""
    for gap in element.iter("lb"):
        gap.tail = "\n" + (gap.tail or "")
    return re.sub(r"[^\S\n]+", " ", "".join(element.itertext()))


def _tree(text: str) -> Any:
    try:
        # A declaration inside a decoded text contradicts it, and lxml refuses such.
        tree = lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except (etree.LxmlError, ValueError, AssertionError):
        raise UnreadableFile("The page cannot be parsed as HTML; save it again, or save its text.") from None
    return tree


def _mark_captions(tree: Any) -> None:
    """Make captions paragraphs, which the extractor keeps, with a private character to know them by."""
    for caption in tree.iter("figcaption"):
        words = " ".join(caption.text_content().split())
        for child in list(caption):
            caption.remove(child)
        caption.text = f"{_CAPTION}{words}" if words else None
        caption.tag = "p"
        parent = caption.getparent()
        if parent is not None and parent.tag == "figure":
            parent.tag = "div"


def plain_text(markup: str) -> str:
    """All text of a piece of HTML, a blank line between its parts; nothing is taken for furniture."""
    return _plain_text(_tree(markup)) or _stripped(markup)


def _plain_text(tree: Any) -> str:
    for dead in list(tree.iter(*_DEAD, etree.Comment)):
        if dead.getparent() is not None:
            dead.drop_tree()
    parts: list[str] = []
    for element in tree.iter():
        if element.tag in _BLOCKS:
            parts.append("\n")
        parts.append(re.sub(r"\s+", " ", element.text or ""))
        if element.tail:
            parts.append(("\n" if element.tag in _BLOCKS else "") + re.sub(r"\s+", " ", element.tail))
    lines = (line.strip() for line in "".join(parts).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _stripped(text: str) -> str:
    """What is left of a page without its tags: for pages nested so deep that no parser follows."""
    bare = _SCRIPT.sub("\n", text)
    lines = (" ".join(unescape(line).split()) for line in re.sub(r"<[^<>]*>", "\n", bare).split("\n"))
    return "\n\n".join(line for line in lines if line)
