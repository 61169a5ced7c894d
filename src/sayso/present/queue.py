"""What is still to be checked by a person, gravest first.

A claim is unread until someone judged it, checked when one person has, second-checked when two have and agree. First
come deaths, then accusations against the living, then what a single origin tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sayso.present.judged import Mark
from sayso.present.lines import Line, make_line
from sayso.present.support import support_of
from sayso.present.view import View, roles_of
from sayso.present.words import DEADLY
from sayso.records.actor import Actor, MentionKind
from sayso.records.claim import Claim, Deed, Plover, Polarity, Quantity, Status
from sayso.records.judgement import State, Verb

_LOOKED = frozenset({Verb.CONFIRM, Verb.REJECT, Verb.VOICE_IS, Verb.DATED, Verb.ADD})
_FORCE = frozenset({Plover.ASSAULT, Plover.COERCE, Plover.THREATEN, Plover.MOBILIZE})


class Checked(StrEnum):
    """How far a claim has been checked."""

    UNREAD = "unread"
    CHECKED = "checked"
    SECOND_CHECKED = "second-checked"


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One claim to be checked: how far it is, by whom, and in words why it comes where it does."""

    claim: str
    state: str
    by: tuple[str, ...]
    reasons: tuple[str, ...]
    line: Line


def checked_by(marks: Iterable[Mark]) -> tuple[str, ...]:
    """Who looked at a claim, in alphabetical order."""
    return tuple(sorted({mark.by for mark in marks if mark.verb in _LOOKED}))


def checking_state(marks: Iterable[Mark]) -> Checked:
    """How far a claim with these judgements on it is checked; two who judged it differently have not settled it."""
    given = tuple(marks)
    enough = 1 if is_contested(given) else 2
    return (Checked.UNREAD, Checked.CHECKED, Checked.SECOND_CHECKED)[min(enough, len(checked_by(given)))]


def is_contested(marks: Iterable[Mark]) -> bool:
    """Whether people judged a claim differently, and nothing decides between them."""
    return any(mark.verb in _LOOKED and mark.state == State.CONTRARY for mark in marks)


def queue_rows(view: View, state: Checked | None = None, limit: int | None = None) -> list[QueueRow]:
    """Claims of one state, or all that two people have not checked, gravest first; copies after what they copy."""
    dead = _dead(view)
    copies = {copy for account in view.findings.accounts for copy in account.copies}
    ranked = []
    for claim in view.pile.claims.values():
        is_at = checking_state(view.marks_on.get(claim.id, ()))
        if is_at is state or (state is None and is_at is not Checked.SECOND_CHECKED):
            weights = _weights(view, claim, dead)
            rank = (claim.id in copies, *(not each for each in weights), is_at is not Checked.UNREAD)
            ranked.append((rank, claim.document, claim.span, claim.id, weights))
    return [_row(view, view.pile.claims[own], weights) for _, _, _, own, weights in sorted(ranked)[:limit]]


def _row(view: View, claim: Claim, weights: tuple[str, ...]) -> QueueRow:
    marks = view.marks_on.get(claim.id, ())
    reasons = tuple(each for each in (*weights, "judged differently" if is_contested(marks) else "") if each)
    return QueueRow(claim.id, checking_state(marks).value, checked_by(marks), reasons, make_line(view, claim))


def _weights(view: View, claim: Claim, dead: frozenset[str]) -> tuple[str, ...]:
    """Why a claim is grave, gravest first; empty where it is not."""
    accused = next(_accused(view, claim, dead), None)
    return (
        "tells of deaths" if _is_deadly(claim) else "",
        f"accuses {accused.name}" if accused else "",
        "told by a single origin" if _is_alone(view, claim) else "",
    )


def _is_deadly(claim: Claim) -> bool:
    content = claim.content
    if isinstance(content, Quantity):
        return content.measure == "killed"
    return isinstance(content, Deed) and content.mode in DEADLY


def _accused(view: View, claim: Claim, dead: frozenset[str]) -> Iterator[Actor]:
    """Persons who are said to have used force, or to be accused of something, and are not said to be dead."""
    content = claim.content
    if not isinstance(content, Deed):
        return
    blamed = "recipient" if content.plover is Plover.ACCUSE else "actor"
    if content.plover is Plover.ACCUSE or content.plover in _FORCE:
        for role in roles_of(claim):
            actor = view.actor_of(role.mention)
            known = actor is not None and actor.kind is MentionKind.PERSON and view.is_named(actor)
            if actor is not None and known and role.role == blamed and actor.id not in dead:
                yield actor


def _is_alone(view: View, claim: Claim) -> bool:
    matter = view.matter_of.get(claim.id)
    return matter is not None and matter.id in view.kept(_told_by_one)


def _told_by_one(view: View) -> frozenset[str]:
    """Ids of the matters that a single origin tells, its nameless voices counted with it."""
    return frozenset(each.id for each in view.findings.matters if support_of(view, each).origins == 1)


def _dead(view: View) -> frozenset[str]:
    found = set()
    for claim in view.told:
        content = claim.content
        told = claim.polarity is Polarity.YES and claim.status is Status.ACTUAL
        if told and isinstance(content, Deed) and content.mode in DEADLY:
            victims = (view.actor_of(role.mention) for role in content.roles if role.role == "recipient")
            found |= {actor.id for actor in victims if actor is not None}
    return frozenset(found)
