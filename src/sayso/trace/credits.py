"""Credits: what a text itself says of where its words are from, an agency or the outlet that first had it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.language.outlets import display_name, looks_like_outlet, names_agency, outlet_named, same_outlet
from sayso.records.document import Edition, Passage, PassageRole

_LONGEST_LINE = 400
_NAME = r"(?P<name>(?:[Tt]he\s+)?[A-Z0-9][\w.&'’-]*(?:\s+(?:of|the|and|for|de|&|[A-Z0-9][\w.&'’-]*)){0,5})"
_THING = r"(?:article|story|report|post|piece|item|commentary|column|text|dispatch|version)"
_REPUBLISHED = (
    re.compile(
        rf"\b(?:[Tt]h(?:is|e)\s+(?:[\w-]+\s+)?{_THING}\s+(?:was|has been|is|originally|first)\b[\w\s]{{0,30}}?"
        rf"|[Ff]irst\s+|[Oo]riginally\s+|[Rr]e(?=p))"
        rf"(?:published|printed|posted|appeared|carried|run|ran|republished|reprinted)\s+"
        rf"(?:with (?:kind )?permission\s+)?(?:by|in|on|at|from)\s+{_NAME}"
    ),
    re.compile(rf"\bappeared first (?:on|in|at) {_NAME}"),
)
_CONTRIBUTED = (
    re.compile(rf"{_NAME}(?:\s+(?:also|staff|reporters?|correspondents?))*\s+contributed\s+(?:to|reporting)\b"),
    re.compile(rf"\b(?:[Aa]dditional|[Ww]ith)\s+(?:reporting|files|material|copy|input)\s+(?:by|from)\s+{_NAME}"),
    re.compile(rf"^\W*(?:Source|Via|Courtesy of|Originally from|Reprinted from)\s*:\s*{_NAME}"),
)
_THINGS = ("article", "story", "report", "post", "piece", "item", "comment", "column", "text", "dispatch", "version")
_NEEDED = (
    (("published", "printed", "posted", "appeared", "carried", "run", "ran"), (*_THINGS, "irst", "riginally", "ep")),
    (("appeared first",),),
    (("contributed",),),
    (("reporting", "files", "material", "copy", "input"),),
    ((":",),),
)
"""For each of those patterns: words of which a line must hold one from each group, since looking for these is quick."""
_DATELINE = re.compile(r"^\W*[A-Z][^()\n]{1,60}\((?P<name>[A-Z][\w.&'’/ -]{1,40})\)\s*[-–—:]")
_SIGNED = re.compile(r"(?:[.!?…”\"]\s*[(\[–—/-]|^\W*[(\[–—-])\s*(?P<name>[A-Z][\w.&'’ -]{1,40}?)\s*[)\]/]?\W*$")
_SIGNS = re.compile(r"[(\[–—/-]")
_TAIL = 80  # characters
_BY = re.compile(r"^\s*[Bb]y\s+(?P<name>.{2,60})$")


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet that a passage says it has its words from, and the words that say so.

    ``republished`` where they say that the whole text stood there first.
    """

    outlet: str
    words: str
    republished: bool = False


def credits_in(edition: Edition) -> dict[str, tuple[Credit, ...]]:
    """The credits of each passage, by its id; those in a heading or in boilerplate belong to what they stand in.

    Captions credit pictures and comments credit nothing; what a digest credits to its item is the item's outlet, and
    is not repeated here.
    """
    found: dict[str, dict[str, Credit]] = defaultdict(dict)
    for passage, span in edition.stretches():
        if passage.role in (PassageRole.CAPTION, PassageRole.COMMENT):
            continue
        owner = _owner(edition, passage)
        for line in span.of(edition.text).splitlines():
            for credit in _in_line(line.strip(' \t*_"“”')):
                found[owner.id].setdefault(credit.outlet, credit)
    for name in (edition.byline, edition.passages[0].byline):
        for outlet in _named(name or ""):
            found[edition.passages[0].id].setdefault(outlet, Credit(outlet, f"by {name}"))
    return {owner: tuple(each.values()) for owner, each in found.items()}


def credit_to(credits: tuple[Credit, ...], outlet: str | None) -> Credit | None:
    """The credit among these that names an outlet."""
    return next((each for each in credits if outlet and same_outlet(each.outlet, outlet)), None)


def _owner(edition: Edition, passage: Passage) -> Passage:
    chain = edition.chain_of(passage)
    own = [each for each in chain if each.role not in (PassageRole.HEADING, PassageRole.BOILERPLATE)]
    return own[-1] if own else chain[0]


def _in_line(line: str) -> Iterator[Credit]:
    if "(" in line and (match := _DATELINE.match(line)):
        yield from _credits(match)
    if _SIGNS.search(line, max(0, len(line) - _TAIL)) and (match := _SIGNED.search(line[-_TAIL:])):
        known = outlet_named(match["name"])
        if known is not None and known.kind == "agency":
            yield Credit(known.name, _shown(match.group().strip(" .!?…")))
    if len(line) > _LONGEST_LINE:
        return
    for pattern, needed in zip((*_REPUBLISHED, *_CONTRIBUTED), _NEEDED, strict=True):
        if all(any(word in line for word in group) for group in needed):
            for match in pattern.finditer(line):
                yield from _credits(match, pattern in _REPUBLISHED)
    if match := _BY.match(line):
        yield from _credits(match)


def _credits(match: re.Match[str], republished: bool = False) -> Iterator[Credit]:
    for outlet in _named(match["name"], match.re in (_DATELINE, *_CONTRIBUTED)):
        yield Credit(outlet, _shown(match.group().strip(" -–—:")), republished)


def _named(words: str, of_agencies: bool = False) -> Iterator[str]:
    """The outlets that the words of a credit name: "Reuters and AP", "AFP/Reuters"; persons' names give none."""
    is_one = names_agency if of_agencies else looks_like_outlet
    whole = words.strip(" .,;:")
    for part in (whole, *re.split(r"\s*(?:/|,|&|\band\b)\s*", whole)):
        if outlet_named(part) is not None or is_one(part):
            yield display_name(part)
            if part == whole:
                return


def _shown(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 90 else flat[:88].rsplit(" ", 1)[0] + "…"
