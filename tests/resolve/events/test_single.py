"""What there is only one of: a fate, an undertaking, what is denied, and what a heading and its text tell."""

from dataclasses import replace

from sayso.records.claim import Claim, Plover, Polarity, Status
from sayso.records.document import Edition, Passage, PassageRole, Span
from sayso.records.matter import Matter, MatterKind
from sayso.resolve import resolve_matters
from tests.piles import PileBuilder, on, said

PEOPLE = ("Karim Odeh",)


def events(build: PileBuilder) -> dict[str, Matter]:
    found = resolve_matters(build.pile, build.actors, build.places, ())
    return {claim: each for each in found if each.kind is MatterKind.EVENT for claim in each.claims}


def captured(build: PileBuilder, name: str, year: str | None, lemma: str = "capture", mode: str = "arrested") -> Claim:
    where = build.document(f"Odeh was {lemma}d in {year} ({name}).", name)
    words = f"Odeh was {lemma}d"
    when = on(where, year, year) if year else None
    return build.deed(where, words, lemma, Plover.COERCE, mode=mode, target=("Odeh", "Karim Odeh"), when=when)


def test_captures_that_two_documents_put_in_one_year_are_one() -> None:
    build = PileBuilder(people=PEOPLE)
    one, two = captured(build, "a", "2018"), captured(build, "b", "2018")
    found = events(build)
    assert found[one.id] == found[two.id]


def test_a_capture_in_a_decade_is_the_one_of_a_year_of_it() -> None:
    build = PileBuilder(people=PEOPLE)
    one, two = captured(build, "a", "2018"), captured(build, "b", "201X")
    found = events(build)
    assert found[one.id] == found[two.id]
    again = captured(build, "d", "201X")
    found = events(build)
    assert found[one.id] == found[two.id] == found[again.id]
    three = captured(build, "c", "2013")
    found = events(build)
    assert found[one.id] != found[three.id]
    assert found[two.id] not in (found[one.id], found[three.id])


def test_captures_in_two_years_are_two() -> None:
    build = PileBuilder(people=PEOPLE)
    one, two = captured(build, "a", "2018"), captured(build, "b", "2019")
    found = events(build)
    assert found[one.id] != found[two.id]


def test_releases_from_one_captivity_are_one() -> None:
    build = PileBuilder(people=PEOPLE)
    releases = []
    for name, verb in (("a", "released"), ("b", "let go")):
        where = build.document(f"Odeh was captured in 2018. Odeh was {verb}.", name)
        target = ("Odeh", "Karim Odeh")
        when = on(where, "2018", "2018")
        build.deed(where, "Odeh was captured", "capture", Plover.COERCE, mode="arrested", target=target, when=when)
        words = f"Odeh was {verb}"
        releases.append(build.deed(where, words, "release", Plover.RETREAT, mode="released", target=target))
    found = events(build)
    assert found[releases[0].id] == found[releases[1].id]


def offensive(build: PileBuilder, where: Edition, words: str, target: str | None = None) -> Claim:
    aim = (target, None) if target else None
    doer = (words[:4], "Karim Odeh")
    return build.deed(where, words, "offensive", mode="attacked", doer=doer, target=aim)


def test_one_text_tells_of_one_offensive_of_one_party() -> None:
    build = PileBuilder(people=PEOPLE)
    where = build.document("Odeh launched an offensive. He denied it. Odeh's offensive goes on.", "a")
    one, two = offensive(build, where, "Odeh launched an offensive"), offensive(build, where, "Odeh's offensive")
    found = events(build)
    assert found[one.id] == found[two.id]


def test_offensives_against_two_targets_are_two() -> None:
    build = PileBuilder(people=PEOPLE)
    where = build.document("Odeh began an offensive on Tarsk. Odeh's offensive on Velmora failed.", "a")
    one = offensive(build, where, "Odeh began an offensive on Tarsk", "Tarsk")
    two = offensive(build, where, "Odeh's offensive on Velmora", "Velmora")
    found = events(build)
    assert found[one.id] != found[two.id]


def returned(build: PileBuilder, name: str, words: str, polarity: Polarity = Polarity.YES) -> Claim:
    where = build.document(f"Odeh {words} ({name}).", name)
    return build.deed(
        where,
        f"Odeh {words}",
        "go",
        Plover.MOVE,
        mode="returned",
        doer=("Odeh", "Karim Odeh"),
        target=("Ebbing", None),
        polarity=polarity,
    )


def test_what_is_denied_is_the_one_event_that_another_document_tells() -> None:
    build = PileBuilder(people=PEOPLE)
    one = returned(build, "a", "went back to Ebbing")
    two = returned(build, "b", "never went back to Ebbing", Polarity.NO)
    found = events(build)
    assert found[one.id] == found[two.id]


