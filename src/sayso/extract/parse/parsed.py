"""What the pipeline found in one paragraph, copied out of it once: tokens with their tags, tree and sentences.

The pipeline makes a new token object each time one is asked for, which costs more than all that is done with it. These
are made once, so that they are cheap to walk and one and the same token is one and the same object. Names and meanings
are those of spaCy's ``Token``, ``Span`` and ``Doc``; labels are those of its English pipelines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple, overload

import spacy.tokens
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, ORTH, POS, SENT_START, SPACY, TAG
from spacy.lang.en.lex_attrs import like_num
from spacy.lang.lex_attrs import is_punct, is_quote
from spacy.vocab import Vocab

from sayso.language.lexicon import table

_IOB = ("", "I", "O", "B")
_PASTS = frozenset({"retook"})  # past tenses that the pipeline does not know for what they are
_COLUMNS = [ORTH, LEMMA, POS, TAG, DEP, ENT_TYPE, ENT_IOB, SPACY]

_Row = tuple[str, str, str, str, str, str, str, str]

_is_punct, _is_quote, _like_num = cache(is_punct), cache(is_quote), cache(like_num)


class Token:
    """One token. ``idx`` is the offset of its first character in ``doc``, ``i`` its number there.

    ``left_edge`` and ``right_edge`` are the first and the last token of what hangs on it, itself among them.
    """

    __slots__ = (
        *("children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "left_edge", "lemma_"),
        *("lower_", "pos_", "right_edge", "sent", "tag_", "text", "whitespace_"),
    )

    children: list[Token]
    sent: TokenSpan
    head: Token
    left_edge: Token
    right_edge: Token

    def __init__(self, doc: Doc, i: int, idx: int, row: _Row) -> None:
        self.doc = doc
        self.i = i
        self.idx = idx
        self.text, self.lemma_, self.pos_, self.tag_, self.dep_, self.ent_type_, self.ent_iob_, self.whitespace_ = row
        self.lower_ = self.text.lower()
        self.children = []

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    @property
    def lefts(self) -> list[Token]:
        """Children before the token, in order."""
        return [each for each in self.children if each.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """Children after the token, in order."""
        return [each for each in self.children if each.i > self.i]

    @property
    def subtree(self) -> Iterator[Token]:
        """The token and all that hangs on it, each token after what hangs on its left."""
        found: list[Token] = []
        _gather(self, found)
        return iter(found)

    @property
    def ancestors(self) -> Iterator[Token]:
        """Heads, from the token's own up to the root."""
        node = self
        while node.head is not node:
            node = node.head
            yield node

    def nbor(self, steps: int = 1) -> Token:
        """The token ``steps`` further on, or back where negative. Raises IndexError outside the paragraph."""
        if self.i + steps < 0:
            raise IndexError(steps)
        return self.doc.tokens[self.i + steps]

    @property
    def is_sent_start(self) -> bool:
        """Whether a sentence begins with it."""
        return self.sent.start == self.i

    @property
    def is_alpha(self) -> bool:
        """Whether it is all letters."""
        return self.text.isalpha()

    @property
    def is_digit(self) -> bool:
        """Whether it is all digits."""
        return self.text.isdigit()

    @property
    def is_lower(self) -> bool:
        """Whether its letters are all small."""
        return self.text.islower()

    @property
    def is_upper(self) -> bool:
        """Whether its letters are all capitals."""
        return self.text.isupper()

    @property
    def is_title(self) -> bool:
        """Whether it begins with a capital and goes on in small letters."""
        return self.text.istitle()

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return self.text.isspace()

    @property
    def is_punct(self) -> bool:
        """Whether it is a mark of punctuation."""
        return bool(_is_punct(self.text))

    @property
    def is_quote(self) -> bool:
        """Whether it is a quotation mark."""
        return bool(_is_quote(self.text))

    @property
    def like_num(self) -> bool:
        """Whether it is a number in figures or words."""
        return bool(_like_num(self.text))


def _gather(token: Token, found: list[Token]) -> None:
    """Append what hangs on a token's left, the token and what hangs on its right; generators in turn take longer."""
    if not token.children:
        found.append(token)
        return
    for each in token.lefts:
        _gather(each, found)
    found.append(token)
    for each in token.rights:
        _gather(each, found)


