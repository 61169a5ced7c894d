"""Which ties of a dossier say something: none with nobody, none that another says better."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from sayso.language.lexicon import table, words
from sayso.present.ties import TieInTime
from sayso.present.view import View
from sayso.present.words import Shape
from sayso.records.claim import Claim, Role, Tie, TieKind

_WORD = re.compile(r"[^\W_]+")
_TO_PARTIES = frozenset(TieKind) - {TieKind.HOLDS_OFFICE, TieKind.BASED_IN, TieKind.CONTROLS}
_VAGUE = frozenset({"leader", "head", "chief", "commander", "boss"})  # who is this of a body leads it: one tie, not two
_APPOSED = 3  # characters between what a body is called and its name: a space, a comma, a quotation mark
_RELATIONS = frozenset({TieKind.BACKS.value, TieKind.ALLIED_WITH.value, TieKind.OPPOSES.value, TieKind.FIGHTS.value})


def is_with_nobody(view: View, tie: TieInTime, actor_id: str) -> bool:
    """Whether the far end is somebody the texts neither name nor describe: "forces", "a close ally", "they"."""
    if tie.kind not in _TO_PARTIES:
        return False
    far = [_far_end(view, claim, actor_id) for claim in tie.claims]
    return all(each is not None and _is_nobody(view, each) for each in far)


def said_once(ties: Sequence[TieInTime], actor_id: str) -> list[TieInTime]:
    """The ties without those that another says better.

    "Minister of ports" says more than that somebody is a member of the ministry, to be the leader of a body is to lead
    it, and who refuses to back somebody is against him. A body that somebody leads is "loyal to" him.
    """
    own = [each for each in ties if each.a_id == actor_id]
    offices = [each for each in own if each.kind is TieKind.HOLDS_OFFICE]
    bodies = [each for each in own if each.kind in (TieKind.LEADS, TieKind.MEMBER_OF)]
    told_better: set[int] = set()
    for office in offices:
        twins = [each for each in bodies if _covers(office.claims, each.claims)]
        led = [claim for each in bodies if each.kind is TieKind.LEADS for claim in each.claims]
        if _is_vague(office) and _covers(led, office.claims):
            told_better.add(id(office))
        elif not (_is_vague(office) and any(each.kind is TieKind.LEADS for each in twins)):
            told_better.update(id(each) for each in twins)
    told_better.update(id(each) for each in ties if _is_refusal(each, ties) or _is_of_its_leader(each, ties))
    return [each for each in ties if id(each) not in told_better]


def _is_of_its_leader(tie: TieInTime, ties: Iterable[TieInTime]) -> bool:
    """Whether it says of a body that it backs the one who is told to lead it: "forces loyal to Odeh"."""
    if tie.kind is not TieKind.BACKS or tie.a_id is None or tie.shape == Shape.DENIED:
        return False
    led = (each for each in ties if each.kind is TieKind.LEADS and each.shape in (Shape.STATED, Shape.SAID))
    return any((each.a_id, each.b_id) == (tie.b_id, tie.a_id) for each in led)


def _is_refusal(tie: TieInTime, ties: Iterable[TieInTime]) -> bool:
    """Whether all that denies it tells of standing against the same party: "refuses to work with the government"."""
    if tie.kind not in (TieKind.BACKS, TieKind.ALLIED_WITH) or tie.shape != Shape.DENIED:
        return False
    told = {(each.document, each.sentence) for each in tie.claims}
    return any(
        other.kind is TieKind.OPPOSES
        and {other.a_id, other.a, other.b_id, other.b} == {tie.a_id, tie.a, tie.b_id, tie.b}
        and told <= {(each.document, each.sentence) for each in other.claims}
        for other in ties
    )


def _far_end(view: View, claim: Claim, actor_id: str) -> Role | None:
    tie = claim.content
    if not isinstance(tie, Tie):
        return None
    near = view.actor_of(tie.a.mention)
    return tie.b if near is not None and near.id == actor_id else tie.a


def _is_nobody(view: View, role: Role) -> bool:
    actor = view.actor_of(role.mention)
    if actor is not None and view.is_named(actor):
        return False
    return all(
        word in _generic() or word.removesuffix("s") in _generic() for word in _WORD.findall(role.text.casefold())
    )


@cache
def _generic() -> frozenset[str]:
    related = {noun for row in table("tie_nouns") if row[0] in _RELATIONS for noun in row[3].split(",")}
    return words("nobody") | related


def _is_vague(office: TieInTime) -> bool:
    found = _WORD.findall(office.b.casefold().split(" of ")[0])
    return bool(found) and bool(_VAGUE & set(found)) and "staff" not in office.b.casefold()


def _covers(wide: Iterable[Claim], narrow: Iterable[Claim]) -> bool:
    """Whether the far end of every claim of the one lies in that of a claim of the other, or is what that is called.

    Such are "Guard" in "Guard spokesman", and "leader of the gang" before "“Ostrel Brigade”".
    """
    ends = [(each.document, each.content.b.span) for each in wide if isinstance(each.content, Tie)]
    return all(
        isinstance(tie := each.content, Tie)
        and any(
            own == each.document and (span.touches(tie.b.span) or 0 <= span.start - tie.b.span.end <= _APPOSED)
            for own, span in ends
        )
        for each in narrow
    )
