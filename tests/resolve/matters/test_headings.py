"""A heading reads as a reporter would write it in an index."""

import pytest

from sayso.records.claim import Claim, Plover
from sayso.records.matter import MatterKind
from sayso.resolve import resolve_matters
from sayso.resolve.matters.headings import gerund
from tests.piles import PileBuilder, on


def headings(build: PileBuilder) -> dict[str, str]:
    found = resolve_matters(build.pile, build.actors, build.places, ())
    return {claim: each.label for each in found if each.kind is MatterKind.EVENT for claim in each.claims}


def heading(words: str, lemma: str, verb: str, plover: Plover = Plover.ASSAULT, **more: str) -> str:
    """The heading of one deed told in ``words``; ``doer`` and ``target`` are words of it."""
    build = PileBuilder()
    where = build.document(f"{words} (it said).", "a")
    mode = more.pop("mode", None)
    roles = {role: (name, None) for role, name in more.items()}
    doer = (more["doer"], more["doer"]) if "doer" in more else None
    claim = build.deed(where, words, lemma, plover, verb=verb, doer=doer, target=roles.get("target"), mode=mode)
    return headings(build)[claim.id]


@pytest.mark.parametrize(
    ("words", "lemma", "verb", "target", "expected"),
    [
        ("Rebels forced out the mayor", "force", "forced out", "the mayor", "Forcing out of mayor by Rebels"),
        ("Rebels forced out the mayor", "force", "forced", "the mayor", "Forcing out of mayor by Rebels"),
        ("Rebels brought down the cabinet", "bring", "brought", "the cabinet", "Bringing down of cabinet by Rebels"),
        ("Rebels brushed the offer aside", "brush", "brushed", "the offer", "Brushing aside of offer by Rebels"),
        ("Rebels shot down two drones", "shoot", "shot", "two drones", "Shooting down of two drones by Rebels"),
        ("Rebels took over the port", "take", "took", "the port", "Takeover of port by Rebels"),
        (
            "Rebels carried out an attack on Tarsk",
            "attack",
            "carried out an attack",
            "Tarsk",
            "Attack on Tarsk by Rebels",
        ),
    ],
)
def test_a_verb_keeps_its_particle(words: str, lemma: str, verb: str, target: str, expected: str) -> None:
    assert heading(words, lemma, verb, doer="Rebels", target=target) == expected


@pytest.mark.parametrize(
    ("words", "lemma", "verb", "expected"),
    [
        ("Sundal sent special forces", "send", "sent", "Sending of special forces by Sundal"),
        ("Sundal provided weapons to the rebels", "provide", "provided", "Provision of weapons by Sundal"),
        ("Sundal fired warning shots", "fire", "fired", "Firing of warning shots by Sundal"),
        ("Sundal marched straight for Tarsk", "march", "marched", "March by Sundal"),
        ("Sundal sent them", "send", "sent", "Sending by Sundal"),
    ],
)
def test_an_object_that_is_no_party_is_named(words: str, lemma: str, verb: str, expected: str) -> None:
    assert heading(words, lemma, verb, doer="Sundal") == expected


@pytest.mark.parametrize(
    ("words", "lemma", "expected"),
    [
        ("Odeh led a revolt", "revolt", "Revolt led by Odeh"),
        ("Odeh took part in a coup", "coup", "Coup, joined by Odeh"),
        ("Odeh began a revolt", "revolt", "Revolt by Odeh"),
    ],
)
def test_who_led_a_deed_or_joined_it_is_not_who_did_it(words: str, lemma: str, expected: str) -> None:
    assert heading(words, lemma, lemma, Plover.PROTEST, doer="Odeh") == expected


@pytest.mark.parametrize(
    ("words", "lemma", "verb", "expected"),
    [
        ("Odeh agreed to a truce", "agree", "agreed", "Agreement of Odeh to a truce"),
        ("Odeh promised to leave the port", "promise", "promised", "Promise by Odeh to leave the port"),
        ("Odeh promised 30 million crowns", "promise", "promised", "Promise of 30 million crowns by Odeh"),
    ],
)
def test_what_was_agreed_or_promised_is_named(words: str, lemma: str, verb: str, expected: str) -> None:
    assert heading(words, lemma, verb, Plover.AGREE, doer="Odeh") == expected


