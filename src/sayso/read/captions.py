"""Captions of pictures and films, told by how they begin or by the credit they end with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.read.blocks import Block, Mark, Sheet
from sayso.read.bylines import credit_of
from sayso.records.document import PassageRole

_BEGINS = re.compile(
    r"[*_(\[]*(?:top |main |lead |cover |feature[d]? |file |header |archive )?"
    r"(?:photo(?:graph)?|image|picture|video|caption|illustration|graphic|map|chart|"
    r"screen ?(?:shot|grab)|still|pictured)s?"
    r"(?:\s+(?:credit|by|courtesy|via|caption)\b[^:|]{0,40})?\s*[*_]*[:|–—]",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:[(\[](?:(?:file )?(?:photo|image|picture|credit|source)s?\b[^()\[\]]{0,60}|[^()\[\]]{0,40}(?:/|via )"
    r"\s?(?:AFP|AP|EPA|Reuters|Getty(?: Images)?|Anadolu)[^()\[\]]{0,30}|"
    r"(?:AP|AFP|EPA|REUTERS|Reuters|Getty)(?: (?:Photo|Images)|/)"
    r"[^()\[\]]{0,40}|(?:AP|AFP|EPA|Reuters)? ?file(?: photo)?)[)\]]"
    r"|\b(?:file photo|AP Photo/[\w .]{2,40}|[Pp]hoto(?:graph)?(?:: | by (?=[A-Z]))[^.]{2,60}|"
    r"REUTERS/[\w .-]{2,40}|AFP/[\w .-]{2,40})"
    r"|(?:/\s?(?:AFP|AP|EPA|Reuters|REUTERS|Getty Images|Anadolu(?: Agency)?)"
    r"|\|\s?(?:AP|AFP|EPA|Reuters|Getty(?: Images)?)))[\s.*_|]*$"
)
_LONGEST = 700


def find_captions(sheet: Sheet) -> Iterator[Mark]:
    """Captions, marked up as such or recognised by their words."""
    for mark in sheet.marked:
        if mark.role is PassageRole.CAPTION:
            yield mark
    for block in sheet.blocks:
        if is_caption(block):
            yield Mark(block.span, PassageRole.CAPTION)


def is_caption(block: Block) -> bool:
    """Whether a block is a caption. A paragraph that quotes a picture agency's text is longer and ends in prose."""
    if len(block.text) > _LONGEST:
        return False
    if credit_of(block.text):
        return False
    return bool(_BEGINS.match(block.text) or _ENDS.search(block.text))
