"""Which way the clause around a time looks, so that a bare "Friday" or "August" finds its year.

Tense decides: will, would, "plans to" and a present that is a timetable look ahead, a past tense looks back. A date
that hangs on an adjective ("payable 2 June") or on a thing set for a day ("for the June vote") says nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.parsed import Token
from sayso.extract.reading import Piece
from sayso.extract.standing import is_saying
from sayso.records.document import PassageRole

AHEAD, UNSAID, BACK = 1, 0, -1

_FUTURE_MODALS = frozenset(
    {"will", "shall", "'ll", "wo", "would", "could", "may", "might", "can", "should", "must", "’ll"}
)
_PAST_OF_BE = frozenset({"was", "were", "been"})
_STATES = frozenset({"be", "have", "say", "know", "remain", "show", "suggest", "believe", "think", "seem", "appear"})
_LOOKING_BACK = frozenset({"after", "since", "following", "ago"})
_POSTPONING = frozenset(
    {"delay", "postpone", "adjourn", "reschedule", "schedule", "slate", "extend", "suspend", "give", "allow", "set"}
)
_PLANNING = frozenset({"expect", "schedule", "plan", "set", "slate", "due", "bill"})
_STILL_PLANNING = frozenset(
    {"plan", "expect", "hope", "intend", "prepare", "schedule", "aim", "vow", "promise", "agree"}
)
_SET_FOR_A_DAY = frozenset(
    {"election", "vote", "referendum", "ballot", "poll", "summit", "meeting", "conference", "hearing"}
    | {"trial", "talk", "ceremony", "inauguration", "launch", "visit", "trip", "expiry", "return", "contest", "runoff"}
)
_DONE = frozenset(
    {"ruling", "attack", "declaration", "decision", "announcement", "bombing", "killing", "coup", "raid", "strike"}
    | {"assault", "shooting", "explosion", "blast", "crash", "verdict", "statement", "clash", "violence", "incident"}
    | {"massacre", "report", "defeat", "victory", "arrest", "event", "resignation", "ambush", "shelling", "airstrike"}
)
_TOWARDS = frozenset({"for", "before", "towards", "toward", "until", "till", "by", "ahead", "of"})
_OF_A_DAY = frozenset(
    {"payable", "due", "effective", "valid", "redeemable", "starting", "beginning", "deadline", "date"}
)
_NOBODY = frozenset({"not", "n't", "n’t", "no", "nobody", "none", "neither", "nor"})
_UNTIL = frozenset({"until", "till", "to", "for"})


def leaning(token: Token, piece: Piece) -> int:
    """``AHEAD``, ``BACK`` or ``UNSAID`` for the clause that the first word of a time stands in."""
    verb = verb_over(token)
    if piece.passage.role is PassageRole.HEADING:
        if any(child.tag_ == "TO" for child in token.head.children):
            return AHEAD
        return UNSAID if verb is None else BACK
    if verb is None:
        return UNSAID
    between = list(_up_to(verb, token))
    if any(each.lower_ in _LOOKING_BACK for each in between):
        return BACK
    if verb.lemma_ in _POSTPONING and any(each.lower_ in _UNTIL for each in between):
        return AHEAD
    if token.dep_ == "poss" and token.head.lemma_.lower() in _DONE:
        return BACK
    lean = _of_verb(verb)
    return UNSAID if lean == BACK and _hangs_on_what_is_set(between) else lean


def _hangs_on_what_is_set(between: list[Token]) -> bool:
    """Whether a time belongs to a thing set for a day ("for the June vote") or to an adjective ("payable 2 June")."""
    for each in between:
        if each.lower_ in _OF_A_DAY:
            return True
        if each.lemma_.lower() in _SET_FOR_A_DAY:
            return each.dep_ == "pobj" and each.head.lower_ in _TOWARDS
    return False


def _of_verb(verb: Token) -> int:
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in auxiliaries}
    perfect = any(child.lower_ in ("have", "'ve") for child in auxiliaries)
    if "could" in words and any(each.lower_ in _NOBODY for each in verb.subtree if each.i < verb.i):
        return BACK
    if words & _FUTURE_MODALS:
        return AHEAD if not perfect or "will" in words else BACK
    if any(child.tag_ == "TO" for child in auxiliaries) and not perfect:
        return _of_infinitive(verb)
    if any(child.tag_ in ("VBD", "VBN") for child in auxiliaries) or verb.tag_ in ("VBD", "VBN"):
        # "Is expected to", "are scheduled for": a passive that plans.
        if verb.lemma_ in _PLANNING:
            return UNSAID if words & {"was", "were", "had"} else AHEAD
        return UNSAID if words & {"is", "are", "'s", "'re"} and not words & {"been"} else BACK
    if verb.tag_ == "VBG":
        return AHEAD if words & {"is", "are", "'re", "'s", "am"} else BACK
    if verb.tag_ not in ("VBZ", "VBP") or is_saying(verb):
        return BACK
    return UNSAID if verb.lemma_ in _STATES else AHEAD


def _of_infinitive(verb: Token) -> int:
    over = verb.head
    past_passive = any(each.lower_ in _PAST_OF_BE for each in over.children)
    if past_passive and over.lemma_ in _PLANNING:
        return UNSAID
    if over.lemma_ in _STILL_PLANNING or (over.lower_ == "going" and over.head != over):
        return AHEAD
    around = (over, over.head, *over.children)
    return BACK if any(each.lower_ in _PAST_OF_BE for each in around) else AHEAD


def _up_to(verb: Token, token: Token) -> Iterator[Token]:
    for each in token.ancestors:
        if each == verb:
            return
        yield each


def verb_over(token: Token) -> Token | None:
    """The verb whose clause a token stands in; a participle or relative clause on a noun counts as its own."""
    for each in (token, *token.ancestors):
        if each.pos_ in ("VERB", "AUX") and each.dep_ not in ("aux", "auxpass"):
            return each
    return None
