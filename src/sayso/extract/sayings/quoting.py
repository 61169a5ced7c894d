"""Quotes given to those who speak them: beside the cue, after a colon or dash, or running on from the one before."""

from __future__ import annotations

from dataclasses import replace

from sayso.extract.parse.cues import Sort
from sayso.extract.parse.parsed import Doc, Token
from sayso.extract.parse.quotes import Quote
from sayso.extract.parse.reading import Piece
from sayso.extract.sayings.drafts import Draft
from sayso.extract.sayings.sources import Run
from sayso.extract.sayings.verb_cues import any_verb_draft
from sayso.records.claim import Stance
from sayso.records.document import PassageRole

_LOOK = 8
_DASHES = frozenset(["-", "--", "—", "–", "―", "~"])
_NAMING = ("PROPN", "NOUN", "ADP", "DET", "PUNCT")
_ENDS = frozenset([".", "!", "?", "…", "..."])


def give_quotes(piece: Piece, drafts: list[Draft], quotes: list[Quote]) -> tuple[list[Draft], list[Quote]]:
    """Drafts with the quotes that belong to them, and the quotes that are nobody's in this piece."""
    drafts = [_widened(draft, quotes) for draft in drafts]
    left: list[Quote] = []
    for quote in quotes:
        if _is_taken(quote, drafts) or not quote.spoken:
            continue
        at = _speaks_next(quote, drafts, piece.doc)
        at = _beside(piece.doc, quote, drafts) if at is None else at
        if at is not None:
            _give(drafts, at, quote, apart=piece.doc[quote.start - 1].text in (":", "."))
            continue
        fresh = _by_any_verb(piece, quote) or _by_mark(piece, quote)
        if fresh is not None:
            drafts.append(fresh)
            continue
        at = None if quote.carries_on else _last_speaker(quote, drafts, piece.doc)
        if at is not None:
            _give(drafts, at, quote, apart=True)
        else:
            left.append(quote)
    return [draft for draft in drafts if draft.content or _hands_on(piece, draft)], left


def _give(drafts: list[Draft], at: int, quote: Quote, *, apart: bool) -> None:
    """Join a quote to what a draft holds; ``apart`` where it is a sentence of its own, which who denies asserts."""
    run = (quote.start, quote.end)
    if apart and drafts[at].stance is Stance.DENIES:
        drafts.append(_in_his_own_words(drafts[at]).with_content(run))
    else:
        drafts[at] = _joined(drafts[at], run)


def _in_his_own_words(denial: Draft) -> Draft:
    """For 'Odeh denied the claim. "The Guard shelled the market."': what he says besides he asserts."""
    return replace(denial, content=(), after=(), stance=Stance.ASSERTS, vouches=True)


def _hands_on(piece: Piece, draft: Draft) -> bool:
    """Whether a cue stands in the last sentence of a paragraph that ends in a colon."""
    doc = piece.doc
    return _ends_in_colon(doc) and draft.sort is Sort.SPEECH and draft.key.i >= doc[len(doc) - 1].sent.start


def _ends_in_colon(doc: Doc) -> bool:
    return next((bool(token.text.endswith(":")) for token in reversed(doc) if not token.is_space), False)


def carry_on(pieces: list[list[Draft]], left: list[list[Quote]], reading_pieces: tuple[Piece, ...]) -> list[Quote]:
    """Give a paragraph that is all quote, with no speaker of its own, to the speaker of the paragraph before.

    A quoted block after a colon is given whole to the one who speaks before the colon. Returns the quotes that are
    still nobody's.
    """
    orphans: list[Quote] = []
    speaker: tuple[int, int] | None = None
    block: str | None = None
    for piece, drafts, quotes in zip(reading_pieces, pieces, left, strict=True):
        runs: list[Run] = []
        if speaker is not None:
            before = reading_pieces[speaker[0]]
            if block is None and _is_block_after(before, piece):
                block = piece.passage.id
            if block == piece.passage.id:
                runs = [(0, len(piece.doc))]
            elif before.passage.id == piece.passage.id:
                runs = [(quote.start, quote.end) for quote in quotes if quote.start == 0]
        orphans.extend(quote for quote in quotes if not any(run[0] <= quote.start < run[1] for run in runs))
        if speaker is None or not runs:
            speaker, block = _speaker_at_end(piece, drafts), None
            continue
        held = pieces[speaker[0]][speaker[1]]
        if held.stance is Stance.DENIES:
            pieces[speaker[0]].append(held := _in_his_own_words(held))
            speaker = speaker[0], len(pieces[speaker[0]]) - 1
        spans = tuple(piece.span(piece.doc[start:end]) for start, end in runs)
        pieces[speaker[0]][speaker[1]] = replace(held, after=(*held.after, *spans))
    return orphans


