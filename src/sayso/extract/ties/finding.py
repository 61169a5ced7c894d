"""Ties: lasting relations between two actors, or an actor and a place, with the time they are said to hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.extract.found import Found
from sayso.extract.making import make_claim
from sayso.extract.parse.clauses import objects_of
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece, Reading
from sayso.extract.parse.standing import standing
from sayso.extract.ties.belonging import by_affiliation, by_belonging, by_namesake, by_past_ties, by_seat, units_in_row
from sayso.extract.ties.drafts import TieDraft, former_word, is_supposed
from sayso.extract.ties.giving import by_gifts
from sayso.extract.ties.ground import (
    by_hands,
    by_taking,
    holders_word,
    how_long,
    is_ground,
    is_kept,
    steadily,
)
from sayso.extract.ties.offices import printed_offices, told_offices
from sayso.extract.ties.parties import Parties, Party, is_person
from sayso.extract.ties.ranks import by_rank, clause_before
from sayso.extract.ties.relations import by_modifiers, by_nouns, by_refusals, by_verbs
from sayso.extract.ties.struggles import (
    by_company,
    by_control,
    by_fire,
    by_hostilities,
    by_links,
    by_ousting,
    by_support,
)
from sayso.extract.ties.succession import passing_on
from sayso.extract.ties.tenure import as_past, tenure
from sayso.extract.ties.weapons import by_weapons
from sayso.language.countries import country_code
from sayso.language.lexicon import words
from sayso.records.actor import Mention, MentionForm, MentionKind
from sayso.records.claim import TOLD_AS_PAST, Claim, Polarity, Role, Status, Tie, TieKind
from sayso.records.document import Span

_PERSON = frozenset({MentionKind.PERSON})
_BODY = frozenset({MentionKind.ORGANIZATION, MentionKind.ARMED_GROUP, MentionKind.GOVERNMENT})
_STATE = frozenset({MentionKind.COUNTRY, MentionKind.PEOPLE})
_GROUND = frozenset({MentionKind.PLACE, MentionKind.COUNTRY})
_ACTOR = _PERSON | _BODY | _STATE | {MentionKind.OFFICE}
_UNDER_ARMS = frozenset({MentionKind.ARMED_GROUP, MentionKind.GOVERNMENT})

# Which kinds can stand at the two ends of a tie; anything else was misread.
_ENDS: dict[TieKind, tuple[frozenset[MentionKind], frozenset[MentionKind]]] = {
    TieKind.LEADS: (_ACTOR, _BODY | {MentionKind.COUNTRY}),
    TieKind.MEMBER_OF: (_PERSON | _BODY | _STATE | {MentionKind.OFFICE}, _BODY),
    TieKind.PART_OF: (_BODY | _STATE, _BODY),
    TieKind.BACKS: (_ACTOR, _ACTOR),
    TieKind.ALLIED_WITH: (_ACTOR, _ACTOR),
    TieKind.OPPOSES: (_ACTOR, _ACTOR),
    TieKind.FIGHTS: (_ACTOR, _ACTOR),
    TieKind.BASED_IN: (_PERSON | _BODY, _GROUND),
    TieKind.KIN_OF: (_PERSON, _PERSON),
    TieKind.CONTROLS: (_ACTOR, _GROUND),
}
# What somebody's forces or fighters do in these, that party does.
_BY_THEIR_FORCES = frozenset({TieKind.BACKS, TieKind.ALLIED_WITH, TieKind.OPPOSES, TieKind.FIGHTS, TieKind.CONTROLS})
_RULES = (
    by_verbs,
    by_nouns,
    by_modifiers,
    by_hostilities,
    by_support,
    by_company,
    by_links,
    by_control,
    by_belonging,
    by_past_ties,
    by_affiliation,
    by_refusals,
    by_ousting,
    by_fire,
    by_seat,
    by_namesake,
    by_gifts,
    by_rank,
    by_taking,
    by_hands,
    by_weapons,
)
_READABLE = 100  # characters; farther off, a pronoun is shown itself and not what it stands for
_LONG = 220  # characters; a tie between ends farther apart is shown by the end beside the word that states it
_SERVICES = frozenset({"army", "navy", "military", "police", "coastguard", "gendarmerie"})
_LONGEST_NAME = 30  # characters
_PARTS = frozenset({"part", "portion", "half", "much", "most", "majority", "bulk", "swath", "swathe", "stretch"})
_DOUBTS = frozenset({"believe", "think", "suspect", "presume", "assume", "rumour", "rumor", "consider"})

_Stated = tuple[TieKind, Role, Role, Span, tuple[str, ...]]


def find_ties(reading: Reading, found: Found) -> tuple[Claim, ...]:
    """Every tie stated between two mentions, and every office printed with a name, in reading order."""
    claims: dict[str, Claim] = {}
    parties = Parties.of(found)
    for piece, sentence in reading.sentences():
        tokens = list(sentence)
        drafts = (draft for rule in _RULES for draft in rule(tokens))
        for claim in filter(None, (_claim(reading, parties, piece, draft) for draft in drafts)):
            claims.setdefault(claim.id, claim)
    others = (printed_offices(reading, found), told_offices(reading, parties), _units(reading, found))
    for claim in (claim for each in others for claim in each):
        claims.setdefault(claim.id, claim)
    return tuple(sorted(claims.values(), key=lambda each: (each.span, each.id)))


def _claim(reading: Reading, parties: Parties, piece: Piece, draft: TieDraft) -> Claim | None:
    a = parties.at(piece, draft.a) or _named_before(parties, piece, draft, draft.a)
    b = parties.at(piece, draft.b) or _named_before(parties, piece, draft, draft.b)
    if b is None and draft.tie is TieKind.LEADS and not draft.owned:
        b = parties.sole_body_before(piece, draft.b)
    if a is None:
        return _held_by(reading, parties, piece, draft, b)
    if a is None or (draft.owned and a.mention.form is MentionForm.DEMONYM):
        return None
    if draft.tie in _BY_THEIR_FORCES and not draft.nested:
        a = parties.behind(piece, draft.a, a)
        b = parties.behind(piece, draft.b, b) if b is not None else None
    if b is not None and draft.hyphened and draft.tie is TieKind.BASED_IN and b.mention == a.mention:
        b = None  # the town in a body's name
    if b is None:
        return _held_ground(reading, parties, piece, draft, a) or _unnamed(reading, piece, draft, a)
    if not _may_meet(draft, a.mention, b.mention) or _is_broken(draft):
        return None
    if draft.nested and not draft.hyphened and _is_told_by_itself(parties, a.mention, b.mention):
        return None
    typed = _typed(draft, a.mention, b.mention)
    if typed is None or (draft.owned and _is_only_owned(parties, b.mention)):
        return None
    tie, first, second = typed
    reasons = tuple(filter(None, (draft.reason, a.reason, b.reason)))
    said = (a.span, b.span)
    named = (a.named, b.named)
    # A party that an earlier sentence names is shown by the words of this one.
    near = named if all(piece.span(draft.cue.sent).holds(each) for each in named) else said
    span = _shortest(_cue(piece, draft), near, said)
    return _made(reading, parties.found, piece, draft, (tie, _role("a", first), _role("b", second), span, reasons))


def _made(reading: Reading, found: Found, piece: Piece, draft: TieDraft, stated: _Stated) -> Claim | None:
    tie, a, b, span, reasons = stated
    when = tenure(found, piece, draft.cue, draft.turn)
    if tie is TieKind.CONTROLS and draft.turn == "start" and when.start is None:
        return None  # that a town was taken, no telling when, tells of no day on which it was held
    if not when.words and draft.standing is not None:
        when = tenure(found, piece, draft.standing)
    if not when.words and draft.denied and draft.standing is not None:
        told = (tenure(found, piece, word) for word in clause_before(draft.standing))
        when = next((each.as_one() for each in told if each.words), when)
    content = Tie(tie=tie, a=a, b=b, start=when.start, until=when.until, as_of=when.as_of, former=draft.former)
    stand = (Polarity.YES, Status.ACTUAL) if draft.owned else _standing(draft.standing or draft.cue)
    if draft.denied:
        stand = (Polarity.NO, stand[1])
    kept = is_kept(draft, stand)
    if kept:
        content, stand = replace(content, former=False), (Polarity.YES, stand[1])
    if (is_supposed(draft.cue) or is_supposed(draft.a)) and stand[1] is Status.ACTUAL:
        stand = (stand[0], Status.POSSIBLE)  # "an alleged member"
    if tie is TieKind.CONTROLS and draft.turn and stand[0] is Polarity.NO:
        return None  # a town that was not taken tells of nobody who holds it
    if tie is TieKind.CONTROLS and draft.turn == "end" and stand[1] is not Status.ACTUAL:
        # Whom others want to drive from a town holds it still.
        content, stand = replace(content, until=None, former=False), (Polarity.YES, Status.ACTUAL)
    passing = passing_on(draft.cue) if draft.turn else None
    verb = () if passing is None else (piece.span(passing[0]),)
    lasting = steadily(draft.standing or draft.cue) if tie is TieKind.CONTROLS else []
    reasons += how_long(draft, lasting, kept=kept)
    if as_past(found, piece, draft.standing or draft.cue):
        reasons += (TOLD_AS_PAST,)
    for words_of_time in (*when.words, *verb, *map(piece.span, lasting)):
        wider = Span(min(span.start, words_of_time.start), max(span.end, words_of_time.end))
        span = wider if len(wider) <= _LONG else span
    return make_claim(reading, span, content, stand, reasons=reasons)


def _cue(piece: Piece, draft: TieDraft) -> Span:
    """The word that states the tie, from the "former" on that goes with it."""
    cue = piece.span(draft.cue)
    former = former_word(draft.cue) if draft.former else None
    return cue if former is None else Span(min(cue.start, piece.span(former).start), cue.end)


def _shortest(cue: Span, parties: tuple[Span, Span], words: tuple[Span, Span]) -> Span:
    """The words from party to party; the clause's own pronouns, or the nearer party alone, where that is far."""
    for ends, most in ((parties, _READABLE), (words, _LONG)):
        whole = Span(min(cue.start, *(each.start for each in ends)), max(cue.end, *(each.end for each in ends)))
        if len(whole) <= most:
            return whole
    near = min(words, key=lambda each: (max(each.start - cue.end, cue.start - each.end), each))
    return Span(min(near.start, cue.start), max(near.end, cue.end))


