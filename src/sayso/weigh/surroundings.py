"""What stands around a claim: the words, places and claims of its sentence, and what its passage tells before."""

from __future__ import annotations

import calendar
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sayso.language.lexicon import words
from sayso.records.actor import Mention, MentionForm, MentionKind
from sayso.records.claim import Claim
from sayso.records.document import Span
from sayso.records.matter import MatterKind
from sayso.records.pile import Findings, Pile
from sayso.records.when import edtf_interval

_OPENING = 1200  # characters
_WINDOW = 350  # characters before a sentence that it goes on from
_WORD = re.compile(r"[^\W\d_]{3,}")
# Days and months are compared as days, not as words.
_TIME_WORDS = frozenset(
    name.casefold()
    for names in (calendar.day_name, calendar.day_abbr, calendar.month_name, calendar.month_abbr)
    for name in names
)
_STEM = re.compile(r"(?:ings?|ed|ers?|es|s|ly)$")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a claim: the claims and mentions of its sentence, and the events told of."""

    pile: Pile
    place_of: Mapping[str, str]
    matter_of: Mapping[str, str]
    event_of: Mapping[str, str]
    when_of: Mapping[str, str]
    _sentences: Mapping[tuple[str, Span], list[Claim]]
    _told: Mapping[str, tuple[list[int], list[Claim]]]
    _mentions: Mapping[str, tuple[list[int], list[Mention]]]

    @classmethod
    def of(cls, pile: Pile, findings: Findings) -> Surroundings:
        """Index a pile once."""
        sentences: dict[tuple[str, Span], list[Claim]] = defaultdict(list)
        told: dict[str, list[Claim]] = defaultdict(list)
        for claim in pile.claims.values():
            sentences[claim.document, claim.sentence].append(claim)
            told[claim.passage].append(claim)
        by_document: dict[str, list[Mention]] = defaultdict(list)
        for mention in pile.mentions.values():
            by_document[mention.document].append(mention)
        mentions = {}
        for document, each in by_document.items():
            each.sort(key=lambda one: (one.span.start, one.span.end))
            mentions[document] = ([one.span.start for one in each], each)
        in_order = {}
        for passage, claims in told.items():
            claims.sort(key=lambda one: (one.sentence.start, one.sentence.end, one.span.start, one.span.end, one.id))
            in_order[passage] = ([one.sentence.start for one in claims], claims)
        pointed = [one for one in findings.places if one.geonames is not None and one.name != one.country]
        places = {mention: one.id for one in pointed for mention in one.mentions}
        matters = {matter.id: matter for matter in findings.matters}
        matter_of, event_of, when_of = {}, {}, {}
        for matter in findings.matters:
            whole = matters.get(matter.part_of or "") or matter
            dated = matter if matter.when is not None and not matter.when.is_bound else whole
            for claim_id in matter.claims:
                matter_of[claim_id] = matter.id
                if whole.kind is MatterKind.EVENT:
                    event_of[claim_id] = whole.id
                if dated.when is not None and not dated.when.is_bound:
                    when_of[claim_id] = dated.when.edtf
        return cls(pile, places, matter_of, event_of, when_of, sentences, in_order, mentions)

    def told_in(self, claim: Claim) -> list[Claim]:
        """The claims of a claim's own sentence."""
        return self._sentences[claim.document, claim.sentence]

    def mentions_in(self, document: str, sentence: Span) -> Iterator[Mention]:
        """Mentions that begin in a sentence, in order."""
        starts, mentions = self._mentions.get(document, ([], []))
        for at in range(bisect_left(starts, sentence.start), len(mentions)):
            if starts[at] >= sentence.end:
                break
            yield mentions[at]

    def before(self, claim: Claim, but: Claim | None = None) -> set[str]:
        """The words and places of what its passage tells just before a claim's sentence, not in that of ``but``."""
        return self._told_in(claim, Span(max(claim.sentence.start - _WINDOW, 0), claim.sentence.start), but)

    def day_before(self, claim: Claim) -> date | None:
        """The day that its passage last names before a claim or in its sentence, if not long before."""
        start = max(self.pile.passages[claim.passage].span.start, claim.sentence.start - _WINDOW)
        times = self.pile.times.get(claim.document, ())
        end = bisect_left(times, claim.sentence.end, key=lambda when: when.span.start)
        for at in range(end - 1, -1, -1):
            if times[at].span.start < start:
                break
            first, last = edtf_interval(times[at].edtf)
            if first is not None and first == last:
                return first
        return None

    def opening(self, claim: Claim, but: Claim | None = None) -> set[str]:
        """The words and places of a passage's beginning and of its document's title, not of the sentence of ``but``."""
        start = self.pile.passages[claim.passage].span.start
        title = content_words(self.pile.editions[claim.document].title or "")
        return self._told_in(claim, Span(start, start + _OPENING), but) | title

    def names(self, claim: Claim) -> set[str]:
        """The words of the names in a claim's sentence."""
        named = self.mentions_in(claim.document, claim.sentence)
        return {word for each in named if each.form is MentionForm.NAME for word in content_words(each.text)}

    def towns(self, claim: Claim) -> frozenset[str]:
        """The words of the places that a claim's own words name, whether or not a gazetteer has them."""
        named = (each for each in self.mentions_in(claim.document, claim.sentence) if claim.span.holds(each.span))
        told = (each.text for each in named if each.form is MentionForm.NAME and each.kind is MentionKind.PLACE)
        return frozenset(word for text in told for word in content_words(text))

    def scenes(self, claim: Claim) -> set[str]:
        """The words of the places and bodies that a passage's beginning names, whether or not a gazetteer has them."""
        start = self.pile.passages[claim.passage].span.start
        named = self.mentions_in(claim.document, Span(start, start + _OPENING))
        kinds = (MentionKind.PLACE, MentionKind.ORGANIZATION)
        told = (each.text for each in named if each.form is MentionForm.NAME and each.kind in kinds)
        return {word for text in told for word in content_words(text)}

    def _told_in(self, claim: Claim, stretch: Span, but: Claim | None = None) -> set[str]:
        starts, claims = self._told.get(claim.passage, ([], []))
        left_out = but.sentence if but is not None and but.document == claim.document else None
        found: set[str] = set()
        for each in claims[bisect_left(starts, stretch.start) : bisect_left(starts, stretch.end)]:
            if each.sentence != left_out:
                found |= content_words(each.quote)
        for mention in self.mentions_in(claim.document, stretch):
            if left_out is not None and left_out.holds(mention.span):
                continue
            found |= content_words(mention.text)
            if (place := self.place_of.get(mention.id)) is not None:
                found.add(f"@{place}")
        return found

    def places_in(self, claim: Claim) -> frozenset[str]:
        """Ids of the places named in a claim's own words."""
        named = (each for each in self.mentions_in(claim.document, claim.sentence) if claim.span.holds(each.span))
        return frozenset(f"@{place}" for each in named if (place := self.place_of.get(each.id)) is not None)

    def places_beside(self, claim: Claim) -> frozenset[str]:
        """Ids of the places named in a claim's sentence."""
        named = self.mentions_in(claim.document, claim.sentence)
        return frozenset(f"@{place}" for each in named if (place := self.place_of.get(each.id)) is not None)

    def features(self, claim: Claim) -> tuple[set[str], set[str]]:
        """Ids of the places named in a claim's sentence, and those with the words that carry meaning."""
        places: set[str] = set()
        told: set[str] = set()
        for each in self._sentences[claim.document, claim.sentence]:
            told |= content_words(each.quote)
        for mention in self.mentions_in(claim.document, claim.sentence):
            told |= content_words(mention.text)
            if (place := self.place_of.get(mention.id)) is not None:
                places.add(f"@{place}")
        return places, told | places


@lru_cache(maxsize=65536)
def content_words(text: str) -> frozenset[str]:
    """The words of a text that carry meaning, folded, with endings off."""
    empty = words("empty_words")
    told = [word for word in _WORD.findall(text.casefold()) if word not in empty and word not in _TIME_WORDS]
    return frozenset([_STEM.sub("", word) if len(word) > 4 else word for word in told])
