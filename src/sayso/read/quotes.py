"""Blocks quoted from other outlets whose markup was lost, told by the words before them and by how they end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.language.datelines import dateline
from sayso.language.outlets import display_name, find_outlets, looks_like_outlet, names_agency
from sayso.read.blocks import Block, Mark, Sheet
from sayso.read.credit_lines import PUBLISHERS
from sayso.read.furniture import is_furniture
from sayso.read.printed import completed, find_date, find_day, without_dates
from sayso.records.document import PassageRole, Span

_REPORTS = (
    r"(?:report|reveal|write|note|state|explain|summari[sz]e|describe|say|put|disclose|add|observe|publish|continue|recount|"
    r"quote|tell|warn|claim|detail|point out|editoriali[sz]e)(?:s|d|ed)?|wrote|told|said|has it"
)
_NAME = r"(?:[Tt]he\s+)?(?:[A-Z][\w.&'’-]*|[A-Z]{2,})(?:\s+(?:of|the|and|de|[A-Z][\w.&'’-]*)){0,5}"
_SUBJECT = re.compile(
    rf"(?P<name>{_NAME})(?:\s*,[^,:]{{1,60}},)?\s+(?:\w+ly\s+|has\s+|also\s+|then\s+|later\s+|further\s+)*(?:{_REPORTS})\b"
)
_AFTER_CUE = re.compile(
    rf"\b(?i:according to|told|from|via|as|quoted? by|citing|quoting|reported by|report (?:in|by|from)|"
    rf"article (?:in|by|from)|"
    rf"wrote in|writing in|published (?:in|by))\s+(?P<name>{_NAME})"
)
_BODY_AT_END = re.compile(rf"\b[Aa]ccording to (?:the |a )?(?P<name>{_NAME}):$")
_SAME = re.compile(
    r"\b(?:the|this|that|same)\s+(?:\w+\s+)?(?:outlet|paper|newspaper|daily|weekly|agency|news agency|wire|magazine|"
    r"site|website|broadcaster|channel|network|station|journal|report|article|story|piece|publication)\b",
    re.IGNORECASE,
)
_CUE = re.compile(
    rf"\b(?:{_REPORTS}|according to|as follows|the following|excerpts?|in (?:its|the) (?:own )?words|from)\b",
    re.IGNORECASE,
)
_CUE_AT_END = re.compile(
    rf"\b(?:{_REPORTS}|as follows|the following|excerpts?|told(?: [A-Z][\w.]*)+|"
    rf"according to [^,.;]{{2,60}}|from [^,.;]{{2,40}})\s*:$",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:(?:As|And|But|While|When|In|On|Even|Meanwhile|For|So|Yet)\s+)+(?=[A-Z])")
_OPENERS, _CLOSERS = "“„«", "”»"
_CUT_SHORT = re.compile(r"(?:(?<!\.)\.{4,}|…\.|\.…|\[(?:\.{3}|…)\]|\((?:\.{3}|…)\))[\"”]?$")
_ATTRIBUTED = re.compile(
    r"^\s*(?:[–—-]{1,2}|\(|\[|source:|via)\s*(?P<credit>[^()\[\]]{2,80}?)[)\]]?\s*$", re.IGNORECASE
)
_SPOKEN = re.compile(r"[,.?!][\"”]\s[^\"“”.]{0,90}\b(?:said|says|told|added|explained)\b")
_SPEAKS_TO = re.compile(
    rf"\b(?:told|disclosed to|said to|speaking to|spoke to|spoken to|interview with|confirmed to|"
    rf"revealed to)\s+(?P<name>{_NAME})"
)
_IN_YEAR = re.compile(rf"\b(?:{_REPORTS})\s+in\s+(?P<year>(?:19|20)\d\d)\s*:$")
_SENTENCES = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=[\"“‘A-Z])")
_OPENING_NAME = re.compile(rf"[\"“*_]*(?P<name>{_NAME})")
_IT = re.compile(r"\b(?:it|its|them|their)\b", re.IGNORECASE)
_LOOK_BACK = 8
_FAR_BACK = 4_000  # characters of a paragraph that are searched for the outlet named last
_LONGEST = 12
_LONG_ENOUGH = 150


def find_quotes(sheet: Sheet, items: Sequence[Span] = (), published: str | None = None) -> Iterator[Mark]:
    """Quoted blocks: marked up, announced by a line that ends in a colon, indented, or cut short with four dots.

    ``items`` are digest items: quotations already, in which only what is announced is a quotation of its own.
    ``published`` is the day of the text around, which tells the year of quoted datelines without one.
    """
    taken: set[int] = set()
    starts = [block.span.start for block in sheet.blocks]
    quoted = {
        index for item in items for index in _touched(sheet, starts, item) if item.holds(sheet.blocks[index].span)
    }
    for mark in sheet.marked:
        if mark.role is PassageRole.QUOTE:
            inside = _touched(sheet, starts, mark.span)
            taken.update(inside)
            # Markup also sets off what a person said in this very article: only an announcement or a signature counts.
            yield _dated(_with_source(sheet, mark.span, inside, is_spoken=True), sheet, inside, published)
    announced = list(_announced(sheet))
    unsigned = [
        run for run in (*_indented(sheet), *_set_off(sheet)) if not quoted.intersection(range(run[0], run[1] + 1))
    ]
    for first, last in (*announced, *unsigned):
        if not taken.intersection(range(first, last + 1)):
            taken.update(range(first, last + 1))
            inside = range(first, last + 1)
            yield _dated(_with_source(sheet, sheet.between(first, last), inside), sheet, inside, published)


def _touched(sheet: Sheet, starts: Sequence[int], span: Span) -> range:
    """The indexes of the blocks that share a character with a span; ``starts`` are those of all blocks."""
    first = bisect_right(starts, span.start) - 1
    if first < 0 or not sheet.blocks[first].span.touches(span):
        first += 1
    return range(first, max(first, bisect_left(starts, span.end)))


def outlet_announced(sheet: Sheet, index: int) -> tuple[str, str] | None:
    """The outlet that a block says it is about to quote, with the reason in words; None where it names none."""
    words = _last_sentence(sheet.blocks[index].text)
    shown = f"the line before says {_shortened(words)!r}"
    opening = _opens_with(words) if words.endswith(":") else None
    if not _CUE.search(words):
        return (opening, shown) if opening else None
    # The outlet nearest to the colon is the one that speaks: "Odeh, who owns Tarsk Radio, told Meridian Wire:"
    named = _named_by_cue(words)
    known = [(end, outlet.name) for _, end, outlet in find_outlets(words)]
    if named or known:
        return max(named or known)[1], shown
    if (match := _BODY_AT_END.search(words)) and match["name"].split()[-1].casefold() in PUBLISHERS:
        return match["name"], shown
    if _SAME.search(words) and (earlier := _last_named_before(sheet, index)):
        return earlier, f"{shown}, and {earlier} is the outlet named last before it"
    if opening:
        return opening, shown
    before = _SENTENCES.split(sheet.blocks[index].text)[-2:-1]
    if _IT.search(words) and before and (earlier := _opens_with(before[0])):
        return earlier, f"{shown}, and the sentence before it begins with {earlier}"
    return None


def _opens_with(sentence: str) -> str | None:
    """The outlet that a sentence begins with, as in "The Harbour Post has a different story"."""
    match = _OPENING_NAME.match(sentence)
    return _as_outlet(match["name"], begins=True) if match else None


def _day_announced(text: str) -> str | None:
    """The day, month or year in which a line says that what it announces was written."""
    words = _last_sentence(text)
    if printed := find_date(words):
        return printed.edtf
    year = _IN_YEAR.search(words)
    return year["year"] if year else None


def _announced(sheet: Sheet) -> Iterator[tuple[int, int]]:
    blocks = sheet.blocks
    for block in blocks[:-1]:
        if not block.text.rstrip("*_ ").endswith(":") or len(block.text) > 1000 or is_furniture(block):
            continue
        following = blocks[block.index + 1]
        begins = following.text[0].isalnum() or following.text[0] in "\"“„«‘'[(…"
        if len(following.text) < 40 or not begins:
            continue
        if outlet_announced(sheet, block.index) is None:
            continue
        last, is_closed = _where_it_ends(blocks, following.index)
        # "CNN noted the poor attendance:" may announce what was a picture; "CNN reported:" announces words.
        if is_closed or _CUE_AT_END.search(block.text.rstrip("*_ ")):
            yield following.index, last


def _where_it_ends(blocks: Sequence[Block], first: int) -> tuple[int, bool]:
    """The last block of a quotation, and whether a closing mark says so.

    It runs to the paragraph that closes a mark it did not open; without one, it is its first paragraph.
    """
    depth = 0
    opened = blocks[first].text[0] in _OPENERS + '"'
    for block in blocks[first : first + _LONGEST]:
        if block.index > first and (block.text.endswith(":") or is_furniture(block)):
            break
        depth += sum(block.text.count(mark) for mark in _OPENERS) - sum(block.text.count(mark) for mark in _CLOSERS)
        if depth < 0 or (opened and depth <= 0 and _ends_quoted(block)):
            return block.index, True
    return first, False


def _ends_quoted(block: Block) -> bool:
    return block.text.rstrip(" .*_").endswith(("”", "»", '"'))


def _indented(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Runs of indented paragraphs in a text that is not indented as a whole."""
    blocks = [block for block in sheet.blocks if block.is_prose]
    deep = [block for block in blocks if block.indent >= 4]
    if not deep or len(deep) > len(blocks) / 2:
        return
    run: list[int] = []
    for block in deep:
        if run and block.index != run[-1] + 1:
            yield run[0], run[-1]
            run = []
        run.append(block.index)
    yield run[0], run[-1]


