"""Figures given in place of the one before: "the Watch put it at 24 percent", "the police spoke of 90"."""

from __future__ import annotations

from sayso.extract.parse.parsed import Doc, Token
from sayso.extract.quantities.figures import Figure
from sayso.language.numbers import listed

_COUNTS = frozenset({"figure", "number", "count", "total", "tally"})
_GIVES = frozenset(
    listed("put puts putting place places placed set sets give gives gave given estimate estimates estimated")
)
_SPEAKS = frozenset({"speak", "speaks", "spoke", "spoken", "speaking", "talk", "talked", "talking"})
_TALLYING = frozenset(
    listed("counted counts tallied recorded registered documented listed claimed claim claims estimated estimate")
    + listed("estimates reported cited")
)
_SHOWING = frozenset(listed("shows showed show shown found indicates indicated suggests suggested"))
_CHANGED = frozenset({"updated", "revised", "raised", "corrected", "lowered"})
_STANDING_FOR = frozenset({"this", "that", "it"})
_TRUE = frozenset({"real", "true", "actual", "correct", "right"})
_BE = frozenset({"is", "was", "were", "be", "been", "at", "of", "as"})
_SLIGHT = frozenset({"only", "just", "closer", "nearer", "to", "more", "likely", "probably", "actually", "in", "fact"})
_AT = ("at", "as")
_LONGEST = 7  # tokens from "put" to the "at" of "put the size of the crowd at"


def is_the_figure(doc: Doc, figure: Figure) -> bool:
    """Whether another number is given for what was counted before: "put the figure at 450", "the Watch counted 9"."""
    return (figure.noun is None or figure.unit is not None) and is_given(doc, figure)


def is_given(doc: Doc, figure: Figure) -> bool:
    """Whether somebody gives the number rather than tells what it is of: "spoke of 27 dead", "counted 60 arrests"."""
    sentence = doc[figure.start].sent
    lead = [token.lower_ for token in doc[max(sentence.start, figure.start - _LONGEST) : figure.start]]
    if not lead:
        return _is_according_to(doc, figure.end)
    if lead[-1] in (":", ",", "and") and _is_according_to(doc, figure.end):
        return True
    if lead[-1] == "to" and lead[-2:-1] and lead[-2] in _CHANGED:
        opening = [token.lower_ for token in sentence[:2]]
        return opening[0] in _STANDING_FOR or (opening[0] == "the" and opening[-1] in _COUNTS)
    if lead[-1] == "of" and lead[-2:-1] and lead[-2] in _SPEAKS:
        return True
    if lead[-1] in _TALLYING:
        return figure.unit is None or not _says_of_what(doc, figure)
    if lead[-1] in _AT:
        return any(word in _GIVES for word in lead[:-1])
    shown = lead[-1] in _SHOWING and not _says_of_what(doc, figure)
    share = figure.unit == "percent" and (shown or _gives_him(doc, figure))
    return share or _is_truly(lead)


def _says_of_what(doc: Doc, figure: Figure) -> bool:
    """Whether the words behind a share or a sum say of what it is: "claimed $47 million in losses"."""
    named = figure.noun is not None and figure.noun.i >= figure.end
    return named or doc[figure.end : figure.end + 1].text.lower() in ("in", "of")


def _is_according_to(doc: Doc, at: int) -> bool:
    at += doc[at : at + 1].text == ","
    return doc[at : at + 2].text.lower() == "according to"


def _is_truly(lead: list[str]) -> bool:
    """Whether it is what a number is said to be in truth: "the real number is", "the true figure was closer to"."""
    while lead and lead[-1] in _SLIGHT:
        lead = lead[:-1]
    if len(lead) < 3 or lead[-1] not in _BE:
        return False
    return lead[-2] in _COUNTS and lead[-3] in _TRUE


def _gives_him(doc: Doc, figure: Figure) -> bool:
    """Whether a share is given to him of whom one was told: "an exit poll gave him 38 percent"."""
    at = figure.start - 1
    return at > 0 and doc[at].lower_ in ("him", "her", "them", "it") and doc[at - 1].lower_ in _GIVES


def counts_again(doc: Doc, figure: Figure, trigger: Token) -> bool:
    """Whether the figure is of a noun for the count itself: "put arrests at 23", "the number of dead was 60"."""
    if figure.noun is not None and figure.noun.i >= figure.start:
        return is_given(doc, figure)
    before = doc[figure.start].sent.start <= trigger.i < figure.start
    return before and (trigger.lower_ in _COUNTS or trigger.pos_ in ("NOUN", "PROPN"))
