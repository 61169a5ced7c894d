"""Where a claim comes from: the innermost voice that vouches for it, once copies are folded."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.language.outlets import outlet_key
from sayso.records.actor import Mention, MentionForm, MentionKind
from sayso.records.claim import Claim, Voice, VoiceKind
from sayso.records.constraints import Pair
from sayso.records.ids import make_id
from sayso.records.pile import Findings, Pile
from sayso.records.repeats import repeated_claims

_NAMELESS = (VoiceKind.UNNAMED, VoiceKind.OFFICIAL)
_WITHOUT_NAME = "a voice without a name"
AS_ONE = "counted as one origin"
_BODIES = (MentionKind.ORGANIZATION, MentionKind.GOVERNMENT, MentionKind.ARMED_GROUP)
OUTLETS = (VoiceKind.OUTLET, VoiceKind.QUOTED_OUTLET)


@dataclass(frozen=True, slots=True)
class Origin:
    """A source of claims. ``named`` is False for "witnesses", "officials" and the like, which fold with nothing."""

    id: str
    label: str
    named: bool
    reason: str


@lru_cache(maxsize=4096)
def _of_outlet(name: str) -> Origin:
    return Origin(make_id("o", "outlet", outlet_key(name)), name, True, "told in its own voice")


def is_nameless(voice: Voice) -> bool:
    """Whether nobody can tell whose the voice is: "witnesses", "an official", "a video"."""
    return voice.kind in _NAMELESS or (voice.kind is VoiceKind.DOCUMENT and voice.mention is None)


def bringer(claim: Claim, pile: Pile) -> tuple[str, str]:
    """The origin id and the name of the outlet that brings a claim, whoever it has it from; else of its document."""
    for voice in reversed(claim.voices):
        if voice.kind is VoiceKind.QUOTED_OUTLET or (
            voice.kind is VoiceKind.OUTLET and pile.passages[claim.passage].outlet is not None
        ):
            return make_id("o", "outlet", outlet_key(voice.name)), voice.name
    edition = pile.editions.get(claim.document)
    return make_id("o", "document", claim.document), edition.called if edition else "the document"


def counted_with(origin: Origin, claims: Iterable[Claim], pile: Pile) -> str:
    """The id of the outlet that an account of ``claims`` counts as, where a voice without a name is all it has."""
    told = sorted(claims, key=lambda each: each.id)
    if origin.reason != _WITHOUT_NAME or not all(each.voices and is_nameless(each.voices[-1]) for each in told):
        return ""
    return bringer(told[0], pile)[0]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A claim that repeats another word for word; ``sure`` where it is known which of the two is the copy."""

    copy: str
    original: str
    sure: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Origins:
    """Finds the origin of a claim, and which claims repeat which.

    ``credited`` gives for a document those whose outlet it credits with words that both have.
    """

    pile: Pile
    _actors: Mapping[str, tuple[str, str]]
    _namesakes: frozenset[str]
    _named_in: Mapping[str, Sequence[Mention]]
    repeats: tuple[Repeat, ...]
    credited: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, pile: Pile, findings: Findings, apart: Iterable[Pair] = ()) -> Origins:
        """Look up what mentions came to, and which claims stand in copied stretches.

        ``apart`` are mentions of actors that people judged to be others.
        """
        actors = {mention: (actor.id, actor.name) for actor in findings.actors for mention in actor.mentions}
        bodies = Counter(actor.name.casefold() for actor in findings.actors if actor.kind in _BODIES)
        told_apart = {actors[each][0] for pair in apart for each in (pair.one, pair.other) if each in actors}
        namesakes = frozenset(
            actor.id for actor in findings.actors if actor.kind in _BODIES and bodies[actor.name.casefold()] > 1
        )
        repeats = tuple(
            Repeat(one, two, copy.direction == "from", copy.reasons[0])
            for one, two, copy in repeated_claims(pile.claims, findings.copies)
        )
        named_in: dict[str, list[Mention]] = defaultdict(list)
        for mention in pile.mentions.values():
            if mention.id in actors and mention.form is MentionForm.NAME and mention.kind in _BODIES:
                named_in[mention.document].append(mention)
        credited: dict[str, set[str]] = defaultdict(set)
        for copy in findings.copies:
            if copy.credit is not None and copy.direction == "from":
                credited[copy.document].add(copy.of_document)
        known = {document: frozenset(each) for document, each in credited.items()}
        return cls(pile, actors, namesakes - told_apart, named_in, repeats, known)

    def of_claim(self, claim: Claim) -> Origin:
        """The innermost voice: a named one wherever it speaks, an unnamed one in its own document only."""
        voice = claim.voices[-1] if claim.voices else None
        if voice is None:
            return Origin(make_id("o", "document", claim.document), "a document of no known outlet", False, "no voice")
        if voice.kind in OUTLETS:
            return self._outlet(voice, claim)
        outlet = self._bringer(claim)
        body = self._body_behind(voice)
        if body is not None:
            actor, name = body
            return Origin(self._of_actor(actor, name), name, True, f"“{voice.name}” is the word of {name}, in {outlet}")
        if is_nameless(voice):
            key = ("nameless", claim.document, voice.name.casefold())
            return Origin(make_id("o", *key), f"{voice.name}, in {outlet}", False, _WITHOUT_NAME)
        return self._named(voice, outlet)

    def _bringer(self, claim: Claim) -> str:
        """What to call the outlet that brings a claim; where none is named, the document goes by its title."""
        edition = self.pile.editions.get(claim.document)
        for voice in reversed(claim.voices):
            if voice.kind is VoiceKind.QUOTED_OUTLET or (voice.kind is VoiceKind.OUTLET and edition is None):
                return voice.name
            if voice.kind is VoiceKind.OUTLET:
                return edition.called if edition and not edition.outlet else voice.name
        return "an unnamed outlet"

    def _body_behind(self, voice: Voice) -> tuple[str, str] | None:
        """The one body that a source without a mention of its own names: "latest figures from the Harbour Board"."""
        if voice.mention is not None or voice.kind is not VoiceKind.DOCUMENT:
            return None
        saying = self.pile.sayings.get(voice.saying or "")
        if saying is None or saying.source is None:
            return None
        named = {
            self._actors[mention.id]
            for mention in self._named_in.get(saying.document, ())
            if saying.source.start <= mention.span.start and mention.span.end <= saying.source.end
        }
        return named.pop() if len(named) == 1 else None

    def _outlet(self, voice: Voice, claim: Claim) -> Origin:
        if voice.kind is VoiceKind.OUTLET and self.pile.passages[claim.passage].outlet is None:
            key = ("document", claim.document)
            name = self.pile.editions[claim.document].called
            return Origin(make_id("o", *key), name, False, "no outlet is known for this document")
        return _of_outlet(voice.name)

    def _of_actor(self, actor: str, name: str) -> str:
        """Bodies of one name that nothing joins ("the Interior Ministry") must not confirm one another: one origin."""
        return make_id("o", "namesakes", name.casefold()) if actor in self._namesakes else make_id("o", "actor", actor)

    def _named(self, voice: Voice, outlet: str) -> Origin:
        if voice.mention is not None and voice.mention in self._actors:
            actor, name = self._actors[voice.mention]
            return Origin(self._of_actor(actor, name), name, True, f"{name} is the innermost voice, in {outlet}")
        key = ("voice", voice.name.casefold())
        return Origin(make_id("o", *key), voice.name, True, f"{voice.name} is the innermost voice, in {outlet}")