def _is_block_after(before: Piece, piece: Piece) -> bool:
    return (
        piece.passage.role is PassageRole.QUOTE
        and piece.passage.parent == before.passage.id
        and _ends_in_colon(before.doc)
    )


def _speaker_at_end(piece: Piece, drafts: list[Draft]) -> tuple[int, int] | None:
    """The draft whose quoted words or cue end the paragraph."""
    if _ends_in_colon(piece.doc):
        handing = [index for index, draft in enumerate(drafts) if _hands_on(piece, draft)]
        return (piece.index, handing[-1]) if handing else None
    best: tuple[int, int, int] | None = None
    for index, draft in enumerate(drafts):
        if draft.sort is not Sort.SPEECH or draft.head is None or not draft.content:
            continue
        if not _speaks_last(piece.doc, draft):
            continue
        end = max(draft.group()[1], *(run[1] for run in draft.content))
        if best is None or end > best[0]:
            best = end, piece.index, index
    return (best[1], best[2]) if best is not None else None


def _speaks_last(doc: Doc, draft: Draft) -> bool:
    """Whether a draft holds quoted words, or stands in the last sentence."""
    if any(doc[i].is_quote for run in draft.content for i in range(*run)):
        return True
    return bool(draft.key.i >= doc[len(doc) - 1].sent.start and draft.key.dep_ != "relcl")


def _widened(draft: Draft, quotes: list[Quote]) -> Draft:
    runs: list[Run] = []
    for run in draft.content:
        start, end = run
        for quote in quotes:
            inside = quote.holds(draft.key.i)
            if inside:
                start, end = max(start, quote.start + 1), min(end, quote.end - quote.closed)
            elif start < quote.end and quote.start < end:
                start, end = min(start, quote.start), max(end, quote.end)
        if start < end:
            runs.extend(_around_group(draft, (start, end)))
    return draft.with_content(*_merged(runs))


def _around_group(draft: Draft, run: Run) -> list[Run]:
    """Widening must not swallow the cue or the source."""
    start, end = draft.group()
    if run[0] < end and start < run[1] and not (run[0] <= start and end <= run[1]):
        return [(run[0], min(run[1], start))] if run[0] < start else [(max(run[0], end), run[1])]
    return [run]


