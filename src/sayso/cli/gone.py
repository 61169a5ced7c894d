"""What is said of an id or a name that answers nothing now, though it once did or would without the clocks."""

from __future__ import annotations

from collections import Counter

from sayso.cli.options import Looked
from sayso.cli.printing import warn
from sayso.errors import UnknownName
from sayso.present.judged import past_words
from sayso.records.matter import Matter
from sayso.store import Case

_TOLD = ("c", "e", "t", "q", "r")


def gone(looked: Looked, own: str) -> UnknownName:
    """The error for an id that answers nothing here: of another kind, out of the clocks, withdrawn, read no more."""
    known = _is_known(looked.case, own)
    if (actors := looked.view.actors_named(own)) and len(actors) == 1:
        return UnknownName(f"{own} is an actor, {actors[0].name}: sayso actor {actors[0].id}")
    if (said := withdrawn(looked.case, own)) is not None:
        return UnknownName(said)
    if looked.view.notes and known:
        return UnknownName(f"{own} is in the case, but not by these clocks: {' '.join(looked.view.notes)}")
    for judgement in looked.case.judgements():
        # An event is named after a claim, and shares its digits.
        anchor = next((each for each in judgement.anchors if each.target[1:] == own[1:]), None)
        if anchor is not None and anchor.quote:
            document = looked.view.pile.documents.get(anchor.document)
            where = f" in {document.name}" if document else ""
            judged = f"It was {past_words(judgement)} by {judgement.by}: {judgement.why}"
            return UnknownName(f"{own} was read from “{anchor.quote}”{where} and is read there no more. {judged}")
    if known:
        return UnknownName(f"{own} named something that is read no more; sayso diff says what changed last.")
    return UnknownName(f"Nothing in the case goes by {own}; ids stand in brackets behind what they name.")


def as_then(looked: Looked, own: str) -> str | None:
    """The event by these clocks that holds most of what the event with this id holds today; None where none does.

    An event is named after its least claim, which may have come later than others that tell of it.
    """
    if not looked.view.notes:
        return None
    try:
        today = looked.case.matter_of(own)
    except UnknownName:
        return None
    known = looked.view.matter_of
    held = Counter(known[claim].id for claim in today.claims if claim in known)
    if not held:
        return None
    then = max(sorted(held), key=lambda each: held[each])
    warn(f"By these clocks what {own} is told as is {then}.")
    return then


def withdrawn(held: Case, own: str) -> str | None:
    """What to say of a document that was withdrawn, or of what was named after a claim in it; None for others."""
    stone = next((each for each in held.tombstones() if each.document == own), None)
    if stone is not None:
        return f"{own} was withdrawn by {stone.by} on {stone.at[:10]}: {stone.why}"
    kind, _, digits = own.partition("-")
    stone = held.tombstone_over(f"c-{digits}") if kind in _TOLD else None
    if stone is None:
        return None
    document = f"the document {stone.document}, which was withdrawn by {stone.by} on {stone.at[:10]}: {stone.why}"
    return f"The words that {own} was given for went with {document}"


def stand_in(looked: Looked, own: str) -> str | None:
    """What to say where an id answers for words that are read no more, with what was told beside them; else None."""
    kind, _, digits = own.partition("-")
    claim = f"c-{digits}"
    if kind not in _TOLD or claim in looked.view.pile.claims:
        return None
    try:
        looked.case.claim(claim)
    except UnknownName:
        if (said := withdrawn(looked.case, own)) is not None:
            return f"{said}. This is what else tells of it."
        return f"The words that {own} was given for are read otherwise now, or no more; this is what tells of it."
    return None


def judged_words(looked: Looked, own: str) -> str | None:
    """What people decided of the claim that an id was given for, where that is in no matter now; else None."""
    view, claim = looked.view, f"c-{own.partition('-')[2]}"
    if claim not in view.pile.claims or claim in view.matter_of or claim not in view.marks_on:
        return None
    return f"Its claim {claim} is {'; '.join(mark.words for mark in view.marks_on[claim])}"


def left_beside(looked: Looked, own: str) -> Matter | None:
    """What holds the claims that stood with one that was rejected, which it says; None where none is left."""
    judged = judged_words(looked, own)
    if judged is None:
        return None
    try:
        found = looked.view.matters.get(looked.case.meaning(own))
    except UnknownName:
        return None
    if found is not None:
        warn(f"{own} is {found.id} now, which holds what stood with it. {judged}")
    return found


def _is_known(held: Case, own: str) -> bool:
    for look in (held.meaning, held.claim):
        try:
            look(own)
        except UnknownName:
            continue
        return True
    return False
