"""What a figure has from the one told before it: whom it counts, and that the two are one count that moved."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.extract.parse.parsed import Doc
from sayso.extract.quantities.befalling import Befalling
from sayso.extract.quantities.figures import Figure
from sayso.extract.quantities.measure_words import unit_of

_UPDATE = re.compile(
    r"^\W*(?:update|updated|correction|latest)\b"
    r"|\bnow (?:says?|puts?|gives?|counts?|reports?|speaks?|stands?|at|believed?|known|confirmed)\b"
    r"|\blater (?:put|raised|revised|increased|lowered|updated|confirmed|counted|gave|spoke)\b"
    r"|\b(?:raised|revised|corrected|(?<!last )(?<!\()updated|lowered|increased|raising|revising|correcting)\b"
    r"|\b(?:has|had|have) since (?:risen|climbed|grown|fallen|been)\b"
    r"|\b(?:rose|risen|climbed|rises|climbs|jumped) (?:further )?to\b"
    r"|\b(?:earlier|initially|previously|at first)\b[^.;:]{0,30}?\b(?:said|put|gave|reported|spoke|counted)\b"
    r"|\b(?:initial|early|first|preliminary) (?:reports?|figures?|counts?|tolls?|estimates?)\b"
    r"|\bfirst given as\b",
    re.IGNORECASE,
)
_OF_AN_EARLIER = re.compile(
    r"\b(?:updating|revising|raising|correcting|replacing) (?:an?|its|his|her|their|the) (?:earlier|previous|initial)"
    r" (?:death )?(?:toll|figure|count|number)\b",
    re.IGNORECASE,
)
_CORRECTION = re.compile(
    r"^\W*(?:corrections?|erratum|errata|clarification|apology)\b"
    r"|\bwe (?:gave|printed|published|reported|used|quoted|had)\b[^.]{0,30}"
    r"\b(?:wrong|incorrect|mistaken) (?:figure|number|toll)"
    r"|\bthe (?:correct|right) (?:figure|number|toll|count|sum|amount)\b"
    r"|\bregrets? (?:the|this|both|these|our) (?:error|mistake|slip|misprint)s?\b",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST = 1500  # characters; at the foot of a longer text a correction is of something else
_FOLLOWERS = frozenset({"man", "entourage", "follower", "companion", "comrade", "escort"})
_MEASURES = frozenset({"killed", "wounded", "missing", "seized", "arrested", "displaced"})


def is_correction(text: str) -> bool:
    """Whether a text says of itself that it puts right what was told before."""
    return len(text) <= _LONGEST and _CORRECTION.search(text) is not None


def is_next(doc: Doc, one: Figure, two: Figure) -> bool:
    """Whether a figure stands in the sentence of another or in the one after it."""
    sentence = doc[one.start].sent
    return two.start < sentence.end or (sentence.end < len(doc) and two.start < doc[sentence.end].sent.end)


def elided(doc: Doc, figure: Figure, linked: Sequence[tuple[Figure, Befalling]]) -> str | None:
    """Whom "five wounded" leaves out after "three policemen were killed and": those under arms who stand before it.

    So too whose men "five of his men" are after "killed a rebel commander and".
    """
    if figure.noun is not None and linked and figure.noun.lemma_.lower() in _FOLLOWERS:
        led = unit_of(linked[-1][0].noun) if linked[-1][0].noun is not None else None
        his = figure.noun.i > 0 and doc[figure.noun.i - 1].lower_ in ("his", "her", "their", "its")
        return led if his and led in ("fighter", "soldier") else None
    if figure.noun is not None or figure.unit is not None or not linked:
        return None
    before, said = linked[-1]
    if before.noun is None or said.trigger.i < before.start or said.part:
        return None
    unit = unit_of(before.noun)
    goes_on = doc[said.trigger.i + 1 : figure.start].text.lower().strip(" ,") == "and"
    behind = doc[figure.end : figure.end + 3]
    told = goes_on and any(token.tag_ in ("VBN", "VBD") for token in behind)
    return unit if told and unit in ("fighter", "soldier") else None


def is_moved(doc: Doc, figure: Figure, said: Befalling | None, linked: Sequence[tuple[Figure, Befalling]]) -> bool:
    """Whether the words around a figure say that a count moved: "Update:", "now says", "updating an earlier toll".

    ``linked`` are the figures before it in its sentence: what moved is the first one behind the word.
    """
    if said is None or said.measure not in _MEASURES or said.part:
        return False
    sentence = doc[figure.start].sent
    if _OF_AN_EARLIER.search(doc[figure.end : sentence.end].text):
        return True
    start = max((each.end for each, told in linked if told.measure == said.measure), default=sentence.start)
    return _UPDATE.search(doc[start : figure.start].text) is not None