def test_a_denial_joins_neither_of_two_events_that_it_could_be_of() -> None:
    build = PileBuilder(people=PEOPLE)
    told = [returned(build, name, "went back to Ebbing") for name in ("a", "c")]
    denied = returned(build, "b", "never went back to Ebbing", Polarity.NO)
    found = events(build)
    assert found[told[0].id] != found[told[1].id]
    assert found[denied.id].claims == (denied.id,)


def headed(build: PileBuilder, heading: str, text: str) -> Edition:
    """A document whose heading is a passage of its own inside the text it heads."""
    made = build.document(f"{heading}\n\n{text}", heading)
    root = made.passages[0]
    head = Passage(f"{root.id}h", root.id, PassageRole.HEADING, Span(0, len(heading)), root.outlet)
    build.editions[made.document] = replace(made, passages=(root, head))
    return build.editions[made.document]


def in_heading(build: PileBuilder, where: Edition, claim: Claim) -> Claim:
    made = replace(claim, passage=where.passages[1].id)
    build.claims[made.id] = made
    return made


def test_a_heading_tells_of_what_the_text_under_it_begins_with() -> None:
    build = PileBuilder()
    where = headed(build, "General calls for a council", "Odeh called for a council of elders in Velmora.")
    council = ("a council", None)
    words = "General calls for a council"
    one = in_heading(build, where, build.deed(where, words, "call", Plover.REQUEST, target=council))
    words = "Odeh called for a council of elders"
    two = build.deed(where, words, "call", Plover.REQUEST, target=("a council of elders", None))
    found = events(build)
    assert found[one.id] == found[two.id]


def test_a_heading_on_others_is_not_what_the_text_begins_with() -> None:
    build = PileBuilder()
    where = headed(build, "Clerks released", "Three pilots were released in Tarsk.")
    release = Plover.RETREAT
    one = in_heading(build, where, build.deed(where, "Clerks released", "release", release, target=("Clerks", None)))
    two = build.deed(where, "Three pilots were released", "release", release, target=("Three pilots", None))
    found = events(build)
    assert found[one.id] != found[two.id]


def test_somebody_seized_in_the_heading_is_whom_the_text_goes_on_to_name() -> None:
    build = PileBuilder(people=PEOPLE)
    text = "A former general has been seized by militiamen. Odeh was led out of a hotel."
    where = headed(build, "Militiamen seize ex-general", text)
    words = "A former general has been seized"
    one = build.deed(where, words, "seize", Plover.COERCE, mode="arrested", target=("A former general", None))
    words = "Odeh was led out of a hotel"
    two = build.deed(where, words, "abduct", mode="abducted", target=("Odeh", "Karim Odeh"))
    found = events(build)
    assert found[one.id] == found[two.id]


def test_one_persons_resignation_is_told_by_all_in_their_own_words() -> None:
    build = PileBuilder(people=PEOPLE)
    told = []
    for name, words, lemma in (("a", "Odeh had resigned", "resign"), ("b", "Odeh steps down", "step")):
        where = build.document(f"{words}.", name)
        told.append(
            build.deed(where, words, lemma, Plover.OFFICE, mode="resigned", doer=("Odeh", "Karim Odeh"), verb=words[5:])
        )
    found = events(build)
    assert found[told[0].id] == found[told[1].id]


def test_what_was_done_to_it_was_done_to_what_the_passage_named() -> None:
    build = PileBuilder()
    text = "A plane was shot down on Thursday. Odeh accused the Guard of shooting it down."
    where = build.document(text, "a")
    plane = build.deed(
        where,
        "A plane was shot down on Thursday",
        "shoot",
        mode="shot-down",
        target=("A plane", None),
        when=on(where, "Thursday", "2031-05-19"),
    )
    it = build.deed(where, "shooting it down", "shoot", mode="shot-down", target=("it", None))
    found = events(build)
    assert found[plane.id] == found[it.id]


def test_a_town_retaken_in_the_heading_is_where_others_are_driven_out_below() -> None:
    build = PileBuilder()
    where = headed(build, "Troops retake Tarsk", "The army has driven the rebels out of Tarsk.")
    words = "Troops retake Tarsk"
    one = in_heading(build, where, build.deed(where, words, "retake", mode="occupied", target=("Tarsk", None)))
    words = "The army has driven the rebels out of Tarsk"
    two = build.deed(where, words, "drive", mode="overthrown", target=("the rebels", None))
    found = events(build)
    assert found[one.id] == found[two.id]


