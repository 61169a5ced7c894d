"""When and where those a figure counts were counted: the time and the place that its clause or its deed gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from sayso.extract.found import Found
from sayso.extract.parse.government import is_saying
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.extract.quantities.befalling import Befalling, as_bound
from sayso.records.actor import MentionKind
from sayso.records.claim import Claim, Deed
from sayso.records.when import When, WhenType


def stamped(piece: Piece, found: Found, last: Token) -> When | None:
    """The day a figure carries itself: "up from 1,129 on 26 May"."""
    link = piece.doc[last.i + 1 : last.i + 3]
    if not link or link[0].lower_ not in ("on", "as", "by"):
        return None
    token = piece.doc[last.i + 2 + (link[0].lower_ == "as") : last.i + 4]
    when = found.time_over(piece, token[0]) if token else None
    return when if when is not None and when.type is WhenType.DATE and when.edtf is not None else None


def time_of(piece: Piece, found: Found, counted: tuple[Token, Befalling | None], deed: Claim | None) -> When | None:
    """The time of the deed; else the nearest that the figure's clause shares; else, as a bound, that of the saying."""
    first, said = counted
    if deed is not None and isinstance(deed.content, Deed):
        noun = first.doc.covering(*(at - piece.base for at in (deed.content.verb.start, deed.content.verb.end)))
        if deed.content.when is not None or (noun is not None and noun.root.pos_ == "NOUN"):
            # A time elsewhere in the sentence need not be that of "the execution of ten".
            return _day_within(piece, found, first, deed.content.when) or deed.content.when
    near: tuple[bool, int, When] | None = None
    owned = False
    clauses = _clauses_over(said.trigger if said is not None else first)
    for token in first.sent:
        when = found.time_over(piece, token)
        if when is None or when.type not in (WhenType.DATE, WhenType.TIME) or when.edtf is None:
            continue
        over = _clauses_over(token)
        if when.value == "PRESENT_REF" or not set(over) & set(clauses):
            continue
        spoken = is_saying(piece.doc[over[0]])
        if near is None or (spoken, abs(token.i - first.i)) < near[:2]:
            near = (spoken, abs(token.i - first.i), when)
            owned = token.dep_ == "poss"
    if near is None or (near[0] and said is None):
        return None
    # "Ten were killed, officials said on Thursday": on that day or before it.
    if near[0]:
        return replace(near[2], modifier="by")
    return near[2] if owned else as_bound(near[2], said)  # "the toll of Monday's quake rose" is of those of Monday


def _day_within(piece: Piece, found: Found, first: Token, coarse: When | None) -> When | None:
    """The one day that the sentence names in a month or a year: "a year ago 14 died when the ferry sank on 5 May"."""
    start, end = coarse.interval if coarse is not None else (None, None)
    if start is None or end is None or end - start < _MONTH:
        return None
    told = {
        when.edtf: when
        for each in first.sent
        if (when := found.time_over(piece, each)) is not None and when is not coarse
        for low, high in (when.interval,)
        if low is not None and low == high and start <= low <= end and clause_of(each).dep_ in _OCCASION
    }
    return next(iter(told.values())) if len(told) == 1 else None


def time_in(piece: Piece, found: Found, clause: Token | None) -> When | None:
    """The one time that a clause gives, by its verb: "the 700 tonnes [that they received in April]"."""
    told = {
        when.span: when
        for each in (clause.subtree if clause is not None else ())
        if (when := found.time_over(piece, each)) is not None
        and when.type in (WhenType.DATE, WhenType.TIME)
        and when.edtf is not None
    }
    return next(iter(told.values())) if len(told) == 1 else None


def _clauses_over(token: Token) -> list[int]:
    """The verbs of the clauses a word stands in, by index, innermost first, up to a relative clause or apposition."""
    found: list[int] = []
    node = token
    for _ in range(_CLAUSES):
        if any(each.dep_ == "appos" for each in _up_to_verb(node)):
            break
        node = clause_of(node)
        found.append(node.i)
        if node.dep_ in ("relcl", "acl") or node.head is node:
            break
        node = node.head
    return found or [token.i]


def _up_to_verb(token: Token) -> Iterator[Token]:
    node = token
    while node.head is not node and node.pos_ not in ("VERB", "AUX"):
        yield node
        node = node.head


def place_of(
    piece: Piece, found: Found, counted: tuple[Token, Token | None, Befalling | None], deed: Claim | None
) -> str | None:
    """The place of the deed, else the first place after a preposition in the clause that the figure stands in."""
    if deed is not None and isinstance(deed.content, Deed) and deed.content.place is not None:
        return deed.content.place
    first, noun, said = counted
    own = clause_of(said.trigger if said is not None else noun or first)
    later: str | None = None
    for token in piece.doc[first.i : first.sent.end]:
        mention = found.over(piece, token)
        if mention is None or mention.kind not in (MentionKind.PLACE, MentionKind.COUNTRY):
            continue
        if not _is_where(token) or (noun is not None and mention.span.holds(piece.span(noun))):
            continue
        clause = clause_of(token)
        if clause == own or (clause.dep_ == "acl" and clause.head is noun):
            return mention.id
        if later is None and said is not None and clause.dep_ == "advcl" and clause_of(clause.head) == own:
            later = mention.id  # "ten died when a bomb went off in Tarsk"
    return later


_WHERE = frozenset({"in", "at", "near", "around", "outside", "from", "of"})
_CLAUSES = 6
_MONTH = timedelta(27)
_OCCASION = frozenset({"advcl", "relcl"})  # clauses that say at what it was: "when the ferry sank", "in the raid that"


def _is_where(token: Token) -> bool:
    at = token.i - 1
    while at >= 0 and token.doc[at].pos_ in ("DET", "ADJ"):
        at -= 1
    return at >= 0 and token.doc[at].lower_ in _WHERE


def clause_of(token: Token) -> Token:
    """The verb of the clause that a word stands in; of joined verbs the first."""
    node = token
    while node.head is not node and (node.pos_ not in ("VERB", "AUX") or node.dep_ in ("amod", "compound")):
        node = node.head
    for _ in range(_CLAUSES):
        if node.dep_ not in ("conj", "aux", "auxpass") or node.head is node:
            break
        node = node.head
    return node
