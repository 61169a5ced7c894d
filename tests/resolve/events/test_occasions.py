"""Reports that give their day, place and dead in sentences apart are still brought to one event, and no others are."""

from dataclasses import replace

from sayso.records.claim import Claim, Status
from sayso.records.matter import Matter, MatterKind
from sayso.records.when import Anchor
from sayso.resolve import resolve_matters
from sayso.resolve.events.facts import gather
from sayso.resolve.events.occasions import Link, Occasion
from sayso.resolve.events.stories import Story
from tests.piles import PileBuilder, on

POINTS = {"Tarsk": (30.0, 10.0), "Velmora": (30.0, 14.0)}


def events(build: PileBuilder) -> dict[str, Matter]:
    """The event of each claim, by claim id."""
    found = resolve_matters(build.pile, build.actors, build.places, ())
    return {claim: each for each in found if each.kind is MatterKind.EVENT for claim in each.claims}


def killing(
    build: PileBuilder,
    name: str,
    dead: int = 14,
    town: str = "Tarsk",
    published: str = "2031-07-03",
    before: str = "",
) -> Claim:
    """A killing whose own words name neither the day nor the place; those stand elsewhere in its sentence."""
    sentence = f"{dead} people were killed by shells at the market of {town}, medics said for {name}."
    where = build.document(f"{before}{sentence}", name, published=published)
    build.mention(where, town, place=town)
    claim = build.deed(where, f"{dead} people were killed", "kill", mode="killed", sentence=sentence)
    build.figure(where, f"{dead} people", "killed", dead, of=claim, sentence=sentence)
    return claim


def test_news_of_one_day_place_and_number_is_one_event_with_its_reasons() -> None:
    build = PileBuilder()
    one, two = killing(build, "a"), killing(build, "b", published="2031-07-04")
    found = events(build)
    assert found[one.id] == found[two.id]
    reasons = " ".join(found[one.id].reasons)
    assert "both count 14 killed" in reasons
    assert "both in Tarsk" in reasons


def test_the_same_number_in_the_same_place_two_weeks_later_is_another_event() -> None:
    build = PileBuilder()
    one, two = killing(build, "a"), killing(build, "b", published="2031-07-17")
    found = events(build)
    assert found[one.id] != found[two.id]


def test_the_same_number_on_the_same_day_far_away_is_another_event() -> None:
    build = PileBuilder(points=POINTS)
    one, two = killing(build, "a"), killing(build, "b", town="Velmora")
    found = events(build)
    assert found[one.id] != found[two.id]


def test_a_place_and_a_day_alone_do_not_make_one_event_of_other_numbers() -> None:
    build = PileBuilder()
    one, two = killing(build, "a", dead=14), killing(build, "b", dead=60)
    found = events(build)
    assert found[one.id] != found[two.id]


def test_a_passage_that_was_looking_back_tells_no_news() -> None:
    build = PileBuilder()
    one = killing(build, "a")
    two = killing(build, "b", before="The war began in 2019. ")
    where = build.editions[two.document]
    build.times[two.document] = (on(where, "in 2019", "2019"),)
    found = events(build)
    assert found[one.id] != found[two.id]


def test_the_dead_of_one_report_are_part_of_the_attack_that_another_tells() -> None:
    build = PileBuilder()
    one = killing(build, "a")
    sentence = "The Harbour Guard shelled the market of Tarsk on 2 July, killing 14 people."
    where = build.document(sentence, "b", published="2031-07-04")
    shelling = build.deed(
        where,
        "The Harbour Guard shelled the market of Tarsk on 2 July",
        "shell",
        mode="shelled",
        when=on(where, "on 2 July", "2031-07-02"),
        place=("Tarsk", "Tarsk"),
        sentence=sentence,
    )
    dead = build.deed(where, "killing 14 people", "kill", mode="killed", sentence=sentence)
    build.figure(where, "14 people", "killed", 14, of=dead, sentence=sentence)
    found = events(build)
    assert found[one.id] == found[dead.id]
    assert found[one.id].part_of == found[shelling.id].id


def test_one_passage_that_counts_others_keeps_them_apart() -> None:
    build = PileBuilder()
    first = "14 people were killed by shells at the market of Tarsk."
    second = "Nine people were killed in the hospital of Tarsk."
    where = build.document(f"{first} {second}", "a", published="2031-07-03")
    one = build.deed(where, "14 people were killed", "kill", mode="killed", sentence=first)
    two = build.deed(where, "Nine people were killed", "kill", mode="killed", sentence=second)
    build.figure(where, "14 people", "killed", 14, of=one, sentence=first)
    build.figure(where, "Nine people", "killed", 9, of=two, sentence=second)
    found = events(build)
    assert found[one.id] != found[two.id]


