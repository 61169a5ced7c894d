"""An edition cut into paragraphs and parsed, with every token still knowing its place in the edition.

This is what all finders in this folder read from. Comments, boilerplate and passages in a language Sayso does not read
are left unparsed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex

from sayso.errors import SetupError
from sayso.extract.parse.mending import mend
from sayso.extract.parse.parsed import Doc, Parse, Token, TokenSpan, parse_of
from sayso.extract.parse.ruler import remember_rules
from sayso.extract.parse.stepping import step_with_lock
from sayso.language.datelines import dateline
from sayso.language.lexicon import words
from sayso.language.tongues import is_read
from sayso.records.document import Edition, Passage, Span

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_CLOSED = tuple(".!?:;\"”’'»)…")
_OPENING = "\"'“‘("
_WRAP = 120  # a printed line longer than this was not broken by a column width
_LONG_ENOUGH_FOR_PROSE = 80  # a shorter paragraph without a full stop is a heading, not a broken sentence


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph of one passage, parsed. ``base`` is the edition offset of the first character of ``doc``."""

    index: int
    passage: Passage
    base: int
    doc: Doc
    text: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.doc.text)

    def span(self, part: Token | TokenSpan) -> Span:
        """Where a token or a run of tokens stands in the edition."""
        if isinstance(part, Token):
            return Span(self.base + part.idx, self.base + part.idx + len(part.text))
        return Span(self.base + part.start_char, self.base + part.end_char)


@dataclass(frozen=True, slots=True)
class Reading:
    """A parsed edition. ``foreign`` are stretches in languages that are not read."""

    edition: Edition
    pieces: tuple[Piece, ...]
    foreign: tuple[Span, ...] = ()
    _starts: tuple[int, ...] = field(default=(), repr=False)

    def tokens_in(self, span: Span) -> list[tuple[Piece, Token]]:
        """All tokens that share a character with ``span``, in order."""
        found: list[tuple[Piece, Token]] = []
        for at in range(max(0, bisect_right(self._starts, span.start) - 1), len(self.pieces)):
            piece = self.pieces[at]
            if piece.base >= span.end:
                break
            start, end = max(0, span.start - piece.base), span.end - piece.base
            if start < len(piece.text):
                last = min(max(end, start + 1), len(piece.text))
                around = piece.doc.covering(start, last) or ()
                found.extend((piece, each) for each in around if each.idx < end and each.idx + len(each.text) > start)
        return found

    def sentence_of(self, span: Span) -> Span:
        """The sentence that the start of ``span`` lies in; ``span`` itself where none was parsed there."""
        for piece, token in self.tokens_in(Span(span.start, span.start + 1)):
            return piece.span(token.sent)
        return span

    def sentences(self) -> Iterator[tuple[Piece, TokenSpan]]:
        """Every parsed sentence in reading order."""
        for piece in self.pieces:
            for sentence in piece.doc.sents:
                yield piece, sentence


def paragraphs(text: str, stretch: Span) -> list[Span]:
    """Cut a stretch into paragraphs: at blank lines, and at line ends that a sentence ends on.

    A blank line inside a sentence (scrapers leave them where a page or an advertisement broke) does not cut.
    """
    cuts: list[Span] = []
    for rough in _at_blank_lines(text, stretch):
        for paragraph in _at_line_ends(text, rough):
            cuts.extend(_behind_dateline(text, paragraph))
    joined: list[Span] = []
    for cut in cuts:
        if joined and _is_broken_sentence(joined[-1].of(text), cut.of(text)):
            joined[-1] = Span(joined[-1].start, cut.end)
        else:
            joined.append(cut)
    return [piece for each in joined for piece in _of_bearable_length(text, each)]


def _of_bearable_length(text: str, paragraph: Span) -> Iterator[Span]:
    """A text without a line end is cut behind sentences: a parser takes no more than so much at once."""
    start = paragraph.start
    while paragraph.end - start > _LONGEST:
        ends = text.rfind(". ", start, start + _LONGEST) + 1 or text.rfind(" ", start, start + _LONGEST) + 1
        stop = max(ends, start + 1) if ends else start + _LONGEST
        yield from _trimmed(text, start, stop)
        start = stop
    yield from _trimmed(text, start, paragraph.end) if start > paragraph.start else (paragraph,)


def _at_blank_lines(text: str, stretch: Span) -> Iterator[Span]:
    start = stretch.start
    for gap in _BLANK.finditer(text, stretch.start, stretch.end):
        yield from _trimmed(text, start, gap.start())
        start = gap.end()
    yield from _trimmed(text, start, stretch.end)


def _at_line_ends(text: str, rough: Span) -> Iterator[Span]:
    start = rough.start
    position = rough.start
    for line in rough.of(text).splitlines(keepends=True):
        if position > start and dateline(line) is not None:
            yield from _trimmed(text, start, position)
            start = position
        position += len(line)
        bare = line.rstrip()
        if bare.endswith(_CLOSED) or len(bare) > _WRAP or len(bare.split()) <= 3:
            yield from _trimmed(text, start, position)
            start = position
    yield from _trimmed(text, start, rough.end)


