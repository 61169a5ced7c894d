"""Neutral names for matters, in the words of the claims: "Storming of the National Assembly, Port Sarn"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.language.lexicon import table, words
from sayso.language.plover import knows_verb
from sayso.records.actor import Actor, MentionForm, MentionKind, Place
from sayso.records.claim import Claim, Deed, Plover, Polarity, Quantity, Role, Stance, Status, Tie, Trait, VoiceKind
from sayso.records.matter import BestWhen, Matter, MatterKind, Participant
from sayso.records.pile import Pile
from sayso.resolve.events.facts import DeedFacts, content_words, is_named_by_day
from sayso.resolve.matters.fullness import counted_alone, is_half_told, is_thing
from sayso.resolve.matters.headings import PRONOUNS, Turn, phrase, turn_of

_LONGEST = 60
_OPENED = re.compile(r"(?:(?<=\s)|^)[‘'“\"](?=\w)(?!.*\w[’'”\"](?!\w))")  # a quotation mark that nothing closes
_LEFT_OVER = re.compile(r"^(?:dead|least)\s+(?=\w+\s)", re.IGNORECASE)  # of "shot dead three men", "at least his army"
_OWNER = re.compile(r"^(?:no|its|his|her|their|our|my|your|whose|the|an?|this|that|these|those)\s+", re.IGNORECASE)
_AUXILIARIES = frozenset(["be", "can", "could", "do", "have", "may", "might", "shall", "will", "would"])
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
# Deeds that want another deed done, or say that it will be.
_WILLED = frozenset({Plover.REQUEST, Plover.THREATEN, Plover.AGREE})
_UPHEAVALS = frozenset({"coup", "riot", "took-office"})
_NUMBER = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty"
_HEDGE = r"(?:at least|about|some|around|nearly|almost|more than|over|up to|as many as|another)\s+"
_MANY = "(?:dozens|scores|hundreds|thousands) of"
_COUNTED = re.compile(rf"^(?:{_HEDGE})?(?:\d[\d,.]*|{_NUMBER}|{_MANY})\s+", re.IGNORECASE)
_OWNED = re.compile(r"^whose (\w+) it is$")
# Of such a deed, who did it says little without what is asked, promised, refused or charged.
_WANTING = _WILLED | {Plover.REJECT, Plover.CONCEDE, Plover.ACCUSE, Plover.SUPPORT, Plover.SANCTION}
_STANDING = {
    Status.PLANNED: "Planned",
    Status.ORDERED: "Ordered",
    Status.ASKED: "Asked for",
    Status.CONDITIONAL: "Conditional",
    Status.ATTEMPTED: "Attempted",
    Status.FAILED: "Failed",
}


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
    _name_words: frozenset[str] = frozenset()

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
            frozenset(word for actor in actors for word in actor.name.casefold().split()[-1:]),
        )

    def end(self, role: Role, claim: Claim) -> str:
        """What a role comes to: an actor id, a place id, or its words kept inside their document."""
        if role.mention is not None:
            if (actor := self._actor_of.get(role.mention)) is not None:
                return actor
            if (place := self._place_of.get(role.mention)) is not None:
                return place
        return f"{claim.document} {role.text.casefold()}"

    def is_known(self, role: Role) -> bool:
        """Whether a role is an actor or a place, and not words alone."""
        return role.mention in self._actor_of or role.mention in self._place_of

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
            known = text[1:2].isupper() or text.split()[0].casefold() in self._name_words
            text = text if known else text[0].lower() + text[1:]
        bare = _OWNER.sub("", _LEFT_OVER.sub("", _OPENED.sub("", text)))
        return "" if bare.casefold() in PRONOUNS else _cut(counted_alone(bare))

    def place_of(self, claim: Claim) -> str | None:
        """The place a deed or quantity is said to be at."""
        content = claim.content
        mention = content.place if isinstance(content, Deed | Quantity) else None
        return self._place_of.get(mention) if mention else None

    def event(self, members: Sequence[DeedFacts], place: str | None, when: BestWhen | None) -> tuple[str, str]:
        """Label and PLOVER type of an event, from the claims that say most: named parties, a deed in plain words."""
        firmest = min(_softness(each.claim) for each in members)
        firm = [each for each in members if _softness(each.claim) == firmest]
        taken_up = firmest == 0 and all(is_named_by_day(each) for each in firm)
        if taken_up:  # an outlet's "Friday's attack" is what it told in the words of others, though not who did it
            firm = [each for each in members if _softness(each.claim) <= 1]
        named = _commonly_named(_falls(firm, members) or firm, members)
        common = _common_targets(members)
        chosen = min(named, key=lambda each: (bool(each.targets) and not each.targets & common, *_poverty(each)))
        deed = replace(chosen.deed, lemma=_borne_out(chosen, members))
        plovers = Counter(each.deed.plover.value for each in members if not each.vague) or Counter(
            each.deed.plover.value for each in members
        )
        plover = min(plovers, key=lambda each: (-plovers[each], each))
        doers = (
            [self._in_heading(role, chosen.claim) for role in deed.roles if role.role == "actor"]
            if _agree_who(members) and not taken_up
            else []
        )
        told = self._told(chosen.claim, deed, doers, _counts_differ(members))
        # Of an explosion it says enough where it was; of a request it would not.
        parts = [told if place is not None and deed.mode == "bombed" else _not_bare(told, chosen.claim, deed)]
        if place is not None and self.places[place].name.casefold() not in parts[0].casefold():
            parts.append(self.places[place].name)
        label = ", ".join(parts)
        if chosen.claim.status in _STANDING:
            label = f"{_STANDING[chosen.claim.status]}: {label[0].lower() + label[1:]}"
        return label, plover

    def _told(self, claim: Claim, deed: Deed, doers: Sequence[str], uncounted: bool = False) -> str:
        """A deed in a phrase; a refusal, order, threat or promise names the deed that it is about.

        With ``uncounted`` targets lose their number.
        """
        if deed.plover is Plover.OTHER:
            return f"“{_cut(claim.quote)}”"
        turn = turn_of(claim, deed)
        targets = self._targets(claim, deed, uncounted)
        how = next((role.reason for role in deed.roles if self._is_named_target(role, claim)), "")
        about = self._claims.get(claim.about or "")
        if about is not None and isinstance(about.content, Deed) and about.about != claim.id:
            if deed.plover is Plover.REJECT:
                inner = self._told(about, about.content, ())
                return phrase(deed, _listed(doers), inner[0].lower() + inner[1:], "", Turn())
            bidden = self._bidden(deed, claim, about.content)
            to_do = self._to_do(about, about.content) if deed.plover in _WILLED and bidden is not None else ""
            if bidden is not None and deed.plover is Plover.REQUEST and not to_do and about.about is None:
                inner = self._told(about, about.content, ())
                to_do = f"for {inner[0].lower()}{inner[1:]}"
            if to_do:
                plain = replace(turn, complement="", inner="")
                return f"{phrase(deed, _listed(doers), _listed(bidden or ()), how, plain)} {to_do}"
        return phrase(deed, _listed(doers), _listed(targets), how, turn)

    def _targets(self, claim: Claim, deed: Deed, uncounted: bool = False) -> list[str]:
        """What a deed was done to; his ferry, not its owner, where that is what his role is said to be."""
        found = []
        for role in deed.roles:
            name = self._in_heading(role, claim) if role.role == "recipient" else ""
            owned = _OWNED.match(role.reason)
            if name and owned and owned[1] not in name.casefold().split() and is_thing(owned[1], deed, claim):
                name = self._with_thing(name, owned[1], role, claim)
            alone = _COUNTED.fullmatch(f"{name} ") is not None
            if uncounted:
                name = "people" if alone else _COUNTED.sub("", name)
            elif alone:
                name = f"{name} people"
            found.append(name)
        return [each for each in found if each]

    def _is_named_target(self, role: Role, claim: Claim) -> bool:
        return role.role == "recipient" and self.name(role, claim) != ""

    def _with_thing(self, name: str, thing: str, role: Role, claim: Claim) -> str:
        """Somebody's thing as a heading says it: "Karim Odeh's ferry", "the Guard's use of gas", "customs post"."""
        told = re.match(
            rf"(?:['’]s?)?\s+(?:(?:[\w-]+\s+){{0,2}}?{thing}\b|{thing}s\b)(?:\s+of\s+[\w-]+(?:\s+[\w-]+$)?)?",
            claim.quote[role.span.end - claim.span.start :],
        )
        words_of_it = re.sub(r"^['’]s?\s+|^\s+", "", told[0]) if told else thing
        if told and not told[0].startswith(("'", "’")) and role.text.casefold() not in PRONOUNS:
            return f"{_OWNER.sub('', role.text)} {words_of_it}"  # "Sundal operation", "customs post"
        return f"{name}{'’' if name.endswith('s') else '’s'} {words_of_it}"

    def _to_do(self, claim: Claim, deed: Deed) -> str:
        """A deed in the infinitive, in the words of its claim: "to sink any ferry"; empty where they have none."""
        if not claim.span.holds(deed.verb):
            return ""
        start, quote = claim.span.start, claim.quote
        verb, after = quote[deed.verb.start - start : deed.verb.end - start].casefold(), quote[deed.verb.end - start :]
        if not knows_verb(deed.lemma) or after.startswith(" of "):
            return ""
        targets = [role for role in deed.roles if role.role == "recipient" and role.span.start >= deed.verb.end]
        names = _listed(self._targets(claim, deed))
        renamed = any(role.text.casefold() in PRONOUNS or _OWNED.match(role.reason) for role in targets)
        if names and (renamed or verb.split()[0] != deed.lemma):
            return f"to {deed.lemma} {names}"
        if verb.split()[0] != deed.lemma:
            return ""
        if not targets:
            turn = turn_of(claim, deed)
            return " ".join(filter(None, ("to", deed.lemma, turn.particle, turn.object)))
        told = quote[deed.verb.start - start : max(role.span.end for role in targets) - start]
        return f"to {_cut(_OPENED.sub('', told))}"

    def _bidden(self, deed: Deed, claim: Claim, wanted: Deed) -> list[str] | None:
        """Who is to do what is ordered or asked for, where that is not left to whom it is to be done to.

        None where something else again is asked for.
        """
        asked = [role for role in deed.roles if role.role == "recipient"]
        doing = {role.text for role in wanted.roles if role.role == "actor"}
        if asked and not {role.text for role in asked} & {role.text for role in wanted.roles}:
            return None
        return [self._in_heading(role, claim) for role in asked if role.text in doing]

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


