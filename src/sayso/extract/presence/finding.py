"""Find where a person is told to have been, in clauses that no other finder reads: "spent May in a clinic in Sundal".

Such a clause becomes a deed of the type OTHER with a time and a named place. It is read only where it tells of a person
by name, or by a word that stands for one, and as of what has been so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.extract.contrary.tellings import span_of
from sayso.extract.deeds.phrases import role_of
from sayso.extract.found import Found
from sayso.extract.making import make_claim
from sayso.extract.parse.clauses import Place, all_joined, children, doers, is_passive, undergoers
from sayso.extract.parse.parsed import Token, TokenSpan
from sayso.extract.parse.reading import Piece, Reading
from sayso.extract.parse.standing import standing
from sayso.extract.presence.times import time_of
from sayso.extract.presence.towns import town_of
from sayso.extract.reaching import Reaching
from sayso.language.presence import presence
from sayso.records.actor import Mention, MentionForm, MentionKind
from sayso.records.claim import Claim, Deed, Plover, Polarity, Status, Tie, TieKind
from sayso.records.document import PassageRole, Span
from sayso.records.when import When

_TOLD = ("VBD", "VBN")
# Who is heard or seen in a town by these is somewhere else.
_FROM_AFAR = re.compile(
    r"\b(?:tele)?phones?\b|\bvideo|\bradio\b|\btelevision\b|\bon ?line\b|\bremote(?:ly)?\b|\bsatellite\b|\bscreens?\b|"
    r"\bby (?:letter|proxy|link)\b|\bin absentia\b|\blive ?stream|\bportraits?\b|\bstatues?\b",
    re.IGNORECASE,
)


def find_presence(reading: Reading, found: Found, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """A claim for each clause that puts a person in a named place at a time, but those whose verb ``claims`` read."""
    if not any(each.edtf for each in found.times):
        return ()
    taken = Reaching(_read(claims))
    named = {each.chain for each in found.mentions if each.form is MentionForm.NAME}
    told = []
    for piece, sentence in reading.sentences():
        if piece.passage.role is PassageRole.HEADING or sentence.text.rstrip("”\"’' ").endswith("?"):
            continue
        for verb in sentence:
            if not _may_tell(verb):
                continue
            word = piece.span(verb)
            if any(each.touches(word) for each in taken.near(word)):
                continue
            claim = _claim(reading, found, (piece, sentence, verb), named)
            if claim is not None:
                told.append(claim)
    return tuple(told)


def _read(claims: Sequence[Claim]) -> Iterator[Span]:
    """The words that are read already: verbs of deeds, and what says where somebody is based."""
    for each in claims:
        if isinstance(each.content, Deed):
            yield each.content.verb
        elif isinstance(each.content, Tie) and each.content.tie is TieKind.BASED_IN:
            yield each.span


def _claim(reading: Reading, found: Found, at: tuple[Piece, TokenSpan, Token], named: set[str]) -> Claim | None:
    piece, sentence, verb = at
    persons = [(role, each) for role, each in _present(verb) if _is_person(found, piece, each, named)]
    if not persons or standing(verb) != (Polarity.YES, Status.ACTUAL):
        return None
    when = time_of(piece, found, verb)
    town = town_of(piece, found, verb) if when is not None else None
    if when is None or town is None:
        return None
    text = reading.edition.text
    span = _span(text, span_of(piece, sentence, verb), when)
    if _FROM_AFAR.search(span.of(text)):
        return None
    roles = tuple(role_of(text, piece, found, role, Place(each, "")) for role, each in persons)
    deed = Deed(Plover.OTHER, piece.span(verb), verb.lemma_.lower(), roles, when=when, place=town.id)
    return make_claim(reading, span, deed, (Polarity.YES, Status.ACTUAL))


def _span(text: str, clause: Span, when: When) -> Span:
    """A clause without the "that" it hangs on, with all the words for its time."""
    start = clause.start + len("that ") if clause.of(text).startswith("that ") else clause.start
    return Span(min(start, when.span.start), max(clause.end, when.span.end))


def _may_tell(verb: Token) -> bool:
    """Whether a word is a verb of being somewhere, in a form for what was so: "spent", "has spent", "was seen"."""
    if verb.pos_ not in ("VERB", "AUX") or verb.tag_ not in _TOLD or verb.dep_ in ("aux", "auxpass", "amod"):
        return False
    lemma = verb.lemma_.lower()
    return any(lemma in presence(sort) for sort in ("stays", "held", "does", "seen", "leads"))


def _present(verb: Token) -> Iterator[tuple[str, Token]]:
    """Who a verb puts where it is told of, by role."""
    lemma = verb.lemma_.lower()
    passive = is_passive(verb)
    if not passive and (lemma in presence("stays") or lemma in presence("does") or _leads(verb)):
        yield from (("actor", each) for place in doers(verb) for each in all_joined(place.token))
    if lemma in presence("seen") or (lemma in presence("held") and (passive or children(verb, "dobj"))):
        yield from (("recipient", each) for place in undergoers(verb) for each in all_joined(place.token))


def _leads(verb: Token) -> bool:
    """Whether a verb tells of a gathering that its doer is at: "led the parade", "took part", "gave a speech"."""
    if verb.lemma_.lower() not in presence("leads"):
        return False
    return any(each.lemma_.lower() in presence("gatherings") for each in children(verb, "dobj"))


def _is_person(found: Found, piece: Piece, token: Token, named: set[str]) -> bool:
    """Whether a word names a person, or stands for one whom its document names; whoever speaks is "I"."""
    mention: Mention | None = found.headed_by(piece, token)
    if mention is None or mention.kind is not MentionKind.PERSON:
        return False
    return mention.chain in named or token.lower_ == "i"
