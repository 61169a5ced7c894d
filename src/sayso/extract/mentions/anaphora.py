"""Pronouns and nominals resolved to the names they stand for, where a careful reader would not hesitate.

Nearness and grammatical role weigh as in Lappin and Leass (1994), without their full list of factors; where two
antecedents come close, the mention stays unresolved.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sayso.extract.mentions.actor_words import word_set
from sayso.extract.mentions.agreement import (
    OBJECT,
    SUBJECT,
    bars,
    bracketed,
    fights_a_state,
    fit,
    is_of_a_state,
    is_plural,
    is_subject,
    is_wide,
    other_people,
)
from sayso.extract.mentions.candidates import Candidate, gender_of
from sayso.extract.mentions.chains import Chains, bare_key
from sayso.extract.mentions.pronouns import PRONOUNS, Pronoun, survives
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.quotations import Quotes
from sayso.records.actor import MentionForm, MentionKind

_BODIES = frozenset([MentionKind.ARMED_GROUP, MentionKind.ORGANIZATION, MentionKind.GOVERNMENT])
_DEFINITE = frozenset(["the", "this", "that", "these", "those"])
_MARGIN = 1.0
_GOES_ON = 0.8  # whom a text goes on to call "he" is what it is about (centering; Grosz, Joshi and Weinstein 1995)
_GOVERNS = 1.5  # "they guarded Odeh until he fled": who is in the clause that this one hangs on comes before all others
_PLURAL = 1.2  # "they" are rather "the rebels" than "the coalition"
_REACH = 2
_BESIDE = 8  # mentions ahead among which those under one verb are looked for
_SPEAKING = frozenset(
    {"say", "tell", "add", "write", "ask", "answer", "reply", "insist", "explain", "declare", "recall"}
)
_TAKING = frozenset(
    ["besiege", "capture", "control", "encircle", "hold", "liberate", "lose", "occupy", "recapture", "retake", "seize"]
)  # what is done to a town, and seldom to a body that "it" stands for
_MEMORY = 12  # sentences over which a reader still knows which general is meant


@dataclass(frozen=True, slots=True)
class _Seen:
    """One earlier mention an anaphor may stand for: candidate number, sentence number and weight of its role."""

    number: int
    sentence: int
    weight: float


def resolve_anaphora(chains: Chains, voices: dict[str, str]) -> None:
    """Join appositions, then go through the document once and join nominals and pronouns to what they stand for.

    ``voices`` gives for each passage the passage whose outlet speaks in it: what one outlet wrote is never resolved
    from the words of another.
    """
    _Resolver(chains, voices).run()


class _Resolver:
    def __init__(self, chains: Chains, voices: dict[str, str]) -> None:
        self.chains = chains
        self.voices = voices
        self.candidates = chains.candidates
        self.sentences = _number_sentences(self.candidates)
        self.by_head = {(each.piece.index, each.head): number for number, each in enumerate(self.candidates)}
        self.nouns: dict[int, set[str]] = defaultdict(set)
        self.gender: dict[int, str] = {}
        self.seen: list[_Seen] = []
        self.quotes = Quotes()
        self.names: dict[int, str] = {}
        self.told: set[int] = set()
        self.spoken_of: dict[int, int] = defaultdict(int)
        self.most_spoken = 0
        self.said: dict[tuple[str, str], int] = {}

    def run(self) -> None:
        """One pass in reading order."""
        for number in range(len(self.candidates)):
            self._join_apposition(number)
        for number in range(len(self.candidates)):
            self._learn(number)
        for number, each in enumerate(self.candidates):
            if each.form is MentionForm.PRONOUN:
                self._pronoun(number)
            elif each.form is MentionForm.NOMINAL:
                self._nominal(number)
            self._note(number)

    def _learn(self, number: int) -> None:
        """What titles, given names and nominals tell of whoever this mention stands for."""
        each = self.candidates[number]
        root = self.chains.root(number)
        if each.form is MentionForm.PRONOUN:
            return
        if each.form is MentionForm.NOMINAL:
            if each.chain is not None:
                self.nouns[root].add(_noun(each))
        else:
            if each.form is MentionForm.NAME:
                self.names.setdefault(root, each.name)
            if each.title:
                self.nouns[root].update(_title_nouns(each.title))
            if each.kind in _BODIES:
                self.nouns[root].add(_noun(each))
        gender = each.gender or gender_of(each)
        if gender:
            self.gender.setdefault(root, gender)

    def _join_apposition(self, number: int) -> None:
        each = self.candidates[number]
        head = each.piece.doc[each.head]
        if each.form is MentionForm.PRONOUN or head.dep_ != "appos":
            return
        other = self.by_head.get((each.piece.index, head.head.i))
        if other is None or other == number or not fit(each, self.candidates[other]):
            return
        forms = {each.form, self.candidates[other].form}
        if forms != {MentionForm.NAME, MentionForm.NOMINAL}:
            return
        name = each if each.form is MentionForm.NAME else self.candidates[other]
        later, earlier = max(number, other), min(number, other)
        nominal = number if each.form is MentionForm.NOMINAL else other
        self.candidates[nominal].chain = earlier
        self.nouns[self.chains.root(earlier)].add(_noun(self.candidates[nominal]))
        self.chains.join(later, earlier, f"set beside {name.name}")

    def _note(self, number: int) -> None:
        each = self.candidates[number]
        if each.form is MentionForm.DEMONYM and not each.many:
            return
        token = each.piece.doc[each.head]
        weight = 1.5 if is_subject(token) else 0.5 if token.dep_ in OBJECT else 0.0
        if each.form is MentionForm.NAME:
            weight += 0.5
        definite = each.piece.doc[each.start].lower_ in _DEFINITE and each.start != each.head
        root = self.chains.root(number)
        if each.form is not MentionForm.PRONOUN:
            self.told.add(root)
        if each.kind is MentionKind.PERSON:
            self.spoken_of[root] += 1
            self.most_spoken = max(self.most_spoken, self.spoken_of[root])
        if each.form is MentionForm.NOMINAL and definite:
            self.said[self._words_key(number)] = number
        self.seen.append(_Seen(number, self.sentences[number], weight))

    def _same_voice(self, one: int, other: int) -> bool:
        """Whether two mentions stand in the words of the same outlet."""
        passages = self.candidates[one].piece.passage.id, self.candidates[other].piece.passage.id
        return self.voices[passages[0]] == self.voices[passages[1]]

    def _nearby(self, number: int, reach: int) -> list[_Seen]:
        """Earlier mentions of the same passage, not more than ``reach`` sentences back."""
        here = self.sentences[number]
        found = []
        for seen in reversed(self.seen):
            if here - seen.sentence > reach:
                break
            if self._same_voice(number, seen.number):
                found.append(seen)
        return found

    def _pronoun(self, number: int) -> None:
        each = self.candidates[number]
        token = each.piece.doc[each.head]
        pronoun = PRONOUNS[token.lower_]
        if pronoun.person == 1 or self._is_of_a_stranger(number, token):
            return
        if not pronoun.many and not pronoun.thing and self._follows_a_stranger(number, token):
            return
        if pronoun.thing and token.dep_ == "dobj" and token.head.lemma_ in _TAKING:
            self._ground(number)
            return
        best = self._beside_and(number, token, pronoun)
        if best is None:
            weights = self._weigh(number, token, pronoun)
            best = _clear_best(weights)
            # Who speaks after one person alone was told of is that person.
            alone = len(weights) == 1 and token.dep_ in SUBJECT and token.head.lemma_ in _SPEAKING
            if best is None or not (alone or self._is_plain_case(token, best, number, pronoun)):
                return
        if pronoun.thing and best not in self.told:
            return
        each.kind = self.candidates[best].kind
        self.chains.join(number, best, self._reason(best))

    def _ground(self, number: int) -> None:
        """``The rebels took Tarsk; the army retook it``: what is taken is the one place told of before."""
        near = self._nearby(number, _REACH)
        named = [seen for seen in near if self.candidates[seen.number].form is MentionForm.NAME]
        places = [seen for seen in named if self.candidates[seen.number].kind is MentionKind.PLACE]
        taken = [seen for seen in places if self._is_taken(seen.number)] or places
        roots = {self.chains.root(seen.number) for seen in taken}
        if len(roots) == 1:
            self.candidates[number].kind = MentionKind.PLACE
            self.chains.join(number, min(roots), self._reason(min(roots)))

    def _is_taken(self, number: int) -> bool:
        other = self.candidates[number]
        token = other.piece.doc[other.head]
        token = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
        return token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_ in _TAKING

    def _weigh(self, number: int, token: Token, pronoun: Pronoun) -> dict[int, float]:
        """How well each actor named shortly before would do."""
        weights: dict[int, float] = defaultdict(float)
        quote = self.quotes.of(self.candidates[number])
        doing = self._who_does(number, token)
        for seen in self._nearby(number, _REACH if not pronoun.many and not pronoun.thing else 1):
            other = self.candidates[seen.number]
            if not self._agrees(pronoun, seen.number) or bars(token, other):
                continue
            # Who is "he" to a speaker is seldom the speaker, and often nobody named outside the quotation.
            if quote is not None and self.quotes.of(other) != quote:
                continue
            if self._is_of_a_speech(seen, token, quote is not None):
                continue
            if bracketed(other) and not bracketed(self.candidates[number]):
                continue
            root = self.chains.root(seen.number)
            if root == doing:
                continue
            score = 3.0 - 1.2 * (self.sentences[number] - seen.sentence) + seen.weight
            if other.form is MentionForm.PRONOUN and is_subject(token) and is_subject(other.piece.doc[other.head]):
                score += _GOES_ON
            if _has_clause_of(other, token, self.candidates[number]):
                score += _GOVERNS
            if pronoun.many and is_plural(other):
                score += _PLURAL
            weights[root] = max(weights[root], score) + 0.1
        return weights

    def _is_of_a_speech(self, seen: _Seen, token: Token, quoted: bool) -> bool:
        """Whether an earlier mention is an "I" or a "we", or whom a speaker names: “I met Odeh,” [he] said."""
        other = self.candidates[seen.number]
        if other.form is MentionForm.PRONOUN and PRONOUNS[other.piece.doc[other.head].lower_].person == 1:
            return not quoted
        speaks = token.dep_ in SUBJECT and other.piece.doc is token.doc and token.head.lemma_ in _SPEAKING
        return speaks and not quoted and self.quotes.of(other) is not None

    def _who_does(self, number: int, token: Token) -> int | None:
        """Whoever does what is done to a pronoun, who is another: not Odeh in "Odeh said he might have met [him]"."""
        verb = token.head if token.dep_ == "dobj" else survives(token) if token.dep_ in SUBJECT else None
        doer = next((each for each in verb.lefts if each.dep_ in SUBJECT), None) if verb is not None else None
        other = self.by_head.get((self.candidates[number].piece.index, doer.i)) if doer is not None else None
        return self.chains.root(other) if other is not None and other < number else None

    def _is_of_a_stranger(self, number: int, token: Token) -> bool:
        """Whether the clause that its own hangs on names somebody of whom nothing is known: "guarded X until he"."""
        verb = token.head
        if token.dep_ not in SUBJECT or verb.dep_ != "advcl":
            return False
        named = (each for each in verb.head.children if each.dep_ in (*SUBJECT, "dobj") and each.i < token.i)
        piece = self.candidates[number].piece.index
        return any(each.pos_ == "PROPN" and (piece, each.i) not in self.by_head for each in named)

    def _follows_a_stranger(self, number: int, token: Token) -> bool:
        """Whether the sentence before is about a name of which nothing is known: "Odeh, 61, pleaded guilty. He was"."""
        doc, start = token.doc, token.sent.start
        if token.dep_ not in SUBJECT or not start or any(each.dep_ in SUBJECT for each in doc[start : token.i]):
            return False
        verb = next((each for each in doc[start - 1].sent if each.dep_ == "ROOT"), None)
        about = next((each for each in verb.lefts if each.dep_ in SUBJECT), None) if verb is not None else None
        return (
            about is not None
            and about.pos_ == "PROPN"
            and about.ent_type_ in ("", "PERSON")
            and (self.candidates[number].piece.index, about.i) not in self.by_head
        )

    def _beside_and(self, number: int, token: Token, pronoun: Pronoun) -> int | None:
        """``Odeh and his forces``: what "and" joins the owned thing to is the owner."""
        if token.dep_ != "poss" or token.head.dep_ != "conj":
            return None
        other = self.by_head.get((self.candidates[number].piece.index, token.head.head.i))
        if other is None or other > number or not self._agrees(pronoun, other):
            return None
        return self.chains.root(other)

    def _agrees(self, pronoun: Pronoun, number: int) -> bool:
        other = self.candidates[number]
        many, thing, gender = pronoun.many, pronoun.thing, pronoun.gender
        if other.form is MentionForm.DEMONYM and not (many and other.many):
            return False
        if many:
            return other.many or other.kind in _BODIES
        if thing:
            return not other.many and (other.kind in _BODIES or other.kind is MentionKind.COUNTRY)
        known = self.gender.get(self.chains.root(number), "")
        person = other.kind in (MentionKind.PERSON, MentionKind.OFFICE) and not other.many
        return person and (not known or not gender or known == gender)

    def _is_plain_case(self, token: Token, best: int, number: int, pronoun: Pronoun) -> bool:
        """Whether the reading is safe: a subject is meant, or somebody of this sentence, or the man most spoken of.

        "They" and "it" mean a subject, of this sentence or, where they are subjects themselves, of the one before.
        """
        human = not pronoun.many and not pronoun.thing
        for seen in self._nearby(number, _REACH if human else 1):
            if self.chains.root(seen.number) != best:
                continue
            other = self.candidates[seen.number]
            subject = is_subject(other.piece.doc[other.head])
            here = seen.sentence == self.sentences[number]
            if (human and (subject or here)) or (subject and (here or token.dep_ in SUBJECT)):
                return True
        return human and self._most_spoken_of(best)

    def _most_spoken_of(self, best: int) -> bool:
        return 0 < self.most_spoken == self.spoken_of[best]

    def _reason(self, root: int) -> str:
        if root in self.names:
            return f"the nearest that fits is {self.names[root]}"
        return f"the same as “{' '.join(self.candidates[root].text.split())}” before"

    def _nominal(self, number: int) -> None:
        each = self.candidates[number]
        if self.chains.root(number) != number or each.chain is not None:
            return
        doc = each.piece.doc
        determiner = doc[each.start].lower_
        if determiner not in _DEFINITE or each.many:
            return
        noun = _noun(each)
        head = doc[each.head]
        narrowed = any(child.dep_ in ("prep", "relcl", "acl") for child in head.rights)
        plain = each.head - each.start <= 1 and not narrowed
        found = self._with_noun(number, noun) if not narrowed and noun not in word_set("any group") else None
        if found is None and plain and noun in word_set("any group"):
            found = self._one_nearby(number, _BODIES)
        if found is None and plain and noun in ("city", "town", "village"):
            found = self._one_nearby(number, frozenset([MentionKind.PLACE]))
        if found is None and plain and noun == "country":
            found = self._one_nearby(number, frozenset([MentionKind.COUNTRY]))
        if found is None:
            found = self._same_words(number) if not narrowed else None
            if found is not None:
                self.chains.join(number, found, "the same words in the same passage")
                self.nouns[self.chains.root(found)].add(noun)
            return
        each.kind = self.candidates[found].kind
        self.chains.join(number, found, self._noun_reason(noun, found))

    def _noun_reason(self, noun: str, found: int) -> str:
        root = self.chains.root(found)
        return self._reason(root).replace("the nearest that fits", f"the {noun} meant")

    def _with_noun(self, number: int, noun: str) -> int | None:
        """The one actor before that carries this noun as title, apposition or part of its name."""
        each = self.candidates[number]
        roots: dict[int, int] = {}
        for seen in reversed(self.seen):
            other = self.candidates[seen.number]
            if other.form is MentionForm.PRONOUN or other.many:
                continue
            root = self.chains.root(seen.number)
            if self.sentences[number] - seen.sentence > _MEMORY:
                break
            if not fit(each, other) or other_people(each, other) or not self._same_voice(number, seen.number):
                continue
            against = is_of_a_state(noun) and fights_a_state(self.names.get(root, ""))
            if noun in self.nouns.get(root, ()) and not against and not self._acts_on(number, root):
                roots.setdefault(root, seen.sentence)
        if len(roots) == 1:
            return next(iter(roots))
        near = [root for root, sentence in roots.items() if self.sentences[number] - sentence <= 1]
        return near[0] if len(near) == 1 else None

    def _acts_on(self, number: int, root: int) -> bool:
        """Whether one of that chain stands beside it under one verb: who drives out the Free Army is another army."""
        doc, head = self.candidates[number].piece.doc, self.candidates[number].head
        verb = doc[head].head
        for at in range(number + 1, min(len(self.candidates), number + _BESIDE)):
            other = self.candidates[at]
            if self.sentences[at] != self.sentences[number]:
                return False
            if doc[other.head].head == verb and doc[other.head].dep_ != "conj" and self.chains.root(at) == root:
                return verb.pos_ == "VERB"
        return False

    def _one_nearby(self, number: int, kinds: frozenset[MentionKind]) -> int | None:
        roots = {
            self.chains.root(seen.number)
            for seen in self._nearby(number, 1)
            if self.candidates[seen.number].kind in kinds
            and self.candidates[seen.number].form is MentionForm.NAME
            and not self.candidates[seen.number].many
            and not is_wide(self.candidates[seen.number])
        }
        return min(roots) if len(roots) == 1 else None

    def _same_words(self, number: int) -> int | None:
        """The last definite nominal of the same words in the same outlet's text."""
        return self.said.get(self._words_key(number))

    def _words_key(self, number: int) -> tuple[str, str]:
        each = self.candidates[number]
        return self.voices[each.piece.passage.id], bare_key(each.text)


