"""From a word in a clause to the mention that is a party to what the clause says."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from sayso.extract.found import Found
from sayso.extract.parse.clauses import children, doers, objects_of
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.extract.ties.drafts import antecedent
from sayso.language.lexicon import words
from sayso.records.actor import Mention, MentionForm, MentionKind
from sayso.records.document import Span

_SAYING = frozenset({"say", "claim", "insist", "declare", "announce", "vow", "swear", "maintain", "admit"})
_BODIES = frozenset({MentionKind.ORGANIZATION, MentionKind.ARMED_GROUP, MentionKind.GOVERNMENT, MentionKind.COUNTRY})
_SOME = frozenset({"some", "several", "few", "former", "ex", "certain", "many"})
_WITHIN = 200  # characters, some two sentences
# "We" is whoever speaks; "he" is one certain person, and can be told later; an "it" or "they" of nobody tells nothing.
_SETTLEMENTS = frozenset({"town", "city", "village", "province", "district", "county", "island", "capital", "port"})
_CERTAIN = frozenset({"we", "he", "she", "him", "her", "his", "hers"})


@dataclass(frozen=True, slots=True)
class Party:
    """A mention; where the text has a pronoun for it, that and the reason in words."""

    mention: Mention
    reason: str = ""
    pronoun: Mention | None = None

    @property
    def span(self) -> Span:
        """The words the clause itself has for the party."""
        return (self.pronoun or self.mention).span

    @property
    def named(self) -> Span:
        """The party's name, with the people that the clause has in its stead."""
        stead, own = self.span, self.mention.span
        wide = self.pronoun is not None and self.pronoun.form is MentionForm.NOMINAL
        return Span(min(stead.start, own.start), max(stead.end, own.end)) if wide else own


