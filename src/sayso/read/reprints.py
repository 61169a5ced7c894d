"""Pages that print several articles of other outlets one after another, each under its outlet and with its date."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from sayso.language.outlets import display_name, looks_like_outlet, outlet_named
from sayso.read.blocks import Block, Mark, Sheet
from sayso.read.captions import is_caption
from sayso.read.furniture import is_furniture
from sayso.read.printed import is_dateline
from sayso.records.document import PassageRole

# An article opens with its day in brackets and a dash, or without the brackets.
_OPENS = re.compile(r"\(?(?P<day>[^()—–]{6,30}?)\)?\s*(?:—|–|--?)\s+(?=[\"“A-Z])")
_PARTS = re.compile(r"\s*[/|&,]\s*")
_LONGEST = 80
_LOOK_BACK = 5
_LEAST = 2


def find_reprints(sheet: Sheet) -> Iterator[Mark]:
    """Articles of which at least two open with a date and a dash, each below a line that names its outlet."""
    found = [each for block in sheet.blocks if (each := _opening(sheet, block))]
    if len(found) < _LEAST:
        return
    starts = [_first_line(sheet, line, number > 0) for number, (_, line, _, _) in enumerate(found)]
    for (block, line, outlet, day), start, limit in itertools.zip_longest(found, starts, starts[1:]):
        last = (limit if limit is not None else len(sheet.blocks)) - 1
        while last > block.index and is_furniture(sheet.blocks[last]):
            last -= 1
        printed = is_dateline(day)
        words = sheet.blocks[line].text
        title = sheet.blocks[start].text if start < line else None
        yield Mark(
            sheet.between(start, last),
            PassageRole.DIGEST_ITEM,
            outlet=outlet,
            outlet_reason=f"the line above it reads “{words}”",
            published=printed.edtf if printed else None,
            published_reason=f"it opens with “{day}”",
            title=title,
        )
        yield Mark(sheet.blocks[line].span, PassageRole.BOILERPLATE)
        if title:
            yield Mark(sheet.blocks[start].span, PassageRole.HEADING, title=title)


def _opening(sheet: Sheet, block: Block) -> tuple[Block, int, str, str] | None:
    """The block an article opens with, the index of the line with its outlet, the outlet, and the day as printed."""
    match = _OPENS.match(block.text)
    if match is None or not is_dateline(match["day"]) or block.index == 0:
        return None
    line = sheet.blocks[block.index - 1]
    if len(line.text) > _LONGEST or line.is_prose:
        return None
    named = [part for part in _PARTS.split(line.text) if looks_like_outlet(part) or outlet_named(part)]
    return (block, line.index, display_name(named[-1]), match["day"].strip()) if named else None


def _first_line(sheet: Sheet, line: int, has_title: bool) -> int:
    """The line of the title that stands above the outlet's, with captions between; the outlet's own without one."""
    for index in range(line - 1, max(-1, line - 1 - _LOOK_BACK), -1):
        block = sheet.blocks[index]
        if not has_title or (block.is_prose and not is_caption(block)):
            break
        if block.is_title_like and not is_caption(block):
            return index
    return line
