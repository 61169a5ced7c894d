"""Denials that answer what was said right before them: "Haddad accused Odeh of the raid. Odeh denies it."

What "it", "the charges" or "any part in it" stand for is what the passage said of the denier just before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from sayso.records.claim import TOLD, Claim, Deed, Plover, Polarity, Stance
from sayso.records.pile import Pile
from sayso.weigh.speaking import Speakers
from sayso.weigh.standing import affirms, is_sourced

_DENIALS = frozenset({"deny", "reject", "dismiss", "refute", "dispute"})
# What is denied where the words take up what was said; "denied him a visa" takes up nothing.
# "Denied claims" alone goes on with what was claimed: "that it has fighter planes".
_TAKES_UP = re.compile(
    r"(?:it|this|that|(?:any|all|the|these|those|such|that|this|his|her|their|its|both)\s+"
    r"(?:(?!(?:previous|earlier|past|similar|other|new|old|former)\b)[a-z]+ )?"
    r"(?:charges?|allegations?|accusations?|claims?|reports?|suggestions?|rumou?rs?|involvement|wrongdoing|guilt"
    r"|responsibility|part|role|hand|build-up)"
    r"|(?:any |all )?(?:(?:direct|criminal) )?(?:charges|involvement|wrongdoing|guilt|responsibility))",
    re.IGNORECASE,
)
_NOBODY = frozenset({"anyone", "anybody", "no one", "nobody", "any", "any protesters", "any people", "any civilians"})
_NEAR = 350  # characters from the end of what was said to the denial
_ALSO = re.compile(r"\balso (?:den|reject|dismiss|disput|refut)", re.IGNORECASE)
_GRAVE = frozenset({Plover.ASSAULT, Plover.COERCE, Plover.MOBILIZE, Plover.SANCTION})
_BEHIND = frozenset({Plover.SUPPORT, Plover.AID, Plover.COOPERATE})  # grave where somebody else says so


def find_answers(pile: Pile, speakers: Speakers) -> Iterator[tuple[Claim, Claim]]:
    """What is told of somebody, with his denial of it right behind, by passage and in reading order."""
    by_passage: dict[str, list[Claim]] = defaultdict(list)
    for claim in pile.claims.values():
        if isinstance(claim.content, Deed) and claim.status in TOLD:
            by_passage[claim.passage].append(claim)
    for told in by_passage.values():
        if not any(_is_answer(each) or _denies_deaths(each) for each in told):
            continue
        told.sort(key=lambda each: (each.span, each.id))
        for at, denied in enumerate(told):
            met = None
            if _is_answer(denied):
                met = _answered(denied, told[:at], speakers)
            elif _denies_deaths(denied):
                met = _told_dead(denied, told[:at])
            if met is not None:
                yield met, denied


def _is_answer(claim: Claim) -> bool:
    """Whether a claim tells that somebody denies what was said, and not what of it."""
    deed = claim.content
    if not isinstance(deed, Deed) or deed.plover is not Plover.REJECT or deed.lemma not in _DENIALS:
        return False
    if claim.polarity is not Polarity.YES or any(voice.stance is Stance.DENIES for voice in claim.voices):
        return False
    what = [role.text for role in deed.roles if role.role == "recipient"]
    return len(what) == 1 and _TAKES_UP.fullmatch(what[0]) is not None


def _denies_deaths(claim: Claim) -> bool:
    """Whether a claim is somebody's word that nobody died: "denied that anyone had died"."""
    if not _kills(claim) or affirms(claim) or not is_sourced(claim):
        return False
    roles = claim.content.roles if isinstance(claim.content, Deed) else ()
    dead = [role.text.casefold() for role in roles if role.role == "recipient"]
    return len(dead) == 1 and dead[0] in _NOBODY


def _told_dead(denied: Claim, before: list[Claim]) -> Claim | None:
    """The last death that somebody else told of right before."""
    for told in reversed(before):
        if denied.span.start - told.span.end > _NEAR:
            break
        if told.sentence != denied.sentence and _kills(told) and affirms(told) and told.voices != denied.voices:
            return told
    return None


def _kills(claim: Claim) -> bool:
    deed = claim.content
    return isinstance(deed, Deed) and (deed.plover is Plover.DEATH or deed.mode == "killed")


def _answered(denied: Claim, before: list[Claim], speakers: Speakers) -> Claim | None:
    """The last that was said of the denier before, by somebody else, near enough to be meant."""
    denier = _keys(denied, "actor", speakers)
    for told in reversed(before):
        if denied.span.start - told.span.end > _NEAR:
            break
        if not affirms(told) or speakers.speaker(told.voices[-1]).keys & denier:
            continue
        if told.sentence == denied.sentence:
            besides = _ALSO.search(denied.quote) is not None  # she said one thing, and also denied any wrongdoing
            if is_sourced(told) and told.span.end <= denied.span.start and not (_accuses(told) or besides):
                return told  # "the rebels say two jets were shot down, but the army rejects that claim"
            continue
        if not is_sourced(told) and not _accuses(told):
            continue
        if denier & _keys(told, "recipient" if _accuses(told) else "actor", speakers) and _weighs(told):
            return told
    return None


def _accuses(claim: Claim) -> bool:
    return isinstance(claim.content, Deed) and claim.content.plover is Plover.ACCUSE


def _weighs(claim: Claim) -> bool:
    """Whether a claim is one that somebody would deny: an accusation, or a grave deed."""
    deed = claim.content
    if not isinstance(deed, Deed):
        return False
    ordered = deed.plover is Plover.REQUEST and deed.mode == "ordered"
    grave = deed.plover in _GRAVE or ordered or (deed.plover in _BEHIND and is_sourced(claim))
    return _accuses(claim) or grave


def _keys(claim: Claim, role: str, speakers: Speakers) -> frozenset[str]:
    roles = claim.content.roles if isinstance(claim.content, Deed) else ()
    return frozenset(key for each in roles if each.role == role for key in speakers.party(each, claim).keys)
