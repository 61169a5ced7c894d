from sayso.records.claim import Claim, Plover, Polarity, Status
from sayso.records.constraints import Constraints, Pair
from sayso.records.matter import Matter, MatterKind
from sayso.resolve import resolve_matters
from tests.piles import PileBuilder, on


def matters(build: PileBuilder) -> tuple[Matter, ...]:
    return resolve_matters(build.pile, build.actors, build.places, ())


def event_of(found: tuple[Matter, ...], claim: Claim) -> Matter:
    return next(each for each in found if claim.id in each.claims)


def storming(
    build: PileBuilder, name: str, verb: str = "stormed", lemma: str = "storm", day: str = "2031-05-18"
) -> Claim:
    text = f"Gunmen {verb} the National Assembly in Port Sarn on Sunday, {name}."
    where = build.document(text, name)
    return build.deed(
        where,
        f"Gunmen {verb} the National Assembly in Port Sarn on Sunday",
        lemma,
        target=("the National Assembly", "National Assembly"),
        when=on(where, "Sunday", day),
        place=("Port Sarn", "Port Sarn"),
    )


def test_two_reports_of_one_day_place_and_target_are_one_event() -> None:
    build = PileBuilder()
    one, two = storming(build, "a"), storming(build, "b", "attacked", "attack")
    found = matters(build)
    assert event_of(found, one) == event_of(found, two)
    assert "both on 18 May 2031" in " ".join(event_of(found, one).reasons)


def test_the_same_deed_a_week_later_is_another_event() -> None:
    build = PileBuilder()
    one, two = storming(build, "a"), storming(build, "b", day="2031-05-25")
    found = matters(build)
    assert event_of(found, one) != event_of(found, two)


def test_an_undated_report_joins_by_weekday_place_and_target() -> None:
    build = PileBuilder()
    one = storming(build, "a")
    where = build.document("Gunmen stormed the National Assembly in Port Sarn on Sunday, it said.", "b", None, None)
    two = build.deed(
        where,
        "stormed the National Assembly in Port Sarn on Sunday",
        "storm",
        target=("the National Assembly", "National Assembly"),
        when=on(where, "Sunday", None, "XXXX-WXX-7"),
        place=("Port Sarn", "Port Sarn"),
    )
    found = matters(build)
    assert event_of(found, one) == event_of(found, two)
    assert event_of(found, two).when is not None


def test_a_weekday_that_does_not_fit_keeps_them_apart() -> None:
    build = PileBuilder()
    one = storming(build, "a")
    where = build.document("Gunmen stormed the National Assembly in Port Sarn on Friday.", "b", None, None)
    two = build.deed(
        where,
        "stormed the National Assembly in Port Sarn on Friday",
        "storm",
        target=("the National Assembly", "National Assembly"),
        when=on(where, "Friday", None, "XXXX-WXX-5"),
        place=("Port Sarn", "Port Sarn"),
    )
    found = matters(build)
    assert event_of(found, one) != event_of(found, two)


def test_an_order_is_not_the_event() -> None:
    build = PileBuilder()
    one = storming(build, "a")
    where = build.document("He ordered that they storm the National Assembly in Port Sarn on Sunday.", "b")
    order = build.deed(
        where,
        "storm the National Assembly in Port Sarn on Sunday",
        "storm",
        target=("the National Assembly", "National Assembly"),
        when=on(where, "Sunday", "2031-05-18"),
        place=("Port Sarn", "Port Sarn"),
        status=Status.ORDERED,
    )
    found = matters(build)
    assert event_of(found, one) != event_of(found, order)
    assert event_of(found, order).label.startswith("Ordered: ")


def test_a_denial_stays_with_the_event_it_denies() -> None:
    build = PileBuilder()
    one = storming(build, "a")
    where = build.document("Nobody stormed the National Assembly in Port Sarn on Sunday.", "b")
    denial = build.deed(
        where,
        "stormed the National Assembly in Port Sarn on Sunday",
        "storm",
        target=("the National Assembly", "National Assembly"),
        when=on(where, "Sunday", "2031-05-18"),
        place=("Port Sarn", "Port Sarn"),
        polarity=Polarity.NO,
    )
    found = matters(build)
    assert event_of(found, one) == event_of(found, denial)


def test_distant_places_keep_events_apart() -> None:
    build = PileBuilder(points={"Port Sarn": (30.0, 10.0), "Velmora": (30.0, 14.0)})
    one = storming(build, "a")
    where = build.document("Gunmen stormed the National Assembly in Velmora on Sunday.", "b")
    two = build.deed(
        where,
        "stormed the National Assembly in Velmora on Sunday",
        "storm",
        target=("the National Assembly", "National Assembly"),
        when=on(where, "Sunday", "2031-05-18"),
        place=("Velmora", "Velmora"),
    )
    found = matters(build)
    assert event_of(found, one) != event_of(found, two)


