"""What is said never to have been, and told of elsewhere: "Odeh never met Haddad", "Odeh met Haddad in Velmora".

A plain "did not" reaches no further than its day, its place and its teller: it is held only against what the same
source says of the same deed elsewhere in one document. "Never" is held against whoever tells of the deed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.records.claim import TAKEN_BACK, TOLD, UNSAID, Claim, Deed, Plover, VoiceKind
from sayso.records.pile import Pile
from sayso.records.when import edtf_interval
from sayso.weigh.speaking import Speakers
from sayso.weigh.standing import NEGATORS, affirms, is_bounded, is_never, is_sourced
from sayso.weigh.surroundings import content_words

_SELVES = frozenset({"i", "we", "me", "us"})
_NAME = re.compile(r"(?!(?:He|She|It|They|We|I|His|Her|Their|The|An?)\b)[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")
_OTHERS = frozenset({"he", "she"})
_PRONOUNS = frozenset({"it", "him", "her", "them", "this", "that", "these", "those"})
_NEWS_DAYS = 60  # what is told up to so many days after a denial can be what it denies
_LARGEST_BLOCK = 60


@dataclass(frozen=True, slots=True)
class Telling:
    """A deed as a claim tells it: keys of its doers and of those it was done to, and what else its words say."""

    claim: Claim
    deed: Deed
    doers: frozenset[str]
    ends: frozenset[str]
    end_words: frozenset[str]
    rest: frozenset[str]
    said: date | None

    @property
    def word(self) -> str:
        """The word for the deed, whether a verb or a noun."""
        return self.deed.lemma.casefold().removesuffix("ing")

    @property
    def days(self) -> tuple[date | None, date | None]:
        """First and last day of the deed, where its words give them."""
        return edtf_interval(self.deed.when.edtf if self.deed.when is not None else None)

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


def find_nevers(pile: Pile, speakers: Speakers, origin_of: Mapping[str, str]) -> Iterator[tuple[Claim, Claim]]:
    """What is told of a deed, with the word that it never was, or that of its own teller that it was not."""
    deeds = [
        claim
        for claim in pile.claims.values()
        if isinstance(claim.content, Deed) and claim.status in TOLD and not {UNSAID, TAKEN_BACK} & set(claim.reasons)
    ]
    denied_claims = [claim for claim in deeds if not affirms(claim) and not is_bounded(claim)]
    denials = [each for claim in denied_claims if (each := telling_of(claim, pile, speakers)) is not None]
    words = {(each.word, each.deed.plover) for each in denials}
    blocks: dict[tuple[str, Plover, str], list[Telling]] = defaultdict(list)
    for claim in deeds:
        # Of most deeds nobody says that they never were: only the others are read.
        if _word(claim) not in words or not affirms(claim) or (told := telling_of(claim, pile, speakers)) is None:
            continue
        for key in sorted(told.doers | told.ends):
            blocks[told.word, told.deed.plover, key].append(told)
    for denied in denials:
        near = (
            each
            for key in sorted(denied.doers)
            for each in blocks.get((denied.word, denied.deed.plover, key), ())[:_LARGEST_BLOCK]
        )
        for each in {one.claim.id: one for one in near}.values():
            if denied.is_of(each) and _are_at_odds(denied, each, origin_of):
                yield each.claim, denied.claim


def _word(claim: Claim) -> tuple[str, Plover | None]:
    """The word for the deed of a claim, whether a verb or a noun, and its type."""
    deed = claim.content
    return (deed.lemma.casefold().removesuffix("ing"), deed.plover) if isinstance(deed, Deed) else ("", None)


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
    return Telling(claim, deed, doers, ends, end_words, rest, edtf_interval(pile.passages[claim.passage].published)[0])


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


def _are_at_odds(denied: Telling, told: Telling, origin_of: Mapping[str, str]) -> bool:
    if (denied.claim.document, denied.claim.sentence) == (told.claim.document, told.claim.sentence):
        return False
    if not _can_be_meant(denied, told):
        return False
    if is_never(denied.claim):
        return True
    if denied.claim.document != told.claim.document or origin_of[denied.claim.id] != origin_of[told.claim.id]:
        return False
    own = is_sourced(denied.claim) and is_sourced(told.claim)
    return own or (denied.deed.when is not None and denied.days == told.days)


def _can_be_meant(denied: Telling, told: Telling) -> bool:
    """Whether the denial reaches the days of what is told."""
    first, last = denied.days
    when = told.days
    if denied.deed.when is not None:
        if not (first and last and when[0] and when[1]):
            return False
        return first <= when[1] and when[0] <= last
    if denied.said is None:
        return True
    if when[0] is not None:
        return when[0] <= denied.said
    return told.said is None or told.said <= denied.said + timedelta(_NEWS_DAYS)
