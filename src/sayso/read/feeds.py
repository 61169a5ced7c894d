"""Feeds (RSS 0.9 to 2.0, Atom): each of their items as one document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from sayso.errors import UnreadableFile
from sayso.read.blocks import Mark
from sayso.read.html import is_markup, plain_text
from sayso.records.receipt import Hints

MEDIA_TYPE = "application/rss+xml"
_ROOT = re.compile(rb"<(?P<tag>rss|feed|rdf:RDF)\b[^>]*>")
_ITEM = re.compile(rb"<(?P<tag>item|entry)(?=[\s>])")
# What of a feed's own head says whose it is; the rest of it changes with every day.
_OWN = re.compile(rb"<(?P<tag>title|language|link|dc:publisher)\b[^>]*?(?:/>|>.*?</(?P=tag)\s*>)", re.DOTALL)
_HEAD = 4096
_LONGEST_HEAD = 65_536
_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "issued", "updated", "modified")
_MAIL = re.compile(r"\S+@\S+\s*\((?P<name>[^)]+)\)")


def is_feed(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a feed."""
    return _ROOT.search(head[:_HEAD]) is not None


def items(data: bytes) -> Iterator[bytes]:
    """Each item of a feed, as a feed with that item alone and with what the head says of whose feed it is.

    The bytes are those of the feed, cut: nothing is rewritten, and the same item later is the same bytes.
    """
    root = _ROOT.search(data, 0, _LONGEST_HEAD)
    found = list(_spans(data, root.end())) if root else []
    if root is None or not found:
        return
    begin, tag = data[: root.end()], root["tag"]
    seen: dict[bytes, bytes] = {}
    for own in _OWN.finditer(data, root.end(), min(found[0][0], root.end() + _LONGEST_HEAD)):
        seen.setdefault(own["tag"], own.group())
    head = b"".join(seen.values())
    if tag != b"feed":
        begin, head = begin + b"<channel>", head + (b"" if tag == b"rss" else b"</channel>")
    end = (b"</channel>" if tag == b"rss" else b"") + b"</" + tag + b">"
    for first, last in found:
        yield begin + head + data[first:last] + end


def _spans(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Where the items of a feed begin and end; one that is not closed ends the search."""
    while item := _ITEM.search(data, at):
        close = b"</" + item["tag"] + b">"
        at = data.find(close, item.end())
        if at < 0:
            return
        at += len(close)
        yield item.start(), at


def parse(data: bytes) -> tuple[str, Hints, dict[str, str], tuple[Mark, ...]]:
    """Text, metadata and their reasons of a feed with one item. Raises UnreadableFile where it holds no text."""
    item, feed = _item_and_feed(data)
    words = next((found for name in _TEXTS if (found := _inner(item, name))), "")
    text = plain_text(words) if is_markup(words) else words
    title = _inner(item, "title")
    if not text.strip():
        text = title or ""
    if not text.strip():
        raise UnreadableFile("The item of the feed holds no text; read the pages that it points to.")
    dated = next((name for name in _DATES if _inner(item, name)), None)
    source = _inner(item, "source") or _inner(item, "publisher")
    known = {
        "title": title,
        "outlet": source or _inner(feed, "publisher") or _inner(feed, "title"),
        "published": _inner(item, dated) if dated else None,
        "url": _address(item),
        "byline": _author(item),
        "language": _inner(feed, "language"),
    }
    reasons = {
        "outlet": "the feed names it as the item's source" if source else "the feed it came in is headed so",
        "published": f"the feed gives it ({dated})",
    }
    return text, Hints(**{name: " ".join(value.split()) for name, value in known.items() if value}), reasons, ()


def address_of(data: bytes) -> str | None:
    """The address that the item of a feed points to; else its id; None where it has neither."""
    item, _ = _item_and_feed(data)
    return _address(item) or _inner(item, "guid") or _inner(item, "id")


def _item_and_feed(data: bytes) -> tuple[Any, Any]:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    found = list(root.iter("{*}item", "{*}entry")) if root is not None else []
    if not found:
        raise UnreadableFile("The feed is damaged here; save it again from its source.")
    channel = root.find("{*}channel")
    return found[0], root if channel is None else channel


def _inner(element: Any, name: str) -> str | None:
    """The words of the first child of that name, in any namespace; a source may hold them as its title."""
    child = element.find(f"{{*}}{name}")
    if child is None:
        return None
    inner = child.find("{*}title") if name == "source" else None
    child = child if inner is None else inner
    is_xhtml = child.get("type") == "xhtml"
    words = etree.tostring(child, encoding="unicode", with_tail=False) if is_xhtml else "".join(child.itertext())
    return words.strip() or None


def _address(item: Any) -> str | None:
    stated = [
        each.get("href") or each.text or ""
        for each in item.findall("{*}link")
        if each.get("rel") in (None, "alternate")
    ]
    stated.extend((each.text or "") for each in item.findall("{*}guid") if each.get("isPermaLink") != "false")
    return next((each.strip() for each in stated if re.match(r"\s*https?://\S+\s*$", each)), None)


def _author(item: Any) -> str | None:
    author = item.find("{*}author")
    words = (
        _inner(item, "creator") or (_inner(author, "name") if author is not None else None) or _inner(item, "author")
    )
    mail = _MAIL.fullmatch(words or "")
    return mail["name"] if mail else words if words and "@" not in words else None
