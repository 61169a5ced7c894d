"""Disputes over whether a thing is so: what one account says and another denies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.records.claim import TOLD, Claim, Deed, Polarity, Stance
from sayso.records.ids import make_id
from sayso.records.matter import Dispute, DisputeKind, Matter
from sayso.weigh.sides import side


def over_whether(matter: Matter, claims: Iterable[Claim], origin_of: Mapping[str, str]) -> Iterator[Dispute]:
    """At most one dispute: between claims of one matter that say it is so and claims that say it is not."""
    sides: dict[bool, list[Claim]] = {True: [], False: []}
    for claim in claims:
        if claim.status in TOLD:
            sides[affirms(claim)].append(claim)
    if not sides[True] or not sides[False]:
        return
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


def _in_one_breath(sides: Mapping[bool, Sequence[Claim]]) -> bool:
    """Whether one teller says both only in one sentence, as "not a raid but a siege" does, or of times that differ."""
    return not any(
        one.document == two.document and one.sentence != two.sentence and _when(one) == _when(two)
        for one in sides[True]
        for two in sides[False]
    )


def _when(claim: Claim) -> str | None:
    content = claim.content
    return content.when.value if isinstance(content, Deed) and content.when is not None else None


def affirms(claim: Claim) -> bool:
    """Whether the claim says it is so; what is denied counts as said not to be so, however the denial is worded."""
    if claim.polarity is not Polarity.YES:
        return False
    for voice in claim.voices:  # noqa: SIM110 - asked of every claim again and again, and a generator takes twice as long
        if voice.stance is Stance.DENIES:
            return False
    return True


def denial(claims: Sequence[Claim]) -> str:
    """Who denies it, in the words of the denial."""
    first = min(claims, key=lambda each: (all(voice.stance is not Stance.DENIES for voice in each.voices), each.id))
    denier = next((voice.name for voice in reversed(first.voices) if voice.stance is Stance.DENIES), None)
    quote = " ".join(first.quote.split())
    return f"{denier} denies it: “{quote}”" if denier else f"one account says it is not so: “{quote}”"
