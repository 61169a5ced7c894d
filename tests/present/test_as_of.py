"""Ties in a case as of a day before the first that they are told of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sayso.present import View, actor_dossier
from sayso.present.as_of import as_of
from sayso.records.actor import MentionKind
from sayso.records.claim import TieKind
from sayso.records.clocks import Clocks
from tests.present.case_builder import CaseBuilder


def ties(
    day: str, *, former: bool = False, since: str | None = None, published: str | None = "2031-05-20"
) -> list[bool]:
    """Of each tie that the dossier of a leader lists as of a day, whether it is set apart as told of later days."""
    case = CaseBuilder()
    document = case.document("post.txt", "Odeh leads the Harbour Guard since 2003.", "Harbour Post", published)
    case.document("later.txt", "It rained.", "Harbour Post", "2031-06-01")
    odeh = case.mention(document, "Odeh", MentionKind.PERSON, "Odeh")
    guard = case.mention(document, "the Harbour Guard", MentionKind.ARMED_GROUP, "Harbour Guard")
    own = case.actor(MentionKind.PERSON, "Odeh", odeh)
    case.actor(MentionKind.ARMED_GROUP, "Harbour Guard", guard)
    start = case.when(document, "2003", since) if since else None
    leads = replace(case.tie(TieKind.LEADS, odeh, guard, start=start), former=former)
    claim = case.claim(document, "Odeh leads the Harbour Guard", leads)
    case.matter("tie", "Odeh leads the Harbour Guard", claim)
    then = date.fromisoformat(day)
    view = View(*case.case(), Clocks(as_of=then))
    return [tie.is_later for tie in actor_dossier(as_of(view, then), own).ties]


def test_what_is_told_of_later_days_alone_stands_apart() -> None:
    assert ties("2025-01-01") == [True]
    assert ties("2031-05-20") == [False]


@pytest.mark.parametrize("published", ["2031-05-20", None])
def test_a_generation_before_it_is_first_told_it_is_left_out(published: str | None) -> None:
    assert ties("2005-01-01", published=published) == []


def test_what_began_or_was_over_by_then_is_judged_by_that() -> None:
    assert ties("2005-01-01", since="2003") == [False]
    assert ties("2002-12-31", since="2003") == []
    assert ties("2005-01-01", former=True) == [False]


def test_ties_left_out_are_counted() -> None:
    case = CaseBuilder()
    document = case.document("post.txt", "Odeh leads the Harbour Guard.", "Harbour Post", "2031-05-20")
    odeh = case.mention(document, "Odeh", MentionKind.PERSON, "Odeh")
    guard = case.mention(document, "the Harbour Guard", MentionKind.ARMED_GROUP, "Harbour Guard")
    claim = case.claim(document, "Odeh leads the Harbour Guard", case.tie(TieKind.LEADS, odeh, guard))
    case.matter("tie", "Odeh leads the Harbour Guard", claim)
    view = View(*case.case())
    assert any("1 tie first told of a generation later" in note for note in as_of(view, date(2005, 1, 1)).notes)
    assert any("1 of them only for later days" in note for note in as_of(view, date(2025, 1, 1)).notes)
