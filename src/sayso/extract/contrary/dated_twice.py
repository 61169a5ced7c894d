"""What a text tells twice, on two days: "the fire broke out on Saturday", "because the fire started on Sunday".

Both times a clause must tell of the same, by like words for what happened and with a thing and whatever names in
common; and it must be of a kind that comes once, or be spoken of as known ("when the bombs fell on the market", "the
one convoy we sent"). What came again, or went on from the one day to the other, is told on both with no contradiction.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import combinations

from sayso.extract.contrary.tellings import Document, Told
from sayso.extract.parse.clauses import children, doers, is_passive, undergoers
from sayso.extract.parse.parsed import Token, TokenSpan
from sayso.extract.parse.reading import Piece
from sayso.language.counting import doings_in
from sayso.language.doings import stem, told_by
from sayso.language.numbers import listed
from sayso.records.actor import MentionKind
from sayso.records.when import Anchor, When, WhenType

_MONTH = timedelta(31)
_A_DAY = timedelta(1)
_DAYS_TO_DIE = timedelta(3)
_MOST = 60  # clauses with a day of their own; a text with more is a chronicle
_RECKONED = re.compile(r"\b(?:earlier|later|before|after|previous|prior|following|next)\b", re.IGNORECASE)
_NIGHT = re.compile(r"\b(?:night|midnight|overnight|dawn|late|early|small hours|eve)\b", re.IGNORECASE)
_AGAIN = re.compile(
    r"\b(?:again|another|anew|second|third|once more|twice|also|too|still|already|both|each|every|other|new|next|later"
    r"|further|back|continued|resumed|went on|renewed|repeated(?:ly)?|daily|as well|re-?\w+ed)\b",
    re.IGNORECASE,
)
_PRESUPPOSED = frozenset(listed("when because after before since as while once until"))
_KNOWN = frozenset(listed("the this that our their his her its my your"))
_ALONE = frozenset(listed("one only first last single sole"))
_BEGINS = frozenset(listed("start begin commence erupt open"))
_ENDS_IT = frozenset(
    listed("die perish drown sink capsize collapse explode crash derail founder assassinate murder execute behead")
    + listed("demolish raze wreck inaugurate found marry bury cremate wed")
)
_KILLS = frozenset(listed("kill die perish drown murder assassinate execute behead"))
_TURNS = frozenset(("break out", "burn down", "blow up", "go down", "go off", "come down"))
_HAPPENS = frozenset(listed("come happen fall land occur take go be"))
_VERBS = ("VERB", "AUX")
_NOUNS = ("NOUN", "PROPN")
_SPOTS = frozenset({MentionKind.PLACE})
_DEAD = re.compile(r"\b(?:dead|to death|fatal(?:ly)?|mortally|killed|died)\b", re.IGNORECASE)
_EMPTY = frozenset(listed("day hour time morning evening night noon afternoon week month year minute o'clock moment"))


@dataclass(frozen=True, slots=True)
class Dated:
    """A clause that tells of something as having been so on a day: its verb, the day, and what it names.

    ``things`` are the stems of its nouns, ``names`` those of names among them, ``counts`` its numbers; ``parties`` are
    the chains of whoever does it or has it done to him; ``once`` says that it is spoken of as the only one, as known,
    or of a kind that comes but once.
    """

    told: Told
    when: When
    things: frozenset[str]
    names: frozenset[str]
    counts: frozenset[str]
    parties: frozenset[str]
    once: bool
    words: str


def dated_twice(document: Document) -> Iterator[tuple[Dated, Dated]]:
    """Pairs of clauses of a document that tell of one thing on two days, in order of reading."""
    days = {each.interval: each for each in document.found.times if _is_day(each)}
    if not any(_gap(one, two) >= _A_DAY for one, two in combinations(days.values(), 2)):
        return
    told = [each for piece, sentence in document.sentences for each in _dated_in(document, piece, sentence)]
    if len(told) > _MOST:
        return
    # What a clause names is looked at where another is of another day.
    made = cache(lambda at: _made(document, *told[at]))
    several = cache(lambda: _named_in_several_ways(document))
    for (first, (one, when)), (second, (two, then)) in combinations(enumerate(told), 2):
        apart = (one.piece.index, one.sentence.start) != (two.piece.index, two.sentence.start)
        if not apart or not _can_differ(when, then):
            continue
        mine, theirs = made(first), made(second)
        if not (_days_differ(mine, theirs) and _is_one_thing(mine, theirs)):
            continue
        # Of a text that tells of the Creek Fire and of the Peak Fire, "the fire" says too little.
        shared = (mine.things & theirs.things) - mine.names - theirs.names
        if mine.names & theirs.names or not shared <= several():
            yield mine, theirs


def _dated_in(document: Document, piece: Piece, sentence: TokenSpan) -> Iterator[tuple[Told, When]]:
    seen: set[int] = set()
    for token in sentence:
        when = document.found.time_over(piece, token)
        if when is None or not _is_day(when):
            continue
        for verb in _told_at(token):
            told = verb.i not in seen and _is_past(verb) and document.is_told(piece, sentence, verb)
            if told and _days_of(document, Told(piece, sentence, verb)) <= {when.interval}:
                seen.add(verb.i)
                yield Told(piece, sentence, verb), when


def _named_in_several_ways(document: Document) -> frozenset[str]:
    """The stems of nouns that names of different things of a document end in: "fire", of two fires with names."""
    ways: dict[str, set[frozenset[str]]] = defaultdict(set)
    for _, sentence in document.sentences:
        for token in sentence:
            if token.pos_ in _NOUNS:
                named = (each for each in token.lefts if each.dep_ == "compound" and each.pos_ == "PROPN")
                if name := frozenset(each.lower_ for each in named):
                    ways[stem(token.lemma_)].add(name)
    return frozenset(noun for noun, names in ways.items() if any(not one & two for one, two in combinations(names, 2)))


def _is_day(when: When) -> bool:
    """Whether a time is that of a day, or of not much more, at which something was so.

    What is only counted from a time told before ("two days earlier") says too little of the day.
    """
    if when.type not in (WhenType.DATE, WhenType.TIME) or when.value == "PRESENT_REF":
        return False
    if when.anchor is Anchor.TIME and _RECKONED.search(when.text):
        return False
    first, last = when.interval
    return (
        first is not None
        and last is not None
        and last - first <= _MONTH
        and when.modifier not in ("by", "since", "until")
    )


def _days_of(document: Document, told: Told) -> set[tuple[date | None, date | None]]:
    """The days that a clause names; a part of a day only where it names nothing else."""
    found = [document.found.time_over(told.piece, each) for each in _clause(told.token, told.sentence)]
    known = [each for each in found if each is not None and each.edtf is not None]
    return {each.interval for each in known if each.type is WhenType.DATE} or {each.interval for each in known}


def _told_at(time: Token) -> Iterator[Token]:
    """The verbs of what a time is that of: of its clause; of "when it fell, it was Thursday" and "the one that hit"."""
    verb = time
    while verb.pos_ not in _VERBS and verb.head is not verb:
        verb = verb.head
    if verb.pos_ not in _VERBS:
        return
    if verb.lemma_ == "be":
        if any(each.lower_ == "it" for each in children(verb, "nsubj")):
            yield from (each for each in children(verb, "advcl") if each.left_edge.lower_ == "when")
        return
    yield verb
    if verb.lemma_ in _HAPPENS:
        for subject in children(verb, "nsubj"):
            yield from children(subject, "relcl")


def _is_past(verb: Token) -> bool:
    helping = children(verb, "aux", "auxpass")
    if any(each.tag_ in ("MD", "VBZ", "VBP") or each.lower_ == "to" for each in helping):
        return False
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(helping))


def _made(document: Document, told: Told, when: When) -> Dated:
    verb = told.token
    clause = _clause(verb, told.sentence)
    nouns = [each for each in clause if each.pos_ in _NOUNS]
    nouns = [each for each in nouns if document.found.time_over(told.piece, each) is None]
    kept = [each for each in nouns if each.lemma_.lower() not in _EMPTY]
    words = " ".join(each.text for each in clause)
    return Dated(
        told,
        when,
        frozenset(stem(each.lemma_) for each in kept),
        frozenset(stem(each.lemma_) for each in kept if each.pos_ == "PROPN"),
        frozenset(each.lower_ for each in clause if each.dep_ == "nummod" and each.head in kept),
        _parties(document, told),
        _comes_once(verb),
        words,
    )


def _parties(document: Document, told: Told) -> frozenset[str]:
    """Whom a clause tells of, as far as the text says who they are."""
    core = [each.token for each in (*doers(told.token), *undergoers(told.token))]
    mentions = (document.found.headed_by(told.piece, each) for each in core)
    return frozenset(each.chain for each in mentions if each is not None and each.kind not in _SPOTS)


def _clause(verb: Token, sentence: TokenSpan) -> list[Token]:
    """The words of a clause, without those of clauses beside it or on what it names: "the convoy we sent in June"."""
    apart = {
        inner.i
        for each in verb.children
        if each.dep_ in ("advcl", "parataxis", "ccomp") or (each.dep_ == "conj" and each.pos_ in _VERBS)
        for inner in each.subtree
    }
    below = list(verb.subtree)
    said_of = (each for each in below if each.dep_ in ("relcl", "acl") and each is not verb)
    apart |= {inner.i for each in said_of for inner in each.subtree}
    # What stands before a colon is a heading: "HARBOUR POST, 11 June: ...".
    start = max((each.i + 1 for each in verb.doc[sentence.start : verb.i] if each.text == ":"), default=sentence.start)
    own = [each for each in below if start <= each.i < sentence.end and each.i not in apart]
    if verb.dep_ == "relcl":
        own.extend(each for each in verb.head.lefts if each.dep_ in ("compound", "amod", "nmod"))
        own.append(verb.head)
    return own


def _comes_once(verb: Token) -> bool:
    """Whether what a clause tells is told as known or the only one, or is of a kind that comes once to one thing."""
    core = [each.token for each in (*doers(verb), *undergoers(verb))]
    if any(_is_alone(each) for each in core):
        return True
    known = bool(core) and all(_is_known(each) for each in core)
    if known and verb.dep_ == "advcl" and verb.left_edge.lower_ in _PRESUPPOSED:
        return True
    if verb.dep_ == "relcl" and _is_alone(verb.head):
        return True
    subject = [each for each in core if each.tag_ in ("NN", "NNP")]
    turn = f"{verb.lemma_} {' '.join(each.lower_ for each in children(verb, 'prt', 'advmod'))}".strip()
    begun = verb.lemma_ in _BEGINS | _ENDS_IT or any(turn.startswith(each) for each in _TURNS)
    killed = verb.lemma_ in ("kill", "bear") and is_passive(verb)
    return known and bool(subject) and (begun or killed)


def _is_known(noun: Token) -> bool:
    if noun.pos_ in ("PROPN", "PRON"):
        return True
    return any(each.lower_ in _KNOWN or each.dep_ == "poss" for each in noun.lefts)


def _is_alone(noun: Token) -> bool:
    """Whether it is said to be the only one: "the one convoy", "our only rocket", "the first shells"."""
    before = {each.lower_ for each in noun.lefts}
    return bool(before & _ALONE) and bool(before & _KNOWN)


def _gap(one: When, two: When) -> timedelta:
    (first, last), (start, end) = one.interval, two.interval
    assert first is not None
    assert last is not None
    assert start is not None
    assert end is not None
    return max(start - last, first - end)


def _can_differ(one: When, two: When) -> bool:
    """Whether two days exclude one another, as far as they tell by themselves."""
    gap = _gap(one, two)
    return gap >= _A_DAY and (gap == _A_DAY or one.precision is two.precision)


def _days_differ(one: Dated, two: Dated) -> bool:
    """Whether a night between days that exclude one another does not make them one."""
    if _gap(one.when, two.when) > _A_DAY:
        return True
    return not any(_NIGHT.search(each.words) or _NIGHT.search(each.when.value) for each in (one, two))


def _is_one_thing(one: Dated, two: Dated) -> bool:
    """Whether both tell of one thing that happened, and one of them as of what there was but one of."""
    if not (one.once or two.once) or any(_AGAIN.search(each.words) for each in (one, two)):
        return False
    if one.names - two.names and two.names - one.names:
        return False
    if one.parties and two.parties and not one.parties & two.parties:
        return False  # "Odeh came to the port on Thursday", "Saleh visited it on Tuesday"
    if _gap(one.when, two.when) > _DAYS_TO_DIE and _kills(one) != _kills(two):
        return False  # who was shot in July lived until he was killed in September
    if one.counts and two.counts and not one.counts & two.counts:
        return False  # "a group of 44", "a group of 202"
    if any(
        mine.counts and not theirs.counts and theirs.names - mine.names for mine, theirs in ((one, two), (two, one))
    ):
        return False  # "two men were shot", "Omar Sadat was shot"
    mine, theirs = one.told.token, two.told.token
    verbs = (stem(mine.lemma_), stem(theirs.lemma_))
    alike = verbs[0] in told_by(verbs[1]) or bool(doings_in(_turn(mine)) & doings_in(_turn(theirs)))
    alike = alike or verbs[0] in two.things or verbs[1] in one.things
    return alike and bool((one.things & two.things) - set(verbs))


def _kills(dated: Dated) -> bool:
    return dated.told.token.lemma_.lower() in _KILLS or _DEAD.search(dated.words) is not None


def _turn(verb: Token) -> str:
    return " ".join([verb.text, verb.lemma_, *(each.text for each in children(verb, "prt", "advmod"))])
