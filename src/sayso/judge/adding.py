"""Claims that people add: what the reader missed, over words that are there.

What is added is written as parts with semicolons between: the type first, then ``name: value`` or a bare word::

    ASSAULT; actor: Harbour Guard; recipient: National Assembly; when: Sunday; place: Port Sarn
    LEADS; a: Karim Odeh; b: Harbour Guard; former
    killed; stated: eleven deputies
    nationality; actor: Karim Odeh; value: Korvan

Every value but ``mode``, ``status`` and ``unit`` are words of the document, looked for nearest to the span.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.errors import InputError
from sayso.judge.finding import mention_at
from sayso.language import numbers
from sayso.language.outlets import same_outlet
from sayso.records.actor import Mention, MentionKind
from sayso.records.claim import (
    Claim,
    Content,
    Deed,
    Extraction,
    Plover,
    Polarity,
    Quantity,
    Role,
    Saying,
    Stance,
    Status,
    Tie,
    TieKind,
    Trait,
    Voice,
    VoiceKind,
)
from sayso.records.document import Edition, Span
from sayso.records.ids import make_id
from sayso.records.when import Anchor, Precision, When, WhenType, edtf_interval

MEASURES = frozenset(
    {
        "killed",
        "wounded",
        "seized",
        "arrested",
        "missing",
        "displaced",
        "rescued",
        "arrived",
        "attended",
        "people",
        "money",
        "count",
    }
)
TRAITS = frozenset({"nationality", "age", "title", "alias", "occupation"})
UNNAMED_OUTLET = "unnamed outlet"

_FLAGS = frozenset({"former", "denied"})
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")
_NUMBER_WORD = re.compile(r"[^\s-]+")


@dataclass(frozen=True, slots=True)
class _Spec:
    type: str
    parts: Mapping[str, str]
    flags: frozenset[str]


def _parse_spec(words: str) -> _Spec:
    """What a person wrote of a claim. Raises InputError, with what would do."""
    first, *rest = [part.strip() for part in words.split(";") if part.strip()] or [""]
    parts: dict[str, str] = {}
    flags: set[str] = set()
    for part in rest:
        name, colon, value = part.partition(":")
        if colon:
            parts[name.strip().casefold()] = value.strip()
        elif part.casefold() in _FLAGS:
            flags.add(part.casefold())
        else:
            raise InputError(f"{part!r} is not understood; write parts as name: words, or one of former, denied.")
    known = {each.value for each in (*Plover, *TieKind)} | MEASURES | TRAITS
    if first not in known:
        raise InputError(
            f"A claim begins with its type: a deed ({', '.join(Plover)}), a tie ({', '.join(TieKind)}), a number"
            f" ({', '.join(sorted(MEASURES))}) or a trait ({', '.join(sorted(TRAITS))}), not {first!r}."
        )
    return _Spec(first, parts, frozenset(flags))


def check_spec(words: str) -> None:
    """Raises InputError where a claim is not written as one can be."""
    _parse_spec(words)


def add_claim(extraction: Extraction, edition: Edition, span: Span, words: str) -> Claim:
    """The claim that someone makes of ``span``, with the voices around it. Raises InputError."""
    spec = _parse_spec(words)
    maker = _Maker(extraction, edition, span, spec)
    content = maker.content()
    status = spec.parts.get("status", Status.ACTUAL.value)
    if status not in {each.value for each in Status}:
        raise InputError(f"A status is one of {', '.join(Status)}, not {status!r}.")
    core = content.verb if isinstance(content, Deed) else span
    return Claim(
        id=make_id("c", edition.document, span.start, span.end, *_content_key(content)),
        document=edition.document,
        passage=edition.passage_at(span.start).id,
        span=span,
        sentence=_sentence(edition, span),
        quote=span.of(edition.text),
        polarity=Polarity.NO if "denied" in spec.flags else Polarity.YES,
        status=Status(status),
        voices=_voices(extraction.sayings, edition, core),
        content=content,
    )


def _content_key(content: Content) -> tuple[object, ...]:
    # As the reader makes ids, so that a reader that finds the claim itself finds the same one.
    if isinstance(content, Deed):
        return "deed", content.plover, content.verb.start
    if isinstance(content, Tie):
        return "tie", content.tie, content.a.span.start, content.b.span.start
    if isinstance(content, Quantity):
        return "quantity", content.measure, content.unit or ""
    return "trait", content.trait, content.actor.span.start, content.value


@dataclass(frozen=True, slots=True)
class _Maker:
    extraction: Extraction
    edition: Edition
    span: Span
    spec: _Spec

    def content(self) -> Content:
        kind = self.spec.type
        if kind in {each.value for each in Plover}:
            return self._deed(Plover(kind))
        if kind in {each.value for each in TieKind}:
            a, b = self._role("a"), self._role("b")
            when = self._when()
            return Tie(TieKind(kind), a, b, as_of=when, former="former" in self.spec.flags)
        if kind in MEASURES:
            return self._quantity(kind)
        value = self._needed("value")
        return Trait(self._role("actor"), kind, value, self._find(value))

    def _deed(self, plover: Plover) -> Deed:
        verb = self._find(self.spec.parts["verb"]) if "verb" in self.spec.parts else self.span
        roles = tuple(self._role(name) for name in ("actor", "recipient") if name in self.spec.parts)
        lemma = " ".join(verb.of(self.edition.text).split()).casefold()
        return Deed(plover, verb, lemma, roles, self.spec.parts.get("mode"), self._when(), self._place())

    def _quantity(self, measure: str) -> Quantity:
        stated = self._find(self._needed("stated"))
        words = _NUMBER_WORD.findall(stated.of(self.edition.text).casefold())
        value = next(
            (found for end in range(len(words), 0, -1) if (found := numbers.read(words[:end])) is not None), None
        )
        if value is None:
            raise InputError(
                f"{stated.of(self.edition.text)!r} does not begin with a number; put hedges into hedge: words."
            )
        hedge = self.spec.parts.get("hedge")
        bounds = numbers.hedged(value, value, hedge)
        unit = self.spec.parts.get("unit", "USD" if measure == "money" else "person")
        return Quantity(
            measure, stated.of(self.edition.text), hedge, bounds.low, bounds.high, bounds.low_open, bounds.high_open,
            unit, scope=self.spec.parts.get("scope"), when=self._when(), place=self._place(),
        )  # fmt: skip

    def _needed(self, name: str) -> str:
        if name not in self.spec.parts:
            raise InputError(f"{self.spec.type} needs {name}: and the words of the document for it.")
        return self.spec.parts[name]

    def _role(self, name: str) -> Role:
        span = self._find(self._needed(name))
        mention = mention_at(self.extraction.mentions, span)
        return Role(name, mention.id if mention else None, span, span.of(self.edition.text), "as judged")

    def _place(self) -> str | None:
        if "place" not in self.spec.parts:
            return None
        span = self._find(self.spec.parts["place"])
        places = [each for each in self.extraction.mentions if each.kind in (MentionKind.PLACE, MentionKind.COUNTRY)]
        mention = mention_at(places, span)
        if mention is None:
            raise InputError(f"{self.spec.parts['place']!r} was not read as a place in this document.")
        return mention.id

    def _when(self) -> When | None:
        words = self.spec.parts.get("when")
        if words is None:
            return None
        if edtf_interval(words) != (None, None):
            return When(
                self.edition.document, self.span, self.span.of(self.edition.text), WhenType.DATE, words, words,
                Precision.RANGE if "/" in words else Precision.DAY, Anchor.JUDGED, "as judged",
            )  # fmt: skip
        span = self._find(words)
        found = next((each for each in self.extraction.times if each.span.touches(span)), None)
        if found is None:
            raise InputError(f"{words!r} was not read as a time in this document; give a date such as 2031-05-18.")
        return found

    def _find(self, words: str) -> Span:
        """The words nearest to the span, in it where they stand in it."""
        pattern = r"\s+".join(re.escape(each) for each in words.split())
        found = [Span(*match.span()) for match in re.finditer(pattern, self.edition.text)] if pattern else []
        if not found:
            raise InputError(f"The document does not say {words!r}.")
        return min(found, key=lambda each: (not self.span.holds(each), _distance(each, self.span), each))


def _distance(one: Span, two: Span) -> int:
    return max(0, one.start - two.end, two.start - one.end)


def _sentence(edition: Edition, span: Span) -> Span:
    stretch = edition.passage_at(span.start).span
    before = [match.end() for match in _SENTENCE_END.finditer(edition.text, stretch.start, span.start)]
    after = _SENTENCE_END.search(edition.text, span.end, max(span.end, stretch.end))
    start = before[-1] if before else stretch.start
    end = after.start() if after else max(span.end, stretch.end)
    return Span(min(start, span.start), end)


def _voices(sayings: Iterable[Saying], edition: Edition, core: Span) -> tuple[Voice, ...]:
    chain = edition.chain_of(edition.passage_at(core.start))
    voices = [Voice(edition.outlet or chain[0].outlet or UNNAMED_OUTLET, VoiceKind.OUTLET, Stance.ASSERTS)]
    for passage in chain[1:]:
        if passage.outlet and not same_outlet(passage.outlet, voices[-1].name):
            voices.append(Voice(passage.outlet, VoiceKind.QUOTED_OUTLET, Stance.ASSERTS))
    around = [each for each in sayings if each.vouches and each.name and any(part.holds(core) for part in each.content)]
    around.sort(key=lambda each: (-sum(map(len, each.content)), each.id))
    return (*voices, *(Voice(each.name, each.kind, each.stance, each.mention, each.id) for each in around))


_VOICE_KINDS = {
    MentionKind.PERSON: VoiceKind.PERSON,
    MentionKind.OFFICE: VoiceKind.OFFICIAL,
}


def voice_named(extraction: Extraction, claim: Claim, name: str, stance: Stance) -> Voice:
    """The voice that someone says a claim has: the mention of that name nearest to it, or a voice without a name."""
    named = [each for each in extraction.mentions if name in (each.name, each.text)]
    mention: Mention | None = min(named, key=lambda each: (_distance(each.span, claim.span), each.id), default=None)
    if mention is not None:
        return Voice(name, _VOICE_KINDS.get(mention.kind, VoiceKind.ORGANIZATION), stance, mention.id)
    return Voice(name, VoiceKind.UNNAMED if name.islower() else VoiceKind.PERSON, stance)