def test_previous_attacks_are_not_the_one_at_hand() -> None:
    text = "Gunmen attacked the Assembly on 3 May. They have staged previous attacks on the Assembly."
    build = PileBuilder()
    where = build.document(text, "a")
    first = build.deed(
        where,
        "Gunmen attacked the Assembly",
        "attack",
        mode="attacked",
        verb="attacked",
        target=("the Assembly", "Assembly"),
        when=on(where, "3 May", "2031-05-03"),
    )
    words = "staged previous attacks on the Assembly"
    before = build.deed(where, words, "attack", mode="attacked", verb="staged previous attacks")
    found = events(build)
    assert found[first.id] != found[before.id]
    assert found[before.id].part_of is None


def test_those_who_tried_to_storm_it_are_not_those_who_did() -> None:
    build = PileBuilder()
    claims = []
    for name, who, status in (("a", "Troops", Status.ACTUAL), ("b", "Gunmen", Status.ATTEMPTED)):
        text = f"{who} stormed the police headquarters in Tarsk on 3 May, killing nine"
        where = build.document(f"{text}.", name, published="2031-05-04")
        claims.append(
            build.deed(
                where,
                text,
                "storm",
                mode="stormed",
                verb="stormed",
                doer=(who, None),
                target=("the police headquarters", None),
                place=("Tarsk", "Tarsk"),
                status=status,
            )
        )
        build.figure(where, "nine", "killed", 9)
    found = events(build)
    assert found[claims[0].id] != found[claims[1].id]


def test_one_text_tells_of_one_offensive_whatever_it_calls_it() -> None:
    build = PileBuilder()
    where = build.document("Odeh’s blitzkrieg has stalled. Odeh launched the offensive on 4 May.", "a")
    doer = ("Odeh", "Karim Odeh")
    first = build.deed(where, "Odeh’s blitzkrieg", "blitzkrieg", mode="attacked", verb="blitzkrieg", doer=doer)
    second = build.deed(
        where,
        "launched the offensive on 4 May",
        "offensive",
        mode="attacked",
        verb="offensive",
        when=on(where, "on 4 May", "2031-05-04"),
        doer=doer,
    )
    found = events(build)
    assert found[first.id] == found[second.id]
    assert found[first.id].label.startswith("Offensive")


def told_before_friday(build: PileBuilder, text: str) -> tuple[Claim, Claim]:
    where = build.document(text, "a")
    target = ("the market", None)
    official = said("officials")
    first = build.deed(
        where, "Jets bombed the market", "bomb", mode="bombed", verb="bombed", target=target, voices=(official,)
    )
    friday = on(where, "Friday", "2031-05-16")
    return first, build.deed(where, "Friday’s attack", "attack", mode="attacked", verb="attack", when=friday)


def test_an_attack_named_by_its_day_is_the_one_told_before() -> None:
    build = PileBuilder()
    first, second = told_before_friday(build, "Jets bombed the market, officials said. Friday’s attack was the worst.")
    found = events(build)
    assert found[first.id] == found[second.id]
    when = found[first.id].when
    assert when is not None
    assert when.edtf == "2031-05-16"


def test_its_heading_says_what_was_done_but_not_by_whom() -> None:
    build = PileBuilder()
    first, _ = told_before_friday(build, "Jets bombed the market, officials said. Friday’s attack was the worst.")
    assert events(build)[first.id].label == "Bombing of market"


def test_an_attack_named_by_its_day_is_the_one_of_that_day_and_no_war_told_since() -> None:
    build = PileBuilder(people=PEOPLE)
    where = build.document(
        "Gunmen hit the hotel on Friday. Odeh declared war on them. He condemned Friday’s attack.", "a"
    )
    friday, again = on(where, "Friday", "2031-05-16"), on(where, "Friday’s", "2031-05-16")
    first = build.deed(where, "Gunmen hit the hotel on Friday", "hit", mode="attacked", when=friday)
    war = build.deed(where, "Odeh declared war on them", "war", mode="clashed", verb="war", doer=("Odeh", "Karim Odeh"))
    second = build.deed(where, "Friday’s attack", "attack", mode="attacked", verb="attack", when=again)
    found = events(build)
    assert found[first.id] == found[second.id] != found[war.id]


def killed(build: PileBuilder, name: str, called: str, actor: str, day: str | None = None) -> Claim:
    where = build.document(f"{called} was killed{f' on {day}' if day else ''}, {name} said.", name)
    when = on(where, day, day) if day else None
    return build.deed(where, f"{called} was killed", "kill", mode="killed", target=(called, actor), when=when)


def test_nobody_is_killed_twice_however_the_accounts_differ_by_a_day_or_two() -> None:
    build = PileBuilder(people=PEOPLE)
    one = killed(build, "a", "Karim Odeh", "Karim Odeh", "2031-05-17")
    two = killed(build, "b", "General Odeh", "Karim Odeh", "2031-05-18")
    found = events(build)
    assert found[one.id] == found[two.id]


