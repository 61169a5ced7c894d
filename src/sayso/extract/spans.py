"""How far a mention reaches beyond its bare name: article, adjectives, and the office before a person's name."""

from __future__ import annotations

from sayso.extract.actor_words import actor_nouns
from sayso.extract.candidates import Candidate
from sayso.records.actor import MentionForm, MentionKind


def widen(candidate: Candidate) -> None:
    """Take in the words before the name that belong to the mention; the bare name stays as it is."""
    doc = candidate.piece.doc
    if candidate.form is MentionForm.DEMONYM and not candidate.many:
        return
    if candidate.kind is MentionKind.PERSON and candidate.form is MentionForm.NAME:
        _take_office(candidate)
    start = candidate.start
    first = start
    while start > 0 and start > first - 4:
        before = doc[start - 1]
        if before.dep_ == "det" and before.lower_ in ("the", "a", "an", "this", "that", "these", "those"):
            if candidate.kind is not MentionKind.PERSON or candidate.title or candidate.form is not MentionForm.NAME:
                candidate.start = start - 1
            return
        if before.dep_ in ("amod", "nummod") and before.head.i < candidate.end and before.head.i >= first:
            start -= 1
            continue
        return


def _take_office(candidate: Candidate) -> None:
    """``Korvan army chief Karim Odeh``: a role noun right before the name is the title printed with it."""
    doc = candidate.piece.doc
    before = doc[candidate.start - 1] if candidate.start > 0 else None
    if (
        before is None
        or before.lower_ not in actor_nouns()
        or before.head.i not in range(candidate.start, candidate.end)
    ):
        return
    noun = actor_nouns()[before.lower_]
    if noun.kind is not MentionKind.PERSON or noun.many:
        return
    start = before.i
    inside = set(range(candidate.start - 1, candidate.end))
    while start > 0:
        left = doc[start - 1]
        if left.dep_ not in ("compound", "amod", "nmod", "punct") or left.head.i not in inside or left.text in ',()"':
            break
        start -= 1
        inside.add(start)
    candidate.start = start
    candidate.title = doc[start : candidate.core[0]].text
    if noun.gender and not candidate.gender:
        candidate.gender = noun.gender