def test_a_named_persons_capture_in_the_news_is_not_an_earlier_one() -> None:
    build = PileBuilder(people=("Karim Odeh",))
    old = "Odeh was captured in March 2018."
    where = build.document(old, "a", published="2031-07-03")
    earlier = build.deed(
        where,
        old[:-1],
        "capture",
        mode="arrested",
        target=("Odeh", "Karim Odeh"),
        when=on(where, "in March 2018", "2018-03"),
    )
    now = build.document("Gunmen captured Odeh at a hotel.", "b", published="2031-07-03")
    later = build.deed(now, "Gunmen captured Odeh", "capture", mode="arrested", target=("Odeh", "Karim Odeh"))
    found = events(build)
    assert found[earlier.id] != found[later.id]


def test_a_parliament_stormed_is_the_assembly_stormed() -> None:
    build = PileBuilder()
    claims = []
    for name, body in (("a", "parliament"), ("b", "the National Assembly")):
        where = build.document(f"Gunmen stormed {body} on Sunday.", name)
        claims.append(
            build.deed(
                where,
                f"stormed {body} on Sunday",
                "storm",
                target=(body, None),
                when=on(where, "Sunday", "2031-05-18"),
            )
        )
    found = events(build)
    assert found[claims[0].id] == found[claims[1].id]


def dated_killing(build: PileBuilder, name: str, sentence: str, day: str, edtf: str) -> Claim:
    where = build.document(sentence, name, published="2031-07-03")
    build.mention(where, "Tarsk", place="Tarsk")
    build.times[where.document] = (on(where, day, edtf),)
    claim = build.deed(where, "14 people were killed", "kill", mode="killed", sentence=sentence)
    build.figure(where, "14 people", "killed", 14, of=claim, sentence=sentence)
    return claim


def test_the_day_on_which_somebody_says_so_is_not_the_day_of_the_deed() -> None:
    build = PileBuilder()
    one = dated_killing(build, "a", "14 people were killed in Tarsk on 2 July.", "on 2 July", "2031-07-02")
    two = dated_killing(build, "b", "14 people were killed in Tarsk, medics said on 3 July.", "on 3 July", "2031-07-03")
    apart = events(build)
    assert apart[one.id] != apart[two.id]
    build.saying(build.editions[two.document], "14 people were killed in Tarsk", "said")
    found = events(build)
    assert found[one.id] == found[two.id]


def test_reports_that_name_the_same_beside_the_deed_tell_of_one_occasion() -> None:
    names = ("Almgren", "Soule", "Marsh", "Holm")
    build = PileBuilder()
    one = killing(build, "a", dead=14)
    two = killing(build, "b", dead=40, published="2031-07-04")
    apart = events(build)
    assert apart[one.id] != apart[two.id]
    build = PileBuilder()
    one = killing(build, "a", dead=14, before=f"{', '.join(names)} had met there. ")
    two = killing(build, "b", dead=40, published="2031-07-04", before=f"{', '.join(names)} spoke. ")
    for claim in (one, two):
        for name in names:
            build.mention(build.editions[claim.document], name, actor=name)
    found = events(build)
    assert found[one.id] == found[two.id]
    assert "both reports name almgren" in " ".join(found[one.id].reasons)


def test_an_attack_that_another_report_leads_with_is_part_of_the_occasions() -> None:
    build = PileBuilder()
    claims = []
    for name, verb, lemma, mode in (("a", "shelled", "shell", "shelled"), ("b", "shot at", "shoot", "shot")):
        sentence = f"Militiamen {verb} the market of Tarsk on 2 July, killing 14 people."
        where = build.document(sentence, name, published="2031-07-03")
        attack = build.deed(
            where,
            f"{verb} the market of Tarsk on 2 July",
            lemma,
            mode=mode,
            when=on(where, "on 2 July", "2031-07-02"),
            place=("Tarsk", "Tarsk"),
            sentence=sentence,
        )
        dead = build.deed(where, "killing 14 people", "kill", mode="killed", sentence=sentence)
        build.figure(where, "14 people", "killed", 14, of=dead, sentence=sentence)
        claims.append(attack)
    one, two = (events(build)[each.id] for each in claims)
    assert one != two
    assert {one.part_of, two.part_of} == {None, one.id if two.part_of else two.id}


