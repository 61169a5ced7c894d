"""Builds a whole case record by record, finding every span by the words it covers."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace

from sayso.records.actor import Actor, Mention, MentionForm, MentionKind, Place, Suspicion
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
    Trait,
    Voice,
    VoiceKind,
)
from sayso.records.document import Document, Edition, Passage, PassageRole, Span
from sayso.records.ids import make_id
from sayso.records.matter import (
    Account,
    BestWhen,
    Copy,
    Dispute,
    DisputeKind,
    DisputeValue,
    Matter,
    MatterKind,
    Participant,
)
from sayso.records.pile import Findings, Pile
from sayso.records.when import Anchor, Precision, When, WhenType

HANDLES = {"event": "e", "tie": "t", "quantity": "q", "trait": "r"}


@dataclass
class CaseBuilder:
    """Collects records; ``case`` gives them as the pages and the export take them."""

    editions: dict[str, Edition] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    sayings: list[Saying] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    times: list[When] = field(default_factory=list)
    unread: list[tuple[str, Span]] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    matters: list[Matter] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)

    def document(self, name: str, text: str, outlet: str | None, published: str | None, **more: str | None) -> str:
        id_ = make_id("d", name, text)
        data = text.encode()
        self.documents[id_] = Document(
            id_,
            hashlib.sha256(data).hexdigest(),
            name,
            len(data),
            "text/plain",
            more.get("url"),
            more.get("url") or name,
        )
        reason = more.get("published_reason") or ("printed under the title" if published else "")
        root = Passage(
            make_id("s", id_, 0), None, PassageRole.BODY, Span(0, len(text)), outlet, "given", published, reason, "en"
        )
        self.editions[id_] = Edition(
            document=id_,
            reader="test",
            text=text,
            passages=(root,),
            title=more.get("title"),
            byline=more.get("byline"),
            outlet=outlet,
            outlet_reason="given",
            carrier=more.get("carrier"),
            published=published,
            published_reason=reason,
            language="en",
        )
        return id_

    def span(self, document: str, words: str, nth: int = 0) -> Span:
        text = self.editions[document].text
        start = -1
        for _ in range(nth + 1):
            start = text.index(words, start + 1)
        return Span(start, start + len(words))

    def passage(
        self, document: str, words: str, role: PassageRole, outlet: str | None = None, published: str | None = None
    ) -> str:
        edition = self.editions[document]
        span = self.span(document, words)
        parent = edition.passage_at(span.start)
        passage = Passage(
            make_id("s", document, span.start, span.end),
            parent.id,
            role,
            span,
            outlet or parent.outlet,
            "named before it" if outlet else parent.outlet_reason,
            published or parent.published,
            "printed in brackets" if published else parent.published_reason,
            "en",
        )
        ordered = sorted((*edition.passages, passage), key=lambda each: (each.span.start, -each.span.end))
        self.editions[document] = replace(edition, passages=tuple(ordered))
        return passage.id

    def mention(
        self, document: str, words: str, kind: MentionKind, name: str = "", nth: int = 0, **more: str
    ) -> Mention:
        span = self.span(document, words, nth)
        id_ = make_id("m", document, span.start, span.end, kind)
        found = next((each for each in self.mentions if each.id == id_), None)
        if found is not None:
            return found
        head = Span(span.end - len(words.rsplit(maxsplit=1)[-1]), span.end)
        mention = Mention(
            id_,
            document,
            self.editions[document].passage_at(span.start).id,
            span,
            head,
            words,
            kind,
            MentionForm(more.get("form", "name")),
            name,
            more.get("chain", id_),
            more.get("title"),
        )
        self.mentions.append(mention)
        return mention

    def when(self, document: str, words: str, edtf: str | None, reason: str = "", nth: int = 0) -> When:
        anchor = Anchor.PASSAGE if reason else Anchor.STATED
        when = When(
            document,
            self.span(document, words, nth),
            words,
            WhenType.DATE,
            edtf or "PAST_REF",
            edtf,
            Precision.DAY if edtf and len(edtf) == 10 else Precision.YEAR if edtf else Precision.UNKNOWN,
            anchor if edtf else Anchor.UNKNOWN,
            reason,
        )
        if when not in self.times:
            self.times.append(when)
        return when

    def saying(
        self, document: str, source: str, cue: str, content: str, stance: Stance, kind: VoiceKind, **more: str | None
    ) -> Voice:
        span = self.span(document, content)
        id_ = make_id("y", document, span.start, source)
        self.sayings.append(
            Saying(
                id_,
                document,
                self.editions[document].passage_at(span.start).id,
                self.span(document, source),
                self.span(document, cue),
                (span,),
                more.get("name") or source,
                kind,
                stance,
                more.get("mention"),
                more.get("parent"),
            )
        )
        return Voice(more.get("name") or source, kind, stance, more.get("mention"), id_)

    def claim(
        self,
        document: str,
        words: str,
        content: Content,
        *voices: Voice,
        polarity: Polarity = Polarity.YES,
        status: Status = Status.ACTUAL,
        about: str | None = None,
        reasons: tuple[str, ...] = (),
    ) -> str:
        edition = self.editions[document]
        span = self.span(document, words)
        passage = edition.passage_at(span.start)
        id_ = make_id("c", document, span.start, span.end, type(content).__name__, getattr(content, "measure", ""))
        outlet = Voice(passage.outlet or "a document of no known outlet", VoiceKind.OUTLET, Stance.ASSERTS)
        text = edition.text
        start = max(text.rfind(". ", 0, span.start) + 2, text.rfind("\n", 0, span.start) + 1, 0)
        end = min([each for each in (text.find(".", span.end), text.find("\n", span.end)) if each >= 0] or [len(text)])
        self.claims.append(
            Claim(
                id_, document, passage.id, span, Span(start, min(end + 1, len(text))), words, polarity, status,
                (outlet, *voices), content, about, reasons,
            )
        )  # fmt: skip
        return id_

    def role(self, role: str, mention: Mention) -> Role:
        return Role(role, mention.id, mention.span, mention.text)

    def deed(  # noqa: PLR0917 - in the order a sentence has them
        self,
        document: str,
        verb: str,
        plover: Plover,
        actor: Mention | None = None,
        recipient: Mention | None = None,
        when: When | None = None,
        place: Mention | None = None,
    ) -> Deed:
        roles = []
        if actor:
            roles.append(self.role("actor", actor))
        if recipient:
            roles.append(self.role("recipient", recipient))
        place_id = place.id if place else None
        return Deed(plover, self.span(document, verb), verb, tuple(roles), None, when, place_id)

    def tie(self, tie: TieKind, a: Mention, b: Mention, **more: When | None) -> Tie:
        return Tie(tie, self.role("a", a), self.role("b", b), more.get("start"), more.get("until"), more.get("as_of"))

    def quantity(
        self, measure: str, stated: str, low: float | None, high: float | None, hedge: str | None = None, **more: str
    ) -> Quantity:
        return Quantity(
            measure,
            stated,
            hedge,
            low,
            high,
            False,
            False,
            more.get("unit", "person"),
            None,
            more.get("scope"),
            more.get("of"),
        )

    def trait(self, mention: Mention, trait: str, value: str) -> Trait:
        return Trait(self.role("actor", mention), trait, value)

    def actor(self, kind: MentionKind, name: str, *mentions: Mention, perhaps: tuple[Suspicion, ...] = ()) -> str:
        counts: dict[str, int] = {}
        for each in mentions:
            if each.name:
                counts[each.name] = counts.get(each.name, 0) + 1
        chains = tuple(sorted({each.chain for each in mentions}))
        id_ = make_id("a", chains[0])
        names = tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))
        reasons = ("the same name in every document",) if len(chains) > 1 else ()
        self.actors.append(
            Actor(id_, kind, name, names, chains, tuple(sorted(each.id for each in mentions)), perhaps, reasons)
        )
        return id_

    def place(self, name: str, *mentions: Mention, lat: float | None = None, lon: float | None = None) -> str:
        id_ = make_id("p", name)
        self.places.append(Place(id_, name, tuple(sorted(each.id for each in mentions)), "KV", None, lat, lon, None))
        return id_

    def matter(self, kind: str, label: str, *claims: str, **more: object) -> str:
        id_ = f"{HANDLES[kind]}-{min(claims).removeprefix('c-')}"
        participants = more.get("participants", ())
        when = more.get("when")
        assert isinstance(participants, tuple)
        assert when is None or isinstance(when, BestWhen)
        plover = more.get("plover")
        part_of = more.get("part_of")
        place = more.get("place")
        reasons = more.get("reasons", ())
        assert isinstance(reasons, tuple)
        self.matters.append(
            Matter(
                id_,
                MatterKind(kind),
                label,
                tuple(sorted(claims)),
                str(plover) if plover else None,
                when,
                str(place) if place else None,
                tuple(Participant(role, actor) for role, actor in participants),
                str(part_of) if part_of else None,
                reasons,
            )
        )
        return id_

    def account(
        self,
        matter: str,
        label: str,
        *claims: str,
        copies: tuple[str, ...] = (),
        reason: str = "",
        counts_as: str = "",
    ) -> str:
        origin = make_id("o", label)
        reasons = (reason,) if reason else ()
        with_ = make_id("o", counts_as) if counts_as else ""
        self.accounts.append(
            Account(matter, origin, label, tuple(sorted(claims)), tuple(sorted(copies)), reasons, with_)
        )
        return origin

    def dispute(
        self, matter: str, slot: str, kind: DisputeKind, question: str, values: list[DisputeValue], *reasons: str
    ) -> str:
        id_ = make_id("x", matter, slot)
        self.disputes.append(Dispute(id_, matter, slot, kind, question, tuple(values), reasons))
        return id_

    def case(self) -> tuple[Pile, Findings]:
        order = sorted(self.editions)
        claims = sorted(self.claims, key=lambda each: (each.document, each.span, each.id))
        mentions = sorted(self.mentions, key=lambda each: (each.document, each.span, each.id))
        pile = Pile(
            {each: self.documents[each] for each in order},
            {each: replace(self.editions[each], text="") for each in order},
            {passage.id: passage for each in order for passage in self.editions[each].passages},
            {each.id: each for each in mentions},
            {each.id: each for each in sorted(self.sayings, key=lambda each: (each.document, each.content, each.id))},
            {each.id: each for each in claims},
            {each: tuple(when for when in self.times if when.document == each) for each in order},
            {each: tuple(span for document, span in self.unread if document == each) for each in order},
        )
        findings = Findings(
            tuple(self.copies),
            tuple(sorted(self.actors, key=lambda each: each.id)),
            tuple(sorted(self.places, key=lambda each: each.id)),
            tuple(sorted(self.matters, key=lambda each: each.id)),
            tuple(self.accounts),
            tuple(self.disputes),
        )
        return pile, findings
