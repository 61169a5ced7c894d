"""The sentences of a document by what they tell of, and those that a denial in it may be of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.extract.contrary.statements import Statement
from sayso.extract.contrary.words import LEAVING, PLACING, is_taken_back
from sayso.extract.found import Found
from sayso.extract.parse.clauses import children
from sayso.extract.parse.parsed import Token, TokenSpan
from sayso.extract.parse.reading import Piece, Reading
from sayso.extract.parse.standing import standing
from sayso.language.doings import named_by, stem, told_by
from sayso.language.plover import noun_sense
from sayso.records.claim import TOLD, Polarity, Saying
from sayso.records.document import PassageRole, Span
from sayso.records.when import When

_STRETCH = 1024  # characters
_MOST_HELD = 100  # places of one word before a denial, and as many behind it
_MOST = 4  # tellings that are kept for one denial to be weighed
_ANY = ("NOUN", "PROPN", "VERB", "ADJ", "AUX")
_VERBS = ("VERB", "AUX")
_CLAUSAL = frozenset(_VERBS)
_SUPPOSED = re.compile(r"(?:Should|Were|Had) [A-Za-z]")  # "Should it turn out that he paid": he may not have
_EMPTY = frozenset({"be", "have", "do", "say", "will", "tell", "ask", "s", "make", "go", "get"})


@dataclass(frozen=True, slots=True)
class Told:
    """A word that tells of a doing, and the sentence it stands in."""

    piece: Piece
    sentence: TokenSpan
    token: Token


class Document:
    """The sentences of a reading, by the words that tell of something in them."""

    def __init__(self, reading: Reading, found: Found, sayings: Sequence[Saying]) -> None:
        self.reading = reading
        self.found = found
        self._chains = {each.id: each.chain for each in found.mentions}
        # By stretches of text, the shortest first, so that a word is held against those around it alone.
        self._sayings: dict[int, list[Saying]] = defaultdict(list)
        for each in sorted(sayings, key=lambda each: (sum(map(len, each.content)), each.id)):
            if each.vouches and each.name:
                stretches = (range(part.start // _STRETCH, part.end // _STRETCH + 1) for part in each.content)
                for at in sorted({at for part in stretches for at in part}):
                    self._sayings[at].append(each)
        self.sentences = list(reading.sentences())
        self._at = {(piece.index, sentence.start): at for at, (piece, sentence) in enumerate(self.sentences)}

    @cached_property
    def _words(self) -> Mapping[str, list[tuple[int, Token]]]:
        words: dict[str, list[tuple[int, Token]]] = defaultdict(list)
        for at, (_, sentence) in enumerate(self.sentences):
            for token in sentence:
                if token.pos_ in _ANY and token.lemma_ not in _EMPTY:
                    words[stem(token.lemma_)].append((at, token))
        return words

    def number(self, statement: Statement) -> int:
        """Which sentence of the document a statement stands in."""
        return self._at[statement.piece.index, statement.sentence.start]

    def chain(self, piece: Piece, token: Token) -> str | None:
        """Whom a word names, as far as the document tells."""
        mention = self.found.headed_by(piece, token) or self.found.over(piece, token)
        return self._chains.get(mention.id) if mention is not None else None

    def chain_of(self, mention: str | None) -> str | None:
        """Whom a mention names, by its id."""
        return self._chains.get(mention) if mention is not None else None

    def speaker(self, piece: Piece, token: Token) -> Saying | None:
        """The innermost saying of somebody that a word stands in."""
        return self.saying_over(piece.span(token))

    def saying_over(self, span: Span) -> Saying | None:
        """The innermost saying of somebody that a stretch of text stands in."""
        said = self._sayings.get(span.start // _STRETCH, ())
        return next((each for each in said if any(part.holds(span) for part in each.content)), None)

    def candidates(self, denied: Statement) -> list[Told]:
        """The few verbs of its passage that a denial may be of, the likest first; which it is of is weighed later."""
        own = self.number(denied)
        things = {stem(each.lemma_) for each in denied.things}
        found: dict[tuple[int, int], tuple[tuple[int, bool, int], Told]] = {}
        for at, token in self._meant(denied):
            piece, sentence = self.sentences[at]
            if at == own or piece.passage.id != denied.piece.passage.id:
                continue
            told = {stem(each.lemma_) for each in sentence if each.pos_ in (*_ANY, "NUM")}
            shared = sum(bool(named_by(each) & told) for each in things)
            same = stem(token.lemma_) in denied.doing
            if (shared or same) and self._can_be_meant(denied, piece, sentence, token):
                found[piece.index, token.i] = (shared, same, -abs(at - own)), Told(piece, sentence, token)
        best = sorted(found.items(), key=lambda each: (each[1][0], each[0]), reverse=True)
        return [told for _, (_, told) in best[:_MOST]]

    def _meant(self, denied: Statement) -> Iterator[tuple[int, Token]]:
        """Verbs for the doing that is denied, and its own noun; for somebody's presence, those that place him there."""
        for word in sorted({each for one in denied.doing for each in told_by(one)}):
            for at, token in self._near(word, self.number(denied)):
                own = token.pos_ == "NOUN" and word in denied.doing and noun_sense(token.lemma_.lower()) is not None
                if token.pos_ in _VERBS or own:
                    yield at, token
        if "be" in denied.doing:
            for thing in denied.things:
                for at, noun in self._near(stem(thing.lemma_), self.number(denied)):
                    verb = noun.head.head
                    placed = noun.dep_ == "pobj" and noun.head.lower_ in PLACING and verb.pos_ in _VERBS
                    if placed and verb.lemma_ not in LEAVING:
                        yield at, verb

    def _near(self, word: str, own: int) -> Sequence[tuple[int, Token]]:
        """Where a word stands around a sentence, in order of reading, and in which sentence."""
        met = self._words.get(word, ())
        here = bisect_left(met, own, key=lambda each: each[0])
        return met[max(0, here - _MOST_HELD) : here + _MOST_HELD]

    def _can_be_meant(self, denied: Statement, piece: Piece, sentence: TokenSpan, token: Token) -> bool:
        """Whether what is told is told as having been so, and of a time that a denial can be of."""
        here = (denied.piece, denied.sentence, denied.token)
        told = self.is_told(piece, sentence, token) and self._is_now(denied, token)
        return told and self._times_meet(here, (piece, sentence, token))

    def is_told(self, piece: Piece, sentence: TokenSpan, token: Token) -> bool:
        """Whether a word tells of something as having been so."""
        if token.dep_ == "pcomp" and token.head.head.pos_ == "ADJ":
            return False  # "capable of winning"
        if sentence.text.isupper() or piece.passage.role is PassageRole.HEADING:
            return False  # the text below tells it in full
        if token.dep_ == "amod" and token.lower_ != "dead":
            return False
        if token.pos_ in ("ADJ", "PROPN") and token.dep_ not in ("acomp", "attr", "amod"):
            return False
        head = token if token.pos_ != "ADJ" else token.head
        polarity, status = standing(head)
        if polarity is not Polarity.YES or status not in TOLD:
            return False
        verb = head
        while verb.pos_ not in ("VERB", "AUX") and verb.head is not verb:
            verb = verb.head
        if verb is not head and any(each.dep_ == "neg" for each in verb.children):
            return False
        words = sentence.text
        if _SUPPOSED.match(words.lstrip("“\"‘' ")):
            return False
        return not words.rstrip("”\"’' ").endswith("?") and not is_taken_back(piece.text)

    def _is_now(self, denied: Statement, token: Token) -> bool:
        """Whether what is denied of now is told of now, and what is denied of then not of every day."""
        verb = token
        while verb.pos_ not in _VERBS and verb.head is not verb:
            verb = verb.head
        helping = [each.tag_ for each in children(verb, "aux", "auxpass")]
        now = verb.tag_ in ("VBZ", "VBP") or any(tag in ("VBZ", "VBP") for tag in helping)
        if denied.present:
            return now
        always = verb is token and verb.tag_ in ("VBZ", "VBP") and not helping
        return not always or denied.lasting or denied.token.pos_ not in _VERBS

    def _times_meet(self, one: tuple[Piece, TokenSpan, Token], two: tuple[Piece, TokenSpan, Token]) -> bool:
        """Whether the times that two clauses name can be one; so can those of which either names none."""
        mine, theirs = self._times(*one), self._times(*two)
        return not mine or not theirs or any(_meets(a, b) for a in mine for b in theirs)

    def only_time(self, piece: Piece, sentence: TokenSpan, token: Token) -> When | None:
        """The time that the clause of a word names, where it names one alone."""
        times = self._times(piece, sentence, token)
        return times[0] if len(times) == 1 else None

    def _times(self, piece: Piece, sentence: TokenSpan, token: Token) -> list[When]:
        found: list[When] = []
        for each in _clause_around(sentence, token):
            when = self.found.time_over(piece, each)
            if when is not None and when.edtf is not None and when not in found:
                found.append(when)
        return found


