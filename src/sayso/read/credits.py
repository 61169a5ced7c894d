"""Who publishes a text and who republishes it, from what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.language.datelines import dateline
from sayso.language.outlets import (
    display_name,
    host_of,
    looks_like_outlet,
    names_agency,
    outlet_at,
    outlet_named,
    same_outlet,
)
from sayso.read.blocks import Block, Sheet
from sayso.read.furniture import in_tail, is_furniture
from sayso.read.printed import STAMPED, find_date
from sayso.records.document import PassageRole

_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_THING = r"(?:article|story|report|post|piece|item|commentary|interview|text|column|essay|dispatch|analysis)"
_DONE = r"(?:published|posted|printed|produced|appeared|released|carried|run|issued|written)"
_PUBLISHED_BY = re.compile(
    rf"\b(?:[Tt]h(?:e|is)\s+(?:[\w-]+\s+)?{_THING}\s+(?:was|is|has been|had)?\s*(?:first\s+|originally\s+|re)*{_DONE}"
    rf"|(?:[Ff]irst|[Oo]riginally)\s+{_DONE}|[Rr]e(?:published|printed|posted)(?:\s+with\s+(?:kind\s+)?permission)?"
    rf"|[Cc]ross-?\s?posted)\s+(?:first\s+|originally\s+)?(?:with permission\s+)?"
    r"(?:by|on|in|at|from|via)\s+(?P<name>.+)"
)
_ORIGINAL = re.compile(r"[*_\s]*The original source of this \w+ is (?P<name>.+)")
# Who prints it again is its carrier; "reprinted from" names whose it was.
_AGAIN = re.compile(r"\b[Rr]e-?(?:published|printed|posted|blogged)\b[^.]{0,40}?\s(?:by|on|at|in)\s+(?P<name>.+)")
_POST_APPEARED = re.compile(r"\bThe post .{1,300}\bappeared (?:first )?(?:on|at|in) (?P<name>.+)", re.DOTALL)
_SOURCE = re.compile(
    r"^[*_\s]*(?:Source|Via|Courtesy of|Originally from|Reprinted from|News source)\s*:\s*[*_]*(?P<name>.{2,80})$"
)
_CONTACT = re.compile(
    r"\b[Tt]o contact (?:the )?(?P<name>[A-Z][\w.&'’ -]{1,60}?)(?: and .{1,60}?)?,?\s+"
    r"(?:please )?(?:visit|email|e-mail|write|call|go to)\b"
)
_CONTACT_LINE = re.compile(r"[*_\s]*[Cc]ontact (?:the )?(?P<name>[A-Z][\w.&'’ -]{1,40}?)[*_\s]*")
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright)\s*(?:©\s*)?(?:(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)?\d{2})?,?\s*)?(?:by\s+)?(?P<name>[A-Z].{1,60})"
)
_WRITES_FOR = re.compile(
    r"\b(?:is|was)\s+(?:an?|the)\s+(?:[\w'’-]+\s+){0,4}?(?:writer|reporter|journalist|correspondent|editor|columnist|contributor)\s+"
    r"(?:for|at|with|of)\s+(?P<name>(?:[Tt]he\s+)?[A-Z].{1,60})"
)
_AGENCY_SIGNED = re.compile(r"[.!?…”\"]\s*[(\[–—-]\s*(?P<name>[A-Z][\w./ -]{1,40}?)\s*[)\]]?$")
_ALONE = re.compile(r"[(\[–—-]\s*(?P<name>[A-Z][\w./ -]{1,40}?)\s*[)\]]?")
_STOP = re.compile(
    r"\s+(?:on|under|and|in|at|as|with|here|by|where|which|who|based|reporting|covering|since|for)\b|[,;:|()\n]|\.(?:\s|$)|\s+[-–—]\s|\s+\d"
)
_DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<host>[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|news|co\.\w\w|[a-z]{2}))\b",
    re.IGNORECASE,
)
# "By Lena Marek, Harbour Post, May 20, 2031. This article first appeared on Ostrel Blog."
_SIGNED = re.compile(r"[*_\s]*[Bb]y\s+[A-Z]")
_SECOND = re.compile(r"\.\s+(?=(?:This|The|It|A version)\b)")
_SHORT = 500


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet that a text names as its publisher, the words that say so, and the date they carry."""

    outlet: str
    reason: str
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Publisher:
    """Outlet and carrier of a document, with the reason in words."""

    outlet: str | None
    reason: str
    carrier: str | None
    published: str | None = None
    published_reason: str = ""


