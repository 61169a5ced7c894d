"""Every look-up that pages, tables and the export need, made once for a case."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from sayso.present.judged import Mark, find_marks, rejected_claims
from sayso.present.revisions import versions
from sayso.records.actor import Actor, Mention, MentionForm, MentionKind, Place
from sayso.records.claim import Claim, Deed, Quantity, Role, Saying, Tie, Voice
from sayso.records.clocks import NO_CLOCKS, NOTHING_UNTOLD, Clocks, Untold
from sayso.records.document import Document, Passage
from sayso.records.matter import Account, Copy, Dispute, Matter, MatterKind
from sayso.records.pile import Findings, Pile
from sayso.records.when import edtf_interval

K = TypeVar("K")
V = TypeVar("V")


def fold(name: str) -> str:
    """A name without case, accents, a leading article or doubled spaces, so that spellings can be looked up."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    words = bare.casefold().replace("’", "'").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def roles_of(claim: Claim) -> tuple[Role, ...]:
    """The roles a claim gives to actors, in the order its content has them."""
    content = claim.content
    if isinstance(content, Deed):
        return content.roles
    if isinstance(content, Tie):
        return content.a, content.b
    if isinstance(content, Quantity):
        return ()
    return (content.actor,)


@dataclass(frozen=True)
class View:
    """A case, indexed. Every index is made when it is first asked for, in one pass, and kept.

    Ids of actors and matters may be those of any member: an id once given always answers. ``clocks`` are the days the
    case is looked at by, ``notes`` what they leave out; the pile and the findings are those that are left. ``untold``
    is what they leave though nothing tells whether it was so by then.
    """

    pile: Pile
    findings: Findings
    clocks: Clocks = NO_CLOCKS
    notes: tuple[str, ...] = ()
    untold: Untold = NOTHING_UNTOLD

    def kept(self, make: Callable[[View], V]) -> V:
        """What ``make`` finds in this case, made when it is first asked for and kept."""
        if make not in self._kept:
            self._kept[make] = make(self)
        return cast("V", self._kept[make])

    @cached_property
    def _kept(self) -> dict[Callable[[View], object], object]:
        return {}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by their own id and by the id of each of their chains."""
        found = {chain: actor for actor in self.findings.actors for chain in actor.chains}
        found.update((actor.id, actor) for actor in self.findings.actors)
        return found

    @cached_property
    def matters(self) -> dict[str, Matter]:
        """Matters by their own id."""
        return {matter.id: matter for matter in self.findings.matters}

    @cached_property
    def matter_of(self) -> dict[str, Matter]:
        """The matter that a claim is about, by claim id."""
        return {claim: matter for matter in self.findings.matters for claim in matter.claims}

    @cached_property
    def disputes(self) -> dict[str, Dispute]:
        """Disputes by id."""
        return {dispute.id: dispute for dispute in self.findings.disputes}

    @cached_property
    def places(self) -> dict[str, Place]:
        """Places by id."""
        return {place.id: place for place in self.findings.places}

    @cached_property
    def parts_of(self) -> dict[str, tuple[Matter, ...]]:
        """The matters that are part of a matter, by its id."""
        return _grouped((matter.part_of, matter) for matter in self.findings.matters if matter.part_of)

    @cached_property
    def accounts_of(self) -> dict[str, tuple[Account, ...]]:
        """The accounts of a matter, by its id."""
        return _grouped((account.matter, account) for account in self.findings.accounts)

    @cached_property
    def account_of(self) -> dict[str, Account]:
        """The account that holds a claim, itself or as a copy, by claim id."""
        found: dict[str, Account] = {}
        for account in self.findings.accounts:
            for claim in (*account.claims, *account.copies):
                found.setdefault(claim, account)
        return found

    @cached_property
    def disputes_of(self) -> dict[str, tuple[Dispute, ...]]:
        """The disputes over a matter, by its id."""
        return _grouped((dispute.matter, dispute) for dispute in self.findings.disputes)

    @cached_property
    def disputes_with(self) -> dict[str, tuple[Dispute, ...]]:
        """The disputes that a claim is a side of, by claim id."""
        return _grouped(
            (claim, dispute)
            for dispute in self.findings.disputes
            for claim in sorted({each for value in dispute.values for each in value.claims})
        )

    @cached_property
    def _mention_actors(self) -> dict[str, Actor]:
        found: dict[str, Actor] = {}
        for mention in self.pile.mentions.values():
            if (actor := self.actors.get(mention.chain)) is not None:
                found[mention.id] = actor
        for actor in self.findings.actors:
            found.update((mention, actor) for mention in actor.mentions)
        return found

    @cached_property
    def _mention_places(self) -> dict[str, Place]:
        return {mention: place for place in self.findings.places for mention in place.mentions}

    @cached_property
    def mentions_of(self) -> dict[str, tuple[Mention, ...]]:
        """All mentions of an actor in reading order, demonyms, nominals and pronouns among them, by actor id."""
        return _grouped(
            (actor.id, mention)
            for mention in self.pile.mentions.values()
            if (actor := self._mention_actors.get(mention.id)) is not None
        )

    @cached_property
    def told(self) -> tuple[Claim, ...]:
        """The claims that count for something: all but those that people rejected, and those not told to be of then."""
        idle = set(rejected_claims(self.marks_on))
        idle |= {claim for each in self.untold.matters if each in self.matters for claim in self.matters[each].claims}
        return tuple(claim for own, claim in self.pile.claims.items() if own not in idle)

    @cached_property
    def versions(self) -> dict[str, tuple[Document, ...]]:
        """The documents of every address that more than one came from."""
        return versions(self.pile.documents.values())

    @cached_property
    def last_published(self) -> date | None:
        """The last day on which any passage can have been published."""
        passages = (each for edition in self.pile.editions.values() for each in edition.passages)
        return max((day for each in passages if (day := edtf_interval(each.published)[1])), default=None)

    @cached_property
    def claims_in(self) -> dict[str, tuple[Claim, ...]]:
        """The claims of a document in reading order, by document id."""
        return _in_reading_order(self.pile.claims.values())

    @cached_property
    def sayings_in(self) -> dict[str, tuple[Saying, ...]]:
        """The sayings of a document in reading order, by document id."""
        return _grouped((saying.document, saying) for saying in self.pile.sayings.values())

    @cached_property
    def mentions_in(self) -> dict[str, tuple[Mention, ...]]:
        """The mentions in a document, by document id."""
        return _grouped((mention.document, mention) for mention in self.pile.mentions.values())

    @cached_property
    def copies_of(self) -> dict[str, tuple[Copy, ...]]:
        """The stretches a document shares with others, from its own side, by document id."""
        turned = {"from": "to", "to": "from"}
        both: list[tuple[str, Copy]] = []
        for copy in self.findings.copies:
            back = Copy(
                copy.of_document,
                copy.of_span,
                copy.document,
                copy.span,
                copy.similarity,
                turned.get(copy.direction, copy.direction),
                copy.reasons,
                copy.credit,
            )
            both += [(copy.document, copy), (copy.of_document, back)]
        return _grouped(both)

    @cached_property
    def quantities_of(self) -> dict[str, tuple[Claim, ...]]:
        """The quantity claims that count for a deed, by the deed's claim id."""
        return _grouped(
            (claim.content.of, claim) for claim in self.told if isinstance(claim.content, Quantity) and claim.content.of
        )

    @cached_property
    def claims_about(self) -> dict[str, tuple[Claim, ...]]:
        """The claims that deny, order or threaten what another claims, by the other's id."""
        return _grouped((claim.about, claim) for claim in self.told if claim.about)

    @cached_property
    def parts_played(self) -> dict[str, tuple[tuple[Claim, Role], ...]]:
        """Claims in which an actor plays a role, with the role, by actor id."""
        return _grouped(
            (actor.id, (claim, role))
            for claim in self.told
            for role in roles_of(claim)
            if (actor := self.actor_of(role.mention)) is not None
        )

    @cached_property
    def spoken_by(self) -> dict[str, tuple[Claim, ...]]:
        """Claims that have an actor among their named voices, innermost or not, by actor id."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.told:
            speakers = {actor.id for voice in claim.voices[1:] if (actor := self.actor_of_voice(voice)) is not None}
            for each in sorted(speakers):
                found[each].append(claim)
        return {key: tuple(claims) for key, claims in found.items()}

    @cached_property
    def marks_on(self) -> Mapping[str, tuple[Mark, ...]]:
        """What people decided of claims, actors, passages and documents, by id."""
        return find_marks(self.pile, self.findings)

    @cached_property
    def suspects_of(self) -> dict[str, tuple[Actor, ...]]:
        """Actors that name this one as perhaps the same, by its id."""
        return _grouped(
            (self.actors[each.id].id, actor)
            for actor in self.findings.actors
            for each in actor.perhaps
            if each.id in self.actors
        )

    @cached_property
    def _named(self) -> dict[str, tuple[Actor, ...]]:
        return _grouped(
            (key, actor)
            for actor in self.findings.actors
            for key in sorted({fold(actor.name), *(fold(name) for name, _ in actor.names)})
            if key
        )

    def actor_of(self, mention: str | None) -> Actor | None:
        """The actor a mention (by id) was joined to."""
        return self._mention_actors.get(mention) if mention else None

    def place_of(self, mention: str | None) -> Place | None:
        """The place a mention (by id) was joined to."""
        return self._mention_places.get(mention) if mention else None

    def actor_of_voice(self, voice: Voice) -> Actor | None:
        """The actor behind a voice: by its mention, or by an outlet's name where only one actor bears it."""
        if (actor := self.actor_of(voice.mention)) is not None:
            return actor
        return self.outlet_actor(voice.name) if voice.kind.value in {"outlet", "quoted_outlet"} else None

    def outlet_actor(self, name: str) -> Actor | None:
        """The one actor that bears an outlet's name, or None where none or several do."""
        bearers = [each for each in self._named.get(fold(name), ()) if each.kind is MentionKind.ORGANIZATION]
        return bearers[0] if len(bearers) == 1 else None

    def actors_named(self, name: str) -> tuple[Actor, ...]:
        """Actors by id or by any spelling the case knows; failing that, those with all its words in one spelling."""
        if name in self.actors:
            return (self.actors[name],)
        wanted = fold(name)
        if wanted in self._named:
            return self._named[wanted]
        words = set(wanted.split())
        found = {
            actor.id: actor
            for key, actors in self._named.items()
            if words and words <= set(key.split())
            for actor in actors
        }
        return tuple(found[each] for each in sorted(found))

    def matter_at(self, id_: str) -> Matter | None:
        """A matter by its id, by the id of any of its claims, or by an id it bore before it grew."""
        found = self.matters.get(id_) or self.matter_of.get(id_)
        # A matter is named after its least claim, so the name it had before it grew still names one of its claims.
        return found or self.matter_of.get(f"c-{id_.partition('-')[2]}")

    def claims_of(self, matter: Matter) -> tuple[Claim, ...]:
        """The claims a matter is made of."""
        return tuple(self.pile.claims[each] for each in matter.claims if each in self.pile.claims)

    def quantities_for(self, matter: Matter) -> tuple[Claim, ...]:
        """Numbers that belong to an event: those of its deeds and those of matters that are part of it."""
        found = {each.id: each for claim in matter.claims for each in self.quantities_of.get(claim, ())}
        for part in self.parts_of.get(matter.id, ()):
            if part.kind is MatterKind.QUANTITY:
                found.update((claim.id, claim) for claim in self.claims_of(part))
        return tuple(sorted(found.values(), key=_reading_order))

    def accounts_for(self, matter: Matter) -> tuple[Account, ...]:
        """The accounts of a matter and of the numbers that are part of it."""
        parts = [part.id for part in self.parts_of.get(matter.id, ()) if part.kind is MatterKind.QUANTITY]
        return tuple(account for each in (matter.id, *parts) for account in self.accounts_of.get(each, ()))

    def disputes_for(self, matter: Matter) -> tuple[Dispute, ...]:
        """The disputes over a matter and over the numbers that are part of it."""
        parts = [part.id for part in self.parts_of.get(matter.id, ()) if part.kind is MatterKind.QUANTITY]
        return tuple(dispute for each in (matter.id, *parts) for dispute in self.disputes_of.get(each, ()))

    def origins_of(self, matter: Matter) -> tuple[str, ...]:
        """Ids of the independent origins behind a matter, sorted."""
        return tuple(sorted({account.origin for account in self.accounts_of.get(matter.id, ())}))

    def passage(self, claim: Claim) -> Passage | None:
        """The passage a claim stands in."""
        return self.pile.passages.get(claim.passage)

    def is_public(self, actor: Actor) -> bool:
        """Whether an actor gets a dossier unasked: a person must act, speak for a post or hold a tie.

        Persons who appear only as victims, bystanders or commenters do not.
        """
        if actor.kind is not MentionKind.PERSON:
            return True
        if any(mention.title for mention in self.mentions_of.get(actor.id, ())):
            return True
        return any(_is_public_part(claim, role) for claim, role in self.parts_played.get(actor.id, ()))

    def is_named(self, actor: Actor) -> bool:
        """Whether any text gives the actor a name, and not only "gunmen" or "the crowd"."""
        forms = {mention.form for mention in self.mentions_of.get(actor.id, ())}
        return not forms or bool(forms & {MentionForm.NAME, MentionForm.DEMONYM})


def _is_public_part(claim: Claim, role: Role) -> bool:
    content = claim.content
    if isinstance(content, Tie):
        return content.tie.value not in {"KIN_OF", "BASED_IN"}
    return isinstance(content, Deed) and role.role == "actor" and content.plover.value != "MOVE"


def _reading_order(claim: Claim) -> tuple[str, int, int, str]:
    return claim.document, claim.span.start, claim.span.end, claim.id


def _in_reading_order(claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    return _grouped((claim.document, claim) for claim in sorted(claims, key=_reading_order))


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