def _merged(runs: list[Run]) -> list[Run]:
    merged: list[Run] = []
    for start, end in sorted(run for run in runs if run[0] < run[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _is_taken(quote: Quote, drafts: list[Draft]) -> bool:
    return any(
        run[0] < quote.end and quote.start < run[1]
        for draft in drafts
        if not quote.holds(draft.key.i)
        for run in draft.content
    )


def _joined(draft: Draft, run: Run) -> Draft:
    return draft.with_content(*_merged([*draft.content, run]))


def _beside(doc: Doc, quote: Quote, drafts: list[Draft]) -> int | None:
    """The draft whose source and cue stand next to the quote, after it or before."""
    best: tuple[int, int] | None = None
    for index, draft in enumerate(drafts):
        if draft.sort is not Sort.SPEECH or quote.holds(draft.key.i):
            continue
        start, end = draft.group()
        after = start - quote.end
        if 0 <= after <= 2 and all(doc[i].text == "," for i in range(quote.end, start)):
            best = min(best or (99, 0), (after, index))
        before = quote.start - end
        if 0 <= before <= _LOOK and _only_hearers(doc, end, quote.start):
            best = min(best or (99, 0), (before + 1, index))
    return best[1] if best is not None else None


def _only_hearers(doc: Doc, start: int, end: int) -> bool:
    """Whether nothing but a hearer, a time and the mark before a quote lies between."""
    if start == end:
        return True
    between = [doc[i] for i in range(start, end)]
    if any(token.pos_ in ("VERB", "AUX") or token.text in _ENDS for token in between[:-1]):
        return False
    return between[-1].text in (",", ":", ".", "that", "in", "on")


def _by_any_verb(piece: Piece, quote: Quote) -> Draft | None:
    doc = piece.doc
    at = quote.end
    if at >= len(doc) or doc[quote.end - 1].text in _ENDS:
        return None
    near = doc[at + 1] if doc[at].text == "," and at + 1 < len(doc) else doc[at]
    verb = near if near.tag_ in ("VBD", "VBZ") else near.head
    if verb.tag_ not in ("VBD", "VBZ") or (near != verb and near.dep_ not in ("nsubj", "compound")):
        return None
    if quote.holds(verb.i) or not (doc[quote.end - 2].text in (",", "!", "?") or doc[at].text == ","):
        return None
    draft = any_verb_draft(piece.index, verb)
    return _joined(draft, (quote.start, quote.end)) if draft is not None else None


def _by_mark(piece: Piece, quote: Quote) -> Draft | None:
    """As in "Romeo: 'Is the day so young?'", and a dash with a name after the quote."""
    doc = piece.doc
    before = quote.start - 1
    if before >= 1 and doc[before].text == ":":
        start = _start_of_line(doc, before)
        named = [token for token in doc[start:before] if not token.is_space]
        if named and len(named) <= _LOOK and not any(token.pos_ in ("VERB", "AUX") for token in named):
            return _marked(piece, doc[before], named, quote)
    at = quote.end
    if at + 1 < len(doc) and doc[at].text in _DASHES:
        named = [token for token in doc[at + 1 : at + 1 + _LOOK] if token.pos_ in _NAMING]
        if named and named[0].pos_ == "PROPN" and named[0].i == at + 1:
            named = [token for token in named if token.i - at - 1 == named.index(token)]
            return _marked(piece, doc[at], named, quote)
    return None


def _marked(piece: Piece, mark: Token, named: list[Token], quote: Quote) -> Draft:
    head = named[-1]
    while head.head in named and head.head != head:
        head = head.head
    source = (named[0].i, named[-1].i + 1)
    cue = (mark.i, mark.i + 1)
    content = ((quote.start, quote.end),)
    return Draft(piece.index, mark, cue, content, Sort.SPEECH, Stance.ASSERTS, head, source)


def _start_of_line(doc: Doc, end: int) -> int:
    start = end
    while start > 0 and doc[start - 1].text not in _ENDS and not doc[start - 1].is_quote:
        start -= 1
    return start


def _last_speaker(quote: Quote, drafts: list[Draft], doc: Doc) -> int | None:
    """Who spoke last before a quote that stands as a sentence of its own."""
    if quote.start == 0:
        return None
    before = doc[quote.start - 1]
    if before.text not in _ENDS and not before.is_quote and before.text != ":":
        return None
    best: tuple[int, int] | None = None
    for index, draft in enumerate(drafts):
        if draft.sort is Sort.SPEECH and draft.head is not None and draft.content:
            end = max(draft.group()[1], *(run[1] for run in draft.content))
            if end <= quote.start and (best is None or end > best[0]):
                best = end, index
    if best is not None and before.text == ":" and _opens_anew(doc, best[0], quote.start):
        return None
    return best[1] if best is not None else None


def _speaks_next(quote: Quote, drafts: list[Draft], doc: Doc) -> int | None:
    """Who speaks at the end of the sentence that a quote opens: '"Six were killed" in Tarsk, the ministry said'."""
    if doc[quote.end - 2].text in _ENDS:
        return None
    for index, draft in enumerate(drafts):
        if draft.sort is Sort.SPEECH and draft.head is not None and draft.head.i >= quote.end:
            between = doc[quote.end : draft.group()[0]]
            if not any(token.text in _ENDS or token.is_quote for token in between) and not draft.content:
                return index
    return None


def _opens_anew(doc: Doc, start: int, end: int) -> bool:
    """Whether a sentence that leads into the quote begins in between: "... said the U.N. Not to be forgotten:"."""
    return any(doc[i].is_title and doc[i - 1].text.endswith(".") for i in range(max(start, 1), end))
