"""Who speaks and acts for whom: the actors that roles and voices name, and the states that these speak for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from sayso.language.states import bodies_in, seat_of, state_name, states_in
from sayso.records.actor import Actor, MentionForm, MentionKind
from sayso.records.claim import Claim, Deed, Polarity, Role, Saying, Tie, TieKind, Voice, VoiceKind
from sayso.records.pile import Findings, Pile
from sayso.weigh.surroundings import Surroundings, content_words

_SPEAKERS = frozenset({"we", "us", "our", "i"})
_MEN = frozenset({"men", "forces", "troops", "soldiers", "fighters", "units", "people", "guards", "officers", "army"})
_OURS = frozenset({"our", "my"})
_BODIES = frozenset({MentionKind.ORGANIZATION, MentionKind.ARMED_GROUP, MentionKind.GOVERNMENT, MentionKind.COUNTRY})
_OF_BODIES = frozenset({TieKind.MEMBER_OF, TieKind.LEADS, TieKind.HOLDS_OFFICE})
# An armed group that bears a country's name does not speak for its state.
_STATELY = frozenset({MentionKind.COUNTRY, MentionKind.GOVERNMENT, MentionKind.PEOPLE})
TITLES = content_words("mr mrs ms miss dr sir president minister general colonel major captain commander mayor judge")
_CODE = 2  # letters of a state's key
_GLOSS = 3  # characters from a pronoun to the name that an editor put in brackets behind it


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who acts or speaks: ids of its actors and codes of the states it speaks for, and a name to show."""

    keys: frozenset[str]
    name: str


