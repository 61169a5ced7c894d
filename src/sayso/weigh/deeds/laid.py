"""Disputes over who did what one account lays to somebody alone: "it was the Brigade that shot her"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from sayso.language.doings import told_by
from sayso.language.numbers import listed
from sayso.records.claim import ALONE, TOLD, Claim, Deed
from sayso.records.matter import Dispute
from sayso.records.pile import Pile
from sayso.weigh.deeds.doers import Parties
from sayso.weigh.deeds.doing import Doing, doing_of, doing_words
from sayso.weigh.deeds.likeness import is_of
from sayso.weigh.deeds.otherwise import laid_otherwise
from sayso.weigh.speaking import Speakers
from sayso.weigh.standing import affirms
from sayso.weigh.surroundings import Surroundings

_LARGEST_BLOCK = 60
_NEAR_TO = re.compile(r"(?:his|her|their) (?:own )?[a-z-]+$", re.IGNORECASE)
_MEN = frozenset(
    listed("men people forces troops soldiers fighters guards officers side killer killers attacker attackers")
)
_LITTLE = frozenset(listed("a an the of from two three four several some his her their"))


def over_laid(
    pile: Pile, around: Surroundings, speakers: Speakers, origin_of: Mapping[str, str], parties: Parties
) -> Iterator[Dispute]:
    """A dispute for each deed that one account lays to somebody alone, and others to somebody else."""
    deeds = [each for each in pile.claims.values() if isinstance(each.content, Deed) and each.status in TOLD]
    alone = [each for each in deeds if ALONE in each.reasons and affirms(each) and _named_doers(each)]
    if not alone:
        return
    wanted = {word for each in alone for one in _words(each) for word in told_by(one)}
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in deeds:
        if affirms(claim) and _named_doers(claim):
            for word in sorted(_words(claim) & wanted):
                told[word].append(claim)
    for claim in alone:
        laid = _whoever_did_it(claim, pile, around, speakers)
        block = {each.id: each for one in _words(claim) for word in told_by(one) for each in told.get(word, ())}
        if len(block) > _LARGEST_BLOCK:
            continue
        others = [
            each
            for _, each in sorted(block.items())
            if not parties.can_be_one(claim, each)
            and not _share_a_doer(claim, each)
            and _is_same(laid, _whoever_did_it(each, pile, around, speakers))
        ]
        if others:
            yield _dispute(claim, others, around, origin_of)


def _words(claim: Claim) -> frozenset[str]:
    return doing_words(claim, claim.content) if isinstance(claim.content, Deed) else frozenset()


def _named_doers(claim: Claim) -> list[str]:
    roles = claim.content.roles if isinstance(claim.content, Deed) else ()
    return [" ".join(role.text.split()) for role in roles if role.role == "actor" and role.text[:1].isalnum()]


def _share_a_doer(one: Claim, two: Claim) -> bool:
    """Whether both name a doer by a word of the same name, or one names nobody who is certainly somebody else."""
    mine, theirs = ({word for name in _named_doers(each) for word in _name_words(name)} for each in (one, two))
    if mine and theirs:
        return bool(mine & theirs)
    if mine or theirs:
        near, far = (one, two) if theirs else (two, one)
        return not (_is_near_to_whom(near) and _is_man_of_some_body(far, near))
    return True


def _is_near_to_whom(claim: Claim) -> bool:
    """Whether who did it goes by what he was to whom it was done to: "his driver", "her own brother"."""
    doers = _named_doers(claim)
    return len(doers) == 1 and _NEAR_TO.match(doers[0]) is not None and doers[0].split()[-1] not in _MEN


def _is_man_of_some_body(claim: Claim, other: Claim) -> bool:
    """Whether who did it goes by what he is in a body, and by another word than the other: "a Harbour Guard sentry"."""
    doers = _named_doers(claim)
    told = {word for name in doers for word in name.split() if word.isalpha() and word.islower()} - _LITTLE
    return len(doers) == 1 and bool(told) and not told & set(_named_doers(other)[0].split())


def _name_words(name: str) -> set[str]:
    return {word.casefold() for word in name.split() if word[:1].isupper() and word.casefold() != "the"}


def _is_same(laid: Doing, told: Doing) -> bool:
    """Whether two tell of one doing, and not each of a name that the other lacks."""
    return is_of(laid, told) and not (laid.proper - told.around and told.proper - laid.around)


def _whoever_did_it(claim: Claim, pile: Pile, around: Surroundings, speakers: Speakers) -> Doing:
    """What a claim tells, its doer left out."""
    doing = doing_of(claim, pile, around, speakers)
    nobody: frozenset[str] = frozenset()
    return replace(doing, doers=nobody, known=nobody, doer_words=nobody)


def _dispute(claim: Claim, others: list[Claim], around: Surroundings, origin_of: Mapping[str, str]) -> Dispute:
    reason = f"one account lays it to {_shown(claim)} and nobody else, and another to somebody else"
    return laid_otherwise((around.matter_of[claim.id], "laid"), claim, others, _shown, reason, origin_of)


def _shown(claim: Claim) -> str:
    return " and ".join(_named_doers(claim))
