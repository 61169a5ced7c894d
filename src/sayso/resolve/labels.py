"""Neutral names for matters, in the words of the claims: "Storming of the National Assembly, Port Sarn"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from sayso.language.lexicon import table
from sayso.language.plover import noun_sense
from sayso.records.actor import Actor, MentionForm, MentionKind, Place
from sayso.records.claim import Claim, Deed, Plover, Polarity, Quantity, Role, Stance, Status, Tie, Trait, VoiceKind
from sayso.records.matter import BestWhen, Matter, MatterKind, Participant
from sayso.records.pile import Pile
from sayso.resolve.facts import DeedFacts

_LONGEST = 60
_NAMED_BY = re.compile(r"^'(on|upon|against|at|to|into|with|from|for|in|near|around|behind)' names the recipient")
_OPENED = re.compile(r"(?:(?<=\s)|^)[‘'“\"](?=\w)(?!.*\w[’'”\"](?!\w))")  # a quotation mark that nothing closes
_LEFT_OVER = re.compile(r"^(?:dead|least)\s+(?=\w+\s)", re.IGNORECASE)  # of "shot dead three men", "at least his army"
_OWNER = re.compile(r"^(?:its|his|her|their|our|my|your|whose|the|an?|this|that|these|those)\s+", re.IGNORECASE)
# One short syllable, or a last syllable that is stressed: set, run, stop; commit, refer, occur, repel.
_DOUBLING = re.compile(
    r"^(?:[^aeiou]*|\w*[aeiou]\w*(?:m(?=it)|f(?=er)|c(?=ur)|p(?=el)|g(?=in)|tr(?=ol)))[aeiou][bdgklmnprt]$"
)
_STRESSED_FIRST = frozenset(["offer", "suffer", "differ", "vomit", "limit", "edit", "visit"])
_AUXILIARIES = frozenset(["be", "can", "could", "do", "have", "may", "might", "shall", "will", "would"])
_PRONOUNS = frozenset(
    [
        *("he", "him", "his", "she", "her", "hers", "it", "its", "they", "them", "their", "theirs", "we", "us", "our"),
        *("i", "me", "my", "you", "your", "who", "whom", "whose", "which", "that", "this", "those", "these", "some"),
        *("himself", "herself", "itself", "themselves", "one", "others", "all", "both", "many", "each", "any", "none"),
    ]
)
_TIE_WORDS = {
    "LEADS": "leads",
    "MEMBER_OF": "is a member of",
    "PART_OF": "is part of",
    "HOLDS_OFFICE": "holds the office of",
    "BACKS": "backs",
    "ALLIED_WITH": "is allied with",
    "OPPOSES": "opposes",
    "FIGHTS": "fights",
    "BASED_IN": "is based in",
    "KIN_OF": "is kin of",
    "CONTROLS": "controls",
}
_STANDING = {Status.PLANNED: "Planned", Status.ORDERED: "Ordered", Status.CONDITIONAL: "Conditional"}


def matter_id(kind: MatterKind, claims: Iterable[str]) -> str:
    """A matter is named after its least claim, so that the name holds while that claim does."""
    letter = {MatterKind.EVENT: "e", MatterKind.TIE: "t", MatterKind.QUANTITY: "q", MatterKind.TRAIT: "r"}[kind]
    return f"{letter}-{min(claims).removeprefix('c-')}"


@dataclass(frozen=True, slots=True)
class Namer:
    """Knows what actors and places are called, and what each mention came to."""

    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    _actor_of: Mapping[str, str]
    _place_of: Mapping[str, str]
    _named_at: frozenset[tuple[str, int]] = frozenset()
    _with_article: frozenset[str] = frozenset()
    _claims: Mapping[str, Claim] = field(default_factory=dict)

    @classmethod
    def of(cls, actors: Sequence[Actor], places: Sequence[Place], pile: Pile) -> Namer:
        """A namer for what a pile's mentions came to."""
        return cls(
            {actor.id: actor for actor in actors},
            {place.id: place for place in places},
            {mention: actor.id for actor in actors for mention in actor.mentions if mention in pile.mentions},
            {mention: place.id for place in places for mention in place.mentions if mention in pile.mentions},
            frozenset(
                (mention.document, mention.span.start)
                for mention in pile.mentions.values()
                if mention.form in (MentionForm.NAME, MentionForm.DEMONYM)
            ),
            frozenset(actor.id for actor in actors if _takes_article(actor, pile)),
            pile.claims,
        )

    def end(self, role: Role, claim: Claim) -> str:
        """What a role comes to: an actor id, a place id, or its words kept inside their document."""
        if role.mention is not None:
            if (actor := self._actor_of.get(role.mention)) is not None:
                return actor
            if (place := self._place_of.get(role.mention)) is not None:
                return place
        return f"{claim.document} {role.text.casefold()}"

    def ends(self, claim: Claim) -> tuple[Participant, ...]:
        """The actors at the ends of a tie, or the one of a trait."""
        content = claim.content
        roles: list[tuple[str, Role]] = []
        if isinstance(content, Tie):
            roles = [("a", content.a), ("b", content.b)]
        elif isinstance(content, Trait):
            roles = [("actor", content.actor)]
        known = ((name, self._actor_of.get(role.mention or "")) for name, role in roles)
        return tuple(Participant(name, actor) for name, actor in known if actor is not None)

    def _in_heading(self, role: Role, claim: Claim) -> str:
        """The name as it stands in running words: "the National Assembly", "Karim Odeh"."""
        name = self.name(role, claim)
        return f"the {name}" if self._actor_of.get(role.mention or "") in self._with_article else name

    def name(self, role: Role, claim: Claim) -> str:
        """The actor's name where the role came to one, else the words of the text; nothing for a bare pronoun.

        Words that have their capital from the start of a sentence, and no name there, lose it.
        """
        actor = self._actor_of.get(role.mention or "")
        if actor:
            return self.actors[actor].name
        text = " ".join(role.text.split())
        opens = role.span.start <= claim.sentence.start + 1
        if opens and text[:1].isupper() and (claim.document, role.span.start) not in self._named_at:
            text = text if text[1:2].isupper() else text[0].lower() + text[1:]
        bare = _OWNER.sub("", _LEFT_OVER.sub("", _OPENED.sub("", text)))
        return "" if bare.casefold() in _PRONOUNS else _cut(bare)

    def place_of(self, claim: Claim) -> str | None:
        """The place a deed or quantity is said to be at."""
        content = claim.content
        mention = content.place if isinstance(content, Deed | Quantity) else None
        return self._place_of.get(mention) if mention else None

    def event(self, members: Sequence[DeedFacts], place: str | None, when: BestWhen | None) -> tuple[str, str]:
        """Label and PLOVER type of an event, from the claims that say most: named parties, a deed in plain words."""
        firmest = min(_softness(each.claim) for each in members)
        chosen = min(_commonly_named([each for each in members if _softness(each.claim) == firmest]), key=_poverty)
        deed = chosen.deed
        plovers = Counter(each.deed.plover.value for each in members if not each.vague) or Counter(
            each.deed.plover.value for each in members
        )
        plover = min(plovers, key=lambda each: (-plovers[each], each))
        doers = (
            [self._in_heading(role, chosen.claim) for role in deed.roles if role.role == "actor"]
            if _agree_who(members)
            else []
        )
        phrase = self._told(chosen.claim, deed, doers)
        parts = [phrase if deed.lemma.casefold() not in _AUXILIARIES else f"“{_cut(chosen.claim.quote)}”"]
        if place is not None and self.places[place].name.casefold() not in parts[0].casefold():
            parts.append(self.places[place].name)
        label = ", ".join(parts)
        if chosen.claim.status in _STANDING:
            label = f"{_STANDING[chosen.claim.status]}: {label[0].lower() + label[1:]}"
        return label, plover

    def _told(self, claim: Claim, deed: Deed, doers: Sequence[str]) -> str:
        """A deed in a phrase; a refusal or denial names the deed that is refused or denied in place of a target."""
        about = self._claims.get(claim.about or "")
        if deed.plover is Plover.REJECT and about is not None and isinstance(about.content, Deed):
            inner = self._told(about, about.content, ()) if about.about != claim.id else "this"
            return _phrase(deed, _listed(doers), inner[0].lower() + inner[1:], "")
        targets = [self._in_heading(role, claim) for role in deed.roles if role.role == "recipient"]
        how = next((role.reason for role in deed.roles if role.role == "recipient"), "")
        return _phrase(deed, _listed(doers), _listed(targets), how)

    def standing(self, claim: Claim) -> str:
        """The label of a tie or trait."""
        content = claim.content
        if isinstance(content, Tie):
            was = "formerly " if content.former else ""
            return f"{self.name(content.a, claim)} {was}{_TIE_WORDS[content.tie.value]} {self.name(content.b, claim)}"
        if isinstance(content, Trait):
            return f"{content.trait.capitalize()} of {self.name(content.actor, claim)}"
        return _cut(claim.quote)

    def quantity(self, claim: Claim, event: Matter | None) -> str:
        """The label of a quantity: what is counted, and in which event."""
        content = claim.content
        assert isinstance(content, Quantity)
        measure = content.measure if content.measure != "count" else (content.unit or "number")
        if event is not None:
            return f"Number {measure}: {event.label}"
        return f"{measure.capitalize()}: {_cut(claim.quote)}"