def test_the_dead_of_a_war_are_not_the_dead_of_a_day() -> None:
    build = PileBuilder()
    one, two = killing(build, "a", dead=14), killing(build, "b", dead=320_000)
    found = events(build)
    assert found[one.id] != found[two.id]


def on_friday(build: PileBuilder, name: str, dead: int, published: str | None, day: str | None) -> Claim:
    sentence = f"On Friday {dead} people were killed at the market of Tarsk, where Almgren, Soule and Marsh had met."
    where = build.document(f"{sentence} {name}.", name, published=published)
    build.mention(where, "Tarsk", place="Tarsk")
    for person in ("Almgren", "Soule", "Marsh"):
        build.mention(where, person, actor=person)
    when = on(where, "Friday", day, day or "XXXX-WXX-5")
    claim = build.deed(where, f"{dead} people were killed", "kill", mode="killed", when=when, sentence=sentence)
    build.figure(where, f"{dead} people", "killed", dead, of=claim, sentence=sentence)
    return claim


def test_an_undated_text_tells_of_the_one_occasion_of_its_weekday_place_and_names() -> None:
    build = PileBuilder()
    one = on_friday(build, "a", 14, "2031-07-06", "2031-07-04")
    two = on_friday(build, "b", 17, None, None)
    found = events(build)
    assert found[one.id] == found[two.id]
    assert found[one.id].when is not None


def test_an_undated_text_that_two_occasions_fit_tells_of_neither() -> None:
    build = PileBuilder()
    told = [
        on_friday(build, day, 14, f"2031-07-{later}", f"2031-07-{day}") for day, later in (("04", "06"), ("11", "13"))
    ]
    undated = on_friday(build, "c", 14, None, None)
    found = events(build)
    assert found[told[0].id] != found[told[1].id]
    assert found[undated.id] not in (found[told[0].id], found[told[1].id])


def test_one_text_counts_soldiers_and_civilians_apart_even_from_its_heading() -> None:
    build = PileBuilder()
    text = "11 soldiers were killed in Tarsk. Ten civilians were killed there."
    where = build.document(text, "a", published="2031-07-03")
    build.mention(where, "Tarsk", place="Tarsk")
    claims = []
    for number, who, sentence in ((11, "11 soldiers", text[:33]), (10, "Ten civilians", text[34:])):
        words = f"{who} were killed"
        claim = build.deed(where, words, "kill", mode="killed", target=(who, None), sentence=sentence)
        build.figure(where, who, "killed", number, of=claim, sentence=sentence)
        claims.append(claim)
    one, two = (events(build)[each.id] for each in claims)
    assert one != two


def test_two_towns_taken_in_one_text_are_two() -> None:
    build = PileBuilder()
    first, second = "The army took over towns on Friday.", "It captured the town of Ostrel."
    where = build.document(f"{first} {second}", "a", published="2031-07-06")
    one = build.deed(
        where, "took over towns on Friday", "take", mode="occupied", target=("towns", None), sentence=first
    )
    words = "captured the town of Ostrel"
    two = build.deed(where, words, "capture", mode="seized", target=("the town of Ostrel", None), sentence=second)
    found = events(build)
    assert found[one.id] != found[two.id]


def test_what_was_done_to_one_man_is_no_whole_of_hundreds_of_arrests() -> None:
    build = PileBuilder()
    text = "Police held 900 people on Sunday. A man was hurt when he was hit."
    where = build.document(text, "a", published="2031-07-07")
    first, second = (f"{each}." for each in text.split(".")[:2])
    sunday = on(where, "Sunday", "2031-07-06")
    held = build.deed(where, "Police held 900 people on Sunday", "hold", mode="arrested", when=sunday, sentence=first)
    build.figure(where, "900 people", "arrested", 900, of=held, sentence=first)
    hit = build.deed(
        where, "he was hit", "hit", verb="hit", mode="attacked", target=("he", None), sentence=second.strip()
    )
    found = events(build)
    assert found[held.id].part_of is None
    assert found[held.id] != found[hit.id]


