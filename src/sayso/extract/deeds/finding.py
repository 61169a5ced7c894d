"""Find deeds: who did what to whom, where and when, and which deed is ordered, promised or denied by which."""

from __future__ import annotations

from sayso.extract.deeds.blasts import is_blast, is_suicide_bombing, lemma_of_blast
from sayso.extract.deeds.circumstances import times_by_governor, when_of, where_of
from sayso.extract.deeds.deaths import died_otherwise, is_death, is_told, only_mortals
from sayso.extract.deeds.denials import Charge, take_up_denials
from sayso.extract.deeds.drafts import DeedDraft
from sayso.extract.deeds.extents import extent, verb_span
from sayso.extract.deeds.governed import put_above
from sayso.extract.deeds.idle_verbs import is_bidding
from sayso.extract.deeds.intents import Intent, find_intents
from sayso.extract.deeds.outcomes import is_ended, standing_of, told_as_tried
from sayso.extract.deeds.parties import is_land
from sayso.extract.deeds.phrases import role_of
from sayso.extract.deeds.predicates import Predicate, find_predicates
from sayso.extract.deeds.recurrences import told_again
from sayso.extract.deeds.roles import sides
from sayso.extract.deeds.shared_times import words_of
from sayso.extract.deeds.sides import OF_PERSONS, Sides
from sayso.extract.deeds.somebody import is_named, is_somebody, is_struck, may_have_been, only_someone
from sayso.extract.deeds.verdicts import called
from sayso.extract.found import Found
from sayso.extract.making import make_claim
from sayso.extract.parse.clauses import Place, children, objects_of
from sayso.extract.parse.involvement import involvement
from sayso.extract.parse.negations import (
    is_laid_to_one_alone,
    is_of_none,
    is_only_of_why,
    is_said_never_to_have_been,
    is_said_to_be,
)
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece, Reading
from sayso.extract.parse.standing import Standing
from sayso.language.plover import HOSTILE, noun_sense, object_class
from sayso.records.actor import Mention
from sayso.records.claim import ALONE, TRIED, Claim, Deed, Plover, Polarity, Role, Status
from sayso.records.document import Span
from sayso.records.when import Precision, When

# What idioms are called whose verb means nothing by itself: "set on fire", "claimed the lives of", "led away".
_CALLED_BY_MODE = {
    "burned": "burn",
    "killed": "kill",
    "abducted": "abduct",
    "arrested": "detain",
    "shot": "shoot",
    "executed": "execute",
    "died": "die",
}
_WE = frozenset({"we", "us", "i", "me"})  # whoever speaks so was there
_OF_WHO_GOES = frozenset({"arrived", "left", "fled", "returned", "marched"})
_ARMED = frozenset({"air", "missile", "drone", "jets", "warplanes", "coalition", "killed", "assault"})
_FELLED = frozenset({"claim", "injure", "kill", "leave", "maim", "wound"})


def find_deeds(reading: Reading, found: Found) -> tuple[Claim, ...]:
    """All deed claims of a reading, in reading order, without voices.

    A deed is claimed where the lexicon knows its type and somebody (a name, a people, a common noun for persons or
    bodies of them) stands on at least one side. ``Claim.about`` of an order, promise, threat, accusation or refusal is
    the deed ordered, promised, threatened, charged or refused, a claim of its own with its own status.
    """
    claims: list[Claim] = []
    charged: Charge | None = None
    chains = {each.id: each.chain for each in found.mentions}
    for piece in reading.pieces:
        drafts = _drafts_of(reading, piece, found)
        denied, charged = take_up_denials(reading, piece, found, chains, drafts, charged)
        drafts.update(denied)
        made: dict[int, Claim] = {}
        for index in sorted(drafts):
            _make(reading, drafts, index, made, frozenset())
        claims.extend(made[index] for index in sorted(made))
    claims.extend(told_again(reading, found, claims))
    return tuple(sorted(claims, key=lambda each: (each.span.start, each.span.end, each.id)))