def _standing(cue: Token) -> tuple[Polarity, Status]:
    """The standing of the clause that the stating word completes; what one is believed to be is possible."""
    verb = cue.head if cue.dep_ in ("attr", "oprd", "acomp") and cue.head.pos_ in ("VERB", "AUX") else cue
    polarity, status = standing(verb)
    if any(child.dep_ == "preconj" for child in cue.children) and any(child.dep_ == "poss" for child in cue.children):
        polarity = Polarity.YES  # "neither his wife nor her lawyer was told" is of his wife
    if verb != cue and any(child.lower_ == "no" for child in cue.children):
        polarity = Polarity.NO
    if polarity is Polarity.NO and any(child.tag_ in ("JJS", "RBS") for child in cue.children):
        polarity = Polarity.YES  # "not its biggest backer" is a backer
    doubted = verb.dep_ in ("xcomp", "ccomp") and verb.head.tag_ == "VBN" and verb.head.lemma_ in _DOUBTS
    return polarity, Status.POSSIBLE if doubted and status is Status.ACTUAL else status


def _named_before(parties: Parties, piece: Piece, draft: TieDraft, word: Token) -> Party | None:
    """A name set before the stating noun, of which the parser shows the last word alone."""
    if word.i + 1 != draft.cue.i and not (word.i + 2 == draft.cue.i and word.nbor(1).text in ("-", "–")):
        return None
    mention = parties.before(piece, draft.cue) if word.i + 1 == draft.cue.i else None
    return Party(mention) if mention is not None else None


