"""The head of an article: title, byline, and the date it carries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.language.datelines import dateline
from sayso.language.outlets import looks_like_outlet
from sayso.read.blocks import Block, Mark, Sheet
from sayso.read.bylines import NAMES, byline_of, credit_of
from sayso.read.captions import is_caption
from sayso.read.credit_lines import lone_masthead, outlet_lines
from sayso.read.digest import read_item
from sayso.read.furniture import author_of_note, in_tail, is_furniture, squeeze
from sayso.read.printed import STAMPED, Printed, find_date, is_dateline, says_updated, without_dates
from sayso.read.reprints import section_lines
from sayso.read.threads import post_lines
from sayso.records.document import PassageRole, Span

_MARKDOWN_TITLE = re.compile(r"^#{1,6}\s+")
_HEAD = 14
_LEAST_TITLE = 2  # words beside a date
_LABELLED = re.compile(
    r"^[*_\s]*(?:(?:first|originally)\s+)?(?:published|posted|date|publication date|date published|issued|"
    r"published on|posted on)\b\s*(?:on|at|:)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a head says. ``first`` is the index of the first block after it. Reasons are in words.

    ``signed`` is set where the outlet comes from a byline, which may name an author's paper rather than the one read.
    ``dated`` is the day of the dateline that the text opens with, and the words for it: when it was written.
    """

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    outlet_reason: str = ""
    signed: bool = False
    published: str | None = None
    published_reason: str = ""
    first: int = 0
    marks: tuple[Mark, ...] = field(default=())
    dated: tuple[str, str] | None = None


def read_head(sheet: Sheet, title: str | None = None) -> Head:
    """The head of a sheet. ``title`` is what markup or metadata already gave; lines that repeat it are known by it."""
    blocks = sheet.blocks
    end = min([_end_of_head(blocks), *_first_parts(sheet)])
    named = _outlet_lines(blocks[:end], sheet.text if title is None and end < len(blocks) else "")
    chosen = _choose_title(sheet, end, title, named)
    named = {index: name for index, name in named.items() if chosen is None or index != chosen.index}
    shown = title or (_bare_title(chosen.text) if chosen else None)
    marks = list(_title_marks(sheet, end, chosen, shown, named))
    byline, outlet, reason = None, None, ""
    dates: list[tuple[Printed, Block]] = []
    titled = {mark.span for mark in marks if mark.title}
    for block in blocks[:end]:
        if block.index in named or not (found := byline_of(block.text)) or byline is not None:
            continue
        byline, outlet = found
        reason = f"its byline reads “{block.text}”" if outlet else ""
        marks.append(Mark(block.span, PassageRole.BOILERPLATE, byline=byline))
        if printed := find_date(block.text):
            dates.append((printed, block))
    signed = outlet is not None
    for span, printed, last in _datelines(sheet, end):
        dates.append((printed, last))
        marks.append(Mark(span, PassageRole.BOILERPLATE))
    for block in blocks[:end]:
        if block.span not in titled and (credited := credit_of(block.text)):
            dates.append((credited.printed, block))
            marks = [mark for mark in marks if mark.span != block.span]
            marks.append(Mark(block.span, PassageRole.BOILERPLATE, byline=credited.byline))
            byline = byline or credited.byline
            if credited.outlet and outlet is None:
                outlet, reason = credited.outlet, f"the line under its title reads “{block.text}”"
    for index in sorted(named):
        marks.append(Mark(blocks[index].span, PassageRole.BOILERPLATE))
        if outlet is None:
            outlet, reason = named[index], f"a line of its own in the head reads “{blocks[index].text}”"
    for block in blocks[: end + 1]:
        if (stamp := STAMPED.match(block.text)) and (printed := find_date(stamp["day"])):
            dates.append((replace(printed, span=Span(*stamp.span("day"))), block))
            marks.append(Mark(Span(block.span.start, block.span.start + stamp.end()), PassageRole.BOILERPLATE))
    byline = byline or _bare_byline(sheet, end, marks) or _noted_author(sheet)
    published, published_reason = _best_date(sheet, end, dates)
    return Head(
        shown, byline, outlet, reason, signed, published, published_reason, end, tuple(marks), _written(sheet, end)
    )


