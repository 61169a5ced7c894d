"""Accusations against the living come in the order of their gravity."""

from __future__ import annotations

from sayso.present import View
from sayso.present.queue import queue_rows
from sayso.records.actor import MentionKind
from sayso.records.claim import Plover, Stance, Status, VoiceKind
from tests.present.case_builder import CaseBuilder

PLAN = "Odeh plans to purge the port"
DEED = "Odeh attacked the port"
CHARGE = "Odeh faces charges of murdering clerks"
DEAD = "Odeh left four men dead"
OWN = "Odeh struck the harbour"


def queued() -> dict[str, str]:
    """By the words to be checked, gravest first, whom they accuse of what; empty where nobody."""
    case = CaseBuilder()
    document = case.document(
        "post.txt", f"{PLAN}. {OWN}, he said. {DEED}. {CHARGE}. {DEAD}.", "Harbour Post", "2031-05-20"
    )
    people = [case.mention(document, "Odeh", MentionKind.PERSON, "Karim Odeh", nth=nth) for nth in range(5)]
    he = case.mention(document, "he", MentionKind.PERSON, form="pronoun", nth=1, chain=people[0].id)
    case.actor(MentionKind.PERSON, "Karim Odeh", *people, he)
    said = case.saying(document, "he said", "said", OWN, Stance.ASSERTS, VoiceKind.PERSON, mention=he.id)
    plan, own, deed, charge, dead = people
    told = (
        (PLAN, case.deed(document, "purge", Plover.COERCE, plan), (), Status.PLANNED),
        (OWN, case.deed(document, "struck", Plover.ASSAULT, own), (said,), Status.ACTUAL),
        (DEED, case.deed(document, "attacked", Plover.ASSAULT, deed), (), Status.ACTUAL),
        (CHARGE, case.deed(document, "charges", Plover.ACCUSE, recipient=charge), (), Status.PLANNED),
        (DEAD, case.deed(document, "left", Plover.ASSAULT, dead), (), Status.ACTUAL),
    )
    for words, content, voices, status in told:
        case.claim(document, words, content, *voices, status=status)
    rows = queue_rows(View(*case.case()))
    return {row.line.quote: next((each for each in row.reasons if each.startswith("accuses ")), "") for row in rows}


def test_a_killing_comes_before_other_deeds_and_a_plan_behind_them() -> None:
    assert list(queued()) == [CHARGE, DEAD, DEED, PLAN, OWN]


def test_an_accusation_says_of_what_kind_it_is() -> None:
    found = queued()
    assert found[CHARGE] == found[DEAD] == "accuses Karim Odeh of killing"
    assert found[DEED] == "accuses Karim Odeh"
    assert found[PLAN] == "accuses Karim Odeh of a plan"


def test_what_somebody_says_of_himself_accuses_nobody() -> None:
    assert not queued()[OWN]
