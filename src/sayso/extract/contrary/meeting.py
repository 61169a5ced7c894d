"""Whether something told is what is denied: one doing, one doer, the same ends, at times that can be one."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.extract.contrary.statements import Statement
from sayso.extract.contrary.words import FIRST, GENERIC, LEAVING, PLACING, is_taken_back
from sayso.extract.found import Found
from sayso.extract.parse.clauses import children, doers, objects_of, undergoers
from sayso.extract.parse.parsed import Token, TokenSpan
from sayso.extract.parse.reading import Piece, Reading
from sayso.extract.parse.standing import standing
from sayso.language.doings import stem, told_by
from sayso.language.plover import noun_sense
from sayso.records.claim import TOLD, Polarity, Saying
from sayso.records.document import Span
from sayso.records.when import When

_NEAR = 3  # sentences
_FAR = 8  # sentences back to what "no such meeting" takes up
_STRETCH = 1024  # characters
_MOST_HELD = 250  # times that a word is met before a denial and behind it; in a book what is further off is another's
_ANY = ("NOUN", "PROPN", "VERB", "ADJ", "AUX")
_VERBS = ("VERB", "AUX")
_HIM = frozenset({"he", "she"})
_BOTH = frozenset({"man", "woman", "two", "pair", "both", "they", "side", "party"})
_SOMEBODY = frozenset({"him", "her", "them", "man", "woman"})
_BODIES = frozenset(
    {"patrol", "army", "force", "government", "office", "militia", "group", "party", "side", "ministry", "company"}
    | {"movement", "brigade", "unit", "staff", "crew", "paper", "newspaper", "spokesman", "spokeswoman", "artillery"}
)
_WHICHEVER = frozenset({"any", "single", "one", "no"})
_RECEIVING = frozenset({"receive", "accept", "take", "get", "borrow"})
_GIVING = frozenset({"give", "hand", "pay", "send", "supply", "deliver", "lend", "transfer", "slip", "pass"})
_EMPTY = frozenset({"be", "have", "do", "say", "will", "tell", "ask", "s", "make", "go", "get"})


@dataclass(frozen=True, slots=True)
class Told:
    """A word that tells of a doing, and how well it fits what is denied."""

    piece: Piece
    sentence: TokenSpan
    token: Token
    fit: tuple[int, int, int]


class Document:
    """The sentences of a reading, by the words that tell of something in them."""

    def __init__(self, reading: Reading, found: Found, sayings: Sequence[Saying]) -> None:
        self.reading = reading
        self.found = found
        self._chains = {each.id: each.chain for each in found.mentions}
        # By stretches of text and by passage, the shortest first, so that a word is held against those around it alone.
        self._sayings: dict[int, list[Saying]] = defaultdict(list)
        self._quoted: dict[str, list[Saying]] = defaultdict(list)
        for each in sorted(sayings, key=lambda each: (sum(map(len, each.content)), each.id)):
            if each.vouches and each.mention is not None:
                self._quoted[each.passage].append(each)
            if each.vouches and each.name:
                stretches = (range(part.start // _STRETCH, part.end // _STRETCH + 1) for part in each.content)
                for at in sorted({at for part in stretches for at in part}):
                    self._sayings[at].append(each)
        self._parties: dict[Token, tuple[frozenset[str], frozenset[str]]] = {}
        self._telling: dict[Token, bool] = {}
        self._dated: dict[Token, list[When]] = {}
        self._spoken: dict[Token, Saying | None] = {}
        self.sentences = list(reading.sentences())
        self._at = {(piece.index, sentence.start): at for at, (piece, sentence) in enumerate(self.sentences)}
        words: dict[str, list[tuple[int, Token]]] = defaultdict(list)
        for at, (_, sentence) in enumerate(self.sentences):
            for token in sentence:
                if token.pos_ in _ANY and token.lemma_ not in _EMPTY:
                    words[stem(token.lemma_)].append((at, token))
        self._words: Mapping[str, list[tuple[int, Token]]] = words

    def number(self, statement: Statement) -> int:
        """Which sentence of the document a statement stands in."""
        return self._at[statement.piece.index, statement.sentence.start]

    def chain(self, piece: Piece, token: Token) -> str | None:
        """Whom a word names, as far as the document tells."""
        mention = self.found.headed_by(piece, token) or self.found.over(piece, token)
        return self._chains.get(mention.id) if mention is not None else None

    def speaker(self, piece: Piece, token: Token) -> Saying | None:
        """The innermost saying of somebody that a word stands in."""
        if token not in self._spoken:
            self._spoken[token] = self.saying_over(piece.span(token))
        return self._spoken[token]

    def saying_over(self, span: Span) -> Saying | None:
        """The innermost saying of somebody that a stretch of text stands in."""
        said = self._sayings.get(span.start // _STRETCH, ())
        return next((each for each in said if any(part.holds(span) for part in each.content)), None)

    def _only_speaker(self, piece: Piece, token: Token) -> Saying | None:
        """Who alone is quoted in a passage, for the words in marks that nobody is said to have spoken."""
        if not _is_quoted(piece, token):
            return None
        quoted = self._quoted.get(piece.passage.id, [])
        chains = {self._chains.get(each.mention or "") for each in quoted}
        return quoted[0] if len(chains) == 1 else None

    def answered(self, denied: Statement) -> Told | None:
        """What a denial is held against: the telling that fits it best, nothing where none does."""
        own = self.number(denied)
        best: Told | None = None
        for word in sorted({each for one in denied.doing for each in told_by(one)}):
            for at, token in self._near(word, own):
                piece, sentence = self.sentences[at]
                fit = self._fit(denied, piece, sentence, token, at - own)
                if fit is not None and (best is None or fit > best.fit):
                    best = Told(piece, sentence, token, fit)
        if best is None and "be" in denied.doing:
            best = self._present(denied, own)
        return best

    def _near(self, word: str, own: int) -> Iterator[tuple[int, Token]]:
        """Where a word stands in other sentences than one, in order of reading, and in which."""
        met = self._words.get(word, ())
        here = bisect_left(met, own, key=lambda each: each[0])
        for at, token in met[max(0, here - _MOST_HELD) : here + _MOST_HELD]:
            if at != own:
                yield at, token

    def can_be_meant(self, denied: Statement, piece: Piece, sentence: TokenSpan, token: Token) -> bool:
        """Whether what is told is of a time that a denial can be of."""
        here = (denied.piece, denied.sentence, denied.token)
        return self._is_now(denied, token) and self.times_meet(here, (piece, sentence, token))

    def chain_of(self, mention: str | None) -> str | None:
        """Whom a mention names, as far as the document tells."""
        return self._chains.get(mention or "")

    def _fit(
        self, denied: Statement, piece: Piece, sentence: TokenSpan, token: Token, away: int
    ) -> tuple[int, int, int] | None:
        if not self.is_told(piece, sentence, token) or not self.can_be_meant(denied, piece, sentence, token):
            return None
        doer = self._doer(denied, piece, sentence, token)
        if doer is None:
            return None
        shared = self._shared(denied, piece, sentence, token)
        if shared is None:
            return None
        weight = shared + doer
        close = -(_FAR if denied.named else _NEAR) <= away <= 1
        if weight == 0 and not (close and (denied.named or denied.nobody)):
            return None
        same = stem(token.lemma_) in denied.doing
        if weight == 0 and not same and not denied.named:
            return None
        ours = denied.subject is not None and denied.subject.lower_ == "we"
        alone = not ours and bool(doer) and not denied.things and not _stand_alike(denied, token)
        if alone and not self._is_of_somebody(denied, piece, sentence, token):
            return None
        if weight == 0 and token.pos_ == "NOUN" and token.dep_ == "nsubj" and noun_sense(token.lemma_.lower()) is None:
            return None  # a thing, of which something else is told
        if denied.lasting and not self._undergoes(denied, token):
            return None
        return weight, int(same), -abs(away)

    def _is_of_somebody(self, denied: Statement, piece: Piece, sentence: TokenSpan, token: Token) -> bool:
        """For "I never met him", where the telling is of the same doer and one other person."""
        ends = [each.lower_ for each in children(denied.token, "dobj")]
        if denied.cue.lower_ != "never" or len(ends) != 1 or ends[0] not in _SOMEBODY:
            return False
        mine = self._whose(denied.piece, denied.subject) if denied.subject is not None else frozenset()
        named = (each for each in _clause_around(sentence, token) if each.pos_ == "PROPN")
        return any(chain is not None and chain not in mine for chain in (self.chain(piece, each) for each in named))

    def _undergoes(self, denied: Statement, token: Token) -> bool:
        """Whether that of which a state is told is what the doing was done to, or befell."""
        ends = [each.token for each in undergoers(token)] if token.pos_ == "VERB" else []
        ends.extend(children(token, "nsubj", "nsubjpass"))
        return any(each.lemma_.lower() == denied.things[0].lemma_.lower() for each in ends)

    def is_told(self, piece: Piece, sentence: TokenSpan, token: Token) -> bool:
        """Whether a word tells of something as having been so."""
        if token not in self._telling:
            self._telling[token] = self._tells(piece, sentence, token)
        return self._telling[token]

    def _tells(self, piece: Piece, sentence: TokenSpan, token: Token) -> bool:
        if token.dep_ == "pcomp" and token.head.head.pos_ == "ADJ":
            return False  # "capable of winning"
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

    def times_meet(self, one: tuple[Piece, TokenSpan, Token], two: tuple[Piece, TokenSpan, Token]) -> bool:
        """Whether the times that two clauses name can be one; so can those of which either names none."""
        mine, theirs = self._times(*one), self._times(*two)
        return not mine or not theirs or any(_meets(a, b) for a in mine for b in theirs)

    def _times(self, piece: Piece, sentence: TokenSpan, token: Token) -> list[When]:
        if token not in self._dated:
            found: list[When] = []
            for each in _clause_around(sentence, token):
                when = self.found.time_over(piece, each)
                if when is not None and when.edtf is not None and when not in found:
                    found.append(when)
            self._dated[token] = found
        return self._dated[token]

    def _doer(self, denied: Statement, piece: Piece, sentence: TokenSpan, token: Token) -> int | None:
        """1 where both name one doer, 0 where the denial is of anybody's doing, None where the doers differ."""
        subject = denied.subject
        if denied.nobody or subject is None:
            return 0
        if denied.another:
            return self._other_doer(denied, piece, sentence, token)
        done_by = [place.token for place in doers(token)] if token.pos_ in ("VERB", "AUX") else []
        if denied.token.lemma_ in _RECEIVING and token.lemma_ in _GIVING:  # who was given it received it
            done_by = [*children(token, "dative", "dobj"), *objects_of(token, "to")]
        if token.pos_ == "NOUN":
            done_by = [*children(token, "poss"), *objects_of(token, "by")]
            if token.dep_ in ("dobj", "attr", "oprd") and token.head.pos_ in ("VERB", "AUX"):
                done_by.extend(place.token for place in doers(token.head))
        if any(self.is_one((denied.piece, subject), (piece, each)) for each in done_by):
            return 1
        if subject.lemma_.lower() in _BOTH and subject.tag_ in ("NNS", "PRP", "DT") and len(done_by) > 1:
            return 1  # "the two men have never met"
        if "be" in denied.doing and any(
            self.is_one((denied.piece, subject), (piece, each)) for each in _clause_around(sentence, token)
        ):
            return 1  # who was met there was there
        if done_by:
            return 1 if self._is_we_of_the_accused(denied, piece, token) else None
        # "Accused Odeh of the massacre" names him beside it.
        beside = (each for each in sentence if each.pos_ in ("NOUN", "PROPN", "PRON"))
        return 1 if any(self.is_one((denied.piece, subject), (piece, each)) for each in beside) else None

    def _is_we_of_the_accused(self, denied: Statement, piece: Piece, token: Token) -> bool:
        """Whether a "we" of one voice answers at once, and in the same word, what another says of others."""
        said = self.speaker(piece, token), self.speaker(denied.piece, denied.token)
        if denied.subject is None or denied.subject.lower_ != "we" or said[0] is None or said[1] is None:
            return False
        away = self._at[denied.piece.index, denied.sentence.start] - self._at[piece.index, token.sent.start]
        return said[0].name != said[1].name and away == 1 and stem(token.lemma_) in denied.doing

    def _other_doer(self, denied: Statement, piece: Piece, sentence: TokenSpan, token: Token) -> int | None:
        """1 where another did what is told, by another's word: a name or a noun that the denial has nowhere."""
        done_by = [place.token for place in doers(token)] if token.pos_ in _VERBS else []
        said = self.speaker(piece, token), self.speaker(denied.piece, denied.token)
        if not done_by or any(each.pos_ == "PRON" for each in done_by) or said[0] is None or said[1] is None:
            return None
        if said[0].name.casefold() == said[1].name.casefold() or not denied.things:
            return None
        subject = denied.subject
        assert subject is not None
        own = {each.lemma_.lower() for each in subject.subtree if each.pos_ in ("NOUN", "PROPN")}
        theirs = {each.lemma_.lower() for doer in done_by for each in doer.subtree if each.pos_ in ("NOUN", "PROPN")}
        chains = self._whose(denied.piece, subject), frozenset(c for d in done_by for c in self._whose(piece, d))
        return None if own & theirs or chains[0] & chains[1] else 1

    def is_one(self, one: tuple[Piece, Token], two: tuple[Piece, Token]) -> bool:
        """Whether two words name one party: by their chain, as a speaker's "we", or by one and the same noun."""
        (chains, mine), (others, theirs) = self._party(*one), self._party(*two)
        if chains & others:
            return True
        if one[1].pos_ == "PROPN" and two[1].pos_ == "PROPN":
            return bool(mine) and (mine <= theirs or theirs <= mine)  # not Marek Senn for Dario Senn
        return bool(mine & theirs)

    def _party(self, piece: Piece, token: Token) -> tuple[frozenset[str], frozenset[str]]:
        """Whom a word names, by chains and by nouns: looked up once, since each is held against many."""
        if token not in self._parties:
            self._parties[token] = self._whose(piece, token), self._called(piece, token)
        return self._parties[token]

    def _whose(self, piece: Piece, token: Token) -> frozenset[str]:
        found: set[str | None] = {self.chain(piece, token)} - {None}
        if token.tag_ in ("NNS", "NNPS") or token.lemma_ in _BODIES:
            for owner in children(token, "poss"):  # "its men", "our patrol"
                found |= self._whose(piece, owner)
        if token.lower_ in _HIM and not _is_quoted(piece, token):
            saying = self.speaker(piece, token)  # "Odeh said that he had never been there"
            return frozenset(
                {*(each for each in found if each), *([f"speaker {saying.name.casefold()}"] if saying else [])}
            )
        if token.lower_ in FIRST:
            saying = self.speaker(piece, token) or self._only_speaker(piece, token)
            if saying is None:
                return frozenset({f"writer {piece.passage.id}"}) if not _is_quoted(piece, token) else frozenset()
            found.add(f"speaker {saying.name.casefold()}")
            if saying.mention is not None:
                found.add(self._chains.get(saying.mention))
        return frozenset(each for each in found if each is not None)

    def _called(self, piece: Piece, token: Token) -> frozenset[str]:
        """The nouns that a party goes by, with those of who speaks where it is "we"."""
        if token.lower_ in FIRST:
            saying = self.speaker(piece, token) or self._only_speaker(piece, token)
            return frozenset(saying.name.casefold().split()) - {"the", "of"} if saying is not None else frozenset()
        if token.pos_ == "PRON":
            return frozenset()
        own = {token.lemma_.lower()} - GENERIC
        named = {each.lower_ for each in token.children if each.dep_ in ("compound", "flat") and each.pos_ == "PROPN"}
        return frozenset(own | named)

    def _shared(self, denied: Statement, piece: Piece, sentence: TokenSpan, token: Token) -> int | None:
        """How many of the nouns of a denial the telling has; None where it lacks one."""
        around = list(sentence) if denied.nobody or denied.named else _clause_around(sentence, token)
        words = {each.lemma_.lower() for each in around if each.pos_ in (*_ANY, "NUM") and each is not token}
        chains = {self.chain(piece, each) for each in around if each.dep_ != "poss"} - {None}
        doing = {each for one in denied.doing for each in told_by(one)}
        shared = 0
        for thing in denied.things:
            own = self.chain(denied.piece, thing)
            if thing.lemma_.lower() in words or (own is not None and own in chains):
                shared += 1
            elif any(each.lower_ in _WHICHEVER for each in thing.lefts):
                continue  # "any armed group" is whichever was told of
            elif stem(thing.lemma_) in doing or self._names_what_is_pointed_at(denied, thing, sentence):
                continue
            else:
                return None
        return shared

    def _names_what_is_pointed_at(self, denied: Statement, thing: Token, sentence: TokenSpan) -> bool:
        """Whether a thing only names another that the telling points at: "the Sarn bridge", told as "that bridge"."""
        if thing.dep_ not in ("compound", "poss", "nmod"):
            return False
        for each in sentence:
            if each.pos_ == "NOUN" and each.lemma_ == thing.head.lemma_:
                named = any(child.pos_ == "PROPN" for child in each.lefts)
                return not named and any(child.lower_ in ("the", "that", "this", "those") for child in each.lefts)
        return False

    def _present(self, denied: Statement, own: int) -> Told | None:
        """What somebody is told to have done in a place who says that he was not there."""
        things = [each for each in denied.things if each.dep_ == "pobj"]
        if denied.subject is None or not things:
            return None
        best: Told | None = None
        for at, noun in self._near(stem(things[0].lemma_), own):
            verb = noun.head.head
            if noun.dep_ != "pobj" or noun.head.lower_ not in PLACING or verb.pos_ not in _VERBS:
                continue
            piece, sentence = self.sentences[at]
            if verb.lemma_ in LEAVING:
                continue
            fit = self._fit(denied, piece, sentence, verb, at - own)
            if fit is not None and fit[0] > 1 and (best is None or fit > best.fit):
                best = Told(piece, sentence, verb, fit)
        return best


def _stand_alike(denied: Statement, token: Token) -> bool:
    """Whether of two that share their doer alone neither is done to anything: "Odeh has not resigned"."""
    if denied.token.pos_ not in _VERBS:
        return True
    return token.pos_ in _VERBS and not children(denied.token, "dobj") and not children(token, "dobj")


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


def _is_quoted(piece: Piece, token: Token) -> bool:
    """Whether a word stands between quotation marks of its paragraph."""
    before = piece.text[: token.idx]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


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
        if not (child.dep_ == "conj" and child.pos_ in _VERBS) and child.dep_ not in ("parataxis", "cc")
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