def test_killings_of_one_name_months_apart_stay_two() -> None:
    build = PileBuilder(people=PEOPLE)
    one = killed(build, "a", "Karim Odeh", "Karim Odeh", "2031-01-17")
    two = killed(build, "b", "Karim Odeh", "Karim Odeh", "2031-05-18")
    found = events(build)
    assert found[one.id] != found[two.id]


def test_a_killing_told_with_half_the_name_is_that_of_the_only_one_with_the_whole() -> None:
    build = PileBuilder(people=("Karima Odeh Saleh",))
    one = killed(build, "a", "Karima Odeh Saleh", "Karima Odeh Saleh", "2031-05-18")
    two = killed(build, "b", "Odeh Saleh", "Odeh Saleh")
    found = events(build)
    assert found[one.id] == found[two.id]


def test_a_killing_told_with_half_a_name_that_two_bear_is_nobodys() -> None:
    build = PileBuilder(people=("Karima Odeh Saleh", "Marwan Odeh Saleh"))
    one = killed(build, "a", "Karima Odeh Saleh", "Karima Odeh Saleh", "2031-05-18")
    two = killed(build, "b", "Marwan Odeh Saleh", "Marwan Odeh Saleh", "2031-05-18")
    half = killed(build, "c", "Odeh Saleh", "Odeh Saleh")
    found = events(build)
    assert len({found[each.id].id for each in (one, two, half)}) == 3


def test_a_government_toppled_is_the_president_toppled_whom_the_report_tells_of() -> None:
    build = PileBuilder(people=("Marwan al-Tariqi",))
    where = build.document("Odeh, who toppled al-Tariqi on 22 March 2031, spoke.", "post")
    who, day = ("al-Tariqi", "Marwan al-Tariqi"), on(where, "22 March 2031", "2031-03-22")
    toppled = build.deed(where, "toppled al-Tariqi on 22 March 2031", "topple", mode="overthrown", target=who, when=day)
    text = "Soldiers seized the palace on Wednesday, forcing al-Tariqi out of it. They toppled the government."
    report = build.document(text, "courier", published="2031-03-21")
    first, second = (f"{each.strip()}." for each in text.split(".")[:2])
    wednesday = on(report, "Wednesday", "2031-03-21")
    seized = build.deed(
        report,
        "Soldiers seized the palace on Wednesday",
        "seize",
        Plover.COERCE,
        verb="seized",
        mode="seized",
        target=("the palace", None),
        when=wednesday,
        sentence=first,
    )
    forcing, of_whom = "forcing al-Tariqi out of it", ("al-Tariqi", "Marwan al-Tariqi")
    build.deed(report, forcing, "force", verb="forcing", mode="stormed", target=of_whom, sentence=first)
    government = build.deed(
        report,
        "They toppled the government",
        "topple",
        mode="overthrown",
        target=("the government", None),
        sentence=second,
    )
    found = events(build)
    assert found[government.id] == found[toppled.id]
    assert found[seized.id].part_of == found[toppled.id].id


def test_a_government_toppled_years_after_a_president_is_another() -> None:
    build = PileBuilder(people=("Marwan al-Tariqi",))
    where = build.document("Odeh toppled al-Tariqi on 22 March 2029.", "post")
    who, day = ("al-Tariqi", "Marwan al-Tariqi"), on(where, "22 March 2029", "2029-03-22")
    toppled = build.deed(where, "toppled al-Tariqi on 22 March 2029", "topple", mode="overthrown", target=who, when=day)
    report = build.document("They toppled the government. Odeh freed al-Tariqi.", "courier", published="2031-03-21")
    target = ("the government", None)
    government = build.deed(report, "They toppled the government", "topple", mode="overthrown", target=target)
    build.deed(report, "Odeh freed al-Tariqi", "free", mode="released", target=who)
    found = events(build)
    assert found[government.id] != found[toppled.id]


def test_what_people_without_name_or_number_do_at_no_time_is_one() -> None:
    build = PileBuilder()
    told = []
    for name, words, day in (
        ("a", "migrants crossing the Strait", "2031-05-20"),
        ("b", "migrants who cross the Strait", "2031-05-27"),
        ("c", "migrants crossing the Strait", "2031-09-20"),
    ):
        where = build.document(f"The guard watches {words} ({name}).", name, published=day)
        told.append(
            build.deed(
                where, words, "cross", Plover.MOVE, mode="arrived", doer=("migrants", None), place=("Strait", "Strait")
            )
        )
    found = events(build)
    assert found[told[0].id] == found[told[1].id] != found[told[2].id]
