"""Copies: stretches of one passage that repeat a stretch of another, word for word or nearly so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from functools import lru_cache

from sayso.records.document import Edition, Span
from sayso.records.matter import Copy
from sayso.trace.credits import Credit, credit_to, credits_in
from sayso.trace.direction import Side, direction_of
from sayso.trace.fingerprints import GRAM, Words, fingerprints, words_of

LEAST_WORDS = 12
LEAST_SIMILARITY = 0.6
# Where one side names the other as its source, a rewritten text is told by less.
_LEAST_CREDITED = (8, 0.4)
_WIDEST_GAP = 10  # words changed or left out between two matching runs of one stretch
COMMON = 200  # a fingerprint in more documents than this is a stock phrase, not a trace
_BITS = 32
_MASK = (1 << _BITS) - 1
_OPEN = 20_000  # documents held open at once; each takes a tenth of what its records in the pile take


@dataclass(frozen=True, slots=True)
class _Run:
    """Words ``a .. a+length`` of one text match words ``b .. b+length`` of the other, exactly."""

    a: int
    b: int
    length: int


@dataclass(frozen=True, slots=True)
class _Opened:
    """A text with its words, how many each of its passages has, and what each credits."""

    edition: Edition
    words: Words
    counts: Counter[int]
    credits: dict[str, tuple[Credit, ...]]

    @classmethod
    def of(cls, edition: Edition, words: Words) -> _Opened:
        """Look up what is asked of a text again and again."""
        return cls(edition, words, Counter(words.passages), credits_in(edition))

    def side(self, passage: int, start: int, end: int, matched: int) -> Side:
        """The side of a copy from word ``start`` to before word ``end``."""
        own = self.edition.passages[passage]
        span = Span(self.words.starts[start], self.words.ends[end - 1])
        return Side(self.edition, own, span, matched, self.counts[passage], self.credits.get(own.id, ()))


def trace(
    editions: Iterable[Edition], edition_of: Callable[[str], Edition], stock: Set[int] = frozenset()
) -> tuple[Copy, ...]:
    """All copies among the passages of ``editions``; ``edition_of`` gives an edition back by its document's id.

    A stretch found in many documents is traced to the earliest of them (by date published, then id), not to each of
    the others, so that the work grows with the number of copies and not with its square. ``stock`` are fingerprints
    that are known to stand for stock phrases, where the editions are a part of more.
    """
    held: dict[str, tuple[Edition, Words]] = {}
    meetings = _meetings(_postings(editions, held, stock))
    met = {document for pair in meetings for document in pair}
    for document in held.keys() - met:
        del held[document]

    # Some of the documents that repeat one another repeat hundreds; opening is what tracing costs.
    @lru_cache(maxsize=_OPEN)
    def opened(document: str) -> _Opened:
        return _Opened.of(*(held.pop(document) if document in held else _read(edition_of(document))))

    copies: list[Copy] = []
    for (first, second), seeds in sorted(meetings.items()):
        copies.extend(_compare(opened(first), opened(second), seeds))
    return tuple(sorted(set(copies), key=lambda each: (each.document, each.span, each.of_document, each.of_span)))


def _read(edition: Edition) -> tuple[Edition, Words]:
    return edition, words_of(edition)


def _postings(
    editions: Iterable[Edition], held: dict[str, tuple[Edition, Words]], stock: Set[int]
) -> Iterator[list[tuple[str, str, int]]]:
    """For each fingerprint of several passages: date published, document and word number, one entry for each.

    The first editions, as many as are held open later, are left in ``held`` with their words; those in ``stock`` are
    left out.
    """
    # Most fingerprints stand in one passage only, and need no list; an entry is one number, the number of the word
    # before that of the date, and that before the document's.
    postings: dict[int, int | list[int]] = {}
    documents: list[str] = []
    dates: dict[str, int] = {}
    for edition in editions:
        words = words_of(edition)
        if len(held) < _OPEN:
            held[edition.document] = edition, words
        for value, number in fingerprints(words):
            published = edition.passages[words.passages[number]].published or "9999"
            entry = (number << _BITS | dates.setdefault(published, len(dates))) << _BITS | len(documents)
            known = postings.setdefault(value, entry)
            if isinstance(known, list):
                known.append(entry)
            elif known != entry:
                postings[value] = [known, entry]
        documents.append(edition.document)
    told = tuple(dates)
    for value, entries in postings.items():
        if isinstance(entries, list) and len(entries) <= COMMON and value not in stock:
            yield [(told[each >> _BITS & _MASK], documents[each & _MASK], each >> 2 * _BITS) for each in entries]


def _meetings(postings: Iterable[list[tuple[str, str, int]]]) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """Pairs of documents with the word numbers where a fingerprint is in both; the pair is in order of id."""
    meetings: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for entries in postings:
        _, document, number = min(entries)
        for _, other, place in entries:
            if (other, place) == (document, number):
                continue
            if document <= other:
                meetings[document, other].append((number, place))
            else:
                meetings[other, document].append((place, number))
    return meetings


def _compare(first: _Opened, second: _Opened, seeds: list[tuple[int, int]]) -> Iterator[Copy]:
    """The copies between two documents, put the younger side first where something shows which that is."""
    kept = []
    shared: Counter[tuple[int, int]] = Counter()
    for stretch in _stretches(first.words, second.words, seeds):
        longest = max(_reach(stretch, 0), _reach(stretch, 1))
        matched = sum(run.length for run in stretch)
        between = first.words.passages[stretch[0].a], second.words.passages[stretch[0].b]
        if not _is_enough(matched, longest, LEAST_WORDS, LEAST_SIMILARITY) and not (
            _is_enough(matched, longest, *_LEAST_CREDITED) and _is_credited(first, second, between)
        ):
            continue
        shared[between] += matched
        kept.append((stretch, between, matched, round(matched / longest, 3)))
    for stretch, between, matched, similarity in kept:
        one = first.side(between[0], stretch[0].a, stretch[-1].a + stretch[-1].length, shared[between])
        two = second.side(between[1], stretch[0].b, stretch[-1].b + stretch[-1].length, shared[between])
        yield _copy(one, two, similarity, matched)


def _is_enough(matched: int, longest: int, words: int, similarity: float) -> bool:
    return matched >= words and matched / longest >= similarity


def _is_credited(first: _Opened, second: _Opened, between: tuple[int, int]) -> bool:
    """Whether one of two passages is quoted from the other's outlet, or says that it has its words from there."""
    one, two = first.edition.passages[between[0]], second.edition.passages[between[1]]
    for passage, opened, other in ((one, first, two), (two, second, one)):
        quoted = passage.parent is not None and bool(other.outlet) and passage.outlet == other.outlet
        if quoted or credit_to(opened.credits.get(passage.id, ()), other.outlet):
            return True
    return False


