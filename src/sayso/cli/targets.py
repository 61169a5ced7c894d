"""What someone points at on the command line, and the words by which it is found again.

A target is an id, a name of an actor or a document, or a stretch of a document: ``story.txt:the words`` or
``d-1a2b3c4d5e6f:120-180``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sayso.cli.naming import find_actor
from sayso.errors import InputError, UnknownName
from sayso.judge import claim_mark, quote_words
from sayso.language.names import SAME_NAME, compare_names
from sayso.present.view import View
from sayso.records.actor import Mention, MentionForm
from sayso.records.claim import Claim
from sayso.records.document import Document, Edition, Span
from sayso.records.ids import make_id
from sayso.records.judgement import TargetKind, TextQuote, Verb
from sayso.records.matter import Matter, MatterKind
from sayso.store import Case

T = TypeVar("T")
Told = TypeVar("Told", Claim, Mention)

_KEPT = 3
"""Anchors of what is told in several places: one that is gone leaves others."""

_ACTORS = frozenset({Verb.SAME, Verb.NOT_SAME, Verb.RENAME})
_PAIRED_ACTORS = frozenset({Verb.SAME, Verb.NOT_SAME})
_EVENTS = frozenset({Verb.SAME_EVENT, Verb.NOT_SAME_EVENT})
_STRETCH = re.compile(r"^(\d+)-(\d+)$")


@dataclass(frozen=True, slots=True)
class Aimed:
    """A target with its id and what it is found again by; of an actor in one document also the chain it is read in."""

    id: str
    anchors: tuple[TextQuote, ...]
    chain: str = ""


class Aim:
    """Finds targets in a case. ``edition_of`` gives texts."""

    def __init__(self, held: Case, view: View, edition_of: Callable[[str], Edition]) -> None:
        self._held = held
        self._view = view
        self._edition_of = edition_of
        self._named: frozenset[str] = frozenset()

    def all_of(self, verb: Verb, targets: Sequence[str]) -> list[Aimed]:
        """What several targets name: one that could be two of whom another names one is the other."""
        alone = (self._view.actors_named(words) for words in targets) if verb in _PAIRED_ACTORS else ()
        self._named = frozenset(found[0].id for found in alone if len(found) == 1)
        return [each for words in targets for each in self.at(verb, words)]

    def at(self, verb: Verb, words: str) -> list[Aimed]:
        """What ``words`` name, for a verb. Raises InputError and UnknownName."""
        if verb in _ACTORS:
            return [self._actor(words)]
        if verb is Verb.DISPUTE_IS:
            return [self._dispute(words)]
        if verb in (Verb.ADD, Verb.PASSAGE_IS) and not words.startswith("s-"):
            return [self._words(words)]
        if words.startswith("s-"):
            return [self._passage(verb, words)]
        if words[:2] in ("c-", "e-", "t-", "q-", "r-"):
            return self._told(verb, words)
        if verb in (Verb.DATED, Verb.OUTLET_IS, Verb.SAME_ORIGIN, Verb.WITHDRAW):
            return [self._document(words)]
        raise InputError(f"{words!r} cannot be judged {verb.value}; give {_WANTED.get(verb, 'the id of a claim')}.")

    def apart(self, words: str) -> Aimed:
        """What a name means that is to be told apart from another of the same actor: what was joined to it under it.

        Where nobody joined it, what is spelled so.
        """
        joined = [each for each in self._held.judgements() if each.verb == Verb.SAME]
        scored = [(compare_names(words, one.quote).value, one.target, each) for each in joined for one in each.anchors]
        likest = max(scored, key=lambda each: (each[0], each[1], each[2].id), default=None)
        if likest is not None and likest[0] >= SAME_NAME:
            return Aimed(likest[1], tuple(each for each in likest[2].anchors if each.target == likest[1]))
        mentions = self._view.mentions_of.get(find_actor(self._view, words).id, ())
        spelled = {make_id("a", each.chain) for each in mentions if each.name.casefold() == words.casefold()}
        return self._actor(min(spelled, default=words))

    def slot_of(self, dispute: str) -> str:
        """What a dispute is over."""
        return self._view.disputes[self._meaning(dispute, "dispute")].slot

    def _quote(self, target: str, kind: TargetKind, document: str, span: Span, mark: str = "") -> TextQuote:
        return quote_words(self._edition_of(document).text, span, target, kind, document, mark)

    def _of_claim(self, target: str, claim: Claim) -> TextQuote:
        return self._quote(target, TargetKind.CLAIM, claim.document, claim.span, claim_mark(claim))

    def _actor(self, words: str) -> Aimed:
        document, _, stretch = words.partition(":")
        if stretch and (found := self._documents(document)):
            return self._mention_in(found[0], stretch, words)
        if words.startswith("m-"):
            return self._of_mention(words, _known(self._view.pile.mentions.get(words), words))
        actor = find_actor(self._view, words, self._named)
        # An id means the chain it was made of, also where that was joined to another since.
        chain = next((each for each in actor.chains if make_id("a", each) == words), None)
        names = {self._view.pile.mentions[each].name for each in actor.chains if each == chain}
        mentions = sorted(self._view.mentions_of.get(actor.id, ()), key=lambda each: _rank(each, chain, actor.name))
        if chain is not None:
            mentions = [each for each in mentions if each.chain == chain or each.name in names]
        chosen = list(_from_different_documents(mentions))[:_KEPT]
        same = [each for each in chosen if each.name == chosen[0].name]
        own = words if chain is not None else actor.id
        return Aimed(own, tuple(self._quote(own, TargetKind.MENTION, each.document, each.span) for each in same))

    def _mention_in(self, document: Document, stretch: str, words: str) -> Aimed:
        span = self._span(document, stretch)
        over = [each for each in self._view.mentions_in.get(document.id, ()) if each.span.touches(span)]
        if not over:
            raise UnknownName(f"Nothing in {words!r} was read as the name of anyone.")
        mention = min(over, key=lambda each: (each.form is not MentionForm.NAME, each.span.start, -len(each.span)))
        return self._of_mention(mention.id, mention)

    def _of_mention(self, own: str, mention: Mention) -> Aimed:
        anchor = self._quote(own, TargetKind.MENTION, mention.document, mention.span)
        return Aimed(own, (anchor,), mention.chain)

    def _told(self, verb: Verb, words: str) -> list[Aimed]:
        """A claim, or the claims of a matter."""
        if (claim := self._view.pile.claims.get(words)) is not None:
            if verb in _EVENTS and claim.kind != "deed":
                raise InputError(f"{words} is a {claim.kind}; only deeds are told as events.")
            return [Aimed(claim.id, (self._of_claim(claim.id, claim),))]
        matter = self._matter(words)
        claims = self._view.claims_of(matter)
        if verb in (Verb.REJECT, Verb.CONFIRM):
            return [Aimed(each.id, (self._of_claim(each.id, each),)) for each in claims]
        if verb in _EVENTS:
            if matter.kind is not MatterKind.EVENT:
                raise InputError(f"{words} is a {matter.kind.value}, not an event.")
            # An event is named after a claim, which is the one that is meant where it was joined to others since.
            least = f"c-{words.partition('-')[2]}"
            ordered = sorted(claims, key=lambda each: (each.id != least, each.id))
            chosen = list(_from_different_documents(ordered))[:_KEPT]
            return [Aimed(words, tuple(self._of_claim(words, each) for each in chosen))]
        raise InputError(f"{words} is a {matter.kind.value}; give the id of one of its claims (sayso event {words}).")

    def _matter(self, words: str) -> Matter:
        found = self._view.matter_at(words) or self._view.matters.get(self._meaning(words, "matter"))
        return _known(found, words)

    def _dispute(self, words: str) -> Aimed:
        dispute = self._view.disputes[self._meaning(words, "dispute")]
        first = [own for each in dispute.values for own in each.claims[:2]]
        claims = [self._view.pile.claims[own] for own in first if own in self._view.pile.claims]
        return Aimed(words, tuple(self._of_claim(words, each) for each in claims))

    def _meaning(self, words: str, what: str) -> str:
        known = self._view.disputes if what == "dispute" else self._view.matters
        meant = words if words in known else self._held.meaning(words)
        if meant not in known:
            raise UnknownName(f"{words} is no {what}.")
        return meant

    def _passage(self, verb: Verb, words: str) -> Aimed:
        if verb not in (Verb.DATED, Verb.OUTLET_IS, Verb.PASSAGE_IS):
            raise InputError(f"{words} is a passage, which cannot be judged {verb.value}.")
        _known(self._view.pile.passages.get(words), words)
        document = next(
            own for own, each in self._view.pile.editions.items() if any(one.id == words for one in each.passages)
        )
        passage = self._view.pile.passages[words]
        return Aimed(words, (self._quote(words, TargetKind.PASSAGE, document, passage.span),))

    def _words(self, words: str) -> Aimed:
        name, _, stretch = words.partition(":")
        if not stretch:
            raise InputError(f"Point at words, as DOCUMENT:WORDS or DOCUMENT:START-END, not {words!r}.")
        document = self.document(name)
        span = self._span(document, stretch)
        own = make_id("w", document.id, span.start, span.end)
        return Aimed(own, (self._quote(own, TargetKind.WORDS, document.id, span),))

    def _span(self, document: Document, stretch: str) -> Span:
        text = self._edition_of(document.id).text
        if match := _STRETCH.match(stretch):
            start, end = int(match[1]), int(match[2])
            if not start < end <= len(text):
                raise InputError(f"{stretch} is no stretch of {document.name}, which has {len(text):,} characters.")
            return Span(start, end)
        pattern = r"\s+".join(re.escape(each) for each in stretch.split())
        found = [Span(*each.span()) for each in re.finditer(pattern, text)] if pattern else []
        if not found:
            raise UnknownName(f"{document.name} does not say {stretch!r}.")
        if len(found) > 1:
            where = ", ".join(f"{each.start}-{each.end}" for each in found[:5])
            raise InputError(f"{document.name} says {stretch!r} {len(found)} times; give one of them: {where}.")
        return found[0]

    def _document(self, words: str) -> Aimed:
        own = self.document(words).id
        return Aimed(own, (TextQuote(own, TargetKind.DOCUMENT, own, 0, 0, ""),))

    def document(self, words: str) -> Document:
        """The document with this id, name or address. Raises UnknownName."""
        found = self._documents(words)
        if not found:
            raise UnknownName(f"The case holds no document called {words!r}.")
        if len(found) > 1:
            raise UnknownName(f"{words!r} could be {', '.join(each.id for each in found[:10])}. Give the id.")
        return found[0]

    def _documents(self, words: str) -> list[Document]:
        return [
            each for each in self._view.pile.documents.values() if words in (each.id, each.name, each.url, each.address)
        ]


def _known(found: T | None, words: str) -> T:
    if found is None:
        raise UnknownName(f"Nothing in the case goes by {words}.")
    return found


_WANTED = {
    Verb.SAME_EVENT: "the ids of claims or events",
    Verb.NOT_SAME_EVENT: "the ids of claims or events",
    Verb.REJECT: "the id of a claim or an event",
    Verb.CONFIRM: "the id of a claim or an event",
}


def _rank(mention: Mention, chain: str | None, name: str) -> tuple[bool, bool, bool, str, int]:
    named = mention.form is MentionForm.NAME
    return mention.chain != chain, not named, mention.name != name, mention.document, mention.span.start


def _from_different_documents(found: Iterable[Told]) -> Iterator[Told]:
    seen: set[str] = set()
    for each in found:
        if each.document not in seen:
            seen.add(each.document)
            yield each