def test_one_text_counts_ten_civilians_apart_from_eleven_soldiers_though_no_figure_was_read() -> None:
    build = PileBuilder()
    text = "Eleven soldiers were killed in Tarsk on Sunday. In the town, ten civilians were killed."
    where = build.document(text, "a", published="2031-07-07")
    build.mention(where, "Tarsk", place="Tarsk")
    first, second = (f"{each.strip()}." for each in text.split(".")[:2])
    sunday = on(where, "Sunday", "2031-07-06")
    target = ("Eleven soldiers", None)
    words = "Eleven soldiers were killed in Tarsk on Sunday"
    one = build.deed(where, words, "kill", mode="killed", target=target, when=sunday, sentence=first)
    victims = ("ten civilians", None)
    two = build.deed(where, "ten civilians were killed", "kill", mode="killed", target=victims, sentence=second)
    found = events(build)
    assert found[one.id] != found[two.id]


def test_what_a_person_by_name_did_alone_is_no_part_of_what_others_did() -> None:
    build = PileBuilder(people=("Karim Odeh",))
    text = "Police fired at 900 protesters on Sunday. Odeh kicked a protester."
    where = build.document(text, "a", published="2031-07-07")
    first, second = (f"{each.strip()}." for each in text.split(".")[:2])
    words, sunday = "Police fired at 900 protesters on Sunday", on(where, "Sunday", "2031-07-06")
    fired = build.deed(
        where,
        words,
        "fire",
        mode="shot",
        doer=("Police", None),
        target=("900 protesters", None),
        when=sunday,
        sentence=first,
    )
    kicked = build.deed(
        where,
        "Odeh kicked a protester",
        "kick",
        mode="beaten",
        doer=("Odeh", "Karim Odeh"),
        target=("a protester", None),
        sentence=second,
    )
    found = events(build)
    assert found[kicked.id].part_of != found[fired.id].id


def test_the_wounded_of_a_strike_are_not_of_what_has_been_tried_for_long() -> None:
    build = PileBuilder()
    text = (
        "Sunday's strike hit a market in Velmora. "
        "The coalition has been trying to take Velmora. The planes also wounded six people."
    )
    where = build.document(text, "a", published="2031-07-07")
    first, second, third = (f"{each.strip()}." for each in text.split(".")[:3])
    struck = build.deed(
        where,
        "Sunday's strike hit a market in Velmora",
        "hit",
        verb="hit",
        mode="attacked",
        target=("a market", None),
        when=on(where, "Sunday", "2031-07-06"),
        sentence=first,
    )
    words = "The coalition has been trying to take Velmora"
    build.deed(where, words, "take", verb="take", mode="occupied", status=Status.ATTEMPTED, sentence=second)
    hurt = build.deed(
        where,
        "wounded six people",
        "wound",
        verb="wounded",
        mode="wounded",
        target=("six people", None),
        sentence=third,
    )
    found = events(build)
    assert found[hurt.id].part_of == found[struck.id].id


def test_attacks_that_two_reports_tell_with_one_killing_are_one() -> None:
    build = PileBuilder()
    made = []
    for name, attack, lemma, mode in (
        ("a", "gunmen overran a base", "overrun", "stormed"),
        ("b", "assailants attacked a camp", "attack", "attacked"),
    ):
        sentence = f"Two Sundal medics were killed on Sunday when {attack}, {name} said."
        where = build.document(sentence, name, published="2031-07-07")
        sunday = on(where, "Sunday", "2031-07-06")
        words, target = "Two Sundal medics were killed on Sunday", ("Two Sundal medics", None)
        killed = build.deed(
            where, words, "kill", verb="killed", mode="killed", target=target, when=sunday, sentence=sentence
        )
        verb, base = attack.split()[1], (attack.split(" ", 2)[2], None)
        told = build.deed(where, attack, lemma, verb=verb, mode=mode, target=base, when=sunday, sentence=sentence)
        made.append((killed, told))
    (one, first), (two, second) = made
    found = events(build)
    assert found[one.id] == found[two.id]
    assert found[first.id] == found[second.id]


def test_the_pilot_who_was_killed_is_not_the_31_dead_of_the_day() -> None:
    build = PileBuilder()
    town = "A pilot was killed in Tarsk on Sunday, it said."
    where = build.document(town, "a", published="2031-07-07")
    build.mention(where, "Tarsk", place="Tarsk")
    pilot = build.deed(
        where,
        "A pilot was killed in Tarsk on Sunday",
        "kill",
        mode="killed",
        target=("A pilot", None),
        when=on(where, "Sunday", "2031-07-06"),
        sentence=town,
    )
    many = "31 people were killed in Tarsk on Sunday, a pilot among them, it said."
    other = build.document(many, "b", published="2031-07-07")
    build.mention(other, "Tarsk", place="Tarsk")
    words, day = "31 people were killed in Tarsk on Sunday", on(other, "Sunday", "2031-07-06")
    crowd = build.deed(other, words, "kill", mode="killed", target=("31 people", None), when=day, sentence=many)
    build.figure(other, "31 people", "killed", 31, of=crowd, sentence=many)
    found = events(build)
    assert found[pilot.id] != found[crowd.id]


