"""Digests: lists of items taken from other outlets, each with its own headline, outlet and date."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.language.outlets import display_name, looks_like_outlet, names_agency, outlet_named, spelt_out
from sayso.read.blocks import Block, Mark, Sheet
from sayso.read.furniture import is_furniture
from sayso.read.printed import completed, find_day, without_dates
from sayso.records.document import PassageRole, Span

_NUMBER = re.compile(r"(?:\(?\d{1,3}[.)]|[-*•·–—»]|#{1,6})\s+")
_DIGITS = re.compile(r"\d+")
_CREDIT = re.compile(r"\s*[(\[](?P<credit>[^()\[\]]{4,80})[)\]][\s:.…–—-]*$")
_DASHED = re.compile(r"\s+(?:[-–—|]|\|)\s+(?P<credit>[^-–—|]{2,40}(?:,|\||[-–—])\s*[^|]{6,30}?)\s*:?\s*$")
# "3. Headline (Harbour Post, May 20, 2031): and the text", all in one paragraph.
_RUN_IN = re.compile(
    r"(?P<headline>[^()\[\]\n]{8,200}?)\s*[(\[](?P<credit>[^()\[\]\n]{4,80})[)\]]\s*[:–—-]\s*(?=[\"“„«‘'\w])"
)
# "Harbour Post, May 20: The port ...": an item that is its credit and its text.
_CREDIT_FIRST = re.compile(
    r"[*_]{0,3}(?P<credit>[A-Z][^:()\n]{5,60}?)[*_]{0,3}\s*(?::|\s[–—-])[*_]{0,3}\s+(?=[\"“„«‘'\w])"
)
_OPENING = '"“„«‘'
_CLOSING = re.compile(r"[\"”»’][\s.…*_]*$")
_NOT_OUTLETS = frozenset(
    ("born", "died", "killed", "since", "until", "from", "before", "after", "circa", "early", "late")
)
# What stands behind an outlet's name, and names for many outlets at once, which are none.
_SORT = re.compile(
    r"\s+(?:(?:press|news)\s+release|statement|report|editorial|op-?ed|opinion|analysis|blog|website|video|podcast)$",
    re.I,
)
_MANY = frozenset(
    ("agencies", "news agencies", "wires", "wire reports", "wire services", "various", "combined sources")
)
_LONGEST_CREDIT = 6
_LEAST_BARE = 2  # items without headlines make a digest; one may be an agency's dateline
_LIST_OF_LINKS = 3  # lines in a row that are no sentences: what follows is no part of an item
_LONGEST_HEADLINE = 300


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a digest: its headline, and the outlet and date credited in brackets behind it.

    ``headline`` is empty where the credit stands first, and the text behind it.
    ``text`` is where the item's text begins, for items that print it behind the credit; else the end of the line.
    ``outlet`` is None where only "agencies" are credited. ``published`` is as ``find_day`` gives it, so its year may be
    unspecified. ``number`` is the item's, where it has one.
    """

    block: Block
    headline: Span
    text: int
    outlet: str | None
    printed: str
    published: str
    number: int | None


