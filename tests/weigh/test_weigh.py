from typing import Any

from sayso.records.actor import MentionKind
from sayso.records.claim import Claim, Polarity, Stance, TieKind, VoiceKind
from sayso.records.document import Span
from sayso.records.matter import Account, Copy, Dispute, DisputeKind, Matter
from sayso.records.pile import Findings
from sayso.resolve import resolve_matters
from sayso.weigh import weigh
from tests.piles import PileBuilder, on, said


def weighed(
    build: PileBuilder, copies: tuple[Copy, ...] = ()
) -> tuple[tuple[Matter, ...], tuple[Account, ...], tuple[Dispute, ...]]:
    matters = resolve_matters(build.pile, build.actors, build.places, copies)
    findings = Findings(copies=copies, actors=build.actors, places=build.places, matters=matters)
    return matters, *weigh(build.pile, findings)


def toll(build: PileBuilder, name: str, quote: str, low: float, **more: Any) -> Claim:
    return seizure(build, name, quote, low, measure="killed", **more)


def seizure(build: PileBuilder, name: str, quote: str, low: float, high: float | None = None, **more: Any) -> Claim:
    measure = more.pop("measure", "seized")
    published = more.pop("published", "2031-05-20")
    text = f"Gunmen stormed the National Assembly on Sunday. They seized {quote}, {name} said."
    where = build.document(text, name, f"The {name}", str(published))
    deed = build.deed(
        where,
        "stormed the National Assembly on Sunday",
        "storm",
        target=("the National Assembly", "National Assembly"),
        when=on(where, "Sunday", "2031-05-18"),
    )
    return build.figure(where, quote, measure, low, high=low if high is None else high, of=deed, **more)


def test_two_numbers_of_two_outlets_are_a_contradiction() -> None:
    build = PileBuilder()
    seizure(build, "Post", "20 officials", 20)
    seizure(build, "Courier", "10 employees", 10)
    _, _, (dispute,) = weighed(build)
    assert (dispute.slot, dispute.kind) == ("seized", DisputeKind.CONTRADICTION)
    assert [value.value for value in dispute.values] == ["10 employees", "20 officials"]
    assert dispute.question.startswith("How many were seized?")


def test_a_later_larger_number_is_an_update() -> None:
    build = PileBuilder()
    toll(build, "Post", "10 people", 10, published="2031-05-19")
    toll(build, "Courier", "14 people", 14, published="2031-05-21")
    assert weighed(build)[2][0].kind is DisputeKind.UPDATE


def test_a_count_of_captives_does_not_grow() -> None:
    build = PileBuilder()
    seizure(build, "Post", "10 people", 10, published="2031-05-19")
    seizure(build, "Courier", "14 people", 14, published="2031-05-21")
    assert weighed(build)[2][0].kind is DisputeKind.CONTRADICTION


def stormed(build: PileBuilder, who: str, outlet: str, kind: MentionKind = MentionKind.ARMED_GROUP) -> Claim:
    build.kinds[who] = kind
    where = build.document(f"The {who} stormed the National Assembly on Sunday.", outlet, outlet)
    return build.deed(
        where,
        "stormed the National Assembly on Sunday",
        "storm",
        doer=(f"The {who}", who),
        target=("the National Assembly", "National Assembly"),
        when=on(where, "Sunday", "2031-05-18"),
    )


def test_two_doers_whom_nothing_puts_together_are_a_question_of_who() -> None:
    build = PileBuilder()
    stormed(build, "Tarsk Rifles", "Post")
    stormed(build, "Free Korvan Army", "Courier")
    (dispute,) = weighed(build)[2]
    assert (dispute.slot, dispute.kind) == ("who", DisputeKind.COMPATIBLE)
    assert [value.value for value in dispute.values] in (
        ["Free Korvan Army", "Tarsk Rifles"],
        ["Tarsk Rifles", "Free Korvan Army"],
    )


def test_forces_of_one_state_are_no_question_of_who() -> None:
    build = PileBuilder()
    stormed(build, "Sundal", "Post", MentionKind.COUNTRY)
    stormed(build, "Tariqi regime", "Courier", MentionKind.GOVERNMENT)
    stormed(build, "army of Tariqi", "Radio")
    assert weighed(build)[2] == ()


def test_a_longer_name_for_one_group_is_no_question_of_who() -> None:
    build = PileBuilder()
    stormed(build, "Tarsk Rifles", "Post")
    stormed(build, "Tarsk Rifles of Velmora", "Courier")
    assert weighed(build)[2] == ()


