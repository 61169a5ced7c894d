"""How a party to a deed is printed: its noun phrase, its name beside it, and the mention it is."""

from __future__ import annotations

from sayso.extract.deeds.parties import partitive_core
from sayso.extract.found import Found
from sayso.extract.parse.clauses import Place, children
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.language.numbers import listed
from sayso.language.plover import names_actor, noun_sense
from sayso.records.actor import MentionForm, MentionKind
from sayso.records.claim import Role
from sayso.records.document import Span

_HEDGES = frozenset(
    listed("nearly almost about around some roughly approximately over between possibly perhaps hardly scarcely barely")
) | {"at least", "at most", "more than", "less than", "fewer than", "up to", "an estimated", "well over", "close to"}
_WHOLE = frozenset({"all", "anyone", "anybody", "dozens", "scores", "hundreds", "thousands", "half"})
_SHORT = 4  # words from a number to what it counts
_LONGEST_CLAUSE = 6  # words behind "those"


def role_of(text: str, piece: Piece, found: Found, name: str, place: Place) -> Role:
    """A role over the noun phrase headed by the word, with its mention if one was found. ``text`` is the edition's."""
    core = _named_beside(piece, found, partitive_core(place.token))
    mention = found.headed_by(piece, core) or (found.over(piece, core) if core.pos_ == "PROPN" else None)
    owned = core.dep_ == "amod" and core.head.pos_ == "NOUN" and noun_sense(core.head.lemma_.lower()) is None
    whole = core.head if owned else core  # "Sundal's navy", not "Sundal"
    span = phrase(piece, place.token if core.dep_ == "pobj" and place.token.i < core.i else whole)
    if mention is not None and mention.form is not MentionForm.NOMINAL:
        span = Span(min(span.start, mention.span.start), max(span.end, mention.span.end))
    span = _without_stray_mark(text, span, piece.span(core))
    return Role(name, mention.id if mention is not None else None, span, span.of(text), place.reason)


def _without_stray_mark(text: str, span: Span, core: Span) -> Span:
    """The span without a quotation mark that it opens or shuts alone: of `absurd" claims`, "claims"."""
    words = span.of(text)
    if words.count('"') % 2 == 0 and words.count("“") == words.count("”"):
        return span
    before = max(text.rfind(mark, span.start, core.start) for mark in '"“”')
    start = before + 1 if before >= 0 else span.start
    while start < core.start and text[start].isspace():
        start += 1
    after = [at for mark in '"“”' if (at := text.find(mark, core.end, span.end)) >= 0]
    return Span(start, min(after, default=span.end))


def _named_beside(piece: Piece, found: Found, noun: Token) -> Token:
    """The name right after a bare noun that is its title: "the Guard leader [General Odeh]"."""
    if noun.pos_ == "NOUN":
        for child in children(noun, "appos"):
            mention = found.headed_by(piece, child) if child.pos_ == "PROPN" else None
            if mention is not None and mention.form is MentionForm.NAME and child.left_edge.i == noun.i + 1:
                return child
        return _who_that_is(piece, found, noun) or noun
    return noun


def _who_that_is(piece: Piece, found: Found, noun: Token) -> Token | None:
    """For "her husband, the blogger [Sela Orn], was jailed": the one person whose name stands beside it in commas."""
    owned = noun.tag_ == "NN" and any(each.dep_ == "poss" for each in noun.lefts) and names_actor(noun.lemma_.lower())
    for child in children(noun, "appos") if owned else ():
        named = [child, *children(child, "appos")] if child.left_edge.i == noun.i + 2 else []
        for each in (name for name in named if name.pos_ == "PROPN" and name.nbor(-1).text != ","):
            mention = found.headed_by(piece, each)
            if mention is not None and mention.form is MentionForm.NAME and mention.kind is MentionKind.PERSON:
                return each
    return None


def _first_of(head: Token) -> Token:
    """The first of the words that stand before a noun and belong to it."""
    first = head
    number = next((child for child in head.lefts if child.dep_ == "nummod"), None)
    for child in head.lefts:
        if (
            child.dep_ in ("compound", "nmod", "npadvmod")
            and child.ent_type_ in ("DATE", "TIME")
            and child.pos_ == "PROPN"
        ):
            continue  # "on Monday [co-chairman Odeh] said"
        if child.text == ">":
            continue  # the mark of a quoted line
        if number is not None and child.i < number.i and (child.dep_ in ("compound", "nmod") or child.lower_ == "dead"):
            continue  # "the moment [18 prisoners] were shot", "shot dead [three men]"
        if child.dep_ in ("det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "predet"):
            told = child.dep_ == "amod" and any(each.dep_ == "nsubj" for each in child.lefts)
            edge = child if told else child.left_edge
            first = min(first, edge, key=lambda each: each.i)
            if told and edge.i and edge.nbor(-1).tag_ == "CD":
                first = edge.nbor(-1)  # "the moment [18 blindfolded prisoners] were shot"
    return first


def phrase(piece: Piece, head: Token) -> Span:
    """Where a noun phrase stands: the noun with what stands before it, and an "of" phrase after it; no clauses."""
    first, last = _first_of(head), head
    while first.i > 1 and first.nbor(-1).text in ("-", "‑", "–") and not first.nbor(-1).whitespace_:
        if first.nbor(-2).whitespace_:
            break
        first = first.nbor(-2).left_edge  # "an ex-premier"
    if first.i + 1 < head.i and head.tag_ == "NNS" and first.tag_ == "NN" and first.nbor().tag_ == "CD":
        first = first.nbor()  # "Moment 18 prisoners are shot"
    if first.lower_ == "least" and first is not head:
        first = first.nbor()
    if head.lower_ == "those" and head.right_edge.i - head.i <= _LONGEST_CLAUSE:
        last = head.right_edge  # "those who had fled"
    last = _with_what_it_is_of(head) or last
    while last.i + 2 < len(last.doc) and last.nbor().text == "-" and not last.whitespace_:
        last = last.nbor(2)  # "her brother-in-law"
    return Span(piece.span(hedged(first)).start, piece.span(last).end)


def _with_what_it_is_of(head: Token) -> Token | None:
    """The last word of an "of" phrase, without a clause behind it: "a number of prisoners, whom we feed"."""
    last = None
    for child in head.rights:
        counted = children(child, "pobj") if child.dep_ == "prep" and child.lower_ == "of" else []
        if counted and child.right_edge.i - head.i <= _LONGEST_CLAUSE:
            last = child.right_edge
        elif counted and counted[-1].i - head.i <= _SHORT:
            last = counted[-1]
    return last


def hedged(number: Token) -> Token:
    """The first word of what hedges a number or an "all" right before it: "[nearly] 600", "[at least] 40"."""
    first = (
        number.nbor(-1) if number.lower_ in ("many", "few") and number.i and number.nbor(-1).lower_ == "as" else number
    )
    if first is number and not (number.like_num or number.lower_ in _WHOLE):
        return number
    doc, start = number.doc, number.sent.start
    for length in (2, 1):
        at = first.i - length
        if at >= start and doc[at : first.i].text.lower() in _HEDGES:
            return doc[at]
    return first