def _commonly_named(firmest: Sequence[DeedFacts], members: Sequence[DeedFacts]) -> Sequence[DeedFacts]:
    """Of the firmest those that call the deed what most documents call it.

    In general words, or in such as say little or take a side, only where there are no others.
    """
    plain = [each for each in firmest if each.deed.lemma not in words("poor_headings")] or firmest
    telling = [each for each in plain if not each.vague] or plain
    documents: dict[str, set[str]] = {each.deed.lemma: set() for each in telling}
    for each in members:
        if each.deed.lemma in documents:
            documents[each.deed.lemma].add(each.claim.document)
    most = max(len(each) for each in documents.values())
    return [each for each in telling if len(documents[each.deed.lemma]) == most]


def _borne_out(chosen: DeedFacts, members: Sequence[DeedFacts]) -> str:
    """What the deed is called: by the lighter word where another passage uses that, for one that says more.

    Who was "murdered" in one account and "killed" in another was killed in both.
    """
    for light, heavier, lighter in table("lighter_words"):
        if chosen.deed.lemma in heavier.split(","):
            others = (each for each in members if each.claim.passage != chosen.claim.passage)
            return light if any(each.deed.lemma in lighter.split(",") for each in others) else chosen.deed.lemma
    return chosen.deed.lemma