def _behind_dateline(text: str, paragraph: Span) -> Iterator[Span]:
    """The paragraph without its dateline, which is no part of its first sentence, and the dateline before it."""
    opening = dateline(paragraph.of(text))
    if opening is None or paragraph.start + opening.end >= paragraph.end:
        yield paragraph
        return
    yield from _trimmed(text, paragraph.start, paragraph.start + opening.end)
    yield Span(paragraph.start + opening.end, paragraph.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _is_broken_sentence(before: str, after: str) -> bool:
    if len(before) < _LONG_ENOUGH_FOR_PROSE or before.endswith(_CLOSED):
        return False
    last = before.rsplit(maxsplit=1)[-1]
    if last.endswith(",") or last in words("unfinished_words"):
        return after[0].isalnum() or after[0] in _OPENING
    return last.islower() and last.isalpha() and after[0].islower()  # a caption without a full stop is whole


@cache
def pipeline(name: str) -> Language:
    """The installed spaCy pipeline called ``name``. Raises SetupError, with what to install, where it is missing."""
    try:
        return step_with_lock(remember_rules(_cut_at_dashes(spacy.load(name))))
    except OSError as error:
        raise SetupError(
            f"The language pipeline {name!r} is not installed; install it, or name one that is with --pipeline."
        ) from error


def _cut_at_dashes(nlp: Language) -> Language:
    """Let the tokenizer part what a dash joins to a quotation, and initials from what a hyphen joins to them.

    Of ``Army"—the`` and of ``U.N.-backed`` it makes one word by itself.
    """
    infixes = [*(nlp.Defaults.infixes or ()), *_AT_DASHES, _AFTER_INITIALS]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    return nlp


def parse(editions: Iterable[Edition], nlp: Language) -> Iterator[Reading]:
    """Parse editions one after another; the paragraphs of each go through the pipeline as one batch, or several."""
    for edition in editions:
        cut = cut_up(edition)
        yield cut.reading(parsed for part in cut.parts() for parsed in parse_part(part, nlp))


def parse_part(texts: Sequence[str], nlp: Language) -> Iterator[Parse]:
    """What the pipeline finds in paragraphs that go through it together."""
    return map(parse_of, nlp.pipe(texts))


@dataclass(frozen=True, slots=True)
class Cut:
    """An edition cut into the paragraphs that are parsed, each with its passage, and what is in foreign languages.

    ``texts`` are the paragraphs as they are given to the pipeline.
    """

    edition: Edition
    paragraphs: tuple[tuple[Passage, Span], ...]
    texts: tuple[str, ...]
    foreign: tuple[Span, ...]

    def parts(self) -> Iterator[tuple[str, ...]]:
        """The texts of the paragraphs as they go through the pipeline: all together, or those of a long text in parts.

        Where a part ends follows from the text alone, so that who parses it makes no difference.
        """
        if sum(map(len, self.texts)) <= _LONG:
            yield self.texts
            return
        part: list[str] = []
        length = 0
        for text in self.texts:
            part.append(text)
            length += len(text)
            if length >= _PART:
                yield tuple(part)
                part, length = [], 0
        if part:
            yield tuple(part)

    def reading(self, parses: Iterable[Parse]) -> Reading:
        """The edition with its paragraphs as they were parsed, in order."""
        pieces = tuple(
            Piece(index, passage, span.start, mend(Doc(parsed)))
            for index, ((passage, span), parsed) in enumerate(zip(self.paragraphs, parses, strict=True))
        )
        return Reading(self.edition, pieces, self.foreign, tuple(piece.base for piece in pieces))


def cut_up(edition: Edition) -> Cut:
    """Find the paragraphs of an edition that are to be parsed."""
    found: list[tuple[Passage, Span]] = []
    foreign: list[Span] = []
    text = _unmarked(edition.text)
    for passage, stretch in edition.stretches():
        if not passage.role.makes_claims:
            continue
        if not is_read(passage.language or edition.language):
            foreign.extend(_trimmed(edition.text, stretch.start, stretch.end))
            continue
        found.extend((passage, paragraph) for paragraph in paragraphs(text, stretch))
    # One space for each line break keeps offsets and keeps the parser from ending sentences there.
    texts = tuple(_BREAKS.sub(" ", span.of(text)) for _, span in found)
    return Cut(edition, tuple(found), texts, tuple(foreign))


def _unmarked(text: str) -> str:
    """A text with spaces for the marks of quoted lines ("> Gunmen"), so that offsets stay."""
    return _QUOTED_LINE.sub(lambda match: " " * len(match.group()), text) if ">" in text else text


_LONGEST = 100_000  # characters
_LONG, _PART = 200_000, 40_000  # characters: of a text that is parsed in parts, and of such a part
_AT_DASHES = (r"(?<=[^\s\"”])[\"”](?=(?:—|–|--)[^\s])", r"(?<=[\"”])(?:—|–|--)(?=[^\s])")
_AFTER_INITIALS = r"(?<=[A-Z]\.)[-–](?=[A-Za-z])"
_QUOTED_LINE = re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+", re.MULTILINE)
_BREAKS = re.compile(r"[\r\n\t\u00a0]")
