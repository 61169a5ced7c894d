"""Disputes over deeds that those said to have done them deny, where others tell of them or suspect them elsewhere.

A denial and the accusation it answers are seldom one event: "Sundal denies bombing Tarsk" has no day and no toll. They
meet where the kind of deed, the doer and the place or victim are the same; where one names neither ("there was no
coup"), where they have one word for the deed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from sayso.language.plover import noun_sense
from sayso.language.states import states_in
from sayso.records.claim import CONTRADICTS, TOLD, Claim, Deed, Plover, Stance, Status
from sayso.records.ids import make_id
from sayso.records.matter import Dispute, DisputeKind, DisputeValue, Matter
from sayso.records.pile import Pile
from sayso.records.when import edtf_interval
from sayso.weigh.deeds.answers import find_answers
from sayso.weigh.deeds.denied import find_denied
from sayso.weigh.deeds.whether import denial
from sayso.weigh.groups import joined
from sayso.weigh.sides import side
from sayso.weigh.speaking import Speakers
from sayso.weigh.standing import affirms
from sayso.weigh.surroundings import Surroundings, content_words

_CHARGED = frozenset({Plover.ASSAULT, Plover.COERCE, Plover.MOBILIZE, Plover.THREATEN, Plover.SANCTION})
# Forces that are a state's whatever else they are called; a group that bears its name need not be.
_FORCES = re.compile(
    r"\b(?:air ?force|army|navy|military|troops|soldiers|forces|jets|(?:war)?planes|aircraft|helicopters|police)\b",
    re.IGNORECASE,
)
_OF_A = re.compile(r"\bof (?:an? |the )?(?:[a-z]+ing )?(?:an? |the )?([a-z]+)$")
_IN_QUESTION = re.compile(r"(?:how|why|what|when|where|whether)\b", re.IGNORECASE)
_ONE_DEED = "accusation and denial are of one doer and one kind of deed, and of one place, victim or word for it"
_LIKENESS = "doing, doer, time and what else the denial names are those of what is told, as far as either names them"
_BESIDE = "somebody denies within a paragraph what another is quoted as telling, in the same words for the doing"
_ANSWER = "the denial stands right behind what it takes up"
_DENYING = content_words("deny denies denied denying repeatedly consistently always never not no any there")
_NEWS_DAYS = 60  # what is told up to so many days after a denial can be what it denies
_LARGEST_BLOCK = 200
_MOST = 8


@dataclass(frozen=True, slots=True)
class Charge:
    """A claim of a grave deed: its doers, and whom or where it struck, as actor ids, state codes and place ids.

    ``bare`` marks the word that there was no such deed, of which nobody's part is told.
    """

    claim: Claim
    deed: Deed
    doers: frozenset[str]
    struck: frozenset[str]
    said: date | None
    bare: bool = False

    @property
    def word(self) -> str:
        """The word for the deed, whether a verb or a noun."""
        return self.deed.lemma.casefold().removesuffix("ing")

    @property
    def is_of_some_day(self) -> bool:
        """Whether its words name a time that nobody outside its text can tell: "that day"."""
        return self.deed.when is not None and not self.deed.when.edtf

    @property
    def rest(self) -> frozenset[str]:
        """What its words say beside the deed, who denies it and who did it."""
        named = " ".join(role.text for role in self.deed.roles if role.role == "actor")
        verb = self.deed.verb
        word = self.claim.quote[verb.start - self.claim.span.start : verb.end - self.claim.span.start]
        return content_words(self.claim.quote) - content_words(f"{named} {word} {self.deed.lemma}") - _DENYING

    def is_of(self, other: Charge) -> bool:
        """Whether both tell of one kind of deed by one doer against one party or in one place, at times that meet."""
        if self.deed.plover is not other.deed.plover or not self.doers & other.doers:
            return False
        if not self.struck & other.struck:
            if self.word != other.word or (self.struck and other.struck):
                return False
            # "Used napalm" is no "used chemical weapons".
            if self.rest and other.rest and not self.rest & other.rest:
                return False
        if self.claim.document != other.claim.document and any(each.is_of_some_day for each in (self, other)):
            return False
        mine, theirs = (edtf_interval(each.deed.when.edtf if each.deed.when else None) for each in (self, other))
        first, last = (
            max(filter(None, (mine[0], theirs[0])), default=None),
            min(filter(None, (mine[1], theirs[1])), default=None),
        )
        return first is None or last is None or first <= last + timedelta(1)


class Met(NamedTuple):
    """What is told, a denial of it, and why the one is held against the other."""

    why: str
    told: Claim
    denied: Claim


def over_accusations(
    pile: Pile,
    matters: Iterable[Matter],
    around: Surroundings,
    speakers: Speakers,
    origin_of: Mapping[str, str],
    opened: AbstractSet[str] = frozenset(),
) -> Iterator[Dispute]:
    """A dispute for each of the events given that its doer denies in words that stand apart from it, in their order.

    What one denial is held against is one dispute, over the event that has one already (``opened``) or most tellings.
    Where only likeness brings the two together it is open whether they are of one thing; a denial that is known to be
    of something is not held against what is like it.
    """
    found = (
        (_ONE_DEED, _by_charge(pile, around, speakers)),
        (_ONE_DEED, _taken_up(pile)),
        (_ANSWER, find_answers(pile, speakers)),
        (CONTRADICTS, _contradicted(pile)),
    )
    event_of = {matter.id: matter for matter in matters}
    known = [Met(why, told, denied) for why, pairs in found for told, denied in pairs]
    yield from _disputes(known, event_of, around, origin_of, opened)
    answered = {met.denied.id for met in known}
    alike = [each for each in find_denied(pile, around, speakers) if each[1].id not in answered]
    beside = [Met(_BESIDE, told, denied) for told, denied, sure in alike if sure]
    yield from _disputes(beside, event_of, around, origin_of, opened)
    answered = {met.denied.id for met in beside}
    left = [Met(_LIKENESS, told, denied) for told, denied, _ in alike if denied.id not in answered]
    yield from _disputes(left, event_of, around, origin_of, opened)


def _disputes(
    met: Iterable[Met],
    matters: Mapping[str, Matter],
    around: Surroundings,
    origin_of: Mapping[str, str],
    opened: AbstractSet[str],
) -> Iterator[Dispute]:
    """The disputes that pairs of a telling and a denial open, in order of their events."""
    against: dict[str, dict[str, Claim]] = defaultdict(dict)
    denials: dict[str, dict[str, Claim]] = defaultdict(dict)
    whys: dict[str, dict[str, None]] = defaultdict(dict)
    for why, told, denied in met:
        # What is answered is the one deed told before, not the whole that it is part of.
        whole = why == _ONE_DEED
        event = around.event_of.get(told.id, "") if whole else around.matter_of[told.id]
        own = (around.matter_of[denied.id], around.event_of.get(denied.id)) if why != CONTRADICTS else ()
        if event and event not in own:
            against[event][told.id] = told
            denials[event][denied.id] = denied
            whys[event][why] = None
    events = [each for each in matters if each in against]
    held = [(event, claim) for event in events for claim in denials[event]]
    first_with = {claim: event for event, claim in reversed(held)}
    for group in joined(events, ((first_with[claim], event) for event, claim in held)):
        main = max(group, key=lambda each: (each in opened, len(against[each])))
        in_order = sorted(group, key=lambda each: each != main)
        sides = _claims_of(in_order, against), _claims_of(in_order, denials)
        reasons = tuple(dict.fromkeys(each for event in in_order for each in whys[event]))
        yield _dispute(matters[main], sides, reasons, origin_of)


def _claims_of(events: Iterable[str], side: Mapping[str, Mapping[str, Claim]]) -> list[Claim]:
    return list({own: claim for event in events for own, claim in side[event].items()}.values())


def _contradicted(pile: Pile) -> Iterator[tuple[Claim, Claim]]:
    """What a document tells, with what it says elsewhere that cannot hold with it."""
    for claim in pile.claims.values():
        told = pile.claims.get(claim.about or "")
        contrary = any(reason.startswith(CONTRADICTS) for reason in claim.reasons)
        if told is not None and contrary and not _IN_QUESTION.match(told.quote):
            yield told, claim


def _by_charge(pile: Pile, around: Surroundings, speakers: Speakers) -> Iterator[tuple[Claim, Claim]]:
    """What is told of a grave deed, with its doer's denial of it."""
    charges = [found for claim in pile.claims.values() if (found := _charge(claim, pile, around, speakers)) is not None]
    told: dict[tuple[str, str], list[Charge]] = defaultdict(list)
    for each in charges:
        for block in _blocks(each) if affirms(each.claim) else ():
            told[block].append(each)
    for denied in charges:
        if affirms(denied.claim) or not _is_own(denied, speakers):
            continue
        near = (each for block in _blocks(denied) for each in told.get(block, ())[:_LARGEST_BLOCK])
        met = {each.claim.id: each for each in near if _answers(denied, each)}
        # Of several deeds the one most like what is denied is meant, as when raids are denied and mines are told of.
        best = max((_likeness(denied, each) for each in met.values()), default=None)
        for each in sorted(met.values(), key=lambda one: one.claim.id):
            if _likeness(denied, each) == best:
                yield each.claim, denied.claim