def find_credit(sheet: Sheet) -> Credit | None:
    """The publisher that a text names for itself, by the strongest wording it uses."""
    for reader in (_stated, _dateline, _contact, _copyright, _written_for):
        for credit in reader(sheet):
            return credit
    return None


def settle(site: str | None, site_reason: str, credit: Credit | None, carrier: str | None = None) -> Publisher:
    """Outlet and carrier from the site a text lies on and the publisher it names.

    Where the two differ the text was republished: the named publisher is the outlet and the site the carrier.
    """
    if credit is None:
        return Publisher(site, site_reason if site else "", carrier)
    dated = (credit.published, credit.reason) if credit.published else (None, "")
    if site is None or same_outlet(site, credit.outlet):
        return Publisher(credit.outlet, credit.reason, carrier, *dated)
    return Publisher(credit.outlet, f"{credit.reason}; it lies on {site}", carrier or site, *dated)


def find_carrier(sheet: Sheet) -> str | None:
    """Who says that it prints a text again: "This piece was reprinted by the Velmora Courier with permission"."""
    for block in sheet.blocks:
        if len(block.text) > _SHORT or not in_tail(sheet.blocks, block.index):
            continue
        match = _AGAIN.search(_LINK.sub(r"\1", block.text))
        name = _clean(match["name"]) if match and is_furniture(block) else None
        if name:
            return display_name(name)
    return None


def outlet_of_address(url: str | None) -> tuple[str, str] | None:
    """The outlet that a url belongs to, with the reason: its known name, or the host's own."""
    host = host_of(url) if url else ""
    if not host:
        return None
    known = outlet_at(host)
    return (known.name if known else host), f"its address is on {host}"


def _stated(sheet: Sheet) -> Iterator[Credit]:
    for block in (*reversed(sheet.blocks[-60:]), *sheet.blocks[:8]):
        if len(block.text) > _SHORT:
            continue
        text = _LINK.sub(r"\1", block.text)
        if _SIGNED.match(text):
            text = _SECOND.split(text)[-1]
        for pattern in (_POST_APPEARED, _ORIGINAL, _PUBLISHED_BY, _SOURCE):
            match = pattern.search(text)
            if match and _AGAIN.search(match.group()):
                continue
            # "The report was published by the ministry" in running text is news, not a credit: a credit begins with it.
            if match and match.start() <= 3 and (name := _clean(match["name"])):
                printed = find_date(match["name"])
                yield Credit(display_name(name), f"the text says {_shown(text)}", printed.edtf if printed else None)


def _dateline(sheet: Sheet) -> Iterator[Credit]:
    for block in _first_prose(sheet.blocks, 2):
        if _is_quoted(sheet, block):
            continue
        found = dateline(STAMPED.sub("", block.text))
        if found and found.agency and names_agency(found.agency):
            printed = find_date(found.day or "")
            yield Credit(
                display_name(found.agency),
                f"its dateline reads {_shown(found.words)}",
                printed.edtf if printed else None,
            )
    prose = [block for block in sheet.blocks if block.is_prose]
    for block in prose[-1:]:
        match = _AGENCY_SIGNED.search(block.text)
        known = outlet_named(match["name"]) if match else None
        if known and known.kind == "agency":
            yield Credit(known.name, f"its last paragraph is signed {known.name}")
    for block in sheet.blocks:
        match = _ALONE.fullmatch(block.text) if in_tail(sheet.blocks, block.index) else None
        known = outlet_named(match["name"]) if match else None
        if known and known.kind == "agency":
            yield Credit(known.name, f"it is signed {_shown(block.text)}")