def test_a_dateline_is_no_day_of_the_deed() -> None:
    build = PileBuilder()
    dated = killing(build, "a", published="2031-07-04")
    where = build.editions[dated.document]
    one = build.deed(
        where,
        "14 people were killed by shells at the market of Tarsk",
        "kill",
        mode="killed",
        when=replace(on(where, "a.", "2031-07-02"), anchor=Anchor.STATED),
        sentence=where.text,
    )
    sentences = ("4 July 2031 shells hit the market of Tarsk.", "14 people were killed at the market.")
    other = build.document(" ".join(sentences), "b", published="2031-07-04")
    build.mention(other, "Tarsk", place="Tarsk")
    printed = replace(on(other, "4 July 2031", "2031-07-04"), anchor=Anchor.STATED)
    words, market = "4 July 2031 shells hit the market of Tarsk", ("the market of Tarsk", None)
    build.deed(other, words, "hit", verb="hit", mode="shelled", target=market, when=printed, sentence=sentences[0])
    two = build.deed(other, "14 people were killed", "kill", mode="killed", sentence=sentences[1])
    build.figure(other, "14 people", "killed", 14, of=two, sentence=sentences[1])
    found = events(build)
    assert found[one.id] == found[two.id]


def struck(build: PileBuilder, name: str, deed: str, lemma: str, day: str) -> Claim:
    sentence = f"On Sunday {deed} a market of Tarsk, and 14 people were killed, medics said for {name}."
    where = build.document(sentence, name, published="2031-07-07")
    build.mention(where, "Tarsk", place="Tarsk")
    words, target = f"{deed} a market", ("a market", None)
    return build.deed(
        where,
        words,
        lemma,
        verb=lemma,
        mode="attacked",
        target=target,
        when=on(where, "Sunday", day),
        sentence=sentence,
    )


def test_a_car_bomb_is_no_air_raid_of_the_same_day_and_town() -> None:
    build = PileBuilder()
    one = struck(build, "a", "warplanes hit", "hit", "2031-07-06")
    two = struck(build, "b", "a car bomb hit", "hit", "2031-07-06")
    assert events(build)[one.id] != events(build)[two.id]


def test_what_had_been_told_is_not_what_was_done_days_later() -> None:
    build = PileBuilder()
    text = "Forces took several towns in the north, and hundreds were killed."
    early = build.document(text, "early", published="2031-07-02")
    taken = build.deed(
        early, "Forces took several towns", "take", verb="took", mode="occupied", target=("several towns", None)
    )
    text = "Forces took several towns in the north on Sunday, it said."
    late = build.document(text, "late", published="2031-07-07")
    words, day = "Forces took several towns in the north on Sunday", on(late, "Sunday", "2031-07-06")
    again = build.deed(late, words, "take", verb="took", mode="occupied", target=("several towns", None), when=day)
    found = events(build)
    assert found[taken.id] != found[again.id]


def test_the_civilians_and_the_fighters_whom_two_reports_count_are_not_the_same_dead() -> None:
    build = PileBuilder()
    made = []
    for name, dead, victims in (("a", 45, "civilians"), ("b", 32, "rebels")):
        sentence = f"{dead} {victims} were killed at the market of Tarsk on Sunday, medics said for {name}."
        where = build.document(sentence, name, published="2031-07-07")
        build.mention(where, "Tarsk", place="Tarsk")
        sunday, words = on(where, "Sunday", "2031-07-06"), f"{dead} {victims} were killed"
        target = (f"{dead} {victims}", None)
        claim = build.deed(where, words, "kill", mode="killed", target=target, when=sunday, sentence=sentence)
        build.figure(where, f"{dead} {victims}", "killed", dead, of=claim, sentence=sentence)
        made.append(claim)
    one, two = made
    found = events(build)
    assert found[one.id] != found[two.id]


