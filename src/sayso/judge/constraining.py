"""Judgements to plain constraints for the stages that cross documents, with what became of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.judge.finding import Finder
from sayso.judge.standing import Keys, find_standing, in_order
from sayso.records.claim import Claim, Quantity
from sayso.records.constraints import UNCONSTRAINED, Constraints, DisputeRuling, OneOrigin, Pair
from sayso.records.document import Edition
from sayso.records.ids import make_id
from sayso.records.judgement import Judgement, Ruling, State, TargetKind, TextQuote, Verb
from sayso.records.matter import DisputeKind
from sayso.records.pile import Pile

AT_READING = frozenset({Verb.DATED, Verb.OUTLET_IS, Verb.PASSAGE_IS, Verb.VOICE_IS, Verb.ADD})
"""Verbs that change what is read from a document."""

NONE = "none"
"""The value of ``dispute-is`` where the accounts do not stand against one another at all."""

Found = dict[str, tuple[tuple[str, ...], ...]]
"""For each judgement, for each of its targets, the ids it means now."""

_TOGETHER = frozenset({Verb.SAME, Verb.NOT_SAME, Verb.SAME_EVENT, Verb.NOT_SAME_EVENT, Verb.SAME_ORIGIN})


@dataclass(frozen=True, slots=True)
class Ruled:
    """What judgements come to on a pile."""

    constraints: Constraints = UNCONSTRAINED
    rulings: tuple[Ruling, ...] = ()


def rule(judgements: Sequence[Judgement], pile: Pile, edition_of: Callable[[str], Edition]) -> Ruled:
    """Constraints from the judgements that hold, and one ruling for each judgement, in the order they were made."""
    if not judgements:
        return Ruled()
    finder = Finder(pile, edition_of, {anchor.document for each in judgements for anchor in each.anchors})
    found = {each.id: _targets(each, finder) for each in judgements}
    keys = {each.id: _keys(each, found[each.id], pile) for each in judgements if _is_there(each, found[each.id])}
    standing = find_standing(judgements, keys)
    rulings = tuple(
        Ruling(each.id, standing[each.id][0], found[each.id], _note(each, standing[each.id], found[each.id]))
        for each in in_order(judgements)
    )
    holding = [each for each in in_order(judgements) if standing[each.id][0] is State.HOLDS]
    return Ruled(_constraints(holding, found), rulings)


def _targets(judgement: Judgement, finder: Finder) -> tuple[tuple[str, ...], ...]:
    anchors: dict[str, list[TextQuote]] = {target: [] for target in judgement.targets}
    for anchor in judgement.anchors:
        anchors.setdefault(anchor.target, []).append(anchor)
    out = []
    for target in judgement.targets:
        ids = [own for anchor in anchors[target] if (own := finder.find(anchor)) is not None]
        out.append(tuple(dict.fromkeys(ids)))
    return tuple(out)


def _is_there(judgement: Judgement, targets: Sequence[tuple[str, ...]]) -> bool:
    if judgement.verb in (Verb.UNDO, Verb.TRUST, Verb.WITHDRAW):
        return True
    needed = 2 if judgement.verb in _TOGETHER else 1
    return sum(bool(each) for each in targets) >= needed


def _note(judgement: Judgement, standing: tuple[State, str], targets: Sequence[tuple[str, ...]]) -> str:
    """What became of a judgement, with which of several targets are gone."""
    state, note = standing
    if judgement.verb in (Verb.UNDO, Verb.TRUST, Verb.WITHDRAW) or all(targets) or not any(targets):
        return note
    lost = ", ".join(target for target, ids in zip(judgement.targets, targets, strict=True) if not ids)
    if state is State.GONE:
        return f"{lost} is no longer there, and {judgement.verb} is said of two"
    return note or f"{lost} is no longer there; the rest holds"


def textual_keys(judgement: Judgement) -> Keys:
    """What the targets of a judgement mean, by their words alone, so that no pile is needed to tell."""
    return tuple(
        frozenset({_textual(each) for each in judgement.anchors if each.target == target})
        for target in judgement.targets
    )


def _textual(quote: TextQuote) -> str:
    if quote.kind is TargetKind.DOCUMENT:
        return quote.document
    before = " ".join(quote.prefix.split())[-12:]
    words = " ".join(f"{quote.quote} {quote.until}".split())
    return make_id("k", quote.document, quote.kind, quote.mark, before, words)


def _keys(judgement: Judgement, targets: Sequence[tuple[str, ...]], pile: Pile) -> Keys:
    if judgement.verb in (Verb.UNDO, Verb.TRUST, Verb.WITHDRAW):
        return ()
    if judgement.verb in AT_READING:
        return textual_keys(judgement)
    slot = (judgement.value or "").partition(" ")[0] if judgement.verb == Verb.DISPUTE_IS else ""
    return tuple(frozenset({slot + _name(own, pile) for own in ids}) for ids in targets if ids)


def _name(own: str, pile: Pile) -> str:
    mention = pile.mentions.get(own)
    return mention.chain if mention is not None else own


def _constraints(holding: Iterable[Judgement], found: Found) -> Constraints:
    by_verb: dict[str, list[Judgement]] = {}
    for each in holding:
        by_verb.setdefault(each.verb, []).append(each)

    def said(verb: Verb) -> Iterator[tuple[Judgement, list[tuple[str, ...]]]]:
        for each in by_verb.get(verb, ()):
            yield each, [ids for ids in found[each.id] if ids]

    return Constraints(
        same=tuple(pair for each, ids in said(Verb.SAME) for pair in _one(each, ids, "the same")),
        apart=tuple(pair for each, ids in said(Verb.NOT_SAME) for pair in _apart(each, ids, "not the same")),
        names={own: each.value or "" for each, ids in said(Verb.RENAME) for own in ids[0]},
        same_event=tuple(pair for each, ids in said(Verb.SAME_EVENT) for pair in _one(each, ids, "one event")),
        apart_event=tuple(
            pair for each, ids in said(Verb.NOT_SAME_EVENT) for pair in _apart(each, ids, "different events")
        ),
        origins=tuple(
            OneOrigin(frozenset(own for group in ids for own in group), f"{each.by} judged them one origin: {each.why}")
            for each, ids in said(Verb.SAME_ORIGIN)
        ),
        disputes=tuple(_dispute(each, ids) for each, ids in said(Verb.DISPUTE_IS)),
        rejected=frozenset(own for _, ids in said(Verb.REJECT) for group in ids for own in group),
    )


def _one(judgement: Judgement, targets: Sequence[tuple[str, ...]], what: str) -> Iterator[Pair]:
    reason = f"{judgement.by} judged them {what}: {judgement.why}"
    for one, other in pairwise(own for ids in targets for own in ids):
        yield Pair(one, other, reason)


def _apart(judgement: Judgement, targets: Sequence[tuple[str, ...]], what: str) -> Iterator[Pair]:
    reason = f"{judgement.by} judged them {what}: {judgement.why}"
    for at, ones in enumerate(targets):
        for others in targets[at + 1 :]:
            yield from (Pair(one, other, reason) for one in ones for other in others if one != other)


def _dispute(judgement: Judgement, targets: Sequence[tuple[str, ...]]) -> DisputeRuling:
    slot, _, kind = (judgement.value or "").partition(" ")
    reason = f"{judgement.by} judged it {kind.replace('_', ' ')}: {judgement.why}"
    claims = frozenset(own for ids in targets for own in ids)
    return DisputeRuling(claims, slot, None if kind == NONE else DisputeKind(kind), reason)


def without_rejected(pile: Pile, constraints: Constraints) -> Pile:
    """The pile without what was rejected, and without what pointed at it."""
    gone = constraints.rejected
    if not gone:
        return pile
    claims = {own: _unhooked(claim, gone) for own, claim in pile.claims.items() if own not in gone}
    return replace(pile, claims=claims)


def _unhooked(claim: Claim, gone: frozenset[str]) -> Claim:
    content = claim.content
    if isinstance(content, Quantity) and content.of in gone:
        claim = replace(claim, content=replace(content, of=None))
    return replace(claim, about=None) if claim.about in gone else claim
