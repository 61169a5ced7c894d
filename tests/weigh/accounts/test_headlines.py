"""Whose the number in a headline is: of who gives that number in the text under it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.records.claim import VoiceKind
from sayso.records.document import PassageRole, Span
from sayso.records.pile import Findings
from sayso.resolve import resolve_matters
from sayso.route import Wanted, read_pile, work_out
from sayso.settings import Settings
from sayso.store import Case
from sayso.weigh import weigh
from tests.piles import PileBuilder, said

TEXT = "17 dead in Tarsk\n\n17 people were killed in Tarsk. One of them died at home, his lawyer said."


@pytest.mark.parametrize("number", ["17 people", "One of them"])
def test_a_number_in_a_headline_is_of_who_gives_it_below(number: str) -> None:
    build = PileBuilder()
    where = build.document(TEXT, "a")
    heading = replace(where.passages[0], id="s-head", role=PassageRole.HEADING, span=Span(0, 16))
    build.editions[where.document] = replace(where, passages=(*where.passages, heading))
    deed = build.deed(where, "were killed in Tarsk", "kill", mode="killed")
    head = build.figure(where, "17 dead", "killed", 17, of=deed)
    build.claims[head.id] = replace(head, passage=heading.id)
    below = build.figure(
        where,
        number,
        "killed",
        17 if number == "17 people" else 1,
        of=deed,
        voices=(said("his lawyer", VoiceKind.UNNAMED),),
    )
    matters = resolve_matters(build.pile, build.actors, build.places, ())
    accounts, _ = weigh(build.pile, Findings(actors=build.actors, places=build.places, matters=matters))
    of = {claim: account.origin for account in accounts for claim in account.claims}
    assert (of[head.id] == of[below.id]) == (number == "17 people")


DIGEST = """Press digest

  1. {headline} (harbourpost, May 20, 2031):

    "General Karim Odeh has ordered his forces to bomb Sundal ships, {told}.

    The parliament had voted on Monday."
"""


@pytest.mark.parametrize(
    ("headline", "told", "label"),
    [
        (
            "Gen Odeh ordered Sundal ships be bombed-report",
            "according to a tweet published by Tarsk Radio",
            "Tarsk Radio",
        ),
        ("Gen Odeh ordered Sundal ships be bombed", "according to a tweet published by Tarsk Radio", "Tarsk Radio"),
        ("Gen Odeh ordered Sundal ships be bombed", "which lie off Kolm", "Harbour Post"),
    ],
)
def test_a_headline_over_an_item_told_on_anothers_word_adds_no_origin(
    headline: str, told: str, label: str, tmp_path: Path
) -> None:
    (tmp_path / "digest.txt").write_text(DIGEST.format(headline=headline, told=told), "utf-8")
    with Case.create(tmp_path / "pile.case") as case:
        read_pile(case, Wanted((str(tmp_path / "digest.txt"),)), Settings(workers=1))
        found = work_out(case, Settings(workers=1))
    ordered = next(each.id for each in found.matters if len(each.claims) == 2)
    (account,) = (each for each in found.accounts if each.matter == ordered)
    assert label in account.label
    assert any("is a headline over" in each for each in account.reasons) == (label == "Tarsk Radio")