def test_who_did_it_to_somebody_else_did_something_else() -> None:
    build = PileBuilder()
    stormed(build, "Tarsk Rifles", "Post")
    where = build.document("The Free Korvan Army stormed the harbour on Sunday.", "Courier", "Courier")
    build.kinds["Free Korvan Army"] = MentionKind.ARMED_GROUP
    build.deed(
        where,
        "stormed the harbour on Sunday",
        "storm",
        doer=("The Free Korvan Army", "Free Korvan Army"),
        target=("the harbour", "harbour"),
        when=on(where, "Sunday", "2031-05-18"),
    )
    assert [each for each in weighed(build)[2] if each.slot == "who"] == []


def test_doers_on_one_side_are_no_question_of_who() -> None:
    build = PileBuilder()
    stormed(build, "Tarsk Rifles", "Post")
    stormed(build, "Free Korvan Army", "Courier")
    where = build.document("Tarsk Rifles are part of Free Korvan Army.", "c", "Radio")
    build.tie(where, "Tarsk Rifles are part of Free Korvan Army", TieKind.PART_OF, "Tarsk Rifles", "Free Korvan Army")
    assert weighed(build)[2] == ()


def test_a_militia_under_another_word_for_what_it_is_is_on_the_side_it_says() -> None:
    build = PileBuilder(people=("Karim Odeh",))
    stormed(build, "Ebbing militia", "Post")
    stormed(build, "Karim Odeh", "Courier", MentionKind.PERSON)
    where = build.document("The Ebbing brigade says it backs Karim Odeh.", "c", "Radio")
    build.kinds["Ebbing brigade"] = MentionKind.ARMED_GROUP
    build.tie(where, "The Ebbing brigade says it backs Karim Odeh", TieKind.BACKS, "Ebbing brigade", "Karim Odeh")
    assert weighed(build)[2] == ()


def test_the_army_and_the_rebels_of_one_town_are_no_one_side() -> None:
    build = PileBuilder()
    stormed(build, "Ebbing rebels", "Post")
    stormed(build, "Ebbing fusiliers", "Courier")
    (dispute,) = weighed(build)[2]
    assert dispute.reasons == (
        "the accounts name different doers, and nothing that was read puts them on one side; both may have acted",
    )


def test_a_number_within_the_other_is_compatible() -> None:
    build = PileBuilder()
    seizure(build, "Post", "10 to 20 people", 10, 20)
    seizure(build, "Courier", "14 people", 14)
    assert weighed(build)[2][0].kind is DisputeKind.COMPATIBLE


def test_numbers_of_different_scope_do_not_contradict() -> None:
    build = PileBuilder()
    seizure(build, "Post", "10 people", 10, scope="in Velmora alone")
    seizure(build, "Courier", "14 people", 14)
    assert weighed(build)[2][0].kind is DisputeKind.OTHER_SCOPE


def test_the_same_number_twice_is_no_dispute() -> None:
    build = PileBuilder()
    seizure(build, "Post", "10 people", 10)
    seizure(build, "Courier", "ten people", 10)
    assert weighed(build)[2] == ()


def test_one_voice_in_two_outlets_is_one_origin() -> None:
    build = PileBuilder()
    ministry = said("Interior Ministry", VoiceKind.ORGANIZATION)
    one = seizure(build, "Post", "10 people", 10, voices=(ministry,))
    two = seizure(build, "Courier", "ten people", 10, voices=(ministry,))
    _, accounts, _ = weighed(build)
    (account,) = [each for each in accounts if one.id in each.claims]
    assert two.id in account.claims
    assert account.label == "Interior Ministry"
    assert "2 documents give it on the word of Interior Ministry: counted as one origin" in account.reasons


def test_an_outlet_in_two_spellings_is_one_origin() -> None:
    build = PileBuilder()
    one = seizure(build, "Harbour Post", "10 people", 10)
    two = seizure(build, "harbourpost", "ten people", 10)
    _, accounts, _ = weighed(build)
    (account,) = [each for each in accounts if one.id in each.claims]
    assert two.id in account.claims


def test_nameless_voices_in_two_documents_are_two_origins() -> None:
    build = PileBuilder()
    one = seizure(build, "Post", "10 people", 10, voices=(said("witnesses"),))
    two = seizure(build, "Courier", "ten people", 10, voices=(said("witnesses"),))
    _, accounts, _ = weighed(build)
    assert not [each for each in accounts if one.id in each.claims and two.id in each.claims]


def test_a_copy_does_not_raise_the_count_of_origins() -> None:
    build = PileBuilder()
    one = seizure(build, "Post", "10 people", 10)
    two = seizure(build, "Courier", "10 people", 10)
    first, second = (build.editions[each.document] for each in (one, two))
    copy = Copy(
        two.document,
        second.passages[0].span,
        one.document,
        first.passages[0].span,
        1.0,
        "from",
        ("12 words in the same order",),
    )
    _, accounts, _ = weighed(build, (copy,))
    (account,) = [each for each in accounts if one.id in each.claims]
    assert account.copies == (two.id,)
    assert "counted as one origin" in " ".join(account.reasons)


