"""How far a mention reaches beyond its bare name: article, adjectives, and the office before a person's name."""

from __future__ import annotations

from dataclasses import replace

from sayso.extract.mentions.actor_words import actor_nouns, country_names, names_region, word_set
from sayso.extract.mentions.candidates import Candidate
from sayso.records.actor import MentionForm, MentionKind


def widen(candidate: Candidate) -> None:
    """Take in the words before the name that belong to the mention; the bare name stays as it is."""
    doc = candidate.piece.doc
    if candidate.form is MentionForm.DEMONYM and not candidate.many:
        return
    if candidate.kind is MentionKind.PLACE and candidate.form is MentionForm.NAME:
        _take_region(candidate)
        if candidate.start > 0 and doc[candidate.start - 1].lower_ in word_set("direction"):
            candidate.start -= 1
    if candidate.kind is MentionKind.PERSON and candidate.form is MentionForm.NAME:
        _take_office(candidate)
    start = candidate.start
    first = start
    while start > 0 and start > first - 4:
        before = doc[start - 1]
        if before.head.i not in range(start, candidate.end):
            return
        if before.dep_ == "det" and before.lower_ in ("the", "a", "an", "this", "that", "these", "those"):
            if candidate.kind is not MentionKind.PERSON or candidate.title or candidate.form is not MentionForm.NAME:
                candidate.start = start - 1
            return
        if before.dep_ in ("amod", "nummod"):
            start -= 1
            continue
        return


def part_of_country(candidate: Candidate) -> Candidate | None:
    """A place of its own where a direction stands before a country: "northern Sundal" is no country."""
    if candidate.kind is not MentionKind.COUNTRY or candidate.start == 0:
        return None
    before = candidate.piece.doc[candidate.start - 1]
    if before.lower_ not in word_set("direction"):
        return None
    part = replace(candidate, start=before.i, core=(before.i, candidate.end), kind=MentionKind.PLACE, notes=[])
    part.name = candidate.piece.doc[before.i : candidate.end].text
    part.label = "area"
    return part


def _take_region(candidate: Candidate) -> None:
    """``Velmora, Korvania``: the country or state after the comma says which Velmora."""
    doc, end = candidate.piece.doc, candidate.end
    if end + 1 >= len(doc) or doc[end].text != "," or not doc[end + 1].text[0].isupper():
        return
    length = names_region(doc, end + 1)
    stop = end + 1 + length
    listed = stop < len(doc) and doc[stop].lower_ in ("and", "or", "'s", "’s")
    more = stop + 1 < len(doc) and doc[stop].text == "," and doc[stop + 1].text in country_names()
    if length and not listed and not more:
        candidate.end = stop


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
        if left.dep_ not in ("compound", "amod", "nmod", "punct") or left.head.i not in inside or left.text in ',()"[]':
            break
        start -= 1
        inside.add(start)
    while doc[start].text in "-–‑":
        start += 1  # the hyphen of "then-minister"
    candidate.start = _before_bracket(candidate, start)
    candidate.title = doc[start : candidate.core[0]].text
    if noun.gender and not candidate.gender:
        candidate.gender = noun.gender


def _before_bracket(candidate: Candidate, start: int) -> int:
    """Where a mention begins whose title an editor put in: with the bracket of "[the mayor Karim] Odeh"."""
    doc = candidate.piece.doc
    opening = start - 1 if start > 0 and doc[start - 1].lower_ not in ("the", "a", "an") else start - 2
    closed = any(each.text == "]" for each in doc[start : candidate.end])
    return opening if closed and opening >= 0 and doc[opening].text == "[" else start
