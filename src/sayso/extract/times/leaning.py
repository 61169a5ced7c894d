"""Which way the clause around a time looks, so that a bare "Friday" or "August" finds its year.

Tense decides: will, would, "plans to" and a present that is a timetable look ahead, a past tense looks back. A date
that hangs on an adjective ("payable 2 June") or on a thing set for a day ("for the June vote") says nothing itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.extract.parse.attempts import TRIES, failing, is_trying
from sayso.extract.parse.government import is_saying
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.records.document import PassageRole

SURELY_AHEAD, AHEAD, UNSAID, BACK = 2, 1, 0, -1

# Past forms that the tagger takes for a present: "the army retook Tarsk".
_LIKE_A_PRESENT = re.compile(
    r"(?:re|over|under|with|out|fore|mis|up)(?:took|threw|drew|held|built|told|came|went|stood|fought|gave|won|saw|ran)$"
)
_SURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_FUTURE_MODALS = frozenset({"would", "could", "may", "might", "can", "should", "must"})
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
# What these govern was done, or left undone, when they say: "managed to flee on Sunday", "failed to vote on Sunday".
_BROUGHT_OFF = frozenset({"manage", "begin", "start", "fail", "refuse", "decline", "get", "happen", "dare", "help"})
_UNTIL = frozenset({"until", "till", "to", "for"})


def leaning(token: Token, piece: Piece) -> int:
    """``SURELY_AHEAD``, ``AHEAD``, ``UNSAID`` or ``BACK`` for the clause that the first word of a time stands in."""
    if token.i and token.nbor(-1).lower_ in _CHANGED:
        return UNSAID  # "UPDATE June 21:", in a text printed the day before
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
    if lean == AHEAD and _is_over(verb):
        return BACK
    return UNSAID if lean == BACK and _hangs_on_what_is_set(between) else lean


def _is_over(verb: Token) -> bool:
    """Whether what was to come is behind by now: "after a deadline to surrender on Wednesday", or one that passed."""
    over = False
    for each in verb.ancestors:
        over = over or each.lower_ in _LOOKING_BACK or each.lemma_ in _PASSING
        if each.head == each and _of_verb(each) == SURELY_AHEAD:
            return False
    # A relative clause without "that" after "deadline" is often hung elsewhere, so its place in the sentence counts.
    before = [each.lower_ for each in verb.doc[verb.sent.start : verb.i]]
    ends = (at for at, word in enumerate(before) if word in ("deadline", "ultimatum"))
    return over or any(_LOOKING_BACK & set(before[max(0, at - 4) : at]) for at in ends)


_CHANGED = frozenset({"update", "updated", "updates", "correction", "corrected", "amended"})
_PASSING = frozenset({"expire", "lapse", "pass", "miss"})


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
    if words & _SURE:
        return SURELY_AHEAD
    if words & _FUTURE_MODALS:
        return BACK if perfect else AHEAD
    if any(child.tag_ == "TO" for child in auxiliaries) and not perfect:
        return _of_infinitive(verb)
    if any(child.tag_ in ("VBD", "VBN") for child in auxiliaries) or verb.tag_ in ("VBD", "VBN"):
        # "Is expected to", "are scheduled for": a passive that plans.
        if verb.lemma_ in _PLANNING and not _set_up(verb):
            return UNSAID if words & {"was", "were", "had"} else AHEAD
        return UNSAID if words & {"is", "are", "'s", "'re"} and not words & {"been"} else BACK
    if verb.tag_ == "VBG":
        return AHEAD if words & {"is", "are", "'re", "'s", "am"} else BACK
    if verb.tag_ not in ("VBZ", "VBP") or is_saying(verb) or _LIKE_A_PRESENT.match(verb.lower_):
        return BACK
    return UNSAID if verb.lemma_ in _STATES else AHEAD


def _set_up(verb: Token) -> bool:
    """Whether "set" is not "set to go" or "set for June" but "set up", "set on fire"."""
    if verb.lemma_ != "set":
        return False
    return not any(child.lower_ == "for" or child.dep_ == "xcomp" for child in verb.children)


def _of_infinitive(verb: Token) -> int:
    over = verb.head
    # The parser may make an infinitive the root of its sentence, and a root is its own head.
    if over != verb and (is_trying(over) or over.lemma_ in _BROUGHT_OFF):
        return _of_verb(over)
    tried = over.lemma_.lower() in TRIES or (over.pos_ == "NOUN" and failing(over) is not None)
    if tried and (above := verb_over(over.head)) is not None and over.head != over:
        return _of_verb(above)
    past_passive = any(each.lower_ in _PAST_OF_BE for each in over.children)
    if past_passive and over.lemma_ in _PLANNING:
        return UNSAID
    if over.lemma_ in _STILL_PLANNING or over.lower_ == "going":
        return SURELY_AHEAD
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
