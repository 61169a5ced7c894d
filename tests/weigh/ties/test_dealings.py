from dataclasses import replace
from pathlib import Path

from sayso.records.claim import Claim, Plover, Polarity, Stance, TieKind, VoiceKind
from sayso.records.matter import Dispute, DisputeKind
from sayso.records.pile import Findings
from sayso.resolve import resolve_matters
from sayso.weigh import weigh
from tests.piles import PileBuilder, on, said
from tests.weigh.texts import opened


def disputes(build: PileBuilder) -> tuple[Dispute, ...]:
    matters = resolve_matters(build.pile, build.actors, build.places, ())
    findings = Findings(actors=build.actors, places=build.places, matters=matters)
    return tuple(each for each in weigh(build.pile, findings)[1] if each.slot == "dealings")


def backing(build: PileBuilder, published: str = "2031-05-20") -> Claim:
    where = build.document("The Pentagon has long backed Karim Odeh.", "Post", "Harbour Post", published)
    return build.tie(where, "Pentagon has long backed Karim Odeh", TieKind.BACKS, "Pentagon", "Karim Odeh")


def denied(build: PileBuilder, lemma: str, plover: Plover, when: str | None = None) -> Claim:
    text = f"“We did not {lemma} Karim Odeh recently,” a Pentagon spokesman said."
    where = build.document(text, "Courier", "Velmora Courier", "2031-05-21")
    return build.deed(
        where,
        f"We did not {lemma} Karim Odeh recently",
        lemma,
        plover,
        doer=("We", None),
        target=("Karim Odeh", "Karim Odeh"),
        when=on(where, when, None) if when else None,
        polarity=Polarity.NO,
        voices=(said("a Pentagon spokesman", VoiceKind.OFFICIAL),),
    )


def test_a_denial_of_backing_stands_against_backing() -> None:
    build = PileBuilder()
    accusation, denial = backing(build), denied(build, "support", Plover.SUPPORT)
    (dispute,) = disputes(build)
    assert dispute.kind is DisputeKind.CONTRADICTION
    assert [value.claims for value in dispute.values] == [(accusation.id,), (denial.id,)]


def test_a_denial_of_contact_of_late_leaves_backing_untouched() -> None:
    build = PileBuilder()
    backing(build)
    denied(build, "contact", Plover.CONSULT, "recently")
    (dispute,) = disputes(build)
    assert dispute.kind is DisputeKind.COMPATIBLE
    assert "of contact, and only for “recently”" in dispute.reasons[1]


def once_backed(build: PileBuilder) -> Claim:
    where = build.document("In the 1990s the Pentagon backed Karim Odeh.", "Times", "The Sundal Times", "2031-05-20")
    return build.tie(where, "In the 1990s the Pentagon backed Karim Odeh", TieKind.BACKS, "Pentagon", "Karim Odeh")


def test_a_denial_does_not_reach_what_is_told_of_decades_before() -> None:
    build = PileBuilder()
    once_backed(build)
    denied(build, "support", Plover.SUPPORT)
    (dispute,) = disputes(build)
    assert dispute.kind is DisputeKind.COMPATIBLE
    assert "what is said is of earlier days" in dispute.reasons


def test_what_is_told_of_earlier_days_stands_beside_what_is_denied() -> None:
    build = PileBuilder()
    accusation, denial, old = backing(build), denied(build, "support", Plover.SUPPORT), once_backed(build)
    (dispute,) = disputes(build)
    assert dispute.kind is DisputeKind.CONTRADICTION
    assert [value.claims for value in dispute.values] == [(accusation.id,), (denial.id,), (old.id,)]
    assert dispute.values[2].value == "beside it, of earlier days, which is not denied"


def test_a_denial_says_nothing_of_what_is_told_a_year_later() -> None:
    build = PileBuilder()
    backing(build, published="2032-06-01")
    denied(build, "support", Plover.SUPPORT)
    assert disputes(build) == ()


def test_who_refuses_to_deal_denies_nothing() -> None:
    build = PileBuilder()
    backing(build)
    text = "The Pentagon refuses to support Karim Odeh."
    where = build.document(text, "Courier", "Velmora Courier", "2031-05-21")
    build.deed(
        where,
        "Pentagon refuses to support Karim Odeh",
        "support",
        Plover.SUPPORT,
        doer=("Pentagon", "Pentagon"),
        target=("Karim Odeh", "Karim Odeh"),
        polarity=Polarity.NO,
        voices=(said("the Pentagon", VoiceKind.ORGANIZATION, Stance.DENIES),),
    )
    assert disputes(build) == ()


def test_others_cannot_deny_it_for_them() -> None:
    build = PileBuilder()
    backing(build)
    where = build.document("Nobody saw the Pentagon help Karim Odeh.", "Courier", "Velmora Courier", "2031-05-21")
    build.deed(
        where,
        "the Pentagon help Karim Odeh",
        "help",
        Plover.AID,
        doer=("Pentagon", "Pentagon"),
        target=("Karim Odeh", "Karim Odeh"),
        polarity=Polarity.NO,
    )
    assert disputes(build) == ()


def test_a_body_that_goes_by_a_common_noun_takes_its_article_in_the_question() -> None:
    build = PileBuilder()
    where = build.document("The Tarsk government has long backed Karim Odeh.", "Post", "Harbour Post", "2031-05-20")
    build.tie(where, "Tarsk government has long backed Karim Odeh", TieKind.BACKS, "Tarsk government", "Karim Odeh")
    text = "“We did not support Karim Odeh,” the Tarsk government said."
    other = build.document(text, "Courier", "Velmora Courier", "2031-05-21")
    spoken = build.mention(other, "Tarsk government", actor="Tarsk government")
    build.deed(
        other,
        "We did not support Karim Odeh",
        "support",
        Plover.SUPPORT,
        doer=("We", "Tarsk government"),
        target=("Karim Odeh", "Karim Odeh"),
        polarity=Polarity.NO,
        voices=(replace(said("the Tarsk government", VoiceKind.OFFICIAL), mention=spoken.id),),
    )
    (dispute,) = disputes(build)
    assert dispute.question == "Did the Tarsk government support Karim Odeh?"


def test_who_is_linked_to_somebody_need_not_have_helped_him(tmp_path: Path) -> None:
    text = "Mara Odeh was publicly linked to Karim Saleh. Odeh denied helping Karim Saleh."
    assert [kind for kind, _ in opened(tmp_path, "dealings", ("Orm Gazette", "2031-05-20", text))] == [
        DisputeKind.COMPATIBLE
    ]