def _set_off(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Groups of paragraphs set off by blank lines, in a text that so sets off what it quotes.

    One sign is a paragraph that breaks off with four dots or a bracketed ellipsis. A text that has such groups, and
    prints their paragraphs line under line, also quotes where a group carries people's spoken words: its author would
    not have them first hand.
    """
    blocks = sheet.blocks
    cut = [block for block in blocks if len(block.text) >= _LONG_ENOUGH and _CUT_SHORT.search(block.text)]
    close_set = sum(block.gap == 0 for block in blocks[1:]) >= 3
    if not close_set:
        yield from ((block.index, block.index) for block in cut)
        return
    group_of = _groups(blocks)
    groups = {group_of[block.index] for block in cut}
    if len(cut) > 1:
        spoken = [block for block in blocks if block.is_prose and _SPOKEN.search(block.text)]
        groups.update(group for block in spoken if (group := group_of[block.index])[0] < group[1])
    yield from sorted(groups)


def _groups(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """For every block the first and last of the paragraphs that are printed with it, line under line."""
    prose = [block.is_prose for block in blocks]
    first = list(range(len(blocks)))
    last = list(range(len(blocks)))
    for index in range(1, len(blocks)):
        if blocks[index].gap == 0 and prose[index - 1]:
            first[index] = first[index - 1]
    for index in range(len(blocks) - 2, -1, -1):
        if blocks[index + 1].gap == 0 and prose[index + 1]:
            last[index] = last[index + 1]
    return list(zip(first, last, strict=True))


def _with_source(sheet: Sheet, span: Span, indexes: Sequence[int], is_spoken: bool = False) -> Mark:
    """A quoted block with its outlet and date, from the line that announces it or one that signs it.

    Without either, whom the people in it speak to tells, unless they may be speaking in this text (``is_spoken``).
    """
    outlet, reason, published, published_reason = None, "", None, ""
    if indexes and indexes[0] > 0 and (announced := outlet_announced(sheet, indexes[0] - 1)):
        outlet, reason = announced
        if printed := _day_announced(sheet.blocks[indexes[0] - 1].text):
            published, published_reason = printed, reason
    for index in (*indexes[-1:], *(each + 1 for each in indexes[-1:] if each + 1 < len(sheet.blocks))):
        signed = _signature(sheet.blocks[index].text)
        if signed is None:
            continue
        outlet, reason = signed[0], f"the quotation is signed {_shortened(sheet.blocks[index].text)!r}"
        if signed[1]:
            published, published_reason = signed[1], reason
        break
    if outlet is None and not is_spoken and (spoken_to := _spoken_to(span.of(sheet.text))):
        outlet, reason = spoken_to, f"people quoted in it speak to {spoken_to}"
    return Mark(span, PassageRole.QUOTE, outlet, reason, published, published_reason)


def _dated(mark: Mark, sheet: Sheet, indexes: Sequence[int], published: str | None) -> Mark:
    """A quoted block with the agency and day of the dateline it opens with, where nothing else tells them."""
    found = dateline(sheet.blocks[indexes[0]].text) if indexes else None
    if found is None:
        return mark
    reason = f"its dateline reads {_shortened(found.words)!r}"
    if mark.outlet is None and found.agency and names_agency(found.agency):
        mark = replace(mark, outlet=display_name(found.agency), outlet_reason=reason)
    printed = find_day(found.day, published) if found.day and mark.published is None else None
    if printed and (day := completed(printed.edtf, published)):
        mark = replace(mark, published=day, published_reason=reason)
    return mark


def _spoken_to(words: str) -> str | None:
    return next((name for match in _SPEAKS_TO.finditer(words) if (name := _as_outlet(match["name"]))), None)


def _signature(text: str) -> tuple[str, str | None] | None:
    match = _ATTRIBUTED.match(text)
    if match is None:
        return None
    printed = find_date(match["credit"])
    name = _as_outlet((without_dates(match["credit"]) if printed else match["credit"]).strip(" ,;"))
    return (name, printed.edtf if printed else None) if name else None


def _last_named_before(sheet: Sheet, index: int) -> str | None:
    for block in reversed(sheet.blocks[max(0, index - _LOOK_BACK) : index + 1]):
        words = block.text[-_FAR_BACK:]
        named = [*_named_by_cue(words), *((end, outlet.name) for _, end, outlet in find_outlets(words))]
        if named:
            return max(named)[1]
    return None


def _named_by_cue(words: str) -> list[tuple[int, str]]:
    """Outlets that stand as the subject of a verb of reporting or behind "according to", with where they end."""
    matches = (*_SUBJECT.finditer(words), *_AFTER_CUE.finditer(words))
    return [
        (match.end(), name) for match in matches if (name := _as_outlet(match["name"], begins=match.start("name") == 0))
    ]


def _as_outlet(name: str, begins: bool = False) -> str | None:
    """The outlet that the longest beginning of some capitalised words names.

    "The" belongs to a name only where it is a capital inside a sentence.
    """
    name = _LEADING.sub("", name.strip()) if begins else name.strip()
    words = re.sub(r"^[Tt]he\s+" if begins else r"^the\s+", "", name).split()
    while words:
        bare = re.sub(r"['’]s$", "", " ".join(words).rstrip(".,;:'’"))
        if looks_like_outlet(bare):
            return display_name(bare)
        words.pop()
    return None


def _last_sentence(text: str) -> str:
    return _SENTENCES.split(text)[-1]


def _shortened(words: str) -> str:
    return words if len(words) <= 90 else "… " + words[-88:]