def _takes_article(actor: Actor, pile: Pile) -> bool:
    """Whether texts put "the" before an actor's name: in two of five places at least, since headlines leave it out."""
    if actor.kind is MentionKind.PERSON or actor.name.casefold().startswith("the "):
        return False
    mentions = (pile.mentions[each] for each in actor.mentions if each in pile.mentions)
    texts = [each.text.casefold() for each in mentions if each.form is MentionForm.NAME]
    return 5 * sum(text.startswith("the ") for text in texts) >= 2 * max(len(texts), 1)


def _softness(claim: Claim) -> int:
    """0 where outlets state it, 1 where somebody says it, 2 where it is alleged or suggested, 3 where it is denied.

    A heading takes its words from the firmest claims, so that it never states what only a softer one alleges.
    """
    stances = {voice.stance for voice in claim.voices}
    if Stance.DENIES in stances or claim.polarity is Polarity.NO:
        return 3
    if stances & {Stance.ALLEGES, Stance.SUGGESTS} or claim.status is not Status.ACTUAL:
        return 2
    return int(any(voice.kind not in (VoiceKind.OUTLET, VoiceKind.QUOTED_OUTLET) for voice in claim.voices))


def _commonly_named(members: Sequence[DeedFacts]) -> Sequence[DeedFacts]:
    """The members that call the deed what most documents call it, in general words only where there are no others."""
    telling = [each for each in members if not each.vague] or members
    documents: dict[str, set[str]] = {}
    for each in telling:
        documents.setdefault(each.deed.lemma, set()).add(each.claim.document)
    most = max(len(each) for each in documents.values())
    return [each for each in telling if len(documents[each.deed.lemma]) == most]


