"""Disputes over who did what can be done but once: accounts that lay one death, or one ruin, to men of two parties.

Nobody is killed twice, and a bridge that was blown up on Friday was not blown up by somebody else that day. Both
accounts have to name a party of the doers ("divers of the Harbour Guard"), and nothing may let the two be one: no tie,
no name in the other, not that both are a state's, nor that one is a unit of whatever army.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from sayso.language.numbers import listed
from sayso.records.actor import MentionForm, MentionKind
from sayso.records.claim import ALONE, Claim, Deed, Plover, Status
from sayso.records.matter import Dispute
from sayso.records.pile import Pile
from sayso.weigh.deeds.doers import Parties
from sayso.weigh.deeds.doing import Doing, doing_of
from sayso.weigh.deeds.likeness import is_of
from sayso.weigh.deeds.otherwise import laid_otherwise
from sayso.weigh.speaking import Speakers
from sayso.weigh.standing import affirms
from sayso.weigh.surroundings import Surroundings, content_words

_KILLING = frozenset(listed("kill murder assassinate execute behead lynch slay slaughter hang strangle poison"))
_HARMING = frozenset(listed("shoot stab beat hack gun bomb burn hit strike attack"))
_DEAD = re.compile(r"\b(?:dead|to death|fatally|killing|mortally)\b", re.IGNORECASE)
_RUINING = frozenset(listed("destroy demolish sink torch wreck raze dynamite sabotage"))
_BLOWING = re.compile(
    r"\b(?:blew|blow[ns]?|blowing|brought|bring|burn\w*|pull\w*|tore|torn)\b.{0,60}?\b(?:up|down)\b", re.DOTALL
)
_BODIES = frozenset({MentionKind.ARMED_GROUP, MentionKind.GOVERNMENT, MentionKind.ORGANIZATION, MentionKind.COUNTRY})
_OF = 4  # characters: "two gunmen of X"
_STATELY = content_words(
    "army ministry government police state national federal interior security service intelligence"
    " navy marines republican presidential gendarmerie court parliament"
)
_UNITS = frozenset(
    listed("company platoon battalion regiment squadron battery unit wing section detachment division corps squad cell")
)
_OF_SOME_ARMY = _UNITS | {"brigade", "guard", "guards", "force", "forces", "command"}
_NUMBER = re.compile(r"\b\d+(?:st|nd|rd|th)?\b")
_LARGEST_BLOCK = 40


def over_once(
    pile: Pile, around: Surroundings, speakers: Speakers, origin_of: Mapping[str, str], parties: Parties
) -> Iterator[Dispute]:
    """A dispute for each death or ruin that accounts lay to parties that cannot be one."""
    once = _Once(pile, around, speakers, parties)
    blocks: dict[str, list[Claim]] = defaultdict(list)
    for claim in pile.claims.values():
        for key in once.keys(claim):
            blocks[key].append(claim)
    met: set[frozenset[str]] = set()
    for _, block in sorted(blocks.items()):
        if not 1 < len(block) <= _LARGEST_BLOCK:
            continue
        told: dict[str, list[Claim]] = defaultdict(list)
        for one, two in combinations(sorted(block, key=lambda each: each.id), 2):
            pair = frozenset({one.id, two.id})
            if pair not in met and once.are_at_odds(one, two):
                met.add(pair)
                told[one.id].append(two)
        for first, others in told.items():
            yield _dispute(pile.claims[first], others, around, origin_of)


class _Once:
    def __init__(self, pile: Pile, around: Surroundings, speakers: Speakers, parties: Parties) -> None:
        self._pile = pile
        self._around = around
        self._speakers = speakers
        self._parties = parties

    def keys(self, claim: Claim) -> Iterator[str]:
        """What claims of one death or one ruin have in common; none for what can be done twice, or by nobody named."""
        deed = claim.content
        if not isinstance(deed, Deed) or deed.plover is not Plover.ASSAULT or not self._bodies(claim):
            return
        if claim.status is not Status.ACTUAL or not affirms(claim):
            return
        whom = [role for role in deed.roles if role.role == "recipient"]
        if len(whom) != 1:
            return
        actor = self._speakers.actor_of(whom[0].mention)
        if actor is not None and actor.kind is MentionKind.PERSON:
            named = self._speakers.named_among({actor.id})
            if named and (_is_death(claim, deed) or deed.lemma in _HARMING):
                yield f"death {actor.id}"
        elif _is_ruin(claim, deed):
            yield from (f"ruin {word}" for word in sorted(content_words(whom[0].text)))

    def are_at_odds(self, one: Claim, two: Claim) -> bool:
        """Whether both tell of one death or ruin, and lay it to parties that cannot be one."""
        if (one.document, one.sentence) == (two.document, two.sentence) or not self._are_others(one, two):
            return False
        first, second = (self._whoever_did_it(each) for each in (one, two))
        deaths = [isinstance(each.content, Deed) and _is_death(each, each.content) for each in (one, two)]
        alone = any(ALONE in each.reasons for each in (one, two))
        if all(deaths) or (alone and any(deaths) and _may_be_of_one_time(first, second)):
            return True
        return (is_of(first, second) or is_of(second, first)) and (any(deaths) or _of_one_time(first, second))

    def _bodies(self, claim: Claim) -> dict[str, str]:
        """The named bodies that a claim says did it, or whose men did, by actor."""
        roles = claim.content.roles if isinstance(claim.content, Deed) else ()
        found: dict[str, str] = {}
        for role in roles:
            for mention in self._around.mentions_in(claim.document, claim.sentence) if role.role == "actor" else ():
                inside = role.span.holds(mention.span) or mention.span.start - role.span.end == _OF
                actor = self._speakers.actor_of(mention.id) if inside and mention.form is MentionForm.NAME else None
                if actor is not None and actor.kind in _BODIES:
                    found[actor.id] = actor.name
        return found

    def _are_others(self, one: Claim, two: Claim) -> bool:
        mine, theirs = self._bodies(one), self._bodies(two)
        if self._parties.can_be_one(one, two):
            return False
        if self._parties.beside(frozenset(mine)) & self._parties.beside(frozenset(theirs)):
            return False
        alone = any(ALONE in each.reasons for each in (one, two))
        return all(_are_apart(name, other, alone=alone) for name in mine.values() for other in theirs.values())

    def _whoever_did_it(self, claim: Claim) -> Doing:
        nobody: frozenset[str] = frozenset()
        doing = doing_of(claim, self._pile, self._around, self._speakers)
        return replace(doing, doers=nobody, known=nobody, doer_words=nobody)


def _is_death(claim: Claim, deed: Deed) -> bool:
    return deed.lemma in _KILLING or (deed.lemma in _HARMING and _DEAD.search(claim.quote) is not None)


def _is_ruin(claim: Claim, deed: Deed) -> bool:
    return deed.lemma in _RUINING or _BLOWING.search(claim.quote) is not None


def _may_be_of_one_time(one: Doing, two: Doing) -> bool:
    (start, end), (first, last) = one.days, two.days
    return not (start and end and first and last) or (start <= last and first <= end)


def _of_one_time(one: Doing, two: Doing) -> bool:
    """Whether both name a time in common, or one text tells both and only one names a time."""
    named = [each.days[0] is not None for each in (one, two)]
    if all(named):
        return True  # that the two meet was asked before
    return one.claim.document == two.claim.document and any(named)


def _are_apart(name: str, other: str, *, alone: bool) -> bool:
    """Whether two names are of bodies of which neither can be the other or, where nobody acted alone, a part of it."""
    mine, theirs = content_words(name), content_words(other)
    if mine & theirs or _firsts(name) == other.removeprefix("the ") or _firsts(other) == name.removeprefix("the "):
        return False
    last = [each.casefold().split()[-1] for each in (name, other)]
    if any(each in _UNITS for each in last) or _NUMBER.search(name) or _NUMBER.search(other):
        return False
    stately = [bool(words & _STATELY) and not _is_armys_own(each) for words, each in ((mine, name), (theirs, other))]
    return not any(stately) or not (all(stately) or (not alone and any(each in _OF_SOME_ARMY for each in last)))


def _is_armys_own(name: str) -> bool:
    """Whether an army goes by a name that no state's has: "the Free Korvan Army", "the Army of the North"."""
    return (
        re.search(r"\b(?:Free|Liberation|People['’]s|Resistance|Revolutionary|Liberty|Freedom|Salvation)\b", name)
        is not None
    )


def _firsts(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[:1].isupper() and word.casefold() != "the")


def _named(claim: Claim) -> str:
    roles: Sequence[str] = (
        [role.text for role in claim.content.roles if role.role == "actor"] if isinstance(claim.content, Deed) else ()
    )
    return " and ".join(" ".join(each.split()) for each in roles)


def _dispute(claim: Claim, others: list[Claim], around: Surroundings, origin_of: Mapping[str, str]) -> Dispute:
    reason = f"it can have been done but once, and one account lays it to {_named(claim)} and another to somebody else"
    return laid_otherwise((around.matter_of[claim.id], "once"), claim, others, _named, reason, origin_of)