def _outlet_lines(head: Sequence[Block], text: str) -> dict[int, str]:
    """Lines of the head that credit an outlet and say nothing else, by index; no ``text`` where a title is known."""
    beside = {block.index for block in head if is_dateline(block.text) or byline_of(block.text)}
    lines = [block for block in head if not is_furniture(block)]
    return outlet_lines(lines, beside) or lone_masthead(lines, text)


def _end_of_head(blocks: tuple[Block, ...]) -> int:
    """The index of the first block of running text (or of a digest), within the first few."""
    for block in blocks[: _HEAD + 1]:
        if (
            read_item(block)
            or is_caption(block)
            or (block.is_prose and not is_furniture(block) and not byline_of(block.text))
        ):
            return block.index
    return min(len(blocks), _HEAD)


def _written(sheet: Sheet, end: int) -> tuple[str, str] | None:
    """The full day in the dateline of the first running text, with the words that say so."""
    found = dateline(sheet.blocks[end].text) if end < len(sheet.blocks) else None
    printed = find_date(found.day) if found and found.day else None
    return (printed.edtf, f"its dateline reads “{found.words}”") if found and printed else None


def _first_parts(sheet: Sheet) -> Iterator[int]:
    """Where the parts of a page that has some begin: articles of other outlets, posts."""
    yield from (line.start for line in section_lines(sheet)[:1])
    yield from (line.block.index for line in post_lines(sheet)[:1])


def _choose_title(sheet: Sheet, end: int, title: str | None, named: Mapping[int, str]) -> Block | None:
    """The block that is the title: the one markup made a heading, that repeats the known title, or that is repeated."""
    head = [block for block in sheet.blocks[:end] if not is_furniture(block) and not byline_of(block.text)]
    if title is not None:
        return next((block for block in head if _same_words(_bare_title(block.text), title)), None)
    marked = {mark.span.start for mark in sheet.marked if mark.role is PassageRole.HEADING}
    for block in head:
        if block.span.start in marked or _MARKDOWN_TITLE.match(block.text):
            return block
    titles = [block for block in head if block.is_title_like and not _is_dated_line(block.text)]
    if named:
        others = [block for block in titles if block.index not in named] or _short_title(head, named)
        # "The Long March" over a date may be either; "Tarsk Radio" over a date is whose a text without a title is.
        titles = others or [block for block in titles if not looks_like_outlet(named[block.index])]
    if end >= len(sheet.blocks) and len(sheet.blocks) == 1:
        return None
    seen: set[str] = set()
    for block in titles:
        if block.text in seen:
            return next(each for each in titles if each.text == block.text)
        seen.add(block.text)
    return next((block for block in titles if len(block.text.split()) > 2), titles[0] if titles else None)


def _is_dated_line(text: str) -> bool:
    """Whether a line is a date, credits a text, or says little beside a date: "Since 1st March, 1931"."""
    if is_dateline(text) or credit_of(text):
        return True
    return find_date(text) is not None and len(without_dates(text).split()) < _LEAST_TITLE


def _short_title(head: Sequence[Block], named: Mapping[int, str]) -> list[Block]:
    """A first line of one word ("Correction") that stands over the line of an outlet."""
    return [
        block for block in head[:1] if block.index + 1 in named and block.text[0].isupper() and block.text.isalpha()
    ]


