"""Copies: stretches of one passage that repeat a stretch of another, word for word or nearly so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.language.outlets import same_outlet
from sayso.records.document import Edition, Passage, Span
from sayso.records.matter import Copy
from sayso.records.when import edtf_interval
from sayso.trace.fingerprints import GRAM, Words, fingerprints, words_of

LEAST_WORDS = 12
LEAST_SIMILARITY = 0.6
_WIDEST_GAP = 10  # words changed or left out between two matching runs of one stretch
_COMMON = 200  # a fingerprint in more documents than this is a stock phrase, not a trace

Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Run:
    """Words ``a .. a+length`` of one text match words ``b .. b+length`` of the other, exactly."""

    a: int
    b: int
    length: int


def trace(editions: Iterable[Edition], edition_of: Callable[[str], Edition]) -> tuple[Copy, ...]:
    """All copies among the passages of ``editions``; ``edition_of`` gives an edition back by its document's id.

    A stretch found in many documents is traced to the earliest of them (by date published, then id), not to each of
    the others, so that the work grows with the number of copies and not with its square.
    """
    postings = _postings(editions)
    meetings = _meetings(postings)
    del postings

    @lru_cache(maxsize=64)
    def opened(document: str) -> tuple[Edition, Words]:
        edition = edition_of(document)
        return edition, words_of(edition)

    copies: list[Copy] = []
    for (first, second), seeds in sorted(meetings.items()):
        copies.extend(_compare(opened(first), opened(second), seeds))
    return tuple(sorted(set(copies), key=lambda each: (each.document, each.span, each.of_document, each.of_span)))


def _postings(editions: Iterable[Edition]) -> dict[int, list[tuple[str, str, int]]]:
    """Fingerprint to (date published, document, word number), one entry per document and passage."""
    postings: dict[int, list[tuple[str, str, int]]] = defaultdict(list)
    for edition in editions:
        words = words_of(edition)
        for value, number in fingerprints(words):
            published = edition.passages[words.passages[number]].published or "9999"
            postings[value].append((published, edition.document, number))
    return postings


def _meetings(postings: dict[int, list[tuple[str, str, int]]]) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """Pairs of documents with the word numbers where a fingerprint is in both; the pair is in order of id."""
    meetings: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for entries in postings.values():
        if not 2 <= len(entries) <= _COMMON:
            continue
        _, document, number = min(entries)
        for _, other, place in entries:
            if (other, place) == (document, number):
                continue
            if document <= other:
                meetings[document, other].append((number, place))
            else:
                meetings[other, document].append((place, number))
    return meetings


def _compare(
    first: tuple[Edition, Words], second: tuple[Edition, Words], seeds: list[tuple[int, int]]
) -> Iterator[Copy]:
    (one, words), (two, others) = first, second
    for stretch in _stretches(words, others, seeds):
        start, end = stretch[0].a, stretch[-1].a + stretch[-1].length
        of_start, of_end = stretch[0].b, stretch[-1].b + stretch[-1].length
        matched = sum(run.length for run in stretch)
        similarity = matched / max(end - start, of_end - of_start)
        if matched < LEAST_WORDS or similarity < LEAST_SIMILARITY:
            continue
        span = Span(words.starts[start], words.ends[end - 1])
        of_span = Span(others.starts[of_start], others.ends[of_end - 1])
        sides = ((one, words.passages[start], span), (two, others.passages[of_start], of_span))
        yield _copy(sides, round(similarity, 3), matched)


def _stretches(words: Words, others: Words, seeds: list[tuple[int, int]]) -> Iterator[list[_Run]]:
    """Grow the seeds into exact runs, and chain runs that follow one another closely in both texts."""
    same = words.document == others.document
    runs: list[_Run] = []
    for a, b in sorted(set(seeds)):
        if same and words.passages[a] == others.passages[b]:
            continue
        if any(run.a <= a < run.a + run.length and a - run.a == b - run.b for run in runs[-8:]):
            continue
        runs.append(_grown(words, others, a, b))
    open_chains: list[list[_Run]] = []
    for run in sorted(set(runs), key=lambda each: (each.a, each.b)):
        for chain in open_chains:
            last = chain[-1]
            gap_a, gap_b = run.a - last.a - last.length, run.b - last.b - last.length
            if 0 <= gap_a <= _WIDEST_GAP and 0 <= gap_b <= _WIDEST_GAP and _one_passage(words, others, last, run):
                chain.append(run)
                break
        else:
            open_chains.append([run])
    yield from open_chains


def _grown(words: Words, others: Words, a: int, b: int) -> _Run:
    start = 0
    while (
        a - start > 0
        and b - start > 0
        and words.hashes[a - start - 1] == others.hashes[b - start - 1]
        and words.passages[a - start - 1] == words.passages[a]
        and others.passages[b - start - 1] == others.passages[b]
    ):
        start += 1
    end = GRAM
    while (
        a + end < len(words.hashes)
        and b + end < len(others.hashes)
        and words.hashes[a + end] == others.hashes[b + end]
        and words.passages[a + end] == words.passages[a]
        and others.passages[b + end] == others.passages[b]
    ):
        end += 1
    return _Run(a - start, b - start, start + end)


def _one_passage(words: Words, others: Words, last: _Run, run: _Run) -> bool:
    return words.passages[last.a] == words.passages[run.a] and others.passages[last.b] == others.passages[run.b]


Side = tuple[Edition, int, Span]


def _copy(sides: tuple[Side, Side], similarity: float, matched: int) -> Copy:
    """Put the younger side first where the dates tell; otherwise keep the order of ids and say that nothing tells."""
    (one, index, span), (two, of_index, of_span) = sides
    passage, of_passage = one.passages[index], two.passages[of_index]
    alike = f"{matched} words in the same order" if similarity == 1 else f"{matched} words in common, a few changed"
    reasons = [alike]
    direction = "unknown"
    if (named := _names_outlet(passage, of_passage)) is not None:
        direction, reason = named
        reasons.append(reason)
    else:
        early, late = edtf_interval(passage.published), edtf_interval(of_passage.published)
        if early[0] and early[1] and late[0] and late[1]:
            if late[1] < early[0]:
                direction = "from"
                reasons.append(f"published {of_passage.published}, before {passage.published}")
            elif early[1] < late[0]:
                direction = "to"
                reasons.append(f"published {of_passage.published}, after {passage.published}")
        if direction == "unknown":
            reasons.append("nothing shows which came first")
    if _inside_quotes(one.text, span) and _inside_quotes(two.text, of_span):
        reasons.append("inside quotation marks in both: a shared quotation")
    made = Copy(one.document, span, two.document, of_span, similarity, direction, tuple(reasons))
    if direction == "to":
        return Copy(two.document, of_span, one.document, span, similarity, "from", tuple(reasons))
    return made


def _names_outlet(passage: Passage, other: Passage) -> tuple[str, str] | None:
    """A quoted block or digest item that names the outlet the other side was published by copies it."""
    if not passage.outlet or not other.outlet or not same_outlet(passage.outlet, other.outlet):
        return None
    if passage.parent is not None and other.parent is None:
        return "from", f"it is quoted there from {other.outlet}"
    if other.parent is not None and passage.parent is None:
        return "to", f"it is quoted there from {passage.outlet}"
    return None


def _inside_quotes(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 400) : span.start]
    opened = max(before.rfind("“"), before.rfind('"') if before.count('"') % 2 else -1)
    return opened > before.rfind("”") and opened >= 0