def _taken_up(pile: Pile) -> Iterator[tuple[Claim, Claim]]:
    """What a text tells somebody says, with the denial that takes it up: "a charge Sundal has denied"."""
    told: dict[tuple[object, ...], Claim] = {}
    denied: list[tuple[tuple[object, ...], Claim]] = []
    for claim in pile.claims.values():
        deed = claim.content
        if not isinstance(deed, Deed) or claim.status not in TOLD:
            continue
        key = (claim.document, deed.plover, deed.lemma, *sorted(role.span for role in deed.roles))
        if affirms(claim):
            told.setdefault(key, claim)
        elif deed.roles and any(voice.stance is Stance.DENIES for voice in claim.voices):
            denied.append((key, claim))
    for key, claim in denied:
        if key in told and told[key].voices != claim.voices:
            yield told[key], claim


def _likeness(denied: Charge, told: Charge) -> tuple[bool, int, bool]:
    one, two = denied.claim, told.claim
    one_breath = (one.document, one.sentence) == (two.document, two.sentence)
    return one_breath, len(denied.struck & told.struck), denied.word == told.word


def _blocks(charge: Charge) -> Iterator[tuple[str, str]]:
    for doer in sorted(charge.doers):
        for struck in sorted(charge.struck):
            yield doer, struck
        yield doer, f"={charge.word}"