def test_two_towns_that_no_gazetteer_knows_keep_killings_apart() -> None:
    build = PileBuilder()
    told = []
    for town, name in (("Ebbing", "a"), ("Tarsk", "b")):
        where = build.document(f"Gunmen killed guards in {town} on Sunday.", name)
        told.append(
            build.deed(
                where,
                f"Gunmen killed guards in {town} on Sunday",
                "kill",
                mode="killed",
                doer=("Gunmen", None),
                target=("guards", None),
                when=on(where, "Sunday", "2031-05-18"),
                place=(town, town),
            )
        )
    found = matters(build)
    assert event_of(found, told[0]) != event_of(found, told[1])


def test_the_attack_takes_up_what_was_told_before_it() -> None:
    build = PileBuilder()
    where = build.document("Gunmen stormed the National Assembly on Sunday. The attack began at noon.", "a")
    first = build.deed(
        where,
        "stormed the National Assembly on Sunday",
        "storm",
        target=("the National Assembly", "National Assembly"),
        when=on(where, "Sunday", "2031-05-18"),
    )
    second = build.deed(where, "The attack", "attack")
    found = matters(build)
    assert event_of(found, first) == event_of(found, second)


def test_a_killing_told_right_after_is_part_of_the_event() -> None:
    build = PileBuilder()
    where = build.document("Gunmen stormed the National Assembly on Sunday. Two people were killed.", "a")
    first = build.deed(
        where,
        "stormed the National Assembly on Sunday",
        "storm",
        target=("the National Assembly", "National Assembly"),
        when=on(where, "Sunday", "2031-05-18"),
    )
    killing = build.deed(where, "Two people were killed", "kill", target=("Two people", None), mode="killed")
    build.figure(where, "Two people", "killed", 2, of=killing)
    found = matters(build)
    assert event_of(found, killing).part_of == event_of(found, first).id
    (figure,) = [each for each in found if each.kind is MatterKind.QUANTITY]
    assert figure.part_of == event_of(found, first).id


def test_what_people_set_apart_from_an_event_is_no_part_of_it() -> None:
    build = PileBuilder()
    where = build.document("Gunmen stormed the National Assembly on Sunday. Two people were killed.", "a")
    first = build.deed(
        where,
        "stormed the National Assembly on Sunday",
        "storm",
        target=("the National Assembly", "National Assembly"),
        when=on(where, "Sunday", "2031-05-18"),
    )
    killing = build.deed(where, "Two people were killed", "kill", target=("Two people", None), mode="killed")
    build.figure(where, "Two people", "killed", 2, of=killing)
    apart = Constraints(apart_event=(Pair(killing.id, first.id, "Ada judged them different events"),))
    found = resolve_matters(build.pile, build.actors, build.places, (), constraints=apart)
    assert event_of(found, killing).part_of is None


def test_a_killing_told_before_its_attack_in_one_sentence_is_part_of_it() -> None:
    build = PileBuilder()
    text = "Ten people were killed when the army shelled eastern Velmora on 2 July."
    where = build.document(text, "a")
    killing = build.deed(
        where, "Ten people were killed", "kill", target=("Ten people", None), mode="killed", sentence=text
    )
    shelling = build.deed(
        where,
        "the army shelled eastern Velmora on 2 July",
        "shell",
        target=("eastern Velmora", "Velmora"),
        when=on(where, "2 July", "2031-07-02"),
        sentence=text,
    )
    found = matters(build)
    assert event_of(found, killing).part_of == event_of(found, shelling).id


def test_a_killing_on_a_day_of_its_own_is_not_part_of_the_attack_told_after_it() -> None:
    build = PileBuilder()
    text = "Two men were killed on Monday, and gunmen attacked the port on Friday."
    where = build.document(text, "a")
    killing = build.deed(
        where,
        "Two men were killed on Monday",
        "kill",
        target=("Two men", None),
        mode="killed",
        when=on(where, "Monday", "2031-05-19"),
        sentence=text,
    )
    attack = build.deed(
        where,
        "gunmen attacked the port on Friday",
        "attack",
        target=("the port", None),
        when=on(where, "Friday", "2031-05-16"),
        sentence=text,
    )
    found = matters(build)
    assert event_of(found, killing).part_of is None
    assert event_of(found, attack).part_of is None


def test_every_claim_is_in_exactly_one_matter_whatever_the_order() -> None:
    build = PileBuilder()
    claims = [storming(build, name, day=f"2031-05-{day}") for name, day in zip("abcd", (18, 18, 19, 25), strict=True)]
    found = matters(build)
    assert sorted(claim for each in found for claim in each.claims) == sorted(claim.id for claim in claims)
    build.claims = dict(reversed(build.claims.items()))
    assert matters(build) == found