class Speakers:
    """Finds whom roles and voices name, over one pile."""

    def __init__(self, pile: Pile, findings: Findings, around: Surroundings) -> None:
        self._pile = pile
        self._around = around
        self._actor_of = {mention: actor for actor in findings.actors for mention in actor.mentions}
        self._actors = {actor.id: actor for actor in findings.actors}
        self._named = {_bare(name): actor.id for actor in findings.actors for name, _ in actor.names}
        self._doers = self._find_doers()

    def actor_of(self, mention: str | None) -> Actor | None:
        """Whom a mention names."""
        return self._actor_of.get(mention or "")

    def party(self, role: Role, claim: Claim) -> Party:
        """Whom a role of a claim names, with the states that he or it speaks for."""
        actor = self._actor_of.get(role.mention or "") or self._glossed(role, claim)
        if actor is not None:
            told = states_in(role.text) if actor.kind is MentionKind.GOVERNMENT else frozenset()
            keys = frozenset({actor.id}) | self._states(actor) | told
            return Party(keys, _shown(keys, actor.name) if bodies_in(actor.name) else actor.name)
        if role.text.casefold() in _SPEAKERS and claim.voices:
            return self.speaker(claim.voices[-1])
        keys = states_in(role.text) | _seat(role.text) or self._doers_of(role, claim)
        return Party(keys, _shown(keys, role.text))

    def side(self, role: Role, claim: Claim) -> frozenset[str]:
        """Keys of whose side a role is on: whom it names, whose men "our men" are, the body that gunmen are of."""
        keys = self.party(role, claim).keys if not self._is_owned(role) else frozenset()
        said = role.text.casefold().split()
        first = said[:1]
        mine = first == ["my"] and len(said) > 1 and said[-1] not in _MEN
        if mine and said[-1] in ("client", "clients") and claim.voices:
            return self._spoken_for(claim.voices[-1], claim.document)
        if claim.voices and first and not mine and (first[0] in _OURS or first[0] in _SPEAKERS):
            # Whoever tells the tale that he denies is not "I".
            named = (each for each in reversed(claim.voices) if each.kind is not VoiceKind.UNNAMED)
            voice = next(named, claim.voices[-1])
            own = self._bearing(voice)
            keys |= self.speaker(voice).keys | ({own} if own else {f"voice {voice.name.casefold()}"})
            if first[0] not in ("i", "my"):
                keys |= self._bodies_of(voice, claim.document)
        inside = self._around.mentions_in(claim.document, claim.sentence) if not keys else ()
        found = (self._actor_of.get(each.id) for each in inside if role.span.holds(each.span))
        return keys | frozenset(actor.id for actor in found if actor is not None and actor.kind in _BODIES)

    def named_among(self, keys: AbstractSet[str]) -> frozenset[str]:
        """Those of some keys that stand for whoever has a name, or for a state; "a driver" may be anybody."""
        return frozenset(each for each in keys if each in self._bearers or len(each) == _CODE)

    def persons_among(self, keys: AbstractSet[str]) -> frozenset[str]:
        """Keys of those among some who are persons."""
        actors = (self._actors.get(each) for each in keys)
        return frozenset(each.id for each in actors if each is not None and each.kind is MentionKind.PERSON)

    def taking_part(self, claim: Claim) -> frozenset[str]:
        """Keys of those whom a deed claim says did it, and to whom it was done."""
        roles = claim.content.roles if isinstance(claim.content, Deed) else ()
        return frozenset(key for role in roles for key in self.side(role, claim))

    def bare_name(self, key: str) -> frozenset[str]:
        """The words of the fullest name of whoever has a key, without titles; none for other keys."""
        actor = self._actors.get(key)
        names = [content_words(name) - TITLES for name, _ in actor.names] if actor is not None else []
        return max(names, key=len, default=frozenset())

    def titles(self, keys: AbstractSet[str]) -> frozenset[str]:
        """The words of names and offices that those whom keys stand for go by: "defence minister"."""
        return frozenset(word for each in keys for word in self._words.get(each, ()))

    @cached_property
    def _bearers(self) -> frozenset[str]:
        forms = self._pile.mentions
        return frozenset(
            actor.id
            for actor in self._actors.values()
            if any(forms[each].form is MentionForm.NAME for each in actor.mentions if each in forms)
        )

    @cached_property
    def _words(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for actor in self._actors.values():
            for name, _ in actor.names:
                found[actor.id] |= content_words(name)
        for claim in self._pile.claims.values():
            tie = claim.content
            if isinstance(tie, Tie) and tie.tie is TieKind.HOLDS_OFFICE and claim.polarity is Polarity.YES:
                holder = self._actor_of.get(tie.a.mention or "")
                if holder is not None:
                    found[holder.id] |= content_words(claim.quote)
        return found

    def _is_owned(self, role: Role) -> bool:
        """For "her driver", who is not she; "his men" are on his side."""
        mention = self._pile.mentions.get(role.mention or "")
        words = role.text.casefold().split()
        if mention is None or mention.form is not MentionForm.PRONOUN or len(words) < 2:
            return False
        actor = self._actor_of.get(mention.id)
        return actor is not None and actor.kind is MentionKind.PERSON and words[-1] not in _MEN

    def _doers_of(self, role: Role, claim: Claim) -> frozenset[str]:
        """Who did what a role names, where the document tells it of one alone: who backs the coup backs its doer."""
        told = role.text.split()
        return self._doers.get((claim.document, told[-1].casefold()), frozenset()) if told else frozenset()

    def _glossed(self, role: Role, claim: Claim) -> Actor | None:
        """Whom an editor's bracket behind a pronoun names: "him (Odeh)"."""
        mention = self._pile.mentions.get(role.mention or "")
        if mention is None or mention.form is not MentionForm.PRONOUN:
            return None
        for name in self._around.mentions_in(claim.document, claim.sentence):
            if 0 < name.span.start - role.span.end <= _GLOSS:
                return self._actor_of.get(name.id)
        return None

    def speaker(self, voice: Voice) -> Party:
        """Who a voice is, with the states that it speaks for."""
        actor = self._actor_of.get(voice.mention or "")
        if actor is None:
            return Party(states_in(voice.name), _shown(states_in(voice.name), voice.name))
        # What a person is called besides his name tells of his state: not that of "Yusuf Dane".
        told = voice.name
        if actor.kind is MentionKind.PERSON:
            own = set(actor.name.casefold().split())
            told = " ".join(word for word in told.split() if word.casefold() not in own)
        states = self._states(actor) | states_in(told)
        return Party(frozenset({actor.id}) | states, _shown(states, voice.name))

    def _states(self, actor: Actor) -> frozenset[str]:
        if actor.kind not in _STATELY:
            return bodies_in(actor.name)
        return states_in(actor.name) | (_seat(actor.name) if actor.kind is MentionKind.GOVERNMENT else frozenset())

    def named_beside(self, claim: Claim) -> frozenset[str]:
        """Ids of the actors that a claim's sentence names."""
        inside = self._around.mentions_in(claim.document, claim.sentence)
        return frozenset(actor.id for each in inside if (actor := self._actor_of.get(each.id)) is not None)

    def _bearing(self, voice: Voice) -> str | None:
        """The actor whose name a voice has; for an outlet also the body whose organ it says it is: "FKA Radio"."""
        words = _bare(voice.name).split()
        fewest = 1 if voice.kind is VoiceKind.OUTLET else len(words)
        names = (" ".join(words[:length]) for length in range(len(words), fewest - 1, -1))
        return next((found for each in names if (found := self._named.get(each)) is not None), None)

    def _bodies_of(self, voice: Voice, document: str) -> frozenset[str]:
        """The bodies a voice belongs to, leads or speaks for: by its ties, and by how its document introduces it."""
        actor = self._actor_of.get(voice.mention or "")
        found = {*self._tied.get(actor.id if actor is not None else "", ()), *self._tied.get(voice.mention or "", ())}
        for saying in self._sayings.get(document, ()):
            if saying.name == voice.name and saying.source is not None:
                for mention in self._around.mentions_in(document, saying.source):
                    body = self._actor_of.get(mention.id)
                    if body is not None and body.kind in _BODIES:
                        found.add(body.id)
        return frozenset(found)

    def _spoken_for(self, voice: Voice, document: str) -> frozenset[str]:
        """Whom a lawyer speaks for, as his document introduces him: "Odeh's lawyer, Peter Osk"."""
        own = self._actor_of.get(voice.mention or "")
        found = set()
        for saying in self._sayings.get(document, ()):
            if saying.name == voice.name and saying.source is not None:
                named = (self._actor_of.get(each.id) for each in self._around.mentions_in(document, saying.source))
                found |= {each.id for each in named if each is not None and (own is None or each.id != own.id)}
        return frozenset(found)

    @cached_property
    def _sayings(self) -> Mapping[str, list[Saying]]:
        found: dict[str, list[Saying]] = defaultdict(list)
        for saying in self._pile.sayings.values():
            found[saying.document].append(saying)
        return found

    @cached_property
    def _tied(self) -> Mapping[str, set[str]]:
        """The bodies that somebody belongs to or leads, by his actor and by the mention that the tie is told of."""
        found: dict[str, set[str]] = defaultdict(set)
        for claim in self._pile.claims.values():
            tie = claim.content
            if isinstance(tie, Tie) and tie.tie in _OF_BODIES and claim.polarity is Polarity.YES:
                one, body = (self._actor_of.get(each.mention or "") for each in (tie.a, tie.b))
                if body is not None:
                    found[tie.a.mention or ""].add(body.id)
                    if one is not None:
                        found[one.id].add(body.id)
        found.pop("", None)
        return found

    def _find_doers(self) -> dict[tuple[str, str], frozenset[str]]:
        """The one doer, if there is one, of each deed a document names, by document and the word for the deed."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for claim in self._pile.claims.values():
            if isinstance(claim.content, Deed):
                for role in claim.content.roles:
                    if role.role == "actor" and (actor := self._actor_of.get(role.mention or "")) is not None:
                        found[claim.document, claim.content.lemma.casefold()].add(actor.id)
        return {key: frozenset(actors) for key, actors in found.items() if len(actors) == 1}


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _shown(states: frozenset[str], name: str) -> str:
    """The state a party speaks for, where it is one, else the party's own name."""
    codes = sorted(each for each in states if len(each) == 2)
    state = state_name(codes[0]) if len(codes) == 1 else None
    return name if state is None else f"the {state}" if state.startswith("United ") else state


def _seat(name: str) -> frozenset[str]:
    code = seat_of(name)
    return frozenset({code}) if code else frozenset()