def _drafts_of(reading: Reading, piece: Piece, found: Found) -> dict[int, DeedDraft]:
    """The deeds of a paragraph by the number of the token that names each."""
    predicates = find_predicates(piece, found)
    if not predicates:
        return {}
    times = times_by_governor(piece, found)
    drafts: dict[int, DeedDraft] = {}
    for predicate in predicates:
        draft = _draft(reading, piece, found, predicate, times)
        if draft is not None:
            drafts[predicate.token.i] = draft
    put_above(predicates, drafts)
    for intent in find_intents(piece, found, predicates):
        wrapped = _intent_draft(reading, piece, found, intent, drafts)
        if wrapped is not None:
            drafts[intent.token.i] = wrapped
    return drafts


def _make(
    reading: Reading, drafts: dict[int, DeedDraft], index: int, made: dict[int, Claim], above: frozenset[int]
) -> str | None:
    if index in made:
        return made[index].id
    draft = drafts[index]
    about = None
    if draft.about is not None and draft.about in drafts and draft.about not in above | {index}:
        about = _make(reading, drafts, draft.about, made, above | {index})
    deed = Deed(
        plover=draft.sense.plover,
        verb=draft.verb,
        lemma=draft.lemma,
        roles=draft.roles,
        mode=draft.sense.mode,
        when=draft.when,
        place=draft.place,
    )
    made[index] = make_claim(reading, draft.span, deed, draft.standing, about, draft.reasons)
    return made[index].id


def _draft(
    reading: Reading, piece: Piece, found: Found, predicate: Predicate, times: dict[int, When]
) -> DeedDraft | None:
    if is_death(predicate):
        both = only_mortals(piece, found, sides(piece, found, predicate))
    else:
        both = only_someone(piece, found, sides(piece, found, predicate), predicate.sense.mode)
    if not both.actors and not both.recipients:
        return (
            _named_by_day(piece, found, predicate, times)
            or _said_not_to_be(piece, predicate, times)
            or _gone_off(piece, found, predicate, times)
            or _known_by_time(piece, found, predicate, times)
        )
    befalls = predicate.sense.mode in OF_PERSONS
    harmed = is_death(predicate) or (befalls and any(_stands_alone(each.token) for each in both.recipients))
    nobody = not any(is_somebody(piece, found, each.token) for each in both.actors + both.recipients)
    untold = is_blast(predicate) or (predicate.nominal and is_said_never_to_have_been(predicate.token))
    if nobody and not harmed and not untold and not is_struck(piece, found, predicate, both):
        return None
    if predicate.sense.mode in _OF_WHO_GOES and not both.actors:
        return None
    alone = predicate.sense.mode == "clashed" and not both.recipients and predicate.token.tag_ == "VBP"
    if alone and all(each.token.pos_ == "PRON" for each in both.actors):
        return None  # "they fight, and the army does not"
    given = standing_of(predicate)
    if given == (Polarity.NO, Status.CONDITIONAL) or is_bidding(predicate.token):
        return None  # "if he does not resign" denies nothing
    if is_death(predicate) and not (is_told(given, both) and not died_otherwise(predicate, given)):
        return None
    if given[0] is Polarity.NO and _denies_less(predicate, both):
        return None
    meant = given[1] not in TRIED and given[1] is not Status.ACTUAL
    if (
        meant
        and not both.actors
        and not may_have_been(predicate.token)
        and not any(is_named(each.token) for each in both.recipients)
    ):
        return None  # "to aid persons": nobody in particular, and it has not come about
    roles = _roles(reading, piece, found, both)
    when = when_of(predicate, times)
    place = where_of(piece, found, predicate, [each.token for each in both.recipients])
    beside = [*([words_of(piece, when)] if when is not None else []), *([place.span] if place is not None else [])]
    return DeedDraft(
        token=predicate.noun or predicate.token,
        lemma=_lemma(predicate),
        sense=predicate.sense,
        roles=roles,
        span=extent(piece, predicate, roles, beside, given),
        verb=verb_span(piece, predicate),
        standing=given,
        when=when,
        place=place.id if place is not None else None,
        about=None,
        reasons=(*_reasons(roles, when), *told_as_tried(predicate, given[1]), *_alone(predicate, both)),
    )


