"""The text and metadata of a web page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import lxml.html
import trafilatura
from lxml import etree

from sayso.errors import UnreadableFile
from sayso.language.outlets import looks_like_outlet
from sayso.read.blocks import Mark
from sayso.read.printed import given_date
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
_PUBLISHED_META = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date.published",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "published_time",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "cxenseparse:recs:publishtime",
    "date",
)
_LONGEST_TITLE = 500  # characters of a title or another metadatum, above which it is something else
_ARTICLE_TYPES = frozenset(
    (
        "article",
        "newsarticle",
        "reportagenewsarticle",
        "blogposting",
        "analysisnewsarticle",
        "opinionnewsarticle",
        "liveblogposting",
        "webpage",
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
    known, reasons = _metadata(tree, url)
    _mark_captions(tree)
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
        if tag in ("quote", "list", "table", "row", "code") and len(element):
            self._add_group(element, tag, inside)
            return
        for paragraph in _words(element).split("\n"):
            self._paragraph(paragraph.strip(), tag)

    def _add_group(self, element: Any, tag: str, inside: PassageRole | None) -> None:
        first = len(self.parts)
        before = self.length
        if element.text and element.text.strip():
            self._paragraph(" ".join(element.text.split()), "")
        if tag == "row":
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


def _metadata(tree: Any, url: str | None) -> tuple[Hints, dict[str, str]]:
    """What a page says of itself, JSON-LD before meta tags before its title."""
    meta = _meta(tree)
    linked = next(_articles(tree), {})
    address = url or _address(tree, meta)
    found: dict[str, tuple[str, str]] = {}

    def offer(name: str, value: object, reason: str) -> None:
        shortened = " ".join(value.split()) if isinstance(value, str) else ""
        if name not in found and 0 < len(shortened) <= _LONGEST_TITLE:
            found[name] = (shortened, reason)

    offer("published", given_date(linked.get("datePublished")), "the page's structured data give it (datePublished)")
    for key in _PUBLISHED_META:
        offer("published", given_date(meta.get(key)), f"the page's metadata give it ({key})")
    for moment in tree.xpath("//time[@pubdate or @itemprop='datePublished']|//*[@itemprop='datePublished']"):
        stated = moment.get("datetime") or moment.get("content") or moment.text_content()
        offer("published", given_date(stated), "the page marks it as its publication date")
    offer("title", linked.get("headline"), "")
    for key in ("og:title", "twitter:title", "dc.title"):
        offer("title", meta.get(key), "")
    for heading in tree.xpath("//h1"):
        offer("title", heading.text_content(), "")
    offer("outlet", _name_of(linked.get("publisher")), "the page's structured data name its publisher")
    offer("outlet", meta.get("og:site_name"), "the page's metadata name its site")
    offer("outlet", meta.get("application-name"), "the page's metadata name its site")
    offer("outlet", meta.get("publisher"), "the page's metadata name its publisher")
    for heading in tree.xpath("//title"):
        words = " ".join(heading.text_content().split())
        # A title that is never closed holds the whole page.
        words = words if len(words) <= _LONGEST_TITLE else words.partition("<")[0]
        title, site = _without_site(words, meta.get("og:site_name"))
        offer("title", title, "")
        offer("outlet", site, "the page's title ends with it")
    offer("byline", _name_of(linked.get("author")), "")
    for key in ("author", "article:author", "dc.creator", "parsely-author", "byl"):
        value = meta.get(key)
        offer("byline", None if value and "://" in value else re.sub(r"^[Bb]y ", "", value or ""), "")
    for author in tree.xpath("//*[@rel='author' or @itemprop='author']"):
        offer("byline", author.text_content()[:120], "")
    known = Hints(**{name: value for name, (value, _) in found.items()}, url=address)
    return known, {name: reason for name, (_, reason) in found.items() if reason}


def _without_site(title: str, site: str | None) -> tuple[str, str | None]:
    """A page's title without the name of its site behind a bar or dash, and that name."""
    match = re.fullmatch(r"(.{8,}?)\s+[|–—·-]\s+([^|–—·]{2,40})", title)
    if match and (match[2] == site or looks_like_outlet(match[2])):
        return match[1], match[2]
    return title, None


def _meta(tree: Any) -> dict[str, str]:
    values: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        if name and tag.get("content"):
            values.setdefault(name.strip().casefold(), tag.get("content"))
    return values


def _address(tree: Any, meta: dict[str, str]) -> str | None:
    stated = [*tree.xpath("//link[@rel='canonical']/@href"), meta.get("og:url", "")]
    return next((str(each) for each in stated if re.match(r"https?://[^\s]+$", str(each))), None)


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """Objects in the page's JSON-LD that are articles, in order."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            value = json.loads(script.text_content())
        except (ValueError, RecursionError):
            continue
        waiting = [value]
        for _ in range(200):
            if not waiting:
                break
            each = waiting.pop(0)
            if isinstance(each, list):
                waiting[:0] = each
            elif isinstance(each, dict):
                kinds = each.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(kind, str) and kind.casefold() in _ARTICLE_TYPES for kind in kinds):
                    yield each
                waiting.extend(
                    item for key in ("@graph", "mainEntity") if isinstance(item := each.get(key), list | dict)
                )


def _name_of(value: object) -> str | None:
    if isinstance(value, list):
        return ", ".join(name for each in value if (name := _name_of(each))) or None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None