def _falls(firm: Sequence[DeedFacts], members: Sequence[DeedFacts]) -> list[DeedFacts]:
    """Of a coup or a revolt the claims that say whom it brought down, by which it is best known."""
    if not any(each.deed.mode in _UPHEAVALS for each in members):
        return []
    return [each for each in firm if each.deed.mode == "overthrown" and each.targets]


def _agree_who(members: Sequence[DeedFacts]) -> bool:
    """Whether all claims that name a doer name one they share, and half of the passages name him at least.

    A heading never takes one account's side, nor makes everybody's what one account adds.
    """
    named = [each for each in members if each.actors or each.doers]
    if not named:
        return True
    first, naming = named[0], {each.claim.passage for each in named}
    if 2 * len(naming) < len({each.claim.passage for each in members}):
        return False
    return all(each.actors & first.actors or each.doers & first.doers for each in named)


def _common_targets(members: Sequence[DeedFacts]) -> frozenset[str]:
    """The words for a target that a third of the claims share at least."""
    counts = Counter(word for each in members for word in each.targets)
    return frozenset(word for word, count in counts.items() if 3 * count >= len(members))


def _counts_differ(members: Sequence[DeedFacts]) -> bool:
    """Whether the accounts count those it befell differently, so that a heading with one number takes a side."""
    return len({max(each.counts) for each in members if each.counts}) > 1


def _not_bare(told: str, claim: Claim, deed: Deed) -> str:
    """A heading that says more than "Request": the words themselves where a heading of one word would stand alone."""
    quote = _cut(claim.quote)
    if deed.lemma.casefold() in _AUXILIARIES:
        return f"“{quote}”"
    if deed.plover in _WANTING and is_half_told(told, claim, deed):
        return f"{told} (“{quote}”)"
    more = len(quote.split()) > len(told.split()) and bool(content_words(quote) - content_words(told))
    says_more = more and " " not in told
    return f"{told} (“{quote}”)" if says_more else told


def _poverty(facts: DeedFacts) -> tuple[int, int, int, str]:
    """Sorts the claim that names most first; of equals, the shortest."""
    missing = sum((not facts.actors, not facts.recipients, not facts.targets, facts.vague, facts.place is None))
    return missing, int(facts.claim.polarity is Polarity.NO), len(facts.claim.quote), facts.claim.id


def _listed(names: Iterable[str]) -> str:
    unique = list(dict.fromkeys(name for name in names if name))
    if len(unique) > 2:
        return f"{unique[0]}, {unique[1]} and {len(unique) - 2} more"
    return " and ".join(unique)


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
