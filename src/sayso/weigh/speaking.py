"""Who speaks and acts for whom: the actors that roles and voices name, and the states that these speak for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sayso.language.states import bodies_in, seat_of, state_name, states_in
from sayso.records.actor import Actor, MentionForm, MentionKind
from sayso.records.claim import Claim, Deed, Role, Voice
from sayso.records.pile import Findings, Pile
from sayso.weigh.surroundings import Surroundings

_SPEAKERS = frozenset({"we", "us", "our", "i"})
# An armed group that bears a country's name does not speak for its state.
_STATELY = frozenset({MentionKind.COUNTRY, MentionKind.GOVERNMENT, MentionKind.PEOPLE})
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
        states = self._states(actor) | states_in(voice.name)
        return Party(frozenset({actor.id}) | states, _shown(states, voice.name))

    def _states(self, actor: Actor) -> frozenset[str]:
        if actor.kind not in _STATELY:
            return bodies_in(actor.name)
        return states_in(actor.name) | (_seat(actor.name) if actor.kind is MentionKind.GOVERNMENT else frozenset())

    def _find_doers(self) -> dict[tuple[str, str], frozenset[str]]:
        """The one doer, if there is one, of each deed a document names, by document and the word for the deed."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for claim in self._pile.claims.values():
            if isinstance(claim.content, Deed):
                for role in claim.content.roles:
                    if role.role == "actor" and (actor := self._actor_of.get(role.mention or "")) is not None:
                        found[claim.document, claim.content.lemma.casefold()].add(actor.id)
        return {key: frozenset(actors) for key, actors in found.items() if len(actors) == 1}


def _shown(states: frozenset[str], name: str) -> str:
    """The state a party speaks for, where it is one, else the party's own name."""
    codes = sorted(each for each in states if len(each) == 2)
    state = state_name(codes[0]) if len(codes) == 1 else None
    return name if state is None else f"the {state}" if state.startswith("United ") else state


def _seat(name: str) -> frozenset[str]:
    code = seat_of(name)
    return frozenset({code}) if code else frozenset()
