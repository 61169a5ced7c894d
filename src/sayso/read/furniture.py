"""Boilerplate: what a site prints around an article, as lines, lists of links and notes on the author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from sayso.language.outlets import outlet_named
from sayso.read.blocks import Block, Mark, Sheet
from sayso.records.document import PassageRole

_EDGE = re.compile(r"^[\W_]+|[\W_]+$")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_COUNT = re.compile(r"\s*\(\s*[\d,.]+[kKmM]?\s*\)\s*$")
_ONLY_ADDRESS = re.compile(r"[\s*_<>()\[\]]*(?:https?://|www\.)\S+[\s*_<>()\[\]]*")
_ONLY_LINK = re.compile(r"[\s*_>-]*\[[^\]]*(?:\.\w{2,}|/)[^\]]*\]\([^)]+\)[\s*_]*")
_LINKS_ONLY = re.compile(r"\s*\[[^\]]*\]\([^)]*\)(?:[\s|·•*_/,-]+\[[^\]]*\]\([^)]*\))+\s*")
# The foot of a post on a blog: "Posted by Lena at 23:14".
_FOOT = re.compile(
    r"(?:posted|published|written) by [\w .'’-]{2,40} (?:at|@) \d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?", re.IGNORECASE
)
_IMAGE_MARK = re.compile(r"\s*!\[[^\]]*\]\([^)]*\)\s*")
_CONTACT = re.compile(r"[*_\s]*contact (?:the )?(?P<name>[\w. ]{2,40}?)[*_\s]*", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*\d{1,2}[.)]\s+")
_SIGNED = re.compile(r"\s*[(\[]\s*(?P<name>[A-Z][\w./ -]{1,40}?)\s*[)\]]\s*")
_IMAGE_FILE = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|mp4|mp3)", re.IGNORECASE)
_BREADCRUMB = re.compile(r"[^.!?]{1,60}(?:\s[»›>/→]\s[^.!?]{1,60})+")
_BAR = re.compile(r"[^|.]{1,40}(?:\|[^|.]{0,40}){2,}|[^|.]{1,40}\|")
_RULE = re.compile(r"(?!>+$)[\W_]+")
_SHORT = 320
_LINK_LINE = 160
_TAIL = 0.7
_BIO = re.compile(
    r"[*_\s]*(?P<name>[A-Z][\w'’.-]+(?:\s+(?:[A-Z][\w'’.-]*|de|van|von|al|el|bin|ibn)){1,4})[*_]*,?\s+"
    r"(?:is|was|has been)\s+(?:currently\s+)?(?:an?|the|our)\s+(?:[\w'’-]+\s+){0,6}?"
    r"(?:writer|reporter|journalist|correspondent|editor|columnist|"
    r"contributor|author|freelancer|blogger|researcher|fellow|analyst|photographer|producer|professor|historian|"
    r"commentator|activist|lecturer|intern)s?\b"
)
_WORKS_FOR = re.compile(
    r"[*_\s]*[A-Z][\w'’.-]+(?:\s+[A-Z][\w'’.-]*){1,3}\s+(?:writes|reports|covers|blogs)\s+(?:for|on|about|from)\b"
)


def squeeze(line: str) -> str:
    """A line as it is compared with the phrases: links unwrapped, bare of case, edges and a count in brackets."""
    bare = _COUNT.sub("", _LINK.sub(r"\1", line)).replace("’", "'")
    return " ".join(re.sub(r"[,.:;|•·]+", " ", _EDGE.sub("", bare)).casefold().split())


def find_furniture(sheet: Sheet) -> Iterator[Mark]:
    """Boilerplate in a sheet, one mark a run of lines."""
    blocks = sheet.blocks
    index = 0
    while index < len(blocks):
        last = _last_of_unit(blocks, index)
        if last is None:
            index += 1
            continue
        yield Mark(sheet.between(index, last), PassageRole.BOILERPLATE)
        index = last + 1


def is_furniture(block: Block) -> bool:
    """Whether a block by itself is boilerplate."""
    text = block.text
    if (
        _ONLY_ADDRESS.fullmatch(text)
        or _IMAGE_MARK.fullmatch(text)
        or _IMAGE_FILE.fullmatch(text)
        or _RULE.fullmatch(text)
        or _LINKS_ONLY.fullmatch(text)
        or _FOOT.fullmatch(text)
    ):
        return True
    if len(text) > _SHORT:
        return False
    if _ONLY_LINK.fullmatch(text) or _BREADCRUMB.fullmatch(text) or _BAR.fullmatch(text):
        return True
    if (alone := _CONTACT.fullmatch(text) or _SIGNED.fullmatch(text)) and outlet_named(alone["name"]):
        return True
    squeezed = squeeze(_NUMBERED.sub("", text, count=1))
    if (
        phrases("line").fullmatch(squeezed)
        or phrases("tail").fullmatch(squeezed)
        or phrases("about").fullmatch(squeezed)
    ):
        return True
    return bool(phrases("start").match(_LINK.sub(r"\1", text).lstrip("*_#> [(-•").casefold().replace("’", "'")))


def author_of_note(text: str) -> str | None:
    """The author whom a note such as "Lena Marek is a staff writer for ..." is about."""
    match = _BIO.match(text)
    return match["name"] if match else None


def in_tail(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether a block stands in the last part of a text."""
    return blocks[index].span.start >= _TAIL * blocks[-1].span.end


@cache
def phrases(section: str) -> re.Pattern[str]:
    """One section of ``boilerplate.txt`` as a pattern over squeezed lines."""
    source = resources.files("sayso.read") / "boilerplate.txt"
    found: list[str] = []
    here = ""
    for line in source.read_text("utf-8").splitlines():
        if line.startswith("["):
            here = line[1 : line.index("]")]
        elif line.strip() and not line.startswith("# ") and here == section:
            bare = line.casefold().strip()
            reach = 300 if section == "start" else 80
            found.append(f".{{0,{reach}}}?".join(re.escape(part) for part in bare.split("*")))
    edge = r"(?!\w)" if section == "start" else ""
    return re.compile("(?:" + "|".join(sorted(found, key=lambda each: (-len(each), each))) + ")" + edge)


def _last_of_unit(blocks: tuple[Block, ...], index: int) -> int | None:
    """The index of the last block of the boilerplate that begins at ``index``; None where none does."""
    block = blocks[index]
    if not is_furniture(block):
        is_note = in_tail(blocks, index) and len(block.text) < 3 * _SHORT
        return index if is_note and (_BIO.match(block.text) or _WORKS_FOR.match(block.text)) else None
    squeezed = squeeze(block.text)
    last = index
    if phrases("tail").fullmatch(squeezed):
        while last + 1 < len(blocks) and _is_link_line(blocks, last + 1):
            last += 1
    elif phrases("about").fullmatch(squeezed) and in_tail(blocks, index) and index + 1 < len(blocks):
        following = blocks[index + 1]
        last += int(len(following.text) < 3 * _SHORT and following.is_prose)
    return last


def _is_link_line(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether a line under "Related articles" is one more link: short, not a sentence, not the next section's title."""
    block = blocks[index]
    if block.is_prose or len(block.text) > _LINK_LINE or (block.ends_sentence and not block.text.endswith("?")):
        return False
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    opens_section = following is not None and following.is_prose and len(block.text) < 80
    return block.gap == 0 or not opens_section
