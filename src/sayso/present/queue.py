"""What is still to be checked by a person, gravest first.

A claim is unread until someone judged it, checked when one person has, second-checked when two have and agree. First
come deaths, then accusations against the living, then what a single origin tells. Of the accusations those of a killing
come first, then of what was done, then of what is planned; who announces his own doings is accused of nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from sayso.language.plover import noun_sense
from sayso.present.judged import Mark
from sayso.present.lines import Line, make_line
from sayso.present.support import support_of
from sayso.present.view import View, roles_of
from sayso.present.words import DEADLY
from sayso.records.actor import Actor, MentionKind
from sayso.records.claim import TRIED, Claim, Deed, Plover, Polarity, Quantity, Status
from sayso.records.judgement import State, Verb

_LOOKED = frozenset({Verb.CONFIRM, Verb.REJECT, Verb.VOICE_IS, Verb.DATED, Verb.ADD})
_WORD = re.compile(r"[^\W\d_]+")
_DEAD = frozenset({"dead", "deadly"})  # shot dead, left dead, a deadly assault
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
            accused = next(_accused(view, claim, dead), None)
            weights = _weights(view, claim, accused)
            deadly, accusing, alone = (not each for each in weights)
            grade = _grade(claim) if accused else _Grade.NONE
            rank = (claim.id in copies, deadly, accusing, grade, alone, is_at is not Checked.UNREAD)
            ranked.append((rank, claim.document, claim.span, claim.id, weights))
    return [_row(view, view.pile.claims[own], weights) for _, _, _, own, weights in sorted(ranked)[:limit]]


def _row(view: View, claim: Claim, weights: tuple[str, ...]) -> QueueRow:
    marks = view.marks_on.get(claim.id, ())
    reasons = tuple(each for each in (*weights, "judged differently" if is_contested(marks) else "") if each)
    return QueueRow(claim.id, checking_state(marks).value, checked_by(marks), reasons, make_line(view, claim))


class _Grade(IntEnum):
    """How grave an accusation is, gravest first."""

    OF_KILLING = 0
    OF_A_DEED = 1
    OF_A_PLAN = 2
    NONE = 3


def _grade(claim: Claim) -> _Grade:
    """A charge is one though it is still to be brought; a deed that is only meant is less than one done or tried."""
    charged = isinstance(claim.content, Deed) and claim.content.plover is Plover.ACCUSE
    if not charged and claim.status is not Status.ACTUAL and claim.status not in TRIED:
        return _Grade.OF_A_PLAN
    said = [each.casefold() for each in _WORD.findall(claim.quote)]
    named = charged and any(_names_killing(each) for each in said)
    kills = _is_deadly(claim) or named or not _DEAD.isdisjoint(said)
    return _Grade.OF_KILLING if kills else _Grade.OF_A_DEED


def _names_killing(word: str) -> bool:
    """Whether a word is one for a killing: murder, murders, murdered, murdering, killed."""
    bare = word.removesuffix("ed").removesuffix("ing")
    senses = (noun_sense(each) for each in (word, word.removesuffix("s"), bare, f"{bare}ing"))
    return any(sense is not None and sense.mode in DEADLY for sense in senses)


def _weights(view: View, claim: Claim, accused: Actor | None) -> tuple[str, str, str]:
    """Why a claim is grave, gravest first; empty where it is not."""
    of = {_Grade.OF_KILLING: " of killing", _Grade.OF_A_PLAN: " of a plan"}.get(_grade(claim), "")
    return (
        "tells of deaths" if _is_deadly(claim) else "",
        f"accuses {accused.name}{of}" if accused else "",
        "told by a single origin" if _is_alone(view, claim) else "",
    )


def _is_deadly(claim: Claim) -> bool:
    content = claim.content
    if isinstance(content, Quantity):
        return content.measure == "killed"
    return isinstance(content, Deed) and content.mode in DEADLY


def _accused(view: View, claim: Claim, dead: frozenset[str]) -> Iterator[Actor]:
    """Persons who are said to have used force, or to be accused of something, and are not said to be dead.

    Who says so himself is not accused by it.
    """
    content = claim.content
    if not isinstance(content, Deed):
        return
    speaker = view.actor_of_voice(claim.voices[-1]) if claim.voices else None
    blamed = "recipient" if content.plover is Plover.ACCUSE else "actor"
    if content.plover is Plover.ACCUSE or content.plover in _FORCE:
        for role in roles_of(claim):
            actor = view.actor_of(role.mention)
            known = actor is not None and actor.kind is MentionKind.PERSON and view.is_named(actor)
            if actor is not None and known and role.role == blamed and actor.id not in dead and actor is not speaker:
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