def _charge(claim: Claim, pile: Pile, around: Surroundings, speakers: Speakers) -> Charge | None:
    deed = claim.content
    if isinstance(deed, Deed) and deed.plover is Plover.ACCUSE:
        if claim.about is not None:
            return None  # what he is accused of is a claim of its own
        return _accused(claim, deed, pile, speakers)
    if not isinstance(deed, Deed) or deed.plover not in _CHARGED or not _is_charged(claim):
        return None
    doers: frozenset[str] = frozenset()
    struck = around.places_beside(claim)
    for role in deed.roles:
        keys = speakers.party(role, claim).keys
        if role.role == "actor":
            doers |= keys | (states_in(role.text) if _FORCES.search(role.text) else frozenset())
        else:
            struck |= keys
    bare = not deed.roles and not affirms(claim)
    if bare and claim.voices:
        doers, struck = speakers.speaker(claim.voices[-1]).keys, frozenset()  # who says so was to blame
    if not doers:
        return None
    return Charge(claim, deed, doers, struck - doers, edtf_interval(pile.passages[claim.passage].published)[0], bare)


def _accused(claim: Claim, deed: Deed, pile: Pile, speakers: Speakers) -> Charge | None:
    """The deed that a noun alone names in an accusation: "accused Odeh of a massacre"."""
    named = _OF_A.search(claim.quote)
    sense = noun_sense(named[1].casefold()) if named is not None else None
    if named is None or sense is None or sense.plover not in _CHARGED or not affirms(claim) or claim.status not in TOLD:
        return None
    doers = frozenset(
        key for role in deed.roles if role.role == "recipient" for key in speakers.party(role, claim).keys
    )
    meant = replace(deed, plover=sense.plover, lemma=named[1].casefold(), when=None)
    said = edtf_interval(pile.passages[claim.passage].published)[0]
    return Charge(claim, meant, doers, frozenset(), said) if doers else None


def _is_charged(claim: Claim) -> bool:
    """Whether a deed is told of, or somebody is said to have planned it."""
    alleged = any(voice.stance is Stance.ALLEGES for voice in claim.voices)
    return claim.status in TOLD or (alleged and claim.status is Status.PLANNED)


def _is_own(denied: Charge, speakers: Speakers) -> bool:
    """Whether who denies it is, or speaks for, who is said to have done it."""
    deniers = [voice for voice in denied.claim.voices if voice.stance is Stance.DENIES] or denied.claim.voices[-1:]
    return any(speakers.speaker(voice).keys & denied.doers for voice in deniers)


def _answers(denied: Charge, told: Charge) -> bool:
    if not denied.is_of(told):
        return False
    return told.said is None or denied.said is None or told.said <= denied.said + timedelta(_NEWS_DAYS)


def _dispute(
    event: Matter, sides: tuple[list[Claim], list[Claim]], whys: tuple[str, ...], origin_of: Mapping[str, str]
) -> Dispute:
    told, denied = (each[:_MOST] for each in sides)
    kind = DisputeKind.PERHAPS if set(whys) == {_LIKENESS} else DisputeKind.CONTRADICTION
    return Dispute(
        id=make_id("x", event.id, "whether", "apart", min(each.id for each in denied)),
        matter=event.id,
        slot="whether",
        kind=kind,
        question=f"Is it so? — {event.label}",
        values=(side("it is said, or suspected", told, origin_of), side("it is denied", denied, origin_of)),
        reasons=(denial(denied), *whys),
    )


def together(found: Dispute, apart: Dispute) -> Dispute:
    """A dispute over whether an event was, with the accusations and denials that stand apart from it."""
    values = tuple(
        DisputeValue(
            one.value, tuple(dict.fromkeys((*one.claims, *two.claims))), tuple(sorted({*one.origins, *two.origins}))
        )
        for one, two in zip(found.values, apart.values, strict=True)
    )
    return replace(found, values=values, reasons=tuple(dict.fromkeys((*found.reasons, *apart.reasons))))
