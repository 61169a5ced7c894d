"""Ties: lasting relations between two actors, or an actor and a place, with the time they are said to hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.extract.clauses import children
from sayso.extract.found import Found
from sayso.extract.making import make_claim
from sayso.extract.reading import Piece, Reading
from sayso.extract.relations import OWNED, TieDraft, by_belonging, by_hostilities, by_modifiers, by_nouns, by_verbs
from sayso.extract.standing import standing
from sayso.language.lexicon import words
from sayso.records.actor import Mention, MentionForm, MentionKind
from sayso.records.claim import Claim, Polarity, Role, Status, Tie, TieKind
from sayso.records.document import Span
from sayso.records.when import When

_PERSON = frozenset({MentionKind.PERSON})
_BODY = frozenset({MentionKind.ORGANIZATION, MentionKind.ARMED_GROUP, MentionKind.GOVERNMENT})
_STATE = frozenset({MentionKind.COUNTRY, MentionKind.PEOPLE})
_GROUND = frozenset({MentionKind.PLACE, MentionKind.COUNTRY})
_ACTOR = _PERSON | _BODY | _STATE | {MentionKind.OFFICE}

# Which kinds can stand at the two ends of a tie; anything else was misread.
_ENDS: dict[TieKind, tuple[frozenset[MentionKind], frozenset[MentionKind]]] = {
    TieKind.LEADS: (_ACTOR, _BODY | _STATE),
    TieKind.MEMBER_OF: (_PERSON | _BODY | _STATE, _BODY),
    TieKind.PART_OF: (_BODY | _STATE, _BODY),
    TieKind.BACKS: (_ACTOR, _ACTOR),
    TieKind.ALLIED_WITH: (_ACTOR, _ACTOR),
    TieKind.OPPOSES: (_ACTOR, _ACTOR),
    TieKind.FIGHTS: (_ACTOR, _ACTOR),
    TieKind.BASED_IN: (_PERSON | _BODY, _GROUND),
    TieKind.KIN_OF: (_PERSON, _PERSON),
    TieKind.CONTROLS: (_ACTOR, _GROUND),
}
_START = frozenset({"since", "from", "after"})
_UNTIL = frozenset({"until", "till", "through", "before", "to"})


_RULES = (by_verbs, by_nouns, by_modifiers, by_hostilities, by_belonging)


@dataclass(frozen=True, slots=True)
class _Times:
    start: When | None = None
    until: When | None = None
    as_of: When | None = None


def find_ties(reading: Reading, found: Found) -> tuple[Claim, ...]:
    """Every tie stated between two mentions, and every office printed with a name, in reading order."""
    claims: dict[str, Claim] = {}
    for piece, sentence in reading.sentences():
        tokens = list(sentence)
        drafts = (draft for rule in _RULES for draft in rule(tokens))
        for claim in filter(None, (_claim(reading, found, piece, draft) for draft in drafts)):
            claims.setdefault(claim.id, claim)
    for claim in _offices(reading, found):
        claims.setdefault(claim.id, claim)
    return tuple(sorted(claims.values(), key=lambda each: (each.span, each.id)))


def _claim(reading: Reading, found: Found, piece: Piece, draft: TieDraft) -> Claim | None:
    a, b = _party(found, piece, draft.a), _party(found, piece, draft.b)
    if a is None or b is None or a.chain == b.chain or (a.span.touches(b.span) and not _nested(a, b)):
        return None
    typed = _typed(draft, a, b)
    if typed is None:
        return None
    tie, a, b = typed
    if tie is not TieKind.LEADS and (a.span.holds(b.span) or b.span.holds(a.span)):
        return None  # "an Ostrel Brigade unit" says no more than its name
    polarity, status = standing(draft.cue)
    times = _times(found, piece, draft.cue)
    content = Tie(
        tie=tie,
        a=_role("a", a),
        b=_role("b", b),
        start=times.start,
        until=times.until,
        as_of=times.as_of,
        former=draft.former,
    )
    cue = piece.span(draft.cue)
    span = Span(min(a.span.start, b.span.start, cue.start), max(a.span.end, b.span.end, cue.end))
    return make_claim(reading, span, content, (polarity, status), reasons=(draft.reason,))


def _typed(draft: TieDraft, a: Mention, b: Mention) -> tuple[TieKind, Mention, Mention] | None:
    """The tie with its ends the right way round; None where such parties cannot stand in it."""
    tie = draft.tie
    if draft.reason == OWNED:
        # Possession says who leads only of people under arms and of governments; between bodies it says what is part.
        if a.kind in _BODY and b.kind in _BODY:
            return TieKind.PART_OF, b, a
        led = a.kind is MentionKind.PERSON and b.kind in (MentionKind.ARMED_GROUP, MentionKind.GOVERNMENT)
        return (tie, a, b) if led else None
    if tie is TieKind.MEMBER_OF and a.kind in _BODY | _STATE:
        tie = TieKind.PART_OF
    first, second = _ENDS[tie]
    return (tie, a, b) if a.kind in first and b.kind in second else None


def _nested(a: Mention, b: Mention) -> bool:
    """One mention inside the other: "Haftar" in "Haftar's forces"."""
    return (a.span.holds(b.span) or b.span.holds(a.span)) and a.span != b.span and a.head != b.head


def _party(found: Found, piece: Piece, token: Token) -> Mention | None:
    return found.headed_by(piece, token) or found.over(piece, token)


def _role(name: str, mention: Mention) -> Role:
    return Role(name, mention.id, mention.span, mention.text)


def _times(found: Found, piece: Piece, cue: Token) -> _Times:
    """Times that hang on the word that states the tie, or on the verb above it."""
    verbs = [cue] if cue.pos_ == "VERB" else [cue, cue.head]
    start = until = as_of = None
    for verb in verbs:
        for prep in children(verb, "prep"):
            for pobj in children(prep, "pobj"):
                when = found.time_over(piece, pobj)
                if when is None:
                    continue
                if prep.lower_ in _START:
                    start = start or when
                elif prep.lower_ in _UNTIL:
                    until = until or when
                else:
                    as_of = as_of or when
        for bare in children(verb, "npadvmod"):
            as_of = as_of or found.time_over(piece, bare)
    return _Times(start, until, as_of)


def _offices(reading: Reading, found: Found) -> Iterator[Claim]:
    """A title of office printed before or after a name: "Prime Minister Ali Rasen", "Ali Rasen, the prime minister"."""
    offices = tuple(sorted(words("office_titles")))
    text = reading.edition.text
    for mention in found.mentions:
        if mention.kind is not MentionKind.PERSON or mention.form is not MentionForm.NAME or not mention.title:
            continue
        title = mention.title
        bare = title.casefold().removeprefix("former ").removeprefix("ex-").strip()
        if not bare.endswith(offices):
            continue
        start = text.find(title, max(0, mention.span.start - len(title) - 3), mention.span.end + len(title) + 3)
        if start < 0:
            continue
        where = Span(start, start + len(title))
        before = text[max(0, start - 8) : start].casefold()
        former = bare != title.casefold() or before.endswith(("former ", "ex-"))
        content = Tie(TieKind.HOLDS_OFFICE, _role("a", mention), Role("b", None, where, title), former=former)
        span = Span(min(where.start, mention.span.start), max(where.end, mention.span.end))
        reason = "the office is printed with the name"
        yield make_claim(reading, span, content, (Polarity.YES, Status.ACTUAL), reasons=(reason,))