def ordered(build: PileBuilder, words: str, inner: str, verb: str, target: str) -> Claim:
    where = build.document(f"{words} (it said).", words)
    wanted = build.deed(where, inner, verb, verb=verb, doer=("his men", None), target=(target, None))
    order = build.deed(
        where, words, "order", Plover.REQUEST, verb="ordered", doer=("Odeh", "Odeh"), target=("his men", None)
    )
    return build.about(order, wanted)


def test_an_order_names_what_is_ordered_and_whom() -> None:
    build = PileBuilder()
    order = ordered(build, "Odeh ordered his men to sink any ferry", "his men to sink any ferry", "sink", "any ferry")
    assert headings(build)[order.id] == "Order to men by Odeh to sink any ferry"


def test_a_heading_of_one_word_brings_the_words_themselves() -> None:
    assert heading("They were trained", "train", "trained") == "Training (“They were trained”)"


def test_nobody_is_counted_where_the_accounts_count_differently() -> None:
    build = PileBuilder()
    claims = []
    for name, number, dead in (("a", "Seven", 7), ("b", "Ten", 10)):
        quote = f"{number} people were killed in Tarsk on 2 July"
        where = build.document(f"{quote}.", name)
        claim = build.deed(
            where,
            quote,
            "kill",
            mode="killed",
            verb="killed",
            target=(f"{number} people", None),
            when=on(where, "2 July", "2031-07-02"),
            place=("Tarsk", "Tarsk"),
        )
        build.figure(where, f"{number} people", "killed", dead, of=claim)
        claims.append(claim)
    assert [headings(build)[each.id] for each in claims] == ["Killing of people, Tarsk"] * 2


def test_a_doer_whom_one_account_of_many_adds_is_not_in_the_heading() -> None:
    build = PileBuilder(people=("Karim Odeh",))
    told = [("a", "the murder of Odeh"), ("b", "Odeh's murder"), ("c", "Sundal's murder of Odeh")]
    for name, words in told:
        where = build.document(f"It followed {words}.", name)
        doer = ("Sundal", "Sundal") if "Sundal" in words else None
        claim = build.deed(
            where, words, "murder", mode="killed", verb="murder", doer=doer, target=("Odeh", "Karim Odeh")
        )
    assert headings(build)[claim.id] == "Murder of Karim Odeh"


@pytest.mark.parametrize(("lemma", "expected"), [("bring", "bringing"), ("killing", "killing"), ("set", "setting")])
def test_a_gerund_is_made_of_verbs_that_ring(lemma: str, expected: str) -> None:
    assert gerund(lemma) == expected


@pytest.mark.parametrize(
    ("words", "lemma", "verb", "target", "mode", "expected"),
    [
        ("Rebels forced the mayor into hiding", "force", "forced", "the mayor", "", "Forcing of mayor into hiding"),
        (
            "Rebels drove the mayor into exile in Port Sarn",
            "drive",
            "drove",
            "the mayor",
            "",
            "Driving out of mayor into exile in Port Sarn",
        ),
        (
            "Rebels deported the mayor to Port Sarn",
            "deport",
            "deported",
            "the mayor",
            "",
            "Deportation of mayor to Port Sarn",
        ),
        ("Rebels forced a ferry to be moved", "force", "forced", "a ferry", "", "Forcing of ferry to be moved"),
        ("Rebels visited Tarsk", "visit", "visited", "", "visit", "Visit to Tarsk"),
    ],
)
def test_what_somebody_was_forced_into_and_where_he_went_is_named(
    words: str, lemma: str, verb: str, target: str, mode: str, expected: str
) -> None:
    more = {key: value for key, value in (("target", target), ("mode", mode)) if value}
    plover = Plover.CONSULT if mode == "visit" else Plover.ASSAULT
    assert heading(words, lemma, verb, plover, doer="Rebels", **more) == f"{expected} by Rebels"


