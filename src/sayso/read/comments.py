"""Readers' comments: where they begin, on strong evidence only, for what lies in them makes no claims."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from sayso.read.blocks import Block, Mark, Sheet
from sayso.read.furniture import squeeze
from sayso.read.printed import is_dateline
from sayso.records.document import PassageRole, Span

_HEADER = re.compile(
    r"(?:\d+\s+|all\s+|view\s+|reader\s+|readers'?\s+|your\s+|user\s+|latest\s+|recent\s+|show\s+)*"
    r"(?:comments?|responses?|replies|thoughts|discussion)(?:\s+\d+)?(?:\s+(?:to|on|so far)\b.{0,160})?"
    r"|join the (?:conversation|discussion)|what do you think|conversation|have your say"
)
_FORM = re.compile(
    r"leave a (?:reply|comment).{0,80}|post a comment|add (?:a|your) comment|write a comment|"
    r"please enter your (?:comment|name).{0,20}|your email address will not be published.{0,60}"
)
# Marks that sites put at single comments. A news text does not hold them.
_MARKS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r".{1,40}['’]s picture",
        r"\d+ users? (?:have|has) voted\.?",
        r"(?:log|sign) in (?:or register )?to (?:reply|post comments?|comment)",
        r"reply|reply to .{1,40}|quote|permalink|flag|report(?: abuse| comment)?|like\s*\d*|\d+ likes?|upvote|downvote",
        r"[\w .@'’-]{1,40} (?:says|said|wrote|commented|replied)\s*:"
        r"(?: ?\(?(?:on|at)? ?.{0,40})?|[\w .@'’-]{1,40} said(?:\.\.\.|…)",
        r"[\w .@'’-]{1,40} (?:on|@) .{4,30} at \d{1,2}:\d{2}.{0,10}(?:said|says)?:?",
        r"(?:.{1,40}[•·|-]\s*)?(?:\d+|an?) (?:second|minute|hour|day|week|month|year)s? ago.{0,20}",
        r"(?:submitted|posted|comment(?:ed)?) by .{1,40} on .{6,60}",
        r"by\s?[\w.-]{2,25}",
        r"\+\d+|-\d+|\d+ points?",
    )
)
_CLOCK = re.compile(r"\d:\d\d")
_STRONG = _MARKS[:3] + _MARKS[4:8]
# A name alone on its line, which under a header of comments is who wrote the next.
_HANDLE = re.compile(r"(?:[\w.@-]{2,25}|anonymous(?: \w+)?)\s?:", re.IGNORECASE)
_NEEDED = 2
_TRIES = 20  # places a section may begin at, before a text is taken to have none
_REACH = 8  # blocks, on average, within which each comment shows a mark


def find_comments(sheet: Sheet) -> Mark | None:
    """The comment section, from its header (or first comment) to the end of the text; None where there is none.

    A header counts where marks of single comments follow it as often as comments would need them, or where it stands
    at the head of a form with such marks after it. Without a header, marks of two kinds are asked for.
    """
    blocks = sheet.blocks
    first_prose = next((block.index for block in blocks if block.is_prose), len(blocks))
    headers = (block for block in blocks[first_prose + 1 :] if _is_header(block))
    for block in itertools.islice(headers, _TRIES):
        if hold_comments(blocks[block.index + 1 :]):
            return _to_end(sheet, block.index)
    start = _first_unheaded(blocks, first_prose + 1)
    return None if start is None else _to_end(sheet, start)


def _is_header(block: Block) -> bool:
    if len(block.text) >= 200:
        return False
    squeezed = squeeze(block.text)
    return bool(_HEADER.fullmatch(squeezed) or _FORM.fullmatch(squeezed))


def _to_end(sheet: Sheet, first: int) -> Mark:
    return Mark(Span(sheet.blocks[first].span.start, sheet.blocks[-1].span.end), PassageRole.COMMENT)


def _marks_in(block: Block, patterns: tuple[re.Pattern[str], ...] = _MARKS) -> frozenset[int]:
    text = block.text.strip("*_#> ")
    if len(text) > 120:
        return frozenset()
    found = frozenset(number for number, pattern in enumerate(patterns) if pattern.fullmatch(text))
    if not found and patterns is _MARKS and _CLOCK.search(text) and is_dateline(text):
        return frozenset((len(_MARKS),))
    return found


def hold_comments(blocks: Sequence[Block]) -> bool:
    """Whether blocks that stand under a header of comments are signed as often as comments are."""
    rest = blocks
    marked = [block for block in rest if _marks_in(block) or _HANDLE.fullmatch(block.text)]
    strong = [block for block in marked if _marks_in(block, _STRONG) or _HANDLE.fullmatch(block.text)]
    return bool(strong) and len(marked) >= max(_NEEDED, len(rest) / _REACH)


def _first_unheaded(blocks: tuple[Block, ...], start: int) -> int | None:
    """The first comment of a section without a header: the first strong mark after which comments hold to the end.

    Two kinds of marks are asked for, since an interview may repeat one ("Odeh says:").
    """
    candidates = (block for block in blocks[start:] if _marks_in(block, _STRONG))
    for block in itertools.islice(candidates, _TRIES):
        rest = blocks[block.index :]
        marked = [each for each in rest if _marks_in(each)]
        kinds = {kind for each in marked for kind in _marks_in(each)}
        strong = sum(bool(_marks_in(each, _STRONG)) for each in marked)
        if len(kinds) >= _NEEDED and strong >= _NEEDED and len(marked) >= len(rest) / _REACH:
            return block.index
    return None
