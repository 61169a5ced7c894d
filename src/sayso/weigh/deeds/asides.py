"""What texts tell by the way, as far as a denial of the pile can be of it.

A text tells a hundred things of no type, and most are denied by nobody. ``sought`` says which could be, by the words of
the denials; ``worth_weighing`` which of those that were found share enough with one; and once all is weighed, what no
dispute needs is put aside again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sayso.language.doings import like_words, stem, told_by
from sayso.records.claim import ASIDE, Claim, Deed
from sayso.records.pile import Findings, Pile
from sayso.weigh.deeds.denied import denies
from sayso.weigh.deeds.doing import BARE, doing_words
from sayso.weigh.deeds.likeness import ANY_DOING
from sayso.weigh.surroundings import content_words

_LARGEST_BLOCK = 60  # asides that share a word with a denial; more share too little with it


@dataclass(frozen=True, slots=True)
class Sought:
    """The stems of doings that are denied, and of things near which somebody is said not to have been."""

    doings: frozenset[str]
    things: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Denied:
    """What a denial can be of, by stems: doings, things, and these with its document."""

    doings: frozenset[str]
    words: frozenset[str]
    keys: frozenset[str]
    is_anything: bool

    @classmethod
    def of(cls, claim: Claim, denied: frozenset[str]) -> _Denied:
        doings = frozenset(like for word in denied for like in told_by(word))
        words = frozenset(like for word in _stems(claim) for like in like_words(word))
        return cls(doings, words, words | {claim.document}, bool(denied & ANY_DOING))


def sought(pile: Pile) -> Sought:
    """What could be told by the way that the pile denies."""
    doings: set[str] = set()
    things: set[str] = set()
    for claim, denied in _denials(pile):
        doings.update(like for word in denied for like in told_by(word))
        if denied & ANY_DOING:
            things |= _stems(claim)
    return Sought(frozenset(doings), frozenset(things))


def worth_weighing(pile: Pile, asides: Iterable[Claim]) -> dict[str, Claim]:
    """Those of ``asides`` that share with a denial its doing and a word or its document, or where somebody was.

    In the order in which they were given.
    """
    asides = tuple(asides)
    denials = [_Denied.of(claim, denied) for claim, denied in _denials(pile)] if asides else []
    keys = {key for each in denials for key in each.keys}
    blocks: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for aside in asides:
        deed = aside.content
        assert isinstance(deed, Deed)
        of_doing, of_any = blocks[stem(deed.lemma)], blocks[""]
        for key in keys.intersection((*_stems(aside), aside.document)):
            of_doing[key].append(aside)
            of_any[key].append(aside)
    found: set[str] = set()
    for denied in denials:
        # Most denials share no doing with anything: what is there is looked up, not all that could be.
        near = [blocks[doing] for doing in blocks.keys() & denied.doings]
        shared = [block[key] for block in near for key in block.keys() & denied.keys]
        if denied.is_anything:
            shared += [blocks[""][key] for key in blocks[""].keys() & denied.words]
        found.update(each.id for block in shared if len(block) <= _LARGEST_BLOCK for each in block)
    return {each.id: each for each in asides if each.id in found}


def without_unneeded(pile: Pile, found: Findings) -> Findings:
    """The findings without the matters, and their accounts, of what was told by the way and no dispute needs."""
    asides = {claim.id for claim in pile.claims.values() if ASIDE in claim.reasons}
    if not asides:
        return found
    needed = {claim for each in found.disputes for value in each.values for claim in value.claims}
    about = {each.matter for each in found.disputes}
    gone = {
        each.id
        for each in found.matters
        if each.id not in about and asides.issuperset(each.claims) and needed.isdisjoint(each.claims)
    }
    return replace(
        found,
        matters=tuple(each for each in found.matters if each.id not in gone),
        accounts=tuple(each for each in found.accounts if each.matter not in gone),
    )


def _denials(pile: Pile) -> list[tuple[Claim, frozenset[str]]]:
    """The claims that deny a deed, each with the stems of what is denied."""
    return [
        (claim, doing_words(claim, claim.content))
        for claim in pile.claims.values()
        if isinstance(claim.content, Deed) and denies(claim)
    ]


def _stems(claim: Claim) -> set[str]:
    return {stem(each) for each in content_words(claim.quote) - BARE}
