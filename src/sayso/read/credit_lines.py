"""Lines in the head of a text that name its outlet and say nothing else."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from sayso.language.gazetteer import look_up
from sayso.language.outlets import display_name, looks_like_outlet, outlet_named
from sayso.read.blocks import Block

_LONGEST = 60
_DESK = re.compile(
    r"\s*(?:[,|–—]|\s-\s)\s*(?:[\w'’-]+\s+){0,2}(?:edition|service|desk|bureau|staff|online|report)\s*$", re.IGNORECASE
)
# What a site's page is under, behind its name: "Harbour Post | World".
_SECTION = re.compile(
    r"\s*[|›»>]\s*(?:world|news|politics|opinion|business|africa|asia|europe|americas|middle east|international|"
    r"national|local|home)(?:\s+news)?\s*$",
    re.IGNORECASE,
)
_ISSUES = re.compile(
    r"(?:(?:official|joint|public|special|press|media|news|weekly|daily)\s+)*"
    r"(?:statement|release|communiqu[eé]|bulletin|update|briefing|situation report|declaration)\b",
    re.IGNORECASE,
)
_SMALL = frozenset(("of", "the", "and", "for", "de", "in", "&"))
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
# Where an event is told, not where a paper is from: "Attack on Tarsk Radio" over a date is a title.
_TELLING = frozenset(("on", "in", "at", "to", "for", "by", "with", "from", "after", "as"))
# Publishers of reports. In running text they are organizations like others; alone above a title they publish.
PUBLISHERS = frozenset(
    (
        "watch",
        "institute",
        "observatory",
        "centre",
        "center",
        "project",
        "foundation",
        "group",
        "international",
        "council",
        "committee",
        "initiative",
        "archive",
        "commission",
        "survey",
        "monitor",
        "report",
    )
)


def outlet_lines(head: Sequence[Block], beside: Collection[int]) -> dict[int, str]:
    """Blocks of a head that credit an outlet, by index, with its name.

    A credit is short, has the shape of an outlet's name, does not end as a sentence does, and stands right beside a
    date line or byline (their indexes are ``beside``), where "The" and capitals are shape enough; or it is the very
    first line, over the title, where publishers of reports count too, or over a line that says "Press statement".
    """
    found: dict[int, str] = {}
    for place, block in enumerate(head):
        if block.index in beside or (name := _credited(block)) is None:
            continue
        if place == 0 and _issues(head, name):
            found[block.index] = display_name(name)
        elif block.index - 1 in beside or block.index + 1 in beside:
            if looks_like_outlet(name) or _is_titled(name):
                found[block.index] = display_name(name)
        elif place == 0 and _is_masthead(head, beside, name):
            found[block.index] = display_name(name)
    return found


def lone_masthead(head: Sequence[Block], text: str) -> dict[int, str]:
    """The one line over a text that has neither title nor date, where it names an outlet, by index.

    "Border Post" may be a title; a known outlet's name is none, nor is one that the text goes on to speak as: "he told
    the Harbour Post".
    """
    if not text or len(head) != 1 or (name := _credited(head[0])) is None or not looks_like_outlet(name):
        return {}
    bare = name.removeprefix("The ")
    again = len(bare.split()) > 1 and f" the {bare}" in " ".join(text[head[0].span.end :].split())
    return {head[0].index: display_name(name)} if again or outlet_named(name) is not None else {}


def _credited(block: Block) -> str | None:
    """The name that a line of its own holds: markup and the desk behind a comma left out; None for other lines."""
    text = _LINK.sub(r"\1", block.text).strip("*_#[]() ")
    if len(text) > _LONGEST or re.search(r"[.!?;:]$", text) or block.text.startswith("#"):
        return None
    name = _DESK.sub("", _SECTION.sub("", text))
    words = name.split()
    if not words or not _TELLING.isdisjoint(words):
        return None
    return " ".join((words[0].capitalize(), *map(_in_small, words[1:]))) if len(words) > 1 and name.isupper() else name


def _in_small(word: str) -> str:
    """A word of a masthead in capitals as it would be printed: "THE HARBOUR POST", but "TARSK TV"."""
    return word.lower() if word.lower() in _SMALL else word.capitalize() if len(word) > 3 else word


def _is_titled(name: str) -> bool:
    """Whether it is capitals behind "The", as no persons and, but for a few in the gazetteer, no places are called."""
    words = name.split()
    capitals = words[0] == "The" and 2 <= len(words) <= 5 and all(word[0].isupper() for word in words)
    return capitals and not any(look_up((name, " ".join(words[1:]))).values())


def _issues(head: Sequence[Block], name: str) -> bool:
    """Whether a first line is a body that issues what follows: "Ministry of Health" over "Press statement no. 4"."""
    if len(head) < 2 or len(head[1].text) > _LONGEST or not _ISSUES.match(head[1].text.strip("*_ ")):
        return False
    words = name.split()
    return len(words) > 1 and words[0] not in _SMALL and all(word[0].isupper() or word in _SMALL for word in words)


def _is_masthead(head: Sequence[Block], beside: Collection[int], name: str) -> bool:
    """Whether a first line names the publisher of what has its title below, and a date or byline in the head."""
    if len(head) < 2 or not head[1].is_title_like or head[1].index in beside or not beside:
        return False
    words = name.split()
    reports = len(words) > 1 and all(word[0].isupper() for word in words) and words[-1].casefold() in PUBLISHERS
    return reports or looks_like_outlet(name)