def test_a_strike_looked_back_on_is_not_that_of_the_killing_told_before_it() -> None:
    build = PileBuilder()
    text = "Six people were killed by a blast on Monday. The strike on a convoy shocked the town on Saturday."
    made = []
    for name in ("a", "b"):
        where = build.document(f"{text} {name}.", name, published="2031-07-08")
        first, second = (f"{each.strip()}." for each in text.split(".")[:2])
        monday, saturday = on(where, "Monday", "2031-07-07"), on(where, "Saturday", "2031-07-05")
        words, six = "Six people were killed by a blast on Monday", ("Six people", None)
        killed = build.deed(where, words, "kill", verb="killed", mode="killed", target=six, when=monday, sentence=first)
        blast = build.deed(
            where, "a blast on Monday", "blast", verb="blast", mode="bombed", when=monday, sentence=first
        )
        strike = build.deed(
            where,
            "The strike on a convoy",
            "strike",
            verb="strike",
            mode="attacked",
            target=("a convoy", None),
            when=saturday,
            sentence=second,
        )
        made.append((killed, blast, strike))
    found = events(build)
    assert found[made[0][0].id] == found[made[1][0].id]
    assert found[made[0][1].id] == found[made[1][1].id]
    assert found[made[0][2].id] != found[made[1][1].id]


def test_those_held_over_days_are_not_the_fewer_of_one_night() -> None:
    build = PileBuilder()
    made = []
    for name, words, edtf, count in (
        ("a", "2,000 people were held in Tarsk on 6 July", "2031-07-06", 2000),
        ("b", "6,900 people were held in Tarsk from 5 to 9 July", "2031-07-05/2031-07-09", 6900),
    ):
        where = build.document(f"{words}.", name, published="2031-07-10")
        build.mention(where, "Tarsk", place="Tarsk")
        stated = words.split(" were", maxsplit=1)[0]
        when = on(where, words.split("Tarsk ")[1], edtf)
        claim = build.deed(where, words, "hold", mode="arrested", target=(stated, None), when=when)
        build.figure(where, stated, "arrested", count, of=claim)
        made.append(claim)
    one, two = made
    found = events(build)
    assert found[one.id] != found[two.id]


def test_a_murder_of_which_its_sentence_gives_a_year_long_past_is_no_part_of_the_news() -> None:
    build = PileBuilder()
    text = "Gunmen attacked the hotel. I came back in 2019, after my father was murdered."
    where = build.document(text, "a", published="2031-07-03")
    build.times[where.document] = (on(where, "in 2019", "2019"),)
    hotel = build.deed(where, "Gunmen attacked the hotel", "attack", mode="attacked", target=("the hotel", None))
    sentence = "I came back in 2019, after my father was murdered."
    father = ("my father", None)
    murder = build.deed(where, "my father was murdered", "murder", mode="killed", target=father, sentence=sentence)
    found = events(build)
    assert found[murder.id].part_of != found[hotel.id].id


def test_the_dead_told_right_behind_a_dated_attack_are_its_own_and_no_news() -> None:
    build = PileBuilder()
    text = "The post was stormed on 3 June. Soldiers died, he said. FKA fighters attacked the post again on Saturday."
    where = build.document(text, "a", published="2031-06-10")
    days = on(where, "on 3 June", "2031-06-03"), on(where, "on Saturday", "2031-06-07")
    build.times[where.document] = days
    post = ("The post", None)
    stormed = build.deed(where, "The post was stormed on 3 June", "storm", mode="stormed", target=post, when=days[0])
    died = build.deed(where, "Soldiers died", "die", mode="died", target=("Soldiers", None))
    words = "FKA fighters attacked the post again on Saturday"
    build.deed(where, words, "attack", mode="attacked", target=("the post", None), when=days[1])
    found = events(build)
    assert found[died.id].part_of == found[stormed.id].id


def test_what_links_reports_by_way_of_another_is_told_by_what_weighs_most() -> None:
    build = PileBuilder()
    claims = [killing(build, name) for name in ("a", "b", "c")]
    facts = gather(build.pile, (), ())
    one, two, three = (Story(claim.passage, [facts[claim.id]], claim.span) for claim in claims)
    said = ("both on 2 July 2031 (+2.0)", "they share the words shell (+0.26)", "they count 3 and 60 killed (-1.0)")
    occasion = Occasion([one, two, three], [Link(one, two, said), Link(two, three, said)])
    (why,) = occasion.why(one, three)
    assert why.count("both on 2 July 2031 (+2.0); they count 3 and 60 killed (-1.0)") == 2
    assert "they share" not in why
