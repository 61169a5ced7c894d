"""Where a claim comes from: the innermost voice that vouches for it, once copies are folded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.language.outlets import outlet_key
from sayso.records.claim import Claim, Voice, VoiceKind
from sayso.records.ids import make_id
from sayso.records.pile import Findings, Pile
from sayso.records.repeats import repeated_claims

_NAMELESS = (VoiceKind.UNNAMED, VoiceKind.OFFICIAL)
_OUTLETS = (VoiceKind.OUTLET, VoiceKind.QUOTED_OUTLET)


@dataclass(frozen=True, slots=True)
class Origin:
    """A source of claims. ``named`` is False for "witnesses", "officials" and the like, which fold with nothing."""

    id: str
    label: str
    named: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """A claim that repeats another word for word; ``sure`` where it is known which of the two is the copy."""

    copy: str
    original: str
    sure: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Origins:
    """Finds the origin of a claim, and which claims repeat which."""

    pile: Pile
    _actors: Mapping[str, tuple[str, str]]
    repeats: tuple[Repeat, ...]

    @classmethod
    def of(cls, pile: Pile, findings: Findings) -> Origins:
        """Look up what mentions came to, and which claims stand in copied stretches."""
        actors = {mention: (actor.id, actor.name) for actor in findings.actors for mention in actor.mentions}
        repeats = tuple(
            Repeat(one, two, copy.direction == "from", copy.reasons[0])
            for one, two, copy in repeated_claims(pile.claims, findings.copies)
        )
        return cls(pile, actors, repeats)

    def of_claim(self, claim: Claim) -> Origin:
        """The innermost voice: a named one wherever it speaks, an unnamed one in its own document only."""
        voice = claim.voices[-1] if claim.voices else None
        if voice is None:
            return Origin(make_id("o", "document", claim.document), "a document of no known outlet", False, "no voice")
        outlet = next((each.name for each in reversed(claim.voices) if each.kind in _OUTLETS), "an unnamed outlet")
        if voice.kind in _NAMELESS or (voice.kind is VoiceKind.DOCUMENT and voice.mention is None):
            key = ("nameless", claim.document, voice.name.casefold())
            return Origin(make_id("o", *key), f"{voice.name}, in {outlet}", False, "a voice without a name")
        if voice.kind in _OUTLETS:
            return self._outlet(voice, claim)
        return self._named(voice, outlet)

    def _outlet(self, voice: Voice, claim: Claim) -> Origin:
        if voice.kind is VoiceKind.OUTLET and self.pile.passages[claim.passage].outlet is None:
            key = ("document", claim.document)
            return Origin(make_id("o", *key), voice.name, False, "no outlet is known for this document")
        return Origin(make_id("o", "outlet", outlet_key(voice.name)), voice.name, True, "told in its own voice")

    def _named(self, voice: Voice, outlet: str) -> Origin:
        if voice.mention is not None and voice.mention in self._actors:
            actor, name = self._actors[voice.mention]
            return Origin(make_id("o", "actor", actor), name, True, f"{name} is the innermost voice, in {outlet}")
        key = ("voice", voice.name.casefold())
        return Origin(make_id("o", *key), voice.name, True, f"{voice.name} is the innermost voice, in {outlet}")
