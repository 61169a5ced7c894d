"""Builds whole piles for tests that cross documents: texts with claims pointed at by their words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from sayso.records.actor import Actor, Mention, MentionForm, MentionKind, Place
from sayso.records.claim import (
    Claim,
    Content,
    Deed,
    Plover,
    Polarity,
    Quantity,
    Role,
    Saying,
    Stance,
    Status,
    Tie,
    TieKind,
    Voice,
    VoiceKind,
)
from sayso.records.document import Document, Edition, Span
from sayso.records.ids import make_id
from sayso.records.pile import Pile
from sayso.records.when import Anchor, Precision, When, WhenType
from tests.factory import edition


@dataclass
class PileBuilder:
    """Collects documents and claims, and gives the pile, its actors and its places."""

    editions: dict[str, Edition] = field(default_factory=dict)
    mentions: dict[str, Mention] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    actor_names: dict[str, list[str]] = field(default_factory=dict)
    place_names: dict[str, list[str]] = field(default_factory=dict)
    points: dict[str, tuple[float, float]] = field(default_factory=dict)
    times: dict[str, tuple[When, ...]] = field(default_factory=dict)
    sayings: dict[str, Saying] = field(default_factory=dict)
    people: tuple[str, ...] = ()  # names of actors that are persons
    kinds: dict[str, MentionKind] = field(default_factory=dict)  # of other actors, by name

    def document(
        self, text: str, name: str, outlet: str | None = "Harbour Post", published: str | None = "2031-05-20"
    ) -> Edition:
        made = edition(text, name=name, outlet=outlet, published=published)
        self.editions[made.document] = made
        return made

    def span(self, where: Edition, words: str) -> Span:
        start = where.text.index(words)
        return Span(start, start + len(words))

    def mention(self, where: Edition, words: str, actor: str | None = None, place: str | None = None) -> Mention:
        span = self.span(where, words)
        mention_id = make_id("m", where.document, span.start, span.end)
        made = Mention(
            id=mention_id,
            document=where.document,
            passage=where.passages[0].id,
            span=span,
            head=span,
            text=words,
            kind=MentionKind.PLACE if place else MentionKind.ORGANIZATION,
            form=MentionForm.NAME,
            name=words,
            chain=mention_id,
        )
        self.mentions[mention_id] = made
        if actor is not None:
            self.actor_names.setdefault(actor, []).append(mention_id)
        if place is not None:
            self.place_names.setdefault(place, []).append(mention_id)
        return made

    def role(self, where: Edition, role: str, words: str, actor: str | None) -> Role:
        mention = self.mention(where, words, actor=actor) if actor else None
        return Role(role, mention.id if mention else None, self.span(where, words), words)

    def deed(
        self,
        where: Edition,
        quote: str,
        lemma: str,
        plover: Plover = Plover.ASSAULT,
        *,
        doer: tuple[str, str | None] | None = None,
        target: tuple[str, str | None] | None = None,
        when: When | None = None,
        place: tuple[str, str] | None = None,
        **more: Any,
    ) -> Claim:
        roles = []
        if doer:
            roles.append(self.role(where, "actor", *doer))
        if target:
            roles.append(self.role(where, "recipient", *target))
        at = self.mention(where, place[0], place=place[1]).id if place else None
        mode = more.pop("mode", None)
        verb = self.span(where, more.pop("verb", quote))
        return self.claim(where, quote, Deed(plover, verb, lemma, tuple(roles), mode, when, at), **more)

    def claim(
        self,
        where: Edition,
        quote: str,
        content: Content,
        *,
        voices: tuple[Voice, ...] = (),
        polarity: Polarity = Polarity.YES,
        status: Status = Status.ACTUAL,
        sentence: str | None = None,
        reasons: tuple[str, ...] = (),
    ) -> Claim:
        span = self.span(where, quote)
        outlet = Voice(where.outlet or "an unnamed outlet", VoiceKind.OUTLET, Stance.ASSERTS)
        made = Claim(
            id=make_id("c", where.document, span.start, span.end, type(content).__name__, str(content)),
            document=where.document,
            passage=where.passages[0].id,
            span=span,
            sentence=self.span(where, sentence) if sentence else span,
            quote=quote,
            polarity=polarity,
            status=status,
            voices=(outlet, *voices),
            content=content,
            reasons=reasons,
        )
        self.claims[made.id] = made
        return made

    def about(self, claim: Claim, of: Claim) -> Claim:
        """``claim``, now about another claim."""
        made = replace(claim, about=of.id)
        self.claims[made.id] = made
        return made

    def figure(self, where: Edition, quote: str, measure: str, low: float, **more: Any) -> Claim:
        high = more.pop("high", low)
        of = more.pop("of", None)
        scope = more.pop("scope", None)
        unit = more.pop("unit", "person")
        content = Quantity(
            measure, quote, None, low, high, False, high is None, unit, None, scope, of.id if of else None
        )
        return self.claim(where, quote, content, **more)

    def saying(self, where: Edition, content: str, cue: str) -> Saying:
        """What somebody unnamed says, and the word that attributes it."""
        at = self.span(where, content)
        made = Saying(
            id=make_id("s", where.document, at.start, at.end),
            document=where.document,
            passage=where.passages[0].id,
            source=None,
            cue=self.span(where, cue),
            content=(at,),
            name="unnamed sources",
            kind=VoiceKind.UNNAMED,
            stance=Stance.ASSERTS,
        )
        self.sayings[made.id] = made
        return made

    def tie(self, where: Edition, quote: str, kind: TieKind, a: str, b: str) -> Claim:
        return self.claim(where, quote, Tie(kind, self.role(where, "a", a, a), self.role(where, "b", b, b)))

    @property
    def pile(self) -> Pile:
        documents = {
            each.document: Document(each.document, each.document * 4, "x.txt", len(each.text), "text/plain")
            for each in self.editions.values()
        }
        return Pile(
            documents=dict(sorted(documents.items())),
            editions={each.document: replace(each, text="") for each in self.editions.values()},
            passages={passage.id: passage for each in self.editions.values() for passage in each.passages},
            mentions=self.mentions,
            sayings=self.sayings,
            claims=self.claims,
            times=self.times,
        )

    @property
    def actors(self) -> tuple[Actor, ...]:
        return tuple(
            Actor(make_id("a", name), self._kind(name), name, ((name, len(ids)),), tuple(ids), tuple(ids))
            for name, ids in sorted(self.actor_names.items())
        )

    def _kind(self, name: str) -> MentionKind:
        return MentionKind.PERSON if name in self.people else self.kinds.get(name, MentionKind.ORGANIZATION)

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(
            Place(
                make_id("p", name),
                name,
                tuple(ids),
                country="KV",
                admin1=name,
                lat=self.points.get(name, (None, None))[0],
                lon=self.points.get(name, (None, None))[1],
            )
            for name, ids in sorted(self.place_names.items())
        )


def said(name: str, kind: VoiceKind = VoiceKind.UNNAMED, stance: Stance = Stance.ASSERTS) -> Voice:
    """A voice in which something is said."""
    return Voice(name, kind, stance)


def on(where: Edition, words: str, edtf: str | None, value: str | None = None) -> When:
    """A time as the text states it."""
    start = where.text.index(words)
    return When(
        where.document,
        Span(start, start + len(words)),
        words,
        WhenType.DATE,
        value or edtf or "",
        edtf,
        Precision.DAY,
        Anchor.PASSAGE if edtf else Anchor.UNKNOWN,
        "",
    )