def _may_meet(draft: TieDraft, a: Mention, b: Mention) -> bool:
    """Whether the two are different parties, printed apart or one inside the other where the wording tells them."""
    if a.chain == b.chain or a.span == b.span:
        return False
    if not a.span.touches(b.span):
        return True
    inside = (a.span.holds(b.span) or b.span.holds(a.span)) and a.head != b.head
    return inside and (draft.nested or (draft.owned and draft.tie is TieKind.LEADS))


def _is_told_by_itself(parties: Parties, a: Mention, b: Mention) -> bool:
    """Whether the tie only repeats what a nominal calls somebody the document never names: "members of the guard"."""
    outer = a if a.span.holds(b.span) else b if b.span.holds(a.span) else None
    return outer is not None and not parties.is_named(outer)


def _is_only_owned(parties: Parties, b: Mention) -> bool:
    """Whether a force or a government goes by its owner alone: that Odeh leads "Odeh's forces" tells nothing."""
    return b.form is MentionForm.NOMINAL and not parties.is_named(b)


def _is_broken(draft: TieDraft) -> bool:
    """Whether a colon or semicolon parts the words, which the parser has then joined by mistake."""
    places = (draft.a.i, draft.b.i, draft.cue.i)
    return any(token.text in (":", ";") for token in draft.cue.doc[min(places) : max(places)])