def test_a_heading_takes_no_word_that_takes_a_side_where_there_is_another() -> None:
    build = PileBuilder()
    claims = []
    for name, verb, lemma in (("a", "butchered", "butcher"), ("b", "killed", "kill")):
        text = f"On 3 May the Guard {verb} ten sailors in Tarsk"
        where = build.document(f"{text}.", name)
        claims.append(
            build.deed(
                where,
                text,
                lemma,
                mode="killed",
                verb=verb,
                doer=("the Guard", "Harbour Guard"),
                target=("ten sailors", None),
                when=on(where, "On 3 May", "2031-05-03"),
            )
        )
    found = headings(build)
    assert {found[each.id] for each in claims} == {"Killing of ten sailors by the Harbour Guard"}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            (("murdered", "murder"), ("murdered", "murder"), ("killed", "kill")),
            "Killing of ten sailors by the Harbour Guard",
        ),
        ((("murdered", "murder"), ("murdered", "murder")), "Murder of ten sailors by the Harbour Guard"),
    ],
)
def test_a_heading_says_no_more_than_every_account_bears_out(told: tuple[tuple[str, str], ...], expected: str) -> None:
    build = PileBuilder()
    claims = []
    for name, (verb, lemma) in zip("abc", told, strict=False):
        text = f"On 3 May the Guard {verb} ten sailors in Tarsk"
        where = build.document(f"{text}.", name)
        claims.append(
            build.deed(
                where,
                text,
                lemma,
                mode="killed",
                verb=verb,
                doer=("the Guard", "Harbour Guard"),
                target=("ten sailors", None),
                when=on(where, "On 3 May", "2031-05-03"),
            )
        )
    found = headings(build)
    assert {found[each.id] for each in claims} == {expected}


def test_a_negation_alone_is_no_reason_to_quote() -> None:
    build = PileBuilder()
    where = build.document("There was no coup.", "a")
    claim = build.deed(where, "no coup", "coup", verb="coup", mode="coup")
    assert headings(build)[claim.id] == "Coup"


@pytest.mark.parametrize(
    ("words", "lemma", "verb", "target", "plover", "expected"),
    [
        (
            "Rebels demanded the suspension of parliament",
            "demand",
            "demanded",
            "parliament",
            Plover.REQUEST,
            "Demand for suspension of parliament by Rebels",
        ),
        (
            "Rebels urged the army to hold its fire",
            "urge",
            "urged",
            "the army",
            Plover.REQUEST,
            "Call to army by Rebels to hold its fire",
        ),
        (
            "Rebels accused Odeh of plotting a coup, he said",
            "accuse",
            "accused",
            "Odeh",
            Plover.ACCUSE,
            "Accusation against Odeh by Rebels of plotting a coup",
        ),
        (
            "Rebels assumed military command of proxy forces",
            "assume",
            "assumed",
            "proxy forces",
            Plover.OFFICE,
            "Assumption of military command of proxy forces by Rebels",
        ),
        (
            "Rebels beat one of them",
            "beat",
            "beat",
            "one of them",
            Plover.ASSAULT,
            "Beating of one person by Rebels",
        ),
    ],
)
def test_what_was_asked_charged_or_owned_stands_in_the_heading(
    words: str, lemma: str, verb: str, target: str, plover: Plover, expected: str
) -> None:
    assert heading(words, lemma, verb, plover, doer="Rebels", target=target) == expected


def test_what_is_asked_for_may_be_somebodys() -> None:
    words = "Rebels demanded their release"
    assert heading(words, "demand", "demanded", Plover.REQUEST, doer="Rebels") == "Demand for release by Rebels"


def test_a_refusal_tells_what_was_refused() -> None:
    told = heading("Odeh refused to sign", "refuse", "refused", Plover.REJECT, doer="Odeh")
    assert told == "Refusal by Odeh to sign"


def test_who_charges_somebody_without_saying_of_what_is_quoted() -> None:
    told = heading("Odeh ordered that towns be rebuilt", "order", "ordered", Plover.REQUEST, doer="Odeh")
    assert told == "Order by Odeh (“Odeh ordered that towns be rebuilt”)"


def test_a_deed_named_in_quotation_marks_keeps_them() -> None:
    assert heading('Rebels "rescued" Tarsk', "rescue", "rescued", doer="Rebels", target="Tarsk").startswith("“Rescue”")


def test_what_was_agreed_stands_before_whom_it_is_for() -> None:
    told = heading(
        "Odeh agreed to make a payment to Sundal", "agree", "agreed", Plover.AGREE, doer="Odeh", target="Sundal"
    )
    assert told == "Agreement of Odeh to make a payment to Sundal"