def test_labels_say_the_deed_as_a_noun() -> None:
    build = PileBuilder()
    claim = storming(build, "a")
    assert event_of(matters(build), claim).label == "Storming of the National Assembly, Port Sarn"
    assert event_of(matters(build), claim).plover == Plover.ASSAULT


def test_a_label_keeps_no_capital_that_only_the_start_of_a_sentence_gave() -> None:
    build = PileBuilder()
    text = "Two guards were killed in Port Sarn on Sunday."
    where = build.document(text, "a", "Harbour Post", "2031-05-20")
    claim = build.deed(where, "Two guards were killed", "kill", target=("Two guards", None), sentence=text)
    assert event_of(matters(build), claim).label == "Killing of two guards"


def test_an_undated_post_is_dated_by_the_event_it_shares_and_dates_its_other_times() -> None:
    build = PileBuilder()
    storming(build, "a")
    storming(build, "b", "attacked", "attack")
    text = "Gunmen stormed the National Assembly in Port Sarn on Sunday. The guard left Tarsk on May 14."
    where = build.document(text, "post", None, None)
    build.deed(
        where,
        "stormed the National Assembly in Port Sarn on Sunday",
        "storm",
        target=("the National Assembly", "National Assembly"),
        when=on(where, "Sunday", None, "XXXX-WXX-7"),
        place=("Port Sarn", "Port Sarn"),
    )
    left = build.deed(where, "left Tarsk on May 14", "leave", Plover.MOVE, when=on(where, "May 14", None, "XXXX-05-14"))
    when = event_of(matters(build), left).when
    assert when is not None
    assert (when.edtf, when.inferred) == ("2031-05-14", True)
    assert "which other documents put on 18 May 2031" in when.reason


def test_a_return_without_a_time_is_not_taken_for_a_dated_one() -> None:
    build = PileBuilder()
    found = []
    for name, published, edtf in (("a", "2031-05-20", "2029-03"), ("b", None, None)):
        where = build.document(f"In March Odeh returned to Korvania ({name}).", name, None, published)
        deed = build.deed(
            where,
            "Odeh returned to Korvania",
            "return",
            Plover.MOVE,
            doer=("Odeh", "Karim Odeh"),
            when=on(where, "March", edtf) if edtf else None,
        )
        found.append(deed)
    one, two = (event_of(matters(build), each) for each in found)
    assert one != two


def test_a_heading_names_no_doer_whom_the_accounts_do_not_share() -> None:
    build = PileBuilder()
    for name, who in (("a", "Tarsk Rifles"), ("b", "Harbour Guard")):
        where = build.document(f"The {who} stormed the National Assembly in Port Sarn on Sunday.", name)
        claim = build.deed(
            where,
            "stormed the National Assembly in Port Sarn on Sunday",
            "storm",
            doer=(f"The {who}", who),
            target=("the National Assembly", "National Assembly"),
            when=on(where, "Sunday", "2031-05-18"),
            place=("Port Sarn", "Port Sarn"),
        )
    event = event_of(matters(build), claim)
    assert len(event.claims) == 2
    assert "Rifles" not in event.label
    assert "Guard" not in event.label


def test_a_meeting_told_without_a_date_is_that_of_the_same_party_at_the_same_place() -> None:
    build = PileBuilder()
    met = []
    for name, published, words in (
        ("a", "2031-05-27", "It met in a school"),
        ("b", None, "It was meeting in a school"),
    ):
        where = build.document(f"{words} in Tarsk.", name, published=published)
        met.append(
            build.deed(
                where,
                f"{words} in Tarsk",
                "meet",
                Plover.CONSULT,
                mode="meet",
                doer=("It", "National Assembly"),
                target=("a school", None),
                place=("Tarsk", "Tarsk"),
            )
        )
    found = matters(build)
    assert event_of(found, met[0]) == event_of(found, met[1])


def test_arrests_told_with_a_time_of_their_own_are_no_part_of_what_was_told_before() -> None:
    build = PileBuilder()
    where = build.document(
        "Gunmen shelled the police on 3 May. On 3 May 2,000 people were held across the country.", "a"
    )
    day = on(where, "on 3 May", "2031-05-03")
    again = on(where, "On 3 May", "2031-05-03")
    shelled = build.deed(
        where, "shelled the police on 3 May", "shell", mode="shelled", target=("the police", None), when=day
    )
    words = "2,000 people were held across the country"
    target = ("2,000 people", None)
    held = build.deed(where, words, "hold", Plover.COERCE, mode="arrested", target=target, when=again)
    found = matters(build)
    assert event_of(found, held).part_of != event_of(found, shelled).id
