"""Event labels are nouns that a reporter would write."""

import pytest

from sayso.records.claim import Claim, Plover, Polarity
from sayso.records.matter import MatterKind
from sayso.resolve import resolve_matters
from tests.piles import PileBuilder


def label(build: PileBuilder, claim: Claim) -> str:
    found = resolve_matters(build.pile, build.actors, build.places, ())
    return next(each.label for each in found if each.kind is MatterKind.EVENT and claim.id in each.claims)


@pytest.mark.parametrize(
    ("lemma", "noun"),
    [
        ("commit", "Commitment"),
        ("permit", "Permitting"),
        ("offend", "Offending"),
        ("vie", "Vying"),
        ("die", "Death"),
        ("stun", "Stunning"),
    ],
)
def test_a_verb_is_headed_by_its_noun_or_a_gerund_spelled_right(lemma: str, noun: str) -> None:
    build = PileBuilder()
    where = build.document(f"They {lemma} something.", "a")
    assert label(build, build.deed(where, lemma, lemma)) == noun


def test_a_verb_that_says_nothing_is_headed_by_what_it_comes_to() -> None:
    build = PileBuilder()
    where = build.document("Odeh came back on Friday.", "a")
    claim = build.deed(where, "came back", "come", Plover.MOVE, mode="returned", doer=("Odeh", "Karim Odeh"))
    assert label(build, claim).startswith("Return")


def test_an_auxiliary_is_never_made_a_noun() -> None:
    build = PileBuilder()
    where = build.document("They have the port.", "a")
    assert label(build, build.deed(where, "have the port", "have")) == "“have the port”"


def test_a_denial_names_what_is_denied() -> None:
    build = PileBuilder()
    where = build.document("Sundal denied that it had armed the general.", "a")
    armed = build.deed(
        where, "armed the general", "arm", Plover.MOBILIZE, target=("the general", None), polarity=Polarity.NO
    )
    denial = build.deed(where, "Sundal denied", "deny", Plover.REJECT, doer=("Sundal", "Sundal"))
    denial = build.about(denial, armed)
    assert label(build, denial).startswith("Denial of arming of general by")


def test_a_quotation_mark_that_nothing_closes_is_left_out() -> None:
    build = PileBuilder()
    where = build.document("Police arrested Odeh's 'execution chief on Friday.", "a")
    claim = build.deed(where, "arrested", "arrest", target=("Odeh's 'execution chief", None))
    assert label(build, claim) == "Arrest of Odeh's execution chief"
