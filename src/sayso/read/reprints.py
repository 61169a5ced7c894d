"""Pages that print several articles of other outlets one after another, each under its outlet and with its date."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.language.gazetteer import look_up
from sayso.language.outlets import display_name, looks_like_outlet, outlet_named
from sayso.read.blocks import Block, Mark, Sheet
from sayso.read.captions import is_caption
from sayso.read.furniture import is_furniture
from sayso.read.printed import completed, find_day, is_dateline, without_dates
from sayso.records.document import PassageRole

# An article opens with its day in brackets and a dash, or without the brackets.
_OPENS = re.compile(r"\(?(?P<day>[^()—–]{6,30}?)\)?\s*(?:—|–|--?)\s+(?=[\"“A-Z])")
_PARTS = re.compile(r"\s*[/|&,]\s*")
_LONGEST = 80
_LOOK_BACK = 5
_LEAST = 2
_LONGEST_NAME = 5  # words


@dataclass(frozen=True, slots=True)
class SectionLine:
    """A line that is an outlet and a day and nothing more, above the article it prints: "Harbour Post, 20 May 2031".

    ``published`` is as ``find_day`` gives it, ``title`` the index of the article's own title above the line, or None.
    """

    block: Block
    outlet: str
    published: str
    title: int | None

    @property
    def start(self) -> int:
        """The index of the article's first block."""
        return self.block.index if self.title is None else self.title


def section_lines(sheet: Sheet) -> list[SectionLine]:
    """The lines that head the articles of a page which prints several so; none where fewer than two do."""
    found = [
        (block, name, day)
        for block in sheet.blocks
        if (named := _outlet_and_day(sheet, block)) is not None
        for name, day in (named,)
    ]
    if sum(_is_outlet(name) for _, name, _ in found) < _LEAST:
        return []
    above = [_title_above(sheet, block) for block, _, _ in found]
    # The title over the first line is the page's own, unless the others have theirs too.
    titled = all(each is not None for each in above[1:])
    return [
        SectionLine(block, display_name(name), day, title if titled else None)
        for (block, name, day), title in zip(found, above, strict=True)
        if completed(day, None) or _is_outlet(name)
    ]


def find_reprints(sheet: Sheet, published: str | None = None) -> Iterator[Mark]:
    """Articles of which at least two open with a date and a dash, each below a line that names its outlet.

    Where there are none, those that stand below a line with both (``section_lines``); ``published`` is the page's own
    day, which tells the year of those without one.
    """
    found = [each for block in sheet.blocks if (each := _opening(sheet, block))]
    if len(found) < _LEAST:
        yield from _sections(sheet, published)
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


def _sections(sheet: Sheet, published: str | None) -> Iterator[Mark]:
    lines = section_lines(sheet)
    for line, following in itertools.zip_longest(lines, lines[1:]):
        last = (following.start if following else len(sheet.blocks)) - 1
        while last > line.block.index and is_furniture(sheet.blocks[last]):
            last -= 1
        day = completed(line.published, published)
        title = sheet.blocks[line.title].text if line.title is not None else None
        yield Mark(
            sheet.between(line.start, last),
            PassageRole.DIGEST_ITEM,
            outlet=line.outlet,
            outlet_reason=f"the line above it reads “{line.block.text}”",
            published=day,
            published_reason=f"the line above it reads “{line.block.text}”" if day else "",
            title=title,
        )
        yield Mark(line.block.span, PassageRole.BOILERPLATE)
        if line.title is not None:
            yield Mark(sheet.blocks[line.title].span, PassageRole.HEADING, title=title)


def _outlet_and_day(sheet: Sheet, block: Block) -> tuple[str, str] | None:
    """The outlet and day that a line says and nothing else, above running text; None for other lines."""
    text = block.text.strip("*_#() ")
    if len(text) > _LONGEST or block.is_prose or block.index + 1 >= len(sheet.blocks):
        return None
    if not sheet.blocks[block.index + 1].is_prose or (printed := find_day(text, None)) is None:
        return None
    sides = [side.strip(" ,;|-–—") for side in (text[: printed.span.start], text[printed.span.end :])]
    names = [side for side in sides if without_dates(side)]
    if len(names) != 1 or len(names[0].split()) > _LONGEST_NAME or text[-1] in ".!?…:":
        return None
    fits = _is_outlet(names[0]) or (names[0][0].isupper() and not look_up(names[0]))
    return (names[0], printed.edtf) if fits else None


def _is_outlet(name: str) -> bool:
    return looks_like_outlet(name) or outlet_named(name) is not None


def _title_above(sheet: Sheet, line: Block) -> int | None:
    above = sheet.blocks[line.index - 1] if line.index and line.gap == 0 else None
    fits = above is not None and above.is_title_like and not above.is_prose and not is_dateline(above.text)
    return above.index if above is not None and fits else None


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
