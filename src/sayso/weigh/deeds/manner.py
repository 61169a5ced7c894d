"""Disputes over how somebody died: shot, beaten, by a bomb, by his own hand, as different sources tell it.

Nobody dies twice: what sources of their own tell of one person's death is of one death. A shot or a beating that is not
said to have killed is held beside it only where it is told of in the same weeks and on no other day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.records.actor import MentionKind
from sayso.records.claim import TOLD, UNSAID, Claim, Deed, Plover
from sayso.records.ids import make_id
from sayso.records.matter import Dispute, DisputeKind
from sayso.records.pile import Findings, Pile
from sayso.records.when import edtf_interval
from sayso.weigh.sides import side
from sayso.weigh.standing import affirms
from sayso.weigh.surroundings import Surroundings

_MANNERS: Mapping[str, re.Pattern[str]] = {
    manner: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for manner, words in (
        ("by the victim's own hand", r"suicide|(?:his|her|their) own (?:hand|life)|(?:him|her)self"),
        ("by a blast", r"explosives?|explosion|bomb(?:ed|ing)?|grenade|landmine|blast|blown up|blew up"),
        ("shot", r"shot|shoot(?:ing)?|bullets?|gunshots?|gunned down|gunfire|sniper"),
        ("stabbed", r"stab(?:bed|bing)?|knif(?:e|ed)|hacked"),
        ("beaten", r"beat(?:en|ing)?|clubbed|bludgeoned|tortur(?:ed|e|ing)"),
        ("strangled", r"strangl(?:ed|ing)|chok(?:ed|ing)|suffocat(?:ed|ion)"),
        ("poisoned", r"poison(?:ed|ing)?"),
        ("hanged", r"hang(?:ed|ing)?|hung"),
        ("burned", r"burn(?:ed|t|ing)"),
        ("drowned", r"drown(?:ed|ing)?"),
        ("run over", r"run over|ran over|rammed|car crash|road accident"),
        ("by illness", r"heart attack|heart failure|illness|stroke|pneumonia"),
    )
}
_FATAL = re.compile(r"\b(?:kill|murder|execut|assassinat|behead|lynch|hang|died?\b|dead\b|death|fatal|suicide)", re.I)
_NOT_FATAL = re.compile(r"\b(?:wounded|injured|survived|at)\b", re.IGNORECASE)
_SAME_NEWS = 31  # days
_LARGEST_BLOCK = 60


@dataclass(frozen=True, slots=True)
class Death:
    """How a claim has somebody die; ``fatal`` where its own words say that he did of it."""

    claim: Claim
    manner: str
    fatal: bool
    first: date | None
    last: date | None
    said: date | None


def over_manner(
    pile: Pile, findings: Findings, around: Surroundings, origin_of: Mapping[str, str]
) -> Iterator[Dispute]:
    """A dispute for each person whose death sources of their own tell in different ways, by person."""
    persons = {actor.id: actor for actor in findings.actors if actor.kind is MentionKind.PERSON}
    victim_of = {mention: actor.id for actor in persons.values() for mention in actor.mentions}
    by_victim: dict[str, list[Death]] = defaultdict(list)
    for claim in pile.claims.values():
        for victim in _victims(claim, victim_of):
            if (death := _death(claim, pile)) is not None:
                by_victim[victim].append(death)
    for victim, told in sorted(by_victim.items()):
        together = _at_odds(told, origin_of) if len(told) <= _LARGEST_BLOCK else []
        if together:
            yield _dispute(persons[victim].name, together, around, origin_of)


def _victims(claim: Claim, victim_of: Mapping[str, str]) -> set[str]:
    """Whom a claim has struck: him it was done to; who did it to himself."""
    deed = claim.content
    if not isinstance(deed, Deed) or deed.plover not in (Plover.ASSAULT, Plover.DEATH) or claim.status not in TOLD:
        return set()
    if not affirms(claim) or UNSAID in claim.reasons:
        return set()
    persons = [each for each in deed.roles if each.mention in victim_of]
    if not persons:
        return set()
    own = _MANNERS["by the victim's own hand"].search(claim.quote) is not None
    struck = [each for each in persons if each.role == "recipient"] or (persons if own else [])
    found = {victim_of[each.mention] for each in struck if each.mention is not None}
    return found if len(found) == 1 else set()


def _death(claim: Claim, pile: Pile) -> Death | None:
    deed = claim.content
    assert isinstance(deed, Deed)
    manner = next((name for name, words in _MANNERS.items() if words.search(claim.quote)), None)
    if manner is None or _NOT_FATAL.search(claim.quote):
        return None
    fatal = _FATAL.search(f"{deed.lemma} {deed.mode or ''} {claim.quote}") is not None
    first, last = edtf_interval(deed.when.edtf if deed.when is not None else None)
    return Death(claim, manner, fatal, first, last, edtf_interval(pile.passages[claim.passage].published)[0])


def _at_odds(told: Sequence[Death], origin_of: Mapping[str, str]) -> list[Death]:
    """What is told of one death, where two sources tell it in two ways and one of them says that it was one."""
    fatal = [each for each in told if each.fatal]
    found = fatal + [each for each in told if not each.fatal and any(_is_of(each, death) for death in fatal)]
    for one in fatal:
        for two in found:
            if one.manner != two.manner and origin_of[one.claim.id] != origin_of[two.claim.id]:
                return found
    return []


def _is_of(blow: Death, death: Death) -> bool:
    """Whether a blow that is not said to have killed can be what the victim died of."""
    if blow.first and blow.last and death.first and death.last:
        return blow.first <= death.last and death.first <= blow.last
    if blow.claim.document == death.claim.document:
        return True
    return blow.said is not None and death.said is not None and abs((blow.said - death.said).days) <= _SAME_NEWS


def _dispute(name: str, told: Sequence[Death], around: Surroundings, origin_of: Mapping[str, str]) -> Dispute:
    by_manner: dict[str, list[Death]] = defaultdict(list)
    for each in sorted(told, key=lambda one: (one.claim.document, one.claim.span, one.claim.id)):
        by_manner[each.manner].append(each)
    least = min(each.claim.id for each in told if each.fatal)
    killing = [manner for manner, each in by_manner.items() if any(death.fatal for death in each)]
    both = len(killing) > 1
    reason = (
        f"nobody dies twice, and {name} is said to have died {' and '.join(killing)}"
        if both
        else f"{name} is said to have died {killing[0]}; of the rest nobody says that it killed, and both may have been"
    )
    matter = around.event_of.get(least) or around.matter_of[least]
    return Dispute(
        id=make_id("x", matter, "how", least),
        matter=matter,
        slot="how",
        kind=DisputeKind.CONTRADICTION if both else DisputeKind.COMPATIBLE,
        question=f"How did {name} die?",
        values=tuple(side(manner, (each.claim for each in deaths), origin_of) for manner, deaths in by_manner.items()),
        reasons=(reason,),
    )