def _alone(predicate: Predicate, both: Sides) -> tuple[str, ...]:
    return (ALONE,) if both.actors and is_laid_to_one_alone(predicate.token) else ()


def _denies_less(predicate: Predicate, both: Sides) -> bool:
    """Whether what is denied is not the deed: that it went on, what it was done for, or that some unknown did it."""
    if is_ended(predicate) or is_only_of_why(predicate.token):
        return True
    return not both.actors and involvement(predicate.token) is not None


def _stands_alone(token: Token) -> bool:
    """Whether what befell is told of a "we", who were there, or of nobody at all: "no one was hurt"."""
    return token.lower_ in _WE or token.lower_ == "nobody" or (token.lower_ in ("one", "none") and is_of_none(token))


def _named_by_day(piece: Piece, found: Found, predicate: Predicate, times: dict[int, When]) -> DeedDraft | None:
    """For "Friday's attack": an attack that the reader knows of, told by its day alone."""
    if not predicate.nominal or predicate.sense.plover is not Plover.ASSAULT:
        return None
    if predicate.token.lemma_ == "strike" and not any(each.lower_ in _ARMED for each in predicate.token.sent):
        return None  # it may be one of teachers
    owners = [each for each in children(predicate.token, "poss", "nmod", "compound") if each.i < predicate.token.i]
    days = [when for each in owners if (when := found.time_over(piece, each)) is not None]
    if len(days) != 1 or days[0].precision is not Precision.DAY:
        return None
    given = standing_of(predicate)
    if given != (Polarity.YES, Status.ACTUAL):
        return None
    return _bare(piece, predicate, days[0], given)


def _known_by_time(piece: Piece, found: Found, predicate: Predicate, times: dict[int, When]) -> DeedDraft | None:
    """For "the 1997 coup", and "the attack of September 2012 that killed the envoy": named with when it was."""
    if not predicate.nominal or predicate.sense.plover is not Plover.ASSAULT:
        return None
    if predicate.sense.mode != "coup" and not _has_victims(predicate.token):
        return None
    when, given = when_of(predicate, times), standing_of(predicate)
    if when is None or when.edtf is None or given != (Polarity.YES, Status.ACTUAL):
        return None
    named = [each for prep in ("in", "at", "near", "on") for each in objects_of(predicate.token, prep)]
    places = (found.headed_by(piece, each) for each in named if is_land(piece, found, each))
    return _bare(piece, predicate, when, given, next((each for each in places if each is not None), None))


def _has_victims(noun: Token) -> bool:
    """Whether a clause on an attack says whom it killed or hurt."""
    clauses = [each for each in children(noun, "relcl") if each.i > noun.i and each.lemma_.lower() in _FELLED]
    return any(child.lower_ in ("that", "which") for each in clauses for child in each.lefts)


def _said_not_to_be(piece: Piece, predicate: Predicate, times: dict[int, When]) -> DeedDraft | None:
    """For "there was no coup": whoever it would have been done by, it is said that it was not."""
    if not predicate.nominal or predicate.sense.plover not in HOSTILE:
        return None
    if not is_said_to_be(predicate.token) and not is_said_never_to_have_been(predicate.token):
        return None
    given = standing_of(predicate)
    if given != (Polarity.NO, Status.ACTUAL):
        return None
    return _bare(piece, predicate, when_of(predicate, times), given)