def _reach(stretch: list[_Run], side: int) -> int:
    """How many words of one text a stretch runs over."""
    first, last = (stretch[0].a, stretch[-1].a) if side == 0 else (stretch[0].b, stretch[-1].b)
    return last + stretch[-1].length - first


def _stretches(words: Words, others: Words, seeds: list[tuple[int, int]]) -> Iterator[list[_Run]]:
    """Grow the seeds into exact runs, and chain runs that follow one another closely in both texts."""
    same = words.document == others.document
    runs: list[_Run] = []
    for a, b in sorted(set(seeds)):
        if same and words.passages[a] == others.passages[b]:
            continue
        if not (_in_one(words, a) and _in_one(others, b)):
            continue
        if any(run.a <= a < run.a + run.length and a - run.a == b - run.b for run in runs[-8:]):
            continue
        runs.append(_grown(words, others, a, b))
    chains: list[list[_Run]] = []
    near: list[list[_Run]] = []
    for run in sorted(set(runs), key=lambda each: (each.a, each.b)):
        # Runs come in the order of the one text: what ended too far back goes on no more.
        near = [chain for chain in near if run.a - chain[-1].a - chain[-1].length <= _WIDEST_GAP]
        for chain in near:
            last = chain[-1]
            gap_a, gap_b = run.a - last.a - last.length, run.b - last.b - last.length
            if 0 <= gap_a <= _WIDEST_GAP and 0 <= gap_b <= _WIDEST_GAP and _one_passage(words, others, last, run):
                chain.append(run)
                break
        else:
            chains.append([run])
            near.append(chains[-1])
    yield from chains


def _in_one(words: Words, at: int) -> bool:
    """Whether the words of a fingerprint stand in one passage."""
    return words.passages[at] == words.passages[at + GRAM - 1]


def _grown(words: Words, others: Words, a: int, b: int) -> _Run:
    mine, theirs, here, there = words.hashes, others.hashes, words.passages, others.passages
    own, other = here[a], there[b]
    start, first = 0, -min(a, b)
    while start > first:
        at, place = a + start - 1, b + start - 1
        if mine[at] != theirs[place] or here[at] != own or there[place] != other:
            break
        start -= 1
    end, last = GRAM, min(len(mine) - a, len(theirs) - b)
    while end < last:
        at, place = a + end, b + end
        if mine[at] != theirs[place] or here[at] != own or there[place] != other:
            break
        end += 1
    return _Run(a + start, b + start, end - start)


def _one_passage(words: Words, others: Words, last: _Run, run: _Run) -> bool:
    return words.passages[last.a] == words.passages[run.a] and others.passages[last.b] == others.passages[run.b]


def _copy(one: Side, two: Side, similarity: float, matched: int) -> Copy:
    alike = f"{matched} words in the same order" if similarity == 1 else f"{matched} words in common, a few changed"
    found = direction_of(one, two)
    copied, original = (two, one) if found.way == "to" else (one, two)
    return Copy(
        document=copied.edition.document,
        span=copied.span,
        of_document=original.edition.document,
        of_span=original.span,
        similarity=similarity,
        direction="unknown" if found.way == "unknown" else "from",
        reasons=(alike, found.reason),
        credit=found.credit,
    )
