"""Times that one clause has from another: "led out of a hotel where he was meeting officials late on Sunday".

Each way is one of grammar and not of nearness: the other clause says what went on just then, or names the happening
that this one is of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from sayso.extract.found import Found
from sayso.extract.parse.clauses import joined_to
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.language.plover import noun_sense
from sayso.records.document import Span
from sayso.records.when import Precision, When, edtf_interval

_DEEP = 4  # how far below a verb a clause may hang, or above it a noun
_FAR_BELOW = 5  # how far below the verb of a relative clause a deed may stand
_WITHIN = frozenset({"dobj", "pobj", "prep", "pcomp", "acl", "xcomp", "agent"})
_RELATIVE = frozenset({"that", "which"})
_GOING_ON = frozenset({"serve", "spend", "continue", "keep", "begin", "start", "resume", "stop"})
_MOVING = frozenset({"return", "travel", "go", "come", "fly"})
_EFFECTS = frozenset(
    {"kill", "wound", "injure", "leave", "destroy", "damage", "oust", "topple", "overthrow", "claim", "depose"}
)
_ENDING = frozenset({"lead", "result", "end", "culminate"})
_LEADING = frozenset({"in", "on", "by", "since", "until", "from", "during", "before", "after", "around", "at"})
_PROMISING = frozenset({"pledge", "promise", "agree", "vow", "threaten", "offer", "undertake", "swear"})


def named_times(piece: Piece, found: Found, times: Mapping[int, When]) -> Iterator[tuple[int, When]]:
    """Words that a time stands right beside: the noun of "the 11 May 2029 attack", the verb of "on Friday, when they".

    Gives their index and the time; none that has one.
    """
    seen: set[int] = set()
    for _, when in found.timed(piece):
        if when.span.start in seen:
            continue
        seen.add(when.span.start)
        after = _after(piece, when)
        if after is None or after.i in times:
            continue
        if after.pos_ == "NOUN" and _is_happening(after) and "'" not in when.text and "’" not in when.text:
            yield after.i, when
        if after.text == "," and after.i + 1 < len(piece.doc):
            after = after.nbor(1)
        if after.lower_ == "when" and after.head.tag_ == "VBD" and after.head.i not in times:
            yield after.head.i, when


def _after(piece: Piece, when: When) -> Token | None:
    """The word right behind a time."""
    at = when.span.end - piece.base
    behind = piece.doc.covering(at, at + 2)
    return next((each for each in behind or () if each.idx >= at), None)


def words_of(piece: Piece, when: When) -> Span:
    """The words of a time, with a preposition before them and the noun they hang on behind: "in the 2029 attack"."""
    span = _led(piece, when)
    noun = _after(piece, when)
    if noun is None or noun.pos_ != "NOUN":
        return span
    last = piece.doc.covering(max(0, when.span.end - piece.base - 1), when.span.end - piece.base)
    hangs = any(each.head == noun for each in last or ())
    return Span(span.start, piece.span(noun).end) if hangs else span


def _led(piece: Piece, when: When) -> Span:
    """The span of a time with the preposition right before it: "[On] 3 June"."""
    start = when.span.start - piece.base
    before = piece.doc.covering(start - 2, start - 1) if start > 2 else None
    led = before is not None and len(before) == 1 and before[0].dep_ == "prep" and before[0].lower_ in _LEADING
    return Span(piece.span(before[0]).start, when.span.end) if before is not None and led else when.span


def _is_happening(noun: Token) -> bool:
    return noun_sense(noun.lemma_.lower()) is not None


def moved_times(piece: Piece, times: Mapping[int, When]) -> Iterator[tuple[int, int]]:
    """Times of what was only promised that are past by now, as the index they stand at and that of the promise.

    "Pledged last week to cooperate" and "pledged to cooperate at a meeting last week" say when they pledged.
    """
    printed = edtf_interval(piece.passage.published)[0]
    for index, when in times.items():
        token = piece.doc[index]
        over = token.head
        if token.dep_ == "xcomp" and over.lemma_ in _PROMISING and over.tag_ == "VBD" and over.i not in times:
            last = when.interval[1]
            if token.tag_ == "VB" and printed is not None and last is not None and last < printed:
                yield index, over.i


def time_of_whole(token: Token, times: Mapping[int, When]) -> When | None:
    """The time of a happening that a relative clause tells of, for whatever stands in the clause.

    "The 2029 attack that killed the envoy", "the raid of May in which nine died", "the February revolt, which began
    with the seizure of a bridge".
    """
    for _ in range(_FAR_BELOW):
        if token.dep_ not in _WITHIN:
            break
        token = token.head
    if token.dep_ != "relcl" or token.tag_ != "VBD" or token.head.i not in times:
        return None
    first = token.left_edge
    leads = first if first.lower_ in _RELATIVE else first.nbor(1) if first.lower_ in ("in", "during") else None
    return times[token.head.i] if leads is not None and leads.lower_ in _RELATIVE else None


def shared_time(verb: Token, times: Mapping[int, When]) -> When | None:
    """The time of a verb that has none, from a clause or a noun that says what went on just then."""
    if verb.tag_ not in ("VBD", "VBN", "VBG") or any(child.lower_ in ("had", "having") for child in verb.children):
        return None
    return (
        _of_the_means(verb, times)
        or _of_place_where(verb, times)
        or _of_participle_ahead(verb, times)
        or _of_occasion(verb, times)
        or _of_purpose(verb, times)
        or _of_frame(verb, times)
    )


def _of_the_means(verb: Token, times: Mapping[int, When]) -> When | None:
    """That of what was done by doing it: "stunned the world on Friday by retaking", "served fighting in the war"."""
    if verb.tag_ != "VBG":
        return None
    if verb.dep_ == "pcomp" and verb.head.lower_ == "by":
        return times.get(verb.head.head.i)
    return times.get(verb.head.i) if verb.dep_ == "xcomp" and verb.head.lemma_ in _GOING_ON else None


def _of_place_where(verb: Token, times: Mapping[int, When]) -> When | None:
    """That of what went on where it was done: "led out of a hotel where he was meeting officials on Sunday"."""
    if verb.tag_ == "VBG":
        return None
    for noun in _nouns_below(verb, _DEEP):
        for clause in noun.children:
            if clause.dep_ == "relcl" and clause.tag_ == "VBG" and clause.i in times:
                words = {child.lower_ for child in clause.children}
                if "where" in words and words & {"was", "were"}:
                    return times[clause.i]
    return None


def _nouns_below(token: Token, depth: int) -> Iterator[Token]:
    if not depth:
        return
    for child in token.children:
        if child.dep_ in ("dobj", "pobj"):
            yield child
        if child.dep_ in ("dobj", "pobj", "prep", "agent") and child.i > token.i:
            yield from _nouns_below(child, depth - 1)


def _of_participle_ahead(verb: Token, times: Mapping[int, When]) -> When | None:
    """That of what the doer did meanwhile: "Odeh, appearing on television on Monday, accused"."""
    if verb.tag_ != "VBD":
        return None
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    ahead = [child for child in verb.children if child.dep_ == "advcl" and child.i < verb.i]
    ahead += [child for child in subject.children if child.dep_ == "acl"] if subject is not None else []
    for each in ahead:
        marked = any(child.dep_ in ("mark", "aux") or child.lower_ == "when" for child in each.children)
        if each.tag_ == "VBG" and not marked and each.i in times and _hangs_on(each, times[each.i]):
            return times[each.i]
    return None


def _hangs_on(verb: Token, when: When) -> bool:
    """Whether a time stands right under a verb, and not in what it is done to."""
    for child in verb.children:
        if child.dep_ == "npadvmod" or (child.dep_ == "prep" and child.lower_ == "on"):
            words = verb.doc[child.left_edge.i : child.right_edge.i + 1].text
            if when.text in words:
                return True
    return False


def _of_occasion(verb: Token, times: Mapping[int, When]) -> When | None:
    """That of the meeting at which it was done: "at the talks hosted by Odeh last week, they agreed"."""
    if verb.tag_ != "VBD":
        return None
    for child in verb.children:
        if child.dep_ != "prep" or child.lower_ not in ("at", "during"):
            continue
        for noun in child.children:
            held = [each for each in noun.children if each.dep_ == "acl" and each.tag_ == "VBN" and each.i in times]
            if noun.dep_ == "pobj" and held and _is_happening(noun):
                return times[held[0].i]
    return None


def _of_purpose(verb: Token, times: Mapping[int, When]) -> When | None:
    """The year of what somebody came to take part in: "returned to take part in the 2011 uprising"."""
    if verb.tag_ != "VBD" or verb.lemma_ not in _MOVING:
        return None
    for child in verb.children:
        if child.dep_ == "advcl" and child.tag_ == "VB" and child.i in times:
            return times[child.i] if times[child.i].precision is Precision.YEAR else None
    return None


def _of_frame(verb: Token, times: Mapping[int, When]) -> When | None:
    """That of what went on meanwhile, over a purpose: "was flown in to lead them as the fleet shelled the port"."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBD" or verb.left_edge.lower_ != "as":
        return None
    over = verb.head
    if over.dep_ in ("advcl", "xcomp") and over.tag_ == "VB":
        over = over.head
        return times.get(over.i) or _of_launch(over, times)
    return None