def _typed(draft: TieDraft, a: Mention, b: Mention) -> tuple[TieKind, Mention, Mention] | None:
    """The tie with its ends the right way round; None where such parties cannot stand in it."""
    tie = draft.tie
    if draft.owned:
        return _owned(draft, a, b)
    named = a.form is MentionForm.NAME and a.kind is not MentionKind.PERSON and _last(a) not in words("member_nouns")
    if tie is TieKind.MEMBER_OF and draft.cue.pos_ == "ADP" and named:
        return None  # "Tarsk of the smugglers"
    if tie is TieKind.MEMBER_OF and a.kind in _BODY | _STATE and not _is_people(a):
        tie = TieKind.PART_OF
    if tie is TieKind.LEADS and not _can_lead(draft, a, b):
        return None
    if tie is TieKind.CONTROLS and draft.turn == "end" and a.kind not in _UNDER_ARMS:
        return None  # who was driven from a town need not have held it
    if draft.cue.lower_ in ("anti", "counter") and b.form is MentionForm.DEMONYM and country_code(b.text) is None:
        return None  # an "anti-Islamist" campaign names no foe
    if tie is TieKind.MEMBER_OF and a.kind is MentionKind.COUNTRY and b.form is not MentionForm.NAME:
        return None
    if tie in (TieKind.MEMBER_OF, TieKind.PART_OF) and b.form is MentionForm.DEMONYM:
        return None
    if tie is TieKind.BACKS and b.kind is MentionKind.PEOPLE and b.form is MentionForm.NOMINAL and not _names(b):
        return None  # helping the needy takes no side
    if tie is TieKind.CONTROLS and b.form is MentionForm.NOMINAL and not is_ground(b.text):
        return None
    first, second = _ENDS[tie]
    return (tie, a, b) if a.kind in first and b.kind in second else None


def _names(mention: Mention) -> bool:
    """Whether a nominal tells by a name or demonym whom it means: "the Korvan people"."""
    return any(word[:1].isupper() for word in mention.text.split()[1:])


def _is_people(mention: Mention) -> bool:
    return mention.kind is MentionKind.PEOPLE or _last(mention) in words("member_nouns")


def _last(mention: Mention) -> str:
    word = mention.text[mention.head.start - mention.span.start : mention.head.end - mention.span.start].casefold()
    return word.removesuffix("s")


def _owned(draft: TieDraft, a: Mention, b: Mention) -> tuple[TieKind, Mention, Mention] | None:
    """Possession says who leads only of people under arms and of governments; between bodies, what is part."""
    if draft.b.lemma_.lower() in words("role_nouns"):
        return None
    if a.kind in _BODY and b.kind in _BODY and a.form is MentionForm.NAME and not _is_people(b):
        return None if a.span.touches(b.span) else (TieKind.PART_OF, b, a)
    led = a.kind is MentionKind.PERSON and a.form is MentionForm.NAME and b.kind in _UNDER_ARMS
    return (draft.tie, a, b) if led else None


def _can_lead(draft: TieDraft, a: Mention, b: Mention) -> bool:
    if draft.cue.tag_ == "VBN" and draft.a.dep_ == "conj" and a.kind is MentionKind.ARMED_GROUP:
        return False  # "between the army led by X and the rebels"
    if draft.cue.pos_ not in ("NOUN", "PROPN") or draft.cue.lemma_.lower() in ("command", "leadership"):
        return True
    if not is_person(a):
        return False
    if b.kind is MentionKind.COUNTRY:
        # Whoever commands for a country does not lead it.
        return draft.cue.lemma_.lower() in words("ruler_nouns")
    return b.form is not MentionForm.DEMONYM