def _contact(sheet: Sheet) -> Iterator[Credit]:
    for block in sheet.blocks:
        if not in_tail(sheet.blocks, block.index) or len(block.text) > _SHORT:
            continue
        match = _CONTACT.search(block.text) or _CONTACT_LINE.fullmatch(block.text)
        if match is None:
            continue
        near = " ".join(each.text for each in sheet.blocks[block.index : block.index + 3])
        domain = _DOMAIN.search(near)
        known = outlet_named(match["name"]) or (outlet_at(domain["host"]) if domain else None)
        if known or (domain and _key_in(match["name"], domain["host"])) or looks_like_outlet(match["name"]):
            yield Credit(
                known.name if known else display_name(match["name"]), f"the text ends with {_shown(block.text)}"
            )


def _copyright(sheet: Sheet) -> Iterator[Credit]:
    for block in sheet.blocks:
        if len(block.text) > _SHORT or not in_tail(sheet.blocks, block.index):
            continue
        match = _COPYRIGHT.match(block.text)
        name = _clean(match["name"]) if match else None
        if name and looks_like_outlet(name):
            yield Credit(display_name(name), f"the text ends with {_shown(block.text)}")


def _written_for(sheet: Sheet) -> Iterator[Credit]:
    for block in sheet.blocks:
        if not in_tail(sheet.blocks, block.index) or len(block.text) > 2 * _SHORT:
            continue
        match = _WRITES_FOR.search(block.text)
        name = _clean(match["name"]) if match else None
        if name and (looks_like_outlet(name)) and block.text.find(" is ") in range(80):
            yield Credit(display_name(name), f"its author's note says {_shown(block.text)}")


def _is_quoted(sheet: Sheet, block: Block) -> bool:
    """Whether a block is another's text: set off by markup, or announced by the line before it."""
    if any(mark.role is PassageRole.QUOTE and mark.span.touches(block.span) for mark in sheet.marked):
        return True
    return block.index > 0 and sheet.blocks[block.index - 1].text.rstrip("*_ ").endswith(":")


def _first_prose(blocks: Sequence[Block], count: int) -> list[Block]:
    return [block for block in blocks if block.is_prose][:count]


def _clean(words: str) -> str | None:
    """The outlet's name at the start of the words after "published by"."""
    bare = re.sub(r"^the\s+", "", words.strip().lstrip("*_\"“'‘ "))
    if domain := _DOMAIN.match(bare):
        known = outlet_at(domain["host"])
        return known.name if known else domain["host"].lower()
    end = _STOP.search(bare)
    longest = bare
    # "The Globe and Mail", "Voice of the South": a name may hold the very words it would stop at.
    while end is not None:
        longest = bare[: end.start()]
        tail = bare[end.end() :].lstrip()
        following = re.match(r"[\w.&'’-]+(?:\s+[A-Z][\w.&'’-]*)*", tail)
        if not (following and end.group().strip() in ("and", "on", "in", "at", "for")):
            break
        extended = bare[: end.end()] + " " + following.group()
        if outlet_named(extended) is None:
            break
        longest = extended
        break
    longest = longest.strip(" .*_\"”'’")
    if not longest or len(longest) > 60 or not (longest[0].isupper() or longest[0].isdigit() or outlet_named(longest)):
        return None
    return longest


def _key_in(name: str, host: str) -> bool:
    squeezed = "".join(character for character in name.casefold() if character.isalnum())
    return squeezed in host.replace("-", "").casefold()


def _shown(text: str) -> str:
    words = " ".join(text.split())
    return f"“{words if len(words) <= 110 else words[:108] + '…'}”"