def _clause_around(sentence: TokenSpan, token: Token) -> list[Token]:
    """The words of the clause that a word stands in."""
    top = token
    while top.pos_ not in _VERBS and top.head is not top:
        top = top.head
    apart = [each for each in top.children if each.dep_ in ("advcl", "parataxis") and each is not token]
    away = {inner.i for each in apart for inner in each.subtree if token not in each.subtree}
    return [each for each in top.subtree if sentence.start <= each.i < sentence.end and each.i not in away]


def _place(token: Token) -> int:
    return token.i


def _meets(one: When, two: When) -> bool:
    (a, b), (c, d) = one.interval, two.interval
    return not ((b is not None and c is not None and b < c) or (d is not None and a is not None and d < a))


def span_of(piece: Piece, sentence: TokenSpan, token: Token) -> Span:
    """The clause or the noun phrase that a word is the head of, within its sentence, without marks at its ends."""
    if token.pos_ == "NOUN" and token.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and token.head.pos_ in _VERBS:
        token = token.head  # "no such complaint had been made"
    tokens = [
        each
        for child in token.children
        if not (child.dep_ == "conj" and {child.pos_, token.pos_} & _CLAUSAL)
        if child.dep_ not in ("parataxis", "cc", "punct")
        if child.lower_ != "according" and not (child.dep_ == "ccomp" and child.i < token.i)
        for each in child.subtree
    ]
    tokens = sorted((each for each in (token, *tokens) if sentence.start <= each.i < sentence.end), key=_place)
    first, last = tokens[0], tokens[-1]
    inside = list(piece.doc[first.i : last.i + 1])
    while inside and (inside[0].is_punct or inside[0].is_quote):
        inside.pop(0)
    while inside and (inside[-1].is_punct or inside[-1].is_quote):
        inside.pop()
    if not inside:
        return piece.span(token)
    return Span(piece.span(inside[0]).start, piece.span(inside[-1]).end)
