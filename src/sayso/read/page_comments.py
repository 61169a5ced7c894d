"""The comment section of a page whose markup does not name it, told by its heading and by how comments are signed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from sayso.read.blocks import cut
from sayso.read.comments import hold_comments
from sayso.read.furniture import squeeze

_COUNTED = re.compile(
    r"(?:\d+|one|two|three|no) (?:reader |readers' )?(?:comments?|responses?|replies|thoughts)"
    r"(?: (?:on|to|so far)\b.{0,160})?"
    r"|(?:(?:reader|readers'|all|view) )?(?:comments?|responses|replies)(?: \d+)?"
)
_NAMED = re.compile(r"comment|respond|disqus", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BREAKS = frozenset(("p", "div", "li", "ol", "ul", "dd", "dt", "br", "article", "section", "blockquote", "time", "tr"))
_LONGEST = 200  # characters of a heading
_LEAST_BEFORE = 200  # characters of text that an article has before its comments


def name_comments(tree: Any) -> None:
    """Put comment sections that follow a heading such as "4 thoughts on ..." into an element called comments.

    A section runs from its heading to the next one of its order. What follows must be signed as comments are.
    """
    for heading in list(tree.iter(*_HEADINGS)):
        words = squeeze(heading.text_content()[:_LONGEST])
        if not _COUNTED.fullmatch(words) or _is_named(heading) or _text_before(heading) < _LEAST_BEFORE:
            continue
        section = [heading, *_following(heading)]
        if hold_comments(cut("\n".join(_lines(section[1:]))).blocks):
            _wrap(section)


def _is_named(element: Any) -> bool:
    return any(
        _NAMED.search(f"{each.get('class') or ''} {each.get('id') or ''}")
        for each in element.iterancestors()
        if each.tag not in ("body", "html")
    )


def _text_before(element: Any) -> int:
    return sum(len(words.strip()) for words in element.xpath("preceding::text()[not(parent::script or parent::style)]"))


def _following(heading: Any) -> Iterator[Any]:
    """The siblings that follow a heading, up to the next heading of its order or a higher one."""
    for each in heading.itersiblings():
        if each.tag in _HEADINGS[: _HEADINGS.index(heading.tag) + 1]:
            return
        yield each


def _lines(elements: Sequence[Any]) -> Iterator[str]:
    """The text of elements, a line for each of their parts that markup begins anew."""
    parts: list[str] = []
    for element in elements:
        parts.append("\n")
        for event, each in etree.iterwalk(element, events=("start", "end")):
            if not isinstance(each.tag, str):
                continue
            breaks = "\n" if each.tag in _BREAKS else " "
            parts.extend((breaks, each.text or "") if event == "start" else (breaks, (each.tail or "").rstrip("\n")))
    return (squeezed for line in "".join(parts).split("\n") if (squeezed := " ".join(line.split())))


def _wrap(section: Sequence[Any]) -> None:
    parent = section[0].getparent()
    box = etree.SubElement(parent, "div", {"id": "comments", "class": "comments"})
    parent.insert(parent.index(section[0]), box)
    for before, each in itertools.pairwise((None, *section)):
        if before is not None and before.tail:
            before.tail = before.tail.strip() or None
        box.append(each)
