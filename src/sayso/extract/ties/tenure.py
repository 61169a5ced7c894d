"""From when, until when and as of when a tie is said to hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sayso.extract.found import Found
from sayso.extract.parse.clauses import children, is_passive
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.language.lexicon import table
from sayso.records.document import Span
from sayso.records.when import Anchor, Precision, When, WhenType

_START = frozenset({"since", "from", "after", "starting", "beginning", "between"})
SUCCEEDING = frozenset({"replace", "succeed", "supplant"})
_ALL_OF = re.compile(r"\w\s*(?:\b(?:to|and|until|till|through)\b|[-–])\s*\w")
_LATER = frozenset({"later", "subsequently", "afterwards", "afterward", "eventually"})
_CLAUSES = frozenset({"since", "until", "till"})
_UNTIL = frozenset({"until", "till", "through", "before", "to", "and"})


@dataclass(frozen=True, slots=True)
class Tenure:
    """The times a text gives a tie, each as it states them, and the words that give them."""

    start: When | None = None
    until: When | None = None
    as_of: When | None = None
    words: tuple[Span, ...] = ()

    def as_one(self) -> Tenure:
        """The same with its first time as that of which it is told, without beginning and end."""
        return Tenure(as_of=self.start or self.until or self.as_of, words=self.words)


def tenure(found: Found, piece: Piece, cue: Token, told: str | None = None) -> Tenure:
    """Times that hang on the word that states the tie, or on the verb it completes.

    A bare time beside a verb that begins or ends a state ("joined", "was appointed", "resigned") is its start or end;
    ``told`` says which of the two it is where the wording does.
    """
    start: When | None = None
    until: When | None = None
    as_of: When | None = None
    words: list[Span] = []
    carriers = list(_carriers(cue))
    turn = told or next(filter(None, (turning(word) for word in reversed(carriers))), None)
    for word in carriers:
        for said, when in _times_on(found, piece, word):
            if when.type is WhenType.SET or when.type is WhenType.DURATION:
                continue
            words.append(when.span if said is None else Span(piece.span(said).start, when.span.end))
            preposition = "" if said is None else said.lower_
            if preposition in _START:
                start = start or when
            elif preposition in _UNTIL:
                until = until or when
            elif turn == "start":
                start = start or when
            elif turn == "end":
                until = until or when
            else:
                as_of = as_of or when
    if not words and turn == "start":
        start = _after_what_was_told(found, piece, carriers) or _after_the_verb_before(found, piece, carriers)
    if start is not None and until in (None, start) and _ALL_OF.search(start.text) and None not in start.interval:
        return Tenure(as_of=start, words=tuple(words))  # "from 13 to 19 April" is all of those days
    return Tenure(start, until, as_of, tuple(words))


def _after_what_was_told(found: Found, piece: Piece, carriers: list[Token]) -> When | None:
    """For "he later became": no sooner than the time that the sentence before tells of."""
    later = next((each for word in carriers for each in word.children if each.lower_ in _LATER), None)
    if later is None or later.sent.start == 0:
        return None
    before = piece.span(piece.doc[later.sent.start - 1].sent)
    told = [each for each in found.times if before.holds(each.span) and each.type is WhenType.DATE and each.interval[0]]
    if not told:
        return None
    last = max(told, key=lambda each: (each.interval[0] or date.min, each.span))
    return _not_before(last, piece, later, f"“{later.text}” than “{last.text}” in the sentence before")


def _after_the_verb_before(found: Found, piece: Piece, carriers: list[Token]) -> When | None:
    """For "left the army in 2029 and joined the guard": no sooner than the time of the verb it goes on from."""
    verb = next((each for each in carriers if each.dep_ == "conj" and each.head.pos_ == "VERB"), None)
    if verb is None or verb.head.i > verb.i:
        return None
    told = [when for said, when in _times_on(found, piece, verb.head) if said is None or said.lower_ in ("in", "on")]
    dated = [each for each in told if each.type is WhenType.DATE and each.interval[0]]
    if len(dated) != 1:
        return None
    return _not_before(dated[0], piece, verb, f"“{verb.text}” after what it told of “{dated[0].text}”")


def _not_before(last: When, piece: Piece, word: Token, reason: str) -> When:
    first = last.edtf or ""
    day = last.interval[0] if "/" in first else first
    span = piece.span(word)
    return When(
        last.document,
        span,
        word.text,
        WhenType.DATE,
        "FUTURE_REF",
        f"{day}/..",
        Precision.RANGE,
        Anchor.TIME,
        reason,
        "after",
    )


def as_past(found: Found, piece: Piece, cue: Token) -> bool:
    """Whether a tie is told in the past: "Odeh lived in Tarsk".

    Not what somebody says of now in the past tense ("said he led the guard"), nor what began then and may go on ("was
    named mayor"), but for what lasted some time ("moved to Tarsk for a year").
    """
    verb = next((each for each in (*_carriers(cue), *_clause_of(cue)) if each.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return False
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX"):
        first = first.head
    if first.dep_ == "ccomp" or not _is_past(verb):
        return False
    return turning(verb) != "start" or any(when.type is WhenType.DURATION for _, when in _times_on(found, piece, verb))


def _clause_of(cue: Token) -> list[Token]:
    """The verb of which a noun is set as what it makes somebody: "was set up [as a leader] in the front"."""
    above = cue.head
    return [above.head] if cue.dep_ == "pobj" and above.lower_ == "as" else []


def _is_past(verb: Token) -> bool:
    helped = [each.lower_ for each in verb.children if each.dep_ in ("aux", "auxpass")]
    if not helped:
        return verb.tag_ == "VBD"
    return verb.tag_ in ("VBN", "VBG") and set(helped) <= {"was", "were", "had", "been"}


def turning(word: Token) -> str | None:
    """``start`` or ``end`` where the verb begins or ends a state, else None."""
    if word.pos_ != "VERB":
        return None
    lemma = word.lemma_.lower()
    if lemma in SUCCEEDING:
        return "end" if is_passive(word) else "start"
    return next((turn for turn, verbs in table("tie_turns") if lemma in verbs.split(",")), None)


def _carriers(cue: Token) -> Iterator[Token]:
    """The cue, and the verb whose clause it is the point of."""
    yield cue
    node = cue
    for _ in range(3):
        above = node.head
        if node.dep_ == "advcl" and node.tag_ == "VBG" and above.pos_ == "VERB":
            yield above  # "made an attempt in May, calling for it"
            return
        if above == node or node.dep_ not in ("attr", "oprd", "acomp", "pobj", "prep", "dobj", "xcomp"):
            return
        if node.dep_ == "pobj" and above.lower_ != "as":
            return
        if above.pos_ in ("VERB", "AUX"):
            yield above
            return
        node = above


def _times_on(found: Found, piece: Piece, word: Token) -> Iterator[tuple[Token | None, When]]:
    for child in word.children:
        if child.dep_ in ("prep", "mark", "advmod") or child.pos_ in ("ADP", "SCONJ"):
            yield from _times_after(found, piece, child)
        elif child.dep_ == "npadvmod" or child.ent_type_ == "DATE":
            when = found.time_over(piece, child)
            if when is not None:
                yield None, when
            for inner in children(child, "prep"):
                if inner.lower_ == "since":  # "every single day since January"
                    yield from (told for told in _times_after(found, piece, inner) if told[1] != when)
        elif child.dep_ == "advcl" and (mark := next((e for e in child.children if e.lower_ in _CLAUSES), None)):
            for when in _times_of_clause(found, piece, child):
                yield mark, when


def _times_after(found: Found, piece: Piece, prep: Token) -> Iterator[tuple[Token, When]]:
    for pobj in children(prep, "pobj", "pcomp"):
        when = found.time_over(piece, pobj) or _of_event(found, piece, pobj)
        if when is not None:
            yield prep, when
        if prep.lower_ == "between":
            ands, ends = children(pobj, "cc"), children(pobj, "conj")
            second = found.time_over(piece, ends[0]) if ands and ends else None
            if second is not None and second != when:
                yield ands[0], second
        # "from 2018 to 2024": the parser may hang the second half on the first.
        for inner in (*children(prep, "prep"), *children(pobj, "prep")):
            for later in children(inner, "pobj"):
                second = found.time_over(piece, later)
                if second is not None:
                    yield inner, second


def _times_of_clause(found: Found, piece: Piece, verb: Token) -> Iterator[When]:
    """The times of the clause that "since" or "until" opens: "since the fighting began two weeks ago"."""
    for child in verb.children:
        bare = [child] if child.dep_ in ("npadvmod", "advmod") else []
        for word in bare or [each for each in children(child, "pobj") if child.lower_ in ("in", "on", "at", "last")]:
            when = found.time_over(piece, word)
            if when is not None:
                yield when


def _of_event(found: Found, piece: Piece, noun: Token) -> When | None:
    """The time that names an event: "in the 2009 war", "during the 1987 campaign"."""
    before = [each for each in children(noun, "compound", "nummod", "nmod", "amod") if each.i < noun.i]
    return next((when for each in before if (when := found.time_over(piece, each)) is not None), None)
