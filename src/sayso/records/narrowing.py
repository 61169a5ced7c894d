"""A pile without some of its passages, so that nothing that stood in them is left anywhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from sayso.records.claim import Claim, Deed, Quantity, Role, Saying, Tie, Voice
from sayso.records.document import Edition, Passage
from sayso.records.pile import Pile

_SEEN = re.compile(r"[^\n]")


def without_passages(pile: Pile, kept: frozenset[str]) -> Pile:
    """The pile as if only the passages whose ids are ``kept`` had been read.

    Passages that hold a kept one stay, for it to lie in, and give nothing. A mention that stood for one that is gone
    stands for the first that is left of its chain.
    """
    editions = {
        own: replace(edition, passages=_with_parents(edition, kept))
        for own, edition in pile.editions.items()
        if any(each.id in kept for each in edition.passages)
    }
    editions = {
        own: edition if edition.passages[0].id in kept else _untitled(edition) for own, edition in editions.items()
    }
    mentions = {own: each for own, each in pile.mentions.items() if each.passage in kept}
    chains: dict[str, str] = {}
    for each in mentions.values():
        chains.setdefault(each.chain, each.chain if each.chain in mentions else each.id)
    sayings = {own: each for own, each in pile.sayings.items() if each.passage in kept}
    claims = {own: each for own, each in pile.claims.items() if each.passage in kept}
    left = _Left(mentions, sayings, claims)

    def stands(document: str, offset: int) -> bool:
        return document in editions and pile.editions[document].passage_at(offset).id in kept

    return replace(
        pile,
        documents={own: each for own, each in pile.documents.items() if own in editions},
        editions=editions,
        passages={each.id: each for edition in editions.values() for each in edition.passages},
        mentions={own: replace(each, chain=chains[each.chain]) for own, each in mentions.items()},
        sayings={own: left.saying(each) for own, each in sayings.items()},
        claims={own: left.claim(each) for own, each in claims.items()},
        times={
            own: tuple(each for each in times if stands(own, each.span.start))
            for own, times in pile.times.items()
            if own in editions
        },
        unread={
            own: tuple(each for each in spans if stands(own, each.start))
            for own, spans in pile.unread.items()
            if own in editions
        },
    )


def without_claims(pile: Pile, gone: frozenset[str]) -> Pile:
    """The pile without some claims; what is about one of them stands alone."""
    claims = {own: each for own, each in pile.claims.items() if own not in gone}
    left = _Left(pile.mentions, pile.sayings, claims)
    return replace(pile, claims={own: left.claim(each) for own, each in claims.items()})


def masked(edition: Edition, kept: frozenset[str]) -> Edition:
    """The edition with blanks in place of all that stands in other passages than those ``kept``; offsets stay."""
    pieces = []
    for passage, span in edition.stretches():
        words = span.of(edition.text)
        pieces.append(words if passage.id in kept else _SEEN.sub(" ", words))
    passages = _with_parents(edition, kept)
    narrowed = replace(edition, text="".join(pieces), passages=passages)
    return narrowed if edition.passages[0].id in kept else _untitled(narrowed)


def _untitled(edition: Edition) -> Edition:
    return replace(edition, title=None, byline=None)


def _with_parents(edition: Edition, kept: frozenset[str]) -> tuple[Passage, ...]:
    needed = {each.id for passage in edition.passages if passage.id in kept for each in edition.chain_of(passage)}
    needed.add(edition.passages[0].id)
    return tuple(each if each.id in kept else _emptied(each) for each in edition.passages if each.id in needed)


def _emptied(passage: Passage) -> Passage:
    return replace(passage, title=None, byline=None)


class _Left:
    """What is left to be pointed at; what points at anything else points at nothing."""

    def __init__(
        self, mentions: Mapping[str, object], sayings: Mapping[str, object], claims: Mapping[str, object]
    ) -> None:
        self._mentions, self._sayings, self._claims = mentions, sayings, claims

    def saying(self, saying: Saying) -> Saying:
        """A saying that names only what is left."""
        return replace(
            saying, mention=_if_in(saying.mention, self._mentions), parent=_if_in(saying.parent, self._sayings)
        )

    def claim(self, claim: Claim) -> Claim:
        """A claim that names only what is left."""
        content = claim.content
        if isinstance(content, Deed):
            roles = tuple(self._role(each) for each in content.roles)
            content = replace(content, roles=roles, place=_if_in(content.place, self._mentions))
        elif isinstance(content, Tie):
            content = replace(content, a=self._role(content.a), b=self._role(content.b))
        elif isinstance(content, Quantity):
            place = _if_in(content.place, self._mentions)
            content = replace(content, of=_if_in(content.of, self._claims), place=place)
        else:
            content = replace(content, actor=self._role(content.actor))
        voices = tuple(self._voice(each) for each in claim.voices)
        return replace(claim, content=content, voices=voices, about=_if_in(claim.about, self._claims))

    def _role(self, role: Role) -> Role:
        return role if role.mention in self._mentions else replace(role, mention=None)

    def _voice(self, voice: Voice) -> Voice:
        return replace(voice, mention=_if_in(voice.mention, self._mentions), saying=_if_in(voice.saying, self._sayings))


def _if_in(own: str | None, left: Mapping[str, object]) -> str | None:
    return own if own is not None and own in left else None
