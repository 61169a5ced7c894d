"""Disputes over whether somebody said a thing: "I never wrote that Odeh ordered it", and elsewhere he wrote it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.records.claim import UNSAID, Claim, Deed, Saying, VoiceKind
from sayso.records.ids import make_id
from sayso.records.matter import Dispute, DisputeKind
from sayso.records.pile import Pile
from sayso.weigh.deeds.telling import Telling, telling_of
from sayso.weigh.sides import side
from sayso.weigh.speaking import Speakers
from sayso.weigh.standing import affirms
from sayso.weigh.surroundings import Surroundings

_SELVES = frozenset({"i", "we"})
_LARGEST_BLOCK = 60


@dataclass(frozen=True, slots=True)
class _Speaker:
    keys: frozenset[str]
    name: str


def over_unsaid(
    pile: Pile, around: Surroundings, speakers: Speakers, origin_of: Mapping[str, str]
) -> Iterator[Dispute]:
    """A dispute for each thing that somebody is said never to have said, and is told to have, in order of the pile."""
    denied = [claim for claim in pile.claims.values() if UNSAID in claim.reasons and isinstance(claim.content, Deed)]
    if not denied:
        return
    who = _Speakers(pile, speakers)
    words = {claim.content.lemma for claim in denied if isinstance(claim.content, Deed)}
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in pile.claims.values():
        if isinstance(claim.content, Deed) and claim.content.lemma in words and UNSAID not in claim.reasons:
            told[claim.content.lemma].append(claim)
    for claim in denied:
        speaker = who.of(claim, vouches=False)
        telling = telling_of(claim, pile, speakers)
        if speaker is None or telling is None:
            continue
        block = told[telling.deed.lemma]
        if len(block) > _LARGEST_BLOCK:
            continue
        said = [each for each in block if speaker.keys & who.all_of(each) and _is_same(telling, each, pile, speakers)]
        if said:
            yield _dispute(claim, said, speaker, around, origin_of)


class _Speakers:
    """Who says what a claim tells, by the sayings around it."""

    def __init__(self, pile: Pile, speakers: Speakers) -> None:
        self._pile = pile
        self._speakers = speakers
        self._sayings: dict[str, list[Saying]] = defaultdict(list)
        for saying in pile.sayings.values():
            self._sayings[saying.document].append(saying)

    def of(self, claim: Claim, *, vouches: bool) -> _Speaker | None:
        """The source of the shortest saying around a claim that vouches, or does not."""
        around = [
            saying
            for saying in self._sayings[claim.document]
            if saying.vouches is vouches and any(part.holds(claim.span) for part in saying.content)
        ]
        innermost = min(around, key=lambda each: (sum(map(len, each.content)), each.id), default=None)
        return self._speaker(innermost, claim) if innermost is not None else None

    def all_of(self, claim: Claim) -> frozenset[str]:
        """Keys of whoever says what a claim tells: the source of a saying, and the innermost voice."""
        saying = self.of(claim, vouches=True)
        keys = saying.keys if saying is not None else frozenset[str]()
        return keys | self._voice(claim).keys

    def _speaker(self, saying: Saying, claim: Claim) -> _Speaker:
        if saying.name.casefold() in _SELVES or not saying.name:
            return self._voice(claim)
        actor = self._speakers.actor_of(saying.mention)
        keys = frozenset({actor.id}) if actor is not None else frozenset[str]()
        return _Speaker(keys, actor.name if actor is not None else saying.name)

    def _voice(self, claim: Claim) -> _Speaker:
        voice = claim.voices[-1]
        actor = self._speakers.actor_of(voice.mention)
        if actor is not None:
            return _Speaker(frozenset({actor.id}), actor.name)
        named = voice.kind is not VoiceKind.OUTLET or self._pile.passages[claim.passage].outlet is not None
        if not named:
            # Whoever wrote a passage without a name is one with himself, and with nobody else.
            return _Speaker(frozenset({f"writer {claim.passage}"}), "the writer")
        return _Speaker(frozenset({f"voice {voice.name.casefold()}"}), voice.name)


def _is_same(denied: Telling, claim: Claim, pile: Pile, speakers: Speakers) -> bool:
    """Whether a claim tells of the deed that somebody is said not to have told of, in one sentence with it never."""
    if not affirms(claim) or (claim.document, claim.sentence) == (denied.claim.document, denied.claim.sentence):
        return False
    told = telling_of(claim, pile, speakers)
    return told is not None and denied.is_of(told)


def _dispute(
    denied: Claim, said: list[Claim], speaker: _Speaker, around: Surroundings, origin_of: Mapping[str, str]
) -> Dispute:
    matter = around.matter_of[said[0].id]
    quote = " ".join(denied.quote.split())
    return Dispute(
        id=make_id("x", matter, "said", denied.id),
        matter=matter,
        slot="said",
        kind=DisputeKind.CONTRADICTION,
        question=f"Did {speaker.name} say so? — “{quote}”",
        values=(
            side("it was said", said, origin_of),
            side("it is said never to have been said", [denied], origin_of),
        ),
        reasons=(f"{speaker.name} is said not to have said “{quote}”, and is told elsewhere to have said so",),
    )