def _has_clause_of(other: Candidate, token: Token, own: Candidate) -> bool:
    """Whether a pronoun is the subject of an adverbial clause on the verb that somebody is the subject or object of.

    Or of what somebody says: "Odeh said [he] might have met him" tells of Odeh, whomever the text spoke of before.
    """
    verb = token.head
    if token.dep_ not in SUBJECT or verb.dep_ not in ("advcl", "ccomp") or other.piece.index != own.piece.index:
        return False
    named = other.piece.doc[other.head]
    places = (*SUBJECT, "dobj") if verb.dep_ == "advcl" else SUBJECT
    return named.i < token.i and named.head == verb.head and named.dep_ in places


def _number_sentences(candidates: list[Candidate]) -> list[int]:
    """The number of the sentence each candidate stands in, counted through the document."""
    numbers: list[int] = []
    seen: dict[tuple[int, int], int] = {}
    for each in candidates:
        key = (each.piece.index, each.piece.doc[each.head].sent.start)
        numbers.append(seen.setdefault(key, len(seen)))
    return numbers


def _noun(candidate: Candidate) -> str:
    return str(candidate.piece.doc[candidate.head].lower_)


def _title_nouns(title: str) -> set[str]:
    words = [word.strip(".").lower() for word in title.split()]
    short = {
        "gen": "general",
        "col": "colonel",
        "capt": "captain",
        "lt": "lieutenant",
        "maj": "major",
        "pm": "minister",
    }
    return {short.get(word, word) for word in words}


def _clear_best(weights: dict[int, float]) -> int | None:
    if not weights:
        return None
    ranked = sorted(weights, key=lambda root: (-weights[root], root))
    if len(ranked) > 1 and weights[ranked[0]] - weights[ranked[1]] < _MARGIN:
        return None
    return ranked[0]
