"""A deed as one claim tells it, to be held against another's word for the same deed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.records.claim import Claim, Deed, Plover, VoiceKind
from sayso.records.pile import Pile
from sayso.weigh.speaking import Speakers
from sayso.weigh.standing import NEGATORS
from sayso.weigh.surroundings import content_words

_SELVES = frozenset({"i", "we", "me", "us"})
_NAME = re.compile(r"(?!(?:He|She|It|They|We|I|His|Her|Their|The|An?)\b)[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")
_OTHERS = frozenset({"he", "she"})
_PRONOUNS = frozenset({"it", "him", "her", "them", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Telling:
    """A deed as a claim tells it: keys of its doers and of those it was done to, and what else its words say."""

    claim: Claim
    deed: Deed
    doers: frozenset[str]
    ends: frozenset[str]
    end_words: frozenset[str]
    rest: frozenset[str]

    @property
    def word(self) -> str:
        """The word for the deed, whether a verb or a noun."""
        return self.deed.lemma.casefold().removesuffix("ing")

    def is_of(self, told: Telling) -> bool:
        """Whether what this says of a deed is said of the one that is told: nothing it names is missing there."""
        if self.word != told.word or self.deed.plover is not told.deed.plover:
            return False
        straight = bool(self.doers & told.doers) and self._has_ends_of(told)
        # Who meets somebody is met by him.
        turned = self.deed.plover is Plover.CONSULT and bool(self.doers & told.ends and self.ends & told.doers)
        return (straight or turned) and self.rest <= told.rest and bool(self.ends or self.end_words or self.rest)

    def _has_ends_of(self, told: Telling) -> bool:
        if self.ends or told.ends:
            return bool(self.ends & told.ends)
        pronouns = (self.end_words | told.end_words) & _PRONOUNS
        if pronouns and self.claim.document != told.claim.document:
            return False
        return self.end_words <= told.end_words


def telling_of(claim: Claim, pile: Pile, speakers: Speakers) -> Telling | None:
    """What a claim tells of a deed; None where nobody knows whose it is."""
    deed = claim.content
    if not isinstance(deed, Deed):
        return None
    doers: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    end_words: frozenset[str] = frozenset()
    named: frozenset[str] = content_words(deed.lemma) | NEGATORS
    verb = claim.quote[deed.verb.start - claim.span.start : deed.verb.end - claim.span.start]
    named |= content_words(verb)
    for role in deed.roles:
        keys = speakers.party(role, claim).keys or _speaker(role.text, claim, pile, speakers)
        if role.role == "actor":
            doers |= keys
            named |= content_words(role.text)
        else:
            ends |= keys
            end_words |= content_words(role.text) or frozenset({role.text.casefold()})
            named |= content_words(role.text)
    if not doers:
        return None
    rest = content_words(claim.quote) - named
    return Telling(claim, deed, doers, ends, end_words, rest)


def _speaker(text: str, claim: Claim, pile: Pile, speakers: Speakers) -> frozenset[str]:
    """Who says "I", where it is no actor: a poster or a blog by name; and who says "he" of nobody that was found.

    A name that is no actor's is somebody's in its own document.
    """
    if _NAME.fullmatch(text):
        return frozenset({f"name {claim.document} {text.casefold()}"})
    if not claim.voices:
        return frozenset()
    voice = claim.voices[-1]
    if text.casefold() in _OTHERS and voice.kind is VoiceKind.PERSON:
        return speakers.speaker(voice).keys
    if text.casefold() not in _SELVES:
        return frozenset()
    if voice.kind is VoiceKind.OUTLET and pile.passages[claim.passage].outlet is None:
        return frozenset()
    return frozenset({f"voice {voice.name.casefold()}"})
