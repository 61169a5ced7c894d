from sayso.present.support import origins_behind, support_of
from sayso.present.view import View
from sayso.records.claim import VoiceKind
from sayso.records.pile import Findings
from sayso.resolve import resolve_matters
from sayso.weigh import weigh
from tests.piles import PileBuilder, on, said


def told(build: PileBuilder, outlet: str, *voices: str) -> None:
    where = build.document("Gunmen stormed the National Assembly on Sunday.", outlet, outlet, "2031-05-20")
    for voice in (None, *voices):
        build.deed(
            where,
            "stormed the National Assembly on Sunday",
            "storm",
            target=("the National Assembly", "National Assembly"),
            when=on(where, "Sunday", "2031-05-18"),
            voices=(said(voice, VoiceKind.UNNAMED),) if voice else (),
        )


def viewed(build: PileBuilder) -> View:
    matters = resolve_matters(build.pile, build.actors, build.places, ())
    findings = Findings(actors=build.actors, places=build.places, matters=matters)
    accounts, disputes = weigh(build.pile, findings)
    return View(build.pile, Findings((), build.actors, build.places, matters, accounts, disputes))


def support_words(build: PileBuilder) -> tuple[str, tuple[str, ...]]:
    view = viewed(build)
    (matter,) = view.findings.matters
    support = support_of(view, matter)
    return support.words, support.folded


def test_witnesses_do_not_add_to_the_outlet_that_brings_them() -> None:
    build = PileBuilder()
    told(build, "Harbour Post", "witnesses")
    told(build, "Velmora Courier")
    words, folded = support_words(build)
    assert words == "2 documents, 2 passages, at most 2 origins"
    assert folded == (
        "witnesses, in Harbour Post: without a name, so counted as one with Harbour Post, which brings it",
    )


def test_one_teller_is_one_origin_and_no_more() -> None:
    build = PileBuilder()
    told(build, "Harbour Post")
    assert support_words(build) == ("1 document, 1 passage, 1 origin", ())


def test_witnesses_add_to_no_count_of_the_outlet_that_brings_them() -> None:
    build = PileBuilder()
    told(build, "Harbour Post", "witnesses")
    where = build.document("Gunmen raided the National Assembly.", "b", "Harbour Post")
    build.deed(where, "raided the National Assembly", "raid", target=("the National Assembly", "National Assembly"))
    view = viewed(build)
    assert len({view.account_of[own].origin for own in view.pile.claims}) == 2
    assert len(origins_behind(view, view.pile.claims.values())) == 1
