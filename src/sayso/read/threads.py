"""Threads of a forum: posts one after another, each under a line with who wrote it and when."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.read.blocks import Block, Mark, Sheet
from sayso.read.markdown import quoted_lines
from sayso.read.printed import find_date, without_dates
from sayso.records.document import PassageRole, Span

_HEADER = re.compile(
    r"(?P<number>#\d{1,6}\s+)?(?P<by>(?:re:.{0,80}?\s)?(?:(?:post(?:ed)?|written|sent)\s+)?by:?\s+)?"
    r"(?P<who>[\w.@'’-]{2,30}(?:\s[\w.@'’-]{1,30}){0,2}?)"
    r"(?P<mark>\s*»\s*|\s+wrote\s+(?:on\s+)?|\s+on\s+|\s*[|·—–,]\s*|\s{2,}|\s+-\s+)(?P<when>\D{0,12}\d.{5,60})",
    re.IGNORECASE,
)
# "zubr wrote:" inside a quoted post, or "Quote from: zubr on 21 May 2031" above it.
_QUOTED = re.compile(
    r"[>\s]*(?:(?:quote(?: from)?|originally posted by|quoting)\s*:?\s+(?P<from>[\w.@'’-]{2,30})"
    r"(?:\s+on\s+(?P<day>.{6,40}))?"
    r"|(?P<who>[\w.@'’-]{2,30})\s+(?:wrote|said)(?:\s+on\s+(?P<then>.{6,40}))?\s*:)\s*",
    re.IGNORECASE,
)
_LEAST = 2
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class PostLine:
    """The line above a post: who wrote it, and the day as EDTF."""

    block: Block
    who: str
    published: str


def post_lines(sheet: Sheet) -> list[PostLine]:
    """The lines above the posts of a thread; none where fewer than two stand so, or running text comes before them."""
    found = [line for block in sheet.blocks if (line := _post_line(block))]
    if len(found) < _LEAST or any(block.is_prose for block in sheet.blocks[: found[0].block.index]):
        return []
    empty = sum(following.block.index == line.block.index + 1 for line, following in itertools.pairwise(found))
    return found if empty == 0 and found[-1].block.index + 1 < len(sheet.blocks) else []


def find_posts(sheet: Sheet) -> Iterator[Mark]:
    """The posts of a thread, each its writer's and of its day, with the lines above them and what they quote."""
    lines = post_lines(sheet)
    for line, following in itertools.zip_longest(lines, lines[1:]):
        last = (following.block.index if following else len(sheet.blocks)) - 1
        reason = f"the line above the post reads “{' '.join(line.block.text.split())}”"
        yield Mark(
            sheet.between(line.block.index, last),
            PassageRole.BODY,
            outlet=line.who,
            outlet_reason=reason,
            published=line.published,
            published_reason=reason,
            byline=line.who,
        )
        yield Mark(line.block.span, PassageRole.BOILERPLATE)
    if lines:
        yield from _quotations(sheet, lines)


def _post_line(block: Block) -> PostLine | None:
    match = _HEADER.fullmatch(block.text) if len(block.text) <= _LONGEST else None
    if match is None or (printed := find_date(match["when"])) is None or without_dates(match["when"]):
        return None
    # A name beside a date is a credit; what only forums write must stand with it.
    is_post = match["number"] or match["by"] or "»" in match["mark"] or "wrote" in match["mark"].casefold()
    return PostLine(block, match["who"], printed.edtf) if is_post and not find_date(match["who"]) else None


def _quotations(sheet: Sheet, lines: list[PostLine]) -> Iterator[Mark]:
    """What posts quote of others: theirs, and of the day that the quotation names, or of their last post before it."""
    for mark in quoted_lines(sheet.text):
        above = sheet.text[: mark.span.start].rstrip().rpartition("\n")[2]
        inner = _QUOTED.match(mark.span.of(sheet.text))
        match = inner or _QUOTED.fullmatch(above)
        who = (match["from"] or match["who"]) if match else None
        printed = find_date((match["day"] or match["then"] or "") if match else "")
        reason = "the post says whom it quotes" if who else ""
        # The post that holds the quotation may be the writer's own, but is not what it quotes.
        above_it = [line for line in lines if line.block.span.start < mark.span.start][:-1]
        day = (
            printed.edtf if printed else next((each.published for each in reversed(above_it) if each.who == who), None)
        )
        how = reason if printed else "their last post above is of that day"
        yield Mark(mark.span, PassageRole.QUOTE, who, reason, day, how if day else "")
        if inner and inner.end() < len(mark.span):
            yield Mark(Span(mark.span.start, mark.span.start + inner.end()), PassageRole.BOILERPLATE)
        elif match and not inner:
            start = sheet.text.rindex(above, 0, mark.span.start)
            yield Mark(Span(start, start + len(above.rstrip())), PassageRole.BOILERPLATE)
