"""Headings inside a text: lines between paragraphs that are titled like one and end like none."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from sayso.read.blocks import Block, Mark, Sheet
from sayso.read.captions import is_caption
from sayso.read.digest import read_item
from sayso.read.furniture import is_furniture
from sayso.records.document import PassageRole

_MARKDOWN = re.compile(r"^#{1,6}\s+\S")
_BOLD = re.compile(r"^(\*\*|__)[^*_]{2,120}\1$")
_LONGEST = 110
_LEAST_LISTED = 3
_LISTED_AHEAD = 4
_SPOKEN = re.compile(r"^[\"“‘'].*[\"”’']$")


def find_headings(sheet: Sheet, first: int) -> Iterator[Mark]:
    """Headings from block ``first`` on: marked up, standing over a paragraph, or in a list of headlines."""
    marked = {mark.span for mark in sheet.marked if mark.role is PassageRole.HEADING}
    blocks = sheet.blocks
    plain = [_is_plain_heading(block) for block in blocks]
    listed = _listed(blocks, plain)
    for block in blocks[first:]:
        is_marked = block.span in marked or bool(_MARKDOWN.match(block.text) or _BOLD.match(block.text))
        if is_marked or (plain[block.index] and (block.index in listed or _stands_over_prose(blocks, block.index))):
            yield Mark(block.span, PassageRole.HEADING)


def _is_plain_heading(block: Block) -> bool:
    text = block.text
    if not block.is_title_like or len(text) > _LONGEST or block.ends_sentence or text[0] in "-*•·–—(":
        return False
    return not (is_furniture(block) or is_caption(block) or read_item(block))


def _stands_over_prose(blocks: tuple[Block, ...], index: int) -> bool:
    """Between two paragraphs. A line wholly in quotation marks is speech; one after an open sentence is broken."""
    if not 0 < index < len(blocks) - 1 or _SPOKEN.match(blocks[index].text):
        return False
    before, block, after = blocks[index - 1], blocks[index], blocks[index + 1]
    begins = after.text.lstrip("*_\"“‘'([")[:1]
    set_off = block.gap > 0 or before.ends_sentence or after.gap == 0
    closed = before.ends_sentence or is_furniture(before) or is_caption(before)
    return closed and after.is_prose and (begins.isupper() or begins.isdigit()) and set_off


def _listed(blocks: tuple[Block, ...], plain: Sequence[bool]) -> set[int]:
    """Blocks in runs of at least three lines of headline shape, as far into each as title case holds.

    Title case must hold for the first five lines of a run, so that a list whose third line breaks it has none.
    """
    found: set[int] = set()
    first = 0
    for is_plain, run in itertools.groupby(plain):
        last = first + sum(1 for _ in run) - 1
        if is_plain and last - first >= _LEAST_LISTED - 1:
            capital = next((each for each in range(first, last + 1) if not _in_title_case(blocks[each])), last + 1)
            if capital > min(last, first + _LISTED_AHEAD):
                found.update(range(first, capital))
        first = last + 1
    return found


def _in_title_case(block: Block) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]+", block.text) if len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.7 * len(words)