def find_items(sheet: Sheet, published: str | None = None) -> Iterator[Mark]:
    """Digest items, each from its headline to the end of its text, with the headline and its credit marked inside.

    An item without text is its headline alone. ``published`` is the digest's own day, which tells the year of items
    credited without one.
    """
    items = [item for block in sheet.blocks if (item := read_item(block))]
    bare = [item for block in sheet.blocks if (item := _without_headline(block))]
    if items or (len(bare) >= _LEAST_BARE and any(looks_like_outlet(item.outlet or "") for item in bare)):
        items = sorted((*items, *bare), key=lambda each: each.block.index)
    runs_on = _texts_are_unquoted(sheet, items)
    outlets = spelt_out({item.outlet for item in items if item.outlet}, sheet.text)
    for place, item in enumerate(items):
        limit = items[place + 1].block.index if place + 1 < len(items) else len(sheet.blocks)
        last = _last_block(sheet, item, _next_number(sheet, item, limit), runs_on)
        reason = f"the digest credits it to {item.printed}"
        title = item.headline.of(sheet.text) or None
        day = completed(item.published, published)
        assumed = "" if day == item.published else ", in the year of the digest itself"
        yield Mark(
            sheet.between(item.block.index, last),
            PassageRole.DIGEST_ITEM,
            outlet=outlets[item.outlet] if item.outlet else None,
            outlet_reason=reason if item.outlet else "",
            published=day,
            published_reason=f"the digest dates it: ({item.printed}){assumed}" if day else "",
            title=title,
        )
        if title:
            yield Mark(item.headline, PassageRole.HEADING, title=title)
        credit = sheet.text[item.headline.end : item.text]
        if credit.strip():
            start = item.headline.end + len(credit) - len(credit.lstrip())
            yield Mark(Span(start, start + len(credit.strip())), PassageRole.BOILERPLATE)


def read_item(block: Block) -> Item | None:
    """The digest item that a block is the headline of; None for other blocks.

    Its forms are ``[3.] Headline (outlet, date)[:]`` and, where a number or mark begins it or a quotation follows,
    ``3. Headline (outlet, date): text``.
    """
    text = block.text
    number = _NUMBER.match(text)
    begin = number.end() if number else 0
    ends = len(text)
    run_in = _RUN_IN.match(text, begin)
    if run_in and (number or text[run_in.end()] in _OPENING):
        match: re.Match[str] | None = run_in
        headline, bracketed, ends = run_in["headline"], True, run_in.end()
    elif len(text) <= _LONGEST_HEADLINE:
        match = _CREDIT.search(text, begin)
        bracketed = match is not None
        match = match or _DASHED.search(text, begin)
        headline = text[begin : match.start()].rstrip() if match else ""
    else:
        return None
    if match is None or not headline:
        return None
    credit = match["credit"].strip()
    printed = find_day(credit, None)
    if printed is None:
        return None
    rest = f"{credit[: printed.span.start]} | {credit[printed.span.end :]}"
    name = _SORT.sub("", without_dates(rest).strip(" ,;:|-–—"))
    has_year = completed(printed.edtf, None) is not None
    # "(Tarsk, 13 May)" behind a line may be where and when; without a year more must say that it is an outlet.
    if not _names_outlet(name, bracketed and (has_year or number is not None)):
        return None
    lead = len(headline) - len(headline.lstrip("*_ "))
    headline = headline.strip("*_ ")
    # A sentence with a reference behind it is prose that cites, not a headline.
    if not headline or (headline.endswith(".") and not number and len(headline) > 120):
        return None
    start = block.span.start + begin + lead
    span = Span(start, start + len(headline))
    outlet = None if name.casefold() in _MANY else display_name(name)
    digits = _DIGITS.search(number.group()) if number else None
    return Item(block, span, block.span.start + ends, outlet, credit, printed.edtf, int(digits[0]) if digits else None)


def _without_headline(block: Block) -> Item | None:
    """The item that opens with its credit: ``Outlet, date: text``."""
    number = _NUMBER.match(block.text)
    match = _CREDIT_FIRST.match(block.text, number.end() if number else 0)
    printed = find_day(match["credit"], None) if match else None
    if match is None or printed is None:
        return None
    rest = f"{match['credit'][: printed.span.start]} | {match['credit'][printed.span.end :]}"
    name = _SORT.sub("", without_dates(rest).strip(" ,;:|-–—"))
    if not (_names_outlet(name, bracketed=False) or names_agency(name)):
        return None
    nothing = Span(block.span.start + match.start("credit"), block.span.start + match.start("credit"))
    outlet = None if name.casefold() in _MANY else display_name(name)
    return Item(block, nothing, block.span.start + match.end(), outlet, match["credit"].strip(), printed.edtf, None)


