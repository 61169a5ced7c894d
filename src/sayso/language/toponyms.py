"""Which mentions name a place, and where inside them its bare name stands: what gazetteers list and maps print."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from sayso.language.countries import country_code
from sayso.language.gazetteer import capital_names, country_spot, look_up, name_key
from sayso.records.actor import Mention, MentionForm, MentionKind
from sayso.records.document import Span

_DIRECTION = (
    r"(?:(?:mid|far|deep)[- ])?(?:north|south|east|west|central)(?:[- ]?(?:east|west|central))?(?:ern)?|"
    r"downtown|central|greater|upper|lower|mainland|metropolitan|rural|coastal|inner|outer|metro|historic|modern"
)
_BEFORE = re.compile(rf"(?:the|{_DIRECTION})\s+(?=\S)", re.IGNORECASE)
_SORT_OF = re.compile(
    r"(?:the\s+)?(?:city|town|village|borough|township|municipality|port|province|state|county|district)\s+of\s+"
    r"(?:the\s+)?(?=[^\W\d_])",
    re.IGNORECASE,
)


def place_mentions(mentions: Iterable[Mention]) -> list[Mention]:
    """Those that name a place, in the order given.

    Beside the names of places and countries these are capitals that stand for their governments, and the words for
    what is of a country or its people ("Libyan"), but for those inside the name of an organization.
    """
    given = list(mentions)
    bodies: dict[str, list[Span]] = defaultdict(list)
    for each in given:
        if each.kind is MentionKind.ORGANIZATION and each.form is MentionForm.NAME:
            bodies[each.document].append(each.span)
    for spans in bodies.values():
        spans.sort()
    return [each for each in given if _names_a_place(each, bodies.get(each.document, []))]


def _names_a_place(mention: Mention, bodies: list[Span]) -> bool:
    if mention.form is MentionForm.NAME:
        if mention.kind in (MentionKind.PLACE, MentionKind.COUNTRY):
            return True
        return mention.kind is MentionKind.GOVERNMENT and name_key(mention.name) in capital_names()
    if mention.form is not MentionForm.DEMONYM or country_spot(country_code(mention.name) or "") is None:
        return False
    # Of the names that begin before it only the last few can reach over it.
    after = bisect_right(bodies, Span(mention.span.start + 1, mention.span.start + 1))
    return not any(span.holds(mention.span) for span in bodies[max(0, after - 4) : after])


def plain_place(mention: Mention) -> str:
    """The name to look a place mention up by; that of the country for a word for its people."""
    if mention.form is MentionForm.DEMONYM:
        spot = country_spot(country_code(mention.name) or "")
        return spot.name if spot is not None else mention.name
    return " ".join((mention.name or mention.text).split()).strip(" ,.;:")


def toponym_span(mention: Mention) -> Span:
    """The bare name in a mention of a place: "U.S." in "the U.S.", "Velmora" in "Velmora, Korvania".

    Words of direction ("northern", "downtown") and of sort ("the city of") before the name are left out, unless the
    gazetteer lists the whole ("North Macedonia", "Port of Spain").
    """
    start, end = _name_in(mention)
    name = mention.text[start:end]
    start += _before_name(" ".join(name.split())) if "\n" not in name else 0
    return Span(mention.span.start + start, mention.span.start + end)


def _name_in(mention: Mention) -> tuple[int, int]:
    """Offsets of the name in the mention's words; of all of them where the name is not there as it stands."""
    if not mention.name:
        return 0, len(mention.text)
    pattern = r"\s+".join(re.escape(word) for word in mention.name.split())
    found = list(re.finditer(pattern, mention.text, re.IGNORECASE))
    head = mention.head.start - mention.span.start
    best = next((each for each in found if each.start() <= head < each.end()), found[0] if found else None)
    return best.span() if best else (0, len(mention.text))


@lru_cache(maxsize=4096)
def _before_name(name: str) -> int:
    """How many characters of a name are article, direction and sort."""
    skipped = 0
    while True:
        rest = name[skipped:]
        match = _SORT_OF.match(rest) or _BEFORE.match(rest)
        if match is None or match.end() == len(rest):
            return skipped
        bare = rest[match.end() :]
        lower = rest[0].islower() or rest.lower().startswith("the ")
        if not lower and (look_up((rest,)) or not look_up((bare,))):
            return skipped
        if lower and not bare[0].isupper() and _BEFORE.match(bare) is None and _SORT_OF.match(bare) is None:
            return skipped
        skipped += match.end()