@dataclass(frozen=True, slots=True)
class Parties:
    """The mentions of one edition by chain, so that a pronoun is read as the name beside it."""

    found: Found
    _named: dict[str, list[Mention]]
    _ending: dict[int, list[Mention]]
    _with_name: frozenset[str]

    @classmethod
    def of(cls, found: Found) -> Parties:
        """Index every mention that is not a pronoun, by chain and by where it ends."""
        named: dict[str, list[Mention]] = {}
        ending: dict[int, list[Mention]] = {}
        for mention in sorted(found.mentions, key=lambda each: each.span):
            if mention.form is not MentionForm.PRONOUN:
                named.setdefault(mention.chain, []).append(mention)
                ending.setdefault(mention.span.end, []).append(mention)
        with_name = frozenset(each.chain for each in found.mentions if each.form is MentionForm.NAME)
        return cls(found, named, ending, with_name)

    def at(self, piece: Piece, token: Token) -> Party | None:
        """Who the word stands for; None where it names nobody, or only somebody the text never names."""
        token = antecedent(token)
        mention = self.found.headed_by(piece, token)
        if mention is None:
            over = self.found.over(piece, token)
            # Inside a nominal another word says something else than whom it is about.
            mention = over if over is not None and over.form is MentionForm.NAME else None
        if mention is None:
            return None
        if mention.form is MentionForm.NOMINAL and (name := self._beside_it(piece, token, mention)) is not None:
            return Party(name)
        if mention.kind is MentionKind.PLACE and (town := self._town(piece, token)) is not None:
            return Party(town)
        if mention.form is not MentionForm.PRONOUN:
            return Party(mention)
        sentence = piece.span(token.sent)
        stands_for = self._beside(mention, sentence)
        if stands_for is not None:
            reason = f"“{mention.text}” stands for {' '.join(stands_for.text.split())}"
            return Party(stands_for, reason, mention)
        if mention.chain == mention.id and mention.text.casefold() not in _CERTAIN:
            return self._who_says(piece, token, mention)
        return Party(mention)

    def _town(self, piece: Piece, noun: Token) -> Mention | None:
        """Tarsk, for "the town of Tarsk"."""
        if noun.lemma_.lower() not in _SETTLEMENTS:
            return None
        named = (self.found.over(piece, each) for each in objects_of(noun, "of"))
        return next((each for each in named if each is not None and each.form is MentionForm.NAME), None)

    def _who_says(self, piece: Piece, pronoun: Token, mention: Mention) -> Party | None:
        """The one who says it of himself, where the text has no other: "gunmen, who say they back X"."""
        verb = pronoun.head
        if verb.dep_ != "ccomp" or verb.head.lemma_ not in _SAYING or pronoun.dep_ not in ("nsubj", "nsubjpass"):
            return None
        said_by = [antecedent(place.token) for place in doers(verb.head)]
        if len(said_by) != 1 or said_by[0].pos_ not in ("NOUN", "PROPN"):
            return None
        speaker = self.at(piece, said_by[0])
        many = pronoun.lower_ == "they"
        if speaker is None or (many and speaker.mention.kind is MentionKind.PERSON):
            return None
        return Party(speaker.mention, f"“{mention.text}” are those who say so: {_plain(speaker.mention)}", mention)

    def behind(self, piece: Piece, token: Token, party: Party) -> Party:
        """Who acts through people under arms or a government that the text names only by them.

        "Odeh's forces" act for Odeh, and "gunmen from the Tarsk Brigade" for the brigade; "some gunmen" or "40 of
        them" for nobody but themselves. Anybody else is the party itself.
        """
        mention, noun = party.mention, antecedent(token)
        if mention.form is not MentionForm.NOMINAL or mention.kind not in _BODIES or self.is_named(mention):
            return party
        if noun.pos_ == "PRON" and party.pronoun is not None:  # "gunmen from the Brigade, who say they back him"
            noun = next((each for each in token.sent if piece.span(each) == mention.head), noun)
        if self.found.headed_by(piece, noun) != mention:
            return party
        if any(child.dep_ == "nummod" or child.lower_ in _SOME for child in noun.lefts):
            return party
        for owner in children(noun, "poss"):
            behind = self.at(piece, owner)
            if behind is not None and self.is_named(behind.mention) and is_person(behind.mention):
                return Party(behind.mention, f"“{_plain(mention)}” are those of {_plain(behind.mention)}", mention)
        if noun.tag_ in ("NNS", "NNPS") and noun.lemma_.lower() in words("member_nouns"):
            named = [self.at(piece, each) for prep in ("from", "of") for each in objects_of(noun, prep)]
            bodies = [each for each in named if each is not None and self.is_named(each.mention)]
            if len(bodies) == 1 and bodies[0].mention.kind in _BODIES - {MentionKind.COUNTRY}:
                return Party(bodies[0].mention, f"“{_plain(mention)}” are of {_plain(bodies[0].mention)}", mention)
        return party

    def _beside_it(self, piece: Piece, token: Token, nominal: Mention) -> Mention | None:
        """The name set right beside a nominal: "the president, Ali Rasen"."""
        for child in token.children:
            if child.dep_ == "appos" and child.pos_ == "PROPN":
                name = self.found.headed_by(piece, child)
                if name is not None and name.form is MentionForm.NAME and name.kind is nominal.kind:
                    return name
        return None

    def _beside(self, pronoun: Mention, sentence: Span) -> Mention | None:
        """The nearest other words for the pronoun's actor in its sentence, those before it first."""
        chain = self._named.get(pronoun.chain, ())
        first = bisect_left(chain, sentence.start, key=_start)
        same = [
            each for each in chain[first : bisect_left(chain, sentence.end, key=_start)] if sentence.holds(each.span)
        ]
        before = [each for each in same if each.span.end <= pronoun.span.start]
        if before:
            return next((each for each in reversed(before) if each.form is MentionForm.NAME), before[-1])
        return next((each for each in same if not each.span.holds(pronoun.span)), None)

    def sole_body_before(self, piece: Piece, pronoun: Token) -> Party | None:
        """The one body named in the words before an "its" that nothing else resolves; None where there are several."""
        mention = self.found.headed_by(piece, pronoun)
        if pronoun.lower_ != "its" or mention is None or mention.chain != mention.id:
            return None
        near = [
            each
            for named in self._named.values()
            for each in named
            if each.form is MentionForm.NAME
            and each.kind in _BODIES
            and each.passage == mention.passage
            and 0 <= mention.span.start - each.span.end <= _WITHIN
        ]
        if len({each.chain for each in near}) != 1:
            return None
        body = max(near, key=lambda each: each.span)
        reason = f"“{mention.text}” can only be {' '.join(body.text.split())}, the one body named just before"
        return Party(body, reason, mention)

    def is_named(self, mention: Mention) -> bool:
        """Whether the document has a name for the mention's actor."""
        return mention.chain in self._with_name

    def before(self, piece: Piece, noun: Token) -> Mention | None:
        """The widest name or demonym that ends right before the noun: "Harbour Guard" in "Harbour Guard commander"."""
        if noun.i == noun.sent.start:
            return None
        last = noun.nbor(-1)
        if last.pos_ == "PART" and last.i > 0:
            last = last.nbor(-1)
        end = piece.base + last.idx + len(last.text)
        mention = self.found.over(piece, last)
        best = None
        if mention is not None:
            best = mention if mention.span.end == end else None
            for each in self._ending.get(end, ()):
                if each.chain == mention.chain and (best is None or len(each.span) > len(best.span)):
                    best = each
        return best if best is not None and best.form in (MentionForm.NAME, MentionForm.DEMONYM) else None


def _plain(mention: Mention) -> str:
    return " ".join(mention.text.split())


def _start(mention: Mention) -> int:
    return mention.span.start


def is_person(mention: Mention) -> bool:
    """Whether the mention is of one or more human beings."""
    return mention.kind in (MentionKind.PERSON, MentionKind.PEOPLE, MentionKind.OFFICE)