def _names_outlet(name: str, bracketed: bool) -> bool:
    words = name.split()
    if not words or len(words) > _LONGEST_CREDIT or any(character.isdigit() for character in words[0][:1]):
        return False
    if name.casefold() in _MANY or outlet_named(name) is not None or looks_like_outlet(name):
        return True
    if not bracketed or not name[0].isalnum():
        return False
    # A bare word with a date in brackets after a headline is a site's name; "killed 3 May 2031" is not.
    if len(words) == 1:
        return words[0].casefold() not in _NOT_OUTLETS
    return all(word[:1].isupper() for word in words)


def _next_number(sheet: Sheet, item: Item, limit: int) -> int:
    """Where the list goes on with the next number, at the latest ``limit``, though that line credits nobody."""
    if item.number is None:
        return limit
    following = re.compile(rf"\(?{item.number + 1}[.)]\s")
    between = sheet.blocks[item.block.index + 1 : limit]
    return next((each.index for each in between if following.match(each.text)), limit)


def _texts_are_unquoted(sheet: Sheet, items: Sequence[Item]) -> bool:
    """Whether this digest prints texts without quotation marks under its headlines."""
    texts = 0
    for item, following in itertools.pairwise(items):
        if following.block.index - item.block.index > 1:
            first = sheet.blocks[item.block.index + 1]
            texts += first.is_prose and first.text[0] not in _OPENING
    return texts >= 1


def _last_block(sheet: Sheet, item: Item, limit: int, runs_on: bool) -> int:
    """The index of the last block of an item's text."""
    blocks = sheet.blocks
    if item.text < item.block.span.end:
        return _last_run_in(sheet, item, limit)
    first = item.block.index + 1
    if first >= limit:
        return item.block.index
    if item.block.indent < blocks[first].indent or (item.number is not None and item.block.indent > 0):
        limit = next((each.index for each in blocks[first:limit] if each.indent < blocks[first].indent), limit)
    if blocks[first].text[0] in _OPENING:
        return _last_quoted(blocks[first:limit])
    if not (blocks[first].is_prose and (runs_on or blocks[first].indent > item.block.indent)):
        return item.block.index
    last = item.block.index
    for block in blocks[first:limit]:
        if is_furniture(block) and not any(each.is_prose for each in blocks[block.index + 1 : limit]):
            break
        last = block.index
    return last


def _last_run_in(sheet: Sheet, item: Item, limit: int) -> int:
    """The index of the last block of a text that begins in its headline's paragraph."""
    rest = Span(item.text, item.block.span.end)
    beginning = replace(item.block, span=rest, text=rest.of(sheet.text))
    if beginning.text[0] in _OPENING:
        return _last_quoted((beginning, *sheet.blocks[item.block.index + 1 : limit]))
    last = item.block.index
    while (
        not item.headline and last + 1 < limit and sheet.blocks[last + 1].gap == 0 and sheet.blocks[last + 1].is_prose
    ):
        last += 1
    return last


def _last_quoted(blocks: Sequence[Block]) -> int:
    """Where a text that opens with a quotation mark closes it.

    Curly marks are counted; a text whose inner quotations do not come out even, or whose marks are straight, closes
    at the last paragraph that ends in a closing mark.
    """
    depth = 0
    curly = blocks[0].text[0] == "“"
    last_closed = None
    links = 0
    for block in blocks:
        # Each paragraph of a long quotation may open it anew; only the last closes it.
        depth += block.text.count("“") - block.text.count("”")
        if curly and depth == 0 and _CLOSING.search(block.text):
            return block.index
        links = 0 if block.is_prose or block.ends_sentence else links + 1
        if last_closed is not None and links == _LIST_OF_LINKS:
            break
        # A mark that its own line did not open closes the text even where that is no sentence: "(Editing by ...)".
        if _CLOSING.search(block.text) and (links == 0 or block.text.count('"') % 2):
            last_closed = block.index
    return blocks[0].index if last_closed is None else last_closed
