"""Whether somebody said what he is told to have said."""

from __future__ import annotations

from dataclasses import replace

from sayso.records.claim import UNSAID, Claim, Plover
from sayso.records.matter import Dispute, DisputeKind
from tests.piles import PileBuilder
from tests.weigh.test_weigh import weighed

ODEH = ("Odeh", "Karim Odeh")


def posted(build: PileBuilder, again: str = "Odeh ordered the raid", outlet: str | None = "Ostrel Blog") -> list[Claim]:
    text = f"I never wrote that Odeh ordered the raid. Last month I wrote that {again}, and I stand by it."
    where = build.document(text, "Blog", outlet)
    found = []
    for quote, sentence, cue in (
        ("Odeh ordered the raid. ", "I never wrote that Odeh ordered the raid. ", "never wrote"),
        (f"{again},", f"Last month I wrote that {again},", "wrote that O"),
    ):
        denied = cue.startswith("never")
        saying = build.saying(where, quote, cue)
        build.sayings[saying.id] = replace(saying, name="I", vouches=not denied)
        lemma = "order" if "ordered" in quote else "oppose"
        reasons = (UNSAID,) if denied else ()
        found.append(
            build.deed(
                where,
                quote,
                lemma,
                Plover.REQUEST,
                doer=ODEH,
                verb=quote.split()[1],
                reasons=reasons,
                sentence=sentence,
            )
        )
    return found


def said(build: PileBuilder) -> list[Dispute]:
    return [each for each in weighed(build)[2] if each.slot == "said"]


def test_a_post_that_says_it_never_said_what_it_says_it_said_is_a_dispute() -> None:
    build = PileBuilder()
    unsaid, told = posted(build)
    [dispute] = said(build)
    assert dispute.kind is DisputeKind.CONTRADICTION
    assert [value.claims for value in dispute.values] == [(told.id,), (unsaid.id,)]
    assert dispute.question == "Did Ostrel Blog say so? — “Odeh ordered the raid.”"


def test_to_have_said_something_else_is_none() -> None:
    build = PileBuilder()
    posted(build, again="Odeh opposed the raid")
    assert said(build) == []


def test_i_of_a_passage_that_names_nobody_is_its_writer() -> None:
    build = PileBuilder()
    posted(build, outlet=None)
    [dispute] = said(build)
    assert dispute.question == "Did the writer say so? — “Odeh ordered the raid.”"


def test_i_of_two_pages_that_name_nobody_may_be_two() -> None:
    build = PileBuilder()
    posted(build, again="Odeh opposed the raid", outlet=None)
    where = build.document("This week I wrote that Odeh ordered the raid, and more.", "Page", None)
    quote = "Odeh ordered the raid,"
    saying = build.saying(where, quote, "wrote")
    build.sayings[saying.id] = replace(saying, name="I")
    build.deed(where, quote, "order", Plover.REQUEST, doer=ODEH, verb="ordered")
    assert said(build) == []


def test_what_nobody_vouches_for_is_no_account_of_the_deed() -> None:
    build = PileBuilder()
    posted(build)
    assert [each for each in weighed(build)[2] if each.slot == "whether"] == []
