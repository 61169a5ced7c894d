"""Figures of those who took part: "40,000 marched", "drew 12,000 people", "a crowd of 9,000"."""

from __future__ import annotations

from sayso.extract.parse.parsed import Doc, Token
from sayso.extract.quantities.befalling import Befalling
from sayso.extract.quantities.figures import Figure
from sayso.extract.quantities.measure_words import unit_of
from sayso.extract.quantities.parts import phrase_end
from sayso.language.numbers import listed

ATTENDED = "attended"
_LEAST = 20  # fewer are no crowd
_JOINING = frozenset(
    listed(
        "marched march rallied rally demonstrated demonstrate protested protest gathered gather assembled assemble"
        " attended attend participated participate converged thronged marching rallying demonstrating protesting"
        " gathering attending"
    )
)
_PHRASES = (
    ("took", "part"),
    ("take", "part"),
    ("taken", "part"),
    ("turned", "out"),
    ("turned", "up"),
    ("took", "to", "the", "streets"),
    ("taken", "to", "the", "streets"),
    ("take", "to", "the", "streets"),
    ("joined", "the", "march"),
    ("joined", "the", "protest"),
    ("joined", "the", "rally"),
)
_COMING = frozenset(listed("came come coming present there showed been"))
_FILLING = frozenset(listed("filled packed crowded thronged lined poured flooded streamed fill pack throng"))
_GROUND = frozenset(
    listed("street streets square squares centre center avenue boulevard stadium park plaza route into")
)
_GOING = frozenset(
    listed(
        "came come went streamed flocked joined walked showed poured flooded descended massed present there out"
        " followed"
    )
)
_ORGANISERS = frozenset(listed("organisers organizers organiser organizer"))
_FIRST_OF_PHRASES = frozenset(words[0] for words in _PHRASES)
_BETWEEN = frozenset(listed("have has had also reportedly peacefully who that then again were was are people were"))
_DREW = frozenset(listed("drew draw draws drawing attracted attracting attracts mobilised mobilized"))
_JOINED = frozenset({"attended", "joined"})
_OUT_THERE = frozenset(listed("in on at outside behind along through"))
_OCCASION = frozenset(
    listed(
        "march rally protest demonstration vigil procession gathering parade funeral strike crowd turnout event coffin"
        " cortege"
    )
)
_CROWD = frozenset({"crowd", "crowds", "turnout", "attendance"})
_SIZE = frozenset({"at", "of", "was", "is", "as", "reached", "between"})
_NEAR = 6


def crowd(doc: Doc, figure: Figure, *, again: bool = False, first: bool = True) -> Befalling | None:
    """What tells that those counted took part in something; None for a share, and for things.

    ``again`` says that the figure before is of a crowd: who "came" then came to the same; ``first`` that it is not
    given in place of one before it.
    """
    if figure.unit is not None or (figure.interval.high or figure.interval.low or 0) < _LEAST:
        return None
    if figure.noun is not None and unit_of(figure.noun) is None and figure.noun.tag_ not in ("NNS", "NNPS"):
        return None
    end = phrase_end(figure)
    if figure.noun is not None and figure.noun.dep_ == "nsubj" and doc[end : end + 1].text == "of":
        end = figure.noun.head.i if figure.noun.head.i > end else end  # "200,000 supporters of the president filled"
    trigger = _joins(doc, end, again=again, bare=figure.noun is None) or _drawn(doc, figure) or _sized(doc, figure)
    trigger = trigger or (_spoken_of(doc, figure) if again or first else None)
    return Befalling(ATTENDED, trigger) if trigger is not None else None


def _joins(doc: Doc, at: int, *, again: bool, bare: bool) -> Token | None:
    """The verb right behind the counted."""
    end = min(len(doc), at + 4)
    while at < end and doc[at].lower_ in _BETWEEN:
        at += 1
    if at >= end or at >= len(doc):
        return None
    word = doc[at].lower_
    if bare and word in _OUT_THERE and any(token.lower_ in _OCCASION | _GROUND for token in doc[at + 1 : at + _NEAR]):
        return doc[at]
    if (word in _JOINING and doc[at].pos_ != "NOUN") or (again and word in _COMING):
        return doc[at]
    if word in _FILLING and any(token.lower_ in _GROUND for token in doc[at + 1 : at + _NEAR]):
        return doc[at]
    if word in _GOING and any(token.lower_ in _OCCASION | _GROUND for token in doc[at + 1 : at + _NEAR]):
        return doc[at]
    if word in _FIRST_OF_PHRASES:
        told = tuple(token.lower_ for token in doc[at : at + 4])
        return doc[at] if any(told[: len(each)] == each for each in _PHRASES) else None
    return None


def _drawn(doc: Doc, figure: Figure) -> Token | None:
    """The verb right before: a march "drew 40,000 people"; not that of "drew 40,000 dollars"."""
    if figure.start > 1 and doc[figure.start - 1].lower_ == "by" and doc[figure.start - 2].lower_ in _JOINED:
        return doc[figure.start - 2]
    if figure.start == 0 or doc[figure.start - 1].lower_ not in _DREW:
        return None
    lead = doc[doc[figure.start].sent.start : figure.start]
    return doc[figure.start - 1] if any(token.lower_ in _OCCASION for token in lead) else None


def _sized(doc: Doc, figure: Figure) -> Token | None:
    """The noun for the crowd itself: "a crowd of 9,000", "put the size of the crowd at 4,000"."""
    start = max(doc[figure.start].sent.start, figure.start - _NEAR)
    lead = [token.lower_ for token in doc[start : figure.start]]
    if not lead or lead[-1] not in _SIZE:
        return None
    at = next((at for at in range(len(lead) - 1, -1, -1) if lead[at] in _CROWD), None)
    return doc[start + at] if at is not None else None


def _spoken_of(doc: Doc, figure: Figure) -> Token | None:
    """Who organised it gives a bare number: "the organisers spoke of 40,000"."""
    if figure.noun is not None and unit_of(figure.noun) is None:
        return None
    sentence = doc[figure.start].sent
    near = doc[max(sentence.start, figure.start - _NEAR) : min(sentence.end, figure.end + _NEAR)]
    return next((token for token in near if token.lower_ in _ORGANISERS), None)