def test_copies_of_copies_fold_into_the_first_of_them() -> None:
    build = PileBuilder()
    wire, post, blog = (
        seizure(build, name, "10 people", 10, voices=(said("witnesses"),)) for name in ("Wire", "Post", "Blog")
    )

    def repeats(copy: Claim, original: Claim, direction: str) -> Copy:
        spans = [build.editions[each.document].passages[0].span for each in (copy, original)]
        return Copy(
            copy.document, spans[0], original.document, spans[1], 1.0, direction, ("12 words in the same order",)
        )

    undated = (repeats(blog, wire, "unknown"), repeats(wire, blog, "unknown"))
    for unsure in undated:
        copies = (unsure, repeats(blog, post, "from"), repeats(post, wire, "from"))
        _, accounts, _ = weighed(build, copies)
        (account,) = [each for each in accounts if wire.id in each.claims]
        assert account.claims == (wire.id,)
        assert account.copies == tuple(sorted((post.id, blog.id)))


def test_every_claim_of_a_matter_is_in_exactly_one_account() -> None:
    build = PileBuilder()
    seizure(build, "Post", "10 people", 10)
    seizure(build, "Courier", "14 people", 14, voices=(said("witnesses"),))
    matters, accounts, _ = weighed(build)
    for matter in matters:
        held = [claim for each in accounts if each.matter == matter.id for claim in (*each.claims, *each.copies)]
        assert sorted(held) == sorted(matter.claims)


def test_a_denied_tie_is_a_dispute_over_whether() -> None:
    build = PileBuilder()
    where = build.document("Sundal backs the Ostrel Brigade.", "a", "The Post")
    build.tie(where, "Sundal backs the Ostrel Brigade", TieKind.BACKS, "Sundal", "the Ostrel Brigade")
    other = build.document("It is not true that Sundal backs the Ostrel Brigade, it said.", "b", "The Courier")
    tie = build.tie(other, "Sundal backs the Ostrel Brigade", TieKind.BACKS, "Sundal", "the Ostrel Brigade")
    denied = said("the envoy of Sundal", VoiceKind.PERSON, Stance.DENIES)
    build.claim(other, tie.quote, tie.content, voices=(denied,))
    _, _, (dispute,) = weighed(build)
    assert dispute.slot == "whether"
    assert "the envoy of Sundal denies it" in dispute.reasons[0]


def test_an_account_that_says_no_disputes_one_that_says_yes() -> None:
    build = PileBuilder()
    where = build.document("Sundal backs the Ostrel Brigade.", "a", "The Post")
    build.tie(where, "Sundal backs the Ostrel Brigade", TieKind.BACKS, "Sundal", "the Ostrel Brigade")
    other = build.document("Nor does Sundal back it: Sundal backs the Ostrel Brigade no more.", "b", "The Courier")
    tie = build.tie(other, "Sundal backs the Ostrel Brigade", TieKind.BACKS, "Sundal", "the Ostrel Brigade")
    build.claim(other, tie.quote, tie.content, polarity=Polarity.NO)
    assert [each.slot for each in weighed(build)[2]] == ["whether"]


def test_a_post_that_contradicts_itself_is_a_dispute() -> None:
    build = PileBuilder()
    text = "Gunmen stormed the National Assembly. Later it writes: no gunmen stormed the National Assembly at all."
    where = build.document(text, "post", "Ostrel Blog")
    for quote, polarity in (
        ("Gunmen stormed the National Assembly", Polarity.YES),
        ("no gunmen stormed the National Assembly at all", Polarity.NO),
    ):
        build.deed(where, quote, "storm", target=("the National Assembly", "National Assembly"), polarity=polarity)
    (dispute,) = weighed(build)[2]
    assert dispute.slot == "whether"
    assert "one account says both" in dispute.reasons


def test_an_agencys_witnesses_are_one_origin_in_a_text_that_credits_it() -> None:
    build = PileBuilder()
    one = seizure(build, "Meridian Wire", "10 people", 10, voices=(said("witnesses"),))
    two = seizure(build, "Courier", "ten people", 10, voices=(said("witnesses"),))
    told = Copy(two.document, Span(0, 5), one.document, Span(0, 5), 1.0, "from", ("5 words",), credit="Meridian Wire")
    _, accounts, _ = weighed(build, (told,))
    (account,) = [each for each in accounts if one.id in each.claims]
    assert two.id in account.copies
    assert any("credits the other" in reason for reason in account.reasons)