def _gone_off(piece: Piece, found: Found, predicate: Predicate, times: dict[int, When]) -> DeedDraft | None:
    """For "a bomb exploded in Tarsk": an explosion that is told with its place or its time."""
    if not is_blast(predicate):
        return None
    when, place = when_of(predicate, times), where_of(piece, found, predicate, children(predicate.token, "dobj"))
    given = standing_of(predicate)
    if (when is None and place is None) or given[1] is Status.CONDITIONAL:
        return None
    return _bare(piece, predicate, when, given, place)


def _bare(
    piece: Piece, predicate: Predicate, when: When | None, given: Standing, place: Mention | None = None
) -> DeedDraft:
    """A deed of which neither who did it nor to whom is said."""
    beside = [*([words_of(piece, when)] if when is not None else []), *([place.span] if place is not None else [])]
    return DeedDraft(
        token=predicate.token,
        lemma=_lemma(predicate),
        sense=predicate.sense,
        roles=(),
        span=extent(piece, predicate, (), beside, given),
        verb=verb_span(piece, predicate),
        standing=given,
        when=when,
        place=place.id if place is not None else None,
        about=None,
        reasons=_reasons((), when),
    )


def _lemma(predicate: Predicate) -> str:
    """What the deed is called: after the noun that carries its sense, where the verb says little."""
    noun = predicate.noun or predicate.named
    beside = predicate.particle
    if noun is None and beside is not None and beside.pos_ == "NOUN" and noun_sense(beside.lemma_.lower()) is not None:
        noun = beside  # "issued a warning"
    if is_blast(predicate) or is_suicide_bombing(predicate):
        return lemma_of_blast(predicate.token)
    own = str((noun or predicate.token).lemma_).lower()
    if noun is not None and noun.lemma_.lower() == "life":
        return "assassinate"  # "an attempt on his life"
    if (verdict := called(predicate.token, predicate.sense)) is not None:
        return verdict
    known = _CALLED_BY_MODE.get(predicate.sense.mode or "") if noun is None else None
    takes_own = is_death(predicate) and own in ("hang", "kill")
    return known if known is not None and (own in object_class("idiom") or takes_own) else own


def _roles(reading: Reading, piece: Piece, found: Found, both: Sides) -> tuple[Role, ...]:
    text = reading.edition.text
    roles: list[Role] = []
    for name, places in (("actor", both.actors), ("recipient", both.recipients)):
        for place in places:
            role = role_of(text, piece, found, name, place)
            if all(role.span != other.span for other in roles):
                roles.append(role)
    return tuple(roles)


def _reasons(roles: tuple[Role, ...], when: When | None) -> tuple[str, ...]:
    reasons = [f"{role.role} '{role.text}': {role.reason}" for role in roles if role.reason]
    if when is not None:
        reasons.append(f"time '{when.text}' hangs on the deed")
    return tuple(reasons)


def _intent_draft(
    reading: Reading, piece: Piece, found: Found, intent: Intent, drafts: dict[int, DeedDraft]
) -> DeedDraft | None:
    inner = drafts.get(intent.deed.i)
    if intent.token.i in drafts or not is_somebody(piece, found, intent.actor):
        return None
    text = reading.edition.text
    roles = [role_of(text, piece, found, "actor", Place(intent.actor, intent.reason))]
    if intent.recipient is not None:
        roles.append(role_of(text, piece, found, "recipient", Place(intent.recipient, intent.reason)))
    elif inner is not None:
        spoken = {role.span for role in roles}
        roles.extend(role for role in inner.roles if role.role == "recipient" and role.span not in spoken)
    own = piece.span(intent.token)
    parts = [own, piece.span(intent.deed), *(role.span for role in roles), *([inner.span] if inner is not None else [])]
    return DeedDraft(
        token=intent.token,
        lemma=intent.token.lemma_.lower(),
        sense=intent.sense,
        roles=tuple(roles),
        span=Span(min(each.start for each in parts), max(each.end for each in parts)),
        verb=own,
        standing=intent.standing,
        when=None,
        place=None,
        about=intent.deed.i if inner is not None else None,
        reasons=(intent.reason, *_reasons(tuple(roles), None)),
    )