class TokenSpan:
    """A run of tokens, half open: ``start`` and ``end`` count tokens, ``start_char`` and ``end_char`` characters."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        self.doc = doc
        self.start = start
        self.end = end

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    @overload
    def __getitem__(self, i: int) -> Token: ...

    @overload
    def __getitem__(self, i: slice) -> TokenSpan: ...

    def __getitem__(self, i: int | slice) -> Token | TokenSpan:
        if isinstance(i, slice):
            start, end, _ = i.indices(len(self))
            return TokenSpan(self.doc, self.start + start, self.start + max(start, end))
        if 0 <= i < self.end - self.start:
            return self.doc.tokens[self.start + i]
        return self.doc.tokens[self.start : self.end][i]

    def __eq__(self, other: object) -> bool:
        same = isinstance(other, TokenSpan) and self.doc is other.doc
        return same and isinstance(other, TokenSpan) and (self.start, self.end) == (other.start, other.end)

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """Offset of the first character."""
        tokens = self.doc.tokens
        return tokens[self.start].idx if self.start < len(tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Offset after the last character."""
        if self.end <= self.start:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The very words, with the spaces between them."""
        if self.end <= self.start:
            return ""
        tokens = self.doc.tokens
        last = tokens[self.end - 1]
        return self.doc.text[tokens[self.start].idx : last.idx + len(last.text)]

    @property
    def root(self) -> Token:
        """The token nearest to the root of its sentence, bare punctuation last; the first of several.

        Raises IndexError where the run is empty.
        """
        inside = self.doc.tokens[self.start : self.end]
        tops = [each for each in inside if not self.start <= each.head.i < self.end or each.head is each]
        return min(tops, key=_depth) if tops else inside[0]


class Parse(NamedTuple):
    """What the pipeline found in one paragraph, as one process can tell it another: ``heads`` are steps from each token
    to its head, ``starts`` the tokens that sentences begin with.
    """

    rows: list[_Row]
    heads: list[int]
    starts: list[int]


def parse_of(parsed: spacy.tokens.Doc) -> Parse:
    """Copy out of a document of the pipeline all that is read here."""
    strings = _strings(parsed.vocab)
    rows = [
        (
            *(strings[orth], strings[lemma], strings[pos], strings[tag], strings[dep], strings[entity]),
            *(_IOB[iob], " " if space else ""),
        )
        for orth, lemma, pos, tag, dep, entity, iob, space in parsed.to_array(_COLUMNS).tolist()
    ]
    starts = [i for i, mark in enumerate(parsed.to_array(SENT_START).tolist()) if mark == 1 or i == 0]
    return Parse(rows, parsed.to_array(HEAD).astype("int64").tolist(), starts)


class Doc:
    """One parsed paragraph. ``tokens`` in order, ``text`` as it was given to the pipeline."""

    __slots__ = ("_starts", "sents", "text", "tokens")

    def __init__(self, parsed: spacy.tokens.Doc | Parse) -> None:
        rows, steps, starts = parsed if isinstance(parsed, Parse) else parse_of(parsed)
        self.tokens: tuple[Token, ...] = tuple(_tokens(self, rows))
        self.text = "".join([each.text + each.whitespace_ for each in self.tokens])
        self._starts = [each.idx for each in self.tokens]
        self.hang([i + step for i, step in enumerate(steps)], [each.dep_ for each in self.tokens])
        self.sents = tuple(TokenSpan(self, *each) for each in pairwise([*starts, len(self.tokens)]))
        for sentence in self.sents:
            for token in sentence:
                token.sent = sentence

    def hang(self, heads: Sequence[int], labels: Sequence[str]) -> None:
        """Make the tree anew: for each token the number of its head, its own where it is a root, and its label."""
        for token in self.tokens:
            token.children = []
            token.left_edge = token.right_edge = token
        for token, head, label in zip(self.tokens, heads, labels, strict=True):
            token.head = self.tokens[head]
            token.dep_ = label
            if token.head is not token:
                token.head.children.append(token)
        for token in self.tokens:
            _widen(token)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    @overload
    def __getitem__(self, i: int) -> Token: ...

    @overload
    def __getitem__(self, i: slice) -> TokenSpan: ...

    def __getitem__(self, i: int | slice) -> Token | TokenSpan:
        if not isinstance(i, slice):
            return self.tokens[i]
        start, end = i.start, i.stop
        if start is None or end is None or start < 0 or not start <= end <= len(self.tokens):
            start, end, _ = i.indices(len(self.tokens))  # the plain case is common enough to be worth telling apart
        return TokenSpan(self, start, max(start, end))

    def covering(self, start: int, end: int) -> TokenSpan | None:
        """The tokens that a stretch of characters touches; a space belongs to the token before it.

        None where the stretch begins or ends outside the text.
        """
        if not 0 <= start < len(self.text) or not 0 < end <= len(self.text):
            return None
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1) - 1
        if start == self.tokens[first].idx + len(self.tokens[first].text):
            first += 1
        return TokenSpan(self, first, max(first, last + 1))


def _widen(token: Token) -> None:
    """Let every token above this one reach to it; where one does already, so do those above it."""
    above = token
    while above.head is not above:
        above = above.head
        if token.i < above.left_edge.i:
            above.left_edge = token
        elif token.i > above.right_edge.i:
            above.right_edge = token
        else:
            return


def _depth(token: Token) -> int:
    if token.head is not token and not token.children and (token.is_punct or token.is_space):
        return len(token.doc)
    return sum(1 for _ in token.ancestors)


def _tokens(doc: Doc, rows: Sequence[_Row]) -> Iterator[Token]:
    idx, bases = 0, _bases()
    for i, row in enumerate(rows):
        token = Token(doc, i, idx, row)
        if row[2] == "VERB" or token.lower_ in _PASTS:
            token.lemma_ = bases.get(token.lower_, token.lemma_)
            if token.lower_ in _PASTS and token.tag_ != "VBN":
                token.pos_, token.tag_ = "VERB", "VBD"
        yield token
        idx += len(row[0]) + len(row[7])


@cache
def _bases() -> dict[str, str]:
    """The base of each form of a verb that the pipeline's lemmatizer gets wrong."""
    return {form: base for base, forms in table("verb_forms") for form in forms.split(",")}


class _Strings(dict[int, str]):
    """The pipeline's strings by number, each fetched once."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def __missing__(self, number: int) -> str:
        found = self[number] = self._vocab.strings[number] if number else ""
        return found


@cache
def _strings(vocab: Vocab) -> _Strings:
    return _Strings(vocab)
