"""Who is said to have killed, by one origin alone, is headed with who says so."""

from __future__ import annotations

from sayso.present.view import View
from sayso.present.words import heading
from sayso.records.claim import Claim
from sayso.records.pile import Findings
from sayso.resolve import resolve_matters
from sayso.weigh import weigh
from tests.piles import PileBuilder, on


def shot(build: PileBuilder, outlet: str, lemma: str = "kill", mode: str | None = "killed") -> Claim:
    text = f"The Harbour Guard {lemma}ed Karim Odeh on Sunday, the {outlet} has learned."
    where = build.document(text, outlet, outlet, "2031-05-20")
    return build.deed(
        where,
        f"{lemma}ed Karim Odeh on Sunday",
        lemma,
        doer=("The Harbour Guard", "Harbour Guard"),
        target=("Karim Odeh", "Karim Odeh"),
        when=on(where, "Sunday", "2031-05-18"),
        mode=mode,
    )


def headed(build: PileBuilder, claim: Claim) -> str:
    matters = resolve_matters(build.pile, build.actors, build.places, ())
    findings = Findings(actors=build.actors, places=build.places, matters=matters)
    accounts, _ = weigh(build.pile, findings)
    view = View(build.pile, Findings(actors=build.actors, places=build.places, matters=matters, accounts=accounts))
    return heading(view, view.matter_of[claim.id])


def test_a_killing_that_one_outlet_lays_to_somebody_is_headed_with_the_outlet() -> None:
    build = PileBuilder()
    told = headed(build, shot(build, "Post"))
    assert "by the Harbour Guard" in told
    assert told.endswith("(as told by Post)")


def test_a_killing_that_two_outlets_lay_to_somebody_is_headed_plainly() -> None:
    build = PileBuilder()
    claim = shot(build, "Post")
    shot(build, "Courier")
    assert "as told by" not in headed(build, claim)


def test_other_deeds_of_one_outlet_are_headed_plainly() -> None:
    build = PileBuilder()
    assert "as told by" not in headed(build, shot(build, "Post", "visit", None))
