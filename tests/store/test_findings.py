"""What is made across documents is kept whole, known to be stale when it is, and ids keep their meaning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from sayso.errors import UnknownName
from sayso.records.actor import Actor, MentionKind, Place
from sayso.records.document import Span
from sayso.records.matter import (
    Account,
    BestWhen,
    Copy,
    Dispute,
    DisputeKind,
    DisputeValue,
    Matter,
    MatterKind,
    Participant,
)
from sayso.records.pile import Findings
from sayso.store import Case, pack
from tests.store.kept import STORY, read, received

Keep = Callable[..., str]


def findings(claims: tuple[str, ...], chains: tuple[str, ...] = ("m-1",)) -> Findings:
    own = f"e-{min(claims).removeprefix('c-')}"
    actor = Actor(
        "a-1", MentionKind.ARMED_GROUP, "Harbour Guard", (("Harbour Guard", 2),), chains, chains, reasons=("one name",)
    )
    matter = Matter(
        own, MatterKind.EVENT, "Storming of the National Assembly", claims, "ASSAULT",
        BestWhen("2031-05-18", "stated", claims), "p-1", (Participant("actor", "a-1"),),
    )  # fmt: skip
    value = DisputeValue("20", claims, ("o-1",))
    return Findings(
        (Copy("d-1", Span(0, 5), "d-2", Span(1, 6), 0.9, "from", ("earlier",)),),
        (actor,),
        (Place("p-1", "Port Sarn", ("m-9",), "KV", lat=1.5, lon=2.0),),
        (matter,),
        (Account(own, "o-1", "witnesses", claims),),
        (Dispute(f"x-{own}-seized", own, "seized", DisputeKind.CONTRADICTION, "How many were seized?", (value,)),),
    )


def test_findings_come_back_as_they_were(case: Case) -> None:
    made = findings(("c-1", "c-2"))
    case.save_findings(made, case.generation(), "1")
    assert case.findings() == made


def test_findings_replace_the_ones_before(case: Case) -> None:
    case.save_findings(findings(("c-1",)), case.generation(), "1")
    later = findings(("c-2", "c-3"))
    case.save_findings(later, case.generation(), "1")
    assert case.findings() == later


def test_findings_are_stale_until_they_are_worked_out_from_what_is_there(case: Case, keep: Keep) -> None:
    keep()
    assert case.is_stale("1")
    case.save_findings(findings(("c-1",)), case.generation(), "1")
    assert not case.is_stale("1")
    keep(STORY + " Later it opened.", "later.txt")
    assert case.is_stale("1")


def test_findings_of_another_version_are_stale(case: Case, keep: Keep) -> None:
    keep()
    case.save_findings(findings(("c-1",)), case.generation(), "1")
    assert case.is_stale("2")


def test_findings_worked_out_while_a_document_came_in_are_stale(case: Case, keep: Keep) -> None:
    keep()
    before = case.generation()
    keep(STORY + " Later it opened.", "later.txt")
    case.save_findings(findings(("c-1",)), before, "1")
    assert case.is_stale("1")


def test_every_claim_and_every_earlier_name_answers_for_its_matter(case: Case) -> None:
    case.save_findings(findings(("c-2",)), case.generation(), "1")
    assert case.meaning("e-2") == "e-2"
    case.save_findings(findings(("c-1", "c-2")), case.generation(), "1")
    for own in ("c-1", "c-2", "e-1", "e-2"):
        assert case.matter_of(own).id == "e-1"


def test_an_id_whose_claim_is_gone_answers_for_what_its_companions_came_to(case: Case) -> None:
    case.save_findings(findings(("c-1", "c-2")), case.generation(), "1")
    case.save_findings(findings(("c-2", "c-3")), case.generation(), "1")
    assert case.meaning("e-1") == "e-2"
    assert case.meaning("c-1") == "e-2"


def test_an_id_answers_for_the_heir_of_an_heir(case: Case) -> None:
    document, edition, extraction = read(came := received())
    first = extraction.claims[0]
    case.keep(came, pack(document, edition, extraction), "1")
    case.save_findings(findings((first.id,)), case.generation(), "1")
    for own, end in (("c-8", first.span.end + 1), ("c-9", first.span.end + 2)):
        again = replace(first, id=own, span=Span(first.span.start, end))
        case.keep(came, pack(document, edition, replace(extraction, claims=(again,))), own)
    case.save_findings(findings(("c-9",)), case.generation(), "1")
    assert case.meaning(first.id) == case.meaning("c-8") == "e-9"


def test_a_dispute_is_found_under_the_name_it_had_before_its_matter_grew(case: Case) -> None:
    case.save_findings(findings(("c-2",)), case.generation(), "1")
    case.save_findings(findings(("c-1", "c-2")), case.generation(), "1")
    assert case.meaning("x-e-2-seized") == "x-e-1-seized"


def test_chains_and_mentions_answer_for_their_actor(case: Case, keep: Keep) -> None:
    own = keep()
    mention = case.extraction(own).mentions[0]
    case.save_findings(findings(("c-1",), (mention.chain,)), case.generation(), "1")
    assert case.meaning(mention.chain) == case.meaning(mention.id) == "a-1"


def test_an_id_that_was_never_given_is_unknown(case: Case) -> None:
    with pytest.raises(UnknownName, match="e-7"):
        case.meaning("e-7")
