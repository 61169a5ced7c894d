"""Disputes over whether a thing is so: what one account says and another denies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.records.claim import (
    TAKEN_BACK,
    TOLD,
    UNSAID,
    Claim,
    Deed,
    Plover,
    Polarity,
    Role,
    Stance,
    Tie,
    TieKind,
)
from sayso.records.ids import make_id
from sayso.records.matter import Dispute, DisputeKind, Matter
from sayso.records.pile import Pile
from sayso.records.when import edtf_interval
from sayso.weigh.sides import side
from sayso.weigh.standing import NEGATORS, affirms, bound_of, is_bounded, is_impossible, is_left_undone, is_never
from sayso.weigh.surroundings import content_words

_NOW = re.compile(r"\b(?:is|are) (?:not|never|no)\b|\b(?:is|are)n['’]t\b", re.IGNORECASE)
_THEN = re.compile(r"\b(?:was|were|had been|former|formerly|ex)\b", re.IGNORECASE)


def over_whether(
    matter: Matter, claims: Iterable[Claim], pile: Pile, origin_of: Mapping[str, str]
) -> Iterator[Dispute]:
    """At most one dispute: between claims of one matter that say it is so and claims that say it is not."""
    sides: dict[bool, list[Claim]] = {True: [], False: []}
    for claim in claims:
        if _is_word_against_a_rival(claim):
            continue
        if claim.status in TOLD and UNSAID not in claim.reasons and TAKEN_BACK not in claim.reasons:
            sides[affirms(claim)].append(claim)
    sides[False] = [denied for denied in sides[False] if any(_reaches(denied, told, pile) for told in sides[True])]
    if not sides[True] or not sides[False]:
        return
    if {_said(each) for each in sides[True]} & {_said(each) for each in sides[False]}:
        return  # one print, read in two ways
    tellers = [{origin_of[claim.id] for claim in sides[so]} for so in (True, False)]
    if tellers[0] == tellers[1] and _in_one_breath(sides):
        return
    yield Dispute(
        id=make_id("x", matter.id, "whether"),
        matter=matter.id,
        slot="whether",
        kind=DisputeKind.CONTRADICTION,
        question=f"Is it so? — {matter.label}",
        values=tuple(side("it is so" if so else "it is not so", sides[so], origin_of) for so in (True, False)),
        reasons=(denial(sides[False]), *(("one account says both",) if tellers[0] == tellers[1] else ())),
    )


def _said(claim: Claim) -> tuple[str, str]:
    """Its words, and whose they are."""
    return " ".join(claim.quote.split()), claim.voices[-1].name if claim.voices else ""


def _is_word_against_a_rival(claim: Claim) -> bool:
    """Whether somebody opposes another by denying what he says: that he opposes him is not what he denies."""
    content = claim.content
    opposes = isinstance(content, Tie) and content.tie is TieKind.OPPOSES and claim.polarity is Polarity.YES
    return opposes and not affirms(claim)


def _in_one_breath(sides: Mapping[bool, Sequence[Claim]]) -> bool:
    """Whether one teller says both only in one sentence, as "not a raid but a siege" does, or of times that differ."""
    return not any(
        (one.document, one.sentence) != (two.document, two.sentence)
        and (_when(one) == _when(two) or (is_never(two) and _when(two) is None))
        for one in sides[True]
        for two in sides[False]
    )


def _reaches(denied: Claim, told: Claim, pile: Pile) -> bool:
    """Whether a denial can be of what is told: "never" is no word on what came after, nor on what it does not name.

    That one had no part in it is no word on a telling that lays it to nobody.
    """
    if _doers(denied) and not _doers(told):
        return False
    if is_impossible(denied) or is_left_undone(denied) or bound_of(denied):
        return False  # "was not held until the next day"
    if isinstance(told.content, Tie) and _NOW.search(denied.quote) and _THEN.search(told.quote):
        return False  # who is not minister may have been
    if not is_never(denied):
        return True
    content = told.content
    first = edtf_interval(content.when.edtf if isinstance(content, Deed) and content.when is not None else None)[0]
    said = edtf_interval(pile.passages[denied.passage].published)[1]
    if first is not None and said is not None and first > said:
        return False
    named = content_words(" ".join(role.text for role in getattr(denied.content, "roles", ())))
    return not is_bounded(denied) and content_words(denied.quote) - named - NEGATORS <= content_words(told.quote)


def _doers(claim: Claim) -> list[Role]:
    return [role for role in getattr(claim.content, "roles", ()) if role.role == "actor"]


def _when(claim: Claim) -> str | None:
    content = claim.content
    return content.when.value if isinstance(content, Deed) and content.when is not None else None


def denial(claims: Sequence[Claim]) -> str:
    """Who denies it, in the words of the denial."""
    first = min(claims, key=lambda each: (all(voice.stance is not Stance.DENIES for voice in each.voices), each.id))
    denier = next((voice.name for voice in reversed(first.voices) if voice.stance is Stance.DENIES), None)
    quote = " ".join(first.quote.split())
    if denier is None and isinstance(first.content, Deed) and first.content.plover is Plover.REJECT:
        denier = next((role.text for role in first.content.roles if role.role == "actor"), None)
    return f"{denier} denies it: “{quote}”" if denier else f"one account says it is not so: “{quote}”"