def _of_launch(verb: Token, times: Mapping[int, When]) -> When | None:
    clauses = [each for each in verb.children if each.dep_ == "advcl" and each.left_edge.lower_ == "when"]
    return next((times[each.i] for each in clauses if each.i in times), None)


def time_of_cause(token: Token, times: Mapping[int, When]) -> When | None:
    """That of the happening an outcome is told of: "the 2012 storming of a compound that killed the envoy".

    ``token`` is the verb of the outcome, or the noun of what it led to, which has the year of the cause at most.
    """
    verb, led = token, False
    if token.dep_ == "pobj" and token.head.head.lemma_ in _ENDING and token.head.lower_ in ("to", "in", "with"):
        verb, led = token.head.head, True
    elif token.lemma_ not in _EFFECTS:
        return None
    first = joined_to(verb)
    if verb.dep_ == "conj" and first is not None:
        verb = first
    if verb.dep_ != "relcl" or verb.tag_ != "VBD":
        return None
    if not any(child.dep_ == "nsubj" and child.lower_ in ("that", "which") for child in verb.children):
        return None
    noun = verb.head
    for _ in range(_DEEP):
        if noun.i in times and (_is_happening(noun) or noun is verb.head):
            when = times[noun.i]
            return when if not led or _is_year(when) else None
        if noun.dep_ != "pobj" or noun.head.lower_ not in ("of", "in", "on", "at", "against", "near"):
            return None
        noun = noun.head.head
    return None


def _is_year(when: When) -> bool:
    first, last = when.interval
    return isinstance(first, date) and isinstance(last, date) and (last - first).days > 300