def _title_marks(
    sheet: Sheet, end: int, chosen: Block | None, title: str | None, named: Mapping[int, str]
) -> Iterator[Mark]:
    """The title as a heading; its repetitions and what stands above it as boilerplate; decks below it as headings."""
    marked = {mark.span for mark in sheet.marked if mark.role is PassageRole.HEADING}
    for block in sheet.blocks[:end]:
        if chosen is not None and block.index == chosen.index:
            yield Mark(block.span, PassageRole.HEADING, title=title)
        elif block.index in named or is_dateline(block.text) or byline_of(block.text) or is_furniture(block):
            continue
        elif (title is not None and _same_words(_bare_title(block.text), title)) or (
            chosen is not None and block.index < chosen.index and not block.is_prose
        ):
            yield Mark(block.span, PassageRole.BOILERPLATE)
        elif block.span in marked or (chosen is not None and block.is_title_like and len(block.text) > 30):
            yield Mark(block.span, PassageRole.HEADING)


def _bare_title(text: str) -> str:
    return _MARKDOWN_TITLE.sub("", text).strip("*_ ").rstrip("# ")


def _same_words(one: str, other: str) -> bool:
    return bool(squeeze(one)) and squeeze(one) == squeeze(other)


def _datelines(sheet: Sheet, end: int) -> Iterator[tuple[Span, Printed, Block]]:
    """Lines in the head that are a date and nothing more; a date may be broken over two lines."""
    blocks = sheet.blocks
    index = 0
    while index < min(end, len(blocks)):
        block = blocks[index]
        if printed := is_dateline(block.text):
            yield block.span, printed, block
        elif index + 1 < min(end + 1, len(blocks)) and len(block.text) < 30 and len(blocks[index + 1].text) < 30:
            both = sheet.between(index, index + 1)
            if (printed := is_dateline(both.of(sheet.text))) and not find_date(blocks[index + 1].text):
                yield both, printed, block
                index += 1
        index += 1


def _bare_byline(sheet: Sheet, end: int, marks: list[Mark]) -> str | None:
    """A line that is a name alone, beside a date line."""
    blocks = sheet.blocks
    dated = {block.index for block in blocks[:end] if is_dateline(block.text)}
    titles = {mark.span for mark in marks if mark.role is PassageRole.HEADING and mark.title}
    for block in blocks[:end]:
        beside = block.index + 1 in dated or block.index - 1 in dated
        if beside and block.span not in titles and NAMES.fullmatch(block.text.strip("*_ ")) and len(block.text) < 80:
            name = block.text.strip("*_ ")
            if looks_like_outlet(name):
                continue
            marks[:] = [mark for mark in marks if mark.span != block.span]
            marks.append(Mark(block.span, PassageRole.BOILERPLATE, byline=name))
            return name
    return None


def _noted_author(sheet: Sheet) -> str | None:
    for block in reversed(sheet.blocks):
        if not in_tail(sheet.blocks, block.index):
            return None
        if name := author_of_note(block.text):
            return name
    return None


def _best_date(sheet: Sheet, end: int, dates: list[tuple[Printed, Block]]) -> tuple[str | None, str]:
    """The date printed in the head, or on a line of its own elsewhere that says "Published".

    The date of a change counts only where no other is printed.
    """
    plain = [(printed, block) for printed, block in dates if not says_updated(block.text)]
    for printed, block in plain or dates:
        where = "the head of the text" if block.index < end else "the text"
        note = " (when it was last changed)" if says_updated(block.text) else ""
        return printed.edtf, f"{where} prints {_shown(sheet, printed, block)}{note}"
    for block in sheet.blocks[end:]:
        if len(block.text) < 120 and _LABELLED.match(block.text) and (found := is_dateline(block.text)):
            return found.edtf, f"a line in the text says “{block.text}”"
    # A thread as it stands cannot be older than its last post.
    newest = max((line.published for line in post_lines(sheet)), default=None)
    return newest, "its last post is of that day" if newest else ""


def _shown(sheet: Sheet, printed: Printed, block: Block) -> str:
    start = block.span.start + printed.span.start
    return f"“{' '.join(sheet.text[start : start + len(printed.span)].split())}”"