def _agree_who(members: Sequence[DeedFacts]) -> bool:
    """Whether all claims that name a doer name one they share; a heading never takes one account's side."""
    named = [each for each in members if each.actors or each.doers]
    first = named[0] if named else None
    return first is None or all(each.actors & first.actors or each.doers & first.doers for each in named)


def _poverty(facts: DeedFacts) -> tuple[int, int, int, str]:
    """Sorts the claim that names most first; of equals, the shortest."""
    missing = sum((not facts.actors, not facts.recipients, not facts.targets, facts.vague, facts.place is None))
    return missing, int(facts.claim.polarity is Polarity.NO), len(facts.claim.quote), facts.claim.id


def _phrase(deed: Deed, doer: str, target: str, how: str) -> str:
    """A heading for a deed: a noun where the lexicon has one, else one made of the verb; then target and doer.

    ``how`` is the reason given for the target's role: the noun's own link is only for what is done to it directly,
    and a target that a preposition names keeps its preposition.
    """
    lemma = deed.lemma
    noun, link = _light().get((lemma.casefold(), deed.mode or ""), _nouns().get(lemma.casefold(), ("", "of")))
    if not noun:
        noun = lemma.replace("_", " ") if noun_sense(lemma) else _gerund(lemma)
        noun = noun[:1].upper() + noun[1:]
    if (named := _NAMED_BY.match(how)) and named[1] != "behind":
        link = named[1]
    if link == "between":
        both = " and ".join(each for each in (doer, target) if each)
        return f"{noun} {'between ' if doer and target else 'of '}{both}" if both else noun
    phrase = f"{noun} {link} {target}".strip() if target else noun
    return f"{phrase} by {doer}" if doer else phrase


def _gerund(lemma: str) -> str:
    """A heading word for a verb the lexicon has no noun for: "prevent" gives "preventing"."""
    verb, _, rest = lemma.replace("_", " ").partition(" ")
    if verb.endswith("ie"):
        verb = verb[:-2] + "y"
    elif verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        verb = verb[:-1]
    elif _DOUBLING.search(verb) and verb not in _STRESSED_FIRST:
        verb += verb[-1]
    return f"{verb}ing {rest}".strip() if not verb.endswith("ing") else lemma


@cache
def _nouns() -> Mapping[str, tuple[str, str]]:
    return {row[0]: (row[1], row[2] if len(row) > 2 else "of") for row in table("deed_nouns")}


@cache
def _light() -> Mapping[tuple[str, str], tuple[str, str]]:
    """Headings for verbs that say nothing by themselves, by verb and mode: "come back" is a return."""
    return {(lemma, row[1]): (row[2], row[3]) for row in table("light_deeds") for lemma in row[0].split(",")}


def _listed(names: Iterable[str]) -> str:
    unique = list(dict.fromkeys(name for name in names if name))
    if len(unique) > 2:
        return f"{unique[0]}, {unique[1]} and {len(unique) - 2} more"
    return " and ".join(unique)


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