def _held_by(reading: Reading, parties: Parties, piece: Piece, draft: TieDraft, b: Party | None) -> Claim | None:
    """Ground in the hands of a party that a word before "hands" tells of, and that is no mention: "army hands"."""
    word = holders_word(draft)
    ground = _place_in_hands(reading, piece, draft, b) if word is not None else None
    if word is None or ground is None:
        return None
    where = piece.span(word)
    hands = Span(where.start, piece.span(word.head).end)
    span = _shortest(piece.span(draft.cue), (hands, ground.span), (hands, ground.span))
    role = Role("a", None, where, word.text)
    return _made(reading, parties.found, piece, draft, (draft.tie, role, ground, span, (draft.reason,)))


def _place_in_hands(reading: Reading, piece: Piece, draft: TieDraft, b: Party | None) -> Role | None:
    if b is not None and b.mention.kind in _GROUND:
        named = b.mention.form is not MentionForm.NOMINAL or is_ground(b.mention.text)
        return _role("b", b.mention) if named else None
    if draft.b.pos_ != "PROPN" or (b is not None and b.mention.kind is not MentionKind.ORGANIZATION):
        return None
    where = Span(piece.span(draft.b.left_edge).start, piece.span(draft.b).end)  # a town that the reader does not know
    return (
        Role("b", None, where, " ".join(where.of(reading.edition.text).split()))
        if len(where) <= _LONGEST_NAME
        else None
    )


def _held_ground(reading: Reading, parties: Parties, piece: Piece, draft: TieDraft, a: Party) -> Claim | None:
    """Ground without a name: "militia-held territory", "the road they control"."""
    last = _ground(draft.b)
    if draft.tie is not TieKind.CONTROLS or last is None or a.mention.kind not in _ACTOR:
        return None
    first = min((each for each in draft.b.lefts), key=lambda each: each.i, default=draft.b)
    where = Span(piece.span(first.left_edge).start, piece.span(last).end)
    role = Role("b", None, where, " ".join(where.of(reading.edition.text).split()))
    span = _shortest(_cue(piece, draft), (a.mention.span, where), (a.span, where))
    stated = (draft.tie, _role("a", a.mention), role, span, (draft.reason,))
    return _made(reading, parties.found, piece, draft, stated)


def _unnamed(reading: Reading, piece: Piece, draft: TieDraft, a: Party) -> Claim | None:
    """A force of a country, or the town of a hyphen, that is no mention of its own: "a Korvan army officer"."""
    noun = draft.b
    if draft.tie is TieKind.MEMBER_OF and noun.lemma_.lower() in _SERVICES and is_person(a.mention):
        if noun.i == noun.sent.start or country_code(noun.nbor(-1).text) is None:
            return None
        where = Span(piece.span(noun.nbor(-1)).start, piece.span(noun).end)
        if a.mention.form is MentionForm.NOMINAL and a.mention.span.touches(where):
            return None
    elif draft.tie is TieKind.BASED_IN and draft.hyphened and noun.text[:1].isupper():
        where = piece.span(noun)
    else:
        return None
    role = Role("b", None, where, " ".join(where.of(reading.edition.text).split()))
    span = _shortest(_cue(piece, draft), (a.named, where), (a.span, where))
    stated = (draft.tie, _role("a", a.mention), role, span, (draft.reason,))
    return _made(reading, Found.of((), ()), piece, draft, stated)


def _ground(noun: Token) -> Token | None:
    """The last word for a stretch of ground: "territory", "the eastern part of the country"; None where it is none."""
    if noun.pos_ == "NOUN" and is_ground(f"{noun.nbor(-1).text} {noun.lemma_}" if noun.i else noun.lemma_):
        return noun
    if noun.lemma_.lower() not in _PARTS:
        return None
    whole = (each for each in objects_of(noun, "of"))
    ground = words("ground_nouns") | {"country"}
    return next((each for each in whole if each.pos_ == "PROPN" or each.lemma_.lower() in ground), None)


def _units(reading: Reading, found: Found) -> Iterator[Claim]:
    for part, whole in units_in_row(reading, found):
        content = Tie(TieKind.PART_OF, _role("a", part), _role("b", whole))
        span = Span(part.span.start, whole.span.end)
        reason = "a unit and the one it is part of, in a row"
        yield make_claim(reading, span, content, (Polarity.YES, Status.ACTUAL), reasons=(reason,))


def _role(name: str, mention: Mention) -> Role:
    return Role(name, mention.id, mention.span, mention.text)
